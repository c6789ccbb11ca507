//! What a session is called on disk.

use std::fmt;
use std::str::FromStr;

use unicode_normalization::UnicodeNormalization;

use super::sid::Sid;
use crate::workshop::id::BadId;

/// The longest slug in bytes; with the identity behind it, it stays a short name on any carrier.
pub(crate) const MAX_SLUG: usize = 48;
/// How the name of a packed session ends.
pub(crate) const PACK_ENDING: &str = ".session.jsonl";

/// The readable part of a session's name: words of `[a-z0-9]` joined by single hyphens, at most [`MAX_SLUG`] bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionName(Box<str>);

impl SessionName {
    /// A slug made of any name: accents are dropped, Cyrillic is written in Latin letters, all else parts words.
    ///
    /// # Errors
    /// [`BadId`] when nothing is left to make a name of.
    pub(crate) fn from_title(title: &str) -> Result<Self, BadId> {
        let mut slug = String::new();
        let mut gap = false;
        // Composed first, so that й and ё are found in the table; decomposed after, so that é loses its accent.
        for letter in title.nfc().flat_map(char::to_lowercase) {
            let latin = cyrillic(letter);
            let mut bare = [0; 4];
            let base = letter.nfd().next().unwrap_or(letter);
            let written = latin.unwrap_or_else(|| base.encode_utf8(&mut bare));
            if !written.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
                gap = !slug.is_empty();
                continue;
            }
            if slug.len().saturating_add(written.len()).saturating_add(1) > MAX_SLUG {
                break;
            }
            if gap && !written.is_empty() {
                slug.push('-');
                gap = false;
            }
            slug.push_str(written);
        }
        slug.parse()
    }

    /// The name of a session that has none.
    pub(crate) fn fallback() -> Self {
        Self("session".into())
    }

    /// The slug as text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of the session's folder: the slug and the first six characters of the identity.
    pub(crate) fn folder(&self, sid: Sid) -> String {
        format!("{}-{}", self.0, sid.short())
    }

    /// The name of the session's pack.
    pub(crate) fn pack(&self) -> String {
        format!("{}{PACK_ENDING}", self.0)
    }
}

impl fmt::Display for SessionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for SessionName {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let plain = text.len() <= MAX_SLUG
            && text.split('-').all(|word| {
                !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            });
        if plain { Ok(Self(text.into())) } else { Err(BadId) }
    }
}

/// The slug and the start of the identity that a folder name is made of, if it is.
pub(crate) fn split_folder(name: &str) -> Option<(SessionName, &str)> {
    let (slug, short) = name.rsplit_once('-')?;
    let plain = short.len() == 6 && short.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    if plain { Some((slug.parse().ok()?, short)) } else { None }
}

/// Russian, Ukrainian and Belarusian letters in Latin ones, as on Russian passports (ICAO Doc 9303) but for ъ and ь,
/// which are left out.
fn cyrillic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' => "e",
        'є' => "ie",
        'ж' => "zh",
        'з' => "z",
        'и' | 'й' | 'і' | 'ї' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ў' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ы' => "y",
        'ю' => "iu",
        'я' => "ia",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_name_for_any_carrier() {
        let cases = [
            ("Helsinki 2017", "helsinki-2017"),
            ("  «Мастерская» — Хельсинки!", "masterskaia-khelsinki"),
            ("Объезд", "obezd"),
            ("Café Ääkköset", "cafe-aakkoset"),
            ("../../etc/passwd", "etc-passwd"),
        ];
        for (title, slug) in cases {
            assert_eq!(SessionName::from_title(title).map(|name| name.to_string()), Ok(slug.to_owned()));
        }
        assert_eq!(SessionName::from_title("—…—"), Err(BadId));
        assert!(SessionName::from_title(&"ab ".repeat(99)).is_ok_and(|name| name.as_str().len() <= MAX_SLUG));
    }

    #[test]
    fn a_folder_name_is_a_slug_and_the_start_of_an_identity() {
        let name: SessionName = "helsinki-2017".parse().unwrap();
        let folder = name.folder("k7q2m9x4ab".parse().unwrap());
        assert_eq!(folder, "helsinki-2017-k7q2m9");
        assert_eq!(split_folder(&folder), Some((name, "k7q2m9")));
        assert_eq!(split_folder("documents"), None);
        assert_eq!(split_folder("-k7q2m9"), None);
    }
}
