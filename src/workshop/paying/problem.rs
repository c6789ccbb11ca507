//! Which items give minutes so that every hard stop holds: the problem in whole minutes, and its exact answer.
//!
//! A day is a chain of parts. Each begins when the one before it ends, and not before its fixed begin; a hard stop must begin
//! at its time at the latest. Every part can be made shorter down to its shortest length, some can be dropped. Sought is the
//! way with the least *harm*, which counts, the most important first:
//!
//! 1. parts dropped, as few as can be: nothing is dropped where shortening can do;
//! 2. minutes taken, each as much as its part weighs, and [`TOUCHED`] for every part that is touched at all, so that few are;
//! 3. among equals, later parts give rather than earlier ones: what lies ahead can still change.
//!
//! The answer is an optimum, found by dynamic programming over the chain (R. Bellman, *Dynamic Programming*, 1957). Its state
//! is how many minutes have been saved against the course of things without any change. To save more than the worst delay of
//! any stop is never needed, so there are no more states than minutes of that delay; and of all the lengths that a part can
//! be given the best is found for each state in constant time, as the least of a sliding window (D. Lemire, *Streaming
//! maximum-minimum filter using no more than three comparisons per element*, 2006). A test compares it with all that could
//! be done in small days.

use std::collections::VecDeque;

/// What touching a part harms beside its minutes: as much as five minutes of the least weight. Two minutes from each of
/// three items are felt by three groups of people; six from one by one.
pub(crate) const TOUCHED: i64 = 5;
/// What dropping one part costs beside its minutes: more than all minutes of a day can.
const DROPPED: i64 = 1 << 40;
/// More than any harm.
const NEVER: i64 = i64::MAX / 4;
/// The longest delay that is looked at, in minutes: a week.
const MOST_DELAY: i64 = 7 * 24 * 60;

/// A part of the day that is to come, in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Before this it does not begin.
    pub begins: Option<i64>,
    /// Its length.
    pub length: i64,
    /// The minutes that it can give.
    pub gives: i64,
    /// Whether it may be dropped. A hard stop never is.
    pub droppable: bool,
    /// What a minute of it weighs.
    pub weight: i64,
    /// It is a hard stop, and this is when it must begin at the latest.
    pub stop: Option<i64>,
}

/// A day that is to come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Day {
    /// When the first part can begin.
    pub free: i64,
    /// The parts in order.
    pub parts: Vec<Part>,
}

/// What a part gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gift {
    /// So many minutes.
    Minutes(i64),
    /// All of it: it is dropped.
    Dropped,
}

/// What is to be done: who gives what, in the order of the day, and the harm of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The parts that give, by their place.
    pub gifts: Vec<(usize, Gift)>,
    /// Its harm, to be compared only.
    pub harm: i64,
}

impl Way {
    /// How many parts are dropped.
    pub(crate) fn drops(&self) -> usize {
        self.gifts.iter().filter(|(_, gift)| *gift == Gift::Dropped).count()
    }
}

impl Part {
    fn gives(&self) -> i64 {
        self.gives.clamp(0, self.length.max(0))
    }

    fn is_droppable(&self) -> bool {
        self.droppable && self.stop.is_none()
    }

    /// What it harms to take this from it.
    pub(crate) fn harm(&self, gift: Gift) -> i64 {
        let minutes = |n: i64| n.saturating_mul(self.weight).saturating_add(TOUCHED);
        match gift {
            Gift::Minutes(0) => 0,
            Gift::Minutes(n) => minutes(n),
            Gift::Dropped => minutes(self.length).saturating_add(DROPPED),
        }
    }
}

impl Day {
    /// When each part begins if these give, by place; none for what is dropped.
    pub(crate) fn begins(&self, gifts: &[(usize, Gift)]) -> Vec<Option<i64>> {
        let mut free = self.free;
        let begin = |(place, part): (usize, &Part)| {
            let gift = gifts.iter().find(|(of, _)| *of == place).map(|(_, gift)| *gift);
            let minutes = match gift {
                Some(Gift::Dropped) => return None,
                Some(Gift::Minutes(n)) => n,
                None => 0,
            };
            let begin = part.begins.map_or(free, |begins| begins.max(free));
            free = begin + part.length - minutes;
            Some(begin)
        };
        self.parts.iter().enumerate().map(begin).collect()
    }

