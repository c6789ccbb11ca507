//! The rules of a vote as the forms ask for them.

use std::sync::Arc;

use crate::language::{Arg, Messages};
use crate::tui::ctx::{Desk, Effect, Notice};
use crate::tui::layers::Ask;
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::text::{Lang, Text};
use crate::workshop::votes::ballot_rules::Method;
use crate::workshop::votes::commands::VoteChange;
use crate::workshop::votes::decide::expected_voters;
use crate::workshop::votes::dots_rule::DotsRule;
use crate::workshop::votes::{TIES, Vote};

/// How many usually go forward.
pub(super) const USUAL_SEATS: u32 = 3;
const USUAL_PERCENT: f64 = 75.0;

/// How many options and how many voters the rules for dots go by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Size {
    /// How many options.
    pub options: usize,
    /// How many would vote now.
    pub voters: usize,
}

impl Size {
    /// With so many options, and everybody who is here.
    pub(super) fn of(workshop: &Workshop, desk: &Desk<'_>, options: usize, named: usize) -> Self {
        Self { options, voters: expected_voters(workshop, desk.now(), named) }
    }
}

/// The rules of a vote.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rules {
    /// What is asked, English and Russian.
    pub title: [String; 2],
    /// How one votes.
    pub method: Method,
    /// Why as many dots.
    pub dots_rule: DotsRule,
    /// Dots, cap, how many go forward.
    pub numbers: [u32; 3],
    pub secret: bool,
    pub tie: String,
    /// From which share of supporters on there is agreement, in percent.
    pub percent: f64,
}

/// The usual number of dots for so many options.
pub(super) fn usual_dots(options: usize) -> u32 {
    DotsRule::Third.dots(options, 0).unwrap_or(1)
}

impl Rules {
    pub(super) fn of(vote: &Vote) -> Self {
        let dots = if vote.method() == Method::Dots { vote.dots() } else { usual_dots(vote.options().len()) };
        let ruled = vote.method() == Method::Dots;
        Self {
            title: Lang::ALL.map(|lang| vote.title.get(lang).unwrap_or_default().to_owned()),
            method: vote.method(),
            dots_rule: if ruled { vote.dots_rule() } else { DotsRule::Third },
            numbers: [dots, vote.cap(), vote.seats()],
            secret: vote.is_secret(),
            tie: vote.tie().to_owned(),
            percent: vote.threshold() * 100.0,
        }
    }

    pub(super) fn usual(options: usize) -> Self {
        let seats = USUAL_SEATS.min(u32::try_from(options).unwrap_or(USUAL_SEATS)).max(1);
        Self {
            title: Lang::ALL.map(|lang| Messages::new(lang).say("vote-usual-title")),
            method: Method::Dots,
            dots_rule: DotsRule::Third,
            numbers: [usual_dots(options), 1, seats],
            secret: true,
            tie: "runoff".to_owned(),
            percent: USUAL_PERCENT,
        }
    }

    /// The fields of a form. The rules for dots stand side by side, each with the number it gives here.
    pub(super) fn asks(&self, size: Size, messages: &Messages) -> Vec<Ask> {
        let [en, ru] = &self.title;
        let [dots, cap, seats] = self.numbers.map(|number| number.to_string());
        let methods = Method::ALL
            .map(|method| (method.name().to_owned(), messages.say(&format!("method-{}", method.name()))))
            .to_vec();
        let rules = DotsRule::ALL.map(|rule| (rule.name().to_owned(), ruled(rule, size, messages))).to_vec();
        let shorts = DotsRule::ALL.map(|rule| in_short(rule, size, messages)).to_vec();
        let number = |rule: DotsRule| rule.dots(size.options, size.voters).map(|dots| dots.to_string());
        let numbers = DotsRule::ALL.map(number).to_vec();
        let secret = [("yes", "vote-secret"), ("no", "vote-not-secret")];
        let secret = secret.map(|(value, says)| (value.to_owned(), messages.say(says))).to_vec();
        let ties = TIES.map(|tie| (tie.to_owned(), messages.say(&format!("tie-{tie}")))).to_vec();
        vec![
            Ask::line(messages.say("vote-ask-title-en"), en),
            Ask::line(messages.say("vote-ask-title-ru"), ru),
            Ask::one(messages.say("vote-ask-method"), methods, self.method.name()),
            Ask::one(messages.say("vote-ask-dots-rule"), rules, self.dots_rule.name())
                .side_by_side(shorts)
                .bringing(numbers),
            Ask::line(messages.say("vote-ask-dots"), &dots),
            Ask::line(messages.say("vote-ask-cap"), &cap),
            Ask::line(messages.say("vote-ask-seats"), &seats),
            Ask::one(messages.say("vote-ask-secret"), secret, if self.secret { "yes" } else { "no" }),
            Ask::one(messages.say("vote-ask-tie"), ties, &self.tie),
            Ask::line(messages.say("vote-ask-threshold"), &percent(self.percent)),
        ]
    }

