//! What Groups shows of the workshop, computed again whenever something has changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::figures::Figures;
use super::planning::Planning;
use super::words::{self, Names};
use crate::language::{Arg, Messages};
use crate::planner::{self, Groups as Seated, RoomFacts, RoomLanguage};
use crate::workshop::Workshop;
use crate::workshop::groups::Round;
use crate::workshop::groups::asked::{Asked, problem_of, round_day};
use crate::workshop::id::EventId;
use crate::workshop::people::Person;
use crate::workshop::text::Lang;
use crate::workshop::thing::Thing;

/// A round in the list of rounds.
#[derive(Debug, Clone, Default)]
pub(crate) struct RoundRow {
    pub key: EventId,
    pub title: String,
    /// The day, and how many are seated.
    pub about: String,
    /// Whether anybody is seated.
    pub planned: bool,
}

/// Somebody in a cell.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seat {
    pub person: EventId,
    pub id: String,
    pub name: String,
    /// What of the name is shown where all of it has no room.
    pub short: String,
    /// Languages, best first.
    pub languages: String,
    pub organisation: String,
    /// Host of this room.
    pub host: bool,
    /// Held here.
    pub held: bool,
    /// Not there on the day of the round.
    pub absent: bool,
    pub interpreter: bool,
    /// Without the words of the others in this room.
    pub left_out: bool,
    /// Seated in different rooms by two devices.
    pub torn: bool,
    /// Whom they meet again in this room, and how often they had met before.
    pub again: Vec<(String, u32)>,
}

impl Seat {
    /// Earlier meetings with anybody in this room.
    pub(crate) fn met_before(&self) -> u32 {
        self.again.iter().map(|(_, times)| times).sum()
    }
}

/// How the people of a room can talk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Speech {
    /// Nothing is known, or nobody is in it.
    #[default]
    Open,
    /// In these languages.
    Common(String),
    /// Through interpreters.
    Interpreted,
    /// Not with one another.
    None,
}

/// A column of the grid: a room, or the people without one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Column {
    /// The room's id; none for the people without a room.
    pub room: Option<Arc<str>>,
    pub title: String,
    /// What is talked about.
    pub topic: String,
    /// How many of how many.
    pub size: String,
    /// Whether that is fewer or more than was asked for.
    pub off_size: bool,
    /// How many speak what.
    pub tongues: String,
    /// How they can talk.
    pub speech: Speech,
    /// The people.
    pub seats: Vec<Seat>,
}

/// Another round, in short: its title, and who is in each room.
#[derive(Debug, Clone, Default)]
pub(crate) struct Other {
    pub title: String,
    /// Each room that anybody is in: its title, and the people with their ids.
    pub rooms: Vec<(String, Vec<(EventId, String)>)>,
}

/// The chosen round.
#[derive(Debug, Clone, Default)]
pub(crate) struct RoundLook {
    pub key: EventId,
    pub title: String,
    /// The title in the other language.
    pub other: String,
    /// The day and the item in which it is held, and how many are there.
    pub about: String,
    /// Whether its title, item or rooms have two versions.
    pub torn: u32,
    /// People without a room first, if there are any; then the rooms.
    pub columns: Vec<Column>,
    /// How many rooms.
    pub rooms: usize,
    /// What the plan is worth; none while nobody is seated.
    pub figures: Option<Figures>,
    /// What could not be had, in sentences.
    pub unmet: Vec<String>,
    /// How many are there on its day.
    pub present: usize,
    /// The other rounds that are planned, or being planned.
    pub others: Vec<Other>,
}

impl RoundLook {
    /// Whether the first column holds the people without a room.
    pub(crate) fn has_loose(&self) -> bool {
        self.columns.first().is_some_and(|column| column.room.is_none())
    }
}

/// The list of rounds.
pub(crate) fn rounds(workshop: &Workshop, messages: &Messages) -> Vec<RoundRow> {
    let row = |round: &Round| {
        let seated = round.seated().count();
        let people = messages.with("count-people", &[("n", seated.into())]);
        let day = ("day", Arg::from(round_day(workshop, round)));
        RoundRow {
            key: round.key(),
            title: round.title.in_(messages.lang()).to_owned(),
            about: match seated {
                0 => messages.with("groups-round-open", &[day]),
                _ => messages.with("groups-round-planned", &[day, ("people", people.into())]),
            },
            planned: seated > 0,
        }
    };
    workshop.rounds.iter().map(row).collect()
}

/// A plan that is being made: who would sit where.
#[derive(Debug, Clone)]
pub(crate) struct Preview {
    /// The chosen round.
    groups: Seated,
    /// All others that count as meetings.
    history: Vec<Seated>,
    /// Those of them that are being planned.
    others: Vec<(EventId, Seated)>,
}

