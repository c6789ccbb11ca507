//! What is accepted takes effect, what is refused changes nothing, and nothing panics.

use proptest::prelude::*;
use talkoot::workshop::agenda::Progress;
use talkoot::workshop::agenda::commands::AgendaCommand;
use talkoot::workshop::agenda::events::ItemEvent;
use talkoot::workshop::command::{Command, Request, verbs};
use talkoot::workshop::commitments::events::CommitmentEvent;
use talkoot::workshop::decide::decide;
use talkoot::workshop::event::{Event, EventKind, WorkEvent};
use talkoot::workshop::groups::events::{GroupsEvent, RoundEvent, WishEvent};
use talkoot::workshop::ideas::events::IdeaEvent;
use talkoot::workshop::meeting::events::{StageEvent, TermEvent};
use talkoot::workshop::people::events::PersonEvent;
use talkoot::workshop::proposals::events::ProposalEvent;
use talkoot::workshop::register::Register;
use talkoot::workshop::thing::{Thing, Things};
use talkoot::workshop::votes::events::VoteEvent;
use talkoot::workshop::votes::{Stage, Voter};
use talkoot::workshop::{Workshop, ideas};

use super::order::assert_same;
use super::play::{known, play, play_watching, skews, steps, time};
use crate::common::device::{BEGIN, Device};
use crate::common::dump::dump;
use crate::common::requests;

fn there<T: Thing>(things: &Things<T>, request: &Request, event: &Event) {
    assert!(things.get(event.id).is_some());
    let name = request.id.clone().unwrap_or_else(|| event.id.to_string().into());
    assert_eq!(things.find(&name), Ok(event.id), "{name}");
    assert_eq!(things.label(event.id), name.as_ref());
}

fn settled<T: PartialEq + std::fmt::Debug>(register: &Register<T>, event: &Event) {
    assert_eq!(register.shown().map(|write| write.by), Some(event.id));
    assert_eq!(register.versions(), 1, "a write that knew of all others settles them");
}

