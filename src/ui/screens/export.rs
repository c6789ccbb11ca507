//! How Export is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::View;
use crate::app::screens::export::Export;

/// Draws it.
pub fn draw(_screen: &mut Export, _frame: &mut Frame<'_>, _area: Rect, _view: &View<'_>) {}
