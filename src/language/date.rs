//! Dates, clock times and countdowns in words.

use jiff::Zoned;
use jiff::civil::{Date, Time};

use super::{Arg, Messages};

const SECONDS_OF_A_MINUTE: u64 = 60;
const SECONDS_OF_AN_HOUR: u64 = 3_600;
const MINUTES_OF_A_DAY: u32 = 24 * 60;

fn weekday(messages: &Messages, date: Date) -> String {
    messages.say(&format!("weekday-{}", date.weekday().to_monday_one_offset()))
}

fn month(messages: &Messages, date: Date, long: &str) -> String {
    messages.say(&format!("month-{}{long}", date.month()))
}

fn in_words(messages: &Messages, pattern: &str, date: Date, long: &str) -> String {
    let args: [(&str, Arg<'_>); 4] = [
        ("weekday", weekday(messages, date).into()),
        ("day", i32::from(date.day()).into()),
        ("month", month(messages, date, long).into()),
        ("year", i32::from(date.year()).into()),
    ];
    messages.with(pattern, &args)
}

/// A day without its year: `Wed 29 Nov`.
pub(crate) fn short_day(messages: &Messages, date: Date) -> String {
    in_words(messages, "date-short", date, "")
}

/// A date in full: `29 November 2017`.
pub(crate) fn long_day(messages: &Messages, date: Date) -> String {
    in_words(messages, "date-long", date, "-long")
}

/// A short day and the time on the clock: `Wed 29 Nov 14:30`.
pub(crate) fn moment(messages: &Messages, time: &Zoned) -> String {
    messages.with(
        "date-moment",
        &[("date", short_day(messages, time.date()).into()), ("time", clock(time).into())],
    )
}

/// The time on the clock where it is shown: `10:47`, in both languages.
pub(crate) fn clock(time: &Zoned) -> String {
    clock_time(time.time())
}

/// A time of day: `10:47`.
pub(crate) fn clock_time(time: Time) -> String {
    hours_and_minutes(i64::from(time.hour()) * 60 + i64::from(time.minute()))
}

/// Minutes from midnight as `10:30`; beyond midnight the hours go on: `25:15`.
pub(crate) fn hours_and_minutes(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes.div_euclid(60), minutes.rem_euclid(60))
}

/// A time of day in minutes from midnight: `10:47`. What lies behind midnight shows as the next day's time.
pub(crate) fn clock_minutes(minutes: u32) -> String {
    hours_and_minutes((minutes % MINUTES_OF_A_DAY).into())
}

/// A span of seconds: `18:12`, `1:02:10`; its sign is left out.
pub(crate) fn span(seconds: i64) -> String {
    let all = seconds.unsigned_abs();
    let (hours, rest) = (all / SECONDS_OF_AN_HOUR, all % SECONDS_OF_AN_HOUR);
    let (minutes, seconds) = (rest / SECONDS_OF_A_MINUTE, rest % SECONDS_OF_A_MINUTE);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// What is left of an item in seconds: `18:12`; an overrun (below zero) counts up: `+2:05`.
pub(crate) fn countdown(seconds: i64) -> String {
    if seconds < 0 { format!("+{}", span(seconds)) } else { span(seconds) }
}

/// What is left of an item in seconds as the wall has it: `09:59`, `75:00`; below nothing it counts up: `+0:01`. It is as
/// wide all the time for as long as possible, so that its digits neither move nor change their size.
pub(crate) fn wall_countdown(seconds: i64) -> String {
    const TOO_MANY: u64 = 100 * SECONDS_OF_A_MINUTE;
    let all = seconds.unsigned_abs();
    let (minutes, rest) = (all / SECONDS_OF_A_MINUTE, all % SECONDS_OF_A_MINUTE);
    match seconds {
        ..0 if all < TOO_MANY => format!("+{minutes}:{rest:02}"),
        ..0 => format!("+{}", span(seconds)),
        _ if all < TOO_MANY => format!("{minutes:02}:{rest:02}"),
        _ => span(seconds),
    }
}

/// Minutes with their sign, for what is given or taken: `+5`, `−10`, `0`.
pub(crate) fn signed_minutes(minutes: i64) -> String {
    match minutes {
        0 => "0".to_owned(),
        // The minus sign is as wide as the plus; a hyphen is not.
        less if less < 0 => format!("−{}", less.unsigned_abs()),
        more => format!("+{more}"),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::workshop::text::Lang;

    #[test]
    fn the_wall_counts_down_and_then_up() {
        let told = [6000, 5999, 4500, 599, 1, 0, -1, -59, -600, -6000].map(wall_countdown);
        let expected =
            ["1:40:00", "99:59", "75:00", "09:59", "00:01", "00:00", "+0:01", "+0:59", "+10:00", "+1:40:00"];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_day_is_said_as_the_vocabulary_has_it() {
        let (en, ru) = (Messages::new(Lang::En), Messages::new(Lang::Ru));
        let day = date(2017, 11, 29);
        assert_eq!((short_day(&en, day), short_day(&ru, day)), ("Wed 29 Nov".into(), "ср 29 нояб.".into()));
        assert_eq!(
            (long_day(&en, day), long_day(&ru, day)),
            ("29 November 2017".into(), "29 ноября 2017 г.".into())
        );
        assert_eq!(short_day(&ru, date(2018, 5, 6)), "вс 6 мая");
    }

    #[test]
    fn every_day_of_a_year_has_its_words() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            let mut day = date(2020, 1, 1);
            while day.year() == 2020 {
                for words in [short_day(&messages, day), long_day(&messages, day)] {
                    assert!(
                        !words.contains("month") && !words.contains("weekday") && !words.contains('{'),
                        "{words}"
                    );
                }
                day = day.tomorrow().unwrap();
            }
        }
    }

    #[test]
    fn the_clock_has_two_digits() {
        let time = date(2017, 11, 29).at(9, 7, 59, 0).in_tz("Europe/Helsinki").unwrap();
        assert_eq!(clock(&time), "09:07");
        assert_eq!(clock_minutes(9 * 60 + 7), "09:07");
        assert_eq!(clock_minutes(24 * 60), "00:00");
        let end = date(2017, 11, 29).at(10, 30, 0, 0).in_tz("Europe/Helsinki").unwrap();
        assert_eq!(moment(&Messages::new(Lang::En), &end), "Wed 29 Nov 10:30");
        assert_eq!(moment(&Messages::new(Lang::Ru), &end), "ср 29 нояб. 10:30");
    }

    #[test]
    fn a_countdown_counts_on_after_the_end() {
        assert_eq!(countdown(18 * 60 + 12), "18:12");
        assert_eq!(countdown(65), "1:05");
        assert_eq!(countdown(0), "0:00");
        assert_eq!(countdown(-125), "+2:05");
        assert_eq!(countdown(3_730), "1:02:10");
        assert_eq!(countdown(-3_730), "+1:02:10");
        assert!(countdown(i64::MIN).starts_with('+'));
    }

    #[test]
    fn minutes_show_their_sign() {
        assert_eq!([5, 0, -10].map(signed_minutes), ["+5", "0", "−10"]);
    }
}
