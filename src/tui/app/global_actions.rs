//! What means the same on every screen: going places, undo, practice, language, colours, leaving.

use super::status::Saving;
use super::{App, Flow};
use crate::input::Context;
use crate::input::keys::global::Global;
use crate::language::{Arg, Messages, events};
use crate::theme::{Palette as Colours, Theme};
use crate::tui::ctx::Notice;
use crate::tui::layers::{Help, Palette};
use crate::workshop::command::{Command, Redo, Undo, WorkCommand};
use crate::workshop::meeting::commands::{SessionDescribe, SessionPractise};
use crate::workshop::undo;

impl App {
    pub(super) fn act_everywhere(&mut self, global: Global) -> Flow {
        match global {
            Global::Screen(number) => {
                if let Some(context) = Context::DESK.get(usize::from(number)) {
                    self.go(*context);
                }
            }
            Global::Help => self.layers.push((Box::new(Help::new(self.context())), None)),
            Global::Palette => {
                self.layers.push((Box::new(Palette::new(self.context(), &self.messages)), None));
            }
            Global::Undo => self.undo_or_redo(Undo { event: None }.into()),
            Global::Redo => self.undo_or_redo(Redo { event: None }.into()),
            Global::Language => self.messages = Messages::new(self.messages.lang().other()),
            Global::Colours => self.next_colours(),
            Global::Practise => self.practise(),
            Global::TakeOver => self.take_over(),
            Global::MoveToToday => self.move_to_today(),
            Global::Wall => self.show_wall(),
            Global::Leave => return self.leave_wall(),
            Global::Quit => return self.leave(),
            Global::Suspend => return Flow::Suspend,
        }
        Flow::On
    }

    fn next_colours(&mut self) {
        let all = Colours::ALL;
        let now = all.iter().position(|palette| *palette == self.theme.palette()).unwrap_or(0);
        let next = all.get((now + 1) % all.len()).copied().unwrap_or_default();
        self.theme = Theme::new(next, self.theme.depth());
        let name = next.to_string();
        self.say("said-colours", &[("name", Arg::from(&name))]);
    }

    fn undo_or_redo(&mut self, command: Command) {
        let Some(session) = &mut self.session else { return };
        let redo = matches!(command, Command::Work(WorkCommand::Redo(_)));
        let next = undo::next_undo(&session.workshop, &session.device(), session.who());
        let of = match redo {
            false => next.event,
            true => undo::next_redo(&session.workshop, &session.device(), session.who()),
        };
        match session.execute(&command.into()) {
            Ok(_) => {
                let event = of.and_then(|of| session.workshop.event(of)).cloned();
                let what = event.map(|event| events::work(&self.messages, &session.workshop, &event));
                let what = what.unwrap_or_default();
                let over = next.stepped_over.len();
                match (redo, over) {
                    (true, _) => self.say("said-redone", &[("what", Arg::from(&what))]),
                    (false, 0) => self.say("said-undone", &[("what", Arg::from(&what))]),
                    (false, over) => {
                        self.say("said-undone-over", &[("what", Arg::from(&what)), ("count", over.into())]);
                    }
                }
            }
            Err(fault) => self.refuse(&fault.refusal),
        }
    }

    fn practise(&mut self) {
        let Some(session) = &mut self.session else { return };
        let now = match session.workshop.meeting.practice() {
            Some(_) => None,
            None => session.workshop.meeting.starts().map(|starts| {
                let begin = if starts.time() == jiff::civil::Time::midnight() {
                    jiff::civil::Time::constant(9, 0, 0, 0)
                } else {
                    starts.time()
                };
                starts.date().to_datetime(begin).to_string().into()
            }),
        };
        if let Err(fault) = session.execute(&SessionPractise { now, speed: None }.into()) {
            self.refuse(&fault.refusal);
        }
    }

    fn move_to_today(&mut self) {
        let Some(session) = &mut self.session else { return };
        let meeting = &session.workshop.meeting;
        let today = meeting.local(self.world.now()).date();
        let time = meeting.starts().map_or(jiff::civil::Time::midnight(), jiff::civil::DateTime::time);
        let command = SessionDescribe {
            starts: Some(today.to_datetime(time).to_string().into()),
            ..SessionDescribe::default()
        };
        if let Err(fault) = session.execute(&command.into()) {
            self.refuse(&fault.refusal);
        }
    }

    pub(super) fn leave(&mut self) -> Flow {
        self.keep_draft();
        self.leave_rehearsal();
        if let Some(session) = &mut self.session
            && session.flush().is_err()
        {
            // No quiet exit while something is nowhere but in memory.
            self.saving = Saving::NotSaved;
            let count = session.waiting().into();
            let sentence = self.messages.with("leave-unsaved", &[("count", count)]);
            self.notice = Some(Notice { sentence, hint: String::new(), trouble: true });
            self.asked_to_leave = true;
            return Flow::On;
        }
        Flow::Leave
    }
}
