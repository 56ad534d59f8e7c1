//! The editions of a project: which are kept, and the newest of them read again.

use std::collections::BTreeMap;

use super::diff::{Checked as Read, Side, read};
use super::{Built, Memory, Options, begun, diags};
use crate::compare::{Version, compare};
use crate::diag::Checked;
use crate::model::Date;
use crate::plan::{Editions, Since};
use crate::text::{Snapshot, SourcePath};
use crate::validate;

/// The folder they are kept in, `editions/2026-11-22/{kyotsu.toml,data,site}`, and where they are listed.
pub use crate::plan::EDITIONS;
pub use crate::validate::day as edition_day;

/// The site as the edition of a day: it says so, and its addresses are those of the place where it
/// will stand. Without what only the site itself has: sitemap, feeds, rules for robots.
pub fn edition(snapshot: &Snapshot, options: &Options, day: Date) -> Built {
    let mut memory = Memory::default();
    let mut built = begun(snapshot, options, Some(day), &mut memory).finish(&mut memory);
    built.output.files.remove("robots.txt");
    built
}

/// The days of the editions that are kept, the newest first; folders that are none are told.
pub fn kept(snapshot: &Snapshot) -> Checked<Vec<Date>> {
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (path, _) in snapshot.below(EDITIONS) {
        let inside = path.as_str().get(EDITIONS.len() + 1..).unwrap_or_default();
        if let Some((name, file)) = inside.split_once('/') {
            folders.entry(name).or_default().push(file);
        }
    }
    let mut checked = Checked::<Vec<Date>>::default();
    for (name, files) in folders.iter().rev() {
        let lacking = ["kyotsu.toml", "site/index.html"].iter().find(|file| !files.contains(file));
        match (validate::day(name), lacking) {
            (Some(day), None) => checked.value.push(day),
            (Some(_), Some(file)) => checked.notes.push(diags::edition_lacks(name, file)),
            (None, _) => checked.notes.push(diags::edition_misnamed(name)),
        }
    }
    checked
}

/// An edition as it was read, with the bytes it was read from.
pub struct Former {
    day: Date,
    files: Snapshot,
    read: Option<Read>,
}

impl Former {
    /// The newest edition; one that was read before is not read again.
    pub fn newest(
        snapshot: &Snapshot,
        kept: &[Date],
        before: Option<Self>,
    ) -> Checked<Option<Self>> {
        let Some(day) = kept.first().copied() else { return Checked::clean(None) };
        let folder = format!("{EDITIONS}/{day}");
        let mut files = Snapshot::default();
        for (path, bytes) in snapshot.below(&folder) {
            let inside = path.as_str().get(folder.len() + 1..).unwrap_or_default();
            if !inside.starts_with("site/") {
                files.insert(SourcePath::new(inside), bytes.clone());
            }
        }
        let same = |former: &Self| former.day == day && former.files.iter().eq(files.iter());
        if let Some(before) = before.filter(|before| before.read.is_some() && same(before)) {
            return Checked::clean(Some(before));
        }
        let mut found = read(&Side { snapshot: &files, published: false });
        let mistakes = found.mistakes().notes;
        let notes = mistakes.first().map(|first| diags::edition_unreadable(day, first));
        let read = mistakes.is_empty().then_some(found);
        Checked { value: Some(Self { day, files, read }), notes: notes.into_iter().collect() }
    }

    /// What differs from it now.
    fn since<'a>(&'a self, now: &Version<'a>) -> Option<Since<'a>> {
        let before = self.read.as_ref()?.version();
        let differences = compare(&before, now);
        Some(Since::new(self.day, before.published, now.published, &differences))
    }
}

/// What pages are told of editions.
pub fn told<'a>(
    kept: Vec<Date>,
    own: Option<Date>,
    former: Option<&'a Former>,
    now: &Version<'a>,
) -> Editions<'a> {
    Editions { kept, own, since: former.and_then(|former| former.since(now)) }
}

/// Where a site stands, given the address that was asked for: an edition stands below it.
pub fn address(base_url: Option<&str>, own: Option<Date>) -> Option<String> {
    let below = own.map(|day| format!("{EDITIONS}/{day}/")).unwrap_or_default();
    base_url.map(|base| format!("{base}{below}"))
}
