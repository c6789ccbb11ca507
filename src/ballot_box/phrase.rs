//! The recovery phrase: twelve words that wrap a private key.
//!
//! The words are those of BIP-39 (Palatinus, Rusnak, Voisine and Bowe, *Mnemonic code for generating deterministic keys*, 2013):
//! 128 bits, short words of which no two begin with the same four letters, and a check that finds a slip of the pen. The key
//! that wraps comes from the phrase by Argon2id (RFC 9106), the wrapping is XSalsa20-Poly1305.

use argon2::Argon2;
use bip39::Mnemonic;
use crypto_secretbox::aead::{Aead, AeadCore, KeyInit, OsRng};
use crypto_secretbox::{Nonce, XSalsa20Poly1305};
use zeroize::Zeroizing;

use super::seal::{Secret, hex_of, unhex};

/// What stands before a wrapped key, so that a later way of wrapping can be told from this one.
const FORMAT: &str = "talkoot-key-1";
const NONCE: usize = 24;
const SALT: usize = 16;

/// A new phrase, from the system's source of chance.
pub(crate) fn phrase() -> Option<String> {
    let mut chance = Zeroizing::new([0_u8; 16]);
    getrandom::fill(chance.as_mut()).ok()?;
    Some(Mnemonic::from_entropy(chance.as_ref()).ok()?.to_string())
}

/// Wraps a private key, as a line of text. None if the phrase has no twelve words of the list, or the system gives no randomness.
pub(crate) fn wrap(secret: &Secret, phrase: &str) -> Option<String> {
    let mut salt = [0_u8; SALT];
    getrandom::fill(&mut salt).ok()?;
    let cipher = cipher(phrase, &salt)?;
    let nonce = XSalsa20Poly1305::generate_nonce(&mut OsRng);
    let bytes = Zeroizing::new(secret.to_bytes());
    let wrapped = cipher.encrypt(&nonce, bytes.as_slice()).ok()?;
    Some(format!("{FORMAT} {} {} {} {}", secret.public(), hex_of(&salt), hex_of(&nonce), hex_of(&wrapped)))
}

/// Gives the private key back. None if the phrase is another, or the text is not a wrapped key.
pub fn unwrap(text: &str, phrase: &str) -> Option<Secret> {
    let mut fields = text.split_whitespace();
    if fields.next() != Some(FORMAT) {
        return None;
    }
    let public = fields.next()?;
    let salt = bytes(fields.next()?, SALT)?;
    let nonce = bytes(fields.next()?, NONCE)?;
    let wrapped = fields.next()?;
    let wrapped = bytes(wrapped, wrapped.len() / 2)?;
    let plain = cipher(phrase, &salt)?.decrypt(Nonce::from_slice(&nonce), wrapped.as_slice()).ok()?;
    let secret = Secret::from_bytes(plain.as_slice().try_into().ok()?);
    (unhex(public).is_some() && secret.public() == public).then_some(secret)
}

fn cipher(phrase: &str, salt: &[u8]) -> Option<XSalsa20Poly1305> {
    // Read as people write: any spaces, capitals, the accents of a paper.
    let words = phrase.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let phrase = Zeroizing::new(Mnemonic::parse_normalized(&words).ok()?.to_string());
    let mut key = Zeroizing::new([0_u8; 32]);
    Argon2::default().hash_password_into(phrase.as_bytes(), salt, key.as_mut()).ok()?;
    Some(XSalsa20Poly1305::new(key.as_ref().into()))
}

fn bytes(text: &str, count: usize) -> Option<Vec<u8>> {
    if text.len() != count * 2 || !text.is_ascii() {
        return None;
    }
    (0..count).map(|i| u8::from_str_radix(text.get(2 * i..2 * i + 2)?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::seal::generate;
    use super::*;

    #[test]
    fn the_phrase_gives_the_key_back_however_it_is_written_and_no_other_does() {
        let (secret, words) = (generate(), phrase().unwrap());
        assert_eq!(words.split(' ').count(), 12);
        let wrapped = wrap(&secret, &words).unwrap();
        let written = format!("  {}\n", words.to_uppercase().replace(' ', "   "));
        assert_eq!(unwrap(&wrapped, &written).unwrap().to_bytes(), secret.to_bytes());
        assert!(unwrap(&wrapped, &phrase().unwrap()).is_none());
        assert!(unwrap(&wrapped, "twelve words that are not in the list of words at all").is_none());
        for cut in [0, 10, wrapped.len() / 2, wrapped.len() - 1] {
            assert!(unwrap(wrapped.get(..cut).unwrap(), &words).is_none(), "{cut}");
        }
    }
}
