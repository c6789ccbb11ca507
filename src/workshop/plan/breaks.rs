//! Breaks: none for too long, and those that are hardly one.

use super::finding::{Fact, Finding, Kind};
use super::layout::{Day, Placed};
use super::norms;
use crate::workshop::thing::Thing;

pub(super) fn check(day: &Day<'_>, found: &mut Vec<Finding>) {
    for stretch in day.stretches() {
        let minutes = stretch.ends - stretch.begins;
        let Some(first) = stretch.items.first() else { continue };
        if minutes <= norms::WITHOUT_BREAK {
            continue;
        }
        // The break belongs before the item in which the limit is passed, or into it if it is the first.
        let limit = stretch.begins + norms::WITHOUT_BREAK;
        let work = |placed: &&Placed<'_>| !placed.is_pause() && placed.ends > limit;
        let before = stretch.items.iter().find(work).unwrap_or(first);
        let finding = first.finds(Kind::NoBreak);
        let finding = finding.with("minutes", Fact::Minutes(minutes)).with("ends", Fact::Clock(stretch.ends));
        let finding = finding.with("most", Fact::Minutes(norms::WITHOUT_BREAK));
        let finding = finding.with("pause", Fact::Minutes(norms::SHORT_BREAK));
        // As many as part it into stretches that are borne.
        let finding = finding.with("count", Fact::Count((minutes - 1) / norms::WITHOUT_BREAK));
        let kindless = stretch.items.iter().filter(|placed| placed.item.kind().is_empty()).count();
        // Perhaps one of them is a break and nobody has said so.
        let finding = finding.with("kindless", Fact::Count(i64::try_from(kindless).unwrap_or(i64::MAX)));
        found.push(finding.with("before", Fact::Item(before.item.key())));
    }
    // Only between work and work: nobody minds how short the last break of a day is.
    let last = day.items.iter().rposition(|placed| !placed.is_pause()).unwrap_or_default();
    let first = day.items.iter().position(|placed| !placed.is_pause()).unwrap_or(usize::MAX);
    for (place, placed) in day.items.iter().enumerate() {
        let between = place > first && place < last;
        let short = placed.is_pause() && (1..norms::SHORT_BREAK).contains(&placed.minutes());
        // Free time after it makes it longer.
        let next = day.items.get(place + 1).map_or(placed.ends, |next| next.begins);
        if between && short && next - placed.begins < norms::SHORT_BREAK {
            let finding = placed.finds(Kind::ShortBreak).with("minutes", Fact::Minutes(placed.minutes()));
            found.push(finding.with("least", Fact::Minutes(norms::SHORT_BREAK)));
        }
    }
}
