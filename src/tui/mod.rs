//! The program as it runs in a terminal.
//!
//! A key goes to the topmost layer; without one to the line that has the cursor; else to the key table of the screen. What is
//! done goes through [`ctx::Desk`] to the session. All waiting events are taken in first, then one frame is drawn.
//!
//! Each floor uses those below it: `app` (the loop), `screens`, `layers`, `widgets`, `ctx` (what a screen or a layer is
//! handed).

pub mod app;
pub mod ctx;
pub(crate) mod layers;
pub mod screens;
pub mod widgets;
