//! People: what it remembers and how it acts.

mod copy;
pub(crate) mod draw;
pub(crate) mod forms;
pub(crate) mod model;
mod versions;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::shared::conflicts;
use crate::input::field::Field;
use crate::input::keys::people::People as Act;
use crate::input::{Action, Code, Context, Key};
use crate::intake::Kind;
use crate::language::{Arg, date};
use crate::tui::ctx::{Desk, Screen, View};
use crate::tui::layers::{Pick, PickRow, import};
use crate::tui::widgets::line;
use crate::tui::widgets::list::List;
use crate::workshop::Workshop;
use crate::workshop::command::{Arrival, Request};
use crate::workshop::id::EventId;
use crate::workshop::people::commands::{PersonArrive, PersonChange, PersonLeave, PersonRemove};
use crate::workshop::text::Lang;
use crate::wrap;
use forms::Added;
use model::{Counts, Filter, Order, Row, Speaks};
use versions::versions;

/// The most columns that ids take.
const WIDEST_ID: usize = 14;

#[derive(Debug, Default)]
pub(crate) struct People {
    pub list: List,
    /// Who is shown, in order.
    pub shown: Vec<Row>,
    /// How many are where.
    pub counts: Counts,
    /// What narrows the list.
    pub filter: Filter,
    pub order: Order,
    /// The line in which one types what to find.
    pub find: Field,
    /// Whether that line has the cursor.
    pub finding: bool,
    /// How many columns the ids take.
    pub id_width: usize,
    /// The day of the meeting, from 1.
    pub today: u32,
    days: u32,
    lang: Option<Lang>,
    added: Added,
}

/// The day of the meeting: the first before it, and where it is not known.
fn day_of_meeting(workshop: &Workshop, now: jiff::Timestamp) -> u32 {
    let day = workshop.meeting.day_at(now).unwrap_or(1).max(1);
    u32::try_from(day).unwrap_or(u32::MAX)
}

impl People {
    pub(crate) fn chosen(&self) -> Option<EventId> {
        self.shown.get(self.list.selected()).map(|row| row.key)
    }

    fn rebuild(&mut self, workshop: &Workshop, lang: Lang, roles: impl Fn(&str) -> String) {
        let chosen = self.chosen();
        let (shown, counts) = model::rows(workshop, self.today, lang, self.order, &self.filter, roles);
        self.shown = shown;
        self.counts = counts;
        if let Some(place) = chosen.and_then(|key| self.shown.iter().position(|row| row.key == key)) {
            self.list.select(place);
        }
        self.list.keep_within(self.shown.len());
    }

    /// Chooses whoever was just added; a filter that hides them is taken off.
    fn choose_added(&mut self, view: &View<'_>) {
        let Some(made) = self.added.take() else { return };
        let Ok(key) = view.workshop.people.find(&made) else { return };
        let place = |shown: &[Row]| shown.iter().position(|row| row.key == key);
        if place(&self.shown).is_none() {
            self.show_everybody();
            self.rebuild(view.workshop, view.lang(), |role| forms::role_in(role, view.messages));
        }
        if let Some(place) = place(&self.shown) {
            self.list.select(place);
        }
    }

    fn show_everybody(&mut self) {
        self.filter = Filter::default();
        self.find = Field::new("");
    }

    fn narrow(&mut self, desk: &Desk<'_>) {
        self.filter.typed = self.find.text().to_owned();
        if let (Some(workshop), Some(lang)) = (desk.workshop(), self.lang) {
            self.rebuild(workshop, lang, |role| forms::role_in(role, desk.messages));
        }
    }

    /// The one key of the door: who is here goes, who is not comes, and the next one is chosen.
    fn toggle(&mut self, desk: &mut Desk<'_>) {
        let (Some(key), Some(workshop)) = (self.chosen(), desk.workshop()) else { return };
        let Some(person) = workshop.people.get(key) else { return };
        let name = key.to_string().into();
        let request: Request = if person.is_present(self.today) {
            PersonLeave { person: name }.into()
        } else {
            PersonArrive { person: name }.into()
        };
        if desk.perform(request).is_some() {
            self.list.step(1, self.shown.len());
        }
    }

