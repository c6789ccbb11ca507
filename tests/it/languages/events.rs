//! What happened, in words.

use std::sync::Arc;

use talkoot::language::Messages;
use talkoot::language::events::{label, sentence};
use talkoot::workshop::Workshop;
use talkoot::workshop::command::Request;
use talkoot::workshop::decide::{Context, decide};
use talkoot::workshop::event::{Event, EventKind, kinds};
use talkoot::workshop::id::{EventId, RunId};
use talkoot::workshop::stamp::Stamp;
use talkoot::workshop::text::Lang;
use talkoot::wrap::columns;

fn read(kind: &str, payload: &str) -> Event {
    let id = EventId::new(RunId(7), 1);
    Event::read(id, Stamp::at(1), "desk".into(), "d-1".into(), kind, payload, false)
}

fn assert_words(words: &str, about: &str) {
    for not in ["event-", "label-", "view-", "{", "}", "Unknown"] {
        assert!(!words.contains(not), "{about}: {words}");
    }
    assert!(!words.trim().is_empty() && !words.ends_with('.'), "{about}: {words:?}");
}

#[test]
fn every_kind_of_event_has_its_sentence() {
    let workshop = Workshop::new();
    for lang in Lang::ALL {
        let messages = Messages::new(lang);
        for kind in kinds().map(|spec| spec.name) {
            let event = read(kind, "{}");
            assert!(!matches!(event.kind, EventKind::Unknown(_)), "{kind}");
            let said = sentence(&messages, &workshop, &event);
            assert_words(&said, kind);
            assert!(!said.contains(kind), "{kind} is told as unknown: {said}");
            let short = label(&messages, &workshop, &event);
            assert_words(&short, kind);
            assert!(!short.contains(kind), "{kind} is told as unknown: {short}");
            assert!(columns(&short) <= 24, "{kind}: {short}");
        }
        assert_words(&sentence(&messages, &workshop, &read("idea.sung", "{}")), "idea.sung");
    }
}

#[derive(Default)]
struct Desk {
    workshop: Workshop,
    n: u64,
}

impl Desk {
    fn does(&mut self, command: &str) -> Event {
        let request = Request::read(command).unwrap_or_else(|refusal| panic!("{command}: {refusal}"));
        let now = jiff::Timestamp::from_second(1_511_854_200 + i64::try_from(self.n).unwrap()).unwrap();
        let context = Context { now, who: "desk".into(), device: "d-1".into(), seed: 1, ballot_key: None };
        let decision = decide(&self.workshop, &request, &context)
            .unwrap_or_else(|refusal| panic!("{command}: {refusal}"));
        self.n += 1;
        let event = Event {
            id: EventId::new(RunId(1), self.n),
            stamp: Stamp::at(now.as_millisecond()),
            who: decision.who,
            device: Arc::from("d-1"),
            frame: decision.frame,
            kind: decision.kind,
        };
        assert!(self.workshop.apply(event.clone()));
        event
    }

    fn told(&self, event: &Event) -> [String; 2] {
        Lang::ALL.map(|lang| sentence(&Messages::new(lang), &self.workshop, event))
    }

    fn tells(&mut self, command: &str, en: &str, ru: &str) -> Event {
        let event = self.does(command);
        assert_eq!(self.told(&event), [en, ru]);
        event
    }

    fn labels(&self, event: &Event, en: &str, ru: &str) {
        assert_eq!(Lang::ALL.map(|lang| label(&Messages::new(lang), &self.workshop, event)), [en, ru]);
    }
}

