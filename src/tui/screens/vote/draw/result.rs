//! A vote that is closed: ranks, bars, the cut line and what decided.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::language::Arg;
use crate::report::outcome::Forward;
use crate::report::worth;
use crate::tally::DecidedBy;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::vote::Vote;
use crate::tui::screens::vote::model::{ResultSeen, RowSeen, Seen, Support};
use crate::tui::widgets::split_top;
use crate::workshop::votes::Stage;
use crate::wrap;

type Parts = Vec<(String, Role)>;

/// The messages of ballots that are not counted.
const ASIDE: [&str; 3] = ["vote-late", "vote-torn", "vote-void"];

/// The messages of sealed ballots of which nobody can say whose they are.
const UNKNOWN: [&str; 2] = ["vote-late-sealed", "vote-unread"];

pub(super) fn draw(screen: &mut Vote, seen: &Seen, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let Some(result) = &seen.result else { return };
    let mut at = counted(seen, result, frame, area, view);
    let width = usize::from(at.width);
    if !result.groups.is_empty() {
        let says = view.with("vote-legend", &[("n", seen.numbers[2].into())]);
        at = super::legend(frame, at, &says, view);
    }
    if let Some(findings) =
        result.findings.as_ref().filter(|_| usize::from(at.height) > result.rows.len() + 4)
    {
        let says = worth::flip(view.messages, &findings.solid);
        at = super::line(frame, at, &[(wrap::cut_with_ellipsis(&says, width).into_owned(), Role::Ink)], view);
    }
    if at.height > 16 {
        at = split_top(at, 1)[1];
    }
    let unit = seen.method.unit();
    let columns = Columns::of(result, unit, width, view);
    at = super::line(frame, at, &columns.heads(result, unit, view), view);
    let spare = usize::from(at.height).saturating_sub(1) >= result.rows.len() * 2;
    let mut rows: Vec<Parts> = Vec::new();
    for (place, row) in result.rows.iter().enumerate() {
        if place == result.above {
            rows.push(cut_line(seen, result, width, view));
        }
        columns.rows(row, result, spare, view, &mut rows);
    }
    if result.above >= result.rows.len() && !result.tied.is_empty() {
        rows.push(cut_line(seen, result, width, view));
    }
    let len = rows.len();
    screen.scroll.scroll(frame, at, len, view, |place| rows.get(place).cloned().unwrap_or_default());
}

