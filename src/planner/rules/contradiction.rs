//! Why not: the smallest set of wishes that contradict one another, and what giving up each of them would buy.
//!
//! A set of wishes that contradicts itself and would not if any one were left out is a minimal unsatisfiable subset (MUS). The
//! smallest of them is found by hitting sets: whatever has to be given up for the rest to be possible (a correction set) has a
//! wish in every contradiction, so the smallest set that hits all correction sets known so far is a contradiction, or leads to a
//! correction set not known yet (A. Ignatiev, A. Previti, M. Liffiton, J. Marques-Silva: *Smallest MUS Extraction with Minimal
//! Hitting Set Dualization*, CP 2015).

use rustsat::encodings::card::{BoundUpper, Totalizer};
use rustsat::instances::{BasicVarManager, ManageVars};
use rustsat::solvers::{Solve, SolveIncremental, SolverResult};
use rustsat::types::{Clause, Lit, TernaryVal};
use rustsat_batsat::BasicSolver;

use super::super::cells::at;
use super::super::constraints::Frame;
use super::super::model::Problem;
use super::Wish;
use super::formula::{Answer, Formula, Purpose};

/// The most contradictions that are told of one round.
const MOST: usize = 5;
/// How many questions may be asked on the way to the smallest set.
const QUESTIONS: usize = 2_000;

/// Wishes that cannot all be met, though any of them could be left out and the others met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Contradiction {
    /// The wishes, each with what giving it up would buy.
    pub wishes: Vec<GivenUp>,
    /// Whether no smaller set of wishes contradicts itself. (False: it was not found out.)
    pub smallest: bool,
}

/// What giving up a wish would buy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GivenUp {
    pub wish: Wish,
    /// Whether all other wishes of the round could be met then, those of other contradictions aside; none: not found out.
    pub frees: Option<bool>,
    /// For a wish with a number: the nearest number with which all others could be met.
    pub instead: Option<usize>,
}

/// Whether all wishes about round number `round` can be met; none where that was not found out.
pub(in crate::planner) fn can_be_met(problem: &Problem, round: usize) -> Option<bool> {
    let frame = Frame::of(problem, round);
    let mut formula = Formula::of(problem, round, &frame, Purpose::Wishes)?;
    if !by_counting(&formula, &frame).is_empty() {
        return Some(false);
    }
    let all: Vec<usize> = (0..formula.wishes.len()).collect();
    match formula.ask(&assumed(&formula, &all)) {
        Answer::Can => Some(true),
        Answer::Cannot(_) => Some(false),
        Answer::Unknown => None,
    }
}

/// What contradicts itself among the wishes about round number `round`: empty where all can be met, none where that was not
/// found out (the round is very large, or the question too hard).
pub(crate) fn contradictions(problem: &Problem, round: usize) -> Option<Vec<Contradiction>> {
    let frame = Frame::of(problem, round);
    let mut formula = Formula::of(problem, round, &frame, Purpose::Wishes)?;
    let counted = by_counting(&formula, &frame);
    let mut knots: Vec<(Vec<usize>, bool)> = Vec::new();
    let mut is_open = vec![true; formula.wishes.len()];
    let mut known = true;
    while knots.len() < MOST {
        let open: Vec<usize> = (0..is_open.len()).filter(|wish| at(&is_open, *wish)).collect();
        let by_count = counted.iter().find(|knot| knot.iter().all(|wish| at(&is_open, *wish)));
        let core = match by_count {
            Some(knot) => knot.clone(),
            None => match formula.ask(&assumed(&formula, &open)) {
                Answer::Cannot(core) => {
                    open.iter().copied().filter(|wish| core.contains(&literal(&formula, *wish))).collect()
                }
                answer => {
                    known = answer == Answer::Can;
                    break;
                }
            },
        };
        let knot = smallest(&mut formula, &open, core);
        knot.0.iter().for_each(|wish| super::super::cells::put(&mut is_open, *wish, false));
        if knot.0.is_empty() {
            break;
        }
        knots.push(knot);
    }
    if knots.is_empty() && !known {
        return None;
    }
    let tied: Vec<usize> = knots.iter().flat_map(|(knot, _)| knot.iter().copied()).collect();
    let free: Vec<usize> = (0..is_open.len()).filter(|wish| !tied.contains(wish)).collect();
    // However long the search was, what it found is to be told in full.
    formula.have_patience();
    let told = knots.into_iter().map(|(knot, smallest)| Contradiction {
        wishes: knot.iter().map(|wish| given_up(&mut formula, &frame, &free, &knot, *wish)).collect(),
        smallest,
    });
    Some(told.collect())
}

