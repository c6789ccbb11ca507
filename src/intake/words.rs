//! Words that mean a code: languages, kinds of participant, of item, of idea, roles; and the terms of the session's own
//! vocabulary.

use std::collections::HashMap;
use std::sync::Arc;

use super::values::{self, normal};
use crate::workshop::Workshop;
use crate::workshop::text::Lang;
use crate::workshop::thing::Thing;

type Codes = &'static [(&'static str, &'static [&'static str])];

/// Languages: ISO 639-1 codes, with the names and abbreviations under which they go.
const LANGUAGES: Codes = &[
    ("en", &["english", "eng", "английский", "англ", "анг"]),
    ("ru", &["russian", "rus", "русский", "рус"]),
    ("fr", &["french", "francais", "français", "французский", "фр"]),
    ("de", &["german", "deutsch", "немецкий", "нем"]),
    ("es", &["spanish", "español", "испанский", "исп"]),
    ("it", &["italian", "итальянский"]),
    ("pt", &["portuguese", "португальский"]),
    ("pl", &["polish", "польский"]),
    ("fi", &["finnish", "suomi", "финский"]),
    ("sv", &["swedish", "svenska", "шведский"]),
    ("no", &["norwegian", "норвежский"]),
    ("da", &["danish", "датский"]),
    ("et", &["estonian", "эстонский"]),
    ("lv", &["latvian", "латышский"]),
    ("lt", &["lithuanian", "литовский"]),
    ("uk", &["ukrainian", "украинский"]),
    ("be", &["belarusian", "белорусский"]),
    ("kk", &["kazakh", "казахский"]),
    ("ky", &["kyrgyz", "киргизский", "кыргызский"]),
    ("tg", &["tajik", "таджикский"]),
    ("uz", &["uzbek", "узбекский"]),
    ("tk", &["turkmen", "туркменский"]),
    ("hy", &["armenian", "армянский"]),
    ("ka", &["georgian", "грузинский"]),
    ("az", &["azerbaijani", "азербайджанский"]),
    ("ro", &["romanian", "moldovan", "румынский", "молдавский"]),
    ("tr", &["turkish", "турецкий"]),
    ("zh", &["chinese", "китайский"]),
    ("ar", &["arabic", "арабский"]),
    ("hu", &["hungarian", "венгерский"]),
    ("cs", &["czech", "чешский"]),
    ("nl", &["dutch", "нидерландский", "голландский"]),
];

const KINDS: Codes = &[
    (
        "national-service",
        &[
            "national service",
            "national public health service",
            "национальная служба",
            "национальная служба общественного здравоохранения",
        ],
    ),
    (
        "international",
        &["international organisation", "international organization", "международная организация"],
    ),
    ("academia", &["academic", "university", "академическое учреждение", "университет"]),
    ("association", &["ngo", "association, ngo", "ассоциация", "нпо", "ассоциация, нпо"]),
];

const ROLES: Codes = &[
    ("participant", &["участник", "участница"]),
    ("interpreter", &["переводчик", "переводчица"]),
    ("host", &["room host", "хозяин комнаты", "хозяйка комнаты", "хозяин стола"]),
    ("facilitator", &["фасилитатор"]),
    ("rapporteur", &["докладчик"]),
];

const ITEMS: Codes = &[
    ("plenary", &["plenary session", "пленарное заседание", "пленарное"]),
    ("activity", &["упражнение", "совместная работа"]),
    ("breakout", &["breakouts", "group work", "работа в группах", "группы"]),
    ("break", &["coffee break", "coffee", "перерыв", "кофе-пауза", "кофе"]),
    ("lunch", &["lunch break", "обед", "обеденный перерыв"]),
    ("vote", &["dot-vote", "voting", "голосование"]),
    ("social", &["dinner", "reception", "прием", "ужин"]),
];

const IDEAS: Codes = &[
    ("idea", &["идея"]),
    ("action", &["действие"]),
    ("question", &["вопрос"]),
    ("quote", &["цитата"]),
    ("off-record", &["off the record", "off record", "не для протокола"]),
    ("parking", &["parking lot", "парковка"]),
];

fn code(codes: Codes, word: &str) -> Option<&'static str> {
    let word = normal(word);
    codes.iter().find(|(code, names)| *code == word || names.contains(&word.as_str())).map(|(code, _)| *code)
}

/// What an idea is, as the session names it.
pub(super) fn idea_kind(word: &str) -> Option<&'static str> {
    code(IDEAS, word)
}

/// The code of a language, told by a code or a name.
pub(super) fn language(word: &str) -> Option<&'static str> {
    // “English (fluent)”, “англ.”
    let word = word.split('(').next().unwrap_or_default().trim().trim_end_matches('.');
    code(LANGUAGES, word)
}

/// A word of the session's own vocabulary, or what stands for it.
#[derive(Debug, Default)]
pub(super) struct Terms {
    named: HashMap<(String, String), Arc<str>>,
    /// Words seen before, kept once: a list of a million rows says few different ones.
    seen: HashMap<String, Arc<str>>,
}

