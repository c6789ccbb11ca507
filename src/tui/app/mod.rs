//! The program's state, and what a key, a paste or a report does to it.

pub(crate) mod alarm;
pub(crate) mod drafts;
pub(crate) mod draw;
pub(crate) mod effects;
pub(crate) mod following;
pub(crate) mod frame;
pub(crate) mod global_actions;
pub mod jump;
pub(crate) mod rehearsing;
pub(crate) mod run_loop;
pub(crate) mod status;
pub(crate) mod wall;

use std::collections::{HashMap, VecDeque};

use super::ctx::{After, Desk, Effect, Layer, Notice, Screen};
use super::screens;
use super::widgets::line;
use crate::input::keys::global::Global;
use crate::input::keys::{self, Action};
use crate::input::{Code, Context, Key};
use crate::journal::writer::WriterReport;
use crate::language::{Arg, Messages};
use crate::rehearsal::Rehearsal;
use crate::session::{Report, Session, silent};
use crate::theme::{ColourDepth, Palette as Colours, Theme};
use crate::workshop::Workshop;
use crate::workshop::refusal::Refusal;
use crate::workshop::text::Lang;
use crate::world::World;
use drafts::Drafts;
use status::Saving;

/// What the loop does after something was taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Goes on.
    On,
    /// Gives the terminal to the shell for a while.
    Suspend,
    /// Ends.
    Leave,
}

/// The program.
pub struct App {
    /// The world outside.
    pub world: World,
    /// The session, if one is open.
    pub session: Option<Session>,
    pub(super) empty: Workshop,
    pub(super) messages: Messages,
    pub(super) theme: Theme,
    pub(super) screens: Vec<Box<dyn Screen>>,
    pub(super) at: usize,
    pub(super) layers: Vec<(Box<dyn Layer>, Option<Context>)>,
    pub(super) notice: Option<Notice>,
    pub(super) saving: Saving,
    /// What was typed into forms that were left with Esc.
    pub(super) kept_forms: HashMap<String, Vec<String>>,
    /// Texts to be put on the clipboard by the loop.
    pub to_copy: VecDeque<String>,
    report_to: Report,
    /// A session was opened in place of another: the loop must follow it.
    pub opened: bool,
    /// Lines of other programs are looked for once a second only.
    pub polled: bool,
    pub(super) seen: Option<(u64, i64, Lang, usize)>,
    pub(super) undo: Option<String>,
    pub(super) asked_practice: bool,
    /// Set by leaving while something is on no disk: the next key may be the same again, and then one leaves.
    pub(super) asked_to_leave: bool,
    /// Whether the wall rings.
    pub(super) bell: bool,
    /// While the wall is shown on the desk's terminal: where one came from, and the wall's colours.
    pub(super) wall: Option<(usize, Theme)>,
    /// Whether the terminal was too small to show anything.
    pub(super) blind: bool,
    drafts: Drafts,
    draft_kept: Option<String>,
    /// The room that it is kept for.
    draft_room: Option<String>,
    /// The rehearsal that goes on in the session, if one does.
    pub(super) rehearsal: Option<Rehearsal>,
}

impl App {
    /// The facilitator's desk, on Run; on Home where no session is open.
    pub fn desk(world: World, session: Option<Session>, colours: Colours, depth: ColourDepth) -> Self {
        let at = usize::from(session.is_some());
        Self::new(world, session, screens::desk(), at, colours, depth)
    }

    /// The rapporteur's desk in a room.
    pub fn capture(
        world: World,
        session: Session,
        room: Option<String>,
        colours: Colours,
        depth: ColourDepth,
    ) -> Self {
        let last = drafts::kept_room(&session);
        Self::new(
            world,
            Some(session),
            vec![Box::new(screens::capture::Capture::new(room, last))],
            0,
            colours,
            depth,
        )
    }

    /// The projector.
    pub fn project(world: World, session: Session, colours: Colours, depth: ColourDepth) -> Self {
        Self::new(
            world,
            Some(session),
            vec![Box::new(screens::project::Project::default())],
            0,
            colours,
            depth,
        )
    }