#[test]
fn people_and_the_agenda_are_told() {
    let mut desk = Desk::default();
    desk.tells(
        r#"{"do":"person.add","id":"S07","name":{"en":"Delegate, Austria","ru":"Делегат, Австрия"}}"#,
        "added S07: “Delegate, Austria”",
        "добавлен участник S07: «Делегат, Австрия»",
    );
    let away =
        desk.tells(r#"{"do":"person.leave","person":"S07"}"#, "S07 marked away", "отмечено: S07 отсутствует");
    desk.labels(&away, "S07 away", "S07 отсутствует");
    desk.tells(
        r#"{"do":"item.add","id":"d2-03","day":2,"minutes":60,"title":{"en":"Breakouts: mixed groups","ru":"Группы смешанного состава"}}"#,
        "added the item “Breakouts: mixed groups”, day 2",
        "добавлен пункт «Группы смешанного состава», день 2",
    );
    desk.tells(
        r#"{"do":"item.start","item":"d2-03"}"#,
        "started “Breakouts: mixed groups”",
        "начат пункт «Группы смешанного состава»",
    );
    let longer = desk.tells(
        r#"{"do":"item.extend","item":"d2-03","minutes":5}"#,
        "+5 min: “Breakouts: mixed groups”",
        "+5 мин: «Группы смешанного состава»",
    );
    desk.labels(&longer, "+5 Breakouts: mixed gro…", "+5 Группы смешанного со…");
    let undone = desk.tells(
        r#"{"do":"undo"}"#,
        "undid: +5 min: “Breakouts: mixed groups”",
        "отменено: +5 мин: «Группы смешанного состава»",
    );
    desk.labels(&undone, "undid +5 Breakouts: mix…", "отменено: +5 Группы сме…");
    desk.tells(
        r#"{"do":"redo"}"#,
        "redid: +5 min: “Breakouts: mixed groups”",
        "возвращено: +5 мин: «Группы смешанного состава»",
    );
}

#[test]
fn rounds_are_told() {
    let mut desk = Desk::default();
    for seat in ["S01", "S02", "S03"] {
        desk.does(&format!(r#"{{"do":"person.add","id":"{seat}","name":"{seat}"}}"#));
    }
    desk.does(r#"{"do":"round.add","id":"r","title":{"en":"Mixed","ru":"Смешанный"},"rooms":[{"id":"a","title":{"en":"Room A","ru":"Комната A"},"max":5}]}"#);
    desk.tells(
        r#"{"do":"round.plan","round":"r"}"#,
        "planned the round “Mixed”: 3 people, 1 room",
        "составлено распределение раунда «Смешанный»: 3 человека, 1 комната",
    );
    desk.tells(
        r#"{"do":"round.place","round":"r","person":"S02"}"#,
        "S02 without a room, round “Mixed”",
        "участник S02 остался без комнаты, раунд «Смешанный»",
    );
    let held = desk.tells(
        r#"{"do":"round.hold","round":"r","person":"S02","room":"a"}"#,
        "S02 held in “Room A”, round “Mixed”",
        "участник S02 закреплен: «Комната A», раунд «Смешанный»",
    );
    desk.labels(&held, "held S02", "закреплено: S02");
}

#[test]
fn ideas_are_told_and_what_is_off_the_record_is_not() {
    let mut desk = Desk::default();
    desk.tells(
        r#"{"do":"idea.add","id":"i1","text":"a shared fund for «small» pilots, paid by all partners"}"#,
        "added the idea “a shared fund for «small» pilots, paid…”",
        "добавлена идея «a shared fund for „small“ pilots, paid…»",
    );
    for idea in ["i2", "i3"] {
        desk.does(&format!(r#"{{"do":"idea.add","id":"{idea}","text":"{idea}"}}"#));
    }
    let merged = desk.tells(
        r#"{"do":"idea.merge","ideas":["i2","i3","i1"]}"#,
        "merged 2 ideas into “i2”",
        "2 идеи объединены с идеей «i2»",
    );
    desk.labels(&merged, "merged 2 ideas", "объединено: 2 идеи");
    let secret = desk.tells(
        r#"{"do":"idea.add","id":"i4","text":"the minister wavers","kind":"off-record"}"#,
        "added a line off the record",
        "добавлена запись не для протокола",
    );
    desk.labels(&secret, "off the record", "не для протокола");
    let tagged = desk.does(r#"{"do":"idea.tag","idea":"i4","add":["law"]}"#);
    desk.does(r#"{"do":"idea.hide","idea":"i3"}"#);
    let hidden = desk.does(r#"{"do":"idea.edit","idea":"i3","text":"whispered words"}"#);
    for event in [&tagged, &hidden] {
        let told = desk.told(event).concat();
        assert!(!told.contains("minister") && !told.contains("whispered"), "{told}");
    }
    // Neither does undoing the line bring its words back.
    desk.does(&format!(r#"{{"do":"undo","event":"{}"}}"#, tagged.id));
    let undone = desk.does(&format!(r#"{{"do":"undo","event":"{}"}}"#, secret.id));
    for event in [&undone, &secret, &tagged] {
        assert!(!desk.told(event).concat().contains("minister"));
    }
}

#[test]
fn nothing_is_told_of_what_a_ballot_holds() {
    let mut desk = Desk::default();
    desk.does(r#"{"do":"person.add","id":"S07","name":"Seven"}"#);
    for (id, title) in [("P01", "Seminars"), ("P02", "Fund")] {
        desk.does(&format!(r#"{{"do":"proposal.add","id":"{id}","title":"{title}"}}"#));
    }
    desk.does(r#"{"do":"vote.prepare","id":"v","title":{"en":"Which go on?","ru":"Что дальше?"},"options":["P01","P02"],"method":"dots"}"#);
    desk.tells(
        r#"{"do":"vote.waive","vote":"v","gate":"languages","reason":"no time"}"#,
        "waived a gate of the vote “Which go on?”: every option in both languages (no time)",
        "снято условие голосования «Что дальше?»: оба языка у каждого варианта (no time)",
    );
    desk.does(r#"{"do":"vote.open","vote":"v"}"#);
    let seat = desk.tells(
        r#"{"do":"vote.cast","vote":"v","seat":"S07","votes":{"P01":1}}"#,
        "ballot of S07 entered",
        "подан бюллетень: S07",
    );
    desk.labels(&seat, "ballot S07", "бюллетень S07");
    desk.tells(
        r#"{"do":"vote.cast","vote":"v","paper":12,"votes":{"P02":1}}"#,
        "ballot 12 entered",
        "подан бюллетень № 12",
    );
    desk.tells(
        r#"{"do":"vote.close","vote":"v"}"#,
        "closed the vote “Which go on?”: 2 ballots",
        "закрыто голосование «Что дальше?»: 2 бюллетеня",
    );
    desk.tells(
        r#"{"do":"stage.show","view":"vote","of":"v"}"#,
        "put on the wall: vote, “Which go on?”",
        "на стене: голосование, «Что дальше?»",
    );
}

#[test]
fn what_was_undone_is_still_named() {
    let mut desk = Desk::default();
    let added = desk.does(r#"{"do":"commitment.add","text":{"ru":"общий фонд"},"owner":"S07"}"#);
    let undone = desk.does(r#"{"do":"undo"}"#);
    let [en, ru] = desk.told(&undone);
    assert_eq!(en, "undid: added the commitment “общий фонд”, owner: S07");
    assert_eq!(ru, "отменено: записано обязательство «общий фонд», ответственный: S07");
    let mut later = added.clone();
    later.id = EventId::new(RunId(9), 1);
    later.kind = read("commitment.done", &format!(r#"{{"of":"{}","is":true}}"#, added.id)).kind;
    assert_eq!(desk.told(&later)[0], "the commitment “общий фонд” is done");
    // Undos of undos, as many as a forged file may hold, end somewhere.
    let own = EventId::new(RunId(9), 2);
    let ring = read("work.undone", &format!(r#"{{"of":"{own}","undoes":["{own}"]}}"#));
    desk.workshop.apply(Event { id: own, ..ring.clone() });
    assert!(desk.told(&ring)[0].ends_with("undid: …"));
}
