//! Whole lists, from bytes to a workshop and back again.

mod ballots;
mod many;
mod said;

use std::sync::Arc;

use super::*;
use crate::workshop::agenda;
use crate::workshop::command::Command;
use crate::workshop::decide::{Context, decide};
use crate::workshop::event::Event;
use crate::workshop::id::{EventId, RunId};
use crate::workshop::ideas::commands::IdeasCommand;
use crate::workshop::people::commands::PeopleCommand;
use crate::workshop::refusal::Refusal;
use crate::workshop::stamp::Stamp;
use crate::workshop::text::{Lang, Text};

const PARTICIPANTS: &str = include_str!("../../../docs/examples/participants.csv");
const PARTICIPANTS_RU: &str = include_str!("../../../docs/examples/participants-ru.csv");
const AGENDA: &str = include_str!("../../../docs/examples/agenda.csv");
const PROPOSALS: &str = include_str!("../../../docs/examples/proposals.csv");

/// A workshop to which commands are given.
#[derive(Default)]
struct Desk {
    workshop: Workshop,
    n: u64,
}

impl Desk {
    fn give(&mut self, request: &Request) -> Result<(), Refusal> {
        let now = "2017-11-28T07:00:00Z".parse().unwrap();
        let context = Context { now, who: "desk".into(), device: "d".into(), seed: 1, ballot_key: None };
        let decision = decide(&self.workshop, request, &context)?;
        let id = EventId::new(RunId(1), self.n);
        self.n += 1;
        self.workshop.apply(Event {
            id,
            stamp: Stamp::at(i64::try_from(self.n).unwrap()),
            who: decision.who,
            device: "d".into(),
            frame: decision.frame,
            kind: decision.kind,
        });
        Ok(())
    }

    fn say(&mut self, json: &str) {
        self.give(&Request::read(json).unwrap()).unwrap();
    }

    fn plan(&self, kind: Kind, text: &str) -> Result<Plan, Fault> {
        plan(kind, None, &self.workshop, &Table::read(text)?)
    }

    fn import(&mut self, kind: Kind, text: &str) -> (usize, usize, usize) {
        let plan = self.plan(kind, text).unwrap();
        assert_eq!(plan.requests.len(), plan.lines.len());
        for (request, line) in plan.requests.iter().zip(&plan.lines) {
            self.give(request).unwrap_or_else(|refusal| panic!("line {line}: {refusal}"));
        }
        (plan.added, plan.changed, plan.unchanged)
    }

    fn titles(&self, day: u32) -> Vec<&str> {
        let items = agenda::in_order(&self.workshop.items).into_iter().filter(|item| item.day() == day);
        items.map(|item| item.title.in_(Lang::En)).collect()
    }
}

#[test]
fn participants_in_both_languages_are_the_same_seats() {
    let mut desk = Desk::default();
    assert_eq!(desk.import(Kind::People, PARTICIPANTS), (10, 0, 0));
    assert_eq!(desk.import(Kind::People, PARTICIPANTS), (0, 0, 10));
    // The Russian list brings the organisation in Russian, and nothing else; WHO/Europe has both already told apart.
    assert_eq!(desk.import(Kind::People, PARTICIPANTS_RU), (0, 10, 0));
    assert_eq!(desk.import(Kind::People, PARTICIPANTS_RU), (0, 0, 10));
    assert_eq!(desk.import(Kind::People, PARTICIPANTS), (0, 0, 10));
    let people = &desk.workshop.people;
    let host = people.get(people.find("T08").unwrap()).unwrap();
    assert_eq!(
        host.name.text(),
        Text::both(
            "Lecturer, school of public health, Norway",
            "Преподаватель, школа общественного здравоохранения, Норвегия"
        )
    );
    assert_eq!((host.role(), host.kind.get().map(AsRef::as_ref)), ("host", Some("academia")));
    assert_eq!(host.organisation.get(Lang::En), Some("School of public health, Norway"));
    let late = people.get(people.find("T10").unwrap()).unwrap();
    assert_eq!(late.arrival_day(), 2);
    let interpreter = people.get(people.find("T07").unwrap()).unwrap();
    assert!(interpreter.speaks("en") && interpreter.speaks("ru") && interpreter.interprets());
}

#[test]
fn windows_1251_is_read_as_utf_8_is() {
    let (bytes, _, lost) = encoding_rs::WINDOWS_1251.encode(PARTICIPANTS_RU);
    assert!(!lost);
    let decoded = decode(&bytes).unwrap();
    assert_eq!(decoded.text, PARTICIPANTS_RU);
    let mut desk = Desk::default();
    assert_eq!(desk.import(Kind::People, &decoded.text), (10, 0, 0));
}

