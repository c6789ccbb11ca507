//! A result on the wall. Step by step it begins with the last place; where a turn has not come yet an empty line keeps the place.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lists::heading;
use super::page::{both, number, rows, rule, side_by_side, write};
use crate::language::Messages;
use crate::report::outcome::Forward;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::project::pages::{Pages, paginate};
use crate::tui::screens::project::result::Place;
use crate::workshop::text::{Lang, Text};
use crate::wrap;

/// The most empty rows between two places.
const MOST_AIR: u16 = 4;
/// Columns of the rank.
const RANK: u16 = 6;
/// Columns of the number and what parts it from the bar.
const TOTAL: u16 = 7;

pub(super) fn draw(
    (title, places, stepped, goes_on): (&Text, &[Place], bool, bool),
    pages: &mut Pages,
    tongues: &[Messages; 2],
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let body = heading(title, frame, area, view);
    let wall = Wall::new(places, goes_on, tongues, body.width);
    let parts = wall.pages(body.height);
    // The page on which something has just happened; the last before anything has. Where those who share a place do not stand on
    // one page, all pages have their turn.
    let on = |at: usize| parts.iter().position(|part| part.contains(&at)).unwrap_or(0);
    let newest = places.iter().position(|place| place.shown).unwrap_or(places.len().saturating_sub(1));
    let rank = places.get(newest).map(|place| place.rank);
    let last = places.iter().rposition(|place| Some(place.rank) == rank).unwrap_or(newest);
    let told = places.iter().any(|place| place.shown);
    let page = if stepped && (!told || on(newest) == on(last)) {
        pages.show_led(parts.len(), on(if told { newest } else { last }))
    } else {
        pages.show(parts.len(), view.now)
    };
    number(page, parts.len(), frame, body, view);
    let part = parts.get(page).cloned().unwrap_or_default();
    let used: u16 = part.clone().map(|at| wall.height(at)).sum();
    // Air between the places, as much as there is, up to what still holds them together.
    let places = u16::try_from(part.len()).unwrap_or(u16::MAX).max(1);
    let gap = (body.height.saturating_sub(used) / places).min(MOST_AIR);
    let mut y = body.y;
    for at in part {
        let height = wall.height(at).min(body.bottom().saturating_sub(y));
        wall.put(at, frame, Rect { y, height, ..body }, view);
        y = y.saturating_add(height + gap).min(body.bottom());
    }
}

struct Wall<'a> {
    places: &'a [Place],
    /// Whether what is above the line goes on to a second stage.
    goes_on: bool,
    tongues: &'a [Messages; 2],
    /// The place above which the cut line stands.
    cut: Option<usize>,
    bar: u16,
    words: u16,
}

impl<'a> Wall<'a> {
    fn new(places: &'a [Place], goes_on: bool, tongues: &'a [Messages; 2], width: u16) -> Self {
        let bar = (width / 5).clamp(8, 30);
        Self {
            places,
            goes_on,
            tongues,
            cut: places.iter().position(|place| place.forward != Forward::Yes).filter(|at| *at > 0),
            bar,
            words: width.saturating_sub(RANK + bar + TOTAL),
        }
    }

    /// The places on each page of this height. Those that share a place come together, so they stand together wherever a page
    /// can hold them.
    fn pages(&self, height: u16) -> Vec<Range<usize>> {
        let mut ties: Vec<Range<usize>> = Vec::new();
        for (at, place) in self.places.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| self.places.get(before));
            match ties.last_mut().filter(|_| before.is_some_and(|before| before.rank == place.rank)) {
                Some(tie) => tie.end = at + 1,
                None => ties.push(at..at + 1),
            }
        }
        let tall = |tie: &Range<usize>| tie.clone().map(|at| self.height(at)).fold(0, u16::saturating_add);
        if ties.iter().any(|tie| tall(tie) > height) {
            return paginate(self.places.len(), height, |at, _| self.height(at));
        }
        let pages = paginate(ties.len(), height, |at, _| ties.get(at).map_or(0, tall));
        let places = |page: &Range<usize>| {
            let of = ties.get(page.clone()).unwrap_or_default();
            of.first().map_or(0, |tie| tie.start)..of.last().map_or(0, |tie| tie.end)
        };
        pages.iter().map(places).collect()
    }

    /// The words of a place, after its id and with what is to be said of it.
    fn line(&self, place: &Place) -> Text {
        let mut text = place.title.clone();
        let named = Lang::ALL.into_iter().any(|lang| text.get(lang).is_some());
        for messages in self.tongues {
            let lang = messages.lang();
            let words = match text.get(lang) {
                Some(words) => format!("{} {words}", place.label),
                None if named => continue,
                None => place.label.clone(),
            };
            let tied = place.forward == Forward::Tied;
            let words = if tied { format!("{words} – {}", messages.say("project-tied")) } else { words };
            text.set(lang, Some(words.into()));
        }
        text
    }

    /// The rows of a place: as many before its turn as after, so that nothing moves when it comes.
    fn height(&self, at: usize) -> u16 {
        let own = self.places.get(at).map_or(0, |place| rows(&self.line(place), self.words).max(1));
        own + u16::from(self.cut == Some(at))
    }

    fn put(&self, at: usize, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let Some(place) = self.places.get(at) else { return };
        // Before both sides of the cut line are told, the line itself would tell something.
        let above = at.checked_sub(1).and_then(|above| self.places.get(above));
        let told = place.shown && above.is_none_or(|above| above.shown);
        let area = match self.cut {
            Some(cut) if cut == at && told => self.cut_line(frame, area, view),
            Some(cut) if cut == at => {
                Rect { y: area.y + 1.min(area.height), height: area.height.saturating_sub(1), ..area }
            }
            _ => area,
        };
        if area.height == 0 {
            return;
        }
        if !place.shown {
            // A line to be filled: neither its rank nor its length says anything.
            let empty = "·".repeat(3);
            write(frame, area.x + RANK, area.y, empty, 3, view.style(Role::Wall));
            return;
        }
        let rank = format!("{}{}", place.rank, if place.shared { "=" } else { "" });
        let role = if place.forward == Forward::Yes { Role::Title } else { Role::Wall };
        write(frame, area.x, area.y, wrap::pad_left(&rank, 4), 5, view.style(role));
        let words = Rect { x: area.x + RANK, width: self.words, ..area };
        side_by_side(&self.line(place), role, frame, words, view);
        let x = area.x + RANK + self.words + 1;
        let full = "█".repeat(self.full(place));
        write(frame, x, area.y, full, usize::from(self.bar), view.style(Role::Bar));
        let total = wrap::pad_left(&place.total.to_string(), 4);
        write(frame, x + self.bar + 1, area.y, total, 5, view.style(role));
    }

    /// How much of the bar is filled, measured by the most that anything got: a bar may not change its length in a later step.
    fn full(&self, place: &Place) -> usize {
        let most = self.places.iter().map(|place| place.total).max().unwrap_or(0).max(1);
        usize::try_from(place.total.saturating_mul(u64::from(self.bar)) / most).unwrap_or(0)
    }

    /// The line between what goes forward and what does not, and what it means.
    fn cut_line(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> Rect {
        let rest = rule(frame, area, view);
        let said = both(self.tongues, if self.goes_on { "project-cut-on" } else { "project-cut" }, &[]);
        let line = Rect { x: area.x + RANK, width: self.words, height: 1.min(area.height), ..area };
        side_by_side(&said, Role::Wall, frame, line, view);
        rest
    }
}
