//! What the closing of a secret vote makes of the lines that were opened: ballots that count, and those set aside, each with its
//! reason. No line is left out without one.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::paper::{GROUPS, Groups, MOST_PRINTED, Paper};
use super::second_entry::{Reading, SecondEntry};
use super::{Voter, Votes};
use crate::workshop::id::EventId;
use crate::workshop::stamp::Stamp;

/// The fewest ballots of a group that are shown apart (see [`crate::tally::FEWEST`]).
const FEWEST: usize = crate::tally::FEWEST;

/// A sealed line that was opened.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Opened {
    /// The line.
    pub event: EventId,
    /// Its place in the order of events.
    pub stamp: Stamp,
    /// The device on which it was entered.
    pub device: Arc<str>,
    /// Whether it puts a ballot right.
    pub corrects: bool,
    pub paper: Paper,
}

/// A paper that does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Aside {
    /// Its number.
    pub paper: u32,
    /// `contradicts`, or what is wrong with the ballot by the rules of the vote.
    pub why: Arc<str>,
}

/// What a closing makes of the lines.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Sorted {
    /// The ballots that count, by number.
    pub ballots: Vec<Paper>,
    /// The papers set aside, by number.
    pub aside: Vec<Aside>,
    /// The papers that were put right and count.
    pub corrected: Vec<u32>,
    /// The papers that were entered twice alike and count once.
    pub copies: Vec<u32>,
    /// How many ballots under a drawn number were put right and count.
    pub corrected_drawn: u32,
    /// How many ballots under a drawn number were entered twice alike and count once.
    pub copies_drawn: u32,
}

/// Sorts opened lines. `fault` says what is wrong with a ballot by the rules of the vote as they are at the closing, if anything.
///
/// Of one paper the correction holds, of several on one device the last. Where two devices say different things of one paper, or
/// a paper was entered twice and differs, it is set aside: nobody can say which was meant. Numbers that two devices happened to
/// draw alike are two ballots, of which the second gets another number.
pub(crate) fn sort(lines: &[Opened], fault: &dyn Fn(&Votes) -> Option<&'static str>) -> Sorted {
    let mut of: BTreeMap<u32, Vec<&Opened>> = BTreeMap::new();
    for line in lines {
        of.entry(line.paper.paper).or_default().push(line);
    }
    let mut sorted = Sorted::default();
    let mut counting: BTreeMap<u32, Paper> = BTreeMap::new();
    let mut drawn_twice = Vec::new();
    for (number, lines) in of {
        let lines_groups: Vec<&Groups> = lines.iter().map(|line| &line.paper.groups).collect();
        let (fixes, said) = said(lines);
        let Some(first) = said.first() else { continue };
        let apart = first.paper.is_drawn() && fixes.is_empty() && one_a_device(&said);
        if apart && said.len() > 1 {
            drawn_twice.extend(said.iter().skip(1).map(|line| line.paper.clone()));
        } else if said.iter().any(|line| line.paper.votes != first.paper.votes) {
            sorted.aside.push(Aside { paper: number, why: "contradicts".into() });
            continue;
        } else if said.len() > 1 && fixes.is_empty() {
            sorted.copies.push(number);
        }
        if !fixes.is_empty() {
            sorted.corrected.push(number);
        }
        let mut paper = first.paper.clone();
        if paper.groups.is_empty() {
            // Who puts a ballot right need not say again whose it is.
            let named = lines_groups.iter().find(|groups| !groups.is_empty());
            paper.groups = named.map(|groups| (*groups).clone()).unwrap_or_default();
        }
        counting.insert(number, paper);
    }
    let mut next = drawn_twice.first().map_or(0, |paper| paper.paper);
    for mut paper in drawn_twice {
        while counting.contains_key(&next) {
            next = next.saturating_add(1);
        }
        paper.paper = next;
        counting.insert(next, paper);
    }
    for (number, paper) in counting {
        match fault(&paper.votes) {
            Some(why) => sorted.aside.push(Aside { paper: number, why: why.into() }),
            None => sorted.ballots.push(paper),
        }
    }
    sorted.aside.sort_by_key(|aside| aside.paper);
    sorted.corrected.retain(|number| sorted.ballots.iter().any(|paper| paper.paper == *number));
    sorted.copies.retain(|number| sorted.ballots.iter().any(|paper| paper.paper == *number));
    // Whoever saw that a seat's ballot was put right must not find which one it was. The number of a paper is on it for all to see.
    let drawn = |numbers: &mut Vec<u32>| {
        let all = numbers.len();
        numbers.retain(|number| *number <= MOST_PRINTED);
        u32::try_from(all - numbers.len()).unwrap_or(u32::MAX)
    };
    sorted.corrected_drawn = drawn(&mut sorted.corrected);
    sorted.copies_drawn = drawn(&mut sorted.copies);
    coarsen(&mut sorted.ballots);
    sorted
}

