//! The loop: whatever comes is taken in, all that is waiting at once, then one frame is drawn. Nobody wakes up for nothing.

use std::io::{self, BufWriter, Stdout, Write};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Position, Rect};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::time::Instant;

use super::alarm::Alarm;
use super::following::Following;
use super::jump::Watch;
use super::{App, Flow};
use crate::fault::Fault;
use crate::input::Key;
use crate::journal::writer::WriterReport;
use crate::session::{Report, Session};
use crate::terminal::{Guard, Signals, Source, TerminalSignal, Typed, clipboard};
use crate::tui::ctx::Wake;
use crate::tui::screens::project::pages::TURN;

/// What reaches the loop beside keys and signals.
enum News {
    Report(WriterReport),
    Written,
}

/// The way for reports into a loop that is not running yet.
pub(crate) struct Line {
    sender: UnboundedSender<News>,
    receiver: UnboundedReceiver<News>,
}

impl Default for Line {
    fn default() -> Self {
        let (sender, receiver) = unbounded_channel();
        Self { sender, receiver }
    }
}

impl Line {
    /// Where the writer of a session reports to.
    pub(crate) fn report(&self) -> Report {
        report(&self.sender)
    }
}

fn report(sender: &UnboundedSender<News>) -> Report {
    let sender = sender.clone();
    Arc::new(Mutex::new(move |report: WriterReport| {
        // The loop has ended: nobody is left to be told.
        let _ = sender.send(News::Report(report));
    }))
}

/// How often, and how long after each other, what is on no disk is tried when the terminal has gone: an hour in all.
const TRIES: u32 = 720;
const BETWEEN: Duration = Duration::from_secs(5);

/// How long until something that gets better is looked at again.
const SOON: Duration = Duration::from_millis(120);

/// How long nothing is written before `session.json` is made again.
const QUIET: Duration = Duration::from_secs(2);

type Screen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// Runs the program until it is left.
///
/// # Errors
/// No terminal, or one that fails.
pub(crate) fn run(mut app: App, line: Line, term: Option<&str>) -> Result<Left, Fault> {
    let failed = |error: io::Error| Fault::system("terminal-failed").with("why", error);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
    // Signals are heard from before the terminal is taken, or one that comes with the first frame would leave it as it is.
    let signals = runtime.block_on(async { Signals::listen() }).map_err(failed)?;
    let mut guard = Guard::take(term).map_err(Fault::from)?;
    let backend = CrosstermBackend::new(BufWriter::with_capacity(64 * 1024, io::stdout()));
    let mut terminal = Terminal::new(backend).map_err(failed)?;
    // Changes of size are heard of from before the first frame, or one that comes with it would be missed.
    let keys = runtime.block_on(async { Source::new() }).map_err(failed)?;
    // The first frame comes before anything that can wait.
    terminal.draw(|frame| app.draw(frame)).map_err(failed)?;
    let heard = Heard { keys, signals };
    let ended = runtime.block_on(turn(&mut app, line, heard, &mut terminal, &mut guard)).map_err(failed);
    let given = guard.give_back().map_err(failed);
    let mut left = Left::default();
    if let Some(session) = &mut app.session {
        // Nobody is left to be told that no disk takes the last words: so they are tried for as long as somebody may need to
        // make room.
        let mut tries = if matches!(ended, Ok(true)) { TRIES } else { 0 };
        while tries > 0 && session.flush().is_err() {
            std::thread::sleep(BETWEEN);
            tries -= 1;
        }
        if let Err(fault) = session.flush() {
            (left.fault, left.unsaved) = (Some(fault), session.unsaved());
        } else if let Err(fault) = crate::sessions::derive(session) {
            // What is derived can be made again at any time: said, and no more.
            left.not_derived = Some(fault);
        }
        left.away = session.away();
        left.folder = session.folder().to_path_buf();
    }
    ended.map(|_| ()).and(given).map(|()| left)
}

/// How the program was left: what is to be said when the terminal is given back.
#[derive(Debug, Default)]
pub(crate) struct Left {
    /// The session's folder.
    pub folder: PathBuf,
    /// How many lines are saved on this laptop only.
    pub away: usize,
    /// Why lines are on no disk.
    pub fault: Option<Fault>,
    /// Those lines.
    pub unsaved: Vec<Vec<u8>>,
    /// Why what is derived could not be made again.
    pub not_derived: Option<Fault>,
}

/// What is heard of from the first moment on.
struct Heard {
    keys: Source,
    signals: Signals,
}

