//! Closed votes of a session as Pabulib's `.pb`, one file a vote: what `talkoot tally` and other programs for participatory budgeting
//! read. Every option costs 1, the budget is the number of places.
//!
//! Nobody stands in such a file: no seat, no number of a paper, no group. The ballots are sorted by what is on them, and the voters
//! are numbered in that order, which tells nothing of who voted when.

use std::collections::BTreeMap;

use super::model::Edition;
use super::outcome;
use crate::language::{Arg, Messages};
use crate::tally::pabulib::{self, Decimal, Instance, Project, VoteType, Voter};
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::text::{Lang, Text};
use crate::workshop::thing::Thing;
use crate::workshop::votes::ballot_rules::Method;
use crate::workshop::votes::{Stage, Vote, Votes};

/// A closed vote that is not written, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    /// Its id.
    pub vote: String,
    /// The message that says why.
    pub why: &'static str,
}

impl Passed {
    /// Why, in a sentence.
    pub(crate) fn told(&self, messages: &Messages) -> String {
        let why = messages.say(self.why);
        messages.with("said-vote-passed", &[("vote", Arg::from(&self.vote)), ("why", Arg::from(&why))])
    }
}

/// What comes of the votes of a session.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Written {
    /// Names of files with their bytes.
    pub files: Vec<(String, Vec<u8>)>,
    /// The votes that do not fit.
    pub passed: Vec<Passed>,
}

/// Every closed vote, as a file or with the reason why not. The same set of events gives the same bytes. Of a vote that is
/// not closed there is nothing.
pub(crate) fn votes(workshop: &Workshop, edition: Edition) -> Written {
    let mut written = Written::default();
    for vote in workshop.votes.iter().filter(|vote| vote.stage() >= Stage::Closed) {
        let id = workshop.votes.label(vote.key()).into_owned();
        let text = instance(workshop, vote, edition)
            .and_then(|instance| pabulib::write(&instance).map_err(|_| "pb-not-id"));
        match text {
            Ok(text) => written
                .files
                .push((file_name(&id, &vote.key().to_string(), &written.files), text.into_bytes())),
            Err(why) => written.passed.push(Passed { vote: id, why }),
        }
    }
    written
}

/// The longest id that is taken for the name of a file, in bytes.
const MOST_OF_A_NAME: usize = 64;

/// The name of the file of a vote: its id where that is fit for a file's name, which a line of another hand need not see to, and no
/// other file's but for capitals; else the event that made it.
fn file_name(id: &str, key: &str, others: &[(String, Vec<u8>)]) -> String {
    let name = format!("{id}.pb");
    let fit = id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_')) && !id.is_empty();
    let taken = others.iter().any(|(other, _)| other.to_lowercase() == name.to_lowercase());
    if fit && id.len() <= MOST_OF_A_NAME && !taken { name } else { format!("{key}.pb") }
}

/// The election that a closed vote is, or the message that says why it is none.
fn instance(workshop: &Workshop, vote: &Vote, edition: Edition) -> Result<Instance, &'static str> {
    if edition == Edition::Public {
        return Err("pb-not-public");
    }
    if vote.has_hands() {
        return Err("pb-not-hands");
    }
    let vote_type = match vote.method() {
        Method::Dots => VoteType::Cumulative,
        Method::Approval => VoteType::Approval,
        Method::Rank => VoteType::Ordinal,
        Method::Score => VoteType::Scoring,
        Method::Gradients => return Err("pb-not-gradients"),
        Method::Consent => return Err("pb-not-consent"),
    };
    let ballots = ballots(vote);
    if ballots.is_empty() {
        return Err("pb-not-counted");
    }
    let project = |option: &EventId| {
        let title = workshop.proposals.get(*option).map(|proposal| proposal.title.text());
        Project {
            id: workshop.proposals.label(*option).into_owned(),
            name: title.as_ref().map(first).filter(|name| !name.is_empty()),
            cost: Decimal::from(1),
        }
    };
    let voter = |(votes, number): (Vec<(u32, u32)>, u32)| {
        let points = |given| Decimal::from(if vote_type.has_points() { given } else { 1 });
        let votes =
            votes.into_iter().map(|(project, given)| pabulib::Vote { project, points: points(given) });
        Voter { id: number.to_string(), votes: votes.collect() }
    };
    Ok(Instance {
        meta: meta(workshop, vote, vote_type),
        vote_type,
        budget: Decimal::from(vote.seats()),
        projects: vote.options().iter().map(project).collect(),
        voters: ballots.into_iter().zip(1..).map(voter).collect(),
    })
}

