//! People: the roster as it is seen, and what keys do to it.

use talkoot::workshop::people::Person;
use talkoot::workshop::people::events::PersonEvent;
use talkoot::workshop::text::Lang;
use talkoot::workshop::thing::Thing;

use crate::stage::Stage;

const DAY_1: &str = "2017-11-28T08:47:00Z";
const DAY_2: &str = "2017-11-29T08:47:00Z";

fn people(lang: Lang, at: &str) -> Stage {
    let mut stage = Stage::helsinki(lang, at);
    stage.keys("2");
    stage
}

fn person<'a>(stage: &'a Stage, id: &str) -> &'a Person {
    let workshop = stage.workshop();
    workshop.people.get(workshop.people.find(id).unwrap()).unwrap()
}

/// The line of the screen on which the chosen one stands.
fn chosen(stage: &mut Stage) -> String {
    let screen = stage.screen();
    screen.lines().find(|line| line.contains("▸ ")).unwrap_or_default().to_owned()
}

#[test]
fn the_roster_in_three_sizes_and_two_languages() {
    for lang in Lang::ALL {
        for (width, height) in [(80, 24), (120, 36), (200, 60)] {
            let mut stage = people(lang, DAY_1);
            stage.size(width, height).keys("down space");
            insta::assert_snapshot!(format!("people-{lang}-{width}"), stage.screen());
        }
    }
}

#[test]
fn nobody_yet() {
    for lang in Lang::ALL {
        let mut stage = Stage::empty(lang);
        stage.size(80, 24).keys("2");
        insta::assert_snapshot!(format!("people-{lang}-empty"), stage.screen());
    }
}

#[test]
fn space_is_all_that_a_roll_call_needs() {
    let mut stage = people(Lang::En, DAY_1);
    stage.keys("space space space");
    for (id, present) in [("S01", false), ("S02", false), ("S03", false), ("S04", true)] {
        assert_eq!(person(&stage, id).is_present(1), present, "{id}");
    }
    assert!(chosen(&mut stage).contains("S04"));
    assert!(stage.screen().contains("36 here   ○ 3 away   ◌ 3 come later"), "{}", stage.screen());
    stage.keys("up up space");
    assert!(person(&stage, "S02").is_present(1));
    // Somebody who was to come later is here already.
    stage.keys("end space");
    assert!(person(&stage, "S42").is_present(1));
    stage.keys("u");
    assert!(!person(&stage, "S42").is_present(1));
    let mut later = people(Lang::En, DAY_2);
    assert!(later.screen().contains("42 here   ○ 0 away"), "those of day 2 are taken to have come");
}

#[test]
fn who_is_missing_is_called_one_after_the_other() {
    let mut stage = people(Lang::En, DAY_1);
    stage.keys("space down space down down space a");
    let screen = stage.screen();
    assert!(screen.contains("only who is missing") && screen.contains("6 of 42"), "{screen}");
    stage.keys("home space");
    assert!(chosen(&mut stage).contains("S03"), "the next one moves up: {}", stage.screen());
    assert!(stage.screen().contains("5 of 42"));
    stage.keys("esc");
    assert!(!stage.screen().contains("of 42   "));
    assert!(stage.screen().contains("37 here"));
}

#[test]
fn a_word_in_either_language_finds_somebody() {
    let mut stage = people(Lang::En, DAY_1);
    stage.keys("down down f").typed("грузи");
    assert!(chosen(&mut stage).contains("S12"), "the first who is found");
    insta::assert_snapshot!("people-en-find", stage.screen());
    let rows = |stage: &mut Stage| stage.screen().lines().filter(|line| line.contains(" ● ")).count();
    assert_eq!(rows(&mut stage), 5, "three seats, the counts and the header: {}", stage.screen());
    // The keys are letters while the line has the cursor, and keys again after Enter, with the filter kept.
    stage.keys("down enter space");
    assert!(!person(&stage, "S23").is_present(1));
    stage.keys("f esc");
    stage.keys("home");
    assert!(chosen(&mut stage).contains("S01"), "everybody again: {}", stage.screen());
    stage.keys("f").typed("interpreter fi");
    assert!(stage.screen().contains("2 of 42"), "{}", stage.screen());
    stage.typed(" nobody");
    assert!(stage.screen().contains("Nobody is found so"));
    let mut russian = people(Lang::Ru, DAY_1);
    russian.keys("f").typed("переводчик");
    assert!(russian.screen().contains("2 из 42"), "{}", russian.screen());
}

