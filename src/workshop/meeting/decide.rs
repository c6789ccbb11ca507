//! Decisions about the meeting as such, the vocabulary and the wall.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::commands::{
    SessionDescribe, SessionPractise, StageShow, VocabularyAdd, VocabularyChange, VocabularyRemove,
};
use super::events::{Practised, SessionEvent, SessionSet, StageEvent, StageShown, TermEvent, TermSet};
use super::{MOST_SPEED, VIEWS};
use crate::workshop::decide::{Decider, Outcome, check};
use crate::workshop::event::{About, EventKind};
use crate::workshop::refusal::Refusal;
use crate::workshop::votes::Stage;

impl Decider<'_> {
    pub(in crate::workshop) fn session_describe(&self, c: &SessionDescribe) -> Outcome {
        let timezone = check::maybe(c.timezone.as_ref(), |name: &str| {
            let name = check::needed_word("timezone", name)?;
            match TimeZone::get(&name) {
                Ok(_) => Ok(name),
                Err(_) => Err(Refusal::new("bad-timezone", "refused-bad-timezone").with("given", &name)),
            }
        })?;
        let set = SessionSet {
            of: None,
            id: None,
            title: check::maybe(c.title.as_ref(), |text| check::needed_text("title", text))?,
            question: check::maybe(c.question.as_ref(), |text| check::any_text("question", text))?,
            note: check::maybe(c.note.as_ref(), |text| check::any_text("note", text))?,
            starts: check::maybe(c.starts.as_ref(), |text: &str| civil("starts", text))?,
            timezone,
            languages: check::maybe(c.languages.as_ref(), |list: &Vec<_>| check::languages(list))?,
        };
        if set == SessionSet::default() {
            return Err(Refusal::nothing("session"));
        }
        let mut over = Vec::new();
        self.workshop.meeting.over_fields(&set, &mut over);
        Ok((EventKind::Session(SessionEvent::Described(Box::new(set))), over))
    }

    pub(in crate::workshop) fn session_practise(&self, c: &SessionPractise) -> Outcome {
        let meeting = &self.workshop.meeting;
        let real = self.context.now;
        let speed = check::maybe(c.speed.as_ref(), |speed| check::within("speed", *speed, 1, MOST_SPEED))?
            .unwrap_or(1);
        let now = match &c.now {
            // The clock goes on from what it shows.
            None => (c.speed.is_some() && (speed > 1 || meeting.practice().is_some()))
                .then(|| meeting.clock(real)),
            Some(now) => {
                let civil = civil("now", now)?;
                let zoned = civil.to_zoned(meeting.zone()).map_err(|_| Refusal::bad_time("now", now))?;
                Some(zoned.timestamp())
            }
        };
        let offset = now.map(|now| now.duration_since(real).as_secs());
        if offset.is_none() && meeting.practice().is_none() {
            return Err(Refusal::nothing("session"));
        }
        let fast = offset.is_some() && speed > 1;
        let mut over = Vec::new();
        meeting.practice.over(&mut over);
        let practised = Practised { offset, speed: fast.then_some(speed), since: fast.then_some(real) };
        Ok((EventKind::Session(SessionEvent::Practised(practised)), over))
    }

    pub(in crate::workshop) fn vocabulary_add(&self, c: &VocabularyAdd) -> Outcome {
        let set = TermSet {
            of: None,
            id: check::free(&self.workshop.terms, "term", self.id.as_ref())?,
            group: Some(check::needed_word("group", &c.group)?),
            name: Some(check::needed_text("name", &c.name)?),
        };
        Ok((EventKind::Term(TermEvent::Added(set)), Vec::new()))
    }

    pub(in crate::workshop) fn vocabulary_change(&self, c: &VocabularyChange) -> Outcome {
        let term = check::find(&self.workshop.terms, "term", &c.term)?;
        let set = TermSet {
            of: Some(term),
            id: None,
            group: check::maybe(c.group.as_ref(), |group: &str| check::needed_word("group", group))?,
            name: check::maybe(c.name.as_ref(), |name| check::needed_text("name", name))?,
        };
        if set == (TermSet { of: Some(term), ..TermSet::default() }) {
            return Err(Refusal::nothing("term"));
        }
        let mut over = Vec::new();
        if let Some(known) = self.workshop.terms.get(term) {
            known.over_fields(&set, &mut over);
        }
        Ok((EventKind::Term(TermEvent::Changed(set)), over))
    }

    pub(in crate::workshop) fn vocabulary_remove(&self, c: &VocabularyRemove) -> Outcome {
        let of = check::find(&self.workshop.terms, "term", &c.term)?;
        Ok((EventKind::Term(TermEvent::Removed(About { of })), Vec::new()))
    }

    pub(in crate::workshop) fn stage_show(&self, c: &StageShow) -> Outcome {
        let view = check::one_of("view", &c.view, &VIEWS)?;
        let of = check::maybe(c.of.as_ref(), |of: &str| check::needed_word("of", of))?;
        if let Some(of) = &of {
            match view.as_ref() {
                "now" => check::find(&self.workshop.items, "item", of).map(drop)?,
                "groups" => check::find(&self.workshop.rounds, "round", of).map(drop)?,
                "vote" => check::find(&self.workshop.votes, "vote", of).map(drop)?,
                "reveal" => {
                    let vote = check::find(&self.workshop.votes, "vote", of)?;
                    // The wall never knows more than the room should.
                    if self.workshop.votes.get(vote).is_none_or(|vote| vote.stage() < Stage::Revealed) {
                        return Err(Refusal::state("refused-vote-not-revealed", of));
                    }
                }
                _ => {}
            }
        }
        // Only a result comes step by step.
        if c.step.is_some() && view.as_ref() != "reveal" {
            return Err(Refusal::new("state", "refused-step-of-reveal"));
        }
        let mut over = Vec::new();
        self.workshop.meeting.stage.over(&mut over);
        Ok((EventKind::Stage(StageEvent::Shown(StageShown { view, of, step: c.step })), over))
    }
}

/// A date with or without a time, as it is said at the place of the meeting; an offset behind it says nothing more.
fn civil(field: &'static str, given: &str) -> Result<DateTime, Refusal> {
    let given = given.trim();
    let date = || given.parse::<Date>().ok().map(|date| date.to_datetime(jiff::civil::Time::midnight()));
    given.parse::<DateTime>().ok().or_else(date).ok_or_else(|| Refusal::bad_time(field, given))
}
