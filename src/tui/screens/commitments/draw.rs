//! How Commitments is drawn: a row of two lines a commitment.

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Commitments, Row, is_overdue, versions};
use crate::language::{Messages, date};
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::shared::naming;
use crate::tui::widgets::list::Part;
use crate::tui::widgets::{split_top, tall};
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::thing::Thing;
use crate::wrap;

/// The columns of the mark, an id and a due date.
const MARK: usize = 2;
const ID: usize = 5;
const DUE: usize = 24;
/// The columns of a field's name on a page.
const LABEL: usize = 18;

pub(crate) fn draw(screen: &mut Commitments, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let facts = &screen.facts;
    if facts.rows.is_empty() {
        return crate::tui::widgets::page::nothing(frame, area, "commitments-empty", view);
    }
    let [head, body] = split_top(area, 1);
    let mut said = vec![view.with("count-commitments", &[("n", facts.rows.len().into())])];
    for (id, count) in [
        ("commitments-count-done", facts.done),
        ("commitments-count-overdue", facts.overdue),
        ("commitments-count-carried", facts.carried),
    ] {
        if count > 0 {
            said.push(view.with(id, &[("n", count.into())]));
        }
    }
    said.push(view.say(screen.order.says()));
    crate::tui::widgets::page::head_line(frame, head, &said, view);
    let [heads, body] = split_top(body, 1);
    let wide = Wide::of(usize::from(body.width).saturating_sub(2));
    let names = [
        wrap::pad("", MARK + ID),
        wrap::pad(&view.say("commitments-what"), wide.text + 2),
        wrap::pad(&view.say("commitments-owner"), wide.owner + 2),
        wrap::pad(&view.say("commitments-due"), DUE),
    ]
    .concat();
    let width = usize::from(heads.width).saturating_sub(2);
    frame.buffer_mut().set_stringn(heads.x + 2, heads.y, names, width, view.style(Role::Quiet));
    let rows = &facts.rows;
    tall::draw(&mut screen.list, frame, body, (rows.len(), 2), view, |place, width| {
        rows.get(place).map(|row| lines_of(row, &Wide::of(width), view)).unwrap_or_default()
    });
}

/// The columns of what has no fixed width.
struct Wide {
    text: usize,
    owner: usize,
}

impl Wide {
    fn of(width: usize) -> Self {
        let left = width.saturating_sub(MARK + ID + DUE + 4);
        let owner = (left * 2 / 5).clamp(12, 44).min(left);
        Self { text: left - owner, owner }
    }
}

fn lines_of(row: &Row, wide: &Wide, view: &View<'_>) -> Vec<Vec<Part>> {
    let gap = || ("  ".to_owned(), Role::Ink);
    let torn = (row.versions > 1).then(|| view.with("count-versions", &[("n", row.versions.into())]));
    let (mark, ink) = if row.done { ("✓ ", Role::Quiet) } else { ("○ ", Role::Ink) };
    let [first, second, quiet] = two_lines(&row.text, &row.other, wide.text);
    let with = match row.with.as_slice() {
        [] => String::new(),
        with => view.with("commitments-together", &[("who", with.join("; ").into())]),
    };
    let mut owner = two_lines(&row.owner, &with, wide.owner);
    // With whom stands in the line that the owner's name leaves free; else it is read with a key.
    let owner_role = if std::mem::take(&mut owner[2]).is_empty() { ink } else { Role::Quiet };
    let [owner_first, owner_second, _] = owner;
    let (due, due_role) = match (row.done, row.due_said.as_str()) {
        (true, _) => (view.say("commitments-is-done"), Role::Good),
        (false, "") => (view.say("commitments-no-date"), Role::Quiet),
        (false, due) => (due.to_owned(), if row.overdue { Role::Trouble } else { Role::Ink }),
    };
    let mut marks: Vec<Part> = Vec::new();
    let mut push = |words: String, role: Role| {
        let between = if marks.is_empty() { "" } else { " · " };
        marks.push((format!("{between}{words}"), role));
    };
    if let Some(torn) = torn {
        push(torn, Role::Time);
    }
    if row.overdue {
        push(view.say("commitments-overdue"), Role::Trouble);
    }
    if row.carried {
        push(view.say("commitments-carried"), Role::Quiet);
    }
    let mut below = vec![
        (" ".repeat(MARK), Role::Ink),
        (wrap::pad(&row.proposal, ID), Role::Quiet),
        (wrap::pad(&second, wide.text), if quiet.is_empty() { ink } else { Role::Quiet }),
        gap(),
        (wrap::pad(&owner_second, wide.owner), owner_role),
        gap(),
    ];
    below.extend(marks);
    let above = vec![
        (mark.to_owned(), if row.done { Role::Good } else { Role::Ink }),
        (wrap::pad(&row.id, ID), Role::Quiet),
        (wrap::pad(&first, wide.text), ink),
        gap(),
        (wrap::pad(&owner_first, wide.owner), ink),
        gap(),
        (wrap::pad(&due, DUE), due_role),
    ];
    vec![above, below]
}

