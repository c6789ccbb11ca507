//! Files that were cut or hurt, and disks that fail.

use proptest::prelude::*;

use super::*;
use crate::journal::collect::{collect, spilled};
use crate::journal::failing_disk::{Act, FailingDisk};
use crate::journal::line::{LineFault, parse};
use crate::journal::pack::{PackRefusal, pack};
use crate::journal::remark::Remark;
use crate::journal::writer::Keeping;

#[test]
fn a_file_cut_anywhere_gives_every_line_that_is_whole() {
    let hall = hall();
    hall.write(1, 4);
    let whole = std::fs::read(hall.own(1)).unwrap();
    for cut in 0..=whole.len() {
        let left = &whole[..cut];
        std::fs::write(hall.own(1), left).unwrap();
        let mut reader = hall.reader();
        let ends = left.iter().filter(|byte| **byte == b'\n').count();
        // A last line that lacks its newline and nothing else says all it has to say.
        let only_newline = whole.get(cut) == Some(&b'\n') && left.last() == Some(&b'}');
        let lines = ends + usize::from(only_newline);
        assert_eq!(reader.read_new().len(), lines, "cut at {cut}");
        let tail = left.len() - left.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let tail = if only_newline { 0 } else { tail };
        let expected = (tail > 0).then(|| Remark::CutTail {
            file: "0000000000000001.own.jsonl".into(),
            bytes: u64::try_from(tail).unwrap(),
        });
        assert_eq!(reader.remarks(), Vec::from_iter(expected), "cut at {cut}");
        // What follows arrives later, and the torn line is then read whole.
        std::fs::OpenOptions::new()
            .append(true)
            .open(hall.own(1))
            .and_then(|mut file| std::io::Write::write_all(&mut file, &whole[cut..]))
            .unwrap();
        assert_eq!(reader.read_new().len(), 5 - lines, "cut at {cut}");
        assert_eq!(reader.remarks(), []);
    }
}

#[test]
fn a_hurt_line_is_named_the_rest_is_read_and_a_copy_heals_it() {
    let hall = hall();
    hall.write(1, 4);
    let whole = std::fs::read(hall.own(1)).unwrap();
    let hurt = String::from_utf8(whole.clone()).unwrap().replace("Идея 1", "Идея 7");
    std::fs::write(hall.own(1), hurt).unwrap();
    let mut reader = hall.reader();
    assert_eq!(reader.read_new().len(), 4);
    let damage = reader.damage().remove(0);
    assert_eq!((&*damage.file, damage.line), ("0000000000000001.own.jsonl", 3));
    assert_eq!(
        (damage.fault, damage.was, damage.healed),
        (LineFault::WrongDigest, Some((RunId(1), 2)), false)
    );
    assert_eq!(reader.holes().len(), 1);
    let refused = pack(&collect(&Disk::shared(), &hall.folder).unwrap());
    assert!(matches!(refused, Err(PackRefusal::Damaged(hurt)) if hurt.len() == 1));

    std::fs::write(hall.folder.join("log/0000000000000009.in.jsonl"), whole).unwrap();
    assert_eq!(reader.read_new().len(), 1);
    assert!(reader.damage()[0].healed);
    assert!(reader.holes().is_empty());
    assert!(pack(&collect(&Disk::shared(), &hall.folder).unwrap()).is_ok());
}

#[test]
fn a_replaced_file_is_read_again() {
    let hall = hall();
    hall.write(1, 4);
    let whole = std::fs::read(hall.own(1)).unwrap();
    std::fs::write(hall.own(1), String::from_utf8(whole.clone()).unwrap().replace("Идея 1", "Идея 7"))
        .unwrap();
    let mut reader = hall.reader();
    assert_eq!(reader.read_new().len(), 4);
    let fresh = hall.root.join("fresh");
    std::fs::write(&fresh, &whole).unwrap();
    std::fs::rename(&fresh, hall.own(1)).unwrap();
    #[cfg(unix)]
    {
        assert_eq!(reader.read_new().len(), 1);
        assert_eq!(reader.remarks(), []);
    }
}

