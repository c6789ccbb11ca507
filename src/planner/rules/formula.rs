//! The formula of a round, and the solver that is asked.

use std::cell::Cell;
use std::collections::BTreeMap;

use rustsat::encodings::am1::{Encode as _, Ladder};
use rustsat::encodings::card::{BoundLower, BoundUpper, Totalizer};
use rustsat::instances::{BasicVarManager, ManageVars};
use rustsat::solvers::{Solve, SolveIncremental, SolverResult};
use rustsat::types::{Clause, Lit, TernaryVal};
use rustsat_batsat::Solver;

use super::super::cells::row;
use super::super::constraints::Frame;
use super::super::language::LanguageSet;
use super::super::model::{Groups, Person, Problem};
use super::Wish;
use super::speech::ways;

/// Up to so many people times rooms a formula is made; above it would take minutes.
const CELLS: usize = 30_000;
/// How many contradictions one question may lead through before it is left unanswered: so every question ends, and at the same
/// place on every machine.
const PATIENCE: u64 = 30_000;

/// How many all questions about one round may lead through together, times the square of its people times rooms, since that many more
/// make each take longer: two seconds or so.
const ALL_PATIENCE: u64 = 6_000_000_000;

/// Counts what the solver learns, and stops it when that is enough.
#[derive(Debug)]
struct Patience {
    learnt: Cell<u64>,
    /// How many may be learnt by the questions still to come.
    left: Cell<u64>,
}

impl Default for Patience {
    fn default() -> Self {
        Self { learnt: Cell::new(0), left: Cell::new(PATIENCE) }
    }
}

impl batsat::Callbacks for Patience {
    fn on_new_clause(&mut self, _clause: &[batsat::Lit], _from: batsat::ClauseKind) {
        self.learnt.set(self.learnt.get() + 1);
    }

    fn stop(&self) -> bool {
        self.learnt.get() > PATIENCE.min(self.left.get())
    }
}

/// What the solver says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::planner) enum Answer {
    /// It can be: the seats are the formula's.
    Can,
    /// It cannot be; some of the literals that were assumed, which together cannot hold.
    Cannot(Vec<Lit>),
    /// It was not found out.
    Unknown,
}

/// What the formula is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::planner) enum Purpose {
    /// Whether wishes can be met at all: people who are alike may be told apart by nothing but their order.
    Wishes,
    /// Who has to move: everybody has a seat of their own.
    Moves,
}

/// A round as a formula.
pub(in crate::planner) struct Formula {
    solver: Solver<Patience>,
    variables: BasicVarManager,
    /// By person and room; nothing for those who are away.
    seats: Vec<Vec<Lit>>,
    rooms: usize,
    /// The wishes, and the literal that switches each on.
    pub(in crate::planner) wishes: Vec<(Wish, Lit)>,
    /// For each room, how many are in it.
    sizes: Vec<Totalizer>,
    interpreted: Totalizer,
    /// People times rooms.
    cells: u64,
}

impl Formula {
    /// The formula of a round. None where it would be too large, or languages are too tangled to be counted out.
    pub(in crate::planner) fn of(
        problem: &Problem,
        round: usize,
        frame: &Frame,
        purpose: Purpose,
    ) -> Option<Self> {
        if frame.rooms() == 0 || frame.count == 0 || frame.count.saturating_mul(frame.rooms()) > CELLS {
            return None;
        }
        let mut formula = Self {
            solver: Solver::default(),
            variables: BasicVarManager::default(),
            seats: Vec::new(),
            rooms: frame.rooms(),
            wishes: Vec::new(),
            sizes: Vec::new(),
            interpreted: Totalizer::default(),
            cells: 0,
        };
        formula.cells = u64::try_from(frame.count.saturating_mul(frame.rooms())).unwrap_or(u64::MAX);
        formula.have_patience();
        for there in &frame.present {
            let seats: Vec<Lit> = if *there { formula.literals(frame.rooms()) } else { Vec::new() };
            if *there {
                formula.clause(&seats)?;
                let mut one = Ladder::from_iter(seats.iter().copied());
                one.encode(&mut formula.solver, &mut formula.variables).ok()?;
            }
            formula.seats.push(seats);
        }
        formula.wish_sizes(problem, round, frame, purpose)?;
        formula.wish_seats(problem, round, frame)?;
        formula.wish_company(problem, frame)?;
        formula.wish_languages(problem, round, frame)?;
        formula.wish_company_in_language(problem, frame)?;
        if purpose == Purpose::Wishes {
            formula.order_alike(problem, frame)?;
        }
        Some(formula)
    }