    /// Asks for the day on which somebody comes; tomorrow stands first.
    fn ask_when(&self, desk: &mut Desk<'_>) {
        let (Some(key), Some(workshop)) = (self.chosen(), desk.workshop()) else { return };
        let Some(person) = workshop.people.get(key) else { return };
        let (today, last) = (self.today, self.days.max(self.today.saturating_add(1)));
        let messages = desk.messages;
        let row = |day: u32| {
            let date = workshop.meeting.date_of(day).map(|date| date::short_day(messages, date));
            let shown = messages.with("people-day", &[("day", day.into())]);
            PickRow::new(day.to_string(), shown, date.unwrap_or_default())
        };
        // What lies behind comes last, to set a day right that was entered wrongly.
        let rows = (today.saturating_add(1)..=last).chain(1..=today).map(row).collect();
        let who = format!("{}  {}", workshop.people.label(key), person.name.in_(messages.lang()));
        let title = messages.with("people-title-late", &[("who", Arg::from(who))]);
        let marked_here = person.presence.get() == Some(&true);
        let then = move |day: &str, desk: &mut Desk<'_>| {
            let Ok(day) = day.parse::<u32>() else { return true };
            let name = || key.to_string().into();
            let mut requests: Vec<Request> = vec![
                PersonChange { person: name(), arrives: Some(Arrival::Day(day)), ..PersonChange::default() }
                    .into(),
            ];
            // A mark made by hand counts for more than the day.
            if marked_here && day > today {
                requests.push(PersonLeave { person: name() }.into());
            }
            desk.perform_all(&requests)
        };
        desk.push(Pick::new(title, rows, then));
    }

    fn remove(&mut self, desk: &mut Desk<'_>) {
        let (Some(key), Some(workshop)) = (self.chosen(), desk.workshop()) else { return };
        let who = workshop.people.get(key).map(|person| person.name.in_(desk.messages.lang()).to_owned());
        let id = workshop.people.label(key).into_owned();
        if desk.perform(PersonRemove { person: key.to_string().into() }).is_some() {
            let who = format!("{id}  {}", who.unwrap_or_default());
            desk.say("people-removed", &[("who", Arg::from(who.trim()))]);
        }
    }

    fn next_language(&mut self) {
        let is_there = |speaks: &Speaks| *speaks != Speaks::Neither || self.counts.speaking(*speaks) > 0;
        let mut all = Speaks::ALL.into_iter().filter(is_there);
        self.filter.speaks = match self.filter.speaks {
            None => all.next(),
            Some(now) => {
                all.find(|speaks| *speaks == now);
                all.next()
            }
        };
    }

    fn copy(&self, desk: &mut Desk<'_>) {
        let Some(workshop) = desk.workshop() else { return };
        let text = copy::table(workshop, &self.shown, self.today, desk.messages);
        desk.effects.push(crate::tui::ctx::Effect::Copy(text));
        desk.say("people-copied", &[("count", self.shown.len().into())]);
    }
}

impl Screen for People {
    fn context(&self) -> Context {
        Context::People
    }

    fn refresh(&mut self, view: &View<'_>) {
        self.today = day_of_meeting(view.workshop, view.now);
        self.days = view.last_day();
        self.lang = Some(view.lang());
        let ids = view.workshop.people.iter().map(|person| {
            wrap::columns(&view.workshop.people.label(crate::workshop::thing::Thing::key(person)))
        });
        self.id_width = ids.max().unwrap_or(0).clamp(4, WIDEST_ID);
        self.rebuild(view.workshop, view.lang(), |role| forms::role_in(role, view.messages));
        self.choose_added(view);
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        draw::draw(self, frame, area, view);
    }

    fn act(&mut self, action: Action, desk: &mut Desk<'_>) {
        let Action::People(action) = action else { return };
        let len = self.shown.len();
        let mut move_by = |key: Code| {
            self.list.key(Key::plain(key), len);
        };
        match action {
            Act::Up => move_by(Code::Up),
            Act::Down => move_by(Code::Down),
            Act::PageUp => move_by(Code::PageUp),
            Act::PageDown => move_by(Code::PageDown),
            Act::First => self.list.select(0),
            Act::Last => self.list.select(len.saturating_sub(1)),
            Act::Toggle => self.toggle(desk),
            Act::Find => self.finding = true,
            Act::OnlyAway => {
                self.filter.only_away = !self.filter.only_away;
                self.narrow(desk);
            }
            Act::Language => {
                self.next_language();
                self.narrow(desk);
            }
            Act::Sort => {
                self.order = self.order.next();
                self.narrow(desk);
            }
            Act::Everybody => {
                self.show_everybody();
                self.narrow(desk);
            }
            Act::Add => {
                if let Some(workshop) = desk.workshop() {
                    let form = forms::add(workshop, desk.messages, self.added.clone());
                    desk.push(form);
                }
            }
            Act::Edit => {
                let form = desk.workshop().zip(self.chosen());
                if let Some(form) = form.and_then(|(workshop, key)| forms::edit(workshop, desk.messages, key))
                {
                    desk.push(form);
                }
            }
            Act::Late => self.ask_when(desk),
            Act::Import => import::ask_import(Kind::People, desk),
            Act::Copy => self.copy(desk),
            Act::Remove => self.remove(desk),
            Act::Settle => {
                let found = desk.workshop().zip(self.chosen());
                let found =
                    found.map(|(workshop, key)| versions(workshop, desk.messages, key)).unwrap_or_default();
                conflicts::settle(desk, found);
            }
        }
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.finding.then_some(&mut self.find)
    }

    fn enter(&mut self, _desk: &mut Desk<'_>) {
        self.finding = false;
    }

    fn key_in_field(&mut self, key: Key, desk: &mut Desk<'_>) -> bool {
        match key.code {
            Code::Esc => {
                self.finding = false;
                self.show_everybody();
            }
            Code::Up | Code::Down | Code::PageUp | Code::PageDown => {
                return self.list.key(key, self.shown.len());
            }
            _ if line::key(&mut self.find, key) => {}
            _ => return false,
        }
        let before = self.chosen();
        self.narrow(desk);
        // Whoever was chosen and is not found gives way to the first who is.
        if self.chosen() != before {
            self.list.select(0);
        }
        true
    }

    fn paste(&mut self, text: &str, desk: &mut Desk<'_>) -> bool {
        import::pasted(Kind::People, text, desk)
    }

    fn is_conflicted(&self, view: &View<'_>) -> bool {
        self.chosen().is_some_and(|key| !versions(view.workshop, view.messages, key).is_empty())
    }

    fn hint(&self, view: &View<'_>) -> Option<String> {
        self.finding.then(|| view.say("people-hint-find"))
    }
}
