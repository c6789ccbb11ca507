//! Secret ballots on their way into the session file and out of it: sealed before they become lines, marks written ten at a time,
//! opened and shuffled by the closing.
//!
//! The domain decides as if ballots were not secret; what it decided is sealed here, where there are keys, chance and a state
//! directory. So every rule of a ballot is checked before it is sealed.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::marks::MARKS_AT_ONCE;
use super::{Done, Session, second};
use crate::ballot_box::{self, Change, Entry, Memory, Places, Secret};
use crate::fault::Fault;
use crate::planner::random::Random;
use crate::workshop::command::{Command, Request};
use crate::workshop::decide::{self, Decision};
use crate::workshop::event::{EventKind, Frame, WorkEvent};
use crate::workshop::id::{EventId, RunId};
use crate::workshop::refusal::Refusal;
use crate::workshop::text::Lang;
use crate::workshop::votes::closing::{self, Opened};
use crate::workshop::votes::commands::VotesCommand;
use crate::workshop::votes::events::{PaperAside, VoteBallots, VoteCast, VoteClosed, VoteEvent, VoteSealed};
use crate::workshop::votes::paper::{Groups, MOST_DRAWN, MOST_PRINTED, Paper};
use crate::workshop::votes::secret::Here;
use crate::workshop::votes::{Stage, Vote, Votes};
use crate::world::random_u64;

/// The most bytes of ballots in one line of the file, whose limit is 256 KiB.
const MOST_OF_A_LINE: usize = 160 * 1024;
/// The most bytes of what a closing says, so that its line has room for the rest.
const MOST_OF_A_CLOSING: usize = 248 * 1024;

impl Session {
    /// Decides, with a key at hand should a secret vote be opened.
    pub(super) fn decide_to_do(&mut self, request: &Request) -> Result<(Decision, Option<Secret>), Refusal> {
        let mut context = self.context();
        let mut secret = None;
        match &request.command {
            Command::Votes(VotesCommand::VoteOpen(_)) => {
                let made = ballot_box::generate();
                context.ballot_key = Some(made.public().into());
                secret = Some(made);
            }
            Command::Votes(VotesCommand::VoteCast(_))
            | Command::Votes(VotesCommand::VoteCorrect(_))
            | Command::Votes(VotesCommand::VoteCheck(_))
            | Command::Votes(VotesCommand::VoteMark(_))
            | Command::Votes(VotesCommand::VoteClose(_)) => {
                self.write_late_marks();
                self.remember_ballots();
            }
            _ => {}
        }
        Ok((decide::decide(&self.workshop, request, &context)?, secret))
    }

    /// Carries out what was decided.
    pub(super) fn carry_out(
        &mut self,
        request: &Request,
        (mut decision, secret): (Decision, Option<Secret>),
        part: Option<EventId>,
    ) -> Result<Done, Fault> {
        let sealed = |session: &Self, vote: EventId| {
            session.workshop.votes.get(vote).is_some_and(|vote| vote.public_key().is_some())
        };
        match &mut decision.kind {
            EventKind::Vote(VoteEvent::Opened(opened)) if opened.key.is_some() => {
                let vote = opened.of;
                self.open_box(decision, secret, vote, part)
            }
            EventKind::Vote(VoteEvent::Cast(cast)) if sealed(self, cast.of) => {
                let cast = std::mem::take(cast);
                self.seal(&decision, cast, false, part)
            }
            EventKind::Vote(VoteEvent::Corrected(cast)) if sealed(self, cast.of) => {
                let cast = std::mem::take(cast);
                self.seal(&decision, cast, true, part)
            }
            EventKind::Vote(VoteEvent::Checked(checked)) if sealed(self, checked.of) => {
                let checked = std::mem::take(checked);
                self.seal_again(&decision, checked, part)
            }
            EventKind::Vote(VoteEvent::Marked(marked)) => {
                let (vote, seats, voted) = (marked.of, std::mem::take(&mut marked.seats), marked.voted);
                self.mark_by_hand(&decision, vote, seats, voted, part)
            }
            EventKind::Vote(VoteEvent::Closed(closed)) if sealed(self, closed.of) => {
                let phrase = match &request.command {
                    Command::Votes(VotesCommand::VoteClose(close)) => close.phrase.clone(),
                    _ => None,
                };
                let vote = closed.of;
                self.close_box(decision, vote, phrase.as_deref())
            }
            EventKind::Work(WorkEvent::Undone(_)) | EventKind::Work(WorkEvent::Redone(_)) => {
                if self.is_of_sealed(&decision.kind) {
                    decision.who = self.who.clone();
                }
                let frame = decision.frame.clone();
                let mut done = self.append(decision, part, false)?;
                self.follow_undo(&frame, &mut done)?;
                Ok(done)
            }
            _ => self.append(decision, part, false),
        }
    }

