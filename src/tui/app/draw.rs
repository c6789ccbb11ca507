//! How the program is drawn: the screen one is on, the frame around it, the layers on top; and when it has to be drawn again.

use ratatui::Frame;
use ratatui::buffer::Cell;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::App;
use super::frame::{self, Around};
use super::status::Saving;
use crate::input::Context;
use crate::language::{Messages, events};
use crate::session::Session;
use crate::theme::Theme;
use crate::tui::ctx::{Layer, Notice, View, Wake};
use crate::workshop::{Workshop, undo};
use crate::world::World;

impl App {
    /// How often somebody must wake up: for a countdown or a clock on the screen, or for the clock in the header while an
    /// item runs.
    pub fn wakes(&self) -> Wake {
        let view = self.view();
        let screen = self.screens.get(self.at).map_or(Wake::Never, |screen| screen.wakes(&view));
        let screens = self.screens.iter().any(|screen| screen.is_at_work());
        let work = if screens { Wake::Soon } else { self.rehearsal_wakes() };
        let clock = if self.clock_runs() { Wake::Minute } else { Wake::Never };
        match screen.max(clock).max(work) {
            // Where a second of the meeting is less than one of ours, the next one is soon.
            Wake::Second | Wake::Minute if self.is_fast() => Wake::Soon,
            wake => wake,
        }
    }

    fn is_fast(&self) -> bool {
        let practice = self.session.as_ref().and_then(|session| session.workshop.meeting.practice());
        practice.is_some_and(|practice| practice.speed() > 1)
    }

    fn clock_runs(&self) -> bool {
        let on = |session: &Session| session.workshop.items.iter().any(|item| item.progress().is_on());
        self.session.as_ref().is_some_and(on)
    }

