//! What stands in a `.pb` file, and the election that it makes.

use super::decimal::Decimal;
use crate::tally::shares::{self, Election, Unfit};

/// What voters write down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum VoteType {
    /// The projects that one supports.
    Approval,
    /// Points from a sum.
    Cumulative,
    /// Projects, the best first.
    Ordinal,
    /// Points on a scale.
    Scoring,
}

impl VoteType {
    /// Its name in the file.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Approval => "approval",
            Self::Cumulative => "cumulative",
            Self::Ordinal => "ordinal",
            Self::Scoring => "scoring",
        }
    }

    /// Whether a vote says how many points.
    pub(crate) fn has_points(self) -> bool {
        matches!(self, Self::Cumulative | Self::Scoring)
    }
}

/// What a project is worth to a supporter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) enum Utility {
    /// The points or dots; 1 for approval; for rankings Borda's (number of projects less the place).
    #[default]
    Dots,
    /// What it costs: money well spent.
    Cost,
    /// 1: as many projects as possible.
    One,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Project {
    pub id: String,
    /// Its name, where there is one.
    pub name: Option<String>,
    pub cost: Decimal,
}

/// A project on a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Vote {
    /// The place of the project, from 0.
    pub project: u32,
    /// The points; 1 where the vote has none. 0 is no support.
    pub points: Decimal,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Voter {
    pub id: String,
    /// The votes, in the order written.
    pub votes: Vec<Vote>,
}

/// What stands in a `.pb` file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Instance {
    /// Keys and values other than those that follow from the rest (`num_projects`, `num_votes`, `budget`, `vote_type`).
    pub meta: Vec<(String, String)>,
    /// What voters write down.
    pub vote_type: VoteType,
    pub budget: Decimal,
    pub projects: Vec<Project>,
    pub voters: Vec<Voter>,
}

impl Instance {
    /// How many digits after the point the costs and the budget have at most.
    pub(crate) fn money_decimals(&self) -> u32 {
        let costs = self.projects.iter().map(|project| project.cost);
        costs.chain([self.budget]).map(Decimal::decimals).max().unwrap_or(0)
    }

    /// How many digits after the point the points have at most.
    pub(crate) fn point_decimals(&self) -> u32 {
        let votes = self.voters.iter().flat_map(|voter| &voter.votes);
        votes.map(|vote| vote.points.decimals()).max().unwrap_or(0)
    }

    /// A value of META.
    pub(crate) fn meta(&self, key: &str) -> Option<&str> {
        self.meta.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// The election for a utility. Money is counted in the smallest decimal that occurs, so are points.
    ///
    /// # Errors
    /// [`Unfit`] for numbers beyond what is computed exactly; what [`super::read`] gave is within.
    pub(crate) fn election(&self, utility: Utility) -> Result<Election, Unfit> {
        let (money, points) = (self.money_decimals(), self.point_decimals());
        let project = |project: &Project| {
            let cost = project.cost.scaled(money).ok_or(Unfit::Amount)?;
            let gain = if utility == Utility::Cost { cost } else { 1 };
            Ok(shares::Project { id: project.id.clone(), cost, gain })
        };
        let ballot = |voter: &Voter| {
            let weight = |(place, vote): (usize, &Vote)| {
                let weight = match (utility, self.vote_type) {
                    _ if vote.points.is_zero() => 0,
                    (Utility::Dots, VoteType::Ordinal) => {
                        u32::try_from(self.projects.len().saturating_sub(place + 1)).unwrap_or(u32::MAX)
                    }
                    (Utility::Dots, _) => {
                        let points = vote.points.scaled(points).and_then(|points| u32::try_from(points).ok());
                        points.ok_or(Unfit::Weight)?
                    }
                    (Utility::Cost | Utility::One, _) => 1,
                };
                Ok((vote.project, weight))
            };
            voter.votes.iter().enumerate().map(weight).collect()
        };
        let projects = self.projects.iter().map(project).collect::<Result<_, _>>()?;
        let ballots = self.voters.iter().map(ballot).collect::<Result<_, _>>()?;
        let budget = self.budget.scaled(money).ok_or(Unfit::Amount)?;
        Election::new(projects, ballots, budget, 10_u64.checked_pow(money).ok_or(Unfit::Amount)?)
    }
}
