//! How solid a result is, on the wall: the last step of a reveal, a few sentences in both languages.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lists::{heading, stack};
use super::page::{both, rows, side_by_side};
use crate::language::Messages;
use crate::report::worth;
use crate::tally::findings::Findings;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::project::pages::Pages;
use crate::workshop::text::Text;

/// The most empty rows below a sentence, besides the one that is always there.
const MOST_AIR: u16 = 3;

pub(super) fn draw(
    (title, findings, (ballots, owed)): (&Text, &Findings, (usize, bool)),
    pages: &mut Pages,
    tongues: &[Messages; 2],
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let body = heading(title, frame, area, view);
    let body = side_by_side(&both(tongues, "worth-title", &[]), Role::Accent, frame, body, view);
    let sentences = sentences(findings, (ballots, owed), tongues);
    let own = |at: usize| sentences.get(at).map_or(0, |text| rows(text, body.width));
    // More air below each where there is room for it, besides the row that is there anyhow.
    let used = (0..sentences.len()).map(|at| own(at).saturating_add(1)).fold(0, u16::saturating_add);
    let count = u16::try_from(sentences.len()).unwrap_or(u16::MAX).max(1);
    let air = (body.height.saturating_sub(used) / count).min(MOST_AIR);
    let height = |at: usize| own(at).saturating_add(air);
    stack(sentences.len(), pages, frame, body, view, height, |at, frame, area| {
        if let Some(text) = sentences.get(at) {
            side_by_side(text, Role::Ink, frame, area, view);
        }
    });
}

/// What a room can take in: how few ballots, the groups, what is common ground, how many have one of theirs among the winners.
/// Other rules and resamples stand in the report.
///
/// Of common ground nothing is said where there is no group to look at; of the fair share nothing while a run-off is `owed`, for
/// it would tell the room who wins that.
fn sentences(findings: &Findings, (ballots, owed): (usize, bool), tongues: &[Messages; 2]) -> Vec<Text> {
    let said = |messages: &Messages| {
        let mut all = vec![worth::flip(messages, &findings.solid)];
        all.extend(worth::without(messages, &findings.solid));
        if !findings.solid.without.is_empty() {
            all.push(worth::common_ground(messages, findings));
        }
        if !owed {
            all.extend(worth::fair_share(messages, findings, ballots));
        }
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
