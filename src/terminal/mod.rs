//! The terminal as a thing that is borrowed and given back.

pub mod capability;
pub mod clipboard;
pub mod guard;
mod hangup;
mod modes;
pub mod signals;

/// How many bytes were typed that nobody has read yet; 0 where that cannot be told.
pub(crate) fn unread() -> u64 {
    #[cfg(unix)]
    return rustix::io::ioctl_fionread(std::io::stdin()).unwrap_or(0);
    #[cfg(not(unix))]
    return 0;
}

/// Has whoever waits for the terminal look whether there is something to read: settings that are put in place, be they the same,
/// wake them. Nothing that was typed is dropped by it.
pub(crate) fn look_again() {
    #[cfg(unix)]
    {
        use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
        let input = std::io::stdin();
        // A terminal that is gone has nothing more to read.
        if let Ok(settings) = tcgetattr(&input) {
            let _ = tcsetattr(&input, OptionalActions::Now, &settings);
        }
    }
}

pub use capability::colour_depth;
pub use guard::{Guard, Suspension, TerminalError};
pub use signals::{Signals, TerminalSignal};
