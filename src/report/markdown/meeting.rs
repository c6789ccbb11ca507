//! The meeting as such, its groups, its agenda, its participants.

use super::conflict;
use super::escape::{Md, md};
use super::page::Page;
use crate::report::model::{Model, title_or_id};
use crate::report::words;
use crate::workshop::text::Text;

pub(super) fn head(page: &mut Page<'_>, model: &Model) {
    let meeting = &model.meeting;
    if meeting.title.is_empty() {
        page.title(1, "report-untitled");
    } else {
        page.typed_title(1, "", &meeting.title);
    }
    let days = page.speak(" · ", |messages| Md::typed(&words::days(messages, meeting).unwrap_or_default()));
    if !days.is_empty() {
        page.paragraph(&days);
    }
    if !meeting.question.is_empty() {
        let label = page.say("report-question");
        let question = page.text(&meeting.question);
        page.paragraph(&md!("{}:<br>{}", label, question));
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
        let rows: Vec<Vec<Md>> = round
            .rooms
            .iter()
            .map(|room| {
                let names: Vec<Text> =
                    room.people.iter().map(|person| title_or_id(&person.title, &person.id)).collect();
                vec![
                    page.text(&room.title),
                    page.text(&room.topic),
                    if room.seated > 0 { room.seated.into() } else { Md::default() },
                    page.text(&words::joined(&names, "; ")),
                ]
            })
            .collect();
        page.table(&["report-room", "report-topic", "report-seated", "report-people"], &rows);
        if !round.in_two_rooms.is_empty() {
            page.labelled(0, "report-two-rooms", &Md::typed(&round.in_two_rooms.join(", ")));
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
        page.heading(3, |messages| Md::typed(&words::day(messages, &model.meeting, day)));
        let rows: Vec<Vec<Md>> = items
            .iter()
            .map(|item| {
                let title = page.text(&item.title);
                vec![
                    Md::typed(&words::planned(item)),
                    Md::typed(&words::actual(item)),
                    match conflict(page, &item.versions) {
                        Some(versions) => md!("{}<br>{}", title, versions),
                        None => title,
                    },
                    page.speak("<br>", |messages| Md::typed(&words::marks(messages, item).join(", "))),
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
    let rows: Vec<Vec<Md>> = model
        .people
        .iter()
        .map(|person| {
            let name = page.text(&person.name);
            let kind =
                if person.kind.is_empty() { Md::default() } else { page.text(&model.term(&person.kind)) };
            vec![
                Md::typed(&person.id),
                match conflict(page, &person.versions) {
                    Some(versions) => md!("{}<br>{}", name, versions),
                    None => name,
                },
                page.text(&person.organisation),
                Md::typed(&person.country),
                kind,
                Md::typed(&person.languages.join(", ")),
                page.speak("<br>", |messages| match person.role.as_str() {
                    "" => Md::default(),
                    role => Md::typed(&words::word(messages, "role", role)),
                }),
                person.arrives.filter(|day| *day > 1).map(Md::from).unwrap_or_default(),
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
