//! What stands on the wall, computed from the workshop. It never knows more than the room should: nothing off the record,
//! no count of an open vote but how many are in, no result before it is revealed.

use jiff::Timestamp;

use super::portfolio::{self, Group};
use super::result::{self, Place};
use super::seats::{self, Entry, Room};
use crate::report::outcome::{self, Turnout};
use crate::tally::findings::Findings;
use crate::tui::screens::shared::stage;
use crate::workshop::agenda::Item;
use crate::workshop::id::EventId;
use crate::workshop::ideas::{self, Idea, Sort};
use crate::workshop::proposals::Proposal;
use crate::workshop::text::Text;
use crate::workshop::thing::Thing;
use crate::workshop::votes::{Stage, Vote};
use crate::workshop::{Workshop, schedule};

/// The most ideas that are kept ready: more than anybody waits for.
const MOST_IDEAS: usize = 400;

/// For how many seconds an idea is new.
const NEW: i64 = 120;

/// An idea on the wall.
#[derive(Debug, Clone)]
pub struct Said {
    pub sort: Sort,
    /// Its words.
    pub text: Text,
    pub at: Timestamp,
}

impl Said {
    /// Whether it was said in the last two minutes.
    pub(crate) fn is_new(&self, now: Timestamp) -> bool {
        (0..NEW).contains(&now.duration_since(self.at).as_secs())
    }
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
        /// What the room is to do.
        instruction: Text,
    },
    /// Who sits where.
    Groups {
        /// The round.
        title: Text,
        rooms: Vec<Room>,
        /// Everybody by name.
        index: Vec<Entry>,
    },
    /// Ideas, newest first.
    Ideas {
        /// The room, if it is one.
        title: Text,
        /// The ideas; none that is parked or off the record.
        ideas: Vec<Said>,
        /// How many there are.
        all: usize,
    },
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
        /// Whether no more are taken.
        closed: bool,
    },
    /// A result that was revealed.
    Reveal {
        /// What was asked.
        title: Text,
        /// The places, best first.
        places: Vec<Place>,
        /// Whether they come step by step.
        stepped: bool,
        /// Whether what is above the line goes on to a second stage.
        goes_on: bool,
    },
    /// How solid a result is that was revealed.
    Solid {
        /// What was asked.
        title: Text,
        /// What is known beyond the ranking.
        findings: Box<Findings>,
        /// How many ballots were counted.
        ballots: usize,
        /// Whether places are owed to a run-off of which the room knows no result yet.
        owed: bool,
    },
    /// What goes forward, and who does what by when.
    Commitments(Vec<Group>),
}

impl Shown {
    /// What the facilitator put on stage.
    pub(crate) fn new(workshop: &Workshop, now: Timestamp) -> Self {
        let Some(staged) = workshop.meeting.staged() else { return Self::Title { clock: true } };
        let of = staged.of.as_deref();
        match staged.view.as_ref() {
            "title" => Self::Title { clock: false },
            "now" => self::now(workshop, now, of),
            "groups" => seats::groups(workshop, of).unwrap_or(Self::Title { clock: true }),
            "ideas" => ideas(workshop, of),
            "proposals" => Self::Proposals(proposals(workshop)),
            "vote" => stage::vote(workshop, of, Stage::Open).map_or(Self::Title { clock: true }, |vote| {
                let title = vote.title.text();
                match vote.stage() {
                    Stage::Prepared => Self::Asked { title, options: options(workshop, vote) },
                    stage => Self::Vote {
                        title,
                        turnout: outcome::turnout(workshop, vote),
                        closed: stage >= Stage::Closed,
                    },
                }
            }),
            "reveal" => result::reveal(workshop, of, staged.step).unwrap_or(Self::Title { clock: true }),
            "commitments" => Self::Commitments(portfolio::groups(workshop)),
            _ => Self::Blank,
        }
    }
}

fn now(workshop: &Workshop, now: Timestamp, of: Option<&str>) -> Shown {
    let asked = of.and_then(|of| workshop.items.find(of).ok());
    let running = schedule::running(workshop);
    // An item that was asked for and is over gives way to what runs.
    let asked_is_on =
        asked.filter(|key| workshop.items.get(*key).is_some_and(|item| item.progress().is_on()));
    let item = asked_is_on.or(running);
    let slots = schedule::slots_of(workshop, now);
    let today = workshop.meeting.day_at(now).and_then(|day| u32::try_from(day).ok()).unwrap_or(1).max(1);
    let day = item.and_then(|key| workshop.items.get(key)).map_or(today, |item| item.day());
    let next = schedule::next(workshop, &slots, item, day);
    let next = next.and_then(|key| slots.iter().find(|slot| slot.item == key)).map(|slot| {
        // What follows something that runs follows when that ends; else it is as planned.
        (slot.item, if item.is_some() { slot.expected } else { slot.planned })
    });
    let instruction = item.and_then(|key| workshop.items.get(key)).map(instruction).unwrap_or_default();
    Shown::Now { item, next, instruction }
}

/// What the room is to do while an item runs.
fn instruction(item: &Item) -> Text {
    item.instruction.text()
}

fn ideas(workshop: &Workshop, of: Option<&str>) -> Shown {
    let rooms = crate::workshop::groups::all_rooms(&workshop.rounds);
    let room = of.and_then(|of| rooms.into_iter().find(|room| room.id.as_ref() == of));
    let on_record = ideas::standing(&workshop.ideas)
        .filter(|idea| !idea.is_off_record() && idea.sort() != Sort::Parking)
        .filter(|idea| of.is_none_or(|of| idea.room() == of));
    let mut ideas: Vec<&Idea> = on_record.collect();
    // What was said last stands first, whichever laptop it came from and however late.
    ideas.sort_by_key(|idea| (std::cmp::Reverse(idea.made().at), std::cmp::Reverse(idea.made().stamp)));
    let all = ideas.len();
    let said = |idea: &Idea| Said { sort: idea.sort(), text: idea.text.text(), at: idea.made().at };
    let ideas = ideas.into_iter().take(MOST_IDEAS).map(said).collect();
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
