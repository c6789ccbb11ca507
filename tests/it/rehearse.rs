//! A rehearsal plays the whole meeting: the same for the same seed, to the commitments on stage, whatever the agenda.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};
use talkoot::journal::disk::Disk;
use talkoot::rehearsal::Rehearsal;
use talkoot::report::json::{Json, What};
use talkoot::session::{Session, silent};
use talkoot::workshop::Workshop;
use talkoot::workshop::agenda::Progress;
use talkoot::workshop::command::Request;
use talkoot::workshop::text::Lang;
use talkoot::world::{Clock, World};

use crate::ground::{Ground, Said, bytes_under, said};

const FAST: [&str; 2] = ["--speed", "1000000"];

/// Plays the bundled meeting into a folder, somewhere else and at another time than the next.
fn play(ground: &Ground, to: &str, seed: &str, speed: &str, more: &[(&str, &str)]) -> Said {
    let mut command = ground.command();
    command.envs(more.iter().copied());
    said(command.args(["rehearse", "helsinki-2017", "--seed", seed, "--speed", speed, "--to", to]))
}

/// What was played into a copy, in order.
fn played(ground: &Ground, copy: &str) -> Vec<Value> {
    let files = bytes_under(&ground.path().join(copy).join("log"));
    let log: String = files.into_iter().map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect();
    let events = log.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    events.filter(|event| event["d"]["base"] != true && event["k"] != "log.open").collect()
}

fn told(workshop: &Workshop) -> serde_json::Value {
    serde_json::from_slice(&Json::of(&What::All.model(workshop), What::All).bytes()).unwrap()
}

#[test]
fn the_same_seed_plays_the_same_meeting_on_every_laptop_at_any_time_and_speed() {
    let ground = Ground::new();
    let told = play(&ground, "one", "7", "1000000", &[]).ok();
    assert!(told.contains("3 days, 36 items") && told.contains("nothing was refused"), "{told}");
    let other = [
        ("TALKOOT_DEVICE", "d-other"),
        ("TALKOOT_LANG", "ru"),
        ("TALKOOT_NOW", "2031-05-06T07:08:09Z"),
        ("TALKOOT_SEED", "99"),
        ("TZ", "Asia/Almaty"),
    ];
    let told = play(&ground, "two", "7", "700000", &other).ok();
    assert!(told.contains("36 пунктов") && told.contains("отказов не было"), "{told}");
    play(&ground, "three", "8", "1000000", &[]).ok();
    let shown = |name: &str| ground.run(&["show", name, "--json"]).ok();
    assert!(shown("one") == shown("two"), "the same seed, another meeting");
    assert!(shown("one") != shown("three"), "another seed, the same meeting");
    let check = ground.run(&["check", "one"]).ok();
    assert!(check.contains("Whole."), "{check}");
}

#[test]
fn all_of_the_meeting_happens_in_order_and_ends_with_the_commitments_on_stage() {
    let ground = Ground::new();
    play(&ground, "one", "7", "1000000", &[]).ok();
    let played = played(&ground, "one");
    let times: Vec<&str> = played.iter().map(|event| event["d"]["at"].as_str().unwrap()).collect();
    assert!(times.windows(2).all(|pair| pair[0] <= pair[1]), "a time goes back");
    let last = played.last().unwrap();
    assert_eq!((&last["k"], &last["d"]["view"]), (&json!("stage.shown"), &json!("commitments")), "{last}");
    let kinds = [
        "person.left",
        "person.arrived",
        "round.planned",
        "round.repaired",
        "round.reported",
        "idea.translated",
        "idea.merged",
        "idea.promoted",
        "vote.waived",
        "vote.cast",
        "vote.revealed",
        "proposal.edited",
        "commitment.added",
        "item.extended",
    ];
    for kind in kinds {
        assert!(played.iter().any(|event| event["k"] == kind), "no {kind}");
    }
    let shown = ground.json(&["show", "one"]);
    for item in shown["agenda"].as_array().unwrap() {
        assert_eq!(item["state"], "ended", "{item}");
    }
    let title = &shown["meeting"]["title"];
    assert!(title["en"].as_str().unwrap().starts_with("Rehearsal: "), "{title}");
    assert!(title["ru"].as_str().unwrap().starts_with("Репетиция: "), "{title}");
    let ideas = shown["ideas"].to_string();
    assert!(ideas.contains("\"en\"") && ideas.contains("\"ru\""), "ideas in two languages");
}

