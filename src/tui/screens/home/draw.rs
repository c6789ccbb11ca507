//! How Home is drawn: what there is to open, and below it what is known of the chosen one.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Home;
use super::model::{About, Found, about};
use crate::language::date;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::widgets::list::Part;
use crate::tui::widgets::{split_bottom, split_top};
use crate::wrap;

/// Rows for what is known of the chosen one.
const DETAILS: u16 = 6;

pub(crate) fn draw(screen: &mut Home, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let [head, rest] = split_top(area, 2);
    let [body, foot] = split_bottom(rest, if rest.height > 14 { DETAILS } else { 3 });
    heading(screen, frame, head, view);
    let visible = screen.list.visible(usize::from(body.height), screen.found.len());
    for found in screen.found.get(visible).unwrap_or_default() {
        if let Found::Session(identity) = found
            && !screen.about.contains_key(&identity.folder)
        {
            screen.about.insert(identity.folder.clone(), about(view.world, identity));
        }
    }
    let (found, known) = (&screen.found, &screen.about);
    screen.list.draw(frame, body, found.len(), view, |place, width| {
        found.get(place).map(|one| row(one, known_of(one, known), width, view)).unwrap_or_default()
    });
    if let Some(one) = found.get(screen.list.selected()) {
        details(one, known_of(one, known), frame, foot, view);
    }
}

fn known_of<'a>(
    found: &Found,
    known: &'a std::collections::HashMap<std::path::PathBuf, About>,
) -> Option<&'a About> {
    match found {
        Found::Session(identity) => known.get(&identity.folder),
        Found::Bundled(_) | Found::Pack(_) | Found::Broken(..) => None,
    }
}

fn heading(screen: &Home, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let own = screen.found.iter().filter(|found| matches!(found, Found::Session(_))).count();
    let folder = view.world.sessions.display().to_string();
    let (text, role) = match &screen.fault {
        Some(fault) => (view.messages.refusal(fault).0, Role::Trouble),
        None if own == 0 => (view.say("home-none"), Role::Ink),
        None => {
            let count = view.with("count-sessions", &[("n", own.into())]);
            (format!("{count} · {folder}"), Role::Quiet)
        }
    };
    let width = usize::from(area.width.saturating_sub(3));
    for (y, line) in (area.y..area.bottom()).zip(wrap::wrap(&text, width)) {
        frame.buffer_mut().set_stringn(area.x + 2, y, line, width, view.style(role));
    }
}

fn file_name(path: &std::path::Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn row(found: &Found, about: Option<&About>, width: usize, view: &View<'_>) -> Vec<Part> {
    let open = view.session.map(crate::session::Session::sid);
    let (name, title, aside, role) = match found {
        Found::Session(identity) => {
            let title = about.map(|about| about.title.in_(view.lang()).to_owned()).unwrap_or_default();
            let changed = about.and_then(|about| about.changed);
            let changed = changed.map(|time| {
                let zone = jiff::tz::TimeZone::get(&view.world.timezone).unwrap_or(jiff::tz::TimeZone::UTC);
                date::moment(view.messages, &time.to_zoned(zone))
            });
            let mut aside = changed.unwrap_or_default();
            let mut role = Role::Quiet;
            if open == Some(identity.sid) {
                aside = view.say("home-open");
                role = Role::Good;
            } else if about.is_some_and(|about| about.spilled > 0) {
                aside = view.say("home-recovered-short");
                role = Role::Time;
            }
            (identity.slug.to_string(), title, aside, role)
        }
        Found::Bundled(name) => {
            ((*name).to_owned(), view.say("home-bundled-about"), view.say("home-bundled"), Role::Quiet)
        }
        Found::Pack(path) => (file_name(path), String::new(), view.say("home-pack"), Role::Quiet),
        Found::Broken(path, refusal) => {
            (file_name(path), view.messages.refusal(refusal).0, view.say("home-broken"), Role::Trouble)
        }
    };
    let last = 22.min(width / 3);
    let first = (width / 3).min(34);
    let middle = width.saturating_sub(first + last + 2);
    vec![
        (wrap::pad(&name, first), Role::Ink),
        (format!(" {} ", wrap::pad(&title, middle)), Role::Quiet),
        (wrap::pad_left(&aside, last), role),
    ]
}

fn details(found: &Found, about: Option<&About>, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let mut lines: Vec<Part> = Vec::new();
    match found {
        Found::Session(identity) => {
            if let Some(about) = about {
                let (lang, other) = (view.lang(), view.lang().other());
                lines.push((about.title.in_(lang).to_owned(), Role::Title));
                if about.title.get(lang).is_some()
                    && let Some(words) = about.title.get(other)
                {
                    lines.push((words.to_owned(), Role::Quiet));
                }
                if about.spilled > 0 {
                    let args = [("n", about.spilled.into())];
                    lines.push((format!("! {}", view.with("home-recovered", &args)), Role::Time));
                }
            }
            lines.push((identity.folder.display().to_string(), Role::Quiet));
        }
        Found::Bundled(_) => lines.push((view.say("home-bundled-long"), Role::Ink)),
        Found::Pack(path) => {
            lines.push((view.say("home-pack-long"), Role::Ink));
            lines.push((path.display().to_string(), Role::Quiet));
        }
        Found::Broken(_, refusal) => {
            let (sentence, hint) = view.messages.refusal(refusal);
            lines.push((format!("! {sentence}"), Role::Trouble));
            lines.push((hint, Role::Quiet));
        }
    }
    if area.height == 0 {
        return;
    }
    let rule = "─".repeat(usize::from(area.width));
    frame.buffer_mut().set_stringn(area.x, area.y, rule, usize::from(area.width), view.style(Role::Rule));
    let width = usize::from(area.width.saturating_sub(3));
    let mut y = area.y + 1;
    for (text, role) in lines {
        for line in wrap::wrap(&text, width) {
            if y >= area.bottom() {
                return;
            }
            frame.buffer_mut().set_stringn(area.x + 2, y, line, width, view.style(role));
            y += 1;
        }
    }
}
