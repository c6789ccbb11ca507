//! What the planner tells, in words.

use std::sync::Arc;

use super::look::Figures;
use crate::language::{Arg, Tongue};
use crate::planner::{Price, RoomLanguage, Unmet};
use crate::workshop::Workshop;
use crate::workshop::decide::RoomView;
use crate::workshop::groups::Round;

/// Who the planner's numbers are.
pub(super) struct Names<'a> {
    /// The workshop.
    pub(super) workshop: &'a Workshop,
    /// The messages.
    pub(super) tongue: &'a Tongue,
    /// The round by numbers.
    pub(super) view: &'a RoomView,
    /// The round.
    pub(super) round: &'a Round,
}

impl Names<'_> {
    pub(super) fn person(&self, number: usize) -> String {
        let key = self.view.people.get(number);
        key.map(|key| self.workshop.people.label(*key).into_owned()).unwrap_or_default()
    }

    pub(super) fn room(&self, number: usize) -> String {
        let id: Option<&Arc<str>> = self.view.rooms.get(number);
        let title = id.and_then(|id| self.round.room(id)).map(|room| room.title.in_(self.tongue.lang()));
        // A room that is none goes by its number.
        title.map_or_else(|| (number + 1).to_string(), str::to_owned)
    }

    fn people(&self, numbers: &[usize]) -> String {
        numbers.iter().map(|number| self.person(*number)).collect::<Vec<_>>().join(", ")
    }

    fn rooms(&self, numbers: &[usize]) -> String {
        numbers.iter().map(|number| self.room(*number)).collect::<Vec<_>>().join(", ")
    }
}

/// `5 of 4–6`: how many are in a room, and how many were asked for.
pub(super) fn size(tongue: &Tongue, size: usize, min: Option<u32>, max: Option<u32>) -> String {
    let args =
        [("size", Arg::from(size)), ("min", min.unwrap_or(0).into()), ("max", max.unwrap_or(0).into())];
    match (min, max) {
        (Some(min), Some(max)) if min == max => tongue.with("groups-size-exact", &args),
        (Some(_), Some(_)) => tongue.with("groups-size-between", &args),
        (Some(_), None) => tongue.with("groups-size-from", &args),
        (None, Some(_)) => tongue.with("groups-size-to", &args),
        (None, None) => tongue.with("count-people", &[("n", size.into())]),
    }
}

/// The line of figures.
pub(super) fn figures(tongue: &Tongue, figures: &Figures) -> String {
    let range = |(least, most): (usize, usize)| {
        if least == most { least.to_string() } else { format!("{least}–{most}") }
    };
    let line = tongue.with(
        "groups-figures",
        &[
            ("repeats", figures.repeats.into()),
            ("fresh", figures.fresh.into()),
            ("talking", figures.talking.into()),
            ("rooms", figures.rooms.into()),
            ("balance", figures.balance.into()),
            ("sizes", range(figures.sizes).into()),
            ("partners", range(figures.partners).into()),
        ],
    );
    // A figure stays with its word where the line is broken.
    line.split(" · ").map(|figure| figure.replace(' ', "\u{a0}")).collect::<Vec<_>>().join(" · ")
}

/// The name of a wish in the bundles.
const fn id(unmet: &Unmet) -> &'static str {
    match unmet {
        Unmet::NoRooms { .. } => "groups-unmet-no-rooms",
        Unmet::MoreRoomsThanPeople { .. } => "groups-unmet-more-rooms-than-people",
        Unmet::MinOverMax { .. } => "groups-unmet-min-over-max",
        Unmet::TooFewPeople { .. } => "groups-unmet-too-few-people",
        Unmet::TooFewSeats { .. } => "groups-unmet-too-few-seats",
        Unmet::HeldOverMax { .. } => "groups-unmet-held-over-max",
        Unmet::HeldTwice { .. } => "groups-unmet-held-twice",
        Unmet::HostInTwoRooms { .. } => "groups-unmet-host-in-two-rooms",
        Unmet::HeldAgainstHost { .. } => "groups-unmet-held-against-host",
        Unmet::HeldAway { .. } => "groups-unmet-held-away",
        Unmet::HostAway { .. } => "groups-unmet-host-away",
        Unmet::NoSuchRoom { .. } => "groups-unmet-no-such-room",
        Unmet::LanguagesUnknown { .. } => "groups-unmet-languages-unknown",
        Unmet::NoCommonLanguage { .. } => "groups-unmet-no-common-language",
        Unmet::BelowMin { .. } => "groups-unmet-below-min",
        Unmet::OverMax { .. } => "groups-unmet-over-max",
        Unmet::Uneven { .. } => "groups-unmet-uneven",
        Unmet::NotPlaced { .. } => "groups-unmet-not-placed",
        Unmet::WrongSeat { .. } => "groups-unmet-wrong-seat",
    }
}

