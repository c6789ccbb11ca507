//! Reading what is typed at the ballot desk: numbers of options as they stand on the screen, and whose ballot it is.

use super::scales;
use super::together::{self, Reading};
use crate::input::layout;
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::votes::ballot_rules::Method;

/// The most options of which numbers may be typed without anything between them.
const ONE_DIGIT: usize = 9;

/// What the rules of a vote allow on a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rules {
    /// How one votes.
    pub method: Method,
    /// How many options there are.
    pub options: usize,
    /// Dots a ballot.
    pub dots: u32,
    /// Dots of one ballot on one option.
    pub cap: u32,
}

/// What is wrong with what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// No option has this number.
    Unknown(String),
    /// Digits that run together and could be more than one list of numbers.
    Ambiguous(String),
    /// More dots on an option than the cap.
    OverCap {
        /// The number of the option.
        option: usize,
        /// How many are allowed.
        cap: u32,
    },
    /// More dots than the budget.
    OverBudget {
        /// How many in all.
        given: u32,
        /// How many are allowed.
        dots: u32,
    },
    /// A number or an answer that the scale does not have.
    OffScale {
        /// What was typed.
        typed: String,
        /// The highest number.
        most: u32,
    },
    /// Fewer numbers than options.
    TooFew {
        /// How many so far.
        given: usize,
        /// How many options there are.
        options: usize,
    },
    /// More numbers than options.
    TooMany {
        /// How many options there are.
        options: usize,
    },
    /// One option named twice where it can stand once.
    Twice(usize),
}

/// A ballot as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// Places of options from 0 with their dots, in the order in which they were typed.
    pub given: Vec<(usize, u32)>,
    /// The first thing that is wrong.
    pub fault: Option<Fault>,
    /// Whether it was said (with a single 0) that the ballot is empty.
    pub blank: bool,
}

impl Marks {
    /// How many dots in all.
    pub(crate) fn sum(&self) -> u32 {
        self.given.iter().fold(0, |sum, (_, dots)| sum.saturating_add(*dots))
    }

    /// Whether it can be entered.
    pub(crate) fn is_whole(&self) -> bool {
        self.fault.is_none() && (self.blank || !self.given.is_empty())
    }
}

/// Blanks and commas divide, also where the keyboard is switched to Cyrillic.
pub(super) fn divides(c: char) -> bool {
    c.is_whitespace() || matches!(layout::latin(c).unwrap_or(c), ',' | '.' | ';' | '+' | '-' | '/')
}

/// Reads the numbers on a ballot. A number typed twice gives two dots. `labels` are the options' own ids, which may be
/// typed as well.
pub(crate) fn read(text: &str, rules: Rules, labels: &[String]) -> Marks {
    match rules.method {
        Method::Dots => numbers(text, rules, labels),
        Method::Approval | Method::Rank => once(numbers(text, named_once(rules), labels), rules.method),
        Method::Score | Method::Gradients | Method::Consent => {
            scales::in_order(text, rules.method, rules.options)
        }
    }
}

/// The rules under which every option can be named once.
fn named_once(rules: Rules) -> Rules {
    Rules { dots: u32::MAX, cap: 1, ..rules }
}

/// What the numbers of options mean where each can stand once: crosses, or ranks in the order in which they were typed.
fn once(mut marks: Marks, method: Method) -> Marks {
    if let Some(Fault::OverCap { option, .. }) = marks.fault {
        marks.fault = Some(Fault::Twice(option));
    }
    if method == Method::Rank {
        for (rank, (_, given)) in (1_u32..).zip(&mut marks.given) {
            *given = rank;
        }
    }
    marks
}

