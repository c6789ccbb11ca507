//! The frame around every screen: what, when, saved; the screens; the body; what can be pressed.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::status::Saving;
use crate::input::keys::global::Global;
use crate::input::keys::{Row, global_rows};
use crate::input::{Action, Context, Key};
use crate::language::date;
use crate::theme::Role;
use crate::tui::ctx::{Notice, View};
use crate::tui::widgets::{hint, split_bottom, split_top};
use crate::workshop::meeting::Practice;
use crate::wrap;

/// The smallest terminal on which screens are drawn.
pub(crate) const SMALLEST: (u16, u16) = (60, 16);

/// What the frame says beside what the workshop tells.
#[derive(Debug, Clone, Default)]
pub(crate) struct Around {
    /// Which screen.
    pub at: Option<Context>,
    /// The screens that can be gone to; none on desks of one screen.
    pub tabs: bool,
    /// How safe what was typed is.
    pub saving: Saving,
    /// What undo would take back.
    pub undo: Option<String>,
    /// Whether a line has the cursor, so that letters are typed.
    pub writes: bool,
    /// Said in place of the keys.
    pub notice: Option<Notice>,
    /// Whether the clock is shown: only where somebody wakes to move it.
    pub clock: bool,
    /// Lines of other programs are looked for once a second only.
    pub polled: bool,
    /// The mark of a rehearsal, if one goes on.
    pub rehearsal: Option<String>,
}

/// The columns that the title keeps, and those that the label of what undo would take back may have at least and at most.
const LEAST_TITLE: usize = 14;
const LEAST_OF_UNDO: usize = 5;
const MOST_OF_UNDO: usize = 25;

/// Whether a terminal is too small to draw any screen on.
pub(crate) fn is_too_small(area: Rect) -> bool {
    area.width < SMALLEST.0 || area.height < SMALLEST.1
}

/// Draws the frame and gives the body. None when the terminal is too small for any.
pub(crate) fn frame(frame: &mut Frame<'_>, around: &Around, view: &View<'_>) -> Option<Rect> {
    let area = frame.area();
    frame.buffer_mut().set_style(area, view.theme.ground());
    frame.buffer_mut().set_style(area, view.style(Role::Ink));
    if is_too_small(area) {
        too_small(frame, area, view);
        return None;
    }
    let [head, rest] = split_top(area, if around.tabs { 3 } else { 2 });
    let [body, foot] = split_bottom(rest, 1);
    header(frame, Rect { height: 1, ..head }, around, view);
    if around.tabs {
        tabs(frame, Rect { y: head.y + 1, height: 1, ..head }, around, view);
    }
    let rule = "─".repeat(usize::from(area.width));
    let y = head.bottom() - 1;
    frame.buffer_mut().set_stringn(area.x, y, rule, usize::from(area.width), view.style(Role::Rule));
    if let Some(notice) = &around.notice {
        say(frame, foot, notice, view);
    } else if let Some(context) = around.at {
        hint::draw(frame, foot, context, view);
    }
    Some(body)
}

fn too_small(frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let text = view.with(
        "too-small",
        &[("columns", u32::from(SMALLEST.0).into()), ("rows", u32::from(SMALLEST.1).into())],
    );
    for (y, line) in (area.y..area.bottom()).zip(wrap::wrap(&text, usize::from(area.width).max(1))) {
        frame.buffer_mut().set_stringn(area.x, y, line, usize::from(area.width), view.style(Role::Ink));
    }
}

/// The key that undoes here.
fn undo_key(writes: bool, view: &View<'_>) -> String {
    let keys = global_rows().into_iter().filter(|row| row.action == Action::Global(Global::Undo));
    let can = |row: &Row| !writes || row.on.parse().is_ok_and(|key: Key| key.typed().is_none());
    keys.into_iter().find(can).map(|row| hint::key_name(row.on, view.messages)).unwrap_or_default()
}

fn header(frame: &mut Frame<'_>, area: Rect, around: &Around, view: &View<'_>) {
    let meeting = &view.workshop.meeting;
    let mut right = vec![(saved(around, view), saved_role(around.saving))];
    right.push((format!(" · {}", view.lang().code()), Role::Quiet));
    let when = when(around, view);
    let when_width = wrap::columns(&when);
    let width = usize::from(area.width);
    if around.polled {
        // Day and clock come first; where there is no room for all words, there is a short one.
        let used: usize = right.iter().map(|(text, _)| wrap::columns(text)).sum();
        let room = width.saturating_sub(used + when_width + LEAST_TITLE + 8);
        let says = ["status-polled", "status-polled-short"].map(|says| format!(" · {}", view.say(says)));
        right.extend(
            says.into_iter().find(|says| wrap::columns(says) <= room).map(|says| (says, Role::Quiet)),
        );
    }
    if let Some(undo) = &around.undo {
        // Where there is little room, day and clock come first, then the title; what undo is about comes last.
        let used: usize = right.iter().map(|(text, _)| wrap::columns(text)).sum();
        let key = undo_key(around.writes, view);
        let quotes =
            |undo: &str| format!(" · {key} {}", view.with("header-words", &[("words", undo.into())]));
        let room = width.saturating_sub(used + when_width + LEAST_TITLE + 8 + wrap::columns(&quotes("")));
        let undo = wrap::cut_with_ellipsis(undo, room.min(MOST_OF_UNDO - wrap::columns(&key)));
        if wrap::columns(&undo) >= LEAST_OF_UNDO {
            right.push((quotes(&undo), Role::Quiet));
        }
    }
    right.push((" ".into(), Role::Ink));
    let right_width: usize = right.iter().map(|(text, _)| wrap::columns(text)).sum();
    let title = if view.session.is_some() { meeting.title.in_(view.lang()) } else { "Talkoot" };
    let room = width.saturating_sub(right_width + when_width + 6).max(12);
    let title = wrap::cut_with_ellipsis(title, room);
    let buffer = frame.buffer_mut();
    buffer.set_stringn(area.x + 1, area.y, &title, width.saturating_sub(1), view.style(Role::Title));
    let mut x = area.right().saturating_sub(u16::try_from(right_width).unwrap_or(u16::MAX)).max(area.x);
    let right_from = x;
    for (text, role) in &right {
        let left = usize::from(area.right().saturating_sub(x));
        (x, _) = buffer.set_stringn(x, area.y, text, left, view.style(*role));
    }
    // In the middle where there is room, else right behind the title.
    let behind = area.x + 1 + u16::try_from(wrap::columns(&title)).unwrap_or(0) + 3;
    let middle = area.x + (area.width.saturating_sub(u16::try_from(when_width).unwrap_or(0))) / 2;
    let at = middle.max(behind);
    let fits = usize::from(right_from.saturating_sub(at)) > when_width;
    let at = if fits { at } else { behind };
    let left = usize::from(right_from.saturating_sub(at)).saturating_sub(1);
    buffer.set_stringn(at, area.y, wrap::cut_with_ellipsis(&when, left), left, view.style(Role::Ink));
}

