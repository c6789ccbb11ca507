//! What is typed into the terminal and pasted into it, and news of its size.

use crossterm::event::KeyEvent;

/// What comes from a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Typed {
    Key(KeyEvent),
    /// A text that was pasted.
    Paste(String),
    /// The terminal has another size.
    Resize,
}

pub(crate) use source::Source;

#[cfg(unix)]
mod source {
    //! The terminal is read here and not by the library that draws: that one reads a thousand bytes when it is told of more, forgets
    //! keys that come together with a change of size, and waits without end for the end of a paste.

    use std::collections::VecDeque;
    use std::io;
    use std::task::{Context, Poll};
    use std::time::Duration;

    use termina::event::Event;
    use tokio::io::Interest;
    use tokio::io::unix::AsyncFd;
    use tokio::signal::unix::{Signal, SignalKind, signal};
    use tokio::time::{Instant, sleep_until};

    use super::super::pasted::{Part, Parts};
    use super::{Typed, translated};

    /// The most bytes read at once.
    const MOST_READ: usize = 64 * 1024;
    /// How long the rest of a paste is waited for.
    const PATIENCE: Duration = Duration::from_secs(2);

    /// What the terminal gives from the moment of [`Source::new`].
    #[derive(Debug)]
    pub(crate) struct Source {
        input: AsyncFd<io::Stdin>,
        sizes: Signal,
        parts: Parts,
        keys: termina::Parser,
        ready: VecDeque<Typed>,
        /// When a paste that has begun is taken for whole.
        paste_ends: Option<Instant>,
        gone: bool,
    }

    impl Source {
        /// Begins to read, inside a tokio runtime.
        ///
        /// # Errors
        /// The system's.
        pub(crate) fn new() -> io::Result<Self> {
            Ok(Self {
                input: watched()?,
                sizes: signal(SignalKind::window_change())?,
                parts: Parts::default(),
                keys: termina::Parser::default(),
                ready: VecDeque::new(),
                paste_ends: None,
                gone: false,
            })
        }

        /// The next of it; none once the terminal has gone. Dropping the future loses nothing.
        ///
        /// # Errors
        /// The system's.
        pub(crate) async fn next(&mut self) -> io::Result<Option<Typed>> {
            loop {
                if let Some(typed) = self.waiting()? {
                    return Ok(Some(typed));
                }
                if self.gone {
                    return Ok(None);
                }
                tokio::select! {
                    readable = self.input.readable() => {
                        let mut readable = readable?;
                        // The terminal is shared with whoever started this program: it is never set not to block, but asked.
                        if !is_readable() {
                            self.gone = readable.ready().is_read_closed();
                            readable.clear_ready();
                        }
                    }
                    Some(()) = self.sizes.recv() => self.ready.push_back(Typed::Resize),
                    () = until(self.paste_ends), if self.paste_ends.is_some() => {
                        self.paste_ends = None;
                        let pasted = self.parts.give_up();
                        self.take(pasted.into_iter(), false);
                    }
                }
            }
        }

        /// What has come already, if anything has.
        ///
        /// # Errors
        /// The system's.
        pub(crate) fn waiting(&mut self) -> io::Result<Option<Typed>> {
            if let Poll::Ready(Some(())) =
                self.sizes.poll_recv(&mut Context::from_waker(std::task::Waker::noop()))
            {
                self.ready.push_back(Typed::Resize);
            }
            while self.ready.is_empty() && !self.gone && is_readable() {
                self.read()?;
            }
            Ok(self.ready.pop_front())
        }

        fn read(&mut self) -> io::Result<()> {
            let mut bytes = vec![0; MOST_READ];
            let read = match rustix::io::read(io::stdin(), &mut bytes) {
                Ok(read) => read,
                Err(rustix::io::Errno::INTR | rustix::io::Errno::AGAIN) => return Ok(()),
                // What a terminal says that has hung up.
                Err(rustix::io::Errno::IO) => 0,
                Err(error) => return Err(error.into()),
            };
            bytes.truncate(read);
            self.gone = read == 0;
            let parts = self.parts.take(&bytes);
            // A sequence may be cut between two readings; an Esc that nothing follows is a key.
            self.take(parts.into_iter(), is_readable());
            self.paste_ends = self.parts.is_open().then(|| Instant::now() + PATIENCE);
            Ok(())
        }

