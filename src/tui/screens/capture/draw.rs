//! How Capture is drawn: the room and its question, the last ideas, the line.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Capture;
use crate::language::date;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::shared::writing::draw;
use crate::tui::widgets::list::Part;
use crate::tui::widgets::{line, split_bottom, split_top};
use crate::workshop::text::{Lang, Text};
use crate::workshop::thing::Thing;
use crate::wrap;

/// From so many rows on the line is two high.
const ROOMY: u16 = 22;
/// The widest that words are set, so that the eye finds the next line.
const WIDEST: u16 = 120;

pub(crate) fn draw(screen: &mut Capture, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let width = area.width.saturating_sub(4).min(WIDEST);
    let x = area.x + (area.width - width) / 2;
    let inner = Rect { x, width, ..area };
    if screen.choosing.is_some() {
        return choose(screen, frame, inner, view);
    }
    let high = if area.height >= ROOMY { 2 } else { 1 };
    let [rest, foot] = split_bottom(inner, high + 3);
    let head = head(screen, frame, rest, view);
    let [_, body] = split_top(rest, head + 1);
    ideas(screen, frame, body, view);
    type_here(screen, frame, Rect { height: high + 2, ..foot }, view);
}

fn put(frame: &mut Frame<'_>, area: Rect, y: u16, parts: &[Part], view: &View<'_>) {
    let mut x = area.x;
    for (words, role) in parts {
        let left = usize::from(area.right().saturating_sub(x));
        (x, _) = frame.buffer_mut().set_stringn(x, y, words, left, view.style(*role));
    }
}

