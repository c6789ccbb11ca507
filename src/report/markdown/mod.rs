//! The report as a page of Markdown. What came out stands first, what led there after it,
//! and at the end what the organisers print and cut.

mod annex;
mod board;
mod drift;
mod escape;
mod meeting;
mod page;
mod printing;
mod votes;

use super::export::Languages;
use super::model::{Model, Versions};
use super::words;
use crate::language::Messages;
use escape::Md;
use page::Page;

/// The report in these languages.
pub(crate) fn report(model: &Model, languages: Languages, en: &Messages, ru: &Messages) -> String {
    let mut page = Page::new(languages, en, ru);
    meeting::head(&mut page, model);
    votes::votes(&mut page, model);
    board::proposals(&mut page, model);
    board::commitments(&mut page, model);
    board::ideas(&mut page, model);
    meeting::groups(&mut page, model);
    meeting::agenda(&mut page, model);
    drift::drift(&mut page, model);
    meeting::people(&mut page, model);
    annex::annex(&mut page, model);
    printing::printing(&mut page, model);
    page.finish()
}

/// The versions of a torn thing, or nothing.
fn conflict(page: &Page<'_>, versions: &Versions) -> Option<Md> {
    (!versions.is_empty()).then(|| {
        page.speak(" · ", |messages| Md::typed(&words::versions(messages, versions).unwrap_or_default()))
    })
}
