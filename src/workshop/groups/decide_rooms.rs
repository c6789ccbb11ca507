//! Decisions about rooms in time: started by themselves, called, given minutes; and in which order they report back.

use std::sync::Arc;

use super::commands::{RoundCall, RoundExtend, RoundReport, RoundStart};
use super::events::{RoomExtended, RoomReported, RoomsTurned, RoundEvent};
use super::{Round, rooms};
use crate::workshop::agenda::Item;
use crate::workshop::decide::{Decider, Outcome, check};
use crate::workshop::event::EventKind;
use crate::workshop::id::EventId;
use crate::workshop::range::MOST_MINUTES;
use crate::workshop::refusal::Refusal;
use crate::workshop::thing::Thing;

impl Decider<'_> {
    pub(in crate::workshop) fn round_start(&self, c: &RoundStart) -> Outcome {
        let (round, item) = self.running(&c.round)?;
        let rooms = self.rooms_named(round, c.room.as_deref())?;
        let times = rooms::times(round, item, self.at);
        let time = |room: &Arc<str>| times.iter().find(|time| time.room == *room);
        let named = c.room.is_some();
        // A room that is named may begin again while it has not been called; all means all that were called.
        let starts =
            |room: &Arc<str>| time(room).is_some_and(|time| time.called || (named && time.ended.is_none()));
        let rooms: Vec<Arc<str>> = rooms.into_iter().filter(starts).collect();
        if rooms.is_empty() {
            return Err(Refusal::state("refused-no-room-called", &c.round));
        }
        Ok((EventKind::Round(RoundEvent::Started(RoomsTurned { of: round.key(), rooms })), Vec::new()))
    }

    pub(in crate::workshop) fn round_call(&self, c: &RoundCall) -> Outcome {
        let (round, item) = self.running(&c.round)?;
        let times = rooms::times(round, item, self.at);
        let on = |room: &Arc<str>| times.iter().any(|time| time.room == *room && time.ended.is_none());
        let rooms: Vec<Arc<str>> =
            self.rooms_named(round, c.room.as_deref())?.into_iter().filter(on).collect();
        if rooms.is_empty() {
            return Err(Refusal::state("refused-rooms-called", &c.round));
        }
        Ok((EventKind::Round(RoundEvent::Called(RoomsTurned { of: round.key(), rooms })), Vec::new()))
    }

    pub(in crate::workshop) fn round_extend(&self, c: &RoundExtend) -> Outcome {
        let (round, item) = self.held(&c.round)?;
        let room = self.room_named(round, &c.room)?;
        let most = i64::from(MOST_MINUTES);
        let now = i64::from(rooms::minutes(round, &room, item));
        let minutes = i64::from(c.minutes);
        if minutes == 0 || !(-most..=most).contains(&minutes) || !(0..=most).contains(&(now + minutes)) {
            return Err(Refusal::out_of_range("minutes", -now, most - now));
        }
        let ended = rooms::times(round, item, self.at);
        if ended.iter().any(|time| time.room == room && time.ended.is_some()) {
            return Err(Refusal::state("refused-room-ended", &c.room));
        }
        Ok((
            EventKind::Round(RoundEvent::Extended(RoomExtended {
                of: round.key(),
                room,
                minutes: c.minutes,
            })),
            Vec::new(),
        ))
    }

    pub(in crate::workshop) fn round_report(&self, c: &RoundReport) -> Outcome {
        let round = self.round_named(&c.round)?;
        let room = check::maybe(c.room.as_ref(), |room: &str| self.room_named(round, room))?;
        let now = round.reported().pop().and_then(|(_, room)| room);
        if now == room {
            return Err(Refusal::nothing("round"));
        }
        Ok((EventKind::Round(RoundEvent::Reported(RoomReported { of: round.key(), room })), Vec::new()))
    }

    fn round_named(&self, name: &str) -> Result<&Round, Refusal> {
        let key: EventId = check::find(&self.workshop.rounds, "round", name)?;
        self.workshop.rounds.get(key).ok_or_else(|| Refusal::unknown("round", name))
    }

    /// A round and the item in which it is held.
    fn held(&self, name: &str) -> Result<(&Round, &Item), Refusal> {
        let round = self.round_named(name)?;
        let item = round.item.get().and_then(|item| self.workshop.items.get(*item));
        item.map(|item| (round, item)).ok_or_else(|| Refusal::state("refused-round-nowhere", name))
    }

    /// The same where that item runs or is paused.
    fn running(&self, name: &str) -> Result<(&Round, &Item), Refusal> {
        let (round, item) = self.held(name)?;
        if item.progress().is_on() {
            Ok((round, item))
        } else {
            Err(Refusal::state("refused-round-not-running", name))
        }
    }

    fn room_named(&self, round: &Round, name: &str) -> Result<Arc<str>, Refusal> {
        if name.trim().is_empty() {
            return Err(Refusal::empty("room"));
        }
        round.room(name).map(|room| room.id.clone()).ok_or_else(|| Refusal::unknown("room", name))
    }

    fn rooms_named(&self, round: &Round, name: Option<&str>) -> Result<Vec<Arc<str>>, Refusal> {
        match name {
            Some(name) => Ok(vec![self.room_named(round, name)?]),
            None => Ok(round.rooms().iter().map(|room| room.id.clone()).collect()),
        }
    }
}
