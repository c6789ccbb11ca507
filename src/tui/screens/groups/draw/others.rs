//! The other rounds in short, below the chosen one: who is in which room by id, so that one sees where somebody goes.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::groups::Groups;
use crate::tui::screens::groups::model::Other;
use crate::wrap;

/// Fewer rows than these are left empty.
const LEAST: u16 = 4;

/// Draws as many of them, whole, as there is room for.
pub(super) fn draw(screen: &Groups, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let Some(look) = &screen.look else { return };
    if area.height < LEAST {
        return;
    }
    let width = usize::from(area.width).saturating_sub(1);
    let mut y = area.y + 1;
    for (place, other) in look.others.iter().enumerate() {
        let cells = Cells::of(other, width);
        if y + cells.rows > area.bottom() {
            let left = look.others.len() - place;
            let text = view.with("groups-more-rounds", &[("n", left.into())]);
            if y < area.bottom() {
                frame.buffer_mut().set_stringn(area.x, y, text, width, view.style(Role::Quiet));
            }
            return;
        }
        cells.draw(other, screen, frame, Rect { y, height: cells.rows, ..area }, view);
        y += cells.rows + 1;
    }
}

/// How the rooms of a round stand beside one another, all alike.
struct Cells {
    title: usize,
    slot: usize,
    across: usize,
    rows: u16,
}

impl Cells {
    fn of(other: &Other, width: usize) -> Self {
        let widest = |of: &dyn Fn(&(String, Vec<_>)) -> usize| other.rooms.iter().map(of).max().unwrap_or(0);
        let title = widest(&|(title, _)| wrap::columns(title)).min(18);
        let ids = widest(&|(_, people): &(String, Vec<(_, String)>)| {
            people.iter().map(|(_, id)| wrap::columns(id) + 1).sum()
        });
        let slot = (title + 1 + ids + 2).min(width.max(1));
        let across = (width / slot).max(1);
        let rows = 1 + other.rooms.len().div_ceil(across);
        Self { title, slot, across, rows: u16::try_from(rows).unwrap_or(u16::MAX) }
    }

    fn draw(&self, other: &Other, screen: &Groups, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let who = screen.who;
        let buffer = frame.buffer_mut();
        let width = usize::from(area.width);
        buffer.set_stringn(area.x, area.y, &other.title, width, view.style(Role::Ink));
        for (place, (title, people)) in other.rooms.iter().enumerate() {
            let at = |columns: usize| area.x + u16::try_from(columns).unwrap_or(u16::MAX);
            let x = at(place % self.across * self.slot);
            let y = area.y + 1 + u16::try_from(place / self.across).unwrap_or(0);
            let end = x + u16::try_from(self.slot.saturating_sub(1)).unwrap_or(0);
            let title = wrap::pad(&wrap::cut_with_ellipsis(title, self.title), self.title);
            let (mut x, _) = buffer.set_stringn(x, y, title, self.title, view.style(Role::Quiet));
            for (person, id) in people {
                let left = usize::from(end.saturating_sub(x));
                let here = who == Some(*person);
                // Told by more than colour: the chosen one has the mark of the cursor.
                let text = if here { format!("▸{id}") } else { format!(" {id}") };
                if wrap::columns(&text) > left {
                    buffer.set_stringn(x, y, "…", left, view.style(Role::Quiet));
                    break;
                }
                (x, _) = buffer.set_stringn(
                    x,
                    y,
                    text,
                    left,
                    view.style(if here { Role::Accent } else { Role::Quiet }),
                );
            }
        }
    }
}