#[test]
fn people_without_ids_are_matched_by_name_and_organisation() {
    let mut desk = Desk::default();
    let list = "Name,Organization,Languages\nAnna Berg,WHO,\"English, Russian\"\nAnna Berg,Bank,en/fi\nАнна Ким,,рус.\n";
    assert_eq!(desk.import(Kind::People, list), (3, 0, 0));
    assert_eq!(desk.import(Kind::People, list), (0, 0, 3));
    let changed = "Name,Organization,Languages\n anna  BERG,«WHO»,английский\nanna berg,who,ru\n";
    assert_eq!(
        desk.plan(Kind::People, "ФИО;Организация;Языки\nANNA BERG;Who;английский\n").unwrap().changed,
        1
    );
    let plan = desk.plan(Kind::People, "Name,Organization,Languages\nAnna Berg,WHO,fr\n").unwrap();
    let [Request { command: Command::People(PeopleCommand::PersonChange(change)), .. }] =
        plan.requests.as_slice()
    else {
        panic!()
    };
    assert_eq!((change.name.is_none(), change.languages.clone()), (true, Some(vec![Arc::from("fr")])));
    assert!(desk.plan(Kind::People, changed).is_ok());
    assert_eq!(
        desk.plan(Kind::People, "name,organisation\nBo,WHO\nBO, who\n"),
        Err(Fault::SameName { first: 2, line: 3, name: "bo".into() })
    );
    assert_eq!(
        desk.plan(Kind::People, "id,name\nA1,Bo\nA2,Bo\nA1,Cy\n"),
        Err(Fault::SameId { first: 2, line: 4, id: "A1".into() })
    );
    // A name alone means the only one who bears it, and of two nobody.
    assert_eq!(desk.import(Kind::People, "Name,Country\nАнна Ким,kz\n"), (0, 1, 0));
    let notes = desk.plan(Kind::People, "id,name,organisation\nA9,Anna Berg,WHO\n").unwrap().notes;
    assert!(matches!(notes.as_slice(), [Note::SameName { line: 2, .. }]));
}