/// A wish that is not met, in a sentence.
pub(super) fn unmet(names: &Names<'_>, unmet: &Unmet) -> String {
    let person = |person: &usize| ("person", Arg::from(names.person(*person)));
    let room = |room: &usize| ("room", Arg::from(names.room(*room)));
    let number = |name: &'static str, n: &usize| (name, Arg::from(*n));
    let args = match unmet {
        Unmet::NoRooms { people } => vec![number("people", people)],
        Unmet::MoreRoomsThanPeople { rooms, people } => {
            vec![number("rooms", rooms), number("people", people)]
        }
        Unmet::MinOverMax { room: r, min, max } => vec![room(r), number("min", min), number("max", max)],
        Unmet::TooFewPeople { people, needed } => vec![number("people", people), number("needed", needed)],
        Unmet::TooFewSeats { people, seats } => vec![number("people", people), number("seats", seats)],
        Unmet::HeldOverMax { room: r, held, max } => vec![room(r), number("held", held), number("max", max)],
        Unmet::HeldTwice { person: p, rooms } | Unmet::HostInTwoRooms { person: p, rooms } => {
            vec![person(p), ("rooms", names.rooms(rooms).into())]
        }
        Unmet::HeldAgainstHost { person: p, held, hosts } => {
            vec![person(p), room(held), ("rooms", names.rooms(hosts).into())]
        }
        Unmet::HeldAway { person: p, room: r }
        | Unmet::HostAway { person: p, room: r }
        | Unmet::NoSuchRoom { person: p, room: r }
        | Unmet::WrongSeat { person: p, room: r } => vec![person(p), room(r)],
        Unmet::LanguagesUnknown { person: p } | Unmet::NotPlaced { person: p } => vec![person(p)],
        Unmet::NoCommonLanguage { room: r, without } => {
            vec![room(r), ("without", names.people(without).into())]
        }
        Unmet::BelowMin { room: r, size, min } => vec![room(r), number("size", size), number("min", min)],
        Unmet::OverMax { room: r, size, max } => vec![room(r), number("size", size), number("max", max)],
        Unmet::Uneven { room: r, size, from, to } => {
            vec![room(r), number("size", size), number("from", from), number("to", to)]
        }
    };
    let away = |person: usize| names.view.problem.rounds.iter().any(|round| round.absent.contains(&person));
    let id = match unmet {
        Unmet::WrongSeat { person, .. } if away(*person) => "groups-unmet-wrong-seat-away",
        other => id(other),
    };
    names.tongue.with(id, &args)
}

/// The most people named in a price.
const MOST_NAMED: usize = 3;

/// What a move would cost: "+1 repeat (S04), no common language in Room C".
pub(super) fn price(names: &Names<'_>, price: &Price) -> String {
    let tongue = names.tongue;
    let mut parts = Vec::new();
    let mut repeats = |id: &str, whom: &[(usize, u32)]| {
        if whom.is_empty() {
            return;
        }
        let mut people: Vec<String> = whom.iter().take(MOST_NAMED).map(|(p, _)| names.person(*p)).collect();
        if whom.len() > MOST_NAMED {
            people.push("…".to_owned());
        }
        parts.push(tongue.with(id, &[("n", whom.len().into()), ("people", people.join(", ").into())]));
    };
    repeats("groups-price-repeats", &price.meets_again);
    repeats("groups-price-spared", &price.spared);
    let mut language = |room: usize, (before, after): &(RoomLanguage, RoomLanguage)| {
        use RoomLanguage::{Interpreted, Without};
        let id = match (before, after) {
            (Without(_), Without(_)) | (Interpreted(_), Interpreted(_)) => return,
            (_, Without(_)) => ["groups-price-language-lost", "groups-price-language-lost-here"],
            (Without(_), _) => ["groups-price-language-found", "groups-price-language-found-here"],
            (_, Interpreted(_)) => ["groups-price-interpreted", "groups-interpreted"],
            _ => return,
        };
        // The room one goes to is named in the row already.
        let [elsewhere, here] = id;
        let id = if room == price.to { here } else { elsewhere };
        parts.push(tongue.with(id, &[("room", names.room(room).into())]));
    };
    if let (Some(from), Some(change)) = (price.from, &price.language_from) {
        language(from, change);
    }
    language(price.to, &price.language_to);
    let bound = |number: usize| names.view.rooms.get(number).and_then(|id| names.round.room(id));
    if let (Some(from), Some((_, after))) = (price.from, price.size_from)
        && let Some(min) = bound(from).and_then(|room| room.min).filter(|min| after < *min as usize)
    {
        let args = [("room", names.room(from).into()), ("n", after.into()), ("min", min.into())];
        parts.push(tongue.with("groups-price-below", &args));
    }
    if let Some(max) = bound(price.to).and_then(|room| room.max).filter(|max| price.size_to.1 > *max as usize)
    {
        parts.push(tongue.with("groups-price-above", &[("n", price.size_to.1.into()), ("max", max.into())]));
    }
    if price.change.balance != 0 {
        let by = format!("{:+}", price.change.balance).replace('-', "−");
        parts.push(tongue.with("groups-price-balance", &[("by", by.into())]));
    }
    if let Some(room) = price.held_elsewhere {
        parts.push(tongue.with("groups-price-held", &[("room", names.room(room).into())]));
    }
    if parts.is_empty() { tongue.say("groups-price-nothing") } else { parts.join(", ") }
}
