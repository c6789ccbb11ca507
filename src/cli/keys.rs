//! `talkoot keys`: the key table.

use std::fmt::Write;
use std::process::ExitCode;

use serde_json::json;

use super::{Call, Ended, print};
use crate::input::Context;
use crate::input::keys::{Row, global_rows, rows};
use crate::tui::widgets::hint::key_name;
use crate::wrap;

pub(super) fn run(call: &Call<'_>) -> Ended {
    let tables: Vec<(String, Vec<Row>)> = Context::ALL
        .into_iter()
        .map(|context| (call.messages.say(context.title()), rows(context)))
        .chain([(call.messages.say("help-everywhere"), global_rows())])
        .collect();
    let mut text = String::new();
    if call.flag("json") {
        let view: Vec<_> = tables
            .iter()
            .flat_map(|(place, rows)| rows.iter().map(move |row| (place, row)))
            .map(|(place, row)| json!({"where": place, "key": row.on, "does": call.messages.say(row.says)}))
            .collect();
        text = serde_json::to_string_pretty(&view).unwrap_or_default() + "\n";
    } else {
        for (place, rows) in &tables {
            // Writing into a string does not fail.
            let _ = writeln!(text, "{place}");
            for row in rows {
                let key = wrap::pad(&key_name(row.on, &call.messages), 12);
                let _ = writeln!(text, "  {key} {}", call.messages.say(row.says));
            }
            text.push('\n');
        }
    }
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}
