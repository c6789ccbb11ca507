//! A proposal in full, in lines: what it is, what it comes from, what comes from it.

use crate::language::{Messages, date};
use crate::theme::Role;
use crate::tui::screens::proposals::{Facts, versions};
use crate::tui::screens::shared::naming;
use crate::tui::widgets::list::Part;
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::ideas::{self, Idea, Sort};
use crate::workshop::proposals::Proposal;
use crate::workshop::text::{Lang, Text};
use crate::workshop::thing::{Bilingual, Thing};
use crate::wrap;

/// The columns of a field's name.
const LABEL: usize = 12;

struct Page<'a> {
    workshop: &'a Workshop,
    messages: &'a Messages,
    facts: &'a Facts,
    width: usize,
    lines: Vec<Vec<Part>>,
}

/// The lines of a proposal, none wider than `width`.
pub(crate) fn lines(
    workshop: &Workshop,
    messages: &Messages,
    facts: &Facts,
    of: EventId,
    width: usize,
) -> Vec<Vec<Part>> {
    let mut page = Page { workshop, messages, facts, width, lines: Vec::new() };
    if let Some(proposal) = workshop.proposals.get(of) {
        page.titles(proposal);
        page.state(proposal);
        page.fields(proposal);
        page.versions(of);
        page.sources(proposal);
        page.commitments(of);
    }
    page.lines
}

