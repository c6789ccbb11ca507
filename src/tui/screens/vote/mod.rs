//! Vote: what it remembers and how it acts.

pub(crate) mod alike;
pub(crate) mod ballot;
pub(crate) mod closing;
pub(crate) mod draw;
mod forms;
mod hands;
pub(crate) mod marks;
pub(crate) mod model;
mod opening;
pub(crate) mod pass;
mod print;
mod rules;
mod scales;
pub(crate) mod second;
mod secret;
mod stages;
mod together;
mod versions;
mod voters;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::shared::{conflicts, stage};
use crate::input::field::Field;
use crate::input::keys::rows;
use crate::input::keys::vote::Vote as Act;
use crate::input::layout::{Focus, readings};
use crate::input::{Action, Code, Context, Key};
use crate::language::Arg;
use crate::tui::ctx::{Desk, Effect, Notice, Screen, View};
use crate::tui::layers::import;
use crate::tui::widgets::line;
use crate::tui::widgets::list::List;
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::meeting::commands::StageShow;
use crate::workshop::text::Lang;
use crate::workshop::thing::Thing;
use crate::workshop::votes::Stage;
use crate::workshop::votes::commands::{VoteRemove, VoteReveal};
use crate::workshop::votes::decide::Gate;
use alike::layer::Alike;
use ballot::{BallotDesk, By};
use model::{GateSeen, Seen};
use pass::Pass;
use versions::versions;

#[derive(Debug, Default)]
pub(crate) struct Vote {
    pub list: List,
    /// What the list shows: id, title, stage.
    pub listed: Vec<(String, String, Stage)>,
    /// What is shown of the chosen vote.
    pub seen: Option<Seen>,
    pub ballot: BallotDesk,
    /// Whether the ballot desk has the cursor.
    pub writing: bool,
    /// Whether what the ranking is worth is shown in place of the ranking.
    pub worth: bool,
    /// How far the part of the vote below is scrolled.
    pub scroll: List,
    chosen: Option<EventId>,
    /// The vote whose ballot desk was left with Esc.
    left: Option<EventId>,
    /// The vote that is to be closed, and what was said against it.
    closing: Option<(EventId, Vec<&'static str>)>,
}

impl Vote {
    /// The vote that is shown: the chosen one; else the open one that was opened last, else the last.
    fn current(&self, workshop: &Workshop) -> Option<EventId> {
        let there = |key: &EventId| workshop.votes.get(*key).is_some();
        self.chosen.filter(there).or_else(|| {
            let open = workshop.votes.iter().filter(|vote| vote.stage() == Stage::Open);
            open.max_by_key(|vote| (vote.opened_at(), vote.key()))
                .or_else(|| workshop.votes.iter().next_back())
                .map(Thing::key)
        })
    }

    /// The cursor is at the ballot desk while the vote is open, unless it was given back.
    fn settle(&mut self, workshop: &Workshop) {
        let current = self.current(workshop);
        if current != self.chosen {
            self.ballot = BallotDesk::default();
            self.scroll = List::default();
        }
        self.chosen = current;
        // Where hands were counted there are no ballots to enter.
        let takes = |vote: &crate::workshop::votes::Vote| vote.stage() == Stage::Open && !vote.has_hands();
        let open = current.and_then(|key| workshop.votes.get(key)).filter(|vote| takes(vote));
        self.writing = open.is_some() && self.left != current;
        if let Some(vote) = open.filter(|_| self.writing) {
            self.ballot.begin(vote);
        }
        self.ballot.forget_answered(current.and_then(|key| workshop.votes.get(key)));
    }

    /// Shows the vote that is chosen now.
    fn show(&mut self, workshop: &Workshop, lang: Lang) {
        self.settle(workshop);
        let all = &workshop.votes;
        let at = all.iter().position(|vote| Some(vote.key()) == self.chosen);
        self.list.select(at.unwrap_or(0));
        self.seen = self.chosen.and_then(|key| all.get(key)).map(|vote| model::seen(workshop, vote, lang));
    }

