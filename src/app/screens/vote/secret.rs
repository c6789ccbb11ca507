//! The secret vote at the desk: the phrase that is shown once, the phrase that is asked for, ballots that would be set aside.

use std::sync::Arc;

use crate::app::desk::Desk;
use crate::app::layers::{Ask, Form, Pages};
use crate::language::{Arg, Tongue};
use crate::workshop::command::VoteClose;

/// How many words of a phrase stand in one line.
const WORDS_A_LINE: usize = 4;

/// Shows the recovery phrase of a vote that was just opened. It is shown once and kept nowhere.
pub(super) fn show_phrase(desk: &mut Desk<'_>, phrase: &str) {
    let mut lines = vec![desk.tongue.say("vote-phrase-write"), String::new()];
    lines.extend(numbered(phrase));
    lines.push(String::new());
    lines.extend([desk.tongue.say("vote-phrase-for"), desk.tongue.say("vote-phrase-once")]);
    desk.push(Pages::new(desk.tongue.say("vote-phrase-title"), lines));
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
    let asks = vec![Ask::line(desk.tongue.say("vote-ask-phrase"), "")];
    let title = desk.tongue.say("vote-phrase-close");
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
pub(super) fn aside_in_words(tongue: &Tongue, aside: &[(u32, Arc<str>)]) -> String {
    let told = aside.iter().map(|(paper, why)| {
        let why = tongue.say(&format!("aside-{why}"));
        tongue.with("vote-paper-aside", &[("paper", Arg::from(&paper.to_string())), ("why", Arg::from(&why))])
    });
    told.collect::<Vec<_>>().join("; ")
}
