//! Report: what would be exported, and how it would look.

pub(crate) mod draw;
pub(crate) mod preview;
pub mod work;

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::input::keys::export::Export as Act;
use crate::input::{Action, Code, Context, Key};
use crate::language::Arg;
use crate::report::export::{FORMATS, Formats, Languages, Source, list};
use crate::report::{Edition, Model};
use crate::session::Session;
use crate::tui::ctx::{Desk, Effect, Notice, Screen, View, Wake};
use crate::tui::layers::{Ask, Form};
use crate::tui::widgets::list::List;
use crate::workshop::text::Lang;
use preview::{Of, Preview};
use work::{Order, State, Work};

/// From so many ideas on an export goes on beside the screen.
const MANY: usize = 2_000;
/// A setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Setting {
    /// The format at this place of [`FORMATS`].
    Format(usize),
    Edition,
    Languages,
    /// The byte order mark.
    Mark,
    Folder,
}

impl Setting {
    /// All of them, in the order of the list.
    pub(crate) fn all() -> impl ExactSizeIterator<Item = Self> {
        const OTHERS: [Setting; 4] = [Setting::Edition, Setting::Languages, Setting::Mark, Setting::Folder];
        let formats = FORMATS.len();
        (0..formats + OTHERS.len()).map(move |place| {
            place
                .checked_sub(formats)
                .and_then(|other| OTHERS.get(other))
                .copied()
                .unwrap_or(Self::Format(place))
        })
    }
}

/// Report.
#[derive(Debug)]
pub(crate) struct Export {
    /// The settings.
    pub list: List,
    /// What is exported, and how.
    pub order: Order,
    /// The folder, if another one than usual was named.
    pub folder: Option<String>,
    /// The names of the files that would be written.
    pub files: Vec<String>,
    /// Which of them is shown.
    pub file: usize,
    /// How far the preview is scrolled.
    pub scroll: List,
    /// The first column that is shown of a table.
    pub column: usize,
    pub preview: Option<Preview>,
    /// The last export.
    pub work: Option<Work>,
    model: Option<(u64, Model)>,
    /// What the form for the folder was left with.
    asked: Arc<Mutex<Option<String>>>,
}

impl Default for Export {
    fn default() -> Self {
        let order = Order {
            formats: Formats::usual(),
            edition: Edition::Internal,
            languages: Languages::Both,
            mark: true,
        };
        Self {
            list: List::default(),
            order,
            folder: None,
            files: Vec::new(),
            file: 0,
            scroll: List::default(),
            column: 0,
            preview: None,
            work: None,
            model: None,
            asked: Arc::default(),
        }
    }
}

impl Export {
    /// The folder that would be written into.
    pub(crate) fn to(&self, session: Option<&Session>) -> String {
        let usual = || session.map_or_else(String::new, |session| format!("{}-report", session.slug()));
        self.folder.clone().unwrap_or_else(usual)
    }

    /// Makes the list of files and the preview again if they are not of what would be exported now.
    pub(crate) fn prepare(&mut self, view: &View<'_>) {
        let of = Of::now(view, self.order, self.file);
        if self.preview.as_ref().is_some_and(|preview| preview.of == of) {
            return;
        }
        let revision = view.workshop.revision();
        let edition = self.order.edition;
        let known = self.model.take().filter(|(at, model)| *at == revision && model.edition == edition);
        let (_, model) =
            self.model.insert(known.unwrap_or_else(|| (revision, Model::of(view.workshop, edition))));
        let source = Source { workshop: view.workshop, model, languages: self.order.languages, bom: false };
        let (files, _) = list(&source, self.order.formats);
        self.file = self.file.min(files.len().saturating_sub(1));
        let of = Of::now(view, self.order, self.file);
        self.preview = Some(preview::make(of, files.get(self.file), &source));
        self.files = files.into_iter().map(|file| file.name).collect();
    }

    fn show(&mut self, by: isize) {
        let len = self.files.len().max(1);
        let by = if by < 0 { len - 1 } else { 1 };
        self.file = (self.file + by) % len;
        self.scroll = List::default();
        self.column = 0;
    }

