//! What stands on the wall, worked out of the workshop. It never knows more than the room should: nothing off the record,
//! no count of an open vote but how many are in, no result before it is revealed.

use std::sync::Arc;

use jiff::Timestamp;

use crate::app::screens::run::page;
use crate::report::outcome::{self, Forward, Turnout};
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::ideas::{self, Sort};
use crate::workshop::people::Person;
use crate::workshop::proposals::Proposal;
use crate::workshop::schedule;
use crate::workshop::text::{Lang, Text};
use crate::workshop::thing::Thing;
use crate::workshop::votes::{Stage, Vote};

/// The most ideas that are kept ready: more than any wall holds.
const MOST_IDEAS: usize = 400;

/// A room with who sits in it.
#[derive(Debug, Clone)]
pub struct Room {
    /// What stands on its door.
    pub title: Text,
    /// What is talked about.
    pub topic: Text,
    /// Who.
    pub people: Vec<Seat>,
}

/// Somebody in a room.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seat {
    /// The seat's id.
    pub seat: String,
    /// The name in the language that they speak best, so that each finds their own.
    pub name: String,
}

/// A line of a revealed result.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its rank; several may share one.
    pub rank: u32,
    /// Whether another one has the same rank.
    pub shared: bool,
    /// What it is.
    pub title: Text,
    /// Dots.
    pub total: u64,
    /// Whether it goes forward.
    pub forward: Forward,
}

/// What is shown.
#[derive(Debug, Clone, Default)]
pub enum Shown {
    /// Nothing at all.
    #[default]
    Blank,
    /// The title of the meeting; with the clock where nothing was put on stage yet.
    Title {
        /// Whether the time stands below.
        clock: bool,
    },
    /// The countdown of an item, or what comes first.
    Now {
        /// The item that runs, is paused or was asked for.
        item: Option<EventId>,
        /// What comes next, and when.
        next: Option<(EventId, Timestamp)>,
    },
    /// Who sits where.
    Groups {
        /// The round.
        title: Text,
        /// Its rooms.
        rooms: Vec<Room>,
    },
    /// Ideas, newest first.
    Ideas {
        /// The room, if it is one.
        title: Text,
        /// The ideas, each with what it is; none that is parked or off the record.
        ideas: Vec<(Sort, Text)>,
        /// How many there are.
        all: usize,
    },
    /// The proposals.
    Proposals(Vec<(String, Text)>),
    /// A vote that is not open yet: what will be asked.
    Asked {
        /// The question.
        title: Text,
        /// What can be chosen: number and id, and words.
        options: Vec<(String, Text)>,
    },
    /// A vote: how many are in, and nothing else.
    Vote {
        /// What is asked.
        title: Text,
        /// How many of how many.
        turnout: Turnout,
    },
    /// A result that was revealed.
    Reveal {
        /// What was asked.
        title: Text,
        /// The places, best first.
        places: Vec<Place>,
    },
    /// Who does what by when.
    Commitments(Vec<(Text, Text, Option<jiff::civil::Date>)>),
}

impl Shown {
    /// What the facilitator put on stage.
    pub fn new(workshop: &Workshop, now: Timestamp) -> Self {
        let Some(staged) = workshop.meeting.staged() else { return Self::Title { clock: true } };
        let of = staged.of.as_deref();
        match staged.view.as_ref() {
            "title" => Self::Title { clock: false },
            "now" => self::now(workshop, now, of),
            "groups" => groups(workshop, of).unwrap_or(Self::Title { clock: true }),
            "ideas" => ideas(workshop, of),
            "proposals" => Self::Proposals(proposals(workshop)),
            "vote" => vote(workshop, of, Stage::Open).map_or(Self::Title { clock: true }, |vote| {
                let title = vote.title.text();
                match vote.stage() {
                    Stage::Prepared => Self::Asked { title, options: options(workshop, vote) },
                    _ => Self::Vote { title, turnout: outcome::turnout(workshop, vote) },
                }
            }),
            "reveal" => reveal(workshop, of).unwrap_or(Self::Title { clock: true }),
            "commitments" => Self::Commitments(commitments(workshop)),
            _ => Self::Blank,
        }
    }
}

fn now(workshop: &Workshop, now: Timestamp, of: Option<&str>) -> Shown {
    let asked = of.and_then(|of| workshop.items.find(of).ok());
    let running = page::running(workshop);
    // An item that was asked for and is over gives way to what runs.
    let asked_is_on =
        asked.filter(|key| workshop.items.get(*key).is_some_and(|item| item.progress().is_on()));
    let item = asked_is_on.or(running);
    let slots = schedule::slots_of(workshop, now);
    let today = workshop.meeting.day_at(now).and_then(|day| u32::try_from(day).ok()).unwrap_or(1).max(1);
    let day = item.and_then(|key| workshop.items.get(key)).map_or(today, |item| item.day());
    let next = page::next(workshop, &slots, item, day);
    let next = next.and_then(|key| slots.iter().find(|slot| slot.item == key)).map(|slot| {
        // What follows something that runs follows when that ends; else it is as planned.
        (slot.item, if item.is_some() { slot.expected } else { slot.planned })
    });
    Shown::Now { item, next }
}

