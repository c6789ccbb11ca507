//! The second entry: the same stack typed once more at the ballot desk, by the same keys. Where both readings may be shown and differ, one
//! key says which is right; of a secret ballot nothing is shown, and whoever looks at the paper types it once more.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::ballot::{BallotDesk, By, votes_of};
use super::marks::Marks;
use super::model::name;
use crate::input::field::Field;
use crate::input::{Code, Key};
use crate::language::Arg;
use crate::report::outcome;
use crate::tui::ctx::Desk;
use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::id::EventId;
use crate::workshop::thing::Thing;
use crate::workshop::votes::commands::{VoteCast, VoteCheck, VoteCorrect};
use crate::workshop::votes::paper::MOST_PRINTED;
use crate::workshop::votes::second_entry::Difference;
use crate::workshop::votes::{Vote, Voter, Votes};

/// Two readings of a ballot, of which one is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Question {
    /// Whose.
    pub voter: Voter,
    /// Whether it was entered the first time at all.
    pub entered: bool,
    /// What was entered, by the places of the options; none where that contradicts itself.
    pub first: Option<Marks>,
    /// What was typed again; none of a secret ballot, of which nothing is shown.
    pub second: Option<Marks>,
}

/// A reading by the places of the options: the best first where there are ranks.
fn marks_of(vote: &Vote, votes: &Votes) -> Marks {
    let place = |option: &EventId| vote.options().iter().position(|known| known == option);
    let given = votes.iter().filter_map(|(option, given)| Some((place(option)?, *given)));
    let mut given: Vec<(usize, u32)> = given.collect();
    given.sort_unstable();
    if vote.method() == crate::workshop::votes::ballot_rules::Method::Rank {
        given.sort_by_key(|(_, rank)| *rank);
    }
    Marks { blank: given.is_empty(), given, fault: None }
}

fn question(vote: &Vote, difference: &Difference) -> Question {
    let shown = |votes: &Option<Votes>| {
        votes.as_ref().filter(|_| !vote.is_secret()).map(|votes| marks_of(vote, votes))
    };
    Question {
        voter: difference.voter,
        entered: difference.entered,
        first: shown(&difference.first),
        second: shown(&difference.second),
    }
}

/// How a ballot differs, as far as it is known.
fn difference(vote: &Vote, voter: Voter) -> Option<Difference> {
    vote.second_entry()?.difference(voter).cloned()
}

/// The names under which a command speaks of a ballot.
struct Named {
    vote: Arc<str>,
    seat: Option<Arc<str>>,
    paper: Option<u32>,
}

impl Named {
    fn of(workshop: &Workshop, vote: &Vote, voter: Voter) -> Self {
        let vote = workshop.votes.label(vote.key()).as_ref().into();
        match voter {
            Voter::Seat(seat) => {
                Self { vote, seat: Some(workshop.people.label(seat).as_ref().into()), paper: None }
            }
            Voter::Paper(paper) => Self { vote, seat: None, paper: Some(paper) },
        }
    }

    fn check(&self, votes: BTreeMap<Arc<str>, u32>) -> Request {
        VoteCheck { vote: self.vote.clone(), seat: self.seat.clone(), paper: self.paper, votes }.into()
    }

    /// What takes the reading into the first entry, too.
    fn enter(&self, votes: BTreeMap<Arc<str>, u32>, entered: bool) -> Request {
        let (vote, seat, paper) = (self.vote.clone(), self.seat.clone(), self.paper);
        if entered {
            VoteCorrect { vote, seat, paper, votes, groups: None }.into()
        } else {
            VoteCast { vote, seat, paper, votes, groups: None }.into()
        }
    }
}

impl BallotDesk {
    /// To the first entry, or to the second.
    pub(crate) fn turn(&mut self, second: bool, vote: &Vote) {
        if self.second == second {
            return;
        }
        let numbers = |voter: Voter| matches!(voter, Voter::Paper(_));
        // Of a secret vote only papers can be read again.
        let papers = vote.is_secret() || vote.voters().next().is_some() && vote.voters().all(numbers);
        let by = if second && papers { By::Paper } else { self.by };
        *self = Self { second, by, ..Self::default() };
    }

    /// The ballot that is offered to be typed again: the next one that was entered, in the order of the stack.
    pub(super) fn next_again(&self, workshop: &Workshop, vote: &Vote) -> Option<Voter> {
        let checked = vote.checked();
        let left = |voter: &Voter| !checked.contains(voter);
        match self.by {
            By::Paper => {
                let last = match self.last {
                    Some(Voter::Paper(last)) => last,
                    _ => 0,
                };
                let papers: BTreeSet<Voter> =
                    vote.voters().filter(|voter| matches!(voter, Voter::Paper(_))).collect();
                if papers.is_empty() {
                    // They were entered elsewhere: one after the other.
                    return (last + 1..=MOST_PRINTED).map(Voter::Paper).find(left);
                }
                let after = papers.range(Voter::Paper(last.saturating_add(1))..);
                after.chain(&papers).copied().find(left)
            }
            By::Seat if vote.is_secret() => None,
            By::Seat => {
                let seats = outcome::seats(workshop, vote);
                let last = seats.iter().position(|seat| Some(Voter::Seat(*seat)) == self.last);
                let (before, after) = seats.split_at(last.map_or(0, |last| last + 1).min(seats.len()));
                let voters = after.iter().chain(before).map(|seat| Voter::Seat(*seat));
                voters.into_iter().find(|voter| vote.has_voted(*voter) && left(voter))
            }
        }
    }

