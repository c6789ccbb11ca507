//! Events: what happened. The state of a session is a pure fold of the set of them.
//!
//! Things are named by the id of the event that made them, so that a name chosen twice on two devices never means the wrong
//! one. `d.over` names the events whose writes are replaced; `d.part` the first event of the work that this is part of, which
//! is undone as one; `d.base` marks what a session was made with, below which nothing is undone.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use schemars::{JsonSchema, Schema, schema_for};
use serde::{Deserialize, Serialize};

use super::id::EventId;
use super::stamp::Stamp;
use super::text::{Lang, Text};
use super::votes::Votes;
use super::votes::paper::{Groups, Paper};
use super::{clean, range};

/// Something that happened, and when and by whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Which event.
    pub id: EventId,
    /// Its place in the order of events; never when it happened.
    pub stamp: Stamp,
    /// Who did it: `desk`, a room, a person.
    pub who: Arc<str>,
    /// The device on which it was done.
    pub device: Arc<str>,
    /// When it happened, and how it hangs together with others.
    pub frame: Frame,
    /// What happened.
    pub happening: Happening,
}

/// What the payload of every event holds.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Frame {
    /// When it happened.
    #[serde(default)]
    pub at: Timestamp,
    /// The events whose writes it replaces.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub over: Arc<[EventId]>,
    /// The first event of the piece of work that this one is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<EventId>,
    /// Whether the session was made with it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub base: bool,
}

/// A number that is left out where it is nought.
fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// What the reference says of a payload.
trait Payload {
    /// Its fields, in order.
    const FIELDS: &'static [&'static str];
}

impl<P: Payload> Payload for Box<P> {
    const FIELDS: &'static [&'static str] = P::FIELDS;
}

/// A kind of event, as the reference tells of it.
pub struct KindSpec {
    /// The kind as it stands in a line.
    pub name: &'static str,
    /// One line on what happened.
    pub doc: &'static str,
    /// The fields of its payload in order, beside those that every payload has.
    pub fields: &'static [&'static str],
    /// The JSON Schema of its payload.
    pub schema: fn() -> Schema,
}

