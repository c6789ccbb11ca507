//! An open vote: the ballot desk. Who is in, never what anybody voted.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::language::Arg;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::vote::Vote;
use crate::tui::screens::vote::ballot::{self, By};
use crate::tui::screens::vote::closing::differences;
use crate::tui::screens::vote::marks::Marks;
use crate::tui::screens::vote::model::Seen;
use crate::tui::screens::vote::second::Question;
use crate::tui::widgets::{line as field, split_left, split_top};
use crate::workshop::votes::ballot_rules::Method;
use crate::wrap;

/// Columns for the name of a voter, and the fewest for the numbers.
const WHO: u16 = 10;
const WHO_BY: u16 = 21;
const NUMBERS: u16 = 18;
/// The most lines that name ballots that differ.
const MOST_DIFFER: usize = 2;
/// Columns between the numbers and what they mean.
const GAP: u16 = 3;

pub(super) fn draw(screen: &mut Vote, seen: &Seen, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let at = turnout(seen, frame, area, view);
    let at = if seen.torn.is_empty() {
        at
    } else {
        let torn = seen.torn.join(", ");
        let says = view.with("vote-torn-open", &[("who", Arg::from(&torn))]);
        super::line(frame, at, &[("! ".to_owned(), Role::Trouble), (says, Role::Trouble)], view)
    };
    let at = second(seen, frame, at, view);
    let at = if at.height > 14 { split_top(at, 1)[1] } else { at };
    if seen.hands {
        let at = super::line(frame, at, &[(view.say("vote-hands-in"), Role::Quiet)], view);
        super::rule(frame, split_top(at, 1)[0], view);
        return super::options(screen, &seen.options, frame, split_top(at, 1)[1], view);
    }
    if let Some(asked) = screen.ballot.question.clone() {
        let at = question(seen, &asked, frame, at, view);
        super::rule(frame, split_top(at, 1)[0], view);
        return super::options(screen, &seen.options, frame, split_top(at, 1)[1], view);
    }
    let [row, at] = split_top(at, 1);
    let marks = view.workshop.votes.get(seen.key).map(|vote| screen.ballot.read(view.workshop, vote));
    let marks = marks.unwrap_or_default();
    desk(screen, seen, &marks, frame, row, view);
    let [below, at] = split_top(at, 1);
    let says = said(screen, seen, &marks, view);
    super::line(frame, below, &says, view);
    super::rule(frame, split_top(at, 1)[0], view);
    super::options(screen, &seen.options, frame, split_top(at, 1)[1], view);
}

