//! What all views of the wall share: a text in both languages side by side, digits in the middle.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::language::{Arg, Messages};
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::widgets::digits;
use crate::workshop::text::{Lang, Text};
use crate::wrap;

/// Columns between the two languages.
const GUTTER: u16 = 4;

/// A message in both languages.
pub(super) fn both(tongues: &[Messages; 2], id: &str, args: &[(&str, Arg<'_>)]) -> Text {
    let mut text = Text::default();
    for messages in tongues {
        text.set(messages.lang(), Some(messages.with(id, args).into()));
    }
    text
}

/// Where the two languages stand; one column where only one of them has words, unless each has its own `apart`.
fn columns(text: &Text, area: Rect, apart: bool) -> Vec<(String, Rect)> {
    let forms: Vec<&str> =
        Lang::ALL.iter().filter_map(|lang| text.get(*lang)).filter(|form| !form.is_empty()).collect();
    let halves = || {
        let width = area.width.saturating_sub(GUTTER) / 2;
        [Rect { width, ..area }, Rect { x: area.x + width + GUTTER, width, ..area }]
    };
    match forms.as_slice() {
        [] => Vec::new(),
        [one] if apart => {
            let [left, right] = halves();
            vec![(
                (*one).to_owned(),
                if text.get(Lang::En).is_some_and(|en| !en.is_empty()) { left } else { right },
            )]
        }
        [one] => vec![((*one).to_owned(), area)],
        [en, ru, ..] if en == ru => vec![((*en).to_owned(), area)],
        [en, ru, ..] => {
            let [left, right] = halves();
            vec![((*en).to_owned(), left), ((*ru).to_owned(), right)]
        }
    }
}

/// How many rows a text takes side by side.
pub(super) fn rows(text: &Text, width: u16) -> u16 {
    rows_of(text, width, false)
}

/// The same where each language has its own half.
pub(super) fn rows_of(text: &Text, width: u16, apart: bool) -> u16 {
    let area = Rect { x: 0, y: 0, width, height: 1 };
    let lines = |(words, area): &(String, Rect)| wrap::wrap(words, usize::from(area.width)).len();
    u16::try_from(columns(text, area, apart).iter().map(lines).max().unwrap_or(0)).unwrap_or(u16::MAX)
}

/// Writes a text side by side at the top of an area, and gives what is left.
pub(super) fn side_by_side(
    text: &Text,
    role: Role,
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) -> Rect {
    halves(text, role, false, frame, area, view)
}

/// The same where each language may have its own half.
pub(super) fn halves(
    text: &Text,
    role: Role,
    apart: bool,
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) -> Rect {
    let mut used = 0;
    for (words, column) in columns(text, area, apart) {
        let lines = wrap::wrap(&words, usize::from(column.width));
        for (y, line) in (column.y..column.bottom()).zip(&lines) {
            write(frame, column.x, y, line, usize::from(column.width), view.style(role));
        }
        used = used.max(u16::try_from(lines.len()).unwrap_or(u16::MAX));
    }
    let used = used.min(area.height);
    Rect { y: area.y + used, height: area.height - used, ..area }
}

/// The same with every line in the middle of its column.
pub(super) fn centred(text: &Text, role: Role, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> Rect {
    let mut used = 0;
    for (words, column) in columns(text, area, false) {
        let lines = wrap::wrap(&words, usize::from(column.width));
        for (y, line) in (column.y..column.bottom()).zip(&lines) {
            let gap = usize::from(column.width).saturating_sub(wrap::columns(line)) / 2;
            let x = column.x + u16::try_from(gap).unwrap_or(0);
            write(frame, x, y, line, usize::from(column.width), view.style(role));
        }
        used = used.max(u16::try_from(lines.len()).unwrap_or(u16::MAX));
    }
    let used = used.min(area.height);
    Rect { y: area.y + used, height: area.height - used, ..area }
}

/// Digits that fill an area, in its middle; as ordinary text where not even the smallest fit.
pub(super) fn fill(text: &str, role: Role, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let lines = digits::big_digits(text, width, height).unwrap_or_else(|| vec![text.to_owned()]);
    let above = height.saturating_sub(lines.len()) / 2;
    let y = area.y + u16::try_from(above).unwrap_or(0);
    for (y, line) in (y..area.bottom()).zip(&lines) {
        let gap = width.saturating_sub(wrap::columns(line)) / 2;
        let x = area.x + u16::try_from(gap).unwrap_or(0);
        write(frame, x, y, line, width, view.style(role));
    }
}

/// A rule across an area's first row; gives what is below.
pub(super) fn rule(frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> Rect {
    if area.height == 0 {
        return area;
    }
    let line = "─".repeat(usize::from(area.width));
    write(frame, area.x, area.y, line, usize::from(area.width), view.style(Role::Rule));
    Rect { y: area.y + 1, height: area.height - 1, ..area }
}

/// Says which page of how many it is, in the rule above a body.
pub(super) fn number(page: usize, count: usize, frame: &mut Frame<'_>, body: Rect, view: &View<'_>) {
    if count < 2 || body.y == 0 {
        return;
    }
    let said = format!(" {} / {count} ", page + 1);
    let wide = u16::try_from(wrap::columns(&said)).unwrap_or(u16::MAX).min(body.width);
    let x = body.right() - wide;
    write(frame, x, body.y - 1, said, usize::from(wide), view.style(Role::Title));
}

/// Writes a line where there is a place for it; on a terminal too small for a view there may be none.
pub(super) fn write(
    frame: &mut Frame<'_>,
    x: u16,
    y: u16,
    line: impl AsRef<str>,
    width: usize,
    style: Style,
) {
    if frame.area().contains(Position { x, y }) {
        frame.buffer_mut().set_stringn(x, y, line, width, style);
    }
}