impl Page<'_> {
    fn lang(&self) -> Lang {
        self.messages.lang()
    }

    fn blank(&mut self) {
        self.lines.push(Vec::new());
    }

    /// Words over as many lines as they need, all but the first set in.
    fn words(&mut self, words: &str, indent: usize, role: Role) {
        for line in wrap::wrap(words, self.width.saturating_sub(indent)) {
            self.lines.push(vec![(" ".repeat(indent), Role::Ink), (line.to_owned(), role)]);
        }
    }

    fn heading(&mut self, id: &str, count: usize) {
        self.blank();
        let words = match count {
            0 => self.messages.say(id),
            n => format!("{} · {n}", self.messages.say(id)),
        };
        self.words(&words, 0, Role::Title);
    }

    fn titles(&mut self, proposal: &Proposal) {
        let lang = self.lang();
        self.words(proposal.title.in_(lang), 0, Role::Title);
        match (proposal.title.get(lang), proposal.title.get(lang.other())) {
            (Some(_), Some(other)) => self.words(other, 0, Role::Quiet),
            (here, _) => {
                let missing = if here.is_none() { lang } else { lang.other() };
                let said = self.messages.say(&format!("proposals-missing-{missing}"));
                self.words(&format!("◌ {said}"), 0, Role::Time);
            }
        }
        self.blank();
    }

    fn state(&mut self, proposal: &Proposal) {
        let state = proposal.state();
        self.field("proposals-state", &[(super::state(state, self.messages), super::role(state))]);
        let Some(ranked) = self.facts.ranks.get(&proposal.key()) else { return };
        let Some(vote) = self.facts.vote.and_then(|vote| self.workshop.votes.get(vote)) else { return };
        let id = if ranked.shared { "proposals-ranked-shared" } else { "proposals-ranked" };
        let of = self.facts.ranks.len();
        let dots = self.messages.with("count-dots", &[("n", ranked.dots.into())]);
        let said = self.messages.with(id, &[("rank", ranked.rank.into()), ("of", of.into())]);
        let vote = vote.title.in_(self.lang()).to_owned();
        self.field("proposals-rank", &[(format!("{said} · {dots}"), Role::Ink), (vote, Role::Quiet)]);
    }

    /// A field: its name, and one value or more below each other.
    fn field(&mut self, id: &str, values: &[Part]) {
        let label = self.messages.say(id);
        let mut label = wrap::pad(&label, LABEL - 1) + " ";
        for (value, role) in values {
            for line in wrap::wrap(value, self.width.saturating_sub(LABEL)) {
                self.lines.push(vec![(label, Role::Quiet), (line.to_owned(), *role)]);
                label = " ".repeat(LABEL);
            }
        }
    }

    fn fields(&mut self, proposal: &Proposal) {
        let lang = self.lang();
        let nothing = || vec![("–".to_owned(), Role::Quiet)];
        let or_nothing = |parts: Vec<Part>| if parts.is_empty() { nothing() } else { parts };
        let texts = |texts: &[Text]| {
            texts
                .iter()
                .filter(|text| !text.is_empty())
                .flat_map(|text| self.text(text, lang))
                .collect::<Vec<Part>>()
        };
        let terms = |tags: Option<&Vec<std::sync::Arc<str>>>| {
            tags.into_iter()
                .flatten()
                .map(|tag| (naming::term(self.workshop, tag, lang), Role::Ink))
                .collect::<Vec<Part>>()
        };
        let one = |text: &Bilingual| texts(&[text.text()]);
        let fields = [
            ("proposals-leads", texts(proposal.leads())),
            ("proposals-partners", texts(proposal.partners())),
            ("proposals-place", one(&proposal.place)),
            ("proposals-when", one(&proposal.when)),
            ("proposals-enablers", terms(proposal.enablers.get())),
            ("proposals-ephos", terms(proposal.ephos.get())),
        ];
        for (id, parts) in fields {
            self.field(id, &or_nothing(parts));
        }
    }

    /// A text in the interface language, with the other behind it where both fit into a line.
    fn text(&self, text: &Text, lang: Lang) -> Vec<Part> {
        let here = text.in_(lang);
        let other = text.get(lang).and(text.get(lang.other())).filter(|other| *other != here);
        let fits = |other: &&str| {
            LABEL + wrap::columns(here) + wrap::columns(other) + 3 <= self.width.min(LABEL + 80)
        };
        match other.filter(fits) {
            Some(other) => vec![(format!("{here} · {other}"), Role::Ink)],
            None => vec![(here.to_owned(), Role::Ink)],
        }
    }

    fn versions(&mut self, of: EventId) {
        let found = versions(self.workshop, self.messages, of);
        if found.is_empty() {
            return;
        }
        self.blank();
        self.words(&self.messages.say("proposals-torn"), 0, Role::Time);
        for version in found {
            let field = self.messages.say(version.field);
            self.words(&format!("{field}: {} ({})", version.shown, version.who), 2, Role::Ink);
        }
    }

    fn sources(&mut self, proposal: &Proposal) {
        let ideas = &self.workshop.ideas;
        let there: Vec<&Idea> = proposal.ideas().iter().filter_map(|key| ideas.get(*key)).collect();
        self.heading("proposals-source-ideas", there.len());
        if there.is_empty() {
            return self.words(&self.messages.say("proposals-no-sources"), 0, Role::Quiet);
        }
        for idea in there {
            let mark = if ideas.label(idea.key()).len() <= 12 && idea.made().id.is_some() {
                format!("{} ", ideas.label(idea.key()))
            } else {
                String::new()
            };
            let lang = self.lang();
            let quoted = self.messages.with("quoted", &[("text", idea.text.in_(lang).into())]);
            self.words(&format!("{mark}{quoted}"), 0, Role::Ink);
            let about = self.about_idea(idea);
            self.words(&about.join(" · "), 2, Role::Quiet);
        }
    }

    /// Where, when and by whom it was said, and what else must be known of it.
    fn about_idea(&self, idea: &Idea) -> Vec<String> {
        let lang = self.lang();
        let mut about = Vec::new();
        if !idea.room().is_empty() {
            about.push(naming::room(&self.facts.rooms, idea.room(), lang));
        }
        about.push(date::moment(self.messages, &self.workshop.meeting.local(idea.made().at)));
        if !idea.author().is_empty() {
            about.push(naming::somebody(self.workshop, idea.author(), lang));
        }
        if idea.sort() != Sort::Idea {
            about.push(self.messages.say(&format!("idea-kind-{}", idea.sort().name())));
        } else if idea.is_off_record() {
            about.push(self.messages.say("idea-kind-off-record"));
        }
        let kept = ideas::kept(&self.workshop.ideas, idea.key());
        if kept != idea.key()
            && let Some(kept) = self.workshop.ideas.get(kept)
        {
            let words = wrap::cut_with_ellipsis(kept.text.in_(lang), 40).into_owned();
            about.push(self.messages.with("proposals-merged-into", &[("words", words.into())]));
        }
        about
    }

    fn commitments(&mut self, of: EventId) {
        let all = self.facts.commitments.get(&of).map(Vec::as_slice).unwrap_or_default();
        self.heading("proposals-commitments", all.len());
        if all.is_empty() {
            return self.words(&self.messages.say("proposals-no-commitments"), 0, Role::Quiet);
        }
        let lang = self.lang();
        for commitment in all.iter().filter_map(|key| self.workshop.commitments.get(*key)) {
            let mark = if commitment.is_done() { "✓" } else { "○" };
            let id = self.workshop.commitments.label(commitment.key());
            self.words(&format!("{mark} {id} {}", commitment.text.in_(lang)), 0, Role::Ink);
            let mut about = vec![naming::somebody(self.workshop, commitment.owner(), lang)];
            about.extend(commitment.due().map(|due| date::long_day(self.messages, due)));
            self.words(&about.join(" · "), 2, Role::Quiet);
        }
    }
}