    /// The questions from now on may lead through as much as those of a new formula.
    pub(in crate::planner) fn have_patience(&mut self) {
        let left = ALL_PATIENCE / self.cells.saturating_mul(self.cells).max(1);
        self.solver.batsat_mut().cb_mut().left.set(left);
    }

    fn literals(&mut self, count: usize) -> Vec<Lit> {
        (0..count).map(|_| self.variables.new_lit()).collect()
    }

    fn clause(&mut self, literals: &[Lit]) -> Option<()> {
        Solve::add_clause(&mut self.solver, literals.iter().copied().collect::<Clause>()).ok()
    }

    /// If `wish` is switched on, one of these holds.
    fn when(&mut self, wish: Lit, literals: &[Lit]) -> Option<()> {
        let clause: Vec<Lit> = std::iter::once(!wish).chain(literals.iter().copied()).collect();
        self.clause(&clause)
    }

    fn wish(&mut self, wish: Wish) -> Lit {
        let literal = self.variables.new_lit();
        self.wishes.push((wish, literal));
        literal
    }

    /// The literal that this person sits in this room; none for whoever is away.
    pub(in crate::planner) fn seat(&self, p: usize, room: usize) -> Option<Lit> {
        row(&self.seats, p).get(room).copied()
    }

    fn column(&self, room: usize) -> Vec<Lit> {
        self.seats.iter().filter_map(|seats| seats.get(room).copied()).collect()
    }

    /// What rooms state. Where moves are asked for and the sums do not fit the people, the shares of what is short or over.
    fn wish_sizes(&mut self, problem: &Problem, round: usize, frame: &Frame, purpose: Purpose) -> Option<()> {
        let misfit = frame.unmet.iter().any(super::super::setup::misfit);
        for room in 0..self.rooms {
            let column = self.column(room);
            self.sizes.push(Totalizer::from_iter(column));
            let stated = problem.rounds.get(round).and_then(|round| round.rooms.get(room))?;
            let (mut min, mut max) = (stated.min.unwrap_or(0), stated.max);
            if misfit && purpose == Purpose::Moves {
                let even = super::super::cells::at(&frame.even, room);
                (min, max) = (even.min, Some(even.max));
            }
            if min > 0 {
                let wish = self.wish(Wish::Min { room, min });
                for literal in self.at_least(room, min).unwrap_or_default() {
                    self.when(wish, &[literal])?;
                }
                if min > frame.count {
                    self.when(wish, &[])?;
                }
            }
            if let Some(max) = max.filter(|max| *max < frame.count) {
                let wish = self.wish(Wish::Max { room, max });
                for literal in self.at_most(room, max)? {
                    self.when(wish, &[literal])?;
                }
            }
        }
        Some(())
    }

    /// What has to be assumed for a room to have at most so many people.
    pub(in crate::planner) fn at_most(&mut self, room: usize, most: usize) -> Option<Vec<Lit>> {
        let sizes = self.sizes.get_mut(room)?;
        sizes.encode_ub(most..=most, &mut self.solver, &mut self.variables).ok()?;
        sizes.enforce_ub(most).ok()
    }

    /// What has to be assumed for a room to have at least so many people.
    pub(in crate::planner) fn at_least(&mut self, room: usize, least: usize) -> Option<Vec<Lit>> {
        let sizes = self.sizes.get_mut(room)?;
        sizes.encode_lb(least..=least, &mut self.solver, &mut self.variables).ok()?;
        sizes.enforce_lb(least).ok()
    }

    /// What has to be assumed for at most so many rooms to be interpreted.
    pub(in crate::planner) fn at_most_interpreted(&mut self, most: usize) -> Option<Vec<Lit>> {
        self.interpreted.encode_ub(most..=most, &mut self.solver, &mut self.variables).ok()?;
        self.interpreted.enforce_ub(most).ok()
    }

