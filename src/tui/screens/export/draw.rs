//! How Report is drawn: on the left what would be exported, on the right how it would look.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::preview::Content;
use super::work::State;
use super::{Export, Setting};
use crate::language::Arg;
use crate::report::Edition;
use crate::report::export::{FORMATS, Languages};
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::widgets::{split_left, split_top};
use crate::workshop::text::Lang;
use crate::wrap;

type Parts = Vec<(String, Role)>;

pub(crate) fn draw(screen: &mut Export, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let columns = if area.width >= 160 {
        48
    } else if area.width >= 100 {
        40
    } else {
        32
    };
    let [left, rest] = split_left(area, columns);
    let [gutter, right] = split_left(rest, 2);
    for y in gutter.y..gutter.bottom() {
        frame.buffer_mut().set_stringn(gutter.x, y, "│", 1, view.style(Role::Rule));
    }
    settings(screen, frame, Rect { x: left.x + 1, width: left.width.saturating_sub(2), ..left }, view);
    shown(screen, frame, Rect { width: right.width.saturating_sub(1), ..right }, view);
}

fn settings(screen: &mut Export, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let count = screen.files.len();
    let title = view.with("export-title", &[("n", count.into())]);
    let at = put(frame, area, &[(title, Role::Title)], view);
    let at = split_top(at, 1)[1];
    let rows: Vec<Parts> = Setting::all().map(|setting| row(screen, setting, view)).collect();
    let [list, at] = split_top(at, u16::try_from(rows.len()).unwrap_or(u16::MAX));
    screen.list.draw(frame, list, rows.len(), view, |place, _| rows.get(place).cloned().unwrap_or_default());
    let mut at = split_top(at, 1)[1];
    let edition = match screen.order.edition {
        Edition::Internal => "export-about-internal",
        Edition::Public => "export-about-public",
    };
    at = paragraph(frame, at, &view.say(edition), Role::Quiet, view);
    told(screen, frame, split_top(at, 1)[1], view);
}

fn row(screen: &Export, setting: Setting, view: &View<'_>) -> Parts {
    let order = &screen.order;
    let check = |on: bool| if on { "[✓]" } else { "[ ]" };
    let file = |on: bool, id: &str| {
        let role = if on { Role::Ink } else { Role::Quiet };
        vec![(format!("{} {}", check(on), view.say(id)), role)]
    };
    let value = |id: &str, value: String| {
        let label = wrap::pad(&view.say(id), 10);
        vec![(format!("{label} "), Role::Quiet), (value, Role::Ink)]
    };
    match setting {
        Setting::Format(place) => {
            FORMATS.get(place).map(|format| file(order.formats.has(place), format.label)).unwrap_or_default()
        }
        Setting::Edition => {
            value("export-edition", view.say(&format!("export-edition-{}", order.edition.name())))
        }
        Setting::Languages => value(
            "export-languages",
            view.say(match order.languages {
                Languages::Both => "export-both",
                Languages::One(Lang::En) => "language-en",
                Languages::One(Lang::Ru) => "language-ru",
            }),
        ),
        Setting::Mark => {
            value("export-mark", view.say(if order.mark { "export-mark-yes" } else { "export-mark-no" }))
        }
        Setting::Folder => value("export-folder", screen.to(view.session)),
    }
}

/// What became of the last export.
fn told(screen: &Export, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let Some(work) = &screen.work else { return };
    let path = work.to.display().to_string();
    match work.state() {
        State::Runs { done, of } => {
            let says = view.with("export-runs", &[("n", done.into()), ("of", of.into())]);
            let at = put(frame, area, &[(says, Role::Time)], view);
            let width = usize::from(area.width);
            let full = (width * done).checked_div(of).unwrap_or(0);
            let bar = [("█".repeat(full), Role::Bar), ("░".repeat(width.saturating_sub(full)), Role::Track)];
            put(frame, at, &bar, view);
        }
        State::Written { count, passed } => {
            let says = view.with("export-written", &[("n", count.into()), ("path", Arg::from(&path))]);
            let mut at = paragraph(frame, area, &format!("✓ {says}"), Role::Good, view);
            for passed in passed {
                at = paragraph(frame, at, &passed.told(view.messages), Role::Quiet, view);
            }
        }
        State::Failed(fault) => {
            let (sentence, hint) = view.messages.refusal(&fault.refusal);
            paragraph(frame, area, &format!("! {sentence} {hint}"), Role::Trouble, view);
        }
    }
}

fn shown(screen: &mut Export, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let Some(file) = screen.files.get(screen.file) else {
        let at = split_top(area, 2)[1];
        paragraph(frame, at, &view.say("export-nothing"), Role::Ink, view);
        return;
    };
    let part =
        view.with("export-file", &[("n", (screen.file + 1).into()), ("of", screen.files.len().into())]);
    let left = usize::from(area.width).saturating_sub(wrap::columns(&part));
    let head = [(wrap::pad(file, left), Role::Title), (part, Role::Quiet)];
    let at = put(frame, area, &head, view);
    let at = split_top(at, 1)[1];
    let width = usize::from(at.width);
    let Export { preview, scroll, column, .. } = screen;
    let Some(preview) = preview else { return };
    let cut = preview.cut.then(|| vec![(view.say("export-cut"), Role::Quiet)]);
    let more = usize::from(preview.cut);
    let Content::Table { widths, rows } = &preview.content else {
        let lines = preview.wrapped(width);
        scroll.scroll(frame, at, lines.len() + more, view, |place| match lines.get(place) {
            Some((line, heading)) => {
                vec![(line.clone(), if *heading { Role::Title } else { Role::Ink })]
            }
            None => cut.clone().unwrap_or_default(),
        });
        return;
    };
    *column = (*column).min(widths.len().saturating_sub(1));
    let line = |cells: &[String], role: Role| {
        let cells = cells.iter().zip(widths).skip(*column);
        let text: Vec<String> = cells.map(|(cell, width)| wrap::pad(cell, *width)).collect();
        vec![(wrap::head(&text.join("  "), width).to_owned(), role)]
    };
    let names = rows.first().map(|names| line(names, Role::Quiet)).unwrap_or_default();
    let body = put(frame, at, &names, view);
    if rows.len() < 2 {
        put(frame, body, &[(view.say("export-empty-table"), Role::Quiet)], view);
        return;
    }
    scroll.scroll(frame, body, rows.len() - 1 + more, view, |place| match rows.get(place + 1) {
        Some(cells) => line(cells, Role::Ink),
        None => cut.clone().unwrap_or_default(),
    });
}

fn put(frame: &mut Frame<'_>, area: Rect, parts: &[(String, Role)], view: &View<'_>) -> Rect {
    let [row, rest] = split_top(area, 1);
    let mut x = row.x;
    if row.height > 0 {
        for (text, role) in parts {
            let left = usize::from(row.right().saturating_sub(x));
            (x, _) = frame.buffer_mut().set_stringn(x, row.y, text, left, view.style(*role));
        }
    }
    rest
}

fn paragraph(frame: &mut Frame<'_>, area: Rect, text: &str, role: Role, view: &View<'_>) -> Rect {
    let mut at = area;
    for text in wrap::wrap(text, usize::from(area.width)) {
        at = put(frame, at, &[(text.to_owned(), role)], view);
    }
    at
}