    fn turn(&mut self, setting: Setting, desk: &mut Desk<'_>) {
        let order = &mut self.order;
        match setting {
            Setting::Format(place) => order.formats.turn(place),
            Setting::Edition => {
                order.edition = match order.edition {
                    Edition::Internal => Edition::Public,
                    Edition::Public => Edition::Internal,
                }
            }
            Setting::Languages => {
                order.languages = match order.languages {
                    Languages::Both => Languages::One(Lang::En),
                    Languages::One(Lang::En) => Languages::One(Lang::Ru),
                    Languages::One(Lang::Ru) => Languages::Both,
                }
            }
            Setting::Mark => order.mark = !order.mark,
            Setting::Folder => self.ask_folder(desk),
        }
    }

    /// The form speaks to the screen through a cell, since it outlives the call.
    fn ask_folder(&mut self, desk: &mut Desk<'_>) {
        let now = self.to(desk.session.as_deref());
        let asked = self.asked.clone();
        let ask = Ask::line(desk.messages.say("export-folder"), &now);
        let title = desk.messages.say("export-ask-folder");
        desk.push(Form::new("export-folder", title, vec![ask], move |values, _| {
            let folder = values.first().map(|folder| folder.trim().to_owned()).unwrap_or_default();
            if let Ok(mut asked) = asked.lock() {
                *asked = Some(folder);
            }
            true
        }));
    }

    /// An empty line means the usual folder.
    fn take_folder(&mut self) {
        if let Some(folder) = self.asked.lock().ok().and_then(|mut asked| asked.take()) {
            self.folder = Some(folder).filter(|folder| !folder.is_empty());
        }
    }

    fn write(&mut self, desk: &mut Desk<'_>) {
        if self.work.as_ref().is_some_and(Work::runs) {
            return desk.say("export-runs-already", &[]);
        }
        if self.order.formats.is_empty() {
            let sentence = desk.messages.say("export-no-format");
            return desk.effects.push(Effect::Say(Notice { sentence, hint: String::new(), trouble: true }));
        }
        let Some(session) = desk.session.as_deref() else { return };
        let to = PathBuf::from(self.to(Some(session)));
        let to = std::path::absolute(&to).unwrap_or(to);
        let storage = desk.world.storage.clone();
        let workshop = &session.workshop;
        if workshop.ideas.len() > MANY {
            self.work = Some(Work::beside(workshop.clone(), self.order, to, storage));
            return;
        }
        let work = Work::at_once(workshop, self.order, to, &storage);
        let path = work.to.display().to_string();
        let state = work.state();
        self.work = Some(work);
        match state {
            State::Written { count, .. } => {
                desk.say("export-written", &[("n", count.into()), ("path", Arg::from(&path))]);
            }
            State::Failed(fault) => desk.complain(&fault),
            State::Runs { .. } => {}
        }
    }
}

impl Screen for Export {
    fn context(&self) -> Context {
        Context::Export
    }

    fn refresh(&mut self, view: &View<'_>) {
        self.prepare(view);
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        // Settings turn without anything in the workshop changing: nothing is made unless they did.
        self.take_folder();
        self.prepare(view);
        draw::draw(self, frame, area, view);
    }

    fn act(&mut self, action: Action, desk: &mut Desk<'_>) {
        let Action::Export(action) = action else { return };
        self.take_folder();
        let page = |list: &mut List, code| {
            list.key(Key::plain(code), usize::MAX);
        };
        match action {
            Act::Up => self.list.step(-1, Setting::all().len()),
            Act::Down => self.list.step(1, Setting::all().len()),
            Act::PageUp => page(&mut self.scroll, Code::PageUp),
            Act::PageDown => page(&mut self.scroll, Code::PageDown),
            Act::Left => self.column = self.column.saturating_sub(1),
            Act::Right => self.column = self.column.saturating_add(1),
            Act::File => self.show(1),
            Act::FileBack => self.show(-1),
            Act::Edition => self.turn(Setting::Edition, desk),
            Act::Languages => self.turn(Setting::Languages, desk),
            Act::Mark => self.turn(Setting::Mark, desk),
            Act::Folder => self.turn(Setting::Folder, desk),
            Act::Turn => {
                if let Some(setting) = Setting::all().nth(self.list.selected()) {
                    self.turn(setting, desk);
                }
            }
            Act::Write => self.write(desk),
        }
    }

    /// While an export goes on beside the screen, it is looked at each second.
    fn wakes(&self, _view: &View<'_>) -> Wake {
        let told = self.work.as_ref().is_none_or(|work| !work.runs());
        if told { Wake::Never } else { Wake::Second }
    }
}