    fn new(
        world: World,
        session: Option<Session>,
        screens: Vec<Box<dyn Screen>>,
        at: usize,
        colours: Colours,
        depth: ColourDepth,
    ) -> Self {
        let messages = Messages::new(world.lang);
        let mut app = Self {
            world,
            session,
            empty: Workshop::new(),
            messages,
            theme: Theme::new(colours, depth),
            screens,
            at,
            layers: Vec::new(),
            notice: None,
            saving: Saving::Saved,
            kept_forms: HashMap::new(),
            to_copy: VecDeque::new(),
            report_to: silent(),
            opened: false,
            polled: false,
            seen: None,
            undo: None,
            asked_practice: false,
            asked_to_leave: false,
            bell: false,
            wall: None,
            blind: false,
            drafts: Drafts::new(),
            draft_kept: None,
            draft_room: None,
            rehearsal: None,
        };
        app.restore_drafts();
        app.sit_down();
        app
    }

    /// At the opening of a session: what waits on this laptop goes home, and what is damaged is said.
    fn sit_down(&mut self) {
        let at_work = self.context() != Context::Project;
        let Some(session) = self.session.as_mut().filter(|_| at_work) else { return };
        session.settle_in();
        let torn = session.workshop.conflicts();
        if !session.troubles().is_empty() {
            let sentence = self.messages.say("desk-hurt");
            self.notice = Some(Notice { sentence, hint: String::new(), trouble: true });
        } else if torn > 0 {
            self.say("settle-opening", &[("count", torn.into())]);
        }
    }

    fn restore_drafts(&mut self) {
        let Some(session) = &self.session else { return };
        for (at, screen) in self.screens.iter_mut().enumerate() {
            if let Some(draft) = self.drafts.kept(session, screen.context(), screen.draft_room()) {
                screen.restore(&draft);
                if at == self.at {
                    self.draft_room = screen.draft_room().map(str::to_owned);
                    // Entered at once it must be forgotten, or it would come back.
                    self.draft_kept = Some(draft);
                }
            }
        }
    }

    pub(crate) fn context(&self) -> Context {
        self.screens.get(self.at).map_or(Context::Home, |screen| screen.context())
    }

    /// A key.
    pub fn key(&mut self, key: Key) -> Flow {
        if self.acts_blindly(key) {
            return Flow::On;
        }
        self.notice = None;
        let asked_to_leave = std::mem::take(&mut self.asked_to_leave);
        let flow = self.take_key(key);
        if asked_to_leave && self.asked_to_leave { Flow::Leave } else { flow }
    }

    /// Whether a key would do something where nothing can be seen: one can only leave then. What is typed into a line that has
    /// the cursor is kept all the same: no word is lost because a window was made small.
    fn acts_blindly(&mut self, key: Key) -> bool {
        let leaves = matches!(
            keys::find(self.context(), key),
            Some(Action::Global(Global::Leave | Global::Quit | Global::Suspend))
        );
        let types = self.layers.is_empty()
            && key.code != Code::Enter
            && self.screens.get_mut(self.at).is_some_and(|screen| screen.field().is_some());
        self.blind && !leaves && !types
    }

    fn take_key(&mut self, key: Key) -> Flow {
        if let Some((mut layer, context)) = self.layers.pop() {
            if key == Key::ctrl('q') {
                // It stays should leaving be refused: what is typed, and whatever it covers.
                self.layers.push((layer, context));
                return self.leave();
            }
            // Whoever wants to lead a rehearsal does not have to close a question first.
            if key == Key::ctrl('o') && !layer.covers() {
                self.layers.push((layer, context));
                return self.act_everywhere(Global::TakeOver);
            }
            let (after, effects) = self.with_desk(|desk| layer.key(key, desk));
            match after {
                After::Stay => self.layers.push((layer, context)),
                After::Close => self.keep_form(layer.as_ref()),
                After::Act(action) => {
                    self.take(effects);
                    return self.act(action);
                }
            }
            self.take(effects);
            return Flow::On;
        }
        // Screens may use Esc for something of their own; the question is answered by it all the same.
        self.asked_practice |= key.code == Code::Esc;
        let context = self.context();
        if self.screens.get_mut(self.at).is_some_and(|screen| screen.field().is_some()) {
            return self.key_in_field(context, key);
        }
        match keys::find(context, key) {
            Some(action) => self.act(action),
            None => Flow::On,
        }
    }

