//! A rehearsal carried out on a session: steps when their time has come, with the meeting's clock running as fast as is wanted.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::player::{Part, Player, Step};
use crate::fault::{Exit, Fault};
use crate::session::Session;
use crate::workshop::agenda::commands::AgendaCommand;
use crate::workshop::command::{Command, Request};
use crate::workshop::commitments::commands::CommitmentsCommand;
use crate::workshop::ideas::commands::IdeasCommand;
use crate::workshop::meeting::commands::SessionPractise;
use crate::workshop::refusal::Refusal;
use crate::workshop::votes::commands::VotesCommand;

/// From so many seconds on in which nothing happens, and a new day begins, the clock leaps.
const NIGHT: i64 = 3600;
/// By so many real seconds the clock may be ahead of what is played, and by so many of its own.
const LAG: i64 = 2;
const MOST_LAG: i64 = 900;
/// How many refusals are kept to be told.
const TOLD: usize = 5;

/// What was played.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Figures {
    /// Days on which anything was played.
    pub days: usize,
    /// Items that ended.
    pub items: usize,
    /// Ideas added.
    pub ideas: usize,
    /// Ballots entered.
    pub ballots: usize,
    /// Commitments made.
    pub commitments: usize,
    /// All that was carried out.
    pub events: usize,
    pub refused: usize,
}

/// A rehearsal under way.
#[derive(Debug)]
pub struct Rehearsal {
    player: Player,
    speed: u32,
    /// What was played so far.
    pub figures: Figures,
    /// The first refusals: the command and why.
    pub refusals: Vec<(&'static str, Refusal)>,
    days: BTreeSet<i64>,
    /// The time of the last step, once there was one.
    last: Option<Timestamp>,
    revision: u64,
}

impl Rehearsal {
    /// A rehearsal of this session from where it stands, `speed` seconds of the meeting in a real one.
    pub fn new(session: &mut Session, seed: u64, speed: u32) -> Self {
        session.draw_from(seed);
        Self {
            player: Player::new(&session.workshop, seed),
            speed: speed.max(1),
            figures: Figures::default(),
            refusals: Vec::new(),
            days: BTreeSet::new(),
            last: None,
            revision: session.workshop.revision(),
        }
    }

    /// How fast it plays.
    pub(crate) fn speed(&self) -> u32 {
        self.speed
    }

    /// Whether the facilitator's part is played, too; else somebody leads.
    pub(crate) fn leads(&self) -> bool {
        self.player.leads()
    }

    /// Whether the meeting is over.
    pub fn is_over(&self) -> bool {
        self.player.is_over()
    }

    /// When the next step is due, by the meeting's clock.
    pub(crate) fn due(&mut self, session: &Session) -> Option<Timestamp> {
        self.player.due(&session.workshop)
    }

    /// Whether a time comes after a night: the clock leaps there.
    pub(crate) fn is_new_day(&self, session: &Session, at: Timestamp) -> bool {
        let Some(last) = self.last else { return true };
        let day = |time| session.workshop.meeting.day_at(time);
        at.duration_since(last).as_secs() > NIGHT && day(at) != day(last)
    }

    /// Carries out the next step, if there is one. What is refused is counted, and the meeting goes on.
    ///
    /// # Errors
    /// The world's: a disk that is full.
    pub fn step(&mut self, session: &mut Session) -> Result<Option<Step>, Fault> {
        let Some(step) = self.player.next(&session.workshop) else { return Ok(None) };
        if step.last {
            self.set_clock(session, None, 1, step.at)?;
        }
        match session.execute(&step.request) {
            Ok(_) => self.count(session, &step),
            Err(fault) if matches!(fault.exit, Exit::System | Exit::Distrust) => return Err(fault),
            Err(fault) => {
                self.figures.refused += 1;
                if self.refusals.len() < TOLD {
                    self.refusals.push((step.request.command.verb(), fault.refusal));
                }
            }
        }
        self.last = Some(step.at);
        self.revision = session.workshop.revision();
        Ok(Some(step))
    }

