//! What a ranking is worth: how solid it is, how far the ballots agree, common ground and fair share.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::report::worth;
use crate::tally::findings::Findings;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::vote::Vote;
use crate::tui::screens::vote::model::{ResultSeen, Seen};
use crate::wrap;

type Parts = Vec<(String, Role)>;

/// Columns between two columns of figures.
const GAP: usize = 2;

pub(super) fn draw(screen: &mut Vote, seen: &Seen, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let Some(result) = &seen.result else { return };
    let Some(findings) = &result.findings else {
        let id = if seen.turnout.hands { "vote-worth-hands" } else { "vote-worth-none" };
        return super::paragraph(frame, area, &view.say(id), Role::Ink, view);
    };
    let width = usize::from(area.width);
    let mut rows: Vec<Parts> = Vec::new();
    let messages = view.messages;
    part(&mut rows, &view.say("worth-title"), &worth::solid(messages, findings), width);
    let mut common = vec![worth::common_ground(messages, findings)];
    common.extend(worth::rankings(messages, findings));
    common.extend(worth::fair_share(messages, findings, result.counted));
    part(&mut rows, &view.say("vote-worth-common"), &common, width);
    rows.extend(agreement(result, findings, width, view));
    let meanings = worth::MEANINGS.map(|meaning| view.say(meaning));
    part(&mut rows, &view.say("worth-means"), &meanings, width);
    let len = rows.len();
    screen.scroll.scroll(frame, area, len, view, |place| rows.get(place).cloned().unwrap_or_default());
}

/// A title and its sentences, each with a mark where it begins.
fn part(rows: &mut Vec<Parts>, title: &str, sentences: &[String], width: usize) {
    if !rows.is_empty() {
        rows.push(Vec::new());
    }
    rows.push(vec![(title.to_owned(), Role::Title)]);
    for sentence in sentences {
        for (place, text) in wrap::wrap(sentence, width.saturating_sub(2)).into_iter().enumerate() {
            let mark = if place == 0 { "· " } else { "  " };
            rows.push(vec![(mark.to_owned(), Role::Quiet), (text.to_owned(), Role::Ink)]);
        }
    }
}

/// A row an option: its figures, then its title as far as there is room.
fn agreement(result: &ResultSeen, findings: &Findings, width: usize, view: &View<'_>) -> Vec<Parts> {
    let heads = worth::agreement_heads(worth::is_scaled(findings), findings.change.is_some());
    let heads: Vec<String> = heads.into_iter().map(|id| view.say(id)).collect();
    let cells: Vec<Vec<String>> = result
        .rows
        .iter()
        .map(|row| worth::agreement_cells(view.messages, findings, &row.option.id))
        .collect();
    let columns: Vec<usize> = heads
        .iter()
        .enumerate()
        .map(|(at, head)| {
            let cells = cells.iter().filter_map(|row| row.get(at)).map(|cell| wrap::columns(cell));
            // A head longer than its figures is cut where all of them would not leave room for a title.
            cells.chain([wrap::columns(head).min(14)]).max().unwrap_or(0)
        })
        .collect();
    let id = result.rows.iter().map(|row| wrap::columns(&row.option.id)).max().unwrap_or(0).min(12);
    let used: usize = id + GAP + columns.iter().map(|column| column + GAP).sum::<usize>();
    let title = width.saturating_sub(used + GAP);
    let line = |first: &str, cells: &[String]| {
        let mut text = wrap::pad(first, id);
        for (cell, column) in cells.iter().zip(&columns) {
            text.push_str(&" ".repeat(GAP));
            text.push_str(&wrap::pad_left(&wrap::cut_with_ellipsis(cell, *column), *column));
        }
        text.push_str(&" ".repeat(GAP));
        text
    };
    let mut rows = vec![
        Vec::new(),
        vec![(view.say("worth-agreement"), Role::Title)],
        vec![(line("", &heads), Role::Quiet)],
    ];
    rows.extend(result.rows.iter().zip(&cells).map(|(row, cells)| {
        let words = wrap::cut_with_ellipsis(&row.option.title, title).into_owned();
        vec![(line(&row.option.id, cells), Role::Ink), (words, Role::Quiet)]
    }));
    rows
}
