//! The ballot desk: whose ballot, then the numbers of the options, then the next. What a ballot held is nowhere once it is in.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::marks::{self, Fault, Marks, Rules};
use super::second::Question;
use crate::input::field::Field;
use crate::language::{Arg, Messages};
use crate::report::outcome;
use crate::tui::ctx::{Desk, Notice, View};
use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::id::EventId;
use crate::workshop::thing::Thing;
use crate::workshop::votes::commands::{VoteCast, VoteCorrect};
use crate::workshop::votes::{Vote, Voter};

/// The highest number of a paper.
const LAST_PAPER: u32 = 999_999;

/// Whose ballots are entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum By {
    /// Those of seats.
    #[default]
    Seat,
    /// Numbered papers.
    Paper,
}

/// What is typed at the ballot desk. It is never kept as a draft: a ballot lies on no disk before it is in.
#[derive(Debug, Default)]
pub(crate) struct BallotDesk {
    /// Seats or papers.
    pub by: By,
    /// The voter's name.
    pub who: Field,
    /// The numbers of the options.
    pub marks: Field,
    /// Whose ballot it is, once that is settled.
    pub voter: Option<Voter>,
    /// Whether that ballot is in already and will be corrected.
    pub corrects: bool,
    /// Whether the ballots are typed a second time.
    pub second: bool,
    /// Two readings of one ballot, while it is asked which is right.
    pub question: Option<Question>,
    pub(super) last: Option<Voter>,
    /// Whether the voter's name was refused: what is typed next takes its place.
    pub(super) refused: bool,
    /// Whether it was settled what is entered at first.
    pub(super) begun: bool,
}

impl BallotDesk {
    /// The line that has the cursor.
    pub(crate) fn field(&mut self) -> &mut Field {
        if self.voter.is_some() { &mut self.marks } else { &mut self.who }
    }

    /// Seats or papers.
    pub(crate) fn switch(&mut self) {
        self.by = match self.by {
            By::Seat => By::Paper,
            By::Paper => By::Seat,
        };
        self.back();
        self.who = Field::default();
    }

    /// At first: papers where only papers are in, so that the program that is opened again goes on with them.
    pub(crate) fn begin(&mut self, vote: &Vote) {
        if std::mem::replace(&mut self.begun, true) {
            return;
        }
        let mut voters = vote.voters().peekable();
        if voters.peek().is_some() && voters.all(|voter| matches!(voter, Voter::Paper(_))) {
            self.by = By::Paper;
        }
    }

    /// What named nobody goes when something else is typed.
    pub(crate) fn forget_refused(&mut self) {
        if std::mem::take(&mut self.refused) {
            self.who = Field::default();
        }
    }

    /// Back to whose ballot it is; what was typed of the ballot stays.
    pub(crate) fn back(&mut self) {
        self.voter = None;
        self.corrects = false;
        self.question = None;
    }

    /// Whose ballot comes next: the seat after the last one that is not in, the next paper.
    pub(crate) fn next(&self, workshop: &Workshop, vote: &Vote) -> Option<Voter> {
        if self.second {
            return self.next_again(workshop, vote);
        }
        match self.by {
            By::Paper => {
                let last = match self.last {
                    Some(Voter::Paper(last)) => last,
                    _ => 0,
                };
                let papers = (last + 1..=LAST_PAPER).map(Voter::Paper);
                papers.into_iter().find(|paper| !vote.has_voted(*paper))
            }
            By::Seat => {
                let seats = outcome::seats(workshop, vote);
                let last = seats.iter().position(|seat| Some(Voter::Seat(*seat)) == self.last);
                let from = last.map_or(0, |last| last + 1);
                let (before, after) = seats.split_at(from.min(seats.len()));
                after.iter().chain(before).map(|seat| Voter::Seat(*seat)).find(|seat| !vote.has_voted(*seat))
            }
        }
    }

