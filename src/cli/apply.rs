//! `talkoot apply`: commands as JSON lines, one answer line each, printed once the events are durable.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::{Call, Ended, place};
use crate::fault::{Exit, Fault};
use crate::journal::writer::{Keeping, WriterReport};
use crate::language::Tongue;
use crate::session::{Done, Session};
use crate::workshop::command::Request;
use crate::workshop::refusal::Refusal;

/// The longest command line: a line of the session file and the spelling of its JSON around it.
const MOST_BYTES: usize = 4 * 1024 * 1024;

enum News {
    Line(Vec<u8>),
    /// A line longer than any command can be.
    TooLong,
    End(Option<std::io::Error>),
    Saved,
    NotSaved,
    /// The session folder takes nothing; lines go to this one.
    Spilled(PathBuf),
}

/// What is still to be said, in the order of the commands.
enum Answer {
    Refused(Value),
    Done(Done, Value),
}

pub(super) fn run(call: &Call<'_>) -> Ended {
    let given = call.needed("session")?;
    let place = place::resolve(&call.world, given)?;
    let (sender, news) = channel();
    let saved = sender.clone();
    let mut spill = None;
    let report = Arc::new(Mutex::new(move |report: WriterReport| {
        let said = match report {
            WriterReport::Saved { keeping, .. } => {
                // Said once lines do lie there: the spill folder may take none either.
                if keeping == Keeping::Spill
                    && let Some(folder) = spill.take()
                {
                    let _ = saved.send(News::Spilled(folder));
                }
                News::Saved
            }
            WriterReport::InMemory { .. } => News::NotSaved,
            WriterReport::Spilled { folder } => {
                spill = Some(folder);
                return;
            }
            _ => return,
        };
        // Nobody listens any more when all has been said.
        let _ = saved.send(said);
    }));
    let who = call.optional("who").unwrap_or("desk");
    let mut session = place::open_to_write(&call.world, place, who, report)?;
    super::remark(call, &session);
    session.write_late_marks();
    read_lines(call.optional("file").filter(|file| *file != "-"), sender)?;
    let refused = answer_all(&mut session, &news, &call.tongue)?;
    session.flush()?;
    // The last answer may have been given before it was heard where the lines went.
    for said in news.try_iter() {
        if let News::Spilled(folder) = said {
            say_where(&folder, &call.tongue);
        }
    }
    // What was asked for is safe by now; the derived file is made anew by whoever appends next.
    if let Err(fault) = session.derive() {
        super::complain(&call.tongue.refusal(&fault.refusal).0);
    }
    Ok(if refused { ExitCode::from(Exit::Refused as u8) } else { ExitCode::SUCCESS })
}

/// Reads lines on a thread of its own, so that answers never wait for the next command.
fn read_lines(file: Option<&str>, sender: Sender<News>) -> Result<(), Fault> {
    let input: Box<dyn Read + Send> = match file {
        None => Box::new(std::io::stdin()),
        Some(path) => {
            let path = Path::new(path);
            Box::new(std::fs::File::open(path).map_err(|error| match error.kind() {
                std::io::ErrorKind::NotFound => {
                    Fault::new(Exit::Refused, "missing", "fault-no-file").with("path", path.display())
                }
                _ => Fault::io(path, &error),
            })?)
        }
    };
    let read = move || {
        let mut input = BufReader::new(input);
        let end = loop {
            let mut line = Vec::new();
            let limit = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
            match input.by_ref().take(limit).read_until(b'\n', &mut line) {
                Ok(0) => break None,
                Ok(_) => {}
                Err(error) => break Some(error),
            }
            let whole = line.ends_with(b"\n") || line.len() < MOST_BYTES;
            let said = if whole { News::Line(line) } else { News::TooLong };
            if sender.send(said).is_err() {
                return;
            }
            if !whole && let Err(error) = skip_line(&mut input) {
                break Some(error);
            }
        };
        let _ = sender.send(News::End(end));
    };
    std::thread::Builder::new()
        .name("commands".into())
        .spawn(read)
        .map(drop)
        .map_err(|error| Fault::system("fault-system").with("why", error))
}

fn skip_line(input: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |end| end + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}

fn answer_all(session: &mut Session, news: &Receiver<News>, tongue: &Tongue) -> Result<bool, Fault> {
    let mut waiting: VecDeque<Answer> = VecDeque::new();
    let mut refused = false;
    let mut ended = None;
    let mut heard = VecDeque::new();
    loop {
        say_what_is_saved(session, &mut waiting)?;
        if let (Some(error), true) = (&ended, waiting.is_empty()) {
            return match error {
                None => Ok(refused),
                Some(error) => Err(Fault::system("fault-input").with("why", error)),
            };
        }
        if heard.is_empty() {
            let Ok(said) = news.recv() else { return Ok(refused) };
            heard.push_back(said);
        }
        heard.extend(news.try_iter());
        // Where lines go is said as soon as it is heard, whatever else waits.
        for said in &heard {
            if let News::Spilled(folder) = said {
                say_where(folder, tongue);
            }
        }
        heard.retain(|said| !matches!(said, News::Spilled(_)));
        let Some(said) = heard.pop_front() else { continue };
        // Where nothing else is to be done meanwhile, the line is written here: quicker than waking who else would write it.
        let alone = !heard.iter().any(|said| matches!(said, News::Line(_)));
        match said {
            News::Saved => {}
            News::NotSaved => {
                if session.flush().is_err() {
                    let fault = say_what_is_lost(session, &mut waiting, tongue)?;
                    let rest = heard.into_iter().chain(std::iter::from_fn(|| news.recv().ok()));
                    let rest = if ended.is_some() { None } else { Some(rest) };
                    refuse_rest(rest.into_iter().flatten(), &fault, tongue)?;
                    return Err(fault);
                }
            }
            // Said above.
            News::Spilled(_) => {}
            News::End(error) => ended = Some(error),
            News::TooLong => {
                refused = true;
                waiting.push_back(Answer::Refused(refusal(&Refusal::too_long("text"), tongue)));
            }
            News::Line(line) => {
                let Some(answer) = answer(session, &line, alone, tongue) else { continue };
                refused |= matches!(answer, Answer::Refused(_));
                waiting.push_back(answer);
            }
        }
    }
}

