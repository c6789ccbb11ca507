//! What the keys on Run do.

use jiff::Timestamp;

use super::{Run, forms, live};
use crate::input::keys::run::Run as Act;
use crate::intake::Kind;
use crate::language::Arg;
use crate::report;
use crate::tui::ctx::Desk;
use crate::tui::layers::{Pages, import};
use crate::tui::screens::shared::{conflicts, stage};
use crate::workshop::agenda::commands::{ItemEnd, ItemMove, ItemPause, ItemRemove, ItemStart};
use crate::workshop::agenda::{Item, Progress};
use crate::workshop::command::Command;
use crate::workshop::id::EventId;
use crate::workshop::thing::Thing;
use crate::workshop::{Workshop, schedule};
use crate::world::Clock;

/// Columns in which the check of the plan is set: what a small terminal shows.
const CHECK_WIDTH: usize = 74;

pub(super) fn act(run: &mut Run, action: Act, desk: &mut Desk<'_>) {
    let rows = run.page.rows.len();
    match action {
        Act::Next => next(run, desk),
        Act::More => live::minutes(run, desk, 5),
        Act::Less => live::minutes(run, desk, -5),
        Act::OneMore => live::minutes(run, desk, 1),
        Act::Pays => live::pays(run, desk),
        Act::Rooms => live::show_rooms(run, desk),
        Act::Correct => forms::correct(run, desk),
        Act::Skip => live::skip(run, desk),
        Act::Swap => live::swap(run, desk),
        Act::Insert => live::insert(run, desk),
        Act::Check => check(desk),
        Act::Start => start(run, desk),
        Act::Pause => pause(desk),
        Act::End => {
            if let Some(item) = running(desk) {
                desk.perform(ItemEnd { item: item.into() });
            } else {
                desk.say("run-nothing-runs", &[]);
            }
        }
        Act::Until => forms::until(desk),
        Act::Stage => stage::pick(desk),
        Act::Step => stage::next_step(desk, None),
        Act::Write => run.writing = true,
        Act::Add => forms::add(run, desk),
        Act::Edit => match run.chosen() {
            Some(item) => forms::edit(item, desk),
            None => forms::add(run, desk),
        },
        Act::MoveUp => shift(run, desk, true),
        Act::MoveDown => shift(run, desk, false),
        Act::Remove => {
            if let Some(item) = chosen(run, desk) {
                desk.perform(ItemRemove { item: item.into() });
            }
        }
        Act::Up => run.list.step(-1, rows),
        Act::Down => run.list.step(1, rows),
        Act::DayBack => run.turn_to(run.page.day.saturating_sub(1).max(1)),
        // One day more than there is, so that a day can be begun.
        Act::DayOn => run.turn_to((run.page.day + 1).min(run.page.last_day + 1)),
        Act::Import => import::ask_import(Kind::Agenda, desk),
        Act::Settle => {
            let found =
                desk.workshop().map(|workshop| run.versions(workshop, desk.messages)).unwrap_or_default();
            conflicts::settle(desk, found);
        }
    }
}

/// What the check of the plan finds, to be read.
fn check(desk: &mut Desk<'_>) {
    let Some(workshop) = desk.workshop() else { return };
    let text = report::show::plan(workshop, desk.messages, CHECK_WIDTH);
    let lines = text.lines().map(str::to_owned).collect();
    desk.push(Pages::new(desk.messages.say("run-check-title"), lines));
}

/// The name of the item that runs or is paused.
fn running(desk: &Desk<'_>) -> Option<String> {
    let workshop = desk.workshop()?;
    schedule::running(workshop).map(|key| workshop.items.label(key).into_owned())
}

fn label(desk: &Desk<'_>, key: EventId) -> Option<String> {
    Some(desk.workshop()?.items.label(key).into_owned())
}

fn chosen(run: &Run, desk: &Desk<'_>) -> Option<String> {
    label(desk, run.chosen()?)
}

fn progress(workshop: &Workshop, item: &str) -> Option<Progress> {
    workshop.items.find(item).ok().and_then(|key| workshop.items.get(key)).map(Item::progress)
}

/// Seconds in which Space is not taken twice: a hand that trembles does not end what it has just begun.
const TWICE: i64 = 2;

/// Whether something that runs was begun only a moment ago. A clock that stands (in scripts) has no moments.
fn is_twice(progress: Progress, now: Timestamp, clock: Clock) -> bool {
    let since = match progress {
        Progress::Running { first, .. } => now.duration_since(first).as_secs(),
        _ => return false,
    };
    matches!(clock, Clock::Runs(_)) && (0..TWICE).contains(&since)
}

