//! Where sessions come from, for the command line and the screens alike: found by a name or a path and opened, or begun; and what
//! is written beside them at the end.

pub mod create;
pub mod place;

use crate::fault::Fault;
use crate::report::json::{Json, What};
use crate::session::Session;

/// Writes `session.json`, for other programs to read ([`Session::derive`]).
///
/// # Errors
/// The system's.
pub(crate) fn derive(session: &mut Session) -> Result<(), Fault> {
    session.derive(|workshop, covers, out| Json::covering(&What::All.model(workshop), covers).write(out))
}
