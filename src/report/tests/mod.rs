//! What the report tells, and what it keeps to itself.

mod drift;
mod formats;
mod hands;
mod printing;
mod privacy;
mod results;
mod snapshots;

use std::sync::Arc;

use jiff::Timestamp;

use super::export::{Formats, Languages, files};
use super::json::What;
use super::model::Edition;
use super::show;
use crate::language::Messages;
use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::decide::{Context, decide};
use crate::workshop::event::{Event, EventKind, Frame};
use crate::workshop::id::{EventId, RunId};
use crate::workshop::stamp::Stamp;
use crate::workshop::text::Lang;

/// A laptop: decides, numbers its events and keeps them.
#[derive(Clone)]
struct Laptop {
    workshop: Workshop,
    events: Vec<Event>,
    run: u64,
    next: u64,
}

impl Laptop {
    fn new(run: u64) -> Self {
        Self { workshop: Workshop::new(), events: Vec::new(), run, next: 0 }
    }

    fn does(&mut self, command: &str) -> &mut Self {
        let request = Request::read(command).unwrap_or_else(|refusal| panic!("{command}: {refusal:?}"));
        let now: Timestamp = "2017-11-28T07:00:00Z".parse().unwrap();
        let context = Context { now, who: "desk".into(), device: self.device(), seed: 7, ballot_key: None };
        let decision = decide(&self.workshop, &request, &context)
            .unwrap_or_else(|refusal| panic!("{command}: {refusal:?}"));
        self.writes(decision.kind, decision.frame, decision.who)
    }

    fn device(&self) -> Arc<str> {
        format!("d-{}", self.run).into()
    }

    /// Something that stands in a foreign file, whatever a decision would have said to it.
    fn happens(&mut self, kind: EventKind) -> &mut Self {
        self.writes(kind, Frame::default(), arc("elsewhere"))
    }

    fn writes(&mut self, kind: EventKind, frame: Frame, who: Arc<str>) -> &mut Self {
        let ms = i64::try_from(self.next).unwrap() * 1000 + i64::try_from(self.run).unwrap();
        let id = EventId::new(RunId(self.run), self.next);
        self.takes(Event { id, stamp: Stamp::at(ms), who, device: self.device(), frame, kind });
        self.next += 1;
        self
    }

    fn all(&mut self, commands: &[&str]) -> &mut Self {
        commands.iter().for_each(|command| {
            self.does(command);
        });
        self
    }

    fn takes(&mut self, event: Event) {
        if self.workshop.apply(event.clone()) {
            self.events.push(event);
        }
    }

    /// Another laptop that knows what this one knows.
    fn twin(&self, run: u64) -> Self {
        Self { run, ..self.clone() }
    }

    fn joins(&mut self, other: &Self) -> &mut Self {
        other.events.iter().for_each(|event| self.takes(event.clone()));
        self
    }
}

/// Everything that a workshop gives out, in all formats, editions and languages, as one text.
fn everything(workshop: &Workshop) -> String {
    let mut all = String::new();
    for edition in [Edition::Internal, Edition::Public] {
        all.push_str(&given_out(workshop, edition));
    }
    for lang in Lang::ALL {
        for what in What::NAMED.into_iter().chain([What::All]) {
            all.push_str(&show::text(workshop, what, &Messages::new(lang), 400));
        }
    }
    all
}

fn given_out(workshop: &Workshop, edition: Edition) -> String {
    let mut all = String::new();
    for languages in [Languages::One(Lang::En), Languages::One(Lang::Ru), Languages::Both] {
        for (name, bytes) in files(workshop, Formats::usual(), edition, languages, true, &mut |_| {}).files {
            all.push_str(&name);
            all.push_str(std::str::from_utf8(&bytes).unwrap());
        }
    }
    all
}

