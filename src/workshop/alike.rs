//! Which texts are likely to say the same.
//!
//! Words are brought to small letters and cut to their stems, roughly; two texts are alike when they share enough of them.
//! Which pairs are worth a look is told by an index over the rare words of each text: two texts that share a part *t* of
//! their words share one of the first *n* − ⌈*t n*⌉ + 1 words of each, whatever the order (prefix filtering; Chaudhuri, Ganti
//! and Kaushik, *A Primitive Operator for Similarity Joins in Data Cleaning*, ICDE 2006). With the rarest words first these
//! lists are short.

use std::collections::HashMap;

/// The letters by which two words are held for one whatever their endings, in words of up to so many letters, and in longer.
const STEMS: (usize, usize, usize) = (4, 6, 5);
/// Shorter words tell nothing.
const SHORTEST: usize = 3;
/// The part of all words of two texts that must stand in both, in percent.
const SHARED: usize = 60;
/// Words that stand in more texts than this bring no two of them together: the work stays bounded.
const MOST_OF_A_WORD: usize = 64;

fn stems(text: &str) -> Vec<String> {
    let small = text.to_lowercase();
    let mut stems: Vec<String> = small
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= SHORTEST || word.chars().any(|c| c.is_ascii_digit()))
        .map(stem)
        .collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

fn stem(word: &str) -> String {
    let (short, up_to, long) = STEMS;
    let keep = if word.chars().count() <= up_to { short } else { long };
    word.chars().take(keep).collect()
}

/// How many numbers stand in both of two sorted lists.
fn common(a: &[u32], b: &[u32]) -> usize {
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    let mut count = 0;
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => drop(a.next()),
            std::cmp::Ordering::Greater => drop(b.next()),
            std::cmp::Ordering::Equal => {
                count += 1;
                a.next();
                b.next();
            }
        }
    }
    count
}

fn are_alike(a: &[u32], b: &[u32]) -> bool {
    let both = common(a, b);
    let all = a.len() + b.len() - both;
    both * 100 >= all * SHARED && (both >= 2 || a == b)
}

/// Finds who stands for a text among those it was put together with.
fn root(of: &mut [usize], text: usize) -> usize {
    let mut at = text;
    while let Some(&up) = of.get(at).filter(|up| **up != at) {
        let above = of.get(up).copied().unwrap_or(up);
        if let Some(slot) = of.get_mut(at) {
            *slot = above;
        }
        at = up;
    }
    at
}

fn join(of: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(of, a), root(of, b));
    // The earliest stands for all, so that the outcome hangs on no order of work.
    if let Some(slot) = of.get_mut(a.max(b)) {
        *slot = a.min(b);
    }
}

/// Each text as the sorted numbers of its words, the rarest word having the smallest number.
fn numbered<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<Vec<u32>> {
    let all: Vec<Vec<String>> = texts.map(stems).collect();
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for stem in all.iter().flatten() {
        *counts.entry(stem).or_default() += 1;
    }
    let mut by_rarity: Vec<(u32, &str)> = counts.into_iter().map(|(stem, count)| (count, stem)).collect();
    by_rarity.sort_unstable();
    let numbers: HashMap<&str, u32> =
        (0..).zip(by_rarity).map(|(number, (_, stem))| (stem, number)).collect();
    let number = |stem: &String| numbers.get(stem.as_str()).copied();
    let mut texts: Vec<Vec<u32>> =
        all.iter().map(|stems| stems.iter().filter_map(number).collect()).collect();
    texts.iter_mut().for_each(|text| text.sort_unstable());
    texts
}

