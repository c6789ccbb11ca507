//! Planned and actual: a table a day, and why it ended when it did.

use crate::report::model::{Line, Model, RoomLine, title_or_id};
use crate::report::words;

use super::escape::escape;
use super::page::Page;

pub(super) fn drift(page: &mut Page<'_>, model: &Model) {
    if model.drift.is_empty() {
        return;
    }
    page.title(2, "report-drift");
    for day in &model.drift {
        page.heading(3, |tongue| words::day(tongue, &model.meeting, day.day));
        let rows = day.items.iter().filter(|line| line.state != "waiting").flat_map(|line| {
            let rooms = line.rooms.iter().map(|room| of_room(page, room));
            std::iter::once(of_item(page, line)).chain(rooms).collect::<Vec<_>>()
        });
        let rows: Vec<Vec<String>> = rows.collect();
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
        let why = page.speak("<br>", |tongue| escape(&words::drift(tongue, day)));
        page.paragraph(&why);
    }
}

fn of_item(page: &Page<'_>, line: &Line) -> Vec<String> {
    let title = page.text(&title_or_id(&line.title, &line.id));
    let state = page.speak("<br>", |tongue| escape(&words::drift_state(tongue, line).join(", ")));
    let held = line.actual.as_ref().is_some_and(|actual| actual.end.is_some());
    vec![
        if state.is_empty() { title } else { format!("{title}<br>{state}") },
        line.planned.as_ref().map(words::from_to).unwrap_or_default(),
        words::from_on(line.actual.as_ref()),
        words::whole_minutes(line.length).to_string(),
        if held { words::whole_minutes(line.ran).to_string() } else { String::new() },
        if held { words::signed(words::whole_minutes(line.ran - line.length)) } else { String::new() },
    ]
}

fn of_room(page: &Page<'_>, room: &RoomLine) -> Vec<String> {
    let held = room.actual.as_ref().is_some_and(|actual| actual.end.is_some());
    vec![
        format!("– {}", page.text(&title_or_id(&room.title, &room.room))),
        String::new(),
        words::from_on(room.actual.as_ref()),
        words::whole_minutes(room.length).to_string(),
        if held { words::whole_minutes(room.ran).to_string() } else { String::new() },
        if held { words::signed(words::whole_minutes(room.ran - room.length)) } else { String::new() },
    ]
}
