//! How Home is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::View;
use crate::app::screens::home::Home;

/// Draws it.
pub fn draw(_screen: &mut Home, _frame: &mut Frame<'_>, _area: Rect, _view: &View<'_>) {}
