//! Views of the wall that are read at a glance: title, countdown, turnout.

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::page::{both, centred, fill, rows, side_by_side};
use crate::app::View;
use crate::language::{Tongue, date};
use crate::report::outcome::Turnout;
use crate::theme::Role;
use crate::ui::{split_bottom, split_top};
use crate::workshop::agenda::Progress;
use crate::workshop::id::EventId;
use crate::workshop::text::Text;

pub(super) fn title(clock: bool, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let meeting = &view.workshop.meeting;
    let title = meeting.title.text();
    if clock {
        let rest = centred(&title, Role::Title, frame, area, view);
        let [_, rest] = split_top(rest, 1);
        return fill(&date::clock(&meeting.local(view.now)), Role::Digits, frame, rest, view);
    }
    let question = meeting.question.text();
    let wanted = rows(&title, area.width) + 2 + rows(&question, area.width);
    let [_, middle] = split_top(area, area.height.saturating_sub(wanted) / 2);
    let rest = centred(&title, Role::Title, frame, middle, view);
    let [_, rest] = split_top(rest, 2);
    centred(&question, Role::Wall, frame, rest, view);
}

pub(super) fn now(
    item: Option<EventId>,
    next: Option<(EventId, Timestamp)>,
    tongues: &[Tongue; 2],
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let items = &view.workshop.items;
    let local = |time| date::clock(&view.workshop.meeting.local(time));
    let current = item.and_then(|key| items.get(key));
    let next = next.and_then(|(key, at)| items.get(key).map(|item| (item.title.text(), at)));
    let coming = next.map(|(title, at)| {
        let mut text = Text::default();
        for tongue in tongues {
            let lang = tongue.lang();
            let args = [("time", local(at).into()), ("title", title.in_(lang).to_owned().into())];
            text.set(lang, Some(tongue.with("project-next", &args).into()));
        }
        text
    });
    let head = match current {
        Some(item) => item.title.text(),
        None => view.workshop.meeting.title.text(),
    };
    let foot = coming.unwrap_or_default();
    let rest = centred(&head, Role::Title, frame, area, view);
    let [rest, below] = split_bottom(rest, rows(&foot, area.width));
    centred(&foot, Role::Wall, frame, below, view);
    let Some(item) = current else {
        let [_, rest] = split_top(rest, 1);
        let [rest, _] = split_bottom(rest, 1);
        return fill(&local(view.now), Role::Digits, frame, rest, view);
    };
    let left = i64::from(item.minutes()) * 60 - item.progress().ran(view.now);
    let paused = matches!(item.progress(), Progress::Paused { .. });
    let word = match (paused, left < 0) {
        (true, _) => Some("project-paused"),
        (false, true) => Some("project-over"),
        (false, false) => None,
    };
    let [_, rest] = split_top(rest, 1);
    let [rest, word_at] = split_bottom(rest, 2);
    if let Some(word) = word {
        centred(&both(tongues, word, &[]), Role::Time, frame, word_at, view);
    }
    let role = if left < 0 { Role::Time } else { Role::Digits };
    fill(&date::countdown(left), role, frame, rest, view);
}

/// How many of how many are in, and nothing else.
pub(super) fn vote(
    title: &Text,
    turnout: Turnout,
    tongues: &[Tongue; 2],
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let rest = side_by_side(title, Role::Title, frame, area, view);
    let words =
        both(tongues, "project-turnout", &[("n", turnout.ballots.into()), ("of", turnout.seats.into())]);
    let [rest, foot] = split_bottom(rest, rows(&words, area.width) + 1);
    let [_, rest] = split_top(rest, 1);
    fill(&turnout.ballots.to_string(), Role::Digits, frame, rest, view);
    let [_, foot] = split_top(foot, 1);
    centred(&words, Role::Wall, frame, foot, view);
}
