//! From the bytes of a file to text: UTF-8, UTF-16 with a byte order mark, Windows-1251. Whatever else it may be is
//! refused by name, since a list in wrong letters would be noticed on the wall first.

use std::borrow::Cow;

use encoding_rs::{Encoding, IBM866, ISO_8859_5, KOI8_R, UTF_16BE, UTF_16LE, WINDOWS_1251, X_MAC_CYRILLIC};

use super::fault::{Fault, Guess};

/// How much of a file is looked at when its encoding has to be guessed.
const SAMPLE: usize = 64 * 1024;

/// How the text of a file was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Written {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, with a byte order mark.
    Utf16,
    /// Windows-1251: what Excel saves as CSV on a Russian system.
    Windows1251,
}

/// The text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decoded<'a> {
    /// The text, without byte order mark and NUL.
    pub text: Cow<'a, str>,
    pub written: Written,
}

/// Makes text of bytes.
///
/// # Errors
/// [`Fault::Encoding`] with what it most likely is, and the line at which it stops being readable.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Fault> {
    if let Some(guess) = by_magic(bytes) {
        return Err(Fault::Encoding { guess, line: 1 });
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return utf16(UTF_16LE, rest);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return utf16(UTF_16BE, rest);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            if let Some(guess) = controls(bytes) {
                return Err(Fault::Encoding { guess, line: 1 });
            }
            Ok(Decoded { text: tidy(text.into()), written: Written::Utf8 })
        }
        Err(error) => eight_bits(bytes, error.valid_up_to()),
    }
}

fn by_magic(bytes: &[u8]) -> Option<Guess> {
    let magic: [(&[u8], Guess); 3] = [
        (b"PK\x03\x04", Guess::Workbook),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Guess::OldWorkbook),
        (b"%PDF-", Guess::Pdf),
    ];
    magic.into_iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, guess)| guess)
}

fn utf16(encoding: &'static Encoding, bytes: &[u8]) -> Result<Decoded<'static>, Fault> {
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    if broken {
        let line = text.split('\u{fffd}').next().map_or(1, |before| line_at(before.as_bytes()));
        return Err(Fault::Encoding { guess: Guess::DamagedUtf16, line });
    }
    Ok(Decoded { text: tidy(text.into_owned().into()), written: Written::Utf16 })
}

/// UTF-16 without a mark passes for UTF-8 that is full of NUL (Latin letters) or of U+0004 (Cyrillic ones).
fn controls(bytes: &[u8]) -> Option<Guess> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let count = |wanted: fn(u8) -> bool| sample.iter().filter(|b| wanted(**b)).count();
    let odd = count(|b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r'));
    if odd * 10 < sample.len().max(10) {
        return None;
    }
    let halves = count(|b| matches!(b, 0 | 4));
    Some(if halves * 10 >= sample.len() { Guess::Utf16WithoutMark } else { Guess::Unknown })
}

fn eight_bits(bytes: &[u8], valid: usize) -> Result<Decoded<'_>, Fault> {
    let before = bytes.get(..valid).unwrap_or_default();
    let fault = |guess| Fault::Encoding { guess, line: line_at(before) };
    // The sample begins where UTF-8 ends, so that a long stretch of plain ASCII does not hide what follows.
    let from = valid.saturating_sub(SAMPLE / 2);
    let rest = bytes.get(from..).unwrap_or(bytes);
    let sample = rest.get(..SAMPLE).unwrap_or(rest);
    if is_mostly_utf8(sample) {
        return Err(fault(Guess::DamagedUtf8));
    }
    if controls(sample).is_some() {
        return Err(fault(Guess::Unknown));
    }
    match guess(sample) {
        None => {
            let (text, _) = WINDOWS_1251.decode_without_bom_handling(bytes);
            Ok(Decoded { text: tidy(text), written: Written::Windows1251 })
        }
        Some(guess) => Err(fault(guess)),
    }
}

