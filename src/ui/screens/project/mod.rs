//! How the wall is drawn: one thing at a time, both languages, for the last row of the hall. There is never a key, a status
//! or the name of a file on it.

mod clock;
mod groups;
mod lists;
mod page;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::View;
use crate::app::screens::project::Project;
use crate::app::screens::project::shown::Shown;
use crate::theme::Role;

/// Draws it.
pub fn draw(screen: &mut Project, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
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
    let tongues = &screen.tongues;
    match &screen.shown {
        Shown::Blank => {}
        Shown::Title { clock } => clock::title(*clock, frame, inner, view),
        Shown::Now { item, next } => clock::now(*item, *next, tongues, frame, inner, view),
        Shown::Groups { title, rooms } => groups::draw(title, rooms, tongues, frame, inner, view),
        Shown::Ideas { title, ideas, all } => lists::ideas(title, ideas, *all, tongues, frame, inner, view),
        Shown::Proposals(rows) => lists::proposals(rows, tongues, frame, inner, view),
        Shown::Asked { title, options } => lists::options(title, options, tongues, frame, inner, view),
        Shown::Vote { title, turnout } => clock::vote(title, *turnout, tongues, frame, inner, view),
        Shown::Reveal { title, places } => lists::reveal(title, places, tongues, frame, inner, view),
        Shown::Commitments(rows) => lists::commitments(rows, tongues, frame, inner, view),
    }
}