/// What puts a paper right, and what is said of it in the end.
fn said(lines: Vec<&Opened>) -> (Vec<&Opened>, Vec<&Opened>) {
    let (fixes, casts): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.corrects);
    let said = if fixes.is_empty() { casts } else { last_of_each_device(&fixes) };
    (fixes, said)
}

fn reading(line: &Opened) -> Reading<'_> {
    Reading { at: (line.stamp, line.event), votes: &line.paper.votes }
}

/// Compares the lines that were opened with what was typed a second time, of papers that were printed: no other ballot can be read again.
pub(crate) fn compare(lines: &[Opened], checks: &[Opened]) -> SecondEntry {
    let mut of: BTreeMap<u32, (Vec<&Opened>, Vec<Reading<'_>>)> = BTreeMap::new();
    let printed = |opened: &&Opened| opened.paper.paper <= MOST_PRINTED;
    for line in lines.iter().filter(printed) {
        of.entry(line.paper.paper).or_default().0.push(line);
    }
    for check in checks.iter().filter(printed) {
        of.entry(check.paper.paper).or_default().1.push(reading(check));
    }
    let mut second = SecondEntry::default();
    for (number, (lines, checks)) in of {
        let entered: Vec<Reading<'_>> = lines.iter().map(|line| reading(line)).collect();
        let stands: Vec<&Votes> = said(lines).1.into_iter().map(|line| &line.paper.votes).collect();
        second.take(Voter::Paper(number), &entered, &stands, &checks);
    }
    second
}

fn last_of_each_device<'a>(lines: &[&'a Opened]) -> Vec<&'a Opened> {
    let mut last: BTreeMap<&str, &Opened> = BTreeMap::new();
    for line in lines {
        let kept = last.entry(&line.device).or_insert(line);
        if (line.stamp, line.event) > (kept.stamp, kept.event) {
            *kept = line;
        }
    }
    last.into_values().collect()
}

fn one_a_device(lines: &[&Opened]) -> bool {
    lines
        .iter()
        .enumerate()
        .all(|(i, line)| lines.iter().skip(i + 1).all(|other| other.device != line.device))
}

/// Takes from the ballots what would show fewer than three of them apart: first by language, then by kind within a language. What
/// is left out of so few ballots that they would be known by the gap is left out of the smallest other group as well. Numbers that were
/// drawn tell the ballots of seats from papers, so each of the two is looked at by itself.
pub(crate) fn coarsen(ballots: &mut [Paper]) {
    let all = 0..ballots.len();
    let drawn = |place: &usize| ballots.get(*place).is_some_and(Paper::is_drawn);
    let (seats, papers): (Vec<usize>, Vec<usize>) = all.partition(drawn);
    let mut classes = vec![seats, papers];
    for group in GROUPS {
        let mut finer = Vec::new();
        for class in classes {
            finer.extend(split(ballots, &class, group));
        }
        classes = finer;
    }
}

/// Splits a class of ballots by a group and blots that group out where it is too small.
fn split(ballots: &mut [Paper], class: &[usize], group: &str) -> Vec<Vec<usize>> {
    let mut parts: BTreeMap<Option<Arc<str>>, Vec<usize>> = BTreeMap::new();
    for place in class {
        let named = ballots.get(*place).and_then(|paper| paper.groups.get(group)).cloned();
        parts.entry(named).or_default().push(*place);
    }
    let mut blotted: Vec<usize> = parts.remove(&None).unwrap_or_default();
    let mut parts: Vec<Vec<usize>> = parts.into_values().collect();
    while let Some(small) = parts.iter().position(|part| part.len() < FEWEST) {
        blotted.extend(parts.remove(small));
    }
    while (1..FEWEST).contains(&blotted.len()) {
        let Some((smallest, _)) = parts.iter().enumerate().min_by_key(|(_, part)| part.len()) else { break };
        blotted.extend(parts.remove(smallest));
    }
    for place in &blotted {
        if let Some(paper) = ballots.get_mut(*place) {
            paper.groups.remove(group);
            // A finer group without the coarser one would bring the small one back.
            drop_finer(&mut paper.groups, group, parts.is_empty());
        }
    }
    parts.push(blotted);
    parts.retain(|part| !part.is_empty());
    parts
}

