//! The result of a vote: what the report prints and what the Vote screen shows.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::tally::accord::accord;
use crate::tally::{self, Book, Budget, Mark, Points, Profile, Settled, Share, SortedBook, Tie};
use crate::workshop::Workshop;
use crate::workshop::event::{Event, EventKind};
use crate::workshop::id::EventId;
use crate::workshop::people::Person;
use crate::workshop::thing::Thing;
use crate::workshop::votes::ballot_rules::Method;
use crate::workshop::votes::events::VoteEvent;
use crate::workshop::votes::{CONTRADICTS, Stage, Vote, Voter, Votes};

/// Ballots in, of seats on the roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Turnout {
    /// How many ballots are in, whatever is on them; where hands were counted: how many people were asked.
    pub ballots: usize,
    /// How many seats there are.
    pub seats: usize,
    /// Whether hands were counted instead of ballots.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub hands: bool,
}

/// Whether an option goes forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Forward {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// It lies on the cut line with others, and a run-off is owed.
    Tied,
}

impl Forward {
    /// Its name for programs.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Tied => "tied",
        }
    }
}

/// One option's result.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Which option.
    pub option: EventId,
    /// Its competition rank: 1, 2, 2, 4.
    pub rank: u32,
    /// Dots in all.
    pub total: u64,
    /// Ballots with at least one dot on it.
    pub supporters: u64,
    /// The share of those who agree, from 0 to 1: of all ballots counted for dots, approval and first ranks, else of those that
    /// mark the option ([`crate::tally::accord::Accord::agree`]).
    pub share: f64,
    /// Whether that share reaches the threshold fixed beforehand.
    pub agreed: bool,
    /// Whether it goes forward.
    pub forward: Forward,
    /// Whether it lay on the cut line with others, before any rule for ties.
    pub on_the_line: bool,
}

/// A result.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// A row an option, best first; equal ones in the order of the ballot.
    pub rows: Vec<Row>,
    /// Who goes forward, and what decided.
    pub settled: Settled<EventId>,
    /// How many ballots were counted; where hands were: how many people were asked.
    pub counted: usize,
    /// Whose ballot came after the closing.
    pub late: Vec<Voter>,
    /// For whom two laptops entered different ballots, of which none is counted.
    pub torn: Vec<Voter>,
    /// Whose ballot breaks the rules of the vote, which only laptops that were apart can bring about.
    pub void: Vec<Voter>,
    /// How many took part.
    pub turnout: Turnout,
}

/// How many have voted so far. All that is ever told of an open vote.
pub fn turnout(workshop: &Workshop, vote: &Vote) -> Turnout {
    let hands = vote.hands().map(|hands| usize::try_from(hands.voters).unwrap_or(usize::MAX));
    Turnout {
        ballots: hands.unwrap_or_else(|| vote.ballots_in()),
        seats: seats(workshop, vote).len(),
        hands: hands.is_some(),
    }
}

/// The seats whose ballots are waited for, in the order of the roster: those who are here and, whatever the roster says, those
/// who have voted or for whom somebody else votes. Once the vote is closed: as it stood then.
pub(crate) fn seats(workshop: &Workshop, vote: &Vote) -> Vec<EventId> {
    let closed = vote.closed_at();
    let day = vote.opened_at().and_then(|opened| workshop.meeting.day_at(opened)).unwrap_or(1);
    let day = u32::try_from(day).unwrap_or(1).max(1);
    let known = |id: EventId| {
        let then = |event: &Event| closed.is_none_or(|closed| event.frame.at <= closed);
        workshop.counts(id) && workshop.event(id).is_some_and(|event| then(event))
    };
    let waited_for = |person: &&Person| {
        let seat = person.key();
        let proxy = || vote.proxy_among(seat, known).is_some();
        vote.has_voted(Voter::Seat(seat)) || person.was_present(day, known) || proxy()
    };
    let may = |person: &&Person| vote.may_vote(person.key());
    workshop.people.iter().filter(may).filter(waited_for).map(Thing::key).collect()
}

/// Whether it may be told who voted what: only of a vote that nobody ever called secret.
///
/// A laptop that was apart can have made a vote open after others cast their ballots as secret ones; what they were
/// promised holds.
pub(crate) fn may_name_voters(workshop: &Workshop, vote: &Vote) -> bool {
    let prepared = workshop.event(vote.key()).map(|event| &event.kind);
    let began_secret =
        matches!(prepared, Some(EventKind::Vote(VoteEvent::Prepared(set))) if set.secret != Some(false));
    !vote.is_secret() && !began_secret && !vote.was_ever_called_secret()
}

/// The results of the votes of a workshop, each counted once, when it is first asked for: which vote is the run-off or the second
/// stage of which is read from the results of all of them.
pub struct Results<'a> {
    pub(crate) workshop: &'a Workshop,
    counted: BTreeMap<EventId, OnceLock<Option<Outcome>>>,
}

impl<'a> Results<'a> {
    /// None is counted yet.
    pub fn new(workshop: &'a Workshop) -> Self {
        let counted = workshop.votes.iter().map(|vote| (vote.key(), OnceLock::new())).collect();
        Self { workshop, counted }
    }

    /// The result of a vote, as [`result`] tells it.
    pub(super) fn of(&self, vote: EventId) -> Option<&Outcome> {
        self.counted.get(&vote)?.get_or_init(|| result(self.workshop, vote)).as_ref()
    }
}

