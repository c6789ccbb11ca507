//! Three rapporteurs without a network: each laptop with a copy of the morning's pack and a clock of its own, two hours of
//! capturing, tagging, merging and undoing; joined afterwards in every order.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::ground::{Ground, bytes_under, said};

/// The laptops, each with the day its clock believes in, and the language typed on it.
const LAPTOPS: [(&str, &str, &str); 3] =
    [("d-a", "2017-11-28", "en"), ("d-b", "2017-11-29", "ru"), ("d-c", "2017-11-27", "en")];

/// What one rapporteur does in two hours: of every idea the words, every third tagged, some merged, some undone.
fn afternoon(ground: &Ground, laptop: usize) -> BTreeSet<String> {
    let (device, day, language) = LAPTOPS[laptop];
    let mut words = BTreeSet::new();
    for hour in 0..2 {
        let mut lines = String::new();
        for n in 0..25 {
            let text = if language == "ru" {
                format!("Мысль {hour}-{n} из комнаты {laptop}: «общий фонд»")
            } else {
                format!("Idea {hour}-{n} from room {laptop}: \"a shared fund\"")
            };
            let id = format!("{device}-{hour}-{n}");
            let add =
                serde_json::json!({"do": "idea.add", "id": id, "text": {language: text}, "room": device});
            lines += &format!("{add}\n");
            words.insert(text);
            if n % 3 == 0 {
                lines += &format!("{{\"do\":\"idea.tag\",\"idea\":\"{id}\",\"add\":[\"room-{laptop}\"]}}\n");
            }
            if n % 5 == 4 {
                let before = format!("{device}-{hour}-{}", n - 1);
                lines += &format!("{{\"do\":\"idea.merge\",\"ideas\":[\"{before}\",\"{id}\"]}}\n");
            }
            if n % 10 == 9 {
                lines += "{\"do\":\"undo\"}\n{\"do\":\"redo\"}\n{\"do\":\"undo\"}\n";
            }
        }
        // All three put right the same idea of the morning, and give one new one the same id.
        lines += &format!(
            "{{\"do\":\"idea.edit\",\"idea\":\"morning\",\"text\":{{\"en\":\"as room {laptop} put it, {hour}\"}}}}\n"
        );
        if hour == 1 {
            words.insert(format!("as room {laptop} put it, 1"));
        }
        let mut command = ground.command();
        command
            .env("TALKOOT_SESSIONS", ground.path().join(device))
            .env("TALKOOT_DEVICE", device)
            .env("TALKOOT_NOW", format!("{day}T1{}:00:00Z", 2 + hour));
        let told = said(command.args(["apply", "demo"]).write_stdin(lines));
        assert_eq!(told.code, 0, "{}", told.out);
    }
    words
}

fn orders() -> Vec<[usize; 3]> {
    vec![[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
}

#[test]
fn three_rapporteurs_offline_are_joined_in_every_order_and_no_word_is_lost() {
    let ground = Ground::new();
    ground.run(&["new", "demo", "--from", "helsinki-2017"]).ok();
    ground.apply("demo", "{\"do\":\"idea.add\",\"id\":\"morning\",\"text\":\"what we began with\"}\n").ok();
    ground.run(&["pack", "demo", "-o", "morning.session.jsonl"]).ok();
    let mut words = BTreeSet::new();
    let mut folders: Vec<PathBuf> = Vec::new();
    for (laptop, (device, ..)) in LAPTOPS.iter().enumerate() {
        let to = ground.path().join(device);
        ground.run(&["unpack", "morning.session.jsonl", "--to", device]).ok();
        words.append(&mut afternoon(&ground, laptop));
        folders.push(std::fs::read_dir(to).unwrap().next().unwrap().unwrap().path());
    }
    let before: Vec<_> = folders.iter().map(|folder| bytes_under(folder)).collect();

    // Merged at once in every order: one pack, byte for byte, and one state.
    let mut packs = BTreeSet::new();
    for (number, order) in orders().into_iter().enumerate() {
        let out = format!("joined-{number}.session.jsonl");
        let inputs: Vec<String> = order.iter().map(|at| folders[*at].display().to_string()).collect();
        let [a, b, c] = [&inputs[0], &inputs[1], &inputs[2]];
        let told = ground.run(&["merge", a, b, c, "-o", &out]).ok();
        assert!(told.contains("both versions stand: morning (text.en)"), "{told}");
        packs.insert(std::fs::read(ground.path().join(&out)).unwrap());
    }
    assert_eq!(packs.len(), 1, "every order gives the same bytes");
    let whole = ground.json(&["show", "./joined-0.session.jsonl"]);

    // Brought to the desk one after the other, through packs, in every order: the same state.
    for (number, order) in orders().into_iter().enumerate() {
        let desk = format!("desk-{number}");
        ground.run(&["unpack", "morning.session.jsonl", "--to", &desk]).ok();
        for at in order {
            let pack = format!("from-{at}-{number}.session.jsonl");
            ground.run(&["pack", &folders[at].display().to_string(), "-o", &pack]).ok();
            ground.run(&["unpack", &pack, "--to", &desk]).ok();
        }
        let there = std::fs::read_dir(ground.path().join(&desk)).unwrap().next().unwrap().unwrap().path();
        assert_eq!(ground.json(&["show", &there.display().to_string()]), whole, "{order:?}");
    }

    // No word lost, nothing doubled, the conflict shown with all its versions.
    let text = whole["ideas"].to_string();
    for word in &words {
        let told = serde_json::to_string(word).unwrap();
        assert!(text.contains(told.trim_matches('"')), "{word} is lost");
    }
    let flat: Vec<&serde_json::Value> = whole["ideas"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|idea| std::iter::once(idea).chain(idea["merged"].as_array().into_iter().flatten()))
        .collect();
    let ids: BTreeSet<&str> = flat.iter().map(|idea| idea["id"].as_str().unwrap()).collect();
    assert_eq!((flat.len(), ids.len()), (151, 151), "50 of each laptop and the morning's, each once");
    let morning = flat.iter().find(|idea| idea["id"] == "morning").unwrap();
    let versions: BTreeSet<&str> = morning["versions"]["text.en"]
        .as_array()
        .unwrap()
        .iter()
        .map(|version| version.as_str().unwrap())
        .collect();
    assert_eq!(
        versions,
        BTreeSet::from(["as room 0 put it, 1", "as room 1 put it, 1", "as room 2 put it, 1"])
    );
    let untouched: Vec<_> = folders.iter().map(|folder| bytes_under(folder)).collect();
    assert_eq!(untouched, before, "what is joined is only read");
}
