//! The same for a terminal or a screen reader: plain lines, no frames, columns lined up by what they take on screen.

mod columns;
mod plan;
mod sections;

use super::json::What;
use super::model::Model;
use crate::language::Messages;
use crate::workshop::Workshop;
use columns::Lines;

pub(crate) use plan::plan;

/// The narrowest page that text is laid out for.
const NARROWEST: usize = 20;

/// A part of the workshop for its organisers, in lines of at most `width` columns wherever a word is not wider by itself.
pub(crate) fn text(workshop: &Workshop, what: What, messages: &Messages, width: usize) -> String {
    of(&what.model(workshop), what, messages, width)
}

/// A part of a model.
pub(crate) fn of(model: &Model, what: What, messages: &Messages, width: usize) -> String {
    let mut lines = Lines::new(width.max(NARROWEST));
    let mut section = |message: &str, write: fn(&mut Lines, &Model, &Messages)| {
        lines.heading(&messages.say(message));
        let before = lines.count();
        write(&mut lines, model, messages);
        if lines.count() == before {
            lines.line(0, &messages.say("report-nothing"));
        }
    };
    let all = matches!(what, What::All | What::Report);
    if all {
        section("report-meeting", sections::meeting);
    }
    if all || what == What::Agenda {
        section("report-agenda", sections::agenda);
    }
    if all || what == What::People {
        section("report-people", sections::people);
    }
    if all || what == What::Groups {
        section("report-groups", sections::groups);
    }
    if all || what == What::Ideas {
        section("report-ideas", sections::ideas);
    }
    if all || what == What::Proposals {
        section("report-proposals", sections::proposals);
    }
    if all || what == What::Votes {
        section("report-votes", sections::votes);
    }
    if all || what == What::Commitments {
        section("report-commitments", sections::commitments);
    }
    lines.finish()
}
