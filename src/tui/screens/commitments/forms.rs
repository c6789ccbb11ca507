//! The forms of a commitment: a new one, and changing one.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use super::model::no_change;
use crate::language::Messages;
use crate::tui::ctx::Desk;
use crate::tui::layers::{Ask, Form};
use crate::tui::screens::shared::naming;
use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::commitments::Commitment;
use crate::workshop::commitments::commands::{CommitmentAdd, CommitmentEdit};
use crate::workshop::id::EventId;
use crate::workshop::text::Lang;
use crate::workshop::thing::Thing;

/// The longest title of a proposal in the list of choices, in columns.
const TITLE: usize = 40;

/// The values of the form, in its order.
struct Values<'a> {
    text: [&'a str; 2],
    owner: &'a str,
    due: &'a str,
    with: &'a str,
    proposal: &'a str,
}

impl<'a> Values<'a> {
    fn of(values: &'a [String]) -> Self {
        let at = |place: usize| values.get(place).map(|value| value.trim()).unwrap_or_default();
        Self { text: [at(0), at(5)], owner: at(1), due: at(2), with: at(3), proposal: at(4) }
    }

    fn with(&self, workshop: &Workshop) -> Vec<Arc<str>> {
        naming::entries(self.with).map(|entry| naming::written(workshop, entry).into()).collect()
    }
}

/// The proposal that a commitment comes from, as long as it is there.
fn proposal_of(workshop: &Workshop, commitment: &Commitment) -> String {
    let key = commitment.proposal().filter(|key| workshop.proposals.get(*key).is_some());
    key.map(|key| workshop.proposals.label(key).into_owned()).unwrap_or_default()
}

fn asks(workshop: &Workshop, messages: &Messages, known: Option<&Commitment>, proposal: &str) -> Vec<Ask> {
    let lang = messages.lang();
    let text = |of: Lang| {
        let before = known.and_then(|known| known.text.get(of)).unwrap_or_default();
        Ask::line(messages.say(&format!("commitments-ask-text-{of}")), before)
    };
    let people = naming::known_people(workshop, lang);
    let mut choices = vec![(String::new(), messages.say("commitments-no-proposal"))];
    choices.extend(workshop.proposals.iter().map(|one| {
        let id = workshop.proposals.label(one.key()).into_owned();
        let title = crate::wrap::cut_with_ellipsis(one.title.in_(lang), TITLE).into_owned();
        let shown = format!("{id} {title}");
        (id, shown)
    }));
    let due = known.and_then(Commitment::due).map(|due| due.to_string()).unwrap_or_default();
    let with = naming::joined(known.map(Commitment::with).unwrap_or_default());
    vec![
        text(lang),
        Ask::line(messages.say("commitments-owner"), known.map(Commitment::owner).unwrap_or_default())
            .such_as(messages.say("commitments-example-owner"))
            .knowing(people.clone()),
        Ask::line(messages.say("commitments-due"), &due).such_as(messages.say("commitments-example-due")),
        Ask::line(messages.say("commitments-with"), &with)
            .such_as(messages.say("commitments-example-with"))
            .knowing(people),
        Ask::one(messages.say("commitments-proposal"), choices, proposal),
        text(lang.other()),
    ]
}

/// A new commitment, from a proposal if one is given.
pub(crate) fn add(desk: &mut Desk<'_>, from: Option<EventId>, made: Rc<Cell<Option<EventId>>>) {
    let Some(workshop) = desk.workshop() else { return };
    let lang = desk.messages.lang();
    let from = from.map(|key| workshop.proposals.label(key).into_owned()).unwrap_or_default();
    let asks = asks(workshop, desk.messages, None, &from);
    let title = match from.as_str() {
        "" => desk.messages.say("commitments-form-add"),
        id => desk.messages.with("commitments-form-add-from", &[("id", id.into())]),
    };
    desk.push(Form::new(format!("commitment-add-{from}"), title, asks, move |values, desk| {
        let Some(workshop) = desk.workshop() else { return true };
        let values = Values::of(values);
        let some = |value: &str| Some(value).filter(|value| !value.is_empty()).map(Arc::from);
        let command = CommitmentAdd {
            text: naming::text(lang, values.text),
            owner: naming::written(workshop, values.owner).into(),
            due: some(values.due),
            with: Some(values.with(workshop)).filter(|with| !with.is_empty()),
            proposal: some(values.proposal),
        };
        let id = workshop.commitments.free_ids("C").next();
        let Some(done) = desk.perform(Request { id, ..Request::from(command) }) else { return false };
        made.set(done.events.first().copied());
        let id = done.made.unwrap_or_default();
        desk.say("commitments-said-added", &[("id", id.into())]);
        true
    }));
}

/// What the values change of a commitment, if they change anything.
fn edited(workshop: &Workshop, of: EventId, lang: Lang, values: &Values<'_>) -> Option<CommitmentEdit> {
    let known = workshop.commitments.get(of)?;
    let due = known.due().map(|due| due.to_string()).unwrap_or_default();
    let owner = naming::written(workshop, values.owner);
    let with = values.with(workshop);
    let none = no_change(workshop, of);
    let edit = CommitmentEdit {
        text: naming::change(lang, &known.text, values.text),
        owner: (owner != known.owner()).then(|| owner.into()),
        due: (values.due != due).then(|| values.due.into()),
        with: (with != known.with()).then_some(with),
        proposal: (values.proposal != proposal_of(workshop, known)).then(|| values.proposal.into()),
        ..none.clone()
    };
    (edit != none).then_some(edit)
}

/// Changes a commitment. Only what was changed is written, so that nobody else's words are written over.
pub(super) fn edit(desk: &mut Desk<'_>, of: EventId) {
    let Some(workshop) = desk.workshop() else { return };
    let Some(known) = workshop.commitments.get(of) else { return };
    let lang = desk.messages.lang();
    let id = workshop.commitments.label(of).into_owned();
    let asks = asks(workshop, desk.messages, Some(known), &proposal_of(workshop, known));
    let title = desk.messages.with("commitments-form-edit", &[("id", (&id).into())]);
    desk.push(Form::new(format!("commitment-edit-{id}"), title, asks, move |values, desk| {
        let edit = desk.workshop().and_then(|workshop| edited(workshop, of, lang, &Values::of(values)));
        // Nothing changed is nothing to do.
        edit.is_none_or(|edit| desk.perform(edit).is_some())
    }));
}
