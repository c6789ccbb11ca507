//! Working languages, and whether a room can work in one.

use super::model::Problem;

/// A set of working languages, one bit a language as the [`LanguageBook`] numbered them.
///
/// The empty set means that nothing is known about the person. Nothing can be asked of a room on their account then, so
/// they fit anywhere and are named as [`super::Unmet::LanguagesUnknown`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct LanguageSet(pub u64);

impl LanguageSet {
    /// The languages in both.
    #[must_use]
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The languages in either.
    #[must_use]
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether there is none in it.
    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The numbers of the languages in it, ascending.
    pub(crate) fn numbers(self) -> impl Iterator<Item = usize> {
        (0..64).filter(move |bit| self.0 >> bit & 1 == 1)
    }
}

/// More than 64 different languages, which no set can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("more than 64 different languages")]
pub(crate) struct TooManyLanguages;

/// Which language has which number.
#[derive(Debug, Clone, Default)]
pub(crate) struct LanguageBook {
    codes: Vec<String>,
}

impl LanguageBook {
    /// The set of these language codes, numbering those not seen before.
    ///
    /// # Errors
    /// When there would be more than 64.
    pub(crate) fn intern<'a>(
        &mut self,
        codes: impl IntoIterator<Item = &'a str>,
    ) -> Result<LanguageSet, TooManyLanguages> {
        let mut set = LanguageSet::default();
        for code in codes {
            let known = self.codes.iter().position(|known| known == code);
            let number = match known {
                Some(number) => number,
                None if self.codes.len() < 64 => {
                    self.codes.push(code.to_owned());
                    self.codes.len() - 1
                }
                None => return Err(TooManyLanguages),
            };
            set = set.or(LanguageSet(1 << number));
        }
        Ok(set)
    }
}

/// How a room can talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RoomLanguage {
    /// Nobody in it whose languages are known.
    Open,
    /// Everybody speaks these.
    Common(LanguageSet),
    /// No common language, but everybody shares one with these interpreters, who share one among themselves.
    Interpreted(Vec<usize>),
    /// Neither. These people are the fewest that would be left without the words of the others.
    Without(Vec<usize>),
}

/// How the people of one room can talk; `people` are numbers in [`Problem::people`].
///
/// The rule: a language common to all, or else interpreters who are in the room, such that each person shares a language
/// with one of them and the interpreters are linked by shared languages. Then a chain through interpreters only joins
/// every two people.
pub(crate) fn room_language(problem: &Problem, people: &[usize]) -> RoomLanguage {
    let known: Vec<(usize, LanguageSet, bool)> = people
        .iter()
        .filter_map(|&p| problem.people.get(p).map(|person| (p, person.languages, person.interpreter)))
        .filter(|(_, languages, _)| !languages.is_empty())
        .collect();
    if known.is_empty() {
        return RoomLanguage::Open;
    }
    let common = known.iter().fold(LanguageSet(u64::MAX), |all, (_, set, _)| all.and(*set));
    if !common.is_empty() {
        return RoomLanguage::Common(common);
    }
    let outside = |reach: LanguageSet| {
        known.iter().filter(move |(_, set, _)| set.and(reach).is_empty()).map(|(p, _, _)| *p)
    };
    let spoken = known.iter().fold(LanguageSet::default(), |all, (_, set, _)| all.or(*set));
    let chains = chains(known.iter().filter(|(_, _, interprets)| *interprets).map(|(_, set, _)| *set));
    for &chain in &chains {
        if outside(chain).next().is_none() {
            let by = known.iter().filter(|(_, set, i)| *i && !set.and(chain).is_empty());
            return RoomLanguage::Interpreted(by.map(|(p, _, _)| *p).collect());
        }
    }
    let single = spoken.numbers().map(|number| LanguageSet(1 << number));
    let fewest = single.chain(chains.iter().copied()).min_by_key(|&reach| outside(reach).count());
    RoomLanguage::Without(fewest.map(|reach| outside(reach).collect()).unwrap_or_default())
}

/// The languages that are linked with one another by interpreters: one set for each linked company of interpreters.
pub(super) fn chains(interpreters: impl Iterator<Item = LanguageSet>) -> Vec<LanguageSet> {
    let mut chains: Vec<LanguageSet> = Vec::new();
    for mut set in interpreters {
        chains.retain(|chain| {
            let linked = !chain.and(set).is_empty();
            if linked {
                set = set.or(*chain);
            }
            !linked
        });
        chains.push(set);
    }
    chains
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::planner::model::Person;

    fn room(people: &[(u64, bool)]) -> RoomLanguage {
        let people: Vec<Person> = people
            .iter()
            .map(|&(languages, interpreter)| Person { languages: LanguageSet(languages), interpreter })
            .collect();
        let all: Vec<usize> = (0..people.len()).collect();
        room_language(&Problem { people, ..Problem::default() }, &all)
    }

    #[test]
    fn a_common_language_is_enough_and_is_named() {
        assert_eq!(room(&[(1, false), (3, false)]), RoomLanguage::Common(LanguageSet(1)));
        assert_eq!(room(&[]), RoomLanguage::Open);
        assert_eq!(room(&[(0, false), (2, false)]), RoomLanguage::Common(LanguageSet(2)));
    }

    #[test]
    fn somebody_bilingual_is_no_interpreter_unless_they_say_so() {
        assert_eq!(room(&[(1, false), (3, false), (2, false), (1, false)]), RoomLanguage::Without(vec![2]));
        assert_eq!(room(&[(1, false), (3, true), (2, false)]), RoomLanguage::Interpreted(vec![1]));
    }

    #[test]
    fn interpreters_may_pass_words_on_to_one_another() {
        assert_eq!(
            room(&[(1, false), (3, true), (6, true), (4, false)]),
            RoomLanguage::Interpreted(vec![1, 2])
        );
        // Two interpreters without a language between them leave two halves.
        assert!(matches!(room(&[(1, false), (3, true), (12, true), (4, false)]), RoomLanguage::Without(_)));
    }
}
