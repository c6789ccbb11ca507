//! Packing, unpacking and joining.

use super::*;
use crate::journal::collect::collect;
use crate::journal::folder::{FolderFault, Found, look};
use crate::journal::join::{self, MergeFault, Merged};
use crate::journal::line::LineFault;
use crate::journal::pack::{PackFault, pack, read_pack};
use crate::journal::unpack::{UnpackFault, unpack};

fn pack_of(folder: &Path) -> Vec<u8> {
    pack(&collect(&Disk::shared(), folder).unwrap()).unwrap()
}

fn packed(hall: &Hall) -> Vec<u8> {
    pack_of(&hall.folder)
}

fn merge(storage: &SharedStorage, inputs: &[PathBuf], out: &Path, run: RunId) -> Result<Merged, MergeFault> {
    let read = |input: &PathBuf| Ok((input.clone(), join::read(storage, input)?));
    join::merge(storage, inputs.iter().map(read).collect::<Result<_, MergeFault>>()?, out, run)
}

#[test]
fn a_pack_unpacks_to_the_same_lines_and_packs_to_the_same_bytes() {
    let hall = hall();
    hall.write(1, 5);
    hall.write(2, 5);
    std::fs::create_dir(hall.folder.join("keys")).unwrap();
    std::fs::write(hall.folder.join("keys/v1"), "secret").unwrap();
    let bytes = packed(&hall);
    assert!(!String::from_utf8(bytes.clone()).unwrap().contains("secret"));
    let to = hall.root.join("elsewhere");
    let done = unpack(&Disk::shared(), bytes.clone(), &to, &mut || RunId(9)).unwrap();
    assert_eq!((done.joined, done.added), (false, 12));
    assert_eq!(done.folder, to.join("helsinki-2017-k7q2m9"));
    assert_eq!(std::fs::read_dir(done.folder.join("log")).unwrap().count(), 1);
    assert_eq!(raw_lines(&done.folder), raw_lines(&hall.folder));
    assert_eq!(pack_of(&done.folder), bytes);
    // A second time there is nothing to add, and nothing is written.
    let again = unpack(&Disk::shared(), bytes, &to, &mut || RunId(10)).unwrap();
    assert_eq!((again.joined, again.added), (true, 0));
    assert_eq!(std::fs::read_dir(done.folder.join("log")).unwrap().count(), 1);
    // Into its own session only what is missing goes, even when its folder has another name.
    std::fs::rename(&done.folder, to.join("renamed")).unwrap();
    hall.write(3, 2);
    let more = unpack(&Disk::shared(), packed(&hall), &to, &mut || RunId(11)).unwrap();
    assert_eq!((more.joined, more.added, more.folder), (true, 3, to.join("renamed")));
}

#[test]
fn the_digest_of_a_pack_is_a_plain_sha_256_of_what_stands_before_the_trailer() {
    use sha2::Digest as _;
    let hall = hall();
    hall.write(1, 2);
    let bytes = packed(&hall);
    let end = bytes[..bytes.len() - 1].iter().rposition(|byte| *byte == b'\n').unwrap() + 1;
    let hex: String = sha2::Sha256::digest(&bytes[..end]).iter().map(|byte| format!("{byte:02x}")).collect();
    let trailer = format!("{{\"count\":3,\"digest\":\"{hex}\"}}\n");
    assert_eq!(std::str::from_utf8(&bytes[end..]).unwrap(), trailer);
}

#[test]
fn a_pack_cut_or_changed_anywhere_is_refused() {
    let hall = hall();
    hall.write(1, 2);
    let bytes = packed(&hall);
    for cut in 0..bytes.len() - 1 {
        assert!(read_pack(bytes[..cut].to_vec()).is_err(), "cut at {cut}");
    }
    assert!(read_pack(bytes[..bytes.len() - 1].to_vec()).is_ok(), "the last newline may be lost");
    for at in 0..bytes.len() - 1 {
        let mut hurt = bytes.clone();
        hurt[at] ^= 1;
        assert!(read_pack(hurt.clone()).is_err(), "changed at {at}");
    }
    let mailed = String::from_utf8(bytes.clone()).unwrap().replace('\n', "\r\n");
    assert_eq!(read_pack(mailed).unwrap(), read_pack(bytes).unwrap());
}

