//! The rounds: a list at the left, or one line on top where there is no room for it.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::groups::Groups;
use crate::wrap;

const fn mark(planned: bool) -> &'static str {
    if planned { "✓" } else { "○" }
}

/// All rounds, each with its title in full and what is known of it, where they have room; else a line each.
pub(super) fn list(screen: &mut Groups, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let width = usize::from(area.width.saturating_sub(5));
    let rounds = &screen.rounds;
    let lines = |title: &str| wrap::wrap(title, width).len().clamp(1, 2);
    let rows: usize = rounds.iter().map(|round| lines(&round.title) + 2).sum();
    if rows > usize::from(area.height) + 1 {
        screen.list.draw(frame, area, rounds.len(), view, |place, width| {
            let Some(round) = rounds.get(place) else { return Vec::new() };
            let title = wrap::cut_with_ellipsis(&round.title, width.saturating_sub(3)).into_owned();
            vec![(format!("{} ", mark(round.planned)), Role::Quiet), (title, Role::Ink)]
        });
        return;
    }
    let buffer = frame.buffer_mut();
    let mut y = area.y;
    for (place, round) in rounds.iter().enumerate() {
        let here = place == screen.list.selected();
        let role = if here { Role::Accent } else { Role::Ink };
        let lead = format!("{} {} ", if here { "▸" } else { " " }, mark(round.planned));
        buffer.set_stringn(area.x, y, lead, 4, view.style(role));
        let whole = wrap::wrap(&round.title, width);
        for (n, line) in whole.iter().take(2).enumerate() {
            let more = n == 1 && whole.len() > 2;
            let line = if more {
                wrap::cut_with_ellipsis(&format!("{line} …"), width).into_owned()
            } else {
                (*line).to_owned()
            };
            buffer.set_stringn(area.x + 4, y, line, width, view.style(role));
            y += 1;
        }
        if y < area.bottom() {
            let about = wrap::cut_with_ellipsis(&round.about, width);
            buffer.set_stringn(area.x + 4, y, &about, width, view.style(Role::Quiet));
        }
        y += 2;
    }
}

/// One line: the chosen round by its title, the others by number.
pub(super) fn strip(screen: &Groups, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let at = screen.list.selected();
    let len = screen.rounds.len();
    // The others take five columns each, and where they are many only those beside the chosen one are shown.
    let title = screen.rounds.get(at).map_or("", |round| round.title.as_str());
    let beside = usize::from(area.width).saturating_sub(wrap::columns(title).min(40) + 10) / 6;
    let from = at.saturating_sub(beside / 2);
    let to = (from + beside + 1).min(len);
    let from = to.saturating_sub(beside + 1);
    let mut x = area.x;
    let buffer = frame.buffer_mut();
    let left = |x: u16| usize::from(area.right().saturating_sub(x));
    if from > 0 {
        (x, _) = buffer.set_stringn(x, area.y, "…", left(x), view.style(Role::Quiet));
    }
    for (place, round) in screen.rounds.iter().enumerate().skip(from).take(to - from) {
        let here = place == at;
        let text = if here {
            let title = wrap::cut_with_ellipsis(&round.title, 40);
            format!("▸{} {} {title}  ", mark(round.planned), place + 1)
        } else {
            format!(" {} {}  ", mark(round.planned), place + 1)
        };
        let role = if here { Role::Accent } else { Role::Quiet };
        (x, _) = buffer.set_stringn(x, area.y, text, left(x), view.style(role));
    }
    if to < len {
        buffer.set_stringn(x, area.y, "…", left(x), view.style(Role::Quiet));
    }
}
