//! Text on a grid of cells: typed, wrapped, cut, padded, and drawn large.

pub mod digits;
pub mod field;
pub mod wrap;

pub use crate::workshop::clean;
