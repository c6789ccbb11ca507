#!/usr/bin/env bash
# Real media: a disk that fills, becomes read-only, goes away and comes back, loses its power, and fails in the middle of a write.
#
# Needs root, tmpfs, loop devices and mkfs.ext4; for power cuts python3, for the last part dmsetup. What is missing is skipped and named.
#   cargo build --release && sudo tests/media.sh [PROGRAM] [POWER CUTS, default 40]
# Ends with 0 when nothing that ran has failed, with 77 when nothing could run.
set -uo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/release/talkoot}")
cuts=${2:-40}
[ -x "$program" ] || { echo "no program at $program: build it first"; exit 77; }
[ "$(id -u)" = 0 ] || { echo "this needs root, for mounting"; exit 77; }

ground=$(mktemp -d)
medium=$ground/medium
mkdir -p "$medium" "$ground/home"
export HOME=$ground/home XDG_STATE_HOME=$ground/state TALKOOT_SESSIONS=$medium/sessions TALKOOT_LANG=en TALKOOT_DEVICE=d-media
passed=0 failed=0 skipped=0
loop="" mapped=""

clean() {
  umount -l "$medium" 2>/dev/null
  [ -n "$mapped" ] && dmsetup remove -f "$mapped" 2>/dev/null
  [ -n "$loop" ] && losetup -d "$loop" 2>/dev/null
  [ -n "${cuts_on:-}" ] && losetup -d "$cuts_on" 2>/dev/null
  rm -rf "$ground"
}
trap clean EXIT

pass() { echo "PASS $1"; passed=$((passed + 1)); }
fail() { echo "FAIL $1"; failed=$((failed + 1)); }
skip() { echo "SKIP $1"; skipped=$((skipped + 1)); }

# Commands that add so many ideas, with ids from a prefix.
ideas() { for n in $(seq "$2"); do echo "{\"do\":\"idea.add\",\"id\":\"$1$n\",\"text\":\"idea $n of the long afternoon, общий фонд\"}"; done; }
# The ids that an output of apply called saved.
saved() { grep '"ok":true' "$1" | grep -o '"made":"[^"]*"' | cut -d'"' -f4 | sort; }
# The ids that stand in the session.
standing() { "$program" show demo ideas --json | grep -o '"id": "[a-z][0-9]*"' | cut -d'"' -f4 | sort; }
# Everything that was called saved stands, each once.
all_there() {
  standing >"$ground/standing"
  local missing twice
  missing=$(saved "$1" | comm -23 - "$ground/standing" | wc -l)
  twice=$(uniq -d "$ground/standing" | wc -l)
  if [ "$missing" = 0 ] && [ "$twice" = 0 ]; then pass "$2: $(saved "$1" | wc -l) saved, all there, none doubled"
  else fail "$2: $missing of $(saved "$1" | wc -l) missing, $twice doubled"; fi
}
fresh() { rm -rf "$ground/state"; umount -l "$medium" 2>/dev/null; }

echo "== a tmpfs of 256 KiB that fills in the middle"
fresh
if mount -t tmpfs -o size=256k talkoot-media "$medium" 2>/dev/null; then
  "$program" new demo >/dev/null
  ideas a 1500 | "$program" apply demo >"$ground/out" 2>"$ground/err"
  code=$?
  [ "$(wc -l <"$ground/out")" = 1500 ] && pass "every command was answered (exit $code)" || fail "$(wc -l <"$ground/out") answers of 1500"
  grep -q "saved on this laptop only" "$ground/err" && pass "it said that it saves on this laptop only" || fail "it did not say where it saves: $(cat "$ground/err")"
  all_there "$ground/out" "while the disk is full"
  mount -o remount,size=4m "$medium"
  ideas b 1 | "$program" apply demo >"$ground/out2" 2>&1
  rm -rf "$ground/state/talkoot/spill"
  all_there "$ground/out" "after there was room again, without the spill folder"
else skip "no tmpfs can be mounted"; fi

echo "== ext4 on a loop device, read-only in the middle"
fresh
truncate -s 16M "$ground/image"
if command -v mkfs.ext4 >/dev/null && mkfs.ext4 -q "$ground/image" && loop=$(losetup --show -f "$ground/image" 2>/dev/null) && mount "$loop" "$medium" 2>/dev/null; then
  "$program" new demo >/dev/null
  mkfifo "$ground/pipe"
  "$program" apply demo <"$ground/pipe" >"$ground/out" 2>"$ground/err" &
  job=$!
  exec 9>"$ground/pipe"
  ideas c 200 >&9
  until [ "$(wc -l <"$ground/out")" -ge 200 ]; do sleep 0.05; done
  # A file system with files open for writing is made read-only by its own errors; this is the nearest one can do by hand.
  mount -o remount,ro,force "$medium" 2>/dev/null || mount -f -o remount,ro "$medium" 2>/dev/null || umount -l "$medium"
  ideas d 200 >&9
  exec 9>&-
  wait "$job"
  code=$?
  rm "$ground/pipe"
  umount -l "$medium" 2>/dev/null
  mount "$loop" "$medium"
  [ "$(wc -l <"$ground/out")" = 400 ] && pass "every command was answered (exit $code)" || fail "$(wc -l <"$ground/out") answers of 400"
  all_there "$ground/out" "before the lines go home"
  ideas e 1 | "$program" apply demo >/dev/null 2>&1
  all_there "$ground/out" "after the medium came back"
  umount -l "$medium"