#[test]
fn a_list_that_says_more_later_adds_to_what_is_there() {
    let mut desk = Desk::default();
    assert_eq!(desk.import(Kind::People, "Имя\tФамилия\nАнна\tКим\n"), (1, 0, 0));
    assert_eq!(desk.import(Kind::People, "Имя;Организация\nАнна Ким;Банк\n"), (0, 1, 0));
    assert_eq!(desk.workshop.people.len(), 1);
    desk.say(r#"{"do":"person.add","id":"Z","name":"Zoe"}"#);
    desk.say(r#"{"do":"person.remove","person":"Z"}"#);
    let plan = desk.plan(Kind::People, "id,name\nZ,Zoe\n").unwrap();
    assert_eq!(
        (plan.requests.len(), plan.notes.as_slice()),
        (0, &[Note::Removed { line: 2, id: "Z".into() }][..])
    );
}

#[test]
fn formulas_and_broken_lines_stay_text() {
    let mut desk = Desk::default();
    let list = "name,organisation\n\"=HYPERLINK(\"\"x\"\",\"\"y\"\")\",\"Bank\nof Riga\"\n@sum,+371\n";
    assert_eq!(desk.import(Kind::People, list), (2, 0, 0));
    assert_eq!(desk.import(Kind::People, list), (0, 0, 2));
    let names: Vec<&str> = desk.workshop.people.iter().map(|person| person.name.in_(Lang::En)).collect();
    assert_eq!(names, ["=HYPERLINK(\"x\",\"y\")", "@sum"]);
    assert_eq!(desk.workshop.people.iter().next().unwrap().organisation.in_(Lang::En), "Bank of Riga");
}

#[test]
fn an_agenda_is_read_in_order_and_changed_in_place() {
    let mut desk = Desk::default();
    assert_eq!(desk.import(Kind::Agenda, AGENDA), (14, 0, 0));
    assert_eq!(desk.import(Kind::Agenda, AGENDA), (0, 0, 14));
    assert_eq!(desk.titles(2), ["Recap of day 1", "Commitments", "Evaluation: plus/delta", "Closing"]);
    let again = "День;Название;Длительность;Начало\n2;Commitments;45 мин;\n;A walk;10;\n;A song;0:05;\n;Closing;25;10.45\n;Farewell;5;\n";
    assert_eq!(desk.import(Kind::Agenda, again), (3, 2, 0));
    assert_eq!(
        desk.titles(2),
        [
            "Recap of day 1",
            "Commitments",
            "A walk",
            "A song",
            "Evaluation: plus/delta",
            "Closing",
            "Farewell"
        ]
    );
    assert_eq!(desk.import(Kind::Agenda, again), (0, 0, 5));
    let breaks: Vec<Option<u32>> =
        desk.workshop.items.iter().filter(|item| item.kind() == "break").map(agenda::Item::begins).collect();
    assert_eq!(breaks, [Some(630), Some(870)]);
}

#[test]
fn an_item_with_an_id_moves_to_another_day() {
    let mut desk = Desk::default();
    desk.import(Kind::Agenda, "id,day,title,minutes\na,1,One,5\nb,1,Two,5\nc,2,Three,5\n");
    assert_eq!(
        desk.import(Kind::Agenda, "id,day,title,minutes\na,1,One,5\nc,2,Three,5\nb,2,Two,5\n"),
        (0, 1, 2)
    );
    assert_eq!((desk.titles(1), desk.titles(2)), (vec!["One"], vec!["Three", "Two"]));
    let plan = desk
        .plan(Kind::Agenda, "id,day,title,minutes\nb,2,Two,5\nc,2,Three,5\nz,1,Zero,5\na,1,One,5\n")
        .unwrap();
    assert_eq!(plan.notes, [Note::OrderDiffers { day: 2 }, Note::PlacedLast { line: 4 }]);
}

#[test]
fn agendas_are_refused_with_their_lines() {
    let fault = |text: &str| Desk::default().plan(Kind::Agenda, text).unwrap_err();
    assert_eq!(fault("day,title\n"), Fault::MissingColumn { field: "minutes" });
    assert_eq!(
        fault("day,title,minutes\n\n1,x,soon\n"),
        Fault::BadValue { line: 3, field: "minutes", value: "soon".into() }
    );
    assert_eq!(fault("day,title,minutes\n,x,5\n"), Fault::MissingValue { line: 2, field: "day" });
    assert_eq!(
        fault("day,title,minutes\n28.11.2017,x,5\n"),
        Fault::NoFirstDay { line: 2, value: "28.11.2017".into() }
    );
    assert_eq!(
        fault("day,title,minutes,shortest\n1,x,5,6\n"),
        Fault::OutOfRange { line: 2, field: "shortest", value: 6, least: 0, most: 5 }
    );
}

#[test]
fn proposals_keep_what_a_list_does_not_say() {
    let mut desk = Desk::default();
    assert_eq!(desk.import(Kind::Proposals, PROPOSALS), (5, 0, 0));
    assert_eq!(desk.import(Kind::Proposals, PROPOSALS), (0, 0, 5));
    let proposals = &desk.workshop.proposals;
    let first = proposals.get(proposals.find("Q01").unwrap()).unwrap();
    assert_eq!(first.partners().len(), 2);
    assert_eq!(
        first.ephos.get().unwrap().iter().map(AsRef::as_ref).collect::<Vec<_>>(),
        ["epho-1", "epho-7"]
    );
    let russian =
        "код;название;ведущие организации;партнеры;ОФОЗ\nQ01;;Служба;Школа / ВОЗ/Европа;7, ОФОЗ 1\n";
    assert_eq!(desk.import(Kind::Proposals, russian), (0, 1, 0));
    let proposals = &desk.workshop.proposals;
    let first = proposals.get(proposals.find("Q01").unwrap()).unwrap();
    assert_eq!(first.partners().last(), Some(&Text::both("WHO/Europe", "ВОЗ/Европа")));
    assert_eq!(first.ephos.get().map(Vec::len), Some(2));
    assert_eq!(
        desk.import(Kind::Proposals, "title,when\nCosting tool for  immunisation OUTREACH,2020\n").1,
        1
    );
    assert_eq!(desk.workshop.proposals.len(), 5);
}

#[test]
fn ideas_said_twice_are_two_and_read_twice_are_the_same() {
    let mut desk = Desk::default();
    let list =
        "текст;комната;метки;вид\nобщий фонд;A;#финансы #Общий;идея\nобщий фонд;A;;\nобщий фонд;B;;вопрос\n";
    assert_eq!(desk.import(Kind::Ideas, list), (3, 0, 0));
    assert_eq!(desk.import(Kind::Ideas, list), (0, 0, 3));
    let tagged = "текст;комната;метки\nобщий фонд;B;деньги\n";
    assert_eq!(desk.import(Kind::Ideas, tagged), (0, 1, 0));
    assert_eq!(desk.workshop.ideas.iter().map(|idea| idea.tags().count()).collect::<Vec<_>>(), [2, 0, 1]);
    let plan = desk.plan(Kind::Ideas, "text,kind\na fund,off the record\n").unwrap();
    assert!(
        matches!(&plan.requests[0].command, Command::Ideas(IdeasCommand::IdeaAdd(add)) if add.kind.as_deref() == Some("off-record"))
    );
    assert!(matches!(desk.plan(Kind::Ideas, "text,kind\nx,poem\n"), Err(Fault::BadValue { line: 2, .. })));
}

#[test]
fn pasted_rows_become_people() {
    let desk = Desk::default();
    let table = Table::pasted("S01\tAnna Berg\tWHO\nS02\tБорис\t\n", Kind::People).unwrap();
    let plan = plan(Kind::People, None, &desk.workshop, &table).unwrap();
    assert_eq!((plan.added, plan.requests[1].id.as_deref()), (2, Some("S02")));
}
