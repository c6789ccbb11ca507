//! Sealed boxes: whoever has the public key can seal, only who has the private key can open.
//!
//! X25519, XSalsa20 and Poly1305 with a fresh key pair for every box, as libsodium's `crypto_box_seal` (its documentation:
//! "Sealed boxes"). Two boxes of the same ballot have nothing in common.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use crypto_box::aead::OsRng;
use crypto_box::{PublicKey, SecretKey};

/// A private key. It is wiped from memory when dropped.
#[derive(Clone)]
pub struct Secret(SecretKey);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

impl Secret {
    /// The key of these bytes.
    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(SecretKey::from_bytes(bytes))
    }

    pub(crate) fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// The public key that belongs to it, as 64 hexadecimal digits.
    pub(crate) fn public(&self) -> String {
        hex(self.0.public_key().as_bytes())
    }
}

/// A new private key, from the system's source of chance.
pub(crate) fn generate() -> Secret {
    Secret(SecretKey::generate(&mut OsRng))
}

/// Seals to a public key (64 hexadecimal digits). None if that is no key.
pub(crate) fn seal(public: &str, plain: &[u8]) -> Option<String> {
    let key = PublicKey::from(unhex(public)?);
    let sealed = key.seal(&mut OsRng, plain).ok()?;
    Some(STANDARD_NO_PAD.encode(sealed))
}

/// Opens what was sealed. None if it was sealed to another key, or is damaged.
pub(crate) fn open(secret: &Secret, sealed: &str) -> Option<Vec<u8>> {
    let sealed = STANDARD_NO_PAD.decode(sealed).ok()?;
    secret.0.unseal(&sealed).ok()
}

/// The first 16 digits of a public key: what tells one key from another.
pub(crate) fn tag(public: &str) -> &str {
    public.get(..16).unwrap_or(public)
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// 64 hexadecimal digits as bytes.
pub(super) fn unhex(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; 32];
    for (i, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * i..2 * i + 2)?, 16).ok()?;
    }
    Some(bytes)
}

/// Bytes as hexadecimal digits.
pub(super) fn hex_of(bytes: &[u8]) -> String {
    hex(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_private_key_opens_and_no_two_boxes_are_alike() {
        let (key, other) = (generate(), generate());
        let boxes = [seal(&key.public(), b"P01"), seal(&key.public(), b"P01")].map(Option::unwrap);
        assert_ne!(boxes[0], boxes[1]);
        assert_eq!(boxes[0].len(), boxes[1].len());
        assert_eq!(open(&key, &boxes[0]).as_deref(), Some(b"P01".as_slice()));
        assert_eq!(open(&other, &boxes[0]), None);
        let mut hurt = boxes[0].clone();
        hurt.replace_range(20..21, if hurt.as_bytes()[20] == b'A' { "B" } else { "A" });
        assert_eq!(open(&key, &hurt), None);
        assert_eq!(open(&key, "not base64!"), None);
    }

    #[test]
    fn what_is_no_key_seals_nothing() {
        for bad in ["", "00", &"0".repeat(63), &"g".repeat(64), &"é".repeat(32)] {
            assert_eq!(seal(bad, b"x"), None, "{bad}");
        }
    }
}
