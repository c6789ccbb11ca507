//! Topics that people rank: who would get what if nothing else were asked, and what the smallest sizes cost them.

use super::cells::{alter, at, put};
use super::flow::{Limits, assign};
use super::setup::Setup;

/// What it would cost to take somebody out of the room they are held in: more than any number of people too few or too many.
const HELD: i64 = 1 << 44;
/// The most topics, and the most ranks of people and topics, that are computed.
const MOST: (usize, usize) = (256, 50_000_000);

/// A topic of a round, and what its smallest size costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicPrice {
    /// The topic, as in [`super::Room::topic`].
    pub topic: u32,
    /// How many would work on it.
    pub size: usize,
    /// How many it has at least, over its rooms.
    pub min: usize,
    /// By how much Σ rank² would be less if it had no smallest size.
    pub price: i64,
}

/// The topics of one round, with who would get what.
#[derive(Debug, Clone)]
pub(super) struct Wishes {
    /// The topics, and none last where a room has none.
    topics: Vec<Option<u32>>,
    people: Vec<usize>,
    costs: Vec<i64>,
    limits: Vec<Limits>,
    /// For each of `people`, the number of the topic.
    topic_of: Vec<usize>,
    sizes: Vec<usize>,
    /// Σ rank².
    pub(super) cost: i64,
}

impl Wishes {
    /// Works them out; none where nobody ranks what the round's rooms work on, or where there are too many.
    pub(super) fn of(setup: &Setup<'_>, number: usize) -> Option<Self> {
        let rooms = &setup.problem.rounds.get(number)?.rooms;
        let frame = &setup.rounds.get(number)?.frame;
        let mut topics: Vec<Option<u32>> = rooms.iter().map(|room| room.topic).collect();
        topics.sort_unstable_by_key(|topic| (topic.is_none(), *topic));
        topics.dedup();
        let people: Vec<usize> = (0..setup.people).filter(|&p| frame.is_present(p)).collect();
        let cells = people.len().saturating_mul(topics.len());
        if !setup.has_topics()
            || topics.iter().all(Option::is_none)
            || topics.len() > MOST.0
            || cells > MOST.1
        {
            return None;
        }
        let place =
            |room: usize| topics.iter().position(|topic| rooms.get(room).is_some_and(|r| r.topic == *topic));
        let mut limits = vec![Limits { min: 0, max: 0 }; topics.len()];
        let mut rooms_of = vec![0; topics.len()];
        for (room, stated) in frame.stated.iter().enumerate() {
            if let Some(topic) = place(room) {
                alter(&mut limits, topic, |limits| Limits {
                    min: limits.min.saturating_add(stated.min),
                    max: limits.max.saturating_add(stated.max),
                });
                put(&mut rooms_of, topic, room);
            }
        }
        let mut costs = Vec::with_capacity(cells);
        for &p in &people {
            let held = frame.fixed(p).and_then(place);
            for topic in 0..topics.len() {
                let rank = setup.rank_squared(number, at(&rooms_of, topic), p);
                let away = held.is_some_and(|held| held != topic);
                costs.push(if away { HELD } else { rank });
            }
        }
        let assigned = assign(&costs, &limits);
        let mut wishes = Self {
            topics,
            people,
            costs,
            limits,
            topic_of: assigned.topic_of,
            sizes: assigned.sizes,
            cost: assigned.cost,
        };
        wishes.spare_the_worst();
        Some(wishes)
    }

    /// Of all that cost as little, one in which the worst rank is as good as can be.
    fn spare_the_worst(&mut self) {
        let topics = self.topics.len();
        loop {
            let ranks =
                self.topic_of.iter().enumerate().map(|(i, &topic)| at(&self.costs, i * topics + topic));
            let worst = ranks.filter(|rank| *rank < HELD).max().unwrap_or(0);
            if worst == 0 {
                return;
            }
            let costs: Vec<i64> = self
                .costs
                .iter()
                .map(|cost| if (worst..HELD).contains(cost) { HELD } else { *cost })
                .collect();
            let better = assign(&costs, &self.limits);
            if better.cost != self.cost
                || better.sizes.iter().zip(&self.limits).any(|(n, limits)| *n < limits.min || *n > limits.max)
            {
                return;
            }
            (self.topic_of, self.sizes) = (better.topic_of, better.sizes);
        }
    }

