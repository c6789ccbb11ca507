//! Undo where letters are typed.
#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

mod stage;

use stage::Stage;
use talkoot::workshop::text::Lang;

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