/// The ballots that count, sorted by what is on them: places of options with what was given, the best first where they are ranked,
/// else in the order of the options.
fn ballots(vote: &Vote) -> Vec<Vec<(u32, u32)>> {
    let places: BTreeMap<EventId, u32> = vote.options().iter().copied().zip(0..).collect();
    let marks = |votes: &Votes| {
        let given = votes.iter().filter(|(_, given)| **given > 0);
        let mut marks: Vec<(u32, u32)> =
            given.filter_map(|(option, given)| Some((*places.get(option)?, *given))).collect();
        match vote.method() {
            Method::Rank => marks.sort_unstable_by_key(|(place, rank)| (*rank, *place)),
            _ => marks.sort_unstable(),
        }
        marks
    };
    let aside: Vec<usize> = outcome::ballots(vote).sorted.set_aside.iter().map(|aside| aside.place).collect();
    let counted = vote.counted().into_iter().enumerate();
    let counted = counted.filter(|(place, _)| !aside.contains(place));
    let mut ballots: Vec<Vec<(u32, u32)>> = counted.map(|(_, (_, votes))| marks(votes)).collect();
    ballots.sort_unstable();
    ballots
}

/// What META says beside what follows from the rest.
fn meta(workshop: &Workshop, vote: &Vote, vote_type: VoteType) -> Vec<(String, String)> {
    let told = |text: String| if text.is_empty() { "-".to_owned() } else { text };
    let mut meta = vec![
        ("description", told(first(&vote.title.text()))),
        // Nobody has said in which country the meeting is.
        ("country", "-".to_owned()),
        ("unit", told(first(&workshop.meeting.title.text()))),
        ("instance", workshop.votes.label(vote.key()).into_owned()),
        ("rule", "greedy".to_owned()),
    ];
    for (key, at) in [("date_begin", vote.opened_at()), ("date_end", vote.closed_at())] {
        if let Some(at) = at {
            let date = workshop.meeting.local(at).date();
            meta.push((key, format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())));
        }
    }
    match vote_type {
        VoteType::Cumulative => {
            meta.push(("max_points", vote.cap().to_string()));
            meta.push(("max_sum_points", vote.dots().to_string()));
        }
        VoteType::Scoring => {
            meta.push(("min_points", "1".to_owned()));
            meta.push(("max_points", vote.ballot_rules().highest().to_string()));
        }
        VoteType::Ordinal => meta.push(("scoring_fn", "Borda".to_owned())),
        VoteType::Approval => (),
    }
    meta.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// A text on one line: in English where it is there.
fn first(text: &Text) -> String {
    text.in_(Lang::En).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_name_stays_in_its_folder_and_is_no_other_file_s() {
        let names = |ids: &[&str]| {
            let mut files = Vec::new();
            for (id, key) in ids.iter().zip(["1.1", "1.2", "1.3"]) {
                files.push((file_name(id, key, &files), Vec::new()));
            }
            files.into_iter().map(|(name, _)| name).collect::<Vec<_>>()
        };
        assert_eq!(names(&["v-1", "second_round", "Выбор"]), ["v-1.pb", "second_round.pb", "Выбор.pb"]);
        assert_eq!(names(&["../../pwned", "/abs", ""]), ["1.1.pb", "1.2.pb", "1.3.pb"]);
        assert_eq!(names(&["V", "v", "c:x"]), ["V.pb", "1.2.pb", "1.3.pb"]);
        assert_eq!(names(&[&"v".repeat(65)]), ["1.1.pb"]);
    }
}
