//! The meeting as such: title, focal question, when and where it is, practice, and what is on the wall.

pub mod commands;
pub(crate) mod decide;
pub mod events;
pub(crate) mod vocabulary;

use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp, Zoned};

use super::event::Event;
use super::register::{Register, WriteContext};
use super::thing::Bilingual;
use events::{Practised, SessionEvent, SessionSet, StageShown};

/// What is put on the wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staged {
    /// The view: one of [`VIEWS`].
    pub view: Arc<str>,
    /// Of what, as an id.
    pub of: Option<Arc<str>>,
    /// How many places of a result are shown, from the last; none: all.
    pub step: Option<u32>,
}

/// What can be put on the wall.
pub const VIEWS: [&str; 9] =
    ["title", "now", "groups", "ideas", "proposals", "vote", "reveal", "commitments", "blank"];

/// The most seconds of the meeting that can pass in a real one.
pub(crate) const MOST_SPEED: u32 = 1_000_000;

/// How the clock runs in practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Practice {
    /// Seconds by which it was ahead of the real time when it was set.
    pub offset: i64,
    /// How many of its seconds pass in a real one, and the real time from which they do; none: it keeps step.
    pub fast: Option<(u32, Timestamp)>,
}

impl Practice {
    fn of(practised: &Practised) -> Option<Self> {
        let speed = practised.speed.filter(|speed| *speed > 1).map(|speed| speed.min(MOST_SPEED));
        Some(Self { offset: practised.offset?, fast: speed.zip(practised.since) })
    }

    /// How many of its seconds pass in a real one.
    pub fn speed(self) -> u32 {
        self.fast.map_or(1, |(speed, _)| speed)
    }

    /// The time that it shows at the real time `now`. A laptop whose clock is behind waits for the time at which it was set.
    fn clock(self, now: Timestamp) -> Timestamp {
        let ahead = |time: Timestamp| time.checked_add(SignedDuration::from_secs(self.offset)).ok();
        let Some((speed, since)) = self.fast else { return ahead(now).unwrap_or(now) };
        let passed = now.as_millisecond().saturating_sub(since.as_millisecond()).max(0);
        let ran = SignedDuration::from_millis(passed.saturating_mul(i64::from(speed)));
        let begun = ahead(since).unwrap_or(since);
        begun.checked_add(ran).unwrap_or(Timestamp::MAX)
    }
}

/// The meeting as such.
#[derive(Debug, Clone, Default)]
pub struct Meeting {
    /// The short name it was made under.
    pub slug: Register<Arc<str>>,
    /// The title.
    pub title: Bilingual,
    /// The focal question.
    pub question: Bilingual,
    /// A note to whoever opens the session.
    pub note: Bilingual,
    /// When it begins.
    pub starts: Register<DateTime>,
    /// The time zone's name.
    pub timezone: Register<Arc<str>>,
    /// The working languages.
    pub languages: Register<Vec<Arc<str>>>,
    /// How the clock runs in practice.
    pub practice: Register<Option<Practice>>,
    /// What is on the wall.
    pub stage: Register<Staged>,
}

super::fields!(Meeting from SessionSet { title, question, note, starts, timezone, languages } beside { of, id } also {});

impl Meeting {
    /// The time zone of the place of the meeting; UTC when none is known.
    pub(crate) fn zone(&self) -> TimeZone {
        self.timezone.get().and_then(|name| TimeZone::get(name).ok()).unwrap_or(TimeZone::UTC)
    }

    /// When it begins, at the place of the meeting.
    pub(crate) fn starts(&self) -> Option<DateTime> {
        self.starts.get().copied()
    }

    /// The date of a day of the meeting, from 1.
    pub(crate) fn date_of(&self, day: u32) -> Option<Date> {
        // A day that a stranger's file puts beyond all calendars has no date; `days()` would not survive it.
        let later = Span::new().try_days(day.saturating_sub(1)).ok()?;
        self.starts()?.date().checked_add(later).ok()
    }

    /// The day of the meeting on which a time falls: 1 for the first, 0 and less before it.
    pub(crate) fn day_at(&self, now: Timestamp) -> Option<i64> {
        let today = now.to_zoned(self.zone()).date();
        let since = self.starts()?.date().until(today).ok()?;
        Some(i64::from(since.get_days()).saturating_add(1))
    }

    /// How the clock runs, if in practice.
    pub fn practice(&self) -> Option<Practice> {
        self.practice.get().copied().flatten()
    }

