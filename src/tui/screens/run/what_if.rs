//! What a change would do to the day, before it is made: the new time of every later item, the stops that would be missed,
//! the end of the day. Enter makes the change.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::course;
use super::layout::beside_agenda;
use crate::input::{Code, Key};
use crate::report::plan::tell;
use crate::theme::Role;
use crate::tui::ctx::{After, Desk, Layer, View, pressed};
use crate::tui::widgets::list::{List, Part};
use crate::tui::widgets::panel::panel;
use crate::workshop::agenda::commands::ItemExtend;
use crate::workshop::command::Request;
use crate::workshop::foresee::{self, Course};
use crate::workshop::groups::commands::RoundExtend;
use crate::workshop::refusal::Refusal;
use crate::workshop::{Workshop, plan, schedule};
use crate::wrap;

/// The widest that it is set.
const WIDTH: u16 = 84;

/// Who gets minutes.
#[derive(Debug, Clone)]
pub(crate) enum Whose {
    /// An item, by its name.
    Item(String),
    /// A room of a round, each by its name.
    Room(String, String),
}

impl Whose {
    fn request(&self, minutes: i32) -> Request {
        match self {
            Self::Item(item) => ItemExtend { item: item.as_str().into(), minutes }.into(),
            Self::Room(round, room) => {
                RoundExtend { round: round.as_str().into(), room: room.as_str().into(), minutes }.into()
            }
        }
    }
}

/// What is to be changed.
enum Change {
    /// An item or a room gets minutes or gives some; the number can still be changed.
    Minutes(Whose, i32),
    /// Something else.
    Other(Vec<Request>),
}

impl Change {
    fn requests(&self) -> Vec<Request> {
        match self {
            Self::Minutes(_, 0) => Vec::new(),
            Self::Minutes(whose, minutes) => vec![whose.request(*minutes)],
            Self::Other(requests) => requests.clone(),
        }
    }
}

/// What a change would do to the day.
pub(crate) struct WhatIf {
    change: Change,
    /// What is changed, in words; of minutes the title of the item.
    title: String,
    day: u32,
    ahead: Workshop,
    /// The state of the workshop that it was computed from.
    revision: u64,
    /// Set when somebody else's work has made it impossible: what the refusal says.
    void: Option<Refusal>,
    list: List,
}

impl WhatIf {
    /// What minutes more or fewer would do. What would be refused is said, and there is nothing to show then.
    pub(crate) fn minutes(
        whose: Whose,
        title: &str,
        minutes: i32,
        day: u32,
        desk: &mut Desk<'_>,
    ) -> Option<Self> {
        Self::of(Change::Minutes(whose, minutes), title.to_owned(), day, desk)
    }

    /// What commands would do.
    pub(crate) fn requests(
        requests: Vec<Request>,
        title: String,
        day: u32,
        desk: &mut Desk<'_>,
    ) -> Option<Self> {
        Self::of(Change::Other(requests), title, day, desk)
    }

    fn of(change: Change, title: String, day: u32, desk: &mut Desk<'_>) -> Option<Self> {
        let ahead = desk.foresee(&change.requests())?;
        let revision = desk.workshop()?.revision();
        Some(Self { change, title, day, ahead, revision, void: None, list: List::default() })
    }

    /// Gives other minutes, where they would not be refused.
    fn more(&mut self, by: i32, desk: &mut Desk<'_>) {
        let Change::Minutes(whose, minutes) = &self.change else { return };
        let change = Change::Minutes(whose.clone(), minutes.saturating_add(by));
        if let Some(ahead) = desk.foresee(&change.requests()) {
            self.change = change;
            self.ahead = ahead;
            self.revision = desk.workshop().map_or(self.revision, Workshop::revision);
        }
    }

    fn course(&self, view: &View<'_>) -> Course {
        let before = schedule::slots_of(view.workshop, view.now);
        let after = schedule::slots_of(&self.ahead, view.now);
        foresee::course(&before, &after, self.day, |item| course::is_work(&self.ahead, item))
    }

