//! Who sits where, for few and for many: nobody is left out, and everybody can be found.

use std::collections::BTreeMap;

use talkoot::theme::{ColourDepth, Palette};
use talkoot::tui::app::App;
use talkoot::tui::ctx::Wake;
use talkoot::workshop::command::Request;
use talkoot::workshop::text::Lang;

use crate::stage::Stage;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 60)];

/// The wall of a meeting of so many in rooms of as many each.
fn wall(people: usize, rooms: usize) -> Stage {
    let mut stage = Stage::empty(Lang::En);
    let session = stage.app.session.as_mut().unwrap();
    let mut does = |json: String| {
        let request = Request::read(&json).unwrap();
        session.execute(&request).unwrap_or_else(|fault| panic!("{json}: {fault}"));
    };
    let room = |n: usize| {
        format!(
            r#"{{"id":"r{n}","title":{{"en":"Room {n}","ru":"Комната {n}"}},"topic":{{"en":"Topic {n}","ru":"Тема {n}"}}}}"#
        )
    };
    let all: Vec<String> = (1..=rooms).map(room).collect();
    for n in 1..=people {
        let (language, name) = if n % 3 == 0 {
            ("ru", format!(r#"{{"en":"Petrov {n} Ivan","ru":"Петров {n} Иван"}}"#))
        } else {
            ("en", format!(r#"{{"en":"Berg {n} Åsa","ru":"Берг {n} Оса"}}"#))
        };
        does(format!(r#"{{"do":"person.add","id":"S{n:03}","name":{name},"languages":["{language}"]}}"#));
    }
    does(format!(
        r#"{{"do":"round.add","id":"mixed","title":{{"en":"Mixed groups","ru":"Смешанные группы"}},"rooms":[{}]}}"#,
        all.join(",")
    ));
    for n in 1..=people {
        does(format!(
            r#"{{"do":"round.place","round":"mixed","person":"S{n:03}","room":"r{}"}}"#,
            (n - 1) % rooms + 1
        ));
    }
    does(r#"{"do":"stage.show","view":"groups","of":"mixed"}"#.into());
    let (world, session) = (stage.app.world.clone(), stage.app.session.take().unwrap());
    stage.app = App::project(world, session, Palette::Projector, ColourDepth::Mono);
    stage
}

/// All pages of the wall.
fn pages(stage: &mut Stage) -> Vec<String> {
    let first = stage.screen();
    let count = number(&first).map_or(1, |(_, count)| count);
    let mut pages = vec![first];
    for page in 2..=count {
        pages.push(stage.keys("right").screen());
        assert_eq!(number(pages.last().unwrap()), Some((page, count)));
    }
    pages
}

/// Which page of how many, as it stands in the rule.
fn number(screen: &str) -> Option<(usize, usize)> {
    let rule = screen.lines().find(|line| line.contains('─'))?;
    let said = rule.trim_matches([' ', '─']);
    let (page, count) = said.split_once(" / ")?;
    Some((page.parse().unwrap(), count.parse().unwrap()))
}

#[test]
fn nobody_is_left_out_of_the_rooms_or_of_the_names() {
    for (people, rooms) in [(42, 7), (400, 50), (42, 1), (120, 2)] {
        let mut stage = wall(people, rooms);
        for (width, height) in SIZES {
            stage.app = {
                let (world, session) = (stage.app.world.clone(), stage.app.session.take().unwrap());
                App::project(world, session, Palette::Projector, ColourDepth::Mono)
            };
            stage.size(width, height);
            let pages = pages(&mut stage);
            let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for (page, text) in pages.iter().enumerate() {
                for word in text.split_whitespace().filter(|word| word.len() == 4 && word.starts_with('S')) {
                    places.entry(word.to_owned()).or_default().push(page);
                }
            }
            let what = format!("{people} in {rooms} at {width}x{height}, {} pages", pages.len());
            assert_eq!(places.len(), people, "{what}");
            let once = if pages.len() == 1 { 1 } else { 2 };
            for (seat, on) in &places {
                assert_eq!(on.len(), once, "{what}: {seat} on {on:?}");
            }
            if once == 2 {
                // All rooms come before all names.
                let last_room = places.values().map(|on| on[0]).max().unwrap();
                let first_name = places.values().map(|on| on[1]).min().unwrap();
                assert!(last_room < first_name, "{what}");
            }
        }
    }
}

#[test]
fn few_and_many_on_small_and_large_walls() {
    for (people, rooms) in [(42, 7), (400, 50)] {
        let mut stage = wall(people, rooms);
        for (width, height) in SIZES {
            stage.size(width, height);
            let name = |what: &str| format!("wall_{what}_of_{people}_{width}x{height}");
            let all = pages(&mut stage);
            insta::assert_snapshot!(name("rooms"), all[0]);
            insta::assert_snapshot!(name("names"), all[all.len() - 1]);
            // Back to the first for the next size.
            stage.keys("right");
        }
    }
}

#[test]
fn pages_turn_by_the_clock_and_stay_when_held() {
    let mut stage = wall(42, 7);
    stage.size(80, 24);
    assert_eq!(number(&stage.screen()), Some((1, 4)));
    assert_eq!(stage.app.wakes(), Wake::Turn);
    stage.keys("left");
    assert_eq!(number(&stage.screen()), Some((4, 4)));
    assert_eq!(stage.app.wakes(), Wake::Never);
    stage.keys("space");
    assert_eq!(number(&stage.screen()), Some((1, 4)), "on with the clock, which stands");
}

#[test]
fn a_name_or_a_number_is_found_and_stands_large() {
    let mut stage = wall(400, 50);
    for (width, height) in SIZES {
        stage.size(width, height).keys("f").typed("117");
        insta::assert_snapshot!(format!("wall_found_{width}x{height}"), stage.screen());
        stage.keys("esc");
    }
    let text = stage.size(80, 24).keys("/").typed("петров 12").screen();
    assert!(text.contains("S012 Петров 12 Иван") && text.contains("Комната 12"), "{text}");
    let text = stage.keys("ctrl-u").typed("nobody at all").screen();
    assert!(text.contains("Nobody here") && text.contains("Здесь нет никого"), "{text}");
    // Esc gives the wall back, and does not leave it.
    let text = stage.keys("esc").screen();
    assert!(text.contains("Room 1") && !text.contains("Nobody"), "{text}");
    assert!(number(&text).is_some());
}
