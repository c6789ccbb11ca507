//! Telling file systems whose changes may be made where this system does not hear of them.

use std::path::Path;

/// Whether `path` lies on a network or FUSE file system.
///
/// The numbers are those of `linux/magic.h` and statfs(2).
#[cfg(target_os = "linux")]
pub(in crate::journal) fn is_remote(path: &Path) -> bool {
    const REMOTE: [u32; 15] = [
        0x6969,      // NFS
        0xff53_4d42, // CIFS
        0xfe53_4d42, // SMB2
        0x517b,      // SMB
        0x564c,      // NCP
        0x6573_5546, // FUSE: sshfs, rclone, NTFS, cloud drives
        0x0102_1997, // 9P: folders of a virtual machine's host
        0x786f_4256, // VirtualBox shared folders
        0xbacb_acbc, // VMware shared folders
        0x00c3_6400, // Ceph
        0x5346_414f, // AFS (OpenAFS)
        0x6b41_4653, // AFS (in the kernel)
        0x7375_7245, // Coda
        0x0116_1970, // GFS2
        0x7461_636f, // OCFS2
    ];
    // Where the kind cannot be told, watching is tried.
    rustix::fs::statfs(path).is_ok_and(|found| {
        u32::try_from(found.f_type as i128 & 0xffff_ffff).is_ok_and(|kind| REMOTE.contains(&kind))
    })
}

/// Elsewhere the kind of a file system is not looked at: watching is tried.
#[cfg(not(target_os = "linux"))]
pub(in crate::journal) fn is_remote(_: &Path) -> bool {
    false
}