    fn key_in_field(&mut self, context: Context, key: Key) -> Flow {
        let at = self.at;
        let Some(mut screen) = self.lend_screen(at) else { return Flow::On };
        let (taken, effects) = self.with_desk(|desk| {
            if screen.key_in_field(key, desk) {
                return true;
            }
            match key.code {
                Code::Enter if !key.alt && !key.ctrl => screen.enter(desk),
                Code::Esc => screen.leave_field(),
                _ => {
                    return screen.field().is_some_and(|field| {
                        keys::find_in_field(context, key).is_none() && line::key(field, key)
                    });
                }
            }
            true
        });
        self.give_screen(at, screen);
        self.take(effects);
        if taken {
            return Flow::On;
        }
        match keys::find_in_field(context, key) {
            Some(action) => self.act(action),
            None => Flow::On,
        }
    }

    /// Pasted text.
    pub fn paste(&mut self, text: &str) {
        self.notice = None;
        if let Some((layer, _)) = self.layers.last_mut() {
            layer.paste(text);
            return;
        }
        let at = self.at;
        let Some(mut screen) = self.lend_screen(at) else { return };
        let lines = text.trim_end_matches(['\n', '\r']).contains(['\n', '\r']);
        let ((), effects) = self.with_desk(|desk| {
            let in_field = screen.field().is_some();
            if (lines || !in_field) && screen.paste(text, desk) {
                return;
            }
            if let Some(field) = screen.field() {
                field.paste(text);
            }
        });
        self.give_screen(at, screen);
        self.take(effects);
    }

    /// Does what the hand meant.
    pub(crate) fn act(&mut self, action: Action) -> Flow {
        if let Action::Global(global) = action {
            return self.act_everywhere(global);
        }
        if action == Action::Project(keys::project::Project::Leave) {
            return self.leave_wall();
        }
        let at = self.at;
        if let Some(mut screen) = self.lend_screen(at) {
            let ((), effects) = self.with_desk(|desk| screen.act(action, desk));
            self.give_screen(at, screen);
            self.take(effects);
        }
        Flow::On
    }

    /// Whether anything goes on beside the screens.
    pub fn is_at_work(&self) -> bool {
        self.screens.iter().any(|screen| screen.is_at_work()) || self.is_rehearsing()
    }

    /// Time has passed: screens that work at something look how far it is.
    pub fn pass(&mut self) {
        self.rehearse();
        for at in 0..self.screens.len() {
            if self.screens.get(at).is_some_and(|screen| screen.is_at_work())
                && let Some(mut screen) = self.lend_screen(at)
            {
                let ((), effects) = self.with_desk(|desk| screen.pass(desk));
                self.give_screen(at, screen);
                self.take(effects);
            }
        }
    }

    pub(super) fn go(&mut self, context: Context) {
        let found = self.screens.iter().position(|screen| screen.context() == context);
        match found {
            Some(_) if context != Context::Home && self.session.is_none() => {
                self.refuse(&Refusal::new("state", "refused-no-session"));
            }
            Some(at) => {
                self.keep_draft();
                self.at = at;
            }
            None => {}
        }
    }

    pub(super) fn refuse(&mut self, refusal: &Refusal) {
        let (sentence, hint) = self.messages.refusal(refusal);
        self.notice = Some(Notice { sentence, hint, trouble: true });
    }