    /// The stops that do not hold if these give: place, and minutes too late.
    pub(crate) fn missed(&self, gifts: &[(usize, Gift)]) -> Vec<(usize, i64)> {
        let begins = self.begins(gifts);
        let late = |(place, (part, begin)): (usize, (&Part, &Option<i64>))| {
            let late = (*begin)? - part.stop?;
            (late > 0).then_some((place, late))
        };
        self.parts.iter().zip(&begins).enumerate().filter_map(late).collect()
    }

    /// Everything that can be given.
    fn all(&self) -> Vec<(usize, Gift)> {
        let all = |(place, part): (usize, &Part)| {
            let gift = if part.is_droppable() { Gift::Dropped } else { Gift::Minutes(part.gives()) };
            (place, gift)
        };
        self.parts.iter().enumerate().map(all).collect()
    }

    /// The stops that fall whatever is given: place, and minutes too late at least.
    pub(crate) fn fallen(&self) -> Vec<(usize, i64)> {
        self.missed(&self.all())
    }

    /// The same day without hard stops at these places: they may begin when they can.
    #[must_use]
    pub(crate) fn without_stops(&self, places: &[usize]) -> Self {
        let mut day = self.clone();
        for place in places {
            if let Some(part) = day.parts.get_mut(*place) {
                part.stop = None;
                part.droppable = false;
            }
        }
        day
    }

    /// The same day where this part gives nothing.
    #[must_use]
    fn sparing(&self, place: usize) -> Self {
        let mut day = self.clone();
        if let Some(part) = day.parts.get_mut(place) {
            part.gives = 0;
            part.droppable = false;
        }
        day
    }

    /// Up to `most` ways to make every stop, the least harm first: the best one, then the best in which the part that gave
    /// most before gives nothing, and so on. None drops more than the first does.
    pub fn ways(&self, most: usize) -> Vec<Way> {
        let mut ways: Vec<Way> = Vec::new();
        let mut day = self.clone();
        while ways.len() < most {
            let Some(way) = day.best() else { break };
            let drops = ways.first().map_or(way.drops(), Way::drops);
            let Some(giver) = self.giver(&way).filter(|_| way.drops() <= drops) else { break };
            day = day.sparing(giver);
            ways.push(way);
        }
        ways
    }

    /// The part that gives most; of several, the last.
    fn giver(&self, way: &Way) -> Option<usize> {
        let minutes = |(place, gift): &(usize, Gift)| match gift {
            Gift::Minutes(n) => *n,
            Gift::Dropped => self.parts.get(*place).map_or(0, |part| part.length),
        };
        way.gifts.iter().max_by_key(|gift| (minutes(gift), gift.0)).map(|(place, _)| *place)
    }

    /// The way to make every stop with the least harm; none where there is none, or nothing has to be done.
    pub(crate) fn best(&self) -> Option<Way> {
        let delay =
            self.missed(&[]).into_iter().map(|(_, late)| late).max().filter(|late| *late <= MOST_DELAY)?;
        let states = usize::try_from(delay).ok()?.checked_add(1)?;
        let course = self.course();
        // Backwards: for each part the least harm of it and all after it, when so much was saved before it.
        let mut after = vec![0_i64; states];
        let mut choices: Vec<Vec<Option<Gift>>> = Vec::with_capacity(self.parts.len());
        for (part, usual) in self.parts.iter().zip(&course).rev() {
            let choice;
            (after, choice) = step(part, *usual, &after);
            choices.push(choice);
        }
        choices.reverse();
        let harm = *after.first()?;
        if harm >= NEVER {
            return None;
        }
        Some(Way { gifts: self.follow(&course, &choices, states)?, harm })
    }

    /// The course of things without any change.
    fn course(&self) -> Vec<Usual> {
        let mut free = self.free;
        let usual = |part: &Part| {
            let begin = part.begins.map_or(free, |begins| begins.max(free));
            let usual = Usual { free, begin };
            free = begin + part.length;
            usual
        };
        self.parts.iter().map(usual).collect()
    }

