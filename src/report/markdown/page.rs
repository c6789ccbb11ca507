//! A page of Markdown in one language or in both.

use crate::language::{Arg, Tongue};
use crate::report::export::Languages;
use crate::workshop::text::{Lang, Text};

use super::escape::escape;

/// What two languages in one cell are put apart with.
const BREAK: &str = "<br>";

/// A page being written. In both languages the English stands first and the Russian after it in italics.
pub(super) struct Page<'a> {
    languages: Languages,
    en: &'a Tongue,
    ru: &'a Tongue,
    out: String,
}

impl<'a> Page<'a> {
    pub(super) fn new(languages: Languages, en: &'a Tongue, ru: &'a Tongue) -> Self {
        Self { languages, en, ru, out: String::new() }
    }

    /// The page with one line end after the last line.
    pub(super) fn finish(self) -> String {
        format!("{}\n", self.out.trim_end())
    }

    fn tongue(&self, lang: Lang) -> &'a Tongue {
        match lang {
            Lang::En => self.en,
            Lang::Ru => self.ru,
        }
    }

    /// One or both forms of something that each language says in its own way.
    pub(super) fn speak(&self, between: &str, say: impl Fn(&'a Tongue) -> String) -> String {
        match self.languages {
            Languages::One(lang) => say(self.tongue(lang)),
            Languages::Both => {
                let (en, ru) = (say(self.en), say(self.ru));
                lighter(&en, &ru, between)
            }
        }
    }

    /// The language that stands first.
    pub(super) fn first(&self) -> &'a Tongue {
        match self.languages {
            Languages::One(lang) => self.tongue(lang),
            Languages::Both => self.en,
        }
    }

    /// How many sentences there are of something, in either language.
    pub(super) fn count(&self, say: &dyn Fn(&Tongue) -> Vec<String>) -> usize {
        say(self.en).len()
    }

    /// A message, the languages side by side.
    pub(super) fn say(&self, id: &str) -> String {
        self.speak(" · ", |tongue| tongue.say(id))
    }

    /// A message about something; what people typed must have been escaped.
    pub(super) fn with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.speak(" · ", |tongue| tongue.with(id, args))
    }

    /// What people typed, the languages below one another.
    pub(super) fn text(&self, text: &Text) -> String {
        self.text_between(text, BREAK)
    }

    /// What people typed, the languages side by side.
    pub(super) fn inline(&self, text: &Text) -> String {
        self.text_between(text, " · ")
    }

    fn text_between(&self, text: &Text, between: &str) -> String {
        match self.languages {
            Languages::One(lang) => escape(text.in_(lang)),
            Languages::Both => match (text.get(Lang::En), text.get(Lang::Ru)) {
                (Some(en), Some(ru)) => lighter(&escape(en), &escape(ru), between),
                _ => escape(text.in_(Lang::En)),
            },
        }
    }

    /// A heading: English on its line, Russian below it.
    pub(super) fn heading(&mut self, level: usize, forms: impl Fn(&'a Tongue) -> String) {
        self.gap();
        let marks = "#".repeat(level);
        match self.languages {
            Languages::One(lang) => self.line(&format!("{marks} {}", forms(self.tongue(lang)))),
            Languages::Both => {
                let (en, ru) = (forms(self.en), forms(self.ru));
                self.line(&format!("{marks} {en}"));
                if ru != en {
                    self.gap();
                    self.line(&format!("*{ru}*"));
                }
            }
        }
        self.gap();
    }

    /// A heading from a message.
    pub(super) fn title(&mut self, level: usize, id: &str) {
        self.heading(level, |tongue| tongue.say(id));
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
            let words: Vec<String> =
                [id, form].into_iter().filter(|part| !part.is_empty()).map(escape).collect();
            if first {
                self.line(&format!("{} {}", "#".repeat(level), words.join(" ")));
            } else if form != text.in_(Lang::En) {
                self.gap();
                self.line(&format!("*{}*", escape(form)));
            }
            first = false;
        }
        self.gap();
    }

    /// A paragraph.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.gap();
        self.line(text);
        self.gap();
    }

    /// A paragraph to be found by: an id and what people typed, in bold.
    pub(super) fn strong(&mut self, id: &str, text: &Text) {
        let (first, second) = match self.languages {
            Languages::One(lang) => (text.in_(lang), None),
            Languages::Both => (text.in_(Lang::En), text.get(Lang::Ru)),
        };
        let first: Vec<String> =
            [id, first].into_iter().filter(|part| !part.is_empty()).map(escape).collect();
        let first = format!("**{}**", first.join(" "));
        let second = second.filter(|second| *second != text.in_(Lang::En)).map(escape).unwrap_or_default();
        self.paragraph(&lighter(&first, &second, " · "));
    }

    /// A rule across the page. The line before it stays empty: right below words three hyphens make a heading of them.
    pub(super) fn rule(&mut self) {
        self.paragraph("---");
    }

    /// A bullet, `depth` levels in.
    pub(super) fn bullet(&mut self, depth: usize, text: &str) {
        self.line(&format!("{}- {text}", "  ".repeat(depth)));
    }

    /// A bullet with a message for its label.
    pub(super) fn labelled(&mut self, depth: usize, id: &str, text: &str) {
        if !text.is_empty() {
            self.bullet(depth, &format!("{}: {text}", self.say(id)));
        }
    }

    /// A table; columns that are empty in all rows are left out.
    pub(super) fn table(&mut self, columns: &[&str], rows: &[Vec<String>]) {
        let used: Vec<bool> = (0..columns.len())
            .map(|column| rows.iter().any(|row| row.get(column).is_some_and(|cell| !cell.is_empty())))
            .collect();
        let line = |cells: Vec<String>| {
            let cells = cells.into_iter().zip(&used).filter(|(_, used)| **used);
            cells.fold("|".to_owned(), |line, (cell, _)| format!("{line} {cell} |"))
        };
        if !used.contains(&true) {
            return;
        }
        self.gap();
        let head = columns.iter().map(|id| self.speak(BREAK, |tongue| tongue.say(id))).collect();
        self.line(&line(head));
        self.line(&line(vec!["---".to_owned(); columns.len()]));
        for row in rows {
            self.line(&line(row.clone()));
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

fn lighter(en: &str, ru: &str, between: &str) -> String {
    match (en.is_empty(), ru.is_empty()) {
        _ if en == ru => en.to_owned(),
        (true, _) => ru.to_owned(),
        (_, true) => en.to_owned(),
        _ => format!("{en}{between}*{ru}*"),
    }
}