    fn count(&mut self, session: &Session, step: &Step) {
        let figures = &mut self.figures;
        figures.events += 1;
        match step.request.command {
            Command::Agenda(AgendaCommand::ItemEnd(_)) => figures.items += 1,
            Command::Ideas(IdeasCommand::IdeaAdd(_)) => figures.ideas += 1,
            Command::Votes(VotesCommand::VoteCast(_)) => figures.ballots += 1,
            Command::Commitments(CommitmentsCommand::CommitmentAdd(_)) => figures.commitments += 1,
            _ => {}
        }
        if step.part == Part::Facilitator
            && let Some(day) = session.workshop.meeting.day_at(step.at)
        {
            self.days.insert(day);
            figures.days = self.days.len();
        }
    }

    /// Sets the meeting's clock to a time, running as fast as this is played.
    ///
    /// # Errors
    /// As [`Rehearsal::step`].
    pub(crate) fn leap(&mut self, session: &mut Session, to: Timestamp) -> Result<(), Fault> {
        self.last = Some(to);
        self.set_clock(session, Some(to), self.speed, to)
    }

    fn set_clock(
        &mut self,
        session: &mut Session,
        now: Option<Timestamp>,
        speed: u32,
        at: Timestamp,
    ) -> Result<(), Fault> {
        let now = now.map(|now| session.workshop.meeting.local(now).datetime().to_string().into());
        let practise = SessionPractise { now, speed: Some(speed) };
        // By somebody of its own: what the facilitator takes back first is never the clock.
        let who = Some("rehearsal".into());
        let done = session.execute(&Request { at: Some(at), who, ..Request::from(practise) });
        self.revision = session.workshop.revision();
        match done {
            Err(fault) if matches!(fault.exit, Exit::System | Exit::Distrust) => Err(fault),
            // A clock that cannot be set spoils the looks of it and nothing else.
            _ => Ok(()),
        }
    }

    /// Carries out what is due by the meeting's clock, so many steps at most. Returns whether anything was.
    ///
    /// # Errors
    /// As [`Rehearsal::step`].
    pub(crate) fn catch_up(&mut self, session: &mut Session, most: usize) -> Result<bool, Fault> {
        let mut done = false;
        if session.workshop.revision() != self.revision || !self.leads() {
            let now = (!self.leads()).then(|| session.now());
            self.player.look_out(now);
        }
        for _ in 0..most {
            let Some(due) = self.due(session) else { break };
            if self.leads() && self.is_new_day(session, due) {
                self.leap(session, due)?;
            }
            if due > session.now() {
                break;
            }
            done |= self.step(session)?.is_some();
        }
        // A clock that outruns what this machine can play waits for it.
        if self.leads()
            && let Some(due) = self.due(session)
            && session.now().duration_since(due).as_secs()
                > LAG.saturating_mul(i64::from(self.speed)).min(MOST_LAG)
        {
            self.set_clock(session, Some(due), self.speed, due)?;
        }
        Ok(done)
    }

    /// What time it is where this is played: never later than what is still to be played.
    fn played_until(&mut self, session: &Session) -> Timestamp {
        let now = session.now();
        self.due(session).map_or(now, |due| due.min(now))
    }

    /// Somebody leads: the clock keeps step with the real one, the facilitator's part stops, the room goes on.
    ///
    /// # Errors
    /// As [`Rehearsal::step`].
    pub(crate) fn take_over(&mut self, session: &mut Session) -> Result<(), Fault> {
        let now = self.played_until(session);
        self.player.give_up_lead();
        self.set_clock(session, Some(now), 1, now)
    }

    /// It is given back: the facilitator's part is played again, as fast as before.
    ///
    /// # Errors
    /// As [`Rehearsal::step`].
    pub(crate) fn give_back(&mut self, session: &mut Session) -> Result<(), Fault> {
        let now = session.now();
        self.last = Some(now);
        self.player.take_lead(now);
        self.set_clock(session, None, self.speed, now)
    }

    /// Whoever goes leaves a clock that keeps step.
    ///
    /// # Errors
    /// As [`Rehearsal::step`].
    pub(crate) fn leave(&mut self, session: &mut Session) -> Result<(), Fault> {
        let fast = session.workshop.meeting.practice().is_some_and(|practice| practice.speed() > 1);
        let now = self.played_until(session);
        if fast { self.set_clock(session, Some(now), 1, now) } else { Ok(()) }
    }
}