    fn wish_seats(&mut self, problem: &Problem, round: usize, frame: &Frame) -> Option<()> {
        let asked = problem.rounds.get(round)?;
        let held = asked.held.iter().map(|held| Wish::Held { person: held.person, room: held.room });
        let hosts = asked.rooms.iter().enumerate().flat_map(|(room, asked)| {
            asked.hosts.iter().map(move |person| Wish::Host { person: *person, room })
        });
        let mut wishes: Vec<Wish> = Vec::new();
        for wish in held.chain(hosts) {
            if !wishes.contains(&wish) {
                wishes.push(wish);
            }
        }
        for wish in wishes {
            let (Wish::Held { person, room } | Wish::Host { person, room }) = wish else { continue };
            if let Some(seat) = self.seat(person, room).filter(|_| frame.is_present(person)) {
                let wish = self.wish(wish);
                self.when(wish, &[seat])?;
            }
        }
        Some(())
    }

    fn wish_company(&mut self, problem: &Problem, frame: &Frame) -> Option<()> {
        let there = |group: &[usize]| {
            let mut people: Vec<usize> = group.iter().copied().filter(|p| frame.is_present(*p)).collect();
            people.sort_unstable();
            people.dedup();
            (people.len() > 1).then_some(people)
        };
        for people in problem.apart.iter().filter_map(|group| there(group)) {
            let wish = self.wish(Wish::Apart { people: people.clone() });
            for room in 0..self.rooms {
                for (place, p) in people.iter().enumerate() {
                    for q in people.iter().skip(place + 1) {
                        let (p, q) = (self.seat(*p, room)?, self.seat(*q, room)?);
                        self.when(wish, &[!p, !q])?;
                    }
                }
            }
        }
        for people in problem.together.iter().filter_map(|group| there(group)) {
            let wish = self.wish(Wish::Together { people: people.clone() });
            for room in 0..self.rooms {
                for (p, q) in people.iter().zip(people.iter().skip(1)) {
                    let (p, q) = (self.seat(*p, room)?, self.seat(*q, room)?);
                    self.when(wish, &[!p, q])?;
                    self.when(wish, &[p, !q])?;
                }
            }
        }
        Some(())
    }

    fn wish_languages(&mut self, problem: &Problem, round: usize, frame: &Frame) -> Option<()> {
        let known = known(problem, frame);
        if !problem.rules.language || known.is_empty() {
            return Some(());
        }
        let ways = ways(&known.iter().map(|(_, person)| *person).collect::<Vec<_>>())?;
        let interpreted = self.literals(self.rooms);
        for (room, interpreted) in interpreted.iter().enumerate() {
            let wish = self.wish(Wish::Language { room });
            let talks = self.literals(ways.len());
            let any: Vec<Lit> = talks.iter().copied().chain([*interpreted]).collect();
            self.when(wish, &any)?;
            for (way, talk) in ways.iter().zip(&talks) {
                for (p, _) in known.iter().filter(|(_, person)| person.languages.and(way.reach).is_empty()) {
                    let seat = self.seat(*p, room)?;
                    self.when(*talk, &[!seat])?;
                }
                for sort in &way.through {
                    let such = |person: &Person| person.interpreter && person.languages == *sort;
                    let by: Vec<Lit> = known
                        .iter()
                        .filter(|(_, person)| such(person))
                        .filter_map(|(p, _)| self.seat(*p, room))
                        .collect();
                    self.when(*talk, &by)?;
                }
            }
        }
        let most = problem.rounds.get(round)?.interpreters;
        self.interpreted = Totalizer::from_iter(interpreted);
        if most < self.rooms {
            let wish = self.wish(Wish::Interpreted { rooms: most });
            for literal in self.at_most_interpreted(most)? {
                self.when(wish, &[literal])?;
            }
        }
        Some(())
    }

    /// Nobody sits where nobody else speaks a language of theirs, unless they are by themselves. One wish for all who speak the
    /// same, so that those who are alike stay alike when it is given up.
    fn wish_company_in_language(&mut self, problem: &Problem, frame: &Frame) -> Option<()> {
        let known = known(problem, frame);
        let mut speaking: BTreeMap<LanguageSet, Vec<usize>> = BTreeMap::new();
        for (p, person) in known.iter().filter(|_| problem.rules.alone) {
            speaking.entry(person.languages).or_default().push(*p);
        }
        for (languages, people) in speaking {
            let wish = self.wish(Wish::NotAlone { people: people.clone() });
            let count = self.rooms;
            for (p, room) in people.iter().flat_map(|p| (0..count).map(move |room| (*p, room))) {
                let by_themselves = self.variables.new_lit();
                let mut any = vec![!self.seat(p, room)?, by_themselves];
                for (q, other) in known.iter().filter(|(q, _)| *q != p) {
                    let theirs = self.seat(*q, room)?;
                    self.when(by_themselves, &[!theirs])?;
                    if !other.languages.and(languages).is_empty() {
                        any.push(theirs);
                    }
                }
                self.when(wish, &any)?;
            }
        }
        Some(())
    }