/// What the log has of one kind.
fn of_kind<'a>(played: &'a [Value], kind: &str) -> Vec<&'a Value> {
    played.iter().filter(|event| event["k"] == kind).map(|event| &event["d"]).collect()
}

#[test]
fn rooms_are_called_and_report_back_each_in_its_turn() {
    let ground = Ground::new();
    play(&ground, "one", "7", "1000000", &[]).ok();
    let played = played(&ground, "one");
    let rooms = |call: &Value| call["rooms"].as_array().unwrap().len();
    let calls = of_kind(&played, "round.called");
    assert!(calls.iter().any(|call| rooms(call) == 1), "a room by itself");
    assert!(calls.iter().any(|call| rooms(call) > 1), "all that are left");
    let reports = of_kind(&played, "round.reported");
    let rounds: BTreeSet<&str> = reports.iter().map(|report| report["of"].as_str().unwrap()).collect();
    assert_eq!(rounds.len(), 3, "the café, the rooms by enabler, the mixed groups");
    for round in rounds {
        let time = |event: &Value| event["at"].as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
        let turns: Vec<&&Value> = reports.iter().filter(|report| report["of"] == round).collect();
        let (end, turns) = turns.split_last().unwrap();
        assert!(end["room"].is_null(), "the reports have an end: {end}");
        let named: BTreeSet<&str> = turns.iter().map(|turn| turn["room"].as_str().unwrap()).collect();
        assert!(named.len() == turns.len() && named.len() > 1, "each room once: {named:?}");
        let mut times: Vec<i64> = turns.iter().map(|turn| time(turn).as_second()).collect();
        times.push(time(end).as_second());
        let took: Vec<i64> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let share = (times[times.len() - 1] - times[0]) / i64::try_from(turns.len()).unwrap();
        assert!(took.iter().all(|took| *took * 2 > share && *took < share * 2), "{share}: {took:?}");
    }
}

