//! Proposals, commitments and ideas.

use super::conflict;
use super::escape::{Md, md};
use super::page::Page;
use crate::report::model::{Idea, Model, Proposal};
use crate::report::words;
use crate::workshop::text::Text;

pub(super) fn proposals(page: &mut Page<'_>, model: &Model) {
    if model.proposals.is_empty() {
        return;
    }
    page.title(2, "report-proposals");
    model.proposals.iter().for_each(|proposal| one(page, model, proposal));
}

fn one(page: &mut Page<'_>, model: &Model, proposal: &Proposal) {
    page.typed_title(3, &proposal.id, &proposal.title);
    let state =
        page.speak(" · ", |messages| Md::typed(&words::word(messages, "proposal-state", &proposal.state)));
    page.labelled(0, "report-state", &state);
    let several = |list: &[Text]| words::joined(list, "; ");
    let fields = [
        ("report-leads", several(&proposal.leads)),
        ("report-partners", several(&proposal.partners)),
        ("report-place", proposal.place.clone()),
        ("report-when", proposal.when.clone()),
        ("report-enablers", words::terms(model, &proposal.enablers)),
        ("report-ephos", words::terms(model, &proposal.ephos)),
    ];
    for (label, text) in fields {
        page.labelled(0, label, &page.inline(&text));
    }
    if !proposal.ideas.is_empty() {
        page.bullet(0, &md!("{}:", page.say("report-sources")));
    }
    for source in &proposal.ideas {
        let words = page.inline(&source.text);
        let author = source.author_name.clone().unwrap_or_else(|| Text::plain(&source.author));
        let by = if source.author.is_empty() { Md::default() } else { md!(" ({})", page.inline(&author)) };
        page.bullet(1, &md!("{}: {}{}", Md::typed(&source.id), words, by));
    }
    if let Some(versions) = conflict(page, &proposal.versions) {
        page.bullet(0, &versions);
    }
}

pub(super) fn commitments(page: &mut Page<'_>, model: &Model) {
    if model.commitments.is_empty() {
        return;
    }
    page.title(2, "report-commitments");
    let rows: Vec<Vec<Md>> = model
        .commitments
        .iter()
        .map(|commitment| {
            let what = page.text(&commitment.text);
            let proposal =
                commitment.proposal.as_ref().map(|proposal| Md::typed(&proposal.id)).unwrap_or_default();
            vec![
                match conflict(page, &commitment.versions) {
                    Some(versions) => md!("{}<br>{}", what, versions),
                    None => what,
                },
                page.text(&commitment.who()),
                page.text(&words::joined(&commitment.with_names, "; ")),
                commitment
                    .due
                    .map(|due| page.speak("<br>", |messages| Md::typed(&words::date(messages, due))))
                    .unwrap_or_default(),
                proposal,
                page.say(if commitment.done { "report-yes" } else { "report-no" }),
            ]
        })
        .collect();
    page.table(
        &["report-what", "report-who", "report-with", "report-due", "report-proposal", "report-done"],
        &rows,
    );
}

pub(super) fn ideas(page: &mut Page<'_>, model: &Model) {
    let rooms = model.by_room();
    if !rooms.is_empty() {
        page.title(2, "report-ideas");
    }
    for (room, ideas) in &rooms {
        if room.id.is_empty() {
            page.title(3, "report-no-room");
        } else {
            page.typed_title(3, "", &room.title);
        }
        ideas.iter().for_each(|idea| tell(page, model, idea, 0));
    }
    let parked: Vec<&Idea> = model.parking().collect();
    if !parked.is_empty() {
        page.title(2, "report-parking");
        parked.iter().for_each(|idea| tell(page, model, idea, 0));
    }
    if let Some(count) = model.off_record.filter(|count| *count > 0) {
        let line = page.with("report-off-record", &[("n", count.into())]);
        page.paragraph(&line);
    }
}

fn tell(page: &mut Page<'_>, model: &Model, idea: &Idea, depth: usize) {
    let about = page.speak(" · ", |messages| Md::typed(&words::about(messages, model, idea).join("; ")));
    let about = if about.is_empty() { about } else { md!(" ({})", about) };
    page.bullet(depth, &md!("{}: {}{}", Md::typed(&idea.id), page.inline(&idea.text), about));
    if let Some(versions) = conflict(page, &idea.versions) {
        page.bullet(depth + 1, &versions);
    }
    if !idea.merged.is_empty() {
        page.bullet(depth + 1, &md!("{}:", page.say("report-merged")));
        idea.merged.iter().for_each(|merged| tell(page, model, merged, depth + 2));
    }
}
