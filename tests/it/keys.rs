//! The README's key table and docs/keys.md are made of the key table. `TALKOOT_BLESS=1 cargo test --test it keys::` writes them again.

use std::fmt::Write;

use talkoot::input::Context;
use talkoot::input::keys::{Row, global_rows, rows};
use talkoot::language::Messages;
use talkoot::tui::widgets::hint::key_name;
use talkoot::workshop::text::Lang;

/// How many actions of each screen the README shows.
const FEW: usize = 7;

fn table(title: &str, rows: &[Row], most: usize, messages: &Messages) -> String {
    let mut text = format!("\n**{title}**\n\n| key | |\n|---|---|\n");
    let mut said = Vec::new();
    for row in rows {
        if said.contains(&row.action) || said.len() >= most {
            continue;
        }
        said.push(row.action);
        let keys: Vec<String> = rows
            .iter()
            .filter(|other| other.action == row.action)
            .map(|other| format!("`{}`", key_name(other.on, messages)))
            .collect();
        writeln!(text, "| {} | {} |", keys.join(" "), messages.say(row.says)).unwrap();
    }
    text
}

fn tables(most: usize) -> String {
    let messages = Messages::new(Lang::En);
    let mut text = String::new();
    for context in Context::ALL.into_iter().filter(|context| !rows(*context).is_empty()) {
        text += &table(&messages.say(context.title()), &rows(context), most, &messages);
    }
    text + &table(&messages.say("help-everywhere"), &global_rows(), usize::MAX, &messages)
}

fn hold(path: &str, wanted: &str) {
    if std::env::var_os("TALKOOT_BLESS").is_some() {
        std::fs::write(path, wanted).unwrap();
    }
    assert!(
        std::fs::read_to_string(path).unwrap_or_default() == wanted,
        "{path} is not what the key table says"
    );
}

#[test]
fn the_readme_shows_the_most_used_keys() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let (before, rest) = readme.split_once("<!-- keys: made by tests/it/keys.rs -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- /keys -->").unwrap();
    let keys = tables(FEW);
    hold(
        "README.md",
        &format!("{before}<!-- keys: made by tests/it/keys.rs -->\n{keys}\n<!-- /keys -->{after}"),
    );
}

#[test]
fn every_key_is_in_the_manual() {
    hold("docs/keys.md", &format!("# Keys\n{}", tables(usize::MAX)));
}