    /// Whether an undo or redo is about a sealed ballot.
    fn is_of_sealed(&self, kind: &EventKind) -> bool {
        let about = kind.reversal().and_then(|taken| self.workshop.event(taken.of));
        about.is_some_and(|event| match &event.kind {
            EventKind::Vote(VoteEvent::Sealed(_)) => true,
            EventKind::Vote(VoteEvent::Checked(checked)) => checked.ballot.is_some(),
            _ => false,
        })
    }

    pub(super) fn places(&self, vote: EventId) -> Places {
        Places::new(self.world.ballots(self.sid), &self.folder, vote.to_string())
    }

    /// Keeps the key, then opens: a vote whose key is in no place could never be counted.
    fn open_box(
        &mut self,
        decision: Decision,
        secret: Option<Secret>,
        vote: EventId,
        part: Option<EventId>,
    ) -> Result<Done, Fault> {
        let no_chance = || Fault::system("fault-no-chance");
        let secret = secret.ok_or_else(no_chance)?;
        let phrase = ballot_box::phrase().ok_or_else(no_chance)?;
        let wrapped = ballot_box::wrap(&secret, &phrase).ok_or_else(no_chance)?;
        // The session's folder is made with the first line.
        self.writer()?;
        self.flush()?;
        let places = self.places(vote);
        places.keep(&secret, &wrapped).map_err(|error| Fault::io(&self.folder, &error))?;
        let mut done = self.append(decision, part, false)?;
        done.told.phrase = Some(phrase);
        Ok(done)
    }

    /// Seals a ballot and writes it; its seat's mark waits for others.
    fn seal(
        &mut self,
        decision: &Decision,
        cast: VoteCast,
        corrects: bool,
        part: Option<EventId>,
    ) -> Result<Done, Fault> {
        let places = self.places(cast.of);
        let _held = places.hold();
        let (mut memory, known) = self.memory(&places, cast.of);
        let paper = self.number(&memory, &cast, corrects)?;
        let Some(vote) = self.workshop.votes.get(cast.of) else {
            return Err(Refusal::unknown("vote", &cast.of.to_string()).into());
        };
        let Some(key) = vote.public_key().cloned() else { return Err(Fault::system("fault-no-chance")) };
        let groups = cast.seat.map_or_else(|| cast.groups.clone(), |seat| self.groups_of_seat(seat));
        let plain = Paper { paper, votes: cast.votes, groups }.plain(vote.options());
        let ballot = ballot_box::seal(&key, &plain)
            .ok_or_else(|| Fault::from(Refusal::new("no-key", "refused-bad-key")))?;
        let to = ballot_box::tag(&key).into();
        let kind = EventKind::Vote(VoteEvent::Sealed(VoteSealed {
            of: cast.of,
            to,
            corrects,
            ballot: ballot.into(),
        }));
        // Remembered first: after a crash in between somebody has to be let vote once more, never twice unseen.
        let entered = Change::Entered { paper, seat: cast.seat };
        let mut kept = corrects || memory.record(&places, entered, true).is_ok();
        // Whoever is said to have done it would be whose ballot it is.
        let (frame, who) = (Frame { at: decision.frame.at, ..Frame::default() }, self.who.clone());
        let sealed = self.append(Decision { kind, frame: frame.clone(), who }, part, false);
        let mut done = match sealed {
            Ok(done) => done,
            Err(fault) => {
                if !corrects {
                    let _ = memory.record(&places, Change::NotWritten { paper }, true);
                }
                return Err(fault);
            }
        };
        if let Some(event) = done.events.first().copied().filter(|_| !corrects) {
            // Which line it is: lost with the power, as if it had gone before the line was written.
            kept &= memory.record(&places, Change::Written { paper, event }, false).is_ok();
            if known {
                self.workshop.know_ballot(cast.of, paper, cast.seat);
            }
        }
        self.keep_memory(cast.of, memory, known);
        // What cannot be remembered is written at once.
        let enough = if kept { MARKS_AT_ONCE } else { 1 };
        self.write_marks(cast.of, enough, &frame, &mut done)?;
        done.told.paper = Some(paper);
        Ok(done)
    }