/// Ends what runs and starts what is next.
fn next(run: &mut Run, desk: &mut Desk<'_>) {
    let now = desk.now();
    let clock = desk.world.clock;
    let Some(workshop) = desk.workshop() else { return };
    let running = schedule::running(workshop);
    if running
        .and_then(|key| workshop.items.get(key))
        .is_some_and(|item| is_twice(item.progress(), now, clock))
    {
        return desk.say("run-twice", &[]);
    }
    let day = running.and_then(|key| workshop.items.get(key)).map_or(run.page.day, Item::day);
    let next = schedule::next(workshop, &schedule::slots_of(workshop, now), running, day);
    let (running, next) = (running.and_then(|key| label(desk, key)), next.and_then(|key| label(desk, key)));
    let done = match (running, next) {
        (_, Some(item)) => desk.perform(ItemStart { item: item.into() }).is_some(),
        (Some(item), None) => {
            let done = desk.perform(ItemEnd { item: item.into() }).is_some();
            if done {
                desk.say("run-day-done", &[("day", day.into())]);
            }
            done
        }
        (None, None) => {
            desk.say("run-nothing-next", &[]);
            false
        }
    };
    if done {
        run.day = None;
    }
}

fn start(run: &mut Run, desk: &mut Desk<'_>) {
    if let Some(item) = chosen(run, desk)
        && desk.perform(ItemStart { item: item.into() }).is_some()
    {
        run.day = None;
    }
}

/// Pauses what runs, or goes on with what is paused.
fn pause(desk: &mut Desk<'_>) {
    let Some(item) = running(desk) else { return desk.say("run-nothing-runs", &[]) };
    let paused = desk.workshop().and_then(|workshop| progress(workshop, &item));
    let command: Command = match paused {
        Some(Progress::Paused { .. }) => ItemStart { item: item.into() }.into(),
        _ => ItemPause { item: item.into() }.into(),
    };
    desk.perform(command);
}

/// The minutes that move the end of an item, of which so many seconds are left, to a time; none when that time has passed.
pub(super) fn minutes_until(left: i64, now: Timestamp, until: Timestamp) -> Option<i32> {
    let wanted = until.duration_since(now).as_secs();
    if wanted <= 0 {
        return None;
    }
    // To the next whole minute, so that the end is never before the time that was said.
    let more = wanted.saturating_sub(left);
    i32::try_from(more.div_euclid(60) + i64::from(more.rem_euclid(60) > 30)).ok()
}

/// Moves the chosen item one place; at the edge of its day, to the day beside it.
fn shift(run: &mut Run, desk: &mut Desk<'_>, up: bool) {
    let Some(item) = chosen(run, desk) else { return };
    let at = run.list.selected();
    let key_at = |place: usize| run.page.rows.get(place).map(|row| row.item);
    let last_of = |day: u32| -> Option<EventId> {
        let workshop = desk.workshop()?;
        let order = crate::workshop::agenda::in_order(&workshop.items);
        order.iter().rev().find(|item| item.day() == day).map(|item| item.key())
    };
    let day = run.page.day;
    let (after, to_day) = match (up, at) {
        (true, 0) if day <= 1 => return,
        (true, 0) => (last_of(day - 1), day - 1),
        (true, at) => (at.checked_sub(2).and_then(key_at), day),
        (false, at) if at + 1 < run.page.rows.len() => (key_at(at + 1), day),
        (false, _) => (None, day + 1),
    };
    let after = after.and_then(|key| label(desk, key)).map(Into::into);
    let moved = ItemMove { item: item.as_str().into(), day: after.is_none().then_some(to_day), after };
    if desk.perform(moved).is_some() {
        if to_day != day {
            run.turn_to(to_day);
            desk.say("run-moved-to-day", &[("day", Arg::from(to_day))]);
        }
        run.choose = Some(item);
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    #[test]
    fn space_is_not_taken_twice_in_a_moment() {
        let nine: Timestamp = "2017-11-28T07:00:00Z".parse().unwrap();
        let runs = Progress::Running { first: nine, since: nine, before: 0 };
        let after = |seconds: i64| nine + SignedDuration::from_secs(seconds);
        let clock = Clock::Runs(0);
        assert!(is_twice(runs, nine, clock) && is_twice(runs, after(1), clock));
        assert!(!is_twice(runs, after(2), clock) && !is_twice(Progress::Waiting, nine, clock));
        assert!(!is_twice(runs, after(-5), clock), "a clock that was set back keeps nobody waiting");
        assert!(!is_twice(runs, nine, Clock::Stands(nine)));
    }
}
