//! `talkoot import` from end to end: other people's lists, as they come out of spreadsheets.

use std::path::{Path, PathBuf};

use crate::ground::{Ground, Said, said};

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples").join(name)
}

fn import(ground: &Ground, list: &str, file: &Path, more: &[&str]) -> Said {
    let file = file.display().to_string();
    let mut arguments = vec!["import", "demo", list, file.as_str()];
    arguments.extend(more);
    ground.run(&arguments)
}

fn with_demo() -> Ground {
    let ground = Ground::new();
    ground.run(&["new", "demo"]).ok();
    ground
}

fn events(ground: &Ground) -> usize {
    ground.run(&["log", "demo"]).ok().lines().count()
}

fn count(ground: &Ground, what: &str) -> usize {
    ground.json(&["show", "demo", what])[what].as_array().unwrap().len()
}

#[test]
fn every_example_is_read_and_a_second_time_changes_nothing() {
    for (list, file, shown, rows) in [
        ("people", "participants.csv", "people", None),
        ("people", "participants-ru.csv", "people", None),
        ("agenda", "agenda.csv", "agenda", None::<usize>),
        ("proposals", "proposals.csv", "proposals", None),
    ] {
        let ground = with_demo();
        ground
            .apply(
                "demo",
                r#"{"do":"session.describe","starts":"2018-05-14T09:00","timezone":"Europe/Riga"}"#,
            )
            .answers();
        let path = example(file);
        let bytes = std::fs::read(&path).unwrap();
        let lines = String::from_utf8_lossy(&bytes).lines().count() - 1;
        let first = import(&ground, list, &path, &[]).ok();
        assert!(first.contains(&format!("{} added", rows.unwrap_or(lines))), "{file}: {first}");
        assert!(first.contains("is read as"), "{file}: the columns are told: {first}");
        let before = (ground.json(&["show", "demo"]), events(&ground));
        let second = import(&ground, list, &path, &[]).ok();
        assert!(second.contains("nothing new"), "{file}: {second}");
        assert_eq!((ground.json(&["show", "demo"]), events(&ground)), before, "{file}");
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "{file} is as it was");
        assert!(!ground.json(&["show", "demo", shown]).to_string().is_empty());
    }
}

#[test]
fn both_lists_of_participants_are_one_list_in_two_languages() {
    let ground = with_demo();
    import(&ground, "people", &example("participants.csv"), &[]).ok();
    assert_eq!(count(&ground, "people"), 10);
    let second = import(&ground, "people", &example("participants-ru.csv"), &[]).ok();
    assert!(second.contains("0 added, 10 changed"), "{second}");
    assert_eq!(count(&ground, "people"), 10);
    let people = ground.json(&["show", "demo", "people"]);
    let organisation = &people["people"][0]["organisation"];
    assert!(organisation["en"].is_string() && organisation["ru"].is_string(), "{organisation}");
}

