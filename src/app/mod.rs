//! The running program: loop, layers, the state of the screens, effects.
//!
//! A key goes to the topmost layer; without one to the line that has the cursor; else to the key table of the screen. What is
//! done goes through [`desk::Desk`] to the session. All waiting events are taken in first, then one frame is drawn.

mod alarm;
mod desk;
mod drafts;
mod effects;
mod everywhere;
mod following;
pub(crate) mod intake_offer;
mod jump;
pub(crate) mod layers;
mod picture;
mod program;
mod rehearsing;
pub(crate) mod run_loop;
mod screen;
pub mod screens;
mod status;
mod wall;

pub use desk::View;
pub(crate) use desk::{Effect, Notice};
pub use jump::jump;
pub use program::{App, Flow};
pub(crate) use run_loop::{Line, run};
pub use screen::{Screen, Wake};
pub(crate) use status::Saving;