    pub(super) fn view(&self) -> View<'_> {
        view(&self.world, self.session.as_ref(), &self.empty, &self.messages, &self.theme, self.wall.as_ref())
    }

    /// Draws everything.
    pub fn draw(&mut self, frame: &mut Frame<'_>) {
        self.refresh();
        self.blind = self.draw_screen(frame);
        // What stands out by a line under it does so by its letters: a line under blanks would look like a field to fill in.
        let underlined =
            |cell: &&mut Cell| cell.modifier.contains(Modifier::UNDERLINED) && cell.symbol() == " ";
        for cell in frame.buffer_mut().content.iter_mut().filter(underlined) {
            cell.modifier.remove(Modifier::UNDERLINED);
        }
    }

    /// Lets the screen look at the workshop again, if that or the minute is another.
    fn refresh(&mut self) {
        let revision = self.session.as_ref().map_or(0, |session| session.workshop.revision());
        let minute = self.view().now.as_second().div_euclid(60);
        let seen = (revision, minute, self.messages.lang(), self.at);
        if self.seen == Some(seen) {
            return;
        }
        self.seen = Some(seen);
        self.undo = self.next_undo();
        let Self { world, session, empty, messages, theme, wall, screens, .. } = self;
        if let Some(screen) = screens.get_mut(self.at) {
            screen.refresh(&view(world, session.as_ref(), empty, messages, theme, wall.as_ref()));
        }
    }

    /// Draws the screen with what stands around it and the layers upon it. Returns whether there is no room for it.
    fn draw_screen(&mut self, frame: &mut Frame<'_>) -> bool {
        let Some(around) = self.around() else { return false };
        let covered = self.notice_on_cover();
        let Self { world, session, empty, messages, theme, wall, screens, layers, .. } = self;
        let view = view(world, session.as_ref(), empty, messages, theme, wall.as_ref());
        let Some(screen) = screens.get_mut(self.at) else { return false };
        if let Some((covering, _)) = layers.last_mut().filter(|(layer, _)| layer.covers()) {
            return cover(covering.as_mut(), covered, frame, &view);
        }
        if screen.context() == Context::Project && layers.is_empty() {
            screen.draw(frame, frame.area(), &view);
            return false;
        }
        let Some(body) = frame::frame(frame, &around, &view) else { return true };
        screen.draw(frame, body, &view);
        for (layer, _) in layers {
            layer.draw(frame, body, &view);
        }
        false
    }

    /// What is said on a participant's own screen: that somebody asked to leave, or that no disk takes what is entered.
    fn notice_on_cover(&self) -> Option<Notice> {
        let unsaved =
            || Notice { sentence: self.messages.say("not-saved-stands"), hint: String::new(), trouble: true };
        let asked = self.notice.clone().filter(|_| self.asked_to_leave);
        asked.or_else(|| (self.saving_now() == Saving::NotSaved).then(unsaved))
    }

    /// What stands around the screen one is on.
    fn around(&mut self) -> Option<Around> {
        let writes = self.screens.get_mut(self.at)?.field().is_some() && self.layers.is_empty();
        let screen = self.screens.get(self.at)?;
        let (layers, view) = (&self.layers, &self.view());
        let said = |sentence: String| Notice { sentence, hint: String::new(), trouble: false };
        let hint = match layers.last() {
            Some((layer, _)) => Some(said(layer.hint(view))),
            None if screen.is_conflicted(view) => Some(said(view.say("settle-hint"))),
            None => screen.hint(view).map(said).or_else(|| self.practice_question(screen.context(), view)),
        };
        let saving = self.saving_now();
        let stands = || {
            let sentence = view.say("not-saved-stands");
            (saving == Saving::NotSaved).then(|| Notice { sentence, hint: String::new(), trouble: true })
        };
        Some(Around {
            at: Some(screen.context()),
            tabs: Context::DESK.contains(&screen.context()),
            saving,
            undo: self.undo.clone(),
            writes,
            notice: self.notice.clone().or_else(stands).or(hint),
            // Where somebody wakes by the minute anyhow, the time is shown: before the opening and between items it is looked for.
            clock: self.clock_runs() || self.wakes() != Wake::Never,
            polled: self.polled,
            rehearsal: self.rehearsal_mark(),
        })
    }

    /// How safe everything is: what was reported, and what still waits.
    fn saving_now(&self) -> Saving {
        let Some(session) = self.session.as_ref().filter(|_| self.saving != Saving::NotSaved) else {
            return self.saving;
        };
        match (session.away(), session.waiting()) {
            (0, 0) => Saving::Saved,
            (0, _) => Saving::OnItsWay,
            (_, _) => Saving::Laptop,
        }
    }

    /// Asked once when the session is opened outside of its dates.
    fn practice_question(&self, at: Context, view: &View<'_>) -> Option<Notice> {
        let meeting = &view.workshop.meeting;
        let outside =
            meeting.day_at(view.now).is_some_and(|day| !(1..=i64::from(view.last_day())).contains(&day));
        let desk = Context::DESK.contains(&at) && at != Context::Home;
        if self.asked_practice || !desk || meeting.practice().is_some() || !outside {
            return None;
        }
        Some(Notice { sentence: view.say("ask-practice"), hint: String::new(), trouble: false })
    }

    fn next_undo(&self) -> Option<String> {
        let session = self.session.as_ref()?;
        let next = undo::next_undo(&session.workshop, &session.device(), session.who()).event?;
        let event = session.workshop.event(next)?;
        let label = events::label(&self.messages, &session.workshop, event);
        Some(match session.workshop.more_alike(next) {
            0 => label,
            more => format!("+{more} {label}"),
        })
    }
}

/// What a screen is drawn from. A function of the parts, so that the screens can be changed beside them.
fn view<'a>(
    world: &'a World,
    session: Option<&'a Session>,
    empty: &'a Workshop,
    messages: &'a Messages,
    theme: &'a Theme,
    wall: Option<&'a (usize, Theme)>,
) -> View<'a> {
    View {
        workshop: session.map_or(empty, |session| &session.workshop),
        messages,
        theme: wall.map_or(theme, |(_, theme)| theme),
        now: session.map_or_else(|| world.now(), Session::now),
        session,
        world,
    }
}

/// Draws a participant's own screen: nothing of the desk is on it but `said`. Returns whether there is no room for it.
fn cover(layer: &mut dyn Layer, said: Option<Notice>, frame: &mut Frame<'_>, view: &View<'_>) -> bool {
    let area = frame.area();
    if frame::is_too_small(area) {
        // Nothing but that it is too small.
        return frame::frame(frame, &Around::default(), view).is_none();
    }
    layer.draw(frame, area, view);
    if let Some(notice) = said {
        frame::say(frame, Rect { height: 1, ..area }, &notice, view);
    }
    false
}
