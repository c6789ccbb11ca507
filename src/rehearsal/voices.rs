//! What is said: ideas in rooms and in plenary, in the languages of the meeting; some of them are translated.

use std::sync::Arc;

use super::agenda::{is_rest, is_work, last_day};
use super::player::{Player, between, happens, later, name};
use super::task::Task;
use super::words::{Deck, Line, Said};
use crate::language::Arg;
use crate::workshop::Workshop;
use crate::workshop::agenda::{Item, in_order};
use crate::workshop::command::Request;
use crate::workshop::groups::events::Room;
use crate::workshop::id::EventId;
use crate::workshop::ideas::Sort;
use crate::workshop::ideas::commands::{IdeaAdd, IdeaTranslate};
use crate::workshop::text::{Lang, Text};
use crate::workshop::thing::Thing;

/// How often something new is looked for before nothing is said.
const TRIES: usize = 12;
/// The most that is said in one item.
const MOST: i64 = 150;

impl Player {
    /// An item has begun: people will speak in it.
    pub(super) fn speak(&mut self, workshop: &Workshop, item: &Item) {
        if is_rest(item) || item.kind() == "vote" {
            return;
        }
        let stop = self.stop_after(workshop, item).map(|stop| stop.duration_since(self.now).as_secs());
        let length = i64::from(item.minutes()).saturating_mul(60).min(stop.unwrap_or(i64::MAX)).max(60);
        let rounds = super::breakouts::rounds_of(workshop, item.key());
        if !rounds.is_empty() {
            return self.speak_in_rooms(workshop, &rounds, length);
        }
        let (deck, least, most) = match item.kind() {
            _ if is_about_the_meeting(workshop, item) => (Deck::Meeting, 6, 9),
            "activity" | "breakout" => (Deck::Plain, 4, 8),
            "plenary" => (Deck::Plain, 0, 2),
            _ => (Deck::Plain, 1, 4),
        };
        for _ in 0..between(&mut self.room, least, most) {
            let after = between(&mut self.room, 20, (length * 85 / 100).max(20));
            self.put(later(self.now, after), Task::Say(deck, None));
        }
    }

    fn speak_in_rooms(&mut self, workshop: &Workshop, rounds: &[EventId], length: i64) {
        let each = length / i64::try_from(rounds.len().max(1)).unwrap_or(1);
        let mut said = 0;
        for (nth, key) in rounds.iter().enumerate() {
            let Some(round) = workshop.rounds.get(*key) else { continue };
            let from = each.saturating_mul(i64::try_from(nth).unwrap_or(0));
            let seated: Vec<&Arc<str>> = round.seated().map(|(_, room)| room).collect();
            for room in round.rooms().iter().filter(|room| seated.is_empty() || seated.contains(&&room.id)) {
                let deck = if topic(workshop, room).is_empty() { Deck::Plain } else { Deck::Topic };
                let many = (each / 600).clamp(1, 5);
                for _ in 0..between(&mut self.room, many, many + 2) {
                    let after = from + between(&mut self.room, 45, (each * 85 / 100).max(45));
                    said += 1;
                    if said <= MOST {
                        self.put_in(after, Task::Say(deck, Some((*key, room.id.clone()))));
                    }
                }
            }
        }
    }

