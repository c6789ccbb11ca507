//! What a report says, whatever it is written in. What is not to be seen in an edition is not in its model.

mod agenda;
mod commitments;
mod drift;
mod groups;
mod held;
mod ideas;
mod moment;
mod people;
mod printing;
mod proposals;
mod versions;
mod vocabulary;
mod votes;

use std::collections::BTreeMap;

use serde::Serialize;

use super::outcome::Results;
use super::record::Record;
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::text::Text;
use crate::workshop::thing::{Thing, Things};

pub(crate) use agenda::{Actual, Item, Meeting, Planned};
pub(crate) use commitments::Commitment;
pub(crate) use drift::{Day, Line, RoomLine, Why};
pub(crate) use groups::{Room, Round, Rules};
pub(crate) use held::Held;
pub(crate) use ideas::Idea;
pub(crate) use moment::Moment;
pub(crate) use people::Person;
pub(crate) use printing::{DoorList, PlannedRound, Printing, Seat, TableCard};
pub(crate) use proposals::Proposal;
pub(crate) use versions::Versions;
pub(crate) use vocabulary::Term;
pub(crate) use votes::{EnteredAgain, SecondEntry, Tally, Vote};

/// Whom a report is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Edition {
    /// For the organisers: all that is on the record.
    Internal,
    /// For everybody: no authors, no seats, no ballots, and of people only what a list of participants prints (name,
    /// organisation, country) and what they said in public that they would do. Results once they are revealed.
    Public,
}

impl Edition {
    /// Its name on the command line.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Internal => "internal",
            Self::Public => "public",
        }
    }

    /// Whether it is for the organisers.
    pub(crate) fn is_internal(self) -> bool {
        self == Self::Internal
    }
}

/// A thing that another one speaks of: its id, and what it is called.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ref {
    pub id: String,
    /// Its title or name.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub title: Text,
}

/// All that a report can say. Everything in it stands in the order of the agenda or in the order in which it was made.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// Whom it is for.
    pub edition: Edition,
    /// The meeting as such.
    pub meeting: Meeting,
    /// The terms that ideas, proposals and people are tagged with.
    pub vocabulary: Vec<Term>,
    pub agenda: Vec<Item>,
    /// How the days went against their plan.
    pub drift: Vec<Day>,
    /// The participants.
    pub people: Vec<Person>,
    /// Breakout rounds.
    pub groups: Vec<Round>,
    /// What is asked of all groups.
    pub group_rules: Option<Rules>,
    /// The ideas that stand by themselves, those merged into them below; the parking lot among them.
    pub ideas: Vec<Idea>,
    /// How many ideas are off the record; never told in public.
    pub off_record: Option<usize>,
    pub proposals: Vec<Proposal>,
    pub votes: Vec<Vote>,
    pub commitments: Vec<Commitment>,
}

impl Model {
    /// What is to be said of a workshop in an edition.
    pub(crate) fn of(workshop: &Workshop, edition: Edition) -> Self {
        Self::with(workshop, edition, true, true)
    }

    /// The same for the organisers, with no idea or no vote in it where none is asked for: most of what is asked for one by one needs
    /// neither, the ideas of a long meeting are more than all the rest, and what is found out about votes takes the longest.
    pub(crate) fn with_parts(workshop: &Workshop, ideas: bool, votes: bool) -> Self {
        Self::with(workshop, Edition::Internal, ideas, votes)
    }

    fn with(workshop: &Workshop, edition: Edition, with_ideas: bool, with_votes: bool) -> Self {
        let record = Record::of(&workshop.ideas);
        let results = Results::new(workshop);
        let view = View { workshop, edition, record: &record, results: &results };
        let (ideas, off_record) = if with_ideas { ideas::ideas(view) } else { (Vec::new(), 0) };
        Self {
            edition,
            meeting: agenda::meeting(view),
            vocabulary: vocabulary::terms(view),
            agenda: agenda::agenda(view),
            drift: drift::days(view),
            people: people::people(view),
            groups: groups::groups(view),
            group_rules: groups::rules(view),
            ideas,
            off_record: edition.is_internal().then_some(off_record),
            proposals: proposals::proposals(view),
            votes: if with_votes { votes::votes(view) } else { Vec::new() },
            commitments: commitments::commitments(view),
        }
    }

