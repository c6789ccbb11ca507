//! The Report screen: keys in, screens and files out.

use talkoot::journal::disk::Disk;
use talkoot::report::Edition;
use talkoot::report::export::{Formats, Languages};
use talkoot::tui::screens::export::work::{Order, State, Work};
use talkoot::workshop::text::Lang;

use crate::stage::Stage;

fn helsinki(lang: Lang) -> Stage {
    let mut stage = Stage::helsinki(lang, "2017-11-30T12:00:00Z");
    stage.keys("8");
    stage
}

/// The screen without its first line, which says how far saving is.
fn shot(stage: &mut Stage, width: u16, height: u16) -> String {
    stage.size(width, height);
    let screen = stage.screen();
    screen.split_once('\n').map(|(_, rest)| rest.to_owned()).unwrap()
}

#[test]
fn the_report_is_shown_as_it_would_be_written() {
    for (lang, name) in [(Lang::En, "en"), (Lang::Ru, "ru")] {
        let mut stage = helsinki(lang);
        for (width, height) in [(80, 24), (120, 36), (200, 60)] {
            insta::assert_snapshot!(format!("export_{name}_{width}"), shot(&mut stage, width, height));
        }
        stage.keys("e l b tab tab");
        insta::assert_snapshot!(format!("export_table_{name}"), shot(&mut stage, 120, 36));
    }
    let mut stage = Stage::empty(Lang::En);
    stage.keys("8");
    insta::assert_snapshot!("export_empty", shot(&mut stage, 80, 24));
    stage.keys("space down space down space");
    insta::assert_snapshot!("export_nothing", shot(&mut stage, 80, 24));
    assert!(stage.keys("enter").screen().contains("No format"));
}

#[test]
fn what_is_chosen_is_written_into_the_folder_that_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("out");
    let mut stage = helsinki(Lang::En);
    stage.size(200, 60).keys("t ctrl-u").typed(to.to_str().unwrap()).keys("enter");
    assert!(stage.screen().contains("out"));
    // Tables and JSON are left out, the edition is the public one.
    stage.keys("down space down space e x");
    let names: Vec<String> = std::fs::read_dir(&to)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names, ["report.md"]);
    assert!(stage.screen().contains("1 file written"));
    let report = std::fs::read_to_string(to.join("report.md")).unwrap();
    assert!(!report.contains("Internal edition"), "the public edition was chosen");
}

#[test]
fn an_export_beside_the_screen_writes_the_same_files() {
    let folder = tempfile::tempdir().unwrap();
    let stage = helsinki(Lang::En);
    let order = Order {
        formats: Formats::usual(),
        edition: Edition::Internal,
        languages: Languages::Both,
        mark: true,
    };
    let storage = Disk::shared();
    let once = Work::at_once(stage.workshop(), order, folder.path().join("a"), &storage);
    let beside = Work::beside(stage.workshop().clone(), order, folder.path().join("b"), storage);
    // Leaving waits for the files.
    drop(beside);
    let State::Written { count, .. } = once.state() else { unreachable!("written") };
    let mut seen = 0;
    for entry in std::fs::read_dir(folder.path().join("a")).unwrap() {
        let entry = entry.unwrap();
        let other = std::fs::read(folder.path().join("b").join(entry.file_name())).unwrap();
        assert_eq!(std::fs::read(entry.path()).unwrap(), other);
        seen += 1;
    }
    assert_eq!(seen, count);
}

#[test]
fn closed_votes_are_written_as_pabulib_from_the_screen_too() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("out");
    let mut stage = helsinki(Lang::En);
    stage.size(120, 36).keys("t ctrl-u").typed(to.to_str().unwrap()).keys("enter");
    // Only the votes are wanted, and none is closed.
    stage.keys("space down space down space down space enter");
    assert!(stage.screen().contains("No vote of this session can be written as .pb."), "{}", stage.screen());
    assert!(!to.exists());
    for command in [
        r#"{"do":"vote.prepare","id":"v1","title":"Which first","options":["P01","P02"],"method":"dots","dots":1}"#,
        r#"{"do":"vote.open","vote":"v1"}"#,
        r#"{"do":"vote.cast","vote":"v1","seat":"S01","votes":{"P02":1}}"#,
        r#"{"do":"vote.close","vote":"v1"}"#,
    ] {
        stage.command(command);
    }
    assert!(stage.screen().contains("v1.pb"), "the file is shown before it is written:\n{}", stage.screen());
    stage.keys("enter");
    assert!(stage.screen().contains("1 file written"), "{}", stage.screen());
    assert!(std::fs::read_to_string(to.join("v1.pb")).unwrap().starts_with("META"));
    // The public edition holds no ballots, and says so.
    stage.keys("up up up space down down down e enter");
    assert!(stage.screen().contains("v1 is not written as .pb"), "{}", stage.screen());
}
