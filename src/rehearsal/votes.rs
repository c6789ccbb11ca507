//! A vote: prepared over the proposals, opened, balloted, closed, revealed.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::player::{Player, between, happens, later, name};
use super::task::{Task, Wall};
use crate::planner::random::Random;
use crate::report::outcome::{self, Forward};
use crate::workshop::Workshop;
use crate::workshop::agenda::Item;
use crate::workshop::command::Request;
use crate::workshop::id::EventId;
use crate::workshop::proposals::Proposal;
use crate::workshop::proposals::commands::ProposalEdit;
use crate::workshop::thing::Thing;
use crate::workshop::votes::commands::{VoteCast, VoteClose, VoteOpen, VotePrepare, VoteReveal, VoteWaive};
use crate::workshop::votes::decide::open_gates;
use crate::workshop::votes::{Stage, Vote, Voter};

/// The most options of a vote.
const MOST_OPTIONS: usize = 500;

impl Player {
    /// Leads through a vote: one that is open, was opened in this item, or is prepared already; or a new one.
    pub(super) fn lead_vote(&mut self, workshop: &Workshop, item: &Item, length: i64) {
        let at = |stage: Stage| workshop.votes.iter().find(|vote| vote.stage() == stage).map(Thing::key);
        let begun = item.progress().first();
        let here =
            |vote: &&Vote| vote.opened_at().is_some_and(|opened| begun.is_some_and(|begun| opened >= begun));
        let opened = workshop.votes.iter().rfind(here).map(Thing::key);
        let known = at(Stage::Open).or(opened).or_else(|| at(Stage::Prepared));
        self.vote = known.map(|key| name(&workshop.votes, key));
        let part = |of_hundred: i64| length.saturating_mul(of_hundred) / 100;
        let tasks = [
            (2, Task::Show(Wall::Proposals)),
            (5, Task::Prepare),
            (6, Task::Gates),
            (10, Task::OpenVote),
            (11, Task::Show(Wall::Vote)),
            (70, Task::CloseVote),
            (80, Task::Reveal),
            (81, Task::Show(Wall::Reveal(Some(1)))),
            (82, Task::Show(Wall::Reveal(Some(4)))),
            (84, Task::Show(Wall::Reveal(None))),
            (85, Task::Results),
        ];
        for (of_hundred, task) in tasks {
            self.put_in(part(of_hundred), task);
        }
    }

