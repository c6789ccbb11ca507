//! `talkoot apply`: commands as JSON lines, one answer line each, printed once the events are durable.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};

use super::{Call, Ended, place};
use crate::fault::{Exit, Fault};
use crate::given;
use crate::journal::writer::{Keeping, WriterReport};
use crate::language::Messages;
use crate::session::{Done, Session};
use crate::workshop::command::Request;
use crate::workshop::refusal::Refusal;

/// The longest command line: a line of the session file and the spelling of its JSON around it.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// How many times what comes in at once is read ahead of the line that is carried out.
const MOST_AHEAD: usize = 8;

/// What comes in.
enum Input {
    Line(Vec<u8>),
    /// A line longer than any command can be.
    TooLong,
    End(Option<std::io::Error>),
}

enum News {
    /// So many lines have come in, and can be taken without waiting.
    Input(usize),
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
    session.forget_closed();
    let (give, input) = sync_channel(MOST_AHEAD);
    read_lines(call.optional("file").filter(|file| *file != "-"), sender, give)?;
    let refused = answer_all(&mut session, &news, &input, &call.messages)?;
    session.flush()?;
    // The last answer may have been given before it was heard where the lines went.
    for said in news.try_iter() {
        if let News::Spilled(folder) = said {
            say_where(&folder, &call.messages);
        }
    }
    super::derive(&mut session, &call.messages);
    Ok(if refused { ExitCode::from(Exit::Refused as u8) } else { ExitCode::SUCCESS })
}