    /// The ideas of the board without the parking lot, by room: the rooms of the rounds in their order, then others by name,
    /// then what was said in none.
    pub(crate) fn by_room(&self) -> Vec<(Ref, Vec<&Idea>)> {
        let known: Vec<(&str, &Text)> = self
            .groups
            .iter()
            .flat_map(|round| &round.rooms)
            .map(|room| (room.id.as_str(), &room.title))
            .collect();
        let mut place: BTreeMap<&str, (usize, &Text)> = BTreeMap::new();
        for (number, (id, title)) in known.into_iter().enumerate() {
            place.entry(id).or_insert((number, title));
        }
        let mut rooms: BTreeMap<(usize, &str), Vec<&Idea>> = BTreeMap::new();
        for idea in self.ideas.iter().filter(|idea| !idea.is_parked()) {
            let last = if idea.room.is_empty() { usize::MAX } else { usize::MAX - 1 };
            let number = place.get(idea.room.as_str()).map_or(last, |(number, _)| *number);
            rooms.entry((number, idea.room.as_str())).or_default().push(idea);
        }
        let named = |id: &str| Ref {
            id: id.to_owned(),
            title: place.get(id).map_or_else(|| Text::plain(id), |(_, title)| (*title).clone()),
        };
        rooms.into_iter().map(|((_, id), ideas)| (named(id), ideas)).collect()
    }

    /// The ideas in the parking lot.
    pub(crate) fn parking(&self) -> impl Iterator<Item = &Idea> {
        self.ideas.iter().filter(|idea| idea.is_parked())
    }

    /// The wording of a term; its id as it was written when the vocabulary does not know it.
    pub(crate) fn term(&self, id: &str) -> Text {
        let known = self.vocabulary.iter().find(|term| term.id == id).map(|term| term.name.clone());
        known.filter(|name| !name.is_empty()).unwrap_or_else(|| Text::plain(id))
    }
}

/// A workshop seen by the readers of an edition.
#[derive(Clone, Copy)]
struct View<'a> {
    workshop: &'a Workshop,
    edition: Edition,
    record: &'a Record<'a>,
    results: &'a Results<'a>,
}

impl<'a> View<'a> {
    /// Something that only the organisers see.
    fn internal<T: Default>(self, make: impl FnOnce(&'a Workshop) -> T) -> T {
        if self.edition.is_internal() { make(self.workshop) } else { T::default() }
    }

    /// The name of whoever was written down: none when it is not the id of a seat but a name already.
    fn person(self, written: &str) -> Option<Text> {
        let key = self.workshop.people.find(written).ok()?;
        self.workshop.people.get(key).map(|person| person.name.text()).filter(|name| !name.is_empty())
    }

    fn seat(self, key: EventId) -> Option<Ref> {
        let person = self.workshop.people.get(key)?;
        Some(Ref { id: label(&self.workshop.people, key), title: person.name.text() })
    }

    /// A proposal that is asked about: by its id alone when it is there no longer.
    fn proposal(self, key: EventId) -> Ref {
        let title =
            self.workshop.proposals.get(key).map(|proposal| proposal.title.text()).unwrap_or_default();
        Ref { id: label(&self.workshop.proposals, key), title }
    }

    fn moment(self, at: jiff::Timestamp) -> Moment {
        Moment::new(self.workshop.meeting.local(at))
    }
}

/// What a thing is called: its id where it has neither title nor name.
pub(super) fn title_or_id(title: &Text, id: &str) -> Text {
    if title.is_empty() { Text::plain(id) } else { title.clone() }
}

fn label<T: Thing>(things: &Things<T>, key: EventId) -> String {
    things.label(key).into_owned()
}

/// For `skip_serializing_if`.
fn is_false(value: &bool) -> bool {
    !value
}
