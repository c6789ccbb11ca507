//! What the program says, in English and Russian.
//!
//! Messages stand in `locales/<language>/*.ftl` (Fluent, with the plural rules of the Unicode CLDR) and travel inside the
//! binary. No sentence that a person reads is written in the code.

mod bundles;
mod choose;
pub(crate) mod date;
pub mod events;
mod groups;

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};

use bundles::Bundles;
pub(crate) use choose::choose;
pub(crate) use groups::Named;

use crate::workshop::refusal::Refusal;
use crate::workshop::text::Lang;

macro_rules! bundles {
    ($($name:literal)*) => {
        /// The files of messages, by name, with their English and Russian text.
        pub const FILES: &[(&str, &str, &str)] = &[$((
            $name,
            include_str!(concat!("../../locales/en/", $name, ".ftl")),
            include_str!(concat!("../../locales/ru/", $name, ".ftl")),
        )),*];
    };
}

bundles! {
    "refusals" "events" "words" "report" "intake" "command" "solve" "app" "home" "run" "people" "groups" "ideas" "proposals" "vote"
    "commitments" "export" "capture" "project" "plan" "rehearsal" "tally" "worth" "papers"
}

/// Something that a message is about.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg<'a> {
    /// Words, shown as they are.
    Text(Cow<'a, str>),
    /// A number, which chooses the plural form.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl From<$number> for Arg<'_> {
            fn from(number: $number) -> Self {
                Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )*};
}
numbers!(i32 u32 i64 u64 usize);

/// The messages of one language.
pub struct Messages(Bundles);

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Tongue").field(&self.lang()).finish()
    }
}

impl Messages {
    /// The messages of a language.
    pub fn new(lang: Lang) -> Self {
        Self(Bundles::of(lang))
    }

    /// Which language.
    pub(crate) fn lang(&self) -> Lang {
        self.0.lang()
    }

    /// A message without particulars.
    pub fn say(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A message about something. A message that is missing shows its name, so that nothing fails on stage.
    pub fn with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.format(id, None, args).unwrap_or_else(|| id.to_owned())
    }

    /// Whether there is such a message.
    pub fn has(&self, id: &str) -> bool {
        self.0
            .holding(id)
            .and_then(|bundle| bundle.get_message(id))
            .is_some_and(|message| message.value().is_some())
    }

    /// The hint that belongs to a message.
    pub(crate) fn hint(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        self.format(id, Some("hint"), args)
    }

    /// The sentence of a refusal, and its hint.
    pub fn refusal(&self, refusal: &Refusal) -> (String, String) {
        let args: Vec<(&str, Arg<'_>)> = refusal
            .args
            .iter()
            .map(|(name, value)| {
                let arg = match value.parse::<i64>() {
                    // An id such as `007` stays as it was written.
                    Ok(number) if value.len() < 16 && number.to_string() == *value => Arg::Number(number),
                    _ => Arg::Text(value.as_ref().into()),
                };
                (*name, arg)
            })
            .collect();
        (self.with(refusal.message, &args), self.hint(refusal.message, &args).unwrap_or_default())
    }

    fn format(&self, id: &str, attribute: Option<&str>, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let bundle = self.0.holding(id)?;
        let message = bundle.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(attribute) => message.get_attribute(attribute)?.value(),
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            let value = match arg {
                Arg::Text(text) => FluentValue::String(text.clone()),
                // Numbers in tables line up and hold no thousands separators in either language.
                Arg::Number(number) => FluentValue::from(*number),
            };
            values.set(*name, value);
        }
        let mut faults = Vec::new();
        Some(bundle.format_pattern(pattern, Some(&values), &mut faults).into_owned())
    }
}
