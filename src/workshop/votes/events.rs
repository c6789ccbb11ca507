//! What can happen to votes, as it stands in the session file.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Votes;
use super::paper::{Groups, Paper};
use crate::workshop::event::{About, events, payload};
use crate::workshop::id::EventId;
use crate::workshop::range;
use crate::workshop::text::Text;

events! {
    /// What happened to a vote.
    VoteEvent
    /// A vote was prepared.
    "vote.prepared" => Prepared(Box<VoteSet>) makes,
    /// A vote was changed.
    "vote.changed" => Changed(Box<VoteSet>),
    /// A vote was removed.
    "vote.removed" => Removed(About),
    /// A gate was waived.
    "vote.waived" => Waived(VoteWaived),
    /// Two options that look alike were said to be different.
    "vote.dismissed" => Dismissed(VoteDismissed),
    /// A vote was opened.
    "vote.opened" => Opened(VoteOpened),
    /// The number of dots was changed while a vote was open.
    "vote.budget" => Budget(VoteBudget),
    /// A ballot came in sealed.
    "vote.sealed" => Sealed(VoteSealed) must,
    /// Hands were counted.
    "vote.counted" => Counted(VoteCounted),
    /// Somebody votes for another, or no longer.
    "vote.proxied" => Proxied(VoteProxied),
    /// Who has voted was marked.
    "vote.marked" => Marked(VoteMarked),
    /// The ballots of a secret vote were published.
    "vote.ballots" => Ballots(VoteBallots) must,
    /// A vote was closed.
    "vote.closed" => Closed(Box<VoteClosed>),
    /// A result was shown.
    "vote.revealed" => Revealed(About),
    /// A ballot was entered.
    "vote.cast" => Cast(VoteCast),
    /// A ballot was typed a second time.
    "vote.checked" => Checked(VoteChecked),
    /// A ballot was put right.
    "vote.corrected" => Corrected(VoteCast),
}

impl VoteEvent {
    pub(in crate::workshop) fn things(&self, into: &mut Vec<EventId>) {
        match self {
            Self::Prepared(set) | Self::Changed(set) => {
                into.extend(set.of);
                into.extend(set.options.iter().flatten());
                into.extend(set.voters.iter().flatten());
                into.extend(set.runoff_of);
            }
            Self::Removed(about) | Self::Revealed(about) => into.push(about.of),
            Self::Waived(waived) => into.push(waived.of),
            Self::Opened(opened) => into.push(opened.of),
            Self::Sealed(sealed) => into.push(sealed.of),
            Self::Budget(budget) => into.push(budget.of),
            Self::Ballots(told) => into.push(told.of),
            Self::Counted(counted) => {
                into.push(counted.of);
                into.extend(counted.hands.keys());
            }
            Self::Proxied(proxied) => {
                into.extend([proxied.of, proxied.person]);
                into.extend(proxied.by);
            }
            Self::Marked(marked) => {
                into.push(marked.of);
                into.extend(&marked.seats);
            }
            Self::Dismissed(dismissed) => {
                into.push(dismissed.of);
                into.extend(&dismissed.options);
            }
            Self::Closed(closed) => {
                into.push(closed.of);
                into.extend(&closed.counted);
                let differ = closed.second.iter().flat_map(|second| &second.differ);
                into.extend(differ.filter_map(|ballot| ballot.seat));
            }
            Self::Checked(checked) => {
                into.push(checked.of);
                into.extend(checked.seat);
            }
            Self::Cast(cast) | Self::Corrected(cast) => {
                into.push(cast.of);
                into.extend(cast.seat);
            }
        }
    }
}

