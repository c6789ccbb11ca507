//! How Run is drawn: the agenda of the day at the left, the clock at the right, the line one writes in below.

mod agenda;
mod clock;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Run;
use super::layout::agenda_width;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::widgets::{line, split_bottom, split_left, split_top};
use crate::wrap;

/// Below this many columns the clock stands above the agenda.
const SIDE_BY_SIDE: u16 = 76;

pub(crate) fn draw(screen: &mut Run, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let writes = screen.writing || !screen.line.field.is_empty();
    let (body, foot) = if writes && area.height > 8 {
        let [body, foot] = split_bottom(area, 2);
        (body, Some(foot))
    } else {
        (area, None)
    };
    if body.width < SIDE_BY_SIDE {
        let [top, below] = split_top(body, (body.height / 2).min(9));
        clock::draw(screen, frame, Rect { x: top.x + 1, width: top.width.saturating_sub(2), ..top }, view);
        agenda::draw(screen, frame, below, view);
    } else {
        let [left, right] = split_left(body, agenda_width(body.width));
        let [rule, right] = split_left(right, 1);
        for y in rule.y..rule.bottom() {
            frame.buffer_mut().set_stringn(rule.x, y, "│", 1, view.style(Role::Rule));
        }
        agenda::draw(screen, frame, left, view);
        let gap = if right.width > 50 { 2 } else { 1 };
        let right = Rect { x: right.x + gap, width: right.width.saturating_sub(gap), ..right };
        clock::draw(screen, frame, right, view);
    }
    if let Some(foot) = foot {
        write_line(screen, frame, foot, view);
    }
}

/// The line in which an idea is written: where it goes, and what it says.
fn write_line(screen: &Run, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let rule = "─".repeat(usize::from(area.width));
    let buffer = frame.buffer_mut();
    buffer.set_stringn(area.x, area.y, rule, usize::from(area.width), view.style(Role::Rule));
    let place = match screen.target() {
        Some(room) => room.title.in_(view.lang()).to_owned(),
        None => view.say("run-plenary"),
    };
    let place = wrap::cut_with_ellipsis(&place, usize::from(area.width / 3)).into_owned();
    let y = area.y + 1;
    let role = if screen.writing { Role::Accent } else { Role::Quiet };
    let (x, _) =
        buffer.set_stringn(area.x + 1, y, format!("{place} › "), usize::from(area.width), view.style(role));
    let rest = Rect { x, y, width: area.right().saturating_sub(x + 1), height: 1 };
    line::draw(frame, rest, &screen.line.field, &view.say("run-write-example"), screen.writing, view);
}
