//! Whatever an agenda is, it is checked; and a break never makes it worse.

use proptest::prelude::*;
use talkoot::workshop::Workshop;
use talkoot::workshop::plan::{Fact, Kind, findings, marks};

use super::{desk, item, item_on};
use crate::common::device::Device;

/// The longest time without a break that is found, in minutes; 0 when none is too long.
fn longest(workshop: &Workshop) -> i64 {
    let minutes = |facts: &[(&str, Fact)]| {
        facts.iter().find_map(|(name, fact)| match fact {
            Fact::Minutes(minutes) if *name == "minutes" => Some(*minutes),
            _ => None,
        })
    };
    let found = findings(workshop);
    let of = found.iter().filter(|finding| finding.kind == Kind::NoBreak);
    of.filter_map(|finding| minutes(&finding.facts)).max().unwrap_or(0)
}

const KINDS: [&str; 8] = ["plenary", "activity", "breakout", "break", "lunch", "vote", "social", "ours"];

/// Day, minutes, kind, fixed begin, whether it is a hard stop, whether it is interpreted.
type Any = (u32, u32, usize, Option<u32>, bool, bool);

fn any_item() -> impl Strategy<Value = Any> {
    let begins = prop::option::weighted(0.3, 0..24 * 60_u32);
    (1..4_u32, 1..600_u32, 0..KINDS.len(), begins, any::<bool>(), any::<bool>())
}

fn agenda(items: &[Any]) -> Device {
    let mut at = desk();
    for (n, (day, minutes, kind, begins, stop, interpreted)) in items.iter().enumerate() {
        let begins =
            begins.map(|at| format!(r#","begins":"{:02}:{:02}""#, at / 60, at % 60)).unwrap_or_default();
        let kind = KINDS[*kind];
        let more = format!(r#""kind":"{kind}","stop":{stop},"interpreted":{interpreted}{begins}"#);
        item_on(&mut at, *day, &format!("a{n}"), *minutes, &more);
    }
    at
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn any_agenda_is_checked_and_each_finding_has_a_place(items in prop::collection::vec(any_item(), 0..20)) {
        let at = agenda(&items);
        let found = findings(&at.workshop);
        prop_assert!(found.iter().all(|finding| finding.day.is_some()));
        let marks = marks(&at.workshop);
        prop_assert!(found.iter().filter_map(|finding| finding.item).all(|item| marks.contains_key(&item)));
        prop_assert_eq!(findings(&at.workshop), found, "the same plan is told the same");
    }

    /// Without fixed begins, which an earlier break can push work against.
    #[test]
    fn a_long_enough_break_never_makes_a_stretch_longer(
        lengths in prop::collection::vec((1..100_u32, prop::bool::weighted(0.2)), 1..12),
        place in any::<prop::sample::Index>(), pause in 10..60_u32,
    ) {
        let mut at = desk();
        for (n, (minutes, free)) in lengths.iter().enumerate() {
            item(&mut at, &format!("a{n}"), *minutes, if *free { r#""kind":"break""# } else { "" });
        }
        let before = longest(&at.workshop);
        let after = format!("a{}", place.index(lengths.len()));
        item(&mut at, "pause", pause, &format!(r#""kind":"break","after":"{after}""#));
        prop_assert!(longest(&at.workshop) <= before, "{} > {before}", longest(&at.workshop));
    }
}

#[test]
fn five_hundred_items_a_day_are_one_look_each() {
    let mut at = desk();
    for n in 0..500 {
        let begins = format!(r#""begins":"{:02}:{:02}","stop":true,"kind":"breakout""#, n % 24, n % 60);
        item(&mut at, &format!("a{n}"), 3, &begins);
    }
    let found = findings(&at.workshop);
    let rooms = found.iter().filter(|finding| finding.kind == Kind::NoRound).count();
    assert_eq!(rooms, 500);
    assert!(found.len() <= 1200, "{}", found.len());
}
