//! Random requests for every verb over a small pool of names: mostly valid, some not.

use proptest::prelude::*;
use serde_json::{Value, json};
use talkoot::workshop::command::{Request, verbs};
use talkoot::workshop::id::EventId;

/// The numbers that a request is made of, so that a failing one shrinks.
pub type Draw = [u8; 6];

/// Verbs that are drawn more often than once, so that votes get somewhere and undos have something to do.
const OFTEN: [&str; 14] = [
    "undo",
    "undo",
    "redo",
    "idea.add",
    "idea.merge",
    "idea.merge",
    "idea.unmerge",
    "idea.edit",
    "vote.open",
    "vote.cast",
    "vote.cast",
    "vote.correct",
    "round.place",
    "item.start",
];

/// What is not drawn, so that the draw of old cases stays: second readings have tests of their own (`tests/it/second.rs`,
/// `tests/it/laws/votes.rs`); marks need a key, which these laptops do not have (`tests/it/secret.rs` has those that do), and look-alikes
/// are said to be different in tests of their own.
const APART: [&str; 3] = ["vote.check", "vote.mark", "vote.dismiss"];

/// Every verb by a number.
pub fn verb(n: u8) -> &'static str {
    let verbs: Vec<&str> = verbs().map(|spec| spec.name).filter(|name| !APART.contains(name)).collect();
    let n = usize::from(n) % (verbs.len() + OFTEN.len());
    verbs.get(n).copied().unwrap_or_else(|| OFTEN[n - verbs.len()])
}

/// A random draw.
pub fn draw() -> impl Strategy<Value = Draw> {
    any::<Draw>()
}

fn pick<'a>(pool: &[&'a str], n: u8) -> &'a str {
    pool[usize::from(n) % pool.len()]
}