else skip "no ext4 on a loop device"; fi

echo "== the stick is pulled and put back"
fresh
if [ -n "$loop" ] && mount "$loop" "$medium" 2>/dev/null; then
  rm -rf "$medium/sessions"
  "$program" new demo >/dev/null
  mkfifo "$ground/pipe"
  "$program" apply demo <"$ground/pipe" >"$ground/out" 2>"$ground/err" &
  job=$!
  exec 9>"$ground/pipe"
  ideas f 100 >&9
  until [ "$(wc -l <"$ground/out")" -ge 100 ]; do sleep 0.05; done
  losetup -d "$loop" 2>/dev/null
  umount -l "$medium"
  chattr +i "$medium" 2>/dev/null
  ideas g 100 >&9
  exec 9>&-
  wait "$job"
  chattr -i "$medium" 2>/dev/null
  rm -f "$ground/pipe"
  loop=$(losetup --show -f "$ground/image")
  mount "$loop" "$medium"
  [ "$(wc -l <"$ground/out")" = 200 ] && pass "every command was answered" || fail "$(wc -l <"$ground/out") answers of 200"
  ideas h 1 | "$program" apply demo >/dev/null 2>&1
  all_there "$ground/out" "after it was put back"
  umount -l "$medium"
else skip "no loop device to pull"; fi

# A file system shut down without writing its log loses what was not synced, as on a power cut (EXT4_IOC_SHUTDOWN with
# NOLOGFLUSH, the way in which file systems are tested themselves). The program is stopped before and killed afterwards: it
# says nothing more.
cut_power() {
  kill -STOP "$1" && python3 -c '
import fcntl, os, struct, sys
fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack("I", 2))' "$medium"
  local told=$?
  kill -KILL "$1"
  return $told
}

echo "== $cuts power cuts in the middle of writing"
fresh
# An image of its own: one that was let go lazily may still be written to.
truncate -s 16M "$ground/cuts"
if command -v python3 >/dev/null && [ -n "$loop" ] && mkfs.ext4 -q "$ground/cuts" && cuts_on=$(losetup --show -f "$ground/cuts" 2>/dev/null) && mount "$cuts_on" "$medium" 2>/dev/null; then
  "$program" new demo >/dev/null
  : >"$ground/acknowledged"
  cut=0
  for round in $(seq "$cuts"); do
    ideas "q${round}0" 400 | "$program" apply demo >"$ground/out" 2>/dev/null &
    job=$!
    wanted=$((round * 37 % 300 + 1))
    until [ "$(wc -l <"$ground/out")" -ge "$wanted" ]; do kill -0 "$job" 2>/dev/null || break; done
    cut_power "$job" 2>/dev/null && cut=$((cut + 1))
    wait "$job" 2>/dev/null
    # A last line without its newline was not said.
    sed '$!b;/}$/!d' "$ground/out" >>"$ground/acknowledged"
    # Not lazily: mounted again while it is still in use, it would still be shut down.
    until umount "$medium" 2>/dev/null; do sleep 0.05; done
    mount "$cuts_on" "$medium"
  done
  if [ "$cut" = 0 ]; then skip "no file system that can be shut down"; else
    [ "$cut" = "$cuts" ] && pass "the power was cut $cut times" || fail "the power was cut $cut times of $cuts"
    rm -rf "$ground/state/talkoot/spill"
    all_there "$ground/acknowledged" "after $cut power cuts"
    "$program" check demo >"$ground/checked"
    [ $? -le 1 ] && pass "check finds no damage" || fail "check: $(tail -3 "$ground/checked")"
  fi
  umount -l "$medium"
  losetup -d "$cuts_on"
else skip "no python3, or no ext4 on a loop device"; fi

echo "== a device that fails every write from some moment on"
fresh
if command -v dmsetup >/dev/null && [ -n "$loop" ] && size=$(blockdev --getsz "$loop") &&
  dmsetup create talkoot-media --table "0 $size linear $loop 0" 2>/dev/null; then
  mapped=talkoot-media
  mkfs.ext4 -q -F /dev/mapper/$mapped && mount /dev/mapper/$mapped "$medium"
  "$program" new demo >/dev/null
  mkfifo "$ground/pipe"
  "$program" apply demo <"$ground/pipe" >"$ground/out" 2>"$ground/err" &
  job=$!
  exec 9>"$ground/pipe"
  ideas k 100 >&9
  until [ "$(wc -l <"$ground/out")" -ge 100 ]; do sleep 0.05; done
  dmsetup suspend --noflush $mapped && dmsetup load $mapped --table "0 $size error" && dmsetup resume $mapped
  ideas l 100 >&9
  exec 9>&-
  wait "$job"
  umount -l "$medium"
  dmsetup suspend --noflush $mapped; dmsetup load $mapped --table "0 $size linear $loop 0"; dmsetup resume $mapped
  mount /dev/mapper/$mapped "$medium"
  [ "$(wc -l <"$ground/out")" = 200 ] && pass "every command was answered" || fail "$(wc -l <"$ground/out") answers of 200"
  all_there "$ground/out" "after the device was well again"
  ideas m 1 | "$program" apply demo >/dev/null 2>&1
  all_there "$ground/out" "after the lines went home"
else skip "no device mapper"; fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] || exit 1
[ "$passed" != 0 ] || exit 77