/// Returns whether the terminal has gone.
async fn turn(
    app: &mut App,
    line: Line,
    heard: Heard,
    terminal: &mut Screen,
    guard: &mut Guard,
) -> io::Result<bool> {
    let Line { sender, mut receiver } = line;
    let Heard { mut keys, mut signals } = heard;
    let mut alarm = Alarm::new()?;
    app.report_to(report(&sender));
    let mut following = follow(app, &sender);
    let mut stopped = false;
    let mut watch = Watch::begin(app.world.now());
    // Set when nothing is known of what stands on the terminal.
    let mut anew = false;
    // When what is derived is made again: two quiet seconds after the last line was saved.
    let mut derive: Option<Instant> = None;
    // The first frame was drawn before it was known how others are heard.
    app.polled = following.is_polled();
    if app.polled {
        terminal.draw(|frame| app.draw(frame))?;
    }
    loop {
        app.polled = following.is_polled();
        let wake = wake_in(app);
        let mut flow = Flow::On;
        let mut changed = true;
        tokio::select! {
            biased;
            typed = keys.next() => match typed {
                Ok(Some(typed)) => {
                    anew |= typed == Typed::Resize;
                    // The key that wakes a laptop answers no question and starts no item.
                    look_at_clock(&mut watch, app);
                    flow = take(app, typed);
                }
                // The terminal is gone: what was typed is kept, and there is nobody to draw for.
                Err(_) | Ok(None) => {
                    app.keep_draft();
                    return Ok(true);
                }
            },
            signal = signals.next() => match signal {
                TerminalSignal::Terminate => {
                    finish_reading(app, &mut keys);
                    app.keep_draft();
                    return Ok(false);
                }
                TerminalSignal::HangUp => {
                    app.keep_draft();
                    return Ok(true);
                }
                TerminalSignal::Stop => flow = Flow::Suspend,
                TerminalSignal::Continue => {
                    guard.take_again()?;
                    anew = true;
                    stopped = false;
                }
            },
            Some(news) = receiver.recv() => changed = hear(app, &news, &mut derive),
            () = alarm.after(wake), if wake.is_some() => {
                app.pass();
                following.check();
            }
            () = sleep_until(derive), if derive.is_some() => {
                derive = None;
                changed = false;
                if let Some(session) = &mut app.session {
                    // What is derived can be made again at any time.
                    let _ = crate::sessions::derive(session);
                }
            }
        }
        look_at_clock(&mut watch, app);
        // All that is waiting is taken in before one frame is drawn.
        while flow == Flow::On {
            if let Ok(Some(typed)) = keys.waiting() {
                anew |= typed == Typed::Resize;
                flow = take(app, typed);
                changed = true;
            } else if let Ok(news) = receiver.try_recv() {
                changed |= hear(app, &news, &mut derive);
            } else {
                break;
            }
        }
        if app.opened || (following.is_awaiting() && app.has_folder()) {
            app.opened = false;
            following = follow(app, &sender);
            // Whoever made the folder has written into it before it was followed.
            changed |= app.pull();
        }
        match flow {
            Flow::Leave => return Ok(false),
            Flow::Suspend => {
                app.keep_draft();
                stopped = guard.suspend()? == crate::terminal::Suspension::Stopped;
            }
            Flow::On => {}
        }
        if changed && !stopped && guard.is_held() {
            if std::mem::take(&mut anew) {
                // Whatever the terminal shows now, all of it is drawn again: several changes of size can come as one that leads
                // back to the size before. (`clear` would ask the terminal where its cursor is, and wait for the answer.)
                let area = Rect::from((Position::ORIGIN, terminal.size()?));
                terminal.resize(area)?;
            }
            terminal.draw(|frame| app.draw(frame))?;
            if app.rings() {
                let mut out = io::stdout();
                out.write_all(b"\x07")?;
                out.flush()?;
            }
        }
        while let Some(text) = app.to_copy.pop_front() {
            // A terminal that takes no clipboard loses nothing: the text is on the screen.
            let _ = clipboard::copy(&mut io::stdout(), &text);
        }
        app.keep_draft();
    }
}

/// How long what was typed before the end is taken in at most.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// Takes in what was typed and not read yet, should the program have been told to end in the middle of it.
fn finish_reading(app: &mut App, keys: &mut Source) {
    let end = Instant::now() + LAST_WORDS;
    while Instant::now() < end
        && let Ok(Some(typed)) = keys.waiting()
        && take(app, typed) == Flow::On
    {}
}

fn look_at_clock(watch: &mut Watch, app: &mut App) {
    if let Some(jump) = watch.look(app.world.now()) {
        app.clock_jumped(jump);
    }
}

fn take(app: &mut App, typed: Typed) -> Flow {
    match typed {
        Typed::Key(event) => Key::from_event(&event).map_or(Flow::On, |key| app.key(key)),
        Typed::Paste(text) => {
            app.paste(&text);
            Flow::On
        }
        Typed::Resize => Flow::On,
    }
}

/// Whether anything on the screen can have changed.
fn hear(app: &mut App, news: &News, derive: &mut Option<Instant>) -> bool {
    match news {
        News::Written => app.pull(),
        News::Report(report) => {
            if let WriterReport::Saved { .. } = report {
                *derive = Some(Instant::now() + QUIET);
            }
            app.report(report);
            true
        }
    }
}

/// Hears of lines that other programs write into the folder.
fn follow(app: &App, sender: &UnboundedSender<News>) -> Following {
    let sender = sender.clone();
    Following::begin(app.session.as_ref(), move || {
        // The loop has ended: nobody is left to be told.
        let _ = sender.send(News::Written);
    })
}

/// How long until something on the screen changes by itself: the next second of a countdown, the next minute of a clock,
/// never.
fn wake_in(app: &App) -> Option<Duration> {
    // By the clock that is shown: in practice its minutes begin at other seconds than those outside.
    let now = app.session.as_ref().map_or_else(|| app.world.now(), Session::now).as_millisecond();
    let until =
        |unit: i64| Duration::from_millis(u64::try_from(unit - now.rem_euclid(unit)).unwrap_or(1000).max(1));
    match app.wakes() {
        Wake::Soon => Some(SOON),
        Wake::Second => Some(until(1000)),
        Wake::Turn => Some(until(TURN * 1000)),
        Wake::Minute => Some(until(60_000)),
        Wake::Never => None,
    }
}

async fn sleep_until(at: Option<Instant>) {
    match at {
        Some(at) => tokio::time::sleep_until(at).await,
        None => std::future::pending().await,
    }
}
