//! What is drawn.

pub mod text;
