//! The reference of commands says what is so. `TALKOOT_BLESS=1` writes it again.

mod events;
mod pages;
mod verbs;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use talkoot::workshop::command::{Request, verbs};

use crate::common::{device, requests};
use events::events;
use pages::{
    groups_answer_schema, groups_instance_schema, makes, markdown, schema, tally_answer_schema,
    tally_instance_schema,
};
use verbs::use_of;

#[track_caller]
fn same(file: &str, generated: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(file);
    if std::env::var_os("TALKOOT_BLESS").is_some() {
        std::fs::write(&path, generated).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    let differ = there.lines().zip(generated.lines()).find(|(there, generated)| there != generated);
    assert!(there == generated, "docs/{file} is old; write it anew with TALKOOT_BLESS=1: {differ:?}");
}

#[test]
fn the_page_of_commands_is_as_generated() {
    same("commands.md", &markdown());
}

#[test]
fn the_schema_of_commands_is_as_generated() {
    same("commands.schema.json", &schema());
}

#[test]
fn the_schemas_of_groups_are_as_generated() {
    same("groups-instance.schema.json", &groups_instance_schema());
    same("groups-answer.schema.json", &groups_answer_schema());
}

#[test]
fn the_schemas_of_tally_are_as_generated() {
    same("tally-instance.schema.json", &tally_instance_schema());
    same("tally-answer.schema.json", &tally_answer_schema());
}

#[test]
fn every_verb_has_an_example_that_can_be_read() {
    for spec in verbs() {
        let known = use_of(spec.name).unwrap_or_else(|| panic!("{} has no example", spec.name));
        let request =
            Request::read(known.example).unwrap_or_else(|refusal| panic!("{}: {refusal}", known.example));
        assert_eq!(request.command.verb(), spec.name);
        assert_eq!(request.id.is_some(), makes(spec.name), "{}", spec.name);
    }
}

#[test]
fn the_examples_hold_to_the_schema() {
    let schema: serde_json::Value = serde_json::from_str(&schema()).unwrap();
    let verbs = schema["oneOf"].as_array().unwrap();
    assert_eq!(verbs.len(), talkoot::workshop::command::verbs().count());
    for (spec, verb) in talkoot::workshop::command::verbs().zip(verbs) {
        assert_eq!(verb["properties"]["do"]["const"], spec.name);
        assert_eq!(verb["additionalProperties"], false);
        let example: BTreeMap<String, serde_json::Value> =
            serde_json::from_str(use_of(spec.name).unwrap().example).unwrap();
        for key in example.keys() {
            assert!(verb["properties"].get(key).is_some(), "{}: {key}", spec.name);
        }
        for key in verb["required"].as_array().unwrap() {
            assert!(example.contains_key(key.as_str().unwrap()), "{}: {key}", spec.name);
        }
    }
}

#[test]
fn every_kind_of_refusal_is_explained() {
    let page = markdown();
    for kind in verbs().filter_map(|spec| use_of(spec.name)).flat_map(|known| known.refusals) {
        let explained =
            page.lines().any(|line| line.starts_with("| `") && line.contains(&format!("`{kind}`")));
        assert!(explained, "{kind}");
    }
}

/// Random requests on a laptop that goes on working: what they are refused with stands in the reference, and what they make is
/// made by a verb that takes an id.
#[test]
fn refusals_and_ids_are_as_the_reference_says() {
    let mut runner = TestRunner::deterministic();
    let mut met: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for _ in 0..12 {
        let mut desk = device::laptops([0; 3]).remove(0);
        for _ in 0..400 {
            let draw = requests::draw().new_tree(&mut runner).unwrap().current();
            let known: Vec<_> = desk.workshop.events().rev().map(|event| event.id).collect();
            let verb = requests::verb(draw[0]);
            match desk.obey(&requests::request(verb, draw, &known), device::BEGIN) {
                Err(refusal) => drop(met.entry(verb).or_default().insert(refusal.kind)),
                Ok(event) => assert_eq!(event.kind.makes(), makes(verb), "{verb}"),
            }
        }
    }
    for (verb, kinds) in met {
        for kind in kinds {
            let says = use_of(verb).unwrap().refusals;
            assert!(says.contains(&kind), "{verb} is refused with {kind}");
        }
    }
}

#[test]
fn the_page_of_events_is_as_generated() {
    same("events.md", &events());
}

#[test]
fn every_kind_of_event_has_its_fields_and_their_meaning_on_the_page() {
    let page = events();
    for spec in talkoot::workshop::event::kinds() {
        let part = page.split(&format!("#### `{}`\n", spec.name)).nth(1);
        let part = part.unwrap_or_else(|| panic!("{} is not on the page", spec.name));
        let part = part.split("\n#### ").next().unwrap();
        for field in spec.fields {
            let row = part.lines().find(|line| line.starts_with(&format!("| `{field}` | ")));
            let row = row.unwrap_or_else(|| panic!("{}: {field} is not on the page", spec.name));
            let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
            assert!(cells.len() == 3 && cells.iter().all(|cell| !cell.is_empty()), "{}: {row}", spec.name);
        }
    }
}
