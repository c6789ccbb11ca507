//! Who sits where, as the wall tells it: room by room, and by name.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::model::Shown;
use crate::tui::layers::matching;
use crate::tui::screens::groups::model::short;
use crate::workshop::people::Person;
use crate::workshop::text::{Lang, Text};
use crate::workshop::thing::Thing;
use crate::workshop::{Workshop, schedule};

/// A room with who sits in it.
#[derive(Debug, Clone)]
pub struct Room {
    /// What stands on its door.
    pub title: Text,
    /// What is talked about.
    pub topic: Text,
    pub people: Vec<Seat>,
}

/// Somebody in a room.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seat {
    /// The seat's id.
    pub seat: String,
    /// The name in the language that they speak best, so that each finds their own.
    pub name: String,
}

/// Somebody in the list by name.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The seat's id.
    pub seat: String,
    /// What tells them apart of their name, in the language that they speak best.
    pub name: String,
    /// The whole name.
    pub whole: Text,
    /// The room's title in that language.
    pub room: String,
    /// And in both.
    pub door: Text,
}

/// The round that was asked for or, without one, that of the running item or the last that was planned.
pub(super) fn groups(workshop: &Workshop, of: Option<&str>) -> Option<Shown> {
    let running = schedule::running(workshop);
    let asked = of.and_then(|of| workshop.rounds.find(of).ok()).and_then(|key| workshop.rounds.get(key));
    let of_running =
        || workshop.rounds.iter().find(|round| running.is_some() && round.item.get().copied() == running);
    let round = asked
        .or_else(of_running)
        .or_else(|| workshop.rounds.iter().rev().find(|round| round.is_planned()))?;
    let (mut rooms, mut index) = (Vec::new(), Vec::new());
    for room in round.rooms() {
        let here = round.seated().filter(|(_, seat)| *seat == &room.id);
        let mut people = Vec::new();
        for person in here.filter_map(|(key, _)| workshop.people.get(key)) {
            let lang = best(person);
            let seat = workshop.people.label(person.key()).into_owned();
            let name = person.name.in_(lang).to_owned();
            index.push(Entry {
                seat: seat.clone(),
                name: short(&name).to_owned(),
                whole: person.name.text(),
                room: room.title.in_(lang).to_owned(),
                door: room.title.clone(),
            });
            people.push(Seat { seat, name });
        }
        people.sort_unstable();
        rooms.push(Room { title: room.title.clone(), topic: room.topic.clone(), people });
    }
    index.sort_by_cached_key(|entry| (alphabetical(&entry.name), entry.seat.clone()));
    Some(Shown::Groups { title: round.title.text(), rooms, index })
}

fn best(person: &Person) -> Lang {
    person.languages().iter().find_map(|code| Lang::from_code(code)).unwrap_or(Lang::En)
}

/// Where a name stands in a list that people read: Latin first, then Cyrillic, each by its alphabet. Case, accents and
/// punctuation do not count, `ё` stands with `е`, and 9 before 10.
fn alphabetical(name: &str) -> (bool, String) {
    let cyrillic = |c: char| matches!(c, '\u{400}'..='\u{52f}');
    let mut key = String::new();
    let mut number = String::new();
    for c in name.nfc().flat_map(char::to_lowercase) {
        if c.is_ascii_digit() {
            number.push(c);
            continue;
        }
        if !number.is_empty() {
            key.push_str(&format!("{:0>12}", std::mem::take(&mut number)));
        }
        match c {
            '\u{451}' => key.push('\u{435}'),
            // `й` is a letter of its own, and so are its like.
            c if cyrillic(c) => key.push(c),
            c => key.extend(
                std::iter::once(c)
                    .nfd()
                    .filter(|c| !is_combining_mark(*c) && (c.is_alphanumeric() || *c == ' ')),
            ),
        }
    }
    if !number.is_empty() {
        key.push_str(&format!("{number:0>12}"));
    }
    (key.chars().find(|c| c.is_alphabetic()).is_some_and(cyrillic), key)
}

/// The places in the list by name of those who are meant by what was typed, the likeliest first. A seat's number, with or
/// without its letters, means that seat alone.
pub(crate) fn find(typed: &str, index: &[Entry]) -> Vec<usize> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Vec::new();
    }
    let number = |text: &str| {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        digits.parse::<u64>().ok()
    };
    let bare = typed.chars().all(|c| c.is_ascii_digit());
    let is_seat = |entry: &Entry| {
        entry.seat.eq_ignore_ascii_case(typed) || (bare && number(&entry.seat) == number(typed))
    };
    let seats: Vec<usize> =
        index.iter().enumerate().filter(|(_, entry)| is_seat(entry)).map(|(place, _)| place).collect();
    if !seats.is_empty() {
        return seats;
    }
    let rows: Vec<String> = index
        .iter()
        .map(|entry| {
            let names: Vec<&str> = Lang::ALL.iter().filter_map(|lang| entry.whole.get(*lang)).collect();
            format!("{} {}", names.join(" "), entry.seat)
        })
        .collect();
    // Whoever has the very letters comes before whoever has them far apart.
    let small = typed.to_lowercase();
    let mut found = matching(typed, &rows);
    let whole = |place: &usize| rows.get(*place).is_some_and(|row| row.to_lowercase().contains(&small));
    if found.iter().any(whole) {
        found.retain(whole);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_where_people_look_for_them() {
        let mut names = [
            "Юлия",
            "ёлкин",
            "Елена",
            "Ёна",
            "Иванов",
            "Йонас",
            "Кац",
            "Åsa",
            "Zoe",
            "anna",
            "Émile",
            "Expert 10",
            "Expert 9",
            "Eva",
        ];
        names.sort_by_cached_key(|name| alphabetical(name));
        let expected = [
            "anna",
            "Åsa",
            "Émile",
            "Eva",
            "Expert 9",
            "Expert 10",
            "Zoe",
            "Елена",
            "ёлкин",
            "Ёна",
            "Иванов",
            "Йонас",
            "Кац",
            "Юлия",
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn a_number_means_a_seat_and_letters_a_name() {
        let entry = |seat: &str, en: &str, ru: &str| {
            let mut whole = Text::default();
            whole.set(Lang::En, Some(en.into()));
            whole.set(Lang::Ru, Some(ru.into()));
            Entry { seat: seat.into(), name: en.into(), whole, room: String::new(), door: Text::default() }
        };
        let index = [
            entry("S01", "Anna Kowalska", "Анна Ковальска"),
            entry("S12", "Ivan Petrov", "Иван Петров"),
            entry("S112", "Annika Berg", "Анника Берг"),
        ];
        assert_eq!(find("12", &index), [1]);
        assert_eq!(find("s112", &index), [2]);
        assert_eq!(find("012", &index), [1]);
        assert_eq!(find("анн", &index), [0, 2]);
        assert_eq!(find("berg", &index), [2]);
        assert!(find("  ", &index).is_empty() && find("zzz", &index).is_empty());
    }
}
