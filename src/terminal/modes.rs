//! The modes we switch on, and a record of which of them are on.

use std::io::{self, Write};
use std::sync::atomic::{AtomicU8, Ordering};

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute};

/// One thing about the terminal that we change while we have it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Keys come one by one and unechoed.
    Raw,
    /// A second screen, so that the scroll-back stays as it was.
    AlternateScreen,
    /// A paste arrives as one event and not as keys.
    BracketedPaste,
    /// The cursor shows only where a field asks for it.
    HiddenCursor,
}

impl Mode {
    /// In the order in which they are switched on.
    pub(super) const ALL: [Self; 4] =
        [Self::Raw, Self::AlternateScreen, Self::BracketedPaste, Self::HiddenCursor];

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// What can switch modes: the real terminal, or a record of calls in a test.
pub(super) trait Switch {
    fn on(&mut self, mode: Mode) -> io::Result<()>;
    fn off(&mut self, mode: Mode) -> io::Result<()>;
}

/// Standard output of this process.
pub(super) struct Stdout;

impl Switch for Stdout {
    fn on(&mut self, mode: Mode) -> io::Result<()> {
        let mut out = io::stdout();
        match mode {
            Mode::Raw => enable_raw_mode(),
            Mode::AlternateScreen => execute!(out, EnterAlternateScreen),
            Mode::BracketedPaste => execute!(out, EnableBracketedPaste),
            Mode::HiddenCursor => execute!(out, cursor::Hide),
        }
    }

    fn off(&mut self, mode: Mode) -> io::Result<()> {
        let mut out = io::stdout();
        match mode {
            Mode::Raw => out.flush().and(disable_raw_mode()),
            Mode::AlternateScreen => execute!(out, LeaveAlternateScreen),
            Mode::BracketedPaste => execute!(out, DisableBracketedPaste),
            Mode::HiddenCursor => execute!(out, cursor::Show),
        }
    }
}

/// Which modes are on. Atomic, since the panic hook reads it from whatever thread went wrong.
pub(super) struct Held(AtomicU8);

impl Held {
    pub(super) const fn nothing() -> Self {
        Self(AtomicU8::new(0))
    }

    /// Whether any mode is on.
    pub(super) fn is_anything(&self) -> bool {
        self.0.load(Ordering::SeqCst) != 0
    }

    /// Switches on what is not on yet. If one mode fails, what this call switched on is off again.
    pub(super) fn enter(&self, switch: &mut impl Switch) -> io::Result<()> {
        let before = self.0.load(Ordering::SeqCst);
        for mode in Mode::ALL {
            if self.0.load(Ordering::SeqCst) & mode.bit() != 0 {
                continue;
            }
            if let Err(error) = switch.on(mode) {
                // The first error tells more than those of the way back.
                let _ = self.leave_all_but(before, switch);
                return Err(error);
            }
            self.0.fetch_or(mode.bit(), Ordering::SeqCst);
        }
        Ok(())
    }

    /// Switches off what is on, last first; goes on after an error and returns the first one.
    pub(super) fn leave(&self, switch: &mut impl Switch) -> io::Result<()> {
        self.leave_all_but(0, switch)
    }

    fn leave_all_but(&self, keep: u8, switch: &mut impl Switch) -> io::Result<()> {
        let mut outcome = Ok(());
        for mode in Mode::ALL.into_iter().rev().filter(|mode| keep & mode.bit() == 0) {
            // Cleared first: whoever comes second, a hook or a drop, finds nothing left to do.
            let was = self.0.fetch_and(!mode.bit(), Ordering::SeqCst);
            if was & mode.bit() != 0 {
                outcome = outcome.and(switch.off(mode));
            }
        }
        outcome
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes down what it is asked to do, and fails where told to.
    #[derive(Default)]
    struct Record {
        calls: Vec<(bool, Mode)>,
        fails_on: Option<Mode>,
        fails_off: Option<Mode>,
    }

    impl Switch for Record {
        fn on(&mut self, mode: Mode) -> io::Result<()> {
            self.calls.push((true, mode));
            if self.fails_on == Some(mode) { Err(io::Error::other("on")) } else { Ok(()) }
        }

        fn off(&mut self, mode: Mode) -> io::Result<()> {
            self.calls.push((false, mode));
            if self.fails_off == Some(mode) { Err(io::Error::other("off")) } else { Ok(()) }
        }
    }

    #[test]
    fn undoes_in_reverse_order_and_only_once() {
        let (held, mut record) = (Held::nothing(), Record::default());
        held.enter(&mut record).unwrap();
        assert!(held.is_anything());
        held.leave(&mut record).unwrap();
        held.leave(&mut record).unwrap();
        assert!(!held.is_anything());
        let on = Mode::ALL.map(|mode| (true, mode));
        let off = Mode::ALL.into_iter().rev().map(|mode| (false, mode));
        assert_eq!(record.calls, on.into_iter().chain(off).collect::<Vec<_>>());
    }

    #[test]
    fn a_failed_start_undoes_exactly_what_was_on() {
        let held = Held::nothing();
        let mut record = Record { fails_on: Some(Mode::BracketedPaste), ..Record::default() };
        assert!(held.enter(&mut record).is_err());
        let off: Vec<Mode> = record.calls.iter().filter(|(on, _)| !on).map(|(_, mode)| *mode).collect();
        assert_eq!(off, [Mode::AlternateScreen, Mode::Raw]);
    }

    #[test]
    fn an_error_on_the_way_back_does_not_stop_the_way_back() {
        let held = Held::nothing();
        let mut record = Record { fails_off: Some(Mode::AlternateScreen), ..Record::default() };
        held.enter(&mut record).unwrap();
        assert!(held.leave(&mut record).is_err());
        assert_eq!(record.calls.last(), Some(&(false, Mode::Raw)));
    }

    #[test]
    fn taking_twice_switches_nothing_on_twice() {
        let (held, mut record) = (Held::nothing(), Record::default());
        held.enter(&mut record).unwrap();
        held.enter(&mut record).unwrap();
        assert_eq!(record.calls.len(), Mode::ALL.len());
    }
}
