//! How many dots a ballot has, and by which rule.

use std::sync::Arc;

use jiff::Timestamp;

use crate::workshop::Workshop;
use crate::workshop::decide::{Decider, check};
use crate::workshop::refusal::Refusal;
use crate::workshop::votes::ballot_rules::Method;
use crate::workshop::votes::dots_rule::DotsRule;

/// The most dots of one ballot.
pub(super) const MOST_DOTS: u32 = 10_000;

/// What is asked of the dots of a vote.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Asked<'a> {
    /// How many.
    pub dots: Option<u32>,
    /// The most for one option.
    pub cap: Option<u32>,
    pub rule: Option<&'a str>,
}

/// What becomes of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Dots {
    pub dots: Option<u32>,
    pub cap: Option<u32>,
    pub rule: Option<Arc<str>>,
}

impl Asked<'_> {
    /// The number of dots and its reason. `whole`: also where nothing was asked, for a vote that has none yet; `least`: the
    /// fewest dots that the cap must not be above, where dots are not asked for.
    pub(super) fn settle(
        self,
        method: Method,
        options: usize,
        voters: usize,
        had: Option<u32>,
    ) -> Result<Dots, Refusal> {
        if method != Method::Dots {
            let given = [
                (self.dots.is_some(), "dots"),
                (self.cap.is_some(), "cap"),
                (self.rule.is_some(), "dots_rule"),
            ];
            return match given.into_iter().find(|(given, _)| *given) {
                Some((_, field)) => {
                    Err(Refusal::new("method", "refused-only-with-dots").with("field", field))
                }
                None => Ok(Dots::default()),
            };
        }
        let names = DotsRule::ALL.map(DotsRule::name);
        let asked = self.rule.map(|rule| check::one_of("dots_rule", rule, &names)).transpose()?;
        let rule = match (&asked, self.dots, had) {
            (Some(rule), ..) => DotsRule::from_name(rule),
            (None, Some(_), _) => Some(DotsRule::Own),
            (None, None, None) => Some(DotsRule::Third),
            (None, None, Some(_)) => None,
        };
        let by_rule = rule.and_then(|rule| rule.dots(options, voters));
        let dots = match (self.dots, by_rule) {
            (Some(dots), Some(ruled)) if dots != ruled => {
                return Err(Refusal::new("dots-rule", "refused-dots-rule")
                    .with("given", dots)
                    .with("dots", ruled));
            }
            (Some(dots), _) => Some(dots),
            (None, Some(ruled)) => Some(ruled),
            // A number of one's own wants a number, and so does MSU's rule while nobody is there to vote.
            (None, None) if rule.is_some() && had.is_none() => return Err(Refusal::empty("dots")),
            (None, None) => None,
        };
        let dots = dots.map(|dots| check::within("dots", dots, 1, MOST_DOTS)).transpose()?;
        let most = dots.or(had).unwrap_or(MOST_DOTS);
        let cap = self.cap.or(had.is_none().then_some(1));
        let cap = cap.map(|cap| check::within("cap", cap, 1, most)).transpose()?;
        Ok(Dots { dots, cap, rule: rule.map(|rule| rule.name().into()) })
    }
}

impl Decider<'_> {
    /// How many would vote if the vote opened now.
    pub(super) fn voters_now(&self, named: usize) -> usize {
        expected_voters(self.workshop, self.at, named)
    }
}

/// How many would vote at this time: those named, else everybody who is present on that day.
pub(crate) fn expected_voters(workshop: &Workshop, at: Timestamp, named: usize) -> usize {
    if named > 0 {
        return named;
    }
    let day = day_at(workshop, at);
    workshop.people.iter().filter(|person| person.is_present(day)).count()
}

/// The day of the meeting at this time, from 1, as presence goes by it.
pub(super) fn day_at(workshop: &Workshop, at: Timestamp) -> u32 {
    workshop.meeting.day_at(at).and_then(|day| u32::try_from(day).ok()).unwrap_or(1).max(1)
}
