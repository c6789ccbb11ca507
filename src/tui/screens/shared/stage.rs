//! What is put on the wall: picked from a list of all that can stand there now.

use crate::language::Messages;
use crate::report::outcome;
use crate::tui::ctx::Desk;
use crate::tui::layers::{Pick, PickRow};
use crate::workshop::id::EventId;
use crate::workshop::meeting::Staged;
use crate::workshop::meeting::commands::StageShow;
use crate::workshop::text::Lang;
use crate::workshop::thing::Thing;
use crate::workshop::votes::{Stage, Vote};
use crate::workshop::{Workshop, groups, schedule};

/// What parts the view from what it is of. No id holds it.
const OF: char = '\n';

/// In words what is on the wall.
pub(crate) fn words(workshop: &Workshop, messages: &Messages, staged: &Staged) -> String {
    let lang = messages.lang();
    let view = messages.say(&format!("view-{}", staged.view));
    let of = staged.of.as_deref().unwrap_or_default();
    match title(workshop, lang, &staged.view, of) {
        Some(title) if !title.is_empty() => format!("{view}: {title}"),
        _ => view,
    }
}

fn title(workshop: &Workshop, lang: Lang, view: &str, of: &str) -> Option<String> {
    let text = match view {
        "now" => &workshop.items.get(workshop.items.find(of).ok()?)?.title,
        "groups" => &workshop.rounds.get(workshop.rounds.find(of).ok()?)?.title,
        "vote" | "reveal" => &workshop.votes.get(workshop.votes.find(of).ok()?)?.title,
        "ideas" => {
            let room = groups::all_rooms(&workshop.rounds).into_iter().find(|room| room.id.as_ref() == of)?;
            return Some(room.title.in_(lang).to_owned());
        }
        _ => return None,
    };
    Some(text.in_(lang).to_owned())
}

/// Everything that can stand on the wall now: what is likely first.
fn choices(workshop: &Workshop) -> Vec<Staged> {
    let plain = |view: &str| Staged { view: view.into(), of: None, step: None };
    let of = |view: &str, of: &str| Staged { view: view.into(), of: Some(of.into()), step: None };
    let running = schedule::running(workshop);
    let mut all = vec![plain("now")];
    let mut rounds: Vec<_> = workshop.rounds.iter().filter(|round| round.is_planned()).collect();
    rounds.sort_by_key(|round| running.is_none() || round.item.get().copied() != running);
    all.extend(rounds.iter().map(|round| of("groups", &workshop.rounds.label(round.key()))));
    all.push(plain("ideas"));
    // Rooms of the running round only: all of a meeting's would bury the rest, and typing finds the view anyhow.
    let of_running = rounds.iter().find(|round| running.is_some() && round.item.get().copied() == running);
    all.extend(of_running.iter().flat_map(|round| round.rooms()).map(|room| of("ideas", &room.id)));
    all.push(plain("proposals"));
    for vote in workshop.votes.iter().filter(|vote| vote.stage() > Stage::Prepared) {
        let label = workshop.votes.label(vote.key());
        all.push(of("vote", &label));
        if vote.stage() == Stage::Revealed {
            all.push(of("reveal", &label));
        }
    }
    all.extend(["commitments", "title", "blank"].map(plain));
    all
}

/// Asks what to put on the wall.
pub(crate) fn pick(desk: &mut Desk<'_>) {
    let Some(workshop) = desk.workshop() else { return };
    let messages = desk.messages;
    let on = workshop.meeting.staged();
    let rows = choices(workshop).into_iter().map(|staged| {
        let value = format!("{}{OF}{}", staged.view, staged.of.as_deref().unwrap_or_default());
        let aside = if on.is_some_and(|on| on.view == staged.view && on.of == staged.of) {
            messages.say("run-on-the-wall")
        } else {
            String::new()
        };
        PickRow::new(value, words(workshop, messages, &staged), aside)
    });
    let rows: Vec<PickRow> = rows.collect();
    desk.push(Pick::new(messages.say("run-stage"), rows, |value, desk| {
        let (view, of) = value.split_once(OF).unwrap_or((value, ""));
        let show = StageShow { view: view.into(), of: (!of.is_empty()).then(|| of.into()), step: None };
        let staged = Staged { view: show.view.clone(), of: show.of.clone(), step: None };
        if desk.perform(show).is_none() {
            return false;
        }
        let what =
            desk.workshop().map(|workshop| words(workshop, desk.messages, &staged)).unwrap_or_default();
        desk.say("run-staged", &[("what", (&what).into())]);
        true
    }));
}

/// Puts the next step of a result on the wall, from the last place to the first: of the vote that is meant or, without one, of the
/// one on the wall. A result that stands there whole begins again.
pub(crate) fn next_step(desk: &mut Desk<'_>, vote: Option<EventId>) {
    let Some(workshop) = desk.workshop() else { return };
    let on_wall = workshop.meeting.staged().filter(|staged| staged.view.as_ref() == "reveal");
    let shown =
        on_wall.and_then(|staged| Some((revealed(workshop, staged.of.as_deref())?.key(), staged.step)));
    let Some(key) = vote.or(shown.map(|(key, _)| key)) else {
        return desk.say("run-no-reveal", &[]);
    };
    let so_far = shown.filter(|(of, _)| *of == key).and_then(|(_, step)| step).unwrap_or(0);
    let all = steps(workshop, key);
    if so_far >= all {
        return desk.say("run-all-steps", &[]);
    }
    let of = workshop.votes.label(key).into_owned().into();
    let step = so_far + 1;
    if desk.perform(StageShow { view: "reveal".into(), of: Some(of), step: Some(step) }).is_some() {
        desk.say("run-step", &[("n", step.into()), ("of", all.into())]);
    }
}

/// The vote whose result is or would be on the wall: the one asked for or, without one, the last that was revealed.
pub(crate) fn revealed<'a>(workshop: &'a Workshop, of: Option<&str>) -> Option<&'a Vote> {
    vote(workshop, of, Stage::Revealed).filter(|vote| vote.stage() == Stage::Revealed)
}

/// How many steps a result takes: those that share a rank come together, and at the end how solid it is where that can be told.
pub(crate) fn steps(workshop: &Workshop, vote: EventId) -> u32 {
    let Some(result) = outcome::result(workshop, vote) else { return 0 };
    let solid = workshop.votes.get(vote).is_some_and(|vote| !vote.counted().is_empty());
    u32::try_from(ranks(&result).len() + usize::from(solid)).unwrap_or(u32::MAX)
}

/// The ranks that are there, the last first.
pub(crate) fn ranks(result: &outcome::Outcome) -> Vec<u32> {
    let mut ranks: Vec<u32> = result.rows.iter().map(|row| row.rank).collect();
    ranks.dedup();
    ranks.reverse();
    ranks
}

/// The vote that was asked for or, without one, the last that has come as far.
pub(crate) fn vote<'a>(workshop: &'a Workshop, of: Option<&str>, least: Stage) -> Option<&'a Vote> {
    let asked = of.map(|of| workshop.votes.find(of).ok().and_then(|key| workshop.votes.get(key)));
    let last =
        || workshop.votes.iter().filter(|vote| vote.stage() >= least).max_by_key(|vote| vote.opened_at());
    asked.unwrap_or_else(last)
}