fn groups(workshop: &Workshop, of: Option<&str>) -> Option<Shown> {
    let running = page::running(workshop);
    let asked = of.and_then(|of| workshop.rounds.find(of).ok()).and_then(|key| workshop.rounds.get(key));
    let of_running =
        || workshop.rounds.iter().find(|round| running.is_some() && round.item.get().copied() == running);
    let round = asked
        .or_else(of_running)
        .or_else(|| workshop.rounds.iter().rev().find(|round| round.is_planned()))?;
    let room = |room: &crate::workshop::event::Room| {
        let here = round.seated().filter(|(_, seat)| *seat == &room.id);
        let mut people: Vec<Seat> =
            here.filter_map(|(key, _)| Some(seat(workshop, workshop.people.get(key)?))).collect();
        people.sort_unstable();
        Room { title: room.title.clone(), topic: room.topic.clone(), people }
    };
    Some(Shown::Groups { title: round.title.text(), rooms: round.rooms().iter().map(room).collect() })
}

fn seat(workshop: &Workshop, person: &Person) -> Seat {
    let lang = person.languages().iter().find_map(|code| Lang::from_code(code)).unwrap_or(Lang::En);
    Seat { seat: workshop.people.label(person.key()).into_owned(), name: person.name.in_(lang).to_owned() }
}

fn ideas(workshop: &Workshop, of: Option<&str>) -> Shown {
    let rooms = crate::workshop::groups::all_rooms(&workshop.rounds);
    let room = of.and_then(|of| rooms.into_iter().find(|room| room.id.as_ref() == of));
    let on_record = ideas::standing(&workshop.ideas)
        .rev()
        .filter(|idea| !idea.is_off_record() && idea.sort() != Sort::Parking)
        .filter(|idea| of.is_none_or(|of| idea.room() == of));
    let mut ideas: Vec<(Sort, Text)> = Vec::new();
    let mut all = 0;
    for idea in on_record {
        all += 1;
        if ideas.len() < MOST_IDEAS {
            ideas.push((idea.sort(), idea.text.text()));
        }
    }
    Shown::Ideas { title: room.map(|room| room.title).unwrap_or_default(), ideas, all }
}

fn proposals(workshop: &Workshop) -> Vec<(String, Text)> {
    let there = workshop.proposals.iter().filter(|proposal| proposal.state() != "withdrawn");
    there
        .map(|proposal| (workshop.proposals.label(proposal.key()).into_owned(), proposal.title.text()))
        .collect()
}

fn options(workshop: &Workshop, vote: &Vote) -> Vec<(String, Text)> {
    let there = vote.options().iter().filter_map(|option| Some((*option, workshop.proposals.any(*option)?)));
    let said = |(number, (key, proposal)): (usize, (EventId, &Proposal))| {
        (format!("{number}  {}", workshop.proposals.label(key)), proposal.title.text())
    };
    (1..).zip(there).map(said).collect()
}

/// The vote that was asked for or, without one, the last that has come as far.
fn vote<'a>(workshop: &'a Workshop, of: Option<&str>, least: Stage) -> Option<&'a Vote> {
    let asked = of.map(|of| workshop.votes.find(of).ok().and_then(|key| workshop.votes.get(key)));
    let last =
        || workshop.votes.iter().filter(|vote| vote.stage() >= least).max_by_key(|vote| vote.opened_at());
    asked.unwrap_or_else(last)
}

fn reveal(workshop: &Workshop, of: Option<&str>) -> Option<Shown> {
    let vote = vote(workshop, of, Stage::Revealed).filter(|vote| vote.stage() == Stage::Revealed)?;
    let result = outcome::result(workshop, vote.key())?;
    let ranks: Vec<u32> = result.rows.iter().map(|row| row.rank).collect();
    let place = |row: &outcome::Row| Place {
        rank: row.rank,
        shared: ranks.iter().filter(|rank| **rank == row.rank).count() > 1,
        title: option(workshop, row.option),
        total: row.total,
        forward: row.forward,
    };
    Some(Shown::Reveal { title: vote.title.text(), places: result.rows.iter().map(place).collect() })
}

fn option(workshop: &Workshop, key: EventId) -> Text {
    workshop.proposals.any(key).map(|proposal| proposal.title.text()).unwrap_or_default()
}

fn commitments(workshop: &Workshop) -> Vec<(Text, Text, Option<jiff::civil::Date>)> {
    let owner = |owner: &str| {
        let person = workshop.people.find(owner).ok().and_then(|key| workshop.people.get(key));
        person.map_or_else(|| Text::one(Lang::En, Arc::<str>::from(owner)), |person| person.name.text())
    };
    let row = |commitment: &crate::workshop::commitments::Commitment| {
        (commitment.text.text(), owner(commitment.owner()), commitment.due())
    };
    workshop.commitments.iter().filter(|commitment| !commitment.is_done()).map(row).collect()
}