    fn own_vote<'a>(&self, workshop: &'a Workshop, stage: Stage) -> Option<(&'a Vote, Arc<str>)> {
        let label = self.vote.clone()?;
        let key = workshop.votes.find(&label).ok()?;
        workshop.votes.get(key).filter(|vote| vote.stage() == stage).map(|vote| (vote, label))
    }

    /// The vote that can be shown: open or closed, or revealed.
    pub(super) fn vote_named(&self, workshop: &Workshop, revealed: bool) -> Option<Arc<str>> {
        let stages: &[Stage] =
            if revealed { &[Stage::Revealed] } else { &[Stage::Open, Stage::Closed, Stage::Prepared] };
        stages.iter().find_map(|stage| self.own_vote(workshop, *stage)).map(|(_, label)| label)
    }

    pub(super) fn vote_request(&mut self, task: &Task, workshop: &Workshop) -> Option<Request> {
        match task {
            Task::Prepare => self.prepare(workshop),
            Task::Gates => {
                let (vote, _) = self.own_vote(workshop, Stage::Prepared)?;
                open_gates(workshop, vote).into_iter().for_each(|gate| self.put_in(5, Task::Waive(gate)));
                None
            }
            Task::Waive(gate) => {
                let (_, vote) = self.own_vote(workshop, Stage::Prepared)?;
                let reason = self.words.first("rehearsal-waived").into();
                Some(VoteWaive { vote, gate: (*gate).into(), reason }.into())
            }
            Task::OpenVote => {
                let (vote, label) = self.own_vote(workshop, Stage::Prepared)?;
                let there = vote.options().iter().filter(|option| workshop.proposals.get(**option).is_some());
                (there.count() >= 2).then(|| VoteOpen { vote: label }.into())
            }
            Task::CloseVote => {
                self.own_vote(workshop, Stage::Open).map(|(_, vote)| VoteClose { vote, phrase: None }.into())
            }
            Task::Reveal => {
                self.own_vote(workshop, Stage::Closed).map(|(_, vote)| VoteReveal { vote }.into())
            }
            Task::Results => {
                let (vote, _) = self.own_vote(workshop, Stage::Revealed)?;
                let result = outcome::result(workshop, vote.key())?;
                let forward = result.rows.iter().filter(|row| row.forward == Forward::Yes);
                for (row, seconds) in forward.zip((5..).step_by(8)) {
                    self.put_in(seconds, Task::Forward(row.option));
                }
                None
            }
            Task::Forward(key) => {
                let proposal = workshop.proposals.get(*key)?;
                (proposal.state() != "going-forward").then(|| forward(name(&workshop.proposals, *key)).into())
            }
            _ => None,
        }
    }

    fn prepare(&mut self, workshop: &Workshop) -> Option<Request> {
        if self.vote.is_some() {
            return None;
        }
        let asked = workshop.proposals.iter().filter(|proposal| proposal.state() != "withdrawn");
        let options: Vec<Arc<str>> =
            asked.take(MOST_OPTIONS).map(|proposal| name(&workshop.proposals, proposal.key())).collect();
        if options.len() < 2 {
            return None;
        }
        let id = workshop.votes.free_ids("v-").next()?;
        self.vote = Some(id.clone());
        let prepare = VotePrepare {
            title: self.words.both("rehearsal-vote", &[]),
            options,
            method: "dots".into(),
            secret: Some(false),
            ..VotePrepare::default()
        };
        Some(Request { id: Some(id), ..Request::from(prepare) })
    }

    /// A vote is open: those who are there enter their ballots, a few do not.
    pub(super) fn hand_out_ballots(&mut self, workshop: &Workshop) {
        let open = workshop.votes.iter().filter(|vote| vote.stage() == Stage::Open);
        let new: Vec<&Vote> = open.filter(|vote| !self.balloted.contains_key(&vote.key())).collect();
        for vote in new {
            let weights = vote.options().iter().map(|_| 1 + weight(&mut self.room)).collect();
            self.balloted.insert(vote.key(), weights);
            let running = workshop.items.iter().find(|item| item.progress().is_on());
            let length = running.map_or(600, |item| i64::from(item.minutes()).saturating_mul(60));
            let span = (length * 45 / 100).clamp(30, 3600);
            for person in self.present(workshop, self.day.max(1)) {
                if happens(&mut self.room, 94) {
                    let after = between(&mut self.room, 10, span);
                    self.put(later(self.now, after), Task::Vote(vote.key(), person));
                }
            }
        }
    }

    pub(super) fn ballot(&mut self, workshop: &Workshop, key: EventId, person: EventId) -> Option<Request> {
        let vote = workshop.votes.get(key).filter(|vote| vote.stage() == Stage::Open)?;
        let there = workshop.people.get(person)?.is_present(self.day.max(1));
        if !there || vote.has_voted(Voter::Seat(person)) {
            return None;
        }
        let by_paper = happens(&mut self.room, 10);
        let paper = (1_u32..).find(|number| !vote.has_voted(Voter::Paper(*number))).filter(|_| by_paper);
        let seat = paper.is_none().then(|| name(&workshop.people, person));
        let weights = self.balloted.get(&key)?.clone();
        let votes = dots(&mut self.room, workshop, vote, weights);
        let cast = VoteCast { vote: name(&workshop.votes, key), seat, paper, votes, groups: None };
        Some(Request { who: Some("ballots".into()), ..Request::from(cast) })
    }
}

/// How dear an option is to the room: a few are to many.
fn weight(random: &mut Random) -> u32 {
    let one = random.below(10) + 1;
    u32::try_from(one * one).unwrap_or(1)
}

/// The dots of one ballot: on different options first, most of them on what is dear to the room; some keep a dot.
fn dots(
    random: &mut Random,
    workshop: &Workshop,
    vote: &Vote,
    mut weights: Vec<u32>,
) -> BTreeMap<Arc<str>, u32> {
    let options: Vec<&Proposal> =
        vote.options().iter().filter_map(|key| workshop.proposals.get(*key)).collect();
    weights.truncate(options.len());
    let spared = usize::from(happens(random, 15));
    let most = usize::try_from(vote.dots()).unwrap_or(usize::MAX).min(options.len()).saturating_sub(spared);
    let mut votes = BTreeMap::new();
    for _ in 0..most {
        let sum: usize = weights.iter().map(|weight| *weight as usize).sum();
        let mut drawn = random.below(sum);
        let found = weights.iter_mut().zip(&options).find(|(weight, _)| {
            let weight = **weight as usize;
            let here = drawn < weight;
            drawn = drawn.saturating_sub(weight);
            here
        });
        let Some((weight, option)) = found else { break };
        *weight = 0;
        votes.insert(name(&workshop.proposals, option.key()), 1);
    }
    votes
}

fn forward(proposal: Arc<str>) -> ProposalEdit {
    ProposalEdit { proposal, state: Some("going-forward".into()), ..ProposalEdit::default() }
}
