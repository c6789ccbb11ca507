//! Minutes, times of the day and days as people write them.

use jiff::civil::Date;

use super::values;

/// Minutes: `30`, `30 min`, `«30 мин»`, `1:30`, `1 h 30 min`, `1 ч`.
pub(super) fn minutes(cell: &str) -> Option<u32> {
    let cell = values::normal(cell);
    if let Some((hours, minutes)) = cell.split_once(':') {
        // Spreadsheets show a length of half an hour as 0:30:00.
        let minutes = minutes.strip_suffix(":00").unwrap_or(minutes);
        return hours_and_minutes(number(hours)?, two_digits(minutes)?);
    }
    let mut total = 0_u32;
    let mut rest = cell.as_str();
    let mut seen = false;
    while !rest.is_empty() {
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let count = number(rest.get(..rest.len() - after.len())?)?;
        let after = after.trim_start();
        let next = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
        let (unit, further) = (after.get(..next)?, after.get(next..)?);
        let factor = match unit.trim_matches(|c| matches!(c, ' ' | '.' | '\'')) {
            "h" | "hour" | "hours" | "hr" | "ч" | "час" | "часа" | "часов" => 60,
            "" if seen || further.is_empty() => 1,
            "m" | "min" | "mins" | "minute" | "minutes" | "м" | "мин" | "минут" | "минуты" | "минута" => {
                1
            }
            _ => return None,
        };
        total = total.checked_add(count.checked_mul(factor)?)?;
        seen = true;
        rest = further;
    }
    seen.then_some(total)
}

/// A time of the day in minutes from midnight: `9:00`, `09.00`, `9h30`, `9:30:00`, `2:15 pm`.
pub(super) fn time_of_day(cell: &str) -> Option<u32> {
    let cell = values::normal(cell);
    let (cell, later) = match (cell.strip_suffix("pm"), cell.strip_suffix("am")) {
        (Some(rest), _) => (rest.trim_end(), Some(true)),
        (_, Some(rest)) => (rest.trim_end(), Some(false)),
        _ => (cell.as_str(), None),
    };
    let mut parts = cell.splitn(3, [':', '.', 'h', 'ч']);
    let hours = number(parts.next()?)?;
    let minutes = match parts.next().map(str::trim) {
        None if later.is_none() => return None,
        None | Some("") => 0,
        Some(minutes) => two_digits(minutes)?,
    };
    if parts.next().is_some_and(|seconds| two_digits(seconds).is_none()) {
        return None;
    }
    let hours = match later {
        None => hours,
        Some(_) if !(1..=12).contains(&hours) => return None,
        Some(false) => hours % 12,
        Some(true) => hours % 12 + 12,
    };
    hours_and_minutes(hours, minutes).filter(|minutes| *minutes < 24 * 60)
}

/// A day of the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    /// By its number, from 1.
    Number(u32),
    Date(Date),
}

/// A day: `2`, `Day 2`, `2-й день`, `2017-11-29`, `29.11.2017`.
pub(super) fn day(cell: &str) -> Option<Day> {
    let cell = values::normal(cell);
    if let Some(date) = date(&cell) {
        return Some(Day::Date(date));
    }
    let word = |word: &str| {
        matches!(
            word,
            "" | "day"
                | "день"
                | "дня"
                | "d"
                | "д"
                | "st"
                | "nd"
                | "rd"
                | "th"
                | "й"
                | "ый"
                | "ой"
                | "го"
                | "0"
        )
    };
    let first = cell.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = cell.split_at_checked(first)?;
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = rest.get(..rest.len() - after.len())?;
    let known = [before, after].into_iter().all(|part| part.split([' ', '-', '.']).all(word));
    number(digits).filter(|_| known).map(Day::Number)
}

fn date(cell: &str) -> Option<Date> {
    // A spreadsheet's date may carry a midnight behind it.
    let cell =
        cell.split_once(' ').filter(|(_, time)| time.starts_with("00:00")).map_or(cell, |(date, _)| date);
    if let Ok(date) = cell.parse::<Date>() {
        return Some(date);
    }
    let mut parts = cell.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

fn number(digits: &str) -> Option<u32> {
    let digits = digits.trim();
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

fn two_digits(digits: &str) -> Option<u32> {
    number(digits).filter(|number| digits.trim().len() == 2 && *number < 60)
}

fn hours_and_minutes(hours: u32, minutes: u32) -> Option<u32> {
    hours.checked_mul(60)?.checked_add(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::date;
    use proptest::prelude::*;

    #[test]
    fn lengths() {
        let all = ["30", "30 мин", "30 Min.", "0:30", "1:30:00", "1 h 30", "1 ч 30 мин", "2 часа", "90'"];
        assert_eq!(all.map(minutes), [30, 30, 30, 30, 90, 90, 90, 120, 90].map(Some));
        assert_eq!(["", "half", "30 sec", "1,5", "-5", "99999999999", "30 30 x"].map(minutes), [None; 7]);
    }

    #[test]
    fn times() {
        let all = ["9:00", "09.05", "9h30", "14 ч 10", "9:30:00", "2:15 PM", "12 am"];
        assert_eq!(all.map(time_of_day), [540, 545, 570, 850, 570, 855, 0].map(Some));
        assert_eq!(["9", "24:00", "9:60", "", "13 pm", "9:5"].map(time_of_day), [None; 6]);
        assert_eq!(date::hours_and_minutes(545.into()), "09:05");
    }

    #[test]
    fn days() {
        let all = ["2", "Day 2", "2-й день", "День 2", "2nd day"];
        assert_eq!(all.map(day), [Some(Day::Number(2)); 5]);
        let date = Date::new(2017, 11, 29).ok().map(Day::Date);
        assert_eq!(["2017-11-29", "29.11.2017", "2017-11-29 00:00:00"].map(day), [date; 3]);
        assert_eq!(["", "Tuesday", "2 of 3", "31.02.2017"].map(day), [None; 4]);
    }

    proptest! {
        #[test]
        fn never_panics(cell in "[0-9:.hч apm-]{0,12}|\\PC{0,12}") {
            let _ = (minutes(&cell), time_of_day(&cell), day(&cell));
        }

        #[test]
        fn a_clock_reads_back(minutes in 0_u32..1440) {
            prop_assert_eq!(time_of_day(&date::hours_and_minutes(minutes.into())), Some(minutes));
        }
    }
}
