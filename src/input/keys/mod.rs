//! The key table as data: what a key does, where, and the name of the sentence that says so. Help, palette, hint line and the
//! README's table are made of it.

pub(crate) mod capture;
pub(crate) mod commitments;
pub(crate) mod export;
pub(crate) mod global;
pub(crate) mod groups;
pub(crate) mod home;
pub(crate) mod ideas;
pub(crate) mod people;
pub(crate) mod project;
pub(crate) mod proposals;
pub(crate) mod run;
pub(crate) mod vote;

use super::key::Key;
use super::layout::{self, Focus};

/// Where keys act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// Home: sessions found, templates, new, import.
    Home,
    /// The agenda and the clock.
    Run,
    /// The roster.
    People,
    /// Breakout rounds.
    Groups,
    /// Ideas.
    Ideas,
    /// Proposals.
    Proposals,
    /// Votes.
    Vote,
    /// Commitments.
    Commitments,
    /// What would be exported.
    Export,
    /// The rapporteur's desk.
    Capture,
    /// The projector.
    Project,
}

impl Context {
    /// The screens of the facilitator's desk in the order of their numbers, Home being 0.
    pub(crate) const DESK: [Self; 9] = [
        Self::Home,
        Self::Run,
        Self::People,
        Self::Groups,
        Self::Ideas,
        Self::Proposals,
        Self::Vote,
        Self::Commitments,
        Self::Export,
    ];

    /// All contexts.
    pub const ALL: [Self; 11] = [
        Self::Home,
        Self::Run,
        Self::People,
        Self::Groups,
        Self::Ideas,
        Self::Proposals,
        Self::Vote,
        Self::Commitments,
        Self::Export,
        Self::Capture,
        Self::Project,
    ];

    /// The name of its title in the bundles.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Home => "screen-home",
            Self::Run => "screen-run",
            Self::People => "screen-people",
            Self::Groups => "screen-groups",
            Self::Ideas => "screen-ideas",
            Self::Proposals => "screen-proposals",
            Self::Vote => "screen-vote",
            Self::Commitments => "screen-commitments",
            Self::Export => "screen-export",
            Self::Capture => "screen-capture",
            Self::Project => "screen-project",
        }
    }
}

/// What the hand meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Something that means the same everywhere.
    Global(global::Global),
    /// On Home.
    Home(home::Home),
    /// On Run.
    Run(run::Run),
    /// On People.
    People(people::People),
    /// On Groups.
    Groups(groups::Groups),
    /// On Ideas.
    Ideas(ideas::Ideas),
    /// On Proposals.
    Proposals(proposals::Proposals),
    /// On Vote.
    Vote(vote::Vote),
    /// On Commitments.
    Commitments(commitments::Commitments),
    /// On Report.
    Export(export::Export),
    /// At the rapporteur's desk.
    Capture(capture::Capture),
    /// On the projector.
    Project(project::Project),
}

/// A row of a screen's own part of the table: the key, what it does, the name of the sentence that says so.
pub(crate) type Own<A> = (&'static str, A, &'static str);

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The key as it is spelled in tables.
    pub on: &'static str,
    /// What it does.
    pub action: Action,
    /// The name of the sentence in the bundles.
    pub says: &'static str,
}

fn own<A: Copy>(rows: &'static [Own<A>], action: fn(A) -> Action) -> impl Iterator<Item = Row> {
    rows.iter().map(move |(on, act, says)| Row { on, action: action(*act), says })
}

/// The rows of a screen, the most used first; several keys of one action stand in a row, the first being the one shown.
pub fn rows(context: Context) -> Vec<Row> {
    match context {
        Context::Home => own(home::ROWS, Action::Home).collect(),
        Context::Run => own(run::ROWS, Action::Run).collect(),
        Context::People => own(people::ROWS, Action::People).collect(),
        Context::Groups => own(groups::ROWS, Action::Groups).collect(),
        Context::Ideas => own(ideas::ROWS, Action::Ideas).collect(),
        Context::Proposals => own(proposals::ROWS, Action::Proposals).collect(),
        Context::Vote => own(vote::ROWS, Action::Vote).collect(),
        Context::Commitments => own(commitments::ROWS, Action::Commitments).collect(),
        Context::Export => own(export::ROWS, Action::Export).collect(),
        Context::Capture => own(capture::ROWS, Action::Capture).collect(),
        Context::Project => own(project::ROWS, Action::Project).collect(),
    }
}

/// The rows that hold everywhere.
pub fn global_rows() -> Vec<Row> {
    own(global::ROWS, Action::Global).collect()
}