    /// Whose ballot is typed again is settled: one that differs is asked about, or looked at once more.
    pub(super) fn settle_again(&mut self, desk: &mut Desk<'_>, key: EventId, voter: Voter) {
        let Some(workshop) = desk.workshop() else { return };
        let Some(vote) = workshop.votes.get(key) else { return };
        let who = name(workshop, voter);
        self.voter = Some(voter);
        match difference(vote, voter) {
            Some(differs) => self.question = Some(question(vote, &differs)),
            None if vote.checked().contains(&voter) => {
                desk.say("vote-second-again", &[("who", Arg::from(&who))]);
            }
            None => {}
        }
    }

    /// The ballot goes in as its second reading, and is compared.
    pub(super) fn enter_again(&mut self, desk: &mut Desk<'_>, key: EventId, voter: Voter, read: &Marks) {
        let Some(workshop) = desk.workshop() else { return };
        let Some(vote) = workshop.votes.get(key) else { return };
        let (who, named) = (name(workshop, voter), Named::of(workshop, vote, voter));
        let votes = votes_of(workshop, vote, read);
        let check = named.check(votes.clone());
        let settles = self.corrects;
        let requests = match difference(vote, voter) {
            Some(differs) if settles => vec![named.enter(votes, differs.entered), check],
            _ => vec![check],
        };
        if !desk.perform_all(&requests) {
            return;
        }
        self.last = Some(voter);
        self.marks = Field::default();
        let Some(vote) = desk.workshop().and_then(|workshop| workshop.votes.get(key)) else { return };
        let args = [("who", Arg::from(&who))];
        match (vote.second_entry(), difference(vote, voter)) {
            (_, Some(differs)) => {
                self.question = Some(question(vote, &differs));
                return;
            }
            (None, None) => desk.say("vote-second-typed", &args),
            (Some(_), None) if settles => desk.say("vote-second-settled", &args),
            (Some(_), None) => desk.say("vote-second-agrees", &args),
        }
        self.go_to_next();
    }

    fn go_to_next(&mut self) {
        self.back();
        self.who = Field::default();
        self.marks = Field::default();
    }

    /// A question that somebody else has answered is none.
    pub(super) fn forget_answered(&mut self, vote: Option<&Vote>) {
        let Some(asked) = &self.question else { return };
        if vote.is_none_or(|vote| difference(vote, asked.voter).is_none()) {
            self.go_to_next();
        }
    }

    /// The keys while it is asked which of two readings is right, or whether a secret ballot is typed once more. What types a ballot
    /// answers nothing, since a quick hand means it for the next one.
    pub(super) fn answer(&mut self, key: Key, desk: &mut Desk<'_>, vote: EventId) -> bool {
        let Some(asked) = self.question.clone() else { return false };
        let which = if asked.second.is_some() { "vote-second-which" } else { "vote-second-whether" };
        match (key.code, &asked.second) {
            (Code::Down, None) => {
                self.question = None;
                self.corrects = true;
            }
            (Code::Up, None) => desk.say(which, &[]),
            (Code::Up, Some(_)) => self.first_is_right(desk, vote, &asked),
            (Code::Down, Some(second)) => self.second_is_right(desk, vote, &asked, second),
            (Code::Esc, _) => {
                self.go_to_next();
                let Some(workshop) = desk.workshop() else { return true };
                let who = name(workshop, asked.voter);
                desk.say("vote-second-later", &[("who", Arg::from(&who))]);
            }
            (Code::Enter | Code::Backspace, _) => desk.say(which, &[]),
            (Code::Char(_), _) if key.typed().is_some() => desk.say(which, &[]),
            _ => return false,
        }
        true
    }

    fn first_is_right(&mut self, desk: &mut Desk<'_>, key: EventId, asked: &Question) {
        let Some(first) = &asked.first else { return desk.say("vote-second-no-first", &[]) };
        self.decide(desk, key, asked.voter, |named, workshop, vote| {
            named.check(votes_of(workshop, vote, first))
        });
    }

    fn second_is_right(&mut self, desk: &mut Desk<'_>, key: EventId, asked: &Question, second: &Marks) {
        self.decide(desk, key, asked.voter, |named, workshop, vote| {
            named.enter(votes_of(workshop, vote, second), asked.entered)
        });
    }

    fn decide(
        &mut self,
        desk: &mut Desk<'_>,
        key: EventId,
        voter: Voter,
        request: impl Fn(&Named, &Workshop, &Vote) -> Request,
    ) {
        let Some(workshop) = desk.workshop() else { return };
        let Some(vote) = workshop.votes.get(key) else { return };
        let who = name(workshop, voter);
        let request = request(&Named::of(workshop, vote, voter), workshop, vote);
        if desk.perform(request).is_some() {
            self.go_to_next();
            desk.say("vote-second-settled", &[("who", Arg::from(&who))]);
        }
    }
}
