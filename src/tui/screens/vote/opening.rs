//! A vote opens: what is in the way is said first.

use super::model::{self, GateSeen};
use super::versions::versions;
use super::{complain, secret};
use crate::language::Arg;
use crate::tui::ctx::Desk;
use crate::tui::screens::shared::conflicts;
use crate::workshop::id::EventId;
use crate::workshop::thing::Thing;
use crate::workshop::votes::Stage;
use crate::workshop::votes::commands::VoteOpen;

/// How many of what a gate names are said where there is one line for it.
const MOST_NAMED: usize = 4;
/// Opens a vote whose gates are passed or waived; returns whether it is open.
pub(super) fn open(desk: &mut Desk<'_>, key: EventId, id: &str) -> bool {
    let Some(workshop) = desk.workshop() else { return false };
    let Some(vote) = workshop.votes.get(key) else { return false };
    // Ballots go by the rules as they stand: nobody is to vote by one laptop's while another's are as good.
    let found = versions(workshop, desk.messages, key);
    if !found.is_empty() {
        conflicts::settle(desk, found);
        complain(desk, "vote-settle-first", &[]);
        return false;
    }
    if let Some(shut) = model::gates_seen(workshop, vote).into_iter().find(GateSeen::is_shut) {
        let gate = desk.messages.say(&format!("gate-{}", shut.gate.name()));
        let mut options = shut.labels.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(", ");
        let more = shut.labels.len().saturating_sub(MOST_NAMED);
        if more > 0 {
            options.push(' ');
            options.push_str(&desk.messages.with("vote-and-more", &[("n", more.into())]));
        }
        let args = [("gate", Arg::from(&gate)), ("options", Arg::from(&options))];
        complain(desk, shut.gate_shut(), &args);
        return false;
    }
    let Some(done) = desk.perform(VoteOpen { vote: id.into() }) else { return false };
    let others = desk.workshop().into_iter().flat_map(|workshop| {
        let open = workshop.votes.iter().filter(|vote| vote.stage() == Stage::Open && vote.key() != key);
        open.map(|vote| workshop.votes.label(vote.key()).into_owned())
    });
    let others = others.collect::<Vec<_>>().join(", ");
    let says = if others.is_empty() { "vote-said-open" } else { "vote-said-open-beside" };
    desk.say(says, &[("others", Arg::from(&others))]);
    if let Some(phrase) = &done.told.phrase {
        secret::show_phrase(desk, phrase);
    }
    true
}
