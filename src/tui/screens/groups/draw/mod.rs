//! How Groups is drawn: rounds down, rooms across, a person a cell, and below what it is worth.

mod foot;
mod grid;
mod others;
mod rounds;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Groups;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::widgets::{split_bottom, split_left, split_top};
use crate::wrap;

/// From this width the rounds stand in a list at the left; below it in one line on top.
const WIDE: u16 = 112;

pub(crate) fn draw(screen: &mut Groups, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    if screen.rounds.is_empty() {
        empty(frame, area, view, "groups-empty", "groups-empty-what");
        return;
    }
    let main = if area.width >= WIDE {
        let [left, rest] = split_left(area, 31);
        rounds::list(screen, frame, left, view);
        let [rule, rest] = split_left(rest, 2);
        for y in rule.y..rule.bottom() {
            frame.buffer_mut().set_stringn(rule.x, y, "│", 1, view.style(Role::Rule));
        }
        rest
    } else {
        let [top, rest] = split_top(area, 1);
        rounds::strip(screen, frame, top, view);
        let [gutter, rest] = split_left(rest, 1);
        let _ = gutter;
        rest
    };
    let spacious = main.height >= 24;
    let [head, rest] = split_top(main, if spacious { 3 } else { 2 });
    title(screen, frame, head, view);
    let [body, foot] = split_bottom(rest, foot::height(screen, rest.width, rest.height));
    let Some(look) = &screen.look else { return };
    if look.rooms == 0 {
        empty(frame, body, view, "groups-no-rooms", "groups-no-rooms-what");
    } else {
        // Where the rooms leave room, the other rounds stand below: rounds down, rooms across.
        let need = grid::height(look, body).min(body.height);
        let [body, rest] = split_top(body, need);
        others::draw(screen, frame, rest, view);
        grid::draw(screen, frame, body, view);
    }
    foot::draw(screen, frame, foot, view);
}

/// A sentence on what belongs here, and how to begin.
fn empty(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, what: &str, how: &str) {
    let width = usize::from(area.width.saturating_sub(4)).min(76);
    let x = area.x + 2.min(area.width);
    let mut y = area.y + 1.min(area.height);
    for (id, role) in [(what, Role::Title), (how, Role::Ink)] {
        for line in wrap::wrap(&view.say(id), width) {
            if y >= area.bottom() {
                return;
            }
            frame.buffer_mut().set_stringn(x, y, line, width, view.style(role));
            y += 1;
        }
        y += 1;
    }
}

/// The title in both languages, and below when and with whom.
fn title(screen: &Groups, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let Some(look) = &screen.look else { return };
    let width = usize::from(area.width);
    let buffer = frame.buffer_mut();
    let (mut x, _) = buffer.set_stringn(area.x, area.y, &look.title, width, view.style(Role::Title));
    if look.torn > 1 {
        let left = usize::from(area.right().saturating_sub(x)).saturating_sub(2);
        let versions = view.with("count-versions", &[("n", look.torn.into())]);
        (x, _) = buffer.set_stringn(x + 2, area.y, format!("≠ {versions}"), left, view.style(Role::Trouble));
    }
    let left = usize::from(area.right().saturating_sub(x)).saturating_sub(3);
    if left > 12 {
        let other = wrap::cut_with_ellipsis(&look.other, left);
        buffer.set_stringn(x + 3, area.y, &other, left, view.style(Role::Quiet));
    }
    if area.height > 1 {
        let about = wrap::cut_with_ellipsis(&look.about, width);
        buffer.set_stringn(area.x, area.y + 1, &about, width, view.style(Role::Quiet));
    }
}
