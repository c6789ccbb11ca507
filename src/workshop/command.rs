//! Commands: what somebody wants. The same type serves the screens, other laptops and `talkoot apply`.
//!
//! The table below is the contract; `docs/commands.md` and its JSON Schema are generated from it.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use schemars::{JsonSchema, Schema, schema_for};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::once::Once;
use super::refusal::Refusal;
use super::text::{Lang, Text};

/// Whether the end of what goes before is fixed: a hard stop.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Stop {
    /// The item begins on time, or it does not.
    Flag(bool),
    /// It begins at this time of the day (`12:30`), and that is a hard stop.
    At(Arc<str>),
}

/// When somebody comes who is not there from the beginning.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Arrival {
    /// On this day of the meeting, from 1.
    Day(u32),
    /// At this date (`2017-11-29`).
    Date(Arc<str>),
}

/// A room of a round, as it is asked for.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoomSpec {
    /// The room's id: the same physical room has the same id in every round.
    pub id: Arc<str>,
    /// What stands on its door.
    pub title: Option<Text>,
    /// Fewest people.
    pub min: Option<u32>,
    /// Most people.
    pub max: Option<u32>,
    /// What is talked about there: a text, or the id of a proposal or of a vocabulary term.
    pub topic: Option<Text>,
    /// People who stay there, by id.
    pub hosts: Option<Vec<Arc<str>>>,
    /// Its length in minutes, where it is another than that of the item in which the round is held.
    pub minutes: Option<u32>,
}

/// A field of a command: its name, and whether it must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldSpec {
    /// The name in JSON.
    pub name: &'static str,
    /// Whether a command without it is refused.
    pub required: bool,
    /// One line on what it holds.
    pub doc: &'static str,
}

/// A verb of the contract.
pub struct VerbSpec {
    /// Its name, `noun.verb`.
    pub name: &'static str,
    /// One line on what it does.
    pub doc: &'static str,
    /// Its fields in order.
    pub fields: &'static [FieldSpec],
    /// The JSON Schema of its fields.
    pub schema: fn() -> Schema,
    read: fn(Value) -> Result<Command, Misread>,
}

type Misread = serde_path_to_error::Error<serde_json::Error>;

macro_rules! fields {
    // `name: type` must be there, `name?: type` may be there.
    ($(#[doc = $doc:literal])* $verb:literal $variant:ident { $(#[doc = $fdoc:literal] $field:ident $(? $opt:tt)? : $ty:ty,)* }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $variant { $(#[doc = $fdoc] pub $field: fields!(@type $ty $(, $opt)?),)* }

        impl $variant {
            const FIELDS: &'static [FieldSpec] = &[$(FieldSpec {
                name: stringify!($field),
                required: fields!(@required $($opt)?),
                doc: $fdoc,
            },)*];
        }
    };
    (@type $ty:ty, $opt:tt) => { Option<$ty> };
    (@type $ty:ty) => { $ty };
    (@required $opt:tt) => { false };
    (@required) => { true };
}

