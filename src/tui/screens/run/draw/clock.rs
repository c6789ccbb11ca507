//! The right side of Run: what runs with its countdown, what is next, what an overrun will cost.

use jiff::ToSpan;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::agenda::{n, second, times};
use crate::language::{Arg, date};
use crate::report::{self, plan};
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::run::Run;
use crate::tui::screens::run::model::{self, Page, Row};
use crate::tui::screens::run::pays::draw;
use crate::tui::screens::shared::stage;
use crate::tui::widgets::digits;
use crate::workshop::agenda::{Item, Progress};
use crate::workshop::drift::DayDrift;
use crate::workshop::groups::rooms;
use crate::workshop::plan::Weight;
use crate::wrap;

/// The most rows that the digits take: more would only push the rest apart.
const MOST_DIGITS: usize = 13;
/// The fewest that they take where there are as many: twice the smallest size.
const LEAST_DIGITS: usize = 5;

/// The most stops that are named one by one.
const FEW_STOPS: usize = 1;

/// A line of the right side, in one or two inks.
type Line = Vec<(String, Role)>;

pub(super) fn draw(screen: &Run, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let width = usize::from(area.width);
    if width < 8 || area.height == 0 {
        return;
    }
    let running = screen.page.running.and_then(|key| view.workshop.items.get(key));
    // What stands above the digits and below them; the digits take what is left.
    let above = match running {
        Some(item) => title(&item.title.text(), width, view),
        None => idle(screen, width, view),
    };
    let below = below(screen, running, width, view);
    let mut height = usize::from(area.height);
    let mut y = area.y;
    let mut put = |frame: &mut Frame<'_>, lines: &[Line], most: usize| {
        for line in lines.iter().take(most.min(height)) {
            let mut x = area.x;
            for (words, role) in line {
                let left = usize::from(area.right().saturating_sub(x));
                (x, _) = frame.buffer_mut().set_stringn(x, y, words, left, view.style(*role));
            }
            y += 1;
        }
        height = height.saturating_sub(lines.len().min(most));
    };
    let fixed = above.len() + below.len();
    // The countdown comes before what stands at the end.
    let all = usize::from(area.height);
    let spare = all.saturating_sub(fixed + 2);
    let room = spare.max(LEAST_DIGITS.min(all.saturating_sub(above.len()) / 2));
    let big = running.map(|item| big(item, width, room, view));
    // Where not all fits, the other language and the details at the end go first.
    put(frame, &above, if big.is_some() { 4 } else { usize::MAX });
    if let Some(big) = big {
        put(frame, &big, usize::MAX);
    }
    put(frame, &below, usize::MAX);
}

fn wrapped(text: &str, width: usize, role: Role) -> impl Iterator<Item = Line> {
    wrap::wrap(text, width).into_iter().map(move |line| vec![(line.to_owned(), role)])
}

fn title(text: &crate::workshop::text::Text, width: usize, view: &View<'_>) -> Vec<Line> {
    let mut lines: Vec<Line> = wrapped(text.in_(view.lang()), width, Role::Title).collect();
    if let Some(other) = second(text, view.lang()) {
        lines.extend(wrapped(other, width, Role::Quiet));
    }
    lines
}

/// The countdown in the largest digits that there is room for, with a word on what it counts.
fn big(item: &Item, width: usize, rows: usize, view: &View<'_>) -> Vec<Line> {
    let left = rooms::left(view.workshop, item, view.now);
    let text = date::countdown(left);
    let over = left < 0;
    let paused = matches!(item.progress(), Progress::Paused { .. });
    let role = if over { Role::Time } else { Role::Digits };
    let word = view.say(match (paused, over) {
        (true, _) => "run-state-paused",
        (false, true) => "run-over",
        (false, false) => "run-left",
    });
    let word_role = if over || paused { Role::Time } else { Role::Quiet };
    let Some(drawn) = digits::big_digits(&text, width, rows.min(MOST_DIGITS)) else {
        return vec![vec![(text, role), (format!("  {word}"), word_role)]];
    };
    let spare = rows.saturating_sub(drawn.len());
    let mut lines: Vec<Line> = Vec::new();
    if spare > 1 {
        lines.push(Vec::new());
    }
    lines.extend(drawn.into_iter().map(|line| vec![(line, role)]));
    lines.push(vec![(word, word_role)]);
    if spare > 0 {
        lines.push(Vec::new());
    }
    lines
}

