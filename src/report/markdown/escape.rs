//! Pieces of a page of Markdown. What people typed shows as it was typed and can neither break a table nor bring in markup: only what
//! is escaped, or the program's own, can become a piece.

use std::fmt;

use crate::language::{Arg, Messages};
use crate::workshop::clean::{Lines, clean};

/// A piece of inline Markdown (CommonMark 0.31 with the tables and strike-through of GitHub).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Md(String);

impl Md {
    /// What people typed, or may have. A line break becomes `<br>`.
    pub(super) fn typed(text: &str) -> Self {
        let text = clean(text, Lines::Many);
        let lines: Vec<String> = text.trim().split('\n').map(|line| escape_line(line.trim())).collect();
        Self(lines.join("<br>"))
    }

    /// The program's own.
    pub(super) fn own(text: &'static str) -> Self {
        Self(text.to_owned())
    }

    /// A message.
    pub(super) fn say(messages: &Messages, id: &str) -> Self {
        Self(messages.say(id))
    }

    /// A message about something.
    pub(super) fn with(messages: &Messages, id: &str, about: &[(&str, About)]) -> Self {
        let arg = |about: &'_ About| match about {
            About::Piece(piece) => Arg::Text(piece.0.clone().into()),
            About::Number(number) => Arg::Number(*number),
        };
        let args: Vec<(&str, Arg<'_>)> = about.iter().map(|(name, about)| (*name, arg(about))).collect();
        Self(messages.with(id, &args))
    }

    /// Figures that were computed: no words of anybody's.
    pub(super) fn figures(text: String) -> Self {
        Self(text)
    }

    /// Pieces with something of the program's own between them.
    pub(super) fn join(pieces: impl IntoIterator<Item = Self>, between: &'static str) -> Self {
        let pieces: Vec<String> = pieces.into_iter().map(|piece| piece.0).collect();
        Self(pieces.join(between))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// For [`md`]: the template is the program's own.
    pub(super) fn of(whole: fmt::Arguments<'_>) -> Self {
        Self(whole.to_string())
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! number {
    ($($sort:ty)*) => {
        $(impl From<$sort> for Md {
            fn from(number: $sort) -> Self {
                Self(number.to_string())
            }
        }

        impl From<$sort> for About {
            fn from(number: $sort) -> Self {
                i64::try_from(number).map_or_else(|_| Self::Piece(number.into()), Self::Number)
            }
        })*
    };
}

number!(u32 u64 usize i64);

/// What a message is about.
pub(super) enum About {
    Piece(Md),
    /// Its form follows the plural rules.
    Number(i64),
}

impl From<Md> for About {
    fn from(piece: Md) -> Self {
        Self::Piece(piece)
    }
}

/// Pieces put into a template of the program's own.
macro_rules! md {
    ($template:literal $(, $piece:expr)* $(,)?) => {
        $crate::report::markdown::escape::Md::of(format_args!($template $(, $crate::report::markdown::escape::Md::as_str(&$piece))*))
    };
}
pub(super) use md;

fn escape_line(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    // At the beginning, `-`, `+`, `#`, `=` and `1.` make lists, headings and lines.
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let number = digits > 0 && line.chars().nth(digits).is_some_and(|c| matches!(c, '.' | ')'));
    for (place, c) in line.chars().enumerate() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            '-' | '+' | '#' | '=' | ':' if place == 0 => {
                out.push('\\');
                out.push(c);
            }
            '.' | ')' if number && place == digits => {
                out.push('\\');
                out.push(c);
            }
            _ if c.is_control() => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> String {
        Md::typed(text).0
    }

    #[test]
    fn what_was_typed_makes_no_markup() {
        assert_eq!(typed("a|b"), "a\\|b");
        assert_eq!(typed("<script>alert(1)</script>"), "&lt;script&gt;alert(1)&lt;/script&gt;");
        assert_eq!(typed("![x](http://y)"), "!\\[x\\](http://y)");
        assert_eq!(typed("**now** _or_ ~~never~~ `x`"), "\\*\\*now\\*\\* \\_or\\_ \\~\\~never\\~\\~ \\`x\\`");
        assert_eq!(
            typed("  - one\n# two\n3. three\n4) four"),
            "\\- one<br>\\# two<br>3\\. three<br>4\\) four"
        );
        assert_eq!(typed("&lt; \\"), "&amp;lt; \\\\");
        assert_eq!(typed("=1+1"), "\\=1+1");
        assert_eq!(typed("well-being, 28–30 ноября"), "well-being, 28–30 ноября");
    }
}
