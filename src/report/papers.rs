//! Ballot papers to print: one page of HTML with everything in it, one A4 sheet a paper, in both languages.
//!
//! The options stand on each paper in an order of its own ([`ballot_order`]), each with the number under which it is typed at
//! the ballot desk. The number of the paper stands on the stub, and again at the head of every page the paper runs on to.
//! Everything typed goes through `maud`, which escapes it.

use std::ops::RangeInclusive;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::language::{Arg, Tongue};
use crate::report::outcome;
use crate::workshop::Workshop;
use crate::workshop::ballot_order::ballot_order;
use crate::workshop::ballot_rules::Method;
use crate::workshop::id::EventId;
use crate::workshop::text::Lang;
use crate::workshop::thing::Bilingual;
use crate::workshop::votes::Vote;

const STYLE: &str = include_str!("papers.css");
/// The most circles beside an option; where it can get more dots, their number is written.
const MOST_CIRCLES: u32 = 10;

/// How many papers are printed when nobody says so: one for each ballot that is waited for, and a tenth for those that are
/// spoilt.
pub fn usual_count(workshop: &Workshop, vote: &Vote) -> u32 {
    let waited_for = outcome::seats(workshop, vote).len();
    u32::try_from(waited_for.saturating_add(waited_for.div_ceil(10))).unwrap_or(u32::MAX).max(1)
}

/// The papers with these numbers (the first ever is 1).
pub fn html(workshop: &Workshop, vote: &Vote, numbers: RangeInclusive<u32>) -> String {
    let tongues = Lang::ALL.map(|lang| (lang, Tongue::new(lang)));
    let options = vote.options().iter().zip(1_usize..).map(|(key, canonical)| Choice {
        canonical,
        label: workshop.proposals.label(*key).into_owned(),
        title: workshop.proposals.any(*key).map(|proposal| &proposal.title),
        key: *key,
    });
    let sheet = Sheet { vote, options: options.collect(), tongues: &tongues };
    let first = tongues.first().map_or(Lang::En, |(lang, _)| *lang);
    let page = html! {
        (DOCTYPE)
        html lang=(first.code()) {
            head {
                meta charset="utf-8";
                title { (sheet.plain_title()) }
                style { (PreEscaped(STYLE)) }
            }
            body { @for number in numbers { (sheet.paper(number)) } }
        }
    };
    page.into_string()
}

/// An option as it stands on all papers.
struct Choice<'a> {
    key: EventId,
    /// Its number at the ballot desk, from 1.
    canonical: usize,
    label: String,
    title: Option<&'a Bilingual>,
}

/// What all papers of a vote share.
struct Sheet<'a> {
    vote: &'a Vote,
    options: Vec<Choice<'a>>,
    tongues: &'a [(Lang, Tongue)],
}

