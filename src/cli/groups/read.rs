//! From an instance to a problem: names become numbers, and what cannot be meant is refused by name.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

use super::instance::{Instance, OrderSpec, PersonSpec, RoundSpec};
use crate::fault::{Exit, Fault};
use crate::planner::{
    Column, Groups, Held, LanguageBook, LanguageSet, Order, Person, Problem, Room, Round, Rules,
};

const MOST_PEOPLE: usize = 2_000_000;
/// The most seats in all rounds, and the most cells of rounds, rooms and people that a plan may be asked for.
const MOST_SEATS: usize = 50_000_000;

/// A refusal with its sentence.
fn wrong(message: &'static str) -> Fault {
    Fault::new(Exit::Refused, "instance", message)
}

/// Reads the JSON of an instance.
pub(super) fn instance(text: &str) -> Result<Instance, Fault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut json = serde_json::Deserializer::from_str(text);
    let read: Result<Instance, _> = serde_path_to_error::deserialize(&mut json);
    let instance = read.map_err(|error| {
        let (path, why) = (error.path().to_string(), error.inner().to_string());
        match why.strip_prefix("unknown field `").and_then(|rest| rest.split_once('`')) {
            Some((key, _)) => wrong("fault-instance-key").with("key", key).with("path", path),
            None => wrong("fault-instance-json").with("path", path).with("why", why),
        }
    })?;
    json.end().map_err(|error| wrong("fault-instance-json").with("path", ".").with("why", error))?;
    Ok(instance)
}

struct Roll<'a> {
    numbers: HashMap<&'a str, usize>,
}

impl<'a> Roll<'a> {
    fn of(people: &'a [PersonSpec]) -> Result<Self, Fault> {
        let mut numbers = HashMap::new();
        for (number, person) in people.iter().enumerate() {
            if person.id.trim().is_empty() {
                return Err(wrong("fault-instance-no-id").with("number", number + 1));
            }
            if let Some(first) = numbers.insert(person.id.as_str(), number) {
                return Err(wrong("fault-instance-twice")
                    .with("person", &person.id)
                    .with("first", first + 1)
                    .with("second", number + 1));
            }
        }
        Ok(Self { numbers })
    }

    fn number(&self, id: &str, path: impl Fn() -> String) -> Result<usize, Fault> {
        let number = self.numbers.get(id).copied();
        number.ok_or_else(|| wrong("fault-instance-who").with("person", id).with("path", path()))
    }

    fn group(&self, ids: &[String], path: impl Fn() -> String) -> Result<Vec<usize>, Fault> {
        let mut group = Vec::with_capacity(ids.len());
        for id in ids {
            group.push(self.number(id, &path)?);
        }
        let mut sorted = group.clone();
        sorted.sort_unstable();
        if let Some(twice) = sorted.windows(2).find(|two| two.first() == two.last()) {
            let id = ids.iter().find(|id| self.numbers.get(id.as_str()) == twice.first());
            return Err(wrong("fault-instance-listed-twice")
                .with("person", id.map_or("", String::as_str))
                .with("path", path()));
        }
        Ok(group)
    }

    fn rounds(&self, rounds: &[Vec<Vec<String>>], key: &str) -> Result<Vec<Groups>, Fault> {
        let mut read = Vec::with_capacity(rounds.len());
        for (r, groups) in rounds.iter().enumerate() {
            let mut round = Vec::with_capacity(groups.len());
            for (g, group) in groups.iter().enumerate() {
                round.push(self.group(group, || format!("{key}[{r}][{g}]"))?);
            }
            read.push(round);
        }
        Ok(read)
    }
}

/// The problem that an instance states.
pub(super) fn problem(instance: &Instance) -> Result<Problem, Fault> {
    let people = instance.people.len();
    if people == 0 {
        return Err(wrong("fault-instance-nobody"));
    }
    if instance.rounds.is_empty() {
        return Err(wrong("fault-instance-no-rounds"));
    }
    let rooms: usize = instance.rounds.iter().map(|round| round.rooms.len()).sum();
    if people > MOST_PEOPLE || people.saturating_mul(instance.rounds.len()) > MOST_SEATS || rooms > MOST_SEATS
    {
        return Err(wrong("fault-instance-too-many").with("most", MOST_PEOPLE).with("seats", MOST_SEATS));
    }
    let roll = Roll::of(&instance.people)?;
    let topics = topics(instance);
    let mut rounds = Vec::new();
    for (number, round) in instance.rounds.iter().enumerate() {
        rounds.push(read_round(number, round, &roll, &topics)?);
    }
    hold(instance, &roll, &mut rounds)?;
    let mut problem = Problem {
        people: read_people(&instance.people)?,
        columns: instance
            .rules
            .balance
            .iter()
            .map(|name| column(instance, name))
            .collect::<Result<_, _>>()?,
        rounds,
        history: roll.rounds(&instance.history, "history")?,
        rules: Rules {
            language: instance.rules.language,
            alone: instance.rules.alone,
            order: match instance.rules.order {
                OrderSpec::Mixing => Order::Mixing,
                OrderSpec::Balance => Order::Balance,
            },
        },
        preferences: preferences(instance, &roll, &topics)?,
        before: roll.rounds(&instance.before, "before")?,
        ..Problem::default()
    };
    for (n, group) in instance.rules.apart.iter().enumerate() {
        problem.apart.push(roll.group(group, || format!("rules.apart[{n}]"))?);
    }
    for (n, group) in instance.rules.together.iter().enumerate() {
        problem.together.push(roll.group(group, || format!("rules.together[{n}]"))?);
    }
    for name in &instance.rules.apart_by {
        let values = column(instance, name)?.values;
        let mut groups: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (p, value) in values.iter().enumerate() {
            if let Some(value) = value {
                groups.entry(*value).or_default().push(p);
            }
        }
        problem.apart.extend(groups.into_values().filter(|group| group.len() > 1));
    }
    Ok(problem)
}

