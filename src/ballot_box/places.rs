//! Where the private key of a vote lies while it is open.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::phrase;
use super::seal::{Secret, hex_of, tag, unhex};

/// The folder in a session that holds wrapped keys.
const KEYS: &str = "keys";
/// The longest file read here.
const MOST_BYTES: u64 = 64 * 1024;

/// The places that belong to one vote.
#[derive(Debug, Clone)]
pub(crate) struct Places {
    /// The state directory of this laptop for ballots.
    state: PathBuf,
    /// The session's folder.
    session: PathBuf,
    /// The vote: the id of the event that prepared it.
    vote: String,
}

impl Places {
    /// The places of a vote of the session in `session`; `state` is this laptop's folder for the ballots of that session.
    pub(crate) fn new(state: PathBuf, session: &Path, vote: String) -> Self {
        Self { state, session: session.to_owned(), vote }
    }

    /// Where this laptop remembers what was entered on it.
    pub(super) fn memory(&self) -> PathBuf {
        self.state.join(format!("{}.json", self.vote))
    }

    /// The folder of this laptop.
    pub(super) fn state(&self) -> &Path {
        &self.state
    }

    fn own(&self, public: &str) -> PathBuf {
        self.state.join(format!("{}-{}.key", self.vote, tag(public)))
    }

    /// Keeps a private key in both places, wrapped by the phrase in the session's folder. It is on the disk before this returns.
    ///
    /// # Errors
    /// The system's, if the key would be in neither place; nothing is left behind then.
    pub(crate) fn keep(&self, secret: &Secret, wrapped: &str) -> io::Result<()> {
        let own = make_private_folder(&self.state)
            .and_then(|()| write_new(&self.own(&secret.public()), &(hex_of(&secret.to_bytes()) + "\n")));
        let shared = make_folder(&self.session.join(KEYS)).and_then(|()| {
            let mut result = write_new(&self.wrapped(None), &format!("{wrapped}\n"));
            // Another laptop opened the vote apart, and its key lies here already.
            if matches!(&result, Err(error) if error.kind() == io::ErrorKind::AlreadyExists) {
                result = write_new(&self.wrapped(Some(tag(&secret.public()))), &format!("{wrapped}\n"));
            }
            result
        });
        match (own, shared) {
            (Err(_), Err(error)) => Err(error),
            _ => Ok(()),
        }
    }

    /// Puts a private key, wrapped by another phrase, in the place of the one wrapped before. Where two laptops opened the vote apart
    /// the other's key stays.
    ///
    /// # Errors
    /// The system's.
    pub(crate) fn wrap_again(&self, secret: &Secret, wrapped: &str, opened_twice: bool) -> io::Result<()> {
        let public = secret.public();
        let tagged = self.wrapped(Some(tag(&public)));
        let path = if opened_twice && tagged.exists() { tagged } else { self.wrapped(None) };
        put(&path, &self.session.join(KEYS), &format!("{wrapped}\n"))
    }

    fn wrapped(&self, tag: Option<&str>) -> PathBuf {
        let name = tag.map_or_else(|| self.vote.clone(), |tag| format!("{}-{tag}", self.vote));
        self.session.join(KEYS).join(name)
    }

    /// The private keys of this vote that this laptop has, and those that the phrase opens.
    pub(crate) fn secrets(&self, phrase: Option<&str>) -> Vec<Secret> {
        let mut found: Vec<Secret> = files(&self.state, &format!("{}-", self.vote))
            .filter_map(|path| read(&path).ok())
            .filter_map(|text| Some(Secret::from_bytes(unhex(text.trim())?)))
            .collect();
        if let Some(phrase) = phrase {
            let texts = self.wrapped_files().filter_map(|path| read(&path).ok());
            found.extend(texts.filter_map(|text| phrase::unwrap(&text, phrase)));
        }
        found
    }

    /// Whether anything of this vote lies here.
    pub(crate) fn has_any(&self) -> bool {
        self.memory().exists()
            || self.wrapped_files().next().is_some()
            || files(&self.state, &format!("{}-", self.vote)).next().is_some()
    }

    /// Keeps other programs on this laptop from changing what is remembered, until the answer is dropped. Where the system has no
    /// such thing, nothing is kept.
    pub(crate) fn hold(&self) -> Option<File> {
        make_private_folder(&self.state).ok()?;
        let file = File::create(self.state.join("lock")).ok()?;
        file.lock().ok()?;
        Some(file)
    }