    fn step(&mut self, by: isize, workshop: &Workshop) {
        let keys: Vec<EventId> = workshop.votes.iter().map(Thing::key).collect();
        let at = keys.iter().position(|key| Some(*key) == self.chosen).unwrap_or(0);
        let to = at.saturating_add_signed(by).min(keys.len().saturating_sub(1));
        self.choose(keys.get(to).copied());
    }

    fn choose(&mut self, key: Option<EventId>) {
        if key != self.chosen {
            self.chosen = key;
            self.left = None;
            self.worth = false;
            self.ballot = BallotDesk::default();
            self.scroll = List::default();
        }
    }

    /// Whether a vote is at this stage; says so if it is at another.
    fn at_stage(&self, desk: &mut Desk<'_>, key: EventId, wanted: &[Stage]) -> bool {
        let stage = desk.workshop().and_then(|workshop| workshop.votes.get(key)).map(|vote| vote.stage());
        let Some(stage) = stage else { return false };
        if wanted.contains(&stage) {
            return true;
        }
        complain(desk, &format!("vote-is-{}", stage.name()), &[]);
        false
    }

    fn open(&mut self, desk: &mut Desk<'_>, key: EventId, id: &str) {
        if opening::open(desk, key, id) {
            self.left = None;
        }
    }

    /// Closing cannot be taken back: what speaks against it is said first, one after the other, and the key asked for again.
    fn close(&mut self, desk: &mut Desk<'_>, key: EventId, id: &str, said: Vec<&'static str>) {
        if let Some(session) = desk.session.as_deref_mut() {
            session.remember_ballots();
        }
        let mut warnings = closing::warnings(desk, key).into_iter();
        if let Some(warning) = warnings.find(|warning| !said.contains(&warning.id)) {
            let more = warnings.filter(|other| !said.contains(&other.id)).count();
            self.closing = Some((key, said.into_iter().chain([warning.id]).collect()));
            let sentence = warning.sentence(desk.messages, more);
            return desk.effects.push(Effect::Say(Notice { sentence, hint: warning.hint, trouble: true }));
        }
        if secret::close(desk, id) {
            self.ballot = BallotDesk::default();
            // The result begins with the first, however far the options were scrolled.
            self.scroll = List::default();
        }
    }

    /// The ballot desk gets the cursor, for the first entry or for the second.
    fn enter_ballots(&mut self, desk: &mut Desk<'_>, key: EventId, second: bool) {
        if hands::are_in(desk, key) {
            return complain(desk, "vote-hands-are-in", &[]);
        }
        if let Some(session) = desk.session.as_deref_mut() {
            session.remember_ballots();
        }
        let Some(vote) = desk.workshop().and_then(|workshop| workshop.votes.get(key)) else { return };
        self.left = None;
        self.ballot.turn(second, vote);
    }

    /// A screen of one's own for whoever has the laptop, by seats or by numbers as the desk enters them.
    fn hand_round(&self, desk: &mut Desk<'_>, key: EventId) {
        desk.push(Pass::new(key, self.ballot.by == By::Paper, desk.messages.lang()));
    }

    /// The options that look alike, pair by pair.
    fn alike(desk: &mut Desk<'_>, key: EventId) {
        let Some(workshop) = desk.workshop() else { return };
        match Alike::new(workshop, key) {
            Some(alike) => desk.push(alike),
            None => desk.say("vote-none-alike", &[]),
        }
    }

    fn wall(desk: &mut Desk<'_>, key: EventId, id: &str) {
        let revealed = desk
            .workshop()
            .and_then(|workshop| workshop.votes.get(key))
            .is_some_and(|vote| vote.stage() == Stage::Revealed);
        let view = if revealed { "reveal" } else { "vote" };
        if desk.perform(StageShow { view: view.into(), of: Some(id.into()), step: None }).is_some() {
            desk.say(if revealed { "vote-said-wall-reveal" } else { "vote-said-wall" }, &[]);
        }
    }

    fn remove(desk: &mut Desk<'_>, id: &str) {
        if desk.perform(VoteRemove { vote: id.into() }).is_some() {
            desk.say("vote-said-removed", &[]);
        }
    }

