//! How Commitments is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::View;
use crate::app::screens::commitments::Commitments;

/// Draws it.
pub fn draw(_screen: &mut Commitments, _frame: &mut Frame<'_>, _area: Rect, _view: &View<'_>) {}
