//! How Proposals is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::View;
use crate::app::screens::proposals::Proposals;

/// Draws it.
pub fn draw(_screen: &mut Proposals, _frame: &mut Frame<'_>, _area: Rect, _view: &View<'_>) {}
