//! Undo where letters are typed.

use talkoot::workshop::text::Lang;

use crate::stage::Stage;

#[test]
fn undo_has_a_key_while_a_line_has_the_cursor_on_either_keyboard() {
    let mut stage = Stage::helsinki(Lang::En, "2017-11-29T08:47:00Z");
    stage.keys("4 i").typed("one").keys("enter").typed("two").keys("enter").typed("half a thought");
    assert!(stage.screen().contains("Ctrl-T “added"), "{}", stage.screen());
    stage.keys("ctrl-t");
    assert_eq!(stage.workshop().ideas.len(), 1);
    // Ctrl with the Cyrillic letter on the key of T.
    stage.keys("ctrl-е");
    assert_eq!(stage.workshop().ideas.len(), 0);
    stage.keys("ctrl-r");
    assert_eq!(stage.workshop().ideas.len(), 1);
    assert!(stage.screen().contains("half a thought"), "{}", stage.screen());
    stage.keys("esc");
    assert!(stage.screen().contains(" u “added"), "{}", stage.screen());
}

#[test]
fn a_line_is_edited_with_control_on_a_cyrillic_keyboard() {
    let mut stage = Stage::helsinki(Lang::Ru, "2017-11-29T08:47:00Z");
    // Ctrl with the keys of U and W: to the start, a word.
    stage.keys("4 i").typed("первая мысль").keys("ctrl-ц").typed("идея").keys("enter");
    let idea = stage.workshop().ideas.iter().next().unwrap();
    assert_eq!(idea.text.in_(Lang::Ru), "первая идея");
    stage.typed("вторая").keys("ctrl-г enter");
    assert_eq!(stage.workshop().ideas.len(), 1, "nothing was left in the line");
}

#[test]
fn undo_steps_over_all_that_a_vote_rests_on_and_goes_on_to_what_is_older() {
    let mut stage = Stage::helsinki(Lang::En, "2017-11-29T08:47:00Z");
    stage.command(r#"{"do":"person.leave","person":"S07"}"#);
    stage.command(r#"{"do":"idea.add","id":"i1","text":"a shared fund"}"#);
    stage.command(r#"{"do":"idea.promote","ideas":["i1"],"id":"P20"}"#);
    stage.command(r#"{"do":"vote.prepare","id":"v1","title":"Which?","options":["P20","P01"],"method":"dots","dots":1}"#);
    stage.command(r#"{"do":"vote.waive","vote":"v1","gate":"languages","reason":"no time"}"#);
    stage.command(r#"{"do":"vote.open","vote":"v1"}"#);
    stage.command(r#"{"do":"vote.cast","vote":"v1","seat":"S01","votes":{"P20":1}}"#);
    stage.command(r#"{"do":"vote.close","vote":"v1"}"#);
    // Neither the waiver nor the proposal nor the idea that it was made of can be unsaid; the seat that left can.
    stage.keys("u");
    assert!(stage.screen().contains("Undone: S07"), "{}", stage.screen());
    assert!(stage.workshop().people.iter().all(|person| person.is_present(2)));
    assert_eq!(stage.workshop().ideas.len(), 1);
    stage.keys("u");
    assert_eq!(stage.workshop().proposals.len(), 12, "{}", stage.screen());
    assert!(!stage.screen().contains("Others have built"), "{}", stage.screen());
}

#[test]
fn undo_says_how_much_of_a_list_it_takes_back() {
    let mut stage = Stage::helsinki(Lang::En, "2017-11-29T08:47:00Z");
    stage.keys("4").pasted("one\ntwo\nthree\n");
    assert!(stage.screen().contains("u “+2 added one”"), "{}", stage.screen());
    stage.keys("u");
    assert!(stage.screen().contains("and 2 more"), "{}", stage.screen());
    assert!(stage.workshop().ideas.is_empty());
}
