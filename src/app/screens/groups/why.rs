//! Why not: what could not be had, which wishes contradict one another, and what giving up each of them would buy.

use super::words::{self, Names};
use crate::app::desk::Desk;
use crate::app::layers::Pages;
use crate::language::Tongue;
use crate::planner;
use crate::ui::text::wrap;
use crate::workshop::Workshop;
use crate::workshop::decide::problem_of;
use crate::workshop::id::EventId;

/// The width of the text: what fits on the smallest comfortable terminal.
const WIDTH: usize = 72;

/// Shows it for a round.
pub(super) fn show(desk: &mut Desk<'_>, round: EventId) {
    let Some(workshop) = desk.workshop() else { return };
    let lines = lines(workshop, desk.tongue, round);
    if lines.is_empty() {
        let planned = workshop.rounds.get(round).is_some_and(crate::workshop::groups::Round::is_planned);
        desk.say(if planned { "groups-all-had" } else { "groups-not-planned" }, &[]);
        return;
    }
    desk.push(Pages::new(desk.tongue.say("groups-why-title"), lines));
}

fn lines(workshop: &Workshop, tongue: &Tongue, key: EventId) -> Vec<String> {
    let (Some(round), Some(view)) = (workshop.rounds.get(key), problem_of(workshop, key)) else {
        return Vec::new();
    };
    let names = Names { workshop, tongue, view: &view, round };
    let mut lines = Vec::new();
    let mut put = |text: &str, lead: &str| lines.extend(wrap::hanging(text, lead, WIDTH));
    // A round of which nothing is planned may be impossible all the same.
    let knots = planner::contradictions(&view.problem, 0);
    if knots.is_none() {
        put(&tongue.say("groups-why-undecided"), "");
        put("", "");
    }
    let knots = knots.unwrap_or_default();
    for knot in &knots {
        put(
            &tongue.with(
                if knot.smallest { "groups-knot" } else { "groups-knot-some" },
                &[("n", knot.wishes.len().into())],
            ),
            "",
        );
        for given in &knot.wishes {
            put(&tongue.wish(&names, &given.wish), "  • ");
            put(&tongue.buys(given), "      → ");
        }
        put("", "");
    }
    let unmet = if round.is_planned() || round.rooms().is_empty() {
        planner::unmet(&view.problem, 0, &view.current(0, round))
    } else {
        Vec::new()
    };
    if !knots.is_empty() && !unmet.is_empty() {
        put(&tongue.say("groups-why-unmet"), "");
    }
    for unmet in &unmet {
        put(&words::unmet(&names, unmet), "! ");
    }
    lines
}
