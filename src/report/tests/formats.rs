//! Tables, JSON, order and speed of all formats.

use proptest::prelude::*;

use super::*;
use crate::report::csv_tables::{TABLES, bytes};
use crate::report::model::Model;
use crate::workshop::event::EventKind;
use crate::workshop::ideas::events::{IdeaEvent, IdeaSet};
use crate::workshop::text::Text;

fn read(table: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn column(rows: &[Vec<String>], name: &str) -> Vec<String> {
    let place = rows[0].iter().position(|column| column == name).unwrap();
    rows.iter().skip(1).map(|row| row[place].clone()).collect()
}

#[test]
fn every_row_of_every_table_has_all_its_columns() {
    for laptop in [small(), bundled()] {
        for edition in [Edition::Internal, Edition::Public] {
            let model = Model::of(&laptop.workshop, edition);
            for table in TABLES {
                let text = String::from_utf8(bytes(&model, table, false)).unwrap();
                // The reader refuses rows of different lengths.
                let rows = read(&text);
                assert_eq!(rows[0], table.columns);
            }
        }
    }
    let model = Model::of(&small().workshop, Edition::Internal);
    assert!(
        TABLES.iter().all(|table| read(&String::from_utf8(bytes(&model, table, false)).unwrap()).len() > 1)
    );
}

#[test]
fn a_byte_order_mark_stands_first_unless_it_is_not_wanted() {
    let model = Model::of(&small().workshop, Edition::Internal);
    let with = bytes(&model, &TABLES[0], true);
    let without = bytes(&model, &TABLES[0], false);
    assert_eq!(with[..3], [0xef, 0xbb, 0xbf]);
    assert_eq!(with[3..], without);
    assert!(without.starts_with(b"id,day,date,"));
    assert!(without.ends_with(b"\r\n"));
}

#[test]
fn tables_join_by_their_ids() {
    let workshop = small().workshop;
    let ideas = read(&file(&workshop, "ideas.csv", Edition::Internal));
    assert_eq!(column(&ideas, "id"), ["i-fund", "i-pool", "i-why", "i-later"]);
    assert_eq!(column(&ideas, "merged_into"), ["", "i-fund", "", ""]);
    assert_eq!(column(&ideas, "proposals"), ["P01", "", "", ""]);
    assert_eq!(column(&ideas, "author_en"), ["Delegate, Kazakhstan", "Researcher, Maastricht", "", ""]);
    let results = read(&file(&workshop, "results.csv", Edition::Internal));
    assert_eq!(column(&results, "rank"), ["1", "2", "2"]);
    assert_eq!(column(&results, "ideas"), ["i-fund", "", ""]);
    let agenda = read(&file(&workshop, "agenda.csv", Edition::Internal));
    assert_eq!(column(&agenda, "planned_end")[0], "2017-11-28T09:20:00+02:00");
    assert_eq!(column(&agenda, "actual_begin")[0], "2017-11-28T09:04:00+02:00");
    assert_eq!(column(&agenda, "actual_minutes"), ["22", "", ""]);
    let commitments = read(&file(&workshop, "commitments.csv", Edition::Internal));
    assert_eq!(column(&commitments, "owner_ru"), ["Научный сотрудник, Маастрихт"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_was_typed_reads_back_from_a_table(text in "[=+@＝＠a-zа-я\",;\r\n\t' -]{0,14}") {
        // Straight from a foreign file: a decision would have cleaned it.
        let mut laptop = Laptop::new(1);
        let text = format!("{text}x");
        laptop.happens(EventKind::Idea(IdeaEvent::Added(IdeaSet {
            text: Some(Text::one(Lang::En, text.as_str())),
            author: Some(arc(&text)),
            ..IdeaSet::default()
        })));
        let rows = read(&file(&laptop.workshop, "ideas.csv", Edition::Internal));
        let begins = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
        let formula = begins || text.starts_with(['\t', '\r']);
        let cell = if formula { format!("'{text}") } else { text };
        prop_assert_eq!(column(&rows, "text_en"), [cell.clone()]);
        prop_assert_eq!(column(&rows, "author"), [cell]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn the_order_in_which_events_came_does_not_show(turn in 0usize..40) {
        let mut here = small();
        let mut there = here.twin(2);
        here.all(&[
            r#"{"do":"idea.edit","idea":"i-fund","text":{"en":"A fund, here"}}"#,
            r#"{"do":"idea.add","id":"twice","text":"one"}"#,
            r#"{"do":"round.place","round":"r1","person":"S01","room":"room-b"}"#,
        ]);
        there.all(&[
            r#"{"do":"idea.edit","idea":"i-fund","text":{"en":"A fund, there"}}"#,
            r#"{"do":"idea.add","id":"twice","text":"two"}"#,
            r#"{"do":"round.place","round":"r1","person":"S01"}"#,
        ]);
        here.joins(&there);
        prop_assert_eq!(everything(&shuffled(&here.events, turn)), everything(&here.workshop));
    }
}

#[test]
fn what_is_torn_is_told_with_all_its_versions() {
    let mut here = small();
    let mut there = here.twin(2);
    here.does(r#"{"do":"idea.edit","idea":"i-fund","text":{"en":"A fund, here"}}"#);
    there.does(r#"{"do":"idea.edit","idea":"i-fund","text":{"en":"A fund, there"}}"#);
    here.joins(&there);
    let view = told(What::Ideas, &here.workshop);
    assert_eq!(view["ideas"][0]["versions"]["text.en"], serde_json::json!(["A fund, here", "A fund, there"]));
    let page = file(&here.workshop, "report.md", Edition::Internal);
    assert!(page.contains("2 versions: text.en: A fund, here / A fund, there"), "{page}");
    assert!(!given_out(&here.workshop, Edition::Public).contains("A fund, here"));
}

#[test]
fn json_tells_neither_who_typed_nor_when_nor_where() {
    let text = told(What::All, &small().workshop).to_string();
    for hidden in ["desk", "d-1", "stamp", "1970"] {
        assert!(!text.contains(hidden), "{hidden}");
    }
    let view = told(What::Ideas, &small().workshop);
    assert_eq!(view["ideas"][0]["merged"][0]["author_name"]["en"], "Researcher, Maastricht");
    assert_eq!(view["ideas"][0]["text"], serde_json::json!({"en": "A shared fund", "ru": "Общий фонд"}));
    for what in What::NAMED {
        assert_eq!(What::from_name(what.name()), Some(what));
        assert!(told(what, &small().workshop).is_object());
    }
}

#[test]
fn what_people_typed_breaks_no_table_and_brings_no_markup() {
    let mut laptop = small();
    laptop.does(
        &serde_json::json!({"do": "commitment.add", "owner": "<b>me</b> | you",
        "text": "a | b\n# not a heading\n<script>x</script> [link](http://a) **bold**"})
        .to_string(),
    );
    let page = file(&laptop.workshop, "report.md", Edition::Internal);
    let row = page.lines().find(|line| line.contains("not a heading")).unwrap();
    assert_eq!(
        row,
        "| a \\| b # not a heading &lt;script&gt;x&lt;/script&gt; \\[link\\](http://a) \\*\\*bold\\*\\* \
         | &lt;b&gt;me&lt;/b&gt; \\| you |  |  |  | no |"
    );
    assert!(!page.contains("\n# not"));
}

#[test]
fn the_bundled_session_is_told_whole() {
    let laptop = bundled();
    let view = told(What::All, &laptop.workshop);
    let many = |part: &str| view[part].as_array().map(Vec::len);
    assert_eq!(
        (many("people"), many("agenda"), many("proposals"), many("groups")),
        (Some(42), Some(36), Some(11), Some(5))
    );
    assert_eq!(view["agenda"][0]["planned"]["begin"], "2017-11-28T09:00:00+02:00");
    let page = file(&laptop.workshop, "report.md", Edition::Internal);
    assert!(page.contains("28–30 November 2017"));
    assert!(page.contains("### Day 2: 29 November 2017"));
    assert!(everything(&laptop.workshop).contains("«Мировое кафе», раунд 1"));
}

#[test]
fn progress_is_told_for_each_file() {
    let mut seen = Vec::new();
    let formats = Formats::named(&["csv", "json", "docx"]);
    let made = files(&small().workshop, formats, Edition::Public, Languages::Both, false, &mut |progress| {
        seen.push((progress.file.to_owned(), progress.done, progress.of));
    });
    assert_eq!(made.files.len(), 9);
    assert_eq!(seen.first(), Some(&("agenda.csv".to_owned(), 0, 9)));
    assert_eq!(seen.last(), Some(&(String::new(), 9, 9)));
}

#[test]
fn whether_it_is_done_or_off_the_record_is_a_conflict_like_any_other() {
    let mut here = Laptop::new(1);
    here.all(&[
        r#"{"do":"idea.add","id":"i","text":"a fund"}"#,
        r#"{"do":"commitment.add","id":"c","text":"a draft","owner":"S1"}"#,
    ]);
    let mut there = here.twin(2);
    here.all(&[r#"{"do":"idea.hide","idea":"i"}"#, r#"{"do":"commitment.done","commitment":"c"}"#]);
    there.all(&[
        r#"{"do":"idea.hide","idea":"i"}"#,
        r#"{"do":"idea.hide","idea":"i","hidden":false}"#,
        r#"{"do":"commitment.done","commitment":"c"}"#,
        r#"{"do":"commitment.done","commitment":"c","done":false}"#,
    ]);
    here.joins(&there);
    assert_eq!(here.workshop.conflicts(), 2);
    // Of an idea that is off the record in one version no report tells anything.
    let fields = Model::of(&here.workshop, Edition::Internal).conflicts().into_iter().map(|torn| torn.fields);
    assert_eq!(fields.collect::<Vec<_>>(), [["done"]]);
}
