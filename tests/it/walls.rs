//! What may import what: every folder stands on a floor and imports only from floors below its own; what is pure stays pure, and only
//! one file reads the environment.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use syn::visit::{self, Visit};

/// The folders and files of `src/`, floor by floor, the highest first.
const FLOORS: &[&[&str]] = &[
    &["cli"],
    &["tui"],
    &["rehearsal"],
    &["sessions"],
    &["report", "intake"],
    &["session", "bundled"],
    &["given"],
    &["fault", "world"],
    &["input", "terminal"],
    &["language", "journal", "ballot_box"],
    &["workshop"],
    &["tally", "parallel"],
    &["planner"],
    &["theme", "wrap"],
];

/// The same inside `tui/`.
const FLOORS_OF_TUI: &[&[&str]] = &[&["app"], &["screens"], &["layers"], &["widgets"], &["ctx"]];

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

/// What a file imports or names: paths from the root of the program.
struct Imports {
    module: Vec<String>,
    found: BTreeSet<Vec<String>>,
}

impl Imports {
    fn of(path: &Path) -> Self {
        let inside = path.strip_prefix("src").unwrap().with_extension("");
        let mut module: Vec<String> = inside.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
        if matches!(module.last().map(String::as_str), Some("mod" | "lib" | "main")) {
            module.pop();
        }
        let mut imports = Self { module, found: BTreeSet::new() };
        imports.visit_file(&syn::parse_file(&std::fs::read_to_string(path).unwrap()).unwrap());
        imports
    }

    fn add(&mut self, path: &[String]) {
        let mut at = self.module.clone();
        let mut rest = path;
        match path.first().map(String::as_str) {
            Some("crate") => (at, rest) = (Vec::new(), &path[1..]),
            Some("self") => rest = &path[1..],
            Some("super") => {}
            _ => return,
        }
        while rest.first().is_some_and(|part| part == "super") {
            at.pop();
            rest = &rest[1..];
        }
        at.extend_from_slice(rest);
        self.found.insert(at);
    }

    fn walk(&mut self, before: &[String], tree: &syn::UseTree) {
        let longer = |part: &syn::Ident| [before, &[part.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.walk(&longer(&path.ident), &path.tree),
            syn::UseTree::Name(name) => self.add(&longer(&name.ident)),
            syn::UseTree::Rename(name) => self.add(&longer(&name.ident)),
            syn::UseTree::Glob(_) => self.add(before),
            syn::UseTree::Group(group) => group.items.iter().for_each(|item| self.walk(before, item)),
        }
    }
}

impl<'ast> Visit<'ast> for Imports {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.walk(&[], &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<String> = path.segments.iter().map(|part| part.ident.to_string()).collect();
        self.add(&parts);
        visit::visit_path(self, path);
    }

    /// Tests may look wherever they like.
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let is_tests = item.attrs.iter().any(|attribute| attribute.path().is_ident("cfg"));
        if let Some((_, items)) = item.content.as_ref().filter(|_| !is_tests) {
            self.module.push(item.ident.to_string());
            items.iter().for_each(|item| self.visit_item(item));
            self.module.pop();
        }
    }
}

/// Who imports whom among the parts of a folder, with one file for each that does.
type Edges = BTreeMap<(String, String), String>;

/// For each folder of `src/`, by its path, who imports whom among what lies in it.
fn edges() -> BTreeMap<Vec<String>, Edges> {
    let mut all: BTreeMap<Vec<String>, Edges> = BTreeMap::new();
    let is_test = |path: &&PathBuf| {
        let inside = path.strip_prefix("src").unwrap();
        let tests =
            |part: &std::ffi::OsStr| matches!(part.to_str(), Some("tests" | "tests.rs" | "whole_checks.rs"));
        inside.iter().any(tests) || ["src/lib.rs", "src/main.rs"].iter().any(|root| path.ends_with(root))
    };
    for path in sources(Path::new("src")).iter().filter(|path| !is_test(path)) {
        let imports = Imports::of(path);
        for found in &imports.found {
            let same = imports.module.iter().zip(found).take_while(|(a, b)| a == b).count();
            if let (Some(from), Some(to)) = (imports.module.get(same), found.get(same)) {
                let edges = all.entry(found[..same].to_vec()).or_default();
                edges.insert((from.clone(), to.clone()), path.display().to_string());
            }
        }
    }
    all
}

/// The imports that do not lead down.
fn upward(edges: &Edges, floors: &[&[&str]]) -> Vec<String> {
    let floor = |name: &str| floors.iter().position(|floor| floor.contains(&name));
    let bad = edges.iter().filter(|((from, to), _)| match (floor(from), floor(to)) {
        (Some(from), Some(to)) => to <= from,
        // What stands on no floor yet belongs on one.
        _ => true,
    });
    bad.map(|((from, to), file)| format!("{from} imports {to}: {file}")).collect()
}

#[test]
fn every_folder_imports_only_from_the_floors_below_its_own() {
    for floor in FLOORS {
        println!("{}", floor.join("  "));
    }
    let edges = edges();
    let mut found = upward(&edges[&Vec::new()], FLOORS);
    found.extend(upward(&edges[&vec!["tui".to_owned()]], FLOORS_OF_TUI));
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_two_folders_import_each_other_directly_or_through_others() {
    let mut found = Vec::new();
    for (inside, edges) in edges() {
        let folder = |name: &str| Path::new("src").join(inside.join("/")).join(name).is_dir();
        let edges: BTreeSet<(&str, &str)> = edges
            .keys()
            .map(|(from, to)| (from.as_str(), to.as_str()))
            .filter(|(from, to)| folder(from) && folder(to))
            .collect();
        // Whatever imports nothing that is left goes, and what nothing imports; what is left in the end lies in circles.
        let mut left = edges;
        loop {
            let before = left.len();
            let (from, to): (BTreeSet<&str>, BTreeSet<&str>) = left.iter().copied().unzip();
            left.retain(|edge| from.contains(edge.1) && to.contains(edge.0));
            if left.len() == before {
                break;
            }
        }
        found.extend(left.iter().map(|(from, to)| format!("{}: {from} imports {to}", inside.join("/"))));
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
        "crate::session::",
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
        "crate::session::",
        "crate::journal",
        "crate::world",
        "crate::tui",
    ];
    none_of(&["src/rehearsal"], &outside, &["copy.rs", "play.rs"]);
}

#[test]
fn only_the_command_line_reads_the_environment() {
    let all = ["src/tui", "src/journal", "src/input", "src/terminal", "src/workshop", "src/report"];
    none_of(&all, &["std::env"], &[]);
}

#[test]
fn no_file_is_longer_than_five_hundred_lines() {
    let long: Vec<String> = sources(Path::new("src"))
        .iter()
        .map(|path| (path, std::fs::read_to_string(path).unwrap().lines().count()))
        .filter(|(_, lines)| *lines > 500)
        .map(|(path, lines)| format!("{}: {lines}", path.display()))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}
