//! The program's state, and what a key, a paste or a report does to it.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};

use ratatui::Frame;

use super::desk::{Desk, Effect, Notice, View};
use super::drafts;
use super::layers::{After, Help, Layer, Palette};
use super::screen::{Screen, Wake};
use super::screens;
use super::status::Saving;
use crate::input::keys::{self, Action, global::Global};
use crate::input::{Code, Context, Key};
use crate::journal::writer::WriterReport;
use crate::language::{Arg, Tongue, date, events};
use crate::session::Session;
use crate::theme::{ColourDepth, Palette as Colours, Theme};
use crate::ui::frame::{self, Around};
use crate::ui::line;
use crate::workshop::Workshop;
use crate::workshop::command::{Command, Redo, SessionDescribe, SessionPractise, Undo};
use crate::workshop::refusal::Refusal;
use crate::workshop::text::Lang;
use crate::workshop::undo;
use crate::world::World;

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
    empty: Workshop,
    tongue: Tongue,
    theme: Theme,
    screens: Vec<Box<dyn Screen>>,
    at: usize,
    layers: Vec<(Layer, Option<Context>)>,
    notice: Option<Notice>,
    saving: Saving,
    /// What was typed into forms that were left with Esc.
    kept_forms: HashMap<String, Vec<String>>,
    /// Texts to be put on the clipboard by the loop.
    pub to_copy: VecDeque<String>,
    /// What the writer's thread reported, for sessions opened from here.
    pub reports: Arc<Mutex<VecDeque<WriterReport>>>,
    /// A session was opened in place of another: the loop must follow it.
    pub opened: bool,
    /// Lines of other programs are looked for once a second only.
    pub polled: bool,
    seen: Option<(u64, i64, Lang, usize)>,
    undo: Option<String>,
    asked_practice: bool,
    draft_kept: Option<String>,
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
        Self::new(
            world,
            Some(session),
            vec![Box::new(screens::capture::Capture::new(room))],
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
        let tongue = Tongue::new(world.lang);
        let mut app = Self {
            world,
            session,
            empty: Workshop::new(),
            tongue,
            theme: Theme::new(colours, depth),
            screens,
            at,
            layers: Vec::new(),
            notice: None,
            saving: Saving::Saved,
            kept_forms: HashMap::new(),
            to_copy: VecDeque::new(),
            reports: Arc::default(),
            opened: false,
            polled: false,
            seen: None,
            undo: None,
            asked_practice: false,
            draft_kept: None,
        };
        app.restore_drafts();
        app
    }

    fn restore_drafts(&mut self) {
        let Some(session) = &self.session else { return };
        for (at, screen) in self.screens.iter_mut().enumerate() {
            if let Some(draft) = drafts::kept(session, screen.context()) {
                screen.restore(&draft);
                if at == self.at {
                    // Entered at once it must be forgotten, or it would come back.
                    self.draft_kept = Some(draft);
                }
            }
        }
    }

    /// Where one is.
    pub fn context(&self) -> Context {
        self.screens.get(self.at).map_or(Context::Home, |screen| screen.context())
    }

    /// Whether the projector is shown, on which there is never a key or a status.
    fn is_wall(&self) -> bool {
        self.context() == Context::Project
    }

    /// A key.
    pub fn key(&mut self, key: Key) -> Flow {
        self.notice = None;
        if let Some((mut layer, context)) = self.layers.pop() {
            if key == Key::ctrl('q') {
                return self.leave();
            }
            let (after, effects) = self.with_desk(|desk| layer.key(key, desk));
            match after {
                After::Stay => self.layers.push((layer, context)),
                After::Close => self.keep_form(&layer),
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
    pub fn act(&mut self, action: Action) -> Flow {
        if let Action::Global(global) = action {
            return self.act_everywhere(global);
        }
        if matches!(action, Action::Project(_)) {
            return self.leave();
        }
        let at = self.at;
        if let Some(mut screen) = self.lend_screen(at) {
            let ((), effects) = self.with_desk(|desk| screen.act(action, desk));
            self.give_screen(at, screen);
            self.take(effects);
        }
        Flow::On
    }

    fn act_everywhere(&mut self, global: Global) -> Flow {
        match global {
            Global::Screen(number) => {
                if let Some(context) = Context::DESK.get(usize::from(number)) {
                    self.go(*context);
                }
            }
            Global::Help => self.layers.push((Help::new(self.context()).into(), None)),
            Global::Palette => self.layers.push((Palette::new(self.context(), &self.tongue).into(), None)),
            Global::Undo => self.undo_or_redo(Undo { event: None }.into()),
            Global::Redo => self.undo_or_redo(Redo { event: None }.into()),
            Global::Language => self.tongue = Tongue::new(self.tongue.lang().other()),
            Global::Colours => self.next_colours(),
            Global::Practise => self.practise(),
            Global::MoveToToday => self.move_to_today(),
            Global::Leave | Global::Quit => return self.leave(),
            Global::Suspend => return Flow::Suspend,
        }
        Flow::On
    }

    fn next_colours(&mut self) {
        let all = Colours::ALL;
        let now = all.iter().position(|palette| *palette == self.theme.palette()).unwrap_or(0);
        let next = all.get((now + 1) % all.len()).copied().unwrap_or_default();
        self.theme = Theme::new(next, self.theme.depth());
        let name = next.to_string();
        self.say("said-colours", &[("name", Arg::from(&name))]);
    }

    fn undo_or_redo(&mut self, command: Command) {
        let Some(session) = &mut self.session else { return };
        let redo = matches!(command, Command::Redo(_));
        let next = undo::next_undo(&session.workshop, &session.device(), session.who());
        let of = match redo {
            false => next.event,
            true => undo::next_redo(&session.workshop, &session.device(), session.who()),
        };
        match session.execute(&command.into()) {
            Ok(_) => {
                let event = of.and_then(|of| session.workshop.event(of)).cloned();
                let what = event.map(|event| events::sentence(&self.tongue, &session.workshop, &event));
                let what = what.unwrap_or_default();
                let over = next.stepped_over.len();
                match (redo, over) {
                    (true, _) => self.say("said-redone", &[("what", Arg::from(&what))]),
                    (false, 0) => self.say("said-undone", &[("what", Arg::from(&what))]),
                    (false, over) => {
                        self.say("said-undone-over", &[("what", Arg::from(&what)), ("count", over.into())]);
                    }
                }
            }
            Err(fault) => self.refuse(&fault.refusal),
        }
    }

    fn practise(&mut self) {
        let Some(session) = &mut self.session else { return };
        let now = match session.workshop.meeting.practice() {
            Some(_) => None,
            None => session.workshop.meeting.starts().map(|starts| {
                let begin = if starts.time() == jiff::civil::Time::midnight() {
                    jiff::civil::Time::constant(9, 0, 0, 0)
                } else {
                    starts.time()
                };
                starts.date().to_datetime(begin).to_string().into()
            }),
        };
        if let Err(fault) = session.execute(&SessionPractise { now }.into()) {
            self.refuse(&fault.refusal);
        }
    }

    fn move_to_today(&mut self) {
        let Some(session) = &mut self.session else { return };
        let meeting = &session.workshop.meeting;
        let today = meeting.local(self.world.now()).date();
        let time = meeting.starts().map_or(jiff::civil::Time::midnight(), jiff::civil::DateTime::time);
        let command = SessionDescribe {
            title: None,
            question: None,
            starts: Some(today.to_datetime(time).to_string().into()),
            timezone: None,
            languages: None,
            note: None,
        };
        if let Err(fault) = session.execute(&command.into()) {
            self.refuse(&fault.refusal);
        }
    }

    fn leave(&mut self) -> Flow {
        self.keep_draft();
        if let Some(session) = &mut self.session
            && let Err(fault) = session.flush()
        {
            // No quiet exit while something is nowhere but in memory.
            self.saving = Saving::NotSaved;
            self.refuse(&fault.refusal);
            return Flow::On;
        }
        Flow::Leave
    }

    fn go(&mut self, context: Context) {
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

    fn refuse(&mut self, refusal: &Refusal) {
        let (sentence, hint) = self.tongue.refusal(refusal);
        self.notice = Some(Notice { sentence, hint, trouble: true });
    }

    fn say(&mut self, id: &str, args: &[(&str, Arg<'_>)]) {
        let hint = self.tongue.hint(id, args).unwrap_or_default();
        self.notice = Some(Notice { sentence: self.tongue.with(id, args), hint, trouble: false });
    }

    /// Lets something act that is not borrowed from here.
    fn with_desk<T>(&mut self, act: impl FnOnce(&mut Desk<'_>) -> T) -> (T, Vec<Effect>) {
        let mut desk = Desk {
            session: self.session.as_mut(),
            tongue: &self.tongue,
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

    fn take(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Push(mut layer) => {
                    if let Layer::Form(form) = &mut layer
                        && let Some(values) = self.kept_forms.remove(&form.name)
                    {
                        form.restore(&values);
                    }
                    self.layers.push((layer, Some(self.context())));
                }
                Effect::Say(notice) => self.notice = Some(notice),
                Effect::Go(context) => self.go(context),
                Effect::Open(given) => self.open(&given),
                Effect::Begin(session) => self.begin(*session),
                Effect::Copy(text) => self.to_copy.push_back(text),
                Effect::Leave => {}
            }
        }
    }

    fn keep_form(&mut self, layer: &Layer) {
        if let Layer::Form(form) = layer
            && form.is_touched()
        {
            self.kept_forms.insert(form.name.clone(), form.values());
        }
    }

    fn open(&mut self, given: &str) {
        let reports = self.reports.clone();
        let report = Arc::new(Mutex::new(move |report: WriterReport| {
            if let Ok(mut reports) = reports.lock() {
                reports.push_back(report);
            }
        }));
        let opened = crate::cli::place::resolve(&self.world, given)
            .and_then(|place| crate::cli::place::open_to_write(&self.world, place, "desk", report));
        match opened {
            Ok(session) => self.begin(session),
            Err(fault) => self.refuse(&fault.refusal),
        }
    }

    fn begin(&mut self, session: Session) {
        self.keep_draft();
        if let Some(mut before) = self.session.take()
            && let Err(fault) = before.flush()
        {
            self.session = Some(before);
            return self.refuse(&fault.refusal);
        }
        self.session = Some(session);
        self.screens = screens::desk();
        self.at = 1;
        self.opened = true;
        self.seen = None;
        self.asked_practice = false;
        self.restore_drafts();
    }

    /// A report of the writer.
    pub fn report(&mut self, report: &WriterReport) {
        self.saving = self.saving.after(report);
    }

    /// Others may have written: takes it in. Returns whether anything is new.
    pub fn pull(&mut self) -> bool {
        self.session.as_mut().is_some_and(Session::pull)
    }

    /// How often somebody must wake up: for a countdown or a clock on the screen, or for the clock in the header while an
    /// item runs.
    pub fn wakes(&self) -> Wake {
        let view = self.view();
        let screen = self.screens.get(self.at).map_or(Wake::Never, |screen| screen.wakes(&view));
        if self.clock_runs() { screen.max(Wake::Minute) } else { screen }
    }

    fn clock_runs(&self) -> bool {
        let on = |session: &Session| session.workshop.items.iter().any(|item| item.progress().is_on());
        self.session.as_ref().is_some_and(on)
    }

    fn view(&self) -> View<'_> {
        View {
            workshop: self.session.as_ref().map_or(&self.empty, |session| &session.workshop),
            tongue: &self.tongue,
            theme: &self.theme,
            now: self.session.as_ref().map_or_else(|| self.world.now(), Session::now),
            session: self.session.as_ref(),
            world: &self.world,
        }
    }

    /// Draws everything.
    pub fn draw(&mut self, frame: &mut Frame<'_>) {
        let mut screens = std::mem::take(&mut self.screens);
        let mut layers = std::mem::take(&mut self.layers);
        let at = self.at;
        if let Some(screen) = screens.get_mut(at) {
            let revision = self.session.as_ref().map_or(0, |session| session.workshop.revision());
            let minute = self.view().now.as_second().div_euclid(60);
            let seen = (revision, minute, self.tongue.lang(), at);
            if self.seen != Some(seen) {
                self.undo = self.next_undo();
                screen.refresh(&self.view());
                self.seen = Some(seen);
            }
            let view = self.view();
            if screen.context() == Context::Project && layers.is_empty() {
                screen.draw(frame, frame.area(), &view);
            } else {
                let around = self.around(screen.as_ref(), &layers, &view);
                if let Some(body) = frame::frame(frame, &around, &view) {
                    screen.draw(frame, body, &view);
                    for (layer, _) in &mut layers {
                        layer.draw(frame, body, &view);
                    }
                }
            }
        }
        self.layers = layers;
        self.screens = screens;
    }

    fn around(&self, screen: &dyn Screen, layers: &[(Layer, Option<Context>)], view: &View<'_>) -> Around {
        let said = |sentence: String| Notice { sentence, hint: String::new(), trouble: false };
        let hint = match layers.last() {
            Some((layer, _)) => Some(said(layer.hint(view))),
            None => screen.hint(view).map(said).or_else(|| self.practice_question(view)),
        };
        let waiting = self.session.as_ref().is_some_and(|session| session.waiting() > 0);
        let saving = if waiting && self.saving == Saving::Saved { Saving::Saving } else { self.saving };
        Around {
            at: Some(screen.context()),
            tabs: Context::DESK.contains(&screen.context()) && !self.is_wall(),
            saving,
            undo: self.undo.clone(),
            notice: self.notice.clone().or(hint),
            clock: self.clock_runs(),
            polled: self.polled,
        }
    }

    /// Asked once when the session is opened outside of its dates.
    fn practice_question(&self, view: &View<'_>) -> Option<Notice> {
        let meeting = &view.workshop.meeting;
        let outside = meeting
            .day_at(view.now)
            .is_some_and(|day| !(1..=i64::from(frame::last_day(view))).contains(&day));
        let desk = Context::DESK.contains(&self.context()) && self.context() != Context::Home;
        if self.asked_practice || !desk || meeting.practice().is_some() || !outside {
            return None;
        }
        let first = date::short_day(view.tongue, meeting.date_of(1)?);
        Some(Notice {
            sentence: view.with("ask-practice", &[("first", Arg::from(&first))]),
            hint: String::new(),
            trouble: false,
        })
    }

    fn next_undo(&self) -> Option<String> {
        let session = self.session.as_ref()?;
        let next = undo::next_undo(&session.workshop, &session.device(), session.who()).event?;
        let event = session.workshop.event(next)?;
        Some(events::label(&self.tongue, &session.workshop, event))
    }

    /// Keeps what is typed and not entered yet.
    pub fn keep_draft(&mut self) {
        let (Some(session), Some(screen)) = (&self.session, self.screens.get(self.at)) else { return };
        let draft = screen.draft().unwrap_or_default();
        if self.draft_kept.as_deref().unwrap_or_default() != draft {
            drafts::keep(session, screen.context(), draft);
            self.draft_kept = Some(draft.to_owned());
        }
    }
}
