//! What can be done, as it is asked for.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::workshop::command::verb_table;
use crate::workshop::text::Text;

verb_table! {
    /// What can be done to votes.
    VotesCommand
    /// Prepares a vote.
    "vote.prepare" vote_prepare => VotePrepare {
        /// What is asked.
        title: Text,
        /// The proposals voted on.
        options: Vec<Arc<str>>,
        /// `dots`, `approval` (1), `score` (1–5), `rank` (1 best), `gradients` (Kaner's 1–8) or `consent` (1 yes, 2 no, 3 abstain, 4 block).
        method: Arc<str>,
        /// Dots a ballot may give; without it as many as `dots_rule` says. Only for `dots`, like `cap`.
        dots ?_: u32,
        /// Most dots that one option may get on a ballot; default 1.
        cap ?_: u32,
        /// How many options go forward; default 3.
        seats ?_: u32,
        /// Whether who voted what is never shown; default true.
        secret ?_: bool,
        /// What happens to a tie at the cut: `all`, `supporters`, `lot` or `runoff` (the default).
        tie ?_: Arc<str>,
        /// The share of supporters that counts as agreement, fixed beforehand; default 0.75.
        threshold ?_: f64,
        /// Why as many dots: `third` of the options, rounded up (the default), `quarter`, `fifth`, `msu`, or `own` where `dots` is given.
        dots_rule ?_: Arc<str>,
        /// Who may vote; without it, or empty: everybody who is present, also who arrives later.
        voters ?_: Vec<Arc<str>>,
        /// Makes it the first of two stages: how many go forward in the second, among those that go forward here. Fewer than `seats`; 0: one stage.
        then ?_: u32,
        /// Makes it the run-off of this vote, which is closed: among those who are tied there. Without it a run-off is known by its options and places.
        runoff_of ?_: Arc<str>,
    }
    /// Changes a vote that is not open yet; of an open one the dots alone.
    "vote.change" vote_change => VoteChange {
        /// Which.
        vote: Arc<str>,
        /// What is asked.
        title ?_: Text,
        /// The proposals voted on.
        options ?_: Vec<Arc<str>>,
        /// Dots a ballot may give.
        dots ?_: u32,
        /// Most dots that one option may get on a ballot.
        cap ?_: u32,
        /// How many options go forward.
        seats ?_: u32,
        /// Whether who voted what is never shown.
        secret ?_: bool,
        /// What happens to a tie at the cut.
        tie ?_: Arc<str>,
        /// The share of supporters that counts as agreement.
        threshold ?_: f64,
        /// How one votes.
        method ?_: Arc<str>,
        /// The rule by which as many dots are given.
        dots_rule ?_: Arc<str>,
        /// Who may vote; empty: everybody who is present.
        voters ?_: Vec<Arc<str>>,
        /// How many go forward in a second stage; 0: there is one stage only.
        then ?_: u32,
    }
    /// Removes a vote that is not open yet.
    "vote.remove" vote_remove => VoteRemove {
        /// Which.
        vote: Arc<str>,
    }
    /// Goes on although a gate is not passed, and says why. It holds until what the gate looks at is changed.
    "vote.waive" vote_waive => VoteWaive {
        /// Which.
        vote: Arc<str>,
        /// The gate: `languages`, `duplicates`, `number`, `dots`, `voters`, `threshold`, `tie` or `seats`.
        gate: Arc<str>,
        /// Why.
        reason: Arc<str>,
    }
    /// Says that two options that look alike are different.
    "vote.dismiss" vote_dismiss => VoteDismiss {
        /// Which vote.
        vote: Arc<str>,
        /// The two options.
        options: Vec<Arc<str>>,
        /// Why.
        reason ?_: Arc<str>,
    }
    /// Opens a vote: its options stand from now on.
    "vote.open" vote_open => VoteOpen {
        /// Which.
        vote: Arc<str>,
    }
    /// Closes a vote and counts it.
    "vote.close" vote_close => VoteClose {
        /// Which.
        vote: Arc<str>,
        /// The recovery phrase of a secret vote, where it was opened on another laptop. It is never written down.
        phrase ?_: Arc<str>,
    }
    /// Lets the room see the result.
    "vote.reveal" vote_reveal => VoteReveal {
        /// Which.
        vote: Arc<str>,
    }
    /// Enters a ballot, for a seat or for a numbered paper.
    "vote.cast" vote_cast => VoteCast {
        /// Which vote.
        vote: Arc<str>,
        /// Whose ballot.
        seat ?_: Arc<str>,
        /// The number of the paper ballot.
        paper ?_: u32,
        /// The dots given, by option.
        votes: BTreeMap<Arc<str>, u32>,
        /// The groups of whoever voted, for a paper: `{"language":"ru","kind":"academia"}`; those of a seat are known.
        groups ?_: BTreeMap<Arc<str>, Arc<str>>,
    }
    /// Writes down a show of hands: how many there were for each option, instead of ballots.
    "vote.count" vote_count => VoteCount {
        /// Which vote.
        vote: Arc<str>,
        /// The hands for each option; none for one that is not named.
        hands: BTreeMap<Arc<str>, u32>,
        /// How many people were asked to raise their hands, whether they did or not.
        voters: u32,
    }
    /// Lets somebody vote for another who is away, or no longer.
    "vote.proxy" vote_proxy => VoteProxy {
        /// Which vote.
        vote: Arc<str>,
        /// Who is voted for.
        person: Arc<str>,
        /// Who votes for them; left out or empty: nobody.
        by ?_: Arc<str>,
    }
    /// Marks who has voted in a secret vote, or who has not after all: for those who handed in a paper.
    "vote.mark" vote_mark => VoteMark {
        /// Which vote.
        vote: Arc<str>,
        /// The seats.
        seats: Vec<Arc<str>>,
        /// Whether they have voted; default true.
        voted ?_: bool,
    }
    /// Types a ballot a second time, to be compared with what was entered: it finds typing errors and never counts.
    "vote.check" vote_check => VoteCheck {
        /// Which vote.
        vote: Arc<str>,
        /// Whose ballot.
        seat ?_: Arc<str>,
        /// The number of the paper ballot.
        paper ?_: u32,
        /// The dots given, by option.
        votes: BTreeMap<Arc<str>, u32>,
    }
    /// Puts a ballot right that was entered wrongly.
    "vote.correct" vote_correct => VoteCorrect {
        /// Which vote.
        vote: Arc<str>,
        /// Whose ballot.
        seat ?_: Arc<str>,
        /// The number of the paper ballot.
        paper ?_: u32,
        /// The dots given, by option.
        votes: BTreeMap<Arc<str>, u32>,
        /// The groups of whoever voted, for a paper: `{"language":"ru","kind":"academia"}`; those of a seat are known.
        groups ?_: BTreeMap<Arc<str>, Arc<str>>,
    }
}
