//! How the sources stand, without reading them.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

use crate::shell::fault::Fault;
use crate::shell::read;

/// The outside of every source: when it was changed, and how long it is.
#[derive(PartialEq, Default)]
pub struct Stamps(BTreeMap<PathBuf, Stamp>);

#[derive(PartialEq)]
struct Stamp {
    modified: Option<SystemTime>,
    length: u64,
    /// what tells a file from another put in its place with the same date
    own: (u64, i64, i64),
}

/// A file written so short a time ago may be written again without its stamp changing.
const RACY: Duration = Duration::from_secs(2);

/// How long a file may be away, or empty, while a program saves it.
pub const SAVING: Duration = Duration::from_secs(1);

/// Between two looks at a file that is being saved.
const PAUSE: Duration = Duration::from_millis(20);

impl Stamps {
    /// Looks at all sources. Where one that was there is gone or empty, a program may be saving it:
    /// its end is waited for, but not long.
    pub fn take(root: &Path, former: &Self) -> Result<Self, Fault> {
        let start = Instant::now();
        loop {
            let stamps = Self::of(root)?;
            if !stamps.lacks(former) || start.elapsed() > SAVING {
                return Ok(stamps);
            }
            sleep(PAUSE);
        }
    }

    /// Whether equal stamps mean equal files.
    pub fn settled(&self) -> bool {
        let now = SystemTime::now();
        let long_ago = |at: SystemTime| now.duration_since(at).is_ok_and(|ago| ago > RACY);
        self.0.values().all(|stamp| stamp.modified.is_some_and(long_ago))
    }

    /// How they stand at this moment.
    pub fn of(root: &Path) -> Result<Self, Fault> {
        let found = read::sources(root)?;
        // What goes away between the two looks is gone.
        let stamped = found.into_iter().filter_map(|path| {
            let stamp = Stamp::of(&fs::metadata(&path).ok()?);
            Some((path, stamp))
        });
        Ok(Self(stamped.collect()))
    }

    fn lacks(&self, former: &Self) -> bool {
        let mut had = former.0.iter().filter(|(_, stamp)| stamp.length > 0);
        had.any(|(path, _)| self.0.get(path).is_none_or(|stamp| stamp.length == 0))
    }
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        Self { modified: metadata.modified().ok(), length: metadata.len(), own: own(metadata) }
    }
}

#[cfg(unix)]
fn own(metadata: &Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt;
    (metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn own(_: &Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
}
