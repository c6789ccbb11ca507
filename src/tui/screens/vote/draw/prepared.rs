//! A vote that is being prepared: its gates and its options.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::language::Arg;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::vote::Vote;
use crate::tui::screens::vote::model::{GateSeen, Seen};
use crate::tui::widgets::split_top;
use crate::workshop::votes::decide::Gate;
use crate::wrap;

/// The fewest rows for the options; below that, conditions that are met are only counted.
const FEWEST_OPTIONS: usize = 8;

pub(super) fn draw(screen: &mut Vote, seen: &Seen, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let mut at = area;
    // What is in the way first, then what was waived, then what needs nothing.
    let shut = seen.gates.iter().filter(|gate| gate.is_shut());
    for gate in shut.chain(seen.gates.iter().filter(|gate| gate.waived.is_some() && !gate.passed)) {
        at = super::line(frame, at, &parts(gate, seen, usize::from(at.width), view), view);
    }
    at = passed(seen, frame, at, view);
    let spare = usize::from(at.height) > seen.options.len() + 2;
    let at = if spare { split_top(at, 1)[1] } else { at };
    super::options(screen, &seen.options, frame, at, view);
}

/// Those that are passed share a line, so that what is to be done stands out. Where the options need the room they are only counted.
fn passed(seen: &Seen, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> Rect {
    let passed: Vec<String> =
        seen.gates.iter().filter(|gate| gate.passed).map(|gate| name_of(gate, view)).collect();
    if passed.is_empty() {
        return area;
    }
    let width = usize::from(area.width).saturating_sub(2);
    let mut rows = super::in_lines(&passed, width);
    let wanted = seen.options.len().max(FEWEST_OPTIONS);
    if rows.len() > 1 && usize::from(area.height) < wanted + rows.len() {
        rows = vec![view.with("vote-gates-passed", &[("n", passed.len().into())])];
    }
    let mut at = area;
    for (row, text) in rows.into_iter().enumerate() {
        let mark = if row == 0 { "✓ " } else { "  " };
        at = super::line(frame, at, &[(mark.to_owned(), Role::Good), (text, Role::Ink)], view);
    }
    at
}

fn name_of(gate: &GateSeen, view: &View<'_>) -> String {
    view.say(&format!("gate-{}", gate.gate.name()))
}

/// A gate that is not passed, with the key that mends it; of the options that it names as many as there is room for.
fn parts(gate: &GateSeen, seen: &Seen, width: usize, view: &View<'_>) -> Vec<(String, Role)> {
    if let Some(reason) = &gate.waived {
        let name = name_of(gate, view);
        let says = format!(" · {}", view.with("vote-gate-waived", &[("reason", Arg::from(reason))]));
        let left = width.saturating_sub(wrap::columns(&name) + 2);
        let says = wrap::cut_with_ellipsis(&says, left).into_owned();
        return vec![("✓ ".to_owned(), Role::Quiet), (name, Role::Quiet), (says, Role::Quiet)];
    }
    let mend = view.say(match gate.gate {
        Gate::Duplicates => "vote-gate-mend-duplicates",
        Gate::Number => "vote-gate-mend-number",
        Gate::Voters => "vote-gate-mend-voters",
        _ if gate.labels.is_empty() => "vote-gate-mend-rule",
        _ => "vote-gate-mend-waive",
    });
    let says = view.with(&format!("gate-shut-{}", gate.gate.name()), &[("n", seen.options.len().into())]);
    let mut parts = vec![("! ".to_owned(), Role::Trouble), (says.clone(), Role::Trouble)];
    // Of too many options none is more in the way than another.
    if gate.gate != Gate::Number && !gate.labels.is_empty() {
        let left = width.saturating_sub(wrap::columns(&says) + wrap::columns(&mend) + 7);
        parts.push((format!(": {}", super::open::some(&gate.labels, left, view)), Role::Ink));
    }
    parts.push((format!(" · {mend}"), Role::Quiet));
    parts
}
