//! What can be done, as it is asked for.

use std::sync::Arc;

use crate::workshop::command::{Stop, verb_table};
use crate::workshop::text::Text;

verb_table! {
    /// What can be done to the agenda.
    AgendaCommand
    /// Adds an item to the agenda.
    "item.add" item_add => ItemAdd {
        /// The day of the meeting, from 1.
        day: u32,
        /// The title.
        title: Text,
        /// The planned length in minutes.
        minutes: u32,
        /// The shortest useful length in minutes; without it the item cannot be shortened.
        shortest ?_: u32,
        /// A hard stop: what comes before must end when this is planned to begin.
        stop ?_: Stop,
        /// Whether it may be dropped when time runs out.
        droppable ?_: bool,
        /// `plenary`, `activity`, `breakout`, `energiser`, `break`, `lunch`, `vote`, `social`, or a word of one's own.
        kind ?_: Arc<str>,
        /// The item that it follows; without it the item goes to the end of its day.
        after ?_: Arc<str>,
        /// Whether it is interpreted.
        interpreted ?_: bool,
        /// A fixed time of the day at which it is planned to begin, `09:00`.
        begins ?_: Arc<str>,
        /// How much a minute taken from it harms, 1 to 100: who pays for an overrun is found by it. Without it 1, in a break 2.
        weight ?_: u32,
        /// The one instruction that stands on the wall while it runs.
        instruction ?_: Text,
    }
    /// Changes an item.
    "item.change" item_change => ItemChange {
        /// Which.
        item: Arc<str>,
        /// The title.
        title ?_: Text,
        /// The planned length in minutes.
        minutes ?_: u32,
        /// The shortest useful length in minutes.
        shortest ?_: u32,
        /// Whether it is a hard stop.
        stop ?_: Stop,
        /// Whether it may be dropped.
        droppable ?_: bool,
        /// The kind.
        kind ?_: Arc<str>,
        /// Whether it is interpreted.
        interpreted ?_: bool,
        /// A fixed time of the day at which it is planned to begin; empty clears it.
        begins ?_: Arc<str>,
        /// How much a minute taken from it harms, 1 to 100.
        weight ?_: u32,
        /// The one instruction that stands on the wall while it runs; empty clears it.
        instruction ?_: Text,
    }
    /// Moves an item within its day or to another one.
    "item.move" item_move => ItemMove {
        /// Which.
        item: Arc<str>,
        /// The item that it is to follow; without it, it becomes the first of its day.
        after ?_: Arc<str>,
        /// The day, when it is to be the first of another day.
        day ?_: u32,
    }
    /// Takes an item off the agenda.
    "item.remove" item_remove => ItemRemove {
        /// Which.
        item: Arc<str>,
    }
    /// Starts an item, or goes on with a paused one; whatever was running ends.
    "item.start" item_start => ItemStart {
        /// Which.
        item: Arc<str>,
    }
    /// Ends an item.
    "item.end" item_end => ItemEnd {
        /// Which.
        item: Arc<str>,
    }
    /// Pauses a running item.
    "item.pause" item_pause => ItemPause {
        /// Which.
        item: Arc<str>,
    }
    /// Gives an item more minutes, or fewer.
    "item.extend" item_extend => ItemExtend {
        /// Which.
        item: Arc<str>,
        /// How many; negative takes away.
        minutes: i32,
    }
    /// Says when an item really started or ended, or when a turn of its clock took place: one of them at a time. What ended or started with it moves along.
    "item.correct" item_correct => ItemCorrect {
        /// Which.
        item: Arc<str>,
        /// When it started: RFC 3339, or the time of the day at the place of the meeting, `10:21`.
        started ?_: Arc<str>,
        /// When it ended, in the same way.
        ended ?_: Arc<str>,
        /// Any turn of its clock, a pause say: the event that turned it, as the log names it.
        turn ?_: Arc<str>,
        /// When that turn took place.
        to ?_: Arc<str>,
    }
    /// Passes an item over: it is not held, and its time is free for others.
    "item.skip" item_skip => ItemSkip {
        /// Which.
        item: Arc<str>,
        /// False: it is to be held after all.
        skip ?_: bool,
    }
    /// Exchanges the places of two items.
    "item.swap" item_swap => ItemSwap {
        /// The two.
        items: Vec<Arc<str>>,
    }
}
