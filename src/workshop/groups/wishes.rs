//! What is asked of all breakout groups, in every round: rules, and wishes that people sit together or apart.

use std::sync::Arc;

use super::events::{GroupsRuled, WishEvent};
use crate::workshop::event::Event;
use crate::workshop::id::EventId;
use crate::workshop::register::{Register, WriteContext};
use crate::workshop::thing::{Made, Thing, Things};

/// The columns of the roster by which people can be kept apart.
pub(crate) const COLUMNS: [&str; 3] = ["organisation", "kind", "country"];
/// Beside [`COLUMNS`] what can be spread evenly.
pub(crate) const LANGUAGES: &str = "languages";
/// Which of the two comes first.
pub(crate) const ORDERS: [&str; 2] = ["mixing", "balance"];
/// What a wish can be.
pub(crate) const KINDS: [&str; 2] = ["together", "apart"];

/// What is asked of all groups.
#[derive(Debug, Clone, Default)]
pub struct GroupRules {
    language: Register<bool>,
    alone: Register<bool>,
    apart_by: Register<Vec<Arc<str>>>,
    balance: Register<Vec<Arc<str>>>,
    order: Register<Arc<str>>,
}

crate::workshop::fields!(GroupRules from GroupsRuled { language, alone, apart_by, balance, order } beside {} also {});

impl GroupRules {
    /// Whether each room needs a common working language, or is interpreted.
    pub fn language(&self) -> bool {
        self.language.get().copied().unwrap_or(true)
    }

    /// Whether nobody may sit where nobody else speaks a language of theirs.
    pub fn alone(&self) -> bool {
        self.alone.get().copied().unwrap_or(false)
    }

    /// The columns by which people are kept apart.
    pub fn apart_by(&self) -> Vec<Arc<str>> {
        self.apart_by.get().cloned().unwrap_or_default()
    }

    /// The columns that are spread evenly, the most important first.
    pub fn balance(&self) -> Vec<Arc<str>> {
        self.balance.get().cloned().unwrap_or_else(|| COLUMNS.map(Arc::from).to_vec())
    }

    /// Whether balance comes before mixing.
    pub fn balance_first(&self) -> bool {
        self.order.get().is_some_and(|order| order.as_ref() == "balance")
    }
}

/// A wish that people sit together, or apart.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    made: Made,
    removed: Register<bool>,
    kind: Register<Arc<str>>,
    people: Register<Vec<EventId>>,
}

crate::workshop::thing_for!(Wish);

impl Wish {
    /// Whether they shall sit together; else apart.
    pub(crate) fn is_together(&self) -> bool {
        self.kind.get().is_some_and(|kind| kind.as_ref() == "together")
    }

    /// Who.
    pub fn people(&self) -> &[EventId] {
        self.people.get().map(Vec::as_slice).unwrap_or_default()
    }
}

/// What an event means for them.
pub(in crate::workshop) fn apply(
    wishes: &mut Things<Wish>,
    what: &WishEvent,
    event: &Event,
    ctx: WriteContext<'_>,
) {
    match what {
        WishEvent::Added(set) => {
            let wish = wishes.make(event, set.id.as_ref(), ctx.counts);
            if let Some(kind) = &set.kind {
                wish.kind.write(ctx, kind.clone());
            }
            if let Some(people) = &set.people {
                wish.people.write(ctx, people.clone());
            }
        }
        WishEvent::Removed(about) => wishes.entry(about.of).removed.write(ctx, true),
    }
}
