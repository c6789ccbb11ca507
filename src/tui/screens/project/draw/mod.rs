//! How the wall is drawn: one thing at a time, both languages, for the last row of the hall. There is never a key, a status
//! or the name of a file on it.

mod clock;
mod groups;
mod index;
mod lists;
mod now;
mod page;
mod portfolio;
mod reveal;
mod solid;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Project;
use super::model::Shown;
use crate::theme::Role;
use crate::tui::ctx::View;

pub(crate) fn draw(screen: &mut Project, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    frame.buffer_mut().set_style(area, view.theme.ground());
    frame.buffer_mut().set_style(area, view.style(Role::Wall));
    // A wall has a margin.
    let (aside, above) = (if area.width >= 60 { 4 } else { 1 }, u16::from(area.height >= 16));
    let inner = Rect {
        x: area.x + aside.min(area.width / 2),
        y: area.y + above,
        width: area.width.saturating_sub(2 * aside),
        height: area.height.saturating_sub(2 * above),
    };
    if inner.width == 0 || inner.height == 0 {
        return;
    }
    let Project { tongues, shown, pages, find, .. } = screen;
    let tongues = &*tongues;
    match shown {
        Shown::Blank => {}
        Shown::Title { clock } => clock::title(*clock, frame, inner, view),
        Shown::Now { item, next, instruction } => {
            now::now((*item, *next), instruction, tongues, frame, inner, view);
        }
        Shown::Groups { title, rooms, index } => {
            groups::draw((title, rooms, index), find.as_ref(), pages, tongues, frame, inner, view);
        }
        Shown::Ideas { title, ideas, all } => {
            lists::ideas((title, ideas, *all), pages, tongues, frame, inner, view);
        }
        Shown::Proposals(rows) => lists::proposals(rows, pages, tongues, frame, inner, view),
        Shown::Asked { title, options } => lists::options(title, options, pages, frame, inner, view),
        Shown::Vote { title, turnout, closed } => {
            clock::vote((title, *turnout, *closed), tongues, frame, inner, view);
        }
        Shown::Reveal { title, places, stepped, goes_on } => {
            reveal::draw((title, places, *stepped, *goes_on), pages, tongues, frame, inner, view);
        }
        Shown::Solid { title, findings, ballots, owed } => {
            solid::draw((title, findings, (*ballots, *owed)), pages, tongues, frame, inner, view);
        }
        Shown::Commitments(groups) => portfolio::draw(groups, pages, tongues, frame, inner, view),
    }
}