    /// The number under which a ballot goes: that of its paper, that of the seat's ballot to be put right, or one drawn.
    pub(super) fn number(&self, memory: &Memory, cast: &VoteCast, corrects: bool) -> Result<u32, Fault> {
        let counting = |entry: &&Entry| entry.event.is_none_or(|event| self.workshop.counts(event));
        let voted = |id: String| Refusal::new("voted", "refused-voted").with("id", id);
        if let Some(paper) = cast.paper {
            let known = memory.of_paper(paper).any(|entry| counting(&entry));
            return if known && !corrects { Err(voted(paper.to_string()).into()) } else { Ok(paper) };
        }
        let of_seat = cast.seat.and_then(|seat| memory.of_seat(seat).find(counting));
        let label = |seat: EventId| self.workshop.people.label(seat).into_owned();
        match (of_seat, corrects, cast.seat) {
            (Some(entry), true, _) => Ok(entry.paper),
            (None, true, Some(seat)) => Err(Refusal::new("sealed-elsewhere", "refused-sealed-elsewhere")
                .with("id", label(seat))
                .into()),
            (Some(_), false, Some(seat)) => Err(voted(label(seat)).into()),
            _ => {
                let mut random = Random::new(random_u64());
                let span = usize::try_from(MOST_DRAWN - MOST_PRINTED).unwrap_or(usize::MAX);
                let mut draw = || MOST_PRINTED + 1 + u32::try_from(random.below(span)).unwrap_or(0);
                let mut paper = draw();
                while memory.of_paper(paper).next().is_some() {
                    paper = draw();
                }
                Ok(paper)
            }
        }
    }

    /// The groups of a seat that go with its ballot: the first of the working languages that it speaks, and its kind.
    fn groups_of_seat(&self, seat: EventId) -> Groups {
        let Some(person) = self.workshop.people.any(seat) else { return Groups::new() };
        let spoken = person.languages();
        let language = spoken.iter().find_map(|code| Lang::from_code(code)).map(Lang::code);
        let kind = person.kind.get().cloned().filter(|kind| !kind.is_empty());
        let named = [("language", language.map(Arc::from)), ("kind", kind)];
        named.into_iter().filter_map(|(group, value)| Some((group.into(), value?))).collect()
    }

    /// The papers that closing this vote now would set aside, each with its reason, as far as the keys on this laptop tell. What
    /// stands on them is not told.
    pub(crate) fn would_set_aside(&self, key: EventId) -> Vec<(u32, Arc<str>)> {
        let open = |vote: &&Vote| vote.public_key().is_some() && vote.stage() == Stage::Open;
        let Some(vote) = self.workshop.votes.get(key).filter(open) else { return Vec::new() };
        let secrets = self.places(key).secrets(None);
        let Ok((lines, _)) = open_lines(vote, &secrets) else { return Vec::new() };
        let sorted = sort(vote, &lines);
        sorted.aside.into_iter().map(|aside| (aside.paper, aside.why)).collect()
    }