/// What every accepted command promises of the workshop after it.
fn takes_effect(before: &Workshop, w: &Workshop, request: &Request, event: &Event) {
    assert!(w.counts(event.id));
    match &event.kind {
        EventKind::Term(TermEvent::Added(_)) => there(&w.terms, request, event),
        EventKind::Person(PersonEvent::Added(_)) => there(&w.people, request, event),
        EventKind::Item(ItemEvent::Added(_)) => there(&w.items, request, event),
        EventKind::Round(RoundEvent::Added(_)) => there(&w.rounds, request, event),
        EventKind::Idea(IdeaEvent::Added(_)) => there(&w.ideas, request, event),
        EventKind::Proposal(ProposalEvent::Added(_)) | EventKind::Idea(IdeaEvent::Promoted(_)) => {
            there(&w.proposals, request, event);
        }
        EventKind::Vote(VoteEvent::Prepared(_)) => there(&w.votes, request, event),
        EventKind::Commitment(CommitmentEvent::Added(_)) => there(&w.commitments, request, event),
        EventKind::Term(TermEvent::Removed(about)) => assert!(w.terms.get(about.of).is_none()),
        EventKind::Person(PersonEvent::Removed(about)) => assert!(w.people.get(about.of).is_none()),
        EventKind::Item(ItemEvent::Removed(about)) => assert!(w.items.get(about.of).is_none()),
        EventKind::Round(RoundEvent::Removed(about)) => assert!(w.rounds.get(about.of).is_none()),
        EventKind::Idea(IdeaEvent::Removed(about)) => assert!(w.ideas.get(about.of).is_none()),
        EventKind::Proposal(ProposalEvent::Removed(about)) => assert!(w.proposals.get(about.of).is_none()),
        EventKind::Vote(VoteEvent::Removed(about)) => assert!(w.votes.get(about.of).is_none()),
        EventKind::Commitment(CommitmentEvent::Removed(about)) => {
            assert!(w.commitments.get(about.of).is_none());
        }
        EventKind::Person(PersonEvent::Arrived(about)) => {
            assert!([1, 2, 9].iter().all(|day| w.people.get(about.of).unwrap().is_present(*day)));
        }
        EventKind::Person(PersonEvent::Left(about)) => {
            assert!([1, 2, 9].iter().all(|day| !w.people.get(about.of).unwrap().is_present(*day)));
        }
        EventKind::Item(ItemEvent::Started(started)) => {
            let on: Vec<_> = w.items.iter().filter(|item| item.progress().is_on()).map(Thing::key).collect();
            // Whatever ran, ends; only what was timed earlier than it had begun goes on.
            assert!(on.contains(&started.of) && on.len() == 1, "{on:?}");
        }
        EventKind::Item(ItemEvent::Ended(about)) => {
            assert!(matches!(w.items.get(about.of).unwrap().progress(), Progress::Ended { .. }));
        }
        EventKind::Item(ItemEvent::Paused(about)) => {
            assert!(matches!(w.items.get(about.of).unwrap().progress(), Progress::Paused { .. }));
        }
        EventKind::Item(ItemEvent::Extended(extended)) => {
            let item = |w: &Workshop| w.items.get(extended.of).unwrap().clone();
            let all = i64::from(item(before).planned_minutes()) + item(before).given();
            assert_eq!(i64::from(item(w).minutes()), all + i64::from(extended.minutes));
        }
        EventKind::Item(ItemEvent::Corrected(corrected)) => {
            let item = w.items.get(corrected.of).unwrap();
            let told = item.clock().told().find(|told| told.by == corrected.turn).unwrap();
            assert_eq!(told.at, corrected.to);
        }
        EventKind::Item(ItemEvent::Skipped(flag)) => {
            assert_eq!(w.items.get(flag.of).unwrap().is_skipped(), flag.is);
        }
        EventKind::Round(RoundEvent::Started(turned)) => {
            let round = w.rounds.get(turned.of).unwrap();
            assert!(turned.rooms.iter().all(|room| round.clock(room).called().is_none()));
        }
        EventKind::Round(RoundEvent::Called(turned)) => {
            let round = w.rounds.get(turned.of).unwrap();
            assert!(turned.rooms.iter().all(|room| round.clock(room).called().is_some()));
        }
        EventKind::Round(RoundEvent::Extended(extended)) => {
            let given = |w: &Workshop| w.rounds.get(extended.of).unwrap().clock(&extended.room).given();
            assert_eq!(given(w) - given(before), i64::from(extended.minutes));
        }
        EventKind::Round(RoundEvent::Reported(told)) => {
            let last = w.rounds.get(told.of).unwrap().reported().pop().unwrap();
            assert_eq!(last.1, told.room);
        }
        EventKind::Item(ItemEvent::Moved(place)) => settled(&w.items.get(place.of).unwrap().place, event),
        EventKind::Item(ItemEvent::Swapped(swapped)) => {
            swapped.items.iter().for_each(|place| settled(&w.items.get(place.of).unwrap().place, event));
        }
        EventKind::Round(RoundEvent::Placed(seat)) | EventKind::Round(RoundEvent::Held(seat)) => {
            let round = w.rounds.get(seat.of).unwrap();
            if seat.room.is_some() || seat.held.is_none() {
                assert_eq!(round.seat(seat.person), seat.room.as_ref());
                assert!(!round.is_conflicted(seat.person));
            }
            assert!(seat.held.is_none_or(|held| round.is_held(seat.person) == held));
        }
        EventKind::Round(RoundEvent::Preferred(preferred)) => {
            let round = w.rounds.get(preferred.of).unwrap();
            assert!(round.preferred(preferred.person).eq(&preferred.rooms));
        }
        EventKind::Groups(GroupsEvent::Ruled(ruled)) => {
            let rules = &w.rules;
            assert!(ruled.language.is_none_or(|language| rules.language() == language));
            assert!(ruled.alone.is_none_or(|alone| rules.alone() == alone));
            assert!(ruled.apart_by.as_ref().is_none_or(|columns| rules.apart_by() == *columns));
            assert!(ruled.balance.as_ref().is_none_or(|columns| rules.balance() == *columns));
            assert!(
                ruled
                    .order
                    .as_ref()
                    .is_none_or(|order| rules.balance_first() == (order.as_ref() == "balance"))
            );
        }
        EventKind::Wish(WishEvent::Added(set)) => {
            let wish = w.wishes.get(event.id).unwrap();
            assert_eq!(Some(wish.people()), set.people.as_deref());
        }
        EventKind::Round(RoundEvent::Planned(planned)) | EventKind::Round(RoundEvent::Repaired(planned)) => {
            let round = w.rounds.get(planned.of).unwrap();
            for (room, people) in &planned.seats {
                assert!(people.iter().all(|person| round.seat(*person) == Some(room)));
            }
            assert!(planned.out.iter().all(|person| round.seat(*person).is_none()));
        }
        EventKind::Idea(IdeaEvent::Tagged(tagged)) => {
            let tags: Vec<_> = w.ideas.get(tagged.of).unwrap().tags().cloned().collect();
            assert!(tagged.add.iter().all(|tag| tagged.remove.contains(tag) || tags.contains(tag)));
        }
        EventKind::Idea(IdeaEvent::Merged(merged)) => {
            assert!(
                merged
                    .ideas
                    .iter()
                    .all(|idea| ideas::kept(&w.ideas, *idea) == ideas::kept(&w.ideas, merged.of))
            );
        }
        EventKind::Idea(IdeaEvent::Unmerged(unmerged)) => {
            assert!(unmerged.ideas.iter().all(|idea| ideas::kept(&w.ideas, *idea) == *idea));
        }
        EventKind::Idea(IdeaEvent::Hidden(flag)) => {
            settled(&w.ideas.get(flag.of).unwrap().hidden, event);
        }
        EventKind::Vote(VoteEvent::Opened(opened)) => {
            let vote = w.votes.get(opened.of).unwrap();
            assert_eq!(vote.stage(), Stage::Open);
            assert_eq!(vote.hash(), opened.hash.as_deref());
            assert_eq!(vote.order_seed(), opened.order);
        }
        EventKind::Vote(VoteEvent::Dismissed(dismissed)) => {
            let vote = w.votes.get(dismissed.of).unwrap();
            let pair = [dismissed.options[0], dismissed.options[1]];
            assert!(vote.is_dismissed(pair) && vote.is_dismissed([pair[1], pair[0]]));
            assert!(
                talkoot::workshop::votes::decide::gates(w, vote)
                    .iter()
                    .all(|state| !state.pairs.contains(&pair))
            );
        }
        EventKind::Vote(VoteEvent::Closed(closed)) => {
            assert_eq!(w.votes.get(closed.of).unwrap().stage(), Stage::Closed);
        }
        EventKind::Vote(VoteEvent::Revealed(about)) => {
            assert_eq!(w.votes.get(about.of).unwrap().stage(), Stage::Revealed);
        }
        EventKind::Vote(VoteEvent::Counted(counted)) => {
            let vote = w.votes.get(counted.of).unwrap();
            let hands = vote.hands().unwrap();
            assert_eq!((&hands.hands, hands.voters), (&counted.hands, counted.voters));
        }
        EventKind::Vote(VoteEvent::Proxied(proxied)) => {
            assert_eq!(w.votes.get(proxied.of).unwrap().proxy_of(proxied.person), proxied.by);
        }
        EventKind::Vote(VoteEvent::Checked(checked)) => {
            let (was, vote) = (before.votes.get(checked.of).unwrap(), w.votes.get(checked.of).unwrap());
            let voter = checked.seat.map(Voter::Seat).or(checked.paper.map(Voter::Paper)).unwrap();
            assert!(vote.checked().contains(&voter));
            assert!(was.voters().eq(vote.voters()) && was.ballots_in() == vote.ballots_in());
            let second = vote.second_entry().unwrap();
            let differs = second.difference(voter);
            assert!(differs.is_none_or(|differs| differs.second.as_ref() == Some(&checked.votes)));
        }
        EventKind::Vote(VoteEvent::Cast(cast)) | EventKind::Vote(VoteEvent::Corrected(cast)) => {
            let vote = w.votes.get(cast.of).unwrap();
            assert!(vote.has_voted(talkoot::workshop::votes::voter(cast).unwrap()));
            assert!(vote.counted().is_empty() && vote.stage() == Stage::Open);
        }
        EventKind::Commitment(CommitmentEvent::Done(flag)) => {
            assert_eq!(w.commitments.get(flag.of).unwrap().is_done(), flag.is);
        }
        EventKind::Stage(StageEvent::Shown(shown)) => {
            let staged = w.meeting.staged().unwrap();
            assert_eq!((&staged.view, staged.step), (&shown.view, shown.step));
        }
        EventKind::Work(WorkEvent::Undone(taken)) => assert!(!w.counts(taken.of)),
        EventKind::Work(WorkEvent::Redone(taken)) => {
            assert!(w.counts(taken.of) && taken.undoes.iter().all(|undo| !w.counts(*undo)));
        }
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    #[test]
    fn what_is_accepted_takes_effect(skews in skews(), steps in steps(60)) {
        // A command that says when it happened would be sorted among the turns of a clock; these happen when they are said.
        play_watching(skews, &steps, |before, after, request, event| {
            takes_effect(&before.workshop, &after.workshop, request, event);
        });
    }

    #[test]
    fn what_is_refused_changes_nothing_and_says_why(
        skews in skews(), steps in steps(40), draws in prop::collection::vec(requests::draw(), verbs().count()),
    ) {
        for laptop in play(skews, &steps) {
            let before = dump(&laptop.workshop);
            for (spec, draw) in verbs().zip(&draws) {
                let request = requests::request(spec.name, *draw, &known(&laptop));
                prop_assert_eq!(request.command.verb(), spec.name);
                if let Err(refusal) = decide(&laptop.workshop, &request, &laptop.context(BEGIN)) {
                    prop_assert!(!refusal.kind.is_empty() && refusal.message.starts_with("refused-"), "{refusal}");
                }
            }
            prop_assert_eq!(before, dump(&laptop.workshop));
        }
    }

    #[test]
    fn a_decision_is_the_same_for_the_same_workshop(skews in skews(), steps in steps(40), draw in requests::draw()) {
        let laptops = play(skews, &steps);
        let events = super::play::union(&laptops);
        let mut one = laptops[0].clone();
        let mut other = Device::new(0, skews[0]);
        events.iter().for_each(|event| one.take(event, BEGIN));
        events.iter().rev().for_each(|event| other.take(event, BEGIN));
        assert_same(&one.workshop, &other.workshop);
        let context = one.context(time(90));
        let request = requests::request(requests::verb(draw[0]), draw, &known(&one));
        prop_assert_eq!(decide(&one.workshop, &request, &context), decide(&other.workshop, &request, &context));
    }
}

#[test]
fn an_id_is_for_what_is_made() {
    let mut laptop = crate::common::device::laptops([0; 3]).remove(0);
    let mut request = Request::read(r#"{"do":"item.start","item":"a1"}"#).unwrap();
    request.id = Some("x".into());
    assert_eq!(laptop.obey(&request, BEGIN).unwrap_err().kind, "unknown-field");
    assert!(matches!(request.command, Command::Agenda(AgendaCommand::ItemStart(_))));
}