/// Reads numbers of options, each with one dot for each time it is typed.
fn numbers(text: &str, rules: Rules, labels: &[String]) -> Marks {
    let mut marks = Marks::default();
    let tokens: Vec<&str> = text.split(divides).filter(|token| !token.is_empty()).collect();
    if tokens.as_slice() == ["0"] {
        return Marks { blank: true, ..marks };
    }
    for token in &tokens {
        let token = *token;
        let digits = token.bytes().all(|byte| byte.is_ascii_digit());
        if digits && rules.options <= ONE_DIGIT {
            for digit in token.chars() {
                let number = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
                put(&mut marks, number, &digit.to_string(), rules);
            }
        } else if digits {
            // Each of the others stands for a dot at least.
            let most = usize::try_from(rules.dots).unwrap_or(usize::MAX).saturating_sub(tokens.len() - 1);
            run_together(&mut marks, token, rules, most);
        } else {
            let typed = settled(token);
            let place = labels.iter().position(|label| settled(label) == typed);
            put(&mut marks, place.map(|place| place + 1), token, rules);
        }
    }
    let given = marks.sum();
    if given > rules.dots && marks.fault.is_none() {
        marks.fault = Some(Fault::OverBudget { given, dots: rules.dots });
    }
    marks
}

/// A number of an option, or several with nothing between them. `most` is how many numbers there can be.
fn run_together(marks: &mut Marks, token: &str, rules: Rules, most: usize) {
    let number: Option<usize> = token.parse().ok();
    if number.is_some_and(|number| (1..=rules.options).contains(&number)) {
        return put(marks, number, token, rules);
    }
    let each = usize::try_from(rules.cap).unwrap_or(usize::MAX);
    match together::read(token, rules.options, most, each, rules.method == Method::Rank) {
        Reading::One(numbers) => {
            numbers.into_iter().for_each(|number| put(marks, Some(number), token, rules));
        }
        Reading::Several => {
            marks.fault.get_or_insert_with(|| Fault::Ambiguous(token.to_owned()));
        }
        Reading::None => put(marks, None, token, rules),
    }
}

fn put(marks: &mut Marks, number: Option<usize>, typed: &str, rules: Rules) {
    let place = number.and_then(|number| number.checked_sub(1)).filter(|place| *place < rules.options);
    let Some(place) = place else {
        marks.fault.get_or_insert_with(|| Fault::Unknown(typed.to_owned()));
        return;
    };
    let dots = match marks.given.iter_mut().find(|(known, _)| *known == place) {
        Some((_, dots)) => {
            *dots = dots.saturating_add(1);
            *dots
        }
        None => {
            marks.given.push((place, 1));
            1
        }
    };
    if dots > rules.cap {
        marks.fault.get_or_insert(Fault::OverCap { option: place + 1, cap: rules.cap });
    }
}

/// An id as it is compared: what QWERTY has in the same places, in capitals.
fn settled(text: &str) -> String {
    text.trim().chars().map(|c| layout::latin(c).unwrap_or(c)).flat_map(char::to_uppercase).collect()
}

/// The digits at the end of an id.
fn digits(label: &str) -> &str {
    let head = label.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    label.get(head..).unwrap_or_default()
}

