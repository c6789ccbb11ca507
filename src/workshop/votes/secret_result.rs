//! What the closing of a secret vote left: papers set aside, put right, entered twice, lines that came too late.

use std::collections::{BTreeMap, BTreeSet};

use super::ballot_rules::{self, Fault};
use super::events::PaperAside;
use super::paper::Groups;
use super::secret::agreed;
use super::{CONTRADICTS, Closing, Stage, Vote, Voter, Votes};
use crate::tally::FEWEST;
use crate::workshop::id::EventId;

/// What tells that a seat may have been entered on two laptops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EnteredAgain {
    /// How many counted ballots were entered for seats; 0 before the closing.
    pub ballots: usize,
    /// How many seats are marked as having voted.
    pub marked: usize,
    /// The seats that are marked on two laptops.
    pub seats: Vec<EventId>,
}

impl EnteredAgain {
    /// By how many the ballots of seats outnumber the seats that are marked. Who voted is not written of fewer than three.
    pub(crate) const fn more(&self) -> usize {
        if self.ballots < FEWEST { 0 } else { self.ballots.saturating_sub(self.marked) }
    }
}

impl Vote {
    /// What is wrong with a ballot by the rules as they are now: the reason for which it is set aside.
    pub(crate) fn fault_of(&self, votes: &Votes) -> Option<&'static str> {
        if votes.keys().any(|option| !self.options().contains(option)) {
            return Some("unknown-option");
        }
        Some(match ballot_rules::faults(votes, self.ballot_rules()).into_iter().next()? {
            Fault::OverCap { .. } => "over-cap",
            Fault::OverBudget { .. } => "over-budget",
            Fault::OffScale { .. } => "off-scale",
            Fault::RankTwice { .. } | Fault::RankMissing { .. } => "ranks",
        })
    }

    /// The papers of a secret vote that a closing set aside, with the reason. What another closing counted is not among them.
    pub(crate) fn papers_aside(&self) -> impl Iterator<Item = &PaperAside> {
        let counted = self.secret_papers();
        let told = self.closings.values().filter(|closing| closing.counts).flat_map(|closing| &closing.aside);
        let mut seen = BTreeSet::new();
        told.filter(move |aside| !counted.contains_key(&aside.paper) && seen.insert(aside.paper))
    }

    /// How many ballots of a secret vote were put right before the closing.
    pub(crate) fn sealed_corrected(&self) -> usize {
        self.told_of(|closing| (&closing.corrected, closing.corrected_drawn))
    }

    /// How many ballots of a secret vote were entered twice alike, and count once.
    pub(crate) fn sealed_copied(&self) -> usize {
        self.told_of(|closing| (&closing.copies, closing.copies_drawn))
    }

    /// The papers that closings name, each once, and of ballots without a paper, which none names, what the closing tells that has most.
    fn told_of<'a>(&'a self, of: impl Fn(&'a Closing) -> (&'a Vec<u32>, u32)) -> usize {
        let papers: BTreeSet<u32> =
            self.counting_closings().flat_map(|closing| of(closing).0).copied().collect();
        let drawn = self.counting_closings().map(|closing| of(closing).1 as usize).max();
        papers.len() + drawn.unwrap_or(0)
    }

    /// How many sealed lines the closing could not read.
    pub(crate) fn lines_unread(&self) -> usize {
        let unread = self.counting_closings().flat_map(|closing| closing.unread.iter());
        unread.collect::<BTreeSet<_>>().len()
    }

    /// How many sealed lines came after the closing: too late, whatever is in them.
    pub(crate) fn lines_late(&self) -> usize {
        if self.stage() < Stage::Closed {
            return 0;
        }
        self.secrets.lines().filter(|(id, _)| !self.is_counted(*id)).count()
    }

    /// How many counted ballots of a secret vote were entered for seats: those without a number on paper.
    pub(crate) fn ballots_of_seats(&self) -> usize {
        self.secret_papers()
            .into_values()
            .filter(|said| said.first().is_some_and(|paper| paper.is_drawn()))
            .count()
    }

    /// What tells that a seat may have been entered on two laptops, in a secret vote, where no line may link it with a ballot; none
    /// where nothing does.
    pub(crate) fn entered_again(&self) -> Option<EnteredAgain> {
        let marked = self.secrets.seats().count();
        let ballots = self.ballots_of_seats();
        let mut seats: Vec<EventId> = self.secrets.seats_marked_again().collect();
        seats.sort();
        let found = EnteredAgain { ballots, marked, seats };
        (found.more() > 0 || !found.seats.is_empty()).then_some(found)
    }

    fn counting_closings(&self) -> impl Iterator<Item = &Closing> {
        self.closings.values().filter(|closing| closing.counts)
    }

    /// The groups that counted secret ballots themselves name, by the number of the paper.
    pub(crate) fn groups_of_papers(&self) -> BTreeMap<u32, &Groups> {
        let papers = self.secret_papers().into_iter();
        papers.filter_map(|(number, said)| Some((number, agreed(&said)?.1))).collect()
    }

    /// The numbers of papers of which two closings, or the lines of one, say different things.
    pub(in crate::workshop) fn papers_torn(&self) -> impl Iterator<Item = Voter> {
        let papers = self.secret_papers().into_iter();
        let apart = papers.filter(|(_, said)| agreed(said).is_none()).map(|(number, _)| number);
        let aside = self.papers_aside().filter(|aside| &*aside.why == CONTRADICTS).map(|aside| aside.paper);
        apart.chain(aside).map(Voter::Paper).collect::<Vec<_>>().into_iter()
    }
}