/// Whether well-formed sequences of several bytes outnumber the broken ones.
fn is_mostly_utf8(sample: &[u8]) -> bool {
    let (mut well, mut broken) = (0_usize, 0_usize);
    for chunk in sample.utf8_chunks() {
        well += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    well > broken
}

/// What it is if it is not Windows-1251.
fn guess(sample: &[u8]) -> Option<Guess> {
    let candidates: [(&'static Encoding, Option<Guess>); 5] = [
        (WINDOWS_1251, None),
        (KOI8_R, Some(Guess::Koi8R)),
        (IBM866, Some(Guess::Ibm866)),
        (X_MAC_CYRILLIC, Some(Guess::MacCyrillic)),
        (ISO_8859_5, Some(Guess::Iso8859Part5)),
    ];
    let mut best = (i64::MIN, WINDOWS_1251, Some(Guess::Unknown));
    for (encoding, guess) in candidates {
        let (text, _) = encoding.decode_without_bom_handling(sample);
        let score = text.chars().map(likely).sum::<i64>();
        if score > best.0 {
            best = (score, encoding, guess);
        }
    }
    let (text, _) = best.1.decode_without_bom_handling(sample);
    if is_western(&text) {
        return Some(Guess::Windows1252);
    }
    if is_mostly_cyrillic(&text) { best.2 } else { Some(Guess::Unknown) }
}

/// How much a letter speaks for the right code page: the frequent letters of Russian, small ones more than capitals.
fn likely(c: char) -> i64 {
    match c {
        'о' | 'е' | 'а' | 'и' | 'н' | 'т' | 'с' | 'р' | 'в' | 'л' | 'к' | 'м' | 'д' | 'п' | 'у' | 'я' => {
            2
        }
        'О' | 'Е' | 'А' | 'И' | 'Н' | 'Т' | 'С' | 'Р' | 'В' | 'Л' | 'К' | 'М' | 'Д' | 'П' => 1,
        c if c.is_ascii() || is_cyrillic(c) || is_typographic(c) => 0,
        _ => -2,
    }
}

const fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{400}'..='\u{45f}' | 'Ґ' | 'ґ')
}

const fn is_typographic(c: char) -> bool {
    matches!(
        c,
        '«' | '»'
            | '–'
            | '—'
            | '“'
            | '”'
            | '„'
            | '‘'
            | '’'
            | '№'
            | '…'
            | '\u{a0}'
            | '•'
            | '§'
            | '°'
            | '€'
    )
}

fn is_mostly_cyrillic(text: &str) -> bool {
    let high = text.chars().filter(|c| !c.is_ascii() && !is_typographic(*c));
    let (all, letters) =
        high.fold((0_usize, 0_usize), |(all, letters), c| (all + 1, letters + usize::from(is_cyrillic(c))));
    letters > 0 && letters * 10 >= all * 8
}

/// Whether most letters above ASCII stand right beside Latin ones: the accents of a Western language.
fn is_western(text: &str) -> bool {
    let (mut beside, mut all) = (0_usize, 0_usize);
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if is_cyrillic(c) {
            let after = chars.peek().copied().unwrap_or(' ');
            all += 1;
            beside += usize::from(before.is_ascii_alphabetic() || after.is_ascii_alphabetic());
        }
        before = c;
    }
    beside * 2 > all
}

/// The line on which what follows these bytes stands.
fn line_at(before: &[u8]) -> u64 {
    let breaks = before.iter().filter(|b| **b == b'\n').count();
    u64::try_from(breaks).unwrap_or(u64::MAX).saturating_add(1)
}

