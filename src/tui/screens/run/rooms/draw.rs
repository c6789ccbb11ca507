//! A room in two lines: what can be counted, and what was said last; or how its report stands.

use crate::language::date;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::run::model::{Rapporteur, RoomRow};
use crate::tui::widgets::list::Part;
use crate::workshop::groups::rooms::{Report, RoomTime};
use crate::workshop::text::Text;
use crate::wrap;

/// The name of a room with what is talked about in it.
pub(crate) fn name(row: &RoomRow, view: &View<'_>) -> String {
    let lang = view.lang();
    let title = row.title.in_(lang);
    let name = if title.is_empty() { row.id.as_ref() } else { title };
    match row.topic.in_(lang) {
        "" => name.to_owned(),
        topic => format!("{name} · {topic}"),
    }
}

/// The sign of a rapporteur, what it means in words, and its role.
pub(crate) fn rapporteur(row: &RoomRow, view: &View<'_>) -> (&'static str, String, Role) {
    let count = || view.with("count-ideas", &[("n", row.ideas.into())]);
    match row.rapporteur {
        Rapporteur::Writes => ("●", count(), Role::Ink),
        _ if row.ideas > 0 => ("○", count(), Role::Ink),
        Rapporteur::Silent => ("◐", view.say("rooms-silent"), Role::Quiet),
        Rapporteur::Nobody => ("○", view.say("run-no-rapporteur"), Role::Time),
    }
}

/// How long a room still has, or when it ended: `18:12`, `+0:40`, `✓ 11:02`.
pub(crate) fn left(time: &RoomTime, view: &View<'_>) -> (String, Role) {
    match (time.begun, time.ended) {
        (None, _) => (String::new(), Role::Quiet),
        (_, Some(ended)) => {
            let at = date::clock(&view.workshop.meeting.local(ended));
            (format!("✓ {at}"), Role::Quiet)
        }
        _ if time.left() < 0 => (date::countdown(time.left()), Role::Time),
        _ => (date::countdown(time.left()), Role::Ink),
    }
}

/// A room at work.
pub(crate) fn at_work(row: &RoomRow, time: &RoomTime, width: usize, view: &View<'_>) -> Vec<Vec<Part>> {
    let (sign, words, role) = rapporteur(row, view);
    let (left, left_role) = left(time, view);
    let people = wrap::pad_left(&row.people.to_string(), 4);
    let words = wrap::pad(&words, 18);
    let left = wrap::pad_left(&left, 9);
    let fixed = wrap::columns(&people) + 3 + wrap::columns(&words) + wrap::columns(&left);
    let name = wrap::pad(&name(row, view), width.saturating_sub(fixed));
    let last = match &row.last {
        Some((text, at)) => {
            let at = date::clock(&view.workshop.meeting.local(*at));
            format!("{at}  {}", text.in_(view.lang()))
        }
        None => view.say("rooms-no-word"),
    };
    vec![
        vec![
            (name, Role::Title),
            (people, Role::Ink),
            (format!(" {sign} "), role),
            (words, role),
            (left, left_role),
        ],
        vec![
            ("  ".to_owned(), Role::Quiet),
            (wrap::cut_with_ellipsis(&last, width.saturating_sub(2)).into_owned(), Role::Quiet),
        ],
    ]
}

/// A room that has reported, reports, or waits.
pub(crate) fn reporting(title: &Text, report: &Report, width: usize, view: &View<'_>) -> Vec<Vec<Part>> {
    let span = |seconds: i64| date::countdown(seconds);
    let (sign, words, role) = match (report.begun, report.ended) {
        (Some(_), Some(_)) => {
            ("✓ ", view.with("rooms-reported", &[("time", span(report.took).into())]), Role::Quiet)
        }
        (Some(_), None) => {
            let left = report.share - report.took;
            let role = if left < 0 { Role::Time } else { Role::Accent };
            ("▶ ", view.with("rooms-reporting", &[("time", span(left).into())]), role)
        }
        _ => ("  ", view.with("rooms-to-report", &[("time", span(report.share).into())]), Role::Ink),
    };
    let words = wrap::pad_left(&words, 30);
    let name = wrap::pad(title.in_(view.lang()), width.saturating_sub(2 + wrap::columns(&words)));
    vec![vec![(sign.to_owned(), role), (name, Role::Title), (words, role)], Vec::new()]
}
