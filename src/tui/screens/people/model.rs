//! Who is shown on People, in which order. What costs a walk over the whole roster is here.

use std::cmp::Ordering;

use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::people::Person;
use crate::workshop::text::Lang;
use crate::workshop::thing::{Bilingual, Thing};

/// Where somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// In the hall.
    Here,
    /// Not in the hall.
    Away,
    /// Comes on this day, which is still to come.
    Expected(u32),
}

impl Standing {
    /// Where somebody is on a day of the meeting, from 1.
    pub(crate) fn of(person: &Person, today: u32) -> Self {
        if person.is_present(today) {
            Self::Here
        } else if person.arrival_day() > today {
            Self::Expected(person.arrival_day())
        } else {
            Self::Away
        }
    }

    /// The mark before the name.
    pub(crate) const fn mark(self) -> &'static str {
        match self {
            Self::Here => "●",
            Self::Away => "○",
            Self::Expected(_) => "◌",
        }
    }
}

/// Which of the two working languages somebody speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Speaks {
    /// English and not Russian.
    En,
    /// Russian and not English.
    Ru,
    Both,
    /// Neither, or it is not known.
    Neither,
}

impl Speaks {
    /// All of them, in the order in which they are counted and filtered by.
    pub(crate) const ALL: [Self; 4] = [Self::En, Self::Ru, Self::Both, Self::Neither];

    /// What somebody speaks.
    pub(crate) fn of(person: &Person) -> Self {
        match (person.speaks(Lang::En.code()), person.speaks(Lang::Ru.code())) {
            (true, true) => Self::Both,
            (true, false) => Self::En,
            (false, true) => Self::Ru,
            (false, false) => Self::Neither,
        }
    }

    /// Its name in the bundles, behind `people-speak-` and `people-only-`.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
            Self::Both => "both",
            Self::Neither => "neither",
        }
    }

    const fn place(self) -> usize {
        match self {
            Self::En => 0,
            Self::Ru => 1,
            Self::Both => 2,
            Self::Neither => 3,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Order {
    /// By id, numbers by their size.
    #[default]
    Id,
    Name,
    Organisation,
    Country,
    Languages,
}

impl Order {
    /// The order after this one.
    #[must_use]
    pub(crate) const fn next(self) -> Self {
        match self {
            Self::Id => Self::Name,
            Self::Name => Self::Organisation,
            Self::Organisation => Self::Country,
            Self::Country => Self::Languages,
            Self::Languages => Self::Id,
        }
    }

    /// The name of its column in the bundles.
    pub(crate) const fn column(self) -> &'static str {
        match self {
            Self::Id => "people-column-id",
            Self::Name => "people-column-name",
            Self::Organisation => "people-column-organisation",
            Self::Country => "people-column-country",
            Self::Languages => "people-column-languages",
        }
    }
}

/// How many are where, and what those who are here speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Counts {
    /// In the hall.
    pub here: usize,
    /// Not in the hall.
    pub away: usize,
    /// Still to come on a later day.
    pub expected: usize,
    /// Of those in the hall, in the order of [`Speaks::ALL`].
    pub speak: [usize; 4],
}

impl Counts {
    /// How many are on the roster.
    pub(crate) const fn all(&self) -> usize {
        self.here + self.away + self.expected
    }

    /// How many of those in the hall speak so.
    pub(crate) fn speaking(&self, speaks: Speaks) -> usize {
        self.speak.get(speaks.place()).copied().unwrap_or(0)
    }

    fn count(&mut self, standing: Standing, speaks: Speaks) {
        match standing {
            Standing::Here => {
                self.here += 1;
                if let Some(number) = self.speak.get_mut(speaks.place()) {
                    *number += 1;
                }
            }
            Standing::Away => self.away += 1,
            Standing::Expected(_) => self.expected += 1,
        }
    }
}

/// What narrows the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Filter {
    /// Words that all must be found in somebody's row.
    pub typed: String,
    /// Only those who are not here.
    pub only_away: bool,
    /// Only those who speak so.
    pub speaks: Option<Speaks>,
}

impl Filter {
    /// Whether it narrows anything.
    pub(crate) fn is_on(&self) -> bool {
        !self.typed.trim().is_empty() || self.only_away || self.speaks.is_some()
    }
}

/// Somebody in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub key: EventId,
    pub standing: Standing,
    by: String,
}

