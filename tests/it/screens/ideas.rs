//! Ideas on the desk: what is typed becomes ideas, and what is done to them can be seen and taken back.

use talkoot::workshop::ideas::events::IdeaEvent;
use talkoot::workshop::ideas::{self, Idea, Sort};
use talkoot::workshop::text::Lang;

use crate::stage::Stage;

const AT: &str = "2017-11-29T08:47:00Z";

fn standing(stage: &Stage) -> Vec<&Idea> {
    ideas::standing(&stage.workshop().ideas).collect()
}

fn tags(idea: &Idea) -> String {
    idea.tags().map(AsRef::as_ref).collect::<Vec<_>>().join(" ")
}

/// Six ideas in two rooms, one of them in Russian.
fn six(lang: Lang) -> Stage {
    let mut stage = Stage::helsinki(lang, AT);
    stage.keys("4 i").typed("a shared fund for small pilots #financing").keys("enter");
    stage.typed("! write to the ministries by May @s07").keys("enter");
    stage.typed("?who pays for the translators").keys("enter").keys("tab");
    stage.typed("общий фонд для пилотных проектов №финансы").keys("enter");
    stage.typed("\"We pay, you decide\" @EuroHealthNet").keys("enter");
    stage.typed("shared funds for small pilot projects #financing #pilots").keys("enter");
    stage
}

#[test]
fn six_ideas_in_two_rooms() {
    let stage = six(Lang::En);
    let all = standing(&stage);
    assert_eq!(all.len(), 6);
    assert_eq!(all.iter().filter(|idea| idea.room().is_empty()).count(), 3);
    let room = all[3].room().to_owned();
    assert!(!room.is_empty() && all[3..].iter().all(|idea| idea.room() == room));
    assert_eq!(
        (all[0].text.get(Lang::En), tags(all[0]).as_str()),
        (Some("a shared fund for small pilots"), "financing")
    );
    assert_eq!((all[1].sort(), all[1].author()), (Sort::Action, "S07"));
    assert_eq!(all[2].sort(), Sort::Question);
    assert_eq!(
        (all[3].text.get(Lang::Ru), tags(all[3]).as_str()),
        (Some("общий фонд для пилотных проектов"), "финансы")
    );
    assert_eq!((all[4].sort(), all[4].text.in_(Lang::En)), (Sort::Quote, "We pay, you decide"));
    assert_eq!(tags(all[5]), "financing pilots");
}

#[test]
fn merged_and_unmerged() {
    let mut stage = six(Lang::En);
    stage.keys("esc home space end space m");
    assert_eq!(standing(&stage).len(), 5);
    let kept = standing(&stage)[0].text.in_(Lang::En).to_owned();
    assert_eq!(kept, "a shared fund for small pilots");
    assert!(stage.screen().contains("+1"));
    stage.keys("b");
    assert_eq!(standing(&stage).len(), 6);
    stage.keys("u u");
    assert_eq!(standing(&stage).len(), 6, "both the unmerging and the merging are taken back");
}

#[test]
fn keys_on_a_russian_layout_do_the_same() {
    let mut stage = six(Lang::Ru);
    // Esc, Home, Space, End, Space, and ь in the place of m.
    stage.keys("esc home space end space ь");
    assert_eq!(standing(&stage).len(), 5);
}

#[test]
fn without_words_nothing_is_entered_and_the_line_stays() {
    let mut stage = Stage::helsinki(Lang::En, AT);
    stage.keys("4 enter").typed("#financing").keys("enter");
    assert!(standing(&stage).is_empty());
    assert!(stage.screen().contains("› #financing"));
    stage.keys("esc");
    assert!(stage.screen().contains("› #financing"), "Esc keeps the draft");
}

#[test]
fn the_last_line_is_changed_or_taken_off() {
    let mut stage = six(Lang::En);
    stage.keys("up").typed(" @S09").keys("enter");
    let last = standing(&stage)[5].clone();
    assert_eq!((last.author(), tags(&last).as_str()), ("S09", "financing pilots"));
    assert_eq!(last.text.in_(Lang::En), "shared funds for small pilot projects");
    stage.keys("up up").typed("!").keys("esc");
    assert_eq!(standing(&stage)[4].text.in_(Lang::En), "We pay, you decide");
    stage.keys("up ctrl-u enter");
    assert_eq!(standing(&stage).len(), 5);
}

#[test]
fn pasted_lines_are_one_piece_of_work() {
    let mut stage = Stage::helsinki(Lang::En, AT);
    stage.keys("4").pasted("one idea\r\n\r\n#only-a-tag\r\nдругая идея #кадры\r\n! and a third\r\n");
    assert_eq!(standing(&stage).len(), 3);
    stage.keys("u");
    assert_eq!(standing(&stage).len(), 0);
}

#[test]
fn tags_kinds_the_record_and_translations() {
    let mut stage = six(Lang::En);
    stage.keys("esc home t").typed("workforce").keys("enter");
    assert_eq!(tags(standing(&stage)[0]), "financing workforce");
    stage.keys("h");
    assert!(standing(&stage)[0].is_off_record());
    stage.keys("h");
    assert!(!standing(&stage)[0].is_off_record());
    stage.keys("c").typed("parking").keys("enter");
    assert_eq!(standing(&stage)[0].sort(), Sort::Parking);
    stage.keys("T").typed("общий фонд для небольших проектов").keys("enter");
    assert_eq!(standing(&stage)[0].text.get(Lang::Ru), Some("общий фонд для небольших проектов"));
    stage.keys("d");
    assert_eq!(standing(&stage).len(), 5);
}

