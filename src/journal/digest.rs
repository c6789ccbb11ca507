//! The digest that guards a line and chains it to the line before.

use std::fmt;
use std::str::FromStr;

use sha2::Digest as _;

use crate::workshop::id::BadId;

/// The first 16 bytes of a SHA-256 (FIPS 180-4), written as 32 lower-case hex digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Digest(pub [u8; 16]);

impl Digest {
    /// What stands in `p` of the first line of a run.
    pub const ZERO: Self = Self([0; 16]);

    /// The digest of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        let whole: [u8; 32] = sha2::Sha256::digest(bytes).into();
        Self(whole.first_chunk().copied().unwrap_or_default())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Digest {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let plain = text.len() == 32 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if !plain {
            return Err(BadId);
        }
        u128::from_str_radix(text, 16).map(|value| Self(value.to_be_bytes())).map_err(|_| BadId)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_the_first_half_of_the_published_sha_256_vector() {
        // FIPS 180-4, example "abc".
        assert_eq!(Digest::of(b"abc").to_string(), "ba7816bf8f01cfea414140de5dae2223");
        assert_eq!("ba7816bf8f01cfea414140de5dae2223".parse(), Ok(Digest::of(b"abc")));
        assert_eq!(Digest::ZERO.to_string(), "0".repeat(32));
    }

    #[test]
    fn other_spellings_are_not_digests() {
        for text in ["", "BA7816BF8F01CFEA414140DE5DAE2223", "ba78", "+a7816bf8f01cfea414140de5dae2223"] {
            assert_eq!(text.parse::<Digest>(), Err(BadId), "{text:?}");
        }
    }
}
