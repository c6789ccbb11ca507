//! What Equal Shares is asked: projects with costs, voters with weights on them, a budget.

/// The largest budget and the largest cost, in whole units.
pub(crate) const LARGEST_COST: u64 = 1_000_000_000_000_000_000;
/// The largest weight of one voter on one project.
pub(crate) const LARGEST_WEIGHT: u32 = 1_000_000_000;
pub(crate) const MOST_VOTERS: usize = 1 << 24;

/// Something that can be bought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Its id; ties fall to the id that comes first as text.
    pub id: String,
    /// What it costs, in whole units of the budget.
    pub cost: u64,
    /// What one weight on it is worth to whoever set it: 1 where points or projects are counted, its cost where money is.
    pub gain: u64,
}

/// Why an election cannot be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// A cost or the budget is above [`LARGEST_COST`], or a gain.
    #[error("an amount is too large")]
    Amount,
    /// A weight is above [`LARGEST_WEIGHT`].
    #[error("a weight is too large")]
    Weight,
    /// There are more than [`MOST_VOTERS`].
    #[error("too many voters")]
    Voters,
    /// A ballot names a project that is not there, or one twice.
    #[error("a ballot names a project that is not there, or one twice")]
    Ballot,
    /// The unit is 0.
    #[error("the unit is 0")]
    Unit,
}

/// An election as Equal Shares sees it: the utility of a project to a voter is its gain times the weight on the ballot.
#[derive(Debug, Clone)]
pub struct Election {
    projects: Vec<Project>,
    ballots: Vec<Vec<(u32, u32)>>,
    budget: u64,
    unit: u64,
    /// For each project, who supports it and with which weight.
    backers: Vec<Vec<(u32, u32)>>,
    /// For each project, its place among the ids sorted as text.
    ranks: Vec<u32>,
}

impl Election {
    /// An election. `ballots` holds for each voter pairs of a project's place and its weight; weights of 0 are no support.
    /// `unit` is how many of the whole units in which costs and budget are given make one unit of money (100 where these
    /// are cents): completion raises the budget by it.
    ///
    /// # Errors
    /// [`Unfit`] where a number is beyond what is computed exactly, or a ballot makes no sense.
    pub fn new(
        projects: Vec<Project>,
        mut ballots: Vec<Vec<(u32, u32)>>,
        budget: u64,
        unit: u64,
    ) -> Result<Self, Unfit> {
        let large = |project: &Project| project.cost > LARGEST_COST || project.gain > LARGEST_COST;
        if budget > LARGEST_COST || unit > LARGEST_COST || projects.iter().any(large) {
            return Err(Unfit::Amount);
        }
        if unit == 0 {
            return Err(Unfit::Unit);
        }
        if ballots.len() > MOST_VOTERS {
            return Err(Unfit::Voters);
        }
        let mut backers: Vec<Vec<(u32, u32)>> = vec![Vec::new(); projects.len()];
        for (voter, ballot) in (0_u32..).zip(&mut ballots) {
            ballot.retain(|(_, weight)| *weight > 0);
            for (project, weight) in ballot {
                if *weight > LARGEST_WEIGHT {
                    return Err(Unfit::Weight);
                }
                let project = usize::try_from(*project).ok().and_then(|place| backers.get_mut(place));
                let backers = project.ok_or(Unfit::Ballot)?;
                if backers.last().is_some_and(|(last, _)| *last == voter) {
                    return Err(Unfit::Ballot);
                }
                backers.push((voter, *weight));
            }
        }
        let mut sorted: Vec<(usize, &str)> =
            projects.iter().map(|project| project.id.as_str()).enumerate().collect();
        sorted.sort_by_key(|(place, id)| (*id, *place));
        let mut ranks = vec![0; projects.len()];
        for (rank, (place, _)) in (0..).zip(&sorted) {
            if let Some(slot) = ranks.get_mut(*place) {
                *slot = rank;
            }
        }
        Ok(Self { projects, ballots, budget, unit, backers, ranks })
    }

    /// The projects, in the order handed in.
    pub(crate) fn projects(&self) -> &[Project] {
        &self.projects
    }

    /// For each voter, the supported projects by place, with weights above 0.
    pub(crate) fn ballots(&self) -> &[Vec<(u32, u32)>] {
        &self.ballots
    }

    /// The budget, in whole units.
    pub(crate) fn budget(&self) -> u64 {
        self.budget
    }

    /// How many whole units make one unit of money.
    pub(crate) fn unit(&self) -> u64 {
        self.unit
    }

    /// What every project costs, where all cost the same and something.
    pub(crate) fn one_cost(&self) -> Option<u64> {
        let first = self.projects.first()?.cost;
        (first > 0 && self.projects.iter().all(|project| project.cost == first)).then_some(first)
    }

    /// How many voters have at least one of these projects on their ballots.
    pub(crate) fn represented(&self, winners: &[usize]) -> usize {
        let mut won = vec![false; self.projects.len()];
        for winner in winners {
            if let Some(slot) = won.get_mut(*winner) {
                *slot = true;
            }
        }
        let has = |(project, _): &(u32, u32)| won.get(*project as usize).copied().unwrap_or(false);
        self.ballots.iter().filter(|ballot| ballot.iter().any(has)).count()
    }

    pub(super) fn backers(&self, project: usize) -> &[(u32, u32)] {
        self.backers.get(project).map_or(&[], Vec::as_slice)
    }

    pub(super) fn ballot(&self, voter: u32) -> &[(u32, u32)] {
        self.ballots.get(voter as usize).map_or(&[], Vec::as_slice)
    }

    pub(super) fn rank(&self, project: usize) -> u32 {
        self.ranks.get(project).copied().unwrap_or(u32::MAX)
    }

    pub(super) fn cost(&self, project: usize) -> u64 {
        self.projects.get(project).map_or(0, |project| project.cost)
    }

    /// All that somebody supports and that costs something, and all that somebody supports and that costs nothing.
    pub(super) fn supported(&self) -> (Vec<usize>, Vec<usize>) {
        let supported = (0..self.projects.len()).filter(|project| !self.backers(*project).is_empty());
        supported.partition(|project| self.cost(*project) > 0)
    }

    /// What projects cost together. 10¹⁸ each, and fewer than 2³² of them.
    pub(super) fn total(&self, projects: &[usize]) -> u128 {
        projects.iter().map(|project| u128::from(self.cost(*project))).sum()
    }
}
