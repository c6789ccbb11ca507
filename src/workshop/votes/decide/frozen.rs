//! The options and the rules of a vote as one text, whose hash says later that nothing was changed.

use crate::workshop::Workshop;
use crate::workshop::text::Lang;
use crate::workshop::votes::{Vote, ballot_order};

/// The hash of the vote's question, rules and options as they stand: SHA-256 over lines `key TAB value`, in this order.
pub(super) fn hash(workshop: &Workshop, vote: &Vote) -> String {
    let mut lines = vec!["talkoot vote 1".to_owned()];
    for lang in Lang::ALL {
        lines.push(format!("title-{}\t{}", lang.code(), vote.title.get(lang).unwrap_or_default()));
    }
    lines.push(format!("method\t{}", vote.method().name()));
    lines.push(format!("dots\t{}", vote.dots()));
    lines.push(format!("cap\t{}", vote.cap()));
    lines.push(format!("seats\t{}", vote.seats()));
    lines.push(format!("secret\t{}", vote.is_secret()));
    lines.push(format!("tie\t{}", vote.tie()));
    lines.push(format!("threshold\t{}", vote.threshold()));
    lines.extend(vote.then().map(|then| format!("then\t{then}")));
    let voters = vote.voters_named().iter().map(|seat| workshop.people.label(*seat).into_owned());
    lines.extend(voters.map(|seat| format!("voter\t{seat}")));
    for option in vote.options() {
        let mut line = format!("option\t{}", workshop.proposals.label(*option));
        for lang in Lang::ALL {
            let title = workshop.proposals.any(*option).and_then(|proposal| proposal.title.get(lang));
            line.push('\t');
            line.push_str(title.unwrap_or_default());
        }
        lines.push(line);
    }
    ballot_order::hash(lines.iter().map(String::as_str))
}
