//! Files that have reached their end: the writer's own, and the disk's.

use super::*;
use crate::journal::failing_disk::{Act, FailingDisk};
use crate::journal::{FULL_FILE, MAX_FILE};

#[test]
fn a_full_file_is_followed_by_another_and_nothing_is_lost_between_them() {
    let hall = hall();
    let writer = hall.writer(1);
    let long = "x".repeat(250_000);
    let lines = FULL_FILE / long.len() as u64 + 20;
    // What waits while the disk is busy is written at once, however much it is: so it must not all wait.
    let mut made = Vec::new();
    for n in 0..lines {
        made.push(writer.append(Draft { d: format!(r#"{{"text":"{long}"}}"#), ..draft(n) }).unwrap().id);
        if n % 10 == 0 {
            writer.flush().unwrap();
        }
    }
    writer.flush().unwrap();
    drop(writer);
    let files = std::fs::read_dir(hall.folder.join("log")).unwrap();
    let sizes: Vec<u64> = files.map(|file| file.unwrap().metadata().unwrap().len()).collect();
    assert!(sizes.len() >= 2 && sizes.iter().all(|size| *size < MAX_FILE), "{sizes:?}");
    let mut reader = hall.reader();
    let read = ids(&reader.read_new());
    assert!(made.iter().all(|id| read.binary_search(id).is_ok()));
    assert!(reader.remarks().is_empty(), "{:?}", reader.remarks());
}

#[test]
fn what_a_write_that_failed_has_left_is_cut_off() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("run");
    let mut file = Disk::shared().create_new(&path).unwrap();
    file.write_all(b"told\nhalf").unwrap();
    file.cut_to(5).unwrap();
    file.write_all(b"more\n").unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"told\nmore\n");
}

#[test]
fn a_failed_write_leaves_nothing_of_itself() {
    let hall = hall();
    let writer = hall.start(Arc::new(FailingDisk::once(&[Act::CutWrite])), hall.options(1));
    let made: Vec<EventId> = (0..3).map(|n| writer.append(draft(n)).unwrap().id).collect();
    writer.flush().unwrap();
    drop(writer);
    let mut reader = hall.reader();
    assert_eq!(ids(&reader.read_new()), made);
    assert!(reader.remarks().is_empty(), "{:?}", reader.remarks());
}
