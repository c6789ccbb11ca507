//! A workshop as text, in one canonical form: two workshops that anybody could tell apart have different dumps.

use std::fmt::{Debug, Write as _};

use talkoot::workshop::groups::rooms;
use talkoot::workshop::id::EventId;
use talkoot::workshop::register::Register;
use talkoot::workshop::text::Lang;
use talkoot::workshop::thing::{Bilingual, Thing, Things};
use talkoot::workshop::{Workshop, ideas, schedule, undo};

use super::device::{DEVICES, NOW, WHO};

/// Everything but which events there are: what screens and reports show.
pub fn state(w: &Workshop) -> String {
    let mut out = String::new();
    meeting(w, &mut out);
    things("term", &w.terms, &mut out, |term, out| {
        field("group", &term.group, out);
        words("name", &term.name, out);
    });
    people(w, &mut out);
    agenda(w, &mut out);
    rounds(w, &mut out);
    ideas_of(w, &mut out);
    proposals(w, &mut out);
    votes(w, &mut out);
    things("commitment", &w.commitments, &mut out, |c, out| {
        words("text", &c.text, out);
        field("owner", &c.owner, out);
        field("due", &c.due, out);
        field("with", &c.with, out);
        field("proposal", &c.proposal, out);
        field("done", &c.done, out);
        line(out, format_args!("versions {}", c.versions()));
    });
    out
}

/// Everything, with the events, which of them count, and what undo and redo would do.
pub fn dump(w: &Workshop) -> String {
    let mut out = state(w);
    for event in w.events() {
        line(&mut out, format_args!("event {event:?} counts {}", w.counts(event.id)));
    }
    for device in DEVICES {
        let next = undo::next_undo(w, device, WHO);
        line(&mut out, format_args!("{device} undo {next:?} redo {:?}", undo::next_redo(w, device, WHO)));
    }
    let latest = w.latest_stamp();
    line(&mut out, format_args!("{} events, latest {latest:?}, rings {}", w.event_count(), w.rings()));
    line(&mut out, format_args!("unknown {:?}", w.unknown_kinds()));
    out
}

fn line(out: &mut String, what: std::fmt::Arguments<'_>) {
    writeln!(out, "{what}").unwrap();
}

fn field<T: Debug + Clone + PartialEq>(name: &str, register: &Register<T>, out: &mut String) {
    if register.versions() > 0 {
        let alive: Vec<_> = register.alive().iter().map(|write| (write.by, &write.value)).collect();
        let shown = register.get();
        line(out, format_args!("  {name} {shown:?} of {} {alive:?}", register.versions()));
    }
}

fn words(name: &str, text: &Bilingual, out: &mut String) {
    for lang in Lang::ALL {
        field(&format!("{name}.{lang}"), text.of(lang), out);
    }
}

fn things<T: Thing>(noun: &str, all: &Things<T>, out: &mut String, fields: impl Fn(&T, &mut String)) {
    for thing in all.iter() {
        let label = all.label(thing.key());
        let found = all.find(&label);
        line(out, format_args!("{noun} {label} {found:?} {:?}", thing.made()));
        fields(thing, out);
    }
    line(out, format_args!("{} of {noun}", all.len()));
}

fn meeting(w: &Workshop, out: &mut String) {
    let m = &w.meeting;
    field("slug", &m.slug, out);
    words("title", &m.title, out);
    words("question", &m.question, out);
    words("note", &m.note, out);
    field("starts", &m.starts, out);
    field("timezone", &m.timezone, out);
    field("languages", &m.languages, out);
    field("practice", &m.practice, out);
    field("stage", &m.stage, out);
    line(out, format_args!("clock {} staged {:?}", m.clock(NOW), m.staged()));
}

fn people(w: &Workshop, out: &mut String) {
    things("person", &w.people, out, |p, out| {
        words("name", &p.name, out);
        words("organisation", &p.organisation, out);
        field("kind", &p.kind, out);
        field("country", &p.country, out);
        field("languages", &p.languages, out);
        field("role", &p.role, out);
        field("arrives", &p.arrives, out);
        field("presence", &p.presence, out);
        let days = [1, 2, 3].map(|day| p.is_present(day));
        line(out, format_args!("  present {days:?} torn {}", p.is_conflicted()));
    });
}

fn agenda(w: &Workshop, out: &mut String) {
    things("item", &w.items, out, |i, out| {
        field("place", &i.place, out);
        words("title", &i.title, out);
        field("minutes", &i.minutes, out);
        field("shortest", &i.shortest, out);
        field("stop", &i.stop, out);
        field("droppable", &i.droppable, out);
        field("kind", &i.kind, out);
        field("interpreted", &i.interpreted, out);
        field("begins", &i.begins, out);
        field("weight", &i.weight, out);
        words("instruction", &i.instruction, out);
        field("skipped", &i.skipped, out);
        for (told, at) in i.clock().corrections() {
            field("corrected", at, out);
            line(out, format_args!("  {told:?}"));
        }
        line(out, format_args!("  {:?} in {} minutes", i.progress(), i.minutes()));
    });
    for slot in schedule::slots(&w.meeting, &w.items, NOW) {
        line(out, format_args!("{slot:?}"));
    }
}

