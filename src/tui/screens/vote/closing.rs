//! What is said before a vote closes, since that cannot be taken back: each warning once, and the key again goes past it.

use super::{Desk, hands, model, secret};
use crate::language::{Arg, Messages};
use crate::report::outcome;
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::votes::Vote;
use crate::workshop::votes::second_entry::SecondEntry;

pub(super) struct Warning {
    /// The name of its message.
    pub id: &'static str,
    /// What speaks against closing.
    what: String,
    /// What to do.
    pub hint: String,
}

impl Warning {
    fn new(messages: &Messages, id: &'static str, args: &[(&str, Arg<'_>)]) -> Self {
        Self { id, what: messages.with(id, args), hint: messages.hint(id, args).unwrap_or_default() }
    }

    /// What it says, and what the key does next: it goes on to so many more, or closes the vote.
    pub(super) fn sentence(&self, messages: &Messages, more: usize) -> String {
        let id = if more == 0 { "vote-close-last" } else { "vote-close-more" };
        messages.with(id, &[("n", more.into()), ("what", Arg::from(&self.what))])
    }
}

/// All of them, the most important first.
pub(super) fn warnings(desk: &Desk<'_>, key: EventId) -> Vec<Warning> {
    let messages = desk.messages;
    let Some(workshop) = desk.workshop() else { return Vec::new() };
    let Some(vote) = workshop.votes.get(key) else { return Vec::new() };
    let mut warnings = Vec::new();
    let turnout = outcome::turnout(workshop, vote);
    let numbers = [("n", turnout.ballots.into()), ("all", turnout.seats.into())];
    let unheard = hands::unheard(desk, vote);
    if !unheard.is_empty() {
        let [n, all] = numbers;
        let args = [n, all, ("devices", Arg::from(&unheard))];
        warnings.push(Warning::new(messages, "vote-close-unheard", &args));
    } else if turnout.ballots < turnout.seats {
        warnings.push(Warning::new(messages, "vote-close-again", &numbers));
    }
    if turnout.ballots > turnout.seats && !turnout.hands {
        let numbers = [("n", turnout.ballots.into()), ("all", turnout.seats.into())];
        warnings.push(Warning::new(messages, "vote-close-over", &numbers));
    }
    let (_, again) = model::again(workshop, vote);
    if !again.is_empty() {
        let who = again.join(", ");
        warnings.push(Warning::new(messages, "vote-close-again-seats", &[("who", Arg::from(&who))]));
    }
    let aside = desk.session.as_deref().map(|session| session.would_set_aside(key)).unwrap_or_default();
    if !aside.is_empty() {
        let papers = secret::aside_in_words(messages, &aside);
        warnings.push(Warning::new(messages, "vote-close-aside", &[("papers", Arg::from(&papers))]));
    }
    if let Some(what) = second(workshop, vote, messages) {
        warnings.push(Warning::new(messages, "vote-close-second", &[("what", Arg::from(&what))]));
    }
    warnings
}

/// What a second entry leaves open.
fn second(workshop: &Workshop, vote: &Vote, messages: &Messages) -> Option<String> {
    let second = vote.second_entry()?;
    let mut parts = differences(workshop, &second, messages);
    if second.unchecked > 0 {
        parts.push(messages.with("vote-second-unchecked", &[("n", second.unchecked.into())]));
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// The ballots that differ, and those that were typed only the second time.
pub(crate) fn differences(workshop: &Workshop, second: &SecondEntry, messages: &Messages) -> Vec<String> {
    let named = |entered: bool| -> Vec<String> {
        let those = second.differ.iter().filter(|difference| difference.entered == entered);
        those.map(|difference| model::name(workshop, difference.voter)).collect()
    };
    let sides = [("vote-second-differ", named(true)), ("vote-second-only", named(false))];
    let sides = sides.into_iter().filter(|(_, names)| !names.is_empty());
    let told = sides.map(|(id, names)| {
        let who = names.join(", ");
        messages.with(id, &[("n", names.len().into()), ("who", Arg::from(&who))])
    });
    told.collect()
}
