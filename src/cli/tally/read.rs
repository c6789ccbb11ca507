//! From an instance to an election: names become numbers, and what is no vote is refused by name.

use std::collections::{BTreeMap, HashMap};

use super::instance::{Instance, MethodSpec, TieSpec};
use crate::fault::{Exit, Fault};
use crate::tally::findings::Poll;
use crate::tally::pabulib::Utility;
use crate::tally::solid::Memberships;
use crate::tally::{Budget, Method, Share, SortedBook, Tie};

/// A vote, read.
pub(super) struct Election {
    pub(super) options: Vec<String>,
    /// What stands on ballots and is no option, by number from that of the options on.
    pub(super) strangers: Vec<String>,
    pub(super) groups: Vec<String>,
    pub(super) memberships: Memberships,
    pub(super) sorted: SortedBook,
    pub(super) seats: usize,
    pub(super) tie: Tie,
    pub(super) seed: u64,
    pub(super) threshold: Share,
    /// What each option costs, in the order of the options, and the budget.
    pub(super) money: (Vec<u64>, u64),
}

impl Election {
    /// The vote as it is looked at beyond the ranking.
    pub(super) fn poll(&self, utility: Utility) -> Poll<'_> {
        Poll {
            options: &self.options,
            groups: &self.groups,
            memberships: &self.memberships,
            profile: &self.sorted.profile,
            seats: self.seats,
            tie: self.tie,
            seed: self.seed,
            threshold: self.threshold,
            money: (&self.money.0, self.money.1),
            utility,
        }
    }
}

/// A refusal with its sentence.
fn wrong(message: &'static str) -> Fault {
    Fault::new(Exit::Refused, "instance", message)
}

/// Reads the JSON of an instance. Where it is wrong, it is read once more to say at which key: keeping count of the place
/// all the time would cost more than the reading.
pub(super) fn instance(text: &[u8]) -> Result<Instance, Fault> {
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    let error = match serde_json::from_slice::<Instance>(text) {
        Ok(instance) => return Ok(instance),
        Err(error) => error,
    };
    let mut json = serde_json::Deserializer::from_slice(text);
    let read: Result<Instance, _> = serde_path_to_error::deserialize(&mut json);
    let path = read.as_ref().err().map(|error| error.path().to_string());
    let error = read.map_or_else(|error| error.into_inner(), |_| error);
    Err(super::odd::told(text, path.as_deref().unwrap_or_default(), &error))
}

/// What each option costs, and the budget: one place each of as many as go forward, where nothing is said.
fn money(
    options: &[String],
    costs: Option<&BTreeMap<String, u64>>,
    budget: Option<u64>,
    seats: u32,
) -> Result<(Vec<u64>, u64), Fault> {
    let Some(costs) = costs else { return Ok((vec![1; options.len()], budget.unwrap_or(seats.into()))) };
    let budget = budget.ok_or_else(|| wrong("fault-tally-no-budget"))?;
    if let Some(stranger) = costs.keys().find(|name| !options.contains(name)) {
        return Err(wrong("fault-tally-cost-of-none").with("option", stranger));
    }
    let cost = |option: &String| {
        costs.get(option).copied().ok_or_else(|| wrong("fault-tally-no-cost").with("option", option))
    };
    Ok((options.iter().map(cost).collect::<Result<_, _>>()?, budget))
}

/// The election that an instance states.
pub(super) fn election(instance: Instance) -> Result<Election, Fault> {
    let options = instance.options;
    if options.is_empty() {
        return Err(wrong("fault-tally-no-options"));
    }
    let mut numbers: HashMap<&str, u32> = HashMap::with_capacity(options.len());
    for (name, number) in options.iter().zip(0..) {
        if numbers.insert(name, number).is_some() {
            return Err(wrong("fault-tally-option-twice").with("option", name));
        }
    }
    let method = match instance.method {
        MethodSpec::Dots => {
            let dots = instance.dots.ok_or_else(|| wrong("fault-tally-no-dots"))?;
            Method::Dots(Budget { dots, cap: instance.cap.unwrap_or(dots) })
        }
        MethodSpec::Approval => Method::Approval,
        MethodSpec::Score => Method::Score,
        MethodSpec::Rank => Method::Rank,
        MethodSpec::Gradients => Method::Gradients,
        MethodSpec::Consent => Method::Consent,
    };
    let threshold = Share::written(instance.threshold)
        .ok_or_else(|| wrong("fault-tally-threshold").with("threshold", instance.threshold))?;
    let tie = match instance.tie {
        TieSpec::All => Tie::All,
        TieSpec::Supporters => Tie::Supporters,
        TieSpec::Lot => Tie::Lot { seed: instance.seed },
        TieSpec::Runoff => Tie::Runoff,
    };
    let money = money(&options, instance.costs.as_ref(), instance.budget, instance.seats)?;
    let mut ballots = instance.ballots;
    let mut strangers = Vec::new();
    let mut renumbered = Vec::with_capacity(ballots.names.names.len());
    for name in std::mem::take(&mut ballots.names.names) {
        renumbered.push(match numbers.get(name.as_str()) {
            Some(number) => *number,
            None => {
                strangers.push(name);
                u32::try_from(options.len() + strangers.len() - 1).unwrap_or(u32::MAX)
            }
        });
    }
    ballots.book.renumber(&renumbered);
    let sorted = ballots.book.sort_out(options.len(), method);
    let groups = ballots.groups.names;
    Ok(Election {
        strangers,
        memberships: Memberships { groups: groups.len(), of: ballots.memberships },
        groups,
        sorted,
        seats: instance.seats as usize,
        tie,
        seed: instance.seed,
        threshold,
        money,
        options,
    })
}
