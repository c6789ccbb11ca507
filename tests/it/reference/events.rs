//! The reference of events: what may stand in `k` and `d` of a line of the session file.

use serde_json::Value;

use super::pages::{kind_of, push};

/// What stands above the list of kinds.
const INTRO: &str = include_str!("events.md");

/// The reference for whoever reads a session file, in Markdown.
pub fn events() -> String {
    let mut page = String::from(INTRO);
    page.push_str("\n## Kinds\n");
    let mut noun = "";
    for spec in talkoot::workshop::event::kinds() {
        let of = spec.name.split('.').next().unwrap_or_default();
        if of != noun {
            noun = of;
            push(&mut page, format_args!("\n### {of}\n"));
        }
        push(&mut page, format_args!("\n#### `{}`\n\n{}\n", spec.name, spec.doc.trim()));
        if spec.fields.is_empty() {
            continue;
        }
        page.push_str("\n| field | type | meaning |\n|---|---|---|\n");
        let schema = (spec.schema)().to_value();
        for name in spec.fields {
            let Some(field) = schema.get("properties").and_then(|all| all.get(name)) else { continue };
            let doc = field.get("description").and_then(Value::as_str).unwrap_or_default();
            push(&mut page, format_args!("| `{name}` | {} | {} |\n", kind_of(field), doc.replace('\n', " ")));
        }
    }
    page
}
