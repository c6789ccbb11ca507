//! How each screen is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::theme::Role;
use crate::tui::ctx::View;
use crate::wrap;

/// The widest that a sentence on an empty screen is set.
const WIDEST: u16 = 64;

/// Says what belongs on a screen that is empty, and which key begins.
pub(crate) fn nothing(frame: &mut Frame<'_>, area: Rect, id: &str, view: &View<'_>) {
    let width = area.width.saturating_sub(4).min(WIDEST);
    let x = area.x + (area.width - width) / 2;
    let top = area.y + area.height / 4;
    let said = view.say(id);
    for (y, line) in (top..area.bottom()).zip(wrap::wrap(&said, usize::from(width))) {
        frame.buffer_mut().set_stringn(x, y, line, usize::from(width), view.style(Role::Ink));
    }
}

/// How many there are, and what else is to be known of all of them, in one line.
pub(crate) fn head_line(frame: &mut Frame<'_>, area: Rect, said: &[String], view: &View<'_>) {
    let width = usize::from(area.width.saturating_sub(4));
    let said = said.join(" · ");
    let said = wrap::cut_with_ellipsis(&said, width);
    frame.buffer_mut().set_stringn(area.x + 2, area.y, said, width, view.style(Role::Quiet));
}
