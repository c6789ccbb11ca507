//! How Project is drawn.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::View;
use crate::app::screens::project::Project;

/// Draws it.
pub fn draw(_screen: &mut Project, _frame: &mut Frame<'_>, _area: Rect, _view: &View<'_>) {}
