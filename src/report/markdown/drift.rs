//! Planned and actual: a table a day, and why it ended when it did.

use super::escape::{Md, md};
use super::page::Page;
use crate::report::model::{Line, Model, RoomLine, title_or_id};
use crate::report::words;

pub(super) fn drift(page: &mut Page<'_>, model: &Model) {
    if model.drift.is_empty() {
        return;
    }
    page.title(2, "report-drift");
    for day in &model.drift {
        page.heading(3, |messages| Md::typed(&words::day(messages, &model.meeting, day.day)));
        let rows = day.items.iter().filter(|line| line.state != "waiting").flat_map(|line| {
            let rooms = line.rooms.iter().map(|room| of_room(page, room));
            std::iter::once(of_item(page, line)).chain(rooms).collect::<Vec<_>>()
        });
        let rows: Vec<Vec<Md>> = rows.collect();
        page.table(
            &[
                "report-item",
                "report-plan",
                "report-actual",
                "report-drift-length",
                "report-drift-ran",
                "report-drift-difference",
            ],
            &rows,
        );
        let why = page.speak("<br>", |messages| Md::typed(&words::drift(messages, day)));
        page.paragraph(&why);
    }
}

fn of_item(page: &Page<'_>, line: &Line) -> Vec<Md> {
    let title = page.text(&title_or_id(&line.title, &line.id));
    let state = page.speak("<br>", |messages| Md::typed(&words::drift_state(messages, line).join(", ")));
    let held = line.actual.as_ref().is_some_and(|actual| actual.end.is_some());
    vec![
        if state.is_empty() { title } else { md!("{}<br>{}", title, state) },
        line.planned.as_ref().map(|planned| Md::typed(&words::from_to(planned))).unwrap_or_default(),
        Md::typed(&words::from_on(line.actual.as_ref())),
        words::whole_minutes(line.length).into(),
        if held { words::whole_minutes(line.ran).into() } else { Md::default() },
        if held {
            Md::figures(words::signed(words::whole_minutes(line.ran - line.length)))
        } else {
            Md::default()
        },
    ]
}

fn of_room(page: &Page<'_>, room: &RoomLine) -> Vec<Md> {
    let held = room.actual.as_ref().is_some_and(|actual| actual.end.is_some());
    vec![
        md!("– {}", page.text(&title_or_id(&room.title, &room.room))),
        Md::default(),
        Md::typed(&words::from_on(room.actual.as_ref())),
        words::whole_minutes(room.length).into(),
        if held { words::whole_minutes(room.ran).into() } else { Md::default() },
        if held {
            Md::figures(words::signed(words::whole_minutes(room.ran - room.length)))
        } else {
            Md::default()
        },
    ]
}
