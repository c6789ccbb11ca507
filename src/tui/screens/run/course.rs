//! A day as it would be, line by line: what each item would begin at in place of when it does now.

use crate::language::date;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::widgets::list::Part;
use crate::workshop::Workshop;
use crate::workshop::agenda::Progress;
use crate::workshop::foresee::{Course, Step};
use crate::workshop::id::EventId;
use crate::wrap;

/// Columns of `09:00 → 09:05`.
const TIMES: usize = 13;

/// The lines: the end of the day, then a line an item. `ahead` is the workshop as it would be.
pub(crate) fn lines(course: &Course, ahead: &Workshop, width: usize, view: &View<'_>) -> Vec<Vec<Part>> {
    let clock = |time| date::clock(&view.workshop.meeting.local(time));
    let mut lines: Vec<Vec<Part>> = Vec::new();
    // First, so that it is seen on the smallest screen.
    if let (Some(before), Some(after)) = (course.end_before, course.end_after) {
        let minutes = after.duration_since(before).as_secs().div_euclid(60);
        let (label, times) = (view.say("course-end"), arrow(&clock(before), &clock(after)));
        let mut line = vec![
            (wrap::pad(&label, width.saturating_sub(TIMES + 10)), Role::Title),
            (wrap::pad(&times, TIMES), Role::Title),
        ];
        if minutes != 0 {
            line.push((wrap::pad_left(&date::signed_minutes(minutes), 10), Role::Time));
        }
        lines.push(line);
    }
    let steps: Vec<Vec<Part>> = course.steps.iter().flat_map(|step| line(step, ahead, width, view)).collect();
    if steps.is_empty() {
        lines.push(vec![(view.say("course-nothing"), Role::Quiet)]);
    }
    lines.extend(steps);
    lines
}

/// Whether the day ends with it at the latest: an evening together does not count.
pub(crate) fn is_work(workshop: &Workshop, item: EventId) -> bool {
    workshop.items.get(item).is_some_and(|item| item.kind() != "social")
}

/// `09:00 → 09:05`, or `09:00` where that stays.
fn arrow(before: &str, after: &str) -> String {
    if before == after { format!("{:8}{after}", "") } else { format!("{before} → {after}") }
}

fn line(step: &Step, ahead: &Workshop, width: usize, view: &View<'_>) -> Vec<Vec<Part>> {
    let clock = |time| date::clock(&view.workshop.meeting.local(time));
    let item = ahead.items.get(step.item).or_else(|| view.workshop.items.get(step.item));
    let Some(item) = item else { return Vec::new() };
    let slot = step.after.or(step.before);
    let running = slot.is_some_and(|slot| slot.progress.is_on());
    let mark = match slot.map(|slot| slot.progress) {
        Some(Progress::Running { .. }) => "▶ ",
        Some(Progress::Paused { .. }) => "‖ ",
        _ => "  ",
    };
    // Of what runs the end is what changes; of what comes, the begin.
    let of = |slot: crate::workshop::schedule::Slot| {
        if running { slot.expected_end } else { slot.expected }
    };
    let gone = step.after.is_none_or(|slot| slot.skipped);
    let was_gone = step.before.is_none_or(|slot| slot.skipped);
    let before = step.before.filter(|slot| !slot.skipped).map(|slot| clock(of(slot)));
    let after = step.after.filter(|slot| !slot.skipped).map(|slot| clock(of(slot)));
    let times = match (before, after) {
        (Some(before), Some(after)) => arrow(&before, &after),
        (None, Some(after)) => format!("{:8}{after}", ""),
        _ => String::new(),
    };
    let late = step.missed().filter(|late| *late >= 60).map(|late| late / 60);
    let (note, role) = match (late, gone, was_gone) {
        (_, true, false) => (view.say("course-skipped"), Role::Time),
        (_, true, true) => (view.say("run-state-skipped"), Role::Quiet),
        (_, false, true) => (view.say("course-new"), Role::Accent),
        (Some(late), ..) => (format!("! {}", date::signed_minutes(late)), Role::Trouble),
        _ if running => (view.say("course-ends"), Role::Quiet),
        _ => (String::new(), Role::Quiet),
    };
    let stop = if item.is_stop() { " ▪" } else { "" };
    let room = width.saturating_sub(2 + TIMES + 10);
    let title = wrap::cut_with_ellipsis(item.title.in_(view.lang()), room.saturating_sub(2));
    let ink = if step.stays() { Role::Quiet } else { Role::Ink };
    vec![vec![
        (mark.to_owned(), Role::Accent),
        (wrap::pad(&format!("{title}{stop}"), room), ink),
        (wrap::pad(&times, TIMES), ink),
        (wrap::pad_left(&note, 10), role),
    ]]
}
