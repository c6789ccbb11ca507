//! Instant run-off.

use crate::tally::profile::Profile;

/// A ballot: how often it was cast, its options from the dearest on, and how many of them at the front have fallen.
type Standing = (u64, Vec<(u32, u32)>, usize);

/// For each option, in which round it fell, from 0; those who were never struck out have the highest number.
///
/// In each round every ballot counts for the options it puts first among those that are left, and the option with the fewest
/// is struck out. Two rules for ties, both even-handed: a ballot that puts several first counts once for each of them
/// (Approval-IRV: T. Delemazure and D. Peters, *Generalizing Instant Runoff Voting to Allow for Indifferences*, EC 2024); of
/// several options with the fewest, all are struck out together and share their rank.
pub(crate) fn instant_runoff(profile: &Profile) -> Vec<u64> {
    let options = profile.options();
    let method = profile.method();
    let mut fell: Vec<Option<u64>> = vec![None; options];
    let mut ballots: Vec<Standing> = profile
        .iter()
        .filter(|(_, marks)| !marks.is_empty())
        .map(|(weight, marks)| {
            let mut order: Vec<(u32, u32)> =
                marks.iter().map(|&(option, value)| (method.place(value), option)).collect();
            order.sort_unstable();
            (weight, order, 0)
        })
        .collect();
    let mut round = 0;
    let mut left = options;
    while left > 0 {
        let mut firsts = vec![0_u64; options];
        let stands = |option: u32| fell.get(option as usize).is_some_and(Option::is_none);
        for (weight, order, begin) in &mut ballots {
            while order.get(*begin).is_some_and(|(_, option)| !stands(*option)) {
                *begin += 1;
            }
            let rest = order.get(*begin..).unwrap_or_default();
            let Some((best, _)) = rest.first() else { continue };
            for (_, option) in rest.iter().take_while(|(place, _)| place == best) {
                if stands(*option)
                    && let Some(first) = firsts.get_mut(*option as usize)
                {
                    *first += *weight;
                }
            }
        }
        let fewest = firsts.iter().zip(&fell).filter(|(_, fell)| fell.is_none()).map(|(f, _)| *f).min();
        for (fell, first) in fell.iter_mut().zip(&firsts) {
            if fell.is_none() && Some(*first) == fewest {
                *fell = Some(round);
                left -= 1;
            }
        }
        round += 1;
    }
    fell.into_iter().map(|fell| fell.unwrap_or(round)).collect()
}
