//! Where things stand on Run.

use ratatui::layout::Rect;

use crate::tui::widgets::split_left;

/// From so many columns on what is looked at before it is done stands beside the agenda and not over it.
const BESIDE: u16 = 110;

/// The columns of the agenda where the clock stands beside it.
pub(super) fn agenda_width(width: u16) -> u16 {
    (width * 48 / 100).clamp(43, 96)
}

/// Where there is room for it, the part beside the agenda, to be taken whole: what would become of the day is then seen beside
/// the day as it is. Else all of the area, and false.
pub(crate) fn beside_agenda(area: Rect) -> (Rect, bool) {
    if area.width < BESIDE {
        return (area, false);
    }
    let [_, right] = split_left(area, agenda_width(area.width) + 1);
    (right, true)
}