    /// What a form that was filled in says, with this in it at first; none, and said, where a number is none.
    pub(super) fn read(&self, values: &[String], size: Size, desk: &mut Desk<'_>) -> Option<Self> {
        let value = |place: usize| values.get(place).map(|value| value.trim()).unwrap_or_default();
        let number = |place: usize| value(place).parse::<u32>().ok();
        let share = value(9).trim_end_matches('%').trim().replace(',', ".").parse::<f64>().ok();
        let (Some(dots), Some(cap), Some(seats), Some(percent)) = (number(4), number(5), number(6), share)
        else {
            let sentence = desk.messages.say("vote-numbers-wanted");
            desk.effects.push(Effect::Say(Notice { sentence, hint: String::new(), trouble: true }));
            return None;
        };
        if !(0.0..=100.0).contains(&percent) {
            let sentence = desk.messages.say("vote-percent-wanted");
            desk.effects.push(Effect::Say(Notice { sentence, hint: String::new(), trouble: true }));
            return None;
        }
        let chosen = DotsRule::from_name(value(3)).unwrap_or(DotsRule::Own);
        let [before, ..] = self.numbers;
        // Another rule brings its own number, unless a number was typed as well.
        let (dots_rule, dots) = match chosen.dots(size.options, size.voters) {
            Some(ruled) if dots == ruled || (dots == before && chosen != self.dots_rule) => (chosen, ruled),
            _ => (DotsRule::Own, dots),
        };
        Some(Self {
            title: [value(0).to_owned(), value(1).to_owned()],
            method: Method::from_name(value(2)).unwrap_or(Method::Dots),
            dots_rule,
            numbers: [dots, cap, seats],
            secret: value(7) == "yes",
            tie: value(8).to_owned(),
            percent,
        })
    }

    pub(super) fn text(&self) -> Text {
        let mut text = Text::default();
        for (lang, form) in Lang::ALL.into_iter().zip(&self.title) {
            text.set(lang, Some(form.as_str().into()).filter(|_| !form.is_empty()));
        }
        text
    }

    /// Dots, cap and rule as a command wants them: nothing where one does not vote with dots.
    pub(super) fn dots_asked(&self) -> (Option<u32>, Option<u32>, Option<Arc<str>>) {
        let [dots, cap, _] = self.numbers;
        match self.method {
            Method::Dots => (Some(dots), Some(cap), Some(self.dots_rule.name().into())),
            _ => (None, None, None),
        }
    }

    /// The change that makes these rules of the others; what is the same is left out.
    pub(super) fn change_of(&self, old: &Self, vote: &str) -> VoteChange {
        let [_, _, seats] = self.numbers;
        let asked = |rules: &Self| (rules.method, rules.dots_asked());
        let (dots, cap, dots_rule) =
            if asked(self) == asked(old) { (None, None, None) } else { self.dots_asked() };
        VoteChange {
            title: (self.title != old.title).then(|| self.text()),
            dots,
            cap,
            seats: Some(seats).filter(|seats| Some(seats) != old.numbers.get(2)),
            secret: (self.secret != old.secret).then_some(self.secret),
            tie: (self.tie != old.tie).then(|| self.tie.as_str().into()),
            threshold: ((self.percent - old.percent).abs() > 0.01).then_some(self.percent / 100.0),
            method: (self.method != old.method).then(|| self.method.name().into()),
            dots_rule,
            ..nothing(vote)
        }
    }
}

/// A change of a vote that changes nothing yet.
pub(super) fn nothing(vote: &str) -> VoteChange {
    VoteChange { vote: vote.into(), ..VoteChange::default() }
}

/// Dots, most dots an option and the rule, where the rule of a vote gives another number now: it goes on holding.
pub(super) fn ruled_anew(vote: &Vote, size: Size) -> (Option<u32>, Option<u32>, Option<Arc<str>>) {
    let rule = Some(vote.dots_rule()).filter(|_| vote.method() == Method::Dots);
    let ruled = rule.and_then(|rule| rule.dots(size.options, size.voters));
    let dots = ruled.filter(|dots| *dots != vote.dots());
    (dots, dots.map(|dots| vote.cap().min(dots)), dots.and(rule).map(|rule| rule.name().into()))
}

/// The change that gives a vote other options; where dots and places were the usual ones they stay so.
pub(super) fn with_options(
    workshop: &Workshop,
    desk: &Desk<'_>,
    vote: &Vote,
    id: &str,
    options: &[EventId],
) -> VoteChange {
    let size = Size::of(workshop, desk, options.len(), vote.voters_named().len());
    let (dots, cap, dots_rule) = ruled_anew(vote, size);
    let most = u32::try_from(options.len()).unwrap_or(u32::MAX);
    let seats = (vote.seats() > most).then_some(most);
    let options = options.iter().map(|option| workshop.proposals.label(*option).as_ref().into()).collect();
    VoteChange { options: Some(options), dots, cap, seats, dots_rule, ..nothing(id) }
}

/// A rule for dots in a word or two, with the number it gives.
fn in_short(rule: DotsRule, size: Size, messages: &Messages) -> String {
    let says = messages.say(&format!("dots-rule-short-{}", rule.name()));
    rule.dots(size.options, size.voters).map_or_else(|| says.clone(), |dots| format!("{says}: {dots}"))
}

/// A rule for dots with the number it gives.
fn ruled(rule: DotsRule, size: Size, messages: &Messages) -> String {
    let says = messages.say(&format!("dots-rule-{}", rule.name()));
    match rule.dots(size.options, size.voters) {
        Some(dots) => messages.with("vote-dots-ruled", &[("rule", Arg::from(&says)), ("dots", dots.into())]),
        None => says,
    }
}

pub(super) fn percent(percent: f64) -> String {
    let text = format!("{percent:.1}");
    text.strip_suffix(".0").map(ToOwned::to_owned).unwrap_or(text)
}
