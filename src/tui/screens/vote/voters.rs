//! Who may vote: everybody who is here, or those who are named.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::forms::{found, seats};
use super::rules::{Size, nothing, ruled_anew};
use crate::language::Messages;
use crate::tui::ctx::Desk;
use crate::tui::layers::{Choose, PickRow};
use crate::tui::screens::people::model::{Standing, kind_in};
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::people::Person;
use crate::workshop::text::Lang;
use crate::workshop::thing::Thing;
use crate::workshop::votes::commands::VoteChange;

/// Chooses who may vote; nobody taken: everybody who is here.
pub(super) fn choose(desk: &mut Desk<'_>, key: EventId) {
    let Some((vote, id)) = found(desk, key) else { return };
    let Some(workshop) = desk.workshop() else { return };
    let taken: Vec<String> = seats(workshop, vote).iter().map(ToString::to_string).collect();
    let today = workshop.meeting.day_at(desk.now()).and_then(|day| u32::try_from(day).ok());
    let today = today.unwrap_or(1).max(1);
    let rows = rows(workshop, today, desk.messages);
    if rows.is_empty() {
        return desk.say("vote-no-people", &[]);
    }
    let groups = groups(workshop, desk.messages);
    let title = desk.messages.with("vote-form-voters", &[("id", id.as_str().into())]);
    let choose = Choose::new(title, rows, &taken, move |taken, desk| {
        let Some((vote, id)) = found(desk, key) else { return true };
        let Some(workshop) = desk.workshop() else { return true };
        // In the order of the roster, whatever order they were taken in.
        let all = workshop.people.iter().map(|person| workshop.people.label(person.key()).into_owned());
        let voters: Vec<Arc<str>> = all.filter(|label| taken.contains(label)).map(Into::into).collect();
        if voters == seats(workshop, vote) {
            return true;
        }
        let size = Size::of(workshop, desk, vote.options().len(), voters.len());
        let (dots, cap, dots_rule) = ruled_anew(vote, size);
        let told = (voters.is_empty(), size.voters);
        if desk.perform(VoteChange { voters: Some(voters), dots, cap, dots_rule, ..nothing(&id) }).is_none() {
            return false;
        }
        desk.say(if told.0 { "vote-said-all-vote" } else { "vote-said-voters" }, &[("n", told.1.into())]);
        true
    });
    desk.push(choose.with_groups(groups));
}

/// Everybody on the roster, those of one kind together.
fn rows(workshop: &Workshop, today: u32, messages: &Messages) -> Vec<PickRow> {
    let lang = messages.lang();
    let mut people: Vec<(String, &Person)> =
        workshop.people.iter().map(|person| (kind(workshop, person, lang), person)).collect();
    // Who has no kind stands last; within a kind it is the order of the roster.
    people.sort_by(|(a, _), (b, _)| (a.is_empty(), a).cmp(&(b.is_empty(), b)));
    let row = |(kind, person): (String, &Person)| {
        let label = workshop.people.label(person.key()).into_owned();
        let standing = Standing::of(person, today);
        let shown = format!("{} {label}  {}", standing.mark(), person.name.in_(lang));
        let spoken: Vec<&str> = person.languages().iter().map(AsRef::as_ref).collect();
        let aside = [spoken.join(" "), kind];
        let aside = aside.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        PickRow::new(label, shown, aside)
    };
    people.into_iter().map(row).collect()
}

fn kind(workshop: &Workshop, person: &Person, lang: Lang) -> String {
    let kind = person.kind.get().map(AsRef::as_ref).unwrap_or_default();
    if kind.is_empty() { String::new() } else { kind_in(workshop, kind, lang) }
}

/// Whom one takes with one key: those of a kind, those who speak a language; each group that is neither one alone nor all.
fn groups(workshop: &Workshop, messages: &Messages) -> Vec<(String, Vec<String>)> {
    let lang = messages.lang();
    let mut kinds: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for person in workshop.people.iter() {
        let label = workshop.people.label(person.key()).into_owned();
        kinds.entry(kind(workshop, person, lang)).or_default().push(label);
    }
    kinds.remove("");
    let kinds = kinds.into_iter().map(|(kind, members)| {
        let args = [("kind", kind.as_str().into()), ("n", members.len().into())];
        (messages.with("vote-voters-kind", &args), members)
    });
    let languages = Lang::ALL.into_iter().map(|spoken| {
        let speak = workshop.people.iter().filter(|person| person.speaks(spoken.code()));
        let members: Vec<String> =
            speak.map(|person| workshop.people.label(person.key()).into_owned()).collect();
        (
            messages.with(&format!("vote-voters-speak-{}", spoken.code()), &[("n", members.len().into())]),
            members,
        )
    });
    let all = workshop.people.iter().count();
    kinds.chain(languages).filter(|(_, members)| members.len() > 1 && members.len() < all).collect()
}
