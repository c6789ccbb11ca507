//! The ways in which a room can talk, counted out for a formula.

use super::super::language::{LanguageSet, chains};
use super::super::model::Person;

/// The most different interpreters (by their languages) of whom every company is looked at.
const MOST: usize = 6;

/// A way in which a room can talk: everybody in it speaks one of these languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) reach: LanguageSet,
    /// What interpreters it takes in the room: of each of these, one who speaks exactly this. None for a common language.
    pub(super) through: Vec<LanguageSet>,
}

/// All ways of talking among these people: each single language, and each company of interpreters who are linked with one
/// another by shared languages ([`super::super::room_language`]). None where interpreters are of too many sorts.
pub(super) fn ways(people: &[Person]) -> Option<Vec<Way>> {
    let spoken = people.iter().fold(LanguageSet::default(), |all, person| all.or(person.languages));
    let mut ways: Vec<Way> =
        spoken.numbers().map(|n| Way { reach: LanguageSet(1 << n), through: Vec::new() }).collect();
    let mut sorts: Vec<LanguageSet> = people
        .iter()
        .filter(|person| person.interpreter && person.languages.0.count_ones() > 1)
        .map(|person| person.languages)
        .collect();
    sorts.sort_unstable();
    sorts.dedup();
    if sorts.len() > MOST {
        return None;
    }
    for chosen in 1..1_usize << sorts.len() {
        let through: Vec<LanguageSet> = sorts
            .iter()
            .enumerate()
            .filter(|(place, _)| chosen >> place & 1 == 1)
            .map(|(_, sort)| *sort)
            .collect();
        if let [reach] = chains(through.iter().copied()).as_slice() {
            ways.push(Way { reach: *reach, through });
        }
    }
    Some(ways)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interpreters_link_what_they_share() {
        let person = |languages, interpreter| Person { languages: LanguageSet(languages), interpreter };
        let people = [person(1, false), person(3, true), person(6, true), person(24, true)];
        let ways = ways(&people).unwrap();
        let through = |languages: &[u64]| languages.iter().map(|set| LanguageSet(*set)).collect::<Vec<_>>();
        assert_eq!(ways.len(), 5 + 4, "five languages, three interpreters alone, and two who share one");
        assert!(ways.contains(&Way { reach: LanguageSet(7), through: through(&[3, 6]) }));
        assert!(!ways.iter().any(|way| way.through == through(&[3, 24])));
    }
}
