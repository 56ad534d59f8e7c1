//! Publishing: last, little, and only our own.
//!
//! What differs is put together in a staging folder beside the output folder, the two are exchanged
//! in one call, and the old tree is removed. Where folders cannot be exchanged, a journal in the
//! output folder names what is ours before anything is changed, and the next run completes it.

mod in_place;
mod plan;
mod site;
mod staging;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::disk::Disk;
use super::fault::Fault;
pub use plan::Listing;
use plan::Plan;
use site::Site;

/// Files by their path below the output folder, with `/`.
type Files = BTreeMap<String, Arc<[u8]>>;

/// What became of the files of a site.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Written {
    /// new or changed
    pub written: usize,
    /// as they were
    pub unchanged: usize,
    /// no longer part of the site
    pub removed: usize,
}

/// Makes the output folder hold these files, and everything in it that is not ours.
pub fn publish(output: &Path, files: &Files) -> Result<Written, Fault> {
    publish_on(&Disk::default(), output, files)
}

fn publish_on(disk: &Disk, output: &Path, files: &Files) -> Result<Written, Fault> {
    let site = Site::at(disk, output)?;
    let _alone = site.lock();
    site.clean_up(disk)?;
    let plan = Plan::new(&site, files)?;
    if plan.changes_something() && !staging::publish(disk, &site, &plan)? {
        in_place::publish(disk, &site, &plan)?;
    }
    Ok(plan.written())
}
