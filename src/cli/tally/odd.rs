//! What is wrong with a text that is no vote, in our own words: what the reader of JSON says is English, and says it to programmers.

use serde_json::error::Category;

use super::ballots::{KEYS, LIST, TEXT, WHOLE};
use crate::fault::{Exit, Fault};

/// A refusal with its sentence.
fn wrong(message: &'static str) -> Fault {
    Fault::new(Exit::Refused, "instance", message)
}

/// The sentence for an error at a key, such as `ballots[0].votes`.
pub(super) fn told(text: &[u8], path: &str, error: &serde_json::Error) -> Fault {
    if text.trim_ascii().is_empty() {
        return wrong("fault-tally-empty");
    }
    let place = |message| wrong(message).with("line", error.line()).with("column", error.column());
    match error.classify() {
        Category::Eof => return place("fault-tally-cut-short"),
        Category::Syntax | Category::Io => return place("fault-tally-no-json"),
        Category::Data => {}
    }
    let why = error.to_string();
    let path = path.trim_matches('.');
    let of = |beginning: &str| {
        let (key, rest) = why.strip_prefix(beginning)?.split_once('`')?;
        Some((key.to_owned(), rest.to_owned()))
    };
    if let Some((key, _)) = of("unknown field `") {
        let whole = path.strip_suffix(key.as_str()).unwrap_or(path).trim_end_matches('.');
        return at(whole, "fault-tally-key", "fault-tally-key-at").with("key", key);
    }
    if let Some((key, _)) = of("missing field `") {
        return at(path, "fault-tally-lacks", "fault-tally-lacks-at").with("key", key);
    }
    if let Some((key, _)) = of("duplicate field `") {
        // Where the key is the last of the path, what it is a key of stands before it.
        let whole = path.strip_suffix(key.as_str()).unwrap_or(path).trim_end_matches('.');
        return at(whole, "fault-tally-twice", "fault-tally-twice-at").with("key", key);
    }
    if let Some((given, rest)) = of("unknown variant `") {
        // Every second part of what is left is a word between backticks.
        let known: Vec<&str> = rest.split('`').skip(1).step_by(2).collect();
        return wrong("fault-tally-word")
            .with("path", path)
            .with("given", given)
            .with("known", known.join(", "));
    }
    let expected = why.split_once(", expected ").map_or("", |(_, rest)| rest);
    let expected = expected.split(" at line ").next().unwrap_or_default();
    let message = match expected {
        "u32" | "u64" | WHOLE => "fault-tally-not-number-whole",
        "f64" => "fault-tally-not-number",
        "a string" | "a borrowed string" | TEXT => "fault-tally-not-text",
        "a sequence" | LIST => "fault-tally-not-list",
        "a map" | KEYS => "fault-tally-not-keys",
        _ if path.is_empty() => return wrong("fault-tally-not-vote"),
        _ => "fault-tally-not-that",
    };
    let most = if expected == "u64" { u64::MAX } else { u32::MAX.into() };
    wrong(message).with("path", path).with("line", error.line()).with("most", most)
}

/// One sentence where something is wrong with the vote itself, another with a part of it.
fn at(path: &str, whole: &'static str, part: &'static str) -> Fault {
    if path.is_empty() { wrong(whole) } else { wrong(part).with("path", path) }
}
