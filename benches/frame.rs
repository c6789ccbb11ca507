//! What a frame costs: the screens drawn into a buffer of 200 × 60, with few ideas and with many.
#![allow(clippy::unwrap_used, reason = "a bench fails loudly")]

mod world;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use talkoot::input::Key;
use talkoot::journal::collect::Lines;
use talkoot::session::{Session, silent};
use talkoot::theme::{ColourDepth, Palette};
use talkoot::tui::app::App;
use talkoot::workshop::event::{Event, EventKind, Frame};
use talkoot::workshop::id::{EventId, RunId};
use talkoot::workshop::ideas::events::{IdeaEvent, IdeaSet};
use talkoot::workshop::stamp::Stamp;
use talkoot::workshop::text::Text;

use world::world;

fn main() {
    divan::main();
}

/// The desk on Ideas with so many of them.
fn desk(ideas: u64) -> (App, Terminal<TestBackend>) {
    let at = std::env::temp_dir().join("talkoot-bench");
    let world = world(&at);
    let (slug, sid) = ("bench".parse().unwrap(), "k7q2m9x4ab".parse().unwrap());
    let mut session = Session::begin(&world, slug, sid, Lines::new(), "desk", silent());
    for n in 0..ideas {
        let set = IdeaSet {
            text: Some(Text::plain(&format!("idea {n}: a shared fund for small pilots in the region"))),
            room: Some(if n % 2 == 0 { "room-a" } else { "room-b" }.into()),
            tags: Some(vec!["financing".into()]),
            ..IdeaSet::default()
        };
        session.workshop.apply(Event {
            id: EventId::new(RunId(1), n),
            stamp: Stamp::at(1_511_850_000_000 + i64::try_from(n).unwrap()),
            who: "room-a".into(),
            device: "d-bench".into(),
            frame: Frame { at: "2017-11-28T07:00:00Z".parse().unwrap(), ..Frame::default() },
            kind: EventKind::Idea(IdeaEvent::Added(set)),
        });
    }
    let mut app = App::desk(world, Some(session), Palette::Dark, ColourDepth::True);
    app.key("4".parse::<Key>().unwrap());
    let mut terminal = Terminal::new(TestBackend::new(200, 60)).unwrap();
    terminal.draw(|frame| app.draw(frame)).unwrap();
    (app, terminal)
}

#[divan::bench(args = [500, 5_000, 50_000])]
fn ideas(bencher: divan::Bencher<'_, '_>, ideas: u64) {
    let (mut app, mut terminal) = desk(ideas);
    let down: Key = "down".parse().unwrap();
    bencher.bench_local(|| {
        app.key(down);
        terminal.draw(|frame| app.draw(frame)).unwrap();
    });
}
