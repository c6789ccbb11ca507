//! Pages as they are printed. `«list:name»` in a snapshot stands for the word of that enumeration, whose messages are
//! somebody else's to change.

use super::*;
use crate::report::model::Model;
use crate::report::{markdown, words};

pub(super) fn assert_page(page: &str, expected: &str, tongues: &[Messages]) {
    let lists: [(&str, &[&str]); 4] = [
        ("vote-stage", &["prepared", "open", "closed", "revealed"]),
        ("tie", &["all", "supporters", "lot", "runoff"]),
        ("proposal-state", &["draft", "ready", "going-forward", "withdrawn"]),
        ("idea-kind", &["question", "action", "quote"]),
    ];
    let mut expected = expected.to_owned();
    for (list, name) in lists.into_iter().flat_map(|(list, names)| names.iter().map(move |name| (list, name)))
    {
        let mut words: Vec<String> =
            tongues.iter().map(|messages| words::word(messages, list, name)).collect();
        words.dedup();
        let word = if let [en, ru] = words.as_slice() { format!("{en} · *{ru}*") } else { words[0].clone() };
        expected = expected.replace(&format!("«{list}:{name}»"), &word);
    }
    if page != expected {
        let first = page.lines().zip(expected.lines()).find(|(a, b)| a != b);
        panic!("first difference: {first:#?}\n{page}");
    }
}

fn page(languages: Languages) -> String {
    let model = Model::of(&small().workshop, Edition::Internal);
    markdown::report(&model, languages, &Messages::new(Lang::En), &Messages::new(Lang::Ru))
}

#[test]
fn the_report_in_english() {
    let page = page(Languages::One(Lang::En));
    assert_page(&page, include_str!("snapshots/report-en.md"), &[Messages::new(Lang::En)]);
}

#[test]
fn the_report_in_russian() {
    let page = page(Languages::One(Lang::Ru));
    assert_page(&page, include_str!("snapshots/report-ru.md"), &[Messages::new(Lang::Ru)]);
}

#[test]
fn the_report_in_both_languages() {
    let page = page(Languages::Both);
    assert_page(
        &page,
        include_str!("snapshots/report-both.md"),
        &[Messages::new(Lang::En), Messages::new(Lang::Ru)],
    );
}

#[test]
fn plain_text_for_a_narrow_terminal() {
    let page = show::text(&small().workshop, What::Ideas, &Messages::new(Lang::En), 40);
    assert_page(&page, include_str!("snapshots/ideas-40.txt"), &[Messages::new(Lang::En)]);
    let page = show::text(&small().workshop, What::Agenda, &Messages::new(Lang::Ru), 80);
    assert_page(&page, include_str!("snapshots/agenda-80.txt"), &[Messages::new(Lang::Ru)]);
}