/// Carries out one line; a blank one is no command.
fn answer(session: &mut Session, line: &[u8], alone: bool, tongue: &Tongue) -> Option<Answer> {
    let text = match std::str::from_utf8(line) {
        Ok(text) => text.trim_start_matches('\u{feff}').trim(),
        Err(_) => {
            return Some(Answer::Refused(refusal(&Refusal::new("not-utf8", "refused-not-utf8"), tongue)));
        }
    };
    if text.is_empty() {
        return None;
    }
    // What others wrote meanwhile is decided upon as well.
    session.pull();
    let done = Request::read(text).map_err(Fault::from).and_then(|request| {
        if alone { session.execute_at_once(&request) } else { session.execute(&request) }
    });
    Some(match done {
        Ok(done) => {
            let kind = |id| session.workshop.event(id).map(|event| event.happening.kind().to_owned());
            let events: Vec<Value> =
                done.events.iter().map(|id| json!({"id": id.to_string(), "k": kind(*id)})).collect();
            let mut answer = json!({"ok": true, "events": events});
            if let (Some(made), Some(object)) = (&done.made, answer.as_object_mut()) {
                object.insert("made".into(), json!(made));
            }
            if let Some(object) = answer.as_object_mut() {
                // What a secret vote tells once, and no file holds.
                object.extend(done.told.paper.map(|paper| ("paper".to_owned(), json!(paper))));
                object.extend(done.told.phrase.clone().map(|phrase| ("phrase".to_owned(), json!(phrase))));
            }
            Answer::Done(done, answer)
        }
        Err(fault) => Answer::Refused(refusal(&fault.refusal, tongue)),
    })
}

fn refusal(refusal: &Refusal, tongue: &Tongue) -> Value {
    let (error, hint) = tongue.refusal(refusal);
    json!({"ok": false, "kind": refusal.kind, "error": error, "hint": hint})
}

/// Says that lines go to the spill folder.
fn say_where(folder: &Path, tongue: &Tongue) {
    let folder = folder.display().to_string();
    super::complain(&tongue.with("said-spilled", &[("path", (&folder).into())]));
}

/// Answers all that is still waiting, when there is no place for it, and gives the fault that the run ends with.
fn say_what_is_lost(
    session: &Session,
    waiting: &mut VecDeque<Answer>,
    tongue: &Tongue,
) -> Result<Fault, Fault> {
    say_what_is_saved(session, waiting)?;
    let lost = waiting.iter().filter(|answer| matches!(answer, Answer::Done(..))).count();
    let fault = Fault::system("fault-not-kept").with("count", lost);
    for answer in waiting.iter_mut().filter(|answer| matches!(answer, Answer::Done(..))) {
        *answer = Answer::Refused(refusal(&fault.refusal, tongue));
    }
    say_what_is_saved(session, waiting)?;
    Ok(fault)
}

/// Answers all that is still asked: nothing more is carried out for which there is no place.
fn refuse_rest(rest: impl Iterator<Item = News>, fault: &Fault, tongue: &Tongue) -> Result<(), Fault> {
    let mut out = std::io::stdout().lock();
    for said in rest {
        let asked = match said {
            News::End(_) => return Ok(()),
            News::Line(line) => !line.trim_ascii().is_empty(),
            News::TooLong => true,
            News::Saved | News::NotSaved | News::Spilled(_) => false,
        };
        let told = if asked { writeln!(out, "{}", refusal(&fault.refusal, tongue)) } else { Ok(()) };
        match told.and_then(|()| out.flush()) {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                return Err(Fault::system("fault-output").with("why", error));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Prints the answers that nothing unsaved stands before.
fn say_what_is_saved(session: &Session, waiting: &mut VecDeque<Answer>) -> Result<(), Fault> {
    let mut unsaved = session.waiting();
    let total: usize = waiting.iter().filter(|answer| matches!(answer, Answer::Done(..))).map(events).sum();
    let mut saved = total.saturating_sub(unsaved);
    let mut out = std::io::stdout().lock();
    while let Some(answer) = waiting.front() {
        let needed = events(answer);
        if needed > saved {
            break;
        }
        saved -= needed;
        unsaved = unsaved.saturating_sub(needed);
        let (Answer::Refused(value) | Answer::Done(_, value)) = answer;
        match writeln!(out, "{value}") {
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                return Err(Fault::system("fault-output").with("why", error));
            }
            _ => {}
        }
        waiting.pop_front();
    }
    match out.flush() {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Fault::system("fault-output").with("why", error))
        }
        _ => Ok(()),
    }
}

fn events(answer: &Answer) -> usize {
    match answer {
        Answer::Refused(_) => 0,
        Answer::Done(done, _) => done.events.len(),
    }
}
