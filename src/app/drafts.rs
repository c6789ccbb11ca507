//! What is typed and not yet entered, kept in the state directory so that a dead laptop loses no half sentence.

use std::path::{Path, PathBuf};

use crate::input::Context;
use crate::journal::storage::make_folders;
use crate::session::Session;

/// The longest draft read back, in bytes.
const MOST_BYTES: usize = 8 * 1024;
/// Where the last room stands.
const LAST_ROOM: &str = "last.room";

/// A room has one draft, whoever sits at its desk; elsewhere each has their own.
fn path(session: &Session, context: Context, room: Option<&str>) -> PathBuf {
    let plain = |text: &str| -> String {
        text.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).collect()
    };
    let of = match room {
        Some(room) => format!("{}-{}", context.title(), plain(room)),
        None => format!("{}-{}", plain(session.who()), context.title()),
    };
    session.world().drafts(session.sid()).join(of)
}

/// Keeps a draft; an empty one is forgotten. A draft that cannot be kept is still on the screen.
pub(super) fn keep(session: &Session, context: Context, room: Option<&str>, draft: &str) {
    put(session, path(session, context, room), draft);
}

/// Keeps in mind which room was written for last.
pub(super) fn keep_room(session: &Session, room: &str) {
    put(session, session.world().drafts(session.sid()).join(LAST_ROOM), room);
}

/// The room that was written for last on this laptop.
pub(super) fn kept_room(session: &Session) -> Option<String> {
    get(session, &session.world().drafts(session.sid()).join(LAST_ROOM))
}

fn put(session: &Session, path: PathBuf, draft: &str) {
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
pub(super) fn kept(session: &Session, context: Context, room: Option<&str>) -> Option<String> {
    get(session, &path(session, context, room))
}

fn get(session: &Session, path: &Path) -> Option<String> {
    let mut bytes = Vec::new();
    session.world().storage.read_from(path, 0, MOST_BYTES, &mut bytes).ok()?;
    String::from_utf8(bytes).ok().filter(|draft| !draft.is_empty())
}