/// The seat that was meant: by its id, or by the number in it where only one seat has that.
pub(crate) fn seat(workshop: &Workshop, typed: &str) -> Option<EventId> {
    let typed = settled(typed);
    let number: Option<u64> = typed.parse().ok();
    let mut by_number = Vec::new();
    for key in keys(workshop) {
        let label = workshop.people.label(key);
        if settled(&label) == typed {
            return Some(key);
        }
        if number.is_some() && digits(&label).parse().ok() == number {
            by_number.push(key);
        }
    }
    match by_number.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// The seat that was meant, if no longer one can be meant by typing on: then Enter is not needed.
pub(crate) fn whole_seat(workshop: &Workshop, typed: &str) -> Option<EventId> {
    let typed = settled(typed);
    let mut found = None;
    for key in keys(workshop) {
        let label = settled(&workshop.people.label(key));
        for name in [label.as_str(), digits(&label)] {
            if name == typed && !typed.is_empty() {
                if found.is_some_and(|found| found != key) {
                    return None;
                }
                found = Some(key);
            } else if name.starts_with(&typed) {
                return None;
            }
        }
    }
    found
}

fn keys(workshop: &Workshop) -> impl Iterator<Item = EventId> + '_ {
    use crate::workshop::thing::Thing;
    workshop.people.iter().map(Thing::key)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const RULES: Rules = Rules { method: Method::Dots, options: 11, dots: 3, cap: 2 };

    fn given(text: &str, rules: Rules) -> Vec<(usize, u32)> {
        let marks = read(text, rules, &["P01".to_owned(), "P02".to_owned()]);
        assert_eq!(marks.fault, None, "{text}");
        marks.given
    }

    #[test]
    fn numbers_are_divided_by_what_the_hand_finds() {
        for text in ["2 5 9", "2,5,9", " 2, 5.9 ", "2б5ю9", "2;5/9", "p02 5 9", "З02 5 9"] {
            assert_eq!(given(text, RULES), [(1, 1), (4, 1), (8, 1)], "{text}");
        }
        assert_eq!(given("2 2 5", RULES), [(1, 2), (4, 1)]);
        assert_eq!(given("10 11", RULES), [(9, 1), (10, 1)]);
    }

    #[test]
    fn digits_run_together_where_they_can_mean_one_thing_only() {
        let few = Rules { options: 9, ..RULES };
        assert_eq!(given("259", few), [(1, 1), (4, 1), (8, 1)]);
        assert_eq!(given("225", few), [(1, 2), (4, 1)]);
        assert_eq!(given("259", RULES), [(1, 1), (4, 1), (8, 1)]);
        assert_eq!(given("10119", RULES), [(9, 1), (10, 1), (8, 1)]);
        // As a budget of three leaves no other way to read it.
        assert_eq!(given("1 1011", RULES), [(0, 1), (9, 1), (10, 1)]);
        assert_eq!(read("1011", RULES, &[]).fault, Some(Fault::Ambiguous("1011".into())));
    }

    #[test]
    fn three_dots_on_eleven_options_are_six_keys_at_most_however_they_fall() {
        // With the Enter that takes the seat and the one that ends the ballot: eight.
        for (a, b, c) in (1..=11).flat_map(|a| (a..=11).flat_map(move |b| (b..=11).map(move |c| (a, b, c)))) {
            if a == c {
                continue;
            }
            let meant = given(&format!("{a} {b} {c}"), RULES);
            let spellings = [format!("{a} {b} {c}"), format!("{a} {b}{c}"), format!("{a}{b}{c}")];
            let short = spellings.iter().filter(|text| text.len() <= 6).any(|text| {
                let read = read(text, RULES, &[]);
                read.fault.is_none() && read.given == meant
            });
            assert!(short, "{a} {b} {c}");
        }
    }

    #[test]
    fn crosses_and_ranks_name_each_option_once() {
        let by = |method| Rules { method, dots: 0, cap: 1, ..RULES };
        assert_eq!(given("2 5 9 11", by(Method::Approval)), [(1, 1), (4, 1), (8, 1), (10, 1)]);
        assert_eq!(given("9 2 5", by(Method::Rank)), [(8, 1), (1, 2), (4, 3)]);
        for method in [Method::Approval, Method::Rank] {
            assert_eq!(read("2 5 2", by(method), &[]).fault, Some(Fault::Twice(2)));
            assert!(read("0", by(method), &[]).blank);
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        let fault = |text: &str| read(text, RULES, &[]).fault;
        assert_eq!(fault("12"), Some(Fault::Unknown("12".into())));
        assert_eq!(fault("x"), Some(Fault::Unknown("x".into())));
        assert_eq!(fault("2 2 2"), Some(Fault::OverCap { option: 2, cap: 2 }));
        assert_eq!(fault("1 2 3 4"), Some(Fault::OverBudget { given: 4, dots: 3 }));
        assert!(read("0", RULES, &[]).blank && read("0", RULES, &[]).is_whole());
        assert_eq!(fault("0 1"), Some(Fault::Unknown("0".into())));
        assert!(!read("", RULES, &[]).is_whole());
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_what_is_whole_keeps_the_rules(text in ".{0,30}", options in 1_usize..30, dots in 1_u32..6, cap in 1_u32..4) {
            let marks = read(&text, Rules { method: Method::Dots, options, dots, cap }, &[]);
            if marks.is_whole() {
                prop_assert!(marks.sum() <= dots);
                prop_assert!(marks.given.iter().all(|(place, dots)| *place < options && *dots <= cap));
            }
        }
    }
}
