//! A desk without a terminal: keys in, the text of the screen out. Each has sessions and a clock of its own.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use talkoot::input::Key;
use talkoot::journal::disk::Disk;
use talkoot::journal::pack::read_pack;
use talkoot::session::{Session, silent};
use talkoot::theme::{ColourDepth, Palette};
use talkoot::tui::app::App;
use talkoot::workshop::Workshop;
use talkoot::workshop::command::Request;
use talkoot::workshop::text::Lang;
use talkoot::world::{Clock, World};

/// A program that runs nowhere but here.
pub(crate) struct Stage {
    /// The program.
    pub(crate) app: App,
    terminal: Terminal<TestBackend>,
    // Gone with the stage, and so are its files.
    _folder: tempfile::TempDir,
}

impl Stage {
    /// The bundled session at a time (`2017-11-29T08:47:00Z`).
    pub(crate) fn helsinki(lang: Lang, at: &str) -> Self {
        Self::begin(lang, at, |world| {
            let pack = talkoot::bundled::named("helsinki-2017").unwrap().pack;
            let (header, lines) = read_pack(pack).unwrap();
            Session::begin(world, header.slug, header.sid, lines, "desk", silent())
        })
    }

    /// A session in which nothing has happened.
    pub(crate) fn empty(lang: Lang) -> Self {
        Self::begin(lang, "2017-11-29T08:47:00Z", |world| {
            let sid = "k7q2m9x4ac".parse().unwrap();
            Session::begin(world, "empty".parse().unwrap(), sid, Default::default(), "desk", silent())
        })
    }

    fn begin(lang: Lang, at: &str, session: impl FnOnce(&World) -> Session) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let world = World {
            clock: Clock::Stands(at.parse().unwrap()),
            seed: Some(7),
            device: Some("d-desk".into()),
            lang,
            sessions: folder.path().join("sessions"),
            state: folder.path().join("state"),
            timezone: "Europe/Helsinki".into(),
            storage: Disk::shared(),
        };
        let session = session(&world);
        let app = App::desk(world, Some(session), Palette::Terminal, ColourDepth::Mono);
        let mut stage =
            Self { app, terminal: Terminal::new(TestBackend::new(120, 36)).unwrap(), _folder: folder };
        stage.draw();
        stage
    }

    /// On a terminal of this size.
    pub(crate) fn size(&mut self, width: u16, height: u16) -> &mut Self {
        self.terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        self.draw();
        self
    }

    /// Presses keys by name, with blanks between: `2 space down ctrl-p`.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.app.key(key.parse::<Key>().unwrap_or_else(|_| panic!("{key:?} is no key")));
            self.draw();
        }
        self
    }

    /// Types a text, letter by letter.
    pub(crate) fn typed(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            self.app.key(Key::char(letter));
            self.draw();
        }
        self
    }

    /// Pastes a text.
    pub(crate) fn pasted(&mut self, text: &str) -> &mut Self {
        self.app.paste(text);
        self.draw();
        self
    }

    /// Waits until what goes on beside the screens has come to its end.
    pub(crate) fn wait(&mut self) -> &mut Self {
        while self.app.is_at_work() {
            std::thread::yield_now();
            self.app.pass();
        }
        self.draw();
        self
    }

    /// Carries out a command as if it came from another part of the program.
    pub(crate) fn command(&mut self, json: &str) -> &mut Self {
        let request = Request::read(json).unwrap_or_else(|refusal| panic!("{json}: {refusal}"));
        let done = self.app.session.as_mut().unwrap().execute(&request);
        done.unwrap_or_else(|fault| panic!("{json}: {fault}"));
        self.draw();
        self
    }

    /// The workshop as it is.
    pub(crate) fn workshop(&self) -> &Workshop {
        &self.app.session.as_ref().unwrap().workshop
    }

    fn draw(&mut self) {
        let app = &mut self.app;
        self.terminal.draw(|frame| app.draw(frame)).unwrap();
    }

    /// The text on the screen, without blanks at the ends of its lines.
    pub(crate) fn screen(&mut self) -> String {
        // Whether the writer's thread has come to it yet is not for a test to see.
        if let Some(session) = &mut self.app.session {
            session.flush().unwrap();
        }
        self.seen()
    }

    /// The same as it is now, whether all is saved or not.
    pub(crate) fn seen(&mut self) -> String {
        self.draw();
        let buffer = self.terminal.backend().buffer();
        let width = usize::from(buffer.area.width);
        let rows = buffer.content.chunks(width).map(|row| {
            let mut text = String::new();
            let mut covered = 0;
            for cell in row {
                // What lies under the second half of a wide letter is not shown.
                if covered > 0 {
                    covered -= 1;
                    continue;
                }
                covered = talkoot::wrap::columns(cell.symbol()).saturating_sub(1);
                text.push_str(cell.symbol());
            }
            text.trim_end().to_owned()
        });
        rows.collect::<Vec<_>>().join("\n") + "\n"
    }
}
