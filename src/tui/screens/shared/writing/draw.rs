//! How the line is drawn in which ideas are written, and what an idea looks like in a list.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::input::field::Field;
use crate::language::Arg;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::widgets::list::Part;
use crate::workshop::ideas::{Idea, Sort, capture_line};
use crate::workshop::text::Lang;
use crate::workshop::thing::Thing;
use crate::wrap;

/// The sign of a kind; those that can be typed are the ones that one types.
pub(crate) const fn glyph(sort: Sort) -> &'static str {
    match sort {
        Sort::Idea => "·",
        Sort::Action => "!",
        Sort::Question => "?",
        Sort::Quote => "\"",
        Sort::OffRecord => "%",
        Sort::Parking => "»",
    }
}

/// What is to be known of an idea beside its words, the most urgent first.
pub(crate) fn marks(idea: &Idea, merged: usize, both: bool, view: &View<'_>) -> Vec<Part> {
    let mut marks: Vec<Part> = Vec::new();
    if idea.versions() > 1 {
        marks.push((view.with("count-versions", &[("n", idea.versions().into())]), Role::Trouble));
    }
    if view.workshop.is_read_only(idea.key()) {
        marks.push((view.say("mark-read-only"), Role::Trouble));
    }
    if merged > 0 {
        marks.push((format!("+{merged}"), Role::Accent));
    }
    if idea.is_off_record() && idea.sort() != Sort::OffRecord {
        marks.push(("%".to_owned(), Role::Time));
    }
    for lang in Lang::ALL.into_iter().filter(|lang| both && idea.text.get(*lang).is_none()) {
        marks.push((format!("◌ {}", view.say(&format!("language-{}-short", lang.code()))), Role::Quiet));
    }
    marks.extend(idea.tags().map(|tag| (format!("#{tag}"), Role::Quiet)));
    if !idea.author().is_empty() {
        marks.push((format!("@{}", idea.author()), Role::Quiet));
    }
    marks
}

/// What would be entered, as it was understood: kind, tags, who, language. Nothing for plain words.
pub(crate) fn understood(field: &Field, view: &View<'_>) -> String {
    let Ok(captured) = capture_line::parse(field.text()) else { return String::new() };
    let mut parts = Vec::new();
    if captured.sort != Sort::Idea {
        parts.push(view.say(&format!("idea-kind-{}", captured.sort.name())));
    }
    if captured.lang != view.lang() {
        parts.push(view.say(&format!("language-{}", captured.lang.code())));
    }
    parts.extend(captured.tags.iter().map(|tag| format!("#{tag}")));
    parts.extend(captured.author.iter().map(|author| format!("@{author}")));
    parts.join(" · ")
}

/// A rule with a word near its right end.
pub(crate) fn rule(frame: &mut Frame<'_>, area: Rect, word: &str, role: Role, view: &View<'_>) {
    let width = usize::from(area.width);
    let buffer = frame.buffer_mut();
    buffer.set_stringn(area.x, area.y, "─".repeat(width), width, view.style(role));
    let word = wrap::cut_with_ellipsis(word, width.saturating_sub(6));
    if !word.is_empty() {
        let taken = u16::try_from(wrap::columns(&word)).unwrap_or(u16::MAX).saturating_add(4);
        let x = area.right().saturating_sub(taken);
        buffer.set_stringn(x, area.y, format!(" {word} "), width, view.style(Role::Quiet));
    }
}

/// Draws what is typed over as many lines as there are (at most two are used), and the cursor.
pub(crate) fn field(frame: &mut Frame<'_>, area: Rect, field: &Field, example: &str, view: &View<'_>) {
    let width = usize::from(area.width);
    if width < 2 || area.height == 0 {
        return;
    }
    if area.height < 2 {
        return crate::tui::widgets::line::draw(
            frame,
            area,
            field,
            &wrap::cut_with_ellipsis(example, width),
            true,
            view,
        );
    }
    frame.buffer_mut().set_style(Rect { height: 2, ..area }, view.style(Role::Field));
    if field.is_empty() {
        for (y, line) in (area.y..area.y + 2).zip(wrap::wrap(example, width)) {
            frame.buffer_mut().set_stringn(area.x, y, line, width, view.style(Role::Placeholder));
        }
    }
    let shown = field.view(width * 2 - 1);
    let (first, second) = broken(shown.text, width);
    let style = view.style(Role::Field);
    frame.buffer_mut().set_stringn(area.x, area.y, first, width, style);
    frame.buffer_mut().set_stringn(area.x, area.y + 1, second, width, style);
    let on_first = wrap::columns(first);
    let (column, y) = match shown.cursor.checked_sub(on_first) {
        Some(column) if !second.is_empty() || on_first >= width => (column, area.y + 1),
        _ => (shown.cursor, area.y),
    };
    let x = area.x.saturating_add(u16::try_from(column).unwrap_or(u16::MAX)).min(area.right() - 1);
    frame.set_cursor_position(Position { x, y });
}

/// The text on two lines: broken at the last space of the first where the rest then fits, else where the line is full.
fn broken(text: &str, width: usize) -> (&str, &str) {
    if wrap::columns(text) <= width {
        return (text, "");
    }
    let full = wrap::head(text, width);
    let at_space = full
        .rfind(' ')
        .map(|at| at + 1)
        .filter(|at| text.get(*at..).is_some_and(|rest| wrap::columns(rest) < width));
    text.split_at_checked(at_space.unwrap_or(full.len())).unwrap_or((text, ""))
}

/// How many, in words.
pub(crate) fn count(id: &str, n: usize, view: &View<'_>) -> String {
    view.with(id, &[("n", Arg::from(n))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_breaks_between_words() {
        assert_eq!(broken("a shared fund for pilots", 16), ("a shared fund ", "for pilots"));
        assert_eq!(broken("a shared fund", 16), ("a shared fund", ""));
        assert_eq!(broken("ab cdefghijklmnop", 10), ("ab cdefghi", "jklmnop"));
    }
}
