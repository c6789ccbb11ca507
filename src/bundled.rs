//! Sessions that travel inside the program.

/// A bundled session.
#[derive(Debug)]
pub struct Bundled {
    /// Its name.
    pub name: &'static str,
    /// The session as a pack.
    pub pack: &'static [u8],
}

static ALL: [Bundled; 1] =
    [Bundled { name: "helsinki-2017", pack: include_bytes!("../sessions/helsinki-2017.session.jsonl") }];

pub(crate) fn all() -> &'static [Bundled] {
    &ALL
}

/// The one with this name.
pub fn named(name: &str) -> Option<&'static Bundled> {
    ALL.iter().find(|bundled| bundled.name == name)
}
