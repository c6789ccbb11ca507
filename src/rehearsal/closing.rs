//! What becomes of ideas: alike ones are merged, some are promoted to proposals; and at the end who does what.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::ToSpan;

use super::agenda::last_day;
use super::player::{Player, between, name};
use super::task::{Task, Wall};
use super::words::{COMMITMENTS, Deck, PLEDGES, Said};
use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::commitments::commands::CommitmentAdd;
use crate::workshop::id::EventId;
use crate::workshop::ideas::commands::{IdeaMerge, IdeaPromote};
use crate::workshop::ideas::{Idea, kept};
use crate::workshop::text::Text;
use crate::workshop::thing::Thing;

/// The most proposals about which something is promised.
const MOST_PROPOSALS: usize = 8;
/// The fewest proposals that something is promised about where none goes forward.
const FEW_PROPOSALS: usize = 3;

/// An idea that stands by itself, by its id.
fn standing<'a>(workshop: &'a Workshop, id: &str) -> Option<&'a Idea> {
    let key = workshop.ideas.find(id).ok()?;
    workshop.ideas.get(key).filter(|idea| kept(&workshop.ideas, key) == key && !idea.is_off_record())
}

impl Player {
    /// Merges two ideas that say the same, in one language each.
    pub(super) fn merge(&mut self, workshop: &Workshop) -> Option<Request> {
        let mut first: BTreeMap<(&str, &Text), &Said> = BTreeMap::new();
        for said in self.said.iter().filter(|said| standing(workshop, &said.id).is_some()) {
            if let Some(known) = first.insert((said.line, &said.topic), said) {
                let ideas = vec![known.id.clone(), said.id.clone()];
                return Some(IdeaMerge { ideas, text: None }.into());
            }
        }
        None
    }

    /// Makes a proposal of an idea and of others that touch the same.
    pub(super) fn promote(&mut self, workshop: &Workshop) -> Option<Request> {
        let free = |said: &&Said| {
            said.deck == Deck::Plain && !said.promoted && standing(workshop, &said.id).is_some()
        };
        let ids: Vec<Arc<str>> = self.said.iter().filter(free).map(|said| said.id.clone()).collect();
        let first = ids.get(self.desk.below(ids.len()))?.clone();
        let touches = |id: &Arc<str>| -> Vec<Arc<str>> {
            standing(workshop, id).map(|idea| idea.tags().cloned().collect()).unwrap_or_default()
        };
        let same = touches(&first);
        let alike = ids.iter().filter(|id| **id != first && touches(id).iter().any(|tag| same.contains(tag)));
        let ideas: Vec<Arc<str>> = std::iter::once(&first).chain(alike.take(2)).cloned().collect();
        let (line, lang) =
            self.said.iter().find(|said| said.id == first).map(|said| (said.line, said.lang))?;
        // A title in one language only is what a gate of the vote is for: the first has one.
        let from_ideas = workshop.proposals.iter().filter(|proposal| !proposal.ideas().is_empty()).count();
        let title = match from_ideas % 2 {
            0 => Text::one(lang, self.words.say(lang, line, &[])),
            _ => self.words.both(line, &[]),
        };
        for said in self.said.iter_mut().filter(|said| ideas.contains(&said.id)) {
            said.promoted = true;
        }
        let id = workshop.proposals.free_ids("P").next()?;
        Some(Request { id: Some(id), ..Request::from(IdeaPromote { ideas, title: Some(title) }) })
    }

    /// Those who are there promise something about each proposal that goes forward.
    pub(super) fn lead_commitments(&mut self, workshop: &Workshop, length: i64) {
        let forward = workshop.proposals.iter().filter(|proposal| proposal.state() == "going-forward");
        let mut about: Vec<EventId> = forward.map(Thing::key).take(MOST_PROPOSALS).collect();
        if about.is_empty() {
            let all = workshop.proposals.iter().filter(|proposal| proposal.state() != "withdrawn");
            about = all.map(Thing::key).take(FEW_PROPOSALS).collect();
        }
        let mut promised: Vec<Option<EventId>> = Vec::new();
        for proposal in about {
            promised.extend((0..between(&mut self.desk, 1, 3)).map(|_| Some(proposal)));
        }
        promised.extend([None, None]);
        let share = length.saturating_mul(8) / 10 / i64::try_from(promised.len()).unwrap_or(1).max(1);
        self.put_in(length / 20 + 10, Task::Show(Wall::Commitments));
        for (proposal, nth) in promised.into_iter().zip(0_i64..) {
            let after = length / 10 + share.saturating_mul(nth) + between(&mut self.desk, 0, share / 2);
            self.put_in(after, Task::Commit(proposal));
        }
    }

    pub(super) fn commit(&mut self, workshop: &Workshop, proposal: Option<EventId>) -> Option<Request> {
        let proposal = match proposal {
            Some(key) => Some(workshop.proposals.get(key)?),
            None => None,
        };
        let mut there = self.present(workshop, self.day.max(1));
        // Those who lend their voice promise nothing themselves.
        there.retain(|key| workshop.people.get(*key).is_some_and(|person| !person.interprets()));
        self.desk.shuffle(&mut there);
        let mut named = there.into_iter().map(|key| name(&workshop.people, key));
        let owner = named.next().unwrap_or_else(|| "desk".into());
        let many = self.desk.below(3);
        let with: Vec<Arc<str>> = named.take(many).collect();
        let text = match proposal {
            Some(proposal) => {
                let line = COMMITMENTS.get(self.desk.below(COMMITMENTS.len()))?;
                self.words.both(line, &[("what", proposal.title.text())])
            }
            None => {
                self.pledged += 1;
                self.words.both(PLEDGES.get(self.pledged % PLEDGES.len())?, &[])
            }
        };
        let days = between(&mut self.desk, 20, 300);
        let last = workshop.meeting.date_of(last_day(workshop));
        let due = last.and_then(|last| last.checked_add(days.days()).ok()).map(|due| due.to_string().into());
        let id = workshop.commitments.free_ids("c-").next()?;
        let add = CommitmentAdd {
            text,
            owner,
            due,
            with: Some(with).filter(|with| !with.is_empty()),
            proposal: proposal.map(|proposal| name(&workshop.proposals, proposal.key())),
        };
        Some(Request { id: Some(id), ..Request::from(add) })
    }
}
