//! What can happen to ideas, as it stands in the session file.

use std::sync::Arc;

use crate::workshop::event::{About, Flag, events, payload};
use crate::workshop::id::EventId;
use crate::workshop::proposals::events::ProposalSet;
use crate::workshop::text::Text;

events! {
    /// What happened to ideas.
    IdeaEvent
    /// An idea was captured.
    "idea.added" => Added(IdeaSet) makes,
    /// An idea was changed.
    "idea.edited" => Edited(IdeaSet),
    /// An idea's tags changed.
    "idea.tagged" => Tagged(IdeaTagged),
    /// Ideas were merged.
    "idea.merged" => Merged(IdeaMerged) changes_all,
    /// Ideas stand by themselves again.
    "idea.unmerged" => Unmerged(IdeaUnmerged) changes_all,
    /// An idea was translated.
    "idea.translated" => Translated(IdeaTranslated),
    /// An idea went off the record, or came back.
    "idea.hidden" => Hidden(Flag),
    /// An idea was removed.
    "idea.removed" => Removed(About),
    /// A cluster of ideas became a proposal.
    "idea.promoted" => Promoted(Box<ProposalSet>) makes,
}

impl IdeaEvent {
    pub(in crate::workshop) fn things(&self, into: &mut Vec<EventId>) {
        match self {
            Self::Added(set) | Self::Edited(set) => into.extend(set.of),
            Self::Tagged(tagged) => into.push(tagged.of),
            Self::Merged(merged) => {
                into.push(merged.of);
                into.extend(&merged.ideas);
            }
            Self::Unmerged(unmerged) => into.extend(&unmerged.ideas),
            Self::Translated(translated) => into.push(translated.of),
            Self::Hidden(flag) => into.push(flag.of),
            Self::Removed(about) => into.push(about.of),
            Self::Promoted(set) => set.things(into),
        }
    }
}

payload! {
    /// An idea.
    set IdeaSet {
        /// What was said.
        text: Text,
        /// In which room.
        room: Arc<str>,
        /// By whom.
        author: Arc<str>,
        /// What it is.
        kind: Arc<str>,
        /// With which tags.
        tags: Vec<Arc<str>>,
    }
}

payload! {
    /// Tags came and went.
    IdeaTagged {
        /// The idea.
        of: EventId,
        /// Tags added.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        add: Vec<Arc<str>>,
        /// Tags taken off.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        remove: Vec<Arc<str>>,
    }
}

payload! {
    /// Ideas were merged into one.
    IdeaMerged {
        /// The idea that is kept.
        of: EventId,
        /// Those merged into it.
        ideas: Vec<EventId>,
        /// New words for it.
        #[serde(skip_serializing_if = "Option::is_none")]
        text: Option<Text>,
    }
}

payload! {
    /// Ideas stand by themselves again.
    IdeaUnmerged {
        /// Which.
        ideas: Vec<EventId>,
    }
}

payload! {
    /// An idea got its words in the other language.
    IdeaTranslated {
        /// The idea.
        of: EventId,
        /// The words.
        text: Text,
        /// Whether they were checked.
        checked: bool,
    }
}
