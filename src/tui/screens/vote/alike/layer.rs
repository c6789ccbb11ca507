//! Two options that look alike, pair by pair: are they different, or does one stand for both?

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{dismiss, draw, keep, pairs};
use crate::input::field::Field;
use crate::input::{Code, Key};
use crate::language::Arg;
use crate::theme::Role;
use crate::tui::ctx::{After, Desk, Layer, View, pressed};
use crate::tui::widgets::panel::panel;
use crate::tui::widgets::{line, split_bottom, split_top};
use crate::workshop::Workshop;
use crate::workshop::id::EventId;

/// The widest that it is set.
const WIDTH: u16 = 110;

/// The pairs of a prepared vote that look alike, one at a time.
pub(crate) struct Alike {
    vote: EventId,
    at: usize,
    /// Why the two are different, while that is asked.
    reason: Option<Field>,
}

impl Alike {
    /// From the first pair on; none where there is no pair.
    pub(crate) fn new(workshop: &Workshop, vote: EventId) -> Option<Self> {
        (!pairs(workshop, vote).is_empty()).then_some(Self { vote, at: 0, reason: None })
    }

    /// The pair that one looks at, and how many there are.
    fn pair(&self, workshop: &Workshop) -> Option<([EventId; 2], usize)> {
        let pairs = pairs(workshop, self.vote);
        // Somebody else may have settled one meanwhile.
        let at = self.at.min(pairs.len().checked_sub(1)?);
        Some((*pairs.get(at)?, pairs.len()))
    }

    /// After a pair was settled: the one that has moved up into its place, or none.
    fn settled(&mut self, desk: &mut Desk<'_>) -> After {
        self.reason = None;
        let left = desk.workshop().map(|workshop| pairs(workshop, self.vote).len()).unwrap_or_default();
        if self.at >= left {
            return After::Close;
        }
        After::Stay
    }

    fn step(&mut self, by: isize, all: usize) -> After {
        let to = self.at.saturating_add_signed(by);
        if to >= all {
            return After::Close;
        }
        self.at = to;
        After::Stay
    }
}

impl Layer for Alike {
    fn key(&mut self, key: Key, desk: &mut Desk<'_>) -> After {
        let Some((pair, all)) = desk.workshop().and_then(|workshop| self.pair(workshop)) else {
            return After::Close;
        };
        self.at = self.at.min(all.saturating_sub(1));
        if let Some(reason) = &mut self.reason {
            match key.code {
                Code::Esc => self.reason = None,
                Code::Enter => {
                    let text = reason.text().to_owned();
                    if dismiss(desk, self.vote, pair, &text) {
                        return self.settled(desk);
                    }
                }
                _ => {
                    line::key(reason, key);
                }
            }
            return After::Stay;
        }
        let [first, second] = pair;
        match key.code {
            Code::Esc => After::Close,
            Code::Down | Code::Right | Code::Tab => self.step(1, all),
            Code::Up | Code::Left => self.step(-1, all),
            _ => match pressed(key) {
                Some(' ') => self.step(1, all),
                Some('d') => {
                    self.reason = Some(Field::new(""));
                    After::Stay
                }
                Some('1') if keep(desk, self.vote, [first, second]) => self.settled(desk),
                Some('2') if keep(desk, self.vote, [second, first]) => self.settled(desk),
                _ => After::Stay,
            },
        }
    }

    fn paste(&mut self, text: &str) {
        if let Some(reason) = &mut self.reason {
            reason.paste(text);
        }
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let Some((pair, all)) = self.pair(view.workshop) else {
            let inner = panel(frame, area, view, &view.say("vote-none-alike"), 1, WIDTH);
            return draw::draw(frame, inner, Vec::new(), view);
        };
        let at = self.at.min(all.saturating_sub(1)) + 1;
        let vote = view.workshop.votes.label(self.vote).into_owned();
        let args = [("at", at.into()), ("n", all.into()), ("id", Arg::from(&vote))];
        let title = view.with("vote-alike-title", &args);
        // The rows of the panel itself, and of what can be done below.
        let asks = 4;
        let width = usize::from(if area.width < WIDTH + 24 { area.width } else { WIDTH }.saturating_sub(4));
        let room = usize::from(area.height.saturating_sub(4)).saturating_sub(asks);
        let lines = draw::lines(view, pair, width, room);
        let rows = u16::try_from(lines.len() + asks).unwrap_or(u16::MAX);
        let inner = panel(frame, area, view, &title, rows, WIDTH);
        let below = u16::try_from(asks).unwrap_or(0).saturating_sub(1);
        let [above, foot] = split_bottom(inner, below);
        draw::draw(frame, above, lines, view);
        match &self.reason {
            Some(reason) => {
                let [label, rest] = split_top(foot, 1);
                draw::draw(frame, label, vec![vec![(view.say("vote-alike-why"), Role::Title)]], view);
                let example = view.say("vote-alike-example");
                line::draw(frame, split_top(rest, 1)[0], reason, &example, true, view);
            }
            None => draw::draw(frame, foot, draw::choices(view, pair), view),
        }
    }

    fn hint(&self, view: &View<'_>) -> String {
        view.say(if self.reason.is_some() { "hint-alike-reason" } else { "hint-alike" })
    }
}