        fn take(&mut self, parts: impl Iterator<Item = Part>, more: bool) {
            for part in parts {
                match part {
                    Part::Pasted(text) => self.ready.push_back(Typed::Paste(text)),
                    Part::Keys(bytes) => {
                        self.keys.parse(&bytes, more);
                        while let Some(event) = self.keys.pop() {
                            if let Event::Key(key) = event
                                && let Some(key) = translated(key)
                            {
                                self.ready.push_back(Typed::Key(key));
                            }
                        }
                    }
                }
            }
        }
    }

    async fn until(when: Option<Instant>) {
        match when {
            Some(when) => sleep_until(when).await,
            None => std::future::pending().await,
        }
    }

    /// Whether something was typed that nobody has read yet.
    fn is_readable() -> bool {
        rustix::io::ioctl_fionread(io::stdin()).is_ok_and(|bytes| bytes > 0)
    }

    /// Standard input, for the runtime to watch.
    #[allow(deprecated, reason = "this file is never closed; the other constructor is not safe")]
    fn watched() -> io::Result<AsyncFd<io::Stdin>> {
        AsyncFd::with_interest(io::stdin(), Interest::READABLE)
    }
}

/// A key as the rest of the program knows it.
#[cfg(unix)]
fn translated(key: termina::event::KeyEvent) -> Option<KeyEvent> {
    use crossterm::event::{KeyCode as To, KeyModifiers};
    use termina::event::{KeyCode as From, Modifiers};
    let code = match key.code {
        From::Char(c) => To::Char(c),
        From::Enter => To::Enter,
        From::Backspace => To::Backspace,
        From::Tab => To::Tab,
        From::BackTab => To::BackTab,
        From::Escape => To::Esc,
        From::Left => To::Left,
        From::Right => To::Right,
        From::Up => To::Up,
        From::Down => To::Down,
        From::Home => To::Home,
        From::End => To::End,
        From::PageUp => To::PageUp,
        From::PageDown => To::PageDown,
        From::Insert => To::Insert,
        From::Delete => To::Delete,
        From::Function(n) => To::F(n),
        _ => return None,
    };
    let held = [
        (Modifiers::SHIFT, KeyModifiers::SHIFT),
        (Modifiers::ALT, KeyModifiers::ALT),
        (Modifiers::CONTROL, KeyModifiers::CONTROL),
    ];
    let held = held.into_iter().filter(|(held, _)| key.modifiers.contains(*held));
    Some(KeyEvent::new(code, held.fold(KeyModifiers::NONE, |all, (_, held)| all | held)))
}

#[cfg(not(unix))]
mod source {
    use std::io;

    use crossterm::event::{Event, EventStream};
    use futures_util::{FutureExt as _, StreamExt as _};

    use super::Typed;

    /// What the console gives.
    #[derive(Debug)]
    pub(crate) struct Source(EventStream);

    impl Source {
        pub(crate) fn new() -> io::Result<Self> {
            Ok(Self(EventStream::new()))
        }

        pub(crate) async fn next(&mut self) -> io::Result<Option<Typed>> {
            while let Some(event) = self.0.next().await {
                if let Some(typed) = typed(event?) {
                    return Ok(Some(typed));
                }
            }
            Ok(None)
        }

        pub(crate) fn waiting(&mut self) -> io::Result<Option<Typed>> {
            while let Some(Some(event)) = self.0.next().now_or_never() {
                if let Some(typed) = typed(event?) {
                    return Ok(Some(typed));
                }
            }
            Ok(None)
        }
    }

    fn typed(event: Event) -> Option<Typed> {
        match event {
            Event::Key(key) => Some(Typed::Key(key)),
            Event::Paste(text) => Some(Typed::Paste(text)),
            Event::Resize(..) => Some(Typed::Resize),
            _ => None,
        }
    }
}
