//! The one tool that rewrites: a session written again, without what must not stand in it any more.
//!
//! The rewritten session has an identity of its own, so that it is never joined with the one it came from, which would bring
//! everything back. Its header says from which session it came and with which digest, so that somebody who holds both can tell.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::collect::{Collected, Lines, Place};
use super::digest::Digest;
use super::line::{HeaderFields, Line, LineFault, OPEN, object, parse};
use super::pack::{content_digest, encode};
use super::sid::Sid;
use super::{VERSION, VersionVector};
use crate::workshop::id::{EventId, RunId};

/// Who writes the session again, and under which identity.
pub(crate) struct Anew {
    /// The new identity.
    pub sid: Sid,
    /// The run that all lines go into.
    pub run: RunId,
    /// The device, for the header.
    pub dev: Box<str>,
    /// The version of the program, for the header.
    pub app: Box<str>,
}

/// An event as it is to be written: its name, kind, payload, and who did it.
pub(crate) struct Draft<'a> {
    pub id: EventId,
    pub kind: &'a str,
    pub payload: &'a mut Value,
    /// Who did it.
    pub who: &'a mut Box<str>,
}

/// Writes every line of a session again as `change` leaves it. Events keep their ids, stamps and devices; headers of runs
/// become one. Of a repeated event (one id in several runs) each line is written.
///
/// # Errors
/// A [`LineFault`] when a line has no room for what it became.
pub(crate) fn rewrite(
    session: &Collected,
    anew: &Anew,
    mut change: impl FnMut(Draft<'_>),
) -> Result<Collected, LineFault> {
    // Collected lines are those that parsed.
    let old: Vec<Line> = session.lines.values().filter_map(|raw| parse(raw).ok()).collect();
    let headers: HashMap<RunId, Line> =
        old.iter().filter(|line| line.header.is_some()).map(|line| (line.run, line.clone())).collect();
    let mut former: Vec<Value> = headers.values().filter_map(record).flatten().collect();
    former.sort_unstable_by_key(Value::to_string);
    former.dedup();
    former.push(json!({"sid": session.sid.to_string(), "digest": content_digest(&encode(session))}));
    let fields =
        HeaderFields { sid: anew.sid, dev: anew.dev.clone(), app: anew.app.clone(), version: VERSION };
    let mut header = Line {
        run: anew.run,
        n: 0,
        id: EventId::new(anew.run, 0),
        stamp: old.first().map(|line| line.stamp).unwrap_or_default(),
        kind: OPEN.into(),
        who: None,
        device: None,
        must: false,
        d: object(json!({ "redacted": former }).to_string())?,
        previous: Digest::ZERO,
        digest: Digest::ZERO,
        header: Some(fields),
    };
    let mut lines = Lines::new();
    let bytes = header.encode()?;
    lines.insert(Place::of(&header), bytes.into());
    let mut last = header.digest;
    for (n, old) in (1u64..).zip(old.into_iter().filter(|line| &*line.kind != OPEN)) {
        let header = headers.get(&old.run);
        let dev = header.and_then(|line| line.header.as_ref()).map(|fields| fields.dev.clone());
        let mut who = old.who.or_else(|| header?.who.clone()).unwrap_or_default();
        let mut payload: Value = serde_json::from_str(old.d.get()).map_err(|_| LineFault::NotJson)?;
        change(Draft { id: old.id, kind: &old.kind, payload: &mut payload, who: &mut who });
        let mut line = Line {
            run: anew.run,
            n,
            who: (!who.is_empty()).then_some(who),
            device: old.device.or(dev),
            d: object(payload.to_string())?,
            previous: last,
            header: None,
            ..old
        };
        let bytes = line.encode()?;
        last = line.digest;
        lines.insert(Place::of(&line), bytes.into());
    }
    Ok(Collected {
        sid: anew.sid,
        slug: session.slug.clone(),
        version: VERSION,
        lines,
        damage: Vec::new(),
        remarks: Vec::new(),
        vector: VersionVector::new(),
    })
}

/// What a header says of the sessions that it was rewritten from.
fn record(header: &Line) -> Option<Vec<Value>> {
    let opening: Value = serde_json::from_str(header.d.get()).ok()?;
    opening.get("redacted")?.as_array().cloned()
}
