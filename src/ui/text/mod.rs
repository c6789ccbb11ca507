//! Text on a grid of cells: typed, wrapped, cut, padded, and drawn large.

pub(crate) mod digits;
pub(crate) mod field;
pub mod wrap;

pub(crate) use crate::workshop::clean;