impl Preview {
    /// What the best plan so far has for this round; none where it is not planned, or nothing was found yet.
    pub(crate) fn of(planning: &Planning, round: EventId) -> Option<Self> {
        let nth = planning.asked.rounds.iter().position(|asked| *asked == round)?;
        let mut plan = planning.best()?;
        let groups = (nth < plan.len()).then(|| plan.remove(nth))?;
        let mut others = planning.asked.rounds.clone();
        others.remove(nth);
        let others = others.into_iter().zip(plan.iter().cloned()).collect();
        let history = planning.asked.problem.history.iter().cloned().chain(plan).collect();
        Some(Self { groups, history, others })
    }
}

/// The chosen round, as it is or as it would be; none when there is no such round.
pub(crate) fn round(
    workshop: &Workshop,
    messages: &Messages,
    key: EventId,
    preview: Option<Preview>,
) -> Option<RoundLook> {
    let round = workshop.rounds.get(key)?;
    let mut view = problem_of(workshop, key)?;
    let mut current = view.current(0, round);
    let planned = round.is_planned() || preview.is_some();
    let mut planning = Vec::new();
    if let Some(preview) = preview {
        current = preview.groups;
        view.problem.history = preview.history;
        planning = preview.others;
    }
    let facts = planner::facts(&view.problem, 0, &current);
    let lang = messages.lang();
    let seats = Seats { workshop, messages, round, view: &view, day: round_day(workshop, round) };
    let mut columns = Vec::new();
    let mut seated = vec![false; view.people.len()];
    current.iter().flatten().for_each(|number| {
        if let Some(flag) = seated.get_mut(*number) {
            *flag = true;
        }
    });
    let there = view.there_in(0);
    let is_seated = |number: &usize| seated.get(*number).copied().unwrap_or(false);
    let loose: Vec<usize> = there.iter().copied().filter(|number| !is_seated(number)).collect();
    if !loose.is_empty() {
        columns.push(seats.loose(&loose));
    }
    for ((room, people), facts) in round.rooms().iter().zip(&current).zip(&facts) {
        columns.push(seats.column(room, people, facts));
    }
    let names = Names { workshop, messages, view: &view, round };
    let unmet = if planned || round.rooms().is_empty() {
        let unmet = planner::unmet(&view.problem, 0, &current);
        unmet.iter().map(|unmet| words::unmet(&names, unmet)).collect()
    } else {
        Vec::new()
    };
    let here = messages.with("count-people", &[("n", there.len().into())]);
    let args = [("day", Arg::from(round_day(workshop, round))), ("people", here.into())];
    let item = round.item.get().and_then(|item| workshop.items.get(*item));
    let about = match item {
        Some(item) => {
            let [day, people] = args;
            messages.with("groups-about", &[day, people, ("item", item.title.in_(lang).into())])
        }
        None => messages.with("groups-about-no-item", &args),
    };
    Some(RoundLook {
        key,
        title: round.title.in_(lang).to_owned(),
        other: round
            .title
            .get(lang.other())
            .filter(|_| round.title.get(lang).is_some())
            .unwrap_or("")
            .to_owned(),
        about,
        torn: round.versions(),
        columns,
        rooms: round.rooms().len(),
        figures: planned.then(|| Figures::of(workshop, &view, &current, &facts)),
        unmet,
        present: there.len(),
        others: others(workshop, messages, &view, key, &planning),
    })
}

/// The other rounds in which anybody sits, as they are or as they would be.
fn others(
    workshop: &Workshop,
    messages: &Messages,
    view: &Asked,
    but: EventId,
    planning: &[(EventId, Seated)],
) -> Vec<Other> {
    let named = |person: EventId| (person, workshop.people.label(person).into_owned());
    let one = |round: &Round| {
        let planned = planning.iter().find(|(key, _)| *key == round.key()).map(|(_, plan)| plan);
        let rooms = round.rooms().iter().enumerate().map(|(place, room)| {
            let people: Vec<EventId> = match planned {
                Some(plan) => {
                    let people = plan.get(place).into_iter().flatten();
                    people.filter_map(|number| view.people.get(*number).copied()).collect()
                }
                None => {
                    let here = round.seated().filter(|(_, at)| **at == room.id).map(|(person, _)| person);
                    let mut here: Vec<EventId> = here.collect();
                    here.sort_by_key(|person| view.number(*person));
                    here
                }
            };
            (room.title.in_(messages.lang()).to_owned(), people.into_iter().map(named).collect::<Vec<_>>())
        });
        let rooms: Vec<_> = rooms.filter(|(_, people)| !people.is_empty()).collect();
        Other { title: round.title.in_(messages.lang()).to_owned(), rooms }
    };
    let rounds = workshop.rounds.iter().filter(|round| round.key() != but).map(one);
    rounds.filter(|other| !other.rooms.is_empty()).collect()
}

struct Seats<'a> {
    workshop: &'a Workshop,
    messages: &'a Messages,
    round: &'a Round,
    view: &'a Asked,
    day: u32,
}

