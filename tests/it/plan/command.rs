//! `talkoot check SESSION --plan` from end to end.

use serde_json::Value;

use crate::ground::{Ground, Said, bytes_under, said};

/// A plan with much that is wrong with it.
const BAD: &str = r#"
{"do":"session.describe","title":"Bad plan","starts":"2018-03-25T09:00","timezone":"Europe/Helsinki","languages":["en","ru"]}
{"do":"person.add","id":"S01","name":"One","languages":["en"]}
{"do":"person.add","id":"S02","name":"Two","languages":["ru"]}
{"do":"person.add","id":"S03","name":"Three","languages":["en","ru"],"role":"interpreter"}
{"do":"item.add","id":"d1-00","day":1,"title":{"en":"Jog","ru":"Пробежка"},"minutes":30,"begins":"03:30","kind":"social"}
{"do":"item.add","id":"d1-01","day":1,"title":{"en":"Opening","ru":"Открытие"},"minutes":150,"begins":"09:00","kind":"plenary","interpreted":true,"shortest":120}
{"do":"item.add","id":"d1-02","day":1,"title":{"en":"Vote","ru":"Голосование"},"minutes":20,"begins":"11:20","stop":true,"kind":"vote"}
{"do":"item.add","id":"d1-03","day":1,"title":{"en":"Coffee","ru":"Кофе"},"minutes":5,"kind":"break"}
{"do":"item.add","id":"d1-04","day":1,"title":{"en":"Groups","ru":"Группы"},"minutes":400,"kind":"breakout"}
{"do":"item.add","id":"d1-05","day":1,"title":{"en":"Party","ru":"Вечер"},"minutes":360,"begins":"20:00","kind":"social"}
{"do":"item.add","id":"d2-01","day":2,"title":{"en":"Rooms","ru":"Комнаты"},"minutes":45,"kind":"breakout","interpreted":true}
{"do":"round.add","id":"r1","title":{"en":"Round 1","ru":"Раунд 1"},"item":"d2-01","rooms":[{"id":"a","title":{"en":"Room A","ru":"Комната A"},"max":1},{"id":"b","title":{"en":"Room B","ru":"Комната B"},"max":1}],"interpreters":1}
{"do":"round.add","id":"r2","title":{"en":"Round 2","ru":"Раунд 2"},"item":"d2-01","rooms":[{"id":"c","title":{"en":"Room C","ru":"Комната C"}}]}
{"do":"round.place","round":"r2","person":"S01","room":"c"}
{"do":"round.place","round":"r2","person":"S02","room":"c"}
"#;

fn bad() -> Ground {
    let ground = Ground::new();
    ground.run(&["new", "bad"]).ok();
    ground.apply("bad", BAD).ok();
    ground
}

fn check(ground: &Ground, language: &str, more: &[&str]) -> Said {
    let arguments = [&["check", "bad", "--plan"], more].concat();
    said(ground.command().env("TALKOOT_LANG", language).args(arguments))
}

#[test]
fn a_bad_plan_is_told_in_both_languages_and_ends_with_one() {
    let ground = bad();
    for language in ["en", "ru"] {
        let told = check(&ground, language, &[]);
        assert_eq!((told.code, told.err.as_str()), (1, ""));
        insta::assert_snapshot!(format!("bad_plan_{language}"), told.out);
    }
}

#[test]
fn programs_get_the_same_with_its_numbers() {
    let told = check(&bad(), "en", &["--json"]);
    assert_eq!(told.code, 1);
    let told: Value = serde_json::from_str(&told.out).unwrap();
    let findings = told["findings"].as_array().unwrap();
    let count = |weight: &str| findings.iter().filter(|finding| finding["weight"] == weight).count();
    assert_eq!(
        (told["wrong"].as_u64(), told["remarks"].as_u64()),
        (Some(count("wrong") as u64), Some(count("remark") as u64))
    );
    for finding in findings {
        for part in ["where", "why", "mend"] {
            assert!(!finding[part].as_str().unwrap().is_empty(), "{finding}");
            assert!(!finding[part].as_str().unwrap().contains("plan-"), "{finding}");
        }
    }
    let stop = findings.iter().find(|finding| finding["kind"] == "stop-missed").unwrap();
    assert_eq!(
        (stop["item"].as_str(), stop["at"].as_str(), stop["day"].as_u64()),
        (Some("d1-02"), Some("11:20"), Some(1))
    );
    assert_eq!(stop["facts"], serde_json::json!({"minutes": 10, "ends": "11:30", "spare": 30}));
    let room = findings.iter().find(|finding| finding["kind"] == "no-common-language").unwrap();
    assert_eq!((room["round"].as_str(), room["room"].as_str()), (Some("r2"), Some("c")));
}

#[test]
fn the_bundled_session_has_a_few_remarks_and_nothing_wrong() {
    let ground = Ground::new();
    for language in ["en", "ru"] {
        let mut command = ground.command();
        let told = said(command.env("TALKOOT_LANG", language).args(["check", "helsinki-2017", "--plan"]));
        insta::assert_snapshot!(format!("helsinki_{language}"), told.ok());
    }
    assert_eq!(bytes_under(ground.path()), [], "it reads only");
}

#[test]
fn nothing_to_check_is_said_and_no_failure() {
    let ground = Ground::new();
    ground.run(&["new", "empty"]).ok();
    let told = ground.run(&["check", "empty", "--plan"]).ok();
    assert_eq!(told, "Not checked:\n  there is no agenda yet.\n");
    let lines = "{\"do\":\"session.describe\",\"starts\":\"2018-03-26T09:00\",\"timezone\":\"Europe/Helsinki\"}\n{\"do\":\"person.add\",\"name\":\"One\"}\n{\"do\":\"item.add\",\"day\":1,\"title\":\"a\",\"minutes\":30}";
    ground.apply("empty", lines).ok();
    let told = ground.run(&["check", "empty", "--plan"]).ok();
    assert_eq!(told, "The plan holds: nothing was found.\n");
    ground.run(&["check", "nothing", "--plan"]).refused(1);
}

#[test]
fn of_many_alike_the_first_are_told_and_the_others_counted() {
    let ground = Ground::new();
    ground.run(&["new", "many"]).ok();
    let item = r#"{"do":"item.add","day":1,"title":"Rooms","minutes":5,"kind":"breakout"}"#;
    ground.apply("many", &format!("{item}\n").repeat(25)).ok();
    let told = ground.run(&["check", "many", "--plan"]);
    assert_eq!((told.code, told.out.matches("no round is held").count()), (1, 20), "{}", told.out);
    assert!(told.out.contains("and 5 more like the one at day 1, 10:35"), "{}", told.out);
    let told: Value = serde_json::from_str(&ground.run(&["check", "many", "--plan", "--json"]).out).unwrap();
    let all = told["findings"].as_array().unwrap();
    assert_eq!(all.iter().filter(|finding| finding["kind"] == "no-round").count(), 25);
}
