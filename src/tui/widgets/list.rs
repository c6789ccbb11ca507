//! A list of which only the visible rows are built, with a mark beside the chosen one and a word on how much one sees.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::input::{Code, Key};
use crate::language::Arg;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::wrap;

/// A part of a row: words and their role.
pub(crate) type Part = (String, Role);

/// Which row is chosen and which is the first that one sees.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct List {
    selected: usize,
    offset: usize,
    page: usize,
}

impl List {
    /// The chosen row.
    pub(crate) fn selected(&self) -> usize {
        self.selected
    }

    /// Chooses a row.
    pub(crate) fn select(&mut self, row: usize) {
        self.selected = row;
    }

    /// Moves the choice.
    pub(crate) fn step(&mut self, by: isize, len: usize) {
        self.selected = self.selected.saturating_add_signed(by).min(len.saturating_sub(1));
    }

    /// Keeps the choice within the list.
    pub(crate) fn keep_within(&mut self, len: usize) {
        self.selected = self.selected.min(len.saturating_sub(1));
    }

    /// A key that moves in any list. Returns whether it was one.
    pub(crate) fn key(&mut self, key: Key, len: usize) -> bool {
        let page = isize::try_from(self.page.max(2) - 1).unwrap_or(1);
        match key.code {
            Code::Up => self.step(-1, len),
            Code::Down => self.step(1, len),
            Code::PageUp => self.step(-page, len),
            Code::PageDown => self.step(page, len),
            Code::Home if key.ctrl => self.step(isize::MIN, len),
            Code::End if key.ctrl => self.step(isize::MAX, len),
            _ => return false,
        }
        true
    }

    /// The rows that are visible in `height` rows.
    pub(crate) fn visible(&mut self, height: usize, len: usize) -> std::ops::Range<usize> {
        self.keep_within(len);
        self.page = height;
        if self.selected < self.offset {
            self.offset = self.selected;
        } else if self.selected >= self.offset + height.max(1) {
            self.offset = self.selected + 1 - height.max(1);
        }
        self.offset = self.offset.min(len.saturating_sub(height));
        self.offset..len.min(self.offset + height)
    }

    /// Draws a list of `len` rows of one line each. `row` builds one, for the width it is given. Where not all are seen the
    /// last line says which part is.
    pub(crate) fn draw(
        &mut self,
        frame: &mut Frame<'_>,
        area: Rect,
        len: usize,
        view: &View<'_>,
        mut row: impl FnMut(usize, usize) -> Vec<Part>,
    ) {
        if area.width < 3 || area.height == 0 {
            return;
        }
        let more = len > usize::from(area.height);
        let height = if more { area.height - 1 } else { area.height };
        let visible = self.visible(usize::from(height), len);
        let width = usize::from(area.width) - 2;
        for (y, place) in (area.y..).zip(visible.clone()) {
            let chosen = place == self.selected;
            put(frame, area, y, if chosen { "▸ " } else { "  " }, &row(place, width), chosen, view);
        }
        if more {
            part_seen(frame, area, &visible, len, view);
        }
    }

    /// Draws lines to read: nothing is chosen, moving scrolls.
    pub(crate) fn scroll(
        &mut self,
        frame: &mut Frame<'_>,
        area: Rect,
        len: usize,
        view: &View<'_>,
        mut row: impl FnMut(usize) -> Vec<Part>,
    ) {
        if area.height == 0 {
            return;
        }
        let more = len > usize::from(area.height);
        let height = usize::from(if more { area.height - 1 } else { area.height });
        self.page = height;
        self.offset = self.selected.min(len.saturating_sub(height));
        self.selected = self.offset;
        let visible = self.offset..len.min(self.offset + height);
        for (y, place) in (area.y..).zip(visible.clone()) {
            put(frame, area, y, "", &row(place), false, view);
        }
        if more {
            part_seen(frame, area, &visible, len, view);
        }
    }
}

pub(crate) fn put(
    frame: &mut Frame<'_>,
    area: Rect,
    y: u16,
    mark: &str,
    parts: &[Part],
    chosen: bool,
    view: &View<'_>,
) {
    let buffer = frame.buffer_mut();
    let row = Rect { y, height: 1, ..area };
    if chosen {
        buffer.set_style(row, view.style(Role::Selected));
    }
    let accent = if chosen { view.style(Role::Selected) } else { view.style(Role::Accent) };
    let (mut x, _) = buffer.set_stringn(area.x, y, mark, usize::from(area.width), accent);
    for (words, role) in parts {
        let left = usize::from(area.right().saturating_sub(x));
        let style = if chosen { view.style(Role::Selected) } else { view.style(*role) };
        (x, _) = buffer.set_stringn(x, y, words, left, style);
    }
}

pub(crate) fn part_seen(
    frame: &mut Frame<'_>,
    area: Rect,
    visible: &std::ops::Range<usize>,
    len: usize,
    view: &View<'_>,
) {
    let args = [("first", Arg::from(visible.start + 1)), ("last", visible.end.into()), ("all", len.into())];
    let text = view.with("list-part", &args);
    let width = usize::from(area.width);
    let text = wrap::pad_left(&wrap::cut_with_ellipsis(&text, width), width);
    frame.buffer_mut().set_stringn(area.x, area.bottom() - 1, text, width, view.style(Role::Quiet));
}
