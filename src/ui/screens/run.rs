//! How Run is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::View;
use crate::app::screens::run::Run;

/// Draws it.
pub fn draw(_screen: &mut Run, _frame: &mut Frame<'_>, _area: Rect, _view: &View<'_>) {}
