//! What ballots are worth: points for each option, and who agrees with it.

use super::count::{Row, ranked};
use super::method::Method;
use super::profile::Profile;
use super::table::row;

/// What one ballot gives to one option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cell {
    /// The number of the option.
    pub option: u32,
    /// What it adds to its total.
    pub points: u32,
    /// Whether the ballot is a supporter of it.
    pub agrees: bool,
}

/// The different ballots of a [`Profile`], each as the points that it gives; options that get nothing are left out.
#[derive(Debug, Clone)]
pub struct Points {
    pub(super) options: usize,
    pub(super) method: Method,
    ends: Vec<usize>,
    cells: Vec<Cell>,
    pub(super) weights: Vec<u64>,
}

/// Points and supporters of each option, by its number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// Points in all.
    pub total: Vec<u64>,
    /// Ballots that agree.
    pub supporters: Vec<u64>,
}

impl Points {
    /// What the ballots of a profile are worth by its method.
    pub fn of(profile: &Profile) -> Self {
        let (options, method) = (profile.options(), profile.method());
        let mut points = Self {
            options,
            method,
            ends: Vec::new(),
            cells: Vec::new(),
            weights: profile.weights().to_vec(),
        };
        for (_, marks) in profile.iter() {
            let agrees = |value| method.agrees(value);
            let simple = |worth: fn(Method, u32) -> u32| {
                marks.iter().map(move |&(option, value)| Cell {
                    option,
                    points: worth(method, value),
                    agrees: agrees(value),
                })
            };
            match method {
                Method::Dots(_) | Method::Approval | Method::Score => {
                    points.cells.extend(simple(|_, value| value));
                }
                Method::Gradients | Method::Consent => {
                    let cells = simple(|method, value| u32::from(method.agrees(value)));
                    points.cells.extend(cells.filter(|cell| cell.points > 0));
                }
                Method::Rank => points.cells.extend(borda(method, marks, options)),
            }
            points.ends.push(points.cells.len());
        }
        points
    }

    /// What a different ballot gives.
    pub(crate) fn cells(&self, kind: usize) -> &[Cell] {
        row(&self.ends, &self.cells, kind)
    }

    /// The totals of all ballots.
    pub fn totals(&self) -> Totals {
        self.totals_of(self.weights.iter().copied().enumerate())
    }

    /// The totals of some ballots, given by kind with how many of each.
    pub(crate) fn totals_of(&self, ballots: impl Iterator<Item = (usize, u64)>) -> Totals {
        let mut totals = Totals::of(self.options);
        for (kind, weight) in ballots {
            totals.add(self.cells(kind), weight);
        }
        totals
    }
}

/// Borda points of one ballot: as many as it places options below, counting those it does not rank, which get nothing. The
/// order in which they come is that of the ranks.
pub(super) fn borda(
    method: Method,
    marks: &[(u32, u32)],
    options: usize,
) -> impl Iterator<Item = Cell> + use<> {
    let mut order: Vec<(u32, u32, bool)> =
        marks.iter().map(|&(option, value)| (method.place(value), option, method.agrees(value))).collect();
    order.sort_unstable();
    let mut passed = 0;
    let mut cells = Vec::with_capacity(order.len());
    for level in order.chunk_by(|a, b| a.0 == b.0) {
        passed += level.len();
        let points = u32::try_from(options.saturating_sub(passed)).unwrap_or(u32::MAX);
        cells.extend(level.iter().map(|&(_, option, agrees)| Cell { option, points, agrees }));
    }
    cells.into_iter()
}

impl Totals {
    /// Nothing for each of so many options.
    pub(crate) fn of(options: usize) -> Self {
        Self { total: vec![0; options], supporters: vec![0; options] }
    }

    /// Adds a ballot so many times.
    pub(super) fn add(&mut self, cells: &[Cell], times: u64) {
        for cell in cells {
            let place = cell.option as usize;
            if let (Some(total), Some(supporters)) =
                (self.total.get_mut(place), self.supporters.get_mut(place))
            {
                // 2³² ballots of 2³²−1 points fit.
                *total = total.saturating_add(u64::from(cell.points).saturating_mul(times));
                *supporters += if cell.agrees { times } else { 0 };
            }
        }
    }

    /// What is left without a part.
    #[must_use]
    pub(crate) fn without(&self, part: &Self) -> Self {
        let less =
            |all: &[u64], part: &[u64]| all.iter().zip(part).map(|(a, b)| a.saturating_sub(*b)).collect();
        Self { total: less(&self.total, &part.total), supporters: less(&self.supporters, &part.supporters) }
    }

    /// The result: one row an option, by rank and then by number.
    pub fn rows(&self) -> Vec<Row<u32>> {
        let all = (0..).zip(self.total.iter().zip(&self.supporters));
        ranked(
            all.map(|(option, (&total, &supporters))| Row { option, total, supporters, rank: 0 }).collect(),
        )
    }
}