/// Turnout, what is not counted, whether the room has seen it.
fn counted(seen: &Seen, result: &ResultSeen, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> Rect {
    let args = [
        ("n", seen.turnout.ballots.into()),
        ("all", seen.turnout.seats.into()),
        ("counted", result.counted.into()),
    ];
    let mut parts = vec![(
        view.with(if seen.turnout.hands { "vote-counted-hands" } else { "vote-counted" }, &args),
        Role::Title,
    )];
    let agreed = result.rows.iter().filter(|row| row.agreed).count();
    let says = view.with("vote-agreed-count", &[("n", agreed.into())]);
    parts.push((format!(" · {says}"), Role::Ink));
    let unseen = (seen.stage == Stage::Closed).then(|| view.say("vote-not-revealed-yet"));
    let used: usize = parts.iter().map(|(text, _)| wrap::columns(text)).sum();
    let beside =
        unseen.as_ref().is_some_and(|text| used + wrap::columns(text) + 3 <= usize::from(area.width));
    if let Some(text) = unseen.as_ref().filter(|_| beside) {
        parts.push((format!(" · {text}"), Role::Time));
    }
    let mut at = super::line(frame, area, &parts, view);
    if let Some(text) = unseen.filter(|_| !beside) {
        at = super::line(frame, at, &[(text, Role::Time)], view);
    }
    for says in remarks(result, view) {
        let says = wrap::cut_with_ellipsis(&says, usize::from(at.width).saturating_sub(2)).into_owned();
        at = super::line(frame, at, &[("! ".to_owned(), Role::Trouble), (says, Role::Ink)], view);
    }
    at
}

/// What is not counted, and what may be counted twice.
fn remarks(result: &ResultSeen, view: &View<'_>) -> Vec<String> {
    let named = |id: &str, who: &[String]| {
        let names = who.join(", ");
        view.with(id, &[("n", who.len().into()), ("who", Arg::from(&names))])
    };
    let known = ASIDE.into_iter().zip(&result.aside).filter(|(_, who)| !who.is_empty());
    let mut remarks: Vec<String> = known.map(|(id, who)| named(id, who)).collect();
    let unknown = UNKNOWN.into_iter().zip(result.unknown).filter(|(_, count)| *count > 0);
    remarks.extend(unknown.map(|(id, count)| view.with(id, &[("n", count.into())])));
    let (more, seats) = &result.again;
    if !seats.is_empty() {
        remarks.push(named("vote-again-seats", seats));
    }
    // Seats that are named explain as many ballots.
    if *more > seats.len() {
        remarks.push(view.with("vote-again-more", &[("n", (*more).into())]));
    }
    remarks
}

/// `──── a run-off between P06 and P09 decides on 1 place (key r) ────`
fn cut_line(seen: &Seen, result: &ResultSeen, width: usize, view: &View<'_>) -> Parts {
    let tied = result.tied.join(", ");
    let on = result.rows.iter().filter(|row| row.forward != Forward::No).count();
    let text = match &result.decided_by {
        _ if seen.hands_torn => view.say("vote-cut-contradiction"),
        DecidedBy::Totals | DecidedBy::All if seen.then.is_some() => {
            view.with("vote-cut-stages", &[("n", on.into())])
        }
        DecidedBy::Totals => view.with("vote-cut-totals", &[("n", seen.numbers[2].into())]),
        DecidedBy::All => view.say("vote-cut-all"),
        DecidedBy::Supporters => view.say("vote-cut-supporters"),
        DecidedBy::Lot { seed, drawn } => {
            let drawn = drawn.join(", ");
            let seed = seed.to_string();
            view.with("vote-cut-lot", &[("seed", Arg::from(&seed)), ("drawn", Arg::from(&drawn))])
        }
        DecidedBy::Runoff => match &result.runoff {
            Some((id, forward)) => {
                let says = if forward.is_empty() { "vote-cut-runoff-open" } else { "vote-cut-runoff-held" };
                let forward = forward.join(", ");
                view.with(says, &[("id", Arg::from(id)), ("forward", Arg::from(&forward))])
            }
            None => view.with("vote-cut-runoff", &[("n", result.owed.into()), ("tied", Arg::from(&tied))]),
        },
    };
    let text = wrap::cut_with_ellipsis(&text, width.saturating_sub(6)).into_owned();
    let rule = width.saturating_sub(wrap::columns(&text) + 2);
    let role = if result.decided_by == DecidedBy::Runoff { Role::Time } else { Role::Accent };
    vec![
        (format!("{} ", "─".repeat(rule / 2)), Role::Accent),
        (text, role),
        (format!(" {}", "─".repeat(rule - rule / 2)), Role::Accent),
    ]
}

/// How wide each column is.
struct Columns {
    rank: usize,
    id: usize,
    title: usize,
    bar: usize,
    dots: usize,
    supporters: usize,
    share: usize,
    forward: usize,
    groups: Vec<usize>,
}

impl Columns {
    fn of(result: &ResultSeen, unit: &str, width: usize, view: &View<'_>) -> Self {
        let widest = |all: &mut dyn Iterator<Item = usize>| all.max().unwrap_or(0);
        let forward = [forward_yes(result), "vote-forward-tied"];
        let mut columns = Self {
            rank: widest(&mut result.rows.iter().map(|row| wrap::columns(&row.rank))).max(2),
            id: widest(&mut result.rows.iter().map(|row| wrap::columns(&row.option.id))).min(12),
            title: 0,
            bar: if width >= 170 {
                40
            } else if width >= 110 {
                20
            } else {
                0
            },
            dots: wrap::columns(&view.say(&format!("vote-head-{unit}"))).max(4),
            supporters: if width >= 96 { wrap::columns(&view.say("vote-head-supporters")) } else { 0 },
            share: 7,
            forward: widest(&mut forward.iter().map(|id| wrap::columns(&view.say(id)))),
            groups: result.groups.iter().map(|group| wrap::columns(&name(&group.0, view)).max(1)).collect(),
        };
        let fixed = columns.rank + columns.id + columns.dots + columns.share + columns.forward + 10;
        let optional = |columns: &Self| {
            let gap = |width: usize| if width == 0 { 0 } else { width + 2 };
            let groups: usize = columns.groups.iter().map(|width| width + 2).sum();
            gap(columns.bar) + gap(columns.supporters) + groups
        };
        // The title comes first where there is not room for all.
        if width < fixed + optional(&columns) + 24 {
            columns.groups.clear();
        }
        columns.title = width.saturating_sub(fixed + optional(&columns)).max(8);
        columns
    }

    fn heads(&self, result: &ResultSeen, unit: &str, view: &View<'_>) -> Parts {
        let head = |id: &str, width: usize| format!("  {}", wrap::pad_left(&view.say(id), width));
        let mut text = " ".repeat(self.rank + self.id + 4 + self.title);
        text.push_str(&head(&format!("vote-head-{unit}"), self.dots));
        if self.bar > 0 {
            text.push_str(&" ".repeat(self.bar + 2));
        }
        if self.supporters > 0 {
            text.push_str(&head("vote-head-supporters", self.supporters));
        }
        text.push_str(&head("vote-head-share", self.share));
        text.push_str(&" ".repeat(self.forward + 2));
        for (width, (group, _)) in self.groups.iter().zip(&result.groups) {
            text.push_str(&format!("  {}", wrap::pad(&name(group, view), *width)));
        }
        vec![(text, Role::Quiet)]
    }

    fn rows(&self, row: &RowSeen, result: &ResultSeen, spare: bool, view: &View<'_>, into: &mut Vec<Parts>) {
        let lines = wrap::wrap(&row.option.title, self.title);
        let title =
            if spare { lines.first().copied().unwrap_or_default() } else { row.option.title.as_str() };
        let forward = match row.forward {
            Forward::Yes => view.say(forward_yes(result)),
            Forward::Tied => view.say("vote-forward-tied"),
            Forward::No => String::new(),
        };
        let role = match row.forward {
            Forward::Yes => Role::Good,
            Forward::Tied => Role::Time,
            Forward::No => Role::Ink,
        };
        let ink = if row.forward == Forward::No { Role::Ink } else { Role::Title };
        let mut parts = vec![
            (format!("{}  ", wrap::pad(&row.rank, self.rank)), ink),
            (format!("{}  ", wrap::pad(&row.option.id, self.id)), Role::Quiet),
            (wrap::pad(title, self.title), ink),
            (format!("  {}", wrap::pad_left(&row.total.to_string(), self.dots)), ink),
        ];
        if self.bar > 0 {
            let most = result.rows.iter().map(|row| row.total).max().unwrap_or(0);
            let (full, track) = bar(row.total, most, self.bar);
            parts.extend([("  ".to_owned(), Role::Ink), (full, Role::Bar), (track, Role::Track)]);
        }
        if self.supporters > 0 {
            let supporters = wrap::pad_left(&row.supporters.to_string(), self.supporters);
            parts.push((format!("  {supporters}"), Role::Ink));
        }
        let share = format!("{} % {}", worth::percent(row.share), if row.agreed { "✓" } else { " " });
        let agreed = if row.agreed { Role::Good } else { Role::Ink };
        parts.push((format!("  {}", wrap::pad_left(&share, self.share)), agreed));
        parts.push((format!("  {}", wrap::pad(&forward, self.forward)), role));
        for (width, support) in self.groups.iter().zip(&row.support) {
            let mark = match support {
                Support::Top => "●",
                Support::Some => "◐",
                Support::None => "○",
            };
            parts.push((format!("  {}", wrap::pad(mark, *width)), Role::Ink));
        }
        into.push(parts);
        if spare {
            let second = row.option.title.get(title.len()..).unwrap_or_default().trim_start();
            let (text, role) =
                if second.is_empty() { (row.option.other.as_str(), Role::Quiet) } else { (second, ink) };
            let indent = " ".repeat(self.rank + self.id + 4);
            let below = wrap::cut_with_ellipsis(text, self.title).into_owned();
            into.push(vec![(indent, Role::Ink), (below, role)]);
        }
    }
}

/// What is said of an option above the line.
const fn forward_yes(result: &ResultSeen) -> &'static str {
    if result.goes_on { "vote-forward-on" } else { "vote-forward-yes" }
}

/// A bar that is full for the most dots, in eighths of a column.
fn bar(total: u64, most: u64, width: usize) -> (String, String) {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    let width = u64::try_from(width).unwrap_or(0);
    let eighths = total.saturating_mul(width * 8).checked_div(most).unwrap_or(0);
    let whole = usize::try_from(eighths / 8).unwrap_or(0);
    let rest = usize::try_from(eighths % 8).ok().and_then(|rest| EIGHTHS.get(rest)).copied().unwrap_or("");
    let full = format!("{}{rest}", "█".repeat(whole));
    let left = usize::try_from(width).unwrap_or(0).saturating_sub(wrap::columns(&full));
    (full, " ".repeat(left))
}

/// The languages of a group of voters, `+` between those that are only shown together.
fn name(languages: &[&'static str], view: &View<'_>) -> String {
    let name = |code: &&str| if code.is_empty() { view.say("vote-group-other") } else { (*code).to_owned() };
    languages.iter().map(name).collect::<Vec<_>>().join("+")
}