/// The room, what is talked about, the question. Returns how many rows it took.
fn head(screen: &Capture, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> u16 {
    let room = screen.rooms.full(&screen.line.room, view.messages);
    let count = draw::count("count-ideas", screen.ideas.len(), view);
    let width = usize::from(area.width);
    let left = width.saturating_sub(wrap::columns(&count) + 2);
    let title = wrap::pad(&wrap::cut_with_ellipsis(&room, left), left);
    let mut lines: Vec<Vec<Part>> =
        vec![Vec::new(), vec![(title, Role::Title), (format!("  {count}"), Role::Ink)]];
    let topic = screen.rooms.get(&screen.line.room).map(|row| row.topic.clone()).unwrap_or_default();
    let is_question =
        Lang::ALL.iter().any(|lang| topic.get(*lang).is_some_and(|form| form.trim_end().ends_with('?')));
    let question = view.workshop.meeting.question.text();
    // Few words in both languages stand on one line.
    let both = format!("{} · {}", topic.in_(view.lang()), topic.in_(view.lang().other()));
    let mut texts: Vec<&Text> = Vec::new();
    if topic.forms().count() == 2 && wrap::columns(&both) <= width {
        let other = format!(" · {}", topic.in_(view.lang().other()));
        lines.push(vec![(topic.in_(view.lang()).to_owned(), Role::Ink), (other, Role::Quiet)]);
    } else {
        texts.push(&topic);
    }
    // A room with a question of its own has no need of the one of the meeting.
    if !is_question {
        texts.push(&question);
    }
    for text in texts {
        for (lang, role) in [(view.lang(), Role::Ink), (view.lang().other(), Role::Quiet)] {
            let Some(form) = text.get(lang) else { continue };
            lines.extend(wrap::wrap(form, width).into_iter().map(|line| vec![(line.to_owned(), role)]));
        }
    }
    // Half of the height belongs to the ideas.
    let most = (area.height / 2).max(2);
    let all = lines.len();
    let rows = u16::try_from(all).unwrap_or(most).min(most);
    if let Some((words, _)) =
        lines.get_mut(usize::from(rows).saturating_sub(1)).and_then(|parts| parts.last_mut())
        && usize::from(rows) < all
    {
        *words = format!("{} …", wrap::head(words, width.saturating_sub(2)).trim_end());
    }
    for (y, parts) in (area.y..area.y + rows).zip(&lines) {
        put(frame, area, y, parts, view);
    }
    rows
}

/// The last ideas, the newest nearest to the line.
fn ideas(screen: &Capture, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    if screen.ideas.is_empty() {
        let text = view.say("capture-none");
        for (y, line) in (area.y..area.bottom()).zip(wrap::wrap(&text, usize::from(area.width))) {
            put(frame, area, y, &[(line.to_owned(), Role::Quiet)], view);
        }
        return;
    }
    let zone = view.workshop.meeting.zone();
    let mut bottom = area.bottom();
    for idea in screen.ideas.iter().rev().filter_map(|key| view.workshop.ideas.get(*key)) {
        let time = date::clock(&idea.made().at.to_zoned(zone.clone()));
        let indent = 9;
        let text = idea.text.in_(view.lang());
        let marks = draw::marks(idea, 0, false, view);
        let marks: String = marks.iter().map(|(mark, _)| format!("  {mark}")).collect();
        let width = usize::from(area.width).saturating_sub(indent);
        let mut lines = wrap::wrap(text, width);
        let room = usize::from(bottom.saturating_sub(area.y));
        let cut = bottom == area.bottom() && lines.len() > room;
        // The one just entered is always seen, as far as there is room.
        lines.truncate(if cut { room.max(1) } else { lines.len() });
        let fits = lines.last().is_some_and(|last| wrap::columns(last) + wrap::columns(&marks) <= width);
        let rows = lines.len() + usize::from(!fits && !marks.is_empty() && !cut);
        let Some(top) =
            bottom.checked_sub(u16::try_from(rows).unwrap_or(u16::MAX)).filter(|top| *top >= area.y)
        else {
            break;
        };
        for (n, (y, line)) in (top..bottom).zip(lines.iter().copied().chain([""])).enumerate() {
            let lead = if n == 0 {
                format!("{time}  {} ", draw::glyph(idea.sort()))
            } else {
                " ".repeat(indent - 1)
            };
            let last = n + 1 == rows;
            let marks = if last { marks.clone() } else { String::new() };
            let shortened = format!("{}…", wrap::head(line, width.saturating_sub(1)));
            let line = if last && cut { shortened.as_str() } else { line };
            let parts = [
                (lead, Role::Quiet),
                (" ".to_owned(), Role::Ink),
                (line.to_owned(), Role::Ink),
                (marks, Role::Quiet),
            ];
            put(frame, area, y, &parts, view);
        }
        bottom = top;
    }
}

/// The line, between two rules of its own.
fn type_here(screen: &Capture, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let changing = screen.line.is_changing();
    let word = if changing { view.say("capture-changing") } else { String::new() };
    draw::rule(frame, Rect { height: 1, ..area }, &word, Role::Accent, view);
    let y = area.y + 1;
    frame.buffer_mut().set_stringn(area.x, y, "› ", 2, view.style(Role::Accent));
    let height = area.height.saturating_sub(2);
    let field = Rect { x: area.x + 2, y, width: area.width.saturating_sub(2), height };
    draw::field(frame, field, &screen.line.field, &view.say("capture-example"), view);
    let word = draw::understood(&screen.line.field, view);
    draw::rule(frame, Rect { y: area.bottom() - 1, height: 1, ..area }, &word, Role::Accent, view);
}

/// The rooms, while one is chosen.
fn choose(screen: &mut Capture, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let Some(choosing) = &mut screen.choosing else { return };
    let title = [(view.say("capture-room-title"), Role::Title)];
    put(frame, area, area.y + 1, &title, view);
    let field = Rect { y: area.y + 3, height: 1, ..area };
    line::draw(frame, field, &choosing.filter, &view.say("pick-type"), true, view);
    let [_, body] = split_top(area, 5);
    let found = &choosing.found;
    choosing.list.draw(frame, body, found.len(), view, |place, width| {
        let shown = found.get(place).map(|(_, shown)| wrap::cut_with_ellipsis(shown, width).into_owned());
        vec![(shown.unwrap_or_default(), Role::Ink)]
    });
}