fn rounds(w: &Workshop, out: &mut String) {
    things("round", &w.rounds, out, |r, out| {
        words("title", &r.title, out);
        field("item", &r.item, out);
        field("rooms", &r.rooms, out);
        for person in w.people.iter().map(Thing::key) {
            let seat = (r.seat(person), r.is_conflicted(person), r.is_held(person));
            line(out, format_args!("  {person} sits {seat:?}"));
        }
        let seated: Vec<_> = r.seated().collect();
        line(out, format_args!("  seated {seated:?} planned {} reported {:?}", r.is_planned(), r.reported()));
        if let Some(item) = r.item.get().and_then(|item| w.items.get(*item)) {
            line(out, format_args!("  {:?} {:?}", rooms::times(r, item, NOW), rooms::reports(r, item, NOW)));
        }
    });
}

fn ideas_of(w: &Workshop, out: &mut String) {
    things("idea", &w.ideas, out, |i, out| {
        words("text", &i.text, out);
        field("room", &i.room, out);
        field("author", &i.author, out);
        field("kind", &i.kind, out);
        field("hidden", &i.hidden, out);
        field("into", &i.into, out);
        let tags: Vec<_> = i.tags().collect();
        line(out, format_args!("  tags {tags:?} off record {} versions {}", i.is_off_record(), i.versions()));
        let (kept, ring) = (ideas::kept(&w.ideas, i.key()), ideas::Merges::of(&w.ideas).in_ring(i.key()));
        line(out, format_args!("  kept {kept} ring {ring}"));
    });
    let standing: Vec<EventId> = ideas::standing(&w.ideas).map(Thing::key).collect();
    line(out, format_args!("standing {standing:?} merged {:?}", ideas::merged(&w.ideas)));
}

fn proposals(w: &Workshop, out: &mut String) {
    things("proposal", &w.proposals, out, |p, out| {
        words("title", &p.title, out);
        words("place", &p.place, out);
        words("when", &p.when, out);
        field("leads", &p.leads, out);
        field("partners", &p.partners, out);
        field("enablers", &p.enablers, out);
        field("ephos", &p.ephos, out);
        field("ideas", &p.ideas, out);
        field("state", &p.state, out);
        line(out, format_args!("  versions {}", p.versions()));
    });
}

fn votes(w: &Workshop, out: &mut String) {
    things("vote", &w.votes, out, |v, out| {
        words("title", &v.title, out);
        field("options", &v.options, out);
        field("method", &v.method, out);
        field("dots", &v.dots, out);
        field("cap", &v.cap, out);
        field("seats", &v.seats, out);
        field("secret", &v.secret, out);
        field("tie", &v.tie, out);
        field("threshold", &v.threshold, out);
        field("dots_rule", &v.dots_rule, out);
        field("voters", &v.voters_named, out);
        field("then", &v.then, out);
        field("settles", &v.settles, out);
        for (gate, reason) in &v.waived {
            field(gate, reason, out);
        }
        for (pair, reason) in &v.dismissed {
            field(&format!("dismissed {pair:?}"), reason, out);
        }
        line(out, format_args!("  opened {:?} {:?} {:?}", v.open_gates(), v.hash(), v.order_seed()));
        let rules = (v.options(), v.dots(), v.cap(), v.seats(), v.is_secret(), v.tie(), v.threshold());
        line(out, format_args!("  {rules:?}"));
        let more = (v.ballot_rules(), v.dots_rule(), v.voters_named(), v.then());
        line(out, format_args!("  {more:?}"));
        line(out, format_args!("  {:?} {:?} {:?}", v.stage(), v.opened_at(), v.closed_at()));
        let voters: Vec<_> = v.voters().collect();
        line(out, format_args!("  voters {voters:?} torn {:?} late {:?}", v.contradicting(), v.late()));
        field("hands", &v.hands_written, out);
        for (seat, by) in &v.proxies {
            field(&format!("proxy of {seat}"), by, out);
        }
        line(
            out,
            format_args!(
                "  hands {:?} torn {} late {} unheard {:?}",
                v.hands(),
                v.are_hands_conflicted(),
                v.are_hands_late(),
                v.unheard()
            ),
        );
        line(out, format_args!("  second {:?} {:?}", v.checked(), v.second_entry()));
        let counted = v.counted();
        line(out, format_args!("  counted {counted:?} twice {} seed {}", v.is_closed_twice(), v.seed()));
        let apart = (v.is_opened_twice(), v.is_changed_since_opening(), v.versions());
        line(out, format_args!("  apart {apart:?}"));
        line(out, format_args!("  gates {:?}", talkoot::workshop::votes::decide::gates(w, v)));
    });
}