    /// For everybody in the problem, the topic they would get (as in [`super::Room::topic`]).
    pub(super) fn by_person(&self) -> impl Iterator<Item = (usize, Option<u32>)> {
        let topic = |place: &usize| self.topics.get(*place).copied().flatten();
        self.people.iter().copied().zip(self.topic_of.iter().map(topic))
    }

    /// What each topic's smallest size costs.
    pub(super) fn prices(&self) -> Vec<TopicPrice> {
        let named = self.topics.iter().enumerate().filter_map(|(place, topic)| Some((place, (*topic)?)));
        let price = |(place, topic): (usize, u32)| {
            let (size, limits) = (at(&self.sizes, place), self.limits.get(place).copied());
            let min = limits.map_or(0, |limits| limits.min);
            let mut free = self.limits.clone();
            alter(&mut free, place, |limits| Limits { min: 0, ..limits });
            // A smallest size that is exceeded costs nothing.
            let price = if size > min || min == 0 { 0 } else { self.cost - assign(&self.costs, &free).cost };
            TopicPrice { topic, size, min, price }
        };
        named.map(price).collect()
    }
}

/// For each round whose rooms have topics that people rank: what its topics' smallest sizes cost.
pub fn topic_prices(problem: &super::Problem) -> Vec<(usize, Vec<TopicPrice>)> {
    let setup = Setup::of(problem);
    (0..problem.rounds.len())
        .filter_map(|number| Some((number, Wishes::of(&setup, number)?.prices())))
        .collect()
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test says what it missed")]
mod tests {
    use pathfinding::prelude::{Matrix, kuhn_munkres_min};
    use proptest::prelude::*;

    use super::*;

    /// The least cost by matching people to seats: each topic's smallest size as seats that must be taken.
    fn by_matching(costs: &[i64], limits: &[Limits]) -> Option<i64> {
        let (topics, people) = (limits.len(), costs.len() / limits.len());
        let seats: Vec<(usize, bool)> = limits
            .iter()
            .enumerate()
            .flat_map(|(t, limits)| (0..limits.max.min(people)).map(move |n| (t, n < limits.min)))
            .collect();
        if limits.iter().map(|l| l.min).sum::<usize>() > people || seats.len() < people {
            return None;
        }
        // Seats left over go to nobody, which seats that must be taken may not.
        let cost = |row: usize, column: usize| {
            let (topic, must) = seats[column];
            if row < people {
                costs[row * topics + topic]
            } else if must {
                1_000_000
            } else {
                0
            }
        };
        let square = Matrix::from_fn(seats.len(), seats.len(), |(row, column)| cost(row, column));
        Some(kuhn_munkres_min(&square).0)
    }

    proptest! {
        #[test]
        fn the_flow_costs_what_a_matching_costs(
            topics in 1_usize..5,
            ranks in prop::collection::vec(0_i64..6, 0..48),
            limits in prop::collection::vec((0_usize..4, 0_usize..6), 5),
        ) {
            let people = ranks.len() / topics;
            let costs: Vec<i64> = ranks[..people * topics].iter().map(|rank| rank * rank).collect();
            let limits: Vec<Limits> =
                limits[..topics].iter().map(|&(min, more)| Limits { min, max: min + more }).collect();
            let assigned = assign(&costs, &limits);
            prop_assert_eq!(assigned.topic_of.len(), people);
            for (topic, size) in assigned.sizes.iter().enumerate() {
                prop_assert_eq!(*size, assigned.topic_of.iter().filter(|t| **t == topic).count());
            }
            let misfits: usize = assigned.sizes.iter().zip(&limits)
                .map(|(n, l)| l.min.saturating_sub(*n) + n.saturating_sub(l.max)).sum();
            let (least, most) = limits.iter().fold((0, 0), |(a, b), l| (a + l.min, b + l.max));
            prop_assert_eq!(misfits, least.saturating_sub(people) + people.saturating_sub(most));
            if let Some(cost) = by_matching(&costs, &limits) {
                prop_assert_eq!(assigned.cost, cost);
            }
        }
    }
}
