//! No sentence that a person reads stands in the code: only in the bundles.

use super::sources::{sources, without_tests};

/// Files in which literals may hold what looks like a sentence, and why.
const MAY_HOLD_SENTENCES: &[(&str, &str)] = &[
    ("workshop/command.rs", "what is wrong with JSON is told in English, as the parser tells it"),
    ("workshop/text.rs", "what is wrong with JSON is told in English, as the parser tells it"),
    ("journal/failing_disk.rs", "a disk for tests says what a test did wrong"),
    ("intake/headers.rs", "headers of others' lists, as they are written there"),
    ("reference.rs", "the reference of commands is a document in English"),
    ("intake/words.rs", "words in others' lists, as they are written there"),
];

/// Files in which literals may hold Cyrillic letters, and why.
const MAY_HOLD_CYRILLIC: &[(&str, &str)] = &[
    ("input/layout.rs", "the table of keyboard layouts"),
    ("input/key.rs", "letters of keyboard layouts"),
    ("intake/headers.rs", "headers of others' lists, as they are written there"),
    ("intake/words.rs", "words in others' lists, as they are written there"),
    ("intake/values.rs", "words in others' lists, as they are written there"),
    ("intake/times.rs", "words in others' lists, as they are written there"),
    ("intake/columns.rs", "words in others' lists, as they are written there"),
    ("intake/ballots.rs", "a cross on a ballot list may be a Cyrillic letter"),
    ("intake/people.rs", "words in others' lists, as they are written there"),
    ("reference/verbs.rs", "examples of commands"),
    ("intake/decode.rs", "letters that tell a Cyrillic encoding"),
    ("journal/name.rs", "the table that writes Cyrillic names of sessions in Latin letters"),
];

