//! How Capture is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::View;
use crate::app::screens::capture::Capture;

/// Draws it.
pub fn draw(_screen: &mut Capture, _frame: &mut Frame<'_>, _area: Rect, _view: &View<'_>) {}
