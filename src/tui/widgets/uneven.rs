//! A list whose rows are of different heights. Only those near the chosen one are ever measured.

use std::ops::Range;

/// Which row is chosen and which is the first that one sees.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Uneven {
    selected: usize,
    offset: usize,
    page: usize,
}

impl Uneven {
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

    /// Moves the choice by as many rows as were seen last.
    pub(crate) fn page(&mut self, on: bool, len: usize) {
        let by = isize::try_from(self.page.saturating_sub(1).max(1)).unwrap_or(1);
        self.step(if on { by } else { -by }, len);
    }

    /// The rows that are seen in `lines` lines, the chosen one whole among them; the last may be cut.
    pub(crate) fn visible(
        &mut self,
        lines: usize,
        len: usize,
        height: impl Fn(usize) -> usize,
    ) -> Range<usize> {
        self.selected = self.selected.min(len.saturating_sub(1));
        // The first row from which the chosen one still fits, and the first from which the end of the list is seen.
        let first = |last: usize| {
            let mut used = 0;
            let fits = |row: &usize| {
                used += height(*row).max(1);
                used <= lines
            };
            (0..=last).rev().take_while(fits).last().unwrap_or(last)
        };
        if self.selected < self.offset {
            self.offset = self.selected;
        }
        if len > 0 {
            self.offset = self.offset.max(first(self.selected)).min(first(len - 1));
        }
        let mut used = 0;
        let begins = |row: &usize| {
            let fits = used < lines;
            used += height(*row).max(1);
            fits
        };
        let shown = (self.offset..len).take_while(begins).count();
        self.page = shown;
        self.offset..self.offset + shown
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_chosen_row_is_seen_whole(
            heights in proptest::collection::vec(1_usize..4, 1..60), lines in 3_usize..12,
            moves in proptest::collection::vec(-30_isize..30, 1..12),
        ) {
            let mut list = Uneven::default();
            for by in moves {
                list.step(by, heights.len());
                let seen = list.visible(lines, heights.len(), |row| heights[row]);
                prop_assert!(seen.contains(&list.selected()));
                let to_chosen: usize = heights[seen.start..=list.selected()].iter().sum();
                prop_assert!(to_chosen <= lines);
                let all: usize = heights[seen.clone()].iter().sum();
                prop_assert!(all >= lines || seen.start == 0 || seen.end == heights.len());
            }
        }
    }
}
