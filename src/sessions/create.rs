//! How a session begins: empty, as a copy, or going on from where another one ended.

use std::sync::Arc;

use jiff::civil::Time;

use crate::fault::{Exit, Fault};
use crate::journal::collect::Lines;
use crate::journal::folder;
use crate::journal::name::SessionName;
use crate::report::{decided, outcome};
use crate::session::{Report, Session};
use crate::workshop::command::{Arrival, Request};
use crate::workshop::commitments::commands::CommitmentAdd;
use crate::workshop::decide::Decision;
use crate::workshop::event::{Event, EventKind, Frame};
use crate::workshop::ideas::commands::IdeaAdd;
use crate::workshop::ideas::{self, Sort};
use crate::workshop::meeting::commands::{SessionDescribe, VocabularyAdd};
use crate::workshop::meeting::events::{SessionEvent, SessionMade};
use crate::workshop::people::commands::PersonAdd;
use crate::workshop::proposals::commands::ProposalAdd;
use crate::workshop::text::Text;
use crate::workshop::thing::Thing;
use crate::workshop::{Workshop, clean};
use crate::world::World;

/// The longest name, in characters.
const MOST_OF_A_NAME: usize = 80;

/// An empty session that is valid: a title, and today as its first day.
///
/// # Errors
/// A name that cannot be one, or is taken; a system that takes no files.
pub fn empty(world: &World, name: &str, report: Report) -> Result<Session, Fault> {
    let (slug, title) = names(world, name)?;
    let mut session = begin(world, slug.clone(), report)?;
    made(&mut session, &slug)?;
    let zone = jiff::tz::TimeZone::get(&world.timezone).unwrap_or(jiff::tz::TimeZone::UTC);
    let today = world.now().to_zoned(zone).date().to_datetime(Time::constant(9, 0, 0, 0));
    let describe = SessionDescribe {
        title: Some(Text::plain(&title)),
        question: None,
        starts: Some(today.to_string().into()),
        timezone: Some(world.timezone.clone()),
        languages: Some(vec!["en".into(), "ru".into()]),
        note: None,
    };
    session.execute_base(&describe.into())?;
    Ok(session)
}

/// A copy of a whole session under a new identity: all ids are kept.
///
/// # Errors
/// As [`empty`].
pub(crate) fn copy(world: &World, name: &str, source: &Session, report: Report) -> Result<Session, Fault> {
    let (slug, _) = names(world, name)?;
    let mut session = begin(world, slug.clone(), report)?;
    fill(&mut session, &slug, source)?;
    Ok(session)
}

/// Puts all of a session into one that was just begun.
///
/// # Errors
/// A system that takes no files.
pub(crate) fn fill(session: &mut Session, slug: &SessionName, source: &Session) -> Result<(), Fault> {
    let events: Vec<Event> = source
        .workshop
        .events()
        .filter(|event| !matches!(event.kind, EventKind::Session(SessionEvent::Made(_))))
        .map(|event| Event::clone(event))
        .collect();
    session.copy_in(&events)?;
    made(session, slug)
}

/// A session that starts from what another one ended with: people, vocabularies, ranked proposals, open commitments and
/// the parking lot.
///
/// # Errors
/// As [`empty`].
pub(crate) fn go_on(world: &World, name: &str, source: &Session, report: Report) -> Result<Session, Fault> {
    let mut session = empty(world, name, report)?;
    for request in inherited(&source.workshop) {
        session.execute_base(&request)?;
    }
    Ok(session)
}

fn names(world: &World, name: &str) -> Result<(SessionName, String), Fault> {
    let bad = |message| Fault::new(Exit::Refused, "bad-name", message).with("name", name);
    let title = name.trim();
    if title.is_empty() {
        return Err(bad("fault-name-empty"));
    }
    if title.chars().count() > MOST_OF_A_NAME {
        return Err(bad("fault-name-too-long"));
    }
    let strange = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':');
    if title.contains(strange) || title.starts_with('.') || clean::clean(title, clean::Lines::One) != title {
        return Err(bad("fault-name-strange"));
    }
    let slug = SessionName::from_title(title).map_err(|_| bad("fault-name-strange"))?;
    let listing = folder::list(world.storage.as_ref(), &world.sessions)
        .map_err(|fault| Fault::folder(&world.sessions, fault))?;
    if listing.sessions.iter().any(|identity| identity.slug == slug) {
        return Err(Fault::new(Exit::Refused, "taken", "fault-session-exists").with("name", &slug));
    }
    Ok((slug, title.to_owned()))
}

fn begin(world: &World, slug: SessionName, report: Report) -> Result<Session, Fault> {
    let listing = folder::list(world.storage.as_ref(), &world.sessions)
        .map_err(|fault| Fault::folder(&world.sessions, fault))?;
    let used: Vec<_> = listing.sessions.iter().map(|identity| identity.sid).collect();
    let sid = world.new_sid(slug.as_str(), &used);
    Ok(Session::begin(world, slug, sid, Lines::new(), "desk", report))
}

