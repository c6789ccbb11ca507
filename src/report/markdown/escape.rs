//! What people typed, in a page of Markdown: it shows as it was typed and can neither break a table nor bring in markup.

use crate::workshop::clean::{Lines, clean};

/// The text as inline Markdown (CommonMark 0.31 with the tables and strike-through of GitHub). A line break becomes `<br>`.
pub(super) fn escape(text: &str) -> String {
    let text = clean(text, Lines::Many);
    let lines: Vec<String> = text.trim().split('\n').map(|line| escape_line(line.trim())).collect();
    lines.join("<br>")
}

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

    #[test]
    fn what_was_typed_makes_no_markup() {
        assert_eq!(escape("a|b"), "a\\|b");
        assert_eq!(escape("<script>alert(1)</script>"), "&lt;script&gt;alert(1)&lt;/script&gt;");
        assert_eq!(escape("![x](http://y)"), "!\\[x\\](http://y)");
        assert_eq!(
            escape("**now** _or_ ~~never~~ `x`"),
            "\\*\\*now\\*\\* \\_or\\_ \\~\\~never\\~\\~ \\`x\\`"
        );
        assert_eq!(
            escape("  - one\n# two\n3. three\n4) four"),
            "\\- one<br>\\# two<br>3\\. three<br>4\\) four"
        );
        assert_eq!(escape("&lt; \\"), "&amp;lt; \\\\");
        assert_eq!(escape("=1+1"), "\\=1+1");
        assert_eq!(escape("well-being, 28–30 ноября"), "well-being, 28–30 ноября");
    }
}
