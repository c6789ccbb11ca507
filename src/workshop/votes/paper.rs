//! A secret ballot as it is before it is sealed: a paper with a number and no name.
//!
//! All papers of one vote are of one length, whatever is on them: the length of a sealed line tells nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Votes;
use crate::workshop::id::EventId;
use crate::workshop::range;

/// The groups of voters that a secret ballot may name, the one that is kept longest first.
pub(crate) const GROUPS: [&str; 2] = ["language", "kind"];
/// The largest number that is printed on a paper; those drawn for a ballot without a printed paper are above.
pub(crate) const MOST_PRINTED: u32 = 999_999;
/// The largest number that is drawn.
pub(crate) const MOST_DRAWN: u32 = 9_999_999;
/// The longest name of a group, in bytes of JSON: a longer one is left out, since papers are of one length.
const MOST_GROUP: usize = 48;
/// The largest number that can stand beside an option, in digits.
const DIGITS: usize = 10;

/// The groups to which whoever voted belongs, such as `{"language":"ru"}`.
pub(crate) type Groups = BTreeMap<Arc<str>, Arc<str>>;

/// A ballot under the number of its paper.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Paper {
    /// The number of the paper.
    #[serde(deserialize_with = "range::paper")]
    pub paper: u32,
    /// What was voted, by option.
    #[serde(deserialize_with = "range::count")]
    #[schemars(with = "BTreeMap<EventId, u32>")]
    pub votes: Votes,
    /// The groups of whoever voted.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub groups: Groups,
}

impl Paper {
    /// Whether the number was drawn when the ballot was entered, and stands on no printed paper.
    pub(crate) fn is_drawn(&self) -> bool {
        self.paper > MOST_PRINTED
    }

    /// The bytes to be sealed, as long as any other ballot on these options.
    pub(crate) fn plain(&self, options: &[EventId]) -> Vec<u8> {
        let groups = GROUPS.iter().filter_map(|name| {
            let value = self.groups.get(*name)?;
            let spelt = serde_json::to_string(value).map_or(usize::MAX, |text| text.len());
            (spelt <= MOST_GROUP).then(|| (Arc::from(*name), value.clone()))
        });
        let whole = Self { groups: groups.collect(), ..self.clone() };
        let mut bytes = serde_json::to_vec(&whole).unwrap_or_default();
        bytes.resize(length(options).max(bytes.len()), b' ');
        bytes
    }

    /// Reads what was sealed.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        serde_json::from_str(text).ok().filter(|paper: &Self| (1..=MOST_DRAWN).contains(&paper.paper))
    }
}

/// The length of every paper of a vote on these options: that of the fullest one.
fn length(options: &[EventId]) -> usize {
    let votes: usize = options.iter().map(|option| option.to_string().len() + 4 + DIGITS).sum();
    let groups: usize = GROUPS.iter().map(|name| name.len() + 4 + MOST_GROUP).sum();
    let frame = r#"{"paper":,"votes":{},"groups":{}}"#.len() + DIGITS;
    (votes + groups + frame).next_multiple_of(64)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::workshop::id::RunId;

    fn option(n: u64) -> EventId {
        EventId { run: RunId(n.wrapping_mul(0x9e37_79b9_7f4a_7c15)), n: n.wrapping_mul(977) }
    }

    proptest! {
        #[test]
        fn all_papers_of_a_vote_are_of_one_length_and_come_back_whole(
            votes in prop::collection::btree_map(0_u64..12, 0_u32..=1_000_000, 0..12),
            paper in 1..=MOST_DRAWN,
            language in prop::option::of("[a-zа-я \"\\\\\u{1}]{0,60}"),
            kind in prop::option::of("[a-z]{0,20}"),
        ) {
            let options: Vec<EventId> = (0..12).map(option).collect();
            let votes: Votes = votes.into_iter().map(|(n, given)| (option(n), given)).collect();
            let mut groups = Groups::new();
            groups.extend(language.map(|language| ("language".into(), language.into())));
            groups.extend(kind.map(|kind| ("kind".into(), kind.into())));
            let ballot = Paper { paper, votes, groups };
            let plain = ballot.plain(&options);
            prop_assert_eq!(plain.len(), length(&options));
            let back = Paper::read(&plain).unwrap();
            prop_assert_eq!(back.paper, ballot.paper);
            prop_assert_eq!(back.votes, ballot.votes);
            prop_assert_eq!(back.groups.get("kind"), ballot.groups.get("kind"));
            for (name, value) in &back.groups {
                prop_assert_eq!(ballot.groups.get(name), Some(value));
            }
        }
    }
}
