//! What is to be said of the files of a session: what is hurt, missing, forked, waits on this laptop, or lies ahead of the clock.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use serde_json::json;

use super::findings::{Finding, Weight};
use crate::journal::collect;
use crate::journal::remark::{Damage, Hole, Remark};
use crate::language::{Arg, Messages};
use crate::session::Session;
use crate::workshop::id::{EventId, RunId};

/// So many hurt lines that follow on each other are told one by one.
const FEW: usize = 8;

/// Hurt lines that follow on each other in one file, and are alike lost or not: of a whole file of rubbish one thing is said.
pub(super) fn stretches(damage: &[Damage]) -> impl Iterator<Item = &[Damage]> {
    let follows = |a: &Damage, b: &Damage| {
        a.file == b.file && a.healed == b.healed && a.line.checked_add(1) == Some(b.line)
    };
    damage
        .chunk_by(follows)
        .flat_map(|stretch| stretch.chunks(if stretch.len() > FEW { stretch.len() } else { 1 }))
}

pub(super) fn hurt(stretch: &[Damage], messages: &Messages) -> Finding {
    let (first, last) = match stretch {
        [only] => (only, only),
        [first, .., last] => (first, last),
        [] => {
            return Finding { weight: Weight::Remark, kind: "healed", about: json!({}), says: String::new() };
        }
    };
    let count = last.line - first.line + 1;
    let args = [
        ("file", Arg::from(first.file.as_ref())),
        ("line", first.line.into()),
        ("last", last.line.into()),
        ("count", count.into()),
    ];
    let id = match (first.healed, count) {
        (true, 1) => "check-healed",
        (true, _) => "check-healed-lines",
        (false, 1) => "check-damage",
        (false, _) => "check-damage-lines",
    };
    Finding {
        weight: if first.healed { Weight::Remark } else { Weight::Damage },
        kind: if first.healed { "healed" } else { "damage" },
        about: json!({"file": first.file, "line": first.line, "last": last.line, "why": first.fault.to_string()}),
        says: messages.with(id, &args),
    }
}

pub(super) fn missing(hole: &Hole, messages: &Messages) -> Finding {
    let run = hole.run.to_string();
    let count = hole.last - hole.first + 1;
    let args = [
        ("run", Arg::from(&run)),
        ("first", hole.first.into()),
        ("last", hole.last.into()),
        ("count", count.into()),
    ];
    Finding {
        weight: Weight::Damage,
        kind: "gap",
        about: json!({"run": run, "first": hole.first, "last": hole.last}),
        says: messages.with("check-gap", &args),
    }
}

pub(super) fn unchained(run: RunId, n: u64, messages: &Messages) -> Finding {
    let run = run.to_string();
    let says = messages.with("check-unchained", &[("run", Arg::from(&run)), ("n", n.into())]);
    Finding { weight: Weight::Damage, kind: "unchained", about: json!({"run": run, "n": n}), says }
}

/// A remark of the reader. Damage is told by itself.
pub(super) fn said(remark: &Remark, messages: &Messages) -> Option<Finding> {
    let of_file = |weight, kind, id: &str, file: &str| Finding {
        weight,
        kind,
        about: json!({"file": file}),
        says: messages.with(id, &[("file", Arg::from(file))]),
    };
    let of_run = |weight, kind, id: &str, run: RunId, n: u64| {
        let run = run.to_string();
        let says = messages.with(id, &[("run", Arg::from(&run)), ("n", n.into())]);
        Finding { weight, kind, about: json!({"run": run, "n": n}), says }
    };
    Some(match remark {
        Remark::Damage(_) => return None,
        Remark::CutTail { file, .. } => of_file(Weight::Remark, "torn-tail", "check-torn-tail", file),
        Remark::Fork(fork) => of_run(Weight::Damage, "fork", "check-fork", fork.run, fork.n),
        Remark::Foreign { run, lines, .. } => {
            of_run(Weight::Remark, "foreign", "check-foreign", *run, *lines)
        }
        Remark::Skipped { file, .. } => of_file(Weight::Remark, "skipped", "check-skipped", file),
        Remark::Stray { file } => of_file(Weight::Remark, "stray", "check-stray", file),
        Remark::Unreadable { file, error: io::ErrorKind::FileTooLarge } => {
            of_file(Weight::Damage, "too-large", "check-too-large", file)
        }
        Remark::Unreadable { file, .. } => of_file(Weight::Damage, "unreadable", "check-unreadable", file),
        Remark::LaterVersion { run, version } => {
            of_run(Weight::Remark, "later-version", "check-later-version", *run, u64::from(*version))
        }
    })
}