    /// The time that the meeting's clock shows at the real time `now`.
    pub fn clock(&self, now: Timestamp) -> Timestamp {
        self.practice().map_or(now, |practice| practice.clock(now))
    }

    /// A time as the clock on the wall of the meeting shows it.
    pub fn local(&self, time: Timestamp) -> Zoned {
        time.to_zoned(self.zone())
    }

    /// What is on the wall.
    pub fn staged(&self) -> Option<&Staged> {
        self.stage.get()
    }

    /// The working languages; English when none were named.
    pub(crate) fn languages(&self) -> Vec<Arc<str>> {
        self.languages.get().filter(|all| !all.is_empty()).cloned().unwrap_or_else(|| vec!["en".into()])
    }
}

impl Meeting {
    pub(super) fn apply(&mut self, what: &SessionEvent, event: &Event, ctx: WriteContext<'_>) {
        match what {
            SessionEvent::Made(made) => self.slug.write(ctx, made.slug.clone()),
            SessionEvent::Described(set) => self.set_fields(ctx, set, &event.who),
            SessionEvent::Practised(practised) => self.practice.write(ctx, Practice::of(practised)),
        }
    }

    /// Something went on the wall.
    pub(super) fn show(&mut self, shown: &StageShown, ctx: WriteContext<'_>) {
        let staged = Staged { view: shown.view.clone(), of: shown.of.clone(), step: shown.step };
        self.stage.write(ctx, staged);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workshop::event::{EventKind, Frame};
    use crate::workshop::id::{EventId, RunId};
    use crate::workshop::stamp::Stamp;

    /// No command says such things; a stranger's file can.
    #[test]
    fn days_and_shifts_beyond_all_calendars_do_no_harm() {
        let mut meeting = Meeting::default();
        let mut happens = |n: u64, what: SessionEvent| {
            let (id, stamp) = (EventId::new(RunId(1), n), Stamp::at(1));
            let event = Event {
                id,
                stamp,
                who: "".into(),
                device: "".into(),
                frame: Frame::default(),
                kind: EventKind::Session(what.clone()),
            };
            let ctx = WriteContext { by: id, stamp, over: &event.frame.over, counts: true };
            meeting.apply(&what, &event, ctx);
        };
        let starts = Some("2017-11-28T09:00".parse().unwrap());
        happens(1, SessionEvent::Described(Box::new(SessionSet { starts, ..SessionSet::default() })));
        happens(2, SessionEvent::Practised(Practised { offset: Some(i64::MAX), ..Practised::default() }));
        assert_eq!(meeting.date_of(3), Some(jiff::civil::date(2017, 11, 30)));
        assert_eq!((meeting.date_of(4_000_000), meeting.date_of(u32::MAX)), (None, None));
        assert_eq!(meeting.clock(Timestamp::UNIX_EPOCH), Timestamp::UNIX_EPOCH);
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_fast_clock_runs_from_the_moment_at_which_it_was_set() {
        let fast = Practice { offset: -3600, fast: Some((600, at("2026-11-25T10:00:00Z"))) };
        assert_eq!(fast.clock(at("2026-11-25T10:00:00Z")), at("2026-11-25T09:00:00Z"));
        assert_eq!(fast.clock(at("2026-11-25T10:00:00.500Z")), at("2026-11-25T09:05:00Z"));
        assert_eq!(
            fast.clock(at("2026-11-25T09:00:00Z")),
            at("2026-11-25T09:00:00Z"),
            "a laptop that is behind"
        );
        let step = Practice { offset: -3600, fast: None };
        assert_eq!(step.clock(at("2026-11-25T10:00:05Z")), at("2026-11-25T09:00:05Z"));
    }

    #[test]
    fn no_speed_and_no_time_is_too_much_for_a_clock() {
        let fast = Practice { offset: i64::MAX, fast: Some((MOST_SPEED, Timestamp::MIN)) };
        assert_eq!(fast.clock(Timestamp::MAX), Timestamp::MAX);
        let foreign = Practised { offset: Some(0), speed: Some(u32::MAX), since: Some(Timestamp::MIN) };
        assert_eq!(Practice::of(&foreign).unwrap().speed(), MOST_SPEED);
        let halves = [(Some(0), Some(60), None), (Some(0), Some(0), Some(Timestamp::MIN))];
        for (offset, speed, since) in halves {
            assert_eq!(Practice::of(&Practised { offset, speed, since }).unwrap().speed(), 1);
        }
    }
}
