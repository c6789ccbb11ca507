//! The bodies of the fuzz targets over the kept corpus and some thousand changes of it.

#[path = "../../fuzz/bodies.rs"]
mod bodies;

use std::path::Path;

/// How often each file of the corpus is changed.
const CHANGES: u64 = 2_000;

fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            (entry.file_name().to_string_lossy().into_owned(), std::fs::read(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    assert!(files.len() >= 5, "the corpus of {target} is kept");
    files
}

/// A change of some bytes that depends on the number only: flips, cuts, repeats, and pieces that mean something here.
fn changed(bytes: &[u8], number: u64) -> Vec<u8> {
    const PIECES: [&str; 12] = [
        "\"",
        "\\",
        "{",
        "}",
        "[",
        ",\"h\":\"",
        "\\ud800",
        "\0",
        "\n",
        "null",
        "1e999",
        "7e772f44d7bf6548.1",
    ];
    let mut draws = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut below = |most: usize| {
        draws ^= draws << 13;
        draws ^= draws >> 7;
        draws ^= draws << 17;
        usize::try_from(draws % (most.max(1) as u64)).unwrap()
    };
    let mut bytes = bytes.to_vec();
    for _ in 0..1 + below(4) {
        let at = below(bytes.len() + 1);
        let end = (at + below(24)).min(bytes.len());
        match below(5) {
            0 if at < bytes.len() => bytes[at] ^= 1 << below(8),
            1 => bytes.truncate(at),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => drop(bytes.splice(at..end, PIECES[below(PIECES.len())].bytes())),
        }
    }
    bytes
}

fn run(target: &str, body: fn(&[u8])) {
    for (name, bytes) in corpus(target) {
        body(&bytes);
        for number in 0..CHANGES {
            let changed = changed(&bytes, number);
            let held = std::panic::catch_unwind(|| body(&changed));
            assert!(
                held.is_ok(),
                "{target}/{name}, change {number}: {:?}",
                String::from_utf8_lossy(&changed)
            );
        }
    }
}

#[test]
fn no_line_panics_or_means_two_things() {
    run("line", bodies::line);
}

#[test]
fn no_line_with_a_right_digest_panics_or_means_two_things() {
    run("sealed", bodies::sealed);
}

#[test]
fn no_pack_panics() {
    run("pack", bodies::pack);
}

#[test]
fn no_payload_panics_and_their_order_never_matters() {
    run("fold", bodies::fold);
}

/// What is too long to be kept as a file.
#[test]
fn what_is_far_too_long_or_too_deep_is_refused() {
    let long = format!("{{\"w\":\"7e772f44d7bf6548\",\"n\":1,\"d\":\"{}\"", "x".repeat(300 * 1024));
    let deep =
        format!("{{\"w\":\"7e772f44d7bf6548\",\"n\":1,\"d\":{}{}", "[".repeat(10_000), "]".repeat(10_000));
    for bytes in [long, deep] {
        bodies::sealed(bytes.as_bytes());
        bodies::fold(format!("idea.added {bytes}").as_bytes());
    }
}
