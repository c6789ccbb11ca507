//! A page of Markdown in one language or in both.

use super::escape::{About, Md, md};
use crate::language::Messages;
use crate::report::export::Languages;
use crate::workshop::text::{Lang, Text};

/// What two languages in one cell are put apart with.
const BREAK: &str = "<br>";

/// A page being written. In both languages the English stands first and the Russian after it in italics.
pub(super) struct Page<'a> {
    languages: Languages,
    en: &'a Messages,
    ru: &'a Messages,
    out: String,
}

impl<'a> Page<'a> {
    pub(super) fn new(languages: Languages, en: &'a Messages, ru: &'a Messages) -> Self {
        Self { languages, en, ru, out: String::new() }
    }

    /// The page with one line end after the last line.
    pub(super) fn finish(self) -> String {
        format!("{}\n", self.out.trim_end())
    }

    fn messages(&self, lang: Lang) -> &'a Messages {
        match lang {
            Lang::En => self.en,
            Lang::Ru => self.ru,
        }
    }

    /// One or both forms of something that each language says in its own way.
    pub(super) fn speak(&self, between: &'static str, say: impl Fn(&'a Messages) -> Md) -> Md {
        match self.languages {
            Languages::One(lang) => say(self.messages(lang)),
            Languages::Both => {
                let (en, ru) = (say(self.en), say(self.ru));
                lighter(&en, &ru, between)
            }
        }
    }

    /// The language that stands first.
    pub(super) fn first(&self) -> &'a Messages {
        match self.languages {
            Languages::One(lang) => self.messages(lang),
            Languages::Both => self.en,
        }
    }

    /// How many sentences there are of something, in either language.
    pub(super) fn count(&self, say: &dyn Fn(&Messages) -> Vec<String>) -> usize {
        say(self.en).len()
    }

    /// A message, the languages side by side.
    pub(super) fn say(&self, id: &str) -> Md {
        self.speak(" · ", |messages| Md::say(messages, id))
    }

    /// A message about something.
    pub(super) fn with(&self, id: &str, about: &[(&str, About)]) -> Md {
        self.speak(" · ", |messages| Md::with(messages, id, about))
    }

    /// What people typed, the languages below one another.
    pub(super) fn text(&self, text: &Text) -> Md {
        self.text_between(text, BREAK)
    }

    /// What people typed, the languages side by side.
    pub(super) fn inline(&self, text: &Text) -> Md {
        self.text_between(text, " · ")
    }

    fn text_between(&self, text: &Text, between: &'static str) -> Md {
        match self.languages {
            Languages::One(lang) => Md::typed(text.in_(lang)),
            Languages::Both => match (text.get(Lang::En), text.get(Lang::Ru)) {
                (Some(en), Some(ru)) => lighter(&Md::typed(en), &Md::typed(ru), between),
                _ => Md::typed(text.in_(Lang::En)),
            },
        }
    }

    /// A heading: English on its line, Russian below it.
    pub(super) fn heading(&mut self, level: usize, forms: impl Fn(&'a Messages) -> Md) {
        self.gap();
        let marks = "#".repeat(level);
        match self.languages {
            Languages::One(lang) => self.line(&format!("{marks} {}", forms(self.messages(lang)).as_str())),
            Languages::Both => {
                let (en, ru) = (forms(self.en), forms(self.ru));
                self.line(&format!("{marks} {}", en.as_str()));
                if ru != en {
                    self.gap();
                    self.line(&format!("*{}*", ru.as_str()));
                }
            }
        }
        self.gap();
    }

    /// A heading from a message.
    pub(super) fn title(&mut self, level: usize, id: &str) {
        self.heading(level, |messages| Md::say(messages, id));
    }

    /// A heading of what people typed, with an id before it or none.
    pub(super) fn typed_title(&mut self, level: usize, id: &str, text: &Text) {
        let mut first = true;
        let forms = match self.languages {
            Languages::One(lang) => vec![text.in_(lang)],
            Languages::Both => Lang::ALL.into_iter().filter_map(|lang| text.get(lang)).collect(),
        };
        self.gap();
        for form in if forms.is_empty() { vec![""] } else { forms } {
            // An id without words is a heading as well.
            let words = Md::join([id, form].into_iter().filter(|part| !part.is_empty()).map(Md::typed), " ");
            if first {
                self.line(&format!("{} {}", "#".repeat(level), words.as_str()));
            } else if form != text.in_(Lang::En) {
                self.gap();
                self.line(&format!("*{}*", Md::typed(form).as_str()));
            }
            first = false;
        }
        self.gap();
    }

    pub(super) fn paragraph(&mut self, text: &Md) {
        self.gap();
        self.line(text.as_str());
        self.gap();
    }

    /// A paragraph to be found by: an id and what people typed, in bold.
    pub(super) fn strong(&mut self, id: &str, text: &Text) {
        let (first, second) = match self.languages {
            Languages::One(lang) => (text.in_(lang), None),
            Languages::Both => (text.in_(Lang::En), text.get(Lang::Ru)),
        };
        let first = Md::join([id, first].into_iter().filter(|part| !part.is_empty()).map(Md::typed), " ");
        let first = md!("**{}**", first);
        let second = second.filter(|second| *second != text.in_(Lang::En)).map(Md::typed).unwrap_or_default();
        self.paragraph(&lighter(&first, &second, " · "));
    }

    /// A rule across the page. The line before it stays empty: right below words three hyphens make a heading of them.
    pub(super) fn rule(&mut self) {
        self.paragraph(&Md::own("---"));
    }

    /// A bullet, `depth` levels in.
    pub(super) fn bullet(&mut self, depth: usize, text: &Md) {
        self.line(&format!("{}- {}", "  ".repeat(depth), text.as_str()));
    }

    /// A bullet with a message for its label.
    pub(super) fn labelled(&mut self, depth: usize, id: &str, text: &Md) {
        if !text.is_empty() {
            self.bullet(depth, &md!("{}: {}", self.say(id), text));
        }
    }

    /// A table; columns that are empty in all rows are left out.
    pub(super) fn table(&mut self, columns: &[&str], rows: &[Vec<Md>]) {
        let used: Vec<bool> = (0..columns.len())
            .map(|column| rows.iter().any(|row| row.get(column).is_some_and(|cell| !cell.is_empty())))
            .collect();
        let line = |cells: &[Md]| {
            let cells = cells.iter().zip(&used).filter(|(_, used)| **used);
            cells.fold("|".to_owned(), |line, (cell, _)| format!("{line} {} |", cell.as_str()))
        };
        if !used.contains(&true) {
            return;
        }
        self.gap();
        let head: Vec<Md> =
            columns.iter().map(|id| self.speak(BREAK, |messages| Md::say(messages, id))).collect();
        self.line(&line(&head));
        self.line(&line(&vec![Md::own("---"); columns.len()]));
        for row in rows {
            self.line(&line(row));
        }
        self.gap();
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

fn lighter(en: &Md, ru: &Md, between: &'static str) -> Md {
    match (en.is_empty(), ru.is_empty()) {
        _ if en == ru => en.clone(),
        (true, _) => ru.clone(),
        (_, true) => en.clone(),
        _ => md!("{}{}*{}*", en, Md::own(between), ru),
    }
}
