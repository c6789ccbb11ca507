//! One guard that takes the terminal and gives it back, however the program ends.

use std::io::{self, IsTerminal};
use std::panic;
use std::sync::Once;

use super::modes::{Held, Stdout};

/// There is one terminal in a process, so there is one record of what we did to it.
static HELD: Held = Held::nothing();
static HOOK: Once = Once::new();

/// Why the terminal cannot be used for a screen.
#[derive(Debug, thiserror::Error)]
pub enum TerminalError {
    /// Standard input or output is a file or a pipe.
    #[error("standard input or output is not a terminal")]
    NotATerminal,
    /// `TERM` is unset or says that it cannot move a cursor.
    #[error("the terminal cannot show a screen")]
    Dumb,
    /// The terminal refused a mode.
    #[error("the terminal failed")]
    Io(#[from] io::Error),
}

/// What came of an attempt to go into the background.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suspension {
    /// The terminal is given back and the program is being stopped. Nothing may be drawn until
    /// [`TerminalSignal::Continue`](super::TerminalSignal::Continue) comes; then [`Guard::take_again`].
    Stopped,
    /// No shell waits that could continue it, or the system has no such thing; nothing was done.
    NotPossible,
}

/// Holds the terminal: raw mode, alternate screen, bracketed paste, cursor hidden.
///
/// Dropping it gives the terminal back. A panic gives it back before the message is printed, also where a
/// panic aborts and nothing is dropped.
#[derive(Debug)]
#[must_use = "the terminal is given back when the guard is dropped"]
pub struct Guard {
    _private: (),
}

impl Guard {
    /// Takes the terminal. `term` is the value of the environment variable `TERM`.
    ///
    /// # Errors
    /// [`TerminalError`]; what had been switched on before the error is off again.
    pub fn take(term: Option<&str>) -> Result<Self, TerminalError> {
        usable(term, io::stdin().is_terminal() && io::stdout().is_terminal(), cfg!(windows))?;
        install_panic_hook();
        // Whether there is colour is the theme's decision. Left alone, NO_COLOR would make crossterm reset
        // reversed text as well, and with it every selection.
        crossterm::style::force_color_output(true);
        HELD.enter(&mut Stdout)?;
        Ok(Self { _private: () })
    }

    /// Gives the terminal back for a while, for an editor or a shell; see [`Guard::take_again`].
    ///
    /// # Errors
    /// The first error of the terminal; everything that could be undone has been.
    pub(crate) fn give_back(&mut self) -> io::Result<()> {
        HELD.leave(&mut Stdout)
    }

    /// Takes the terminal again, also when a stop from outside left its modes in doubt.
    ///
    /// The caller draws the whole screen again.
    ///
    /// # Errors
    /// The first error of the terminal, which is then given back.
    pub fn take_again(&mut self) -> io::Result<()> {
        // crossterm believes that raw mode is still on and would do nothing, so it is switched off first.
        let _ = HELD.leave(&mut Stdout);
        HELD.enter(&mut Stdout)
    }

    /// Gives the terminal back and stops the program, if somebody is there who can continue it.
    ///
    /// It does not take the terminal again itself: a stop reaches the threads of a process one by one, so
    /// the call may return before everything stands still, and would disturb the shell.
    ///
    /// # Errors
    /// An error of the terminal, or the system's refusal to stop; the terminal is held again then.
    pub fn suspend(&mut self) -> io::Result<Suspension> {
        if !somebody_waits() {
            return Ok(Suspension::NotPossible);
        }
        if let Err(error) = self.give_back().and_then(|()| stop()) {
            self.take_again()?;
            return Err(error);
        }
        Ok(Suspension::Stopped)
    }

    /// Whether the terminal is ours at the moment and may be drawn on.
    pub fn is_held(&self) -> bool {
        HELD.is_anything()
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        // Nobody is left to tell.
        let _ = HELD.leave(&mut Stdout);
    }
}

/// Whether a screen is possible. Windows has no `TERM`.
fn usable(term: Option<&str>, is_terminal: bool, windows: bool) -> Result<(), TerminalError> {
    if !is_terminal {
        return Err(TerminalError::NotATerminal);
    }
    match term {
        Some("dumb") => Err(TerminalError::Dumb),
        None | Some("") if !windows => Err(TerminalError::Dumb),
        _ => Ok(()),
    }
}

/// The message of a panic belongs on the ordinary screen, so the terminal is given back first.
fn install_panic_hook() {
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let _ = HELD.leave(&mut Stdout);
            before(info);
        }));
    });
}

/// A shell with job control gives each job a group of its own. In the group of the session's leader (a
/// terminal opened for this program alone) nobody would continue us, and the screen would freeze.
#[cfg(unix)]
fn somebody_waits() -> bool {
    use rustix::process::{getpgrp, getppid, getsid};
    let Ok(session) = getsid(None) else { return false };
    getpgrp() != session && getppid().is_some_and(|parent| getsid(Some(parent)) == Ok(session))
}

/// SIGSTOP, since SIGTSTP would only come back to our own handler; to the group, so that a script that
/// started us stops as well.
#[cfg(unix)]
fn stop() -> io::Result<()> {
    use rustix::process::{Signal, kill_current_process_group};
    kill_current_process_group(Signal::STOP).map_err(io::Error::from)
}

#[cfg(not(unix))]
fn somebody_waits() -> bool {
    false
}

#[cfg(not(unix))]
fn stop() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pipe_and_a_dumb_terminal_are_told_apart() {
        assert!(matches!(usable(Some("xterm"), false, false), Err(TerminalError::NotATerminal)));
        assert!(matches!(usable(Some("dumb"), true, false), Err(TerminalError::Dumb)));
        assert!(matches!(usable(Some("dumb"), true, true), Err(TerminalError::Dumb)));
        assert!(matches!(usable(None, true, false), Err(TerminalError::Dumb)));
        assert!(matches!(usable(Some(""), true, false), Err(TerminalError::Dumb)));
        assert!(usable(None, true, true).is_ok());
        assert!(usable(Some("xterm-256color"), true, false).is_ok());
    }
}