/// The request for a verb, from numbers; `events` are those that undo and redo may name.
pub fn request(verb: &str, [_, a, b, c, d, e]: Draw, events: &[EventId]) -> Request {
    let person = |n| pick(&["p1", "p2", "p3", "p4", "new-p", "p9"], n);
    let item = |n| pick(&["a1", "a2", "a3", "a4", "new-a", "a1"], n);
    let idea = |n| pick(&["i1", "i2", "i3", "new-i", "i1", "i2", "new-i~2"], n);
    let proposal = |n| pick(&["P1", "P2", "P3", "new-P"], n);
    let vote = |n| pick(&["v1", "v1", "v1", "new-v"], n);
    let round = |n| pick(&["r1", "r1", "new-r"], n);
    let room = |n| pick(&["x", "y", "z", "x"], n);
    let words = |n| pick(&["a fund", "общий фонд", "a law", "  кадры ", "", "legislation\u{7} first"], n);
    let text = |n: u8| match n % 4 {
        0 => json!({"en": words(n / 4), "ru": words(n / 4 + 1)}),
        _ => json!(words(n / 4)),
    };
    let tag = |n| pick(&["law", "#Funding", "кадры", "law"], n);
    let fresh = |id: &'static str| if d.is_multiple_of(4) { Value::Null } else { json!(id) };
    let event = || match events.get(usize::from(a) % events.len().max(1)) {
        Some(event) if b.is_multiple_of(2) => json!(event.to_string()),
        _ => Value::Null,
    };
    let rooms = json!([{"id": room(a), "title": "X", "hosts": [person(c)]}, {"id": if b.is_multiple_of(3) { "y" } else { "z" }, "max": b}]);
    let speed = [0, 1, 60, 1_000_000, 1_000_001][usize::from(b) % 5];
    let mut value = match verb {
        "session.describe" => match a % 4 {
            0 => json!({"title": text(b)}),
            1 => json!({"starts": pick(&["2017-11-28", "2017-11-27T08:30", "soon"], b)}),
            2 => json!({"timezone": pick(&["Europe/Helsinki", "Asia/Almaty", "Moon"], b)}),
            _ => json!({"languages": ["en", "RU"], "question": text(b), "note": text(c)}),
        },
        "session.practise" => match a % 4 {
            0 => json!({}),
            1 => json!({"speed": speed}),
            _ => json!({"now": pick(&["2017-11-28T10:00", "2017-11-29", "now"], b)}),
        },
        "vocabulary.add" => json!({"group": "enabler", "name": text(a), "id": fresh("new-t")}),
        "vocabulary.change" => json!({"term": pick(&["law", "new-t"], a), "name": text(b)}),
        "vocabulary.remove" => json!({"term": pick(&["law", "new-t"], a)}),
        "person.add" => json!({"name": text(a), "languages": ["en"], "arrives": b % 4, "id": fresh("new-p")}),
        "person.change" => match b % 3 {
            0 => json!({"person": person(a), "organisation": text(c), "arrives": "2017-11-29"}),
            1 => json!({"person": person(a), "role": pick(&["host", "interpreter", ""], c)}),
            _ => {
                json!({"person": person(a), "name": text(c), "kind": "academia", "country": "FI", "languages": ["ru"]})
            }
        },
        "person.arrive" | "person.leave" | "person.remove" => json!({"person": person(a)}),
        "item.add" => json!({
            "day": a % 4, "title": text(b), "minutes": c, "stop": d.is_multiple_of(3), "droppable": true,
            "after": if e.is_multiple_of(2) { json!(item(e / 2)) } else { Value::Null }, "id": fresh("new-a"),
        }),
        "item.change" => match b % 3 {
            0 => json!({"item": item(a), "minutes": c, "shortest": d}),
            1 => {
                json!({"item": item(a), "stop": "11:30", "interpreted": true, "weight": c % 9, "instruction": text(d)})
            }
            _ => {
                json!({"item": item(a), "title": text(c), "begins": pick(&["", "10:15", "25:00"], d), "kind": "break"})
            }
        },
        "item.move" => match b % 3 {
            0 => json!({"item": item(a), "day": c % 4}),
            1 => json!({"item": item(a)}),
            _ => json!({"item": item(a), "after": item(c)}),
        },
        "item.skip" => match b % 3 {
            0 => json!({"item": item(a), "skip": false}),
            _ => json!({"item": item(a)}),
        },
        "item.correct" if b % 5 == 4 => json!({"item": item(a), "turn": event(), "to": "09:00"}),
        "item.correct" => match b % 4 {
            0 => json!({"item": item(a), "ended": pick(&["09:10", "10:00", "8"], c)}),
            1 => json!({"item": item(a), "started": pick(&["2017-11-28T07:00:00Z", "soon", "09:00"], c)}),
            2 => json!({"item": item(a), "started": "09:00", "ended": "09:01"}),
            _ => json!({"item": item(a), "started": pick(&["09:00", "08:59", "09:01", "23:00"], c)}),
        },
        "item.remove" | "item.start" | "item.end" | "item.pause" => json!({"item": item(a)}),
        "item.extend" => json!({"item": item(a), "minutes": i32::from(b) - 100}),
        "item.swap" => json!({"items": [item(a), item(b)]}),
        "round.add" => json!({"title": text(a), "item": item(b), "rooms": rooms, "id": fresh("new-r")}),
        "round.change" => match d % 2 {
            0 => {
                json!({"round": round(e), "rooms": rooms, "interpreters": a % 3, "format": pick(&["mixed", "chosen", "song"], b)})
            }
            _ => json!({"round": round(e), "title": text(a), "item": item(b)}),
        },
        "round.start" | "round.call" | "round.report" => match b % 3 {
            0 => json!({"round": round(a)}),
            _ => json!({"round": round(a), "room": room(c)}),
        },
        "round.extend" => json!({"round": round(a), "room": room(b), "minutes": i32::from(c) - 60}),
        "round.remove" | "round.repair" => json!({"round": round(a)}),
        "round.plan" => match c % 3 {
            0 => json!({"round": round(a), "seats": {(room(b)): [person(c), person(d)], "y": [person(e)]}}),
            _ => json!({"round": round(a), "seed": b}),
        },
        "round.prefer" => match d % 3 {
            0 => json!({"round": round(a), "person": person(b), "rooms": []}),
            _ => json!({"round": round(a), "person": person(b), "rooms": [room(c), room(e)]}),
        },
        "groups.rules" => match a % 4 {
            0 => json!({"language": b.is_multiple_of(2), "alone": c.is_multiple_of(2)}),
            1 => json!({"apart_by": [pick(&["organisation", "kind", "song"], b)]}),
            2 => json!({"balance": [pick(&["languages", "country", "song"], b)]}),
            _ => json!({"order": pick(&["mixing", "balance", "song"], b)}),
        },
        "wish.add" => json!({
            "kind": pick(&["together", "apart", "song"], a), "people": [person(b), person(c)], "id": fresh("new-w"),
        }),
        "wish.remove" => json!({"wish": pick(&["new-w", "w1"], a)}),
        "round.place" | "round.hold" => match d % 4 {
            0 => json!({"round": round(a), "person": person(b)}),
            _ => json!({"round": round(a), "person": person(b), "room": room(c)}),
        },
        "idea.add" => json!({
            "text": text(a), "room": room(b), "tags": [tag(c)], "author": person(b), "id": fresh("new-i"),
            "kind": pick(&["idea", "action", "quote", "off-record", "song"], e),
        }),
        "idea.edit" => match b % 3 {
            0 => json!({"idea": idea(a), "text": text(c)}),
            1 => json!({"idea": idea(a), "room": room(c), "author": person(d)}),
            _ => json!({"idea": idea(a), "kind": pick(&["question", "parking"], c), "text": text(d)}),
        },
        "idea.tag" => json!({"idea": idea(a), "add": [tag(b)], "remove": [tag(c)]}),
        "idea.merge" => match d % 3 {
            0 => json!({"ideas": [idea(a), idea(b), idea(c)], "text": text(e)}),
            _ => json!({"ideas": [idea(a), idea(b)]}),
        },
        "idea.unmerge" | "idea.remove" => json!({"idea": idea(a)}),
        "idea.translate" => {
            json!({"idea": idea(a), "language": pick(&["en", "ru"], b), "text": words(c), "checked": d.is_multiple_of(2)})
        }
        "idea.hide" => json!({"idea": idea(a), "hidden": b.is_multiple_of(2)}),
        "idea.promote" => json!({"ideas": [idea(a), idea(b)], "id": fresh("new-P")}),
        "proposal.add" => {
            json!({"title": text(a), "leads": [text(b)], "ideas": [idea(c)], "id": fresh("new-P")})
        }
        "proposal.edit" => match b % 3 {
            0 => json!({"proposal": proposal(a), "title": text(c), "state": pick(&["ready", "sung"], d)}),
            1 => json!({"proposal": proposal(a), "place": text(c), "when": text(d), "enablers": [tag(e)]}),
            _ => json!({"proposal": proposal(a), "partners": [text(c)], "ephos": [], "ideas": [idea(d)]}),
        },
        "proposal.remove" => json!({"proposal": proposal(a)}),
        "vote.prepare" => match e % 3 {
            0 => json!({
                "title": text(a), "options": [proposal(b), proposal(c)], "id": fresh("new-v"),
                "method": pick(&["approval", "score", "rank", "gradients", "consent", "shout"], d), "voters": [person(a)],
            }),
            1 => json!({
                "title": text(a), "options": [proposal(b)], "method": pick(&["dots", "dots", "rank"], c), "id": fresh("new-v"),
                "dots_rule": pick(&["third", "fifth", "msu", "own"], d),
            }),
            _ => json!({
                "title": text(a), "options": [proposal(b), proposal(c)], "method": "dots", "dots": d % 5, "id": fresh("new-v"),
                "tie": pick(&["lot", "all", "runoff"], e / 3),
            }),
        },
        "vote.change" => match b % 5 {
            3 => {
                json!({"vote": vote(a), "method": pick(&["rank", "dots", "score"], c), "voters": [person(d), person(e)]})
            }
            4 => json!({"vote": vote(a), "dots_rule": pick(&["quarter", "msu", "own"], c), "dots": d % 4}),
            0 => json!({"vote": vote(a), "options": [proposal(c), proposal(d)]}),
            1 => json!({"vote": vote(a), "dots": c % 5, "cap": d % 3}),
            _ => {
                json!({"vote": vote(a), "tie": pick(&["lot", "all"], c), "secret": false, "threshold": 0.5, "seats": d % 4, "then": e % 3})
            }
        },
        "vote.waive" => {
            json!({"vote": vote(a), "gate": pick(&["languages", "number"], b), "reason": words(c)})
        }
        "vote.dismiss" => match c % 3 {
            0 => json!({"vote": vote(a), "options": [proposal(b)]}),
            _ => json!({"vote": vote(a), "options": [proposal(b), proposal(d)], "reason": words(e)}),
        },
        "vote.remove" | "vote.open" | "vote.close" | "vote.reveal" => json!({"vote": vote(a)}),
        "vote.count" => {
            json!({"vote": vote(a), "hands": {(proposal(b)): c % 5, (proposal(d)): e % 5}, "voters": c % 6})
        }
        "vote.proxy" => match c % 4 {
            0 => json!({"vote": vote(a), "person": person(b)}),
            _ => json!({"vote": vote(a), "person": person(b), "by": person(d)}),
        },
        "vote.mark" => json!({"vote": vote(a), "seats": [person(b)], "voted": c % 2 == 0}),
        "vote.cast" | "vote.correct" | "vote.check" => {
            let votes = json!({(proposal(c)): d % 3, (proposal(e)): d % 2});
            match b % 4 {
                0 => json!({"vote": vote(a), "paper": b % 3, "votes": votes}),
                _ => json!({"vote": vote(a), "seat": person(b / 4), "votes": votes}),
            }
        }
        "commitment.add" => json!({
            "text": text(a), "owner": person(b), "due": pick(&["2018-03-31", "31.03.2018", "soon"], c),
            "proposal": proposal(d), "id": fresh("new-c"),
        }),
        "commitment.edit" => match b % 2 {
            0 => json!({"commitment": pick(&["c1", "new-c"], a), "owner": person(c), "proposal": ""}),
            _ => {
                json!({"commitment": pick(&["c1", "new-c"], a), "text": text(c), "with": [person(d)], "due": ""})
            }
        },
        "commitment.done" => json!({"commitment": pick(&["c1", "new-c"], a), "done": b.is_multiple_of(2)}),
        "commitment.remove" => json!({"commitment": pick(&["c1", "new-c"], a)}),
        "stage.show" => match a % 4 {
            0 => json!({"view": "reveal", "of": vote(b)}),
            1 => json!({"view": "groups", "of": round(b)}),
            2 => json!({"view": pick(&["reveal", "vote"], b), "of": vote(c), "step": d % 5}),
            _ => json!({"view": pick(&["title", "blank", "now", "film"], b)}),
        },
        "undo" | "redo" => json!({"event": event()}),
        other => panic!("no generator for {other}"),
    };
    value["do"] = json!(verb);
    if let Some(map) = value.as_object_mut() {
        map.retain(|_, value| !value.is_null());
    }
    Request::read(&value.to_string()).unwrap_or_else(|refusal| panic!("{value}: {refusal}"))
}