fn literal(formula: &Formula, wish: usize) -> Lit {
    formula.wishes.get(wish).map_or(Lit::positive(0), |(_, literal)| *literal)
}

fn assumed(formula: &Formula, wishes: &[usize]) -> Vec<Lit> {
    wishes.iter().map(|wish| literal(formula, *wish)).collect()
}

/// What is seen by counting alone, which logic is bad at: minimums above the number of people, maximums below it, more people
/// kept apart than there are rooms. The smallest come first, and none of them could do without a wish.
fn by_counting(formula: &Formula, frame: &Frame) -> Vec<Vec<usize>> {
    let (mut mins, mut maxes, mut knots) = (Vec::new(), Vec::new(), Vec::new());
    for (number, (wish, _)) in formula.wishes.iter().enumerate() {
        match wish {
            Wish::Min { min, .. } => mins.push((*min, number)),
            Wish::Max { max, .. } => maxes.push((*max, number)),
            Wish::Apart { people } if people.len() > frame.rooms() => knots.push(vec![number]),
            _ => {}
        }
    }
    // The largest first: so the fewest are more than there are people.
    mins.sort_by_key(|(min, number)| (std::cmp::Reverse(*min), *number));
    let (mut sum, mut knot) = (0_usize, Vec::new());
    for (min, number) in mins {
        if sum <= frame.count {
            sum = sum.saturating_add(min);
            knot.push(number);
        }
    }
    if sum > frame.count {
        knot.sort_unstable();
        knots.push(knot);
    }
    let seats = maxes.iter().fold(0_usize, |sum, (max, _)| sum.saturating_add(*max));
    if maxes.len() == frame.rooms() && seats < frame.count {
        knots.push(maxes.into_iter().map(|(_, number)| number).collect());
    }
    knots.sort_by_key(Vec::len);
    knots
}

/// The smallest contradiction among the open wishes, at first the one in the core; and whether it is proved to be.
fn smallest(formula: &mut Formula, open: &[usize], core: Vec<usize>) -> (Vec<usize>, bool) {
    let mut asked = 0;
    let mut ask = |formula: &mut Formula, wishes: &[usize]| {
        asked += 1;
        let answer = if asked > QUESTIONS { Answer::Unknown } else { formula.ask(&assumed(formula, wishes)) };
        (answer, asked > QUESTIONS)
    };
    // Whatever can be left out is left out.
    let mut least = core;
    let mut place = 0;
    while place < least.len() {
        let mut without = least.clone();
        without.remove(place);
        match ask(formula, &without).0 {
            Answer::Cannot(core) => {
                least = without.into_iter().filter(|wish| core.contains(&literal(formula, *wish))).collect();
            }
            Answer::Can | Answer::Unknown => place += 1,
        }
    }
    let Some(mut hitting) = Hitting::of(open.len()) else { return (least, false) };
    for size in 1..least.len() {
        while let Some(hit) = hitting.set(size) {
            let mut chosen: Vec<usize> = hit.iter().filter_map(|place| open.get(*place).copied()).collect();
            match ask(formula, &chosen) {
                (Answer::Cannot(_), _) => return (chosen, true),
                (Answer::Unknown, _) => return (least, false),
                (Answer::Can, _) => {}
            }
            // As many as possible with these: what is left is a correction set.
            let mut left = Vec::new();
            for (place, wish) in open.iter().enumerate().filter(|(place, _)| !hit.contains(place)) {
                chosen.push(*wish);
                let (answer, over) = ask(formula, &chosen);
                if over {
                    return (least, false);
                }
                if answer != Answer::Can {
                    chosen.pop();
                    left.push(place);
                }
            }
            if hitting.add(&left).is_none() {
                return (least, false);
            }
        }
    }
    (least, true)
}

