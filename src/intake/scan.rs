//! Looking at a text with quoted cells before it is read: which delimiter, and whether every quotation mark closes.
//! The rules are those of RFC 4180, as the csv crate reads them.

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the beginning of a cell, where a quotation mark opens one.
    Begin,
    /// In a cell without quotes, where a quotation mark is a character.
    Plain,
    /// Within quotes.
    Quoted,
    /// After a quotation mark within quotes: closed, or doubled.
    Closing,
}

fn step(state: State, b: u8, delimiter: u8) -> State {
    match (state, b) {
        (State::Quoted, b'"') => State::Closing,
        (State::Quoted, _) | (State::Begin | State::Closing, b'"') => State::Quoted,
        (_, b'\n' | b'\r') => State::Begin,
        (_, b) if b == delimiter => State::Begin,
        _ => State::Plain,
    }
}

/// The delimiter of the header: of comma, semicolon and tab the one that parts it into the most cells. A header of a
/// single column has none; a comma does no harm then.
pub(super) fn delimiter(text: &str) -> u8 {
    let text = text.trim_start_matches(['\n', '\r']);
    let count = |delimiter: u8| {
        let mut state = State::Begin;
        let mut count = 0_usize;
        for b in text.bytes() {
            let inside = state == State::Quoted;
            if !inside && matches!(b, b'\n' | b'\r') {
                break;
            }
            count += usize::from(!inside && b == delimiter);
            state = step(state, b, delimiter);
        }
        count
    };
    let most = [b'\t', b';', b','].into_iter().map(|delimiter| (count(delimiter), delimiter));
    most.max_by_key(|(count, _)| *count)
        .filter(|(count, _)| *count > 0)
        .map_or(b',', |(_, delimiter)| delimiter)
}

/// Excel's own first line that names the delimiter, `sep=;`, and the text after it.
pub(super) fn named_delimiter(text: &str) -> Option<(u8, &str)> {
    let rest = text.strip_prefix("sep=").or_else(|| text.strip_prefix("SEP="))?;
    let delimiter = *rest.as_bytes().first().filter(|b| matches!(b, b',' | b';' | b'\t'))?;
    let rest = rest.get(1..)?;
    let rest = rest.strip_prefix('\r').unwrap_or(rest);
    rest.strip_prefix('\n').map(|rest| (delimiter, rest))
}

/// Whether a quoted cell is still open where the text ends.
pub(super) fn ends_open(text: &str, delimiter: u8) -> bool {
    text.bytes().fold(State::Begin, |state, b| step(state, b, delimiter)) == State::Quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_tells_the_delimiter_and_quotes_hide_others() {
        assert_eq!(delimiter("id,name\n1;2;3"), b',');
        assert_eq!(delimiter("код;имя (англ., рус.);страна"), b';');
        assert_eq!(delimiter("\"a,b,c,d\n,,,\"\tname\n"), b'\t');
        assert_eq!(delimiter("name"), b',');
        assert_eq!(named_delimiter("sep=;\r\na;b"), Some((b';', "a;b")));
        assert_eq!(named_delimiter("sepia,b"), None);
    }

    #[test]
    fn an_open_quote_is_seen() {
        assert!(ends_open("a,\"b\nc,d", b','));
        assert!(!ends_open("a,\"b \"\"c\"\" d\"\n5\" screen,e", b','));
    }
}
