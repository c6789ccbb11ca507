//! What can be done, as it is asked for.

use std::sync::Arc;

use crate::workshop::command::verb_table;
use crate::workshop::text::{Lang, Text};

verb_table! {
    /// What can be done to ideas.
    IdeasCommand
    /// Captures an idea.
    "idea.add" idea_add => IdeaAdd {
        /// What was said.
        text: Text,
        /// The room in which it was said.
        room ?_: Arc<str>,
        /// Tags: terms of the vocabulary or words of one's own.
        tags ?_: Vec<Arc<str>>,
        /// Who said it: a seat or a name.
        author ?_: Arc<str>,
        /// `idea`, `action`, `question`, `quote`, `off-record` or `parking`.
        kind ?_: Arc<str>,
    }
    /// Changes what an idea says, or where and what it is.
    "idea.edit" idea_edit => IdeaEdit {
        /// Which.
        idea: Arc<str>,
        /// The new words.
        text ?_: Text,
        /// The room.
        room ?_: Arc<str>,
        /// Who said it.
        author ?_: Arc<str>,
        /// What it is.
        kind ?_: Arc<str>,
    }
    /// Adds tags to an idea and takes tags off it.
    "idea.tag" idea_tag => IdeaTag {
        /// Which.
        idea: Arc<str>,
        /// Tags to add.
        add ?_: Vec<Arc<str>>,
        /// Tags to take off.
        remove ?_: Vec<Arc<str>>,
    }
    /// Merges ideas into the first of them; the words, tags and authors of all stay readable.
    "idea.merge" idea_merge => IdeaMerge {
        /// The ideas; the first is kept.
        ideas: Vec<Arc<str>>,
        /// New words for the merged idea.
        text ?_: Text,
    }
    /// Takes an idea out of the one it was merged into or, given the kept one, lets all of them go again.
    "idea.unmerge" idea_unmerge => IdeaUnmerge {
        /// Which.
        idea: Arc<str>,
    }
    /// Supplies the idea's words in the other language.
    "idea.translate" idea_translate => IdeaTranslate {
        /// Which.
        idea: Arc<str>,
        /// Into which language.
        language: Lang,
        /// The words.
        text: Arc<str>,
        /// Whether somebody who speaks both has checked it.
        checked ?_: bool,
    }
    /// Takes an idea off the record, or puts it back.
    "idea.hide" idea_hide => IdeaHide {
        /// Which.
        idea: Arc<str>,
        /// False puts it back on the record.
        hidden ?_: bool,
    }
    /// Removes an idea.
    "idea.remove" idea_remove => IdeaRemove {
        /// Which.
        idea: Arc<str>,
    }
    /// Makes a proposal out of a cluster of ideas.
    "idea.promote" idea_promote => IdeaPromote {
        /// The ideas it comes from.
        ideas: Vec<Arc<str>>,
        /// The title; without it the words of the first idea.
        title ?_: Text,
    }
}