    /// What was chosen, from the beginning on.
    fn follow(
        &self,
        course: &[Usual],
        choices: &[Vec<Option<Gift>>],
        states: usize,
    ) -> Option<Vec<(usize, Gift)>> {
        let mut gifts = Vec::new();
        let mut saved = 0_usize;
        for (place, ((part, usual), choice)) in self.parts.iter().zip(course).zip(choices).enumerate() {
            let gift = (*choice.get(saved)?)?;
            saved = match gift {
                Gift::Minutes(n) => usual.held(part, saved) + usize::try_from(n).ok()?,
                Gift::Dropped => usual.dropped(part, saved),
            }
            .min(states - 1);
            if gift != Gift::Minutes(0) {
                gifts.push((place, gift));
            }
        }
        Some(gifts)
    }
}

/// A part in the course of things without any change.
#[derive(Debug, Clone, Copy)]
struct Usual {
    /// When what is before it ends.
    free: i64,
    /// When it begins: later than that where it waits for its fixed begin.
    begin: i64,
}

impl Usual {
    /// How much of what was saved before a part is left when it begins: what it waits for its fixed begin is lost.
    fn held(self, part: &Part, saved: usize) -> usize {
        let most = part.begins.map_or(i64::MAX, |begins| self.begin - begins);
        usize::try_from(most.max(0)).map_or(saved, |most| saved.min(most))
    }

    /// How much is saved behind a part that is dropped: what was before it, its length, and what it waited for.
    fn dropped(self, part: &Part, saved: usize) -> usize {
        let more = (part.length + self.begin - self.free).max(0);
        saved.saturating_add(usize::try_from(more).unwrap_or(usize::MAX))
    }
}

/// One part: the least harm of it and all after it for each amount saved before it, and what the part then gives.
fn step(part: &Part, usual: Usual, after: &[i64]) -> (Vec<i64>, Vec<Option<Gift>>) {
    let last = after.len().saturating_sub(1);
    let shorter = shortened(part, after);
    let cost = |saved: usize| {
        let held = usual.held(part, saved);
        let begin = usual.begin - i64::try_from(held).unwrap_or(0);
        let late = part.stop.is_some_and(|stop| begin > stop);
        let (mut harm, minutes) = shorter.get(held).copied().filter(|_| !late).unwrap_or((NEVER, 0));
        let mut gift = Gift::Minutes(minutes);
        if part.is_droppable() {
            let rest = after.get(usual.dropped(part, saved).min(last)).copied().unwrap_or(NEVER);
            let without = rest.saturating_add(part.harm(Gift::Dropped));
            if rest < NEVER && without < harm {
                (harm, gift) = (without, Gift::Dropped);
            }
        }
        (harm.min(NEVER), (harm < NEVER).then_some(gift))
    };
    (0..=last).map(cost).unzip()
}

/// For each amount held when a part begins: the least harm of giving nothing or some minutes, and how many.
fn shortened(part: &Part, after: &[i64]) -> Vec<(i64, i64)> {
    let last = after.len().saturating_sub(1);
    let gives = usize::try_from(part.gives()).unwrap_or(0);
    let weight = |minutes: usize| i64::try_from(minutes).unwrap_or(0).saturating_mul(part.weight);
    // The harm of ending with so much saved, had it all been saved here: comparable from whichever amount one comes.
    let from_zero = |to: usize| {
        let rest = after.get(to).copied().unwrap_or(NEVER);
        if rest < NEVER { rest + weight(to) } else { NEVER }
    };
    let mut best = vec![(NEVER, 0); after.len()];
    // From the highest amount down; in the window are the amounts that can be reached from it, the best in front.
    let mut window: VecDeque<(usize, i64)> = VecDeque::new();
    for (from, best) in best.iter_mut().enumerate().rev() {
        if from < last {
            let new = from_zero(from + 1);
            // Among equals the smaller gift stays, so that later parts give the rest.
            while window.back().is_some_and(|(_, known)| *known >= new) {
                window.pop_back();
            }
            window.push_back((from + 1, new));
        }
        while window.front().is_some_and(|(to, _)| *to > from + gives) {
            window.pop_front();
        }
        *best = (after.get(from).copied().unwrap_or(NEVER), 0);
        if let Some((to, harm)) = window.front().filter(|(_, harm)| *harm < NEVER) {
            let harm = harm - weight(from) + TOUCHED;
            if harm < best.0 {
                *best = (harm, i64::try_from(to - from).unwrap_or(0));
            }
        }
    }
    best
}

#[cfg(test)]
mod tests;
