//! The usual way: a new tree beside the old one, exchanged in one call.

use std::collections::BTreeSet;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::super::disk::Disk;
use super::super::fault::{Deed, Fault};
use super::plan::{Listing, Plan};
use super::site::Site;

/// Publishes by exchange; says no where this folder cannot be exchanged.
pub fn publish(disk: &Disk, site: &Site, plan: &Plan) -> Result<bool, Fault> {
    let staging = site.staging();
    match disk.try_create_folder(&staging) {
        Err(error) if no_room_beside(&error) => return Ok(false),
        Err(error) => return Err(Fault::disk(Deed::Write, &staging, &error)),
        Ok(()) => {}
    }
    let published = fill(disk, site, plan, &staging)
        .and_then(|()| exchanged(site, move_in(disk, site, plan, &staging)));
    if !matches!(published, Ok(true)) {
        // A tree that cannot be removed now is removed by the next run.
        let _ = disk.remove_tree(&staging);
    }
    published
}

/// Where the old site could not be moved back either, the next run does it before anything else.
fn exchanged(site: &Site, moved: io::Result<()>) -> Result<bool, Fault> {
    match moved {
        Ok(()) => Ok(true),
        Err(_) if site.live.exists() => Ok(false),
        Err(error) => Err(Fault::disk(Deed::Write, &site.live, &error)),
    }
}

/// A mount point's parent often belongs to somebody else.
fn no_room_beside(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem)
}

fn fill(disk: &Disk, site: &Site, plan: &Plan, staging: &Path) -> Result<(), Fault> {
    let live = &site.live;
    let mut made = BTreeSet::new();
    let mut room = |path: &Path| match path.parent() {
        Some(folder) if made.insert(folder.to_owned()) => disk.create_folder(folder),
        _ => Ok(()),
    };
    for (key, bytes) in &plan.files {
        let path = staging.join(key);
        room(&path)?;
        match plan.same.contains(key) {
            true => disk.link(&live.join(key), &path)?,
            false => disk.write(&path, bytes)?,
        }
    }
    for path in plan.foreign.files.values() {
        room(&staging.join(path))?;
        disk.link(&live.join(path), &staging.join(path))?;
    }
    for folder in &plan.foreign.empty {
        disk.create_folder(&staging.join(folder))?;
    }
    if live.exists() {
        disk.copy_rights(live, staging)?;
    }
    Ok(())
}

/// Puts the new tree in the place of the old one and removes that.
fn move_in(disk: &Disk, site: &Site, plan: &Plan, staging: &Path) -> io::Result<()> {
    if !site.live.exists() {
        return disk.try_rename(staging, &site.live);
    }
    let old = match disk.try_exchange(staging, &site.live) {
        Err(error) if matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput) => {
            step_aside(disk, site, staging)?;
            site.former()
        }
        exchanged => exchanged.map(|()| staging.to_owned())?,
    };
    // The new site stands; an old tree that cannot be removed now is removed by the next run.
    let _ = rescue(disk, site, plan, &old).and_then(|()| disk.remove_tree(&old));
    Ok(())
}

/// Two moves where the system cannot exchange; the next run undoes the first if the second is lost.
fn step_aside(disk: &Disk, site: &Site, staging: &Path) -> io::Result<()> {
    let former = site.former();
    disk.try_rename(&site.live, &former)?;
    let moved = disk.try_rename(staging, &site.live);
    if moved.is_err() {
        disk.try_rename(&former, &site.live)?;
    }
    moved
}

/// Moves along what others put into the old tree while the new one was put together.
fn rescue(disk: &Disk, site: &Site, plan: &Plan, old: &Path) -> Result<(), Fault> {
    let known = |key: &str| {
        plan.files.contains_key(key)
            || plan.stale.contains(key)
            || plan.foreign.files.contains_key(key)
    };
    for (_, path) in Listing::of(old)?.files.iter().filter(|(key, _)| !known(key)) {
        let to = site.live.join(path);
        disk.create_folder(to.parent().unwrap_or(&site.live))?;
        disk.rename(&old.join(path), &to)?;
    }
    Ok(())
}