/// Devices whose stamps lie ahead of this laptop's clock: the order of things leans on clocks, what happened does not.
pub(super) fn ahead(session: &Session, messages: &Messages) -> Vec<Finding> {
    let now = session.world().now().as_millisecond();
    let mut of: BTreeMap<&Arc<str>, (usize, i64)> = BTreeMap::new();
    for event in session.workshop.events().filter(|event| event.stamp.is_far_ahead_of(now)) {
        let (count, minutes) = of.entry(&event.device).or_default();
        *count += 1;
        *minutes = (*minutes).max((event.stamp.ms - now) / 60_000);
    }
    of.into_iter()
        .map(|(device, (count, minutes))| {
            let args = [
                ("device", Arg::from(device.as_ref())),
                ("count", count.into()),
                ("minutes", minutes.into()),
            ];
            Finding {
                weight: Weight::Remark,
                kind: "clock",
                about: json!({"device": device, "count": count, "minutes": minutes}),
                says: messages.with("check-clock", &args),
            }
        })
        .collect()
}

/// Lines that found no place in the folder and wait on this laptop, and those among them that are hurt.
pub(super) fn waiting(session: &Session, messages: &Messages) -> Vec<Finding> {
    let spill = session.world().spill(session.sid());
    let reader = session.reader();
    let Ok(waits) = collect::spilled(session.world().storage.as_ref(), &spill, session.sid()) else {
        return Vec::new();
    };
    let known = |was: Option<(RunId, u64)>| {
        was.is_some_and(|(run, n)| {
            reader.has(run, n) || waits.lines.keys().any(|place| (place.run, place.n) == (run, n))
        })
    };
    let hurt_lines: Vec<Damage> =
        waits.damage.iter().map(|damage| Damage { healed: known(damage.was), ..damage.clone() }).collect();
    let mut found: Vec<Finding> = stretches(&hurt_lines).map(|stretch| hurt(stretch, messages)).collect();
    let away = waits.lines.keys().filter(|place| !reader.knows(place.run, place.n, place.digest)).count();
    if away > 0 {
        found.push(Finding {
            weight: Weight::Remark,
            kind: "waiting",
            about: json!({"count": away}),
            says: messages.with("check-waiting", &[("count", away.into())]),
        });
    }
    found
}

/// Lines that `session.json` has covered and that are not here any more: somebody has taken them away, or put a backup in the
/// place of the session.
pub(super) fn covered(session: &Session, messages: &Messages) -> Vec<Finding> {
    let reader = session.reader();
    let sizes = reader.sizes();
    let mut found = Vec::new();
    for (run, next) in session.covered() {
        let here = sizes.get(&run).copied().unwrap_or_default();
        // What is missing from the middle is told as a gap.
        let gone =
            next.saturating_sub(reader.last_before(run, next).map_or(0, |last| last.saturating_add(1)));
        let elsewhere = |n: u64| session.workshop.event(EventId::new(run, n)).is_some();
        if gone == 0 || here >= next || (next - gone..next).all(elsewhere) {
            continue;
        }
        // Where the file ends in the middle of a line that is told already, and the format calls it information.
        let torn = |remark: &Remark| match remark {
            Remark::CutTail { file, .. } => file.starts_with(&run.to_string()),
            _ => false,
        };
        let weight = if reader.remarks().iter().any(torn) { Weight::Remark } else { Weight::Damage };
        let run = run.to_string();
        let args = [("run", Arg::from(&run)), ("count", gone.into()), ("first", (next - gone).into())];
        found.push(Finding {
            weight,
            kind: "taken-away",
            about: json!({"run": run, "first": next - gone, "last": next - 1}),
            says: messages.with("check-taken-away", &args),
        });
    }
    found
}
