//! Proposals: what is seen, and what keys do.

use talkoot::workshop::Workshop;
use talkoot::workshop::command::Request;
use talkoot::workshop::text::Lang;

use crate::stage::Stage;

const AT: &str = "2017-11-29T08:47:00Z";

fn proposals(lang: Lang) -> Stage {
    let mut stage = Stage::helsinki(lang, AT);
    stage.keys("5");
    stage
}

fn tell(stage: &mut Stage, line: &str) {
    let session = stage.app.session.as_mut().unwrap();
    let request = Request::read(line).unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
    session.execute(&request).unwrap_or_else(|fault| panic!("{line}: {fault:?}"));
}

fn workshop(stage: &Stage) -> &Workshop {
    &stage.app.session.as_ref().unwrap().workshop
}

/// Ideas that one proposal comes from, a vote that is closed, a commitment, a proposal in one language.
fn in_the_middle_of_things(lang: Lang) -> Stage {
    let mut stage = Stage::helsinki(lang, AT);
    for line in [
        r#"{"do":"idea.add","id":"I01","text":{"en":"A shared fund for small pilots","ru":"Общий фонд для малых пилотных проектов"},"room":"room-c","author":"S07"}"#,
        r#"{"do":"idea.add","id":"I02","text":"Ministries of finance must sit at the table","room":"room-c","kind":"quote"}"#,
        r#"{"do":"idea.add","text":"Считать, сколько стоит бездействие","room":"room-b"}"#,
        r#"{"do":"proposal.add","id":"P12","title":"A shared fund for small pilots of public health services in towns and regions","ideas":["I01","I02"],"leads":["WHO/Europe"],"enablers":["financing","legislation"],"ephos":["epho-8"]}"#,
        r#"{"do":"proposal.edit","proposal":"P11","state":"withdrawn"}"#,
        r#"{"do":"proposal.edit","proposal":"P04","state":"going-forward"}"#,
        r#"{"do":"commitment.add","id":"C01","text":"Draft the terms of the fund","owner":"S07","due":"2018-03-31","proposal":"P12"}"#,
        r#"{"do":"vote.prepare","id":"V1","title":{"en":"Which proposals go forward?","ru":"Какие предложения проходят дальше?"},"options":["P02","P04","P06","P12"],"method":"dots","dots":2,"seats":2,"secret":false}"#,
        r#"{"do":"vote.waive","vote":"V1","gate":"languages","reason":"a test"}"#,
        r#"{"do":"vote.open","vote":"V1"}"#,
        r#"{"do":"vote.cast","vote":"V1","paper":1,"votes":{"P04":1,"P12":1}}"#,
        r#"{"do":"vote.cast","vote":"V1","paper":2,"votes":{"P04":1,"P02":1}}"#,
    ] {
        tell(&mut stage, line);
    }
    stage.keys("5");
    stage
}

#[test]
fn an_empty_screen_says_which_key_begins() {
    for lang in Lang::ALL {
        let mut stage = Stage::empty(lang);
        stage.size(80, 24).keys("5");
        insta::assert_snapshot!(format!("proposals_empty_{lang}"), stage.screen());
    }
}

#[test]
fn the_eleven_on_every_size_of_terminal() {
    for lang in Lang::ALL {
        for (width, height) in [(80, 24), (120, 36), (200, 60)] {
            let mut stage = proposals(lang);
            stage.size(width, height).keys("down down");
            insta::assert_snapshot!(format!("proposals_{lang}_{width}x{height}"), stage.screen());
        }
    }
}

