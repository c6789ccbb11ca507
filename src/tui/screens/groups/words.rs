//! What the planner tells, in words.

use std::sync::Arc;

use super::planning::Progress;
use crate::language::{Arg, Messages, Named};
use crate::planner::{Price, RoomLanguage, Unmet};
use crate::workshop::Workshop;
use crate::workshop::groups::Round;
use crate::workshop::groups::asked::Asked;

/// Who the planner's numbers are.
pub(super) struct Names<'a> {
    pub(super) workshop: &'a Workshop,
    /// The messages.
    pub(super) messages: &'a Messages,
    /// The round by numbers.
    pub(super) view: &'a Asked,
    pub(super) round: &'a Round,
}

impl Names<'_> {
    pub(super) fn person(&self, number: usize) -> String {
        Named::person(self, number)
    }

    pub(super) fn room(&self, number: usize) -> String {
        Named::room(self, number)
    }
}

impl Named for Names<'_> {
    fn person(&self, number: usize) -> String {
        let key = self.view.people.get(number);
        key.map(|key| self.workshop.people.label(*key).into_owned()).unwrap_or_default()
    }

    fn room(&self, number: usize) -> String {
        let id: Option<&Arc<str>> = self.view.rooms_of(0).get(number);
        let title = id.and_then(|id| self.round.room(id)).map(|room| room.title.in_(self.messages.lang()));
        // A room that is none goes by its number.
        title.map_or_else(|| (number + 1).to_string(), str::to_owned)
    }
}

/// `5 of 4–6`: how many are in a room, and how many were asked for.
pub(super) fn size(messages: &Messages, size: usize, min: Option<u32>, max: Option<u32>) -> String {
    let args =
        [("size", Arg::from(size)), ("min", min.unwrap_or(0).into()), ("max", max.unwrap_or(0).into())];
    match (min, max) {
        (Some(min), Some(max)) if min == max => messages.with("groups-size-exact", &args),
        (Some(_), Some(_)) => messages.with("groups-size-between", &args),
        (Some(_), None) => messages.with("groups-size-from", &args),
        (None, Some(_)) => messages.with("groups-size-to", &args),
        (None, None) => messages.with("count-people", &[("n", size.into())]),
    }
}

/// How far planning is.
pub(super) fn planning(messages: &Messages, progress: &Progress) -> String {
    let broken = match progress.best.hard {
        0 => String::new(),
        n => messages.with("groups-planning-broken", &[("n", n.into())]),
    };
    let (possible, balance) = progress.possible;
    let args = [
        ("rounds", Arg::from(progress.rounds)),
        ("share", progress.share.into()),
        ("broken", broken.into()),
        ("repeats", progress.best.mixing.into()),
        ("possible", possible.into()),
        ("balance", progress.best.balance.into()),
        ("balance-possible", balance.into()),
    ];
    unbroken(&messages.with("groups-planning", &args))
}

/// A line of figures in which each stays with its word where the line is broken.
pub(super) fn unbroken(line: &str) -> String {
    line.split(" · ").map(|figure| figure.replace(' ', "\u{a0}")).collect::<Vec<_>>().join(" · ")
}

/// A wish that is not met, in a sentence.
pub(super) fn unmet(names: &Names<'_>, unmet: &Unmet) -> String {
    let away = |person: usize| names.view.problem.rounds.iter().any(|round| round.absent.contains(&person));
    names.messages.unmet(names, unmet, &away)
}

/// The most people named in a price.
const MOST_NAMED: usize = 3;

/// What a move would cost: "+1 repeat (S04), no common language in Room C".
pub(super) fn price(names: &Names<'_>, price: &Price) -> String {
    let messages = names.messages;
    let mut parts = Vec::new();
    let mut repeats = |id: &str, whom: &[(usize, u32)]| {
        if whom.is_empty() {
            return;
        }
        let mut people: Vec<String> = whom.iter().take(MOST_NAMED).map(|(p, _)| names.person(*p)).collect();
        if whom.len() > MOST_NAMED {
            people.push("…".to_owned());
        }
        parts.push(messages.with(id, &[("n", whom.len().into()), ("people", people.join(", ").into())]));
    };
    repeats("groups-price-repeats", &price.meets_again);
    repeats("groups-price-spared", &price.spared);
    let mut language = |room: usize, (before, after): &(RoomLanguage, RoomLanguage)| {
        use RoomLanguage::{Interpreted, Without};
        let id = match (before, after) {
            (Without(_), Without(_)) | (Interpreted(_), Interpreted(_)) => return,
            // One of the round's interpreters goes there, if one is left.
            (_, Without(_)) if price.change.hard <= 0 => ["groups-price-interpreted", "groups-interpreted"],
            (_, Without(_)) => ["groups-price-language-lost", "groups-price-language-lost-here"],
            (Without(_), _) => ["groups-price-language-found", "groups-price-language-found-here"],
            (_, Interpreted(_)) => ["groups-price-interpreted", "groups-interpreted"],
            _ => return,
        };
        // The room one goes to is named in the row already.
        let [elsewhere, here] = id;
        let id = if room == price.to { here } else { elsewhere };
        parts.push(messages.with(id, &[("room", names.room(room).into())]));
    };
    if let (Some(from), Some(change)) = (price.from, &price.language_from) {
        language(from, change);
    }
    language(price.to, &price.language_to);
    let bound = |number: usize| names.view.rooms_of(0).get(number).and_then(|id| names.round.room(id));
    if let (Some(from), Some((_, after))) = (price.from, price.size_from)
        && let Some(min) = bound(from).and_then(|room| room.min).filter(|min| after < *min as usize)
    {
        let args = [("room", names.room(from).into()), ("n", after.into()), ("min", min.into())];
        parts.push(messages.with("groups-price-below", &args));
    }
    if let Some(max) = bound(price.to).and_then(|room| room.max).filter(|max| price.size_to.1 > *max as usize)
    {
        parts
            .push(messages.with("groups-price-above", &[("n", price.size_to.1.into()), ("max", max.into())]));
    }
    let mut tied = |id: &str, people: &[usize]| {
        if !people.is_empty() {
            let people: Vec<String> = people.iter().map(|p| names.person(*p)).collect();
            parts.push(messages.with(id, &[("people", people.join(", ").into())]));
        }
    };
    tied("groups-price-apart", &price.apart);
    tied("groups-price-together", &price.together);
    if price.change.balance != 0 {
        let by = format!("{:+}", price.change.balance).replace('-', "−");
        parts.push(messages.with("groups-price-balance", &[("by", by.into())]));
    }
    if let Some(room) = price.held_elsewhere {
        parts.push(messages.with("groups-price-held", &[("room", names.room(room).into())]));
    }
    if parts.is_empty() { messages.say("groups-price-nothing") } else { parts.join(", ") }
}
