//! Colours by meaning: a screen names a [`Role`], the theme says how that looks.

pub(crate) mod colour;
pub(crate) mod depth;
mod palettes;
pub(crate) mod role;
#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};

use colour::Rgb;
pub use depth::ColourDepth;
pub(crate) use role::Role;

/// Contrast that WCAG 2.2 asks of text (1.4.3) and of lines and bars that mean something (1.4.11).
const TEXT: f64 = 4.5;
const SHAPE: f64 = 3.0;
/// And what we ask of a wall that is read from the last row (1.4.6).
const WALL: f64 = 7.0;

/// A palette that can be asked for by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Palette {
    /// Light ink on a dark ground.
    Dark,
    /// Dark ink on a light ground.
    Light,
    /// Only what the terminal itself has: its ink, its ground, its sixteen colours.
    #[default]
    Terminal,
    /// Black on white for a projector, every role at least 7:1.
    Projector,
    /// No colour at all: bold, underlined, reversed.
    Mono,
}

impl Palette {
    /// All of them, in the order in which they are offered.
    pub(crate) const ALL: [Self; 5] = [Self::Terminal, Self::Dark, Self::Light, Self::Projector, Self::Mono];

    /// The name in settings and on the command line.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Terminal => "terminal",
            Self::Projector => "projector",
            Self::Mono => "mono",
        }
    }
}

impl fmt::Display for Palette {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A name that no palette has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such palette")]
pub struct UnknownPalette;

impl FromStr for Palette {
    type Err = UnknownPalette;

    fn from_str(text: &str) -> Result<Self, UnknownPalette> {
        Self::ALL.into_iter().find(|palette| palette.name().eq_ignore_ascii_case(text)).ok_or(UnknownPalette)
    }
}

/// How one role looks before the terminal's colour depth is known: a colour, perhaps a ground of its own
/// instead of the palette's, and weight.
#[derive(Debug, Clone, Copy)]
struct Look {
    ink: Rgb,
    ground: Option<Rgb>,
    weight: Modifier,
}

impl Look {
    const fn plain(ink: Rgb) -> Self {
        Self { ink, ground: None, weight: Modifier::empty() }
    }

    const fn bold(ink: Rgb) -> Self {
        Self { ink, ground: None, weight: Modifier::BOLD }
    }

    const fn on(mut self, ground: Rgb) -> Self {
        self.ground = Some(ground);
        self
    }

    const fn underlined(mut self) -> Self {
        self.weight = self.weight.union(Modifier::UNDERLINED);
        self
    }
}

/// A palette made for one terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    palette: Palette,
    depth: ColourDepth,
    ground: Style,
    styles: Vec<Style>,
}

impl Theme {
    /// The palette in the colours that the terminal has. Without colour every palette is [`Palette::Mono`].
    pub fn new(palette: Palette, depth: ColourDepth) -> Self {
        let palette = if depth == ColourDepth::Mono { Palette::Mono } else { palette };
        let (ground, style): (Style, Box<dyn Fn(Role) -> Style>) = match palette {
            Palette::Mono => (Style::new(), Box::new(palettes::mono)),
            Palette::Terminal => (Style::new(), Box::new(palettes::terminal)),
            Palette::Dark => painted(palettes::DARK_GROUND, palettes::dark, TEXT, depth),
            Palette::Light => painted(palettes::LIGHT_GROUND, palettes::light, TEXT, depth),
            Palette::Projector => painted(palettes::WALL_GROUND, palettes::projector, WALL, depth),
        };
        Self { palette, depth, ground, styles: Role::ALL.into_iter().map(style).collect() }
    }

    /// How `role` looks. The colours lie over [`Theme::ground`].
    pub(crate) fn style(&self, role: Role) -> Style {
        self.styles.get(role as usize).copied().unwrap_or_default()
    }

    /// What the whole screen is filled with before anything is drawn.
    pub(crate) const fn ground(&self) -> Style {
        self.ground
    }

    /// The palette in use; [`Palette::Mono`] where the terminal has no colour.
    pub(crate) const fn palette(&self) -> Palette {
        self.palette
    }

    /// The colours in use.
    pub(crate) const fn depth(&self) -> ColourDepth {
        self.depth
    }
}

/// A palette that paints its own ground, so that its contrast holds on any terminal.
fn painted(
    ground: Rgb,
    look: fn(Role) -> Look,
    text: f64,
    depth: ColourDepth,
) -> (Style, Box<dyn Fn(Role) -> Style>) {
    let ground_shown = depth.nearest(ground, |_| true);
    let ink_shown = readable(look(Role::Ink).ink, ground_shown.rgb(), text, depth);
    let base = Style::new().fg(ink_shown).bg(ground_shown.color());
    let style = move |role: Role| {
        let look = look(role);
        let least = if role.is_text() { text } else { text.min(SHAPE) };
        let least = if text >= WALL { WALL } else { least };
        let under = look.ground.map(|own| {
            // Where few colours are left, it must stay distinct and let its ink be read.
            depth.nearest(own, |shown| {
                shown.rgb() != ground_shown.rgb() && shown.rgb().contrast(look.ink) >= least
            })
        });
        let on = under.unwrap_or(ground_shown);
        let style = Style::new().fg(readable(look.ink, on.rgb(), least, depth)).add_modifier(look.weight);
        match under {
            Some(own) => style.bg(own.color()),
            None => style,
        }
    };
    (base, Box::new(style))
}

/// The nearest colour that keeps the contrast `least` to what lies under it.
fn readable(ink: Rgb, under: Rgb, least: f64, depth: ColourDepth) -> Color {
    depth.nearest(ink, |shown| shown.rgb().contrast(under) >= least).color()
}
