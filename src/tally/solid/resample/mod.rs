//! The ballots drawn again (bootstrap).

mod draw;
mod table;

use self::draw::Urn;
use self::table::Table;
use super::RESAMPLES;
use crate::planner::random::Random;
use crate::tally::cut::{Tie, settle};
use crate::tally::points::{Points, Totals};

/// In how many of [`RESAMPLES`] resamples the result is the same: each draws as many ballots as there are, with
/// replacement, all at random from the seed (B. Efron, *Bootstrap Methods: Another Look at the Jackknife*, Annals of
/// Statistics 7, 1979). None without ballots.
pub fn resampled(points: &Points, totals: &Totals, seats: usize, tie: Tie, seed: u64) -> Option<u32> {
    let order = by_content(points);
    let urn = Urn::of(order.iter().map(|kind| points.weights.get(*kind).copied().unwrap_or(0)));
    if urn.all() == 0 {
        return None;
    }
    let same = settle(&totals.rows(), seats, tie).goes(points.options);
    let mut random = Random::new(seed);
    let mut times = 0;
    let mut look = |drawn: &Totals| {
        times += u32::from(settle(&drawn.rows(), seats, tie).goes(points.options) == same);
    };
    // Supporters decide nothing but a tie by that rule.
    match Table::of(points, &order, tie == Tie::Supporters) {
        Some(table) => table.draw(&urn, &mut random, RESAMPLES as usize, &mut |drawn| look(&drawn)),
        None => {
            let cells = |place: usize| order.get(place).map_or(&[][..], |kind| points.cells(*kind));
            for _ in 0..RESAMPLES {
                let mut drawn = Totals::of(points.options);
                urn.draw(&mut random, &mut |place, count| drawn.add(cells(place), count));
                look(&drawn);
            }
        }
    }
    Some(times)
}

/// The different ballots by what is on them, so that it makes no difference in which order they came: of a secret vote that
/// order is drawn, and the figure is to be the same wherever the same ballots are looked at.
fn by_content(points: &Points) -> Vec<usize> {
    let mut order: Vec<usize> = (0..points.weights.len()).collect();
    let content = |kind: usize| points.cells(kind).iter().map(|cell| (cell.option, cell.points, cell.agrees));
    order.sort_by(|a, b| content(*a).cmp(content(*b)));
    order
}
