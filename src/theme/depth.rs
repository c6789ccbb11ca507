//! How many colours there are, and the nearest of them.

use ratatui::style::Color;

use super::colour::{NAMED, Rgb};

/// The colours a terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ColourDepth {
    /// None.
    Mono,
    /// The sixteen of the terminal's own palette.
    Sixteen,
    /// 256, of which we use the 240 that look the same everywhere.
    Indexed,
    /// 24 bits.
    True,
}

/// A colour as the terminal is asked for it, with what it looks like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Shown {
    color: Color,
    rgb: Rgb,
}

impl Shown {
    pub(super) const fn color(self) -> Color {
        self.color
    }

    pub(super) const fn rgb(self) -> Rgb {
        self.rgb
    }
}

impl ColourDepth {
    /// The colour of this depth that is nearest to `wanted` among those that are `good`; the nearest of all
    /// where none is. In true colour that is `wanted` itself: palettes are tested to be good.
    pub(super) fn nearest(self, wanted: Rgb, good: impl Fn(Shown) -> bool) -> Shown {
        let exact = Shown { color: wanted.into(), rgb: wanted };
        match self {
            Self::True => exact,
            Self::Indexed => pick(wanted, indexed(), good).unwrap_or(exact),
            Self::Sixteen => pick(wanted, sixteen(), good).unwrap_or(exact),
            Self::Mono => Shown { color: Color::Reset, rgb: wanted },
        }
    }
}

fn pick(
    wanted: Rgb,
    all: impl Iterator<Item = Shown> + Clone,
    good: impl Fn(Shown) -> bool,
) -> Option<Shown> {
    let nearest = |a: &Shown, b: &Shown| wanted.distance(a.rgb).total_cmp(&wanted.distance(b.rgb));
    all.clone().filter(|shown| good(*shown)).min_by(nearest).or_else(|| all.min_by(nearest))
}

/// The cube of 6 × 6 × 6 and the 24 greys of xterm. The first sixteen are left out: everybody changes them.
fn indexed() -> impl Iterator<Item = Shown> + Clone {
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    (16..=255_u8).map(move |index| {
        let rgb = if index < 232 {
            let cell = index - 16;
            Rgb(level(cell / 36), level(cell / 6 % 6), level(cell % 6))
        } else {
            let grey = 8 + 10 * (index - 232);
            Rgb(grey, grey, grey)
        };
        Shown { color: Color::Indexed(index), rgb }
    })
}

/// The sixteen as xterm ships them; a terminal's own may differ, and then its owner wants them so.
fn sixteen() -> impl Iterator<Item = Shown> + Clone {
    NAMED.into_iter().map(|(color, rgb)| Shown { color, rgb })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_of_the_cube_is_its_own_nearest() {
        for shown in indexed() {
            let found = ColourDepth::Indexed.nearest(shown.rgb(), |_| true);
            assert_eq!(found.rgb(), shown.rgb());
        }
        assert_eq!(ColourDepth::Indexed.nearest(Rgb(255, 0, 0), |_| true).color(), Color::Indexed(196));
        assert_eq!(ColourDepth::Indexed.nearest(Rgb(0, 0, 0), |_| true).color(), Color::Indexed(16));
    }

    #[test]
    fn hues_survive_the_way_down_to_sixteen() {
        let named = |r, g, b| ColourDepth::Sixteen.nearest(Rgb(r, g, b), |_| true).color();
        assert_eq!(named(250, 250, 250), Color::White);
        assert_eq!(named(20, 20, 24), Color::Black);
        assert_eq!(named(190, 10, 10), Color::Red);
        assert_eq!(named(215, 210, 20), Color::Yellow);
        assert_eq!(named(120, 125, 130), Color::DarkGray);
    }

    #[test]
    fn a_condition_moves_the_choice_and_never_empties_it() {
        let white = Rgb(255, 255, 255);
        let found = ColourDepth::Sixteen.nearest(white, |shown| shown.rgb().contrast(white) >= 7.0);
        assert!(found.rgb().contrast(white) >= 7.0);
        let found = ColourDepth::Sixteen.nearest(white, |_| false);
        assert_eq!(found.color(), Color::White);
    }
}