payload! {
    /// A vote.
    set VoteSet {
        /// What is asked.
        title: Text,
        /// The proposals voted on.
        options: Vec<EventId>,
        /// How one votes.
        method: Arc<str>,
        /// Dots a ballot.
        #[serde(deserialize_with = "range::count")]
        dots: u32,
        /// Most dots an option.
        #[serde(deserialize_with = "range::count")]
        cap: u32,
        /// How many go forward.
        #[serde(deserialize_with = "range::count")]
        seats: u32,
        /// Whether who voted what is never shown.
        secret: bool,
        /// What happens to ties at the cut.
        tie: Arc<str>,
        /// The share that counts as agreement.
        threshold: f64,
        /// Why as many dots: the name of the rule.
        dots_rule: Arc<str>,
        /// Who may vote; empty: everybody who is present.
        voters: Vec<EventId>,
        /// How many go forward in a second stage, among those that go forward here; 0: there is one stage only.
        #[serde(deserialize_with = "range::count")]
        then: u32,
        /// The vote of which it is the run-off.
        runoff_of: EventId,
    }
}

payload! {
    /// A gate was waived.
    VoteWaived {
        /// The vote.
        of: EventId,
        /// The gate.
        gate: Arc<str>,
        /// Why.
        reason: Arc<str>,
    }
}

payload! {
    /// A vote was opened.
    VoteOpened {
        /// The vote.
        of: EventId,
        /// The public key to which its ballots are sealed, 64 hexadecimal digits; none: they are not.
        #[serde(skip_serializing_if = "Option::is_none")]
        key: Option<Arc<str>>,
        /// The gates that were neither passed nor waived.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        gates: Vec<Arc<str>>,
        /// SHA-256 of the options and rules as they were frozen, in hex.
        #[serde(skip_serializing_if = "Option::is_none")]
        hash: Option<Arc<str>>,
        /// The seed of the order in which the options stand on each ballot.
        #[serde(skip_serializing_if = "Option::is_none")]
        order: Option<u64>,
    }
}

payload! {
    /// The number of dots was changed while a vote was open.
    VoteBudget {
        /// The vote.
        of: EventId,
        /// Dots a ballot.
        #[serde(deserialize_with = "range::count")]
        dots: u32,
        /// Most dots an option.
        #[serde(deserialize_with = "range::count")]
        cap: u32,
    }
}

payload! {
    /// A secret ballot came in.
    VoteSealed {
        /// The vote.
        of: EventId,
        /// The first 16 digits of the public key to which it is sealed.
        to: Arc<str>,
        /// Whether it puts a ballot right.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        corrects: bool,
        /// The sealed ballot, in base64.
        ballot: Arc<str>,
    }
}

payload! {
    /// It was marked who has voted in a secret vote, or who has not after all.
    VoteMarked {
        /// The vote.
        of: EventId,
        /// The seats, in the order of the roster.
        seats: Vec<EventId>,
        /// Whether they have voted.
        voted: bool,
    }
}

payload! {
    /// Hands were counted instead of ballots.
    VoteCounted {
        /// The vote.
        of: EventId,
        /// The hands for each option that got any.
        #[serde(deserialize_with = "range::count")]
        #[schemars(with = "BTreeMap<EventId, u32>")]
        hands: Votes,
        /// How many people were asked.
        #[serde(deserialize_with = "range::count")]
        voters: u32,
    }
}

payload! {
    /// Somebody votes for another, or no longer.
    VoteProxied {
        /// The vote.
        of: EventId,
        /// Who is voted for.
        person: EventId,
        /// Who votes for them; none: nobody.
        #[serde(skip_serializing_if = "Option::is_none")]
        by: Option<EventId>,
    }
}

payload! {
    /// The ballots of a secret vote, shuffled.
    VoteBallots {
        /// The vote.
        of: EventId,
        /// The ballots.
        ballots: Vec<Paper>,
    }
}

payload! {
    /// A paper that does not count.
    PaperAside {
        /// Its number.
        #[serde(deserialize_with = "range::paper")]
        paper: u32,
        /// Why: `contradicts`, or what the rules of the vote have against it.
        why: Arc<str>,
    }
}

payload! {
    /// Two options that look alike are different, somebody said.
    VoteDismissed {
        /// The vote.
        of: EventId,
        /// The two options.
        options: Vec<EventId>,
        /// Why.
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<Arc<str>>,
    }
}