    /// Something that was not said before, as an idea.
    pub(super) fn say(
        &mut self,
        workshop: &Workshop,
        deck: Deck,
        place: Option<&(EventId, Arc<str>)>,
    ) -> Option<Request> {
        let round = place.and_then(|(round, _)| workshop.rounds.get(*round));
        let room = round.zip(place).and_then(|(round, (_, room))| round.room(room));
        let about =
            room.filter(|_| deck == Deck::Topic).map(|room| topic(workshop, room)).unwrap_or_default();
        let ((line, terms), lang) = self.new_line(deck, &about)?;
        let text = self.words.say(lang, line, &[("topic", Arg::from(about.in_(lang)))]);
        let id = workshop.ideas.free_ids("i-").next()?;
        let there: Vec<EventId> = match (round, place) {
            (Some(round), Some((_, room))) => {
                round.seated().filter(|(_, seat)| *seat == room).map(|(person, _)| person).collect()
            }
            _ => self.present(workshop, self.day),
        };
        let speaks = |key: &&EventId| {
            let person = workshop.people.get(**key);
            person.is_some_and(|person| person.languages().is_empty() || person.speaks(lang.code()))
        };
        let speakers: Vec<&EventId> = there.iter().filter(speaks).collect();
        let author = speakers.get(self.room.below(speakers.len())).map(|key| name(&workshop.people, **key));
        let author = author.filter(|_| happens(&mut self.room, 40));
        let tags: Vec<Arc<str>> = terms
            .iter()
            .filter(|term| workshop.terms.find(term).is_ok())
            .map(|term| Arc::from(*term))
            .collect();
        let kind = match self.room.below(100) {
            _ if deck == Deck::Meeting => None,
            0..8 => Some(Sort::Question),
            8..15 => Some(Sort::Action),
            15..21 => Some(Sort::Parking),
            21..24 => Some(Sort::Quote),
            24..26 => Some(Sort::OffRecord),
            _ => None,
        };
        if happens(&mut self.room, 35) && kind != Some(Sort::OffRecord) {
            let other = lang.other();
            let words = self.words.say(other, line, &[("topic", Arg::from(about.in_(other)))]);
            let after = between(&mut self.room, 60, 400);
            self.put_in(after, Task::Translate(id.clone(), other, words.into()));
        }
        let said = Said { id: id.clone(), deck, line, lang, topic: about, promoted: kind.is_some() };
        self.said.push(said);
        let who = room.map_or_else(|| "plenary".into(), |room| room.id.clone());
        let add = IdeaAdd {
            text: Text::one(lang, text),
            room: room.map(|room| room.id.clone()),
            tags: Some(tags).filter(|tags| !tags.is_empty()),
            author,
            kind: kind.map(|kind| kind.name().into()),
        };
        Some(Request { id: Some(id), who: Some(who), ..Request::from(add) })
    }

    /// A line of the deck in a language in which it was not said yet.
    fn new_line(&mut self, deck: Deck, about: &Text) -> Option<(Line, Lang)> {
        for _ in 0..TRIES {
            let lines = deck.lines();
            let line = *lines.get(self.room.below(lines.len()))?;
            let lang = match self.words.langs.as_slice() {
                [only] => *only,
                _ if happens(&mut self.room, 55) => Lang::En,
                _ => Lang::Ru,
            };
            let known = |said: &Said| said.line == line.0 && said.lang == lang && said.topic == *about;
            if !self.said.iter().any(known) {
                return Some((line, lang));
            }
        }
        None
    }

    pub(super) fn translate(
        &mut self,
        workshop: &Workshop,
        idea: &str,
        language: Lang,
        text: Arc<str>,
    ) -> Option<Request> {
        let known = workshop.ideas.get(workshop.ideas.find(idea).ok()?)?;
        if known.text.get(language).is_some() {
            return None;
        }
        let checked = Some(happens(&mut self.room, 60));
        let translate = IdeaTranslate { idea: idea.into(), language, text, checked };
        Some(Request { who: Some("interpreters".into()), ..Request::from(translate) })
    }
}

/// What a room talks about: its topic or, where that is the id of a proposal or of a term, what that is called.
fn topic(workshop: &Workshop, room: &Room) -> Text {
    let id = room.topic.in_(Lang::En);
    let proposal = workshop.proposals.find(id).ok().and_then(|key| workshop.proposals.get(key));
    let term = workshop.terms.find(id).ok().and_then(|key| workshop.terms.get(key));
    let called = proposal.map(|proposal| &proposal.title).or_else(|| term.map(|term| &term.name));
    called.map_or_else(|| room.topic.clone(), |title| title.text())
}

/// Whether people say in this item how the meeting was: the last work of the last day but the closing and the commitments.
fn is_about_the_meeting(workshop: &Workshop, item: &Item) -> bool {
    let ordered = in_order(&workshop.items);
    let last = last_day(workshop);
    let work = ordered.iter().filter(|item| item.day() == last && is_work(item));
    let work: Vec<EventId> = work.map(|item| item.key()).collect();
    match work.as_slice() {
        [.., but_last, _] if work.len() > 2 => *but_last == item.key(),
        [.., only] => *only == item.key(),
        [] => false,
    }
}
