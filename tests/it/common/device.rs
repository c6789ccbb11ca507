//! A laptop: its own copy of the workshop, its own clock, obedient to `decide`.

use jiff::{SignedDuration, Timestamp};
use talkoot::workshop::Workshop;
use talkoot::workshop::command::Request;
use talkoot::workshop::decide::{Context, decide};
use talkoot::workshop::event::Event;
use talkoot::workshop::id::{EventId, RunId};
use talkoot::workshop::refusal::Refusal;
use talkoot::workshop::stamp::Stamp;

/// The laptops of a test.
pub const DEVICES: [&str; 3] = ["d-1", "d-2", "d-3"];
/// Who sits at each of them.
pub const WHO: &str = "desk";
/// The time at which dumps are taken: 28 November 2017, noon in Helsinki.
pub const NOW: Timestamp = Timestamp::constant(1_511_863_200, 0);
/// When the tests begin: 9:00 on that day in Helsinki.
pub const BEGIN: Timestamp = Timestamp::constant(1_511_852_400, 0);

/// A laptop.
#[derive(Clone)]
pub struct Device {
    name: &'static str,
    run: RunId,
    next: u64,
    clock: Stamp,
    skew_ms: i64,
    /// Its copy.
    pub workshop: Workshop,
}

impl Device {
    /// A laptop whose clock is wrong by `skew_ms`.
    pub fn new(number: usize, skew_ms: i64) -> Self {
        let run = RunId(0x1111_0000_0000_0000 + number as u64);
        let name = DEVICES[number % DEVICES.len()];
        Self { name, run, next: 0, clock: Stamp::default(), skew_ms, workshop: Workshop::new() }
    }

    fn wall(&self, now: Timestamp) -> i64 {
        now.as_millisecond() + self.skew_ms
    }

    /// What the world hands in at the true time `now`.
    pub fn context(&self, now: Timestamp) -> Context {
        let now = now + SignedDuration::from_millis(self.skew_ms);
        Context { now, who: WHO.into(), device: self.name.into(), seed: self.next, ballot_key: None }
    }

    /// Does what is asked, as part of a piece of work if one is named; the event it made.
    pub fn obey_in(
        &mut self,
        request: &Request,
        now: Timestamp,
        part: Option<EventId>,
    ) -> Result<Event, Refusal> {
        let decision = decide(&self.workshop, request, &self.context(now))?;
        self.clock = self.clock.next(self.wall(now));
        let mut frame = decision.frame;
        frame.part = part;
        let event = Event {
            id: EventId::new(self.run, self.next),
            stamp: self.clock,
            who: decision.who,
            device: self.name.into(),
            frame,
            kind: decision.kind,
        };
        self.next += 1;
        assert!(self.workshop.apply(event.clone()), "an event of one's own is new");
        Ok(event)
    }

    /// Does what is asked.
    pub fn obey(&mut self, request: &Request, now: Timestamp) -> Result<Event, Refusal> {
        self.obey_in(request, now, None)
    }

    /// Does what the line asks, which must be a command.
    pub fn tell(&mut self, line: &str) -> Result<Event, Refusal> {
        self.obey(&Request::read(line).unwrap(), BEGIN)
    }

    /// Does what the line asks, which must not be refused.
    pub fn must(&mut self, line: &str) -> Event {
        self.tell(line).unwrap_or_else(|refusal| panic!("{line}: {refusal}"))
    }

    /// Takes in an event that was made elsewhere.
    pub fn take(&mut self, event: &Event, now: Timestamp) {
        self.clock = self.clock.seen(event.stamp, self.wall(now));
        self.workshop.apply(event.clone());
    }

    /// Takes in all that another laptop has.
    pub fn join(&mut self, other: &Self) {
        for event in other.events() {
            self.take(&event, BEGIN);
        }
    }

    /// All its events, in order.
    pub fn events(&self) -> Vec<Event> {
        self.workshop.events().map(|event| Event::clone(event)).collect()
    }
}

/// A workshop folded from these events in this order.
pub fn fold<'a>(events: impl IntoIterator<Item = &'a Event>) -> Workshop {
    let mut workshop = Workshop::new();
    for event in events {
        workshop.apply(event.clone());
    }
    workshop
}

/// A small meeting as it stands at the beginning, the same on every laptop.
pub fn base() -> Vec<Event> {
    let mut desk = Device::new(0x77, 0);
    let lines = [
        r#"{"do":"session.describe","title":"Small meeting","starts":"2017-11-28T09:00","timezone":"Europe/Helsinki"}"#,
        r#"{"do":"vocabulary.add","id":"law","group":"enabler","name":"Legislation"}"#,
        r#"{"do":"person.add","id":"p1","name":"One","languages":["en"]}"#,
        r#"{"do":"person.add","id":"p2","name":"Two","languages":["ru"]}"#,
        r#"{"do":"person.add","id":"p3","name":"Three","languages":["en","ru"]}"#,
        r#"{"do":"person.add","id":"p4","name":"Four","arrives":2}"#,
        r#"{"do":"item.add","id":"a1","day":1,"title":"Opening","minutes":30,"begins":"09:00"}"#,
        r#"{"do":"item.add","id":"a2","day":1,"title":"Rooms","minutes":60}"#,
        r#"{"do":"item.add","id":"a3","day":1,"title":"Lunch","minutes":60,"begins":"12:30","stop":true}"#,
        r#"{"do":"item.add","id":"a4","day":2,"title":"Vote","minutes":45}"#,
        r#"{"do":"round.add","id":"r1","title":"First","item":"a2","rooms":[{"id":"x","title":"X"},{"id":"y","title":"Y"}]}"#,
        r#"{"do":"idea.add","id":"i1","text":"a fund"}"#,
        r#"{"do":"idea.add","id":"i2","text":"общий фонд","tags":["law"]}"#,
        r#"{"do":"idea.add","id":"i3","text":"a law"}"#,
        r#"{"do":"proposal.add","id":"P1","title":"Seminars","leads":["somebody"]}"#,
        r#"{"do":"proposal.add","id":"P2","title":{"en":"Tool","ru":"Инструмент"}}"#,
        r#"{"do":"proposal.add","id":"P3","title":"Guide"}"#,
        r#"{"do":"vote.prepare","id":"v1","title":"Which?","options":["P1","P2","P3"],"method":"dots","dots":3,"cap":2}"#,
        r#"{"do":"commitment.add","id":"c1","text":"write it","owner":"p1"}"#,
    ];
    let mut events: Vec<Event> = lines.iter().map(|line| desk.must(line)).collect();
    for event in &mut events {
        event.frame.base = true;
    }
    events
}

/// Laptops with the small meeting on them, their clocks wrong by these milliseconds.
pub fn laptops(skews: [i64; 3]) -> Vec<Device> {
    let base = base();
    let laptop = |(number, skew)| {
        let mut laptop = Device::new(number, skew);
        base.iter().for_each(|event| laptop.take(event, BEGIN));
        laptop
    };
    skews.into_iter().enumerate().map(laptop).collect()
}