payload! {
    /// A vote was closed.
    VoteClosed {
        /// The vote.
        of: EventId,
        /// The ballots counted: those that had arrived. Any other is too late.
        counted: Vec<EventId>,
        /// The seed of the lot, should one be needed.
        #[serde(skip_serializing_if = "Option::is_none")]
        seed: Option<u64>,
        /// Papers of a secret vote that do not count.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        aside: Vec<PaperAside>,
        /// Papers of a secret vote that were put right.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        corrected: Vec<u32>,
        /// Papers of a secret vote that were entered twice alike, and count once.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        copies: Vec<u32>,
        /// How many ballots of a secret vote under a drawn number were put right.
        #[serde(skip_serializing_if = "is_zero")]
        #[serde(deserialize_with = "range::count")]
        corrected_drawn: u32,
        /// How many ballots of a secret vote under a drawn number were entered twice alike, and count once.
        #[serde(skip_serializing_if = "is_zero")]
        #[serde(deserialize_with = "range::count")]
        copies_drawn: u32,
        /// Sealed lines that could not be read.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        unread: Vec<EventId>,
        /// Devices that had written on the day of the opening and from which nothing had come since.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        unheard: Vec<Arc<str>>,
        /// What a second entry found, where there was one.
        #[serde(skip_serializing_if = "Option::is_none")]
        second: Option<SecondTold>,
    }
}

payload! {
    /// A ballot was typed a second time. In a secret vote it is sealed, and neither seat, paper nor votes stand beside that.
    VoteChecked {
        /// The vote.
        of: EventId,
        /// Whose.
        #[serde(skip_serializing_if = "Option::is_none")]
        seat: Option<EventId>,
        /// The number of the paper.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(deserialize_with = "range::paper")]
        paper: Option<u32>,
        /// The dots, by option.
        #[serde(skip_serializing_if = "Votes::is_empty")]
        #[serde(deserialize_with = "range::count")]
        #[schemars(with = "BTreeMap<EventId, u32>")]
        votes: Votes,
        /// The first 16 digits of the public key to which it is sealed.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<Arc<str>>,
        /// The sealed ballot, in base64.
        #[serde(skip_serializing_if = "Option::is_none")]
        ballot: Option<Arc<str>>,
    }
}

payload! {
    /// What a second entry found, as it was when the vote was closed.
    SecondTold {
        /// How many ballots were the same both times.
        #[serde(deserialize_with = "range::count")]
        agree: u32,
        /// How many of them had differed and were put right.
        #[serde(deserialize_with = "range::count")]
        put_right: u32,
        /// How many ballots were not typed a second time.
        #[serde(deserialize_with = "range::count")]
        unchecked: u32,
        /// Those that differed.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        differ: Vec<SecondDiffers>,
    }
}

payload! {
    /// A ballot that the second entry read differently.
    SecondDiffers {
        /// Whose; never in a secret vote.
        #[serde(skip_serializing_if = "Option::is_none")]
        seat: Option<EventId>,
        /// The number of the paper.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(deserialize_with = "range::paper")]
        paper: Option<u32>,
        /// Whether it was typed in the second entry only.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        missing: bool,
        /// What the second entry says; left out where too many differ to be told in one line.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schemars(with = "Option<BTreeMap<EventId, u32>>")]
        votes: Option<Votes>,
    }
}

payload! {
    /// A ballot was entered or put right.
    VoteCast {
        /// The vote.
        of: EventId,
        /// Whose.
        #[serde(skip_serializing_if = "Option::is_none")]
        seat: Option<EventId>,
        /// The number of the paper.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(deserialize_with = "range::paper")]
        paper: Option<u32>,
        /// The dots, by option.
        #[serde(deserialize_with = "range::count")]
        #[schemars(with = "BTreeMap<EventId, u32>")]
        votes: Votes,
        /// The groups of whoever voted, where that is said with the ballot.
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        groups: Groups,
    }
}

/// A number that is left out where it is nought.
fn is_zero(number: &u32) -> bool {
    *number == 0
}
