//! People to topics at least cost, each topic with a fewest and a most: a minimum-cost flow, exact.
//!
//! Everybody begins at what costs least for them; then people are sent along cheapest chains from topics that have too many to
//! topics that have room, until sizes fit. A chain is a cheapest path in the graph of topics, where an edge costs what the
//! cheapest person would pay for changing (successive shortest paths: Ahuja, Magnanti and Orlin, *Network Flows*, 1993,
//! 9.7). As topics are few, the graph is small, however many people there are.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::cells::{alter, at, put};

/// What a person too few or too many counts: more than any chain.
const MISFIT: i64 = 1 << 40;
/// No edge.
const NONE: i64 = i64::MAX / 4;

/// How many a topic has at least and at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Limits {
    pub(super) min: usize,
    pub(super) max: usize,
}

/// People assigned to topics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Assigned {
    /// For each person, the topic.
    pub(super) topic_of: Vec<usize>,
    /// For each topic, how many.
    pub(super) sizes: Vec<usize>,
    /// What it costs in all, misfits left out.
    pub(super) cost: i64,
}

/// Assigns everybody to a topic at least cost; as few as possible are outside the limits. `costs` has a row a person, a
/// number a topic.
pub(super) fn assign(costs: &[i64], limits: &[Limits]) -> Assigned {
    let topics = limits.len();
    let mut flow = Flow::begin(costs, limits);
    while flow.improve() {}
    let cost = flow.topic_of.iter().enumerate().map(|(p, &topic)| at(costs, p * topics + topic)).sum();
    Assigned { topic_of: flow.topic_of, sizes: flow.sizes, cost }
}

struct Flow<'a> {
    costs: &'a [i64],
    limits: &'a [Limits],
    topics: usize,
    topic_of: Vec<usize>,
    sizes: Vec<usize>,
    /// By topic and topic: who might change from the one to the other, the cheapest first. Some have left since.
    changes: Vec<BinaryHeap<Reverse<(i64, u32)>>>,
}

impl<'a> Flow<'a> {
    fn begin(costs: &'a [i64], limits: &'a [Limits]) -> Self {
        let topics = limits.len();
        let rows = costs.chunks(topics.max(1));
        let cheapest = |row: &[i64]| (0..topics).min_by_key(|&t| (at(row, t), t)).unwrap_or(0);
        let topic_of: Vec<usize> = rows.clone().map(cheapest).collect();
        let mut sizes = vec![0; topics];
        let mut changes: Vec<Vec<Reverse<(i64, u32)>>> = vec![Vec::new(); topics * topics];
        for (p, (&from, row)) in topic_of.iter().zip(rows).enumerate() {
            alter(&mut sizes, from, |size| size + 1);
            for to in (0..topics).filter(|to| *to != from) {
                if let Some(list) = changes.get_mut(from * topics + to) {
                    list.push(Reverse((at(row, to) - at(row, from), p as u32)));
                }
            }
        }
        let changes = changes.into_iter().map(BinaryHeap::from).collect();
        Self { costs, limits, topics, topic_of, sizes, changes }
    }

    /// Sends one person more along the cheapest chain, if that is better.
    fn improve(&mut self) -> bool {
        let topics = self.topics;
        let mut edges = vec![NONE; topics * topics];
        for from in 0..topics {
            for to in (0..topics).filter(|to| *to != from) {
                let cost = self.cheapest(from, to).map_or(NONE, |(cost, _)| cost);
                put(&mut edges, from * topics + to, cost);
            }
        }
        // What it saves that a topic has one less, and then the cheapest way to each topic (Bellman and Ford).
        let mut cost: Vec<i64> = (0..topics).map(|t| self.misfit(t, -1)).collect();
        let mut before: Vec<Option<usize>> = vec![None; topics];
        for _ in 1..topics {
            let mut better = false;
            for from in 0..topics {
                for to in 0..topics {
                    let edge = at(&edges, from * topics + to);
                    let sum = at(&cost, from).saturating_add(edge);
                    if edge < NONE && at(&cost, from) < NONE && sum < at(&cost, to) {
                        put(&mut cost, to, sum);
                        put(&mut before, to, Some(from));
                        better = true;
                    }
                }
            }
            if !better {
                break;
            }
        }
        let ends = (0..topics).filter(|&t| at(&before, t).is_some());
        let Some(end) = ends.min_by_key(|&t| at(&cost, t).saturating_add(self.misfit(t, 1))) else {
            return false;
        };
        if at(&cost, end).saturating_add(self.misfit(end, 1)) >= 0 {
            return false;
        }
        let mut to = end;
        while let Some(from) = at(&before, to) {
            if let Some((_, p)) = self.cheapest(from, to) {
                self.change(p as usize, to);
            }
            to = from;
        }
        alter(&mut self.sizes, to, |size| size - 1);
        alter(&mut self.sizes, end, |size| size + 1);
        true
    }

    /// What the limits cost if a topic has one more or less.
    fn misfit(&self, topic: usize, by: isize) -> i64 {
        let Some(limits) = self.limits.get(topic) else { return 0 };
        let size = at(&self.sizes, topic);
        let Some(new) = size.checked_add_signed(by) else { return NONE };
        let outside = |n: usize| (limits.min.saturating_sub(n) + n.saturating_sub(limits.max)) as i64;
        (outside(new) - outside(size)) * MISFIT
    }

    /// Whoever changes most cheaply from one topic to the other.
    fn cheapest(&mut self, from: usize, to: usize) -> Option<(i64, u32)> {
        let heap = self.changes.get_mut(from * self.topics + to)?;
        while let Some(Reverse((cost, p))) = heap.peek().copied() {
            if at(&self.topic_of, p as usize) == from {
                return Some((cost, p));
            }
            heap.pop();
        }
        None
    }

    fn change(&mut self, p: usize, to: usize) {
        put(&mut self.topic_of, p, to);
        let row = p * self.topics;
        for next in (0..self.topics).filter(|next| *next != to) {
            let cost = at(self.costs, row + next) - at(self.costs, row + to);
            if let Some(heap) = self.changes.get_mut(to * self.topics + next) {
                heap.push(Reverse((cost, p as u32)));
            }
        }
    }
}
