//! What a line must keep, whatever is done to it.

use proptest::prelude::*;

use super::*;

/// The line with `|` where the cursor is.
fn drawn(field: &Field) -> String {
    format!("{}|{}", field.before(), field.after())
}

#[test]
fn typing_and_deleting_in_both_scripts() {
    let mut field = Field::default();
    for c in "общий fund".chars() {
        field.insert(c);
    }
    field.left();
    field.backspace();
    assert_eq!(drawn(&field), "общий fu|d");
    field.delete();
    field.home();
    field.delete();
    assert_eq!(drawn(&field), "|бщий fu");
    assert!(!field.backspace());
    assert_eq!(field.take(), "бщий fu");
    assert_eq!(drawn(&field), "|");
}

#[test]
fn words() {
    let mut field = Field::new("fund, «малые проекты» now");
    field.word_left();
    assert_eq!(drawn(&field), "fund, «малые проекты» |now");
    field.delete_word_left();
    assert_eq!(drawn(&field), "fund, «малые |now");
    field.word_left();
    assert_eq!(drawn(&field), "fund, «|малые now");
    field.word_right();
    assert_eq!(drawn(&field), "fund, «малые| now");
    field.delete_word_right();
    assert_eq!(drawn(&field), "fund, «малые|");
    field.kill_to_start();
    assert_eq!(drawn(&field), "|");
    assert!(!field.delete_word_left() && !field.delete_word_right());
}

#[test]
fn a_letter_with_its_marks_is_one_step() {
    let mut field = Field::new("ae\u{323}\u{331}\u{1f1eb}\u{1f1ee}b");
    field.left();
    field.left();
    assert_eq!(field.cursor(), 2);
    field.backspace();
    assert_eq!(drawn(&field), "a|\u{1f1eb}\u{1f1ee}b");
    field.delete();
    assert_eq!(drawn(&field), "a|b");
}

#[test]
fn marks_typed_after_the_letter_compose() {
    let mut field = Field::new("и");
    assert_eq!(field.insert('\u{306}'), Inserted::All);
    assert_eq!(drawn(&field), "й|");
}

#[test]
fn a_paste_is_cleaned_and_cut() {
    let mut field = Field::new("ab");
    field.left();
    assert_eq!(field.paste("one\r\n\u{1b}[31mtwo\u{202e}\n"), Inserted::All);
    assert_eq!(drawn(&field), "aone two|b");
    assert_eq!(field.paste(&"я".repeat(2_000)), Inserted::Cut);
    assert_eq!(field.text().graphemes(true).count(), clean::MOST_GRAPHEMES);
    assert!(field.text().ends_with("яb"));
    assert_eq!(field.insert('x'), Inserted::Cut);
    assert!(field.text().ends_with("яb"));
}

#[test]
fn the_view_follows_the_cursor() {
    let mut field = Field::new("0123456789");
    let view = field.view(6);
    assert_eq!((view.text, view.cursor, view.more_left, view.more_right), ("6789", 4, true, false));
    field.left();
    assert_eq!(field.view(6).text, "456789");
    field.home();
    let view = field.view(6);
    assert_eq!((view.text, view.cursor, view.more_left, view.more_right), ("012345", 0, false, true));
    assert_eq!(field.view(20).text, "0123456789");
    assert_eq!(field.view(0).text, "");
}

#[test]
fn wide_letters_are_whole_or_absent() {
    let field = Field::new("日本語日本語");
    assert_eq!(field.view(5).text, "本語");
    assert_eq!(field.view(1).text, "");
}

#[derive(Debug, Clone)]
enum Step {
    Insert(char),
    Paste(String),
    Do(usize),
}

fn any_steps() -> impl Strategy<Value = Vec<Step>> {
    let c = prop_oneof![
        any::<char>(),
        proptest::sample::select(
            "aя日 -\u{301}\u{306}и\u{600}\u{1f1eb}\u{1100}\u{1161}".chars().collect::<Vec<_>>()
        ),
    ];
    let step = prop_oneof![
        4 => c.prop_map(Step::Insert),
        1 => "\\PC{0,20}".prop_map(Step::Paste),
        6 => (0_usize..12).prop_map(Step::Do),
    ];
    proptest::collection::vec(step, 0..60)
}

fn take(field: &mut Field, step: &Step) {
    match step {
        Step::Insert(c) => {
            field.insert(*c);
        }
        Step::Paste(text) => {
            field.paste(text);
        }
        Step::Do(0) => field.left(),
        Step::Do(1) => field.right(),
        Step::Do(2) => field.word_left(),
        Step::Do(3) => field.word_right(),
        Step::Do(4) => field.home(),
        Step::Do(5) => field.end(),
        Step::Do(n) => {
            let delete = [
                Field::backspace,
                Field::delete,
                Field::delete_word_left,
                Field::delete_word_right,
                Field::kill_to_end,
                Field::kill_to_start,
            ];
            delete[n - 6](field);
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_done_the_line_is_sound(steps in any_steps(), width in 0_usize..12) {
        let mut field = Field::default();
        for step in &steps {
            take(&mut field, step);
            let on_boundary = field.cursor == field.text.len()
                || field.text.grapheme_indices(true).any(|(at, _)| at == field.cursor);
            prop_assert!(on_boundary, "{:?} in {:?}", field, step);
            prop_assert_eq!(clean::clean(&field.text, Lines::One), field.text.clone());
            let view = field.view(width);
            prop_assert!(columns(view.text) <= width && view.text.width() <= width);
            prop_assert!(view.cursor < width.max(1), "{:?} in {}", view, width);
        }
    }

    #[test]
    fn typed_is_pasted(text in "[ -~а-яёА-Я]{0,40}") {
        let (mut typed, mut pasted) = (Field::default(), Field::default());
        for c in text.chars() {
            typed.insert(c);
        }
        pasted.paste(&text);
        prop_assert_eq!(&typed, &pasted);
        prop_assert_eq!(typed.text(), text);
    }

    #[test]
    fn left_and_right_pass_every_boundary(text in "\\PC{0,30}") {
        let mut field = Field::new(&text);
        let all = field.cursor();
        for n in (0..all).rev() {
            field.left();
            prop_assert_eq!(field.cursor(), n);
        }
        for n in 1..=all {
            field.right();
            prop_assert_eq!(field.cursor(), n);
        }
    }
}
