//! Days that are overfull, and nights that are too short.

use super::finding::{Fact, Finding, Kind};
use super::layout::{Day, Placed};
use super::norms;

pub(super) fn check(days: &[Day<'_>], found: &mut Vec<Finding>) {
    for (place, day) in days.iter().enumerate() {
        let minutes = day.work().map(Placed::minutes).fold(0, i64::saturating_add);
        if minutes > norms::WORKING_DAY {
            let finding = Finding { day: Some(day.number), ..Finding::new(Kind::LongDay) };
            let finding = finding.with("minutes", Fact::Minutes(minutes));
            found.push(finding.with("most", Fact::Minutes(norms::WORKING_DAY)));
        }
        // The next day of the calendar only: whoever is free on Sunday has rested.
        let next = days.get(place + 1).filter(|next| Some(next.number) == day.number.checked_add(1));
        let last = day.work().max_by_key(|placed| placed.ends);
        let Some((last, next)) = last.zip(next.and_then(|next| next.work().next())) else { continue };
        let rest = (next.begins + norms::DAY).saturating_sub(last.ends);
        if rest < norms::REST && last.ends <= norms::DAY {
            let finding = last.finds(Kind::ShortRest).with("minutes", Fact::Minutes(rest.max(0)));
            let finding =
                finding.with("ends", Fact::Clock(last.ends)).with("begins", Fact::Clock(next.begins));
            found.push(finding.with("least", Fact::Minutes(norms::REST)));
        }
    }
}
