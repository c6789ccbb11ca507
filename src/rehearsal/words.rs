//! The words of made-up participants: messages of both bundles under one name say the same, and so translate each other.

use std::sync::Arc;

use crate::language::{Arg, Messages};
use crate::workshop::meeting::Meeting;
use crate::workshop::text::{Lang, Text};

/// What is talked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Deck {
    /// The topic of a room.
    Topic,
    /// Anything.
    Plain,
    /// The meeting itself.
    Meeting,
}

/// Something that can be said: its message, and the terms of the vocabulary that it touches.
pub(super) type Line = (&'static str, &'static [&'static str]);

impl Deck {
    pub(super) fn lines(self) -> &'static [Line] {
        match self {
            Self::Topic => TOPIC,
            Self::Plain => PLAIN,
            Self::Meeting => MEETING,
        }
    }
}

/// An idea that was said here.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) id: Arc<str>,
    pub(super) deck: Deck,
    pub(super) line: &'static str,
    /// In which language.
    pub(super) lang: Lang,
    /// About what, where it is about the topic of a room.
    pub(super) topic: Text,
    /// Whether it has become part of a proposal.
    pub(super) promoted: bool,
}

/// Both bundles, whatever the language of the interface is: a rehearsal is the same on every laptop.
#[derive(Debug)]
pub(super) struct Words {
    en: Messages,
    ru: Messages,
    /// The working languages of the meeting that there are words in; English if there is none.
    pub(super) langs: Vec<Lang>,
}

impl Words {
    pub(super) fn new(meeting: &Meeting) -> Self {
        let named = meeting.languages();
        let mut langs: Vec<Lang> = named.iter().filter_map(|code| Lang::from_code(code)).collect();
        if langs.is_empty() {
            langs.push(Lang::En);
        }
        Self { en: Messages::new(Lang::En), ru: Messages::new(Lang::Ru), langs }
    }

    /// A message in a language.
    pub(super) fn say(&self, lang: Lang, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        match lang {
            Lang::En => self.en.with(id, args),
            Lang::Ru => self.ru.with(id, args),
        }
    }

    /// A message in the first working language.
    pub(super) fn first(&self, id: &str) -> String {
        self.say(self.langs.first().copied().unwrap_or(Lang::En), id, &[])
    }

    /// A message in both languages, each with particulars of its own.
    pub(super) fn both(&self, id: &str, args: &[(&str, Text)]) -> Text {
        let form = |lang| {
            let args: Vec<(&str, Arg<'_>)> =
                args.iter().map(|(name, text)| (*name, Arg::from(text.in_(lang)))).collect();
            self.say(lang, id, &args)
        };
        Text::both(&form(Lang::En), &form(Lang::Ru))
    }
}

/// What is promised about a proposal, and without one.
pub(super) static COMMITMENTS: [&str; 6] = [
    "rehearsal-commitment-01",
    "rehearsal-commitment-02",
    "rehearsal-commitment-03",
    "rehearsal-commitment-04",
    "rehearsal-commitment-05",
    "rehearsal-commitment-06",
];
pub(super) static PLEDGES: [&str; 3] = ["rehearsal-pledge-01", "rehearsal-pledge-02", "rehearsal-pledge-03"];

static TOPIC: &[Line] = &[
    ("rehearsal-topic-01", &["governance"]),
    ("rehearsal-topic-02", &["epho-9"]),
    ("rehearsal-topic-03", &["financing", "epho-8"]),
    ("rehearsal-topic-04", &["epho-10"]),
    ("rehearsal-topic-05", &["epho-1"]),
    ("rehearsal-topic-06", &["governance", "epho-6"]),
    ("rehearsal-topic-07", &["workforce"]),
    ("rehearsal-topic-08", &["financing"]),
    ("rehearsal-topic-09", &["governance", "epho-8"]),
    ("rehearsal-topic-10", &["epho-10"]),
    ("rehearsal-topic-11", &["governance"]),
    ("rehearsal-topic-12", &["epho-6"]),
    ("rehearsal-topic-13", &["governance", "epho-6"]),
    ("rehearsal-topic-14", &["legislation"]),
    ("rehearsal-topic-15", &["workforce", "epho-7"]),
    ("rehearsal-topic-16", &[]),
];

static PLAIN: &[Line] = &[
    ("rehearsal-plain-01", &["financing"]),
    ("rehearsal-plain-02", &["workforce"]),
    ("rehearsal-plain-03", &["governance", "epho-8"]),
    ("rehearsal-plain-04", &["legislation"]),
    ("rehearsal-plain-05", &["workforce", "epho-9"]),
    ("rehearsal-plain-06", &["financing", "epho-8"]),
    ("rehearsal-plain-07", &["financing", "prevention"]),
    ("rehearsal-plain-08", &["workforce", "epho-7"]),
    ("rehearsal-plain-09", &["workforce", "epho-1"]),
    ("rehearsal-plain-10", &["governance"]),
    ("rehearsal-plain-11", &["workforce", "epho-7"]),
    ("rehearsal-plain-12", &["workforce", "legislation"]),
    ("rehearsal-plain-13", &["workforce", "governance"]),
    ("rehearsal-plain-14", &["prevention", "epho-5"]),
    ("rehearsal-plain-15", &["governance", "epho-8"]),
    ("rehearsal-plain-16", &["health-promotion", "epho-4"]),
    ("rehearsal-plain-17", &["health-protection", "epho-2"]),
    ("rehearsal-plain-18", &["workforce", "epho-7"]),
    ("rehearsal-plain-19", &["epho-9"]),
    ("rehearsal-plain-20", &["workforce", "epho-7"]),
    ("rehearsal-plain-21", &["financing"]),
    ("rehearsal-plain-22", &["governance", "epho-9"]),
    ("rehearsal-plain-23", &["workforce", "epho-10"]),
    ("rehearsal-plain-24", &["financing", "epho-9"]),
    ("rehearsal-plain-25", &["health-protection", "epho-3"]),
    ("rehearsal-plain-26", &["financing", "epho-1"]),
    ("rehearsal-plain-27", &["workforce"]),
    ("rehearsal-plain-28", &["epho-9"]),
    ("rehearsal-plain-29", &["workforce", "financing"]),
    ("rehearsal-plain-30", &["legislation", "epho-10"]),
    ("rehearsal-plain-31", &["health-protection", "epho-2"]),
    ("rehearsal-plain-32", &["epho-10"]),
    ("rehearsal-plain-33", &[]),
    ("rehearsal-plain-34", &["health-protection", "epho-2"]),
    ("rehearsal-plain-35", &["legislation", "health-promotion"]),
    ("rehearsal-plain-36", &["epho-9"]),
];

static MEETING: &[Line] = &[
    ("rehearsal-plus-01", &[]),
    ("rehearsal-plus-02", &[]),
    ("rehearsal-plus-03", &[]),
    ("rehearsal-plus-04", &[]),
    ("rehearsal-plus-05", &[]),
    ("rehearsal-plus-06", &[]),
    ("rehearsal-delta-01", &[]),
    ("rehearsal-delta-02", &[]),
    ("rehearsal-delta-03", &[]),
    ("rehearsal-delta-04", &[]),
    ("rehearsal-delta-05", &[]),
    ("rehearsal-delta-06", &[]),
];
