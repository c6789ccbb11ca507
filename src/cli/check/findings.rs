//! What there is to be said about the files of a session: each thing once, with its weight.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Value, json};

use super::files::{ahead, covered, hurt, missing, said, stretches, unchained, waiting};
use crate::journal::remark::{Damage, Hole};
use crate::language::{Arg, Messages};
use crate::session::Session;
use crate::workshop::id::{EventId, RunId};

/// How much something matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::cli) enum Weight {
    /// It does no harm.
    Remark,
    /// A line is missing or cannot be trusted.
    Damage,
}

/// One thing to be said.
pub(super) struct Finding {
    pub(super) weight: Weight,
    /// What it is, for programs.
    pub(super) kind: &'static str,
    /// Its particulars, for programs.
    pub(super) about: Value,
    /// Its sentence.
    pub(super) says: String,
}

/// A run, and what is known of it.
struct RunSeen {
    run: RunId,
    device: String,
    who: String,
    app: String,
    lines: u64,
}

/// All that is to be said.
pub(in crate::cli) struct Findings {
    events: usize,
    lines: usize,
    runs: Vec<RunSeen>,
    unknown: BTreeMap<Arc<str>, usize>,
    rings: usize,
    found: Vec<Finding>,
}

/// How many findings of one sort are told one by one.
pub(in crate::cli) const MOST_TOLD: usize = 50;

impl Findings {
    /// Looks at a session that was read.
    pub(in crate::cli) fn of(session: &Session, messages: &Messages) -> Self {
        let reader = session.reader();
        let mut found = Vec::new();
        // A line that is not here may have been written again in another run, under its id: then nothing is lost.
        let elsewhere = |run: RunId, n: u64| session.workshop.event(EventId::new(run, n)).is_some();
        let damage: Vec<Damage> = reader
            .damage()
            .into_iter()
            .map(|hurt| Damage {
                healed: hurt.healed || hurt.was.is_some_and(|(run, n)| elsewhere(run, n)),
                ..hurt
            })
            .collect();
        found.extend(stretches(&damage).map(|stretch| hurt(stretch, messages)));
        let claimed = |hole: &Hole| {
            let one = hole.first == hole.last;
            one && damage.iter().any(|damage| damage.was == Some((hole.run, hole.first)))
        };
        let lost = |hole: &Hole| !(hole.first..=hole.last).all(|n| elsewhere(hole.run, n));
        found.extend(
            reader
                .holes()
                .iter()
                .filter(|hole| !claimed(hole) && lost(hole))
                .map(|hole| missing(hole, messages)),
        );
        found.extend(reader.unchained().into_iter().map(|(run, n)| unchained(run, n, messages)));
        found.extend(reader.remarks().iter().filter_map(|remark| said(remark, messages)));
        found.extend(ahead(session, messages));
        found.extend(waiting(session, messages));
        found.extend(covered(session, messages));
        let workshop = &session.workshop;
        for (kind, count) in workshop.unknown_kinds() {
            let args = [("kind", Arg::from(kind.as_ref())), ("count", (*count).into())];
            let says = messages.with("check-unknown", &args);
            let about = json!({"k": kind, "count": count});
            found.push(Finding { weight: Weight::Remark, kind: "unknown", about, says });
        }
        for id in workshop.contradicted() {
            let id = id.to_string();
            let says = messages.with("check-contradicted", &[("event", Arg::from(&id))]);
            found.push(Finding {
                weight: Weight::Damage,
                kind: "contradicted",
                about: json!({"event": id}),
                says,
            });
        }
        let sealed: Vec<String> = workshop.read_only().map(|thing| workshop.label(thing)).collect();
        if !sealed.is_empty() {
            let all = sealed.join(", ");
            let args = [("things", Arg::from(&all)), ("count", sealed.len().into())];
            let says = messages.with("check-read-only", &args);
            let about = json!({"things": sealed});
            found.push(Finding { weight: Weight::Remark, kind: "read-only", about, says });
        }
        if workshop.rings() > 0 {
            let says = messages.with("check-rings", &[("count", workshop.rings().into())]);
            let about = json!({"count": workshop.rings()});
            found.push(Finding { weight: Weight::Remark, kind: "ring", about, says });
        }
        Self {
            events: workshop.event_count(),
            lines: reader.len(),
            runs: runs(session),
            unknown: workshop.unknown_kinds().clone(),
            rings: workshop.rings(),
            found,
        }
    }

