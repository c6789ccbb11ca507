//! What a result is worth, in sentences: the report, the text of `show`, the Vote screen and the wall say it in the same words.

use std::collections::BTreeSet;

use crate::language::{Arg, Messages};
use crate::tally::findings::{Agreement, Findings, Solid};
use crate::tally::solid::RESAMPLES;
use crate::workshop::text::Lang;

/// The rule of the method itself, beside which the others stand.
const OWN: &str = "totals";

/// The messages that say what each figure means and where it comes from.
pub(crate) const MEANINGS: [&str; 7] = [
    "worth-means-flip",
    "worth-means-resampled",
    "worth-means-median",
    "worth-means-a",
    "worth-means-w",
    "worth-means-ground",
    "worth-means-fair",
];

/// A share as a whole percentage: the nearest, but 100 and 0 only where it is all of them or none.
pub(crate) fn percent(share: f64) -> String {
    let nearest = (share * 100.0).round();
    let most = if share < 1.0 { 99.0 } else { 100.0 };
    let least = if share > 0.0 { 1.0 } else { 0.0 };
    format!("{:.0}", nearest.clamp(least, most))
}

/// A middle of what was given: in quarters at most, without a point where it is whole.
pub(crate) fn middle(number: f64) -> String {
    format!("{number:.2}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A decimal number as a language writes it.
fn spelt(messages: &Messages, number: String) -> String {
    match messages.lang() {
        Lang::En => number,
        Lang::Ru => number.replace('.', ","),
    }
}

/// A coefficient with its sign, to two places; never `−0.00`.
pub(crate) fn coefficient(number: f64) -> String {
    let rounded = format!("{:.2}", number.abs());
    if number < 0.0 && rounded != "0.00" { format!("−{rounded}") } else { rounded }
}

/// How few ballots would change it.
pub(crate) fn flip(messages: &Messages, solid: &Solid) -> String {
    match solid.flip {
        None => messages.say("worth-flip-never"),
        Some(ballots) => {
            let id = if solid.exact { "worth-flip" } else { "worth-flip-bound" };
            messages.with(id, &[("n", i64::try_from(ballots).unwrap_or(i64::MAX).into())])
        }
    }
}

/// How often the same goes forward when the ballots are drawn again.
pub(crate) fn resampled(messages: &Messages, solid: &Solid) -> Option<String> {
    // Exact: there are a thousand of them.
    let share = middle((solid.resampled? * 1_000.0).round() / 10.0);
    let args = [("percent", Arg::from(spelt(messages, share))), ("n", RESAMPLES.to_string().into())];
    Some(messages.with("worth-resampled", &args))
}

/// The result without one group of voters: those without which it is the same in one sentence, each other in its own.
pub(crate) fn without(messages: &Messages, solid: &Solid) -> Vec<String> {
    if solid.without.is_empty() {
        return vec![messages.say("worth-without-none")];
    }
    let tied = |name: &str| solid.without_tied.get(name).map(Vec::as_slice).unwrap_or_default();
    let each = solid.without.iter().map(|(name, forward)| (group(messages, name), forward, tied(name)));
    told(messages, solid, each, ("worth-without-same", "groups"), ("worth-without-other", "group"))
}

/// The result of the same ballots by other rules.
pub(crate) fn rules(messages: &Messages, solid: &Solid) -> Vec<String> {
    let others = solid.rules.iter().filter(|(rule, _)| **rule != OWN);
    let tied = |rule: &str| solid.rules_tied.get(rule).map(Vec::as_slice).unwrap_or_default();
    let each =
        others.map(|(rule, forward)| (messages.say(&format!("worth-rule-{rule}")), forward, tied(rule)));
    told(messages, solid, each, ("worth-rules-same", "rules"), ("worth-rule-other", "rule"))
}

fn told<'a>(
    messages: &Messages,
    solid: &Solid,
    each: impl Iterator<Item = (String, &'a Vec<String>, &'a [String])>,
    (same, all): (&str, &str),
    (other, one): (&str, &str),
) -> Vec<String> {
    let own: &[String] = solid.rules.get(OWN).map(Vec::as_slice).unwrap_or_default();
    let own_tied: &[String] = solid.rules_tied.get(OWN).map(Vec::as_slice).unwrap_or_default();
    let as_set = |options: &'a [String]| options.iter().collect::<BTreeSet<_>>();
    let (alike, apart): (Vec<_>, Vec<_>) = each.partition(|(_, forward, tied)| {
        as_set(forward) == own.iter().collect() && as_set(tied) == own_tied.iter().collect()
    });
    let alike: Vec<String> = alike.into_iter().map(|(name, ..)| name).collect();
    let alike = (!alike.is_empty()).then(|| messages.with(same, &[(all, Arg::from(alike.join(", ")))]));
    let apart = apart.into_iter().map(|(name, forward, tied)| {
        // Whoever is tied is neither in nor out.
        let both = |forward: &[String], tied: &[String]| [forward, tied].concat();
        let (before, now) = (both(own, own_tied), both(forward, tied));
        let changes =
            [moved(messages, "worth-in", forward, &before), moved(messages, "worth-out", own, &now)];
        let tied = moved(messages, "worth-tied", tied, &[]);
        let options = options(messages, forward) + &tied + &changes.concat();
        messages.with(other, &[(one, Arg::from(name)), ("options", Arg::from(options))])
    });
    apart.chain(alike).collect()
}

/// Those that are in one list and not in the other, with a word before them; nothing where there are none.
fn moved(messages: &Messages, says: &str, these: &[String], others: &[String]) -> String {
    let moved: Vec<&str> = these.iter().filter(|id| !others.contains(id)).map(String::as_str).collect();
    if moved.is_empty() {
        return String::new();
    }
    format!(" · {}", messages.with(says, &[("options", Arg::from(moved.join(", ")))]))
}

/// `Russian (language)`
fn group(messages: &Messages, name: &str) -> String {
    let Some((group, value)) = name.split_once('=') else { return name.to_owned() };
    let language = Lang::from_code(value).filter(|_| group == "language");
    let value =
        language.map_or_else(|| value.to_owned(), |lang| messages.say(&format!("language-{}", lang.code())));
    format!("{value} ({})", messages.say(&format!("worth-group-{group}")))
}

/// Options by their ids.
pub(crate) fn options(messages: &Messages, options: &[String]) -> String {
    if options.is_empty() { messages.say("worth-none") } else { options.join(", ") }
}

/// On what all groups agree.
pub(crate) fn common_ground(messages: &Messages, findings: &Findings) -> String {
    if findings.common_ground.is_empty() {
        return messages.say("worth-common-none");
    }
    messages.with("worth-common", &[("options", Arg::from(findings.common_ground.join(", ")))])
}

/// How alike the rankings are, and whether one option beats all others in pairs.
pub(crate) fn rankings(messages: &Messages, findings: &Findings) -> Vec<String> {
    let w = findings
        .kendall_w
        .map(|w| messages.with("worth-kendall", &[("w", Arg::from(spelt(messages, coefficient(w))))]));
    let winner = findings.condorcet_winner.as_ref();
    let winner = winner.map(|option| messages.with("worth-condorcet", &[("option", Arg::from(option))]));
    w.into_iter().chain(winner).collect()
}

/// Who has at least one of theirs among the winners by Equal Shares, and among the plain ones.
pub(crate) fn fair_share(messages: &Messages, findings: &Findings, ballots: usize) -> Vec<String> {
    let Some(shares) = &findings.equal_shares else { return Vec::new() };
    let args = |names: &[String], some: usize| {
        [("options", Arg::from(options(messages, names))), ("n", some.into()), ("all", ballots.into())]
    };
    let set = |names: &[String]| names.iter().cloned().collect::<BTreeSet<_>>();
    let fair = args(&shares.completed, shares.completed_represented);
    let own = findings.solid.rules.get(OWN).map(Vec::as_slice).unwrap_or_default();
    // While a tie is open nobody knows which of the tied are among the plain winners.
    if set(own) != set(&shares.plain) {
        return vec![messages.with("worth-fair", &fair)];
    }
    if set(&shares.completed) == set(&shares.plain) {
        return vec![messages.with("worth-fair-same", &fair)];
    }
    let plain = args(&shares.plain, shares.plain_represented);
    vec![messages.with("worth-fair", &fair), messages.with("worth-plain", &plain)]
}

/// All about how solid it is, a sentence each.
pub(crate) fn solid(messages: &Messages, findings: &Findings) -> Vec<String> {
    let solid = &findings.solid;
    let mut all = vec![flip(messages, solid)];
    all.extend(resampled(messages, solid));
    all.extend(without(messages, solid));
    all.extend(rules(messages, solid));
    all
}

/// The heads of the columns that an agreement on this scale fills, with the cells of one option after it.
pub(crate) fn agreement_heads(scaled: bool, changed: bool) -> Vec<&'static str> {
    let mut heads = vec!["worth-agree", "worth-median", "worth-iqr"];
    if scaled {
        heads.extend(["worth-a", "worth-polarisation"]);
    }
    if changed {
        heads.push("worth-rose");
    }
    heads
}

