//! What is typed and not yet entered, kept in the state directory so that a dead laptop loses no half sentence.

use std::path::PathBuf;

use crate::input::Context;
use crate::journal::storage::make_folders;
use crate::session::Session;

/// The longest draft read back, in bytes.
const MOST_BYTES: usize = 8 * 1024;

fn path(session: &Session, context: Context) -> PathBuf {
    let who: String =
        session.who().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    session.world().drafts(session.sid()).join(format!("{who}-{}", context.title()))
}

/// Keeps a draft; an empty one is forgotten. A draft that cannot be kept is still on the screen.
pub(super) fn keep(session: &Session, context: Context, draft: &str) {
    let path = path(session, context);
    if draft.is_empty() {
        let _ = std::fs::remove_file(path);
        return;
    }
    let storage = session.world().storage.as_ref();
    if let Some(folder) = path.parent()
        && make_folders(storage, folder).is_ok()
    {
        let _ = storage.put_whole(&path, draft.as_bytes(), true);
    }
}

/// The draft that was kept, if there is one.
pub(super) fn kept(session: &Session, context: Context) -> Option<String> {
    let mut bytes = Vec::new();
    session.world().storage.read_from(&path(session, context), 0, MOST_BYTES, &mut bytes).ok()?;
    String::from_utf8(bytes).ok().filter(|draft| !draft.is_empty())
}
