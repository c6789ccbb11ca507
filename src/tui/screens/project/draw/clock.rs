//! Views of the wall that are read at a glance: title and turnout.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::page::{both, centred, fill, rows, rule, side_by_side};
use crate::language::{Messages, date};
use crate::report::outcome::Turnout;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::widgets::{split_bottom, split_top};
use crate::workshop::text::Text;

pub(super) fn title(clock: bool, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let meeting = &view.workshop.meeting;
    let title = meeting.title.text();
    if clock {
        let rest = centred(&title, Role::Title, frame, area, view);
        let [_, rest] = split_top(rest, 1);
        return fill(&date::clock(&meeting.local(view.now)), Role::Digits, frame, rest, view);
    }
    let question = meeting.question.text();
    let wanted = rows(&title, area.width) + 2 + rows(&question, area.width);
    let [_, middle] = split_top(area, area.height.saturating_sub(wanted) / 2);
    let rest = centred(&title, Role::Title, frame, middle, view);
    let [_, rest] = split_top(rest, 2);
    centred(&question, Role::Wall, frame, rest, view);
}

/// How many of how many are in, whether no more are taken, and nothing else.
pub(super) fn vote(
    (title, turnout, closed): (&Text, Turnout, bool),
    tongues: &[Messages; 2],
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let rest = side_by_side(title, Role::Title, frame, area, view);
    let rest = if closed { said_closed(tongues, frame, rest, view) } else { rest };
    // Nobody hands anything in where hands are counted.
    let says = if turnout.hands { "project-hands" } else { "project-turnout" };
    let words = both(tongues, says, &[("n", turnout.ballots.into()), ("of", turnout.seats.into())]);
    let [rest, foot] = split_bottom(rest, rows(&words, area.width) + 1);
    let [_, rest] = split_top(rest, 1);
    fill(&format!("{}/{}", turnout.ballots, turnout.seats), Role::Digits, frame, rest, view);
    let [_, foot] = split_top(foot, 1);
    centred(&words, Role::Wall, frame, foot, view);
}

/// Between two rules, with air where there is room for it.
fn said_closed(tongues: &[Messages; 2], frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> Rect {
    let words = both(tongues, "project-closed", &[]);
    let air = u16::from(area.height >= 14);
    let [_, area] = split_top(area, 1);
    let area = rule(frame, area, view);
    let [_, area] = split_top(area, air);
    let area = centred(&words, Role::Title, frame, area, view);
    let [_, area] = split_top(area, air);
    rule(frame, area, view)
}