macro_rules! verbs {
    ($($(#[doc = $doc:literal])* $verb:literal => $variant:ident { $($body:tt)* })*) => {
        $(fields! { $(#[doc = $doc])* $verb $variant { $($body)* } })*

        /// What somebody wants.
        #[derive(Debug, Clone, PartialEq)]
        #[allow(missing_docs, reason = "each variant is documented at the struct of the same name")]
        pub enum Command { $($variant($variant),)* }

        impl Command {
            /// The verb, as it stands in JSON.
            pub const fn verb(&self) -> &'static str {
                match self { $(Self::$variant(_) => $verb,)* }
            }
        }

        $(impl From<$variant> for Command {
            fn from(command: $variant) -> Self { Self::$variant(command) }
        })*

        /// Every verb of the contract.
        pub static VERBS: &[VerbSpec] = &[$(VerbSpec {
            name: $verb,
            doc: concat!($($doc),*),
            fields: $variant::FIELDS,
            schema: || schema_for!($variant),
            read: |value| serde_path_to_error::deserialize(value).map(Command::$variant),
        },)*];
    };
}

verbs! {
    /// Says what the meeting is: title, focal question, first day, time zone, working languages.
    "session.describe" => SessionDescribe {
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
    "session.practise" => SessionPractise {
        /// What time it is to be now, `2017-11-28T09:00` at the place of the meeting; without it and a speed practice ends.
        now ?_: Arc<str>,
        /// How many seconds of the meeting pass in a real one, 1 (at first) to 1,000,000; alone it leaves the time as it is.
        speed ?_: u32,
    }
    /// Adds a term to tag with: an enabler, a capacity, an essential public health operation, a kind of participant.
    "vocabulary.add" => VocabularyAdd {
        /// `enabler`, `capacity`, `epho`, `kind`, or a group of one's own.
        group: Arc<str>,
        /// The term.
        name: Text,
    }
    /// Changes a term.
    "vocabulary.change" => VocabularyChange {
        /// The term.
        term: Arc<str>,
        /// Its group.
        group ?_: Arc<str>,
        /// Its wording.
        name ?_: Text,
    }
    /// Removes a term.
    "vocabulary.remove" => VocabularyRemove {
        /// The term.
        term: Arc<str>,
    }
    /// Adds somebody to the roster.
    "person.add" => PersonAdd {
        /// The name, or what the seat stands for.
        name: Text,
        /// The organisation.
        organisation ?_: Text,
        /// The kind of participant: a term of the vocabulary or a word of one's own.
        kind ?_: Arc<str>,
        /// The country.
        country ?_: Arc<str>,
        /// The languages spoken, best first, as codes (`en`, `ru`).
        languages ?_: Vec<Arc<str>>,
        /// `participant`, `interpreter`, `host`, `facilitator`, `rapporteur`, or a word of one's own.
        role ?_: Arc<str>,
        /// The day (from 1) or date of arrival, for whoever is not there from the beginning.
        arrives ?_: Arrival,
    }
    /// Changes what is known of somebody; an empty text or list clears a field.
    "person.change" => PersonChange {
        /// Whom.
        person: Arc<str>,
        /// The name.
        name ?_: Text,
        /// The organisation.
        organisation ?_: Text,
        /// The kind of participant.
        kind ?_: Arc<str>,
        /// The country.
        country ?_: Arc<str>,
        /// The languages spoken, best first.
        languages ?_: Vec<Arc<str>>,
        /// The role.
        role ?_: Arc<str>,
        /// The day or date of arrival.
        arrives ?_: Arrival,
    }
    /// Marks somebody present.
    "person.arrive" => PersonArrive {
        /// Whom.
        person: Arc<str>,
    }
    /// Marks somebody away.
    "person.leave" => PersonLeave {
        /// Whom.
        person: Arc<str>,
    }
    /// Takes somebody off the roster.
    "person.remove" => PersonRemove {
        /// Whom.
        person: Arc<str>,
    }
    /// Adds an item to the agenda.
    "item.add" => ItemAdd {
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
    "item.change" => ItemChange {
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
    "item.move" => ItemMove {
        /// Which.
        item: Arc<str>,
        /// The item that it is to follow; without it, it becomes the first of its day.
        after ?_: Arc<str>,
        /// The day, when it is to be the first of another day.
        day ?_: u32,
    }
    /// Takes an item off the agenda.
    "item.remove" => ItemRemove {
        /// Which.
        item: Arc<str>,
    }
    /// Starts an item, or goes on with a paused one; whatever was running ends.
    "item.start" => ItemStart {
        /// Which.
        item: Arc<str>,
    }
    /// Ends an item.
    "item.end" => ItemEnd {
        /// Which.
        item: Arc<str>,
    }
    /// Pauses a running item.
    "item.pause" => ItemPause {
        /// Which.
        item: Arc<str>,
    }
    /// Gives an item more minutes, or fewer.
    "item.extend" => ItemExtend {
        /// Which.
        item: Arc<str>,
        /// How many; negative takes away.
        minutes: i32,
    }
    /// Says when an item really started or ended, or when a turn of its clock took place: one of them at a time. What ended or started with it moves along.
    "item.correct" => ItemCorrect {
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
    "item.skip" => ItemSkip {
        /// Which.
        item: Arc<str>,
        /// False: it is to be held after all.
        skip ?_: bool,
    }
    /// Exchanges the places of two items.
    "item.swap" => ItemSwap {
        /// The two.
        items: Vec<Arc<str>>,
    }
    /// Adds a breakout round.
    "round.add" => RoundAdd {
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
    "round.change" => RoundChange {
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
    "round.remove" => RoundRemove {
        /// Which.
        round: Arc<str>,
    }
    /// Assigns everybody who is present to a room: same seed, same plan. Other rounds that are planned count as meetings.
    "round.plan" => RoundPlan {
        /// Which.
        round: Arc<str>,
        /// The seed of the search.
        seed ?_: u64,
        /// Who sits where, by room: a plan made elsewhere, which is taken as it is.
        seats ?_: BTreeMap<Arc<str>, Vec<Arc<str>>>,
    }
    /// Seats one person in a room, or takes them out of the round.
    "round.place" => RoundPlace {
        /// Which round.
        round: Arc<str>,
        /// Whom.
        person: Arc<str>,
        /// The room; without it the person has no room in this round.
        room ?_: Arc<str>,
    }
    /// Seats one person and keeps them there whatever is planned; without a room the person may be moved again.
    "round.hold" => RoundHold {
        /// Which round.
        round: Arc<str>,
        /// Whom.
        person: Arc<str>,
        /// The room.
        room ?_: Arc<str>,
    }
    /// Says which rooms of a round somebody wants, the dearest first; none: they do not mind.
    "round.prefer" => RoundPrefer {
        /// Which round.
        round: Arc<str>,
        /// Who.
        person: Arc<str>,
        /// The rooms, by id.
        rooms: Vec<Arc<str>>,
    }
    /// Makes a plan right again with the fewest moves after somebody left or came.
    "round.repair" => RoundRepair {
        /// Which.
        round: Arc<str>,
    }
    /// Starts the clock of a room by itself, or has it go on after it was called; without a room, of all that were called.
    "round.start" => RoundStart {
        /// Which round.
        round: Arc<str>,
        /// The room.
        room ?_: Arc<str>,
    }
    /// Calls time in a room of a running round, or in all of them: their talk has ended.
    "round.call" => RoundCall {
        /// Which round.
        round: Arc<str>,
        /// The room; without it all.
        room ?_: Arc<str>,
    }
    /// Gives a room more minutes than the others, or fewer.
    "round.extend" => RoundExtend {
        /// Which round.
        round: Arc<str>,
        /// The room.
        room: Arc<str>,
        /// How many; negative takes away.
        minutes: i32,
    }
    /// A room begins to report back; whichever reported before has ended. Without a room the reports have ended.
    "round.report" => RoundReport {
        /// Which round.
        round: Arc<str>,
        /// The room.
        room ?_: Arc<str>,
    }
    /// Says what is asked of all groups in every round.
    "groups.rules" => GroupsRules {
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
    "wish.add" => WishAdd {
        /// `together` or `apart`.
        kind: Arc<str>,
        /// The people, at least two.
        people: Vec<Arc<str>>,
    }
    /// Takes such a wish back.
    "wish.remove" => WishRemove {
        /// Which.
        wish: Arc<str>,
    }
    /// Captures an idea.
    "idea.add" => IdeaAdd {
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
    "idea.edit" => IdeaEdit {
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
    "idea.tag" => IdeaTag {
        /// Which.
        idea: Arc<str>,
        /// Tags to add.
        add ?_: Vec<Arc<str>>,
        /// Tags to take off.
        remove ?_: Vec<Arc<str>>,
    }
    /// Merges ideas into the first of them; the words, tags and authors of all stay readable.
    "idea.merge" => IdeaMerge {
        /// The ideas; the first is kept.
        ideas: Vec<Arc<str>>,
        /// New words for the merged idea.
        text ?_: Text,
    }
    /// Takes an idea out of the one it was merged into or, given the kept one, lets all of them go again.
    "idea.unmerge" => IdeaUnmerge {
        /// Which.
        idea: Arc<str>,
    }
    /// Supplies the idea's words in the other language.
    "idea.translate" => IdeaTranslate {
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
    "idea.hide" => IdeaHide {
        /// Which.
        idea: Arc<str>,
        /// False puts it back on the record.
        hidden ?_: bool,
    }
    /// Removes an idea.
    "idea.remove" => IdeaRemove {
        /// Which.
        idea: Arc<str>,
    }
    /// Makes a proposal out of a cluster of ideas.
    "idea.promote" => IdeaPromote {
        /// The ideas it comes from.
        ideas: Vec<Arc<str>>,
        /// The title; without it the words of the first idea.
        title ?_: Text,
    }
    /// Adds a proposal.
    "proposal.add" => ProposalAdd {
        /// The title.
        title: Text,
        /// Who leads it.
        leads ?_: Vec<Text>,
        /// Who takes part.
        partners ?_: Vec<Text>,
        /// Where.
        place ?_: Text,
        /// When, in words.
        when ?_: Text,
        /// The enablers it works on: terms of the vocabulary.
        enablers ?_: Vec<Arc<str>>,
        /// The essential public health operations it serves.
        ephos ?_: Vec<Arc<str>>,
        /// The ideas it comes from.
        ideas ?_: Vec<Arc<str>>,
    }
    /// Changes a proposal; an empty text or list clears a field.
    "proposal.edit" => ProposalEdit {
        /// Which.
        proposal: Arc<str>,
        /// The title.
        title ?_: Text,
        /// Who leads it.
        leads ?_: Vec<Text>,
        /// Who takes part.
        partners ?_: Vec<Text>,
        /// Where.
        place ?_: Text,
        /// When, in words.
        when ?_: Text,
        /// The enablers it works on.
        enablers ?_: Vec<Arc<str>>,
        /// The essential public health operations it serves.
        ephos ?_: Vec<Arc<str>>,
        /// The ideas it comes from.
        ideas ?_: Vec<Arc<str>>,
        /// `draft`, `ready`, `going-forward` or `withdrawn`.
        state ?_: Arc<str>,
    }
    /// Removes a proposal.
    "proposal.remove" => ProposalRemove {
        /// Which.
        proposal: Arc<str>,
    }
    /// Prepares a vote.
    "vote.prepare" => VotePrepare {
        /// What is asked.
        title: Text,
        /// The proposals voted on.
        options: Vec<Arc<str>>,
        /// `dots`, `approval` (1), `score` (1–5), `rank` (1 best), `gradients` (Kaner's 1–8) or `consent` (1 yes, 2 no, 3 abstain, 4 block).
        method: Arc<str>,
        /// Dots a ballot may give; without it as many as `dots_rule` says. Only for `dots`, like `cap`.
        dots ?_: u32,
        /// Most dots that one option may get on a ballot; default 1.
        cap ?_: u32,
        /// How many options go forward; default 3.
        seats ?_: u32,
        /// Whether who voted what is never shown; default true.
        secret ?_: bool,
        /// What happens to a tie at the cut: `all`, `supporters`, `lot` or `runoff` (the default).
        tie ?_: Arc<str>,
        /// The share of supporters that counts as agreement, fixed beforehand; default 0.75.
        threshold ?_: f64,
        /// Why as many dots: `third` of the options, rounded up (the default), `quarter`, `fifth`, `msu`, or `own` where `dots` is given.
        dots_rule ?_: Arc<str>,
        /// Who may vote; without it, or empty: everybody who is present, also who arrives later.
        voters ?_: Vec<Arc<str>>,
        /// Makes it the first of two stages: how many go forward in the second, among those that go forward here. Fewer than `seats`; 0: one stage.
        then ?_: u32,
        /// Makes it the run-off of this vote, which is closed: among those who are tied there. Without it a run-off is known by its options and places.
        runoff_of ?_: Arc<str>,
    }
    /// Changes a vote that is not open yet; of an open one the dots alone.
    "vote.change" => VoteChange {
        /// Which.
        vote: Arc<str>,
        /// What is asked.
        title ?_: Text,
        /// The proposals voted on.
        options ?_: Vec<Arc<str>>,
        /// Dots a ballot may give.
        dots ?_: u32,
        /// Most dots that one option may get on a ballot.
        cap ?_: u32,
        /// How many options go forward.
        seats ?_: u32,
        /// Whether who voted what is never shown.
        secret ?_: bool,
        /// What happens to a tie at the cut.
        tie ?_: Arc<str>,
        /// The share of supporters that counts as agreement.
        threshold ?_: f64,
        /// How one votes.
        method ?_: Arc<str>,
        /// The rule by which as many dots are given.
        dots_rule ?_: Arc<str>,
        /// Who may vote; empty: everybody who is present.
        voters ?_: Vec<Arc<str>>,
        /// How many go forward in a second stage; 0: there is one stage only.
        then ?_: u32,
    }
    /// Removes a vote that is not open yet.
    "vote.remove" => VoteRemove {
        /// Which.
        vote: Arc<str>,
    }
    /// Goes on although a gate is not passed, and says why. It holds until what the gate looks at is changed.
    "vote.waive" => VoteWaive {
        /// Which.
        vote: Arc<str>,
        /// The gate: `languages`, `duplicates`, `number`, `dots`, `voters`, `threshold`, `tie` or `seats`.
        gate: Arc<str>,
        /// Why.
        reason: Arc<str>,
    }
    /// Says that two options that look alike are different.
    "vote.dismiss" => VoteDismiss {
        /// Which vote.
        vote: Arc<str>,
        /// The two options.
        options: Vec<Arc<str>>,
        /// Why.
        reason ?_: Arc<str>,
    }
    /// Opens a vote: its options stand from now on.
    "vote.open" => VoteOpen {
        /// Which.
        vote: Arc<str>,
    }
    /// Closes a vote and counts it.
    "vote.close" => VoteClose {
        /// Which.
        vote: Arc<str>,
        /// The recovery phrase of a secret vote, where it was opened on another laptop. It is never written down.
        phrase ?_: Arc<str>,
    }
    /// Lets the room see the result.
    "vote.reveal" => VoteReveal {
        /// Which.
        vote: Arc<str>,
    }
    /// Enters a ballot, for a seat or for a numbered paper.
    "vote.cast" => VoteCast {
        /// Which vote.
        vote: Arc<str>,
        /// Whose ballot.
        seat ?_: Arc<str>,
        /// The number of the paper ballot.
        paper ?_: u32,
        /// The dots given, by option.
        votes: BTreeMap<Arc<str>, u32>,
        /// The groups of whoever voted, for a paper: `{"language":"ru","kind":"academia"}`; those of a seat are known.
        groups ?_: BTreeMap<Arc<str>, Arc<str>>,
    }
    /// Writes down a show of hands: how many there were for each option, instead of ballots.
    "vote.count" => VoteCount {
        /// Which vote.
        vote: Arc<str>,
        /// The hands for each option; none for one that is not named.
        hands: BTreeMap<Arc<str>, u32>,
        /// How many people were asked to raise their hands, whether they did or not.
        voters: u32,
    }
    /// Lets somebody vote for another who is away, or no longer.
    "vote.proxy" => VoteProxy {
        /// Which vote.
        vote: Arc<str>,
        /// Who is voted for.
        person: Arc<str>,
        /// Who votes for them; left out or empty: nobody.
        by ?_: Arc<str>,
    }
    /// Marks who has voted in a secret vote, or who has not after all: for those who handed in a paper.
    "vote.mark" => VoteMark {
        /// Which vote.
        vote: Arc<str>,
        /// The seats.
        seats: Vec<Arc<str>>,
        /// Whether they have voted; default true.
        voted ?_: bool,
    }
    /// Types a ballot a second time, to be compared with what was entered: it finds typing errors and never counts.
    "vote.check" => VoteCheck {
        /// Which vote.
        vote: Arc<str>,
        /// Whose ballot.
        seat ?_: Arc<str>,
        /// The number of the paper ballot.
        paper ?_: u32,
        /// The dots given, by option.
        votes: BTreeMap<Arc<str>, u32>,
    }
    /// Puts a ballot right that was entered wrongly.
    "vote.correct" => VoteCorrect {
        /// Which vote.
        vote: Arc<str>,
        /// Whose ballot.
        seat ?_: Arc<str>,
        /// The number of the paper ballot.
        paper ?_: u32,
        /// The dots given, by option.
        votes: BTreeMap<Arc<str>, u32>,
        /// The groups of whoever voted, for a paper: `{"language":"ru","kind":"academia"}`; those of a seat are known.
        groups ?_: BTreeMap<Arc<str>, Arc<str>>,
    }
    /// Writes down who does what.
    "commitment.add" => CommitmentAdd {
        /// What.
        text: Text,
        /// Who: a seat or a name.
        owner: Arc<str>,
        /// By when, `2018-03-31`.
        due ?_: Arc<str>,
        /// With whom.
        with ?_: Vec<Arc<str>>,
        /// From which proposal.
        proposal ?_: Arc<str>,
    }
    /// Changes a commitment; an empty text or list clears a field.
    "commitment.edit" => CommitmentEdit {
        /// Which.
        commitment: Arc<str>,
        /// What.
        text ?_: Text,
        /// Who.
        owner ?_: Arc<str>,
        /// By when.
        due ?_: Arc<str>,
        /// With whom.
        with ?_: Vec<Arc<str>>,
        /// From which proposal; empty clears it.
        proposal ?_: Arc<str>,
    }
    /// Marks a commitment as kept, or as open again.
    "commitment.done" => CommitmentDone {
        /// Which.
        commitment: Arc<str>,
        /// False opens it again.
        done ?_: bool,
    }
    /// Removes a commitment.
    "commitment.remove" => CommitmentRemove {
        /// Which.
        commitment: Arc<str>,
    }
    /// Puts something on the wall.
    "stage.show" => StageShow {
        /// `title`, `now`, `groups`, `ideas`, `proposals`, `vote`, `reveal`, `commitments` or `blank`.
        view: Arc<str>,
        /// Which one: an item, a round, a room or a vote.
        of ?_: Arc<str>,
        /// With `reveal`: how many places are shown, from the last; those that share a rank come together. Without it: all.
        step ?_: u32,
    }
    /// Takes back the last work of this device and person, or the event named.
    "undo" => Undo {
        /// The event.
        event ?_: Arc<str>,
    }
    /// Puts in force again what was undone last, or the event named.
    "redo" => Redo {
        /// The event that was undone.
        event ?_: Arc<str>,
    }
}

/// A command and what came with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// What is wanted.
    pub command: Command,
    /// The id that what is made shall have.
    pub id: Option<Arc<str>>,
    /// When it happened, if not now.
    pub at: Option<Timestamp>,
    /// Who wants it, if not whoever sits here.
    pub who: Option<Arc<str>>,
}

impl<C: Into<Command>> From<C> for Request {
    fn from(command: C) -> Self {
        Self { command: command.into(), id: None, at: None, who: None }
    }
}

/// Where the verb stands in a command's JSON. The first is the one that the documentation uses; the others are what people
/// write who have seen the log (`k`) or other programs.
pub(crate) const VERB_KEYS: [&str; 6] = ["do", "verb", "command", "k", "cmd", "op"];

impl Request {
    /// Reads a command from JSON: `{"do":"idea.add","text":"…"}`, or `{"idea.add":{"text":"…"}}`.
    ///
    /// # Errors
    /// A refusal that names what is wrong: not JSON, no verb, an unknown verb or field, a missing field, a value of
    /// another type.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let Once(value) =
            serde_json::from_str(text).map_err(|error| Refusal::malformed(&error.to_string()))?;
        let Value::Object(mut map) = value else {
            return Err(Refusal::malformed("not an object"));
        };
        let verb = take_verb(&mut map)?;
        let spec = VERBS.iter().find(|spec| spec.name == verb).ok_or_else(|| Refusal::unknown_verb(&verb))?;
        let id = take_text(&mut map, "id")?;
        let who = take_text(&mut map, "who")?;
        let at = match take_text(&mut map, "at")? {
            None => None,
            Some(at) => Some(at.parse::<Timestamp>().map_err(|_| Refusal::bad_time("at", &at))?),
        };
        Ok(Self { command: spec.read(map)?, id, at, who })
    }
}

impl VerbSpec {
    fn read(&self, map: Map<String, Value>) -> Result<Command, Refusal> {
        for key in map.keys() {
            if !self.fields.iter().any(|field| field.name == key) {
                let known: Vec<&str> = self.fields.iter().map(|field| field.name).collect();
                return Err(Refusal::unknown_field(self.name, key, &known));
            }
        }
        for field in self.fields.iter().filter(|field| field.required) {
            if map.get(field.name).is_none_or(Value::is_null) {
                return Err(Refusal::missing_field(self.name, field.name));
            }
        }
        (self.read)(Value::Object(map)).map_err(|error| {
            let path = error.path().to_string();
            let why = error.into_inner().to_string();
            // A number that is none of those that count things is told in words that everybody knows.
            let number = why.split('`').nth(1).filter(|given| given.parse::<f64>().is_ok());
            match number.filter(|_| why.ends_with("expected u32") || why.ends_with("expected u64")) {
                Some(given) => Refusal::not_a_count(&path, given),
                None => Refusal::wrong_type(self.name, &path, &why),
            }
        })
    }
}

fn take_verb(map: &mut Map<String, Value>) -> Result<String, Refusal> {
    for key in VERB_KEYS {
        if let Some(Value::String(verb)) = map.get(key).cloned() {
            map.remove(key);
            // An event's payload may stand by itself, as it does in the log.
            if let Some(Value::Object(inner)) = map.remove("d") {
                map.extend(inner);
            }
            return Ok(verb);
        }
    }
    let named: Vec<String> =
        map.keys().filter(|key| !["id", "at", "who"].contains(&key.as_str())).cloned().collect();
    if let [only] = named.as_slice()
        && let Some(Value::Object(_)) = map.get(only)
        && let Some(Value::Object(inner)) = map.remove(only)
    {
        map.extend(inner);
        return Ok(only.clone());
    }
    Err(Refusal::no_verb())
}

fn take_text(map: &mut Map<String, Value>, key: &'static str) -> Result<Option<Arc<str>>, Refusal> {
    match map.remove(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.into())),
        Some(other) => Err(Refusal::wrong_type("", key, &other.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_read_in_either_shape() {
        let flat = Request::read(
            r#"{"do":"idea.add","id":"i-one","text":"a fund","at":"2017-11-28T09:00:00+02:00"}"#,
        );
        let nested =
            Request::read(r#"{"idea.add":{"text":"a fund"},"id":"i-one","at":"2017-11-28T07:00:00Z"}"#);
        assert_eq!(flat, nested);
        assert_eq!(flat.map(|request| request.command.verb()), Ok("idea.add"));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let kind = |text: &str| Request::read(text).map_err(|refusal| refusal.kind);
        assert_eq!(kind("{"), Err("malformed"));
        assert_eq!(kind("[1]"), Err("malformed"));
        assert_eq!(kind(r#"{"do":"idea.add","text":"A","text":"B"}"#), Err("malformed"));
        assert_eq!(kind(r#"{"do":"idea.add","text":{"en":"A","en":"B"}}"#), Err("malformed"));
        assert_eq!(kind(r#"{"text":"x"}"#), Err("no-verb"));
        assert_eq!(kind(r#"{"do":"idea.sing"}"#), Err("unknown-verb"));
        assert_eq!(kind(r#"{"do":"idea.add","text":"x","colour":"red"}"#), Err("unknown-field"));
        assert_eq!(kind(r#"{"do":"idea.add"}"#), Err("missing-field"));
        assert_eq!(kind(r#"{"do":"idea.add","text":7}"#), Err("wrong-type"));
        assert_eq!(kind(r#"{"do":"idea.add","text":"x","at":"yesterday"}"#), Err("bad-time"));
        for minutes in ["-5", "0.5", "99999999999"] {
            let line = format!(r#"{{"do":"item.add","day":1,"title":"x","minutes":{minutes}}}"#);
            let refusal = Request::read(&line).unwrap_err();
            assert_eq!((refusal.kind, refusal.message), ("wrong-type", "refused-not-a-count"), "{minutes}");
        }
        assert_eq!(kind(&"[".repeat(10_000)), Err("malformed"));
    }
}
