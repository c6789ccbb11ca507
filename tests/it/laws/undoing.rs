//! Undo and redo.

use proptest::prelude::*;
use talkoot::workshop::command::Request;
use talkoot::workshop::event::{EventKind, WorkEvent};

use super::play::{Step, known, play, skews, steps, union};
use crate::common::device::{BEGIN, Device, fold, laptops};
use crate::common::dump::state;
use crate::common::requests;

fn undo() -> Request {
    Request::read(r#"{"do":"undo"}"#).unwrap()
}

fn redo() -> Request {
    Request::read(r#"{"do":"redo"}"#).unwrap()
}

#[track_caller]
fn assert_state(before: &str, now: &str) {
    let differ = before.lines().zip(now.lines()).find(|(a, b)| a != b);
    assert!(before == now, "{differ:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn redo_puts_back_what_undo_took(skews in skews(), steps in steps(60), times in 1..6_usize) {
        for mut laptop in play(skews, &steps) {
            let mut states = Vec::new();
            for _ in 0..times {
                let before = state(&laptop.workshop);
                if laptop.obey(&undo(), BEGIN).is_ok() {
                    states.push(before);
                }
            }
            for before in states.into_iter().rev() {
                laptop.obey(&redo(), BEGIN).unwrap();
                assert_state(&before, &state(&laptop.workshop));
            }
        }
    }

    #[test]
    fn undoing_all_the_way_leads_back_to_the_beginning(draws in prop::collection::vec(requests::draw(), 1..40)) {
        let mut desk = laptops([0; 3]).remove(0);
        let begin = state(&desk.workshop);
        for draw in &draws {
            let verb = requests::verb(draw[0]);
            // What was disclosed stays, as the next law says.
            if !matches!(verb, "vote.cast" | "vote.close") {
                let _ = desk.obey(&requests::request(verb, *draw, &known(&desk)), BEGIN);
            }
        }
        let mut most = 2 * draws.len();
        let refusal = loop {
            match desk.obey(&undo(), BEGIN) {
                Ok(_) => most = most.checked_sub(1).expect("it ends"),
                Err(refusal) => break refusal,
            }
        };
        prop_assert_eq!(refusal.message, "refused-nothing-to-undo");
        assert_state(&begin, &state(&desk.workshop));
    }

    #[test]
    fn an_event_named_is_undone_or_refused_with_a_reason(
        skews in skews(), steps in steps(50), victim in any::<prop::sample::Index>(),
    ) {
        for mut laptop in play(skews, &steps) {
            let known = known(&laptop);
            let name = victim.get(&known);
            let line = format!(r#"{{"do":"undo","event":"{name}"}}"#);
            let before = state(&laptop.workshop);
            match laptop.tell(&line) {
                Err(refusal) => prop_assert!(["floor", "disclosed", "built-on", "state"].contains(&refusal.kind)),
                Ok(event) => {
                    let EventKind::Work(WorkEvent::Undone(taken)) = &event.kind else { panic!("an undo") };
                    prop_assert!(!laptop.workshop.counts(taken.of));
                    // Others may have built on work while its undo had not reached them; then it stays once it is back.
                    if laptop.workshop.event(taken.of).is_some_and(|event| event.kind.reversal().is_some()) {
                        continue;
                    }
                    // Undoing that undo says the same as redoing the work.
                    let mut other = laptop.clone();
                    laptop.must(&format!(r#"{{"do":"undo","event":"{}"}}"#, event.id));
                    assert_state(&before, &state(&laptop.workshop));
                    other.must(&format!(r#"{{"do":"redo","event":"{}"}}"#, taken.of));
                    assert_state(&before, &state(&other.workshop));
                }
            }
        }
    }

    #[test]
    fn a_closed_vote_stays_closed_whatever_is_undone(skews in skews(), steps in steps(60), order in prop::collection::vec(any::<prop::sample::Index>(), 1..12)) {
        let steps: Vec<Step> = steps.into_iter().filter(|step| matches!(step, Step::Do(0, _))).collect();
        let mut desk = play(skews, &steps).remove(0);
        for line in [r#"{"do":"vote.open","vote":"v1"}"#, r#"{"do":"vote.cast","vote":"v1","seat":"p2","votes":{}}"#, r#"{"do":"vote.close","vote":"v1"}"#] {
            let _ = desk.tell(line);
        }
        let results = |desk: &Device| -> Vec<String> {
            let closed = desk.workshop.votes.iter().filter(|vote| vote.closed_at().is_some());
            closed.map(|vote| format!("{:?} {:?} {} {}", vote.counted(), vote.options(), vote.dots(), vote.tie())).collect()
        };
        let before = results(&desk);
        for victim in order {
            let known = known(&desk);
            let _ = desk.tell(&format!(r#"{{"do":"undo","event":"{}"}}"#, victim.get(&known)));
            let _ = desk.obey(&undo(), BEGIN);
        }
        prop_assert_eq!(before, results(&desk));
    }
}

#[test]
fn undos_of_one_work_on_two_laptops_are_both_named_by_redo() {
    let mut laptops = laptops([0, 0, 0]);
    let work = laptops[0].must(r#"{"do":"idea.edit","idea":"i1","text":"a bank"}"#);
    let other = laptops[0].clone();
    laptops[1].join(&other);
    let line = format!(r#"{{"do":"undo","event":"{}"}}"#, work.id);
    let first = laptops[0].must(&line);
    let second = laptops[1].must(&line);
    let other = laptops[1].clone();
    laptops[0].join(&other);
    assert!(!laptops[0].workshop.counts(work.id));
    let redone = laptops[0].must(r#"{"do":"redo"}"#);
    let EventKind::Work(WorkEvent::Redone(taken)) = &redone.kind else { panic!("a redo") };
    assert_eq!(taken.undoes, [first.id, second.id]);
    assert!(laptops[0].workshop.counts(work.id));
    // A third undo that was not known of keeps the work undone, for all to see in the log; redo then names that one.
    let third = laptops[2].clone();
    drop(third);
    assert!(fold(&union(&laptops)).counts(work.id));
}

#[test]
fn what_others_built_on_cannot_be_taken_away_by_undoing_a_redo() {
    let mut laptops = laptops([0, 0, 0]);
    let work = laptops[0].must(r#"{"do":"idea.add","id":"new","text":"a bank"}"#);
    laptops[0].must(r#"{"do":"undo"}"#);
    let redone = laptops[0].must(r#"{"do":"redo"}"#);
    let other = laptops[0].clone();
    laptops[1].join(&other);
    let edit = laptops[1].must(r#"{"do":"idea.edit","idea":"new","text":"a mutual bank"}"#);
    for event in [work.id, redone.id] {
        let refusal = laptops[1].tell(&format!(r#"{{"do":"undo","event":"{event}"}}"#)).unwrap_err();
        assert_eq!(refusal.kind, "built-on", "{event}");
        assert!(refusal.args.iter().any(|(_, value)| *value == edit.id.to_string()), "named");
    }
}

#[test]
fn the_session_as_it_was_made_is_the_floor() {
    let mut desk = laptops([0; 3]).remove(0);
    assert_eq!(desk.obey(&undo(), BEGIN).unwrap_err().kind, "nothing");
    let base = desk.events()[0].id;
    assert_eq!(desk.tell(&format!(r#"{{"do":"undo","event":"{base}"}}"#)).unwrap_err().kind, "floor");
    assert_eq!(desk.obey(&redo(), BEGIN).unwrap_err().kind, "nothing");
}
