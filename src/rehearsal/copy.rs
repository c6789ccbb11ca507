//! The session that a rehearsal is played into: a copy with an identity of its own, which says what it is.

use std::path::{Path, PathBuf};

use super::words::Words;
use crate::fault::{Exit, Fault};
use crate::journal::collect::Lines;
use crate::journal::folder::{self, FolderFault};
use crate::journal::name::SessionName;
use crate::journal::storage::parent_of;
use crate::session::{Report, Session};
use crate::sessions::create;
use crate::workshop::command::Request;
use crate::workshop::meeting::commands::SessionDescribe;
use crate::workshop::text::{Lang, Text};
use crate::workshop::{Workshop, schedule};
use crate::world::World;

/// How the short name of a copy ends.
const ENDING: &str = "-rehearsal";

/// Copies a session for a rehearsal: into this folder, which must not exist, or beside the others under a name of its own.
///
/// # Errors
/// A session that cannot be rehearsed, a folder that cannot be made.
pub(crate) fn copy(
    world: &World,
    source: &Session,
    to: Option<&Path>,
    report: Report,
) -> Result<Session, Fault> {
    can_be_rehearsed(source)?;
    let listing = folder::list(world.storage.as_ref(), &world.sessions)
        .map_err(|fault| Fault::folder(&world.sessions, fault))?;
    let taken = |slug: &SessionName| listing.sessions.iter().any(|identity| identity.slug == *slug);
    let slug = match to {
        Some(_) => slug_of(source, 1),
        None => (1..)
            .map(|nth| slug_of(source, nth))
            .find(|slug| !taken(slug))
            .unwrap_or_else(|| slug_of(source, 1)),
    };
    let used: Vec<_> = listing.sessions.iter().map(|identity| identity.sid).chain([source.sid()]).collect();
    let sid = world.new_sid(slug.as_str(), &used);
    let folder = match to {
        Some(to) => free(world, to)?,
        None => world.sessions.join(slug.folder(sid)),
    };
    let mut session = Session::begin_in(world, folder, slug.clone(), sid, Lines::new(), "desk", report);
    create::fill(&mut session, &slug, source)?;
    let describe = Request::from(SessionDescribe {
        title: Some(title(&session.workshop)),
        note: Some(Words::new(&session.workshop.meeting).both("rehearsal-note", &[])),
        ..SessionDescribe::default()
    });
    session.execute_base(&describe)?;
    Ok(session)
}

fn can_be_rehearsed(source: &Session) -> Result<(), Fault> {
    let refused = |message| Err(Fault::new(Exit::Refused, "no-agenda", message).with("name", source.slug()));
    let workshop = &source.workshop;
    if workshop.meeting.starts().is_none() {
        return refused("fault-rehearse-no-day");
    }
    if schedule::slots(&workshop.meeting, &workshop.items, jiff::Timestamp::UNIX_EPOCH).is_empty() {
        return refused("fault-rehearse-no-agenda");
    }
    Ok(())
}

/// A short name that says that it is a rehearsal; the longest ones are cut for it.
fn slug_of(source: &Session, nth: u32) -> SessionName {
    let whole = source.slug().as_str();
    let base = match whole.rsplit_once(ENDING) {
        Some((base, rest)) if rest.trim_start_matches('-').bytes().all(|b| b.is_ascii_digit()) => base,
        _ => whole,
    };
    let ending = if nth > 1 { format!("{ENDING}-{nth}") } else { ENDING.to_owned() };
    let room = crate::journal::name::MAX_SLUG.saturating_sub(ending.len());
    let cut = base.get(..room).unwrap_or(base).trim_end_matches('-');
    format!("{cut}{ending}").parse().unwrap_or_else(|_| source.slug().clone())
}

/// A place where nothing stands, outside of every session.
fn free(world: &World, to: &Path) -> Result<PathBuf, Fault> {
    let storage = world.storage.as_ref();
    let fault = |message| Fault::new(Exit::Refused, "taken", message).with("path", to.display());
    if to.file_name().is_none() {
        return Err(fault("fault-rehearse-exists"));
    }
    match storage.metadata(to).map_err(FolderFault::from_io) {
        Ok(_) => return Err(fault("fault-rehearse-exists")),
        Err(FolderFault::Missing) => {}
        Err(other) => return Err(Fault::folder(to, other)),
    }
    let parent = parent_of(to);
    let real = std::fs::canonicalize(parent).unwrap_or_else(|_| parent.to_path_buf());
    if real.ancestors().any(|above| folder::identify(storage, above).is_ok()) {
        return Err(fault("fault-rehearse-inside"));
    }
    Ok(to.to_path_buf())
}

/// The title with the word before it, in each language that it has; a title that says so already stays.
fn title(workshop: &Workshop) -> Text {
    let words = Words::new(&workshop.meeting);
    let given = &workshop.meeting.title;
    if given.is_empty() {
        return words.both("rehearsal-title-alone", &[]);
    }
    let mut title = Text::default();
    for lang in Lang::ALL {
        let alone = words.say(lang, "rehearsal-title-alone", &[]);
        if let Some(form) = given.get(lang) {
            let told = words.say(lang, "rehearsal-title", &[("title", form.into())]);
            let told = if form.starts_with(&alone) { form.to_owned() } else { told };
            // One that has no room for the word is told by the word alone.
            let fits = told.len() < 4_000 && told.chars().count() < 900;
            title.set(lang, Some(if fits { told } else { alone }.into()));
        }
    }
    title
}