#[test]
fn each_fault_of_a_pack_names_its_line() {
    let (hall, other) = (hall(), hall());
    hall.write(1, 2);
    let mut options = other.options(2);
    options.sid = "zzzzzzzzzz".parse().unwrap();
    let writer = other.start(Disk::shared(), options);
    writer.append(draft(0)).unwrap();
    drop(writer);
    let alien = String::from_utf8(raw_lines(&other.folder).remove(0).to_vec()).unwrap();
    let text = String::from_utf8(packed(&hall)).unwrap();
    let rows: Vec<&str> = text.lines().collect();
    let fault = |rows: &[&str]| read_pack(format!("{}\n", rows.join("\n"))).unwrap_err();
    let [head, a, b, c, end] = rows.as_slice() else { panic!("{rows:?}") };
    let long = "x".repeat(300 * 1024);
    assert_eq!(fault(&["", a]), PackFault::NotAPack);
    assert_eq!(fault(&[head, a, b]), PackFault::CutShort { line: 3 });
    assert_eq!(fault(&[head, a, c, end]), PackFault::WrongCount { said: 3, found: 2 });
    assert_eq!(fault(&[head, b, a, c, end]), PackFault::WrongDigest { line: 5 });
    assert_eq!(fault(&[head, a, &long, c, end]), PackFault::Line { line: 3, fault: LineFault::TooLong });
    assert_eq!(fault(&[head, a, b, &alien, end]), PackFault::OtherSession { line: 4 });
    assert_eq!(fault(&[head, a, b, b, end]), PackFault::Repeat { line: 4 });
    assert_eq!(fault(&[head, a, b, c, end, a]), PackFault::AfterEnd { line: 6 });
}

#[test]
fn a_pack_is_known_by_its_name_or_its_beginning() {
    let hall = hall();
    hall.write(1, 1);
    let bytes = packed(&hall);
    for (name, bytes) in [("saved (1).jsonl", bytes.as_slice()), ("hurt.session.jsonl", b"x")] {
        let path = hall.root.join(name);
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(look(&Disk, &path).unwrap(), Found::Pack(path));
    }
    assert!(matches!(look(&Disk, &hall.own(1)), Err(FolderFault::NotOurs)));
}

#[test]
fn merging_gives_the_same_whatever_the_order() {
    let (one, two) = (hall(), hall());
    one.write(1, 5);
    two.write(2, 5);
    let storage = Disk::shared();
    let mail = one.root.join("mail.session.jsonl");
    crate::journal::pack::write(&Disk, &mail, &packed(&two)).unwrap();
    let (forth, back) = (one.root.join("forth.session.jsonl"), one.root.join("back.session.jsonl"));
    let there = [one.folder.clone(), mail, two.folder];
    let mut here = there.clone();
    here.reverse();
    assert_eq!(merge(&storage, &there, &forth, RunId(7)).unwrap().session.lines.len(), 12);
    merge(&storage, &here, &back, RunId(8)).unwrap();
    assert_eq!(std::fs::read(&forth).unwrap(), std::fs::read(&back).unwrap());
    let folder = one.root.join("joined");
    merge(&storage, &here, &folder, RunId(9)).unwrap();
    let lines: Vec<_> = read_pack(std::fs::read(&forth).unwrap()).unwrap().1.into_values().collect();
    assert_eq!(raw_lines(&folder), lines);
    assert!(matches!(merge(&storage, &there, &folder, RunId(7)), Err(MergeFault::OutExists)));
}

#[test]
fn merging_heals_and_says_what_it_could_not() {
    let (one, two) = (hall(), hall());
    one.write(1, 5);
    std::fs::create_dir_all(two.folder.join("log")).unwrap();
    let text = String::from_utf8(std::fs::read(one.own(1)).unwrap()).unwrap();
    std::fs::write(two.own(1), text.replace("Идея 2", "Идея 9")).unwrap();
    let inputs = [two.folder, one.folder];
    let merged = merge(&Disk::shared(), &inputs, &one.root.join("whole"), RunId(7)).unwrap();
    assert_eq!((merged.session.lines.len(), merged.damage.len(), merged.damage[0].1.healed), (6, 1, true));
    let merged = merge(&Disk::shared(), &inputs[..1], &one.root.join("hurt"), RunId(7)).unwrap();
    assert_eq!((merged.session.lines.len(), merged.damage[0].1.healed), (5, false));
}

#[test]
fn different_sessions_are_not_joined() {
    let (one, two) = (hall(), hall());
    one.write(1, 1);
    let mut options = two.options(2);
    options.sid = "zzzzzzzzzz".parse().unwrap();
    let writer = two.start(Disk::shared(), options);
    writer.append(draft(0)).unwrap();
    drop(writer);
    let out = one.root.join("out");
    let inputs = [one.folder.clone(), two.folder.clone()];
    let refused = merge(&Disk::shared(), &inputs, &out, RunId(7)).unwrap_err();
    assert!(matches!(refused, MergeFault::OtherIdentity { input, .. } if input == two.folder));
    assert!(!out.exists());
    // Nor is a pack put where another session of the same name stands.
    let there = two.root.join("helsinki-2017-k7q2m9");
    let refused = unpack(&Disk::shared(), packed(&one), &two.root, &mut || RunId(7)).unwrap_err();
    assert!(matches!(refused, UnpackFault::Folder(FolderFault::NameTaken(taken)) if taken == there));
}
