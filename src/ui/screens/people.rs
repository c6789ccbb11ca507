//! How People is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::View;
use crate::app::screens::people::People;

/// Draws it.
pub fn draw(_screen: &mut People, _frame: &mut Frame<'_>, _area: Rect, _view: &View<'_>) {}
