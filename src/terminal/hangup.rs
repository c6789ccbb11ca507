//! A terminal that has gone away: a window closed, a connection cut.
//!
//! The signal says so, and the loop then leaves in good order. But whoever is reading the terminal at that very moment may never
//! come back: reading what has hung up gives nothing, at once and for ever, and the library that reads tries again without end. So
//! somebody else waits for the end of the terminal too, and ends the program if the loop has not.

#[cfg(unix)]
use std::time::Duration;

/// How long the loop has to leave by itself, and the writer to bring to a slow disk what was entered; drafts are kept key by
/// key.
#[cfg(unix)]
const GRACE: Duration = Duration::from_secs(5);

/// The exit code of a program ended by the loss of its terminal: 128 and the number of the signal.
#[cfg(unix)]
const HUNG_UP: i32 = 129;

/// Sees to it that the program ends when its terminal has gone. Asks nothing of the processor until then.
#[cfg(unix)]
pub(super) fn watch(is_held: fn() -> bool) {
    let wait = move || {
        if wait_for_end() {
            std::thread::sleep(GRACE);
            // A loop that has let go of the terminal is on its way out, and may take the time that a slow disk needs.
            if is_held() {
                std::process::exit(HUNG_UP);
            }
        }
    };
    // Without the thread the signal is still there.
    let _ = std::thread::Builder::new().name("hangup".into()).stack_size(64 * 1024).spawn(wait);
}

/// Waits until the terminal has gone; false when that cannot be waited for.
#[cfg(unix)]
fn wait_for_end() -> bool {
    use rustix::event::{PollFd, PollFlags, poll};
    let out = std::io::stdout();
    // Nothing is asked for, so only the end is told.
    let mut terminal = [PollFd::new(&out, PollFlags::empty())];
    loop {
        match poll(&mut terminal, None) {
            Ok(_) => {
                let [told] = &terminal;
                return told.revents().intersects(PollFlags::HUP | PollFlags::ERR);
            }
            Err(rustix::io::Errno::INTR) => {}
            Err(_) => return false,
        }
    }
}

/// Windows ends a program whose console is closed.
#[cfg(not(unix))]
pub(super) fn watch(_is_held: fn() -> bool) {}