/// The places of texts that are likely to say the same, in groups of two and more, each in the order given.
pub(crate) fn groups<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<Vec<usize>> {
    let texts = numbered(texts);
    let mut of: Vec<usize> = (0..texts.len()).collect();
    let mut same: HashMap<&[u32], usize> = HashMap::new();
    let mut index: HashMap<u32, Vec<usize>> = HashMap::new();
    for (place, text) in texts.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
        if let Some(first) = same.get(text.as_slice()) {
            join(&mut of, *first, place);
            continue;
        }
        same.insert(text, place);
        let prefix = text.len() - (text.len() * SHARED).div_ceil(100) + 1;
        for word in text.iter().take(prefix) {
            let known = index.entry(*word).or_default();
            for other in known.iter() {
                if texts.get(*other).is_some_and(|other| are_alike(other, text)) {
                    join(&mut of, *other, place);
                }
            }
            if known.len() < MOST_OF_A_WORD {
                known.push(place);
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); texts.len()];
    for place in 0..texts.len() {
        let first = root(&mut of, place);
        if let Some(group) = groups.get_mut(first) {
            group.push(place);
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// The places of every two texts that are likely to say the same, the earlier first: unlike [`groups`], two that are only
/// brought together by a third are not named.
pub(crate) fn pairs<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<(usize, usize)> {
    let texts: Vec<&str> = texts.collect();
    let words = numbered(texts.iter().copied());
    let alike = |a: usize, b: usize| match (words.get(a), words.get(b)) {
        (Some(a), Some(b)) => are_alike(a, b),
        _ => false,
    };
    let mut pairs = Vec::new();
    for group in groups(texts.iter().copied()) {
        for (at, a) in group.iter().enumerate() {
            let later = group.iter().skip(at + 1);
            pairs.extend(later.filter(|b| alike(*a, **b)).map(|b| (*a, *b)));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_same_in_other_words_is_found() {
        let texts = [
            "A shared fund for small pilots",
            "Train the trainers",
            "shared funds for small pilot projects",
            "Общий фонд для пилотных проектов",
            "Who pays?",
            "общие фонды пилотных проектов",
            "A fund",
        ];
        assert_eq!(groups(texts.into_iter()), [vec![0, 2], vec![3, 5]]);
        assert!(groups(["!", "?", ""].into_iter()).is_empty());
        assert_eq!(groups(["Fund!", "fund"].into_iter()), [vec![0, 1]]);
    }

    #[test]
    fn pairs_are_alike_themselves() {
        let texts =
            ["fund small pilots now", "fund small pilots", "fund small pilots here now then", "Train"];
        assert_eq!(pairs(texts.into_iter()), [(0, 1), (0, 2)]);
    }

    proptest! {
        #[test]
        fn pairs_are_all_that_are_alike_and_no_others(texts in proptest::collection::vec("[ab]{3}( [ab]{3}){0,3}", 0..12)) {
            let words = numbered(texts.iter().map(String::as_str));
            let mut expected = Vec::new();
            for a in 0..texts.len() {
                expected.extend((a + 1..texts.len()).filter(|b| are_alike(&words[a], &words[*b])).map(|b| (a, b)));
            }
            let mut found = pairs(texts.iter().map(String::as_str));
            found.sort_unstable();
            prop_assert_eq!(found, expected);
        }
        #[test]
        fn groups_are_apart_and_in_order(texts in proptest::collection::vec("[ab]{3}( [ab]{3}){0,4}", 0..30)) {
            let groups = groups(texts.iter().map(String::as_str));
            let mut all: Vec<usize> = groups.concat();
            prop_assert!(groups.iter().all(|group| group.is_sorted() && group.len() > 1));
            let count = all.len();
            all.sort_unstable();
            all.dedup();
            prop_assert_eq!(all.len(), count);
        }

        #[test]
        fn a_text_and_itself_are_alike(texts in proptest::collection::vec("[a-zа-я]{3,8}( [a-zа-я]{3,8}){0,6}", 1..12)) {
            let twice = texts.iter().chain(&texts).map(String::as_str);
            let count = texts.len();
            let groups = groups(twice);
            for place in 0..count {
                prop_assert!(groups.iter().any(|group| group.contains(&place) && group.contains(&(place + count))));
            }
        }
    }
}