/// Whether the marks are steps of a scale on which van der Eijk's A can be taken.
pub(crate) fn is_scaled(findings: &Findings) -> bool {
    findings.agreement.values().any(|agreement| agreement.a.is_some())
}

/// The cells of one option, in the order of [`agreement_heads`].
pub(crate) fn agreement_cells(messages: &Messages, findings: &Findings, option: &str) -> Vec<String> {
    let none = Agreement::default();
    let found = findings.agreement.get(option).unwrap_or(&none);
    let or_dash = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
    let mut cells = vec![
        or_dash(found.agree.map(|share| format!("{}\u{a0}%", percent(share)))),
        or_dash(found.median.map(middle)),
        or_dash(found.iqr.map(middle)),
    ];
    if is_scaled(findings) {
        cells.extend([or_dash(found.a.map(coefficient)), or_dash(found.polarisation.map(coefficient))]);
    }
    if let Some(change) = &findings.change {
        let rose = change.get(option).map(|moved| match moved.rank {
            0 => "0".to_owned(),
            rank if rank > 0 => format!("+{rank}"),
            rank => format!("−{}", rank.unsigned_abs()),
        });
        cells.push(or_dash(rose));
    }
    cells.into_iter().map(|cell| spelt(messages, cell)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_never_rounded_to_more_than_they_are() {
        assert_eq!([0.999, 1.0, 0.29, 0.3095, 0.001, 0.0].map(percent), ["99", "100", "29", "31", "1", "0"]);
        assert_eq!([2.0, 2.5, 2.25].map(middle), ["2", "2.5", "2.25"]);
        assert_eq!([-0.001, -0.754, 0.611_33].map(coefficient), ["0.00", "−0.75", "0.61"]);
    }
}
