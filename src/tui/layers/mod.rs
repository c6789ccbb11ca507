//! What lies on top of any screen: forms, lists to pick from, help, the palette. A layer that belongs to one screen lies in the
//! folder of that screen.

mod choose;
mod form;
mod help;
pub(crate) mod import;
mod narrowed;
mod pages;
mod palette;
mod pick;
mod preview;

pub(crate) use choose::Choose;
pub(crate) use form::{Ask, Form, Known};
pub(crate) use help::Help;
pub(crate) use narrowed::matching;
pub(crate) use pages::Pages;
pub(crate) use palette::Palette;
pub(crate) use pick::{Pick, PickRow};
pub(crate) use preview::{Preview, complain};