    /// Whether what is typed names a seat for certain, so that the cursor can go on by itself.
    pub(crate) fn go_on(&mut self, desk: &mut Desk<'_>, vote: EventId) {
        let Some(workshop) = desk.workshop().filter(|_| self.by == By::Seat) else { return };
        if let Some(seat) = marks::whole_seat(workshop, self.who.text()) {
            self.settle(desk, vote, Voter::Seat(seat));
        }
    }

    fn settle(&mut self, desk: &mut Desk<'_>, vote: EventId, voter: Voter) {
        if self.second {
            return self.settle_again(desk, vote, voter);
        }
        let Some(workshop) = desk.workshop() else { return };
        self.corrects = workshop.votes.get(vote).is_some_and(|vote| vote.has_voted(voter));
        self.voter = Some(voter);
        if self.corrects {
            let who = super::model::name(workshop, voter);
            return desk.say("vote-corrects", &[("who", Arg::from(&who))]);
        }
        let away = |seat: EventId| {
            workshop.votes.get(vote).is_some_and(|vote| !outcome::seats(workshop, vote).contains(&seat))
        };
        if let Voter::Seat(seat) = voter
            && away(seat)
        {
            let who = super::model::name(workshop, voter);
            desk.say("vote-seat-away", &[("who", Arg::from(&who))]);
        }
    }

    /// Enter: the voter is settled, or the ballot goes in.
    pub(crate) fn enter(&mut self, desk: &mut Desk<'_>, vote: EventId) {
        match self.voter {
            None => self.enter_voter(desk, vote),
            Some(voter) => self.enter_ballot(desk, vote, voter),
        }
    }

    fn enter_voter(&mut self, desk: &mut Desk<'_>, key: EventId) {
        let Some(workshop) = desk.workshop() else { return };
        let Some(vote) = workshop.votes.get(key) else { return };
        let typed = self.who.text().trim().to_owned();
        let voter = match self.by {
            _ if typed.is_empty() => match self.next(workshop, vote) {
                Some(next) => Some(next),
                None => return desk.say(if self.second { "vote-second-all" } else { "vote-all-in" }, &[]),
            },
            By::Seat => marks::seat(workshop, &typed).map(Voter::Seat),
            By::Paper => {
                typed.parse().ok().filter(|paper| (1..=LAST_PAPER).contains(paper)).map(Voter::Paper)
            }
        };
        match voter {
            Some(voter) => self.settle(desk, key, voter),
            None => {
                self.refused = true;
                let id = if self.by == By::Seat { "vote-no-such-seat" } else { "vote-no-such-paper" };
                complain(desk, id, &[("typed", Arg::from(&typed))]);
            }
        }
    }

    fn enter_ballot(&mut self, desk: &mut Desk<'_>, key: EventId, voter: Voter) {
        let Some(workshop) = desk.workshop() else { return };
        let Some(vote) = workshop.votes.get(key) else { return };
        let read = self.read(workshop, vote);
        if let Some(fault) = &read.fault {
            let sentence = fault_in_words(desk.messages, fault);
            return trouble(desk, sentence);
        }
        if !read.is_whole() {
            // Enter after a seat that went on by itself does no harm.
            return desk.say("vote-nothing-typed", &[]);
        }
        if self.second {
            return self.enter_again(desk, key, voter, &read);
        }
        if vote.has_voted(voter) && !self.corrects {
            // Somebody else entered it while this one was being typed: what is typed stays.
            let who = super::model::name(workshop, voter);
            self.corrects = true;
            return complain(desk, "vote-corrects", &[("who", Arg::from(&who))]);
        }
        let request = request(workshop, vote, voter, &read, self.corrects);
        let who = super::model::name(workshop, voter);
        let Some(done) = desk.perform(request) else { return };
        let corrected = self.corrects;
        self.last = Some(voter);
        self.back();
        self.who = Field::default();
        self.marks = Field::default();
        if let (Some(paper), Voter::Seat(_), false) = (done.told.paper, voter, corrected) {
            let paper = paper.to_string();
            return desk.say("vote-said-paper", &[("who", Arg::from(&who)), ("paper", Arg::from(&paper))]);
        }
        let says = if corrected { "vote-ballot-corrected" } else { "vote-ballot-in" };
        desk.say(says, &[("who", Arg::from(&who))]);
    }

