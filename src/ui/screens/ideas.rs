//! How Ideas is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::View;
use crate::app::screens::ideas::Ideas;

/// Draws it.
pub fn draw(_screen: &mut Ideas, _frame: &mut Frame<'_>, _area: Rect, _view: &View<'_>) {}