fn below(screen: &Run, running: Option<&Item>, width: usize, view: &View<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(item) = running {
        lines.push(bar(item, width, view));
        lines.extend(reporting(&screen.page, width, view));
        let rooms = times(&screen.page, view);
        if !rooms.is_empty() && rooms.iter().all(|room| room.called) {
            lines.extend(wrapped(&view.say("run-rooms-ended"), width, Role::Accent));
        }
        lines.push(Vec::new());
        lines.extend(next(screen.page.next.as_ref(), width, view));
    }
    let stops = screen.page.rows.iter().any(|row| row.stop);
    if (running.is_some() && stops) || !screen.page.bill.missed.is_empty() {
        if !screen.page.bill.missed.is_empty() {
            lines.push(Vec::new());
        }
        lines.extend(draw::lines(&screen.page.bill, None, FEW_STOPS, width, view));
    }
    if let Some(row) = screen.page.rows.get(screen.list.selected())
        && Some(row.item) != screen.page.running
    {
        lines.push(Vec::new());
        lines.extend(chosen(row, width, view));
    }
    lines.push(Vec::new());
    let wall = match view.workshop.meeting.staged() {
        Some(staged) => stage::words(view.workshop, view.messages, staged),
        None => view.say("run-wall-nothing"),
    };
    let wall = format!("{}: {wall}", view.say("run-wall"));
    lines.extend(wrapped(&wall, width, Role::Quiet));
    lines
}

/// `████░░░  26 of 45 min · ends 11:06`
fn bar(item: &Item, width: usize, view: &View<'_>) -> Line {
    let (minutes, ran) = (item.minutes(), item.progress().ran(view.now));
    let left = rooms::left(view.workshop, item, view.now);
    let end = view.now.checked_add(left.seconds()).unwrap_or(view.now);
    let end = date::clock(&view.workshop.meeting.local(end));
    let args = [("ran", n(ran / 60)), ("minutes", minutes.into()), ("end", Arg::from(&end))];
    let over = rooms::left(view.workshop, item, view.now) < 0;
    let words = view.with(if over { "run-progress-over" } else { "run-progress" }, &args);
    let role = if over { Role::Time } else { Role::Ink };
    let room = width.saturating_sub(wrap::columns(&words) + 3).min(40);
    if room < 6 {
        return vec![(words, role)];
    }
    let all = i64::from(minutes).max(1) * 60;
    let full = usize::try_from(i64::try_from(room).unwrap_or(0) * ran.clamp(0, all) / all).unwrap_or(0);
    vec![
        ("█".repeat(full), if over { Role::Time } else { Role::Bar }),
        ("░".repeat(room - full), Role::Track),
        (format!("  {words}"), role),
    ]
}

/// Which room reports back, how long it has left, and which is next.
fn reporting(page: &Page, width: usize, view: &View<'_>) -> Option<Line> {
    let round = view.workshop.rounds.get(page.reports?)?;
    let reports = model::reports(view.workshop, page, view.now);
    let now = reports.iter().find(|report| report.is_on())?;
    let title = |room: &str| {
        let room = round.room(room).map(|room| room.title.in_(view.lang()).to_owned());
        room.unwrap_or_default()
    };
    let left = date::countdown(now.share - now.took);
    let words = view.with("run-reporting", &[("room", title(&now.room).into()), ("time", left.into())]);
    let next = reports.iter().find(|report| report.begun.is_none());
    let next = next.map(|next| view.with("run-reporting-next", &[("room", title(&next.room).into())]));
    let words = [Some(words), next].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let role = if now.share < now.took { Role::Time } else { Role::Accent };
    Some(vec![(wrap::cut_with_ellipsis(&words, width).into_owned(), role)])
}

