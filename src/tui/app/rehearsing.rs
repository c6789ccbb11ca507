//! A rehearsal that goes on while one looks on, and can be taken over with one key.

use super::App;
use crate::fault::Fault;
use crate::rehearsal::Rehearsal;
use crate::tui::ctx::Wake;

/// How many steps are carried out before the screen is drawn and keys are heard again.
const AT_ONCE: usize = 40;

impl App {
    /// A rehearsal of the session goes on from now.
    pub fn begin_rehearsal(&mut self, rehearsal: Rehearsal) {
        self.rehearsal = Some(rehearsal);
        // It has a time of its own.
        self.asked_practice = true;
        self.say("rehearsal-begun", &[]);
    }

    /// The rehearsal, if one goes on or has come to its end.
    pub fn rehearsal(&self) -> Option<&Rehearsal> {
        self.rehearsal.as_ref()
    }

    pub(super) fn is_rehearsing(&self) -> bool {
        self.rehearsal.as_ref().is_some_and(|rehearsal| !rehearsal.is_over())
    }

    pub(super) fn rehearsal_wakes(&self) -> Wake {
        match &self.rehearsal {
            Some(rehearsal) if rehearsal.is_over() => Wake::Never,
            Some(rehearsal) if rehearsal.leads() && rehearsal.speed() > 1 => Wake::Soon,
            Some(_) => Wake::Second,
            None => Wake::Never,
        }
    }

    /// What the header says of it; nothing once it is over.
    pub(super) fn rehearsal_mark(&self) -> Option<String> {
        let rehearsal = self.rehearsal.as_ref().filter(|rehearsal| !rehearsal.is_over())?;
        Some(if rehearsal.leads() {
            self.messages.with("rehearsal-mark", &[("speed", rehearsal.speed().into())])
        } else {
            self.messages.say("rehearsal-mark-taken")
        })
    }

    /// What is due is carried out.
    pub(super) fn rehearse(&mut self) {
        let (Some(session), Some(rehearsal)) = (&mut self.session, &mut self.rehearsal) else { return };
        if rehearsal.is_over() {
            return;
        }
        let played = rehearsal.catch_up(session, AT_ONCE);
        let over = rehearsal.is_over();
        self.told(played.map(drop));
        if over {
            self.say("rehearsal-ended", &[]);
        }
    }

    /// Somebody leads from now on; or, if somebody does, the rehearsal goes on by itself.
    pub(super) fn take_over(&mut self) {
        let going = self.session.as_mut().zip(self.rehearsal.as_mut());
        let Some((session, rehearsal)) = going.filter(|(_, rehearsal)| !rehearsal.is_over()) else {
            return self.say("rehearsal-none", &[]);
        };
        let leads = rehearsal.leads();
        let done = if leads { rehearsal.take_over(session) } else { rehearsal.give_back(session) };
        self.say(if leads { "rehearsal-taken" } else { "rehearsal-given" }, &[]);
        self.told(done);
    }

    /// Whoever goes leaves a clock that keeps step.
    pub(super) fn leave_rehearsal(&mut self) {
        let (Some(session), Some(rehearsal)) = (&mut self.session, &mut self.rehearsal) else { return };
        let done = rehearsal.leave(session);
        self.told(done);
    }

    fn told(&mut self, done: Result<(), Fault>) {
        if let Err(fault) = done {
            self.refuse(&fault.refusal);
        }
    }
}
