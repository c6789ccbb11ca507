//! Other people's lists on any screen: pasted, or read out of a file. Nothing is written before it was shown.

use std::path::{Path, PathBuf};

use super::{Ask, Form, Preview, complain};
use crate::given;
use crate::intake::{self, Kind, Table, decode};
use crate::language::Arg;
use crate::tui::ctx::{Desk, Effect, Notice};
use crate::workshop::id::EventId;
use crate::workshop::refusal::Refusal;

/// Shows what rows out of a spreadsheet would do, and writes them once that was agreed to. Returns whether they could be
/// read; what is wrong with them is said.
pub(crate) fn offer_import(kind: Kind, text: &str, desk: &mut Desk<'_>) -> bool {
    offer(kind, None, Table::pasted(text, kind), desk)
}

/// Offers what was pasted if it is rows of a table, and says whether it was: more than one line, or cells side by side.
pub(crate) fn pasted(kind: Kind, text: &str, desk: &mut Desk<'_>) -> bool {
    let rows = is_rows(text);
    if rows {
        offer_import(kind, text, desk);
    }
    rows
}

/// Whether what was pasted is rows of a table and no words for a line.
pub(crate) fn is_rows(text: &str) -> bool {
    text.trim_end_matches(['\n', '\r']).contains(['\n', '\r', '\t'])
}

/// The same for ballots of one vote.
pub(crate) fn offer_ballots(vote: EventId, text: &str, desk: &mut Desk<'_>) -> bool {
    offer(Kind::Ballots, Some(vote), Table::pasted(text, Kind::Ballots), desk)
}

/// Asks for a file with a list, shows what it would do, and writes it once that was agreed to.
pub(crate) fn ask_import(kind: Kind, desk: &mut Desk<'_>) {
    ask(kind, None, desk);
}

/// The same for ballots of one vote.
pub(crate) fn ask_ballots(vote: EventId, desk: &mut Desk<'_>) {
    ask(Kind::Ballots, Some(vote), desk);
}

fn ask(kind: Kind, vote: Option<EventId>, desk: &mut Desk<'_>) {
    let messages = desk.messages;
    let what = messages.say(&format!("intake-kind-{}", kind.name()));
    let title = messages.with("import-title", &[("kind", Arg::from(what))]);
    let path = Ask::line(messages.say("import-field-file"), "").such_as(messages.say("import-example-file"));
    let read = move |values: &[String], desk: &mut Desk<'_>| {
        let given = values.first().map(String::as_str).unwrap_or_default();
        match given::read(&path_of(given), given::MOST_OF_A_LIST) {
            Ok(bytes) => {
                let table = decode(&bytes).and_then(|decoded| Table::read(&decoded.text));
                offer(kind, vote, table, desk)
            }
            Err(fault) => {
                desk.complain(&fault);
                false
            }
        }
    };
    desk.push(Form::new(format!("import-{}", kind.name()), title, vec![path], read));
}

fn offer(
    kind: Kind,
    vote: Option<EventId>,
    table: Result<Table, intake::Fault>,
    desk: &mut Desk<'_>,
) -> bool {
    let Some(workshop) = desk.workshop() else {
        let (sentence, hint) = desk.messages.refusal(&Refusal::new("state", "refused-no-session"));
        desk.effects.push(Effect::Say(Notice { sentence, hint, trouble: true }));
        return false;
    };
    match table.and_then(|table| Preview::new(kind, vote, table, workshop, desk.messages)) {
        Ok(preview) => {
            desk.push(preview);
            true
        }
        Err(fault) => {
            complain(&fault, desk);
            false
        }
    }
}

/// The path that is meant: a terminal into which a file is dragged writes it with quotation marks or backslashes, and `~` is
/// the home of whoever sits here.
fn path_of(given: &str) -> PathBuf {
    let given = given.trim();
    let quoted = |mark: char| given.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    let path = match quoted('\'').or_else(|| quoted('"')) {
        Some(inside) => inside.to_owned(),
        None if cfg!(unix) && !Path::new(given).exists() => given.replace("\\ ", " "),
        None => given.to_owned(),
    };
    let home = directories::BaseDirs::new();
    match (path.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.home_dir().join(rest),
        _ => path.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dragged_file_is_found() {
        assert_eq!(path_of(" 'a list.csv' "), Path::new("a list.csv"));
        assert_eq!(path_of("\"список.csv\""), Path::new("список.csv"));
        assert_eq!(path_of("'"), Path::new("'"));
        #[cfg(unix)]
        assert_eq!(path_of("/no/such/a\\ list.csv"), Path::new("/no/such/a list.csv"));
    }
}
