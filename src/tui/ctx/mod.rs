//! What screens see when they draw, and what they can do when they act.

pub(crate) mod layer;
pub(crate) mod screen;

pub(crate) use layer::{After, Layer, pressed};
pub use screen::{Screen, Wake};

use jiff::Timestamp;
use ratatui::style::Style;

use crate::fault::Fault;
use crate::input::Context;
use crate::language::{Arg, Messages};
use crate::session::{Done, Session};
use crate::theme::{Role, Theme};
use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::id::EventId;
use crate::workshop::refusal::Refusal;
use crate::workshop::text::Lang;
use crate::wrap;

/// The columns that the first words of an idea have in a sentence.
const WORDS: usize = 30;

/// What a screen sees.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The workshop.
    pub workshop: &'a Workshop,
    /// The messages.
    pub messages: &'a Messages,
    /// The colours.
    pub theme: &'a Theme,
    /// The meeting's clock.
    pub now: Timestamp,
    /// The session, for those who tell where it lies.
    pub session: Option<&'a Session>,
    /// The world outside, for Home, which looks what sessions there are.
    pub world: &'a crate::world::World,
}

impl View<'_> {
    /// The language of the interface.
    pub(crate) fn lang(&self) -> Lang {
        self.messages.lang()
    }

    /// The style of a role.
    pub(crate) fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// The last day that the agenda has.
    pub(crate) fn last_day(&self) -> u32 {
        self.workshop.items.iter().map(crate::workshop::agenda::Item::day).max().unwrap_or(1)
    }

    /// A message.
    pub(crate) fn say(&self, id: &str) -> String {
        self.messages.say(id)
    }

    /// A message about something.
    pub(crate) fn with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.messages.with(id, args)
    }
}

/// Something said in the hint line until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notice {
    pub sentence: String,
    pub hint: String,
    /// Whether something went wrong.
    pub trouble: bool,
}

/// What a screen wants of the program.
pub(crate) enum Effect {
    /// Put a layer on top.
    Push(Box<dyn Layer>),
    /// Say something.
    Say(Notice),
    /// Go to another screen.
    Go(Context),
    /// Open a session in place of this one: what would be given on the command line.
    Open(String),
    /// Put a text on the clipboard.
    Copy(String),
}

/// The title of an item, a round or a room that goes by this id: on the screen nobody sees their ids.
fn title(workshop: &Workshop, id: &str, lang: Lang) -> Option<String> {
    let item = workshop.items.find(id).ok().and_then(|key| workshop.items.get(key));
    let round = || workshop.rounds.find(id).ok().and_then(|key| workshop.rounds.get(key));
    let room = || workshop.rounds.iter().find_map(|round| round.room(id));
    item.map(|item| item.title.in_(lang).to_owned())
        .or_else(|| Some(round()?.title.in_(lang).to_owned()))
        .or_else(|| Some(room()?.title.in_(lang).to_owned()))
}

/// What a screen can do.
pub struct Desk<'a> {
    /// The session, if one is open.
    pub session: Option<&'a mut Session>,
    /// The messages.
    pub messages: &'a Messages,
    /// The world outside.
    pub world: &'a crate::world::World,
    /// What is wanted of the program, in order.
    pub(crate) effects: Vec<Effect>,
}

impl Desk<'_> {
    /// The workshop, if a session is open.
    pub(crate) fn workshop(&self) -> Option<&Workshop> {
        self.session.as_deref().map(|session| &session.workshop)
    }

    /// The meeting's clock.
    pub(crate) fn now(&self) -> Timestamp {
        self.session.as_deref().map_or_else(|| self.world.now(), Session::now)
    }

    /// Carries out a command. What is refused is said, and nothing has happened then.
    pub(crate) fn perform(&mut self, request: impl Into<Request>) -> Option<Done> {
        let session = self.session.as_deref_mut()?;
        match session.execute(&request.into()) {
            Ok(done) => Some(done),
            Err(fault) => {
                self.complain(&fault);
                None
            }
        }
    }

    /// Carries out commands as one piece of work. Returns whether all were.
    pub(crate) fn perform_all(&mut self, requests: &[Request]) -> bool {
        let Some(session) = self.session.as_deref_mut() else { return false };
        match session.execute_all(requests) {
            Ok(()) => true,
            Err((_, fault)) => {
                self.complain(&fault);
                false
            }
        }
    }

    /// The workshop as it would be after these commands; what would be refused is said.
    pub(crate) fn foresee(&mut self, requests: &[Request]) -> Option<Workshop> {
        match self.session.as_deref()?.foresee(requests) {
            Ok(ahead) => Some(ahead),
            Err(refusal) => {
                self.complain(&Fault::from(refusal));
                None
            }
        }
    }

    /// Says why something was not done.
    pub(crate) fn complain(&mut self, fault: &Fault) {
        let (sentence, hint) = self.messages.refusal(&self.in_words(&fault.refusal));
        self.effects.push(Effect::Say(Notice { sentence, hint, trouble: true }));
    }

    /// A refusal as somebody at the desk understands it: an idea goes by its first words, an item, a round or a room by its title.
    fn in_words(&self, refusal: &Refusal) -> Refusal {
        let mut refusal = refusal.clone();
        let Some(workshop) = self.workshop() else { return refusal };
        for (_, value) in &mut refusal.args {
            let idea = value.parse::<EventId>().ok().and_then(|key| workshop.ideas.any(key));
            let lang = self.messages.lang();
            let words = idea.map(|idea| idea.text.in_(lang).to_owned());
            let words = words.or_else(|| title(workshop, value, lang)).filter(|words| !words.is_empty());
            if let Some(words) = words {
                *value = wrap::cut_with_ellipsis(&words, WORDS).into_owned().into();
            }
        }
        refusal
    }

    /// Says something.
    pub(crate) fn say(&mut self, id: &str, args: &[(&str, Arg<'_>)]) {
        let sentence = self.messages.with(id, args);
        let hint = self.messages.hint(id, args).unwrap_or_default();
        self.effects.push(Effect::Say(Notice { sentence, hint, trouble: false }));
    }

    /// Puts a layer on top.
    pub(crate) fn push(&mut self, layer: impl Layer + 'static) {
        self.effects.push(Effect::Push(Box::new(layer)));
    }

    /// Goes to another screen.
    pub(crate) fn go(&mut self, context: Context) {
        self.effects.push(Effect::Go(context));
    }
}