/// The result of a vote that is closed; none before that, or when there is no such vote.
pub fn result(workshop: &Workshop, vote: EventId) -> Option<Outcome> {
    let vote = workshop.votes.get(vote).filter(|vote| vote.stage() >= Stage::Closed)?;
    let Ballots { voters, sorted } = ballots(vote);
    let hands = vote.hands();
    let rows = match hands {
        Some(hands) => rows_of_hands(vote.options(), &hands.hands),
        None => rows(vote.options(), &sorted.profile),
    };
    let accord = accord(&sorted.profile);
    let threshold = threshold(vote);
    let number = |option: &EventId| vote.options().iter().position(|known| known == option);
    let seats = vote.seats() as usize;
    let cut = tally::cut(&rows, seats);
    let settled = tally::settle(&rows, seats, tie(vote));
    let asked = hands.map_or_else(|| sorted.profile.ballots(), |hands| u64::from(hands.voters));
    let counted = usize::try_from(asked).unwrap_or(usize::MAX);
    let rows = rows.into_iter().map(|row| {
        let agree = match hands {
            Some(hands) => Some(Share { some: row.supporters, of: hands.voters.into() }),
            None => number(&row.option).and_then(|place| accord.get(place)).map(|accord| accord.agree),
        };
        Row {
            forward: if settled.forward.contains(&row.option) {
                Forward::Yes
            } else if settled.tied.contains(&row.option) {
                Forward::Tied
            } else {
                Forward::No
            },
            on_the_line: cut.tied.contains(&row.option),
            option: row.option,
            rank: row.rank,
            total: row.total,
            supporters: row.supporters,
            share: agree.map_or(0.0, Share::to_f64),
            agreed: agree.is_some_and(|agree| agree.reaches(threshold)),
        }
    });
    Some(Outcome {
        rows: rows.collect(),
        counted,
        late: vote.late(),
        torn: vote.contradicting().into_iter().filter(|voter| !voters.contains(voter)).collect(),
        void: void(vote, &voters, &sorted.set_aside),
        turnout: turnout(workshop, vote),
        settled,
    })
}

/// The ballots of a vote that is closed.
pub(super) struct Ballots {
    /// Whose they are, in the order in which the count has them; that order is also the group of each ballot.
    pub(super) voters: Vec<Voter>,
    /// Those that count, and the others.
    pub(super) sorted: SortedBook,
}

/// Sorts the ballots that a closing counted.
pub(super) fn ballots(vote: &Vote) -> Ballots {
    let (voters, votes): (Vec<Voter>, Vec<&Votes>) = vote.counted().into_iter().unzip();
    let sorted = book(vote, &voters, &votes).sort_out(vote.options().len(), method(vote));
    Ballots { voters, sorted }
}

/// The share that counts as agreement, as it was written.
pub(super) fn threshold(vote: &Vote) -> Share {
    Share::written(vote.threshold()).unwrap_or(Share { some: 1, of: 1 })
}

/// Whose ballot breaks the rules: found by the count, or by the closing of a secret vote.
fn void(vote: &Vote, voters: &[Voter], aside: &[tally::SetAside<u32>]) -> Vec<Voter> {
    let counted = aside.iter().filter_map(|aside| voters.get(aside.place).copied());
    let papers = vote.papers_aside().filter(|aside| &*aside.why != CONTRADICTS);
    counted.chain(papers.map(|aside| Voter::Paper(aside.paper))).collect()
}

/// The ballots, each under the name of its voter, with the options by their place.
fn book(vote: &Vote, voters: &[Voter], votes: &[&Votes]) -> Book {
    let numbers: BTreeMap<EventId, u32> = vote.options().iter().copied().zip(0..).collect();
    let mut book = Book::default();
    for ((voter, votes), place) in voters.iter().zip(votes).zip(0..) {
        // A number beyond the last stands for what is no option of this vote.
        let number = |option: &EventId| numbers.get(option).copied().unwrap_or(u32::MAX);
        let marks = votes.iter().map(|(option, given)| Mark { option: number(option), value: Some(*given) });
        book.add(&name(*voter), place, &mut marks.collect::<Vec<_>>());
    }
    book
}

fn rows(options: &[EventId], profile: &Profile) -> Vec<tally::Row<EventId>> {
    let rows = Points::of(profile).totals().rows().into_iter();
    rows.filter_map(|row| {
        let option = *options.get(row.option as usize)?;
        Some(tally::Row { option, total: row.total, supporters: row.supporters, rank: row.rank })
    })
    .collect()
}

/// The rows of a show of hands: the hands for an option are both its total and its supporters, so that the rule of more
/// distinct supporters settles no tie there.
fn rows_of_hands(options: &[EventId], hands: &Votes) -> Vec<tally::Row<EventId>> {
    let row = |option: &EventId| {
        let given = u64::from(hands.get(option).copied().unwrap_or(0));
        tally::Row { option: *option, total: given, supporters: given, rank: 0 }
    };
    tally::ranked(options.iter().map(row).collect())
}

/// How the count reads the ballots of this vote.
fn method(vote: &Vote) -> tally::Method {
    match vote.method() {
        Method::Dots => tally::Method::Dots(Budget { dots: vote.dots(), cap: vote.cap() }),
        Method::Approval => tally::Method::Approval,
        Method::Score => tally::Method::Score,
        Method::Rank => tally::Method::Rank,
        Method::Gradients => tally::Method::Gradients,
        Method::Consent => tally::Method::Consent,
    }
}

fn name(voter: Voter) -> String {
    match voter {
        Voter::Seat(seat) => seat.to_string(),
        Voter::Paper(paper) => paper.to_string(),
    }
}

pub(super) fn tie(vote: &Vote) -> Tie {
    match vote.tie() {
        "all" => Tie::All,
        "supporters" => Tie::Supporters,
        "lot" => Tie::Lot { seed: vote.seed() },
        _ => Tie::Runoff,
    }
}