    /// People of whom nothing is asked by name and who speak the same are alike: let them sit in the order of their numbers.
    /// Otherwise every contradiction of counts would have to be found again for every exchange of two of them.
    fn order_alike(&mut self, problem: &Problem, frame: &Frame) -> Option<()> {
        let mut named = vec![false; self.seats.len()];
        for (wish, _) in self.wishes.iter().filter(|(wish, _)| !matches!(wish, Wish::NotAlone { .. })) {
            wish.people().into_iter().for_each(|p| super::super::cells::put(&mut named, p, true));
        }
        let mut alike: BTreeMap<(LanguageSet, bool), Vec<usize>> = BTreeMap::new();
        let unnamed = named.iter().enumerate().filter(|(p, named)| !**named && frame.is_present(*p));
        for (p, _) in unnamed {
            let person = problem.people.get(p).copied().unwrap_or_default();
            alike.entry((person.languages, person.interpreter)).or_default().push(p);
        }
        for people in alike.values() {
            for (p, q) in people.iter().zip(people.iter().skip(1)) {
                for room in 0..self.rooms {
                    let later = self.seat(*q, room)?;
                    let clause: Vec<Lit> =
                        row(&self.seats, *p).iter().take(room + 1).copied().chain([!later]).collect();
                    self.clause(&clause)?;
                }
            }
        }
        Some(())
    }

    /// A literal for each of these: at most so many of them hold, if what is returned is assumed.
    pub(in crate::planner) fn count(&mut self, literals: Vec<Lit>) -> Count {
        Count { totalizer: Totalizer::from_iter(literals) }
    }

    /// Forbids that all of these hold at once. None if the solver fails.
    pub(in crate::planner) fn forbid(&mut self, literals: &[Lit]) -> Option<()> {
        let clause: Vec<Lit> = literals.iter().map(|literal| !*literal).collect();
        self.clause(&clause)
    }

    /// Whether all that is assumed can hold.
    pub(in crate::planner) fn ask(&mut self, assumed: &[Lit]) -> Answer {
        let patience = self.solver.batsat_mut().cb_mut();
        if patience.left.get() == 0 {
            return Answer::Unknown;
        }
        patience.learnt.set(0);
        let solved = self.solver.solve_assumps(assumed);
        let patience = self.solver.batsat_mut().cb_mut();
        patience.left.set(patience.left.get().saturating_sub(patience.learnt.get()));
        match solved {
            Ok(SolverResult::Sat) => Answer::Can,
            Ok(SolverResult::Unsat) => match self.solver.core() {
                Ok(core) => Answer::Cannot(core.into_iter().map(|literal| !literal).collect()),
                Err(_) => Answer::Unknown,
            },
            Ok(SolverResult::Interrupted) | Err(_) => Answer::Unknown,
        }
    }

    /// The seats of the last [`Answer::Can`].
    pub(in crate::planner) fn rooms(&self) -> Groups {
        let mut rooms: Groups = vec![Vec::new(); self.rooms];
        for (p, seats) in self.seats.iter().enumerate() {
            let sits = |seat: &Lit| matches!(self.solver.lit_val(*seat), Ok(TernaryVal::True));
            if let Some(group) = seats.iter().position(sits).and_then(|room| rooms.get_mut(room)) {
                group.push(p);
            }
        }
        rooms
    }
}

/// How many of some literals hold.
pub(in crate::planner) struct Count {
    totalizer: Totalizer,
}

impl Count {
    /// What has to be assumed for at most so many to hold.
    pub(in crate::planner) fn at_most(&mut self, formula: &mut Formula, most: usize) -> Option<Vec<Lit>> {
        self.totalizer.encode_ub(most..=most, &mut formula.solver, &mut formula.variables).ok()?;
        self.totalizer.enforce_ub(most).ok()
    }
}

/// People who are there and whose languages are known.
fn known(problem: &Problem, frame: &Frame) -> Vec<(usize, Person)> {
    let people = problem.people.iter().copied().enumerate();
    people.filter(|(p, person)| frame.is_present(*p) && !person.languages.is_empty()).collect()
}
