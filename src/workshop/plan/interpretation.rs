//! The interpreters of a day: whether they are there, are enough, and can rest.

use super::finding::{Fact, Finding, Kind};
use super::layout::{Day, Placed, Stretch};
use super::norms;
use crate::workshop::Workshop;
use crate::workshop::people::Person;

/// The interpreters on a day.
pub(super) fn interpreters(workshop: &Workshop, day: u32) -> impl Iterator<Item = &Person> {
    workshop.people.iter().filter(move |person| person.interprets() && person.is_present(day))
}

pub(super) fn check(workshop: &Workshop, day: &Day<'_>, found: &mut Vec<Finding>) {
    let minutes = day.interpreted().map(Placed::minutes).fold(0, i64::saturating_add);
    let Some(first) = day.interpreted().next() else { return };
    // Before there is a roster nothing is known of a team.
    if workshop.people.is_empty() {
        return;
    }
    let there = interpreters(workshop, day.number).count();
    let languages = workshop.meeting.languages().len();
    let needed = norms::team(languages, minutes);
    let with_team = |finding: Finding| {
        let count = |n: usize| Fact::Count(i64::try_from(n).unwrap_or(i64::MAX));
        finding
            .with("minutes", Fact::Minutes(minutes))
            .with("there", count(there))
            .with("needed", count(needed))
    };
    let of_day = |kind| Finding { day: Some(day.number), ..Finding::new(kind) };
    if there == 0 {
        found.push(with_team(first.finds(Kind::NoInterpreter)));
        return;
    }
    let longest = runs(day).into_iter().max_by_key(|run| (run.minutes, std::cmp::Reverse(run.first.begins)));
    let alone = longest.filter(|run| there < norms::TEAM && run.minutes > norms::ALONE);
    if let Some(run) = alone {
        let finding = run.first.finds(Kind::Alone).with("run", Fact::Minutes(run.minutes));
        let finding = finding.with("most", Fact::Minutes(norms::ALONE));
        found.push(with_team(finding.with("turn", Fact::Minutes(norms::TURN))));
    } else if minutes > norms::INTERPRETED_DAY && there < 2 * norms::TEAM.max(languages.saturating_sub(1)) {
        found.push(
            with_team(of_day(Kind::InterpretedDay)).with("most", Fact::Minutes(norms::INTERPRETED_DAY)),
        );
    } else if needed > there {
        found.push(with_team(of_day(Kind::SmallTeam)));
    }
    sessions(day, there, found);
}

/// Time that is interpreted at one go, with its first item.
struct Run<'d, 'a> {
    first: &'d Placed<'a>,
    minutes: i64,
}

/// Interpreted items that follow on each other within one stretch of work.
fn runs<'d, 'a>(day: &'d Day<'a>) -> Vec<Run<'d, 'a>> {
    let of = |stretch: Stretch<'d, 'a>| {
        let rests = |placed: &Placed<'_>| {
            !placed.item.is_interpreted() && !placed.is_pause() && placed.minutes() >= norms::PAUSE
        };
        let between = stretch.items.split(rests);
        let run = |items: &'d [Placed<'a>]| {
            let mut heard =
                items.iter().filter(|placed| placed.item.is_interpreted() && !placed.is_pause()).peekable();
            let first = heard.peek().copied()?;
            Some(Run { first, minutes: heard.map(Placed::minutes).fold(0, i64::saturating_add) })
        };
        between.filter_map(run).collect::<Vec<_>>()
    };
    day.stretches().into_iter().flat_map(of).collect()
}

/// The two sessions of a day, and the time between them: the longest in which the interpreters are free.
fn sessions(day: &Day<'_>, there: usize, found: &mut Vec<Finding>) {
    // A second team that relieves the first has two sessions of its own.
    if there >= 2 * norms::TEAM {
        return;
    }
    let heard: Vec<&Placed<'_>> = day.interpreted().collect();
    let pauses = heard.windows(2).enumerate().filter_map(|(place, pair)| match pair {
        [a, b] => Some((b.begins - a.ends, std::cmp::Reverse(place + 1))),
        _ => None,
    });
    let longest = pauses.max().filter(|(free, _)| *free >= norms::PAUSE);
    let parted = longest.map_or(heard.len(), |(_, place)| place.0).min(heard.len());
    let (morning, afternoon) = heard.split_at(parted);
    let sum = |items: &[&Placed<'_>]| items.iter().map(|item| item.minutes()).fold(0, i64::saturating_add);
    for session in [morning, afternoon] {
        let minutes = sum(session);
        if let Some(first) = session.first().filter(|_| minutes > norms::SESSION) {
            let finding = first.finds(Kind::LongSession).with("minutes", Fact::Minutes(minutes));
            found.push(finding.with("most", Fact::Minutes(norms::SESSION)));
        }
    }
    // What fits into one session needs no second, and so no interval.
    let both = sum(morning).saturating_add(sum(afternoon)) > norms::SESSION;
    let (Some((free, _)), Some(last), Some(next)) = (longest, morning.last(), afternoon.first()) else {
        return;
    };
    if !both || free >= norms::BETWEEN_SESSIONS {
        return;
    }
    let within = |placed: &&Placed<'_>| placed.begins >= last.ends && placed.ends <= next.begins;
    let pause = day.items.iter().filter(|placed| placed.is_pause()).filter(within);
    let at = pause.max_by_key(|placed| placed.minutes()).unwrap_or(next);
    let finding = at.finds(Kind::ShortInterval).with("minutes", Fact::Minutes(free));
    found.push(finding.with("least", Fact::Minutes(norms::BETWEEN_SESSIONS)));
}
