//! Ballot papers to print: one page of HTML with everything in it, one A4 sheet a paper where it can be, in both languages.
//!
//! The options stand on each paper in an order of its own ([`ballot_order`]), each with the number under which it is typed at
//! the ballot desk. The number of the paper stands on the stub, and again at the head of every sheet the paper goes on to, with
//! which of how many it is ([`sheets`]). Everything typed goes through `maud`, which escapes it.

mod sheets;

use std::ops::{Range, RangeInclusive};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::language::{Arg, Messages};
use crate::report::outcome;
use crate::report::papers::sheets::Letters;
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::text::Lang;
use crate::workshop::thing::Bilingual;
use crate::workshop::votes::Vote;
use crate::workshop::votes::ballot_order::ballot_order;
use crate::workshop::votes::ballot_rules::Method;

const STYLE: &str = include_str!("papers.css");
/// The most circles beside an option; where it can get more dots, their number is written.
const MOST_CIRCLES: u32 = 10;

/// The most circles and steps that stand in one line.
const IN_LINE: u32 = 5;
const STEPS_IN_LINE: u32 = 4;

/// Columns, in thousandths of a millimetre: the number at the desk, and the least that marks take.
const CANONICAL: u32 = 13_000;
const LEAST_MARKS: u32 = 27_000;
/// What parts the words of a cell from those of the next.
const PADDING: u32 = 4_000;

/// How titles are set.
#[derive(Clone, Copy)]
struct Setting {
    name: &'static str,
    letters: Letters,
    /// One language below the other.
    stacked: bool,
    /// What is above and below the words of a row, and the line.
    air: u32,
}

/// Ways to set the titles, the most easily read first: the first of those that take the fewest sheets is taken.
const SETTINGS: [Setting; 6] = [
    Setting::of("large", 110, 4_300, false),
    Setting::of("large", 110, 4_300, true),
    Setting::of("usual", 95, 2_300, false),
    Setting::of("usual", 95, 2_300, true),
    Setting::of("dense", 90, 1_300, false),
    Setting::of("dense", 90, 1_300, true),
];

impl Setting {
    const fn of(name: &'static str, size: u32, air: u32, stacked: bool) -> Self {
        Self { name, letters: Letters::of(size), stacked, air }
    }
}

/// How many papers are printed when nobody says so: one for each ballot that is waited for, and a tenth for those that are
/// spoilt.
pub(crate) fn usual_count(workshop: &Workshop, vote: &Vote) -> u32 {
    let waited_for = outcome::seats(workshop, vote).len();
    u32::try_from(waited_for.saturating_add(waited_for.div_ceil(10))).unwrap_or(u32::MAX).max(1)
}

/// What is said once papers of these numbers are written.
pub(crate) fn said(messages: &Messages, numbers: &RangeInclusive<u32>, path: &str) -> String {
    let (first, last) = (*numbers.start(), *numbers.end());
    let count = last.saturating_sub(first).saturating_add(1);
    let args =
        [("count", count.into()), ("first", first.into()), ("last", last.into()), ("path", path.into())];
    messages.with("said-papers", &args)
}

/// The papers with these numbers (the first ever is 1).
pub(crate) fn html(workshop: &Workshop, vote: &Vote, numbers: RangeInclusive<u32>) -> String {
    let tongues = Lang::ALL.map(|lang| (lang, Messages::new(lang)));
    let options = vote.options().iter().zip(1_usize..).map(|(key, canonical)| Choice {
        canonical,
        label: workshop.proposals.label(*key).into_owned(),
        title: workshop.proposals.any(*key).map(|proposal| &proposal.title),
        key: *key,
    });
    let options: Vec<Choice<'_>> = options.collect();
    let has = |lang: &Lang| options.iter().any(|option| option.form(*lang).is_some());
    let mut langs: Vec<Lang> = Lang::ALL.into_iter().filter(has).collect();
    if langs.is_empty() {
        langs.push(Lang::En);
    }
    let [usual, others @ ..] = SETTINGS;
    let mut sheet = Sheet { vote, options, tongues: &tongues, langs, setting: usual };
    let mut fewest = sheet.sheets(&sheet.in_order(1)).len();
    for setting in others {
        let other = Sheet { setting, ..sheet.clone() };
        let count = other.sheets(&other.in_order(1)).len();
        if count < fewest {
            (sheet, fewest) = (other, count);
        }
    }
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
#[derive(Clone)]
struct Choice<'a> {
    key: EventId,
    /// Its number at the ballot desk, from 1.
    canonical: usize,
    label: String,
    title: Option<&'a Bilingual>,
}