    fn reveal(desk: &mut Desk<'_>, id: &str) {
        if desk.perform(VoteReveal { vote: id.into() }).is_some()
            && desk.perform(StageShow { view: "reveal".into(), of: Some(id.into()), step: Some(0) }).is_some()
        {
            desk.say("vote-said-revealed", &[]);
        }
    }

    fn act_on(&mut self, action: Act, desk: &mut Desk<'_>, key: EventId, said: Vec<&'static str>) {
        let Some(workshop) = desk.workshop() else { return };
        let id = workshop.votes.label(key).into_owned();
        let stage = workshop.votes.get(key).map(|vote| vote.stage());
        let action = match (action, stage) {
            (Act::Main, Some(Stage::Prepared)) => Act::Change,
            (Act::Main, Some(Stage::Open)) if self.ballot.second => Act::Again,
            (Act::Main, Some(Stage::Open)) => Act::Ballots,
            (other, _) => other,
        };
        match action {
            Act::Change if self.at_stage(desk, key, &[Stage::Prepared]) => forms::change(desk, key),
            Act::Choose if self.at_stage(desk, key, &[Stage::Prepared]) => forms::choose(desk, key),
            Act::Alike if self.at_stage(desk, key, &[Stage::Prepared]) => Self::alike(desk, key),
            Act::Voters if self.at_stage(desk, key, &[Stage::Prepared]) => voters::choose(desk, key),
            Act::Stages if stage == Some(Stage::Prepared) => stages::prepare(desk, key),
            Act::Stages if self.at_stage(desk, key, &[Stage::Closed, Stage::Revealed]) => {
                if let Some(made) = stages::second(desk, key) {
                    self.choose(Some(made));
                }
            }
            Act::Waive if self.at_stage(desk, key, &[Stage::Prepared]) => forms::waive(desk, key),
            Act::Remove if self.at_stage(desk, key, &[Stage::Prepared]) => Self::remove(desk, &id),
            Act::Open if self.at_stage(desk, key, &[Stage::Prepared]) => self.open(desk, key, &id),
            Act::Ballots if self.at_stage(desk, key, &[Stage::Open]) => self.enter_ballots(desk, key, false),
            Act::Again if self.at_stage(desk, key, &[Stage::Open]) => self.enter_ballots(desk, key, true),
            Act::Hands if self.at_stage(desk, key, &[Stage::Open]) => hands::count(desk, key),
            Act::Proxy if self.at_stage(desk, key, &[Stage::Prepared, Stage::Open]) => {
                hands::proxy(desk, key);
            }
            Act::Pass if self.at_stage(desk, key, &[Stage::Open]) => self.hand_round(desk, key),
            Act::Handed if self.at_stage(desk, key, &[Stage::Open]) => secret::handed_in(desk, key),
            Act::Papers if self.at_stage(desk, key, &[Stage::Open]) => print::papers(desk, key),
            Act::Words if self.at_stage(desk, key, &[Stage::Open]) => secret::new_words(desk, key),
            Act::Import if self.at_stage(desk, key, &[Stage::Open]) => import::ask_ballots(key, desk),
            Act::Close if self.at_stage(desk, key, &[Stage::Open]) => self.close(desk, key, &id, said),
            Act::Worth if self.at_stage(desk, key, &[Stage::Closed, Stage::Revealed]) => {
                self.worth = !self.worth;
                self.scroll = List::default();
            }
            Act::Reveal if self.at_stage(desk, key, &[Stage::Closed]) => Self::reveal(desk, &id),
            Act::Runoff if self.at_stage(desk, key, &[Stage::Closed, Stage::Revealed]) => {
                if let Some(made) = forms::runoff(desk, key) {
                    self.choose(Some(made));
                }
            }
            Act::Wall => Self::wall(desk, key, &id),
            Act::Step if self.at_stage(desk, key, &[Stage::Revealed]) => stage::next_step(desk, Some(key)),
            Act::Settle if self.at_stage(desk, key, &[Stage::Prepared]) => {
                let found = desk
                    .workshop()
                    .map(|workshop| versions(workshop, desk.messages, key))
                    .unwrap_or_default();
                conflicts::settle(desk, found);
            }
            _ => {}
        }
    }

