//! The votes of a `.pb` file as ballots that are counted.

use super::decimal::Decimal;
use super::instance::{Instance, VoteType};
use crate::tally::ballot::Budget;
use crate::tally::method::Method;
use crate::tally::profile::{Cast, Profile};
use crate::tally::table::Table;

impl Instance {
    /// How the file's people voted: points are dots, but for whole scores from 1 to 5 under `min_points` 1 and `max_points` 5.
    pub(crate) fn method(&self) -> Method {
        let scored = self.meta("min_points") == Some("1") && self.meta("max_points") == Some("5");
        let on_the_scale = |points: Decimal| points.scaled(0).is_some_and(|points| (1..=5).contains(&points));
        let mut votes = self.voters.iter().flat_map(|voter| &voter.votes);
        match self.vote_type {
            VoteType::Approval => Method::Approval,
            VoteType::Ordinal => Method::Rank,
            VoteType::Scoring if scored && votes.all(|vote| on_the_scale(vote.points)) => Method::Score,
            // What a voter may give was seen to when the file was read.
            VoteType::Scoring | VoteType::Cumulative => {
                Method::Dots(Budget { dots: u32::MAX, cap: u32::MAX })
            }
        }
    }

    /// All ballots, since a file with a bad one is refused; points are counted in the smallest decimal that occurs.
    pub(crate) fn profile(&self) -> Profile {
        let method = self.method();
        let decimals = self.point_decimals();
        let mut table = Table::default();
        let mut casts = Vec::with_capacity(self.voters.len());
        let mut marks = Vec::new();
        for voter in &self.voters {
            marks.clear();
            for (rank, vote) in (1..).zip(&voter.votes) {
                let points = || vote.points.scaled(decimals).and_then(|points| u32::try_from(points).ok());
                let value = match method {
                    Method::Rank => rank,
                    Method::Approval => 1,
                    _ => points().unwrap_or(u32::MAX),
                };
                if !method.is_blank(value) {
                    marks.push((vote.project, value));
                }
            }
            marks.sort_unstable();
            casts.push(Cast { kind: table.intern(&marks), group: 0 });
        }
        Profile::of(self.projects.len(), method, &table, casts)
    }
}