/// Takes out what no spreadsheet shows: a further byte order mark, NUL. Old Macs' line ends become ordinary ones.
fn tidy(text: Cow<'_, str>) -> Cow<'_, str> {
    let mac = text.contains('\r') && !text.contains('\n');
    if !mac && !text.starts_with('\u{feff}') && !text.contains('\0') {
        return text;
    }
    let plain = |c: char| match c {
        '\0' => None,
        '\r' if mac => Some('\n'),
        c => Some(c),
    };
    Cow::Owned(text.trim_start_matches('\u{feff}').chars().filter_map(plain).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "код;имя;организация\nS01;Делегат, национальная служба;«Служба» № 1 – Рига\n";

    fn guessed(bytes: &[u8]) -> Option<(Guess, u64)> {
        match decode(bytes) {
            Err(Fault::Encoding { guess, line }) => Some((guess, line)),
            _ => None,
        }
    }

    #[test]
    fn reads_what_offices_save() {
        let mut marked = b"\xef\xbb\xbf".to_vec();
        marked.extend(TEXT.as_bytes());
        let little: Vec<u8> =
            [0xff, 0xfe].into_iter().chain(TEXT.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let big: Vec<u8> =
            [0xfe, 0xff].into_iter().chain(TEXT.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        let (windows, _, _) = WINDOWS_1251.encode(TEXT);
        for (bytes, written) in [
            (TEXT.as_bytes(), Written::Utf8),
            (&marked, Written::Utf8),
            (&little, Written::Utf16),
            (&big, Written::Utf16),
            (&windows, Written::Windows1251),
        ] {
            assert_eq!(decode(bytes), Ok(Decoded { text: TEXT.into(), written }));
        }
    }

    #[test]
    fn refuses_other_code_pages_by_name() {
        for (encoding, expected) in [
            (KOI8_R, Guess::Koi8R),
            (IBM866, Guess::Ibm866),
            (ISO_8859_5, Guess::Iso8859Part5),
            (X_MAC_CYRILLIC, Guess::MacCyrillic),
        ] {
            let plain = TEXT.replace(['«', '»', '–', '№'], "");
            let (bytes, _, lost) = encoding.encode(&plain);
            assert!(!lost);
            assert_eq!(guessed(&bytes), Some((expected, 1)));
        }
        let (western, _, _) = encoding_rs::WINDOWS_1252.encode("name\nPäivi Hämäläinen\nJosé Muñoz\n");
        assert_eq!(guessed(&western), Some((Guess::Windows1252, 2)));
    }

    #[test]
    fn names_files_that_are_no_text() {
        assert_eq!(guessed(b"PK\x03\x04\x14\0"), Some((Guess::Workbook, 1)));
        assert_eq!(guessed(b"%PDF-1.7"), Some((Guess::Pdf, 1)));
        let bare: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(guessed(&bare).is_some());
        let latin: Vec<u8> = "id,name\nS01,Anna".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(guessed(&latin), Some((Guess::Utf16WithoutMark, 1)));
        assert_eq!(guessed(&[0x80; 40]).map(|(_, line)| line), Some(1));
    }

    #[test]
    fn a_broken_file_is_told_with_its_line() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.truncate(bytes.len() - 2);
        assert_eq!(guessed(&bytes), Some((Guess::DamagedUtf8, 2)));
        assert_eq!(guessed(b"\xff\xfea\0\n\0b"), Some((Guess::DamagedUtf16, 2)));
    }

    #[test]
    fn strips_nul_and_reads_old_line_ends() {
        assert_eq!(decode(b"id,name\rS01,An\0na\r").map(|read| read.text), Ok("id,name\nS01,Anna\n".into()));
    }

    proptest! {
        #[test]
        fn never_panics(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = decode(&bytes);
        }

        #[test]
        fn russian_in_windows_1251_is_recognised(words in "[авеиклмнопрстуя]{3,9}( [авеиклмнопрстуя]{3,9}){4,20}") {
            // Words of random letters have no frequencies, so only such of usual ones are promised.
            let text = format!("имя;организация\nПредставитель национальной службы;{words}\n");
            let (bytes, _, _) = WINDOWS_1251.encode(&text);
            prop_assert_eq!(decode(&bytes).map(|read| read.written), Ok(Written::Windows1251));
        }
    }
}
