//! The reference of commands, generated from the commands themselves: `docs/commands.md` for people,
//! `docs/commands.schema.json` for programs; and that of events, `docs/events.md`. A test compares the files with what is
//! generated here.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};
use talkoot::workshop::command::{VerbSpec, verbs};

use super::verbs::use_of;

/// What stands above the list of verbs.
const INTRO: &str = include_str!("intro.md");

/// The JSON Schema of what `talkoot groups solve` reads.
pub fn groups_instance_schema() -> String {
    pretty(&schemars::schema_for!(talkoot::cli::groups::instance::Instance).to_value())
}

/// The JSON Schema of what `talkoot groups solve` answers.
pub fn groups_answer_schema() -> String {
    pretty(&schemars::schema_for!(talkoot::cli::groups::answer::Answer).to_value())
}

/// The JSON Schema of what `talkoot tally` reads.
pub fn tally_instance_schema() -> String {
    pretty(&schemars::schema_for!(talkoot::cli::tally::instance::Instance).to_value())
}

/// The JSON Schema of what `talkoot tally` answers.
pub fn tally_answer_schema() -> String {
    pretty(&schemars::schema_for!(talkoot::cli::tally::answer::Answer).to_value())
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

/// Whether a verb makes something, and so takes an `id`.
pub fn makes(verb: &str) -> bool {
    verb.ends_with(".add") || matches!(verb, "vote.prepare" | "idea.promote")
}

/// The reference for people, in Markdown.
pub fn markdown() -> String {
    let mut page = String::from(INTRO);
    page.push_str("\n## Verbs\n");
    let mut noun = "";
    for spec in verbs() {
        let of = spec.name.split('.').next().unwrap_or_default();
        if of != noun {
            noun = of;
            push(&mut page, format_args!("\n### {of}\n"));
        }
        verb(spec, &mut page);
    }
    page
}

fn verb(spec: &VerbSpec, page: &mut String) {
    let schema = (spec.schema)().to_value();
    push(page, format_args!("\n#### `{}`\n\n{}\n", spec.name, spec.doc.trim()));
    if makes(spec.name) {
        push(page, format_args!("\nTakes `id`.\n"));
    }
    if !spec.fields.is_empty() {
        page.push_str("\n| field | type | | meaning |\n|---|---|---|---|\n");
    }
    for field in spec.fields {
        let of =
            schema.get("properties").and_then(|all| all.get(field.name)).map_or_else(String::new, kind_of);
        let needed = if field.required { "required" } else { "" };
        push(page, format_args!("| `{}` | {of} | {needed} | {} |\n", field.name, field.doc.trim()));
    }
    if let Some(known) = use_of(spec.name) {
        let kinds: Vec<String> = known.refusals.iter().map(|kind| format!("`{kind}`")).collect();
        push(page, format_args!("\nRefused with {}.\n\n    {}\n", kinds.join(", "), known.example));
    }
}

/// Writing to a text cannot fail.
pub(super) fn push(page: &mut String, what: std::fmt::Arguments<'_>) {
    let _ = page.write_fmt(what);
}

/// The type of a field in words, from its schema.
pub(super) fn kind_of(schema: &Value) -> String {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
        return match name.rsplit('/').next().unwrap_or_default() {
            "Text" => "text".into(),
            "Lang" => "`en` or `ru`".into(),
            "Stop" => "true, false or a time".into(),
            "Arrival" => "day or date".into(),
            "RoomSpec" | "Room" => "room".into(),
            "EventId" => "event".into(),
            "ItemPlace" => "place".into(),
            other => other.into(),
        };
    }
    if let Some(any) = schema.get("anyOf").and_then(Value::as_array) {
        return any.iter().map(kind_of).find(|kind| !kind.is_empty()).unwrap_or_default();
    }
    let named = schema.get("type").map(|kind| match kind {
        Value::Array(kinds) => {
            kinds.iter().filter_map(Value::as_str).find(|kind| *kind != "null").unwrap_or_default()
        }
        kind => kind.as_str().unwrap_or_default(),
    });
    match named {
        Some("array") => format!("list of {}s", schema.get("items").map_or_else(String::new, kind_of)),
        Some("object") => {
            // The keys of a command's object are options; the schema of an event says by a pattern that its keys are events.
            let by_event = schema.get("patternProperties").and_then(Value::as_object);
            match by_event.and_then(|by_event| by_event.values().next()) {
                Some(value) => format!("{{event: {}}}", kind_of(value)),
                None => format!(
                    "{{option: {}}}",
                    schema.get("additionalProperties").map_or_else(String::new, kind_of)
                ),
            }
        }
        Some("integer") if schema.get("minimum").is_some() => "whole number from 0".into(),
        Some("integer") => "whole number".into(),
        Some("boolean") => "true or false".into(),
        Some("null") | None => String::new(),
        Some(other) => other.into(),
    }
}

/// The reference for programs: one JSON Schema for every command, as pretty JSON with sorted keys.
pub fn schema() -> String {
    let mut definitions = Map::new();
    let mut verbs = Vec::new();
    for spec in talkoot::workshop::command::verbs() {
        let Value::Object(mut verb) = (spec.schema)().to_value() else { continue };
        if let Some(Value::Object(parts)) = verb.remove("$defs") {
            definitions.extend(parts);
        }
        verb.remove("$schema");
        verb.insert("title".into(), spec.name.into());
        let properties = verb.entry("properties").or_insert_with(|| json!({}));
        if let Value::Object(properties) = properties {
            properties.insert("do".into(), json!({ "const": spec.name }));
            for name in ["at", "who"].into_iter().chain(makes(spec.name).then_some("id")) {
                properties.insert(name.into(), json!({ "$ref": format!("#/$defs/{name}") }));
            }
        }
        if let Value::Array(required) = verb.entry("required").or_insert_with(|| json!([])) {
            required.insert(0, "do".into());
        }
        verbs.push(Value::Object(verb));
    }
    let envelope = json!({
        "id": {
            "description": "The id of what is made.",
            "type": ["string", "null"],
            "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
        },
        "at": { "description": "When it happened; without it, now.", "type": ["string", "null"], "format": "date-time" },
        "who": { "description": "Who wants it; without it, whoever sits here.", "type": ["string", "null"], "minLength": 1 },
    });
    if let Value::Object(envelope) = envelope {
        definitions.extend(envelope);
    }
    let whole = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A command of Talkoot",
        "description": "One line of what `talkoot apply` reads, with the verb in `do`.",
        "oneOf": verbs,
        "$defs": definitions,
    });
    let mut text = serde_json::to_string_pretty(&sorted(whole)).unwrap_or_default();
    text.push('\n');
    text
}

/// The same with all keys in order, whatever the features with which the JSON library was built.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let mut entries: Vec<(String, Value)> =
                map.into_iter().map(|(key, value)| (key, sorted(value))).collect();
            entries.sort_by(|(a, _), (b, _)| a.cmp(b));
            Value::Object(entries.into_iter().collect())
        }
        Value::Array(list) => Value::Array(list.into_iter().map(sorted).collect()),
        other => other,
    }
}
