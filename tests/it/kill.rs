//! Killed at any moment: what was acknowledged is there, once, and the session is whole.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};

use crate::ground::Ground;

/// How often a process is killed.
const ROUNDS: usize = 200;
/// How many commands it is given.
const COMMANDS: usize = 12;

/// A process that carries out commands for a room, each with an id of its own.
fn writing(ground: &Ground, device: &str, seed: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_talkoot"))
        .args(["apply", "demo", "-"])
        .env_clear()
        .env("HOME", ground.path())
        .env("XDG_STATE_HOME", ground.path().join("state"))
        .env("TALKOOT_SESSIONS", ground.sessions())
        .env("TALKOOT_NOW", "2017-11-28T07:00:00Z")
        .env("TALKOOT_SEED", seed)
        .env("TALKOOT_DEVICE", device)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn commands(name: &str) -> String {
    (0..COMMANDS)
        .map(|n| format!("{{\"do\":\"idea.add\",\"id\":\"{name}-{n}\",\"text\":\"идея {n} of {name}\"}}\n"))
        .collect()
}

/// Reads so many answers and gives the ids that were acknowledged.
fn acknowledged(child: &mut Child, answers: usize) -> Vec<String> {
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().take(answers);
    lines
        .map(|line| {
            let answer: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
            assert_eq!(answer["ok"], true, "{answer}");
            answer["made"].as_str().unwrap().to_owned()
        })
        .collect()
}

fn killed(mut child: Child, name: &str, answers: usize) -> Vec<String> {
    // All commands at once, so that it is killed in the middle of one.
    child.stdin.as_mut().unwrap().write_all(commands(name).as_bytes()).unwrap();
    let safe = acknowledged(&mut child, answers);
    child.kill().unwrap();
    child.wait().unwrap();
    safe
}

/// What was acknowledged is there, and nothing is there twice.
fn all_there(ground: &Ground, safe: &[String]) {
    let json = ground.json(&["show", "demo", "ideas"]);
    let ideas: Vec<&str> =
        json["ideas"].as_array().unwrap().iter().map(|idea| idea["id"].as_str().unwrap()).collect();
    let there: BTreeSet<&str> = ideas.iter().copied().collect();
    assert_eq!(there.len(), ideas.len(), "an idea stands there twice");
    let lost: Vec<&String> = safe.iter().filter(|id| !there.contains(id.as_str())).collect();
    assert!(lost.is_empty(), "lost: {lost:?}");
    // Torn tails are information.
    let check = ground.run(&["check", "demo"]);
    assert!(check.code <= 1 && check.out.contains("Whole"), "{}", check.out);
}

#[test]
fn two_hundred_processes_killed_in_mid_sentence_lose_nothing_that_was_acknowledged() {
    let ground = Ground::new();
    ground.run(&["new", "demo"]).ok();
    let mut safe = Vec::new();
    for round in 0..ROUNDS {
        // Every number of answers comes up, in an order without a pattern.
        let answers = round * 7 % (COMMANDS + 1);
        let child = writing(&ground, "d-desk", &round.to_string());
        safe.extend(killed(child, &format!("r{round}"), answers));
    }
    assert!(safe.len() > ROUNDS, "{}", safe.len());
    all_there(&ground, &safe);
}

/// What another process has written meanwhile is decided upon as well.
#[test]
fn a_process_that_goes_on_knows_what_others_have_written() {
    let ground = Ground::new();
    ground.run(&["new", "demo"]).ok();
    let mut first = writing(&ground, "d-first", "1");
    let mut answers = BufReader::new(first.stdout.take().unwrap()).lines();
    let mut ask = |child: &mut Child, id: &str| -> serde_json::Value {
        let line = format!("{{\"do\":\"idea.add\",\"id\":\"{id}\",\"text\":\"words\"}}\n");
        child.stdin.as_mut().unwrap().write_all(line.as_bytes()).unwrap();
        serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap()
    };
    assert_eq!(ask(&mut first, "mine")["ok"], true);
    let mut second = writing(&ground, "d-second", "2");
    second
        .stdin
        .as_mut()
        .unwrap()
        .write_all(b"{\"do\":\"idea.add\",\"id\":\"theirs\",\"text\":\"w\"}\n")
        .unwrap();
    drop(second.stdin.take());
    assert!(second.wait().unwrap().success());
    assert_eq!(ask(&mut first, "theirs")["kind"], "taken");
    drop(first.stdin.take());
    first.wait().unwrap();
}

#[test]
fn five_processes_write_into_one_folder_and_two_are_killed() {
    let ground = Ground::new();
    ground.run(&["new", "demo"]).ok();
    let mut safe = Vec::new();
    for round in 0..6 {
        let name = |n: usize| format!("p{n}-{round}");
        let mut children: Vec<Child> =
            (0..5).map(|n| writing(&ground, &format!("d-{n}"), &round.to_string())).collect();
        for (n, child) in children.iter_mut().enumerate() {
            child.stdin.as_mut().unwrap().write_all(commands(&name(n)).as_bytes()).unwrap();
        }
        for (n, mut child) in children.into_iter().enumerate() {
            if n < 2 {
                safe.extend(acknowledged(&mut child, 1 + (round + n) * 3 % COMMANDS));
                child.kill().unwrap();
            } else {
                drop(child.stdin.take());
                let all = acknowledged(&mut child, COMMANDS);
                assert_eq!(all.len(), COMMANDS);
                safe.extend(all);
            }
            child.wait().unwrap();
        }
    }
    all_there(&ground, &safe);
}
