//! Which language the interface speaks.

use crate::workshop::text::Lang;

/// The first of these that names a language: what was asked for on the command line, `TALKOOT_LANG`, the locale. A locale
/// that is broken or of another language means English.
pub(crate) fn choose(asked: Option<Lang>, talkoot_lang: Option<&str>, locale: Option<&str>) -> Lang {
    asked
        .or_else(|| talkoot_lang.and_then(of_locale))
        .or_else(|| locale.and_then(of_locale))
        .unwrap_or(Lang::En)
}

/// `ru`, `ru_RU.UTF-8`, `ru-RU` and the like.
fn of_locale(locale: &str) -> Option<Lang> {
    let language = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
    Lang::from_code(&language.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_wish_wins() {
        assert_eq!(choose(Some(Lang::En), Some("ru"), Some("ru_RU.UTF-8")), Lang::En);
        assert_eq!(choose(None, Some("ru"), Some("en_GB")), Lang::Ru);
        assert_eq!(choose(None, None, Some("ru_RU.UTF-8")), Lang::Ru);
        assert_eq!(choose(None, Some("xx"), Some("fi_FI")), Lang::En);
        assert_eq!(choose(None, None, Some("\u{fffd}\u{1b}[31m")), Lang::En);
    }
}
