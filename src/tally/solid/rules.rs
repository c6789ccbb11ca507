//! The same ballots under other rules.

use crate::tally::accord::medians;
use crate::tally::count::Row;
use crate::tally::method::Method;
use crate::tally::points::Totals;
use crate::tally::profile::Profile;
use crate::tally::ranking::{borda_totals, instant_runoff, pairs, rows_by, schulze};

/// The most options that are compared in pairs.
pub(crate) const MOST_IN_PAIRS: usize = 1_000;

/// A rule that makes an order of the options.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// The totals of the method itself.
    Totals,
    /// How many agree.
    Supporters,
    /// The median of what was given, for scores and gradients.
    Median,
    /// Borda's points from the order of each ballot.
    Borda,
    /// Schulze's method.
    Schulze,
    /// Instant run-off.
    InstantRunoff,
}

impl Rule {
    /// Its name in answers.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Totals => "totals",
            Self::Supporters => "supporters",
            Self::Median => "median",
            Self::Borda => "borda",
            Self::Schulze => "schulze",
            Self::InstantRunoff => "instant_runoff",
        }
    }
}

/// The order of the options by each rule that makes sense for the method: of approvals and consent there are only the
/// numbers of those who agree; other ballots put the options into an order.
pub fn rules(profile: &Profile, totals: &Totals) -> Vec<(Rule, Vec<Row<u32>>)> {
    let supporters = &totals.supporters;
    let mut all = vec![(Rule::Totals, totals.rows()), (Rule::Supporters, rows_by(supporters, supporters))];
    let method = profile.method();
    if method.steps().is_some() {
        // Half steps, and the best first: of gradients the lowest.
        let keys: Vec<u64> = medians(profile)
            .into_iter()
            .map(|median| match median {
                Some(median) if method == Method::Gradients => 1_000_u64.saturating_sub(median.0),
                Some(median) => median.0,
                None => 0,
            })
            .collect();
        all.push((Rule::Median, rows_by(&keys, supporters)));
    }
    if matches!(method, Method::Approval | Method::Consent) {
        return all;
    }
    all.push((Rule::Borda, rows_by(&borda_totals(profile).total, supporters)));
    if profile.options() <= MOST_IN_PAIRS {
        all.push((Rule::Schulze, rows_by(&schulze(&pairs(profile)), supporters)));
        all.push((Rule::InstantRunoff, rows_by(&instant_runoff(profile), supporters)));
    }
    all
}