fn read_people(people: &[PersonSpec]) -> Result<Vec<Person>, Fault> {
    let mut book = LanguageBook::default();
    let mut read = Vec::with_capacity(people.len());
    for person in people {
        let codes: Vec<String> = person
            .languages
            .iter()
            .map(|code| code.trim().to_lowercase())
            .filter(|c| !c.is_empty())
            .collect();
        let languages: LanguageSet = book
            .intern(codes.iter().map(String::as_str))
            .map_err(|_| wrong("fault-instance-languages").with("person", &person.id))?;
        read.push(Person { languages, interpreter: false });
    }
    Ok(read)
}

/// A column of everybody, by name. One that nobody has is a slip of the pen.
fn column(instance: &Instance, name: &str) -> Result<Column, Fault> {
    let text = |value: &Value| match value {
        Value::String(text) if text.trim().is_empty() => None,
        Value::String(text) => Some(text.clone()),
        Value::Null => None,
        other => Some(other.to_string()),
    };
    let languages = |person: &PersonSpec| {
        let mut codes = person.languages.clone();
        codes.sort();
        (!codes.is_empty()).then(|| codes.join(" "))
    };
    let values: Vec<Option<String>> = match name {
        "languages" => instance.people.iter().map(languages).collect(),
        _ => instance.people.iter().map(|person| person.columns.get(name).and_then(text)).collect(),
    };
    if values.iter().all(Option::is_none) {
        return Err(wrong("fault-instance-column").with("column", name));
    }
    Ok(Column::intern(values.iter().map(Option::as_deref)))
}

/// Every topic that a room works on has a number.
fn topics(instance: &Instance) -> HashMap<&str, u32> {
    let offered: BTreeSet<&str> =
        instance.rounds.iter().flat_map(|r| &r.rooms).filter_map(|room| room.topic.as_deref()).collect();
    offered.into_iter().zip(0..).collect()
}

fn preferences(
    instance: &Instance,
    roll: &Roll<'_>,
    topics: &HashMap<&str, u32>,
) -> Result<Vec<Vec<u32>>, Fault> {
    let mut lists = Vec::new();
    for (person, wanted) in &instance.preferences {
        let number = roll.number(person, || "preferences".to_owned())?;
        let mut list = Vec::with_capacity(wanted.len());
        for topic in wanted {
            let known = topics
                .get(topic.as_str())
                .copied()
                .ok_or_else(|| wrong("fault-instance-topic").with("person", person).with("topic", topic))?;
            if list.contains(&known) {
                return Err(wrong("fault-instance-topic-twice").with("person", person).with("topic", topic));
            }
            list.push(known);
        }
        lists.resize(lists.len().max(number + 1), Vec::new());
        if let Some(place) = lists.get_mut(number) {
            *place = list;
        }
    }
    Ok(lists)
}

fn read_round(
    number: usize,
    round: &RoundSpec,
    roll: &Roll<'_>,
    topics: &HashMap<&str, u32>,
) -> Result<Round, Fault> {
    let mut seen = BTreeSet::new();
    let mut rooms = Vec::with_capacity(round.rooms.len());
    for (n, room) in round.rooms.iter().enumerate() {
        if room.id.trim().is_empty() {
            return Err(wrong("fault-instance-room-no-id").with("round", number + 1).with("number", n + 1));
        }
        if !seen.insert(&room.id) {
            return Err(wrong("fault-instance-room-twice").with("room", &room.id).with("round", number + 1));
        }
        if let (Some(min), Some(max)) = (room.min, room.max)
            && min > max
        {
            return Err(wrong("fault-instance-min-max")
                .with("room", &room.id)
                .with("round", number + 1)
                .with("min", min)
                .with("max", max));
        }
        rooms.push(Room {
            min: room.min,
            max: room.max,
            hosts: roll.group(&room.hosts, || format!("rounds[{number}].rooms[{n}].hosts"))?,
            topic: room.topic.as_deref().and_then(|topic| topics.get(topic).copied()),
        });
    }
    Ok(Round {
        preferences: Vec::new(),
        rooms,
        held: Vec::new(),
        absent: roll.group(&round.absent, || format!("rounds[{number}].absent"))?,
        interpreters: round.interpreters,
    })
}

fn hold(instance: &Instance, roll: &Roll<'_>, rounds: &mut [Round]) -> Result<(), Fault> {
    for (n, held) in instance.held.iter().enumerate() {
        let person = roll.number(&held.person, || format!("held[{n}]"))?;
        let named = instance.rounds.get(held.round).ok_or_else(|| {
            wrong("fault-instance-round").with("round", held.round).with("rounds", instance.rounds.len())
        })?;
        let room = named.rooms.iter().position(|room| room.id == held.room).ok_or_else(|| {
            wrong("fault-instance-room").with("room", &held.room).with("round", held.round + 1)
        })?;
        if let Some(round) = rounds.get_mut(held.round) {
            round.held.push(Held { person, room });
        }
    }
    Ok(())
}