    pub(super) fn say(&mut self, id: &str, args: &[(&str, Arg<'_>)]) {
        let hint = self.messages.hint(id, args).unwrap_or_default();
        self.notice = Some(Notice { sentence: self.messages.with(id, args), hint, trouble: false });
    }

    /// Lets something act that is not borrowed from here.
    pub(super) fn with_desk<T>(&mut self, act: impl FnOnce(&mut Desk<'_>) -> T) -> (T, Vec<Effect>) {
        let mut desk = Desk {
            session: self.session.as_mut(),
            messages: &self.messages,
            world: &self.world,
            effects: Vec::new(),
        };
        let done = act(&mut desk);
        (done, desk.effects)
    }

    /// Takes a screen out, so that it can act on the rest of the program.
    fn lend_screen(&mut self, at: usize) -> Option<Box<dyn Screen>> {
        (at < self.screens.len()).then(|| self.screens.swap_remove(at))
    }

    /// Puts it back where it was.
    fn give_screen(&mut self, at: usize, screen: Box<dyn Screen>) {
        self.screens.push(screen);
        let last = self.screens.len() - 1;
        self.screens.swap(at, last);
    }

    pub(super) fn open(&mut self, given: &str) {
        let report = self.report_to.clone();
        let opened = crate::sessions::place::resolve(&self.world, given)
            .and_then(|place| crate::sessions::place::open_to_write(&self.world, place, "desk", report));
        match opened {
            Ok(session) => self.begin(session),
            Err(fault) => self.refuse(&fault.refusal),
        }
    }

    pub(super) fn begin(&mut self, session: Session) {
        self.keep_draft();
        self.leave_rehearsal();
        if let Some(mut before) = self.session.take()
            && let Err(fault) = before.flush()
        {
            self.session = Some(before);
            return self.refuse(&fault.refusal);
        }
        self.session = Some(session);
        self.rehearsal = None;
        self.screens = screens::desk();
        self.hang_bell();
        self.at = 1;
        self.wall = None;
        self.opened = true;
        self.seen = None;
        self.asked_practice = false;
        self.restore_drafts();
        self.sit_down();
    }

    /// Where the writers of sessions that are opened from here report to.
    pub(crate) fn report_to(&mut self, report: Report) {
        self.report_to = report;
    }

    /// Whether the session's folder exists; a session just begun, or a bundled one not yet copied out, has none.
    pub(crate) fn has_folder(&self) -> bool {
        self.session.as_ref().is_some_and(|session| session.folder().join("log").is_dir())
    }

    /// A report of the writer.
    pub(crate) fn report(&mut self, report: &WriterReport) {
        self.saving = self.saving.after(report);
    }

    /// Others may have written: takes it in. Returns whether anything is new.
    pub fn pull(&mut self) -> bool {
        let at_work = self.context() != Context::Project;
        let Some(session) = self.session.as_mut() else { return false };
        session.look_after();
        let new = session.pull();
        // Only where others' lines have come: our own failing tries are changes of the folder, too.
        if new {
            session.go_home();
        }
        if new && at_work {
            session.write_late_marks();
        }
        new
    }

    /// Keeps what is typed and not entered yet.
    pub fn keep_draft(&mut self) {
        let (Some(session), Some(screen)) = (&self.session, self.screens.get_mut(self.at)) else { return };
        let (context, room) = (screen.context(), screen.draft_room().map(str::to_owned));
        if room.is_some() && room != self.draft_room {
            // What is typed goes along into the room, unless half a sentence waits there: then each room keeps its own.
            let left = self.drafts.kept(session, context, room.as_deref());
            if self.draft_room.is_some() {
                let stays = left.as_ref().and(screen.draft()).unwrap_or_default();
                self.drafts.keep(session, context, self.draft_room.as_deref(), stays);
            }
            if let Some(left) = left {
                screen.restore(&left);
            }
            self.drafts.keep_room(session, room.as_deref().unwrap_or_default());
            self.draft_room = room;
            self.draft_kept = None;
        }
        let draft = screen.draft().unwrap_or_default();
        if self.draft_kept.as_deref().unwrap_or_default() != draft {
            self.drafts.keep(session, context, screen.draft_room(), draft);
            self.draft_kept = Some(draft.to_owned());
        }
    }
}