/// A text in two lines; where it needs one only, the second is the other text, and the third says that it is.
fn two_lines(text: &str, other: &str, width: usize) -> [String; 3] {
    let lines = wrap::wrap(text, width);
    let first = lines.first().copied().unwrap_or_default();
    let rest = text.strip_prefix(first).unwrap_or_default().trim_start();
    let cut = |text: &str| wrap::cut_with_ellipsis(text, width).into_owned();
    if rest.is_empty() {
        [first.to_owned(), cut(other), other.to_owned()]
    } else {
        [first.to_owned(), cut(rest), String::new()]
    }
}

/// A commitment in full, in lines none wider than `width`.
pub(crate) fn lines(
    workshop: &Workshop,
    messages: &Messages,
    now: Timestamp,
    of: EventId,
    width: usize,
) -> Vec<String> {
    let Some(commitment) = workshop.commitments.get(of) else { return Vec::new() };
    let lang = messages.lang();
    let mut lines = Vec::new();
    let mut field = |id: &str, value: &str| {
        let mut label = wrap::pad(&messages.say(id), LABEL - 1) + " ";
        for line in wrap::wrap(value, width.saturating_sub(LABEL)) {
            lines.push(format!("{label}{line}"));
            label = " ".repeat(LABEL);
        }
    };
    field("commitments-what", commitment.text.in_(lang));
    if let (Some(_), Some(other)) = (commitment.text.get(lang), commitment.text.get(lang.other())) {
        field("commitments-blank", other);
    }
    field("commitments-owner", &naming::somebody(workshop, commitment.owner(), lang));
    if let Some(person) =
        workshop.people.find(commitment.owner()).ok().and_then(|key| workshop.people.get(key))
    {
        field("commitments-blank", person.organisation.in_(lang));
    }
    for with in commitment.with() {
        field("commitments-with", &naming::somebody(workshop, with, lang));
    }
    let overdue = is_overdue(commitment, workshop.meeting.local(now).date());
    let due = commitment.due().map(|due| date::long_day(messages, due));
    let due = due.unwrap_or_else(|| messages.say("commitments-no-date"));
    let late = if overdue { format!(" · {}", messages.say("commitments-overdue")) } else { String::new() };
    field("commitments-due", &format!("{due}{late}"));
    if let Some(proposal) = commitment.proposal().and_then(|key| workshop.proposals.get(key)) {
        let id = workshop.proposals.label(proposal.key());
        field("commitments-proposal", &format!("{id} {}", proposal.title.in_(lang)));
    }
    let done = if commitment.is_done() { "commitments-is-done" } else { "commitments-is-open" };
    field("commitments-done", &messages.say(done));
    let made = commitment.made();
    let moment = date::moment(messages, &workshop.meeting.local(made.at));
    let carried = workshop.event(of).is_some_and(|event| event.frame.base);
    let carried =
        if carried { format!(" · {}", messages.say("commitments-carried")) } else { String::new() };
    field("commitments-written", &format!("{moment} · {}{carried}", made.who));
    for version in versions(workshop, messages, of) {
        let name = messages.say(version.field);
        field("commitments-version", &format!("{name}: {} ({})", version.shown, version.who));
    }
    lines
}