#[test]
fn languages_are_filtered_one_after_the_other() {
    let mut stage = people(Lang::En, DAY_1);
    for words in ["only English", "only Russian", "both languages"] {
        stage.keys("l");
        assert!(stage.screen().contains(words), "{words}: {}", stage.screen());
    }
    stage.keys("l");
    assert!(!stage.screen().contains(" of 42   "), "everybody again");
}

#[test]
fn orders_follow_one_another_and_keep_who_is_chosen() {
    let mut stage = people(Lang::En, DAY_1);
    stage.keys("down down");
    for column in ["Name↓", "Organisation↓", "Ctry↓", "Speaks↓", "Id↓"] {
        stage.keys("s");
        assert!(stage.screen().contains(column), "{column}: {}", stage.screen());
        assert!(chosen(&mut stage).contains("S03"));
    }
}

#[test]
fn somebody_is_added_changed_and_removed() {
    let mut stage = people(Lang::En, DAY_1);
    stage.size(120, 36).keys("n");
    insta::assert_snapshot!("people-en-form", stage.screen());
    stage.typed("Delegate, Latvia").keys("tab").typed("Делегат, Латвия").keys("tab").typed("Ministry");
    stage.keys("tab tab right tab tab").typed("LV").keys("tab").typed("Russian / en").keys("tab right tab");
    stage.typed("3").keys("enter");
    let key = stage.workshop().people.iter().last().unwrap();
    assert_eq!((key.name.in_(Lang::En), key.name.in_(Lang::Ru)), ("Delegate, Latvia", "Делегат, Латвия"));
    assert_eq!(key.kind.get().unwrap().as_ref(), "national-service");
    assert_eq!(key.languages().iter().map(AsRef::as_ref).collect::<Vec<&str>>(), ["ru", "en"]);
    assert_eq!((key.role(), key.arrival_day()), ("interpreter", 3));
    assert!(key.organisation.get(Lang::Ru).is_none());
    assert!(chosen(&mut stage).contains("Delegate, Latvia"), "whoever was added is chosen");
    let events = stage.workshop().event_count();
    stage.keys("e enter");
    assert_eq!(stage.workshop().event_count(), events, "nothing changed, nothing written");
    stage.keys("e tab tab ctrl-u").typed("Ministry of Health").keys("enter");
    assert_eq!(stage.workshop().event_count(), events + 1);
    let changed = stage.workshop().people.iter().last().unwrap();
    assert_eq!(changed.organisation.in_(Lang::En), "Ministry of Health");
    stage.keys("d");
    assert!(stage.screen().contains("Off the roster"), "{}", stage.screen());
    assert_eq!(stage.workshop().people.len(), 42);
    stage.keys("u");
    assert_eq!(stage.workshop().people.len(), 43);
}

#[test]
fn a_refused_form_stays_with_what_was_typed() {
    let mut stage = people(Lang::En, DAY_1);
    stage.keys("n tab tab").typed("Somewhere").keys("enter");
    let screen = stage.screen();
    assert!(screen.contains("Somewhere") && screen.contains("! "), "{screen}");
    assert_eq!(stage.workshop().people.len(), 42);
}

