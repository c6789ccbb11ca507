//! `talkoot repair`: what a session lacks is brought home from other copies, and what nobody has is said.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::json;

use super::check::findings::{Findings, MOST_TOLD, Weight};
use super::{Call, Ended, print};
use crate::fault::{Exit, Fault};
use crate::journal::folder::{self, Identity};
use crate::journal::repair::{self, Repaired};
use crate::language::Arg;
use crate::session::{Session, silent};
use crate::sessions::place::{self, Place};
use crate::world::RunNames;

pub(super) fn run(call: &Call<'_>) -> Ended {
    let identity = match place::resolve(&call.world, call.needed("session")?)? {
        Place::Folder(identity) => identity,
        Place::Pack(path) => {
            return Err(Fault::new(Exit::Refused, "state", "fault-repair-pack").with("path", path.display()));
        }
        Place::Bundled(bundled) => {
            return Err(Fault::new(Exit::Refused, "state", "fault-repair-bundled").with("name", bundled.name));
        }
    };
    let copies = copies(call, &identity);
    let before = Session::open(&call.world, identity.clone(), "desk", silent());
    let used: HashSet<_> = before.reader().version_vector().into_keys().collect();
    drop(before);
    let mut names = RunNames::new(call.world.seed, call.world.device(true), used);
    let repaired = repair::repair(&call.world.storage, &identity, &copies, &mut || names.next_run())
        .map_err(|fault| Fault::repairing(&identity.folder, fault))?;
    let session = Session::open(&call.world, identity, "desk", silent());
    let findings = Findings::of(&session, &call.messages);
    print(&if call.flag("json") {
        as_json(&repaired, &findings)
    } else {
        as_text(call, &repaired, &findings)
    })?;
    Ok(match findings.worst() {
        Some(Weight::Damage) => ExitCode::from(Exit::Distrust as u8),
        _ => ExitCode::SUCCESS,
    })
}

/// The copies that are asked: those given, what waits on this laptop, and what else lies beside the session.
fn copies(call: &Call<'_>, identity: &Identity) -> Vec<PathBuf> {
    let given = call.arguments.get_many::<String>("copies").unwrap_or_default().map(PathBuf::from);
    let mut copies: Vec<PathBuf> = given.collect();
    let spill = call.world.spill(identity.sid);
    if spill.is_dir() {
        copies.push(spill);
    }
    let beside = identity.folder.parent().unwrap_or(Path::new("."));
    // What cannot be listed has no copy to offer.
    let listing = folder::list(call.world.storage.as_ref(), beside).unwrap_or_default();
    let same = listing.sessions.into_iter().filter(|other| other.sid == identity.sid);
    copies.extend(same.map(|other| other.folder).filter(|folder| *folder != identity.folder));
    copies.extend(listing.packs);
    copies
}

fn as_json(repaired: &Repaired, findings: &Findings) -> String {
    let brought: Vec<_> = repaired
        .brought
        .iter()
        .map(|brought| json!({"copy": brought.copy.display().to_string(), "lines": brought.lines, "of": brought.of}))
        .collect();
    let mut view = findings.json();
    if let Some(view) = view.as_object_mut() {
        view.insert("brought".into(), brought.into());
    }
    format!("{view:#}\n")
}

fn as_text(call: &Call<'_>, repaired: &Repaired, findings: &Findings) -> String {
    let mut text = String::new();
    let asked = call.arguments.get_many::<String>("copies").map_or(0, |copies| copies.len());
    for (place, brought) in repaired.brought.iter().enumerate() {
        let copy = brought.copy.display().to_string();
        let args = [("lines", Arg::from(brought.lines)), ("copy", Arg::from(&copy))];
        if brought.lines > 0 {
            text += &(call.messages.with("said-brought", &args) + "\n");
        } else if brought.of == 0 && place < asked {
            text += &(call.messages.with("said-copy-strange", &args) + "\n");
        }
    }
    if repaired.lines() == 0 {
        text += &(call.messages.with("said-nothing-brought", &[("copies", repaired.brought.len().into())])
            + "\n");
    }
    for lost in findings.lost().take(MOST_TOLD) {
        text += &format!("{lost}\n");
    }
    let more = findings.lost().count().saturating_sub(MOST_TOLD);
    if more > 0 {
        text += &(call.messages.with("check-and-more", &[("count", more.into())]) + "\n");
    }
    if findings.is_whole() {
        text += &(call.messages.say("check-whole") + "\n");
    }
    text
}