    /// The actions that make sense now, the nearest first.
    fn near(&self) -> Vec<Act> {
        let Some(seen) = &self.seen else { return vec![Act::Prepare] };
        match seen.stage {
            Stage::Prepared => {
                let shut = |gate: Gate| seen.gates.iter().any(|it| it.gate == gate && it.is_shut());
                let any = seen.gates.iter().any(GateSeen::is_shut);
                // What is in the way first, and its own key before the one that waives it.
                let mends = [(Gate::Duplicates, Act::Alike), (Gate::Number, Act::Stages)];
                let mut near: Vec<Act> =
                    mends.into_iter().filter(|(gate, _)| shut(*gate)).map(|(_, act)| act).collect();
                near.extend(any.then_some(Act::Waive));
                near.push(Act::Open);
                near.extend([Act::Choose, Act::Voters, Act::Change, Act::Wall, Act::Remove]);
                near
            }
            Stage::Open if seen.hands => vec![Act::Close, Act::Hands, Act::Proxy, Act::Wall],
            Stage::Open => {
                let mut near = vec![Act::Ballots, Act::Again, Act::Pass, Act::Close];
                near.extend(seen.takes_hands.then_some(Act::Hands));
                near.extend([Act::Proxy, Act::Papers, Act::Import]);
                near.extend(seen.secret.then_some([Act::Handed, Act::Words]).into_iter().flatten());
                near
            }
            Stage::Closed | Stage::Revealed => {
                let first = if seen.stage == Stage::Closed { Act::Reveal } else { Act::Step };
                let result = seen.result.as_ref();
                let runoff = result.is_some_and(|result| !result.tied.is_empty() || result.runoff.is_some());
                let mut near = vec![first, Act::Worth, Act::Wall];
                near.extend(seen.then.is_some().then_some(Act::Stages));
                near.extend((runoff && seen.then.is_none()).then_some(Act::Runoff));
                near.push(Act::Prepare);
                near
            }
        }
    }
}

/// Whether a key hands the laptop round while the ballot desk has the cursor: its letter would be typed.
fn is_pass(key: Key) -> bool {
    readings(key, Focus::Text).any(|reading| reading == Key::ctrl('l'))
}

fn complain(desk: &mut Desk<'_>, id: &str, args: &[(&str, Arg<'_>)]) {
    let sentence = desk.messages.with(id, args);
    let hint = desk.messages.hint(id, args).unwrap_or_default();
    desk.effects.push(Effect::Say(Notice { sentence, hint, trouble: true }));
}

impl Screen for Vote {
    fn context(&self) -> Context {
        Context::Vote
    }

    fn refresh(&mut self, view: &View<'_>) {
        let before: Vec<String> = self.listed.iter().map(|(id, _, _)| id.clone()).collect();
        let lang = view.lang();
        let all = &view.workshop.votes;
        self.listed = all
            .iter()
            .map(|vote| (all.label(vote.key()).into_owned(), vote.title.in_(lang).to_owned(), vote.stage()))
            .collect();
        // A vote that was just prepared here is the one that is meant.
        let new: Vec<EventId> = all
            .iter()
            .map(Thing::key)
            .filter(|key| !before.contains(&all.label(*key).into_owned()))
            .collect();
        if let (false, [only], false) = (before.is_empty(), new.as_slice(), self.writing) {
            self.choose(Some(*only));
        }
        self.show(view.workshop, lang);
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        draw::draw(self, frame, area, view);
    }

