//! Times that cannot be: lengths, fixed begins, hard stops, midnight, the clocks' change.

use jiff::civil::{DateTime, Time};
use jiff::tz::AmbiguousOffset;

use super::finding::{Fact, Finding, Kind};
use super::layout::{Day, Placed};
use super::norms;
use crate::workshop::Workshop;
use crate::workshop::thing::Thing;

pub(super) fn check(workshop: &Workshop, day: &Day<'_>, found: &mut Vec<Finding>) {
    lengths(day, found);
    begins(day, found);
    midnight(day, found);
    clock_change(workshop, day, found);
}

fn lengths(day: &Day<'_>, found: &mut Vec<Finding>) {
    for placed in &day.items {
        let minutes = placed.item.planned_minutes();
        if minutes == 0 {
            found.push(placed.finds(Kind::NoLength));
        }
        // What the item itself says, which `Item::shortest` trims.
        let shortest = placed.item.shortest.get().copied().unwrap_or_default();
        if shortest > minutes && minutes > 0 {
            let finding = placed.finds(Kind::ShortestLonger);
            let finding = finding.with("minutes", Fact::Minutes(minutes.into()));
            found.push(finding.with("shortest", Fact::Minutes(shortest.into())));
        }
    }
}

/// Fixed begins: none before one that stands earlier, and none before what stands earlier is over.
fn begins(day: &Day<'_>, found: &mut Vec<Finding>) {
    // The latest fixed begin so far, and when everything so far is over.
    let mut fixed: Option<&Placed<'_>> = None;
    let mut over = i64::MIN;
    let mut stop: Option<&Placed<'_>> = None;
    // Minutes that the items since the last fixed begin could give.
    let mut spare = 0;
    for placed in &day.items {
        let item = placed.item;
        if item.begins().is_some() {
            let late = over.saturating_sub(placed.begins);
            if let Some(earlier) = fixed.filter(|earlier| earlier.begins > placed.begins) {
                let finding = placed.finds(Kind::BeginsBackwards);
                let finding = finding.with("other", Fact::Item(earlier.item.key()));
                found.push(finding.with("begins", Fact::Clock(earlier.begins)));
            } else if late > 0 {
                let both = stop.filter(|other| item.is_stop() && other.ends > placed.begins);
                let kind = match both {
                    Some(_) => Kind::StopsOverlap,
                    None if item.is_stop() => Kind::StopMissed,
                    None => Kind::BeginMissed,
                };
                let mut finding = placed.finds(kind).with("minutes", Fact::Minutes(late));
                finding = finding.with("ends", Fact::Clock(over)).with("spare", Fact::Minutes(spare));
                if let Some(other) = both {
                    finding = finding.with("other", Fact::Item(other.item.key()));
                }
                found.push(finding);
            }
            spare = 0;
            if fixed.is_none_or(|earlier| earlier.begins <= placed.begins) {
                fixed = Some(placed);
            }
        }
        over = over.max(placed.ends);
        spare += i64::from(item.planned_minutes().saturating_sub(item.shortest()));
        if item.is_stop() && placed.minutes() > 0 {
            stop = Some(placed);
        }
    }
}

/// A day that is over before it is over: more than it has hours, or past midnight.
fn midnight(day: &Day<'_>, found: &mut Vec<Finding>) {
    let all: i64 = day.items.iter().map(Placed::minutes).fold(0, i64::saturating_add);
    let Some(late) = day.items.iter().find(|placed| placed.ends > norms::DAY) else { return };
    let kind = if all > norms::DAY { Kind::OverDay } else { Kind::PastMidnight };
    let ends = day.items.iter().map(|placed| placed.ends).max().unwrap_or_default();
    found.push(late.finds(kind).with("ends", Fact::Clock(ends)).with("minutes", Fact::Minutes(all)));
}

/// Begins that the clock of that date leaves out or shows twice. Without a date nothing can be said.
fn clock_change(workshop: &Workshop, day: &Day<'_>, found: &mut Vec<Finding>) {
    let Some(date) = workshop.meeting.date_of(day.number) else { return };
    let zone = workshop.meeting.zone();
    let first = day.items.first();
    let of_its_own = |placed: &&Placed<'_>| placed.item.begins().is_some();
    let set = first.into_iter().chain(day.items.iter().skip(1).filter(of_its_own));
    for placed in set {
        let Some(time) = time_of(placed.begins) else { continue };
        let kind = match zone.to_ambiguous_timestamp(DateTime::from_parts(date, time)).offset() {
            AmbiguousOffset::Unambiguous { .. } => continue,
            AmbiguousOffset::Gap { .. } => Kind::BeginSkipped,
            AmbiguousOffset::Fold { .. } => Kind::BeginTwice,
        };
        found.push(placed.finds(kind).with("begins", Fact::Clock(placed.begins)));
    }
}

fn time_of(minutes: i64) -> Option<Time> {
    let hour = i8::try_from(minutes.div_euclid(60)).ok()?;
    let minute = i8::try_from(minutes.rem_euclid(60)).ok()?;
    Time::new(hour, minute, 0, 0).ok()
}