impl Sheet<'_> {
    fn plain_title(&self) -> &str {
        self.vote.title.in_(Lang::En)
    }

    /// A message in each language, one below the other.
    fn said(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Markup {
        html! {
            @for (lang, tongue) in self.tongues { p class=(lang.code()) lang=(lang.code()) { (tongue.with(id, args)) } }
        }
    }

    /// A message in each language, side by side.
    fn beside(&self, id: &str) -> Markup {
        html! {
            @for (place, (lang, tongue)) in self.tongues.iter().enumerate() {
                @if place > 0 { " · " }
                span lang=(lang.code()) { (tongue.say(id)) }
            }
        }
    }

    /// The options in the order of this paper; that of the vote where none was drawn.
    fn in_order(&self, number: u32) -> Vec<&Choice<'_>> {
        let keys: Vec<EventId> = self.options.iter().map(|option| option.key).collect();
        let order = match self.vote.order_seed() {
            Some(seed) => ballot_order(&keys, seed, number.saturating_sub(1)),
            None => keys,
        };
        order.iter().filter_map(|key| self.options.iter().find(|option| option.key == *key)).collect()
    }

    fn paper(&self, number: u32) -> Markup {
        let keep = if self.vote.is_secret() { "papers-keep" } else { "papers-keep-named" };
        html! {
            section.paper {
                div.stub {
                    div.number { "№ " (number) }
                    div.what { b { (self.question(" / ")) } (self.said(keep, &[])) }
                }
                div.cut { "✂ " (self.beside("papers-cut")) }
                @for lang in Lang::ALL {
                    @if let Some(title) = self.vote.title.get(lang) { h1 class=(lang.code()) lang=(lang.code()) { (title) } }
                }
                div.how { (self.how()) }
                table {
                    thead {
                        tr {
                            th { (self.beside("papers-option")) }
                            th { (self.beside("papers-number")) }
                            th { div.number { "№ " (number) } (self.beside("papers-your-mark")) }
                        }
                    }
                    @if let Some(hash) = self.vote.short_hash() {
                        tfoot { tr { td colspan="3" { (self.said("papers-foot", &[("hash", hash.into())])) } } }
                    }
                    tbody { @for option in self.in_order(number) { (self.option(option)) } }
                }
                @if !self.vote.method().chooses() || self.vote.method() == Method::Score { (self.desk()) }
            }
        }
    }

    /// The question in the languages that it has.
    fn question(&self, between: &str) -> String {
        let forms: Vec<&str> = Lang::ALL.iter().filter_map(|lang| self.vote.title.get(*lang)).collect();
        forms.join(between)
    }

    fn how(&self) -> Markup {
        let method = self.vote.method();
        let (dots, cap) = (self.vote.dots(), self.circles());
        let args = [("dots", dots.into()), ("cap", cap.into())];
        let id = match method {
            Method::Dots if cap > MOST_CIRCLES => "papers-how-dots-written".to_owned(),
            _ => format!("papers-how-{}", method.name()),
        };
        html! {
            (self.said(&id, &args))
            @if method == Method::Gradients {
                ol {
                    @for step in 1..=method.highest().unwrap_or(0) {
                        li { (self.beside(&format!("gradient-{step}"))) }
                    }
                }
            }
        }
    }

    /// The most dots that an option can get.
    fn circles(&self) -> u32 {
        self.vote.cap().min(self.vote.dots()).max(1)
    }

    fn option(&self, option: &Choice<'_>) -> Markup {
        let forms = Lang::ALL.map(|lang| Some((lang, option.title?.get(lang)?)));
        let wide = self.vote.method() == Method::Gradients
            || self.vote.method() == Method::Dots && self.circles() > 5;
        html! {
            tr {
                td.canonical { (option.canonical) }
                td.text {
                    span.label { (option.label) }
                    @if forms.iter().all(Option::is_none) { p { (self.beside("papers-no-title")) } }
                    @for (lang, words) in forms.into_iter().flatten() {
                        p class=(lang.code()) lang=(lang.code()) { (words) }
                    }
                }
                td class={ "marks" @if wide { " wide" } } { (self.marks()) }
            }
        }
    }

    /// What is filled in beside an option.
    fn marks(&self) -> Markup {
        let method = self.vote.method();
        match method {
            Method::Dots if self.circles() <= MOST_CIRCLES => html! {
                @for _ in 0..self.circles() { span.one { span.circle {} } }
            },
            Method::Dots | Method::Rank => html! { span class="box written" {} },
            Method::Approval => html! { span.box {} },
            Method::Score | Method::Gradients => html! {
                @for step in 1..=method.highest().unwrap_or(0) { span.one { span class="circle numbered" { (step) } } }
            },
            Method::Consent => html! {
                @for step in 1..=method.highest().unwrap_or(0) {
                    div { (self.beside(&format!("consent-{step}"))) " " span class="circle numbered" { (step) } }
                }
            },
        }
    }

    /// Boxes in the order in which the ballot desk is told steps of a scale, which is not that of the paper.
    fn desk(&self) -> Markup {
        html! {
            div.desk {
                (self.beside("papers-desk"))
                div { @for option in &self.options { span.one { (option.canonical) " " span.box {} } } }
            }
        }
    }
}
