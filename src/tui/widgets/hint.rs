//! What can be pressed, in one line: the most used first, seven at most.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::input::Context;
use crate::input::keys::rows;
use crate::language::Messages;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::wrap;

/// The most keys in the line.
const MOST: usize = 7;

/// A key as it is shown to a person.
pub fn key_name(on: &str, messages: &Messages) -> String {
    let named = |key: &str| {
        let id = format!("keyname-{key}");
        if messages.has(&id) { messages.say(&id) } else { key.to_owned() }
    };
    match on.rsplit_once('-') {
        Some((modifier, key)) if !modifier.is_empty() => {
            format!("{}-{}", named(modifier), named(key).to_uppercase())
        }
        _ if on.len() > 1 && on.starts_with('f') && on.chars().skip(1).all(|c| c.is_ascii_digit()) => {
            on.to_uppercase()
        }
        _ => named(on),
    }
}

/// Draws the keys of a screen.
pub(crate) fn draw(frame: &mut Frame<'_>, area: Rect, context: Context, view: &View<'_>) {
    let mut x = area.x.saturating_add(1);
    let mut said: Vec<crate::input::Action> = Vec::new();
    for row in rows(context) {
        if said.len() >= MOST {
            break;
        }
        if said.contains(&row.action) {
            continue;
        }
        said.push(row.action);
        let key = key_name(row.on, view.messages);
        let what = view.say(row.says);
        let width = wrap::columns(&key) + 1 + wrap::columns(&what) + 3;
        if usize::from(x) + width > usize::from(area.right()) + 3 {
            break;
        }
        let buffer = frame.buffer_mut();
        let left = |x: u16| usize::from(area.right().saturating_sub(x));
        (x, _) = buffer.set_stringn(x, area.y, &key, left(x), view.style(Role::Key));
        (x, _) = buffer.set_stringn(x, area.y, format!(" {what}   "), left(x), view.style(Role::Ink));
    }
}