#[test]
fn an_overrun_is_paid_for_and_the_hard_stops_mostly_hold() {
    let ground = Ground::new();
    play(&ground, "one", "7", "1000000", &[]).ok();
    let played = played(&ground, "one");
    let minutes: Vec<i64> = of_kind(&played, "item.extended")
        .iter()
        .map(|extended| extended["minutes"].as_i64().unwrap())
        .collect();
    assert!(minutes.windows(2).any(|pair| pair[0] > 0 && pair[1] < 0), "given and paid for: {minutes:?}");
    let shown = ground.json(&["show", "one"]);
    let days = shown["drift"].as_array().unwrap();
    assert_eq!(days.len(), 3);
    for day in days {
        let causes: Vec<i64> = day["causes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|cause| cause["seconds"].as_i64().unwrap())
            .collect();
        assert!(!causes.is_empty() && causes.iter().sum::<i64>() == day["drift"].as_i64().unwrap(), "{day}");
    }
    let late: Vec<i64> = hard_stops(&shown);
    let kept = late.iter().filter(|late| **late <= 0).count();
    assert_eq!(late.len(), 12);
    assert!(kept * 3 >= late.len() * 2 && late.iter().all(|late| *late < 240), "{late:?}");
}

/// By how many seconds each hard stop that was held began late.
fn hard_stops(shown: &Value) -> Vec<i64> {
    let items = shown["agenda"].as_array().unwrap();
    let is_stop = |id: &Value| items.iter().any(|item| item["id"] == *id && item["stop"] == true);
    let days = shown["drift"].as_array().unwrap();
    let held = days.iter().flat_map(|day| day["items"].as_array().unwrap());
    let begin = |of: &Value| of["begin"].as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
    held.filter(|item| is_stop(&item["id"]) && item["state"] == "ended")
        .map(|item| begin(&item["actual"]).duration_since(begin(&item["planned"])).as_secs())
        .collect()
}

#[test]
fn now_and_then_a_room_gets_minutes_an_item_is_passed_over_a_start_is_put_right() {
    let ground = Ground::new();
    let told = play(&ground, "one", "3", "1000000", &[]).ok();
    assert!(told.contains("3 days, 35 items") && told.contains("nothing was refused"), "{told}");
    let played = played(&ground, "one");
    let given = of_kind(&played, "round.extended");
    assert!(given.iter().any(|given| given["minutes"].as_i64().unwrap() > 0), "a room gets minutes");
    let skipped = of_kind(&played, "item.skipped");
    assert_eq!(skipped.len(), 1, "{skipped:?}");
    let started = |of: &Value| of_kind(&played, "item.started").into_iter().find(|start| start["of"] == *of);
    assert!(started(&skipped[0]["of"]).is_none(), "what is passed over is not held");
    let corrected = of_kind(&played, "item.corrected");
    assert!(!corrected.is_empty());
    for corrected in corrected {
        let start = started(&corrected["of"]).unwrap();
        assert!(
            corrected["to"].as_str() < start["at"].as_str(),
            "it began before it was noticed: {corrected}"
        );
    }
    assert!(ground.run(&["check", "one"]).ok().contains("Whole."));
}

#[test]
fn the_copy_is_a_session_of_its_own_and_the_original_stays_as_it_was() {
    let ground = Ground::new();
    ground.run(&["new", "demo", "--from", "helsinki-2017"]).ok();
    ground.apply("demo", r#"{"do":"item.start","item":"d1-01","at":"2017-11-28T07:04:00Z"}"#).ok();
    let before = bytes_under(&ground.session("demo"));
    let told = ground.run(&["rehearse", "demo", FAST[0], FAST[1], "--json"]).ok();
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!((&told["items"], &told["refused"]), (&json!(36), &json!(0)), "{told}");
    // The next one lies beside it, under a name of its own.
    ground.run(&["rehearse", "demo-rehearsal", FAST[0], FAST[1]]).ok();
    assert!(
        ground
            .sessions()
            .read_dir()
            .unwrap()
            .flatten()
            .any(|entry| { entry.file_name().to_string_lossy().starts_with("demo-rehearsal-2-") })
    );
    let demo: Vec<_> = before.iter().map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
    for (path, bytes) in demo {
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "{}", path.display());
    }
    let shown = ground.json(&["show", told["folder"].as_str().unwrap(), "agenda"]);
    assert!(shown.to_string().contains("2017-11-28T09:04"), "what had begun is kept: {shown}");
    // Its floor is the copy: what was played can be undone, what was copied cannot.
    let undos = ground.apply("demo-rehearsal", &"{\"do\":\"undo\"}\n".repeat(400)).answers();
    assert!(undos[0]["ok"] == true && undos.last().unwrap()["ok"] == false, "{:?}", undos.last());
}

#[test]
fn what_cannot_be_rehearsed_is_refused_and_nothing_is_made() {
    let ground = Ground::new();
    ground.run(&["new", "empty"]).ok();
    std::fs::create_dir(ground.path().join("there")).unwrap();
    std::fs::write(ground.path().join("file"), "mine").unwrap();
    let before = bytes_under(ground.path());
    let refused = |arguments: &[&str], code: i32, says: &str| {
        let told = ground.run(arguments).refused(code);
        assert!(told.contains(says), "{arguments:?}: {told}");
    };
    refused(&["rehearse", "empty", "--to", "new"], 1, "no agenda");
    for taken in ["there", "file"] {
        refused(&["rehearse", "helsinki-2017", "--to", taken], 1, "stands at");
    }
    let inside = ground.session("empty").join("log").join("new").display().to_string();
    refused(&["rehearse", "helsinki-2017", "--to", &inside], 1, "inside a session");
    refused(&["rehearse", "nobody", "--to", "new"], 1, "nobody");
    for speed in ["0", "-1", "fast", "1000001", "1.5", "99999999999999999999"] {
        let speed = format!("--speed={speed}");
        refused(&["rehearse", "helsinki-2017", &speed, "--to", "new"], 2, "cannot stand there");
    }
    refused(&["rehearse", "helsinki-2017", "--seed", "x", "--to", "new"], 2, "cannot stand there");
    refused(&["rehearse"], 2, "SESSION");
    assert_eq!(bytes_under(ground.path()), before);
}

#[test]
fn a_meeting_that_is_on_its_second_day_is_played_on_from_there() {
    let ground = Ground::new();
    let started = r#"{"do":"item.start","item":"d2-03","at":"2017-11-29T10:21:00+02:00"}"#;
    ground.apply("helsinki-2017", started).answers();
    let mut arguments = vec!["rehearse", "helsinki-2017", "--seed", "5", "--to", "on"];
    arguments.extend(FAST);
    ground.run(&arguments).ok();
    let agenda = ground.json(&["show", "on", "agenda"]);
    let state = |day: i64| -> BTreeSet<String> {
        let items = agenda["agenda"].as_array().unwrap().iter().filter(|item| item["day"] == day);
        items.map(|item| item["state"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(
        state(1),
        BTreeSet::from(["waiting".to_owned()]),
        "nothing of the first day is held on the second"
    );
    assert!(state(3).contains("ended"));
}

#[test]
fn a_damaged_session_is_rehearsed_with_a_remark() {
    let ground = Ground::new();
    ground.run(&["new", "demo", "--from", "helsinki-2017"]).ok();
    let log = ground.session("demo").join("log");
    let file = std::fs::read_dir(&log).unwrap().next().unwrap().unwrap().path();
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&file, bytes).unwrap();
    let told = ground.run(&["rehearse", "demo", FAST[0], FAST[1], "--to", "copy"]);
    assert!(told.code == 0 && told.err.lines().count() > 3, "{} {}", told.out, told.err);
    let check = ground.run(&["check", "copy"]).ok();
    assert!(check.contains("Whole."), "{check}");
}

fn world(folder: &std::path::Path) -> World {
    World {
        clock: Clock::Stands("2026-11-25T10:00:00Z".parse().unwrap()),
        seed: Some(3),
        device: Some("d-desk".into()),
        lang: Lang::En,
        sessions: folder.join("sessions"),
        state: folder.join("state"),
        timezone: "UTC".into(),
        storage: Disk::shared(),
    }
}

fn session(world: &World, commands: &[Value]) -> Session {
    let sid = "k7q2m9x4ac".parse().unwrap();
    let mut session =
        Session::begin(world, "odd".parse().unwrap(), sid, Default::default(), "desk", silent());
    for command in commands {
        // What the generator asks for against the rules is simply not there.
        let _ = session.execute(&Request::read(&command.to_string()).unwrap());
    }
    session
}

/// Plays all of it and says how many steps that took.
fn play_out(session: &mut Session, seed: u64) -> (usize, Rehearsal) {
    let mut rehearsal = Rehearsal::new(session, seed, 600);
    let (mut steps, mut before, mut last) = (0, None, None);
    while let Some(step) = rehearsal.step(session).unwrap() {
        assert!(before.is_none_or(|before| before <= step.at), "a time goes back");
        before = Some(step.at);
        steps += 1;
        assert!(steps < 100_000, "it does not end");
        last = Some(step);
    }
    assert!(last.unwrap().last && rehearsal.is_over());
    (steps, rehearsal)
}

/// Every item has ended, but for those that may be dropped and were passed over.
fn all_ended(workshop: &Workshop) -> bool {
    workshop.items.iter().all(|item| {
        matches!(item.progress(), Progress::Ended { .. }) || (item.is_skipped() && item.is_droppable())
    })
}

fn is_on_stage(workshop: &Workshop) -> bool {
    workshop.meeting.staged().is_some_and(|staged| staged.view.as_ref() == "commitments")
}

fn agenda() -> impl Strategy<Value = Vec<Value>> {
    const KINDS: [&str; 9] =
        ["plenary", "activity", "breakout", "break", "lunch", "vote", "social", "yoga", ""];
    let item = (1..4_u32, proptest::sample::select(&KINDS[..]), 0..5_usize, any::<bool>(), 0..24_u32);
    let minutes = [1, 5, 45, 90, 1440];
    let items = proptest::collection::vec(item, 1..14);
    (items, 0..14_usize, 0..6_usize, 0..4_usize).prop_map(move |(items, people, proposals, rounds)| {
        let mut all = vec![json!({"do": "session.describe", "starts": "2017-11-28", "languages": ["ru"]})];
        for (nth, (day, kind, length, stop, hour)) in items.iter().enumerate() {
            let mut add = json!({"do": "item.add", "id": format!("a{nth}"), "day": day, "title": "x", "kind": kind,
                "minutes": minutes[*length], "stop": stop, "shortest": minutes[*length] / (hour % 2 + 1),
                "droppable": hour % 4 > 1});
            if hour % 3 == 0 {
                add["begins"] = json!(format!("{hour}:00"));
            }
            all.push(add);
        }
        for nth in 0..people {
            all.push(json!({"do": "person.add", "id": format!("p{nth}"), "name": "y", "arrives": nth % 3 + 1}));
        }
        for nth in 0..proposals {
            all.push(json!({"do": "proposal.add", "id": format!("P{nth}"), "title": "та же"}));
        }
        for nth in 0..rounds {
            let format = ["mixed", "cafe", "chosen"][nth % 3];
            let rooms = json!([{"id": "a", "topic": "P0"}, {"id": "b", "min": 2, "max": 3, "hosts": ["p0"]}]);
            all.push(json!({"do": "round.add", "title": "r", "item": format!("a{nth}"), "rooms": rooms,
                "format": format}));
        }
        all
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_agenda_is_played_to_its_end(commands in agenda(), seed in any::<u64>()) {
        let folder = tempfile::tempdir().unwrap();
        let world = world(folder.path());
        let mut session = session(&world, &commands);
        let (_, rehearsal) = play_out(&mut session, seed);
        prop_assert_eq!(rehearsal.figures.refused, 0, "{:?}", rehearsal.refusals);
        prop_assert!(all_ended(&session.workshop));
        prop_assert!(is_on_stage(&session.workshop));
        session.flush().unwrap();
        let again = talkoot::sessions::place::resolve(&world, "odd").unwrap();
        let again = talkoot::sessions::place::open_to_read(&world, again, "desk", silent()).unwrap();
        prop_assert!(again.troubles().is_empty());
        prop_assert_eq!(told(&again.workshop), told(&session.workshop));
    }
}

#[test]
fn an_agenda_of_five_hundred_items_is_played() {
    let folder = tempfile::tempdir().unwrap();
    let world = world(folder.path());
    let mut commands = vec![json!({"do": "session.describe", "starts": "2017-11-28T09:00"})];
    for nth in 0..500 {
        let kind = ["plenary", "activity", "break", "vote"][nth % 4];
        commands
            .push(json!({"do": "item.add", "day": nth / 100 + 1, "title": "x", "minutes": 5, "kind": kind}));
    }
    let mut session = session(&world, &commands);
    let (_, rehearsal) = play_out(&mut session, 1);
    assert_eq!((rehearsal.figures.items, rehearsal.figures.refused), (500, 0), "{:?}", rehearsal.refusals);
    assert!(all_ended(&session.workshop) && is_on_stage(&session.workshop));
}

#[test]
fn even_a_lot_is_drawn_from_the_seed() {
    let played = |seed: u64| {
        let folder = tempfile::tempdir().unwrap();
        let world = World { seed: Some(seed), ..world(folder.path()) };
        let mut commands = vec![
            json!({"do": "session.describe", "starts": "2017-11-28T09:00"}),
            json!({"do": "item.add", "id": "a", "day": 1, "title": "x", "minutes": 30, "kind": "vote"}),
        ];
        for nth in 0..9 {
            commands
                .push(json!({"do": "proposal.add", "id": format!("P{nth}"), "title": format!("p {nth}")}));
        }
        let options: Vec<String> = (0..9).map(|nth| format!("P{nth}")).collect();
        commands.push(
            json!({"do": "vote.prepare", "id": "v", "title": "?", "options": options, "method": "dots",
            "tie": "lot"}),
        );
        let mut session = session(&world, &commands);
        play_out(&mut session, 5);
        told(&session.workshop)
    };
    let one = played(1);
    assert!(one["votes"].to_string().contains("revealed"), "{}", one["votes"]);
    assert_eq!(one, played(2));
}
