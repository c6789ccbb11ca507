//! Why not: what could not be had, which wishes contradict one another, and what giving up each of them would buy.

use super::asking::Asking;
use super::words::{self, Names};
use crate::language::Messages;
use crate::planner::{self, Contradiction};
use crate::tui::ctx::Desk;
use crate::tui::layers::Pages;
use crate::workshop::Workshop;
use crate::wrap;

/// The width of the text: what fits on the smallest comfortable terminal.
const WIDTH: usize = 72;

/// Shows it for a round, with the contradictions that were found; none where that was not decided.
pub(super) fn show(desk: &mut Desk<'_>, asking: &Asking, knots: Option<&[Contradiction]>) {
    let Some(workshop) = desk.workshop() else { return };
    let lines = lines(workshop, desk.messages, asking, knots);
    if lines.is_empty() {
        let planned =
            workshop.rounds.get(asking.round).is_some_and(crate::workshop::groups::Round::is_planned);
        desk.say(if planned { "groups-all-had" } else { "groups-not-planned" }, &[]);
        return;
    }
    desk.push(Pages::new(desk.messages.say("groups-why-title"), lines));
}

fn lines(
    workshop: &Workshop,
    messages: &Messages,
    asking: &Asking,
    knots: Option<&[Contradiction]>,
) -> Vec<String> {
    let Some(round) = workshop.rounds.get(asking.round) else { return Vec::new() };
    let view = asking.asked.as_ref();
    let names = Names { workshop, messages, view, round };
    let mut lines = Vec::new();
    let mut put = |text: &str, lead: &str| lines.extend(wrap::hanging(text, lead, WIDTH));
    // A round of which nothing is planned may be impossible all the same.
    if knots.is_none() {
        put(&messages.say("groups-why-undecided"), "");
        put("", "");
    }
    let knots = knots.unwrap_or_default();
    for knot in knots {
        put(
            &messages.with(
                if knot.smallest { "groups-knot" } else { "groups-knot-some" },
                &[("n", knot.wishes.len().into())],
            ),
            "",
        );
        for given in &knot.wishes {
            put(&messages.wish(&names, &given.wish), "  • ");
            put(&messages.buys(given), "      → ");
        }
        put("", "");
    }
    let unmet = if round.is_planned() || round.rooms().is_empty() {
        planner::unmet(&view.problem, 0, &asking.seats)
    } else {
        Vec::new()
    };
    if !knots.is_empty() && !unmet.is_empty() {
        put(&messages.say("groups-why-unmet"), "");
    }
    for unmet in &unmet {
        put(&words::unmet(&names, unmet), "! ");
    }
    lines
}
