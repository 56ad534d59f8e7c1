//! Files that another program holds: Excel keeps others from writing what it has open.

use std::io;
use std::path::Path;

/// What Windows says where another program holds a file: ERROR_SHARING_VIOLATION and
/// ERROR_LOCK_VIOLATION, which the standard library gives no name.
const HELD: [i32; 2] = [32, 33];

/// Whether a refusal says that another program holds the file.
pub fn is_held(error: &io::Error) -> bool {
    says_held(error.raw_os_error(), cfg!(windows))
}

/// Whether a refusal may come of that: Windows also says so where a held file is to be replaced.
pub fn may_be_held(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ResourceBusy)
}

/// The same numbers mean something else on other systems.
fn says_held(number: Option<i32>, is_windows: bool) -> bool {
    is_windows && number.is_some_and(|number| HELD.contains(&number))
}

/// Whether the lock of Excel (`~$areas.xlsx`) or LibreOffice (`.~lock.areas.csv#`) stands beside.
pub fn is_open(path: &Path) -> bool {
    let Some(name) = path.file_name().map(|name| name.to_string_lossy()) else { return false };
    let locks = [format!("~${name}"), format!(".~lock.{name}#")];
    locks.iter().any(|lock| path.with_file_name(lock).exists())
}

#[cfg(test)]
mod tests {
    use super::super::fault::{Deed, Fault};
    use super::*;
    use crate::text::Language;
    use std::fs;

    #[test]
    fn a_sharing_violation_is_one_on_windows_only() {
        assert!(says_held(Some(32), true) && says_held(Some(33), true));
        assert!(!says_held(Some(5), true) && !says_held(None, true));
        assert!(!says_held(Some(32), false), "a broken pipe");
    }

    #[test]
    fn who_has_a_book_open_is_told_to_close_it() {
        for lock in ["~$areas.xlsx", ".~lock.areas.xlsx#"] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("areas.xlsx");
            let refused = io::Error::from(io::ErrorKind::PermissionDenied);
            let told = |deed| Fault::disk(deed, &path, &refused).told(Language::Ja);
            assert!(told(Deed::Write).contains("権限"), "{}", told(Deed::Write));
            fs::write(folder.path().join(lock), "user").unwrap();
            for deed in [Deed::Read, Deed::Write] {
                let told = told(deed);
                assert!(
                    told.contains("Excel") && told.contains("「areas.xlsx」を閉じて"),
                    "{told}"
                );
            }
            let full = io::Error::from(io::ErrorKind::StorageFull);
            let told = Fault::disk(Deed::Write, &path, &full).told(Language::Ja);
            assert!(!told.contains("閉じて"), "{told}");
        }
    }
}
