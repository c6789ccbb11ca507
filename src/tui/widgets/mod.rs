//! What is drawn: the frame, a file a screen, and what they share.

pub(crate) mod digits;
pub mod hint;
pub(crate) mod line;
pub(crate) mod list;
pub(crate) mod page;
pub(crate) mod panel;
pub(crate) mod tall;
pub(crate) mod uneven;

use ratatui::layout::Rect;

/// The first `rows` of an area, and the rest.
pub(crate) fn split_top(area: Rect, rows: u16) -> [Rect; 2] {
    let rows = rows.min(area.height);
    let top = Rect { height: rows, ..area };
    [top, Rect { y: area.y.saturating_add(rows), height: area.height - rows, ..area }]
}

/// All but the last `rows` of an area, and those.
pub(crate) fn split_bottom(area: Rect, rows: u16) -> [Rect; 2] {
    split_top(area, area.height.saturating_sub(rows))
}

/// The first `columns` of an area, and the rest.
pub(crate) fn split_left(area: Rect, columns: u16) -> [Rect; 2] {
    let columns = columns.min(area.width);
    let left = Rect { width: columns, ..area };
    [left, Rect { x: area.x.saturating_add(columns), width: area.width - columns, ..area }]
}
