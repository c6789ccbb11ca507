//! The messages of one language, each file of them read when something in it is first said: a desk that runs an agenda need
//! not keep the words of every refusal and every import in memory.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::OnceLock;

use fluent_bundle::{FluentBundle, FluentResource};
use unic_langid::{LanguageIdentifier, langid};

use super::FILES;
use crate::workshop::text::Lang;

type Bundle = FluentBundle<FluentResource>;

/// The files of one language. A message refers to others of its own file only (a test sees to it).
pub(super) struct Bundles {
    lang: Lang,
    files: Vec<OnceCell<Bundle>>,
}

impl Bundles {
    pub(super) fn of(lang: Lang) -> Self {
        Self { lang, files: FILES.iter().map(|_| OnceCell::new()).collect() }
    }

    /// Which language.
    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    /// The file that holds a message.
    pub(super) fn holding(&self, id: &str) -> Option<&Bundle> {
        let file = *index().get(id)?;
        let (_, en, ru) = FILES.get(file)?;
        let source = match self.lang {
            Lang::En => *en,
            Lang::Ru => *ru,
        };
        Some(self.files.get(file)?.get_or_init(|| read(self.lang, source)))
    }
}

fn locale(lang: Lang) -> LanguageIdentifier {
    match lang {
        Lang::En => langid!("en"),
        Lang::Ru => langid!("ru"),
    }
}

fn read(lang: Lang, source: &str) -> Bundle {
    let mut bundle = Bundle::new(vec![locale(lang)]);
    // Isolating marks around what people typed would stand in the terminal's cells; texts are cleaned of direction overrides
    // on their way in instead.
    bundle.set_use_isolating(false);
    // A message that does not parse is left out, and a test finds it.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

/// Which file holds a message: the files of both languages hold the same (a test sees to it). Found by how a message
/// begins in Fluent's syntax, its id at the very start of a line, so that nothing has to be parsed.
fn index() -> &'static HashMap<&'static str, usize> {
    static INDEX: OnceLock<HashMap<&'static str, usize>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let ids = |text: &'static str| {
            text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic())).filter_map(id_of)
        };
        FILES.iter().enumerate().flat_map(|(file, (_, en, _))| ids(en).map(move |id| (id, file))).collect()
    })
}

fn id_of(line: &'static str) -> Option<&'static str> {
    line.split_once('=').map(|(id, _)| id.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_is_found_and_says_all_that_it_says_within_its_file() {
        for lang in Lang::ALL {
            let bundles = Bundles::of(lang);
            let mut found = 0;
            for id in index().keys() {
                let bundle = bundles.holding(id).unwrap();
                let message = bundle.get_message(id).unwrap_or_else(|| panic!("{lang:?}: {id}"));
                let patterns = message
                    .value()
                    .into_iter()
                    .chain(message.attributes().map(|attribute| attribute.value()));
                for pattern in patterns {
                    let mut faults = Vec::new();
                    bundle.format_pattern(pattern, None, &mut faults);
                    // What is said about is not given here; messages and terms must be there.
                    let astray = faults.iter().map(|fault| format!("{fault:?}")).find(|fault| {
                        fault.contains("Reference(Message") || fault.contains("Reference(Term")
                    });
                    assert_eq!(astray, None, "{lang:?}: {id}");
                }
                found += 1;
            }
            assert!(found > 1000, "{found}");
        }
    }
}