#[test]
fn a_late_arrival_takes_two_keys() {
    let mut stage = people(Lang::En, DAY_1);
    stage.keys("x");
    insta::assert_snapshot!("people-en-late", stage.screen());
    stage.keys("enter");
    assert_eq!(person(&stage, "S01").arrival_day(), 2);
    assert!(stage.screen().contains("◌ 4 come later"), "{}", stage.screen());
    // Also for somebody marked present by hand.
    stage.keys("down space up space up x enter");
    assert!(!person(&stage, "S02").is_present(1) && person(&stage, "S02").arrival_day() == 2);
}

#[test]
fn a_torn_row_says_so() {
    let mut stage = people(Lang::En, DAY_1);
    stage.command(r#"{"do":"person.change","person":"S01","country":"KG"}"#);
    // What another laptop wrote without knowing of it.
    let session = stage.app.session.as_mut().unwrap();
    let last = session.workshop.events().last().unwrap().as_ref().clone();
    let kind = match last.kind.clone() {
        talkoot::workshop::event::EventKind::Person(PersonEvent::Changed(mut set)) => {
            set.country = Some("UZ".into());
            talkoot::workshop::event::EventKind::Person(PersonEvent::Changed(set))
        }
        other => other,
    };
    let id = talkoot::workshop::id::EventId::new(talkoot::workshop::id::RunId(99), 1);
    session.workshop.apply(talkoot::workshop::event::Event { id, kind, ..last });
    assert!(stage.screen().contains("2 versions"), "{}", stage.screen());
    assert!(stage.screen().contains("y shows what, and settles it"), "{}", stage.screen());
    let screen = stage.keys("y").screen();
    assert!(
        screen.contains("    KG\n") && screen.contains("    UZ\n") && screen.contains("Country · stands now"),
        "{screen}"
    );
    stage.keys("enter");
    let person = person(&stage, "S01");
    assert_eq!((person.country.versions(), person.country.get().map(AsRef::as_ref)), (1, Some("KG")));
    assert!(stage.keys("y").screen().contains("Nothing to settle"));
}

#[test]
fn the_rows_copied_come_back_as_they_were() {
    for lang in Lang::ALL {
        let mut stage = people(lang, DAY_1);
        stage.keys("c");
        let text = stage.app.to_copy.pop_front().unwrap();
        assert_eq!(text.lines().count(), 43);
        stage.pasted(&text);
        insta::assert_snapshot!(format!("people-{lang}-pasted-back"), stage.screen());
        let events = stage.workshop().event_count();
        stage.keys("enter");
        assert_eq!(stage.workshop().event_count(), events, "nothing is new in it");
    }
    let mut stage = people(Lang::En, DAY_1);
    stage.keys("f").typed("georgia").keys("enter c");
    assert_eq!(stage.app.to_copy.pop_front().unwrap().lines().count(), 4, "only what is shown");
}

const PASTED: &str = "Id\tName\tИмя\tOrganisation\tLanguages\tShoe size\n\
    S01\tDelegate 1, national service, Kazakhstan\t\t\tru, en\t42\n\
    S99\tDelegate, Latvia\tДелегат, Латвия\tMinistry of Health\tEnglish, Russian\t\n";

#[test]
fn pasted_rows_are_shown_before_anything_is_written_and_undone_in_one() {
    for lang in Lang::ALL {
        let mut stage = people(lang, DAY_1);
        let events = stage.workshop().event_count();
        stage.pasted(PASTED);
        insta::assert_snapshot!(format!("people-{lang}-preview"), stage.screen());
        assert_eq!(stage.workshop().event_count(), events);
        stage.keys("esc");
        assert_eq!(stage.workshop().event_count(), events, "dropped");
        stage.pasted(PASTED).keys("enter");
        assert_eq!(stage.workshop().people.len(), 43);
        assert!(person(&stage, "S01").speaks("en"));
        assert_eq!(person(&stage, "S99").organisation.in_(Lang::En), "Ministry of Health");
        stage.keys("u");
        assert_eq!(stage.workshop().people.len(), 42);
        assert!(!person(&stage, "S01").speaks("en"), "one undo takes all of it back");
    }
}

#[test]
fn what_changed_meanwhile_is_shown_first() {
    let mut stage = people(Lang::En, DAY_1);
    stage.pasted(PASTED);
    stage.command(r#"{"do":"person.add","id":"S99","name":"Delegate, Latvia"}"#);
    stage.keys("enter");
    assert!(stage.screen().contains("The session has changed meanwhile"), "{}", stage.screen());
    stage.keys("enter");
    assert_eq!(stage.workshop().people.len(), 43);
}

#[test]
fn rows_that_cannot_be_read_are_refused_with_their_line() {
    let mut stage = people(Lang::En, DAY_1);
    let events = stage.workshop().event_count();
    stage.pasted("id\tname\nS50\tOne\nS50\tTwo\n");
    let screen = stage.screen();
    assert!(screen.contains("! Lines 2 and 3"), "{screen}");
    assert_eq!(stage.workshop().event_count(), events);
}

#[test]
fn a_file_is_asked_for_and_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("список участников.csv");
    std::fs::copy("docs/examples/participants-ru.csv", &path).unwrap();
    let mut stage = people(Lang::En, DAY_1);
    stage.keys("m").typed("no such file.csv").keys("enter");
    assert!(stage.screen().contains("There is no file"), "{}", stage.screen());
    stage.keys("ctrl-u").pasted(&path.display().to_string()).keys("enter");
    assert!(stage.screen().contains("10 added") || stage.screen().contains("10 new"), "{}", stage.screen());
    stage.keys("enter");
    assert_eq!(stage.workshop().people.len(), 52, "{}", stage.screen());
}

#[test]
fn ten_thousand_people_are_drawn_and_found() {
    let mut stage = Stage::empty(Lang::En);
    let rows: String =
        (1..=10_000).map(|n| format!("P{n}\tDelegate {n}\tМесто {n}\t{}\n", ["en", "ru"][n % 2])).collect();
    stage.keys("2").pasted(&format!("id\tname (en)\tname (ru)\tlanguages\n{rows}"));
    stage.keys("enter");
    assert_eq!(stage.workshop().people.len(), 10_000);
    stage.size(80, 24).keys("end");
    assert!(chosen(&mut stage).contains("P10000"));
    insta::assert_snapshot!("people-en-overfull", stage.screen());
    stage.keys("f").typed("место 999");
    assert!(stage.screen().contains("19 of 10000"), "{}", stage.screen());
}

#[test]
fn an_agenda_is_read_out_of_a_file_on_run() {
    let mut stage = Stage::empty(Lang::En);
    stage.keys("1 m").pasted("docs/examples/agenda.csv").keys("enter");
    assert!(stage.screen().contains("is read as minutes"), "{}", stage.screen());
    stage.keys("enter");
    assert!(!stage.workshop().items.is_empty());
    stage.keys("u");
    assert!(stage.workshop().items.is_empty(), "one undo takes the agenda back");
}

#[test]
fn whoever_is_added_without_an_id_gets_the_next_seat() {
    let mut stage = Stage::empty(Lang::En);
    stage.keys("2 n").typed("Anna Aalto").keys("enter");
    stage
        .pasted("Name\tOrganisation\tLanguages\nPetr Petrov\tInstitute\tru\nMaria Muster\tOffice\ten\n")
        .keys("enter");
    let ids: Vec<String> = stage
        .workshop()
        .people
        .iter()
        .map(|person| stage.workshop().people.label(person.key()).into_owned())
        .collect();
    assert_eq!(ids, ["S01", "S02", "S03"], "{}", stage.screen());
    // The same rows again are the same people.
    let events = stage.workshop().event_count();
    stage.pasted("Name\tOrganisation\tLanguages\nPetr Petrov\tInstitute\tru\n").keys("enter");
    assert_eq!(stage.workshop().event_count(), events);
}
