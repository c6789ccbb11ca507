//! A stage for tests of screens: a session in a folder of its own, keys in, text of the screen out.
#![allow(dead_code)]

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use talkoot::app::App;
use talkoot::bundled;
use talkoot::input::Key;
use talkoot::journal::disk::Disk;
use talkoot::journal::pack::read_pack;
use talkoot::session::{Session, silent};
use talkoot::theme::{ColourDepth, Palette};
use talkoot::workshop::command::Request;
use talkoot::workshop::text::Lang;
use talkoot::world::{Clock, World};

/// The program on a terminal that is not there.
pub struct Stage {
    /// The program.
    pub app: App,
    size: (u16, u16),
    _folder: tempfile::TempDir,
}

impl Stage {
    /// The bundled session at a moment.
    pub fn helsinki(lang: Lang, at: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let world = world(&folder, lang, at);
        let pack = bundled::named("helsinki-2017").unwrap().pack;
        let (header, lines) = read_pack(pack).unwrap();
        let session = Session::begin(&world, header.slug, header.sid, lines, "desk", silent());
        Self::of(folder, world, session)
    }

    /// A session with nothing in it.
    pub fn empty(lang: Lang) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let world = world(&folder, lang, "2017-11-29T08:47:00Z");
        let (slug, sid) = ("empty".parse().unwrap(), "k7q2m9x4ab".parse().unwrap());
        let session = Session::begin(&world, slug, sid, Default::default(), "desk", silent());
        Self::of(folder, world, session)
    }

    fn of(folder: tempfile::TempDir, world: World, session: Session) -> Self {
        let app = App::desk(world, Some(session), Palette::Terminal, ColourDepth::Mono);
        Self { app, size: (120, 36), _folder: folder }
    }

    /// On a terminal of so many columns and rows.
    pub fn size(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self
    }

    /// Presses keys, named as in the key tables, between blanks.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.screen();
            self.app.key(key.parse::<Key>().unwrap_or_else(|_| panic!("{key:?} is no key")));
        }
        self
    }

    /// Types a text.
    pub fn typed(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.app.key(Key::char(c));
        }
        self
    }

    /// Does what a line of JSON says.
    pub fn told(&mut self, command: &str) -> &mut Self {
        let request = Request::read(command).unwrap_or_else(|refusal| panic!("{command}: {refusal}"));
        let session = self.app.session.as_mut().unwrap();
        session.execute(&request).unwrap_or_else(|fault| panic!("{command}: {fault}"));
        self
    }

    /// The text of the screen.
    pub fn screen(&mut self) -> String {
        let mut terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1)).unwrap();
        terminal.draw(|frame| self.app.draw(frame)).unwrap();
        let buffer = terminal.backend().buffer();
        let row = |y: u16| {
            let cells = (0..self.size.0).map(|x| buffer[(x, y)].symbol());
            cells.collect::<String>().trim_end().to_owned()
        };
        (0..self.size.1).map(row).collect::<Vec<_>>().join("\n")
    }
}

fn world(folder: &tempfile::TempDir, lang: Lang, at: &str) -> World {
    World {
        clock: Clock::Stands(at.parse().unwrap()),
        seed: Some(2017),
        device: Some("d-stage".into()),
        lang,
        sessions: folder.path().join("sessions"),
        state: folder.path().join("state"),
        timezone: "Europe/Helsinki".into(),
        storage: Disk::shared(),
    }
}