fn saved(around: &Around, view: &View<'_>) -> String {
    let mark = match around.saving {
        Saving::Saved => "●",
        Saving::OnItsWay => "○",
        Saving::Laptop => "◐",
        Saving::NotSaved => "✕",
    };
    format!("{mark} {}", view.say(around.saving.says()))
}

const fn saved_role(saving: Saving) -> Role {
    match saving {
        Saving::Saved => Role::Good,
        Saving::OnItsWay => Role::Ink,
        Saving::Laptop => Role::Time,
        Saving::NotSaved => Role::Trouble,
    }
}

/// Date, day of the meeting, the clock, practice.
fn when(around: &Around, view: &View<'_>) -> String {
    let meeting = &view.workshop.meeting;
    if view.session.is_none() {
        return String::new();
    }
    let local = meeting.local(view.now);
    let mut parts = vec![date::short_day(view.messages, local.date())];
    let days = view.last_day();
    match meeting.day_at(view.now) {
        Some(day) if (1..=i64::from(days)).contains(&day) => {
            parts.push(view.with("header-day", &[("day", day.into()), ("days", days.into())]));
        }
        _ => {}
    }
    if around.clock {
        parts.push(date::clock(&local));
    }
    match meeting.practice().map(Practice::speed) {
        _ if around.rehearsal.is_some() => parts.extend(around.rehearsal.clone()),
        Some(1) => parts.push(view.say("header-practice")),
        Some(speed) => parts.push(view.with("header-practice-fast", &[("speed", speed.into())])),
        None => {}
    }
    parts.join(" · ")
}

fn tabs(frame: &mut Frame<'_>, area: Rect, around: &Around, view: &View<'_>) {
    let mut help = format!("F1 {} ", view.say("key-help"));
    let mut names: Vec<String> = Context::DESK.iter().map(|context| view.say(context.title())).collect();
    let full: usize = names.iter().skip(1).map(|name| wrap::columns(name) + 5).sum();
    // Where all names do not fit, each has a short form.
    let narrow = full > usize::from(area.width).saturating_sub(wrap::columns(&help));
    if narrow {
        names = Context::DESK.iter().map(|context| view.say(&format!("{}-short", context.title()))).collect();
        help = "F1 ".to_owned();
    }
    let help_width = u16::try_from(wrap::columns(&help)).unwrap_or(0);
    let mut x = area.x + u16::from(!narrow);
    for (number, (context, name)) in Context::DESK.iter().zip(&names).enumerate().skip(1) {
        let here = around.at == Some(*context);
        let left = usize::from(area.right().saturating_sub(x));
        let (mark, role) = if here { ("▸", Role::Accent) } else { (" ", Role::Quiet) };
        (x, _) = frame.buffer_mut().set_stringn(
            x,
            area.y,
            format!("{mark}{number} {name} "),
            left,
            view.style(role),
        );
        if !narrow {
            x = x.saturating_add(1);
        }
    }
    if x.saturating_add(help_width) <= area.right() {
        let at = area.right() - help_width;
        frame.buffer_mut().set_stringn(at, area.y, help, usize::from(help_width), view.style(Role::Quiet));
    }
}

/// Says something in one line.
pub(crate) fn say(frame: &mut Frame<'_>, area: Rect, notice: &Notice, view: &View<'_>) {
    let role = if notice.trouble { Role::Trouble } else { Role::Ink };
    let mark = if notice.trouble { "! " } else { "" };
    let width = usize::from(area.width.saturating_sub(2));
    let text = wrap::cut_with_ellipsis(&notice.sentence, width.saturating_sub(wrap::columns(mark)));
    let buffer = frame.buffer_mut();
    let (x, _) = buffer.set_stringn(area.x + 1, area.y, format!("{mark}{text}"), width, view.style(role));
    let left = usize::from(area.right().saturating_sub(x)).saturating_sub(2);
    if left > 8 && !notice.hint.is_empty() {
        let hint = wrap::cut_with_ellipsis(&notice.hint, left);
        buffer.set_stringn(x + 2, area.y, &hint, left, view.style(Role::Quiet));
    }
}
