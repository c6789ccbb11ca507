//! What is found: a kind, a place, and the numbers of it.

use std::sync::Arc;

use crate::workshop::id::EventId;

/// How much something matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Advice: the day can be held as it is planned.
    Remark,
    /// The plan contradicts itself, or a norm that nobody disputes.
    Wrong,
}

impl Weight {
    /// Its name for programs.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Remark => "remark",
            Self::Wrong => "wrong",
        }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $name:literal $weight:ident;)*) => {
        /// What can be found.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[$doc])* $kind,)* }

        impl Kind {
            /// Its name for programs; its sentence is the message `plan-NAME`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$kind => $name,)* }
            }

            /// How much it matters.
            pub(crate) const fn weight(self) -> Weight {
                match self { $(Self::$kind => Weight::$weight,)* }
            }
        }
    };
}

kinds! {
    /// An item has no length.
    NoLength "no-length" Wrong;
    /// The shortest useful length is longer than the length.
    ShortestLonger "shortest-longer" Wrong;
    /// A fixed begin lies before that of an item which stands earlier.
    BeginsBackwards "begins-backwards" Wrong;
    /// What stands before a fixed begin takes longer than there is.
    BeginMissed "begin-missed" Wrong;
    /// What stands before a hard stop takes longer than there is.
    StopMissed "stop-missed" Wrong;
    /// Two hard stops at one time.
    StopsOverlap "stops-overlap" Wrong;
    /// A day runs into the next.
    PastMidnight "past-midnight" Wrong;
    /// The items of a day take more than 24 hours.
    OverDay "over-24-hours" Wrong;
    /// A begin that the clock of that date leaves out.
    BeginSkipped "begin-does-not-exist" Wrong;
    /// A begin that the clock of that date shows twice.
    BeginTwice "begin-twice" Wrong;
    /// Too long without a break.
    NoBreak "no-break" Wrong;
    /// A break that is hardly one.
    ShortBreak "short-break" Remark;
    /// Too much work for a day.
    LongDay "long-day" Wrong;
    /// Too little time until the next morning.
    ShortRest "short-rest" Remark;
    /// Interpreted, and no interpreter is there.
    NoInterpreter "no-interpreter" Wrong;
    /// One interpreter alone for too long.
    Alone "interpreter-alone" Wrong;
    /// More interpreted hours than the norm gives this team.
    SmallTeam "small-team" Remark;
    /// More interpreted hours than one team works a day.
    InterpretedDay "interpreted-day" Wrong;
    /// A session of interpretation that is too long.
    LongSession "long-session" Remark;
    /// Too little time between two sessions of interpretation.
    ShortInterval "short-interval" Remark;
    /// A language that no interpreter there speaks.
    LanguageUncovered "language-uncovered" Wrong;
    /// All are in one hall, do not share a language, and it is not interpreted.
    NotInterpreted "not-interpreted" Remark;
    /// More rooms interpreted at once than there are interpreters for.
    FewForRooms "few-interpreters-for-rooms" Wrong;
    /// Somebody in a room understands nobody there.
    NoCommonLanguage "no-common-language" Wrong;
    /// Breakouts without a round.
    NoRound "no-round" Wrong;
    /// A round without rooms.
    NoRooms "no-rooms" Wrong;
    /// More people than the rooms hold.
    RoomsTooSmall "rooms-too-small" Wrong;
    /// Fewer people than the rooms need.
    RoomsTooMany "rooms-too-many" Wrong;
    /// Two rounds in one item.
    TwoRounds "two-rounds" Remark;
    /// A round whose item was taken off.
    RoundAstray "round-astray" Wrong;
    /// A vote before there can be anything to vote on.
    VoteTooEarly "vote-too-early" Wrong;
    /// A prepared vote without options.
    VoteWithoutOptions "vote-without-options" Wrong;
}

/// A number, a time or a thing that a finding speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// So many.
    Count(i64),
    /// A length in minutes.
    Minutes(i64),
    /// A time of the day in minutes from midnight; at or beyond 24 hours it is that of the next day.
    Clock(i64),
    /// Another item.
    Item(EventId),
    /// Languages, by code.
    Languages(Vec<Arc<str>>),
    /// People.
    People(Vec<EventId>),
}

/// Something to be said of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub kind: Kind,
    /// On which day, from 1.
    pub day: Option<u32>,
    /// When on that day the item is planned, in minutes from midnight.
    pub at: Option<i64>,
    /// At which item.
    pub item: Option<EventId>,
    /// In which round.
    pub round: Option<EventId>,
    /// In which of its rooms.
    pub room: Option<Arc<str>>,
    /// Of which vote.
    pub vote: Option<EventId>,
    /// The numbers of it, by name.
    pub facts: Vec<(&'static str, Fact)>,
}

impl Finding {
    /// One that has no place yet.
    pub(super) fn new(kind: Kind) -> Self {
        Self { kind, day: None, at: None, item: None, round: None, room: None, vote: None, facts: Vec::new() }
    }

    /// With a number, a time or a thing that it speaks of.
    pub(super) fn with(mut self, name: &'static str, fact: Fact) -> Self {
        self.facts.push((name, fact));
        self
    }

    /// How much it matters.
    pub const fn weight(&self) -> Weight {
        self.kind.weight()
    }
}
