//! Home: what it remembers and how it acts.

pub(crate) mod draw;
pub(crate) mod model;

use std::collections::HashMap;
use std::path::PathBuf;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::fault::Fault;
use crate::input::keys::home::Home as Act;
use crate::input::{Action, Context};
use crate::session::{Session, silent};
use crate::sessions::{create, place};
use crate::tui::ctx::{Desk, Effect, Notice, Screen, View};
use crate::tui::layers::{Ask, Form};
use crate::tui::widgets::list::List;
use crate::workshop::refusal::Refusal;
use model::{About, Found};

#[derive(Debug, Default)]
pub(crate) struct Home {
    pub list: List,
    /// What is there.
    pub found: Vec<Found>,
    /// Why the directory could not be read.
    pub fault: Option<Refusal>,
    /// What sessions say of themselves, by folder.
    pub about: HashMap<PathBuf, About>,
    stale: bool,
}

impl Screen for Home {
    fn context(&self) -> Context {
        Context::Home
    }

    fn refresh(&mut self, view: &View<'_>) {
        (self.found, self.fault) = model::look(view.world);
        self.about.clear();
        self.list.keep_within(self.found.len());
        self.stale = false;
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        if self.stale {
            self.refresh(view);
        }
        draw::draw(self, frame, area, view);
    }

    fn act(&mut self, action: Action, desk: &mut Desk<'_>) {
        let Action::Home(action) = action else { return };
        match action {
            Act::Up => self.list.step(-1, self.found.len()),
            Act::Down => self.list.step(1, self.found.len()),
            Act::Open => self.open(desk),
            Act::New => self.new_session(desk),
            Act::Import => import(desk),
            Act::Again => self.stale = true,
        }
    }
}

impl Home {
    fn open(&self, desk: &mut Desk<'_>) {
        let given = match self.found.get(self.list.selected()) {
            None => return,
            Some(Found::Session(identity)) => {
                if desk.session.as_deref().is_some_and(|session| session.sid() == identity.sid) {
                    return desk.go(Context::Run);
                }
                identity.folder.display().to_string()
            }
            Some(Found::Bundled(name)) => (*name).to_owned(),
            Some(Found::Pack(path)) => path.display().to_string(),
            Some(Found::Broken(_, refusal)) => {
                let (sentence, hint) = desk.messages.refusal(refusal);
                return desk.effects.push(Effect::Say(Notice { sentence, hint, trouble: true }));
            }
        };
        desk.effects.push(Effect::Open(given));
    }

    /// Asks for a name and for what to start from.
    fn new_session(&self, desk: &mut Desk<'_>) {
        let mut choices = vec![(String::new(), desk.messages.say("home-from-nothing"))];
        for bundled in crate::bundled::all() {
            let args = [("name", bundled.name.into())];
            choices.push((bundled.name.to_owned(), desk.messages.with("home-from-bundled", &args)));
        }
        for found in &self.found {
            if let Found::Session(identity) = found {
                let args = [("name", identity.slug.as_str().into())];
                let folder = identity.folder.display().to_string();
                choices.push((folder, desk.messages.with("home-from-own", &args)));
            }
        }
        let asks = vec![
            Ask::line(desk.messages.say("home-ask-name"), "").such_as(desk.messages.say("home-such-as-name")),
            Ask::one(desk.messages.say("home-ask-from"), choices, ""),
        ];
        let title = desk.messages.say("home-new");
        desk.push(Form::new("home-new", title, asks, |values, desk| {
            let name = values.first().map(String::as_str).unwrap_or_default();
            let from = values.get(1).map(String::as_str).unwrap_or_default();
            match make(name, from, desk) {
                Ok(folder) => {
                    // Opened like any other, so that what the disk says of it is heard.
                    desk.effects.push(Effect::Open(folder));
                    true
                }
                Err(fault) => {
                    desk.complain(&fault);
                    false
                }
            }
        }));
    }
}

/// Makes a session and says where.
fn make(name: &str, from: &str, desk: &Desk<'_>) -> Result<String, Fault> {
    let world = desk.world;
    let mut session: Session = if from.is_empty() {
        create::empty(world, name, silent())?
    } else if let Some(bundled) = crate::bundled::named(from) {
        let source = place::open_to_read(world, place::Place::Bundled(bundled), "desk", silent())?;
        create::copy(world, name, &source, silent())?
    } else {
        let source = place::open_to_read(world, place::resolve(world, from)?, "desk", silent())?;
        create::go_on(world, name, &source, silent())?
    };
    session.flush()?;
    // Made again by whoever appends next.
    let _ = crate::sessions::derive(&mut session);
    Ok(session.folder().display().to_string())
}

/// Asks for the path of a pack or a folder that lies elsewhere.
fn import(desk: &mut Desk<'_>) {
    let ask =
        Ask::line(desk.messages.say("home-ask-path"), "").such_as(desk.messages.say("home-such-as-path"));
    let title = desk.messages.say("home-import");
    desk.push(Form::new("home-import", title, vec![ask], |values, desk| {
        let path = values.first().map(|path| path.trim()).unwrap_or_default().to_owned();
        // Looked at before the form closes, so that what was typed stays with what is wrong with it.
        match place::resolve(desk.world, &path) {
            Ok(_) => {
                desk.effects.push(Effect::Open(path));
                true
            }
            Err(fault) => {
                desk.complain(&fault);
                false
            }
        }
    }));
}
