//! The numbers by which a plan is measured, each with its source. What is quoted where, what we could not read ourselves, and
//! what we decided and why stands in `docs/plan-check.md`.

/// Minutes of work without a break beyond which a plan is wrong.
///
/// Ours: manuals of facilitation ask for a break every 60 to 90 minutes (A. Parker, *When planning a workshop, start with the
/// stops*, Clearleft); at 120 nobody disagrees any more.
pub(crate) const WITHOUT_BREAK: i64 = 120;

/// A pause of fewer minutes is none: nobody of forty people has left the hall and come back. Ours.
pub(crate) const PAUSE: i64 = 10;

/// A break shorter than this is said to be short: 15 minutes are what the same manuals plan for a short one.
pub(crate) const SHORT_BREAK: i64 = 15;

/// Minutes of a turn in the booth: beyond about 30 the quality declines, and the interpreter does not notice.
///
/// B. Moser-Mercer, A. Künzli, M. Korac, "Prolonged turns in interpreting", *Interpreting* 3:1 (1998), 47–64.
pub(crate) const TURN: i64 = 30;

/// The most minutes for which an interpreter works without a colleague (AIIC Canada, *Team strength*).
pub(crate) const ALONE: i64 = 40;

/// Interpreters in a booth: two at least (AIIC, *Professional Standards*, article 6; APIC, *Working Conditions*).
pub(crate) const TEAM: usize = 2;

/// Interpreted minutes of a day between two languages up to which so many interpreters are enough, both ways in one booth
/// (AIIC Canada, *Team strength*: 40 minutes one, 3½ to 4 hours two, 6 hours three, 8 hours four).
pub(crate) const TEAMS: [(i64, usize); 4] = [(40, 1), (240, 2), (360, 3), (480, 4)];

/// Minutes of one session of interpretation (ISO 23155:2022, 4.3: two sessions of 3½ hours at most a day).
pub(crate) const SESSION: i64 = 210;

/// Interpreted minutes of a day for one team (ISO 23155:2022, 4.3: two sessions of 3½ hours; AICE and APIC: 7 hours).
pub(crate) const INTERPRETED_DAY: i64 = 2 * SESSION;

/// Minutes between two sessions of interpretation (ISO 23155:2022, 4.3; APIC, *Working Conditions*).
pub(crate) const BETWEEN_SESSIONS: i64 = 90;

/// Minutes of work of a day (ILO, *Hours of Work (Industry) Convention*, 1919 (No. 1), article 2; for offices 1930 (No. 30),
/// article 3).
pub(crate) const WORKING_DAY: i64 = 8 * 60;

/// Minutes from the end of a day to the begin of the next (Directive 2003/88/EC, article 3: eleven hours).
pub(crate) const REST: i64 = 11 * 60;

/// Minutes of a day.
pub(crate) const DAY: i64 = 24 * 60;

/// The interpreters that a day needs at least.
///
/// Between two languages by [`TEAMS`]; three languages need six, four and more two a booth (AIIC Canada, *Team strength*).
pub(crate) fn team(languages: usize, minutes: i64) -> usize {
    if minutes <= 0 {
        return 0;
    }
    let both_ways = || TEAMS.iter().find(|(most, _)| minutes <= *most).map_or(2 * TEAM, |(_, team)| *team);
    match languages {
        0..=2 => both_ways(),
        // A word or two to a guest is no conference in three languages.
        _ if minutes <= ALONE => languages,
        _ => languages * TEAM,
    }
}