    fn act(&mut self, action: Action, desk: &mut Desk<'_>) {
        let Action::Vote(action) = action else { return };
        let asked = self.closing.take();
        if let Some(workshop) = desk.workshop() {
            self.settle(workshop);
        }
        match action {
            Act::Up | Act::Down => {
                if let Some(workshop) = desk.workshop() {
                    self.step(if action == Act::Up { -1 } else { 1 }, workshop);
                }
            }
            Act::PageUp => {
                self.scroll.key(Key::plain(Code::PageUp), usize::MAX);
            }
            Act::PageDown => {
                self.scroll.key(Key::plain(Code::PageDown), usize::MAX);
            }
            Act::Prepare => forms::prepare(desk),
            _ => match self.chosen {
                Some(key) => {
                    let said = asked.filter(|(asked, _)| *asked == key).map(|(_, said)| said);
                    self.act_on(action, desk, key, said.unwrap_or_default());
                }
                None if action == Act::Main => forms::prepare(desk),
                None => desk.say("vote-none-yet", &[]),
            },
        }
        if let Some(workshop) = desk.workshop() {
            self.show(workshop, desk.messages.lang());
        }
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.writing.then(|| self.ballot.field())
    }

    fn enter(&mut self, desk: &mut Desk<'_>) {
        if let Some(key) = self.chosen {
            self.ballot.enter(desk, key);
        }
        if let Some(workshop) = desk.workshop() {
            self.settle(workshop);
        }
    }

    fn leave_field(&mut self) {
        self.left = self.chosen;
        self.writing = false;
    }

    fn key_in_field(&mut self, key: Key, desk: &mut Desk<'_>) -> bool {
        let Some(vote) = self.chosen else { return false };
        if self.ballot.question.is_some() && self.ballot.answer(key, desk, vote) {
            return true;
        }
        match key.code {
            Code::Tab if self.ballot.second && self.seen.as_ref().is_some_and(|seen| seen.secret) => {
                complain(desk, "vote-second-papers", &[]);
            }
            Code::Tab => self.ballot.switch(),
            Code::Char(_) if is_pass(key) => self.hand_round(desk, vote),
            Code::Up if self.ballot.voter.is_some() => self.ballot.back(),
            Code::PageUp | Code::PageDown => {
                self.scroll.key(key, usize::MAX);
            }
            // One too many must not change whose ballot it is.
            Code::Backspace if self.ballot.voter.is_some() && self.ballot.marks.is_empty() => {}
            // A blank is no part of a seat's id: it takes what stands there, as Enter does.
            Code::Char(' ') if self.ballot.voter.is_none() => self.ballot.enter(desk, vote),
            _ if self.ballot.voter.is_none() && key.typed().is_some() => {
                self.ballot.forget_refused();
                line::key(&mut self.ballot.who, key);
                self.ballot.go_on(desk, vote);
            }
            _ => {
                // Whoever mends what was refused goes on with it.
                self.ballot.refused = false;
                return false;
            }
        }
        true
    }

    fn paste(&mut self, text: &str, desk: &mut Desk<'_>) -> bool {
        let Some(vote) = self.chosen.filter(|_| import::is_rows(text)) else { return false };
        if self.at_stage(desk, vote, &[Stage::Open]) {
            import::offer_ballots(vote, text, desk);
        }
        true
    }

    fn is_conflicted(&self, _: &View<'_>) -> bool {
        let seen = self.seen.as_ref().filter(|seen| seen.stage == Stage::Prepared && !self.writing);
        seen.is_some_and(|seen| seen.versions > 1)
    }

    fn hint(&self, view: &View<'_>) -> Option<String> {
        if self.writing {
            let id = match (&self.ballot.question, self.ballot.voter, self.ballot.second) {
                (Some(asked), ..) if asked.second.is_none() => "hint-vote-whether",
                (Some(_), ..) => "hint-vote-which",
                (None, None, true) => "hint-vote-who-again",
                (None, None, false) => "hint-vote-who",
                (None, Some(_), _) => "hint-vote-marks",
            };
            return Some(view.say(id));
        }
        let table = rows(Context::Vote);
        let keys = self.near().into_iter().filter_map(|act| {
            let row = table.iter().find(|row| row.action == Action::Vote(act))?;
            let key = crate::tui::widgets::hint::key_name(row.on, view.messages);
            // The key goes there and back.
            let says = if act == Act::Worth && self.worth { "key-vote-ranking" } else { row.says };
            Some(format!("{key} {}", view.say(says)))
        });
        Some(keys.collect::<Vec<String>>().join("   "))
    }
}