/// Reads lines on a thread of its own, so that answers never wait for the next command.
fn read_lines(file: Option<&str>, sender: Sender<News>, give: SyncSender<Vec<Input>>) -> Result<(), Fault> {
    let give = move |lines: Vec<Input>| {
        let count = lines.len();
        give.send(lines).is_ok() && sender.send(News::Input(count)).is_ok()
    };
    let input: Box<dyn Read + Send> = match file {
        None => Box::new(std::io::stdin()),
        Some(path) => Box::new(given::open(path.as_ref())?),
    };
    let read = move || {
        let mut input = BufReader::new(input);
        let mut lines = Vec::new();
        let end = loop {
            let mut line = Vec::new();
            let limit = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
            match input.by_ref().take(limit).read_until(b'\n', &mut line) {
                Ok(0) => break None,
                Ok(_) => {}
                Err(error) => break Some(error),
            }
            let whole = line.ends_with(b"\n") || line.len() < MOST_BYTES;
            lines.push(if whole { Input::Line(line) } else { Input::TooLong });
            // What has come in together is handed on together.
            if !input.buffer().contains(&b'\n') && !give(std::mem::take(&mut lines)) {
                return;
            }
            if !whole && let Err(error) = skip_line(&mut input) {
                break Some(error);
            }
        };
        lines.push(Input::End(end));
        give(lines);
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

fn answer_all(
    session: &mut Session,
    news: &Receiver<News>,
    input: &Receiver<Vec<Input>>,
    messages: &Messages,
) -> Result<bool, Fault> {
    let mut waiting = Waiting::default();
    let mut refused = false;
    let mut ended = None;
    // How many lines are there for the taking.
    let mut ahead = 0_usize;
    let mut lines = input.iter().flatten();
    loop {
        waiting.say_what_is_saved(session)?;
        if let (Some(error), true) = (&ended, waiting.answers.is_empty()) {
            return match error {
                None => Ok(refused),
                Some(error) => Err(Fault::system("fault-input").with("why", error)),
            };
        }
        let first = if ahead == 0 { news.recv().ok() } else { None };
        if first.is_none() && ahead == 0 {
            return Ok(refused);
        }
        let mut held = false;
        for said in first.into_iter().chain(news.try_iter()) {
            match said {
                News::Input(count) => ahead += count,
                News::Saved => {}
                News::NotSaved => held = true,
                News::Spilled(folder) => say_where(&folder, messages),
            }
        }
        if held && session.flush().is_err() {
            let fault = waiting.say_what_is_lost(session, messages)?;
            if ended.is_none() {
                refuse_rest(lines, &fault, messages)?;
            }
            return Err(fault);
        }
        if ahead == 0 {
            continue;
        }
        ahead -= 1;
        // Where nothing else is to be done meanwhile, the line is written here: quicker than waking who else would write it.
        let alone = ahead == 0;
        match lines.next() {
            None => return Ok(refused),
            Some(Input::End(error)) => ended = Some(error),
            Some(Input::TooLong) => {
                refused = true;
                waiting.push(Answer::Refused(refusal(&Refusal::too_long("text"), messages)));
            }
            Some(Input::Line(line)) => {
                let Some(answer) = answer(session, &line, alone, messages) else { continue };
                refused |= matches!(answer, Answer::Refused(_));
                waiting.push(answer);
            }
        }
    }
}

/// Carries out one line; a blank one is no command.
fn answer(session: &mut Session, line: &[u8], alone: bool, messages: &Messages) -> Option<Answer> {
    let text = match std::str::from_utf8(line) {
        Ok(text) => text.trim_start_matches('\u{feff}').trim(),
        Err(_) => {
            return Some(Answer::Refused(refusal(&Refusal::new("not-utf8", "refused-not-utf8"), messages)));
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
            let kind = |id| session.workshop.event(id).map(|event| event.kind.name().to_owned());
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
        Err(fault) => Answer::Refused(refusal(&fault.refusal, messages)),
    })
}

fn refusal(refusal: &Refusal, messages: &Messages) -> Value {
    let (error, hint) = messages.refusal(refusal);
    json!({"ok": false, "kind": refusal.kind, "error": error, "hint": hint})
}

/// Says that lines go to the spill folder.
fn say_where(folder: &Path, messages: &Messages) {
    let folder = folder.display().to_string();
    super::complain(&messages.with("said-spilled", &[("path", (&folder).into())]));
}

/// Answers all that is still asked: nothing more is carried out for which there is no place.
fn refuse_rest(rest: impl Iterator<Item = Input>, fault: &Fault, messages: &Messages) -> Result<(), Fault> {
    let mut out = std::io::stdout().lock();
    for said in rest {
        let asked = match said {
            Input::End(_) => return Ok(()),
            Input::Line(line) => !line.trim_ascii().is_empty(),
            Input::TooLong => true,
        };
        let told = if asked {
            writeln!(out, "{}", super::tame(&refusal(&fault.refusal, messages).to_string()))
        } else {
            Ok(())
        };
        heard(told.and_then(|()| out.flush()))?;
    }
    Ok(())
}

/// The answers still to be given, in the order of the commands.
#[derive(Default)]
struct Waiting {
    answers: VecDeque<Answer>,
    /// How many events they tell of.
    events: usize,
}

impl Waiting {
    fn push(&mut self, answer: Answer) {
        self.events += events(&answer);
        self.answers.push_back(answer);
    }

    /// Prints the answers that nothing unsaved stands before.
    fn say_what_is_saved(&mut self, session: &Session) -> Result<(), Fault> {
        if self.answers.is_empty() {
            return Ok(());
        }
        let mut saved = self.events.saturating_sub(session.waiting());
        let mut out = std::io::stdout().lock();
        let mut said = false;
        while let Some(answer) = self.answers.front() {
            let needed = events(answer);
            if needed > saved {
                break;
            }
            saved -= needed;
            self.events -= needed;
            let (Answer::Refused(value) | Answer::Done(_, value)) = answer;
            heard(writeln!(out, "{}", super::tame(&value.to_string())))?;
            self.answers.pop_front();
            said = true;
        }
        if said { heard(out.flush()) } else { Ok(()) }
    }

    /// Answers all that is still waiting, when there is no place for it, and gives the fault that the run ends with.
    fn say_what_is_lost(&mut self, session: &Session, messages: &Messages) -> Result<Fault, Fault> {
        self.say_what_is_saved(session)?;
        let done = |answer: &&mut Answer| matches!(answer, Answer::Done(..));
        let lost = self.answers.iter_mut().filter(done).count();
        let fault = Fault::system("fault-not-kept").with("count", lost);
        for answer in self.answers.iter_mut().filter(done) {
            *answer = Answer::Refused(refusal(&fault.refusal, messages));
        }
        self.events = 0;
        self.say_what_is_saved(session)?;
        Ok(fault)
    }
}

/// Whoever listened and has gone is no trouble.
fn heard(told: std::io::Result<()>) -> Result<(), Fault> {
    match told {
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
