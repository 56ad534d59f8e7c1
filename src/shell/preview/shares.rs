//! Folders that others may write to from another machine, of which a system tells nothing or not
//! everything: shares of a network, and what a container or a virtual machine is lent of its host.

use std::path::Path;

/// Whether changes in a folder are often not told.
pub fn tells_nothing(root: &Path) -> bool {
    // The name a system gives itself: of a drive `Z:` that is a share, the share.
    let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
    is_share(&root.to_string_lossy()) || is_lent(&root)
}

/// Whether a path of Windows leads to another machine (`\\server\share`), however it is written.
fn is_share(path: &str) -> bool {
    let path = path.replace('/', "\\").to_lowercase();
    let Some(rest) = path.strip_prefix(r"\\") else { return false };
    match rest.strip_prefix(r"?\") {
        Some(exact) => exact.starts_with(r"unc\"),
        None => !rest.starts_with(r".\"),
    }
}

/// Kinds of file system by the numbers Linux gives them: NFS, SMB of three ages, 9P (WSL), FUSE
/// (Docker Desktop, sshfs, virtiofs), the shared folders of VirtualBox and VMware.
#[cfg(target_os = "linux")]
const LENT: [u32; 8] =
    [0x6969, 0x517b, 0xff53_4d42, 0xfe53_4d42, 0x0102_1997, 0x6573_5546, 0x786f_4256, 0xbacb_acbc];

#[cfg(target_os = "linux")]
fn is_lent(root: &Path) -> bool {
    // Some machines hold the number with a sign; its 32 bits are the same.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "32 bits count")]
    rustix::fs::statfs(root).is_ok_and(|found| LENT.contains(&(found.f_type as u32)))
}

#[cfg(not(target_os = "linux"))]
fn is_lent(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_told_from_drives() {
        for share in [
            r"\\server\share\kyotsu",
            r"\\?\UNC\server\share",
            r"\\192.0.2.1\c$",
            r"\\wsl.localhost\Ubuntu\home",
            "//server/share",
        ] {
            assert!(is_share(share), "{share}");
        }
        for own in
            [r"C:\kyotsu", r"\\?\C:\kyotsu", r"\\.\C:\", r"\kyotsu", "/home/kyotsu", "kyotsu"]
        {
            assert!(!is_share(own), "{own}");
        }
    }

    #[test]
    fn a_folder_of_this_machine_is_listened_to() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!tells_nothing(folder.path()));
        assert!(!tells_nothing(&folder.path().join("nowhere")));
    }
}
