//! The way for mount points: file by file, under a journal the next run completes.

use std::collections::BTreeSet;
use std::path::Path;

use super::super::disk::Disk;
use super::super::fault::Fault;
use super::super::manifest::{self, JOURNAL, MANIFEST, PARTIAL};
use super::plan::{Plan, meets};
use super::site::Site;

/// Publishes within the folder. Each file is whole at any time, the site as a whole is not.
pub fn publish(disk: &Disk, site: &Site, plan: &Plan) -> Result<(), Fault> {
    let live = &site.live;
    // What cannot be replaced is told before anything is, so that the last site stays whole.
    let others = plan.files.keys().filter(|key| !plan.same.contains(*key));
    for path in others.chain(&plan.stale).map(|key| live.join(key)).filter(|path| path.is_file()) {
        disk.probe(&path)?;
    }
    disk.create_folder(live)?;
    let ours: BTreeSet<_> = plan.files.keys().chain(&plan.stale).map(String::as_str).collect();
    place(disk, live, JOURNAL, &manifest::journal(ours.into_iter()))?;
    let stale = plan.stale.iter().filter(|key| !matches!(key.as_str(), JOURNAL | PARTIAL));
    // A file may stand where a folder is needed, or the other way round.
    let (in_the_way, rest): (Vec<_>, Vec<_>) = stale.partition(|key| meets(&plan.files, key));
    remove(disk, live, &in_the_way)?;
    for (key, bytes) in plan.files.iter().filter(|(key, _)| !plan.same.contains(*key)) {
        if key != MANIFEST {
            place(disk, live, key, bytes)?;
        }
    }
    remove(disk, live, &rest)?;
    if let Some(bytes) = plan.files.get(MANIFEST) {
        place(disk, live, MANIFEST, bytes)?;
    }
    disk.remove_file(&live.join(PARTIAL))?;
    disk.remove_file(&live.join(JOURNAL))
}

fn place(disk: &Disk, live: &Path, key: &str, bytes: &[u8]) -> Result<(), Fault> {
    let path = live.join(key);
    let partial = live.join(PARTIAL);
    disk.create_folder(path.parent().unwrap_or(live))?;
    disk.write(&partial, bytes)?;
    disk.rename(&partial, &path)
}

/// Removes files, and the folders that held nothing else.
fn remove(disk: &Disk, live: &Path, keys: &[&String]) -> Result<(), Fault> {
    for key in keys {
        let path = live.join(key);
        disk.remove_file(&path)?;
        for folder in path.ancestors().skip(1).take_while(|folder| *folder != live) {
            if !disk.remove_if_empty(folder)? {
                break;
            }
        }
    }
    Ok(())
}
