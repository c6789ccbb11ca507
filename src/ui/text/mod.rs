//! Text on a grid of cells: typed, and drawn large.

pub(crate) mod digits;
pub(crate) mod field;

pub(crate) use crate::workshop::clean;
