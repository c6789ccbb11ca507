//! The problem as it is stated: people, rounds of rooms, what was before, what must be.
//!
//! People and rooms are numbers (places in the lists); who they are stays with the caller.

use std::collections::HashMap;

use super::language::LanguageSet;

/// People, rounds and rules, from which rooms are to be filled.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Problem {
    /// Everybody there is. A person's number is the place in this list.
    pub people: Vec<Person>,
    /// What is to be spread evenly over the rooms: organisation, kind, country, …
    pub columns: Vec<Column>,
    /// The rounds to plan, in the order in which they are held.
    pub rounds: Vec<Round>,
    /// The groups of rounds already held: who has met whom. Numbers that are not in `people` are passed over.
    pub history: Vec<Groups>,
    /// What is asked of every room.
    pub rules: Rules,
    /// People no two of whom may sit in one room: colleagues, a chair and a critic, …
    pub apart: Vec<Vec<usize>>,
    /// People who must all sit in one room, in every round in which they are there.
    pub together: Vec<Vec<usize>>,
    /// For each person, the topics they want, the dearest first (numbers as in [`Room::topic`]); empty, or a list too
    /// short: they do not mind.
    pub preferences: Vec<Vec<u32>>,
    /// Where everybody sits in the plan that is changed, for each round: what [`super::Worth::disturbance`] counts.
    /// Empty when nothing was planned before.
    pub before: Vec<Groups>,
}

/// One round's groups of people, in the order of its rooms.
pub(crate) type Groups = Vec<Vec<usize>>;

/// What the planner needs to know about somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Person {
    /// The languages they work in; empty when not known.
    pub languages: LanguageSet,
    /// Whether they interpret between their languages for the room they sit in.
    pub interpreter: bool,
}

/// One attribute of everybody, its values numbered from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// One entry a person, in the order of [`Problem::people`]; `None` (or a list too short): nothing is known.
    pub values: Vec<Option<u32>>,
}

impl Column {
    /// Numbers the values in the order of their first appearance. Empty texts count as not known.
    pub(crate) fn intern<'a>(values: impl IntoIterator<Item = Option<&'a str>>) -> Self {
        let mut seen: HashMap<&str, u32> = HashMap::new();
        let number = |value: &'a str| {
            let next = u32::try_from(seen.len()).unwrap_or(u32::MAX);
            *seen.entry(value).or_insert(next)
        };
        Self {
            values: values
                .into_iter()
                .map(|value| value.filter(|text| !text.is_empty()))
                .scan(number, |number, value| Some(value.map(number)))
                .collect(),
        }
    }
}

/// One round of breakout groups.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Round {
    /// Its rooms. A room's number is the place in this list.
    pub rooms: Vec<Room>,
    /// Seats that somebody fixed by hand.
    pub held: Vec<Held>,
    /// People who are not there in this round. (Those who are never there may as well be left out of the problem.)
    pub absent: Vec<usize>,
    /// How many of its rooms can be interpreted: these need no common language.
    pub interpreters: usize,
    /// What people want in this round, in place of [`Problem::preferences`]; empty: those hold.
    pub preferences: Vec<Vec<u32>>,
}

/// One room of a round.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Room {
    /// The fewest people it should have.
    pub min: Option<usize>,
    /// The most people it can have.
    pub max: Option<usize>,
    /// People who stay with it.
    pub hosts: Vec<usize>,
    /// The number of the topic it works on, if it has one.
    pub topic: Option<u32>,
}

/// A seat fixed by hand: this person sits in this room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    pub person: usize,
    pub room: usize,
}

/// What is asked of every room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// A common working language, or an interpreter in the room ([`super::language::room_language`]), or one of the round's
    /// interpreted rooms.
    pub language: bool,
    /// Nobody sits in a room where nobody else speaks a language of theirs.
    pub alone: bool,
    /// Which of mixing and balance comes first.
    pub order: Order,
}

impl Default for Rules {
    fn default() -> Self {
        Self { language: true, alone: false, order: Order::Mixing }
    }
}

/// Which of mixing and balance comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Meeting new people before even shares of every kind.
    #[default]
    Mixing,
    /// The other way round.
    Balance,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_numbered_as_they_come() {
        let column = Column::intern([Some("ngo"), None, Some("state"), Some(""), Some("ngo")]);
        assert_eq!(column.values, [Some(0), None, Some(1), None, Some(0)]);
    }
}