/// `38 of 42 in   not yet: S07 S19 …`
fn turnout(seen: &Seen, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> Rect {
    let args = [("n", seen.turnout.ballots.into()), ("all", seen.turnout.seats.into())];
    let mut first = view.with("vote-in", &args);
    if seen.turnout.hands {
        first = view.with("vote-hands-counted", &args);
    } else if seen.hands_torn {
        first = view.say("vote-hands-again");
    }
    if seen.papers > 0 {
        first.push_str(" · ");
        first.push_str(&view.with("vote-in-papers", &[("n", seen.papers.into())]));
    }
    let first_width = wrap::columns(&first);
    let mut parts = vec![(first, Role::Title)];
    // Whoever hands in a paper is not named: nobody can be said to be missing before all of them are marked.
    if (seen.papers == 0 || seen.all_known) && !seen.missing.is_empty() {
        let label = format!("   {} ", view.say("vote-not-yet"));
        let left = usize::from(area.width).saturating_sub(first_width + wrap::columns(&label));
        parts.push((label, Role::Quiet));
        parts.push((some(&seen.missing, left, view), Role::Ink));
    }
    super::line(frame, area, &parts, view)
}

/// `second entry: 30 of 42 agree · 1 differs: 17`
fn second(seen: &Seen, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> Rect {
    let Some(second) = &seen.second else { return area };
    let Some(found) = &second.found else {
        let says = view.with("vote-second-count", &[("n", second.typed.into())]);
        return super::line(frame, area, &[(says, Role::Ink)], view);
    };
    let args = [("n", found.agree.into()), ("all", found.ballots().into())];
    let agree = view.with("vote-second-agree", &args);
    let differ = differences(view.workshop, found, view.messages).join(" · ");
    let width = usize::from(area.width);
    if differ.is_empty() || wrap::columns(&agree) + wrap::columns(&differ) + 3 <= width {
        let between = if differ.is_empty() { "" } else { " · " };
        let parts = [(agree, Role::Ink), (between.to_owned(), Role::Quiet), (differ, Role::Time)];
        return super::line(frame, area, &parts, view);
    }
    let mut at = super::line(frame, area, &[(agree, Role::Ink)], view);
    let lines = wrap::wrap(&differ, width);
    for (place, text) in lines.iter().take(MOST_DIFFER).enumerate() {
        let more = if place + 1 == MOST_DIFFER && lines.len() > MOST_DIFFER { " …" } else { "" };
        let text = format!("{}{more}", text.trim_end());
        at =
            super::line(frame, at, &[(wrap::cut_with_ellipsis(&text, width).into_owned(), Role::Time)], view);
    }
    at
}

/// Two readings of one ballot, one below the other.
fn question(seen: &Seen, asked: &Question, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> Rect {
    let who = crate::tui::screens::vote::model::name(view.workshop, asked.voter);
    let says = match (asked.second.is_some(), asked.entered) {
        (true, true) => "vote-second-two",
        (true, false) => "vote-second-one",
        (false, true) => "vote-second-differs",
        (false, false) => "vote-second-missing",
    };
    let says = view.with(says, &[("who", Arg::from(&who))]);
    let mut at = super::line(frame, area, &[("! ".to_owned(), Role::Time), (says, Role::Title)], view);
    if asked.second.is_none() {
        let id = if asked.entered { "vote-second-once-more" } else { "vote-second-take-in" };
        return super::line(frame, at, &[("↓ ".to_owned(), Role::Key), (view.say(id), Role::Ink)], view);
    }
    let words = ["vote-second-first", "vote-second-second"].map(|id| view.say(id));
    let wide = words.iter().map(|word| wrap::columns(word)).max().unwrap_or(0);
    let none = view.say(if asked.entered { "vote-second-torn" } else { "vote-second-not-entered" });
    for ((arrow, word), marks) in ["↑", "↓"].into_iter().zip(&words).zip([&asked.first, &asked.second]) {
        let mut parts =
            vec![(format!("{arrow} "), Role::Key), (format!("{}   ", wrap::pad(word, wide)), Role::Quiet)];
        match marks {
            Some(marks) if marks.given.is_empty() => parts.push((view.say("vote-desk-blank"), Role::Ink)),
            Some(marks) => parts.extend(heard(seen, marks, view)),
            None => parts.push((none.clone(), Role::Quiet)),
        }
        at = super::line(frame, at, &parts, view);
    }
    at
}

/// As many names as there is room for, and how many more.
pub(super) fn some(names: &[String], width: usize, view: &View<'_>) -> String {
    let mut text = String::new();
    for (place, name) in names.iter().enumerate() {
        let more = view.with("vote-and-more", &[("n", (names.len() - place).into())]);
        let last = place + 1 == names.len();
        let room = if last { width } else { width.saturating_sub(wrap::columns(&more) + 2) };
        if wrap::columns(&text) + wrap::columns(name) + 2 > room {
            return format!("{text}{more}");
        }
        text.push_str(name);
        text.push_str("  ");
    }
    text.trim_end().to_owned()
}

fn desk(screen: &Vote, seen: &Seen, marks: &Marks, frame: &mut Frame<'_>, row: Rect, view: &View<'_>) {
    let desk = &screen.ballot;
    let label = match (desk.second, desk.corrects, desk.by) {
        (true, true, _) => "vote-desk-again-look",
        (true, false, By::Seat) => "vote-desk-again-seat",
        (true, false, By::Paper) => "vote-desk-again-paper",
        (false, true, _) => "vote-desk-correct",
        (false, false, By::Seat) => "vote-desk-seat",
        (false, false, By::Paper) => "vote-desk-paper",
    };
    let label = format!("{} › ", view.say(label));
    let role = if desk.corrects || desk.second { Role::Time } else { Role::Accent };
    let columns = u16::try_from(wrap::columns(&label)).unwrap_or(0);
    let [at, rest] = split_left(row, columns);
    super::line(frame, at, &[(label, role)], view);
    // `S07 by S12` needs more than a name.
    let proxied = desk.voter.is_some() && !seen.proxies.is_empty();
    let room = if proxied { WHO_BY } else { WHO };
    let [who, rest] = split_left(rest, room);
    let who = Rect { width: room - 1, ..who };
    match desk.voter {
        Some(voter) => {
            let name = crate::tui::screens::vote::model::name(view.workshop, voter);
            let by = seen.proxies.iter().find(|(seat, _)| *seat == name).map(|(_, by)| by);
            let name = match by {
                Some(by) => view.with("vote-by-proxy", &[("who", Arg::from(&name)), ("by", Arg::from(by))]),
                None => name,
            };
            super::line(frame, who, &[(name, Role::Title)], view);
        }
        None => {
            let next = suggested(screen, seen, view);
            field::draw(frame, who, &desk.who, &next, screen.writing, view);
        }
    }
    let [numbers, echo] = split_left(rest, NUMBERS.max(rest.width / 5));
    let here = screen.writing && desk.voter.is_some();
    field::draw(frame, numbers, &desk.marks, &view.say("vote-desk-numbers"), here, view);
    let echo = Rect { x: echo.x + GAP.min(echo.width), width: echo.width.saturating_sub(GAP), ..echo };
    super::line(frame, echo, &heard(seen, marks, view), view);
}

/// The seat or number that Enter takes; empty where every seat is in.
fn suggested(screen: &Vote, seen: &Seen, view: &View<'_>) -> String {
    let vote = view.workshop.votes.get(seen.key);
    vote.map(|vote| ballot::suggestion(&screen.ballot, vote, view)).unwrap_or_default()
}

/// What was typed, as it was understood: `P02 ●   P05 ●   ·`
fn heard(seen: &Seen, marks: &Marks, view: &View<'_>) -> Vec<(String, Role)> {
    let mut parts: Vec<(String, Role)> = Vec::new();
    if seen.method != Method::Dots {
        let told = marks.given.iter().map(|(place, number)| {
            let id = seen.options.get(*place).map(|option| option.id.as_str()).unwrap_or_default();
            match seen.method {
                Method::Approval => format!("{id} ●   "),
                Method::Consent => format!("{id} {}   ", view.say(&format!("consent-{number}"))),
                _ => format!("{id} {number}   "),
            }
        });
        return told.map(|text| (text, Role::Ink)).collect();
    }
    for (place, dots) in &marks.given {
        let id = seen.options.get(*place).map(|option| option.id.clone()).unwrap_or_default();
        let dots = usize::try_from(*dots).unwrap_or(1).min(9);
        parts.push((format!("{id} {}   ", "●".repeat(dots)), Role::Ink));
    }
    let [budget, ..] = seen.numbers;
    let left = usize::try_from(budget.saturating_sub(marks.sum())).unwrap_or(0);
    parts.push(("○ ".repeat(left.min(12)), Role::Quiet));
    parts
}

/// What is wrong, or what the desk waits for.
fn said(screen: &Vote, seen: &Seen, marks: &Marks, view: &View<'_>) -> Vec<(String, Role)> {
    let method = seen.method;
    if let Some(fault) = &marks.fault {
        let says = ballot::fault_in_words(view.messages, fault);
        return vec![("! ".to_owned(), Role::Trouble), (says, Role::Trouble)];
    }
    let id = match (screen.writing, screen.ballot.voter, marks.blank) {
        (false, _, _) => "vote-desk-left",
        (true, None, _) if seen.turnout.ballots > seen.turnout.seats => "vote-over",
        (true, None, _) if suggested(screen, seen, view).is_empty() => "vote-all-in",
        (true, None, _) => "vote-desk-who",
        (true, Some(_), false) if screen.ballot.second && screen.ballot.corrects => "vote-desk-look",
        (true, Some(_), true) => "vote-desk-blank",
        (true, Some(_), false) if method == Method::Dots => "vote-desk-marks",
        (true, Some(_), false) => {
            return vec![(view.say(&format!("vote-desk-{}", method.name())), Role::Quiet)];
        }
    };
    vec![(view.say(id), Role::Quiet)]
}
