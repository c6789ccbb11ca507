//! What Commitments shows, computed once for each change of the workshop.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::language::{Messages, date};
use crate::tui::screens::shared::conflicts::{Conflicts, Version};
use crate::tui::screens::shared::naming;
use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::commitments::commands::{CommitmentDone, CommitmentEdit};
use crate::workshop::commitments::{Commitment, NO_DATE};
use crate::workshop::id::EventId;
use crate::workshop::thing::Thing;

/// In which order commitments stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Order {
    /// What is due first; what has no date last.
    #[default]
    Due,
    Owner,
    /// By the proposal they come from.
    Proposal,
}

impl Order {
    #[must_use]
    pub(crate) const fn next(self) -> Self {
        match self {
            Self::Due => Self::Owner,
            Self::Owner => Self::Proposal,
            Self::Proposal => Self::Due,
        }
    }

    /// The message that says so.
    pub(crate) const fn says(self) -> &'static str {
        match self {
            Self::Due => "commitments-by-due",
            Self::Owner => "commitments-by-owner",
            Self::Proposal => "commitments-by-proposal",
        }
    }
}

/// A commitment in the list.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub key: EventId,
    pub id: String,
    /// What, in the interface language, else in the other.
    pub text: String,
    /// What, in the other language, where both are there.
    pub other: String,
    /// Who, by id and name.
    pub owner: String,
    /// With whom, by id and name.
    pub with: Vec<String>,
    pub due: Option<Date>,
    /// That, in words.
    pub due_said: String,
    /// Whether the date has passed and it was not kept.
    pub overdue: bool,
    /// The id of the proposal it comes from.
    pub proposal: String,
    /// Whether it was kept.
    pub done: bool,
    /// Whether it comes from the last meeting.
    pub carried: bool,
    /// How many versions there are of what has most.
    pub versions: u32,
}

/// All that is shown.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// The commitments, in order.
    pub rows: Vec<Row>,
    /// How many are done.
    pub done: usize,
    /// How many are overdue.
    pub overdue: usize,
    /// How many come from the last meeting.
    pub carried: usize,
}

impl Facts {
    /// Computes it; what is overdue is told by the meeting's clock.
    pub(crate) fn of(workshop: &Workshop, messages: &Messages, now: Timestamp, order: Order) -> Self {
        let today = workshop.meeting.local(now).date();
        let rows: Vec<Row> = workshop
            .commitments
            .iter()
            .map(|commitment| row(workshop, messages, today, commitment))
            .collect();
        let count = |is: fn(&Row) -> bool| rows.iter().filter(|row| is(row)).count();
        let mut facts = Self {
            done: count(|row| row.done),
            overdue: count(|row| row.overdue),
            carried: count(|row| row.carried),
            rows,
        };
        facts.put_in(order);
        facts
    }

    /// Puts them in order. What is alike stays as it was made.
    pub(crate) fn put_in(&mut self, order: Order) {
        let due = |row: &Row| row.due.unwrap_or(Date::MAX);
        let last = |text: &str| (text.is_empty(), text.to_lowercase());
        match order {
            Order::Due => self.rows.sort_by_cached_key(|row| (due(row), row.id.clone())),
            Order::Owner => {
                self.rows.sort_by_cached_key(|row| (last(&row.owner), due(row), row.id.clone()));
            }
            Order::Proposal => {
                self.rows.sort_by_cached_key(|row| (last(&row.proposal), due(row), row.id.clone()));
            }
        }
    }
}

fn row(workshop: &Workshop, messages: &Messages, today: Date, commitment: &Commitment) -> Row {
    let lang = messages.lang();
    let text = &commitment.text;
    let due = commitment.due();
    let proposal = commitment.proposal().filter(|key| workshop.proposals.get(*key).is_some());
    let made = workshop.event(commitment.key());
    Row {
        key: commitment.key(),
        id: workshop.commitments.label(commitment.key()).into_owned(),
        text: text.in_(lang).to_owned(),
        other: text.get(lang).and(text.get(lang.other())).unwrap_or_default().to_owned(),
        owner: naming::somebody(workshop, commitment.owner(), lang),
        with: commitment.with().iter().map(|with| naming::somebody(workshop, with, lang)).collect(),
        due,
        due_said: due.map(|due| date::long_day(messages, due)).unwrap_or_default(),
        overdue: is_overdue(commitment, today),
        proposal: proposal.map(|key| workshop.proposals.label(key).into_owned()).unwrap_or_default(),
        done: commitment.is_done(),
        carried: made.is_some_and(|event| event.frame.base),
        versions: commitment.versions().max(commitment.done.versions()),
    }
}

/// Whether the date has passed and it was not kept.
pub(crate) fn is_overdue(commitment: &Commitment, today: Date) -> bool {
    !commitment.is_done() && commitment.due().is_some_and(|due| due < today)
}

/// A change of nothing yet.
pub(super) fn no_change(workshop: &Workshop, of: EventId) -> CommitmentEdit {
    CommitmentEdit { commitment: workshop.commitments.label(of).as_ref().into(), ..CommitmentEdit::default() }
}

/// The versions of whatever has several.
pub(crate) fn versions(workshop: &Workshop, messages: &Messages, of: EventId) -> Vec<Version> {
    let Some(commitment) = workshop.commitments.get(of) else { return Vec::new() };
    let none = || no_change(workshop, of);
    let proposal = |key: &EventId| match workshop.proposals.get(*key) {
        Some(_) => workshop.proposals.label(*key).into_owned(),
        // No proposal is written down as the commitment itself.
        None => String::new(),
    };
    let date = |due: &Date| if *due == NO_DATE { String::new() } else { date::long_day(messages, *due) };
    Conflicts::of(workshop)
        .text(["commitments-ask-text-en", "commitments-ask-text-ru"], &commitment.text, |text| {
            CommitmentEdit { text: Some(text), ..none() }.into()
        })
        .field(
            "commitments-owner",
            &commitment.owner,
            |owner| naming::somebody(workshop, owner, messages.lang()),
            |owner| CommitmentEdit { owner: Some(owner.clone()), ..none() }.into(),
        )
        .field(
            "commitments-with",
            &commitment.with,
            |with| naming::joined(with),
            |with| CommitmentEdit { with: Some(with.clone()), ..none() }.into(),
        )
        .field("commitments-due", &commitment.due, date, |due| {
            let due = if *due == NO_DATE { String::new() } else { due.to_string() };
            CommitmentEdit { due: Some(due.into()), ..none() }.into()
        })
        .field("commitments-proposal", &commitment.proposal, proposal, |key| {
            CommitmentEdit { proposal: Some(proposal(key).into()), ..none() }.into()
        })
        .field(
            "commitments-done",
            &commitment.done,
            |done| messages.say(if *done { "commitments-is-done" } else { "commitments-is-open" }),
            |done| Request::from(CommitmentDone { commitment: none().commitment, done: Some(*done) }),
        )
        .versions
}
