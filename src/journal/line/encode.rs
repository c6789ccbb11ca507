//! Writing a line, in the order of fields that the contract shows.

use std::fmt::Write as _;

use serde_json::value::RawValue;

use super::{Line, LineFault, MARK, MAX_DEPTH, MAX_KIND, MAX_LINE, depth};
use crate::journal::digest::Digest;

impl Line {
    /// The bytes of the line without its newline; sets [`Line::digest`].
    ///
    /// # Errors
    /// [`LineFault::TooLong`] or [`LineFault::TooDeep`] when the limits do not allow it, [`LineFault::Field`] for a kind
    /// that cannot be one.
    pub fn encode(&mut self) -> Result<Vec<u8>, LineFault> {
        if self.kind.is_empty() || self.kind.len() > MAX_KIND {
            return Err(LineFault::Field("k"));
        }
        let mut text = String::with_capacity(self.d.get().len().saturating_add(320));
        text.push('{');
        if let Some(header) = &self.header {
            number(&mut text, "talkoot", u64::from(header.version));
            text.push(',');
        }
        // Infallible for a String, here and below; and none of these needs an escape.
        let _ = write!(
            text,
            "\"w\":\"{}\",\"n\":{},\"id\":\"{}\",\"t\":\"{}\"",
            self.run, self.n, self.id, self.stamp
        );
        if let Some(header) = &self.header {
            field(&mut text, "k", &self.kind);
            field(&mut text, "sid", header.sid.as_str());
            field(&mut text, "dev", &header.dev);
            optional(&mut text, "who", self.who.as_deref());
            field(&mut text, "app", &header.app);
        } else {
            optional(&mut text, "dev", self.device.as_deref());
            optional(&mut text, "who", self.who.as_deref());
            field(&mut text, "k", &self.kind);
        }
        if self.must {
            text.push_str(",\"must\":true");
        }
        text.push_str(",\"d\":");
        text.push_str(self.d.get());
        let _ = write!(text, ",\"p\":\"{}\"", self.previous);
        self.digest = Digest::of(text.as_bytes());
        let _ = write!(text, "{MARK}{}\"}}", self.digest);
        if text.len() > MAX_LINE {
            return Err(LineFault::TooLong);
        }
        if depth(&text) > MAX_DEPTH {
            return Err(LineFault::TooDeep);
        }
        Ok(text.into_bytes())
    }
}

/// A payload from its text: one JSON object, on one line.
///
/// # Errors
/// [`LineFault::Field`] when the text is no JSON object.
pub fn object(mut text: String) -> Result<Box<RawValue>, LineFault> {
    if text.contains(['\n', '\r']) {
        // In JSON a bare line break can only be white space between two tokens; anything else is refused here.
        serde_json::from_str::<&RawValue>(&text).map_err(|_| LineFault::Field("d"))?;
        text = text.replace(['\n', '\r'], " ");
    }
    let raw = RawValue::from_string(text).map_err(|_| LineFault::Field("d"))?;
    if raw.get().starts_with('{') { Ok(raw) } else { Err(LineFault::Field("d")) }
}

fn optional(text: &mut String, key: &str, value: Option<&str>) {
    if let Some(value) = value {
        field(text, key, value);
    }
}

fn field(text: &mut String, key: &str, value: &str) {
    text.push(',');
    string(text, key, value);
}

fn string(text: &mut String, key: &str, value: &str) {
    let plain = value.bytes().all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\');
    // `Value`'s own spelling of a string is the JSON one, and cannot fail.
    let _ = if plain {
        write!(text, "\"{key}\":\"{value}\"")
    } else {
        write!(text, "\"{key}\":{}", serde_json::Value::from(value))
    };
}

fn number(text: &mut String, key: &str, value: u64) {
    let _ = write!(text, "\"{key}\":{value}");
}
