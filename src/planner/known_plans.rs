//! Plans that are known to exist: found, and proved best.

use super::bounds::Bound;
use super::first::along_a_design;
use super::random::Random;
use super::seating::Seating;
use super::setup::Setup;
use super::*;

/// `rooms` rooms of these sizes, for so many rounds, and nothing else asked.
pub(super) fn plain(sizes: &[(usize, usize)], people: usize, rounds: usize) -> Problem {
    let rooms = sizes.iter().map(|&(min, max)| Room { min: Some(min), max: Some(max), ..Room::default() });
    let round = Round { rooms: rooms.collect(), ..Round::default() };
    Problem {
        people: vec![Person::default(); people],
        rounds: vec![round; rounds],
        rules: Rules { language: false, ..Rules::default() },
        ..Problem::default()
    }
}

#[test]
fn perfect_plans_are_laid_out_and_proved_without_a_search() {
    /// Sizes, people, rounds.
    type Known<'a> = (&'a [(usize, usize)], usize, usize);
    let known: [Known<'_>; 12] = [
        (&[(6, 6); 7], 42, 5),
        (&[(6, 6); 7], 42, 7),
        (&[(6, 6), (6, 6), (5, 5), (5, 5), (5, 5), (5, 5), (5, 5), (5, 5)], 42, 8),
        (&[(5, 5), (4, 4), (5, 5), (5, 5), (4, 4), (5, 5), (5, 5), (4, 4), (5, 5)], 42, 9),
        (&[(4, 4); 8], 32, 9),
        (&[(3, 3); 5], 15, 7),
        (&[(6, 6); 6], 36, 3),
        (&[(7, 7); 7], 49, 8),
        (&[(8, 8); 8], 64, 9),
        (&[(5, 5); 20], 100, 6),
        (&[(10, 10); 50], 500, 6),
        (&[(2, 2); 10], 20, 19),
    ];
    for (sizes, people, rounds) in known {
        let solution = solve(&plain(sizes, people, rounds), Search::seeded(0), &Alone, &Unwatched);
        let (worth, bound) = (&solution.worth, &solution.bound);
        assert_eq!((worth.hard, worth.repeats, solution.steps), (0, 0, 0), "{people} in {}", sizes.len());
        assert!(solution.proved && worth.mixing == bound.mixing && worth.uneven == 0);
    }
}

#[test]
fn overfull_plans_reach_their_bound() {
    for (rooms, size, rounds, bound) in [(5, 8, 4, 90), (4, 10, 4, 192), (3, 14, 5, 780)] {
        let problem = plain(&vec![(size, size); rooms], rooms * size, rounds);
        let solution = solve(&problem, Search::seeded(0), &Alone, &Unwatched);
        assert_eq!((solution.worth.mixing, solution.bound.mixing), (bound, bound));
        assert!(solution.proved);
    }
    // Six rooms have no design; the search finds the way, with time. Its bound is known.
    let problem = plain(&[(7, 7); 6], 42, 5);
    assert_eq!(Bound::of(&Setup::of(&problem)).mixing, 60);
}

#[test]
fn hosts_stay_and_colleagues_on_a_row_do_not_meet() {
    let mut problem = plain(&[(6, 6); 7], 42, 5);
    for round in &mut problem.rounds {
        for (host, room) in round.rooms.iter_mut().enumerate() {
            room.hosts.push(host);
        }
    }
    problem.apart = (1..6).map(|row| (row * 7..row * 7 + 7).collect()).collect();
    let setup = Setup::of(&problem);
    let seating: Seating<'_> = along_a_design(&setup, &mut Random::new(3)).unwrap();
    let worth = worth::worth(&setup, &seating.plan());
    assert_eq!((worth.hard, worth.mixing), (0, 0));
}
