//! Ballot papers of an open vote, as a page to print.

use std::path::Path;

use super::complain;
use super::forms::found;
use crate::fault::Fault;
use crate::language::Arg;
use crate::report::papers;
use crate::tui::ctx::{Desk, Effect, Notice};
use crate::tui::layers::{Ask, Form};
use crate::workshop::id::EventId;
use crate::workshop::votes::paper::MOST_PRINTED;

/// Asks for the file, how many papers and from which number, and writes them.
pub(super) fn papers(desk: &mut Desk<'_>, key: EventId) {
    let Some((vote, id)) = found(desk, key) else { return };
    let Some(workshop) = desk.workshop() else { return };
    let count = papers::usual_count(workshop, vote).to_string();
    let asks = vec![
        Ask::line(desk.messages.say("vote-ask-papers-file"), &format!("papers-{id}.html")),
        Ask::line(desk.messages.say("vote-ask-papers-count"), &count),
        Ask::line(desk.messages.say("vote-ask-papers-from"), "1"),
    ];
    let title = desk.messages.with("vote-form-papers", &[("id", Arg::from(&id))]);
    desk.push(Form::new(format!("vote-papers-{id}"), title, asks, move |values, desk| {
        let value = |place: usize| values.get(place).map(|value| value.trim()).unwrap_or_default();
        let number = |place: usize| value(place).parse::<u32>().ok().filter(|number| *number > 0);
        let (Some(count), Some(first), false) = (number(1), number(2), value(0).is_empty()) else {
            let sentence = desk.messages.say("vote-papers-wanted");
            desk.effects.push(Effect::Say(Notice { sentence, hint: String::new(), trouble: true }));
            return false;
        };
        write(desk, key, Path::new(value(0)), (count, first))
    }));
}

fn write(desk: &mut Desk<'_>, key: EventId, path: &Path, (count, first): (u32, u32)) -> bool {
    let Some((vote, _)) = found(desk, key) else { return true };
    let Some(workshop) = desk.workshop() else { return true };
    let last = first.saturating_add(count).saturating_sub(1);
    if last > MOST_PRINTED {
        complain(desk, "vote-papers-numbers", &[("most", MOST_PRINTED.into()), ("last", last.into())]);
        return false;
    }
    let page = papers::html(workshop, vote, first..=last);
    let Some(session) = desk.session.as_deref() else { return true };
    // A file that is there already may be somebody's: it stays.
    if let Err(error) = session.world().storage.put_whole(path, page.as_bytes(), false) {
        if error.kind() == std::io::ErrorKind::AlreadyExists {
            let shown = path.display().to_string();
            complain(desk, "vote-papers-there", &[("path", Arg::from(&shown))]);
        } else {
            desk.complain(&Fault::io(path, &error));
        }
        return false;
    }
    let sentence = papers::said(desk.messages, &(first..=last), &path.display().to_string());
    desk.effects.push(Effect::Say(Notice { sentence, hint: String::new(), trouble: false }));
    true
}
