//! Equal Shares against its definition.

mod justice;
mod naive;

use proptest::prelude::*;

use super::*;

/// Projects `a`, `b`, … with costs and gains.
pub(super) fn election(costs: &[(u64, u64)], ballots: &[Vec<(u32, u32)>], budget: u64) -> Election {
    let project = |(place, (cost, gain)): (usize, &(u64, u64))| Project {
        id: char::from(b'a' + u8::try_from(place).unwrap()).to_string(),
        cost: *cost,
        gain: *gain,
    };
    let projects = costs.iter().enumerate().map(project).collect();
    Election::new(projects, ballots.to_vec(), budget, 1).unwrap()
}

/// What voters think of the projects, what these cost and bring, and the budget.
pub(super) fn small() -> impl Strategy<Value = Election> {
    (1_usize..7, 1_usize..9, any::<bool>()).prop_flat_map(|(projects, voters, dots)| {
        let weights = if dots { 0..4_u32 } else { 0..2 };
        let costs = prop_oneof![
            prop::collection::vec((1_u64..30, 1_u64..2), projects),
            prop::collection::vec((2_u64..4, 1_u64..5), projects),
            prop::collection::vec((0_u64..12, 1_u64..9), projects),
            Just(vec![(1, 1); projects]),
        ];
        let ballots = prop::collection::vec(prop::collection::vec(weights, projects), voters);
        (costs, ballots, 0_u64..80).prop_map(|(costs, ballots, budget)| {
            let ballots: Vec<Vec<(u32, u32)>> =
                ballots.into_iter().map(|ballot| (0..).zip(ballot).collect()).collect();
            election(&costs, &ballots, budget)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn it_buys_what_the_definition_buys_in_the_same_order_at_the_same_price(asked in small()) {
        let shares = equal_shares(&asked);
        let naive = naive::run(&asked, asked.budget().into());
        let bought: Vec<_> = shares.payments.iter().map(|payment| (payment.project, payment.price.clone())).collect();
        prop_assert_eq!(bought, naive);
        prop_assert_eq!(&shares.completed_by_units, &naive::by_units(&asked));
    }

    #[test]
    fn nobody_pays_more_than_the_share_and_every_winner_is_paid_exactly(asked in small()) {
        let shares = equal_shares(&asked);
        let voters = asked.ballots().len();
        let share = Amount::new(asked.budget().into(), voters.into());
        let mut paid = vec![Amount::default(); shares.payments.len()];
        for voter in 0..voters {
            let mine = paid_by(&asked, &shares.payments, voter);
            prop_assert!(mine.iter().sum::<Amount>() <= share);
            for (sum, mine) in paid.iter_mut().zip(mine) {
                *sum += mine;
            }
        }
        for (payment, paid) in shares.payments.iter().zip(paid) {
            prop_assert_eq!(paid, Amount::from_integer(asked.projects()[payment.project].cost.into()));
        }
        for winners in [&shares.winners, &shares.completed, &shares.completed_by_units, &plain(&asked).0] {
            prop_assert!(winners.is_sorted() && asked.total(winners) <= u128::from(asked.budget()));
            prop_assert!(winners.iter().all(|winner| !asked.backers(*winner).is_empty()));
        }
        prop_assert!(asked.represented(&plain(&asked).0) <= voters);
    }

    #[test]
    fn completion_of_equal_costs_leaves_room_for_nothing_that_anybody_supports(
        ballots in prop::collection::vec(prop::collection::vec(0_u32..3, 5), 1..9),
        cost in 1_u64..4,
        budget in 0_u64..20,
    ) {
        let ballots: Vec<Vec<(u32, u32)>> = ballots.into_iter().map(|b| (0..).zip(b).collect()).collect();
        let asked = election(&[(cost, 1); 5], &ballots, budget);
        let winners = equal_shares(&asked).completed;
        let supported = asked.supported().0.len();
        prop_assert_eq!(winners.len(), supported.min((budget / cost) as usize));
    }
}

#[test]
fn of_equal_projects_the_id_that_comes_first_as_text_wins() {
    let projects = ["b", "a10", "a9"].map(|id| Project { id: id.to_owned(), cost: 2, gain: 1 });
    let asked = Election::new(projects.to_vec(), vec![vec![(0, 1), (1, 1), (2, 1)]; 2], 2, 1).unwrap();
    assert_eq!(equal_shares(&asked).winners, [1]);
    assert_eq!(plain(&asked).0, [1]);
}

#[test]
fn what_costs_nothing_is_won_by_whoever_wants_it() {
    let asked = election(&[(0, 1), (0, 1), (5, 1)], &[vec![(0, 1), (2, 1)]], 0);
    let shares = equal_shares(&asked);
    assert_eq!((shares.winners, shares.completed), (vec![0], vec![0]));
    assert_eq!(plain(&asked).0, [0]);
}

#[test]
fn without_voters_nothing_is_bought() {
    let asked = election(&[(1, 1)], &[], 10);
    let shares = equal_shares(&asked);
    assert!(shares.winners.is_empty() && shares.completed.is_empty() && plain(&asked).0.is_empty());
}

#[test]
fn amounts_as_large_as_are_taken_stay_exact() {
    // 3 voters, and a budget that is no multiple of 3: a rounded share would not pay for both.
    let cost = LARGEST_COST / 2;
    let ballots = vec![vec![(0, LARGEST_WEIGHT), (1, 1)]; 3];
    let asked = election(&[(cost, LARGEST_COST), (cost, LARGEST_COST)], &ballots, LARGEST_COST);
    assert_eq!(equal_shares(&asked).winners, [0, 1]);
    let short = election(&[(cost, LARGEST_COST), (cost, LARGEST_COST)], &ballots, LARGEST_COST - 1);
    assert_eq!(equal_shares(&short).winners, [0]);
}

#[test]
fn what_cannot_be_worked_out_exactly_is_refused() {
    let project = |cost, gain| vec![Project { id: "a".to_owned(), cost, gain }];
    let new = |projects, ballot: Vec<(u32, u32)>| Election::new(projects, vec![ballot], 1, 1).map(|_| ());
    assert_eq!(new(project(LARGEST_COST + 1, 1), vec![]), Err(Unfit::Amount));
    assert_eq!(new(project(1, LARGEST_COST + 1), vec![]), Err(Unfit::Amount));
    assert_eq!(new(project(1, 1), vec![(0, LARGEST_WEIGHT + 1)]), Err(Unfit::Weight));
    assert_eq!(new(project(1, 1), vec![(1, 1)]), Err(Unfit::Ballot));
    assert_eq!(new(project(1, 1), vec![(0, 1), (0, 1)]), Err(Unfit::Ballot));
    assert_eq!(Election::new(project(1, 1), vec![], 1, 0).map(|_| ()), Err(Unfit::Unit));
    assert_eq!(new(project(1, 1), vec![(0, 1), (0, 0)]), Ok(()));
}

#[test]
fn a_tie_at_the_budgets_line_is_named_with_what_settled_it() {
    // Two points each, and room for one of them.
    let asked = election(&[(3, 1), (3, 1), (9, 1)], &vec![vec![(0, 1), (1, 1), (2, 1)]; 2], 5);
    assert_eq!(plain(&asked), (vec![0], vec![LineTie { tied: vec![0, 1], by_id: true }]));
    let asked = election(&[(3, 1), (3, 1)], &[vec![(0, 2), (1, 1)], vec![(1, 1)]], 5);
    assert_eq!(plain(&asked), (vec![1], vec![LineTie { tied: vec![0, 1], by_id: false }]));
    let asked = election(&[(3, 1), (3, 1)], &[vec![(0, 1), (1, 1)]], 6);
    assert_eq!(plain(&asked).1, []);
}

#[test]
fn large_budgets_are_completed_in_larger_steps_and_say_so() {
    // Three of three minds, none of whom can pay until the shares are 0.6 of the budget.
    let asked = |budget: u64| {
        let costs = [6, 7, 8].map(|tenths| (budget / 10 * tenths, 1));
        election(&costs, &[vec![(0, 1)], vec![(1, 1)], vec![(2, 1)]], budget)
    };
    let small = equal_shares(&asked(10_000));
    assert_eq!((small.completed_by_units, small.step), (vec![0], 1));
    let mut before = 1;
    for budget in [100_000_000, LARGEST_COST] {
        let shares = equal_shares(&asked(budget));
        assert!(shares.winners.is_empty());
        assert_eq!(shares.completed_by_units, [0], "{budget}");
        assert!(shares.step > before, "{budget}: {}", shares.step);
        before = shares.step;
    }
}

/// What one voter pays for each of these purchases, in their order, by the definition: the price times the weight, or all that
/// is left.
fn paid_by(election: &Election, payments: &[Payment], voter: usize) -> Vec<Amount> {
    let ballot = election.ballots().get(voter).map_or(&[][..], Vec::as_slice);
    let share = Amount::new(election.budget().into(), election.ballots().len().max(1).into());
    let mut left = share;
    payments
        .iter()
        .map(|payment| {
            let weight = ballot.iter().find(|(project, _)| *project as usize == payment.project);
            let due = weight.map(|(_, weight)| &payment.price * BigInt::from(*weight)).unwrap_or_default();
            let paid = due.min(left.clone());
            left -= &paid;
            paid
        })
        .collect()
}
