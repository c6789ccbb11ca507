//! The secret vote at the desk: the phrase that is shown once, the phrase that is asked for, ballots that would be set aside.

use std::sync::Arc;

use super::complain;
use crate::language::{Arg, Messages};
use crate::report::outcome;
use crate::tui::ctx::Desk;
use crate::tui::layers::{Ask, Choose, Form, Pages, PickRow};
use crate::workshop::id::EventId;
use crate::workshop::votes::Voter;
use crate::workshop::votes::commands::{VoteClose, VoteMark};
use crate::wrap;

/// How many words of a phrase stand in one line.
const WORDS_A_LINE: usize = 4;
/// How wide the sentences around them are: what fits on the smallest screen.
const LINE: usize = 74;

/// Shows the recovery phrase of a vote that was just opened. It is shown once and kept nowhere.
pub(super) fn show_phrase(desk: &mut Desk<'_>, phrase: &str) {
    let said = |id: &str| -> Vec<String> {
        let text = desk.messages.say(id);
        wrap::wrap(&text, LINE).into_iter().map(ToOwned::to_owned).collect()
    };
    let mut lines = said("vote-phrase-write");
    lines.push(String::new());
    lines.extend(numbered(phrase));
    lines.push(String::new());
    lines.extend(["vote-phrase-for", "vote-phrase-once", "vote-phrase-on"].into_iter().flat_map(said));
    desk.push(Pages::new(desk.messages.say("vote-phrase-title"), lines).firm());
}

/// Draws other recovery words for an open vote and shows them: the first ones may not have been written down.
pub(super) fn new_words(desk: &mut Desk<'_>, key: EventId) {
    let sealed = desk.workshop().and_then(|workshop| workshop.votes.get(key)?.public_key()).is_some();
    if !sealed {
        return complain(desk, "vote-words-none", &[]);
    }
    let Some(session) = desk.session.as_deref_mut() else { return };
    match session.new_words(key) {
        Ok(Some(phrase)) => show_phrase(desk, &phrase),
        Ok(None) => complain(desk, "vote-words-elsewhere", &[]),
        Err(fault) => desk.complain(&fault),
    }
}

/// Marks who has handed in a paper, so that it is seen who has not voted yet.
pub(super) fn handed_in(desk: &mut Desk<'_>, key: EventId) {
    let Some(workshop) = desk.workshop() else { return };
    let Some(vote) = workshop.votes.get(key) else { return };
    if vote.public_key().is_none() {
        return complain(desk, "vote-words-none", &[]);
    }
    let id: Arc<str> = workshop.votes.label(key).as_ref().into();
    let lang = desk.messages.lang();
    let missing =
        outcome::seats(workshop, vote).into_iter().filter(|seat| !vote.has_voted(Voter::Seat(*seat)));
    let rows: Vec<PickRow> = missing
        .map(|seat| {
            let label = workshop.people.label(seat).into_owned();
            let name = workshop.people.any(seat).map(|person| person.name.in_(lang)).unwrap_or_default();
            PickRow::new(label.clone(), format!("{label}  {name}"), "")
        })
        .collect();
    if rows.is_empty() {
        return desk.say("vote-all-marked", &[]);
    }
    let title = desk.messages.with("vote-form-handed", &[("id", id.as_ref().into())]);
    desk.push(Choose::new(title, rows, &[], move |taken, desk| {
        let seats: Vec<Arc<str>> = taken.iter().map(|seat| seat.as_str().into()).collect();
        let n = seats.len();
        if n == 0 {
            return true;
        }
        let done = desk.perform(VoteMark { vote: id.clone(), seats, voted: None }).is_some();
        if done {
            desk.say("vote-said-handed", &[("n", n.into())]);
        }
        done
    }));
}

/// The words with their numbers, in columns.
fn numbered(phrase: &str) -> Vec<String> {
    let words: Vec<&str> = phrase.split(' ').collect();
    let cell = |place: usize, word: &&str| format!("{:>4}  {word:<12}", place + 1);
    let line = |(row, words): (usize, &[&str])| {
        let cells = words.iter().enumerate().map(|(i, word)| cell(row * WORDS_A_LINE + i, word));
        cells.collect::<String>().trim_end().to_owned()
    };
    words.chunks(WORDS_A_LINE).enumerate().map(line).collect()
}

/// Asks for the recovery phrase, since the key of the vote is not on this laptop.
pub(super) fn ask_phrase(desk: &mut Desk<'_>, vote: Arc<str>) {
    let asks = vec![Ask::line(desk.messages.say("vote-ask-phrase"), "")];
    let title = desk.messages.say("vote-phrase-close");
    desk.push(Form::new("vote-phrase", title, asks, move |values, desk| {
        let phrase = values.first().map(String::as_str).unwrap_or_default().trim();
        let close = VoteClose { vote: vote.clone(), phrase: Some(phrase.into()) };
        let closed = desk.perform(close).is_some();
        if closed {
            desk.say("vote-said-closed", &[]);
        }
        closed
    }));
}

/// Closes a vote. Where its key is not on this laptop the phrase is asked for; returns whether it is closed.
pub(super) fn close(desk: &mut Desk<'_>, vote: &str) -> bool {
    let Some(session) = desk.session.as_deref_mut() else { return false };
    let close = VoteClose { vote: vote.into(), phrase: None };
    match session.execute(&close.into()) {
        Ok(_) => {
            desk.say("vote-said-closed", &[]);
            true
        }
        Err(fault) => {
            if fault.refusal.kind == "no-key" {
                ask_phrase(desk, vote.into());
            }
            desk.complain(&fault);
            false
        }
    }
}

/// The papers that a closing would set aside, each with its reason.
pub(super) fn aside_in_words(messages: &Messages, aside: &[(u32, Arc<str>)]) -> String {
    let told = aside.iter().map(|(paper, why)| {
        let why = messages.say(&format!("aside-{why}"));
        messages
            .with("vote-paper-aside", &[("paper", Arg::from(&paper.to_string())), ("why", Arg::from(&why))])
    });
    told.collect::<Vec<_>>().join("; ")
}
