//! The identity of a session.

use std::fmt;
use std::str::FromStr;

use crate::workshop::id::BadId;

/// Ten characters of `[a-z0-9]`, drawn once when a session is made and carried by every header in it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sid([u8; 10]);

impl Sid {
    /// The identity as text.
    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The six characters that stand in the name of the folder.
    pub(crate) fn short(&self) -> &str {
        self.as_str().get(..6).unwrap_or_default()
    }
}

impl fmt::Display for Sid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Sid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Sid {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let bytes: [u8; 10] = text.as_bytes().try_into().map_err(|_| BadId)?;
        let plain = bytes.iter().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'z'));
        if plain { Ok(Self(bytes)) } else { Err(BadId) }
    }
}
