//! What the check of the plan found, for a terminal or a screen reader.

use std::collections::BTreeMap;

use super::columns::Lines;
use crate::language::Messages;
use crate::report::plan::{counts, not_checked, tell};
use crate::workshop::Workshop;
use crate::workshop::plan::{Kind, findings, unchecked};

/// How many findings of one kind are told one by one.
const MOST_TOLD: usize = 20;

/// All that is found in a plan, in lines of at most `width` columns.
pub(crate) fn plan(workshop: &Workshop, messages: &Messages, width: usize) -> String {
    let mut lines = Lines::new(width.max(super::NARROWEST));
    let found = findings(workshop);
    if !workshop.items.is_empty() || !found.is_empty() {
        lines.line(0, &counts(messages, &found));
    }
    // How many there are of each kind, and where the last that is told stands.
    let mut told: BTreeMap<Kind, (usize, String)> = BTreeMap::new();
    for finding in &found {
        let (count, place) = told.entry(finding.kind).or_default();
        *count += 1;
        if *count > MOST_TOLD {
            continue;
        }
        let words = tell(workshop, messages, finding);
        let weight = messages.say(&format!("plan-{}", finding.weight().name()));
        lines.heading(&format!("{weight}: {}", words.place));
        place.clone_from(&words.place);
        lines.line(2, &words.why);
        lines.line(2, &words.mend);
    }
    for (count, place) in told.into_values().filter(|(count, _)| *count > MOST_TOLD) {
        let args = [("count", (count - MOST_TOLD).into()), ("place", place.into())];
        lines.heading(&messages.with("plan-and-more", &args));
    }
    let open = unchecked(workshop);
    if !open.is_empty() {
        lines.heading(&messages.say("plan-unchecked"));
        open.into_iter().for_each(|unchecked| lines.line(2, &not_checked(messages, unchecked)));
    }
    lines.finish()
}
