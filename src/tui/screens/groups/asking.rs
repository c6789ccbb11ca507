//! What the planner is asked about a round beside the screen: why something could not be had, and what the smallest repair is. It
//! may take a second or two; Esc leaves it.

use std::sync::Arc;
use std::thread::JoinHandle;

use crate::planner::{self, Contradiction, Groups, Repaired};
use crate::workshop::Workshop;
use crate::workshop::groups::asked::{Asked, problem_of};
use crate::workshop::id::EventId;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Question {
    /// Which wishes contradict one another.
    Why,
    /// What the smallest repair of the plan is.
    Repair,
}

/// What was found out.
pub(super) enum Answer {
    /// None where it was not decided.
    Why(Option<Vec<Contradiction>>),
    Repair(Box<Repaired>),
}

/// A question that is being answered.
#[derive(Debug)]
pub(super) struct Asking {
    pub(super) question: Question,
    pub(super) round: EventId,
    pub(super) asked: Arc<Asked>,
    pub(super) seats: Arc<Groups>,
    thread: Option<JoinHandle<Answer>>,
}

impl Asking {
    /// Begins to answer; none where there is no such round.
    pub(super) fn begin(workshop: &Workshop, round: EventId, question: Question) -> Option<Self> {
        let (asked, seats) = now(workshop, round)?;
        let (asked, seats) = (Arc::new(asked), Arc::new(seats));
        let (theirs, plan) = (asked.clone(), seats.clone());
        let thread = std::thread::spawn(move || match question {
            Question::Why => Answer::Why(planner::contradictions(&theirs.problem, 0)),
            Question::Repair => Answer::Repair(Box::new(planner::repair(&theirs.problem, 0, &plan))),
        });
        Some(Self { question, round, asked, seats, thread: Some(thread) })
    }

    pub(super) fn is_over(&self) -> bool {
        self.thread.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// Whether it would be asked like this now.
    pub(super) fn still_holds(&self, workshop: &Workshop) -> bool {
        now(workshop, self.round).is_some_and(|(asked, seats)| {
            asked.people == self.asked.people && asked.problem == self.asked.problem && seats == *self.seats
        })
    }

    /// The answer; none where finding it out broke down.
    pub(super) fn answer(&mut self) -> Option<Answer> {
        self.thread.take()?.join().ok()
    }
}

fn now(workshop: &Workshop, round: EventId) -> Option<(Asked, Groups)> {
    let asked = problem_of(workshop, round)?;
    let seats = asked.current(0, workshop.rounds.get(round)?);
    Some((asked, seats))
}