#[test]
fn one_undo_takes_a_whole_list_back() {
    let ground = with_demo();
    import(&ground, "people", &example("participants.csv"), &[]).ok();
    assert_eq!(ground.apply("demo", r#"{"do":"undo"}"#).answers()[0]["ok"], true);
    assert_eq!(count(&ground, "people"), 0);
}

#[test]
fn other_encodings_give_the_same_people() {
    let text = std::fs::read_to_string(example("participants-ru.csv")).unwrap();
    let utf16 = |text: &str| -> Vec<u8> {
        [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
    };
    let with_mark = |text: &str| [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let cyrillic = encoding_rs::WINDOWS_1251.encode(&text).0.into_owned();
    let ground = with_demo();
    import(&ground, "people", &example("participants-ru.csv"), &[]).ok();
    let there = ground.json(&["show", "demo", "people"]);
    for bytes in [utf16(&text), with_mark(&text), cyrillic, text.replace('\n', "\r\n").into_bytes()] {
        let ground = with_demo();
        let file = ground.path().join("list.csv");
        std::fs::write(&file, &bytes).unwrap();
        import(&ground, "people", &file, &[]).ok();
        assert_eq!(ground.json(&["show", "demo", "people"])["people"], there["people"]);
        assert_eq!(std::fs::read(&file).unwrap(), bytes);
    }
}

#[test]
fn a_list_that_cannot_be_read_is_refused_by_name_and_leaves_no_trace() {
    let koi8 =
        encoding_rs::KOI8_R.encode("код;имя\nT01;Делегат, национальная служба, Латвия\n").0.into_owned();
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("another encoding", koi8, "KOI8-R"),
        ("a workbook", b"PK\x03\x04rest of it".to_vec(), "workbook"),
        ("nothing", Vec::new(), "empty"),
        ("a row too long", b"id,name\nT01,One\nT02,Two,Three\n".to_vec(), "Line 3"),
        ("no name", b"id,country\nT01,LV\n".to_vec(), "name"),
        ("twice the same", b"id,name\nT01,One\nT02,Two\nT01,Three\n".to_vec(), "Lines 2 and 4"),
        ("an open quote", b"id,name\nT01,\"One\nT02,Two\n".to_vec(), "Line 2"),
        ("no day", b"id,name,arrives\nT01,One,soon\n".to_vec(), "Line 2"),
    ];
    for (what, bytes, named) in cases {
        let ground = Ground::new();
        let file = ground.path().join("list.csv");
        std::fs::write(&file, &bytes).unwrap();
        let file = file.display().to_string();
        let told = ground.run(&["import", "helsinki-2017", "people", &file]).refused(1);
        assert!(told.contains(named), "{what}: {told}");
        assert!(!ground.sessions().exists(), "{what}: nothing was made");
        let russian = said(ground.command().env("TALKOOT_LANG", "ru").args([
            "import",
            "helsinki-2017",
            "people",
            &file,
        ]));
        assert_ne!(russian.refused(1), told, "{what}");
    }
    let ground = with_demo();
    let told = import(&ground, "people", Path::new("no-such-file.csv"), &[]).refused(1);
    assert!(told.contains("no-such-file.csv"));
}

#[test]
fn a_dry_run_only_shows() {
    let ground = Ground::new();
    let file = example("participants.csv").display().to_string();
    let shown = ground.run(&["import", "helsinki-2017", "people", &file, "--dry-run"]).ok();
    assert!(shown.contains("“name_ru” is read as name, Russian"), "{shown}");
    assert!(shown.contains("Nothing was written"), "{shown}");
    assert!(!ground.sessions().exists());
}

#[test]
fn a_hyphen_reads_standard_input() {
    let ground = with_demo();
    let list = std::fs::read(example("participants.csv")).unwrap();
    said(ground.command().args(["import", "demo", "people", "-"]).write_stdin(list)).ok();
    assert_eq!(count(&ground, "people"), 10);
}

#[test]
fn ideas_are_read_and_formulas_stay_text() {
    let ground = with_demo();
    let file = ground.path().join("ideas.csv");
    std::fs::write(&file, "text,room,tags\n=1+1,A,financing\n\"two\nlines\",A,\nобщий фонд,B,\n").unwrap();
    import(&ground, "ideas", &file, &[]).ok();
    let ideas = ground.json(&["show", "demo", "ideas"]);
    assert_eq!(ideas["ideas"].as_array().unwrap().len(), 3);
    assert!(ideas.to_string().contains("=1+1"));
    assert!(import(&ground, "ideas", &file, &[]).ok().contains("nothing new"));
}

#[test]
fn ballots_go_to_the_vote_that_is_named() {
    let ground = Ground::new();
    let open = [
        r#"{"do":"vote.prepare","id":"V1","title":"Which?","options":["P01","P02","P03"],"method":"dots","dots":3,"cap":3}"#,
        r#"{"do":"vote.prepare","id":"V2","title":"Which else?","options":["P01","P02"],"method":"dots","dots":3,"cap":3}"#,
        r#"{"do":"vote.open","vote":"V1"}"#,
        r#"{"do":"vote.open","vote":"V2"}"#,
    ];
    let answers = ground.apply("helsinki-2017", &open.join("\n")).answers();
    assert!(answers.iter().all(|answer| answer["ok"] == true), "{answers:?}");
    let file = ground.path().join("ballots.csv");
    std::fs::write(&file, "seat,P01,P02\nS01,2,1\nS02,,3\nS03,,\n").unwrap();
    let file = file.display().to_string();
    let arguments = ["import", "helsinki-2017", "ballots", &file];
    assert!(ground.run(&arguments).refused(1).contains("V1"), "it must be clear for which vote");
    let with = |vote: &'static str| [arguments.as_slice(), &["--vote", vote]].concat();
    assert!(ground.run(&with("V9")).refused(1).contains("V9"));
    let told = ground.run(&with("V2")).ok();
    assert!(told.contains("2 added"), "{told}");
    assert!(ground.run(&with("V2")).ok().contains("nothing new"));
}

#[test]
fn a_ballot_that_is_refused_is_named_by_its_line_and_nothing_is_kept() {
    let ground = Ground::new();
    let open = [
        r#"{"do":"vote.prepare","id":"V1","title":"Which?","options":["P01","P02"],"method":"dots","dots":3,"cap":3}"#,
        r#"{"do":"vote.open","vote":"V1"}"#,
    ];
    let answers = ground.apply("helsinki-2017", &open.join("\n")).answers();
    assert!(answers.iter().all(|answer| answer["ok"] == true), "{answers:?}");
    let file = ground.path().join("ballots.csv");
    std::fs::write(&file, "seat,P01,P02\nS01,2,1\nS02,4,3\n").unwrap();
    let file = file.display().to_string();
    let told = ground.run(&["import", "helsinki-2017", "ballots", &file]);
    assert_eq!(told.code, 1, "{}", told.err);
    assert!(told.err.starts_with("Line 3: "), "{}", told.err);
    std::fs::write(&file, "seat,P01,P02\nS01,2,1\n").unwrap();
    let told = ground.run(&["import", "helsinki-2017", "ballots", &file]).ok();
    assert!(told.contains("1 added"), "the first had been taken back: {told}");
}

#[test]
fn ten_thousand_rows_are_taken_in_and_a_million_refused_before_anything_is_written() {
    let ground = with_demo();
    let rows: String = (1..=10_000)
        .map(|n| format!("P{n},Delegate {n},Участник {n},Organisation {},en;ru\n", n % 100))
        .collect();
    let file = ground.path().join("many.csv");
    std::fs::write(&file, format!("id,name,name_ru,organisation,languages\n{rows}")).unwrap();
    let told = import(&ground, "people", &file, &[]).ok();
    assert!(told.contains("10000 added"), "{told}");
    let again = import(&ground, "people", &file, &["--dry-run"]).ok();
    assert!(again.contains("nothing new"), "{again}");
    let before = ground.run(&["log", "helsinki-2017"]).ok();
    let many = "id,name\n".to_owned() + &"A,Delegate\n".repeat(1_000_000);
    std::fs::write(&file, &many).unwrap();
    let told = import(&ground, "people", &file, &[]);
    assert_eq!((told.code, told.out.as_str()), (1, ""));
    assert!(told.err.contains("more than 100000 rows"), "{}", told.err);
    assert_eq!(told.err.lines().count(), 2, "one sentence and one hint: {}", told.err);
    assert_eq!(ground.run(&["log", "helsinki-2017"]).ok(), before);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), many);
}

#[test]
fn weights_and_instructions_come_and_go_with_the_agenda() {
    let ground = with_demo();
    let file = ground.path().join("agenda.csv");
    let list = "День;Название;Минуты;Минимум;Вес минуты;Задание (рус);Задание (англ)\n1;Голосование;40;25;7;Три точки;Three dots\n";
    std::fs::write(&file, list).unwrap();
    import(&ground, "agenda", &file, &[]).ok();
    let item = &ground.json(&["show", "demo", "agenda"])["agenda"][0];
    assert_eq!(
        (&item["weight"], &item["instruction"]["en"], &item["instruction"]["ru"]),
        (&7.into(), &"Three dots".into(), &"Три точки".into()),
        "{item}"
    );
    assert!(import(&ground, "agenda", &file, &[]).ok().contains("nothing new"));
    let out = ground.path().join("out");
    ground.run(&["export", "demo", "--to", &out.display().to_string(), "--format", "csv"]).ok();
    let table = std::fs::read_to_string(out.join("agenda.csv")).unwrap();
    assert!(table.contains("weight") && table.contains(",7,Three dots,"), "{table}");
    std::fs::write(&file, list.replace(";7;", ";0;")).unwrap();
    let refused = import(&ground, "agenda", &file, &[]);
    assert!(refused.code == 1 && refused.err.contains("weight"), "{}", refused.err);
}
