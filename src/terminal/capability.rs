//! How many colours the terminal has, as far as its environment tells.

pub(crate) use crate::theme::depth::ColourDepth;

/// The values of the environment variables that matter here, `None` where unset.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Environment<'a> {
    /// `TERM`
    pub term: Option<&'a str>,
    /// `COLORTERM`
    pub colorterm: Option<&'a str>,
    /// `NO_COLOR` (no-color.org: any value but the empty one asks for no colour)
    pub no_color: Option<&'a str>,
    /// Windows consoles set no `TERM` and have had all colours since 2017.
    pub windows: bool,
}

/// Terminals that have all colours and say so only by their name.
const TRUE_BY_NAME: [&str; 7] = ["kitty", "alacritty", "wezterm", "ghostty", "foot", "contour", "direct"];

/// The colour depth to draw with.
pub(crate) fn colour_depth(env: Environment<'_>) -> ColourDepth {
    if env.no_color.is_some_and(|value| !value.is_empty()) {
        return ColourDepth::Mono;
    }
    let term = env.term.unwrap_or_default();
    match term {
        "" if env.windows => return ColourDepth::True,
        "" | "dumb" => return ColourDepth::Mono,
        // The Linux console takes every sequence and shows sixteen colours.
        "linux" => return ColourDepth::Sixteen,
        _ if is_vt(term) => return ColourDepth::Mono,
        _ => {}
    }
    let says_true = env
        .colorterm
        .is_some_and(|value| value.eq_ignore_ascii_case("truecolor") || value.eq_ignore_ascii_case("24bit"));
    if says_true {
        // GNU screen passes the variable on from outside, but does not pass the colours.
        return if term.starts_with("screen") { ColourDepth::Indexed } else { ColourDepth::True };
    }
    if TRUE_BY_NAME.iter().any(|name| term.contains(name)) {
        return ColourDepth::True;
    }
    if term.contains("256") { ColourDepth::Indexed } else { ColourDepth::Sixteen }
}

/// vt52 … vt525: DEC's terminals, and serial lines that pretend to be one.
fn is_vt(term: &str) -> bool {
    term.strip_prefix("vt").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depth(term: &str, colorterm: Option<&str>) -> ColourDepth {
        colour_depth(Environment { term: Some(term), colorterm, ..Environment::default() })
    }

    #[test]
    fn terminals_met_in_the_wild() {
        assert_eq!(depth("xterm-256color", Some("truecolor")), ColourDepth::True);
        assert_eq!(depth("xterm-256color", Some("24bit")), ColourDepth::True);
        assert_eq!(depth("xterm-256color", None), ColourDepth::Indexed);
        assert_eq!(depth("xterm-256color", Some("")), ColourDepth::Indexed);
        assert_eq!(depth("xterm-kitty", None), ColourDepth::True);
        assert_eq!(depth("screen.xterm-256color", Some("truecolor")), ColourDepth::Indexed);
        assert_eq!(depth("tmux-256color", None), ColourDepth::Indexed);
        assert_eq!(depth("xterm", None), ColourDepth::Sixteen);
        assert_eq!(depth("linux", Some("truecolor")), ColourDepth::Sixteen);
        assert_eq!(depth("vt220", None), ColourDepth::Mono);
        assert_eq!(depth("dumb", Some("truecolor")), ColourDepth::Mono);
    }

    #[test]
    fn no_color_wins_unless_empty() {
        let asked = |no_color| {
            colour_depth(Environment {
                term: Some("xterm-256color"),
                colorterm: Some("truecolor"),
                no_color,
                windows: false,
            })
        };
        assert_eq!(asked(Some("1")), ColourDepth::Mono);
        assert_eq!(asked(Some("0")), ColourDepth::Mono);
        assert_eq!(asked(Some("")), ColourDepth::True);
        assert_eq!(asked(None), ColourDepth::True);
    }

    #[test]
    fn without_a_name_only_windows_has_colour() {
        assert_eq!(colour_depth(Environment::default()), ColourDepth::Mono);
        assert_eq!(colour_depth(Environment { windows: true, ..Environment::default() }), ColourDepth::True);
    }
}
