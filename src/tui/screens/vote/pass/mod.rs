//! Pass the laptop: a screen of one's own, on which a participant fills in a ballot and hands it in. It covers everything, lets
//! no key through to the rest of the program and shows nothing of any other ballot. Nothing of it lies on a disk before it is in.

pub(crate) mod draw;
mod slip;

pub(crate) use slip::{Refused, Slip};

use std::collections::BTreeMap;
use std::sync::Arc;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::marks;
use crate::input::field::Field;
use crate::input::layout::{Focus, readings};
use crate::input::{Code, Key};
use crate::language::{Arg, Messages};
use crate::tui::ctx::{After, Desk, Effect, Layer, View, pressed};
use crate::tui::widgets::line;
use crate::tui::widgets::list::List;
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::text::Lang;
use crate::workshop::thing::Thing;
use crate::workshop::votes::ballot_order::ballot_order;
use crate::workshop::votes::commands::VoteCast;
use crate::workshop::votes::paper::MOST_PRINTED;
use crate::workshop::votes::{Stage, Vote, Voter};

/// Numbers that are drawn for a secret ballot have six digits, so that none looks like those of papers that were printed.
const FIRST_DRAWN: u32 = 100_000;

/// How many names are found at most.
const MOST_FOUND: usize = 50;

/// What the screen shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    /// Pass the laptop on: who are you?
    Who,
    Ballot,
    /// The ballot once more before it goes in.
    Sure,
    /// The number of a secret ballot, for whoever handed it in.
    Number(u32),
    /// Whether the facilitator has the laptop back.
    Leave,
}

/// A ballot that is being filled in.
#[derive(Debug)]
pub(crate) struct Open {
    /// Whose.
    pub voter: Voter,
    /// The options in the order of this ballot.
    pub order: Vec<EventId>,
    /// What they got.
    pub slip: Slip,
    /// The option that is chosen.
    pub at: usize,
    /// The first option that is seen.
    pub top: usize,
    /// Esc was pressed once with something on the ballot.
    asked: bool,
}

/// A sentence below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    pub sentence: String,
    /// Whether something went wrong.
    pub trouble: bool,
}

/// Pass the laptop.
pub(crate) struct Pass {
    pub vote: EventId,
    /// Whether ballots go by numbers, not by seats.
    pub papers: bool,
    /// What is shown.
    pub page: Page,
    /// The name or number that is typed.
    pub who: Field,
    /// The names that were found for it.
    pub found: List,
    /// Whether one of them was chosen with the arrows.
    chosen: bool,
    /// The ballot in hand.
    pub open: Option<Open>,
    /// How far the ballot is scrolled on the last page.
    pub scroll: List,
    /// What was said to the last key.
    pub said: Option<Said>,
    /// The words of the participant's language.
    pub messages: Messages,
    lang: Lang,
}

impl Pass {
    /// Ballots of an open vote, by seats or by numbers.
    pub(crate) fn new(vote: EventId, papers: bool, lang: Lang) -> Self {
        Self {
            vote,
            papers,
            page: Page::Who,
            who: Field::default(),
            found: List::default(),
            chosen: false,
            open: None,
            scroll: List::default(),
            said: None,
            messages: Messages::new(lang),
            lang,
        }
    }

