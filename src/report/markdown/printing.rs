//! What the organisers print and cut: door lists, table cards, personal slips. A rule stands wherever the scissors go.

use std::collections::HashMap;

use super::escape::{Md, md};
use super::page::Page;
use crate::language::Messages;
use crate::report::model::{
    DoorList, Item, Meeting, Model, Person, PlannedRound, Printing, Room, Seat, TableCard, title_or_id,
};
use crate::report::words;

/// The level of headings of door lists and table cards.
const HEADING: usize = 4;

pub(super) fn printing(page: &mut Page<'_>, model: &Model) {
    let Some(printing) = model.printing() else { return };
    page.title(2, "report-printing");
    page.title(3, "report-doors");
    for planned in &printing.rounds {
        planned.doors.iter().for_each(|list| door_list(page, &model.meeting, planned, list));
    }
    page.rule();
    page.title(3, "report-cards");
    printing.cards.iter().for_each(|one| table_card(page, one));
    page.rule();
    page.title(3, "report-slips");
    slips(page, &model.meeting, &printing);
    page.rule();
}

fn door_list(page: &mut Page<'_>, meeting: &Meeting, planned: &PlannedRound<'_>, list: &DoorList<'_>) {
    let (round, room) = (planned.round, list.room);
    page.rule();
    page.typed_title(HEADING, "", &title_or_id(&room.title, &room.id));
    page.bullet(0, &page.inline(&title_or_id(&round.title, &round.id)));
    if let Some(item) = planned.item {
        page.bullet(
            0,
            &page.speak(" · ", |messages| {
                Md::typed(&day_and_time(&words::day(messages, meeting, item.day), item))
            }),
        );
    }
    page.labelled(0, "report-topic", &page.inline(&room.topic));
    if list.people.is_empty() {
        let nobody = page.say("report-nobody");
        page.paragraph(&nobody);
    }
    let row = |person: &&Person| {
        let name = title_or_id(&person.name, &person.id);
        let name = page.speak("<br>", |messages| {
            Md::typed(&format!("{}{}", name.in_(messages.lang()), host_mark(messages, room.is_host(person))))
        });
        vec![name, page.text(&person.organisation)]
    };
    let rows: Vec<Vec<Md>> = list.people.iter().map(row).collect();
    page.table(&["report-name", "report-organisation"], &rows);
}

fn table_card(page: &mut Page<'_>, card: &TableCard<'_>) {
    let Some((_, room)) = card.rounds.first() else { return };
    page.rule();
    page.typed_title(HEADING, "", &title_or_id(&room.title, &room.id));
    page.labelled(0, "report-topic", &page.inline(&room.topic));
    let hosts: Vec<_> = card.hosts.iter().map(|host| title_or_id(&host.name, &host.id)).collect();
    page.labelled(0, "report-hosts", &page.inline(&words::joined(&hosts, "; ")));
    for (round, room) in &card.rounds {
        let title = title_or_id(&round.title, &round.id);
        let line = page.speak(" · ", |messages| {
            let people = Md::with(messages, "count-people", &[("n", room.seated.into())]);
            md!("{}: {}", Md::typed(title.in_(messages.lang())), people)
        });
        page.bullet(0, &line);
    }
}

fn slips(page: &mut Page<'_>, meeting: &Meeting, printing: &Printing<'_>) {
    let totals = page.speak(" · ", |messages| {
        let people = Md::with(messages, "count-people", &[("n", printing.slips.len().into())]);
        let rounds = Md::with(messages, "count-rounds", &[("n", printing.rounds.len().into())]);
        md!("{}, {}", people, rounds)
    });
    page.paragraph(&totals);
    let unseated: Vec<&str> = printing.unseated.iter().map(|person| person.id.as_str()).collect();
    if !unseated.is_empty() {
        let people = Md::typed(&unseated.join(", "));
        let line = page.with("report-unseated", &[("n", unseated.len().into()), ("people", people.into())]);
        page.paragraph(&line);
    }
    // Said once for all who go the same way: among five hundred people the same few lines come again and again.
    let mut said: Vec<HashMap<(Option<&str>, bool), Md>> = vec![HashMap::new(); printing.rounds.len()];
    for slip in &printing.slips {
        page.rule();
        page.strong(&slip.person.id, &slip.person.name);
        for ((planned, said), seat) in printing.rounds.iter().zip(&mut said).zip(&slip.seats) {
            let (room, is_host) = match seat {
                Seat::Room(room) => (Some(*room), room.is_host(slip.person)),
                Seat::NoRoom => (None, false),
                Seat::Away => continue,
            };
            let line = said.entry((room.map(|room| room.id.as_str()), is_host)).or_insert_with(|| {
                page.speak("<br>", |messages| slip_line(messages, meeting, planned, room, is_host))
            });
            page.bullet(0, line);
        }
    }
}

/// `Tue 28 Nov, 10:30–10:50 · Round 1 → Room A (host)`
fn slip_line(
    messages: &Messages,
    meeting: &Meeting,
    planned: &PlannedRound<'_>,
    room: Option<&Room>,
    is_host: bool,
) -> Md {
    let lang = messages.lang();
    let round = title_or_id(&planned.round.title, &planned.round.id);
    let room = match room {
        Some(room) => {
            format!("{}{}", title_or_id(&room.title, &room.id).in_(lang), host_mark(messages, is_host))
        }
        None => messages.say("report-without-room"),
    };
    let line = format!("{} → {room}", round.in_(lang));
    match planned.item {
        Some(item) => {
            let when = day_and_time(&words::short_day(messages, meeting, item.day), item);
            Md::typed(&format!("{when} · {line}"))
        }
        None => Md::typed(&line),
    }
}

/// A day, with the planned time where there is one.
fn day_and_time(day: &str, item: &Item) -> String {
    let time = words::planned(item);
    if time.is_empty() { day.to_owned() } else { format!("{day}, {time}") }
}

/// What stands after the name of a host, or after the room for the host.
fn host_mark(messages: &Messages, is_host: bool) -> String {
    if is_host { format!(" ({})", words::word(messages, "role", "host")) } else { String::new() }
}
