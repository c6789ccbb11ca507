#!/usr/bin/env bash
# Programs that lose words, made on purpose: each is this one with one line changed, and each must fail the test named beside it.
#
#   tests/mutants.sh [NAME…]        all of them (about twenty minutes on two cores), or those named
# Works on a copy of what is committed; needs perl. Ends with 0 when every mutant was caught.
set -uo pipefail
cd "$(dirname "$0")/.."
copy=$(mktemp -d)
export CARGO_TARGET_DIR=$PWD/target/mutants
trap 'git worktree remove --force "$copy/talkoot"' EXIT
git worktree add -q --detach "$copy/talkoot" || exit 1
cd "$copy/talkoot" || exit 1
caught=0 missed=0
wanted=" $* "

# name, file, what is changed (perl), the test
mutant() {
  [ "$wanted" = "  " ] || [[ $wanted == *" $1 "* ]] || return
  perl -0pi -e "$3" "$2"
  if git diff --quiet; then
    echo "MISSED $1: nothing in $2 is like that any more"
    missed=$((missed + 1))
    return
  fi
  if ! cargo test --locked $4 --no-run >"$copy/out" 2>&1; then
    echo "MISSED $1: it does not build: $(grep -m1 '^error' "$copy/out")"
    missed=$((missed + 1))
  elif timeout 600 cargo test --locked $4 >"$copy/out" 2>&1; then
    echo "MISSED $1: cargo test $4 passes"
    missed=$((missed + 1))
  else
    echo "CAUGHT $1: $(grep -E '^test .* FAILED' "$copy/out" | sed 's/^test //; s/ \.\.\. FAILED//' | head -3 | paste -sd, -)"
    caught=$((caught + 1))
  fi
  git checkout -q -- .
}

mutant undo-rings-missed src/workshop/history.rs \
  's/known\.ring \|= ring\.closed;/let _ = ring.closed;/' '--test it laws::'
mutant seats-coarsened-with-papers src/workshop/votes/closing.rs \
  's/let mut classes = vec!\[seats, papers\];/let mut classes = vec![seats.into_iter().chain(papers).collect::<Vec<_>>()];/' '--lib closing'
mutant paste-without-end-waited-for src/terminal/typed.rs \
  's/Instant::now\(\) \+ PATIENCE\b/Instant::now() + PATIENCE * 1000/' '--test it attacks::'
mutant half-a-mark-taken-for-keys src/terminal/pasted.rs \
  's/begun\.map_or\(0, <\[u8\]>::len\)/begun.map_or(0, |_| 0)/' '--lib pasted'
mutant parts-listed-as-sessions src/journal/folder.rs \
  's/entries\.retain\(\|entry\| !entry\.name\.as_encoded_bytes\(\)\.starts_with\(b"\."\)\);//' '--test it attacks::'
mutant clock-set-back-forgotten src/workshop/history.rs \
  's/let place = \(Stamp \{ ms: event\.stamp\.ms\.saturating_add\(by\), \.\.event\.stamp \}, id\);/let _ = by;\n        let place = (event.stamp, id);/' '--test it attacks::'
mutant clone-taken-for-oneself src/workshop/history.rs \
  's/if self\.is_strange\(id\.run\) \{\n\s*return;\n\s*\}//' '--test it attacks::'
mutant drafts-of-like-names src/tui/app/drafts.rs \
  's/name\.chain\(\[.\..\]\)\.chain\(Digest::of\(text\.as_bytes\(\)\)\.to_string\(\)\.chars\(\)\)\.collect\(\)/name.collect()/' '--test it attacks::'
mutant who-beside-a-sealed-ballot src/session/ballots.rs \
  's/\(Frame \{ at: decision\.frame\.at, \.\.Frame::default\(\) \}, self\.who\.clone\(\)\)/(Frame { at: decision.frame.at, ..Frame::default() }, decision.who.clone())/' '--test it attacks::'
mutant foreign-words-raw src/workshop/event.rs \
  's/!payload\.contains\(.\\\\.\) && clean::is_clean\(payload\)/true/' '--test it attacks::'
mutant numbers-without-range src/workshop/range.rs \
  's/large if large > most/large if false \&\& large > most/' '--lib range'
mutant hurt-file-called-whole src/journal/writer/file.rs \
  's/meta\.len == self\.written && self\.ends_as_written\(storage\)/true/' '--test it attacks::'
mutant endless-files-read src/given.rs \
  's/!kind\.is_file\(\) && !file\.is_terminal\(\)/false/' '--lib given'
mutant left-of-a-failed-write src/journal/writer/file.rs \
  's/let _ = self\.file\.cut_to\(self\.written\);//' '--lib full'
mutant full-file-kept src/journal/writer/file.rs \
  's/self\.written >= FULL_FILE/false/' '--lib full'
mutant files-read-without-end src/journal/reader.rs \
  's/let room = scan\.passed\(\) < MAX_FILE && self\.passed < MAX_FOLDER;/let room = true;/' '--test it attacks::'
