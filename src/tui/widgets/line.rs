//! The line one types in.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use crate::input::field::Field;
use crate::input::{Code, Focus, Key, readings};
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::wrap;

/// A key in a line. Returns whether the line took it.
pub(crate) fn key(field: &mut Field, key: Key) -> bool {
    if let Some(c) = key.typed() {
        field.insert(c);
        return true;
    }
    // Ctrl with a Cyrillic letter is Ctrl with the letter that Latin has on the same key.
    let key = readings(key, Focus::Text).last().unwrap_or(key);
    match key.code {
        Code::Backspace if key.ctrl || key.alt => {
            field.delete_word_left();
        }
        Code::Backspace => {
            field.backspace();
        }
        Code::Delete if key.ctrl => {
            field.delete_word_right();
        }
        Code::Delete => {
            field.delete();
        }
        Code::Left if key.ctrl || key.alt => field.word_left(),
        Code::Right if key.ctrl || key.alt => field.word_right(),
        Code::Left => field.left(),
        Code::Right => field.right(),
        Code::Home => field.home(),
        Code::End => field.end(),
        Code::Char('w') if key.ctrl => {
            field.delete_word_left();
        }
        Code::Char('u') if key.ctrl => {
            field.kill_to_start();
        }
        Code::Char('k') if key.ctrl => {
            field.kill_to_end();
        }
        Code::Char('a') if key.ctrl => field.home(),
        Code::Char('e') if key.ctrl => field.end(),
        _ => return false,
    }
    true
}

/// Draws a line; the one that has the cursor shows the terminal's.
pub(crate) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    field: &Field,
    example: &str,
    cursor: bool,
    view: &View<'_>,
) {
    if area.width == 0 || area.height == 0 {
        return;
    }
    let width = usize::from(area.width);
    let style = view.style(if cursor { Role::Field } else { Role::Ink });
    frame.buffer_mut().set_style(Rect { height: 1, ..area }, style);
    if field.is_empty() && !example.is_empty() {
        // Without colours a lighter ink looks like any other: brackets tell an example from what was typed.
        let plain = view.style(Role::Placeholder) == view.style(Role::Field);
        let example = if plain { format!("({example})") } else { example.to_owned() };
        let example = wrap::cut_with_ellipsis(&example, width);
        frame.buffer_mut().set_stringn(area.x, area.y, example, width, view.style(Role::Placeholder));
    }
    if !cursor {
        // Where nobody types, the beginning is seen, and that there is more.
        let text = wrap::cut_with_ellipsis(field.text(), width);
        frame.buffer_mut().set_stringn(area.x, area.y, text, width, style);
        return;
    }
    let shown = field.view(width);
    frame.buffer_mut().set_stringn(area.x, area.y, shown.text, width, style);
    let x = area.x.saturating_add(u16::try_from(shown.cursor).unwrap_or(u16::MAX)).min(area.right() - 1);
    frame.set_cursor_position(Position { x, y: area.y });
}
