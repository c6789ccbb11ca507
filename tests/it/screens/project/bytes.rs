//! What a countdown costs the line to the projector, counted in bytes and not in time.

use std::cell::Cell;
use std::io::{self, Write};
use std::rc::Rc;

use jiff::Timestamp;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use talkoot::language::Messages;
use talkoot::theme::{ColourDepth, Palette, Theme};
use talkoot::tui::ctx::{Screen, View};
use talkoot::tui::screens::project::Project;
use talkoot::workshop::text::Lang;

use crate::stage::Stage;

/// What a second may cost at most.
const MOST: usize = 4096;

/// Counts what is written.
#[derive(Clone, Default)]
struct Count(Rc<Cell<usize>>);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.set(self.0.get() + bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A wall on which time is handed in; what is drawn is counted.
struct Line {
    stage: Stage,
    screen: Project,
    theme: Theme,
    messages: Messages,
    terminal: Terminal<CrosstermBackend<Count>>,
    count: Count,
}

impl Line {
    fn new(minutes: u32, (width, height): (u16, u16)) -> Self {
        let mut stage = Stage::helsinki(Lang::En, super::AT);
        stage.command(&format!(
            r#"{{"do":"item.add","id":"long","day":2,"title":{{"en":"A long item","ru":"Длинный пункт"}},"minutes":{minutes},"instruction":{{"en":"Find your room","ru":"Найдите свою комнату"}}}}"#
        ));
        stage.command(&format!(r#"{{"do":"item.start","item":"long","at":"{}"}}"#, super::AT));
        stage.command(r#"{"do":"stage.show","view":"now"}"#);
        let count = Count::default();
        let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
        let terminal =
            Terminal::with_options(CrosstermBackend::new(count.clone()), TerminalOptions { viewport })
                .unwrap();
        Self {
            stage,
            screen: Project::new(false),
            theme: Theme::new(Palette::Projector, ColourDepth::True),
            messages: Messages::new(Lang::En),
            terminal,
            count,
        }
    }

    /// The bytes of the step to so many seconds after the start.
    fn at(&mut self, second: i64) -> usize {
        let start: Timestamp = super::AT.parse().unwrap();
        let view = View {
            workshop: self.stage.workshop(),
            messages: &self.messages,
            theme: &self.theme,
            now: Timestamp::from_second(start.as_second() + second).unwrap(),
            session: None,
            world: &self.stage.app.world,
        };
        self.screen.refresh(&view);
        self.count.0.set(0);
        let screen = &mut self.screen;
        self.terminal.draw(|frame| screen.draw(frame, frame.area(), &view)).unwrap();
        self.count.0.get()
    }

    /// The cost of one second, whatever was shown before.
    fn second(&mut self, second: i64) -> usize {
        self.at(second - 1);
        self.at(second)
    }
}

#[test]
fn no_second_of_a_countdown_costs_more_than_the_line_bears() {
    const MINUTES: u32 = 99;
    let length = i64::from(MINUTES) * 60;
    for size in [(80, 24), (120, 36), (200, 60), (300, 80)] {
        let mut line = Line::new(MINUTES, size);
        // Every minute's change from the first to the ninth above the time, every second of one minute; the borders of the states
        // are whole minutes and seconds among them.
        let minutes = (1..=i64::from(MINUTES) + 9).map(|minute| minute * 60 + 1);
        let crossings = [length * 4 / 5, length * 19 / 20, length, length + 1];
        let seconds: Vec<i64> = minutes.chain(2..62).chain(crossings).collect();
        let costs: Vec<(usize, i64)> = seconds.iter().map(|second| (line.second(*second), *second)).collect();
        let (worst, at) = costs.iter().max().unwrap();
        println!(
            "{size:?}: {worst} at {at} s, and {} when it is ten minutes over",
            line.second(length + 600)
        );
        assert!(*worst <= MOST, "{size:?}: {worst} bytes at {at} s");
    }
}
