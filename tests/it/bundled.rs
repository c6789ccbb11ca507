//! The bundled session is what its commands make of it. `TALKOOT_BLESS=1 cargo test --test it bundled::` makes the pack again.

use std::path::Path;

use talkoot::journal::collect::collect;
use talkoot::journal::disk::Disk;
use talkoot::journal::pack::{pack, read_pack};
use talkoot::report::json::{Json, What};
use talkoot::session::{Session, silent};
use talkoot::workshop::Workshop;
use talkoot::workshop::command::Request;
use talkoot::workshop::text::Lang;
use talkoot::world::{Clock, World};

fn made(folder: &Path) -> Session {
    let world = World {
        clock: Clock::Stands("2017-11-01T08:00:00Z".parse().unwrap()),
        seed: Some(2017),
        device: Some("d-talkoot".into()),
        lang: Lang::En,
        sessions: folder.join("sessions"),
        state: folder.join("state"),
        timezone: "Europe/Helsinki".into(),
        storage: Disk::shared(),
    };
    let slug = "helsinki-2017".parse().unwrap();
    let mut session = Session::begin(
        &world,
        slug,
        "k7q2m9x4ab".parse().unwrap(),
        Default::default(),
        "organiser",
        silent(),
    );
    let commands = std::fs::read_to_string("sessions/helsinki-2017.commands.jsonl").unwrap();
    for (line, command) in commands.lines().enumerate() {
        let request = Request::read(command).unwrap_or_else(|refusal| panic!("line {}: {refusal}", line + 1));
        session.execute_base(&request).unwrap_or_else(|fault| panic!("line {}: {fault}", line + 1));
    }
    session.flush().unwrap();
    session
}

fn told(workshop: &Workshop) -> String {
    String::from_utf8(Json::of(&What::All.model(workshop), What::All).bytes()).unwrap()
}

#[test]
fn the_bundled_session_is_made_of_its_commands() {
    let folder = tempfile::tempdir().unwrap();
    let session = made(folder.path());
    let bytes = pack(&collect(&session.world().storage, session.folder()).unwrap()).unwrap();
    let path = Path::new("sessions/helsinki-2017.session.jsonl");
    if std::env::var_os("TALKOOT_BLESS").is_some() {
        std::fs::write(path, &bytes).unwrap();
    }
    let (header, lines) = read_pack(std::fs::read(path).unwrap()).unwrap();
    let bundled = Session::begin(session.world(), header.slug, header.sid, lines, "desk", silent());
    assert_eq!(told(&bundled.workshop), told(&session.workshop));
    assert_eq!(bundled.workshop.people.len(), 42);
    assert_eq!(bundled.workshop.proposals.len(), 11);
}
