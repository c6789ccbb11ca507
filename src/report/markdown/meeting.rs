//! The meeting as such, its groups, its agenda, its participants.

use crate::report::model::{Model, title_or_id};
use crate::report::words;
use crate::workshop::text::Text;

use super::conflict;
use super::escape::escape;
use super::page::Page;

pub(super) fn head(page: &mut Page<'_>, model: &Model) {
    let meeting = &model.meeting;
    if meeting.title.is_empty() {
        page.title(1, "report-untitled");
    } else {
        page.typed_title(1, "", &meeting.title);
    }
    let days = page.speak(" · ", |tongue| words::days(tongue, meeting).unwrap_or_default());
    if !days.is_empty() {
        page.paragraph(&days);
    }
    if !meeting.question.is_empty() {
        let label = page.say("report-question");
        let question = page.text(&meeting.question);
        page.paragraph(&format!("{label}:<br>{question}"));
    }
    let edition = page.say(words::edition(model.edition));
    page.paragraph(&edition);
    if let Some(versions) = conflict(page, &meeting.versions) {
        page.paragraph(&versions);
    }
}

pub(super) fn groups(page: &mut Page<'_>, model: &Model) {
    if model.groups.is_empty() {
        return;
    }
    page.title(2, "report-groups");
    for round in &model.groups {
        page.typed_title(3, "", &round.title);
        let rows: Vec<Vec<String>> = round
            .rooms
            .iter()
            .map(|room| {
                let names: Vec<Text> =
                    room.people.iter().map(|person| title_or_id(&person.title, &person.id)).collect();
                vec![
                    page.text(&room.title),
                    page.text(&room.topic),
                    if room.seated > 0 { room.seated.to_string() } else { String::new() },
                    page.text(&words::joined(&names, "; ")),
                ]
            })
            .collect();
        page.table(&["report-room", "report-topic", "report-seated", "report-people"], &rows);
        if !round.in_two_rooms.is_empty() {
            page.labelled(0, "report-two-rooms", &escape(&round.in_two_rooms.join(", ")));
        }
        if let Some(versions) = conflict(page, &round.versions) {
            page.bullet(0, &versions);
        }
    }
}

pub(super) fn agenda(page: &mut Page<'_>, model: &Model) {
    if model.agenda.is_empty() {
        return;
    }
    page.title(2, "report-agenda");
    for items in model.agenda.chunk_by(|a, b| a.day == b.day) {
        let Some(day) = items.first().map(|item| item.day) else { continue };
        page.heading(3, |tongue| words::day(tongue, &model.meeting, day));
        let rows: Vec<Vec<String>> = items
            .iter()
            .map(|item| {
                let title = page.text(&item.title);
                vec![
                    escape(&words::planned(item)),
                    words::actual(item),
                    match conflict(page, &item.versions) {
                        Some(versions) => format!("{title}<br>{versions}"),
                        None => title,
                    },
                    page.speak("<br>", |tongue| escape(&words::marks(tongue, item).join(", "))),
                ]
            })
            .collect();
        page.table(&["report-plan", "report-actual", "report-item", "report-kind"], &rows);
    }
}

pub(super) fn people(page: &mut Page<'_>, model: &Model) {
    if model.people.is_empty() {
        return;
    }
    page.title(2, "report-people");
    let rows: Vec<Vec<String>> = model
        .people
        .iter()
        .map(|person| {
            let name = page.text(&person.name);
            let kind =
                if person.kind.is_empty() { String::new() } else { page.text(&model.term(&person.kind)) };
            vec![
                escape(&person.id),
                match conflict(page, &person.versions) {
                    Some(versions) => format!("{name}<br>{versions}"),
                    None => name,
                },
                page.text(&person.organisation),
                escape(&person.country),
                kind,
                escape(&person.languages.join(", ")),
                page.speak("<br>", |tongue| match person.role.as_str() {
                    "" => String::new(),
                    role => escape(&words::word(tongue, "role", role)),
                }),
                person.arrives.filter(|day| *day > 1).map(|day| day.to_string()).unwrap_or_default(),
            ]
        })
        .collect();
    page.table(
        &[
            "report-id",
            "report-name",
            "report-organisation",
            "report-country",
            "report-kind",
            "report-spoken",
            "report-role",
            "report-arrives",
        ],
        &rows,
    );
}