fn file(workshop: &Workshop, name: &str, edition: Edition) -> String {
    let languages = Languages::One(Lang::En);
    let all = files(workshop, Formats::usual(), edition, languages, false, &mut |_| {}).files;
    let (_, bytes) = all.into_iter().find(|(known, _)| known == name).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// A small meeting in which everything occurs.
fn small() -> Laptop {
    let mut laptop = Laptop::new(1);
    laptop.all(&[
        r#"{"do":"session.describe","title":{"en":"A small meeting","ru":"Небольшое совещание"},"question":{"en":"How do we work together?","ru":"Как нам работать вместе?"},"starts":"2017-11-28T09:00","timezone":"Europe/Helsinki","languages":["en","ru"]}"#,
        r#"{"do":"vocabulary.add","id":"financing","group":"enabler","name":{"en":"Financing","ru":"Финансирование"}}"#,
        r#"{"do":"vocabulary.add","id":"academia","group":"kind","name":{"en":"Academia","ru":"Академическое учреждение"}}"#,
        r#"{"do":"person.add","id":"S01","name":{"en":"Delegate, Kazakhstan","ru":"Делегат, Казахстан"},"organisation":{"en":"National service","ru":"Национальная служба"},"country":"KZ","languages":["ru"]}"#,
        r#"{"do":"person.add","id":"S02","name":{"en":"Researcher, Maastricht","ru":"Научный сотрудник, Маастрихт"},"kind":"academia","country":"NL","languages":["en"],"arrives":2}"#,
        r#"{"do":"item.add","id":"d1-01","day":1,"title":{"en":"Opening","ru":"Открытие"},"minutes":20,"begins":"09:00","stop":true}"#,
        r#"{"do":"item.add","id":"d1-02","day":1,"title":{"en":"Breakouts","ru":"Работа в группах"},"minutes":60}"#,
        r#"{"do":"item.add","id":"d2-01","day":2,"title":{"en":"Dot-vote","ru":"Голосование точками"},"minutes":30}"#,
        r#"{"do":"item.start","item":"d1-01","at":"2017-11-28T07:04:00Z"}"#,
        r#"{"do":"item.end","item":"d1-01","at":"2017-11-28T07:26:00Z"}"#,
        r#"{"do":"item.start","item":"d1-02","at":"2017-11-28T07:30:00Z"}"#,
        r#"{"do":"round.add","id":"r1","title":{"en":"Round 1","ru":"Раунд 1"},"item":"d1-02","rooms":[{"id":"room-a","title":{"en":"Room A","ru":"Комната A"},"topic":{"en":"Money","ru":"Деньги"}},{"id":"room-b","title":{"en":"Room B","ru":"Комната B"}}]}"#,
        r#"{"do":"round.place","round":"r1","person":"S01","room":"room-a"}"#,
        r#"{"do":"idea.add","id":"i-fund","text":{"en":"A shared fund","ru":"Общий фонд"},"room":"room-a","author":"S01","tags":["financing","pilots"]}"#,
        r#"{"do":"idea.add","id":"i-pool","text":"Pool small grants | now","room":"room-a","author":"S02"}"#,
        r#"{"do":"idea.add","id":"i-why","text":"Why not before?","kind":"question"}"#,
        r#"{"do":"idea.add","id":"i-later","text":"Ask about the *budget* later","kind":"parking","room":"room-b"}"#,
        r#"{"do":"idea.add","id":"i-off","text":"SECRETWORDS","kind":"off-record","room":"room-a","author":"SECRETAUTHOR","tags":["secrettag"]}"#,
        r#"{"do":"idea.merge","ideas":["i-fund","i-pool"]}"#,
        r#"{"do":"idea.promote","id":"P01","ideas":["i-fund"]}"#,
        r#"{"do":"proposal.edit","proposal":"P01","leads":["ASPHER",{"en":"WHO/Europe","ru":"ВОЗ/Европа"}],"enablers":["financing"],"state":"ready"}"#,
        r#"{"do":"proposal.add","id":"P02","title":{"en":"A guide","ru":"Руководство"}}"#,
        r#"{"do":"proposal.add","id":"P03","title":{"en":"A roadmap","ru":"Дорожная карта"}}"#,
        r#"{"do":"vote.prepare","id":"v1","title":{"en":"What goes forward?","ru":"Что проходит дальше?"},"options":["P01","P02","P03"],"method":"dots","dots":3,"cap":2,"seats":2,"tie":"lot"}"#,
        r#"{"do":"vote.open","vote":"v1","at":"2017-11-29T08:00:00Z"}"#,
        r#"{"do":"vote.cast","vote":"v1","seat":"S01","votes":{"P01":2,"P02":1}}"#,
        r#"{"do":"vote.cast","vote":"v1","paper":12,"votes":{"P01":1,"P03":1}}"#,
        r#"{"do":"vote.close","vote":"v1","at":"2017-11-29T08:20:00Z"}"#,
        r#"{"do":"vote.reveal","vote":"v1"}"#,
        r#"{"do":"commitment.add","id":"c-1","text":{"en":"Draft the rules of the fund","ru":"Составить правила фонда"},"owner":"S02","with":["S01","APHEA"],"due":"2018-03-31","proposal":"P01"}"#,
    ]);
    laptop
}

/// All orders matter alike: the events of a laptop in another one.
fn shuffled(events: &[Event], turn: usize) -> Workshop {
    let mut workshop = Workshop::new();
    let (before, after) = events.split_at(turn % events.len().max(1));
    for event in after.iter().rev().chain(before.iter().rev()) {
        workshop.apply(event.clone());
    }
    workshop
}

fn told(what: What, workshop: &Workshop) -> serde_json::Value {
    serde_json::from_slice(&super::json::Json::of(&what.model(workshop), what).bytes()).unwrap()
}

fn bundled() -> Laptop {
    let mut laptop = Laptop::new(3);
    let commands = include_str!("../../../sessions/helsinki-2017.commands.jsonl");
    commands.lines().filter(|line| !line.trim().is_empty()).for_each(|line| {
        laptop.does(line);
    });
    laptop
}

fn arc(text: &str) -> Arc<str> {
    text.into()
}