#[test]
fn from_a_ranked_proposal_back_to_its_ideas() {
    let mut stage = in_the_middle_of_things(Lang::En);
    let open = stage.screen();
    assert!(!open.contains("rank"), "of an open vote nobody sees a count\n{open}");
    tell(&mut stage, r#"{"do":"vote.close","vote":"V1"}"#);
    stage.keys("r pageup pageup down down");
    insta::assert_snapshot!("proposals_ranked_en", stage.screen());
    stage.keys("f10").size(80, 24).keys("g");
    insta::assert_snapshot!("proposals_ranked_ru_80x24_read", stage.screen());
}

#[test]
fn many_are_shown_in_part() {
    let mut stage = proposals(Lang::En);
    for n in 12..90 {
        tell(&mut stage, &format!(r#"{{"do":"proposal.add","id":"P{n}","title":"Proposal number {n}"}}"#));
    }
    stage.size(80, 24).keys("pagedown pagedown");
    insta::assert_snapshot!("proposals_overfull_en_80x24", stage.screen());
}

#[test]
fn a_new_one_is_written_and_chosen() {
    let mut stage = proposals(Lang::En);
    stage
        .keys("n")
        .typed("A shared fund")
        .keys("tab")
        .typed("Общий фонд")
        .keys("tab")
        .typed("WHO / ВОЗ; ASPHER");
    stage.keys("tab tab tab tab tab tab").typed("Investment and financing");
    insta::assert_snapshot!("proposals_form_en", stage.screen());
    stage.keys("enter s down down enter");
    let workshop = workshop(&stage);
    let proposal = workshop.proposals.get(workshop.proposals.find("P12").unwrap()).unwrap();
    assert_eq!(proposal.title.get(Lang::En), Some("A shared fund"));
    assert_eq!(proposal.title.get(Lang::Ru), Some("Общий фонд"));
    assert_eq!(proposal.leads().len(), 2);
    assert_eq!(proposal.enablers.get().unwrap()[0].as_ref(), "financing");
    assert_eq!(proposal.state(), "going-forward");
}

#[test]
fn a_form_that_is_refused_stays_with_what_was_typed() {
    let mut stage = proposals(Lang::En);
    stage.keys("n tab tab").typed("ASPHER").keys("enter");
    let screen = stage.screen();
    assert!(screen.contains("ASPHER") && screen.contains("New proposal"), "{screen}");
    assert_eq!(workshop(&stage).proposals.len(), 11);
}

#[test]
fn editing_writes_only_what_was_changed_and_undo_brings_it_back() {
    let mut stage = proposals(Lang::En);
    let before = workshop(&stage).event_count();
    stage.keys("enter enter");
    assert_eq!(workshop(&stage).event_count(), before, "nothing changed is nothing said");
    stage.keys("e").typed(" everywhere").keys("enter");
    assert_eq!(workshop(&stage).event_count(), before + 1);
    let find = |stage: &Stage| {
        let workshop = workshop(stage);
        let proposal = workshop.proposals.get(workshop.proposals.find("P01").unwrap()).unwrap();
        (proposal.title.in_(Lang::En).to_owned(), proposal.leads()[0].clone())
    };
    let (title, lead) = find(&stage);
    assert!(title.ends_with(" everywhere"));
    assert!(lead.ru.is_some(), "a lead keeps both its languages");
    stage.keys("u");
    assert!(!find(&stage).0.ends_with(" everywhere"));
    stage.keys("d");
    assert_eq!(workshop(&stage).proposals.len(), 10);
    stage.keys("u");
    assert_eq!(workshop(&stage).proposals.len(), 11);
}

#[test]
fn enablers_and_ideas_are_taken_and_left() {
    let mut stage = in_the_middle_of_things(Lang::En);
    // P01 has workforce, which stands first.
    stage.keys("b space down space");
    insta::assert_snapshot!("proposals_choose_enablers_en", stage.screen());
    stage.keys("enter i").typed("fund").keys("space enter");
    let workshop = workshop(&stage);
    let proposal = workshop.proposals.get(workshop.proposals.find("P01").unwrap()).unwrap();
    let enablers: Vec<&str> = proposal.enablers.get().unwrap().iter().map(AsRef::as_ref).collect();
    assert_eq!(enablers, ["legislation"]);
    assert_eq!(proposal.ideas(), [workshop.ideas.find("I01").unwrap()]);
}

#[test]
fn a_commitment_begins_from_a_proposal() {
    let mut stage = proposals(Lang::En);
    stage
        .keys("down c")
        .typed("Send the tool to all")
        .keys("tab")
        .typed("s12")
        .keys("tab")
        .typed("31.03.2018");
    stage.keys("enter");
    let workshop = workshop(&stage);
    let commitment = workshop.commitments.iter().next().unwrap();
    assert_eq!(commitment.owner(), "S12");
    assert_eq!(commitment.proposal(), workshop.proposals.find("P02").ok());
}