/// Those of them that mean something where one is: a desk of one screen has no others to go to, and the days of the meeting are
/// the facilitator's to move.
pub(crate) fn global_rows_in(context: Context) -> Vec<Row> {
    let desk = Context::DESK.contains(&context);
    use global::Global;
    let only_desk = |action: Action| {
        matches!(
            action,
            Action::Global(
                Global::Screen(_) | Global::Practise | Global::TakeOver | Global::MoveToToday | Global::Wall
            )
        )
    };
    // Nobody sees on the wall what was taken back: that is done at a desk.
    let not_on_wall = |action: Action| {
        context == Context::Project && matches!(action, Action::Global(Global::Undo | Global::Redo))
    };
    let here = |row: &Row| (desk || !only_desk(row.action)) && !not_on_wall(row.action);
    global_rows().into_iter().filter(here).collect()
}

/// What a key does where keys act. A key on another layout is read by its place; the exact key wins.
pub(crate) fn find(context: Context, key: Key) -> Option<Action> {
    let table: Vec<(Key, Action)> = rows(context)
        .into_iter()
        .chain(global_rows_in(context))
        .filter_map(|row| Some((row.on.parse().ok()?, row.action)))
        .collect();
    layout::readings(key, Focus::Keys)
        .find_map(|reading| table.iter().find(|(on, _)| *on == reading))
        .map(|(_, action)| *action)
}

/// What a key does while a line has the cursor: only what cannot be typed.
pub(crate) fn find_in_field(context: Context, key: Key) -> Option<Action> {
    let typed = |key: Key| key.typed().is_some();
    let in_field = |row: &Row| {
        let action = row.action;
        matches!(action, Action::Global(_) | Action::Capture(_))
    };
    let table: Vec<(Key, Action)> = rows(context)
        .into_iter()
        .chain(global_rows_in(context))
        .filter(in_field)
        .filter_map(|row| Some((row.on.parse::<Key>().ok()?, row.action)))
        .filter(|(on, _)| !typed(*on) && !is_editing(*on))
        .collect();
    if typed(key) {
        return None;
    }
    layout::readings(key, Focus::Text)
        .find_map(|reading| table.iter().find(|(on, _)| *on == reading))
        .map(|(_, action)| *action)
}

/// Keys that move within a field or change it.
fn is_editing(key: Key) -> bool {
    use super::key::Code;
    matches!(
        key.code,
        Code::Left | Code::Right | Code::Home | Code::End | Code::Backspace | Code::Delete | Code::Enter
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn every_key_is_spelled_as_it_is_read_and_means_one_thing_in_its_place() {
        for context in Context::ALL {
            let mut seen: BTreeMap<String, Action> = BTreeMap::new();
            for row in rows(context).into_iter().chain(global_rows_in(context)) {
                let key: Key =
                    row.on.parse().unwrap_or_else(|_| panic!("{context:?}: {:?} is no key", row.on));
                assert_eq!(key.to_string(), row.on, "{context:?}");
                let before = seen.insert(key.to_string(), row.action);
                assert!(before.is_none(), "{context:?}: {:?} means {before:?} and {:?}", row.on, row.action);
            }
        }
    }

    #[test]
    fn every_key_is_there_on_a_russian_layout() {
        let alphabet: Vec<char> = ('а'..='я').chain('А'..='Я').chain("ёЁ".chars()).collect();
        for context in Context::ALL {
            for row in rows(context).into_iter().chain(global_rows_in(context)) {
                let key: Key = row.on.parse().unwrap();
                let crate::input::key::Code::Char(letter) = key.code else { continue };
                if !letter.is_ascii_alphabetic() {
                    continue;
                }
                let there = alphabet.iter().find(|cyrillic| layout::latin(**cyrillic) == Some(letter));
                let there = there.unwrap_or_else(|| panic!("no Cyrillic letter where {letter:?} is"));
                let pressed = Key { code: crate::input::key::Code::Char(*there), ..key };
                assert_eq!(find(context, pressed), Some(row.action), "{context:?} {:?}", row.on);
            }
        }
    }

    #[test]
    fn aliases_that_other_layouts_lack_have_another_key() {
        for context in Context::ALL {
            let all: Vec<Row> = rows(context).into_iter().chain(global_rows_in(context)).collect();
            for row in &all {
                let awkward = matches!(row.on, ":" | "?" | "+" | "-" | "/");
                let other = all.iter().any(|other| other.action == row.action && other.on != row.on);
                assert!(!awkward || other, "{context:?}: {:?} is the only key of {:?}", row.on, row.action);
            }
        }
    }
}
