//! What can be done, as it is asked for.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::workshop::command::{RoomSpec, verb_table};
use crate::workshop::text::Text;

verb_table! {
    /// What can be done to breakout groups.
    GroupsCommand
    /// Adds a breakout round.
    "round.add" round_add => RoundAdd {
        /// The title.
        title: Text,
        /// The item of the agenda in which it is held.
        item ?_: Arc<str>,
        /// Its rooms.
        rooms: Vec<RoomSpec>,
        /// How many of its rooms can be interpreted; without it none.
        interpreters ?_: u32,
        /// `mixed` (at first), `cafe`: nobody comes to a room twice (World Café), or `chosen`: only who chose is seated (Open Space).
        format ?_: Arc<str>,
    }
    /// Changes a round; rooms are given whole.
    "round.change" round_change => RoundChange {
        /// Which.
        round: Arc<str>,
        /// The title.
        title ?_: Text,
        /// The item of the agenda in which it is held.
        item ?_: Arc<str>,
        /// Its rooms.
        rooms ?_: Vec<RoomSpec>,
        /// How many of its rooms can be interpreted.
        interpreters ?_: u32,
        /// `mixed`, `cafe` or `chosen`.
        format ?_: Arc<str>,
    }
    /// Removes a round.
    "round.remove" round_remove => RoundRemove {
        /// Which.
        round: Arc<str>,
    }
    /// Assigns everybody who is present to a room: same seed, same plan. Other rounds that are planned count as meetings.
    "round.plan" round_plan => RoundPlan {
        /// Which.
        round: Arc<str>,
        /// The seed of the search.
        seed ?_: u64,
        /// Who sits where, by room: a plan made elsewhere, which is taken as it is.
        seats ?_: BTreeMap<Arc<str>, Vec<Arc<str>>>,
    }
    /// Seats one person in a room, or takes them out of the round.
    "round.place" round_place => RoundPlace {
        /// Which round.
        round: Arc<str>,
        /// Whom.
        person: Arc<str>,
        /// The room; without it the person has no room in this round.
        room ?_: Arc<str>,
    }
    /// Seats one person and keeps them there whatever is planned; without a room the person may be moved again.
    "round.hold" round_hold => RoundHold {
        /// Which round.
        round: Arc<str>,
        /// Whom.
        person: Arc<str>,
        /// The room.
        room ?_: Arc<str>,
    }
    /// Says which rooms of a round somebody wants, the dearest first; none: they do not mind.
    "round.prefer" round_prefer => RoundPrefer {
        /// Which round.
        round: Arc<str>,
        /// Who.
        person: Arc<str>,
        /// The rooms, by id.
        rooms: Vec<Arc<str>>,
    }
    /// Makes a plan right again with the fewest moves after somebody left or came.
    "round.repair" round_repair => RoundRepair {
        /// Which.
        round: Arc<str>,
    }
    /// Starts the clock of a room by itself, or has it go on after it was called; without a room, of all that were called.
    "round.start" round_start => RoundStart {
        /// Which round.
        round: Arc<str>,
        /// The room.
        room ?_: Arc<str>,
    }
    /// Calls time in a room of a running round, or in all of them: their talk has ended.
    "round.call" round_call => RoundCall {
        /// Which round.
        round: Arc<str>,
        /// The room; without it all.
        room ?_: Arc<str>,
    }
    /// Gives a room more minutes than the others, or fewer.
    "round.extend" round_extend => RoundExtend {
        /// Which round.
        round: Arc<str>,
        /// The room.
        room: Arc<str>,
        /// How many; negative takes away.
        minutes: i32,
    }
    /// A room begins to report back; whichever reported before has ended. Without a room the reports have ended.
    "round.report" round_report => RoundReport {
        /// Which round.
        round: Arc<str>,
        /// The room.
        room ?_: Arc<str>,
    }
    /// Says what is asked of all groups in every round.
    "groups.rules" groups_rules => GroupsRules {
        /// Whether each room needs a common working language, or is interpreted; without it as it was (at first: yes).
        language ?_: bool,
        /// Whether nobody may sit where nobody else speaks a language of theirs (at first: no).
        alone ?_: bool,
        /// Columns (`organisation`, `kind`, `country`): people with the same value not in one room (at first: none).
        apart_by ?_: Vec<Arc<str>>,
        /// Columns to be spread evenly over the rooms, the most important first; `languages` is one too.
        balance ?_: Vec<Arc<str>>,
        /// Which comes first, `mixing` (at first) or `balance`.
        order ?_: Arc<str>,
    }
    /// Wishes that people sit together, or apart, in every round.
    "wish.add" wish_add => WishAdd {
        /// `together` or `apart`.
        kind: Arc<str>,
        /// The people, at least two.
        people: Vec<Arc<str>>,
    }
    /// Takes such a wish back.
    "wish.remove" wish_remove => WishRemove {
        /// Which.
        wish: Arc<str>,
    }
}
