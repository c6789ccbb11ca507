//! Views of the wall that are read at a glance: title and turnout.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::page::{both, centred, fill, rows, side_by_side};
use crate::app::View;
use crate::language::{Tongue, date};
use crate::report::outcome::Turnout;
use crate::theme::Role;
use crate::ui::{split_bottom, split_top};
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

/// How many of how many are in, and nothing else.
pub(super) fn vote(
    title: &Text,
    turnout: Turnout,
    tongues: &[Tongue; 2],
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let rest = side_by_side(title, Role::Title, frame, area, view);
    // Nobody hands anything in where hands are counted.
    let says = if turnout.hands { "project-hands" } else { "project-turnout" };
    let words = both(tongues, says, &[("n", turnout.ballots.into()), ("of", turnout.seats.into())]);
    let [rest, foot] = split_bottom(rest, rows(&words, area.width) + 1);
    let [_, rest] = split_top(rest, 1);
    fill(&format!("{}/{}", turnout.ballots, turnout.seats), Role::Digits, frame, rest, view);
    let [_, foot] = split_top(foot, 1);
    centred(&words, Role::Wall, frame, foot, view);
}
