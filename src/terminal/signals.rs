//! Signals from the system as a stream.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_util::stream::Stream;

/// What the system asks of a program that holds a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TerminalSignal {
    /// End, and leave everything saved (SIGTERM, SIGINT, and those whose usual effect is a sudden end that leaves the terminal raw).
    Terminate,
    /// The terminal is gone (SIGHUP): end without drawing.
    HangUp,
    /// Go into the background (SIGTSTP).
    Stop,
    /// We were stopped and run again (SIGCONT): take the terminal and draw everything.
    Continue,
}

/// The signals of this process from the moment of [`Signals::listen`]; it never ends.
///
/// From then on none of them has its usual effect.
#[derive(Debug)]
pub struct Signals(sources::Sources);

impl Signals {
    /// Begins to listen, inside a tokio runtime whose IO driver is on.
    ///
    /// # Errors
    /// The system's refusal to install a handler.
    pub fn listen() -> io::Result<Self> {
        sources::Sources::new().map(Self)
    }

    /// The next signal. Dropping the future loses none.
    pub async fn next(&mut self) -> TerminalSignal {
        std::future::poll_fn(|cx| self.0.poll(cx)).await
    }
}

impl Stream for Signals {
    type Item = TerminalSignal;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<TerminalSignal>> {
        self.get_mut().0.poll(cx).map(Some)
    }
}

#[cfg(unix)]
mod sources {
    use std::io;
    use std::task::{Context, Poll};

    use rustix::process::Signal as Kind;
    use tokio::signal::unix::{Signal, SignalKind, signal};

    use super::TerminalSignal;

    /// The kinds with what they mean; when several wait, the end comes before anything else.
    #[derive(Debug)]
    pub(super) struct Sources(Vec<(Signal, TerminalSignal)>);

    const ENDS: [Kind; 6] = [Kind::TERM, Kind::INT, Kind::QUIT, Kind::USR1, Kind::USR2, Kind::ALARM];

    impl Sources {
        pub(super) fn new() -> io::Result<Self> {
            let ends = ENDS.map(|kind| (kind, TerminalSignal::Terminate));
            let stops = [(Kind::TSTP, TerminalSignal::Stop), (Kind::CONT, TerminalSignal::Continue)];
            [(Kind::HUP, TerminalSignal::HangUp)]
                .into_iter()
                .chain(ends)
                .chain(stops)
                .map(|(kind, meaning)| Ok((signal(SignalKind::from_raw(kind.as_raw()))?, meaning)))
                .collect::<io::Result<_>>()
                .map(Self)
        }

        pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<TerminalSignal> {
            for (source, meaning) in &mut self.0 {
                if let Poll::Ready(Some(())) = source.poll_recv(cx) {
                    return Poll::Ready(*meaning);
                }
            }
            Poll::Pending
        }
    }
}

#[cfg(not(unix))]
mod sources {
    use std::future::Future;
    use std::pin::Pin;
    use std::task::{Context, Poll};
    use std::{fmt, io};

    use super::TerminalSignal;

    type Waiting = Pin<Box<dyn Future<Output = io::Result<()>> + Send>>;

    /// Ctrl-C only; other systems have no such signals.
    pub(super) struct Sources(Waiting);

    impl fmt::Debug for Sources {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("Sources")
        }
    }

    impl Sources {
        pub(super) fn new() -> io::Result<Self> {
            Ok(Self(Box::pin(tokio::signal::ctrl_c())))
        }

        pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<TerminalSignal> {
            match self.0.as_mut().poll(cx) {
                Poll::Ready(Ok(())) => {
                    self.0 = Box::pin(tokio::signal::ctrl_c());
                    Poll::Ready(TerminalSignal::Terminate)
                }
                Poll::Ready(Err(_)) => {
                    // No handler to be had: a future that never comes is better than one polled after its end.
                    self.0 = Box::pin(std::future::pending());
                    Poll::Pending
                }
                Poll::Pending => Poll::Pending,
            }
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use rustix::process::{Signal, getpid, kill_process};

    use super::*;

    #[test]
    fn each_signal_arrives_as_what_it_means() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut signals = Signals::listen().unwrap();
            for (sent, meant) in [
                (Signal::TERM, TerminalSignal::Terminate),
                (Signal::INT, TerminalSignal::Terminate),
                (Signal::QUIT, TerminalSignal::Terminate),
                (Signal::USR1, TerminalSignal::Terminate),
                (Signal::USR2, TerminalSignal::Terminate),
                (Signal::ALARM, TerminalSignal::Terminate),
                (Signal::HUP, TerminalSignal::HangUp),
                (Signal::TSTP, TerminalSignal::Stop),
                (Signal::CONT, TerminalSignal::Continue),
            ] {
                kill_process(getpid(), sent).unwrap();
                assert_eq!(signals.next().await, meant);
            }
        });
    }
}
