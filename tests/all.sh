#!/usr/bin/env bash
# Passes all tests on a fresh machine with Rust: form, lints, documentation, one version of what must be one, tests, benches
# that build. What it needs beside the Rust toolchain comes with cargo.
set -euo pipefail
cd "$(dirname "$0")/.."

# rustfmt and clippy are parts of the toolchain; where they are missing and rustup is there, they are added.
for part in rustfmt clippy; do
  if ! cargo "${part/rustfmt/fmt}" --version >/dev/null 2>&1; then
    rustup component add "$part"
  fi
done

# The reader of docs/session-format.md is tried with jq.
if ! command -v jq >/dev/null; then
  root=$([ "$(id -u)" = 0 ] || echo sudo)
  if command -v apt-get >/dev/null; then
    $root apt-get install -qq -y jq >/dev/null || { $root apt-get update -qq && $root apt-get install -qq -y jq >/dev/null; }
  elif command -v brew >/dev/null; then
    brew install -q jq
  fi
  command -v jq >/dev/null || { echo "jq is missing and could not be installed; install it and run this again"; exit 1; }
fi

echo "== form"
cargo fmt --check

echo "== one version of what must be one"
twice=$(cargo tree --locked -d -e normal --depth 0 | grep -E '^(ratatui|ratatui-core|crossterm|unicode-width) v' || true)
if [ -n "$twice" ]; then
  echo "two versions in the tree:"
  echo "$twice"
  exit 1
fi

echo "== lints"
cargo clippy --locked --all-targets -- -D warnings

echo "== documentation"
RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --quiet

echo "== tests"
cargo test --locked
