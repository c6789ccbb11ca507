//! Numbers of options that were typed without anything between them: `10119` for 10, 11 and 9.

/// The fewest digits that are taken for several numbers: of two, a slip of the finger is likelier.
const FEWEST: usize = 3;
/// The most digits that are looked at: whoever types more has leant on the keyboard.
const MOST: usize = 16;

/// What digits that run together can mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reading {
    /// These numbers, in this order.
    One(Vec<usize>),
    /// More than one thing.
    Several,
    /// Nothing.
    None,
}

/// Reads digits that are no number of an option as several that are. `most` is how many numbers there can be, `each` how often one
/// of them can stand there. Where the order means nothing (`ordered` is false) two readings with the same numbers are one.
pub(super) fn read(digits: &str, options: usize, most: usize, each: usize, ordered: bool) -> Reading {
    if !(FEWEST..=MOST).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Reading::None;
    }
    let mut found = Found { options, most, each, ordered, first: None, others: false };
    found.look(digits, &mut Vec::new());
    match (found.first, found.others) {
        (_, true) => Reading::Several,
        (Some(numbers), false) => Reading::One(numbers),
        (None, false) => Reading::None,
    }
}

struct Found {
    options: usize,
    most: usize,
    each: usize,
    ordered: bool,
    first: Option<Vec<usize>>,
    others: bool,
}

impl Found {
    /// Goes on from what was read so far to each number that the rest can begin with.
    fn look(&mut self, rest: &str, read: &mut Vec<usize>) {
        if rest.is_empty() {
            return self.keep(read);
        }
        if self.others || read.len() == self.most || rest.starts_with('0') {
            return;
        }
        for end in 1..=rest.len() {
            let Some((number, left)) = rest.split_at_checked(end) else { return };
            let Some(number) = number.parse().ok().filter(|number| *number <= self.options) else { return };
            if read.iter().filter(|known| **known == number).count() < self.each {
                read.push(number);
                self.look(left, read);
                read.pop();
            }
        }
    }

    fn keep(&mut self, read: &[usize]) {
        let settled = |numbers: &[usize]| {
            let mut numbers = numbers.to_vec();
            if !self.ordered {
                numbers.sort_unstable();
            }
            numbers
        };
        match &self.first {
            None => self.first = Some(read.to_vec()),
            Some(first) => self.others |= settled(first) != settled(read),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Three dots, two at most on one option.
    fn dots(digits: &str, options: usize) -> Reading {
        read(digits, options, 3, 2, false)
    }

    #[test]
    fn what_can_mean_one_thing_means_it() {
        for (digits, numbers) in [
            ("259", vec![2, 5, 9]),
            ("10119", vec![10, 11, 9]),
            ("101011", vec![10, 10, 11]),
            ("110", vec![1, 10]),
        ] {
            assert_eq!(dots(digits, 11), Reading::One(numbers), "{digits}");
        }
        // 11 and 11 and 1 in any order: the same dots, but not the same ranks.
        assert_eq!(dots("11111", 11), Reading::One(vec![1, 11, 11]));
        assert_eq!(read("111", 11, 2, 1, true), Reading::Several);
        assert_eq!(read("111", 11, 2, 1, false), Reading::One(vec![1, 11]));
    }

    #[test]
    fn what_can_mean_two_things_or_none_is_not_guessed() {
        assert_eq!(dots("1011", 11), Reading::Several);
        assert_eq!(dots("125", 20), Reading::Several);
        for digits in ["12", "", "012", "2500", "2222", "x12", "11111111111111111"] {
            assert_eq!(dots(digits, 11), Reading::None, "{digits}");
        }
    }

    proptest! {
        #[test]
        fn what_was_meant_is_read_or_asked_for_and_nothing_else(
            numbers in prop::collection::vec(1_usize..100, 2..4), options in 1_usize..100, each in 1_usize..3,
        ) {
            let digits: String = numbers.iter().map(ToString::to_string).collect();
            let may = numbers.iter().all(|number| {
                *number <= options && numbers.iter().filter(|other| *other == number).count() <= each
            });
            match read(&digits, options, 3, each, true) {
                Reading::One(read) if may => prop_assert_eq!(read, numbers),
                Reading::One(read) => {
                    let typed: String = read.iter().map(ToString::to_string).collect();
                    prop_assert_eq!(typed, digits);
                    prop_assert!(read.iter().all(|number| (1..=options).contains(number)));
                }
                Reading::None => prop_assert!(!may || digits.len() < FEWEST),
                Reading::Several => {}
            }
        }
    }
}
