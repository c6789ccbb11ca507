//! What lies on top of a screen: forms, lists to pick from, help, the palette. Focus is derived from this stack.

mod alike;
mod choose;
mod form;
mod help;
mod pages;
mod palette;
mod pass;
mod pays;
mod pick;
mod preview;
mod rooms;
mod what_if;

pub(crate) use alike::Alike;
pub(crate) use choose::Choose;
pub(crate) use form::{Ask, Form, Known};
pub(crate) use help::Help;
pub(crate) use pages::Pages;
pub(crate) use palette::Palette;
pub(crate) use pass::{Open, Page, Pass};
pub(crate) use pays::Pays;
pub(crate) use pick::{Pick, PickRow, matching};
pub(crate) use preview::{Preview, complain};
pub(crate) use rooms::Rooms;
pub(crate) use what_if::{WhatIf, Whose};

use ratatui::Frame;
use ratatui::layout::Rect;

use super::desk::{Desk, View};
use crate::input::layout::{Focus, readings};
use crate::input::{Action, Code, Key};

/// What becomes of a layer after a key.
pub(crate) enum After {
    Stay,
    /// It goes.
    Close,
    /// It goes, and an action is carried out.
    Act(Action),
}

/// A layer.
pub enum Layer {
    /// Fields to fill in.
    Form(Form),
    /// A list to pick from.
    Pick(Pick),
    /// A list of which several rows can be taken.
    Choose(Choose),
    /// Help on where one is.
    Help(Help),
    /// Every action.
    Palette(Palette),
    /// A text to read.
    Pages(Pages),
    /// A list that may be written.
    Preview(Box<Preview>),
    /// What a change would do to the day.
    WhatIf(Box<WhatIf>),
    /// Who pays for an overrun.
    Pays(Box<Pays>),
    /// Rooms at a glance.
    Rooms(Box<Rooms>),
    /// A participant's own screen to vote on.
    Pass(Box<Pass>),
    /// Options that look alike, pair by pair.
    Alike(Box<Alike>),
}

macro_rules! layer_from {
    ($($name:ident)*) => {$(
        impl From<$name> for Layer {
            fn from(layer: $name) -> Self { Self::$name(layer) }
        }
    )*};
}
layer_from!(Form Pick Choose Help Palette Pages);

macro_rules! boxed_layer_from {
    ($($name:ident)*) => {$(
        impl From<$name> for Layer {
            fn from(layer: $name) -> Self { Self::$name(Box::new(layer)) }
        }
    )*};
}
boxed_layer_from!(Preview WhatIf Pays Rooms Pass Alike);

/// The letter or digit of a key that acts: on another layout the one in the same place.
fn pressed(key: Key) -> Option<char> {
    let plain = |key: Key| match key.code {
        Code::Char(c) if c.is_ascii() && !key.ctrl && !key.alt => Some(c),
        _ => None,
    };
    readings(key, Focus::Keys).find_map(plain)
}

impl Layer {
    /// Whether it is somebody else's screen: it covers everything and lets no key through.
    pub(crate) fn covers(&self) -> bool {
        matches!(self, Self::Pass(_))
    }

    pub(crate) fn key(&mut self, key: Key, desk: &mut Desk<'_>) -> After {
        match self {
            Self::Form(form) => form.key(key, desk),
            Self::Pick(pick) => pick.key(key, desk),
            Self::Choose(choose) => choose.key(key, desk),
            Self::Help(help) => help.key(key),
            Self::Palette(palette) => palette.key(key),
            Self::Pages(pages) => pages.key(key, desk),
            Self::Preview(preview) => preview.key(key, desk),
            Self::WhatIf(what_if) => what_if.key(key, desk),
            Self::Pays(pays) => pays.key(key, desk),
            Self::Rooms(rooms) => rooms.key(key, desk),
            Self::Pass(pass) => pass.key(key, desk),
            Self::Alike(alike) => alike.key(key, desk),
        }
    }

    /// Pasted text.
    pub(crate) fn paste(&mut self, text: &str) {
        match self {
            Self::Form(form) => form.paste(text),
            Self::Pick(pick) => pick.paste(text),
            Self::Choose(choose) => choose.paste(text),
            Self::Palette(palette) => palette.paste(text),
            Self::Alike(alike) => alike.paste(text),
            Self::Help(_)
            | Self::Pages(_)
            | Self::Preview(_)
            | Self::WhatIf(_)
            | Self::Pays(_)
            | Self::Rooms(_)
            | Self::Pass(_) => {}
        }
    }

    /// Draws it into the body.
    pub(crate) fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        match self {
            Self::Form(form) => form.draw(frame, area, view),
            Self::Pick(pick) => pick.draw(frame, area, view),
            Self::Choose(choose) => choose.draw(frame, area, view),
            Self::Help(help) => help.draw(frame, area, view),
            Self::Palette(palette) => palette.draw(frame, area, view),
            Self::Pages(pages) => pages.draw(frame, area, view),
            Self::Preview(preview) => preview.draw(frame, area, view),
            Self::WhatIf(what_if) => what_if.draw(frame, area, view),
            Self::Pays(pays) => pays.draw(frame, area, view),
            Self::Rooms(rooms) => rooms.draw(frame, area, view),
            Self::Pass(pass) => pass.cover(frame, view),
            Self::Alike(alike) => alike.draw(frame, area, view),
        }
    }

    /// What the hint line says.
    pub(crate) fn hint(&self, view: &View<'_>) -> String {
        view.say(match self {
            Self::Form(_) => "hint-form",
            Self::Pick(_) => "hint-pick",
            Self::Choose(_) => "hint-choose",
            Self::Palette(_) => "hint-palette",
            Self::Pages(pages) if pages.is_to_take() => "hint-pages-take",
            Self::Help(_) | Self::Pages(_) => "hint-pages",
            Self::Preview(preview) => return preview.hint(view),
            Self::WhatIf(what_if) if what_if.is_of_minutes() => "hint-what-if-minutes",
            Self::WhatIf(_) => "hint-what-if",
            Self::Pays(_) => "hint-pays",
            Self::Rooms(rooms) => rooms.hint(),
            Self::Alike(alike) => alike.hint(),
            // It has lines of its own.
            Self::Pass(_) => return String::new(),
        })
    }
}
