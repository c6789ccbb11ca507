//! Ballots, and which of them count.

/// One ballot: a number for each option that is marked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Ballot<O> {
    /// Its number or name; one that comes twice is looked at closely ([`Book::sort_out`](super::book::Book::sort_out)).
    pub id: String,
    /// What each option was given: dots, a score, a rank, … as [`Method`](super::method::Method) says. Of dots, none and 0 are the same.
    pub votes: Vec<(O, u32)>,
}

/// How many dots a ballot may hold, and how many of them on one option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Dots a ballot.
    pub dots: u32,
    /// Dots of one ballot on one option.
    pub cap: u32,
}

/// What is wrong with a ballot.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault<O> {
    /// A mark on something that cannot be voted for: unknown, withdrawn or merged away.
    #[error("a mark on an option that is not in this vote")]
    NoSuchOption(O),
    /// An option stands on the ballot twice, so that it is not clear what was meant.
    #[error("an option stands on the ballot twice")]
    OptionTwice(O),
    /// What was given to an option is no whole number from 0 on.
    #[error("no whole number from 0 on")]
    NotWhole(O),
    /// More dots on one option than the cap.
    #[error("{given} dots on one option, {cap} allowed")]
    OverCap {
        option: O,
        /// How many dots.
        given: u32,
        /// How many are allowed.
        cap: u32,
    },
    /// What was given to an option is not on the scale.
    #[error("{given} given, {least} to {most} allowed")]
    OutOfRange {
        option: O,
        given: u32,
        /// The least on the scale.
        least: u32,
        /// The most on the scale.
        most: u32,
    },
    /// More dots than the budget.
    #[error("{given} dots, {dots} allowed")]
    OverBudget {
        /// How many in all.
        given: u64,
        /// How many are allowed.
        dots: u32,
    },
}

/// Why a ballot does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why<O> {
    /// It is not valid.
    Faults(Vec<Fault<O>>),
    /// Its id stands on ballots that differ; none of them counts.
    Contradicts,
    /// A ballot with the same id and the same votes counts already.
    Copy,
}

/// A ballot that does not count, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside<O> {
    /// Its place among the ballots handed in, from 0.
    pub place: usize,
    pub id: String,
    pub why: Why<O>,
}
