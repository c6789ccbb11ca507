//! The annex on method: how each vote was held, by what the ACCORD checklist asks for and a program can know.

use super::escape::{Md, md};
use super::page::Page;
use super::votes;
use crate::report::model::{Edition, Held, Model, Tally, Vote};
use crate::report::{words, worth};

pub(super) fn annex(page: &mut Page<'_>, model: &Model) {
    let told: Vec<(&Vote, &Held, &Tally)> = model
        .votes
        .iter()
        .filter_map(|vote| Some((vote, vote.held.as_ref()?, vote.result.as_ref()?)))
        .collect();
    if told.is_empty() {
        return;
    }
    page.title(2, "annex-title");
    let about = page.say("annex-about");
    page.paragraph(&about);
    for (vote, held, result) in &told {
        page.typed_title(3, &vote.id, &vote.title);
        one(page, model.edition, vote, held, result);
    }
    if told.iter().any(|(_, _, result)| result.findings.is_some()) {
        page.title(3, "worth-means");
        for meaning in worth::MEANINGS {
            page.bullet(0, &page.say(meaning));
        }
    }
}

fn one(page: &mut Page<'_>, edition: Edition, vote: &Vote, held: &Held, result: &Tally) {
    let who = match held.named_voters {
        None => page.say("annex-who-present"),
        Some(n) => page.with("annex-who-named", &[("n", n.into())]),
    };
    page.labelled(0, "annex-who", &who);
    page.labelled(0, "annex-how", &page.speak(" · ", |messages| Md::typed(&words::rule(messages, vote))));
    if let Some(rule) = held.dots_rule {
        page.labelled(0, "annex-dots-rule", &page.say(&format!("dots-rule-{rule}")));
    }
    let before = page.speak(" · ", |messages| {
        let tie = words::word(messages, "tie", &vote.tie);
        let threshold = worth::percent(vote.threshold);
        let about = [("threshold", Md::typed(&threshold).into()), ("tie", Md::typed(&tie).into())];
        Md::with(messages, "annex-before-told", &about)
    });
    page.labelled(0, "annex-before", &before);
    page.labelled(
        0,
        "annex-anonymity",
        &page.say(if vote.secret { "report-secret" } else { "report-not-secret" }),
    );
    // Nobody has a ballot where hands are counted.
    if let Some(seed) = held.order_seed.filter(|_| !vote.turnout.hands) {
        page.labelled(0, "annex-order", &page.with("annex-order-told", &[("seed", Md::from(seed).into())]));
    }
    page.labelled(0, "annex-frozen", &Md::typed(vote.hash.as_deref().unwrap_or_default()));
    if edition == Edition::Internal {
        gates(page, vote, held);
    }
    round(page, held);
    let times = [&vote.opened, &vote.closed].into_iter().flatten();
    let times = times.map(|at| Md::typed(&format!("{} {}", at.date(), at.clock())));
    page.labelled(0, "annex-times", &Md::join(times, " – "));
    taken_part(page, edition, vote, held, result);
    let on_the_line = |id: &str| result.rows.iter().any(|row| row.on_the_line && row.option == id);
    let line: Vec<&str> =
        vote.options.iter().map(|option| option.id.as_str()).filter(|id| on_the_line(id)).collect();
    let none = page.say("annex-no-ties");
    page.labelled(0, "annex-ties", &if line.is_empty() { none } else { Md::typed(&line.join(", ")) });
    // Once the run-off has said it, nothing is owed any more.
    if held.runoff.as_ref().is_none_or(|runoff| runoff.forward.is_empty()) {
        page.labelled(
            0,
            "report-decided",
            &page.speak(" · ", |messages| Md::typed(&words::decided(messages, vote, result))),
        );
    }
    if let Some(runoff) = &held.runoff {
        let said = page.speak(" · ", |messages| {
            let forward = Md::typed(&worth::options(messages, &runoff.forward));
            let id = if runoff.forward.is_empty() { "annex-runoff-to-come" } else { "annex-runoff-told" };
            Md::with(messages, id, &[("vote", Md::typed(&runoff.vote).into()), ("forward", forward.into())])
        });
        page.labelled(0, "annex-runoff", &said);
    }
    // Chance decided nothing where hands were counted and no lot was drawn.
    if let Some(seed) = held.seed.filter(|_| result.findings.is_some() || !result.drawn.is_empty()) {
        page.labelled(0, "annex-seed", &seed.into());
    }
    if !result.drawn.is_empty() {
        page.labelled(0, "report-drawn", &Md::typed(&result.drawn.join(", ")));
    }
    let forward = result.rows.iter().filter(|row| row.forward.name() == "yes");
    let forward: Vec<String> = forward.map(|row| row.option.clone()).collect();
    page.labelled(
        0,
        "annex-forward",
        &page.speak(" · ", |messages| Md::typed(&worth::options(messages, &forward))),
    );
}