/// How many different words are kept once.
const MOST_SEEN: usize = 10_000;

impl Terms {
    pub(super) fn of(workshop: &Workshop) -> Self {
        let mut named = HashMap::new();
        for term in workshop.terms.iter() {
            let label: Arc<str> = workshop.terms.label(term.key()).into();
            let names = [Some(label.as_ref()), term.name.get(Lang::En), term.name.get(Lang::Ru)];
            for name in names.into_iter().flatten() {
                named.entry((term.group().to_owned(), normal(name))).or_insert_with(|| label.clone());
            }
        }
        Self { named, seen: HashMap::new() }
    }

    fn term(&self, group: &str, word: &str) -> Option<Arc<str>> {
        if self.named.is_empty() {
            return None;
        }
        self.named.get(&(group.to_owned(), normal(word))).cloned()
    }

    /// The one copy of a word.
    pub(super) fn once(&mut self, word: &str) -> Arc<str> {
        if let Some(known) = self.seen.get(word) {
            return known.clone();
        }
        let word: Arc<str> = word.into();
        if self.seen.len() < MOST_SEEN {
            self.seen.insert(word.to_string(), word.clone());
        }
        word
    }

    /// A kind of participant: a term of the session, a usual one, or the word as it stands.
    pub(super) fn person_kind(&mut self, word: &str) -> Arc<str> {
        match (self.term("kind", word), code(KINDS, word)) {
            (Some(term), _) => term,
            (None, Some(code)) => self.once(code),
            (None, None) => self.once(word),
        }
    }

    /// A role: a usual one, or the word as it stands.
    pub(super) fn role(&mut self, word: &str) -> Arc<str> {
        self.once(code(ROLES, word).unwrap_or(word))
    }

    /// A kind of item: a usual one, or the word as it stands.
    pub(super) fn item_kind(&mut self, word: &str) -> Arc<str> {
        self.once(code(ITEMS, word).unwrap_or(word))
    }

    /// The tags of a cell as the session writes them: terms of the group where they are known, else in lower case and one
    /// word. `prefix` stands before bare numbers (`1` under EPHO is `epho-1`).
    pub(super) fn tags(&mut self, group: &str, prefix: &str, cell: &str) -> Vec<Arc<str>> {
        let mut tags = Vec::new();
        let mut push = |tag: Arc<str>| {
            if !tag.is_empty() && !tags.contains(&tag) {
                tags.push(tag);
            }
        };
        // A term may hold a comma of its own, so that larger pieces are tried first.
        for piece in cell.split([';', '|', '\n', '\r', '•']) {
            if let Some(term) = self.term(group, piece) {
                push(term);
                continue;
            }
            let hashes = piece.trim_start().starts_with('#').then_some(["#"]);
            for word in values::words(piece, hashes.as_ref().map_or(&[], |hashes| hashes.as_slice())) {
                match self.term(group, word) {
                    Some(term) => push(term),
                    None => push(self.once(&tag(prefix, word))),
                }
            }
        }
        tags
    }
}

/// A tag as the session writes it.
fn tag(prefix: &str, word: &str) -> String {
    let word = values::line(word).trim_start_matches('#').to_lowercase();
    let word = match word.strip_prefix("офоз") {
        Some(rest) if prefix == "epho" => format!("epho {}", rest.trim_start_matches('-')),
        _ => word,
    };
    if !prefix.is_empty() && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit()) {
        return format!("{prefix}-{word}");
    }
    word.split_whitespace().collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_by_name_and_code() {
        assert_eq!(
            ["EN", "английский", "Russian (fluent)", "рус."].map(language),
            [Some("en"), Some("en"), Some("ru"), Some("ru")]
        );
        assert_eq!(language("Klingon"), None);
    }

    #[test]
    fn words_become_codes() {
        let mut terms = Terms::default();
        assert_eq!(terms.person_kind("Международная организация").as_ref(), "international");
        assert_eq!(terms.role("хозяин комнаты").as_ref(), "host");
        assert_eq!(terms.item_kind("Something else").as_ref(), "Something else");
        assert_eq!(
            terms.tags("epho", "epho", "ОФОЗ 1; EPHO 7, 8").iter().map(AsRef::as_ref).collect::<Vec<_>>(),
            ["epho-1", "epho-7", "epho-8"]
        );
        assert_eq!(
            terms.tags("", "", "#Rural health #financing").iter().map(AsRef::as_ref).collect::<Vec<&str>>(),
            ["rural-health", "financing"]
        );
    }

    #[test]
    fn no_word_means_two_codes() {
        for codes in [LANGUAGES, KINDS, ROLES, ITEMS, IDEAS] {
            let mut seen = std::collections::BTreeSet::new();
            for (code, names) in codes {
                assert!(seen.insert(*code));
                assert!(names.iter().all(|name| seen.insert(name) && normal(name) == **name), "{code}");
            }
        }
    }
}
