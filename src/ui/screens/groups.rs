//! How Groups is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::View;
use crate::app::screens::groups::Groups;

/// Draws it.
pub fn draw(_screen: &mut Groups, _frame: &mut Frame<'_>, _area: Rect, _view: &View<'_>) {}