/// Where a class had to be blotted out beside others that are named, the finer groups of its ballots go too.
fn drop_finer(groups: &mut Groups, group: &str, whole: bool) {
    if !whole {
        for finer in GROUPS.iter().skip_while(|name| **name != group).skip(1) {
            groups.remove(*finer);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::workshop::id::RunId;

    fn option(n: u64) -> EventId {
        EventId { run: RunId(7), n }
    }

    fn line(n: u64, device: &str, corrects: bool, paper: u32, votes: &[u64]) -> Opened {
        Opened {
            event: EventId { run: RunId(9), n },
            stamp: Stamp::default(),
            device: device.into(),
            corrects,
            paper: Paper {
                paper,
                votes: votes.iter().map(|n| (option(*n), 1)).collect(),
                groups: Groups::new(),
            },
        }
    }

    fn over_two(votes: &Votes) -> Option<&'static str> {
        (votes.len() > 2).then_some("over-budget")
    }

    type Short = (Vec<(u32, usize)>, Vec<(u32, String)>);

    fn short(lines: &[Opened]) -> Short {
        let sorted = sort(lines, &over_two);
        (
            sorted.ballots.iter().map(|paper| (paper.paper, paper.votes.len())).collect(),
            sorted.aside.iter().map(|aside| (aside.paper, aside.why.to_string())).collect(),
        )
    }

    #[test]
    fn a_correction_holds_and_what_differs_is_set_aside() {
        let (ballots, aside) = short(&[
            line(1, "a", false, 17, &[1]),
            line(2, "a", true, 17, &[1, 2]),
            line(3, "a", true, 17, &[2]),
            line(4, "b", false, 18, &[1]),
            line(5, "a", false, 18, &[2]),
            line(6, "a", false, 19, &[1]),
            line(7, "b", false, 19, &[1]),
            line(8, "a", false, 20, &[1, 2, 3]),
            line(9, "a", false, 21, &[]),
            line(10, "a", true, 21, &[1]),
            line(11, "b", true, 21, &[2]),
        ]);
        assert_eq!(ballots, [(17, 1), (19, 1)]);
        let named = |paper, why: &str| (paper, why.to_owned());
        assert_eq!(aside, [named(18, "contradicts"), named(20, "over-budget"), named(21, "contradicts")]);
    }

    #[test]
    fn numbers_that_two_devices_drew_alike_are_two_ballots() {
        let (ballots, aside) = short(&[
            line(1, "a", false, 1_000_001, &[1]),
            line(2, "b", false, 1_000_001, &[1]),
            line(3, "b", false, 1_000_002, &[1, 2]),
        ]);
        assert_eq!(ballots, [(1_000_001, 1), (1_000_002, 2), (1_000_003, 1)]);
        assert_eq!(aside, []);
    }

    proptest! {
        #[test]
        fn every_paper_counts_or_is_set_aside_whatever_the_order(
            lines in prop::collection::vec((0_u8..3, any::<bool>(), 1_u32..6, prop::collection::vec(1_u64..4, 0..4)), 0..20)
                .prop_map(|all| all.iter().enumerate().map(|(n, (device, corrects, paper, votes))| {
                    line(n as u64, &device.to_string(), *corrects, *paper, votes)
                }).collect::<Vec<_>>())
                .prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle())),
        ) {
            let (lines, mixed) = lines;
            let sorted = sort(&lines, &over_two);
            prop_assert_eq!(&sorted, &sort(&mixed, &over_two));
            let mut told: Vec<u32> = sorted.ballots.iter().map(|paper| paper.paper).collect();
            told.extend(sorted.aside.iter().map(|aside| aside.paper));
            told.sort_unstable();
            let mut papers: Vec<u32> = lines.iter().map(|line| line.paper.paper).collect();
            papers.sort_unstable();
            papers.dedup();
            prop_assert_eq!(told, papers);
        }

        #[test]
        fn no_group_of_one_or_two_can_be_told_apart(
            of in prop::collection::vec((0_u8..3, 0_u8..4, any::<bool>()), 0..24)
        ) {
            let mut ballots: Vec<Paper> = of.iter().enumerate().map(|(n, (language, kind, drawn))| {
                let groups = [("language", language), ("kind", kind)].map(|(name, value)| (name.into(), value.to_string().into()));
                Paper { paper: n as u32 + 1 + if *drawn { MOST_PRINTED } else { 0 }, votes: Votes::new(), groups: groups.into_iter().collect() }
            }).collect();
            let before = ballots.clone();
            coarsen(&mut ballots);
            let mut classes: BTreeMap<(bool, &Groups), usize> = BTreeMap::new();
            for (paper, before) in ballots.iter().zip(&before) {
                prop_assert!(paper.groups.iter().all(|(name, value)| before.groups.get(name) == Some(value)));
                *classes.entry((paper.is_drawn(), &paper.groups)).or_default() += 1;
            }
            // So few that they cannot be joined with others name no group.
            let hidden = |(_, groups): &(bool, &Groups), n: usize| n >= FEWEST || groups.is_empty();
            prop_assert!(classes.iter().all(|(class, n)| hidden(class, *n)), "{:?}", classes);
            for drawn in [false, true] {
                let named = |groups: &Groups| !groups.is_empty();
                let of_kind = classes.iter().filter(|((of, _), _)| *of == drawn);
                let gap = of_kind.clone().any(|((_, groups), n)| !named(groups) && *n < FEWEST);
                prop_assert!(!gap || of_kind.clone().all(|((_, groups), _)| !named(groups)), "{:?}", classes);
            }
        }
    }
}
