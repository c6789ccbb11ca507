//! Reading ballots that are no dots: crosses, numbers in the order of the options, ranks, answers.
//!
//! - *Approval*: the numbers of the options that got a cross, as with dots.
//! - *Rank*: the numbers of the options, the best first; the rest stays without a rank.
//! - *Score* and *gradients*: one number for each option in the order of the ballot, `5 3 1`, or run together `531`; `0` or `-`
//!   for none.
//! - *Consent*: one answer for each option in that order, by number: 1 yes, 2 no, 3 abstain, 4 block. Never by letter: on a
//!   Russian layout the key of Y writes the first letter of *no*.

use super::marks::{Fault, Marks, divides};
use crate::workshop::votes::ballot_rules::Method;

/// Reads a ballot with a number for each option in the order of the ballot.
pub(super) fn in_order(text: &str, method: Method, options: usize) -> Marks {
    let mut marks = Marks::default();
    let most = method.highest().unwrap_or(1);
    let mut place = 0;
    // The comma of QWERTY is a letter of an answer in Russian: answers are divided by what is no letter.
    let between = |c: char| if method == Method::Consent { !c.is_alphanumeric() } else { divides(c) };
    for token in text.split(between).filter(|token| !token.is_empty()) {
        // A scale of one digit needs no blanks between its numbers.
        for typed in token.chars() {
            let Some(number) = typed.to_digit(10).filter(|number| *number <= most) else {
                marks.fault.get_or_insert_with(|| Fault::OffScale { typed: typed.to_string(), most });
                continue;
            };
            if place >= options {
                marks.fault.get_or_insert(Fault::TooMany { options });
                continue;
            }
            if number > 0 {
                marks.given.push((place, number));
            }
            place += 1;
        }
    }
    let whole = place == options || place == 0;
    if !whole {
        marks.fault.get_or_insert(Fault::TooFew { given: place, options });
    }
    // Noughts only say that the ballot is empty, and a single one is enough to say so.
    let zero = text.split(between).filter(|token| !token.is_empty()).eq(["0"]);
    if zero {
        return Marks { blank: true, ..Marks::default() };
    }
    marks.blank = place > 0 && marks.given.is_empty() && marks.fault.is_none();
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(text: &str, method: Method) -> Vec<(usize, u32)> {
        let marks = in_order(text, method, 3);
        assert_eq!(marks.fault, None, "{text}");
        marks.given
    }

    #[test]
    fn numbers_stand_in_the_order_of_the_ballot() {
        for text in ["5 3 1", "531", "5,3,1", "53 1"] {
            assert_eq!(given(text, Method::Score), [(0, 5), (1, 3), (2, 1)], "{text}");
        }
        assert_eq!(given("5 0 1", Method::Score), [(0, 5), (2, 1)]);
        assert_eq!(given("814", Method::Gradients), [(0, 8), (1, 1), (2, 4)]);
        assert!(in_order("0", Method::Score, 3).blank && in_order("000", Method::Score, 3).blank);
        assert!(!in_order("", Method::Score, 3).is_whole());
    }

    #[test]
    fn consent_is_answered_by_number() {
        for text in ["1 2 4", "124", "1,2,4"] {
            assert_eq!(given(text, Method::Consent), [(0, 1), (1, 2), (2, 4)], "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        let fault = |text: &str, method| in_order(text, method, 3).fault;
        assert_eq!(fault("5 6 1", Method::Score), Some(Fault::OffScale { typed: "6".into(), most: 5 }));
        assert_eq!(fault("5 x 1", Method::Score), Some(Fault::OffScale { typed: "x".into(), most: 5 }));
        assert_eq!(fault("5 3", Method::Score), Some(Fault::TooFew { given: 2, options: 3 }));
        assert_eq!(fault("5 3 1 1", Method::Score), Some(Fault::TooMany { options: 3 }));
    }
}
