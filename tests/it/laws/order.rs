//! Any order, repetition and split of the same events gives the same workshop.

use proptest::prelude::*;
use talkoot::workshop::Workshop;
use talkoot::workshop::event::{Event, EventKind, Reversal, WorkEvent};
use talkoot::workshop::id::{EventId, RunId};
use talkoot::workshop::ideas::events::IdeaEvent;
use talkoot::workshop::people::events::PersonEvent;

use super::play::{play, skews, steps, union};
use crate::common::device::{BEGIN, fold};
use crate::common::dump::dump;

/// The first place where two dumps differ, so that a failure can be read.
#[track_caller]
pub fn assert_same(one: &Workshop, other: &Workshop) {
    let (one, other) = (dump(one), dump(other));
    if one != other {
        let (mut one, mut other) = (one.lines(), other.lines());
        let differ = std::iter::from_fn(|| Some((one.next(), other.next()))).find(|(a, b)| a != b);
        panic!("{differ:#?}");
    }
}

/// The same events in an order that numbers give, some of them twice.
fn shuffled(events: &[Event], order: &[u32]) -> Vec<Event> {
    let mut keyed: Vec<(u32, &Event)> = Vec::new();
    for (n, event) in events.iter().enumerate() {
        let key = order[n % order.len()].wrapping_mul(2_654_435_761).rotate_left(n as u32 % 31);
        keyed.push((key, event));
        if key.is_multiple_of(5) {
            keyed.push((key.wrapping_mul(7), event));
        }
    }
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, event)| event.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_arrival_does_not_matter(
        skews in skews(), steps in steps(60), order in prop::collection::vec(any::<u32>(), 1..9), cut in any::<prop::sample::Index>(),
    ) {
        let mut laptops = play(skews, &steps);
        let events = union(&laptops);
        let whole = fold(&events);
        let mixed = shuffled(&events, &order);
        assert_same(&whole, &fold(&mixed));
        assert_same(&whole, &fold(mixed.iter().rev()));
        // Two parts, folded apart and joined.
        let (left, right) = mixed.split_at(cut.index(mixed.len() + 1));
        let mut joined = fold(right);
        for event in left {
            joined.apply(event.clone());
        }
        assert_same(&whole, &joined);
        // The laptops themselves, which worked on as events came.
        for laptop in &mut laptops {
            events.iter().for_each(|event| laptop.take(event, BEGIN));
            assert_same(&whole, &laptop.workshop);
        }
    }

    #[test]
    fn rings_of_undos_end_and_count_as_nothing(
        skews in skews(), steps in steps(20), order in prop::collection::vec(any::<u32>(), 1..9),
        rings in prop::collection::vec((1..5_u64, any::<prop::sample::Index>()), 1..4),
    ) {
        let mut events = union(&play(skews, &steps));
        let honest = events.clone();
        for (number, (length, victim)) in rings.into_iter().enumerate() {
            let run = RunId(0xf0 + number as u64);
            // Each names the next, the last the first; the first also names an honest event.
            for n in 0..length {
                let mut undoes = vec![EventId::new(run, (n + 1) % length)];
                if n == 0 {
                    undoes.push(victim.get(&honest).id);
                }
                let mut ring = honest[0].clone();
                ring.id = EventId::new(run, n);
                ring.kind = EventKind::Work(WorkEvent::Undone(Reversal { of: undoes[0], undoes }));
                events.push(ring);
            }
        }
        let whole = fold(&events);
        assert_same(&whole, &fold(&shuffled(&events, &order)));
        let alone = fold(&honest);
        for event in &honest {
            prop_assert_eq!(whole.counts(event.id), alone.counts(event.id));
        }
        for event in &events[honest.len()..] {
            prop_assert!(!whole.counts(event.id));
        }
        prop_assert_eq!(whole.rings(), events.len() - honest.len());
    }

    #[test]
    fn a_forked_event_is_read_alike_everywhere(
        skews in skews(), steps in steps(20), order in prop::collection::vec(any::<u32>(), 1..9),
        forks in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..6),
    ) {
        let mut events = union(&play(skews, &steps));
        for (at, other) in forks {
            // One id, another content: who, when or what.
            let (mut forged, other) = (at.get(&events).clone(), other.get(&events).clone());
            match order[0] % 4 {
                0 => forged.who = "somebody".into(),
                1 => forged.kind = other.kind,
                2 => forged.stamp = other.stamp,
                _ => forged.kind = match forged.kind {
                    EventKind::Person(PersonEvent::Arrived(about)) => EventKind::Person(PersonEvent::Left(about)),
                    EventKind::Idea(IdeaEvent::Removed(about)) => EventKind::Idea(IdeaEvent::Hidden(
                        talkoot::workshop::event::Flag { of: about.of, is: true },
                    )),
                    _ => EventKind::Unknown(std::sync::Arc::new(talkoot::workshop::event::Foreign {
                        kind: "unheard.of".into(),
                        payload: "{}".into(),
                        of: forged.of(),
                        must: true,
                    })),
                },
            }
            events.push(forged);
        }
        let whole = fold(&events);
        assert_same(&whole, &fold(&shuffled(&events, &order)));
        assert_same(&whole, &fold(events.iter().rev()));
    }
}
