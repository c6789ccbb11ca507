//! What is wrong with a `.pb` file.

use super::decimal::NotDecimal;

/// A part of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Section {
    /// Keys and values about the whole.
    Meta,
    /// What can be bought.
    Projects,
    /// What voters want.
    Votes,
}

impl Section {
    /// All of them, in the order of the format.
    pub(crate) const ALL: [Self; 3] = [Self::Meta, Self::Projects, Self::Votes];

    /// Its title in the file.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Meta => "META",
            Self::Projects => "PROJECTS",
            Self::Votes => "VOTES",
        }
    }
}

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {kind:?}")]
pub(crate) struct Fault {
    /// The line of the file, from 1; the last line where something is missing altogether.
    pub line: u64,
    pub kind: Kind,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The file begins with something else than a section's title.
    NotPabulib,
    /// A section is missing: another file, or this one is cut short.
    NoSection(Section),
    /// A section comes twice.
    SectionTwice(Section),
    /// A section lacks a column that it must have.
    NoColumn { section: Section, column: &'static str },
    /// A row has fewer fields than its section has columns.
    ShortRow {
        /// How many it has.
        found: usize,
        /// How many columns there are.
        columns: usize,
    },
    /// A row has something in a field beyond the last column.
    LongRow {
        /// How many fields it has.
        found: usize,
        /// How many columns there are.
        columns: usize,
    },
    /// META lacks a key that it must have.
    NoKey(&'static str),
    /// META has a key twice.
    KeyTwice(String),
    /// There are fewer or more rows than META says.
    Count {
        /// The section that is counted.
        section: Section,
        /// What META says.
        said: u64,
        /// How many there are.
        found: usize,
    },
    /// Something is not a number that can be used.
    Number {
        /// The column or key.
        field: &'static str,
        /// What stands there.
        text: String,
        why: NotDecimal,
    },
    /// Costs and budget, or points, have so many digits together that they are not worked with.
    Digits {
        /// The column or key.
        field: &'static str,
        /// What stands there.
        text: String,
    },
    /// Votes of a type that is not known.
    VoteType(String),
    /// A row has no id.
    NoId(Section),
    /// An id stands on two rows.
    IdTwice {
        section: Section,
        id: String,
        /// The line of the first.
        first: u64,
    },
    /// A vote for a project that is not there.
    NoSuchProject { voter: String, project: String },
    /// A voter names a project twice.
    ProjectTwice { voter: String, project: String },
    /// A voter gives more or fewer points than there are projects in the vote.
    Points {
        voter: String,
        /// How many projects.
        projects: usize,
        /// How many points.
        points: usize,
    },
    /// A voter gives more points in all than META allows.
    TooManyPoints {
        voter: String,
        /// How many.
        given: String,
        /// How many are allowed.
        allowed: String,
    },
    /// More rows than are worked with.
    TooMany(Section),
}