    /// Opens the lines, publishes the ballots under their numbers, shuffled, and closes; then the keys go.
    fn close_box(&mut self, decision: Decision, key: EventId, phrase: Option<&str>) -> Result<Done, Fault> {
        let places = self.places(key);
        let _held = places.hold();
        let secrets = places.secrets(phrase);
        let Some(vote) = self.workshop.votes.get(key) else {
            return Err(Refusal::unknown("vote", &key.to_string()).into());
        };
        let (lines, unread) = open_lines(vote, &secrets).map_err(|elsewhere| {
            let (kind, message) = match phrase {
                Some(_) => ("wrong-phrase", "refused-wrong-phrase"),
                None => ("no-key", "refused-no-key"),
            };
            Refusal::new(kind, message).with("count", elsewhere)
        })?;
        let mut sorted = sort(vote, &lines);
        let second = second::told(vote, &lines, &secrets, &sorted);
        Random::new(random_u64()).shuffle(&mut sorted.ballots);
        let mut done = Done::default();
        let (frame, who) = (decision.frame.clone(), decision.who.clone());
        self.write_last_marks(key, &frame, &mut done)?;
        let EventKind::Vote(VoteEvent::Closed(mut closed)) = decision.kind else { return Ok(done) };
        closed.corrected = sorted.corrected;
        closed.copies = sorted.copies;
        closed.corrected_drawn = sorted.corrected_drawn;
        closed.copies_drawn = sorted.copies_drawn;
        closed.unread = unread;
        closed.second = second;
        closed.aside =
            sorted.aside.into_iter().map(|aside| PaperAside { paper: aside.paper, why: aside.why }).collect();
        let chunks = chunks(sorted.ballots);
        // Nothing is published of a vote that cannot be closed after it.
        let most = EventId { run: RunId(u64::MAX), n: u64::MAX };
        let whole = VoteClosed { counted: vec![most; chunks.len()], ..closed.as_ref().clone() };
        if serde_json::to_vec(&whole).map_or(usize::MAX, |text| text.len()) > MOST_OF_A_CLOSING {
            return Err(Refusal::too_long("vote").into());
        }
        let mut first = None;
        for ballots in chunks {
            let kind = EventKind::Vote(VoteEvent::Ballots(VoteBallots { of: key, ballots }));
            let frame = Frame { at: frame.at, ..Frame::default() };
            let told = self.append(Decision { kind, frame, who: who.clone() }, first, false)?;
            first = first.or_else(|| told.events.first().copied());
            closed.counted.extend(&told.events);
            done.events.extend(told.events);
        }
        let closing = Decision { kind: EventKind::Vote(VoteEvent::Closed(closed)), frame, who };
        let last = self.append(closing, first, false)?;
        done.events.extend(last.events);
        // Durable first; the keys only then. What keeps it from the disk keeps the keys, too.
        self.flush()?;
        self.workshop.know_here(key, Here::default());
        // Lines that are sealed to another key and come later are too late: that key is of no more use either.
        if self.away() == 0 {
            let _ = places.forget();
        }
        Ok(done)
    }
}

/// Opens the lines of a vote. Those that no key opens though theirs is here are damaged, and named.
///
/// # Errors
/// How many lines are sealed to keys that are not here.
pub(super) fn open_lines(vote: &Vote, secrets: &[Secret]) -> Result<(Vec<Opened>, Vec<EventId>), usize> {
    let keys: BTreeMap<String, &Secret> = secrets.iter().map(|secret| (secret.public(), secret)).collect();
    let by_tag: BTreeMap<&str, &Secret> =
        keys.iter().map(|(public, secret)| (ballot_box::tag(public), *secret)).collect();
    let own = vote.public_key().map(|key| ballot_box::tag(key));
    let (mut opened, mut unread, mut elsewhere) = (Vec::new(), Vec::new(), 0);
    for (event, line) in vote.secrets.lines() {
        let Some(secret) = by_tag.get(&*line.to) else {
            elsewhere += 1;
            continue;
        };
        match ballot_box::open(secret, &line.ballot).and_then(|plain| Paper::read(&plain)) {
            Some(paper) => opened.push(Opened {
                event,
                stamp: line.stamp,
                device: line.device.clone(),
                corrects: line.corrects,
                paper,
            }),
            None => unread.push(event),
        }
    }
    // Without its own key a vote is not closed even while nothing is in: whoever has it may have lines to come.
    let missing = own.is_some_and(|own| !by_tag.contains_key(own));
    if elsewhere > 0 || missing { Err(elsewhere) } else { Ok((opened, unread)) }
}

fn sort(vote: &Vote, lines: &[Opened]) -> closing::Sorted {
    closing::sort(lines, &|votes: &Votes| vote.fault_of(votes))
}

/// Ballots by the line: as many as fit, at least one line.
fn chunks(ballots: Vec<Paper>) -> Vec<Vec<Paper>> {
    let mut chunks = vec![Vec::new()];
    let mut size = 0;
    for paper in ballots {
        let length = serde_json::to_string(&paper).map_or(0, |text| text.len());
        if size + length > MOST_OF_A_LINE {
            chunks.push(Vec::new());
            size = 0;
        }
        size += length;
        if let Some(last) = chunks.last_mut() {
            last.push(paper);
        }
    }
    chunks
}