impl Choice<'_> {
    /// Its title in this language and no other.
    fn form(&self, lang: Lang) -> Option<&str> {
        self.title?.get(lang).filter(|words| !words.trim().is_empty())
    }
}

/// What all papers of a vote share.
#[derive(Clone)]
struct Sheet<'a> {
    vote: &'a Vote,
    options: Vec<Choice<'a>>,
    tongues: &'a [(Lang, Messages)],
    /// The languages in which options have titles.
    langs: Vec<Lang>,
    setting: Setting,
}

impl Sheet<'_> {
    fn plain_title(&self) -> &str {
        self.vote.title.in_(Lang::En)
    }

    /// A message in each language, one below the other.
    fn said(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Markup {
        html! {
            @for (lang, messages) in self.tongues { p class=(lang.code()) lang=(lang.code()) { (messages.with(id, args)) } }
        }
    }

    /// A message in each language, side by side.
    fn beside(&self, id: &str) -> Markup {
        html! {
            @for (place, (lang, messages)) in self.tongues.iter().enumerate() {
                @if place > 0 { " · " }
                span lang=(lang.code()) { (messages.say(id)) }
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
        let options = self.in_order(number);
        let sheets = self.sheets(&options);
        let count = sheets.len();
        html! {
            section.paper {
                @for (at, part) in sheets.into_iter().enumerate() {
                    div.sheet {
                        @if at == 0 { (self.top(number)) }
                        (self.table(number, (at + 1, count), options.get(part).unwrap_or_default()))
                        @if at + 1 < count {
                            div.on { (self.said("papers-goes-on", &[("sheet", (at + 1).into()), ("of", count.into())])) }
                        } @else {
                            @if self.has_desk() { (self.desk()) }
                            div.end { (self.end()) }
                        }
                    }
                }
            }
        }
    }

    /// What stands above the options on the first sheet: the stub, the question and how it is answered.
    fn top(&self, number: u32) -> Markup {
        html! {
            div.stub {
                div.number { "№ " (number) }
                div.what { b { (self.question(" / ")) } (self.said(self.keep(), &[])) }
            }
            div.cut { "✂ " (self.beside("papers-cut")) }
            @for lang in Lang::ALL {
                @if let Some(title) = self.vote.title.get(lang) { h1 class=(lang.code()) lang=(lang.code()) { (title) } }
            }
            div.how { (self.how()) }
        }
    }

    fn keep(&self) -> &'static str {
        if self.vote.is_secret() { "papers-keep" } else { "papers-keep-named" }
    }

    fn table(&self, number: u32, (at, count): (usize, usize), options: &[&Choice<'_>]) -> Markup {
        let wide = |wide: u32| format!("width:{}.{}mm", wide / 1_000, wide % 1_000 / 100);
        html! {
            table class=(self.setting.name) {
                colgroup {
                    col style=(wide(CANONICAL));
                    @for _ in self.columns() { col style=(wide(self.column())); }
                    col style=(wide(self.marks_width()));
                }
                thead {
                    tr {
                        th { (self.beside("papers-desk-number")) }
                        @for langs in self.columns() { (self.head(langs, (at, count))) }
                        th.mine { div.number { "№ " (number) } (self.said("papers-your-mark", &[])) }
                    }
                }
                @if let Some(hash) = self.vote.short_hash() {
                    tfoot {
                        tr { td colspan=(self.columns().len() + 2) { (self.said("papers-foot", &[("hash", hash.into())])) } }
                    }
                }
                tbody { @for option in options { (self.option(option)) } }
            }
        }
    }

    /// The languages of each column of titles.
    fn columns(&self) -> std::slice::Chunks<'_, Lang> {
        self.langs.chunks(if self.setting.stacked { self.langs.len().max(1) } else { 1 })
    }

    /// The head of the titles in these languages; of the only column, with what is missing in all of it.
    fn head(&self, langs: &[Lang], (at, count): (usize, usize)) -> Markup {
        let here = |lang: Lang| self.columns().len() == 1 || langs.contains(&lang);
        let tongues: Vec<_> = self.tongues.iter().filter(|(lang, _)| here(*lang)).collect();
        let beside = |id: &str, args: &[(&str, Arg<'_>)]| {
            html! {
                @for (place, (lang, messages)) in tongues.iter().enumerate() {
                    @if place > 0 { " · " }
                    span lang=(lang.code()) { (messages.with(id, args)) }
                }
            }
        };
        let missing = self.tongues.iter().filter(|(lang, _)| !self.langs.contains(lang));
        html! {
            th {
                @if count > 1 { p { b { (beside("papers-sheet", &[("sheet", at.into()), ("of", count.into())])) } } }
                (beside("papers-option", &[]))
                @for (lang, messages) in missing {
                    p.none lang=(lang.code()) { (messages.say("papers-titles-not-in")) }
                }
            }
        }
    }

    fn end(&self) -> Markup {
        let args = [("n", self.options.len().into())];
        html! {
            @for (place, (lang, messages)) in self.tongues.iter().enumerate() {
                @if place > 0 { " · " }
                span lang=(lang.code()) { (messages.with("papers-end", &args)) }
            }
        }
    }

    fn has_desk(&self) -> bool {
        !self.vote.method().chooses() || self.vote.method() == Method::Score
    }

    /// Which options stand on each sheet of a paper.
    fn sheets(&self, options: &[&Choice<'_>]) -> Vec<Range<usize>> {
        let said = |id: &str, args: &[(&str, Arg<'_>)], letters: Letters, width: u32| -> u32 {
            self.tongues.iter().map(|(_, messages)| letters.tall(&messages.with(id, args), width)).sum()
        };
        let wide = sheets::WIDTH - PADDING;
        // The stub beside its number, the line that is cut, the question, how it is answered in its frame.
        let stub = Letters::bold(90).tall(&self.question(" / "), wide - 45_000)
            + said(self.keep(), &[], Letters::of(90), wide - 45_000);
        let titles = Lang::ALL.iter().filter_map(|lang| self.vote.title.get(*lang));
        let titles: u32 = titles.map(|title| Letters::bold(130).tall(title, wide)).sum();
        let (id, args) = self.how_said();
        let steps =
            self.listed().map(|steps| steps.map(|step| Letters::of(90).tall(&step, wide / 2 - 12_000)).sum());
        // Two columns of steps, of which neither is taller than half of all and one of them.
        let steps: u32 = steps.map_or(0, |all: u32| all / 2 + 4_000);
        let top =
            stub.max(11_000) + 7_000 + titles + said(&id, &args, Letters::of(100), wide) + steps + 6_000;
        let foot = said("papers-foot", &[("hash", "0".repeat(12).into())], Letters::of(75), wide) + 1_200;
        let one = 13_900 + foot;
        let end = if self.has_desk() { self.desk_height() } else { 0 } + 5_000;
        let rows: Vec<u32> = options.iter().map(|option| self.height(option)).collect();
        let room = |taken: u32| sheets::HEIGHT.saturating_sub(taken);
        let whole = sheets::sheets(&rows, (room(top + one), u32::MAX), end);
        if whole.len() == 1 {
            return whole;
        }
        // Each of several says which it is, and that it goes on.
        let on = said("papers-goes-on", &[("sheet", 1.into()), ("of", 2.into())], Letters::bold(100), wide)
            + 3_500;
        sheets::sheets(&rows, (room(top + one + on), room(one + on)), end.saturating_sub(on))
    }

    /// How tall the row of an option comes out at most.
    fn height(&self, option: &Choice<'_>) -> u32 {
        let width = self.column() - PADDING;
        let tall = |lang: Lang, words: String| {
            let missing = if option.form(lang).is_some() { 0 } else { Letters::of(80).tall("", 1) };
            self.setting.letters.tall(&words, width) + missing
        };
        let words = self.langs.iter().zip(0..).map(|(lang, place)| {
            let label = if place == 0 { option.label.as_str() } else { "" };
            let shown = option.title.map(|title| title.in_(*lang)).unwrap_or_default();
            tall(*lang, format!("{label} {shown}"))
        });
        let words = if self.setting.stacked { words.sum() } else { words.max().unwrap_or(0) };
        let (circles, steps) = (self.circles(), self.vote.method().highest().unwrap_or(1));
        let marks = match self.vote.method() {
            Method::Dots if circles > MOST_CIRCLES => 7_000,
            Method::Dots => 6_500 * circles.div_ceil(IN_LINE),
            Method::Rank => 7_000,
            Method::Approval => 6_500,
            Method::Score => 7_000,
            Method::Gradients | Method::Consent => 7_200 * steps.div_ceil(STEPS_IN_LINE),
        };
        words.max(marks).max(6_500) + self.setting.air
    }

    /// How wide what is filled in is.
    fn marks_width(&self) -> u32 {
        let marks = match self.vote.method() {
            Method::Dots if self.circles() <= MOST_CIRCLES => self.circles().min(IN_LINE) * 7_200,
            Method::Dots | Method::Rank | Method::Approval => 0,
            Method::Score => 5 * 7_700,
            Method::Gradients | Method::Consent => STEPS_IN_LINE * 7_700,
        };
        (marks + PADDING + 500).max(LEAST_MARKS)
    }

    /// How wide the titles in one language are.
    fn column(&self) -> u32 {
        let columns = u32::try_from(self.columns().len()).unwrap_or(1).max(1);
        (sheets::WIDTH - CANONICAL - self.marks_width()) / columns
    }

    /// The question in the languages that it has.
    fn question(&self, between: &str) -> String {
        let forms: Vec<&str> = Lang::ALL.iter().filter_map(|lang| self.vote.title.get(*lang)).collect();
        forms.join(between)
    }

    /// How the question is answered: the message and what stands in it.
    fn how_said(&self) -> (String, [(&'static str, Arg<'static>); 2]) {
        let method = self.vote.method();
        let (dots, cap) = (self.vote.dots(), self.circles());
        let id = match method {
            Method::Dots if cap > MOST_CIRCLES => "papers-how-dots-written".to_owned(),
            _ => format!("papers-how-{}", method.name()),
        };
        (id, [("dots", dots.into()), ("cap", cap.into())])
    }

    /// What each step of a scale means, where its number alone does not say it.
    fn listed(&self) -> Option<impl Iterator<Item = String>> {
        let method = self.vote.method();
        let name = match method {
            Method::Gradients => "gradient",
            Method::Consent => "consent",
            Method::Dots | Method::Approval | Method::Score | Method::Rank => return None,
        };
        let said = move |step: u32| {
            let forms: Vec<String> =
                self.tongues.iter().map(|(_, messages)| messages.say(&format!("{name}-{step}"))).collect();
            forms.join(" · ")
        };
        Some((1..=method.highest().unwrap_or(0)).map(said))
    }

    fn how(&self) -> Markup {
        let (id, args) = self.how_said();
        html! {
            (self.said(&id, &args))
            @if let Some(steps) = self.listed() { ol { @for step in steps { li { (step) } } } }
        }
    }

    /// The most dots that an option can get.
    fn circles(&self) -> u32 {
        self.vote.cap().min(self.vote.dots()).max(1)
    }

    fn option(&self, option: &Choice<'_>) -> Markup {
        html! {
            tr {
                td.canonical { (option.canonical) }
                @for (place, langs) in self.columns().enumerate() {
                    td.text {
                        @for (below, lang) in langs.iter().enumerate() {
                            div class=(lang.code()) lang=(lang.code()) {
                                @if place + below == 0 { span.label { (option.label) } " " }
                                (self.words(option, *lang))
                            }
                        }
                    }
                }
                td.marks { (self.marks()) }
            }
        }
    }

    /// The title in one language; where there is none that is said, beside the one that there is.
    fn words(&self, option: &Choice<'_>, lang: Lang) -> Markup {
        let say = |id: &str| {
            self.tongues.iter().find(|(own, _)| *own == lang).map(|(_, messages)| messages.say(id))
        };
        let other = Lang::ALL.into_iter().find_map(|other| Some((other, option.form(other)?)));
        html! {
            @if let Some(words) = option.form(lang) { (words) }
            @else if let Some((other, words)) = other {
                span lang=(other.code()) { (words) }
                p.none { (say("papers-title-not-in").unwrap_or_default()) }
            } @else { (say("papers-no-title").unwrap_or_default()) }
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
            Method::Score | Method::Gradients | Method::Consent => html! {
                @for step in 1..=method.highest().unwrap_or(0) { span.one { span class="circle numbered" { (step) } } }
            },
        }
    }

    /// How tall the boxes for the desk come out: each is at most 16 mm wide.
    fn desk_height(&self) -> u32 {
        let boxes = u32::try_from(self.options.len()).unwrap_or(u32::MAX / 10_000);
        6_000 + boxes.div_ceil(11) * 7_500
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