    /// The weight of the worst; none when all is whole and nothing is to be said.
    pub(in crate::cli) fn worst(&self) -> Option<Weight> {
        self.found.iter().map(|finding| finding.weight).max()
    }

    /// Whether nothing is known to be missing.
    pub(in crate::cli) fn is_whole(&self) -> bool {
        self.worst() != Some(Weight::Damage) && !self.found.iter().any(|finding| finding.kind == "taken-away")
    }

    /// The sentences about what nobody has.
    pub(in crate::cli) fn lost(&self) -> impl Iterator<Item = &str> {
        self.found
            .iter()
            .filter(|finding| finding.weight == Weight::Damage)
            .map(|finding| finding.says.as_str())
    }

    /// For programs.
    pub(in crate::cli) fn json(&self) -> Value {
        let of = |weight: Weight| -> Vec<Value> {
            let of_it = self.found.iter().filter(|finding| finding.weight == weight);
            let told = |finding: &Finding| {
                let mut told = json!({"kind": finding.kind, "says": finding.says});
                if let (Some(told), Some(about)) = (told.as_object_mut(), finding.about.as_object()) {
                    told.extend(about.clone());
                }
                told
            };
            of_it.map(told).collect()
        };
        let seen = |seen: &RunSeen| {
            json!({
                "run": seen.run.to_string(), "device": seen.device, "who": seen.who, "app": seen.app,
                "lines": seen.lines,
            })
        };
        json!({
            "events": self.events, "lines": self.lines, "runs": self.runs.len(),
            "run": self.runs.iter().map(seen).collect::<Vec<_>>(),
            "damage": of(Weight::Damage), "remarks": of(Weight::Remark),
            "unknown": self.unknown, "rings": self.rings,
        })
    }

    /// For people.
    pub(in crate::cli) fn text(&self, messages: &Messages, session: &Session) -> String {
        let counts =
            [("events", self.events.into()), ("runs", self.runs.len().into()), ("lines", self.lines.into())];
        let mut text = messages.with("check-counts", &counts) + "\n";
        for seen in &self.runs {
            let begun = session.reader().header(seen.run).map(|header| {
                let at = jiff::Timestamp::from_millisecond(header.stamp.ms).unwrap_or_default();
                session.workshop.meeting.local(at).strftime("%Y-%m-%d %H:%M").to_string()
            });
            let begun = begun.unwrap_or_default();
            text += &format!(
                "  {}  {begun:<16}  {:<12} {:<12} {:>7}  {}\n",
                seen.run, seen.device, seen.who, seen.lines, seen.app
            );
        }
        // Of a whole file of rubbish the beginning is enough; the JSON names every line.
        let mut told: BTreeMap<&str, usize> = BTreeMap::new();
        for finding in &self.found {
            let count = told.entry(finding.kind).or_default();
            *count += 1;
            if *count <= MOST_TOLD {
                text += &format!("{}\n", finding.says);
            }
        }
        for (_, count) in told.into_iter().filter(|(_, count)| *count > MOST_TOLD) {
            text += &(messages.with("check-and-more", &[("count", (count - MOST_TOLD).into())]) + "\n");
        }
        if self.is_whole() {
            text += &(messages.say("check-whole") + "\n");
        }
        text
    }
}

fn runs(session: &Session) -> Vec<RunSeen> {
    let reader = session.reader();
    let mut runs: Vec<RunSeen> = reader
        .sizes()
        .into_iter()
        .filter(|(_, lines)| *lines > 0)
        .map(|(run, lines)| {
            let header = reader.header(run);
            let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
            RunSeen {
                run,
                device: text(header.map(|header| header.fields.dev.as_ref())),
                who: text(header.and_then(|header| header.who.as_deref())),
                app: text(header.map(|header| header.fields.app.as_ref())),
                lines,
            }
        })
        .collect();
    runs.sort_by_key(|seen| (reader.header(seen.run).map(|header| header.stamp), seen.run));
    runs
}
