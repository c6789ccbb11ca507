//! Below the grid: who is chosen, what the plan is worth, what could not be had.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::language::Arg;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::groups::Groups;
use crate::tui::screens::groups::model::Seat;
use crate::wrap;

/// The most lines for what could not be had.
fn most_unmet(height: u16) -> usize {
    if height >= 26 { 4 } else { 1 }
}

/// The rows it needs in an area of this size.
pub(super) fn height(screen: &Groups, width: u16, height: u16) -> u16 {
    let width = usize::from(width);
    let lines = |text: &Option<String>| text.as_ref().map_or(0, |text| wrap::wrap(text, width).len());
    let figures = match screen.is_planning() {
        // What is said of the search changes; its room does not.
        true => (220_usize.div_ceil(width.max(1))).max(2),
        false => lines(&screen.figures).max(1) + lines(&screen.together),
    };
    let unmet = screen.look.as_ref().map_or(0, |look| look.unmet.len()).min(most_unmet(height));
    2 + u16::try_from(unmet + figures).unwrap_or(0)
}

pub(super) fn draw(screen: &Groups, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let Some(look) = &screen.look else { return };
    let width = usize::from(area.width);
    let mut lines: Vec<(String, Role)> = vec![("─".repeat(width), Role::Rule)];
    let chosen = screen.at_seat().map(|seat| about(seat, view));
    lines.push((chosen.unwrap_or_default(), Role::Ink));
    let mut put = |text: &str, role: Role| {
        lines.extend(wrap::wrap(text, width).into_iter().map(|line| (line.to_owned(), role)));
    };
    match &screen.figures {
        _ if screen.is_planning() => put(&screen.planning_told(view).unwrap_or_default(), Role::Accent),
        Some(figures) => {
            put(figures, Role::Title);
            if let Some(together) = &screen.together {
                put(together, Role::Ink);
            }
        }
        None if look.rooms > 0 => {
            let args = [("people", Arg::from(look.present)), ("rooms", look.rooms.into())];
            lines.push((view.with("groups-not-planned-yet", &args), Role::Ink));
        }
        None => lines.push((String::new(), Role::Ink)),
    }
    let room = usize::from(area.height).saturating_sub(lines.len());
    let shown =
        if look.unmet.len() > room { room.saturating_sub(usize::from(room > 1)) } else { look.unmet.len() };
    let more = look.unmet.len() - shown;
    for (place, sentence) in look.unmet.iter().take(shown).enumerate() {
        // With one line only, that there is more stands behind the first.
        let tail = if more > 0 && room == 1 && place == 0 {
            format!("   {}", view.with("groups-more-unmet", &[("n", more.into())]))
        } else {
            String::new()
        };
        let left = width.saturating_sub(2 + wrap::columns(&tail));
        lines.push((format!("! {}{tail}", wrap::cut_with_ellipsis(sentence, left)), Role::Time));
    }
    if more > 0 && room > 1 {
        lines.push((format!("  {}", view.with("groups-more-unmet", &[("n", more.into())])), Role::Time));
    }
    for (y, (text, role)) in (area.y..area.bottom()).zip(&lines) {
        let text = wrap::cut_with_ellipsis(text, width);
        frame.buffer_mut().set_stringn(area.x, y, &text, width, view.style(*role));
    }
}

/// Everything about the chosen person, every mark in words.
fn about(seat: &Seat, view: &View<'_>) -> String {
    let mut parts = vec![format!("{} {}", seat.id, seat.name)];
    let mut word = |is: bool, id: &str| {
        if is {
            parts.push(view.say(id));
        }
    };
    word(seat.absent, "groups-word-absent");
    word(seat.left_out, "groups-word-left-out");
    word(seat.host, "groups-word-host");
    word(seat.held, "groups-word-held");
    word(seat.interpreter, "role-interpreter");
    if seat.torn {
        parts.push(view.with("count-versions", &[("n", 2.into())]));
    }
    if !seat.again.is_empty() {
        let met =
            |(id, times): &(String, u32)| if *times > 1 { format!("{id} ×{times}") } else { id.clone() };
        let people = seat.again.iter().map(met).collect::<Vec<_>>().join(", ");
        parts.push(view.with("groups-word-again", &[("people", people.into())]));
    }
    if !seat.languages.is_empty() {
        parts.push(seat.languages.clone());
    }
    if !seat.organisation.is_empty() {
        parts.push(seat.organisation.clone());
    }
    parts.join(" · ")
}
