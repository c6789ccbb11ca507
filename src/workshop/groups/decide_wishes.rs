//! Decisions about what is asked of all groups.

use std::sync::Arc;

use super::commands::{GroupsRules, WishAdd, WishRemove};
use super::events::{GroupsEvent, GroupsRuled, WishEvent, WishSet};
use super::wishes::{COLUMNS, KINDS, LANGUAGES, ORDERS};
use crate::workshop::decide::{Decider, Outcome, check};
use crate::workshop::event::{About, EventKind};
use crate::workshop::refusal::Refusal;

impl Decider<'_> {
    pub(in crate::workshop) fn groups_rules(&self, c: &GroupsRules) -> Outcome {
        let columns = |field: &'static str, given: &Vec<Arc<str>>, known: &[&str]| {
            let mut columns = Vec::new();
            for name in check::words(field, given)? {
                columns.push(check::one_of(field, &name, known)?);
            }
            Ok(columns)
        };
        let spread: Vec<&str> = COLUMNS.into_iter().chain([LANGUAGES]).collect();
        let ruled = GroupsRuled {
            language: c.language,
            alone: c.alone,
            apart_by: check::maybe(c.apart_by.as_ref(), |given| columns("apart_by", given, &COLUMNS))?,
            balance: check::maybe(c.balance.as_ref(), |given| columns("balance", given, &spread))?,
            order: check::maybe(c.order.as_ref(), |order: &str| check::one_of("order", order, &ORDERS))?,
        };
        if ruled == GroupsRuled::default() {
            return Err(Refusal::nothing("groups"));
        }
        let mut over = Vec::new();
        self.workshop.rules.over_fields(&ruled, &mut over);
        Ok((EventKind::Groups(GroupsEvent::Ruled(ruled)), over))
    }

    pub(in crate::workshop) fn wish_add(&self, c: &WishAdd) -> Outcome {
        let people = check::find_all(&self.workshop.people, "person", &c.people)?;
        if people.len() < 2 {
            return Err(Refusal::new("empty", "refused-wish-alone"));
        }
        let set = WishSet {
            of: None,
            id: check::free(&self.workshop.wishes, "wish", self.id.as_ref())?,
            kind: Some(check::one_of("kind", &c.kind, &KINDS)?),
            people: Some(people),
        };
        Ok((EventKind::Wish(WishEvent::Added(set)), Vec::new()))
    }

    pub(in crate::workshop) fn wish_remove(&self, c: &WishRemove) -> Outcome {
        let of = check::find(&self.workshop.wishes, "wish", &c.wish)?;
        Ok((EventKind::Wish(WishEvent::Removed(About { of })), Vec::new()))
    }
}
