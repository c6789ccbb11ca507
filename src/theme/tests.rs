//! What every palette must keep, at every depth.

use super::colour::NAMED;
use super::*;

const DEPTHS: [ColourDepth; 3] = [ColourDepth::Sixteen, ColourDepth::Indexed, ColourDepth::True];

/// What a colour looks like. The cube is written out again here, so that the conversion is checked by more
/// than itself.
fn seen(color: Color) -> Rgb {
    match color {
        Color::Rgb(red, green, blue) => Rgb(red, green, blue),
        Color::Indexed(index @ 232..) => {
            let grey = 8 + (index - 232) * 10;
            Rgb(grey, grey, grey)
        }
        Color::Indexed(index @ 16..) => {
            let steps = [0, 95, 135, 175, 215, 255];
            let cell = usize::from(index - 16);
            Rgb(steps[cell / 36], steps[cell / 6 % 6], steps[cell % 6])
        }
        named => NAMED.into_iter().find(|(color, _)| *color == named).unwrap().1,
    }
}

fn contrast(theme: &Theme, role: Role) -> f64 {
    let style = theme.ground().patch(theme.style(role));
    seen(style.fg.unwrap()).contrast(seen(style.bg.unwrap()))
}

#[test]
fn every_role_can_be_read() {
    for depth in DEPTHS {
        for palette in [Palette::Dark, Palette::Light, Palette::Projector] {
            let theme = Theme::new(palette, depth);
            for role in Role::ALL {
                let least = match palette {
                    Palette::Projector => WALL,
                    _ if role.is_text() => TEXT,
                    _ => SHAPE,
                };
                let ratio = contrast(&theme, role);
                assert!(ratio >= least, "{palette} {depth:?} {role:?}: {ratio:.2} < {least}");
            }
        }
    }
}

#[test]
fn what_means_different_things_looks_different() {
    let told_apart =
        [Role::Ink, Role::Accent, Role::Time, Role::Trouble, Role::Selected, Role::Title, Role::Alarm];
    for depth in DEPTHS {
        for palette in Palette::ALL {
            let theme = Theme::new(palette, depth);
            for (n, a) in told_apart.into_iter().enumerate() {
                for b in told_apart.into_iter().skip(n + 1) {
                    // Without colour two roles may share a weight; a glyph tells them apart there.
                    let excused = palette == Palette::Mono && (a, b) == (Role::Accent, Role::Trouble);
                    assert!(
                        excused || theme.style(a) != theme.style(b),
                        "{palette} {depth:?}: {a:?} and {b:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn nothing_on_the_wall_is_dim() {
    for depth in DEPTHS.into_iter().chain([ColourDepth::Mono]) {
        let theme = Theme::new(Palette::Projector, depth);
        for role in Role::ALL {
            assert!(!theme.style(role).add_modifier.contains(Modifier::DIM), "{depth:?} {role:?}");
        }
    }
}

#[test]
fn the_states_of_a_countdown_have_colours_of_their_own() {
    let states = [Role::Plenty, Role::Soon, Role::Nearly, Role::Over];
    for depth in DEPTHS {
        let theme = Theme::new(Palette::Projector, depth);
        for (n, a) in states.into_iter().enumerate() {
            for b in states.into_iter().skip(n + 1) {
                let (a_is, b_is) = (theme.style(a), theme.style(b));
                // Among sixteen no two reds let white be read; words and shapes tell those two apart there.
                let excused = depth == ColourDepth::Sixteen && (a, b) == (Role::Nearly, Role::Over);
                assert!(excused || a_is != b_is, "{depth:?}: {a:?} and {b:?}");
            }
        }
    }
}

#[test]
fn no_colour_is_no_colour() {
    for palette in Palette::ALL {
        let theme = Theme::new(palette, ColourDepth::Mono);
        assert_eq!(theme.palette(), Palette::Mono);
        let allowed = Modifier::BOLD | Modifier::UNDERLINED | Modifier::REVERSED;
        for style in Role::ALL.map(|role| theme.style(role)).into_iter().chain([theme.ground()]) {
            assert_eq!((style.fg, style.bg), (None, None));
            assert!(allowed.contains(style.add_modifier));
        }
    }
}

#[test]
fn the_terminal_palette_uses_only_names() {
    for depth in DEPTHS {
        let theme = Theme::new(Palette::Terminal, depth);
        for role in Role::ALL {
            let style = theme.style(role);
            for color in [style.fg, style.bg].into_iter().flatten() {
                assert!(NAMED.iter().any(|(named, _)| *named == color), "{role:?}");
            }
        }
    }
}

#[test]
fn few_colours_are_never_asked_for_more() {
    for palette in Palette::ALL {
        for role in Role::ALL {
            let style = Theme::new(palette, ColourDepth::Sixteen).style(role);
            let style = [style.fg, style.bg];
            assert!(!style.iter().flatten().any(|c| matches!(c, Color::Rgb(..) | Color::Indexed(_))));
            let style = Theme::new(palette, ColourDepth::Indexed).style(role);
            assert!(![style.fg, style.bg].iter().flatten().any(|c| matches!(c, Color::Rgb(..))));
        }
    }
}

#[test]
fn a_selection_always_has_a_ground_of_its_own() {
    for depth in DEPTHS.into_iter().chain([ColourDepth::Mono]) {
        for palette in Palette::ALL {
            let theme = Theme::new(palette, depth);
            let style = theme.style(Role::Selected);
            let reversed = style.add_modifier.contains(Modifier::REVERSED);
            assert!(reversed || (style.bg.is_some() && style.bg != theme.ground().bg), "{palette} {depth:?}");
        }
    }
}

#[test]
fn roles_stand_in_the_order_of_their_numbers() {
    for (n, role) in Role::ALL.into_iter().enumerate() {
        assert_eq!(role as usize, n);
    }
}

#[test]
fn names_are_read_as_they_are_written() {
    for palette in Palette::ALL {
        assert_eq!(palette.name().parse(), Ok(palette));
    }
    assert_eq!("Dark".parse(), Ok(Palette::Dark));
    assert_eq!("solarized".parse::<Palette>(), Err(UnknownPalette));
}
