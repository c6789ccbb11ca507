//! Copying to the clipboard of the machine in front of the person, also over ssh (OSC 52).

use std::io::{self, Write};

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

/// What fits into one sequence in common terminals: 100,000 bytes, of which base64 needs four for three,
/// less the frame.
pub(crate) const MOST_BYTES: usize = 74_994;

/// Why nothing was copied.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CopyError {
    /// Terminals drop a longer text without a word, so it is not sent.
    #[error("a text of {bytes} bytes is too long for the clipboard")]
    TooLong {
        /// Its length.
        bytes: usize,
    },
    /// Writing failed.
    #[error("the terminal failed")]
    Io(#[from] io::Error),
}

/// Asks the terminal behind `out` to put `text` on its clipboard. No terminal says whether it did.
///
/// # Errors
/// [`CopyError`]: too long, or not written.
pub(crate) fn copy(out: &mut impl Write, text: &str) -> Result<(), CopyError> {
    if text.len() > MOST_BYTES {
        return Err(CopyError::TooLong { bytes: text.len() });
    }
    execute!(out, CopyToClipboard::to_clipboard_from(text))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sequence_carries_the_text_in_base64() {
        let mut out = Vec::new();
        copy(&mut out, "Привет").unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "\u{1b}]52;c;0J/RgNC40LLQtdGC\u{1b}\\");
    }

    #[test]
    fn too_long_is_said_and_not_sent() {
        let mut out = Vec::new();
        let error = copy(&mut out, &"a".repeat(MOST_BYTES + 1)).unwrap_err();
        assert!(matches!(error, CopyError::TooLong { bytes } if bytes == MOST_BYTES + 1));
        assert!(out.is_empty());
    }
}
