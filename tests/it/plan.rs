//! The check of the plan: each rule fires where it should, and not at the border; and the command from end to end.

mod command;
mod properties;
mod rules;

use talkoot::workshop::Workshop;
use talkoot::workshop::plan::findings;

use crate::common::device::Device;

/// A desk with a meeting in Helsinki that begins at nine.
fn desk() -> Device {
    let mut desk = Device::new(0, 0);
    desk.must(
        r#"{"do":"session.describe","title":"t","starts":"2017-11-28T09:00","timezone":"Europe/Helsinki","languages":["en","ru"]}"#,
    );
    desk
}

/// Adds an item to the first day: its id, its minutes, and what else there is to say of it.
fn item(desk: &mut Device, id: &str, minutes: u32, more: &str) {
    item_on(desk, 1, id, minutes, more);
}

fn item_on(desk: &mut Device, day: u32, id: &str, minutes: u32, more: &str) {
    let more = if more.is_empty() { String::new() } else { format!(",{more}") };
    desk.must(&format!(
        r#"{{"do":"item.add","id":"{id}","day":{day},"title":"{id}","minutes":{minutes}{more}}}"#
    ));
}

fn person(desk: &mut Device, id: &str, languages: &str, more: &str) {
    let more = if more.is_empty() { String::new() } else { format!(",{more}") };
    desk.must(&format!(r#"{{"do":"person.add","id":"{id}","name":"{id}","languages":{languages}{more}}}"#));
}

/// What is found, each with its item, or `-`.
fn found(workshop: &Workshop) -> Vec<String> {
    let label = |item| workshop.items.label(item).into_owned();
    let all = findings(workshop);
    all.iter()
        .map(|f| format!("{} {}", f.kind.name(), f.item.map_or_else(|| "-".to_owned(), label)))
        .collect()
}