    /// The vote, as long as it is open.
    pub(crate) fn vote<'a>(&self, workshop: &'a Workshop) -> Option<&'a Vote> {
        workshop.votes.get(self.vote).filter(|vote| vote.stage() == Stage::Open)
    }

    fn say(&mut self, id: &str, args: &[(&str, Arg<'_>)], trouble: bool) {
        self.said = Some(Said { sentence: self.messages.with(id, args), trouble });
    }

    /// Nothing of the last ballot is left.
    fn wipe(&mut self) {
        self.page = Page::Who;
        self.who = Field::default();
        self.found = List::default();
        self.chosen = false;
        self.open = None;
        self.scroll = List::default();
        self.speak(self.lang);
    }

    fn speak(&mut self, lang: Lang) {
        if self.messages.lang() != lang {
            self.messages = Messages::new(lang);
        }
    }

    /// The seats that may be meant by what is typed, the likeliest first.
    pub(crate) fn found(&self, workshop: &Workshop, vote: &Vote) -> Vec<EventId> {
        let typed = self.who.text().trim();
        if self.papers || typed.is_empty() {
            return Vec::new();
        }
        let may: Vec<EventId> =
            workshop.people.iter().map(Thing::key).filter(|seat| vote.may_vote(*seat)).collect();
        let exact = marks::seat(workshop, typed).filter(|seat| may.contains(seat));
        let others = may.iter().copied().filter(|seat| begins(&names(workshop, *seat), typed));
        exact.into_iter().chain(others.filter(|seat| Some(*seat) != exact)).take(MOST_FOUND).collect()
    }

    /// The number that is taken while none is typed: the next one. In a secret vote a drawn one, since whoever counts along in
    /// the hall would know whose the third one is.
    fn next_number(vote: &Vote) -> Option<u32> {
        let free = |number: &u32| !vote.has_voted(Voter::Paper(*number));
        if !vote.is_secret() {
            return (1..=MOST_PRINTED).find(free);
        }
        let span = u64::from(MOST_PRINTED - FIRST_DRAWN) + 1;
        let from = u32::try_from(crate::world::random_u64() % span).unwrap_or(0) + FIRST_DRAWN;
        (from..=MOST_PRINTED).chain(FIRST_DRAWN..from).find(free)
    }

    fn key_who(&mut self, key: Key, desk: &mut Desk<'_>) {
        match key.code {
            Code::Esc if self.who.is_empty() => self.page = Page::Leave,
            Code::Esc => self.wipe(),
            Code::Enter => self.enter(desk),
            Code::Up => {
                self.chosen = true;
                self.found.step(-1, MOST_FOUND);
            }
            Code::Down => {
                self.chosen = true;
                let Some(workshop) = desk.workshop() else { return };
                let many = self.vote(workshop).map_or(0, |vote| self.found(workshop, vote).len());
                self.found.step(1, many);
            }
            _ => {
                if line::key(&mut self.who, key) {
                    self.found = List::default();
                    self.chosen = false;
                }
            }
        }
    }

    fn enter(&mut self, desk: &Desk<'_>) {
        let Some(workshop) = desk.workshop() else { return };
        let Some(vote) = self.vote(workshop) else { return };
        let typed = self.who.text().trim().to_owned();
        let voter = if self.papers {
            let number = typed.parse().ok().filter(|number| (1..=MOST_PRINTED).contains(number));
            let number = if typed.is_empty() { Self::next_number(vote) } else { number };
            number.map(Voter::Paper)
        } else if typed.is_empty() {
            return self.say("pass-nothing-typed", &[], true);
        } else {
            let found = self.found(workshop, vote);
            // Nobody votes as somebody else because a name was typed by half.
            if found.len() > 1 && !self.chosen && marks::seat(workshop, &typed) != found.first().copied() {
                return self.say("pass-several", &[("n", found.len().into())], true);
            }
            found.get(self.found.selected()).copied().map(Voter::Seat)
        };
        let Some(voter) = voter else {
            let id = if self.papers { "pass-no-number" } else { "pass-nobody" };
            return self.say(id, &[("typed", Arg::from(&typed))], true);
        };
        if vote.has_voted(voter) {
            self.wipe();
            return self.say("pass-voted", &[], true);
        }
        let place = match voter {
            Voter::Seat(seat) => workshop.people.iter().position(|person| person.key() == seat),
            // A drawn number is no place among others.
            Voter::Paper(number) if number < FIRST_DRAWN => usize::try_from(number - 1).ok(),
            Voter::Paper(_) => Some(vote.ballots_in()),
        };
        let place = place.and_then(|place| u32::try_from(place).ok()).unwrap_or(0);
        let order = match vote.order_seed() {
            Some(seed) => ballot_order(vote.options(), seed, place),
            None => vote.options().to_vec(),
        };
        let slip = Slip::new(vote.ballot_rules());
        self.open = Some(Open { voter, order, slip, at: 0, top: 0, asked: false });
        self.page = Page::Ballot;
        if let Voter::Seat(seat) = voter
            && let Some(lang) = first_language(workshop, seat)
        {
            self.speak(lang);
        }
    }

    fn key_ballot(&mut self, key: Key) {
        let Some(open) = &mut self.open else { return self.wipe() };
        let last = open.order.len().saturating_sub(1);
        let asked = std::mem::take(&mut open.asked);
        let at = open.at;
        let done = match key.code {
            Code::Esc if asked || open.slip.is_blank() => return self.wipe(),
            Code::Esc => {
                open.asked = true;
                return self.say("pass-leave-ballot", &[], true);
            }
            Code::Enter => {
                self.page = Page::Sure;
                self.scroll = List::default();
                return;
            }
            Code::Up => {
                open.at = at.saturating_sub(1);
                Ok(())
            }
            Code::Down => {
                open.at = (at + 1).min(last);
                Ok(())
            }
            Code::Home | Code::PageUp => {
                open.at = if key.code == Code::Home { 0 } else { at.saturating_sub(PAGE) };
                Ok(())
            }
            Code::End | Code::PageDown => {
                open.at = if key.code == Code::End { last } else { (at + PAGE).min(last) };
                Ok(())
            }
            Code::Right => open.slip.more(at),
            Code::Left | Code::Backspace | Code::Delete => {
                open.slip.less(at);
                Ok(())
            }
            _ => mark(open, key),
        };
        if let Err(refused) = done {
            self.refuse(refused);
        }
    }

    fn refuse(&mut self, refused: Refused) {
        match refused {
            Refused::Spent => self.say("pass-spent", &[], true),
            Refused::Cap(most) => self.say("pass-cap", &[("cap", most.into())], true),
            Refused::Scale(most) => self.say("pass-scale", &[("most", most.into())], true),
        }
    }

    fn key_sure(&mut self, key: Key, desk: &mut Desk<'_>) {
        match key.code {
            Code::Esc => self.page = Page::Ballot,
            Code::Enter => self.hand_in(desk),
            _ => {
                self.scroll.key(key, usize::from(u16::MAX));
            }
        }
    }

    fn hand_in(&mut self, desk: &mut Desk<'_>) {
        let Some(command) = desk.workshop().and_then(|workshop| self.command(workshop)) else { return };
        let secret = desk.workshop().and_then(|workshop| self.vote(workshop)).is_some_and(Vote::is_secret);
        let number = command.paper;
        let before = desk.effects.len();
        let Some(done) = desk.perform(command) else {
            // What is refused is said here, to whoever has the laptop; the desk must not tell it later.
            let told = desk.effects.split_off(before.min(desk.effects.len()));
            let told = told.into_iter().find_map(|effect| match effect {
                Effect::Say(notice) => Some(notice.sentence),
                _ => None,
            });
            self.said = told.map(|sentence| Said { sentence, trouble: true });
            return;
        };
        let number = done.told.paper.or(number).filter(|_| secret);
        // In the language of whoever handed it in; then it is wiped with the rest.
        let lang = self.messages.lang();
        self.wipe();
        match number {
            Some(number) => {
                self.speak(lang);
                self.page = Page::Number(number);
            }
            None => self.say("pass-in", &[], false),
        }
    }

    fn command(&self, workshop: &Workshop) -> Option<VoteCast> {
        let open = self.open.as_ref()?;
        let vote = self.vote(workshop)?;
        let votes: BTreeMap<Arc<str>, u32> = open
            .slip
            .given()
            .filter_map(|(place, given)| {
                let option = open.order.get(place)?;
                Some((workshop.proposals.label(*option).as_ref().into(), given))
            })
            .collect();
        let (seat, paper) = match open.voter {
            Voter::Seat(seat) => (Some(workshop.people.label(seat).as_ref().into()), None),
            Voter::Paper(number) => (None, Some(number)),
        };
        let vote = workshop.votes.label(vote.key()).as_ref().into();
        Some(VoteCast { vote, seat, paper, votes, groups: None })
    }
}

impl Layer for Pass {
    fn key(&mut self, key: Key, desk: &mut Desk<'_>) -> After {
        self.said = None;
        let open = desk.workshop().is_some_and(|workshop| self.vote(workshop).is_some());
        if (self.page == Page::Leave || !open) && is(key, Key::ctrl('e')) {
            return After::Close;
        }
        // The vote was closed on another laptop: nothing more can go in. The number of a ballot that is in is still told.
        if !open && !matches!(self.page, Page::Number(_)) {
            return After::Stay;
        }
        if key.code == Code::F(10) {
            self.speak(self.messages.lang().other());
            return After::Stay;
        }
        match self.page {
            Page::Who => self.key_who(key, desk),
            Page::Ballot => self.key_ballot(key),
            Page::Sure => self.key_sure(key, desk),
            Page::Number(_) if key.code == Code::Enter => self.wipe(),
            Page::Leave if matches!(key.code, Code::Enter | Code::Esc) => self.wipe(),
            Page::Number(_) | Page::Leave => {}
        }
        After::Stay
    }

    fn draw(&mut self, frame: &mut Frame<'_>, _area: Rect, view: &View<'_>) {
        draw::draw(self, frame, view);
    }

    /// It has lines of its own.
    fn hint(&self, _view: &View<'_>) -> String {
        String::new()
    }

    fn covers(&self) -> bool {
        true
    }
}

/// How far a page goes, in options.
const PAGE: usize = 4;

/// Digits, plus, minus and blank, on whatever layout.
fn mark(open: &mut Open, key: Key) -> Result<(), Refused> {
    let at = open.at;
    match pressed(key) {
        Some(' ') => open.slip.press(at),
        Some('+' | '=') => open.slip.more(at),
        Some('-' | '_') => {
            open.slip.less(at);
            Ok(())
        }
        Some(digit) => digit.to_digit(10).map_or(Ok(()), |number| open.slip.set(at, number)),
        None => Ok(()),
    }
}

fn is(key: Key, wanted: Key) -> bool {
    readings(key, Focus::Keys).any(|reading| reading == wanted)
}

/// Whether each word that was typed begins a word of the names.
fn begins(names: &str, typed: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let (names, typed) = (words(names), words(typed));
    !typed.is_empty() && typed.iter().all(|typed| names.iter().any(|word| word.starts_with(typed)))
}

/// The id of a seat and its name in both languages.
fn names(workshop: &Workshop, seat: EventId) -> String {
    let mut text = workshop.people.label(seat).into_owned();
    if let Some(person) = workshop.people.get(seat) {
        for name in Lang::ALL.into_iter().filter_map(|lang| person.name.get(lang)) {
            text.push_str("  ");
            text.push_str(name);
        }
    }
    text
}

fn first_language(workshop: &Workshop, seat: EventId) -> Option<Lang> {
    let person = workshop.people.get(seat)?;
    person.languages().iter().find_map(|code| Lang::from_code(code))
}
