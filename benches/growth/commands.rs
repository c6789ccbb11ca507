//! Commands and the screen on large sessions, each in a process of its own: seconds, and the most memory that it took.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::exponent;

/// How often a running command is asked for its memory.
const PAUSE: Duration = Duration::from_millis(1);

/// A session in folders of its own.
struct Hall {
    at: tempfile::TempDir,
}

/// How long a command took, and the most memory that it had, in MB; none where the system does not tell.
struct Took {
    seconds: f64,
    memory: Option<u64>,
}

/// What is made ready of a size, and the commands then run on it, each with what it is given to read.
struct Job {
    name: &'static str,
    n: usize,
    lines: fn(usize) -> Vec<String>,
    commands: &'static [Run],
}

/// The arguments of a command, and what it reads.
type Run = (&'static [&'static str], fn(usize) -> String);

fn nothing(_: usize) -> String {
    String::new()
}

const JOBS: [Job; 7] = [
    Job {
        name: "ideas",
        n: 12_500,
        lines: |n| {
            let idea = |n| {
                format!(
                    r#"{{"do":"idea.add","text":"an idea about number {n} and something else","room":"room-{}","tags":["t{}"]}}"#,
                    n % 9,
                    n % 50
                )
            };
            (0..n).map(idea).collect()
        },
        commands: &[
            (&["show", "s"], nothing),
            (&["export", "s", "--to", "out"], nothing),
            (&["pack", "s", "-o", "s.session.jsonl"], nothing),
            (&["apply", "s"], |_| r#"{"do":"idea.add","text":"one more"}"#.to_owned()),
        ],
    },
    Job {
        name: "ballots in 100 votes",
        n: 25_000,
        lines: votes,
        commands: &[
            (&["show", "s"], nothing),
            (&["export", "s", "--to", "out"], nothing),
            (&["pack", "s", "-o", "s.session.jsonl"], nothing),
        ],
    },
    Job {
        name: "secret ballots",
        n: 1_000,
        lines: |_| [proposals(3), vec![vote("v", 3, true), open("v")]].concat(),
        commands: &[(&["apply", "s"], |n| {
            let cast = |n| {
                format!(r#"{{"do":"vote.cast","vote":"v","paper":{},"votes":{{"P{}":1}}}}"#, n + 1, n % 3)
            };
            (0..n).map(cast).collect::<Vec<_>>().join("\n")
        })],
    },
    Job {
        name: "people",
        n: 1_250,
        lines: |n| [people(n), round(n)].concat(),
        commands: &[
            // The first plans, the second mends what is planned then.
            (&["apply", "s"], |_| r#"{"do":"round.plan","round":"r","seed":1}"#.to_owned()),
            (&["apply", "s"], |_| {
                "{\"do\":\"person.leave\",\"person\":\"S5\"}\n{\"do\":\"round.repair\",\"round\":\"r\"}"
                    .to_owned()
            }),
        ],
    },
    Job {
        name: "ideas of a list",
        n: 25_000,
        lines: |_| Vec::new(),
        commands: &[(&["import", "s", "ideas", "-"], |n| {
            let row = |n| format!("idea number {n},room {},tag{}", n % 9, n % 40);
            std::iter::once("text,room,tags".to_owned()).chain((0..n).map(row)).collect::<Vec<_>>().join("\n")
        })],
    },
    Job {
        name: "people of a list",
        n: 25_000,
        lines: |_| Vec::new(),
        commands: &[(&["import", "s", "people", "-"], |n| {
            let row = |n| format!("S{n},Person {n},Org {},\"en, ru\"", n % 100);
            let head = "id,name,organisation,languages".to_owned();
            std::iter::once(head).chain((0..n).map(row)).collect::<Vec<_>>().join("\n")
        })],
    },
    Job {
        name: "ideas merged in a chain",
        n: 2_000,
        lines: |n| {
            let idea = |n| format!(r#"{{"do":"idea.add","id":"i{n}","text":"idea {n}"}}"#);
            let merge = |n| format!(r#"{{"do":"idea.merge","ideas":["i{}","i{n}"]}}"#, n + 1);
            (0..n).map(idea).chain((0..n - 1).map(merge)).collect()
        },
        commands: &[(&["show", "s"], nothing)],
    },
];

fn people(n: usize) -> Vec<String> {
    let person = |n| {
        format!(
            r#"{{"do":"person.add","id":"S{n}","name":"Person {n}","languages":["{}"],"kind":"k{}","organisation":"Org {}","country":"C{}"}}"#,
            if n % 3 == 0 { "ru" } else { "en" },
            n % 7,
            n % 300,
            n % 50
        )
    };
    (0..n).map(person).collect()
}

/// A round in rooms of ten, as many of them interpreted as there are.
fn round(people: usize) -> Vec<String> {
    let rooms: Vec<String> =
        (0..people / 10).map(|n| format!(r#"{{"id":"room-{n}","title":"Room {n}"}}"#)).collect();
    vec![
        r#"{"do":"item.add","id":"d","day":1,"title":"x","minutes":60}"#.to_owned(),
        format!(
            r#"{{"do":"round.add","id":"r","title":"R","item":"d","interpreters":2000,"rooms":[{}]}}"#,
            rooms.join(",")
        ),
    ]
}

fn proposals(n: usize) -> Vec<String> {
    (0..n).map(|n| format!(r#"{{"do":"proposal.add","id":"P{n}","title":"Option {n}"}}"#)).collect()
}

fn vote(id: &str, options: usize, secret: bool) -> String {
    let options: Vec<String> = (0..options).map(|n| format!(r#""P{n}""#)).collect();
    format!(
        r#"{{"do":"vote.prepare","id":"{id}","title":"Which?","options":[{}],"method":"dots","dots":3,"cap":2,"seats":3,"tie":"lot","secret":{secret}}}"#,
        options.join(",")
    )
}

fn open(vote: &str) -> String {
    format!(r#"{{"do":"vote.open","vote":"{vote}"}}"#)
}

/// A hundred closed votes with so many ballots in all.
fn votes(n: usize) -> Vec<String> {
    let seats = n / 100;
    let mut lines = [proposals(20), people(seats)].concat();
    for at in 0..100 {
        let id = format!("v{at}");
        lines.extend([vote(&id, 20, false), open(&id)]);
        lines.extend((0..seats).map(|seat| {
            let (two, one) = ((seat * 7 + at) % 20, (seat * 3 + at + 19) % 20);
            let dots =
                if two == one { format!(r#""P{two}":2"#) } else { format!(r#""P{two}":2,"P{one}":1"#) };
            format!(r#"{{"do":"vote.cast","vote":"{id}","seat":"S{seat}","votes":{{{dots}}}}}"#)
        }));
        lines.push(format!(r#"{{"do":"vote.close","vote":"{id}"}}"#));
    }
    lines
}

/// Runs the jobs whose names hold one of these words; all where there is none.
pub(crate) fn run(wanted: &[String]) {
    for job in &JOBS {
        if !wanted.is_empty() && !wanted.iter().any(|word| job.name.contains(word)) {
            continue;
        }
        let halls: Vec<(usize, Hall)> = [1, 2, 4]
            .into_iter()
            .map(|times| (job.n * times, Hall::with(&(job.lines)(job.n * times))))
            .collect();
        for (arguments, given) in job.commands {
            let mut line = format!("{:24}{:12}", job.name, arguments.first().unwrap());
            let mut took = Vec::new();
            for (n, hall) in &halls {
                let one = hall.run(arguments, &given(*n));
                let _ = write!(line, "{n:>8}: {:7.3} s", one.seconds);
                if let Some(memory) = one.memory {
                    let _ = write!(line, " {memory:>4} MB");
                }
                took.push(one.seconds);
            }
            println!("{line}{}", exponent(&took));
        }
    }
}

impl Hall {
    fn with(lines: &[String]) -> Self {
        let hall = Self { at: tempfile::tempdir().unwrap() };
        hall.run(&["new", "s"], "");
        if !lines.is_empty() {
            hall.run(&["apply", "s"], &lines.join("\n"));
        }
        hall
    }

    fn run(&self, arguments: &[&str], given: &str) -> Took {
        let at = self.at.path();
        let input = at.join("input");
        std::fs::File::create(&input).unwrap().write_all(given.as_bytes()).unwrap();
        let begin = Instant::now();
        let mut child = Command::new(env!("CARGO_BIN_EXE_talkoot"))
            .args(arguments)
            .current_dir(at)
            .env("XDG_STATE_HOME", at.join("state"))
            .env("TALKOOT_SESSIONS", at.join("sessions"))
            .env("TALKOOT_LANG", "en")
            .stdin(std::fs::File::open(&input).unwrap())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut memory = None;
        let ended = loop {
            if let Some(ended) = child.try_wait().unwrap() {
                break ended;
            }
            memory = most_memory(child.id()).or(memory);
            std::thread::sleep(PAUSE);
        };
        let seconds = begin.elapsed().as_secs_f64();
        assert!(ended.success(), "{arguments:?}: {ended}");
        Took { seconds, memory }
    }
}

/// The most memory that a process has had, in MB (Linux).
fn most_memory(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(Path::new("/proc").join(process.to_string()).join("status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? / 1000)
}