    /// What is typed, read by the rules of the vote.
    pub(crate) fn read(&self, workshop: &Workshop, vote: &Vote) -> Marks {
        let labels: Vec<String> =
            vote.options().iter().map(|option| workshop.proposals.label(*option).into_owned()).collect();
        let rules =
            Rules { method: vote.method(), options: labels.len(), dots: vote.dots(), cap: vote.cap() };
        marks::read(self.marks.text(), rules, &labels)
    }
}

/// What was typed, as a command says it.
pub(super) fn votes_of(workshop: &Workshop, vote: &Vote, read: &Marks) -> BTreeMap<Arc<str>, u32> {
    let label = |place: usize| vote.options().get(place).map(|key| workshop.proposals.label(*key));
    read.given.iter().filter_map(|(place, dots)| Some((label(*place)?.as_ref().into(), *dots))).collect()
}

fn request(workshop: &Workshop, vote: &Vote, voter: Voter, read: &Marks, corrects: bool) -> Request {
    let votes = votes_of(workshop, vote, read);
    let (seat, paper) = match voter {
        Voter::Seat(seat) => (Some(workshop.people.label(seat).as_ref().into()), None),
        Voter::Paper(paper) => (None, Some(paper)),
    };
    let vote: Arc<str> = workshop.votes.label(vote.key()).as_ref().into();
    if corrects {
        VoteCorrect { vote, seat, paper, votes, groups: None }.into()
    } else {
        VoteCast { vote, seat, paper, votes, groups: None }.into()
    }
}

/// What is wrong with a ballot, in words.
pub(crate) fn fault_in_words(messages: &Messages, fault: &Fault) -> String {
    match fault {
        Fault::Unknown(typed) => messages.with("vote-fault-unknown", &[("typed", Arg::from(typed))]),
        Fault::Ambiguous(typed) => messages.with("vote-fault-ambiguous", &[("typed", Arg::from(typed))]),
        Fault::OverCap { option, cap } => {
            messages.with("vote-fault-cap", &[("option", (*option).into()), ("cap", (*cap).into())])
        }
        Fault::OffScale { typed, most } => {
            messages.with("vote-fault-scale", &[("typed", Arg::from(typed)), ("most", (*most).into())])
        }
        Fault::TooFew { given, options } => {
            messages.with("vote-fault-too-few", &[("given", (*given).into()), ("options", (*options).into())])
        }
        Fault::TooMany { options } => messages.with("vote-fault-too-many", &[("options", (*options).into())]),
        Fault::Twice(option) => messages.with("vote-fault-twice", &[("option", (*option).into())]),
        Fault::OverBudget { given, dots } => {
            messages.with("vote-fault-budget", &[("given", (*given).into()), ("dots", (*dots).into())])
        }
    }
}

/// The seat or the number that Enter would take, as it is shown while nothing is typed.
pub(crate) fn suggestion(desk: &BallotDesk, vote: &Vote, view: &View<'_>) -> String {
    let next = desk.next(view.workshop, vote);
    // As it is typed.
    match next {
        Some(Voter::Paper(paper)) => paper.to_string(),
        Some(seat) => super::model::name(view.workshop, seat),
        None => String::new(),
    }
}

fn complain(desk: &mut Desk<'_>, id: &str, args: &[(&str, Arg<'_>)]) {
    let sentence = desk.messages.with(id, args);
    trouble(desk, sentence);
}

fn trouble(desk: &mut Desk<'_>, sentence: String) {
    let notice = Notice { sentence, hint: String::new(), trouble: true };
    desk.effects.push(crate::tui::ctx::Effect::Say(notice));
}
