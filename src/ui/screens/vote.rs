//! How Vote is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::View;
use crate::app::screens::vote::Vote;

/// Draws it.
pub fn draw(_screen: &mut Vote, _frame: &mut Frame<'_>, _area: Rect, _view: &View<'_>) {}
