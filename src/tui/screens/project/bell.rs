//! The bell of the wall, for who wants one: it rings when a countdown is nearly over and when it is over.

use crate::workshop::agenda::urgency::Urgency;
use crate::workshop::id::EventId;

/// Whether it rings, and what it has heard.
#[derive(Debug, Default)]
pub(crate) struct Bell {
    on: bool,
    last: Option<(EventId, Urgency)>,
    due: bool,
}

impl Bell {
    /// A bell that rings, or does not.
    pub(crate) fn new(on: bool) -> Self {
        Self { on, ..Self::default() }
    }

    /// Switches it on or off. It is heard when it comes on: nobody wants to find out in the last minute that it is too loud.
    pub(crate) const fn switch(&mut self) {
        self.on = !self.on;
        self.due = self.on;
    }

    /// How urgent the countdown on the wall is now. What was so before the wall knew of it is no news.
    pub(crate) fn hear(&mut self, item: EventId, urgency: Urgency) {
        let crossed = self
            .last
            .is_some_and(|(before, was)| before == item && was < urgency && urgency >= Urgency::Nearly);
        self.due |= self.on && crossed;
        self.last = Some((item, urgency));
    }

    /// Whether it is to ring now; asking is answered once.
    pub(crate) const fn rings(&mut self) -> bool {
        std::mem::replace(&mut self.due, false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(n: u8) -> EventId {
        format!("7e772f44d7bf6548.{n}").parse().unwrap()
    }

    fn heard(bell: &mut Bell, of: u8, urgency: Urgency) -> bool {
        bell.hear(item(of), urgency);
        bell.rings()
    }

    #[test]
    fn once_at_five_percent_and_once_at_nothing() {
        let mut bell = Bell::new(true);
        let all =
            [Urgency::Plenty, Urgency::Soon, Urgency::Nearly, Urgency::Nearly, Urgency::Over, Urgency::Over];
        let rung = all.map(|urgency| heard(&mut bell, 1, urgency));
        assert_eq!(rung, [false, false, true, false, true, false]);
        // More time was given, and it runs out again.
        assert!(!heard(&mut bell, 1, Urgency::Plenty) && heard(&mut bell, 1, Urgency::Over));
    }

    #[test]
    fn not_for_what_was_so_before_and_not_when_it_is_off() {
        let mut bell = Bell::new(true);
        assert!(!heard(&mut bell, 1, Urgency::Over) && !heard(&mut bell, 2, Urgency::Nearly));
        let mut bell = Bell::default();
        assert!(!heard(&mut bell, 1, Urgency::Plenty) && !heard(&mut bell, 1, Urgency::Over));
        bell.switch();
        assert!(bell.rings());
        assert!(!heard(&mut bell, 1, Urgency::Over), "it was over before it was switched on");
    }
}