impl Seats<'_> {
    fn loose(&self, people: &[usize]) -> Column {
        Column {
            title: self.messages.say("groups-without-room"),
            size: self.messages.with("count-people", &[("n", people.len().into())]),
            off_size: self.round.is_planned() && !self.round.is_chosen(),
            tongues: self.tongues(people),
            seats: people.iter().filter_map(|number| self.seat(*number, &[], &[], &[])).collect(),
            ..Column::default()
        }
    }

    fn column(
        &self,
        room: &crate::workshop::groups::events::Room,
        people: &[usize],
        facts: &RoomFacts,
    ) -> Column {
        let lang = self.messages.lang();
        let left_out: &[usize] = match &facts.language {
            RoomLanguage::Without(left) if !facts.interpreted => left,
            _ => &[],
        };
        let mut seats: Vec<Seat> =
            people.iter().filter_map(|n| self.seat(*n, &room.hosts, left_out, &facts.again)).collect();
        seats.sort_by_key(|seat| !seat.host);
        let n = people.len();
        let below = room.min.is_some_and(|min| n < min as usize);
        let above = room.max.is_some_and(|max| n > max as usize);
        Column {
            room: Some(room.id.clone()),
            title: room.title.in_(lang).to_owned(),
            topic: room.topic.in_(lang).to_owned(),
            size: words::size(self.messages, n, room.min, room.max),
            off_size: (below || above) && self.round.is_planned(),
            tongues: self.tongues(people),
            speech: match &facts.language {
                RoomLanguage::Open => Speech::Open,
                RoomLanguage::Common(_) => Speech::Common(self.common(people)),
                RoomLanguage::Interpreted(_) => Speech::Interpreted,
                RoomLanguage::Without(_) if facts.interpreted => Speech::Interpreted,
                RoomLanguage::Without(_) => Speech::None,
            },
            seats,
        }
    }

    fn person(&self, number: usize) -> Option<&Person> {
        self.view.people.get(number).and_then(|key| self.workshop.people.get(*key))
    }

    fn seat(
        &self,
        number: usize,
        hosts: &[EventId],
        left_out: &[usize],
        again: &[(usize, usize, u32)],
    ) -> Option<Seat> {
        let person = self.person(number)?;
        let lang = self.messages.lang();
        let name = person.name.in_(lang).to_owned();
        let with = |(p, q, times): &(usize, usize, u32)| {
            let other = if *p == number { *q } else { *p };
            let key = self.view.people.get(other).filter(|_| *p == number || *q == number)?;
            Some((self.workshop.people.label(*key).into_owned(), *times))
        };
        Some(Seat {
            person: person.key(),
            id: self.workshop.people.label(person.key()).into_owned(),
            short: short(&name).to_owned(),
            name,
            languages: person
                .languages()
                .iter()
                .map(|code| code.to_uppercase())
                .collect::<Vec<_>>()
                .join(" "),
            organisation: person.organisation.in_(lang).to_owned(),
            host: hosts.contains(&person.key()),
            held: self.round.is_held(person.key()),
            absent: !person.is_present(self.day),
            interpreter: person.interprets(),
            left_out: left_out.contains(&number),
            torn: self.round.is_conflicted(person.key()),
            again: again.iter().filter_map(with).collect(),
        })
    }

    /// How many speak English only, Russian only, both, others.
    fn tongues(&self, people: &[usize]) -> String {
        let [en, ru] = Lang::ALL.map(|lang| self.messages.say(&format!("language-{}-short", lang.code())));
        let mut counts = [0_usize; 4];
        for person in people.iter().filter_map(|number| self.person(*number)) {
            let place = match Lang::ALL.map(|lang| person.speaks(lang.code())) {
                [true, false] => 0,
                [false, true] => 1,
                [true, true] => 2,
                [false, false] => 3,
            };
            if let Some(count) = counts.get_mut(place) {
                *count += 1;
            }
        }
        let both = format!("{en}/{ru}");
        let other = self.messages.say("groups-other-language");
        let named = counts.iter().zip([en, ru, both, other]).filter(|(count, _)| **count > 0);
        named.map(|(count, name)| format!("{count} {name}")).collect::<Vec<_>>().join(" ")
    }

    /// The languages that everybody here whose languages are known speaks.
    fn common(&self, people: &[usize]) -> String {
        let known: Vec<&Person> = people
            .iter()
            .filter_map(|number| self.person(*number))
            .filter(|person| !person.languages().is_empty())
            .collect();
        let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
        for code in known.iter().flat_map(|person| person.languages()) {
            *codes.entry(code).or_default() += 1;
        }
        let all = codes.into_iter().filter(|(_, speakers)| *speakers >= known.len());
        all.map(|(code, _)| code.to_uppercase()).collect::<Vec<_>>().join(" ")
    }
}

/// What tells a name of several parts (role, kind, place) apart where the whole has no room: the last of them. A name of
/// one or two parts is a person's and stays.
pub(crate) fn short(name: &str) -> &str {
    if name.matches(", ").count() < 2 {
        return name;
    }
    name.rsplit(", ").next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_seat_is_told_apart_by_its_place_and_a_person_by_the_name() {
        assert_eq!(short("Delegate 1, national service, Kazakhstan"), "Kazakhstan");
        assert_eq!(short("Kowalska, Anna"), "Kowalska, Anna");
    }
}