fn made(session: &mut Session, slug: &SessionName) -> Result<(), Fault> {
    let kind = EventKind::Session(SessionEvent::Made(SessionMade { slug: slug.as_str().into() }));
    let frame = Frame { at: session.world().now(), ..Frame::default() };
    let who = session.who().clone();
    session.append_base(Decision { kind, frame, who }).map(drop)
}

/// What a following meeting starts from, as commands: ids are kept.
pub(crate) fn inherited(workshop: &Workshop) -> Vec<Request> {
    let mut requests = Vec::new();
    let mut add = |command: crate::workshop::command::Command, id: &str| {
        requests.push(Request { command, id: plain_id(id), at: None, who: None });
    };
    let meeting = &workshop.meeting;
    add(
        SessionDescribe {
            title: None,
            question: Some(meeting.question.text()).filter(|text| !text.is_empty()),
            starts: None,
            timezone: meeting.timezone.get().cloned(),
            languages: Some(meeting.languages()),
            note: None,
        }
        .into(),
        "",
    );
    for term in workshop.terms.iter() {
        let command = VocabularyAdd { group: term.group().into(), name: term.name.text() };
        add(command.into(), &workshop.terms.label(term.key()));
    }
    for person in workshop.people.iter() {
        let command = PersonAdd {
            name: person.name.text(),
            organisation: Some(person.organisation.text()).filter(|text| !text.is_empty()),
            kind: person.kind.get().cloned(),
            country: person.country.get().cloned(),
            languages: person.languages.get().cloned(),
            role: person.role.get().cloned(),
            arrives: Some(Arrival::Day(1)),
        };
        add(command.into(), &workshop.people.label(person.key()));
    }
    for proposal in ranked(workshop) {
        let command = ProposalAdd {
            title: proposal.title.text(),
            leads: Some(proposal.leads().to_vec()),
            partners: Some(proposal.partners().to_vec()),
            place: Some(proposal.place.text()).filter(|text| !text.is_empty()),
            when: Some(proposal.when.text()).filter(|text| !text.is_empty()),
            enablers: proposal.enablers.get().cloned(),
            ephos: proposal.ephos.get().cloned(),
            ideas: None,
        };
        add(command.into(), &workshop.proposals.label(proposal.key()));
    }
    for commitment in workshop.commitments.iter().filter(|commitment| !commitment.is_done()) {
        let proposal = commitment.proposal().map(|key| workshop.proposals.label(key).into_owned());
        let command = CommitmentAdd {
            text: commitment.text.text(),
            owner: commitment.owner().into(),
            due: commitment.due().map(|due| due.to_string().into()),
            with: Some(commitment.with().to_vec()),
            proposal: proposal.filter(|id| workshop.proposals.find(id).is_ok()).map(Into::into),
        };
        add(command.into(), &workshop.commitments.label(commitment.key()));
    }
    let parked = |idea: &&ideas::Idea| idea.sort() == Sort::Parking && !idea.is_off_record();
    for idea in ideas::standing(&workshop.ideas).filter(parked) {
        let command = IdeaAdd {
            text: idea.text.text(),
            room: None,
            tags: Some(idea.tags().cloned().collect()),
            author: Some(idea.author().into()).filter(|author: &Arc<str>| !author.is_empty()),
            kind: Some(Sort::Parking.name().into()),
        };
        add(command.into(), &workshop.ideas.label(idea.key()));
    }
    requests
}

/// An id that can be given to a new thing: `id~2` and the ids of events are not chosen but given.
fn plain_id(id: &str) -> Option<Arc<str>> {
    let usable = !id.is_empty() && !id.contains('~') && id.parse::<crate::workshop::id::EventId>().is_err();
    usable.then(|| id.into())
}

/// The proposals, those that a vote ranked first, best first.
fn ranked(workshop: &Workshop) -> Vec<&crate::workshop::proposals::Proposal> {
    let mut rank = std::collections::HashMap::new();
    let closed = workshop.votes.iter().filter_map(|vote| Some((vote.closed_at()?, vote.key())));
    if let Some(last) = closed.max().and_then(|(_, vote)| workshop.votes.get(vote))
        // A run-off ranks but those who were tied.
        && let first = decided::first_of(&outcome::Results::new(workshop), last, |vote| vote.closed_at().is_some())
        && let Some(outcome) = outcome::result(workshop, first.key())
    {
        rank.extend(outcome.rows.iter().map(|row| (row.option, row.rank)));
    }
    let mut proposals: Vec<_> =
        workshop.proposals.iter().filter(|proposal| proposal.state() != "withdrawn").collect();
    proposals.sort_by_key(|proposal| rank.get(&proposal.key()).copied().unwrap_or(u32::MAX));
    proposals
}
