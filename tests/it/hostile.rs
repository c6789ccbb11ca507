//! Whatever people type or import, nothing that steers a terminal or hides reaches a cell of any screen.

use talkoot::workshop::text::Lang;

use crate::stage::Stage;

/// Colours, a title for the window, overrides, isolates, zero-width, a heap of marks, a bell, a line break.
const HOSTILE: &str = "a\\u001b[31mred\\u001b]0;title\\u0007\\u202ereversed\\u2066isolated\\u200bzero\\ufeff\\u0085b\\nc\\tz\\u0000\
    e\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301\\u0301";

fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{ad}' | '\u{61c}')
}

#[test]
fn no_screen_shows_what_steers_or_hides() {
    for lang in Lang::ALL {
        let mut stage = Stage::helsinki(lang, "2017-11-29T08:47:00Z");
        for command in [
            r#"{"do":"session.describe","title":"X","question":"X"}"#,
            r#"{"do":"person.change","person":"S01","name":"X","organisation":"X","country":"X","role":"X","languages":["X"]}"#,
            r#"{"do":"item.change","item":"d2-01","title":"X","kind":"X"}"#,
            r#"{"do":"item.start","item":"d2-01"}"#,
            r#"{"do":"round.change","round":"mixed","title":"X","rooms":[{"id":"room-a","title":"X","topic":"X"},{"id":"b"}]}"#,
            r#"{"do":"round.plan","round":"mixed"}"#,
            r#"{"do":"idea.add","id":"i1","text":"X","room":"X","author":"X","tags":["X"]}"#,
            r#"{"do":"proposal.edit","proposal":"P01","title":"X","leads":["X"],"place":"X","when":"X","enablers":["X"]}"#,
            r#"{"do":"vote.prepare","id":"v1","title":"X","options":["P01","P02","P03"],"method":"dots"}"#,
            r#"{"do":"commitment.add","text":"X","owner":"X","with":["X"],"proposal":"P01"}"#,
        ] {
            stage.command(&command.replace("\"X\"", &format!("\"{HOSTILE}\"")));
        }
        for (width, height) in [(80, 24), (120, 36), (200, 60)] {
            stage.size(width, height);
            for screen in ["1", "2", "3", "4", "5", "6", "7", "8", "0"] {
                let text = stage.keys(screen).screen();
                assert!(
                    text.contains(if screen == "0" { "helsinki" } else { "red" }) || screen == "8",
                    "{screen}: {text}"
                );
                let found: Vec<char> = text.chars().filter(|c| *c != '\n' && is_hostile(*c)).collect();
                assert!(found.is_empty(), "{screen} at {width}: {found:?}");
            }
            // What is pasted into a line is cleaned as well.
            stage.keys("4 i").pasted("x\u{1b}[31my\u{202e}z\u{200b}");
            let text = stage.screen();
            assert!(text.contains("xyz") && !text.chars().any(|c| c != '\n' && is_hostile(c)), "{text}");
            stage.keys("ctrl-u esc");
        }
    }
}
