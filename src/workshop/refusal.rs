//! Refusals: a kind, a sentence and a hint.
//!
//! The kind is part of the contract. Sentence and hint stand in the message bundles under `refused-…`, so that they are
//! there in both languages; here are their names and what they are about.

use std::borrow::Cow;

/// Why a command was not carried out. Nothing of it happened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind}: {message} {args:?}")]
pub struct Refusal {
    /// What sort of refusal, for programs: `unknown`, `taken`, `empty`, `state`, …
    pub kind: &'static str,
    /// The name of the sentence in the bundles; its attribute `hint` says what to do.
    pub message: &'static str,
    /// What the sentence is about.
    pub args: Vec<(&'static str, Cow<'static, str>)>,
}

impl Refusal {
    /// A refusal without particulars.
    pub fn new(kind: &'static str, message: &'static str) -> Self {
        Self { kind, message, args: Vec::new() }
    }

    /// Adds a particular. Whatever was typed is cut to a length that fits a sentence.
    #[must_use]
    #[allow(clippy::needless_pass_by_value, reason = "callers hand over what they have made for it")]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        let value: String = value.to_string();
        let shown: String = value.chars().filter(|c| !c.is_control()).take(80).collect();
        self.args.push((name, shown.into()));
        self
    }

    /// There is no such thing.
    pub fn unknown(noun: &'static str, id: &str) -> Self {
        Self::new("unknown", "refused-unknown").with("noun", noun).with("id", id)
    }

    /// Two devices used one id apart, so the bare id names two things.
    pub(crate) fn ambiguous(noun: &'static str, id: &str, both: &str) -> Self {
        Self::new("ambiguous", "refused-ambiguous").with("noun", noun).with("id", id).with("both", both)
    }

    /// The id is in use.
    pub fn taken(noun: &'static str, id: &str) -> Self {
        Self::new("taken", "refused-taken").with("noun", noun).with("id", id)
    }

    /// The id is not one that can be used.
    pub(crate) fn bad_id(id: &str) -> Self {
        Self::new("bad-id", "refused-bad-id").with("id", id)
    }

    /// A text is needed and there is none.
    pub fn empty(field: &'static str) -> Self {
        Self::new("empty", "refused-empty").with("field", field)
    }

    /// A text is longer than a line of the session file takes.
    pub(crate) fn too_long(field: &'static str) -> Self {
        Self::new("too-long", "refused-too-long").with("field", field)
    }

    /// A list has more entries than it may have.
    pub(crate) fn too_many(field: &'static str, most: usize) -> Self {
        Self::new("too-many", "refused-too-many").with("field", field).with("most", most)
    }

    /// A number outside of what makes sense.
    pub fn out_of_range(field: &'static str, least: impl ToString, most: impl ToString) -> Self {
        Self::new("out-of-range", "refused-out-of-range")
            .with("field", field)
            .with("least", least)
            .with("most", most)
    }

    /// A word that is not one of those expected.
    pub(crate) fn not_one_of(field: &'static str, given: &str, known: &[&str]) -> Self {
        Self::new("not-one-of", "refused-not-one-of")
            .with("field", field)
            .with("given", given)
            .with("known", known.join(", "))
    }

    /// A time or date that cannot be read.
    pub(crate) fn bad_time(field: &'static str, given: &str) -> Self {
        Self::new("bad-time", "refused-bad-time").with("field", field).with("given", given)
    }

    /// The command changes nothing.
    pub(crate) fn nothing(noun: &'static str) -> Self {
        Self::new("nothing", "refused-nothing").with("noun", noun)
    }

    /// The thing is not in a state in which this can be done; `message` says which.
    pub(crate) fn state(message: &'static str, id: &str) -> Self {
        Self::new("state", message).with("id", id)
    }

    /// The line is not JSON, or not an object.
    pub fn malformed(why: &str) -> Self {
        Self::new("malformed", "refused-malformed").with("why", why)
    }

    /// No verb stands in the object.
    pub(crate) fn no_verb() -> Self {
        Self::new("no-verb", "refused-no-verb")
    }

    /// A verb that the contract does not have.
    pub(crate) fn unknown_verb(verb: &str) -> Self {
        Self::new("unknown-verb", "refused-unknown-verb").with("verb", verb)
    }

    /// A field that the verb does not have.
    pub(crate) fn unknown_field(verb: &'static str, field: &str, known: &[&str]) -> Self {
        let mut refusal =
            Self::new("unknown-field", "refused-unknown-field").with("verb", verb).with("field", field);
        refusal.args.push(("known", known.join(", ").into()));
        refusal
    }

    /// A field that the verb needs.
    pub(crate) fn missing_field(verb: &'static str, field: &'static str) -> Self {
        Self::new("missing-field", "refused-missing-field").with("verb", verb).with("field", field)
    }

    /// A number where only a whole one makes sense, and none below zero.
    pub(crate) fn not_a_count(field: &str, given: &str) -> Self {
        Self::new("wrong-type", "refused-not-a-count").with("field", field).with("given", given)
    }

    /// A field whose value is of another type than it should be.
    pub(crate) fn wrong_type(verb: &'static str, field: &str, why: &str) -> Self {
        Self::new("wrong-type", "refused-wrong-type").with("verb", verb).with("field", field).with("why", why)
    }
}