fn gates(page: &mut Page<'_>, vote: &Vote, held: &Held) {
    let named = |page: &Page<'_>, gates: &[&str]| {
        page.speak(" · ", |messages| {
            let names: Vec<String> = gates.iter().map(|gate| words::word(messages, "gate", gate)).collect();
            Md::typed(&names.join(", "))
        })
    };
    if !held.gates_passed.is_empty() {
        page.labelled(0, "annex-gates", &named(page, &held.gates_passed));
    }
    for waived in &vote.waived {
        let text = md!("{}: {}", named(page, &[&*waived.gate]), Md::typed(&waived.reason));
        page.labelled(0, "annex-waived", &text);
    }
    if !vote.open_gates.is_empty() {
        let open: Vec<&str> = vote.open_gates.iter().map(AsRef::as_ref).collect();
        page.labelled(0, "annex-open-gates", &named(page, &open));
    }
    for dismissal in &held.dismissed {
        let text = format!("{}: {}", dismissal.options.join(" / "), dismissal.reason);
        page.labelled(0, "annex-dismissed", &Md::typed(&text));
    }
    page.labelled(0, "annex-taken-off", &Md::typed(&held.taken_off.join(", ")));
}

/// Stages stand with whatever else is said of who voted and how.
fn round(page: &mut Page<'_>, held: &Held) {
    let rounds = [("annex-round-runoff", &held.runoff_of), ("annex-round-again", &held.round_after)];
    for (id, vote) in rounds {
        if let Some(vote) = vote {
            page.labelled(0, "annex-round", &page.with(id, &[("vote", Md::typed(vote).into())]));
        }
    }
}

/// Turnout, and whatever became of ballots but being counted.
fn taken_part(page: &mut Page<'_>, edition: Edition, vote: &Vote, held: &Held, result: &Tally) {
    let turnout = vote.turnout;
    let share = if turnout.seats == 0 { 0.0 } else { turnout.ballots as f64 / turnout.seats as f64 };
    let args = [
        ("ballots", turnout.ballots.into()),
        ("seats", turnout.seats.into()),
        ("percent", Md::typed(&worth::percent(share)).into()),
        ("counted", result.ballots.into()),
    ];
    let told = if turnout.hands {
        page.speak(" · ", |messages| Md::typed(&words::turnout(messages, vote)))
    } else {
        page.with("annex-turnout-told", &args)
    };
    page.labelled(0, "annex-turnout", &told);
    votes::around(page, vote);
    if edition == Edition::Public {
        // How many, not who.
        let counts = [("report-proxies", held.by_proxy), ("annex-unheard", held.unheard)];
        for (id, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
            page.labelled(0, id, &count.into());
        }
    }
    if held.corrected > 0 {
        page.labelled(0, "annex-corrected", &held.corrected.into());
    }
    if let Some(set) = held.changed_budget {
        let args = [("dots", set.dots.into()), ("cap", set.cap.into())];
        page.labelled(0, "annex-budget", &page.with("annex-budget-told", &args));
    }
    for (message, whose) in words::not_counted(result) {
        page.labelled(0, message, &Md::typed(&whose));
    }
    for aside in &result.set_aside {
        let why = page.say(&format!("aside-{}", aside.why));
        let whose = Md::typed(&aside.whose.join(", "));
        let whose = if whose.is_empty() { whose } else { md!(" ({})", whose) };
        page.bullet(1, &md!("{}: {}{}", why, Md::from(aside.ballots), whose));
    }
    if held.changed_since_opening {
        page.bullet(0, &page.say("annex-changed-since"));
    }
    if words::counts_both(vote) {
        page.bullet(0, &page.say("report-closed-twice"));
    }
}