macro_rules! payload {
    ($(#[$meta:meta])* $name:ident { $($(#[$fmeta:meta])* $field:ident : $ty:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
        #[serde(default)]
        pub struct $name { $($(#[$fmeta])* pub $field: $ty,)* }

        impl Payload for $name {
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];
        }
    };
    // A payload that sets those of its fields that are there.
    ($(#[$meta:meta])* set $name:ident { $($(#[$fmeta:meta])* $field:ident : $ty:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
        #[serde(default)]
        pub struct $name {
            /// The thing; without it the one that this event makes.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub of: Option<EventId>,
            /// The id chosen for what is made.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub id: Option<Arc<str>>,
            $($(#[$fmeta])* #[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<$ty>,)*
        }

        impl Payload for $name {
            const FIELDS: &'static [&'static str] = &["of", "id", $(stringify!($field)),*];
        }
    };
}

payload! {
    /// The session was made.
    SessionMade {
        /// Its short name.
        slug: Arc<str>,
    }
}
payload! {
    /// What the meeting is.
    set SessionSet {
        /// The title.
        title: Text,
        /// The focal question.
        question: Text,
        /// When it begins: civil date and time at the place of the meeting.
        #[schemars(with = "Option<String>")]
        starts: jiff::civil::DateTime,
        /// The time zone's IANA name.
        timezone: Arc<str>,
        /// The working languages.
        languages: Vec<Arc<str>>,
        /// A note to whoever opens the session.
        note: Text,
    }
}
payload! {
    /// The clock runs as if it were another time.
    Practised {
        /// Seconds added to the real time; none: real time again.
        offset: Option<i64>,
        /// How many of its seconds pass in a real one; none: one.
        #[serde(skip_serializing_if = "Option::is_none")]
        speed: Option<u32>,
        /// The real time from which it runs at that speed.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schemars(with = "Option<String>")]
        since: Option<Timestamp>,
    }
}
payload! {
    /// A term to tag with.
    set TermSet {
        /// The group it belongs to.
        group: Arc<str>,
        /// Its wording.
        name: Text,
    }
}
payload! {
    /// Somebody.
    set PersonSet {
        /// The name or what the seat stands for.
        name: Text,
        /// The organisation.
        organisation: Text,
        /// The kind of participant.
        kind: Arc<str>,
        /// The country.
        country: Arc<str>,
        /// Languages, best first.
        languages: Vec<Arc<str>>,
        /// The role.
        role: Arc<str>,
        /// The day of arrival, from 1.
        #[serde(deserialize_with = "range::day")]
        arrives: u32,
    }
}
payload! {
    /// A thing as the subject of what its kind says.
    About {
        /// The thing.
        of: EventId,
    }
}
payload! {
    /// A thing is, or is no longer, something.
    Whether {
        /// The thing.
        of: EventId,
        /// Whether it is.
        is: bool,
    }
}
payload! {
    /// An item of the agenda.
    set ItemSet {
        /// The day, from 1.
        #[serde(deserialize_with = "range::day")]
        day: u32,
        /// Its place among the items of the day: a fractional index, sorting as text.
        place: Arc<str>,
        /// The title.
        title: Text,
        /// Planned length in minutes.
        #[serde(deserialize_with = "range::minutes")]
        minutes: u32,
        /// Shortest useful length in minutes.
        #[serde(deserialize_with = "range::minutes")]
        shortest: u32,
        /// Whether it is a hard stop.
        stop: bool,
        /// Whether it may be dropped.
        droppable: bool,
        /// The kind.
        kind: Arc<str>,
        /// Whether it is interpreted.
        interpreted: bool,
        /// Fixed begin as minutes from midnight; 1440 and more: none.
        #[serde(deserialize_with = "range::minutes")]
        begins: u32,
        /// How much a minute taken from it harms.
        #[serde(deserialize_with = "range::count")]
        weight: u32,
        /// The one instruction that stands on the wall while it runs.
        instruction: Text,
    }
}
payload! {
    /// An item started.
    ItemStarted {
        /// The item.
        of: EventId,
        /// The items that ended with it.
        ends: Vec<EventId>,
    }
}
payload! {
    /// An item got more minutes, or fewer.
    ItemExtended {
        /// The item.
        of: EventId,
        /// How many.
        #[serde(deserialize_with = "range::given")]
        minutes: i32,
    }
}
payload! {
    /// A turn of a clock took place at another time than was said.
    ItemCorrected {
        /// The item.
        of: EventId,
        /// The turn: the event that started or ended it.
        turn: EventId,
        /// When it took place.
        #[schemars(with = "String")]
        to: Timestamp,
        /// The other items whose clocks the same event turned.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        also: Vec<EventId>,
    }
}
payload! {
    /// Where an item stands.
    ItemPlace {
        /// The item.
        of: EventId,
        /// The day, from 1.
        #[serde(deserialize_with = "range::day")]
        day: u32,
        /// The place on that day.
        place: Arc<str>,
    }
}
payload! {
    /// Items exchanged their places.
    ItemSwapped {
        /// Each with its new place.
        items: Vec<ItemPlace>,
    }
}
payload! {
    /// A room of a round.
    Room {
        /// Its id, the same in every round.
        id: Arc<str>,
        /// What stands on its door.
        title: Text,
        /// Fewest people.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(deserialize_with = "range::count")]
        min: Option<u32>,
        /// Most people.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(deserialize_with = "range::count")]
        max: Option<u32>,
        /// What is talked about.
        #[serde(skip_serializing_if = "Text::is_empty")]
        topic: Text,
        /// Who stays there.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        hosts: Vec<EventId>,
        /// Its own length in minutes.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(deserialize_with = "range::minutes")]
        minutes: Option<u32>,
    }
}
payload! {
    /// A breakout round.
    set RoundSet {
        /// The title.
        title: Text,
        /// The item in which it is held.
        item: EventId,
        /// Its rooms.
        rooms: Vec<Room>,
        /// How many of its rooms can be interpreted.
        #[serde(deserialize_with = "range::count")]
        interpreters: u32,
        /// `mixed`, `cafe` or `chosen`.
        format: Arc<str>,
    }
}
payload! {
    /// Clocks of rooms were turned.
    RoomsTurned {
        /// The round.
        of: EventId,
        /// The rooms, by id.
        rooms: Vec<Arc<str>>,
    }
}
payload! {
    /// A room got more minutes, or fewer.
    RoomExtended {
        /// The round.
        of: EventId,
        /// The room.
        room: Arc<str>,
        /// How many.
        #[serde(deserialize_with = "range::given")]
        minutes: i32,
    }
}
payload! {
    /// A room reports back.
    RoomReported {
        /// The round.
        of: EventId,
        /// The room; none: the reports have ended.
        #[serde(skip_serializing_if = "Option::is_none")]
        room: Option<Arc<str>>,
    }
}
payload! {
    /// Somebody said which rooms of a round they want.
    RoundPreferred {
        /// The round.
        of: EventId,
        /// Who.
        person: EventId,
        /// The rooms, the dearest first.
        rooms: Vec<Arc<str>>,
    }
}
payload! {
    /// What is asked of all groups; what is not there stays as it was.
    GroupsRuled {
        /// A common working language.
        #[serde(skip_serializing_if = "Option::is_none")]
        language: Option<bool>,
        /// Nobody alone with their language.
        #[serde(skip_serializing_if = "Option::is_none")]
        alone: Option<bool>,
        /// Columns by which people are kept apart.
        #[serde(skip_serializing_if = "Option::is_none")]
        apart_by: Option<Vec<Arc<str>>>,
        /// Columns that are spread evenly.
        #[serde(skip_serializing_if = "Option::is_none")]
        balance: Option<Vec<Arc<str>>>,
        /// What comes first.
        #[serde(skip_serializing_if = "Option::is_none")]
        order: Option<Arc<str>>,
    }
}
payload! {
    /// A wish about people in every round.
    set WishSet {
        /// `together` or `apart`.
        kind: Arc<str>,
        /// Who.
        people: Vec<EventId>,
    }
}
payload! {
    /// A plan was chosen: it is kept, never drawn again.
    RoundPlanned {
        /// The round.
        of: EventId,
        /// Who sits where, by room id.
        seats: BTreeMap<Arc<str>, Vec<EventId>>,
        /// Who has no room now and had one before.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        out: Vec<EventId>,
        /// The seed it was found with.
        #[serde(skip_serializing_if = "Option::is_none")]
        seed: Option<u64>,
    }
}
payload! {
    /// One person's room in a round.
    RoundSeat {
        /// The round.
        of: EventId,
        /// The person.
        person: EventId,
        /// The room; none: no room.
        room: Option<Arc<str>>,
        /// Whether the person stays there whatever is planned; none: as it was.
        #[serde(skip_serializing_if = "Option::is_none")]
        held: Option<bool>,
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
payload! {
    /// A proposal.
    set ProposalSet {
        /// The title.
        title: Text,
        /// Who leads.
        leads: Vec<Text>,
        /// Who takes part.
        partners: Vec<Text>,
        /// Where.
        place: Text,
        /// When.
        when: Text,
        /// Enablers.
        enablers: Vec<Arc<str>>,
        /// Essential public health operations.
        ephos: Vec<Arc<str>>,
        /// The ideas it comes from.
        ideas: Vec<EventId>,
        /// Its state.
        state: Arc<str>,
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
payload! {
    /// Who does what.
    set CommitmentSet {
        /// What.
        text: Text,
        /// Who.
        owner: Arc<str>,
        /// By when; year 0 clears it.
        #[schemars(with = "Option<String>")]
        due: jiff::civil::Date,
        /// With whom.
        with: Vec<Arc<str>>,
        /// From which proposal; the commitment's own id clears it.
        proposal: EventId,
    }
}
payload! {
    /// Something went on the wall.
    StageShown {
        /// Which view.
        view: Arc<str>,
        /// Of what.
        #[serde(skip_serializing_if = "Option::is_none")]
        of: Option<Arc<str>>,
        /// How many places of a result, from the last; none: all.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(deserialize_with = "range::count")]
        step: Option<u32>,
    }
}
payload! {
    /// Work was undone, or an undo was.
    Taken {
        /// The work that this is about.
        of: EventId,
        /// The events that count no longer: the work itself, or every counting undo of it.
        undoes: Vec<EventId>,
    }
}

/// An event of a kind that this version does not know, or whose payload it cannot read.
#[derive(Debug, Clone, PartialEq)]
pub struct Foreign {
    /// Its kind.
    pub kind: Arc<str>,
    /// The text of its payload, a JSON object.
    pub payload: Box<str>,
    /// The thing it is about, if it says so.
    pub of: Option<EventId>,
    /// Whether who does not know the kind must not change that thing.
    pub must: bool,
}

impl Foreign {
    fn new(kind: &str, payload: &str, must: bool) -> Self {
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct Subject {
            of: Option<EventId>,
        }
        let subject: Subject = serde_json::from_str(payload).unwrap_or_default();
        Self { kind: kind.into(), payload: payload.into(), of: subject.of, must }
    }

    /// The payload with another frame: for a copy.
    fn write(&self, frame: &Frame) -> Result<String, serde_json::Error> {
        let mut fields: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&self.payload)?;
        if let serde_json::Value::Object(frame) = serde_json::to_value(frame)? {
            fields.extend(frame);
        }
        serde_json::to_string(&fields)
    }
}

macro_rules! happenings {
    ($($(#[doc = $doc:literal])* $kind:literal => $variant:ident($payload:ty),)*) => {
        /// What happened. What is long and rare is boxed, so that the many short events do not take its room.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Happening {
            $($(#[doc = $doc])* $variant($payload),)*
            /// A kind that this version does not know: kept, passed on, counted.
            Unknown(Arc<Foreign>),
        }

        /// Every kind of event that this version knows.
        pub static KINDS: &[KindSpec] = &[$(KindSpec {
            name: $kind,
            doc: concat!($($doc),*),
            fields: <$payload as Payload>::FIELDS,
            schema: || schema_for!($payload),
        },)*];

        impl Happening {
            /// Its kind as it stands in the session file.
            pub fn kind(&self) -> &str {
                match self { $(Self::$variant(_) => $kind,)* Self::Unknown(foreign) => &foreign.kind }
            }

            fn read(kind: &str, payload: &str, must: bool) -> Result<Self, serde_json::Error> {
                Ok(match kind {
                    $($kind => Self::$variant(serde_json::from_str(payload)?),)*
                    _ => Self::Unknown(Arc::new(Foreign::new(kind, payload, must))),
                })
            }

            /// The payload for the session file.
            ///
            /// # Errors
            /// None that a happening made here can cause.
            pub fn write(&self, frame: &Frame) -> Result<String, serde_json::Error> {
                #[derive(Serialize)]
                struct Whole<'a, P> {
                    #[serde(flatten)]
                    payload: &'a P,
                    #[serde(flatten)]
                    frame: &'a Frame,
                }
                match self {
                    $(Self::$variant(payload) => serde_json::to_string(&Whole { payload, frame }),)*
                    Self::Unknown(foreign) => foreign.write(frame),
                }
            }
        }
    };
}

happenings! {
    /// The session was made.
    "session.made" => SessionMade(SessionMade),
    /// What the meeting is.
    "session.described" => SessionDescribed(Box<SessionSet>),
    /// The clock runs as if it were another time.
    "session.practised" => SessionPractised(Practised),
    /// A term was added.
    "vocabulary.added" => TermAdded(TermSet),
    /// A term was changed.
    "vocabulary.changed" => TermChanged(TermSet),
    /// A term was removed.
    "vocabulary.removed" => TermRemoved(About),
    /// Somebody was added.
    "person.added" => PersonAdded(Box<PersonSet>),
    /// Something about somebody changed.
    "person.changed" => PersonChanged(Box<PersonSet>),
    /// Somebody came.
    "person.arrived" => PersonArrived(About),
    /// Somebody went.
    "person.left" => PersonLeft(About),
    /// Somebody was taken off the roster.
    "person.removed" => PersonRemoved(About),
    /// An item was added.
    "item.added" => ItemAdded(Box<ItemSet>),
    /// An item was changed.
    "item.changed" => ItemChanged(Box<ItemSet>),
    /// An item was moved.
    "item.moved" => ItemMoved(ItemPlace),
    /// An item was removed.
    "item.removed" => ItemRemoved(About),
    /// An item started or went on.
    "item.started" => ItemStarted(ItemStarted),
    /// An item ended.
    "item.ended" => ItemEnded(About),
    /// An item paused.
    "item.paused" => ItemPaused(About),
    /// An item got more minutes, or fewer.
    "item.extended" => ItemExtended(ItemExtended),
    /// Two items exchanged their places.
    "item.swapped" => ItemSwapped(ItemSwapped),
    /// It was said when an item really started or ended.
    "item.corrected" => ItemCorrected(ItemCorrected),
    /// An item was passed over, or is to be held after all.
    "item.skipped" => ItemSkipped(Whether),
    /// A round was added.
    "round.added" => RoundAdded(RoundSet),
    /// A round was changed.
    "round.changed" => RoundChanged(RoundSet),
    /// A round was removed.
    "round.removed" => RoundRemoved(About),
    /// A plan was chosen.
    "round.planned" => RoundPlanned(RoundPlanned),
    /// A plan was put right.
    "round.repaired" => RoundRepaired(RoundPlanned),
    /// Somebody was placed.
    "round.placed" => RoundPlaced(RoundSeat),
    /// Somebody is held, or no longer.
    "round.held" => RoundHeld(RoundSeat),
    /// Rooms began, or went on.
    "round.started" => RoundStarted(RoomsTurned),
    /// Time was called in rooms.
    "round.called" => RoundCalled(RoomsTurned),
    /// A room got more minutes, or fewer.
    "round.extended" => RoundExtended(RoomExtended),
    /// A room reported back.
    "round.reported" => RoundReported(RoomReported),
    /// Somebody chose rooms.
    "round.preferred" => RoundPreferred(RoundPreferred),
    /// It was said what is asked of all groups.
    "groups.ruled" => GroupsRuled(GroupsRuled),
    /// It was wished that people sit together, or apart.
    "wish.added" => WishAdded(WishSet),
    /// Such a wish was taken back.
    "wish.removed" => WishRemoved(About),
    /// An idea was captured.
    "idea.added" => IdeaAdded(IdeaSet),
    /// An idea was changed.
    "idea.edited" => IdeaEdited(IdeaSet),
    /// An idea's tags changed.
    "idea.tagged" => IdeaTagged(IdeaTagged),
    /// Ideas were merged.
    "idea.merged" => IdeaMerged(IdeaMerged),
    /// Ideas stand by themselves again.
    "idea.unmerged" => IdeaUnmerged(IdeaUnmerged),
    /// An idea was translated.
    "idea.translated" => IdeaTranslated(IdeaTranslated),
    /// An idea went off the record, or came back.
    "idea.hidden" => IdeaHidden(Whether),
    /// An idea was removed.
    "idea.removed" => IdeaRemoved(About),
    /// A cluster of ideas became a proposal.
    "idea.promoted" => IdeaPromoted(Box<ProposalSet>),
    /// A proposal was added.
    "proposal.added" => ProposalAdded(Box<ProposalSet>),
    /// A proposal was changed.
    "proposal.edited" => ProposalEdited(Box<ProposalSet>),
    /// A proposal was removed.
    "proposal.removed" => ProposalRemoved(About),
    /// A vote was prepared.
    "vote.prepared" => VotePrepared(Box<VoteSet>),
    /// A vote was changed.
    "vote.changed" => VoteChanged(Box<VoteSet>),
    /// A vote was removed.
    "vote.removed" => VoteRemoved(About),
    /// A gate was waived.
    "vote.waived" => VoteWaived(VoteWaived),
    /// Two options that look alike were said to be different.
    "vote.dismissed" => VoteDismissed(VoteDismissed),
    /// A vote was opened.
    "vote.opened" => VoteOpened(VoteOpened),
    /// The number of dots was changed while a vote was open.
    "vote.budget" => VoteBudget(VoteBudget),
    /// A ballot came in sealed.
    "vote.sealed" => VoteSealed(VoteSealed),
    /// Hands were counted.
    "vote.counted" => VoteCounted(VoteCounted),
    /// Somebody votes for another, or no longer.
    "vote.proxied" => VoteProxied(VoteProxied),
    /// Who has voted was marked.
    "vote.marked" => VoteMarked(VoteMarked),
    /// The ballots of a secret vote were published.
    "vote.ballots" => VoteBallots(VoteBallots),
    /// A vote was closed.
    "vote.closed" => VoteClosed(Box<VoteClosed>),
    /// A result was shown.
    "vote.revealed" => VoteRevealed(About),
    /// A ballot was entered.
    "vote.cast" => VoteCast(VoteCast),
    /// A ballot was typed a second time.
    "vote.checked" => VoteChecked(VoteChecked),
    /// A ballot was put right.
    "vote.corrected" => VoteCorrected(VoteCast),
    /// A commitment was made.
    "commitment.added" => CommitmentAdded(CommitmentSet),
    /// A commitment was changed.
    "commitment.edited" => CommitmentEdited(CommitmentSet),
    /// A commitment was kept, or is open again.
    "commitment.done" => CommitmentDone(Whether),
    /// A commitment was removed.
    "commitment.removed" => CommitmentRemoved(About),
    /// Something went on the wall.
    "stage.shown" => StageShown(StageShown),
    /// Work was undone.
    "work.undone" => Undone(Taken),
    /// Undone work counts again.
    "work.redone" => Redone(Taken),
}

/// Whether the words of a payload are surely clean: no character that may not be, and none behind an escape.
fn is_plain(payload: &str) -> bool {
    !payload.contains('\\') && clean::is_clean(payload)
}

/// A payload with clean words.
fn cleaned(payload: &str) -> Option<String> {
    fn walk(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::String(text) => *text = clean::clean(text, clean::Lines::Many),
            serde_json::Value::Array(all) => all.iter_mut().for_each(walk),
            serde_json::Value::Object(fields) => {
                fields.values_mut().for_each(walk);
                if !fields.keys().all(|key| clean::is_clean(key)) {
                    let named = std::mem::take(fields).into_iter();
                    fields.extend(named.map(|(key, value)| (clean::clean(&key, clean::Lines::One), value)));
                }
            }
            _ => {}
        }
    }
    let mut value: serde_json::Value = serde_json::from_str(payload).ok()?;
    walk(&mut value);
    serde_json::to_string(&value).ok()
}

impl Event {
    /// Reads an event from what stands in a line of the session file.
    ///
    /// A payload that cannot be read as its kind says is kept as an unknown event: nothing that was written is dropped. What
    /// steers terminals is taken out of the words, as it is out of what is typed here: another hand wrote the line. `must`
    /// says that who does not know the kind must not change what it is about.
    pub fn read(
        id: EventId,
        stamp: Stamp,
        who: Arc<str>,
        device: Arc<str>,
        kind: &str,
        payload: &str,
        must: bool,
    ) -> Self {
        let cleaned = if is_plain(payload) { None } else { cleaned(payload) };
        let payload = cleaned.as_deref().unwrap_or(payload);
        let frame = serde_json::from_str(payload).unwrap_or_default();
        let spoiled = (!clean::is_clean(kind)).then(|| clean::clean(kind, clean::Lines::One));
        let kind = spoiled.as_deref().unwrap_or(kind);
        let happening = Happening::read(kind, payload, must)
            .unwrap_or_else(|_| Happening::Unknown(Arc::new(Foreign::new(kind, payload, must))));
        Self { id, stamp, who, device, frame, happening }
    }

    /// The thing that this event makes or is about, if it is about one.
    pub fn of(&self) -> Option<EventId> {
        let mut first = Vec::new();
        self.happening.things(&mut first);
        first.first().copied().or_else(|| self.happening.makes().then_some(self.id))
    }
}

impl Happening {
    /// Whether it makes a thing, which then goes by the id of the event.
    pub fn makes(&self) -> bool {
        matches!(
            self,
            Self::TermAdded(_)
                | Self::PersonAdded(_)
                | Self::ItemAdded(_)
                | Self::RoundAdded(_)
                | Self::WishAdded(_)
                | Self::IdeaAdded(_)
                | Self::IdeaPromoted(_)
                | Self::ProposalAdded(_)
                | Self::VotePrepared(_)
                | Self::CommitmentAdded(_)
        )
    }

    /// Whether who does not know its kind must not change what it is about.
    pub(crate) fn must(&self) -> bool {
        // Who cannot read sealed ballots must not close the vote without them.
        matches!(self, Self::VoteSealed(_) | Self::VoteBallots(_))
            || matches!(self, Self::Unknown(foreign) if foreign.must)
    }

    /// Whether it is an undo or a redo, and not work.
    pub fn takes(&self) -> Option<&Taken> {
        match self {
            Self::Undone(taken) | Self::Redone(taken) => Some(taken),
            _ => None,
        }
    }

    /// The things that it changes, of all that it speaks of.
    pub(crate) fn subjects(&self) -> Vec<EventId> {
        let mut things = Vec::new();
        self.things(&mut things);
        let all = matches!(self, Self::IdeaMerged(_) | Self::IdeaUnmerged(_) | Self::ItemSwapped(_));
        things.truncate(if all { things.len() } else { 1 });
        things
    }

    /// The things it speaks of, the one it is about first; not the one it makes.
    pub(crate) fn things(&self, into: &mut Vec<EventId>) {
        match self {
            Self::SessionMade(_)
            | Self::SessionDescribed(_)
            | Self::SessionPractised(_)
            | Self::StageShown(_)
            | Self::GroupsRuled(_)
            | Self::Undone(_)
            | Self::Redone(_) => {}
            Self::Unknown(foreign) => into.extend(foreign.of),
            Self::TermAdded(set) | Self::TermChanged(set) => into.extend(set.of),
            Self::PersonAdded(set) | Self::PersonChanged(set) => into.extend(set.of),
            Self::ItemAdded(set) | Self::ItemChanged(set) => into.extend(set.of),
            Self::TermRemoved(about)
            | Self::PersonArrived(about)
            | Self::PersonLeft(about)
            | Self::PersonRemoved(about)
            | Self::ItemRemoved(about)
            | Self::ItemEnded(about)
            | Self::ItemPaused(about)
            | Self::RoundRemoved(about)
            | Self::WishRemoved(about)
            | Self::IdeaRemoved(about)
            | Self::ProposalRemoved(about)
            | Self::VoteRemoved(about)
            | Self::VoteRevealed(about)
            | Self::CommitmentRemoved(about) => into.push(about.of),
            Self::IdeaHidden(whether) | Self::CommitmentDone(whether) | Self::ItemSkipped(whether) => {
                into.push(whether.of);
            }
            Self::ItemMoved(place) => into.push(place.of),
            Self::ItemStarted(started) => {
                into.push(started.of);
                into.extend(&started.ends);
            }
            Self::ItemExtended(extended) => into.push(extended.of),
            Self::ItemCorrected(corrected) => {
                into.push(corrected.of);
                into.extend(&corrected.also);
            }
            Self::RoundStarted(turned) | Self::RoundCalled(turned) => into.push(turned.of),
            Self::RoundExtended(extended) => into.push(extended.of),
            Self::RoundReported(reported) => into.push(reported.of),
            Self::ItemSwapped(swapped) => into.extend(swapped.items.iter().map(|item| item.of)),
            Self::RoundAdded(set) | Self::RoundChanged(set) => {
                into.extend(set.of);
                into.extend(set.item);
                into.extend(set.rooms.iter().flatten().flat_map(|room| room.hosts.iter().copied()));
            }
            Self::RoundPlanned(planned) | Self::RoundRepaired(planned) => {
                into.push(planned.of);
                into.extend(planned.seats.values().flatten());
            }
            Self::RoundPlaced(seat) | Self::RoundHeld(seat) => into.extend([seat.of, seat.person]),
            Self::RoundPreferred(preferred) => into.extend([preferred.of, preferred.person]),
            Self::WishAdded(set) => {
                into.extend(set.of);
                into.extend(set.people.iter().flatten());
            }
            Self::IdeaAdded(set) | Self::IdeaEdited(set) => into.extend(set.of),
            Self::IdeaTagged(tagged) => into.push(tagged.of),
            Self::IdeaMerged(merged) => {
                into.push(merged.of);
                into.extend(&merged.ideas);
            }
            Self::IdeaUnmerged(unmerged) => into.extend(&unmerged.ideas),
            Self::IdeaTranslated(translated) => into.push(translated.of),
            Self::IdeaPromoted(set) | Self::ProposalAdded(set) | Self::ProposalEdited(set) => {
                into.extend(set.of);
                into.extend(set.ideas.iter().flatten());
            }
            Self::VotePrepared(set) | Self::VoteChanged(set) => {
                into.extend(set.of);
                into.extend(set.options.iter().flatten());
                into.extend(set.voters.iter().flatten());
                into.extend(set.runoff_of);
            }
            Self::VoteWaived(waived) => into.push(waived.of),
            Self::VoteOpened(opened) => into.push(opened.of),
            Self::VoteSealed(sealed) => into.push(sealed.of),
            Self::VoteBudget(budget) => into.push(budget.of),
            Self::VoteBallots(told) => into.push(told.of),
            Self::VoteCounted(counted) => {
                into.push(counted.of);
                into.extend(counted.hands.keys());
            }
            Self::VoteProxied(proxied) => {
                into.extend([proxied.of, proxied.person]);
                into.extend(proxied.by);
            }
            Self::VoteMarked(marked) => {
                into.push(marked.of);
                into.extend(&marked.seats);
            }
            Self::VoteDismissed(dismissed) => {
                into.push(dismissed.of);
                into.extend(&dismissed.options);
            }
            Self::VoteClosed(closed) => {
                into.push(closed.of);
                into.extend(&closed.counted);
                let differ = closed.second.iter().flat_map(|second| &second.differ);
                into.extend(differ.filter_map(|ballot| ballot.seat));
            }
            Self::VoteChecked(checked) => {
                into.push(checked.of);
                into.extend(checked.seat);
            }
            Self::VoteCast(cast) | Self::VoteCorrected(cast) => {
                into.push(cast.of);
                into.extend(cast.seat);
            }
            Self::CommitmentAdded(set) | Self::CommitmentEdited(set) => {
                into.extend(set.of);
                into.extend(set.proposal);
            }
        }
    }

    /// The language forms of a text that was given, for `Lang` in `d`.
    pub(crate) fn language(&self) -> Option<Lang> {
        match self {
            Self::IdeaTranslated(translated) => translated.text.forms().next().map(|(lang, _)| lang),
            _ => None,
        }
    }
}
