//! What several screens have in common.

pub(crate) mod conflicts;
pub(crate) mod naming;
pub(crate) mod rooms;
pub(crate) mod stage;
pub(crate) mod writing;
