//! A list of rows that are several lines tall, of which only the visible ones are built.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::list::{List, Part, part_seen, put};
use crate::tui::ctx::View;

/// Draws a list of `len` rows, each `lines` lines tall. `row` builds the lines of one, for the width it is given; it may give
/// fewer. Where not all are seen the last line says which part is.
pub(crate) fn draw(
    list: &mut List,
    frame: &mut Frame<'_>,
    area: Rect,
    (len, lines): (usize, u16),
    view: &View<'_>,
    mut row: impl FnMut(usize, usize) -> Vec<Vec<Part>>,
) {
    if area.width < 3 || area.height == 0 {
        return;
    }
    let lines = lines.max(1);
    let more = len.saturating_mul(usize::from(lines)) > usize::from(area.height);
    let height = if more { area.height - 1 } else { area.height };
    // Where not even one row has room for all its lines, it shows the first of them.
    let lines = lines.min(height.max(1));
    let visible = list.visible(usize::from(height / lines), len);
    let width = usize::from(area.width) - 2;
    for (n, place) in visible.clone().enumerate() {
        let chosen = place == list.selected();
        let top = area.y.saturating_add(u16::try_from(n).unwrap_or(u16::MAX).saturating_mul(lines));
        let built = row(place, width);
        for line in 0..lines {
            let mark = if chosen && line == 0 { "▸ " } else { "  " };
            let parts = built.get(usize::from(line)).map(Vec::as_slice).unwrap_or_default();
            put(frame, area, top + line, mark, parts, chosen, view);
        }
    }
    if more {
        part_seen(frame, area, &visible, len, view);
    }
}