    fn wrapped_files(&self) -> impl Iterator<Item = PathBuf> + use<> {
        let vote = self.vote.clone();
        files(&self.session.join(KEYS), &self.vote).filter(move |path| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name == vote || name.strip_prefix(&vote).is_some_and(|rest| rest.starts_with('-'))
        })
    }

    /// Deletes the keys in both places and what this laptop remembers. What is not there any more is no trouble.
    ///
    /// # Errors
    /// The system's, once all has been tried.
    pub(crate) fn forget(&self) -> io::Result<()> {
        let mut result = Ok(());
        let own: Vec<PathBuf> =
            files(&self.state, &format!("{}-", self.vote)).chain([self.memory()]).collect();
        for path in own.into_iter().chain(self.wrapped_files().collect::<Vec<_>>()) {
            match fs::remove_file(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => result = Err(error),
                _ => {}
            }
        }
        // Only an empty folder goes.
        let _ = fs::remove_dir(self.session.join(KEYS));
        result
    }

    /// Deletes what this laptop remembers of a vote that is closed: the order of entry, and who was marked.
    pub(crate) fn forget_memory(&self) {
        let _ = fs::remove_file(self.memory());
    }
}

/// The files in a folder whose names begin so, in order of their names.
fn files(folder: &Path, begins: &str) -> impl Iterator<Item = PathBuf> + use<> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries
        .filter(|entry| entry.file_name().to_str().is_some_and(|name| name.starts_with(begins)))
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()))
        .map(|entry| entry.path())
        .collect();
    found.sort();
    found.into_iter()
}

fn read(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(MOST_BYTES).read_to_string(&mut text)?;
    Ok(text)
}

/// A link is not followed: what lies behind it need not be the session's.
fn make_folder(path: &Path) -> io::Result<()> {
    match fs::create_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            if fs::symlink_metadata(path)?.is_dir() {
                Ok(())
            } else {
                Err(io::ErrorKind::NotADirectory.into())
            }
        }
        other => other,
    }
}

pub(super) fn make_private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Writes a file that only its owner can read and that must not be there yet; it is on the disk when this returns.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written?;
    sync_folder(path)
}

#[cfg(unix)]
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent().map(File::open) {
        // Some network file systems know no sync of a directory.
        Some(Ok(folder)) => match folder.sync_all() {
            Err(error) if error.kind() != io::ErrorKind::InvalidInput => Err(error),
            _ => Ok(()),
        },
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
pub(super) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Puts the text of a private file in the place of what stood there.
pub(super) fn put(path: &Path, folder: &Path, text: &str) -> io::Result<()> {
    make_private_folder(folder)?;
    // A temporary file is private by default.
    let mut file = tempfile::Builder::new().prefix(".ballots-").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map(drop).map_err(|error| error.error)
}

#[cfg(test)]
mod tests {
    use super::super::seal::generate;
    use super::*;

    #[test]
    fn the_key_lies_in_both_places_and_is_gone_from_both() {
        let folder = tempfile::tempdir().unwrap();
        let (state, session) = (folder.path().join("state/ballots"), folder.path().join("session"));
        fs::create_dir(&session).unwrap();
        let places = Places::new(state.clone(), &session, "7e772f44d7bf6548.10".into());
        let other = Places::new(state, &session, "7e772f44d7bf6548.1".into());
        let (secret, words) = (generate(), phrase::phrase().unwrap());
        places.keep(&secret, &phrase::wrap(&secret, &words).unwrap()).unwrap();
        assert_eq!(places.secrets(None).len(), 1);
        assert_eq!(places.secrets(Some(&words)).len(), 2);
        assert!(other.secrets(Some(&words)).is_empty(), "another vote whose id begins alike");
        // The laptop that opened the vote is dead: the phrase and the folder are enough.
        let elsewhere = Places::new(folder.path().join("other"), &session, "7e772f44d7bf6548.10".into());
        assert!(elsewhere.secrets(None).is_empty() && elsewhere.wrapped_files().next().is_some());
        assert_eq!(elsewhere.secrets(Some(&words))[0].to_bytes(), secret.to_bytes());
        // Opened on a second laptop apart: both keys stay.
        let second = generate();
        elsewhere.keep(&second, &phrase::wrap(&second, &words).unwrap()).unwrap();
        assert_eq!(elsewhere.secrets(Some(&words)).len(), 3);
        other.forget().unwrap();
        assert_eq!(places.secrets(None).len(), 1);
        places.forget().unwrap();
        assert!(places.secrets(Some(&words)).is_empty() && places.wrapped_files().next().is_none());
        assert!(!session.join(KEYS).exists());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_on_the_laptop_can_read_the_key() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("ballots");
        let places = Places::new(state.clone(), folder.path(), "v.1".into());
        let secret = generate();
        places.keep(&secret, "wrapped").unwrap();
        let mode = |path: PathBuf| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(places.own(&secret.public())), 0o600);
        assert_eq!(mode(state), 0o700);
    }
}
