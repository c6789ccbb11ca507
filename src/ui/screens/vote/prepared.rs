//! A vote that is being prepared: its gates and its options.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::View;
use crate::app::screens::vote::Vote;
use crate::app::screens::vote::seen::{GateSeen, Seen};
use crate::language::Arg;
use crate::theme::Role;
use crate::ui::split_top;
use crate::ui::text::wrap;

pub(super) fn draw(screen: &mut Vote, seen: &Seen, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let mut at = area;
    // Those that are passed share a line, so that what is to be done stands out.
    let passed: Vec<String> =
        seen.gates.iter().filter(|gate| gate.passed).map(|gate| name_of(gate, view)).collect();
    if !passed.is_empty() {
        let width = usize::from(at.width).saturating_sub(2);
        let said = passed.join(" · ");
        for (row, text) in wrap::wrap(&said, width).into_iter().enumerate() {
            let mark = if row == 0 { "✓ " } else { "  " };
            at = super::line(frame, at, &[(mark.to_owned(), Role::Good), (text.to_owned(), Role::Ink)], view);
        }
    }
    for gate in seen.gates.iter().filter(|gate| !gate.passed) {
        at = super::line(frame, at, &parts(gate, view), view);
    }
    let spare = usize::from(at.height) > seen.options.len() + 2;
    let at = if spare { split_top(at, 1)[1] } else { at };
    super::options(screen, &seen.options, frame, at, view);
}

fn name_of(gate: &GateSeen, view: &View<'_>) -> String {
    view.say(&format!("gate-{}", gate.gate.name()))
}

fn parts(gate: &GateSeen, view: &View<'_>) -> Vec<(String, Role)> {
    let name = name_of(gate, view);
    let options = gate.labels.join(", ");
    match (&gate.waived, gate.passed) {
        (_, true) => vec![("✓ ".to_owned(), Role::Good), (name, Role::Ink)],
        (Some(reason), false) => {
            let says = view.with("vote-gate-waived", &[("reason", Arg::from(reason))]);
            vec![("✓ ".to_owned(), Role::Quiet), (name, Role::Quiet), (format!(" · {says}"), Role::Quiet)]
        }
        (None, false) => {
            let says = if options.is_empty() {
                view.say("vote-gate-open-rule")
            } else {
                view.with("vote-gate-open", &[("options", Arg::from(&options))])
            };
            vec![("! ".to_owned(), Role::Trouble), (name, Role::Trouble), (format!(" · {says}"), Role::Ink)]
        }
    }
}
