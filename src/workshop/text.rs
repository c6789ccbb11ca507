//! Texts in one or both working languages.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize};

/// A language that the program speaks and that content can be written in.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English
    #[default]
    En,
    /// Russian
    Ru,
}

impl Lang {
    /// Both, in the order in which they stand on screen.
    pub const ALL: [Self; 2] = [Self::En, Self::Ru];

    /// The ISO 639-1 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
        }
    }

    /// The other of the two.
    #[must_use]
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::En => Self::Ru,
            Self::Ru => Self::En,
        }
    }

    /// The language with this code, if it is one of the two.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// What a text without a label is most likely written in, told by its script.
    pub(crate) fn of(text: &str) -> Self {
        let cyrillic = text.chars().filter(|c| matches!(c, '\u{400}'..='\u{52f}')).count();
        let latin = text.chars().filter(char::is_ascii_alphabetic).count();
        if cyrillic > 0 && cyrillic * 2 >= latin { Self::Ru } else { Self::En }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A text with an English form, a Russian form, or both.
///
/// In JSON a plain string or `{"en":…,"ru":…}`; a plain string is filed under the language of its script.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Text {
    /// The English form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<Arc<str>>,
    /// The Russian form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ru: Option<Arc<str>>,
}

impl Text {
    /// A text in one language.
    pub(crate) fn one(lang: Lang, form: impl Into<Arc<str>>) -> Self {
        let mut text = Self::default();
        text.set(lang, Some(form.into()));
        text
    }

    /// A text whose language its script tells.
    pub fn plain(form: &str) -> Self {
        Self::one(Lang::of(form), form)
    }

    /// A text in both languages.
    pub(crate) fn both(en: &str, ru: &str) -> Self {
        Self { en: Some(en.into()), ru: Some(ru.into()) }
    }

    /// The form in `lang`.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::En => self.en.as_deref(),
            Lang::Ru => self.ru.as_deref(),
        }
    }

    /// Puts a form in its place.
    pub(crate) fn set(&mut self, lang: Lang, form: Option<Arc<str>>) {
        match lang {
            Lang::En => self.en = form,
            Lang::Ru => self.ru = form,
        }
    }

    /// The form in `lang`, else the other one, else nothing at all.
    pub(crate) fn in_(&self, lang: Lang) -> &str {
        self.get(lang).or_else(|| self.get(lang.other())).unwrap_or_default()
    }

    /// The forms that are there.
    pub(crate) fn forms(&self) -> impl Iterator<Item = (Lang, &Arc<str>)> {
        [(Lang::En, self.en.as_ref()), (Lang::Ru, self.ru.as_ref())]
            .into_iter()
            .filter_map(|(lang, form)| form.map(|form| (lang, form)))
    }

    /// Whether neither form holds anything but blanks.
    pub(crate) fn is_empty(&self) -> bool {
        self.forms().all(|(_, form)| form.trim().is_empty())
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Forms {
            en: Option<Arc<str>>,
            ru: Option<Arc<str>>,
        }
        struct Either;
        impl<'de> serde::de::Visitor<'de> for Either {
            type Value = Text;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or {\"en\":…,\"ru\":…}")
            }

            fn visit_str<E: serde::de::Error>(self, plain: &str) -> Result<Text, E> {
                Ok(Text::plain(plain))
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Text, A::Error> {
                let forms = Forms::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                Ok(Text { en: forms.en, ru: forms.ru })
            }
        }
        deserializer.deserialize_any(Either)
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A text: a string, or its English and Russian forms",
            "anyOf": [
                {"type": "string"},
                {"type": "object", "additionalProperties": false,
                 "properties": {"en": {"type": "string"}, "ru": {"type": "string"}}}
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_tells_the_language_of_a_plain_text() {
        assert_eq!(Lang::of("a shared fund"), Lang::En);
        assert_eq!(Lang::of("общий фонд"), Lang::Ru);
        assert_eq!(Lang::of("общий фонд #financing"), Lang::Ru);
        assert_eq!(Lang::of("call it Талкоот, they said, in the plenary"), Lang::En);
        assert_eq!(Lang::of("42"), Lang::En);
    }

    #[test]
    fn a_text_reads_from_a_string_or_from_its_forms() {
        let plain: Text = serde_json::from_str("\"общий фонд\"").unwrap();
        assert_eq!(plain, Text::one(Lang::Ru, "общий фонд"));
        let both: Text = serde_json::from_str(r#"{"ru":"фонд","en":"fund"}"#).unwrap();
        assert_eq!(both, Text::both("fund", "фонд"));
        assert_eq!(both.in_(Lang::Ru), "фонд");
        assert!(serde_json::from_str::<Text>(r#"{"fi":"rahasto"}"#).is_err());
    }
}
