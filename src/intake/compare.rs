//! What a row says that the session does not know yet: only that is changed.

use std::sync::Arc;

use crate::workshop::text::Text;
use crate::workshop::thing::Bilingual;

/// The forms of a text that differ from what is known.
pub(super) fn text(new: Option<Text>, known: &Bilingual) -> Option<Text> {
    let new = new?;
    let mut differing = Text::default();
    for (lang, form) in new.forms() {
        if known.get(lang) != Some(form) {
            differing.set(lang, Some(form.clone()));
        }
    }
    (!differing.is_empty()).then_some(differing)
}

/// A value, if it differs from what is known.
pub(super) fn value<T: PartialEq>(new: Option<T>, known: Option<&T>) -> Option<T> {
    new.filter(|new| Some(new) != known)
}

/// A list of which the order says nothing, if it holds something else than what is known.
pub(super) fn set(new: Option<Vec<Arc<str>>>, known: Option<&Vec<Arc<str>>>) -> Option<Vec<Arc<str>>> {
    new.filter(|new| {
        known.is_none_or(|known| known.len() != new.len() || !new.iter().all(|entry| known.contains(entry)))
    })
}

/// A list of names, if it says something else than what is known. Forms in the other language, which the row does not
/// have, are kept.
pub(super) fn names(new: Option<Vec<Text>>, known: &[Text]) -> Option<Vec<Text>> {
    let new = new?;
    let agrees = |(new, known): (&Text, &Text)| {
        new.forms().all(|(lang, form)| known.get(lang).is_none_or(|known| known == form.as_ref()))
    };
    let merged: Vec<Text> = if new.len() == known.len() && new.iter().zip(known).all(agrees) {
        new.iter().zip(known).map(|(new, known)| both(new, known)).collect()
    } else {
        // Another list: whoever stays in it keeps the name in the other language.
        let same = |new: &Text| {
            known.iter().find(|known| new.forms().any(|(lang, form)| known.get(lang) == Some(form)))
        };
        new.iter().map(|new| same(new).map_or_else(|| new.clone(), |known| both(new, known))).collect()
    };
    (merged != known).then_some(merged)
}

fn both(new: &Text, known: &Text) -> Text {
    Text { en: new.en.clone().or_else(|| known.en.clone()), ru: new.ru.clone().or_else(|| known.ru.clone()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workshop::text::Lang;

    #[test]
    fn the_other_language_of_a_list_is_kept() {
        let (who, bank) = (Text::both("WHO", "ВОЗ"), Text::both("Bank", "Банк"));
        let (en, ru) = (Text::one(Lang::En, "WHO"), Text::one(Lang::Ru, "ВОЗ"));
        assert_eq!(names(Some(vec![en.clone()]), std::slice::from_ref(&who)), None);
        assert_eq!(names(Some(vec![ru]), std::slice::from_ref(&en)), Some(vec![who.clone()]));
        assert_eq!(names(Some(vec![en]), &[bank, who.clone()]), Some(vec![who]));
        assert_eq!(names(None, &[]), None);
    }
}