    /// What the change would make wrong: an item shorter than is useful, and what the check of the plan would find then.
    fn warnings(&self, width: usize, view: &View<'_>) -> Vec<Vec<Part>> {
        let mut warnings = Vec::new();
        if let Change::Minutes(Whose::Item(name), minutes) = &self.change
            && *minutes < 0
            && let Some(item) = self.ahead.items.find(name).ok().and_then(|key| self.ahead.items.get(key))
            && item.minutes() < item.shortest()
        {
            warnings.push(view.with("what-if-too-short", &[("n", item.shortest().into())]));
        }
        if let Change::Other(_) = self.change {
            let known = plan::findings(view.workshop);
            let wrong = |finding: &plan::Finding| {
                finding.weight() == plan::Weight::Wrong
                    && !known
                        .iter()
                        .any(|old| (old.kind, old.day, old.item) == (finding.kind, finding.day, finding.item))
            };
            let new = plan::findings(&self.ahead).into_iter().filter(wrong);
            warnings.extend(new.map(|finding| tell(&self.ahead, view.messages, &finding).why));
        }
        let lines = warnings.iter().take(2).flat_map(|text| {
            let lines = wrap::wrap(text, width.saturating_sub(2)).into_iter().enumerate();
            lines.map(|(place, line)| format!("{}{line}", if place == 0 { "‼ " } else { "  " }))
        });
        lines.map(|line| vec![(line, Role::Trouble)]).collect()
    }
}

impl Layer for WhatIf {
    fn key(&mut self, key: Key, desk: &mut Desk<'_>) -> After {
        match key.code {
            Code::Esc => return After::Close,
            // What has become impossible is put aside by any key.
            _ if self.void.is_some() => return After::Close,
            Code::Enter => {
                let requests = self.change.requests();
                if requests.is_empty() || desk.perform_all(&requests) {
                    return After::Close;
                }
            }
            _ => match pressed(key) {
                Some('a') => self.more(5, desk),
                Some('z') => self.more(-5, desk),
                Some('g' | '+') => self.more(1, desk),
                Some('f' | '-') => self.more(-1, desk),
                Some('q') => return After::Close,
                _ => {
                    self.list.key(key, usize::from(u16::MAX));
                }
            },
        }
        After::Stay
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        // Another laptop may have changed what this was computed from.
        if view.workshop.revision() != self.revision
            && let Some(foreseen) = view.session.map(|session| session.foresee(&self.change.requests()))
        {
            self.revision = view.workshop.revision();
            match foreseen {
                Ok(ahead) => (self.ahead, self.void) = (ahead, None),
                Err(refusal) => self.void = Some(refusal),
            }
        }
        let (area, whole) = beside_agenda(area);
        let width = usize::from(area.width.min(WIDTH)).saturating_sub(4);
        let lines = match &self.void {
            Some(refusal) => {
                let (sentence, _) = view.messages.refusal(refusal);
                let all = [view.say("what-if-void"), sentence];
                let wrapped = all.iter().flat_map(|text| wrap::wrap(text, width));
                wrapped.map(|line| vec![(line.to_owned(), Role::Trouble)]).collect()
            }
            None => {
                let mut lines = self.warnings(width, view);
                lines.extend(course::lines(&self.course(view), &self.ahead, width, view));
                lines
            }
        };
        let title = match &self.change {
            Change::Minutes(_, minutes) => view.with(
                "what-if-minutes",
                &[
                    ("minutes", crate::language::date::signed_minutes(i64::from(*minutes)).into()),
                    ("title", self.title.as_str().into()),
                ],
            ),
            Change::Other(_) => self.title.clone(),
        };
        let rows = if whole { area.height } else { u16::try_from(lines.len()).unwrap_or(u16::MAX) };
        let inner = panel(frame, area, view, &title, rows, WIDTH);
        self.list
            .scroll(frame, inner, lines.len(), view, |place| lines.get(place).cloned().unwrap_or_default());
    }

    fn hint(&self, view: &View<'_>) -> String {
        view.say(if matches!(self.change, Change::Minutes(..)) {
            "hint-what-if-minutes"
        } else {
            "hint-what-if"
        })
    }
}
