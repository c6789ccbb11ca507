//! The forms of a proposal: a new one, and changing one.

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
use crate::workshop::id::EventId;
use crate::workshop::proposals::Proposal;
use crate::workshop::proposals::commands::{ProposalAdd, ProposalEdit};
use crate::workshop::text::{Lang, Text};
use crate::workshop::thing::Bilingual;

/// The values of the form, in its order.
struct Values<'a> {
    title: [&'a str; 2],
    leads: &'a str,
    partners: &'a str,
    place: [&'a str; 2],
    when: [&'a str; 2],
    enablers: &'a str,
    ephos: &'a str,
}

impl<'a> Values<'a> {
    fn of(values: &'a [String]) -> Self {
        let at = |place: usize| values.get(place).map(|value| value.trim()).unwrap_or_default();
        Self {
            title: [at(0), at(1)],
            leads: at(2),
            partners: at(3),
            place: [at(4), at(5)],
            when: [at(6), at(7)],
            enablers: at(8),
            ephos: at(9),
        }
    }
}

fn asks(workshop: &Workshop, messages: &Messages, proposal: Option<&Proposal>) -> Vec<Ask> {
    let lang = messages.lang();
    let pair = |what: &str, text: fn(&Proposal) -> &Bilingual| {
        [lang, lang.other()].map(|of| {
            let before = proposal.and_then(|proposal| text(proposal).get(of)).unwrap_or_default();
            Ask::line(messages.say(&format!("proposals-ask-{what}-{of}")), before)
        })
    };
    let list = |label: &str, texts: &[Text]| {
        Ask::line(messages.say(label), &naming::joined(texts.iter().map(naming::both)))
            .such_as(messages.say("proposals-example-list"))
    };
    let terms = |label: &str, group: &str, tags: Option<&Vec<Arc<str>>>| {
        Ask::line(messages.say(label), &naming::joined(tags.into_iter().flatten()))
            .such_as(messages.say("proposals-example-terms"))
            .knowing(naming::known_terms(workshop, group, lang))
    };
    let [title, title_other] = pair("title", |proposal| &proposal.title);
    let [place, place_other] = pair("place", |proposal| &proposal.place);
    let [when, when_other] = pair("when", |proposal| &proposal.when);
    vec![
        title,
        title_other,
        list("proposals-leads", proposal.map(Proposal::leads).unwrap_or_default()),
        list("proposals-partners", proposal.map(Proposal::partners).unwrap_or_default()),
        place,
        place_other,
        when,
        when_other,
        terms("proposals-enablers", "enabler", proposal.and_then(|proposal| proposal.enablers.get())),
        terms("proposals-ephos", "epho", proposal.and_then(|proposal| proposal.ephos.get())),
    ]
}

fn tags(workshop: &Workshop, line: &str, group: &str) -> Vec<Arc<str>> {
    naming::entries(line).map(|entry| naming::tag(workshop, entry, group)).collect()
}

/// A new proposal.
pub(super) fn add(desk: &mut Desk<'_>, made: Rc<Cell<Option<EventId>>>) {
    let Some(workshop) = desk.workshop() else { return };
    let lang = desk.messages.lang();
    let asks = asks(workshop, desk.messages, None);
    let title = desk.messages.say("proposals-form-add");
    desk.push(Form::new("proposal-add", title, asks, move |values, desk| {
        let Some(workshop) = desk.workshop() else { return true };
        let values = Values::of(values);
        let some = |text: Text| Some(text).filter(|text| !text.is_empty());
        let command = ProposalAdd {
            title: naming::text(lang, values.title),
            leads: Some(naming::texts(values.leads, &[])).filter(|list| !list.is_empty()),
            partners: Some(naming::texts(values.partners, &[])).filter(|list| !list.is_empty()),
            place: some(naming::text(lang, values.place)),
            when: some(naming::text(lang, values.when)),
            enablers: Some(tags(workshop, values.enablers, "enabler")).filter(|list| !list.is_empty()),
            ephos: Some(tags(workshop, values.ephos, "epho")).filter(|list| !list.is_empty()),
            ..ProposalAdd::default()
        };
        let id = workshop.proposals.free_ids("P").next();
        let done = desk.perform(Request { id, ..Request::from(command) });
        if let Some(done) = &done {
            made.set(done.events.first().copied());
        }
        done.is_some()
    }));
}

/// What the values change of a proposal, if they change anything.
fn edited(workshop: &Workshop, of: EventId, lang: Lang, values: &Values<'_>) -> Option<ProposalEdit> {
    let proposal = workshop.proposals.get(of)?;
    let list = |line: &str, before: &[Text]| {
        let now = naming::texts(line, before);
        (now != before).then_some(now)
    };
    let terms = |line: &str, group: &str, before: Option<&Vec<Arc<str>>>| {
        let now = tags(workshop, line, group);
        (now.as_slice() != before.map(Vec::as_slice).unwrap_or_default()).then_some(now)
    };
    let none = no_change(workshop, of);
    let edit = ProposalEdit {
        title: naming::change(lang, &proposal.title, values.title),
        leads: list(values.leads, proposal.leads()),
        partners: list(values.partners, proposal.partners()),
        place: naming::change(lang, &proposal.place, values.place),
        when: naming::change(lang, &proposal.when, values.when),
        enablers: terms(values.enablers, "enabler", proposal.enablers.get()),
        ephos: terms(values.ephos, "epho", proposal.ephos.get()),
        ..none.clone()
    };
    (edit != none).then_some(edit)
}

/// Changes a proposal. Only what was changed is written, so that nobody else's words are written over.
pub(super) fn edit(desk: &mut Desk<'_>, of: EventId) {
    let Some(workshop) = desk.workshop() else { return };
    let Some(proposal) = workshop.proposals.get(of) else { return };
    let lang = desk.messages.lang();
    let id = workshop.proposals.label(of).into_owned();
    let asks = asks(workshop, desk.messages, Some(proposal));
    let title = desk.messages.with("proposals-form-edit", &[("id", (&id).into())]);
    desk.push(Form::new(format!("proposal-edit-{id}"), title, asks, move |values, desk| {
        let edit = desk.workshop().and_then(|workshop| edited(workshop, of, lang, &Values::of(values)));
        // Nothing changed is nothing to do.
        edit.is_none_or(|edit| desk.perform(edit).is_some())
    }));
}