#[test]
fn a_line_longer_than_any_is_passed_over() {
    let hall = hall();
    hall.write(1, 2);
    let whole = std::fs::read(hall.own(1)).unwrap();
    for length in [300 * 1024, 3 * 1024 * 1024] {
        let long = [b"x".repeat(length), b"\n".to_vec(), whole.clone()].concat();
        std::fs::write(hall.own(1), long).unwrap();
        let mut reader = hall.reader();
        assert_eq!(reader.read_new().len(), 3);
        let damage = reader.damage().remove(0);
        assert_eq!((damage.line, damage.fault), (1, LineFault::TooLong));
        assert!(reader.has(RunId(1), 2));
    }
    std::fs::write(hall.own(1), b"x".repeat(3 * 1024 * 1024)).unwrap();
    let mut reader = hall.reader();
    assert!(reader.read_new().is_empty());
    let tail = Remark::CutTail { file: "0000000000000001.own.jsonl".into(), bytes: 3 * 1024 * 1024 };
    assert_eq!(reader.remarks(), [tail]);
}

#[test]
fn carriage_returns_and_blank_lines_of_a_carrier_do_no_harm() {
    let hall = hall();
    hall.write(1, 2);
    let text = String::from_utf8(std::fs::read(hall.own(1)).unwrap()).unwrap();
    std::fs::write(hall.own(1), text.replace('\n', "\r\n\r\n")).unwrap();
    let mut reader = hall.reader();
    assert_eq!(reader.read_new().len(), 3);
    assert_eq!(reader.remarks(), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is done to a file, only lines that were written come out of it, and what is untouched does come out.
    #[test]
    fn edits_of_a_file_never_make_a_line(
        edits in proptest::collection::vec((any::<prop::sample::Index>(), 0usize..40, "[\\PC\n]{0,8}"), 1..4)
    ) {
        let hall = hall();
        hall.write(1, 5);
        let original = raw_lines(&hall.folder);
        let mut bytes = std::fs::read(hall.own(1)).unwrap();
        for (at, removed, put) in edits {
            let at = at.index(bytes.len() + 1);
            let end = (at + removed).min(bytes.len());
            bytes.splice(at..end, put.into_bytes());
        }
        std::fs::write(hall.own(1), &bytes).unwrap();
        let mut reader = hall.reader();
        let digests: Vec<_> = reader.read_new().iter().map(|line| line.digest).collect();
        for raw in &original {
            let whole = bytes.split(|byte| *byte == b'\n').any(|row| row == raw);
            let ended = !bytes.ends_with(raw);
            let line = crate::journal::line::parse(raw).unwrap();
            prop_assert_eq!(digests.contains(&line.digest), whole && ended);
        }
        prop_assert!(digests.len() <= original.len());
    }
}

#[test]
fn the_header_and_then_the_folders_are_synced_before_anything_is_said_to_be_saved() {
    let hall = hall();
    let (acts, seen) = (Arc::new(Mutex::new(Vec::new())), hall.reports.clone());
    let record = acts.clone();
    let failing_disk = FailingDisk::new(move |act, path| {
        assert!(seen.lock().unwrap().is_empty());
        record.lock().unwrap().push((act, path.to_path_buf()));
        false
    });
    let writer = hall.start(Arc::new(failing_disk), hall.options(1));
    writer.append(draft(0)).unwrap();
    writer.flush().unwrap();
    let (file, log) = (hall.own(1), hall.folder.join("log"));
    let expected = [
        (Act::Create, file.clone()),
        (Act::Write, file.clone()),
        (Act::CutWrite, file.clone()),
        (Act::Sync, file),
        (Act::SyncDir, log),
        (Act::SyncDir, hall.folder.clone()),
        (Act::SyncDir, hall.root.clone()),
    ];
    assert_eq!(acts.lock().unwrap().as_slice(), expected);
    assert_eq!(hall.reports.lock().unwrap().len(), 1);
}

/// Writes ten lines over a failing disk and checks that all are there once, under the ids that were given.
fn ten_lines_survive(acts: &[Act], files: usize) {
    let hall = hall();
    let writer = hall.start(Arc::new(FailingDisk::once(acts)), hall.options(1));
    let mut given = Vec::new();
    for n in 0..10 {
        given.push(writer.append(draft(n)).unwrap().id);
        writer.flush().unwrap();
    }
    drop(writer);
    let mut reader = hall.reader();
    let mut read = ids(&reader.read_new());
    read.dedup();
    given.sort_unstable();
    assert_eq!(read, given, "{acts:?}");
    assert_eq!(std::fs::read_dir(hall.folder.join("log")).unwrap().count(), files, "{acts:?}");
    let broken = reader.remarks().into_iter().filter(|remark| !matches!(remark, Remark::CutTail { .. }));
    assert_eq!(broken.count(), 0);
    assert!(reader.unchained().is_empty());
}

#[test]
fn after_any_error_a_new_run_takes_what_was_not_acknowledged_under_its_ids() {
    ten_lines_survive(&[Act::Create], 1);
    ten_lines_survive(&[Act::Write], 2);
    ten_lines_survive(&[Act::CutWrite], 2);
    ten_lines_survive(&[Act::Sync], 2);
    ten_lines_survive(&[Act::SyncDir], 2);
}

/// Fails at the k-th act of each kind, for every k.
#[test]
fn an_error_at_any_moment_loses_nothing() {
    for act in [Act::Write, Act::CutWrite, Act::Sync] {
        for moment in 0..10 {
            let hall = hall();
            let mut count = 0;
            let failing_disk = FailingDisk::new(move |is, _| {
                count += usize::from(is == act);
                is == act && count == moment + 1
            });
            let writer = hall.start(Arc::new(failing_disk), hall.options(1));
            let given: Vec<_> = (0..10)
                .map(|n| {
                    let id = writer.append(draft(n)).unwrap().id;
                    writer.flush().unwrap();
                    id
                })
                .collect();
            drop(writer);
            let read = ids(&hall.reader().read_new());
            assert!(given.iter().all(|id| read.contains(id)), "{act:?} {moment}");
            assert!(read.iter().all(|id| given.contains(id)), "{act:?} {moment}");
        }
    }
}

#[test]
fn when_the_session_folder_takes_nothing_lines_go_to_the_spill_folder() {
    let hall = hall();
    let spill = hall.root.join("spill");
    let mut options = hall.options(1);
    options.spill = Some(spill.clone());
    let session = hall.folder.clone();
    let failing_disk = FailingDisk::new(move |act, path| act == Act::Sync && path.starts_with(&session));
    let writer = hall.start(Arc::new(failing_disk), options);
    let given: Vec<_> = (0..3).map(|n| writer.append(draft(n)).unwrap().id).collect();
    writer.flush().unwrap();
    assert_eq!(writer.keeping(), Keeping::Spill);
    drop(writer);
    assert!(hall.reports.lock().unwrap().contains(&WriterReport::Spilled { folder: spill.clone() }));
    let home = spilled(&Disk, &spill, sid()).unwrap().lines;
    let lines: Vec<_> = home.values().map(|raw| crate::journal::line::parse(raw).unwrap()).collect();
    assert_eq!(ids(&lines), given);
    assert!(spilled(&Disk, &spill, "zzzzzzzzzz".parse().unwrap()).unwrap().lines.is_empty());
}

#[test]
fn lines_go_home_as_soon_as_the_session_folder_takes_them_again() {
    let hall = hall();
    let gone = Arc::new(std::sync::atomic::AtomicBool::new(false));
    let (session, away) = (hall.folder.clone(), gone.clone());
    let failing_disk = FailingDisk::new(move |act, path| {
        let at_home = path.starts_with(&session) && matches!(act, Act::Create | Act::Write);
        at_home && away.load(std::sync::atomic::Ordering::SeqCst)
    });
    let mut options = hall.options(1);
    options.spill = Some(hall.root.join("spill"));
    let (said, ears) = std::sync::mpsc::channel();
    let writer =
        Writer::start(Arc::new(failing_disk), options, Box::new(move |report| _ = said.send(report)))
            .unwrap();
    let mut given = vec![writer.append(draft(0)).unwrap().id];
    writer.flush().unwrap();
    gone.store(true, std::sync::atomic::Ordering::SeqCst);
    given.extend((1..4).map(|n| writer.append(draft(n)).unwrap().id));
    writer.flush().unwrap();
    assert_eq!(writer.keeping(), Keeping::Spill);
    assert_eq!(ids(&hall.reader().read_new()), given[..1]);
    gone.store(false, std::sync::atomic::Ordering::SeqCst);
    writer.go_home();
    // Hangs, and so fails, if they never go home.
    let count = ears.iter().find_map(|report| match report {
        WriterReport::Home { count } => Some(count),
        _ => None,
    });
    assert_eq!((count, writer.keeping()), (Some(4), Keeping::Session), "a header and three lines");
    assert_eq!(ids(&hall.reader().read_new()), given);
    // What follows is written at home at once, and nothing is doubled.
    given.push(writer.append(draft(4)).unwrap().id);
    writer.flush().unwrap();
    drop(writer);
    let mut reader = hall.reader();
    let lines = reader.read_new();
    assert_eq!(ids(&lines), given);
    assert_eq!(reader.remarks(), []);
}

#[test]
fn a_medium_that_has_gone_is_not_made_up_for_on_another_disk() {
    let hall = hall();
    let mut options = hall.options(1);
    options.spill = Some(hall.root.join("spill"));
    let writer = hall.start(Disk::shared(), options);
    let first = writer.append(draft(0)).unwrap().id;
    writer.flush().unwrap();
    // The stick is pulled: its files are gone, and the folder it was mounted on is an empty one of this disk.
    let stick = hall.root.join("stick");
    std::fs::rename(&hall.folder, &stick).unwrap();
    let mut options = hall.options(2);
    (options.found, options.spill) = (true, Some(hall.root.join("spill")));
    let late = hall.start(Disk::shared(), options);
    let second = late.append(draft(1)).unwrap().id;
    late.flush().unwrap();
    assert_eq!(late.keeping(), Keeping::Spill);
    assert!(!hall.folder.exists(), "no folder is made in its place");
    // And is put back.
    std::fs::rename(&stick, &hall.folder).unwrap();
    late.go_home();
    late.append(draft(2)).unwrap();
    drop((writer, late));
    let found = ids(&hall.reader().read_new());
    let away = spilled(&Disk, &hall.root.join("spill"), sid()).unwrap().lines.len();
    assert!(found.contains(&first) && (found.contains(&second) || away > 1), "{found:?}");
}

/// Somebody takes the file away under the writer, as carriers, restored backups and slips of the hand do.
fn taken_away(take: impl Fn(&Hall)) {
    let hall = hall();
    let mut options = hall.options(1);
    options.spill = Some(hall.root.join("spill"));
    let writer = hall.start(Disk::shared(), options);
    let before: Vec<_> = (0..3).map(|n| writer.append(draft(n)).unwrap().id).collect();
    writer.flush().unwrap();
    take(&hall);
    let after = writer.append(draft(3)).unwrap().id;
    writer.flush().unwrap();
    let found = || {
        let mut found = ids(&hall.reader().read_new());
        let away = spilled(&Disk, &hall.root.join("spill"), sid()).unwrap().lines;
        found.extend(ids(&away.values().map(|raw| parse(raw).unwrap()).collect::<Vec<_>>()));
        found.sort_unstable();
        found.dedup();
        found
    };
    let all = [before, vec![after]].concat();
    assert_eq!(found(), all, "what was called saved is there");
    // Also when nothing is written any more: whoever leaves looks first.
    take(&hall);
    writer.flush().unwrap();
    assert_eq!(found(), all, "and still is when the program is left");
}

#[test]
fn a_file_removed_under_the_writer_is_written_again() {
    taken_away(|hall| {
        for entry in std::fs::read_dir(hall.folder.join("log")).unwrap() {
            std::fs::remove_file(entry.unwrap().path()).unwrap();
        }
    });
}

#[test]
fn a_folder_removed_under_the_writer_is_made_up_for() {
    taken_away(|hall| _ = std::fs::remove_dir_all(&hall.folder));
}

#[test]
fn a_file_replaced_or_cut_under_the_writer_is_written_again() {
    taken_away(|hall| {
        for entry in std::fs::read_dir(hall.folder.join("log")).unwrap() {
            let path = entry.unwrap().path();
            let older = std::fs::read(&path).unwrap();
            let beside = hall.root.join("older");
            std::fs::write(&beside, &older[..older.len() / 2]).unwrap();
            std::fs::rename(&beside, &path).unwrap();
        }
    });
    taken_away(|hall| {
        for entry in std::fs::read_dir(hall.folder.join("log")).unwrap() {
            let file = std::fs::OpenOptions::new().write(true).open(entry.unwrap().path()).unwrap();
            file.set_len(file.metadata().unwrap().len() / 2).unwrap();
        }
    });
}

#[test]
fn with_no_place_at_all_lines_stay_in_memory_until_there_is_one() {
    let hall = hall();
    let full = Arc::new(std::sync::atomic::AtomicBool::new(true));
    let disk_full = full.clone();
    let failing_disk = FailingDisk::new(move |act, _| {
        act == Act::Write && disk_full.load(std::sync::atomic::Ordering::SeqCst)
    });
    let mut options = hall.options(1);
    options.spill = Some(hall.root.join("spill"));
    let writer = hall.start(Arc::new(failing_disk), options);
    let given: Vec<_> = (0..3).map(|n| writer.append(draft(n)).unwrap().id).collect();
    assert_eq!(writer.flush().unwrap_err().lines, 3);
    assert_eq!((writer.keeping(), writer.unsaved().len()), (Keeping::Memory, 4));
    assert!(hall.reports.lock().unwrap().iter().any(|said| matches!(said, WriterReport::InMemory { .. })));
    full.store(false, std::sync::atomic::Ordering::SeqCst);
    writer.flush().unwrap();
    assert_eq!((writer.keeping(), writer.waiting()), (Keeping::Session, 0));
    drop(writer);
    assert_eq!(ids(&hall.reader().read_new()), given);
}

#[test]
fn foreign_lines_that_found_no_place_are_not_acknowledged() {
    let (hall, other) = (hall(), hall());
    other.write(2, 3);
    let writer = hall.start(Arc::new(FailingDisk::new(|act, _| act == Act::Sync)), hall.options(1));
    writer.receive(raw_lines(&other.folder)).unwrap();
    // They lie where they came from: nobody has to wait for them, and they are not forgotten.
    writer.flush().unwrap();
    assert_eq!((writer.waiting(), writer.away()), (0, 4));
    drop(writer);
    assert!(!hall.reports.lock().unwrap().iter().any(|said| matches!(said, WriterReport::Received { .. })));
}

/// Puts bytes in the place of a run's file and reads the session again: the lines, and what is said of them.
fn reread(hall: &Hall, bytes: &[u8]) -> (Vec<Line>, Vec<Remark>) {
    std::fs::write(hall.own(1), bytes).unwrap();
    let mut reader = hall.reader();
    let lines = reader.read_new();
    (lines, reader.remarks())
}

#[test]
fn any_byte_changed_makes_no_line_loses_at_most_two_and_is_named() {
    let hall = hall();
    hall.write(1, 3);
    let whole = std::fs::read(hall.own(1)).unwrap();
    let (original, _) = reread(&hall, &whole);
    let known: Vec<_> = original.iter().map(|line| line.digest).collect();
    for at in 0..whole.len() {
        for change in [whole[at] ^ 1, whole[at] ^ 0x80, b'\n'] {
            if change == whole[at] {
                continue;
            }
            let mut hurt = whole.clone();
            hurt[at] = change;
            let (lines, remarks) = reread(&hall, &hurt);
            assert!(lines.iter().all(|line| known.contains(&line.digest)), "a false line at byte {at}");
            let lost = known.len() - lines.len();
            // A line break in place of a closing brace or before one may leave a line that holds.
            assert!(lost <= 2, "{lost} lines lost by byte {at}");
            let named =
                remarks.iter().any(|remark| matches!(remark, Remark::Damage(_) | Remark::CutTail { .. }));
            assert!(lost == 0 || named, "{lost} lines lost by byte {at}, and nothing said");
            let line = 1 + whole[..at].iter().filter(|byte| **byte == b'\n').count() as u64;
            let torn = at + 1 == whole.len();
            let told = remarks.iter().any(
                |remark| matches!(remark, Remark::Damage(hurt) if (line..=line + 1).contains(&hurt.line)),
            );
            assert!(lost == 0 || told || torn, "byte {at} is in line {line}: {remarks:?}");
            let healed = |remark: &Remark| matches!(remark, Remark::Damage(hurt) if hurt.healed);
            assert!(
                lost == 0 || !remarks.iter().any(healed),
                "byte {at}: there is no other copy: {remarks:?}"
            );
        }
    }
}

#[test]
fn zeros_behind_a_file_hide_nothing_and_are_named() {
    let hall = hall();
    hall.write(1, 3);
    let whole = std::fs::read(hall.own(1)).unwrap();
    for zeros in [1, 511, 512, 4_096, 65_537, 3 * 1024 * 1024] {
        let tail = [whole.clone(), vec![0; zeros]].concat();
        let (lines, remarks) = reread(&hall, &tail);
        let said = Remark::CutTail {
            file: "0000000000000001.own.jsonl".into(),
            bytes: u64::try_from(zeros).unwrap(),
        };
        assert_eq!((lines.len(), remarks), (4, vec![said]), "{zeros} zeros");
        // A file system that had grown the file before the power went: zeros in the place of the last line and behind it.
        let begin = whole.len() - 100;
        let hole = [whole[..begin].to_vec(), vec![0; zeros + 100]].concat();
        let (lines, remarks) = reread(&hall, &hole);
        assert_eq!(lines.len(), 3, "{zeros} zeros");
        assert!(matches!(remarks.as_slice(), [Remark::CutTail { .. }]), "{remarks:?}");
        // With a line end behind them they are a whole line, and no line of ours.
        let ended = [whole.clone(), vec![0; zeros], b"\n".to_vec()].concat();
        let (lines, remarks) = reread(&hall, &ended);
        assert_eq!(lines.len(), 4, "{zeros} zeros");
        assert!(matches!(remarks.as_slice(), [Remark::Damage(hurt)] if hurt.line == 5), "{remarks:?}");
    }
}
