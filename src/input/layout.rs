//! The same keys under the fingers when the keyboard is switched to Cyrillic.

use super::key::{Code, Key};

/// The keys of ЙЦУКЕН in small and in capitals, and what QWERTY has in the same places.
const CYRILLIC: [&str; 2] = ["ёйцукенгшщзхъфывапролджэячсмитьбю", "ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"];
const LATIN: [&str; 2] = ["`qwertyuiop[]asdfghjkl;'zxcvbnm,.", "~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>"];

/// What Ukrainian and Belarusian keyboards have where the Russian one has another letter. Belarusian і is
/// on another key than Ukrainian і; the more common keyboard wins.
const NEIGHBOURS: [(char, char); 11] = [
    ('і', 's'),
    ('І', 'S'),
    ('ї', ']'),
    ('Ї', '}'),
    ('є', '\''),
    ('Є', '"'),
    ('ґ', '\\'),
    ('Ґ', '|'),
    ('ў', 'o'),
    ('Ў', 'O'),
    // Shift-3 of the Russian keyboard, which no other layout writes.
    ('№', '#'),
];

/// The character that QWERTY has on the key that writes `c` on a Cyrillic layout.
pub(crate) fn latin(c: char) -> Option<char> {
    CYRILLIC
        .into_iter()
        .zip(LATIN)
        .flat_map(|(cyrillic, latin)| cyrillic.chars().zip(latin.chars()))
        .chain(NEIGHBOURS)
        .find_map(|(cyrillic, latin)| (cyrillic == c).then_some(latin))
}

/// Who gets the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Focus {
    /// A screen: every key is a command.
    Keys,
    /// A line with the cursor: what writes a character writes it.
    Text,
}

/// The ways to read a key, best first: itself, then the key of QWERTY in the same place where that is
/// allowed. The first that is bound wins.
pub(crate) fn readings(key: Key, focus: Focus) -> impl Iterator<Item = Key> {
    let second = match key.code {
        Code::Char(c) if focus == Focus::Keys || key.ctrl || key.alt => {
            latin(c).map(|latin| Key { code: Code::Char(latin), ..key })
        }
        _ => None,
    };
    std::iter::once(key).chain(second)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const UKRAINIAN: &str = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя";

    fn maps_one_to_one(letters: &str) {
        let mapped: BTreeSet<char> = letters.chars().map(|c| latin(c).unwrap()).collect();
        assert_eq!(mapped.len(), letters.chars().count(), "{letters}");
    }

    #[test]
    fn each_alphabet_has_a_key_for_each_letter() {
        for letters in CYRILLIC {
            assert_eq!(letters.chars().count(), 33);
            maps_one_to_one(letters);
        }
        maps_one_to_one(&(CYRILLIC.concat()));
        maps_one_to_one(&(UKRAINIAN.to_owned() + &UKRAINIAN.to_uppercase()));
        for (letters, keys) in CYRILLIC.into_iter().zip(LATIN) {
            assert_eq!(letters.chars().count(), keys.chars().count());
        }
    }

    #[test]
    fn every_latin_letter_can_be_reached() {
        let reached: BTreeSet<char> = CYRILLIC.concat().chars().filter_map(latin).collect();
        for c in ('a'..='z').chain('A'..='Z') {
            assert!(reached.contains(&c), "{c}");
        }
    }

    #[test]
    fn capitals_stand_over_their_small_letters() {
        for c in CYRILLIC.concat().chars().chain("іїєґў".chars()) {
            let (Some(low), Some(high)) = (c.to_lowercase().next(), c.to_uppercase().next()) else {
                continue;
            };
            let (low, high) = (latin(low).unwrap(), latin(high).unwrap());
            if low.is_ascii_alphabetic() {
                assert_eq!(low.to_ascii_uppercase(), high);
            } else {
                assert!(!high.is_ascii_alphabetic(), "{c}");
            }
        }
    }

    #[test]
    fn nothing_that_every_layout_has_is_moved() {
        for c in ' '..='~' {
            assert_eq!(latin(c), None, "{c}");
        }
        for n in 1..=12 {
            let key = Key::plain(Code::F(n));
            assert_eq!(readings(key, Focus::Keys).collect::<Vec<_>>(), [key]);
        }
    }

    #[test]
    fn text_stays_text_and_combinations_work_everywhere() {
        let written = Key::char('г');
        assert_eq!(readings(written, Focus::Text).collect::<Vec<_>>(), [written]);
        assert_eq!(readings(written, Focus::Keys).collect::<Vec<_>>(), [written, Key::char('u')]);
        for focus in [Focus::Text, Focus::Keys] {
            let copied = Key::ctrl('С');
            assert_eq!(readings(copied, focus).collect::<Vec<_>>(), [copied, Key::ctrl('c')]);
            let alt = Key { alt: true, ..Key::char('и') };
            let expected = [alt, Key { alt: true, ..Key::char('b') }];
            assert_eq!(readings(alt, focus).collect::<Vec<_>>(), expected);
        }
    }
}