mutant ballots-forgotten src/ballot_box/memory.rs \
  's/file\.read_to_end\(&mut text\)\?;\n        if let/std::io::Read::take(&mut file, 64 * 1024).read_to_end(&mut text)?;\n        if let/' '--lib ballot_box'
mutant memory-of-others-unread src/ballot_box/memory.rs \
  's/return Ok\(new\.to_vec\(\)\);/return Ok(Vec::new());/' '--lib ballot_box'
mutant typed-words-as-markup src/report/markdown/escape.rs \
  's/\.map\(\|line\| escape_line\(line\.trim\(\)\)\)/.map(|line| line.trim().to_owned())/' '--lib report'
mutant steering-in-answers src/cli/apply.rs \
  's/super::tame\(&value\.to_string\(\)\)/value/' '--test it attacks::'
mutant digest-unchecked src/journal/line/parse.rs \
  's/if Digest::of\(guarded\.as_bytes\(\)\) != digest/if digest == Digest::ZERO/' '--lib hurt'
mutant torn-tail-taken src/journal/scan.rs \
  's/let line = bytes\.get\(\.\.length\)\?\.strip_suffix\(b"\\n"\)\?;/let line = bytes.get(..length)?;\n    if line.is_empty() { return None; }\n    let line = line.strip_suffix(b"\\n").unwrap_or(line);/' '--lib hurt'
mutant said-before-written src/cli/apply.rs \
  's/self\.events\.saturating_sub\(session\.waiting\(\)\)/self.events.saturating_sub(0 * session.waiting())/' '--test it kill::'
mutant file-not-synced src/journal/writer/file.rs \
  's/self\.file\.sync_data\(\)\?;//' '--test simulated'
mutant folder-not-synced src/journal/writer/file.rs \
  's/storage\.sync_dir\(&folder\)\?;/let _ = (storage, folder);/' '--test simulated'
mutant file-kept-after-an-error src/journal/writer/worker.rs \
  's/self\.file = None;//' '--lib hurt'
mutant new-id-when-written-again src/journal/writer/state.rs \
  's/\(line\.run, line\.n, line\.previous\) = \(run, self\.next, self\.last\);/(line.run, line.n, line.previous) = (run, self.next, self.last);\n            line.id = EventId::new(run, self.next);/' '--lib hurt'
mutant not-fewer-on-a-full-disk src/journal/writer/worker.rs \
  's/self\.most = \(self\.most \/ FEWER\)\.max\(1\);/let _ = FEWER;/' '--test it full::'
mutant no-spill-folder src/journal/writer/worker.rs \
  's/Some\(folder\) if keeping == Keeping::Session/Some(folder) if keeping == Keeping::Memory/' '--lib hurt'
mutant folder-made-where-a-medium-was src/journal/writer/worker.rs \
  's/folder != self\.shared\.places\.log \|\| !self\.shared\.lock\(\)\.rooted/true || folder == self.shared.places.log/' '--lib hurt'
mutant one-file-for-two src/journal/disk.rs \
  's/append\(true\)\.create_new\(true\)/append(true).create(true)/' '--lib together'
mutant others-not-read src/cli/apply.rs \
  's/    \/\/ What others wrote meanwhile is decided upon as well\.\n    session\.pull\(\);//' '--test it kill::'
mutant last-to-arrive-wins src/workshop/register.rs \
  's/alive\.sort_unstable_by_key\(.*?\);\n//' '--test it laws::'
mutant only-direct-replacing src/workshop/register.rs \
  's/next\.extend\(older\.replaces.*?\);/let _ = older;/' '--lib register'
mutant two-versions-not-shown src/workshop/register.rs \
  's/self\.versions\(\) > 1/self.versions() > 9/' '--test it offline::'
mutant part-of-undone-work-counts src/workshop/history.rs \
  's/known\.own && part\.is_none_or\(/known.own || part.is_none_or(/' '--test it laws::'
mutant panics-in-a-character src/journal/line/parse.rs \
  's/text\.split_at_checked\(at\)/Some(text.split_at(at))/' '--test it fuzz::'
mutant field-of-old-files-renamed src/workshop/ideas/events.rs \
  's/(set IdeaSet \{\n\s+\/\/\/ What was said\.\n)/$1        #[serde(rename = "words")]\n/' '--test it old::'
mutant pack-not-counted src/journal/pack.rs \
  's/if trailer\.count != found/if trailer.count > found + 1_000_000/' '--lib packs'
mutant must-not-obeyed src/workshop/state.rs \
  's/foreign\.of\.filter\(\|_\| foreign\.must\)/foreign.of.filter(|_| foreign.must \&\& foreign.kind.is_empty())/' '--test it newer::'
mutant forgotten-person-in-who src/cli/redact.rs \
  's/\*draft\.who = who\.into\(\);//' '--test it redact::'

echo "$caught caught, $missed missed"
[ "$missed" = 0 ]
