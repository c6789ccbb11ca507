//! Rows out of a spreadsheet on every screen that holds a list, and files by one key.

use talkoot::workshop::text::Lang;

use crate::stage::Stage;

const AT: &str = "2017-11-29T08:47:00Z";

/// A list as it lies on disk, and the same rows as a spreadsheet copies them.
fn example(name: &str) -> (String, String) {
    let path = format!("docs/examples/{name}");
    let mut reader = csv::Reader::from_path(&path).unwrap();
    let tabs = |record: &csv::StringRecord| record.iter().collect::<Vec<_>>().join("\t");
    let mut rows = vec![tabs(reader.headers().unwrap())];
    rows.extend(reader.records().map(|record| tabs(&record.unwrap())));
    (path, rows.join("\n"))
}

/// Pastes rows and then reads the same list by the key for files: once shown and dropped, once written, once nothing new.
fn both_ways(stage: &mut Stage, screen: &str, key: &str, name: &str, count: fn(&Stage) -> usize) -> usize {
    let (path, rows) = example(name);
    stage.keys(screen);
    let (events, before) = (stage.workshop().event_count(), count(stage));
    stage.pasted(&rows).keys("esc");
    assert_eq!(stage.workshop().event_count(), events, "dropped");
    stage.pasted(&rows).keys("enter");
    let added = count(stage) - before;
    assert!(added > 0, "{}", stage.screen());
    let events = stage.workshop().event_count();
    stage.keys(key).typed(&path).keys("enter enter");
    assert_eq!(stage.workshop().event_count(), events, "the same list says nothing new\n{}", stage.screen());
    stage.keys("esc u");
    assert_eq!(count(stage), before, "one undo takes all of it back");
    added
}

#[test]
fn proposals_are_pasted_and_read() {
    let mut stage = Stage::helsinki(Lang::En, AT);
    both_ways(&mut stage, "5", "m", "proposals.csv", |stage| stage.workshop().proposals.len());
}

#[test]
fn an_agenda_is_pasted_and_read() {
    let mut stage = Stage::empty(Lang::En);
    both_ways(&mut stage, "1", "m", "agenda.csv", |stage| stage.workshop().items.len());
}

#[test]
fn a_table_of_ideas_is_pasted_and_read_while_lines_are_ideas_themselves() {
    let mut stage = Stage::helsinki(Lang::En, AT);
    both_ways(&mut stage, "4", "M", "ideas.csv", |stage| stage.workshop().ideas.len());
    let before = stage.workshop().ideas.len();
    stage.pasted("a shared fund #financing\n? кто платит\n");
    assert_eq!(stage.workshop().ideas.len(), before + 2);
    // A table is a table where the line has the cursor as well, and what was typed there stays.
    stage.keys("i").typed("half a thought").pasted(&example("ideas.csv").1);
    assert_eq!(stage.workshop().ideas.len(), before + 2, "shown first");
    stage.keys("esc");
    assert!(stage.screen().contains("half a thought"), "{}", stage.screen());
}

#[test]
fn ballots_are_pasted_and_read_into_the_open_vote() {
    let mut stage = Stage::helsinki(Lang::En, AT);
    stage.command(r#"{"do":"vote.prepare","id":"v1","title":"Which?","options":["P01","P02","P05"],"method":"dots","dots":3,"cap":2,"seats":1}"#);
    stage.keys("6").pasted("seat\tP01\tP02\tP05\nS07\t2\t1\t0\n");
    assert!(stage.screen().contains("not open"), "{}", stage.screen());
    stage.keys("O esc");
    let ballots = |stage: &Stage| stage.workshop().votes.iter().next().unwrap().voters().count();
    stage.pasted("seat\tP01\tP02\tP05\nS07\t2\t1\t0\nS08\t0\t1\t2\n");
    assert_eq!(ballots(&stage), 0, "shown first");
    stage.keys("enter");
    assert_eq!(ballots(&stage), 2, "{}", stage.screen());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.csv");
    std::fs::write(&path, "seat,P01,P02,P05\nS07,2,1,0\nS09,1,1,1\n").unwrap();
    // The ballot desk has the cursor; Esc gives the keys back.
    stage.keys("esc m").typed(&path.display().to_string()).keys("enter enter");
    assert_eq!(ballots(&stage), 3, "{}", stage.screen());
}

#[test]
fn an_idea_on_run_is_read_as_in_the_rooms() {
    let mut stage = Stage::helsinki(Lang::En, AT);
    stage.keys("1 i").typed("! a shared fund for small pilots #financing @S07").keys("enter");
    let idea = stage.workshop().ideas.iter().next().unwrap();
    assert_eq!(idea.text.in_(Lang::En), "a shared fund for small pilots");
    assert_eq!(idea.tags().map(AsRef::as_ref).collect::<Vec<&str>>(), ["financing"]);
    assert_eq!(idea.author(), "S07");
    // Up takes the line up again, Esc lets it go, the next Esc gives the keys back.
    stage.keys("up");
    assert!(stage.screen().contains("!a shared fund for small pilots"), "{}", stage.screen());
    stage.keys("esc esc 2");
    assert_eq!(stage.workshop().ideas.len(), 1);
}