#[test]
fn an_idea_is_promoted() {
    let mut stage = six(Lang::En);
    let before = stage.workshop().proposals.len();
    stage.keys("esc home space end space p enter");
    let proposal = stage.workshop().proposals.find("P12").unwrap();
    let proposal = stage.workshop().proposals.get(proposal).unwrap();
    assert_eq!(proposal.title.in_(Lang::En), "a shared fund for small pilots");
    assert_eq!(stage.workshop().proposals.len(), before + 1);
    assert!(!stage.screen().contains("●  2"), "the marks are gone");
}

#[test]
fn the_filter_and_the_views() {
    let mut stage = six(Lang::En);
    stage.keys("esc f").typed("#fin pilot");
    let screen = stage.screen();
    assert!(screen.contains("a shared fund") && !screen.contains("who pays"));
    stage.keys("esc v");
    insta::assert_snapshot!("ideas_by_room_120", stage.screen());
    stage.keys("left left");
    insta::assert_snapshot!("ideas_alike_120", stage.screen());
    stage.keys("v end g");
    insta::assert_snapshot!("ideas_detail_120", stage.screen());
}

#[test]
fn the_board_at_every_size() {
    for lang in Lang::ALL {
        let mut stage = Stage::helsinki(lang, AT);
        stage.keys("4");
        insta::assert_snapshot!(format!("ideas_empty_{lang}"), stage.size(80, 24).screen());
        let mut stage = six(lang);
        for (width, height) in [(80, 24), (120, 36), (200, 60)] {
            insta::assert_snapshot!(format!("ideas_{lang}_{width}"), stage.size(width, height).screen());
        }
        let lines: String = (1..=200).map(|n| format!("idea {n}: a somewhat longer sentence that wants two lines on a board, and has them #t{}\n", "abc".get(n % 3..=n % 3).unwrap())).collect();
        stage.pasted(&lines).keys("esc k k space");
        insta::assert_snapshot!(format!("ideas_over_{lang}"), stage.size(80, 24).screen());
    }
}

/// A merged into B here, B into A there: the board says so, and taking one out settles it.
#[test]
fn merges_made_apart_are_marked_and_settled() {
    use talkoot::workshop::event::{Event, EventKind};
    use talkoot::workshop::id::{EventId, RunId};
    use talkoot::workshop::thing::Thing;
    let mut stage = six(Lang::En);
    stage.keys("esc home space down space m");
    assert_eq!(standing(&stage).len(), 5);
    let workshop = &mut stage.app.session.as_mut().unwrap().workshop;
    let last = workshop.events().last().unwrap().as_ref().clone();
    let kind = match last.kind.clone() {
        EventKind::Idea(IdeaEvent::Merged(mut merged)) => {
            std::mem::swap(&mut merged.of, &mut merged.ideas[0]);
            EventKind::Idea(IdeaEvent::Merged(merged))
        }
        other => panic!("{other:?}"),
    };
    let ring = Event { id: EventId::new(RunId(99), 1), kind, ..last };
    workshop.apply(ring);
    let screen = stage.keys("home").screen();
    assert!(screen.contains("merged apart"), "{screen}");
    let screen = stage.keys("y").screen();
    assert!(screen.contains("Ring of merges") && screen.contains("stands by itself"), "{screen}");
    stage.keys("enter");
    assert!(!stage.screen().contains("merged apart"), "{}", stage.screen());
    let ideas = &stage.workshop().ideas;
    assert!(
        standing(&stage).iter().all(|idea| !talkoot::workshop::ideas::Merges::of(ideas).in_ring(idea.key()))
    );
}

#[test]
fn two_versions_are_settled() {
    use talkoot::workshop::event::{Event, EventKind};
    use talkoot::workshop::id::{EventId, RunId};
    use talkoot::workshop::ideas::events::IdeaSet;
    use talkoot::workshop::text::Text;
    use talkoot::workshop::thing::Thing;
    let mut stage = six(Lang::En);
    stage.keys("esc home");
    let idea = standing(&stage)[0].key();
    let workshop = &mut stage.app.session.as_mut().unwrap().workshop;
    let first = workshop.event(idea).unwrap().clone();
    for (n, words) in [(0, "a common fund"), (1, "one fund for all")] {
        let set = IdeaSet { of: Some(idea), text: Some(Text::plain(words)), ..IdeaSet::default() };
        let mut frame = first.frame.clone();
        frame.over = [idea].into();
        let id = EventId::new(RunId(99 + n), 0);
        let event =
            Event { id, kind: EventKind::Idea(IdeaEvent::Edited(set)), frame, ..Event::clone(&first) };
        workshop.apply(event);
    }
    assert!(stage.screen().contains("2 versions"));
    insta::assert_snapshot!("ideas_settle_en", stage.keys("y").size(80, 24).screen());
    stage.typed("common").keys("enter");
    let idea = standing(&stage)[0];
    assert_eq!((idea.versions(), idea.text.in_(Lang::En)), (1, "a common fund"));
}
