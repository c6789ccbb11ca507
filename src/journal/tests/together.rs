//! Writers and readers on one folder.

use super::*;
use crate::journal::failing_disk::{Act, FailingDisk};
use crate::journal::folder::{FolderFault, identify, list};
use crate::journal::follow::Follow;
use crate::journal::remark::Remark;
use crate::journal::writer::Keeping;

/// How many lines a report says are saved where they should be.
fn saved(report: &WriterReport) -> usize {
    match report {
        WriterReport::Saved { count, keeping: Keeping::Session, .. } => *count,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_writer_that_is_never_used_creates_nothing() {
    let hall = hall();
    let writer = hall.writer(1);
    writer.flush().unwrap();
    let mut long = draft(0);
    long.d = format!(r#"{{"text":"{}"}}"#, "x".repeat(300 * 1024));
    assert!(writer.append(long).is_err());
    drop(writer);
    assert!(!hall.folder.exists());
    assert!(hall.reader().read_new().is_empty());
}

#[test]
fn what_is_flushed_reads_back_exactly() {
    let hall = hall();
    let writer = hall.writer(1);
    let mut written = Vec::new();
    for n in 0..200 {
        let mut draft = draft(n);
        draft.must = n == 7;
        draft.who = (n == 8).then(|| "room-b".into());
        written.push(format!("{:?}", writer.append(draft).unwrap()));
    }
    writer.flush().unwrap();
    let mut reader = hall.reader();
    let lines = reader.read_new();
    let read: Vec<_> = lines.iter().skip(1).map(|line| format!("{line:?}")).collect();
    assert_eq!(read, written);
    let header = lines.first().unwrap();
    assert_eq!(header.header.as_ref().unwrap().sid, sid());
    assert_eq!((reader.who(&lines[2]), reader.who(&lines[9])), (Some("desk"), Some("room-b")));
    assert_eq!(reader.device(&lines[2]), Some("d-8f21"));
    assert_eq!(reader.remarks(), []);
    assert_eq!((reader.holes(), reader.unchained()), (vec![], vec![]));
    assert_eq!(reader.version_vector().into_iter().collect::<Vec<_>>(), [(RunId(1), 201)]);
    let counts: Vec<_> = hall.reports.lock().unwrap().iter().map(saved).collect();
    assert_eq!(counts.iter().sum::<usize>(), 200);
    assert!(counts.iter().all(|count| *count <= 64));
}

#[test]
fn what_arrives_during_a_sync_shares_the_next() {
    let hall = hall();
    let (go, gate) = std::sync::mpsc::channel::<()>();
    let failing_disk = FailingDisk::new(move |act, _| {
        // The first sync lasts until the test lets go; afterwards the channel is closed and nothing waits.
        if act == Act::Sync {
            let _ = gate.recv();
        }
        false
    });
    let writer = hall.start(Arc::new(failing_disk), hall.options(1));
    writer.append(draft(0)).unwrap();
    std::thread::scope(|scope| {
        for from in [1, 51] {
            let writer = &writer;
            scope.spawn(move || (from..from + 50).for_each(|n| _ = writer.append(draft(n)).unwrap()));
        }
    });
    drop(go);
    writer.flush().unwrap();
    drop(writer);
    let counts: Vec<_> = hall.reports.lock().unwrap().iter().map(saved).collect();
    assert_eq!(counts.iter().sum::<usize>(), 101);
    assert!(counts.len() <= 3 && counts.iter().all(|count| *count <= 64), "{counts:?}");
    let mut reader = hall.reader();
    assert_eq!((reader.read_new().len(), reader.unchained().len(), reader.remarks().len()), (102, 0, 0));
}

#[test]
fn two_programs_see_each_others_lines() {
    let hall = hall();
    let (one, two) = (hall.writer(1), hall.writer(2));
    let (mut left, mut right) = (hall.reader(), hall.reader());
    for n in 0..20 {
        let a = one.append(draft(n)).unwrap().id;
        one.flush().unwrap();
        assert!(ids(&right.read_new()).contains(&a));
        let b = two.append(draft(n)).unwrap().id;
        two.flush().unwrap();
        assert!(ids(&left.read_new()).contains(&b));
    }
    right.read_new();
    assert_eq!(left.version_vector(), right.version_vector());
    assert_eq!(left.len(), 42);
    assert!(left.read_new().is_empty());
}

#[test]
fn a_follower_brings_the_lines_of_another_program() {
    let hall = hall();
    hall.write(1, 1);
    let mut reader = hall.reader();
    let (found, finds) = std::sync::mpsc::channel();
    let changed = Box::new(move || {
        for line in reader.read_new() {
            found.send(line.id).unwrap();
        }
    });
    let follow = Follow::start(Disk::shared(), &hall.folder, changed).unwrap();
    let writer = hall.writer(2);
    for n in 0..5 {
        let id = writer.append(draft(n)).unwrap().id;
        // Hangs, and so fails, if the line never comes.
        while finds.recv().unwrap() != id {}
    }
    drop(follow);
}

#[test]
fn a_run_whose_name_is_taken_gets_another() {
    let hall = hall();
    hall.write(1, 3);
    let before = std::fs::read(hall.own(1)).unwrap();
    let writer = hall.writer(1);
    assert_eq!(writer.append(draft(9)).unwrap().id, EventId::new(RunId(0x1001), 1));
    writer.flush().unwrap();
    assert_eq!(std::fs::read(hall.own(1)).unwrap(), before);
}

#[test]
fn foreign_lines_are_kept_byte_for_byte_and_once() {
    let (hall, other) = (hall(), hall());
    other.write(2, 3);
    let lines = raw_lines(&other.folder);
    let writer = hall.writer(1);
    assert!(writer.receive(vec!["{}".into()]).is_err());
    writer.receive(lines.clone()).unwrap();
    writer.flush().unwrap();
    writer.receive(lines.clone()).unwrap();
    writer.flush().unwrap();
    let written = std::fs::read(hall.folder.join("log/0000000000000001.in.jsonl")).unwrap();
    let once: Vec<u8> = lines.iter().flat_map(|line| [&line[..], b"\n"].concat()).collect();
    assert_eq!(written, once.repeat(2));
    assert!(!hall.own(1).exists());
    assert_eq!(hall.reader().read_new().len(), 4);
}

#[test]
fn lines_of_another_session_are_left_out() {
    let (hall, other) = (hall(), hall());
    hall.write(1, 2);
    let mut options = other.options(2);
    options.sid = "zzzzzzzzzz".parse().unwrap();
    let writer = other.start(Disk::shared(), options);
    writer.append(draft(0)).unwrap();
    drop(writer);
    std::fs::copy(other.own(2), hall.own(2)).unwrap();
    let mut reader = hall.reader();
    assert_eq!(reader.read_new().len(), 3);
    let foreign = Remark::Foreign { run: RunId(2), sid: "zzzzzzzzzz".parse().unwrap(), lines: 2 };
    assert_eq!(reader.remarks(), [foreign]);
}

#[test]
fn one_place_with_two_lines_is_a_fork_and_both_are_kept() {
    let (hall, other) = (hall(), hall());
    hall.write(1, 2);
    let writer = other.writer(1);
    writer.append(draft(0)).unwrap();
    writer.append(draft(5)).unwrap();
    drop(writer);
    std::fs::copy(other.own(1), hall.folder.join("log/0000000000000001 (2).own.jsonl")).unwrap();
    let mut reader = hall.reader();
    assert_eq!(reader.read_new().len(), 4);
    let remarks = reader.remarks();
    let [Remark::Fork(fork)] = remarks.as_slice() else { panic!("{remarks:?}") };
    assert_eq!((fork.run, fork.n, fork.digests.len()), (RunId(1), 2, 2));
}

#[test]
fn sessions_are_listed_and_told_from_other_things() {
    let hall = hall();
    hall.write(1, 1);
    std::fs::create_dir_all(hall.root.join("photos/log")).unwrap();
    std::fs::write(hall.root.join("notes.txt"), "x").unwrap();
    let husk = hall.root.join("husk-zzzzzz/log");
    std::fs::create_dir_all(&husk).unwrap();
    std::fs::write(husk.join("0000000000000001.own.jsonl"), "{\"broken\n").unwrap();
    let listing = list(&Disk, &hall.root).unwrap();
    let names: Vec<_> = listing.sessions.iter().map(|found| (found.slug.as_str(), found.sid)).collect();
    assert_eq!(names, [("helsinki-2017", sid())]);
    assert!(matches!(listing.faults.as_slice(), [(_, FolderFault::Empty)]));
    assert!(matches!(identify(&Disk, &hall.root.join("photos")), Err(FolderFault::PlainFolder)));
    assert!(matches!(identify(&Disk, &hall.root.join("notes.txt")), Err(FolderFault::NotOurs)));
    assert!(matches!(identify(&Disk, &hall.root.join("nowhere")), Err(FolderFault::Missing)));
    assert!(matches!(identify(&Disk, &hall.root.join("x".repeat(5000))), Err(FolderFault::TooLong)));
    assert!(list(&Disk, &hall.root.join("nowhere")).unwrap().sessions.is_empty());
}

#[cfg(unix)]
#[test]
fn links_folders_and_pipes_in_the_log_are_skipped() {
    let hall = hall();
    hall.write(1, 1);
    let log = hall.folder.join("log");
    std::os::unix::fs::symlink(hall.own(1), log.join("0000000000000002.own.jsonl")).unwrap();
    std::fs::create_dir(log.join("0000000000000003.own.jsonl")).unwrap();
    let pipe = log.join("0000000000000004.own.jsonl");
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, rustix::fs::Mode::RWXU, 0)
        .unwrap();
    std::fs::write(log.join("readme.txt"), "x").unwrap();
    let mut reader = hall.reader();
    assert_eq!(reader.read_new().len(), 2);
    let skipped = reader.remarks().iter().filter(|remark| matches!(remark, Remark::Skipped { .. })).count();
    assert_eq!((skipped, reader.remarks().len()), (3, 4));
}

#[test]
fn a_later_version_is_read_with_a_remark() {
    let hall = hall();
    hall.write(1, 1);
    let text = String::from_utf8(std::fs::read(hall.own(1)).unwrap()).unwrap();
    let guarded = text.lines().next().unwrap().rsplit_once(",\"h\":\"").unwrap().0.replacen(":1,", ":2,", 1);
    let digest = crate::journal::digest::Digest::of(guarded.as_bytes());
    std::fs::write(hall.own(1), format!("{guarded},\"h\":\"{digest}\"}}\n")).unwrap();
    let mut reader = hall.reader();
    assert_eq!(reader.read_new().len(), 1);
    assert_eq!(reader.later_version(), Some(2));
    assert_eq!(reader.remarks(), [Remark::LaterVersion { run: RunId(1), version: 2 }]);
    assert_eq!(identify(&Disk, &hall.folder).unwrap().version, 2);
}
