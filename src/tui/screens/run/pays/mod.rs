//! Who pays for an overrun: up to three proposals in words, one key takes one, and below stands what the chosen one would do to
//! the day.

pub(crate) mod draw;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::course;
use super::layout::beside_agenda;
use crate::input::{Code, Key};
use crate::theme::Role;
use crate::tui::ctx::{After, Desk, Layer, View, pressed};
use crate::tui::widgets::list::{List, Part};
use crate::tui::widgets::panel::panel;
use crate::workshop::paying::{Bill, Proposal};
use crate::workshop::{Workshop, foresee, schedule};

/// The widest that it is set.
const WIDTH: u16 = 100;

/// Rows from which on every stop is named.
const ROOMY: u16 = 30;

/// Who pays.
pub(crate) struct Pays {
    day: u32,
    bill: Bill,
    chosen: usize,
    /// The lines that were scrolled past, where not all fit.
    list: List,
    /// What the chosen proposal would lead to, and of which state and proposal that was computed.
    ahead: Option<(u64, Proposal, Workshop)>,
}

impl Pays {
    /// The bill of a day; it is written again whenever it is drawn.
    pub(crate) fn new(day: u32, bill: Bill) -> Self {
        Self { day, bill, chosen: 0, list: List::default(), ahead: None }
    }

    /// All that can be taken: the proposals, then what drops even what may not be dropped.
    fn offers(&self) -> Vec<&Proposal> {
        self.bill.proposals.iter().chain(&self.bill.would_take).collect()
    }

    fn take(&self, place: usize, desk: &mut Desk<'_>) -> After {
        let (offers, workshop) = (self.offers(), desk.workshop());
        let Some((proposal, workshop)) = offers.get(place).zip(workshop) else { return After::Stay };
        let requests = proposal.requests(workshop);
        if desk.perform_all(&requests) { After::Close } else { After::Stay }
    }

    /// Computes what the chosen proposal would lead to, unless that is known.
    fn look_ahead(&mut self, view: &View<'_>) {
        let Some(proposal) = self.offers().get(self.chosen).map(|proposal| (*proposal).clone()) else {
            self.ahead = None;
            return;
        };
        let revision = view.workshop.revision();
        if self.ahead.as_ref().is_some_and(|(of, known, _)| *of == revision && *known == proposal) {
            return;
        }
        let requests = proposal.requests(view.workshop);
        let ahead = view.session.and_then(|session| session.foresee(&requests).ok());
        self.ahead = ahead.map(|ahead| (revision, proposal, ahead));
    }
}

impl Layer for Pays {
    fn key(&mut self, key: Key, desk: &mut Desk<'_>) -> After {
        let last = self.offers().len().saturating_sub(1);
        match key.code {
            Code::Esc => return After::Close,
            Code::Enter => return self.take(self.chosen, desk),
            Code::Up => self.chosen = self.chosen.saturating_sub(1),
            Code::Down => self.chosen = (self.chosen + 1).min(last),
            Code::PageUp | Code::PageDown => {
                self.list.key(key, usize::from(u16::MAX));
            }
            _ => match pressed(key) {
                Some(digit @ '1'..='9') => {
                    let place = digit.to_digit(10).and_then(|digit| usize::try_from(digit).ok()).unwrap_or(1);
                    return self.take(place - 1, desk);
                }
                Some('k') => self.chosen = self.chosen.saturating_sub(1),
                Some('j') => self.chosen = (self.chosen + 1).min(last),
                Some('q') => return After::Close,
                _ => {}
            },
        }
        After::Stay
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let slots = schedule::slots_of(view.workshop, view.now);
        self.bill = crate::tui::screens::run::model::bill(view.workshop, &slots, self.day, view.now);
        self.chosen = self.chosen.min(self.offers().len().saturating_sub(1));
        self.look_ahead(view);
        let (area, whole) = beside_agenda(area);
        let width = usize::from(area.width.min(WIDTH)).saturating_sub(4);
        // On a small screen the stops that are saved are counted, so that more of the day is seen.
        let most = if area.height < ROOMY { 1 } else { usize::MAX };
        let mut lines: Vec<Vec<Part>> = draw::lines(&self.bill, Some(self.chosen), most, width, view);
        if let Some((.., ahead)) = &self.ahead {
            let after = schedule::slots_of(ahead, view.now);
            lines.push(Vec::new());
            lines.push(vec![(view.say("pays-then"), Role::Title)]);
            let course = foresee::course(&slots, &after, self.day, |item| course::is_work(ahead, item));
            lines.extend(course::lines(&course, ahead, width, view));
        }
        let rows = if whole { area.height } else { u16::try_from(lines.len()).unwrap_or(u16::MAX) };
        let inner = panel(frame, area, view, &view.say("pays-title"), rows, WIDTH);
        self.list
            .scroll(frame, inner, lines.len(), view, |place| lines.get(place).cloned().unwrap_or_default());
    }

    fn hint(&self, view: &View<'_>) -> String {
        view.say("hint-pays")
    }
}