/// Sets that are to be hit, and the smallest set that hits them all.
struct Hitting {
    solver: BasicSolver,
    variables: BasicVarManager,
    literals: Vec<Lit>,
    size: Totalizer,
}

impl Hitting {
    fn of(count: usize) -> Option<Self> {
        let mut variables = BasicVarManager::default();
        let literals: Vec<Lit> = (0..count).map(|_| variables.new_lit()).collect();
        let mut solver = BasicSolver::default();
        solver.reserve(literals.last()?.var()).ok()?;
        Some(Self { solver, variables, size: Totalizer::from_iter(literals.iter().copied()), literals })
    }

    fn add(&mut self, places: &[usize]) -> Option<()> {
        let clause: Clause = places.iter().filter_map(|place| self.literals.get(*place).copied()).collect();
        self.solver.add_clause(clause).ok()
    }

    /// A set of at most this size that hits all, if there is one.
    fn set(&mut self, size: usize) -> Option<Vec<usize>> {
        self.size.encode_ub(size..=size, &mut self.solver, &mut self.variables).ok()?;
        let assumed = self.size.enforce_ub(size).ok()?;
        if !matches!(self.solver.solve_assumps(&assumed), Ok(SolverResult::Sat)) {
            return None;
        }
        let holds = |literal: &Lit| matches!(self.solver.lit_val(*literal), Ok(TernaryVal::True));
        Some((0..self.literals.len()).filter(|place| self.literals.get(*place).is_some_and(holds)).collect())
    }
}

fn given_up(formula: &mut Formula, frame: &Frame, free: &[usize], knot: &[usize], wish: usize) -> GivenUp {
    let kept: Vec<usize> = free.iter().chain(knot.iter().filter(|other| **other != wish)).copied().collect();
    let kept = assumed(formula, &kept);
    let given = formula.wishes.get(wish).map(|(wish, _)| wish.clone());
    let frees = match formula.ask(&kept) {
        Answer::Can => Some(true),
        Answer::Cannot(_) => Some(false),
        Answer::Unknown => None,
    };
    let instead = if frees == Some(true) { nearest(formula, frame, &kept, given.as_ref()) } else { None };
    GivenUp { wish: given.unwrap_or(Wish::Interpreted { rooms: 0 }), frees, instead }
}

/// The nearest number with which the wish goes together with all that is kept.
fn nearest(formula: &mut Formula, frame: &Frame, kept: &[Lit], wish: Option<&Wish>) -> Option<usize> {
    type Bound = fn(&mut Formula, usize, usize) -> Option<Vec<Lit>>;
    let (room, numbers, bound): (usize, Vec<usize>, Bound) = match wish? {
        Wish::Max { room, max } => (*room, (max + 1..=frame.count).collect(), Formula::at_most),
        Wish::Min { room, min } => (*room, (1..=frame.count.min(min - 1)).rev().collect(), Formula::at_least),
        Wish::Interpreted { rooms } => {
            (0, (rooms + 1..=frame.rooms()).collect(), |formula, _, most| formula.at_most_interpreted(most))
        }
        _ => return None,
    };
    numbers.into_iter().find(|number| {
        let Some(bounded) = bound(formula, room, *number) else { return false };
        let all: Vec<Lit> = kept.iter().copied().chain(bounded).collect();
        formula.ask(&all) == Answer::Can
    })
}