fn next(row: Option<&Row>, width: usize, view: &View<'_>) -> Vec<Line> {
    let Some(row) = row else { return vec![vec![(view.say("run-last"), Role::Quiet)]] };
    let label = format!("{}  ", view.say("run-next"));
    let indent = wrap::columns(&label);
    let item = view.workshop.items.get(row.item);
    let what = view.with(
        "run-next-item",
        &[("title", row.title.in_(view.lang()).into()), ("minutes", item.map_or(0, Item::minutes).into())],
    );
    let begin = if row.drift().is_some() { row.slot.expected } else { row.slot.planned };
    let mut when = date::clock(&view.workshop.meeting.local(begin));
    if row.stop {
        when = format!("{when} · ▪ {}", view.say("run-hard-stop"));
    }
    let mut lines: Vec<Line> = Vec::new();
    for (place, line) in wrap::wrap(&what, width.saturating_sub(indent)).into_iter().enumerate() {
        let head = if place == 0 { label.clone() } else { " ".repeat(indent) };
        lines.push(vec![(head, Role::Quiet), (line.to_owned(), Role::Title)]);
    }
    lines.push(vec![(" ".repeat(indent), Role::Quiet), (when, Role::Ink)]);
    lines
}

/// What is known of the chosen item beside what its row says.
fn chosen(row: &Row, width: usize, view: &View<'_>) -> Vec<Line> {
    let Some(item) = view.workshop.items.get(row.item) else { return Vec::new() };
    let local = |time| date::clock(&view.workshop.meeting.local(time));
    let (begin, end) = (local(row.slot.planned), local(row.slot.planned_end));
    let mut facts = vec![view.with(
        "run-detail-planned",
        &[("begin", Arg::from(&begin)), ("end", Arg::from(&end)), ("minutes", item.minutes().into())],
    )];
    if item.shortest() < item.minutes() {
        facts.push(view.with("run-detail-shortest", &[("minutes", item.shortest().into())]));
    }
    if !item.kind().is_empty() {
        let id = format!("item-kind-{}", item.kind());
        facts.push(if view.messages.has(&id) { view.say(&id) } else { item.kind().to_owned() });
    }
    let flags = [
        (item.is_stop(), "run-detail-stop"),
        (item.is_droppable(), "run-detail-droppable"),
        (item.is_interpreted(), "run-detail-interpreted"),
    ];
    facts.extend(flags.into_iter().filter(|(is, _)| *is).map(|(_, id)| view.say(id)));
    if row.versions > 1 {
        facts.push(view.with("count-versions", &[("n", row.versions.into())]));
    }
    let mut lines = vec![vec![(view.say("run-chosen"), Role::Quiet)]];
    lines.extend(title(&item.title.text(), width, view));
    lines.extend(wrapped(&facts.join(" · "), width, Role::Ink));
    if let Some(finding) = &row.finding {
        let told = plan::tell(view.workshop, view.messages, finding);
        let (sign, role) = match finding.weight() {
            Weight::Wrong => ("‼", Role::Trouble),
            Weight::Remark => ("?", Role::Ink),
        };
        lines.extend(wrapped(&format!("{sign} {}", told.why), width, role));
        lines.extend(wrapped(&told.mend, width, Role::Quiet));
    }
    lines
}

/// What stands there while nothing runs.
fn idle(screen: &Run, width: usize, view: &View<'_>) -> Vec<Line> {
    let mut lines = vec![vec![(view.say("run-nothing-title"), Role::Title)], Vec::new()];
    match &screen.page.next {
        Some(row) => {
            // What is chosen is told below anyhow.
            if screen.chosen() != Some(row.item) {
                lines.extend(next(Some(row), width, view));
                lines.push(Vec::new());
            }
            let title = row.title.in_(view.lang());
            lines.extend(wrapped(
                &view.with("run-space-starts", &[("title", title.into())]),
                width,
                Role::Ink,
            ));
        }
        None if screen.page.rows.is_empty() => {}
        None => lines.extend(wrapped(&view.say("run-day-over"), width, Role::Ink)),
    }
    if let Some(drift) = &screen.page.drift {
        lines.push(Vec::new());
        lines.extend(went(drift, width, view));
    }
    lines
}

/// How a day went: when it ended beside the plan, and the causes of its drift, a line each.
fn went(drift: &DayDrift, width: usize, view: &View<'_>) -> Vec<Line> {
    let (all, causes) = report::day_in_words(view.workshop, view.messages, drift);
    let mut lines: Vec<Line> = wrapped(&all, width, Role::Title).collect();
    for cause in causes {
        lines.extend(wrapped(&format!("· {cause}"), width, Role::Ink));
    }
    lines
}
