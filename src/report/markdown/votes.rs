//! Votes: the rule, the turnout and, once it may be told, the result.

use super::conflict;
use super::escape::{Md, md};
use super::page::Page;
use crate::language::Messages;
use crate::report::model::{Model, Ref, Tally, Vote};
use crate::report::{words, worth};
use crate::workshop::text::Lang;

pub(super) fn votes(page: &mut Page<'_>, model: &Model) {
    if model.votes.is_empty() {
        return;
    }
    page.title(2, "report-votes");
    model.votes.iter().for_each(|vote| one(page, vote));
}

fn one(page: &mut Page<'_>, vote: &Vote) {
    page.typed_title(3, &vote.id, &vote.title);
    let stage = page.speak(" · ", |messages| Md::typed(&words::word(messages, "vote-stage", vote.stage)));
    page.labelled(0, "report-stage", &stage);
    page.bullet(0, &page.speak(" · ", |messages| Md::typed(&words::rule(messages, vote))));
    page.bullet(0, &page.say(if vote.secret { "report-secret" } else { "report-not-secret" }));
    let tie = page.speak(" · ", |messages| Md::typed(&words::word(messages, "tie", &vote.tie)));
    page.labelled(0, "report-tie-rule", &tie);
    let threshold = format!("{:.0}%", vote.threshold * 100.0);
    page.labelled(0, "report-threshold", &Md::typed(&threshold));
    page.labelled(0, "report-hash", &Md::typed(vote.hash.as_deref().unwrap_or_default()));
    page.labelled(0, "report-open-gates", &Md::typed(&vote.open_gates.join(", ")));
    for waived in &vote.waived {
        page.labelled(
            0,
            "report-waived",
            &md!("{} ({})", Md::typed(&waived.gate), Md::typed(&waived.reason)),
        );
    }
    if vote.stage != "prepared" {
        let turnout = page.speak(" · ", |messages| Md::typed(&words::turnout(messages, vote)));
        page.labelled(0, "report-turnout-name", &turnout);
    }
    around(page, vote);
    if words::counts_both(vote) {
        page.bullet(0, &page.say("report-closed-twice"));
    }
    if let Some(versions) = conflict(page, &vote.versions) {
        page.bullet(0, &versions);
    }
    if let Some(why) = words::no_result(vote) {
        let why = page.say(why);
        page.paragraph(&why);
    }
    match &vote.result {
        Some(result) => told(page, vote, result),
        None => {
            let rows: Vec<_> = vote.options.iter().map(|option| vec![named(page, option)]).collect();
            page.table(&["report-options"], &rows);
        }
    }
}

/// What else there is to say of who voted and how.
pub(super) fn around(page: &mut Page<'_>, vote: &Vote) {
    // Each tongue says the same lines.
    for (place, (label, _)) in words::around(&Messages::new(Lang::En), vote).into_iter().enumerate() {
        let said = |messages: &Messages| {
            words::around(messages, vote).get(place).map(|(_, says)| Md::typed(says)).unwrap_or_default()
        };
        page.labelled(0, label, &page.speak(" · ", said));
    }
}

fn named(page: &Page<'_>, option: &Ref) -> Md {
    md!("{} {}", Md::typed(&option.id), page.text(&option.title))
}

fn told(page: &mut Page<'_>, vote: &Vote, result: &Tally) {
    let counted = if vote.turnout.hands { "report-counted-hands" } else { "report-counted" };
    page.labelled(0, counted, &result.ballots.into());
    for (message, whose) in words::not_counted(result) {
        page.labelled(0, message, &Md::typed(&whose));
    }
    page.labelled(
        0,
        "report-decided",
        &page.speak(" · ", |messages| Md::typed(&words::decided_in(messages, vote, result))),
    );
    if let Some(seed) = result.seed {
        page.labelled(0, "report-seed", &seed.into());
        page.labelled(0, "report-drawn", &Md::typed(&result.drawn.join(", ")));
    }
    let yes = page.say("report-yes");
    let rows: Vec<Vec<Md>> = result
        .rows
        .iter()
        .map(|row| {
            vec![
                row.rank.into(),
                md!("{} {}", Md::typed(&row.option), page.text(&row.title)),
                row.total.into(),
                row.supporters.into(),
                if row.agreed { yes.clone() } else { Md::default() },
                page.say(&format!("report-forward-{}", row.forward.name())),
                Md::typed(&row.ideas.join(", ")),
            ]
        })
        .collect();
    page.table(
        &[
            "report-rank",
            "report-option",
            &format!("report-{}", vote.unit),
            "report-supporters",
            "report-agreed",
            "report-forward",
            "report-sources",
        ],
        &rows,
    );
    worth(page, result);
    let ballots: Vec<Vec<Md>> = result
        .cast
        .iter()
        .map(|line| {
            let votes: Vec<String> =
                line.votes.iter().map(|(option, dots)| format!("{option}: {dots}")).collect();
            vec![Md::typed(&line.voter), Md::typed(&votes.join(", "))]
        })
        .collect();
    page.table(&[if vote.secret { "report-paper" } else { "report-voter" }, "report-ballots"], &ballots);
}

/// What the ranking is worth.
fn worth(page: &mut Page<'_>, result: &Tally) {
    let Some(findings) = &result.findings else { return };
    let sentences = |page: &mut Page<'_>, say: &dyn Fn(&Messages) -> Vec<String>| {
        // Both languages say as many sentences.
        for place in 0..page.count(say) {
            let one = |messages: &Messages| Md::typed(&say(messages).get(place).cloned().unwrap_or_default());
            page.bullet(0, &page.speak(" · ", one));
        }
    };
    let title = page.say("worth-title");
    page.paragraph(&title);
    sentences(page, &|messages| worth::solid(messages, findings));
    sentences(page, &|messages| vec![worth::common_ground(messages, findings)]);
    sentences(page, &|messages| worth::rankings(messages, findings));
    sentences(page, &|messages| worth::fair_share(messages, findings, result.ballots));
    let rows: Vec<Vec<Md>> = result
        .rows
        .iter()
        .map(|row| {
            let option = md!("{} {}", Md::typed(&row.option), page.text(&row.title));
            std::iter::once(option)
                .chain(
                    worth::agreement_cells(page.first(), findings, &row.option).into_iter().map(Md::figures),
                )
                .collect()
        })
        .collect();
    let heads = worth::agreement_heads(worth::is_scaled(findings), findings.change.is_some());
    page.table(&std::iter::once("report-option").chain(heads).collect::<Vec<_>>(), &rows);
}
