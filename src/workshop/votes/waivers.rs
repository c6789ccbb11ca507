//! Gates that were waived: a waiver holds for what was known when it was written.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Vote;
use crate::workshop::id::EventId;
use crate::workshop::register::Register;
use crate::workshop::stamp::Stamp;

impl Vote {
    /// Why this gate was waived, while the waiver stands: until what the gate looks at is written again, since nobody has waived that.
    /// Options that are taken off bring nothing new. Of a vote that is open: as it stood then.
    pub fn waiver(&self, gate: &str) -> Option<&Arc<str>> {
        let written = self.waived.get(gate)?.shown()?;
        let stands = match self.opening() {
            Some(_) => !self.open_gates().iter().any(|open| **open == *gate),
            None => !self.is_news_for(gate, written.stamp),
        };
        stands.then_some(&written.value)
    }

    /// The waivers that stand, each with its gate.
    pub fn waivers(&self) -> impl Iterator<Item = (&Arc<str>, &Arc<str>)> {
        self.waived.keys().filter_map(|gate| Some((gate, self.waiver(gate)?)))
    }

    /// The options that stood on the ballot while it was prepared and were taken off before it was opened, in the order in which they
    /// stood.
    pub(crate) fn taken_off(&self) -> Vec<EventId> {
        let Some(opening) = self.opening() else { return Vec::new() };
        let frozen = self.options.alive_among(|by| opening.rules.contains(&by));
        let Some(frozen) = frozen.last() else { return Vec::new() };
        let mut off = Vec::new();
        for option in
            self.options.counting().filter(|write| write.stamp < frozen.stamp).flat_map(|it| &it.value)
        {
            if !frozen.value.contains(option) && !off.contains(option) {
                off.push(*option);
            }
        }
        off
    }

    /// Whether anything that this gate looks at was written after this moment.
    fn is_news_for(&self, gate: &str, at: Stamp) -> bool {
        match gate {
            "languages" | "duplicates" => self.has_new_options(at),
            "number" => self.has_new_options(at) || is_since(&self.then, at),
            "dots" => {
                let numbers = is_since(&self.dots, at) || is_since(&self.cap, at);
                numbers || is_since(&self.options, at) || is_since(&self.method, at)
            }
            "voters" => is_since(&self.voters_named, at),
            "threshold" => is_since(&self.threshold, at),
            "tie" => is_since(&self.tie, at) || is_since(&self.method, at),
            "seats" => is_since(&self.seats, at) || is_since(&self.options, at),
            _ => false,
        }
    }

    fn has_new_options(&self, at: Stamp) -> bool {
        let known: BTreeSet<EventId> =
            self.options.counting().filter(|write| write.stamp <= at).map(|write| write.by).collect();
        let before = self.options.alive_among(|by| known.contains(&by));
        let before = before.last().map(|write| write.value.as_slice()).unwrap_or_default();
        self.options.get().is_some_and(|now| now.iter().any(|option| !before.contains(option)))
    }
}

fn is_since<T>(register: &Register<T>, at: Stamp) -> bool {
    register.shown().is_some_and(|write| write.stamp > at)
}
