//! Relabelling: two people exchange their seats in all rounds. Who meets how often whom changes hands, but the numbers do
//! not, so a perfect design stays one while rules and balance are fitted onto it.

use super::anneal::{Best, Until};
use super::cells::at;
use super::cooling::{Schedule, most};
use super::random::Random;
use super::seating::Seating;
use super::setup::{RoundSetup, Setup};

/// How many steps pass between two looks at the temperature, and at whether to go on.
const PACE: u64 = 64;

/// Searches for so many steps, a step being one round of one exchange looked at. Returns the steps taken; the seats are
/// left as they happen to be, and fit for nothing but to be read.
pub(super) fn relabel(
    seating: &mut Seating<'_>,
    random: &mut Random,
    steps: u64,
    schedule: Schedule,
    best: &mut Best,
    until: &Until<'_>,
) -> u64 {
    let setup = seating.setup;
    let rounds = setup.rounds.len() as u64;
    let free: Vec<usize> = (0..setup.people)
        .filter(|&p| setup.rounds.iter().any(|round| round.frame.is_present(p)))
        .filter(|&p| setup.rounds.iter().all(|round| round.frame.fixed(p).is_none()))
        .collect();
    let hosts = hosts(setup);
    if (free.len() < 2 && hosts.len() < 2) || rounds == 0 {
        return 0;
    }
    seating.only_names();
    let mut ours = Best::of(seating);
    let mut done = 0;
    while done < steps && !until.over(&ours) {
        let temperature = schedule.at(done, steps);
        for _ in 0..PACE {
            done += rounds;
            let bits = random.bits();
            let by_hosts = hosts.len() > 1 && bits >> 60 == 0;
            let from = if by_hosts { &hosts } else { &free };
            let (p, q) = (at(from, random.below(from.len())), at(from, random.below(from.len())));
            if p == q || from.len() < 2 {
                continue;
            }
            let limit = most(temperature, bits);
            if seating.relabel(p, q).is_none_or(|change| change > limit) {
                continue;
            }
            if by_hosts {
                exchange_rooms(seating, p, q);
            } else {
                exchange(seating, p, q);
            }
            ours.keep_if_better(seating);
        }
        (until.looked)(PACE * rounds);
    }
    if ours.rank < best.rank {
        best.clone_from(&ours);
        (until.better)(best);
    }
    done
}

/// Those who sit in the same room in every round, nobody else being held there, and the rooms all alike: two of them
/// exchange their seats if everybody else in the two rooms does so instead.
fn hosts(setup: &Setup<'_>) -> Vec<usize> {
    let Some(first) = setup.rounds.first() else { return Vec::new() };
    let alike = |number: usize, room: usize| {
        let asked = setup.problem.rounds.get(number).and_then(|round| round.rooms.get(room));
        let model = setup.problem.rounds.first().and_then(|round| round.rooms.first());
        asked.zip(model).is_some_and(|(asked, model)| {
            (asked.min, asked.max, asked.topic) == (model.min, model.max, model.topic)
        })
    };
    let stays = |p: usize| {
        let room = first.frame.fixed(p)?;
        let alone = |round: &RoundSetup| {
            round.frame.fixed(p) == Some(room)
                && round.frame.fixed.iter().filter(|fixed| **fixed == Some(room)).count() == 1
        };
        let everywhere = setup.rounds.iter().enumerate().all(|(n, round)| alone(round) && alike(n, room));
        everywhere.then_some(p)
    };
    if !setup.problem.before.is_empty() {
        return Vec::new();
    }
    (0..setup.people).filter_map(stays).collect()
}

fn exchange(seating: &mut Seating<'_>, p: usize, q: usize) {
    for number in 0..seating.setup.rounds.len() {
        seating.exchange_names(number, p, q);
    }
}

fn exchange_rooms(seating: &mut Seating<'_>, p: usize, q: usize) {
    for number in 0..seating.setup.rounds.len() {
        let (Some(a), Some(b)) = (seating.room_of(number, p), seating.room_of(number, q)) else { continue };
        let others = |room: usize, host: usize| -> Vec<usize> {
            seating.members(number, room).iter().map(|x| *x as usize).filter(|x| *x != host).collect()
        };
        let (from_a, from_b) = (others(a, p), others(b, q));
        from_a.into_iter().for_each(|x| seating.seat(number, x, b));
        from_b.into_iter().for_each(|x| seating.seat(number, x, a));
    }
}
