//! The walls of the house: what is pure stays pure, and only one file reads the environment.

use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    if folder.is_file() {
        return vec![folder.to_path_buf()];
    }
    let mut files = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The code of a file, without comments and without its tests, which stand at its end.
fn code(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn none_of(folders: &[&str], words: &[&str], but: &[&str]) {
    let mut found = Vec::new();
    for folder in folders {
        let files = sources(Path::new(folder));
        assert!(!files.is_empty(), "{folder} is gone");
        for path in files.iter().filter(|path| !but.iter().any(|but| path.ends_with(but))) {
            let code = code(path);
            found.extend(
                words
                    .iter()
                    .filter(|word| code.contains(**word))
                    .map(|word| format!("{}: {word}", path.display())),
            );
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_domain_reads_no_clock_no_file_no_terminal_and_no_chance() {
    let outside = [
        "std::fs",
        "std::env",
        "std::net",
        "std::io",
        "std::process",
        "std::thread",
        "SystemTime",
        "Instant::now",
        "Timestamp::now",
        "Zoned::now",
        "TimeZone::system",
        "getrandom",
        "crossterm",
        "ratatui",
        "tokio",
        "crate::session",
        "crate::journal",
        "crate::app",
        "crate::ui",
        "crate::cli",
        "crate::world",
        "crate::terminal",
    ];
    none_of(&["src/workshop", "src/planner", "src/tally"], &outside, &[]);
}

#[test]
fn the_report_and_the_lists_are_pure_as_well() {
    let outside = [
        "std::fs",
        "std::env",
        "std::net",
        "Timestamp::now",
        "crossterm",
        "tokio",
        "crate::session",
        "crate::journal",
    ];
    none_of(&["src/report", "src/intake", "src/theme", "src/language"], &outside, &[]);
}

#[test]
fn a_rehearsal_knows_only_a_workshop_and_a_seed() {
    let outside = [
        "std::fs",
        "std::env",
        "std::thread",
        "Instant",
        "SystemTime",
        "Timestamp::now",
        "HashMap",
        "HashSet",
        "crate::session",
        "crate::journal",
        "crate::world",
        "crate::app",
        "crate::cli",
    ];
    none_of(&["src/rehearsal"], &outside, &["copy.rs", "play.rs"]);
}

#[test]
fn nothing_imports_the_command_line_and_the_domain_no_screen() {
    let all: Vec<String> = std::fs::read_dir("src")
        .unwrap()
        .map(|entry| entry.unwrap().path().to_string_lossy().into_owned())
        .filter(|path| !path.ends_with("/cli") && !path.ends_with("main.rs"))
        .collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    none_of(&all, &["crate::cli"], &[]);
    let faces = ["app", "ui", "cli", "terminal", "main.rs", "lib.rs"];
    let below: Vec<&str> =
        all.iter().copied().filter(|path| !faces.iter().any(|face| path.ends_with(face))).collect();
    none_of(&below, &["crate::app", "crate::ui"], &[]);
}

#[test]
fn only_the_command_line_reads_the_environment() {
    let all = ["src/app", "src/journal", "src/ui", "src/input", "src/terminal", "src/workshop", "src/report"];
    none_of(&all, &["std::env"], &[]);
}

#[test]
fn no_file_is_longer_than_five_hundred_lines_but_tables() {
    let tables = ["src/workshop/command.rs", "src/workshop/event.rs", "src/reference/verbs.rs"];
    let long: Vec<String> = sources(Path::new("src"))
        .iter()
        .filter(|path| !tables.iter().any(|table| path.ends_with(table)))
        .map(|path| (path, std::fs::read_to_string(path).unwrap().lines().count()))
        .filter(|(_, lines)| *lines > 500)
        .map(|(path, lines)| format!("{}: {lines}", path.display()))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}
