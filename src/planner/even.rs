//! Even rooms where nothing is said of their sizes.

use super::cells::at;
use super::constraints::Frame;
use super::model::Problem;
use super::rules::can_be_met;

/// The same problem, with rooms of as even sizes as can be had where a room states neither min nor max: for everybody expects
/// that. A round stays as it was stated where even rooms would break a rule that uneven ones keep.
pub(crate) fn evenly(problem: &Problem) -> Problem {
    let mut even = problem.clone();
    for number in 0..problem.rounds.len() {
        let frame = Frame::of(problem, number);
        let mut open = false;
        if let Some(round) = even.rounds.get_mut(number) {
            for (room, asked) in round.rooms.iter_mut().enumerate() {
                if asked.min.is_none() && asked.max.is_none() {
                    let sizes = at(&frame.even, room);
                    (asked.min, asked.max) = (Some(sizes.min), Some(sizes.max));
                    open = true;
                }
            }
        }
        // What cannot be kept as it is stated cannot be kept evenly either, and is no reason against even rooms.
        let breaks = |problem: &Problem| can_be_met(problem, number) != Some(true);
        if open
            && breaks(&even)
            && !breaks(problem)
            && let (Some(round), Some(stated)) = (even.rounds.get_mut(number), problem.rounds.get(number))
        {
            round.clone_from(stated);
        }
    }
    even
}
