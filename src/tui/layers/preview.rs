//! What a list would do, shown before anything of it is written. Enter writes it as one piece of work, Esc drops it.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::input::{Code, Key};
use crate::intake::{self, Kind, Plan, Table};
use crate::language::Messages;
use crate::theme::Role;
use crate::tui::ctx::{After, Desk, Effect, Layer, Notice, View};
use crate::tui::widgets::list::List;
use crate::tui::widgets::panel::panel;
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::wrap;

/// The widest that the panel gets where there is far more room; else it takes all there is.
const WIDEST: u16 = 110;

/// A line of the preview: its words, what they mean, and whether it is cut rather than wrapped.
type Line = (String, Role, bool);

/// A list that may be written.
pub(crate) struct Preview {
    kind: Kind,
    /// The vote, for ballots whose list does not say which.
    vote: Option<EventId>,
    table: Table,
    plan: Plan,
    title: String,
    lines: Vec<Line>,
    /// How many lines were drawn.
    drawn: usize,
    list: List,
}

impl Preview {
    /// What a list would do to the workshop.
    ///
    /// # Errors
    /// What is wrong with the list.
    pub(crate) fn new(
        kind: Kind,
        vote: Option<EventId>,
        table: Table,
        workshop: &Workshop,
        messages: &Messages,
    ) -> Result<Self, intake::Fault> {
        let plan = intake::plan(kind, vote, workshop, &table)?;
        let (title, lines) = said(&plan, messages);
        Ok(Self { kind, vote, table, plan, title, lines, drawn: 0, list: List::default() })
    }

    /// Writes what was shown. If the session says something else by now, that is shown first.
    fn write(&mut self, desk: &mut Desk<'_>) -> bool {
        let Some(session) = desk.session.as_deref_mut() else { return true };
        match intake::plan(self.kind, self.vote, &session.workshop, &self.table) {
            Ok(now) if now == self.plan => {}
            Ok(now) => {
                (self.title, self.lines) = said(&now, desk.messages);
                self.plan = now;
                desk.say("import-changed-meanwhile", &[]);
                return false;
            }
            Err(fault) => {
                complain(&fault, desk);
                return false;
            }
        }
        if self.plan.requests.is_empty() {
            desk.say("import-nothing", &[]);
            return true;
        }
        match session.execute_all(&self.plan.requests) {
            Ok(()) => {
                let args = [("added", self.plan.added.into()), ("changed", self.plan.changed.into())];
                desk.say("import-done", &args);
                true
            }
            Err((place, fault)) => {
                let (why, hint) = desk.messages.refusal(&fault.refusal);
                let sentence = intake::at_line(&self.plan.lines, place, &why, desk.messages);
                desk.effects.push(Effect::Say(Notice { sentence, hint, trouble: true }));
                false
            }
        }
    }
}

impl Layer for Preview {
    fn key(&mut self, key: Key, desk: &mut Desk<'_>) -> After {
        match key.code {
            Code::Esc | Code::Char('q') => return After::Close,
            Code::Enter => {
                if self.write(desk) {
                    return After::Close;
                }
            }
            _ => {
                self.list.key(key, self.drawn);
            }
        }
        After::Stay
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let widest = if area.width > WIDEST + 16 { WIDEST } else { area.width };
        let width = usize::from(widest.saturating_sub(4));
        let wrapped: Vec<(String, Role)> = self
            .lines
            .iter()
            .flat_map(|(line, role, cut)| {
                if *cut {
                    return vec![(wrap::cut_with_ellipsis(line, width).into_owned(), *role)];
                }
                let indent = line.len() - line.trim_start().len();
                let room = width.saturating_sub(indent);
                let parts = wrap::wrap(line.trim_start(), room);
                let lines: Vec<(String, Role)> =
                    parts.into_iter().map(|part| (format!("{}{part}", " ".repeat(indent)), *role)).collect();
                lines
            })
            .collect();
        let rows = u16::try_from(wrapped.len()).unwrap_or(u16::MAX);
        let inner = panel(frame, area, view, &self.title, rows, widest);
        self.drawn = wrapped.len();
        self.list.scroll(frame, inner, wrapped.len(), view, |place| {
            wrapped.get(place).cloned().into_iter().collect()
        });
    }

    fn hint(&self, view: &View<'_>) -> String {
        match self.plan.requests.is_empty() {
            true => view.say("import-hint-nothing"),
            false => {
                let rows = self.plan.added + self.plan.changed;
                view.with("import-hint", &[("rows", rows.into())])
            }
        }
    }
}

/// Says what is wrong with a list.
pub(crate) fn complain(fault: &intake::Fault, desk: &mut Desk<'_>) {
    let (sentence, hint) = intake::say(fault, desk.messages);
    desk.effects.push(Effect::Say(Notice { sentence, hint, trouble: true }));
}

/// The title and the lines of the preview, each with what it means: the counts stand out, what is left aside or wants a
/// look is marked as such.
fn said(plan: &Plan, messages: &Messages) -> (String, Vec<Line>) {
    let mut said = intake::preview(plan, messages).into_iter();
    let title = said.next().unwrap_or_default();
    let unmatched = (!plan.unmatched.is_empty()).then_some(plan.columns.len() + 2);
    let after = plan.columns.len() + 2 + usize::from(unmatched.is_some());
    let notes = after..after + usize::from(!plan.notes.is_empty()) + plan.notes.len();
    let rows_from = said.len().saturating_sub(plan.first.len());
    let mut lines: Vec<Line> = Vec::new();
    for (place, line) in said.enumerate() {
        let inside = line.starts_with(' ');
        let role = match place {
            0 => Role::Title,
            _ if Some(place) == unmatched || notes.contains(&place) => Role::Time,
            _ if inside => Role::Ink,
            _ => Role::Quiet,
        };
        let new_part = !inside && place > 0;
        if new_part {
            lines.push((String::new(), Role::Ink, true));
        }
        lines.push((line, role, place >= rows_from));
    }
    (title, lines)
}
