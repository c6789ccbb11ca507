//! How solid a result is, on the wall: the last step of a reveal, a few sentences in both languages.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lists::{heading, stack};
use super::page::{both, rows, side_by_side};
use crate::app::View;
use crate::app::screens::project::pages::Pages;
use crate::language::Tongue;
use crate::report::worth;
use crate::tally::findings::Findings;
use crate::theme::Role;
use crate::workshop::text::Text;

pub(super) fn draw(
    (title, findings, ballots): (&Text, &Findings, usize),
    pages: &mut Pages,
    tongues: &[Tongue; 2],
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let body = heading(title, frame, area, view);
    let body = side_by_side(&both(tongues, "worth-title", &[]), Role::Accent, frame, body, view);
    let sentences = sentences(findings, ballots, tongues);
    let height = |at: usize| sentences.get(at).map_or(0, |text| rows(text, body.width));
    stack(sentences.len(), pages, frame, body, view, height, |at, frame, area| {
        if let Some(text) = sentences.get(at) {
            side_by_side(text, Role::Ink, frame, area, view);
        }
    });
}

/// What a room can take in: how few ballots, the groups, what is common ground, how many have one of theirs among the winners.
/// Other rules and resamples stand in the report.
fn sentences(findings: &Findings, ballots: usize, tongues: &[Tongue; 2]) -> Vec<Text> {
    let said = |tongue: &Tongue| {
        let mut all = vec![worth::flip(tongue, &findings.solid)];
        all.extend(worth::without(tongue, &findings.solid));
        all.push(worth::common_ground(tongue, findings));
        all.extend(worth::fair_share(tongue, findings, ballots));
        all
    };
    let [one, other] = tongues;
    let pair = |(first, second): (String, String)| {
        let mut text = Text::default();
        text.set(one.lang(), Some(first.into()));
        text.set(other.lang(), Some(second.into()));
        text
    };
    said(one).into_iter().zip(said(other)).map(pair).collect()
}
