//! What goes forward, and who does what for it by when.

use std::sync::Arc;

use crate::report::decided;
use crate::report::outcome::Results;
use crate::tui::screens::shared::stage::revealed;
use crate::workshop::Workshop;
use crate::workshop::commitments::Commitment;
use crate::workshop::id::EventId;
use crate::workshop::text::{Lang, Text};
use crate::workshop::thing::Thing;
use crate::workshop::votes::{Stage, Vote};

/// Where a proposal goes, by the result that was revealed last and the run-offs of its tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goes {
    Forward,
    /// It goes on to a second stage of voting.
    On,
    /// Nothing was said of it.
    Nowhere,
}

/// A proposal with what was promised for it; those of no proposal stand together.
#[derive(Debug, Clone)]
pub struct Group {
    /// The proposal's id; empty for what belongs to none.
    pub label: String,
    pub title: Text,
    pub goes: Goes,
    pub promises: Vec<Promise>,
}

/// Who does what by when.
#[derive(Debug, Clone)]
pub struct Promise {
    pub text: Text,
    pub owner: Text,
    pub due: Option<jiff::civil::Date>,
}

/// Those that go forward come first, the best first, whether anything was promised for them or not; then others for which
/// something was; then what belongs to none.
pub(super) fn groups(workshop: &Workshop) -> Vec<Group> {
    let open: Vec<&Commitment> =
        workshop.commitments.iter().filter(|commitment| !commitment.is_done()).collect();
    let told = |vote: &Vote| vote.stage() == Stage::Revealed;
    let results = Results::new(workshop);
    let first = revealed(workshop, None).map(|vote| decided::first_of(&results, vote, told));
    let on = first.is_some_and(|vote| vote.then().is_some());
    let outcome = first.and_then(|vote| decided::result(&results, vote.key(), told));
    let forward = outcome.map(|outcome| outcome.settled.forward).unwrap_or_default();
    let goes = if on { Goes::On } else { Goes::Forward };
    // A proposal that is there no longer has no group of its own.
    let of =
        |commitment: &Commitment| commitment.proposal().filter(|key| workshop.proposals.get(*key).is_some());
    let promises = |key: Option<EventId>| -> Vec<Promise> {
        open.iter()
            .filter(|commitment| of(commitment) == key)
            .map(|commitment| promise(workshop, commitment))
            .collect()
    };
    let others = workshop.proposals.iter().map(Thing::key).filter(|key| !forward.contains(key));
    let all = forward.iter().copied().chain(others).filter_map(|key| {
        let proposal = workshop.proposals.get(key)?;
        let group = Group {
            label: workshop.proposals.label(key).into_owned(),
            title: proposal.title.text(),
            goes: if forward.contains(&key) { goes } else { Goes::Nowhere },
            promises: promises(Some(key)),
        };
        (group.goes != Goes::Nowhere || !group.promises.is_empty()).then_some(group)
    });
    let mut all: Vec<Group> = all.collect();
    let rest = promises(None);
    if !rest.is_empty() {
        all.push(Group { label: String::new(), title: Text::default(), goes: Goes::Nowhere, promises: rest });
    }
    all
}

fn promise(workshop: &Workshop, commitment: &Commitment) -> Promise {
    let person = workshop.people.find(commitment.owner()).ok().and_then(|key| workshop.people.get(key));
    let owner = person.map_or_else(
        || Text::one(Lang::En, Arc::<str>::from(commitment.owner())),
        |person| person.name.text(),
    );
    Promise { text: commitment.text.text(), owner, due: commitment.due() }
}
