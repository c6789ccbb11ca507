//! Pages of the wall: what does not fit turns by itself, by the clock, or by hand.

use jiff::Timestamp;

/// Seconds that a page stands. A minute is made of whole turns, so that a wall wakes no more often for a clock beside it.
pub(crate) const TURN: i64 = 12;

/// Which page is shown.
#[derive(Debug, Default)]
pub struct Pages {
    /// The second in which what is shown came on the wall.
    since: i64,
    count: usize,
    at: usize,
    /// Whether somebody turned by hand: then it turns no more by itself.
    held: bool,
    /// Whether it follows something else than the clock.
    led: bool,
}

impl Pages {
    /// Something else came on the wall: it begins with its first page.
    pub(crate) fn restart(&mut self, now: Timestamp) {
        *self = Self { since: now.as_second(), ..Self::default() };
    }

    /// The page to be shown of so many, turned by the clock unless it is held.
    pub(crate) fn show(&mut self, count: usize, now: Timestamp) -> usize {
        self.led = false;
        self.settle(count, page_at(self.since, now.as_second(), count))
    }

    /// The page to be shown of so many where something else than the clock says which, unless it is held.
    pub(crate) fn show_led(&mut self, count: usize, at: usize) -> usize {
        self.led = true;
        self.settle(count, at)
    }

    fn settle(&mut self, count: usize, at: usize) -> usize {
        let at = if self.held { self.at } else { at };
        (self.count, self.at) = (count, at.min(count.saturating_sub(1)));
        self.at
    }

    /// Turns by hand, and holds the page.
    pub(crate) fn turn(&mut self, forward: bool) {
        if self.count > 1 {
            let by = if forward { 1 } else { self.count - 1 };
            self.at = (self.at + by) % self.count;
            self.held = true;
        }
    }

    /// Holds the page, or lets it turn again.
    pub(crate) fn hold(&mut self) {
        self.held = self.count > 1 && !self.held;
    }

    /// Whether a page will turn by itself.
    pub(crate) const fn turns(&self) -> bool {
        self.count > 1 && !self.held && !self.led
    }
}

/// The page that stands `now` of what came on the wall at `since`, both in seconds. The first stands for a whole turn at least,
/// and all turn on whole turns of the clock: two walls side by side show the same.
pub(crate) fn page_at(since: i64, now: i64, count: usize) -> usize {
    let begins = since.saturating_add(TURN - 1).div_euclid(TURN);
    let turns = now.div_euclid(TURN).saturating_sub(begins).max(0);
    usize::try_from(turns).unwrap_or(0).checked_rem(count).unwrap_or(0)
}

/// Parts a list into pages of a height: a range each. `tall` gives how many rows an item takes, and is told whether it is the
/// first of its page. What is taller than a page has one for itself.
pub(crate) fn paginate(
    count: usize,
    height: u16,
    mut tall: impl FnMut(usize, bool) -> u16,
) -> Vec<std::ops::Range<usize>> {
    let mut pages = Vec::new();
    let (mut start, mut used) = (0, 0_u16);
    for item in 0..count {
        let more = used.saturating_add(tall(item, item == start));
        if item > start && more > height {
            pages.push(start..item);
            start = item;
            used = tall(item, true);
        } else {
            used = more;
        }
    }
    if start < count {
        pages.push(start..count);
    }
    pages
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_first_page_stands_long_enough_to_be_read() {
        // It came one second before the clock's turn.
        let pages: Vec<usize> = (11..50).map(|now| page_at(11, now, 3)).collect();
        assert_eq!(pages.iter().filter(|page| **page == 0).count(), 13 + 2);
        assert_eq!((page_at(11, 23, 3), page_at(11, 24, 3), page_at(11, 36, 3)), (0, 1, 2));
        assert_eq!(page_at(0, 1_000_000, 0), 0);
    }

    #[test]
    fn a_page_that_was_turned_by_hand_stays() {
        let at = |second| Timestamp::from_second(second).unwrap();
        let mut pages = Pages::default();
        pages.restart(at(0));
        assert_eq!(pages.show(3, at(0)), 0);
        assert!(pages.turns());
        pages.turn(false);
        assert_eq!(pages.show(3, at(500)), 2);
        assert!(!pages.turns());
        pages.hold();
        assert!(pages.turns());
        // Another size of the terminal has fewer pages.
        pages.turn(true);
        assert_eq!(pages.show(1, at(500)), 0);
    }

    proptest! {
        #[test]
        fn pages_hold_all_in_order_and_are_never_overfull(heights in prop::collection::vec(0_u16..9, 0..60), height in 1_u16..30) {
            let pages = paginate(heights.len(), height, |item, first| heights[item] + u16::from(first));
            let all: Vec<usize> = pages.iter().cloned().flatten().collect();
            prop_assert_eq!(all, (0..heights.len()).collect::<Vec<_>>());
            for page in pages {
                let used: u16 = page.clone().map(|item| heights[item]).sum::<u16>() + 1;
                prop_assert!(page.len() == 1 || used <= height);
            }
        }

        #[test]
        fn turning_goes_round(since in -1000_i64..1000, later in 0_i64..10_000, count in 1_usize..40) {
            let page = page_at(since, since + later, count);
            prop_assert!(page < count);
            let next = page_at(since, since + later + TURN, count);
            prop_assert!(next == (page + 1) % count || (page == 0 && next == 0));
        }
    }
}
