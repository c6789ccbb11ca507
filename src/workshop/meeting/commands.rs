//! What can be done, as it is asked for.

use std::sync::Arc;

use crate::workshop::command::verb_table;
use crate::workshop::text::Text;

verb_table! {
    /// What can be done to the meeting and its vocabulary.
    MeetingCommand
    /// Says what the meeting is: title, focal question, first day, time zone, working languages.
    "session.describe" session_describe => SessionDescribe {
        /// The title.
        title ?_: Text,
        /// The focal question.
        question ?_: Text,
        /// The first day, `2017-11-28`, and when it begins, `2017-11-28T09:00`.
        starts ?_: Arc<str>,
        /// The time zone, `Europe/Helsinki`.
        timezone ?_: Arc<str>,
        /// The working languages.
        languages ?_: Vec<Arc<str>>,
        /// A note to whoever opens the session.
        note ?_: Text,
    }
    /// Runs the clock as if it were another time (practice), or by the real time again.
    "session.practise" session_practise => SessionPractise {
        /// What time it is to be now, `2017-11-28T09:00` at the place of the meeting; without it and a speed practice ends.
        now ?_: Arc<str>,
        /// How many seconds of the meeting pass in a real one, 1 (at first) to 1,000,000; alone it leaves the time as it is.
        speed ?_: u32,
    }
    /// Adds a term to tag with: an enabler, a capacity, an essential public health operation, a kind of participant.
    "vocabulary.add" vocabulary_add => VocabularyAdd {
        /// `enabler`, `capacity`, `epho`, `kind`, or a group of one's own.
        group: Arc<str>,
        /// The term.
        name: Text,
    }
    /// Changes a term.
    "vocabulary.change" vocabulary_change => VocabularyChange {
        /// The term.
        term: Arc<str>,
        /// Its group.
        group ?_: Arc<str>,
        /// Its wording.
        name ?_: Text,
    }
    /// Removes a term.
    "vocabulary.remove" vocabulary_remove => VocabularyRemove {
        /// The term.
        term: Arc<str>,
    }
}

verb_table! {
    /// What can be done on the wall.
    StageCommand
    /// Puts something on the wall.
    "stage.show" stage_show => StageShow {
        /// `title`, `now`, `groups`, `ideas`, `proposals`, `vote`, `reveal`, `commitments` or `blank`.
        view: Arc<str>,
        /// Which one: an item, a round, a room or a vote.
        of ?_: Arc<str>,
        /// With `reveal`: how many places are shown, from the last; those that share a rank come together. Without it: all.
        step ?_: u32,
    }
}
