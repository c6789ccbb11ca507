//! A vote that is being prepared: its gates and its options.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::View;
use crate::app::screens::vote::Vote;
use crate::app::screens::vote::seen::{GateSeen, Seen};
use crate::language::Arg;
use crate::theme::Role;
use crate::ui::split_top;

pub(super) fn draw(screen: &mut Vote, seen: &Seen, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let mut at = area;
    for gate in &seen.gates {
        at = super::line(frame, at, &parts(gate, view), view);
    }
    let spare = usize::from(at.height) > seen.options.len() + 2;
    let at = if spare { split_top(at, 1)[1] } else { at };
    super::options(screen, &seen.options, frame, at, view);
}

fn parts(gate: &GateSeen, view: &View<'_>) -> Vec<(String, Role)> {
    let name = view.say(&format!("gate-{}", gate.gate.name()));
    let options = gate.labels.join(", ");
    match (&gate.waived, gate.labels.is_empty()) {
        (_, true) => vec![("✓ ".to_owned(), Role::Good), (name, Role::Ink)],
        (Some(reason), false) => {
            let says = view.with("vote-gate-waived", &[("reason", Arg::from(reason))]);
            vec![("✓ ".to_owned(), Role::Quiet), (name, Role::Quiet), (format!(" · {says}"), Role::Quiet)]
        }
        (None, false) => {
            let says = view.with("vote-gate-open", &[("options", Arg::from(&options))]);
            vec![("! ".to_owned(), Role::Trouble), (name, Role::Trouble), (format!(" · {says}"), Role::Ink)]
        }
    }
}
