//! A panel for what lies on top of a screen: a title, a rule, and quiet ground. No box.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;

use crate::theme::Role;
use crate::tui::ctx::View;
use crate::wrap;

/// Fewer columns than this, on both sides together, show nothing that could be read.
const SCRAPS: u16 = 24;

/// Clears the ground in the middle of `area`, writes the title, and gives the room below it. `rows` are wanted inside; no
/// more than `widest` columns are taken.
pub(crate) fn panel(
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    title: &str,
    rows: u16,
    widest: u16,
) -> Rect {
    // Beside a panel nearly as wide as the screen only scraps of what lies below would be seen.
    let width = if area.width < widest + SCRAPS { area.width } else { widest };
    let height = area.height.min(rows.saturating_add(4));
    let x = area.x + (area.width - width) / 2;
    let y = area.y + (area.height - height) / 3;
    let ground = Rect { x, y, width, height };
    frame.render_widget(Clear, ground);
    frame.buffer_mut().set_style(ground, view.theme.ground());
    let rule = "─".repeat(usize::from(width));
    let inside = usize::from(width.saturating_sub(4));
    let title = wrap::cut_with_ellipsis(title, inside);
    let buffer = frame.buffer_mut();
    // Over the whole width and right below the frame its own rule would be the second.
    if width < area.width || y > area.y {
        buffer.set_stringn(x, y, &rule, usize::from(width), view.style(Role::Accent));
    }
    if height > 1 {
        buffer.set_stringn(x + 2.min(width), y + 1, &title, inside, view.style(Role::Title));
    }
    if height > 2 {
        buffer.set_stringn(x, ground.bottom() - 1, &rule, usize::from(width), view.style(Role::Rule));
    }
    Rect {
        x: x + 2.min(width),
        y: (y + 3).min(ground.bottom()),
        width: width.saturating_sub(4),
        height: height.saturating_sub(4),
    }
}