/// The words of somebody in every column and both languages, in small letters.
fn words(workshop: &Workshop, person: &Person, kind: impl Fn(&str) -> String, role: &str) -> String {
    let both = |text: &Bilingual| {
        format!("{}\n{}", text.get(Lang::En).unwrap_or_default(), text.get(Lang::Ru).unwrap_or_default())
    };
    let languages: Vec<&str> = person.languages().iter().map(AsRef::as_ref).collect();
    let words = [
        workshop.people.label(person.key()).into_owned(),
        both(&person.name),
        both(&person.organisation),
        kind(person.kind.get().map(AsRef::as_ref).unwrap_or_default()),
        person.country.get().map(ToString::to_string).unwrap_or_default(),
        languages.join(" "),
        person.role().to_owned(),
        role.to_owned(),
    ];
    words.join("\n").to_lowercase()
}

/// A kind of participant in a language: the term, or the word as it stands.
pub(crate) fn kind_in(workshop: &Workshop, kind: &str, lang: Lang) -> String {
    let term = workshop.terms.find(kind).ok().and_then(|key| workshop.terms.get(key));
    term.map(|term| term.name.in_(lang)).filter(|name| !name.is_empty()).unwrap_or(kind).to_owned()
}

/// An id such that numbers in it are compared by their size.
fn natural(id: &str) -> String {
    let mut key = String::with_capacity(id.len() + 12);
    let mut digits = String::new();
    for c in id.chars().chain(std::iter::once('\0')) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            let number = digits.trim_start_matches('0');
            key.push_str(&format!("{:03}{number}", number.len()));
            digits.clear();
        }
        key.extend(c.to_lowercase());
    }
    key
}

/// The whole roster in an order, narrowed by a filter, with its counts. `role_words` gives the words of a role.
pub(crate) fn rows(
    workshop: &Workshop,
    today: u32,
    lang: Lang,
    order: Order,
    filter: &Filter,
    role_words: impl Fn(&str) -> String,
) -> (Vec<Row>, Counts) {
    let wanted: Vec<String> = filter.typed.split_whitespace().map(str::to_lowercase).collect();
    let mut counts = Counts::default();
    let mut rows: Vec<Row> = Vec::new();
    for person in workshop.people.iter() {
        let (standing, speaks) = (Standing::of(person, today), Speaks::of(person));
        counts.count(standing, speaks);
        if filter.only_away && standing == Standing::Here {
            continue;
        }
        if filter.speaks.is_some_and(|wanted| wanted != speaks) {
            continue;
        }
        if !wanted.is_empty() {
            let kind = |kind: &str| {
                format!("{}\n{}", kind_in(workshop, kind, Lang::En), kind_in(workshop, kind, Lang::Ru))
            };
            let words = words(workshop, person, kind, &role_words(person.role()));
            if !wanted.iter().all(|wanted| words.contains(wanted.as_str())) {
                continue;
            }
        }
        rows.push(Row { key: person.key(), standing, by: by(workshop, person, lang, order) });
    }
    // Those without a word in this column stand at the end; equals stay in the order of the roster.
    rows.sort_by(|one, other| match (one.by.is_empty(), other.by.is_empty()) {
        (true, false) => Ordering::Greater,
        (false, true) => Ordering::Less,
        _ => one.by.cmp(&other.by),
    });
    (rows, counts)
}

fn by(workshop: &Workshop, person: &Person, lang: Lang, order: Order) -> String {
    let id = || natural(&workshop.people.label(person.key()));
    let first = match order {
        Order::Id => return id(),
        Order::Name => person.name.in_(lang).to_lowercase(),
        Order::Organisation => person.organisation.in_(lang).to_lowercase(),
        Order::Country => person.country.get().map(|country| country.to_lowercase()).unwrap_or_default(),
        Order::Languages => person.languages().join(" "),
    };
    if first.is_empty() { first } else { format!("{first}\0{}", id()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_ids_are_compared_by_their_size() {
        let mut ids = ["S10", "S2", "S02", "T1", "s1", "S100"];
        ids.sort_by_key(|id| natural(id));
        assert_eq!(ids, ["s1", "S2", "S02", "S10", "S100", "T1"]);
    }

    #[test]
    fn orders_come_round() {
        let mut order = Order::default();
        for _ in 0..5 {
            order = order.next();
        }
        assert_eq!(order, Order::Id);
    }
}