/// The string literals of a source, without those in comments and attributes, each with its line.
fn literals(source: &str) -> Vec<(usize, String)> {
    let chars: Vec<char> = source.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let mut found = Vec::new();
    let (mut i, mut line) = (0, 1);
    // Depth of brackets inside an attribute; 0 outside.
    let mut attribute = 0;
    while i < chars.len() {
        let begin = i;
        match at(i) {
            '/' if at(i + 1) == '/' => {
                while i < chars.len() && at(i) != '\n' {
                    i += 1;
                }
            }
            '/' if at(i + 1) == '*' => {
                i += 2;
                while i < chars.len() && !(at(i) == '*' && at(i + 1) == '/') {
                    i += 1;
                }
                i += 2;
            }
            '#' if attribute == 0 && (at(i + 1) == '[' || (at(i + 1) == '!' && at(i + 2) == '[')) => {
                i += if at(i + 1) == '[' { 2 } else { 3 };
                attribute = 1;
            }
            '[' if attribute > 0 => {
                attribute += 1;
                i += 1;
            }
            ']' if attribute > 0 => {
                attribute -= 1;
                i += 1;
            }
            'r' if !is_word(at(i.wrapping_sub(1))) && is_raw(&chars, i) => {
                let hashes = chars[i + 1..].iter().take_while(|c| **c == '#').count();
                i += hashes + 2;
                let text = i;
                let ends = |i: usize| at(i) == '"' && (1..=hashes).all(|n| at(i + n) == '#');
                while i < chars.len() && !ends(i) {
                    i += 1;
                }
                if attribute == 0 {
                    found.push((line, chars[text..i].iter().collect()));
                }
                i += hashes + 1;
            }
            '"' => {
                i += 1;
                let mut text = String::new();
                while i < chars.len() && at(i) != '"' {
                    if at(i) == '\\' {
                        i += 1;
                    }
                    text.push(at(i));
                    i += 1;
                }
                i += 1;
                if attribute == 0 {
                    found.push((line, text));
                }
            }
            // A character, or the mark of a lifetime.
            '\'' if at(i + 1) == '\\' => {
                i += 3;
                while i < chars.len() && at(i) != '\'' {
                    i += 1;
                }
                i += 1;
            }
            '\'' if at(i + 2) == '\'' => {
                if attribute == 0 {
                    found.push((line, at(i + 1).to_string()));
                }
                i += 3;
            }
            _ => i += 1,
        }
        line += chars[begin..i.min(chars.len())].iter().filter(|c| **c == '\n').count();
    }
    found
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_raw(chars: &[char], i: usize) -> bool {
    chars[i + 1..].iter().find(|c| **c != '#') == Some(&'"')
}

/// Three words or more, with spaces between them.
fn reads_as_a_sentence(literal: &str) -> bool {
    // What is filled in is not written here.
    let mut depth = 0_u32;
    let plain: String = literal
        .chars()
        .filter(|c| {
            match c {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => return depth == 0,
            }
            false
        })
        .collect();
    let is_word = |part: &&str| {
        let letters = part.chars().filter(|c| c.is_alphabetic()).count();
        letters >= 2 && part.chars().all(|c| c.is_alphabetic() || ",.;:!?’'“”-".contains(c))
    };
    plain.split(' ').collect::<Vec<_>>().windows(3).any(|three| three.iter().all(is_word))
}

fn is_cyrillic(literal: &str) -> bool {
    literal.chars().any(|c| matches!(c, '\u{400}'..='\u{52f}'))
}

fn offenders(may: &[(&str, &str)], offends: impl Fn(&str) -> bool) -> Vec<String> {
    let mut all = Vec::new();
    for (file, source) in sources() {
        let is_test = file.ends_with("tests.rs") || file.contains("/tests/");
        if is_test || may.iter().any(|(allowed, _)| *allowed == file) {
            continue;
        }
        let found = literals(without_tests(&source));
        all.extend(
            found
                .into_iter()
                .filter(|(_, text)| offends(text))
                .map(|(line, text)| format!("{file}:{line}: {text}")),
        );
    }
    all
}

#[test]
fn no_sentence_stands_in_the_code() {
    let found = offenders(MAY_HOLD_SENTENCES, reads_as_a_sentence);
    assert!(
        found.is_empty(),
        "move these to locales/, or name the file and the reason above:\n{}",
        found.join("\n")
    );
}

#[test]
fn no_russian_stands_in_the_code() {
    let found = offenders(MAY_HOLD_CYRILLIC, is_cyrillic);
    assert!(
        found.is_empty(),
        "move these to locales/, or name the file and the reason above:\n{}",
        found.join("\n")
    );
}

#[test]
fn no_exception_is_without_need() {
    let sources = sources();
    let needed = |file: &str, offends: fn(&str) -> bool| {
        let source = sources.iter().find(|(name, _)| name == file);
        // A file that is not here needs nothing.
        source.is_none_or(|(_, source)| literals(without_tests(source)).iter().any(|(_, text)| offends(text)))
    };
    for (file, _) in MAY_HOLD_SENTENCES {
        assert!(needed(file, reads_as_a_sentence), "{file} holds no sentence");
    }
    for (file, _) in MAY_HOLD_CYRILLIC {
        assert!(needed(file, is_cyrillic), "{file} holds no Cyrillic letter");
    }
}

#[test]
fn literals_are_found_where_they_are() {
    let source = r####"
        //! "a comment that says something"
        #[error("an attribute [that] says something")]
        fn f<'a>(x: &'a str) -> char { /* "more of it" */ g("first \"one\" here", '"', r#"a "raw" one"#, b'\'') }
        const LAST: &str = "last";
    "####;
    let found: Vec<(usize, String)> = literals(source);
    let texts: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(texts, ["first \"one\" here", "\"", "a \"raw\" one", "last"]);
    assert_eq!(found[3].0, 5);
    assert!(reads_as_a_sentence("nothing to undo") && reads_as_a_sentence("{n} things were, alas, lost"));
    assert!(!reads_as_a_sentence("{:02}:{:02} {a b c}") && !reads_as_a_sentence("idea.add round.plan"));
}
