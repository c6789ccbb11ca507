//! The second entry of a secret vote: sealed like the ballots, opened where the keys are to say which papers differ, never what is on
//! them, and compared for good by the closing.

use std::collections::{BTreeMap, BTreeSet};

use super::ballots::open_lines;
use super::{Done, Session};
use crate::ballot_box::{self, Change, Checked, Memory, Secret};
use crate::fault::Fault;
use crate::workshop::decide::Decision;
use crate::workshop::event::{EventKind, Frame};
use crate::workshop::id::EventId;
use crate::workshop::refusal::Refusal;
use crate::workshop::votes::closing::{self, Opened};
use crate::workshop::votes::events::{SecondTold, VoteCast, VoteChecked, VoteEvent};
use crate::workshop::votes::paper::{Groups, Paper};
use crate::workshop::votes::second_entry::SecondEntry;
use crate::workshop::votes::{Stage, Vote, Voter};

/// The most lines that are opened while a vote is open, so that typing stays quick: of more the differences are found at closing.
const MOST_OPENED: usize = 2_000;

impl Session {
    /// Seals what was typed a second time, under the number of its paper.
    pub(super) fn seal_again(
        &mut self,
        decision: &Decision,
        checked: VoteChecked,
        part: Option<EventId>,
    ) -> Result<Done, Fault> {
        let places = self.places(checked.of);
        let _held = places.hold();
        let (mut memory, _) = self.memory(&places, checked.of);
        let VoteChecked { of, seat, paper, votes, .. } = checked;
        let cast = VoteCast { of, seat, paper, ..VoteCast::default() };
        let paper = self.number(&memory, &cast, true)?;
        let Some(vote) = self.workshop.votes.get(of) else {
            return Err(Refusal::unknown("vote", &of.to_string()).into());
        };
        let Some(key) = vote.public_key().cloned() else { return Err(Fault::system("fault-no-chance")) };
        let plain = Paper { paper, votes, groups: Groups::new() }.plain(vote.options());
        let ballot = ballot_box::seal(&key, &plain)
            .ok_or_else(|| Fault::from(Refusal::new("no-key", "refused-bad-key")))?;
        let to = Some(ballot_box::tag(&key).into());
        let sealed = VoteChecked { of, to, ballot: Some(ballot.into()), ..VoteChecked::default() };
        let frame = Frame { at: decision.frame.at, ..Frame::default() };
        let kind = EventKind::Vote(VoteEvent::Checked(sealed));
        let mut done = self.append(Decision { kind, frame, who: self.who.clone() }, part, false)?;
        if let Some(event) = done.events.first().copied() {
            // What is not remembered is offered to be typed once more, and no more than that.
            let _ = memory.record(&places, Change::Checked(Checked { paper, event }), true);
        }
        self.keep_memory(of, memory, false);
        self.know(of);
        done.told.paper = Some(paper);
        Ok(done)
    }

    /// Which papers were typed a second time and how they compare, as far as this laptop knows of an open vote.
    pub(super) fn second_here(
        &self,
        key: EventId,
        memory: &Memory,
    ) -> (BTreeSet<Voter>, Option<SecondEntry>) {
        let open = |vote: &&Vote| vote.stage() == Stage::Open && vote.secrets.checks().next().is_some();
        let Some(vote) = self.workshop.votes.get(key).filter(open) else { return Default::default() };
        let counting = memory.checks().iter().filter(|check| self.workshop.counts(check.event));
        let mut checked: BTreeSet<u32> = counting.map(|check| check.paper).collect();
        let few = vote.secrets.lines().count() + vote.secrets.checks().count() <= MOST_OPENED;
        let opened = few.then(|| self.compared(key, vote)).flatten();
        let second = opened.map(|(second, papers)| {
            checked.extend(papers);
            second
        });
        let second = second.map(|mut second| {
            for difference in &mut second.differ {
                // Nothing of either reading is to be had while the vote is open.
                (difference.first, difference.second) = (None, None);
            }
            second
        });
        (checked.into_iter().map(Voter::Paper).collect(), second)
    }

    /// What the keys on this laptop tell, and the numbers that were typed a second time.
    fn compared(&self, key: EventId, vote: &Vote) -> Option<(SecondEntry, BTreeSet<u32>)> {
        let secrets = self.places(key).secrets(None);
        let (lines, _) = open_lines(vote, &secrets).ok()?;
        let checks = open_checks(vote, &secrets);
        let papers = checks.iter().map(|check| check.paper.paper).collect();
        Some((closing::compare(&lines, &checks), papers))
    }
}

/// What a closing records of the second entry, where there was one. Of a paper that it sets aside only the number is told.
pub(super) fn told(
    vote: &Vote,
    lines: &[Opened],
    secrets: &[Secret],
    sorted: &closing::Sorted,
) -> Option<SecondTold> {
    vote.secrets.checks().next()?;
    let mut told = closing::compare(lines, &open_checks(vote, secrets)).told(false);
    for differs in &mut told.differ {
        let aside = |paper: u32| sorted.aside.iter().any(|aside| aside.paper == paper);
        if differs.paper.is_some_and(aside) {
            differs.votes = None;
        }
    }
    Some(told)
}

/// Opens what was typed a second time. What cannot be opened is as if it had not been typed.
fn open_checks(vote: &Vote, secrets: &[Secret]) -> Vec<Opened> {
    let keys: BTreeMap<String, &Secret> =
        secrets.iter().map(|secret| (ballot_box::tag(&secret.public()).to_owned(), secret)).collect();
    let opened = vote.secrets.checks().filter_map(|(event, line)| {
        let plain = ballot_box::open(keys.get(&*line.to)?, &line.ballot)?;
        let (stamp, device, corrects) = (line.stamp, line.device.clone(), line.corrects);
        Some(Opened { event, stamp, device, corrects, paper: Paper::read(&plain)? })
    });
    opened.collect()
}
