//! Hundreds of edits, whatever they are: a build with a memory is the build from nothing, and what
//! is written over an earlier site is what is written into an empty folder.
//!
//! `KYOTSU_EDITS=500` makes as many, where the suite makes a few; `KYOTSU_SEED=7` makes others. What
//! fails is made smaller, and told with its seed and its edits.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use kyotsu::build::{Built, Memory, Options, begin, build, rebuild};
use kyotsu::diag::stops;
use kyotsu::text::{Snapshot, SourcePath};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};

use super::edits::{Edit, edit};
use super::{differing, small};
use crate::folder::{Place, files, inside, name, write};
use crate::program::{Run, program};
use crate::site::project;

/// How many edits follow each other, the memory of all kept.
const IN_A_ROW: usize = 8;

/// A mistake is worked on for so long; then it is mended.
const MISTAKEN: usize = 2;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |text| text.parse().expect("a number"))
}

/// Runs a check on rows of edits, and tells those that fail it with their seed.
fn each(share: u64, few: u64, check: impl Fn(Vec<Edit>) -> Result<(), TestCaseError>) {
    let edits = number("KYOTSU_EDITS", 0) / share;
    let cases = u32::try_from(edits.div_ceil(IN_A_ROW as u64).max(few)).unwrap();
    let seed = number("KYOTSU_SEED", 5);
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let config =
        Config { cases, failure_persistence: None, max_shrink_iters: 200, ..Config::default() };
    let edits = prop::collection::vec(edit(), IN_A_ROW);
    let ran = TestRunner::new_with_rng(config, rng).run(&edits, check);
    ran.unwrap_or_else(|failed| panic!("KYOTSU_SEED={seed}: {failed}"));
}

/// What is worked on, from edit to edit.
struct Work {
    first: Snapshot,
    good: Snapshot,
    now: Snapshot,
    mistaken: usize,
}

impl Work {
    fn new() -> Self {
        let first = small();
        Self { good: first.clone(), now: first.clone(), first, mistaken: 0 }
    }

    fn edit(&mut self, edit: &Edit) {
        self.now = edit.applied(&self.now, &self.first);
    }

    /// Mistakes would pile up, so they are mended by and by.
    fn settle(&mut self, is_good: bool) {
        self.mistaken = if is_good { 0 } else { self.mistaken + 1 };
        if is_good {
            self.good = self.now.clone();
        } else if self.mistaken == MISTAKEN {
            self.now = self.good.clone();
            self.mistaken = 0;
        }
    }
}

#[test]
fn warm_equals_cold_whatever_is_edited() {
    each(1, 4, |edits| {
        let mut work = Work::new();
        let mut memory = Memory::default();
        rebuild(&work.now, &Options::default(), &mut memory);
        for (at, edit) in edits.iter().enumerate() {
            work.edit(edit);
            let cold = build(&work.now, &Options::default());
            let warm = WAYS[at % WAYS.len()](&work.now, &cold, &mut memory);
            let same = warm.and_then(|warm| same(&warm, &cold));
            same.map_err(|what| TestCaseError::fail(format!("{edit:?}: {what}")))?;
            work.settle(!stops(&cold.notes));
        }
        Ok(())
    });
}

/// How the preview comes to a site, with what it must be in the end.
type Way = fn(&Snapshot, &Built, &mut Memory) -> Result<Built, String>;

const WAYS: [Way; 3] = [at_once, in_steps, after_one_that_was_given_up];

fn at_once(snapshot: &Snapshot, _: &Built, memory: &mut Memory) -> Result<Built, String> {
    Ok(rebuild(snapshot, &Options::default(), memory))
}

/// Some pages first, then all; what is shown of a site before it is whole is what it will be.
fn in_steps(snapshot: &Snapshot, cold: &Built, memory: &mut Memory) -> Result<Built, String> {
    let mut begun = begin(snapshot, &Options::default(), memory);
    for wanted in [|path: &str| path.contains("star-charts"), |_: &str| true] {
        for (path, bytes) in begun.ahead(wanted, memory).into_iter().flatten() {
            if cold.output.files.get(&path) != Some(&bytes) {
                return Err(format!("shown before it is so: {path}"));
            }
        }
    }
    Ok(begun.finish(memory))
}

/// A site that was begun and never came to its end leaves nothing wrong behind.
fn after_one_that_was_given_up(
    snapshot: &Snapshot,
    _: &Built,
    memory: &mut Memory,
) -> Result<Built, String> {
    let broken = Edit::Template { name: "base.html", at: "<footer", markup: "<hr>" };
    let mut begun = begin(&broken.applied(snapshot, snapshot), &Options::default(), memory);
    begun.ahead(|path| path.contains("star-charts"), memory);
    drop(begun);
    Ok(rebuild(snapshot, &Options::default(), memory))
}

/// Whether two builds are the same, or what differs.
fn same(warm: &Built, cold: &Built) -> Result<(), String> {
    let differing = differing(warm, cold);
    let same = [
        ("files", differing.is_empty()),
        ("messages", warm.notes == cold.notes),
        ("the opening page", warm.output.opening == cold.output.opening),
        ("sizes of the search", warm.output.search == cold.output.search),
        ("the number of pages", warm.output.pages == cold.output.pages),
        ("the date", warm.output.dated == cold.output.dated),
        ("reviews", warm.reviews == cold.reviews),
        ("sources", warm.sources == cold.sources),
    ];
    match same.iter().find(|(_, same)| !same) {
        Some((what, _)) => Err(format!("{what}: {differing:?}")),
        None => Ok(()),
    }
}

#[test]
fn what_is_written_over_a_site_is_what_is_written_from_nothing() {
    each(10, 1, |edits| {
        let place = Place::new();
        let (root, output) = (place.at("project"), place.at("output"));
        let mut work = Work::new();
        put(&work.now, &root);
        assert!(is_written(&root, &output), "the project is good");
        for edit in edits {
            let before = read(&output);
            work.edit(&edit);
            put(&work.now, &root);
            let is_good = is_written(&root, &output);
            let after = read(&output);
            if is_good {
                let fresh = Place::new();
                assert!(is_written(&root, fresh.path()), "{edit:?}");
                let fresh = read(fresh.path());
                let differing: Vec<_> = paths(&after, &fresh)
                    .filter(|path| bytes(&after, path) != bytes(&fresh, path))
                    .collect();
                prop_assert!(differing.is_empty(), "{:?}: {:?}", edit, differing);
            }
            let touched = paths(&before, &after).filter(|path| match is_good {
                true => bytes(&before, path) == bytes(&after, path),
                false => true,
            });
            let touched: Vec<_> =
                touched.filter(|path| before.get(*path) != after.get(*path)).collect();
            prop_assert!(touched.is_empty(), "{:?} touched {:?}", edit, touched);
            work.settle(is_good);
        }
        Ok(())
    });
}

/// A folder as it is: each file's bytes, and when it was last changed.
type Folder = BTreeMap<PathBuf, (Vec<u8>, SystemTime)>;

fn read(folder: &Path) -> Folder {
    let one = |path: PathBuf| {
        let modified = fs::metadata(&path).unwrap().modified().unwrap();
        let bytes = fs::read(&path).unwrap();
        (path.strip_prefix(folder).unwrap().to_owned(), (bytes, modified))
    };
    // The manifest and what else begins with a dot stands in it too.
    files(folder).into_iter().map(one).collect()
}

fn bytes<'a>(folder: &'a Folder, path: &PathBuf) -> Option<&'a Vec<u8>> {
    folder.get(path).map(|(bytes, _)| bytes)
}

fn paths<'a>(one: &'a Folder, other: &'a Folder) -> impl Iterator<Item = &'a PathBuf> {
    one.keys().chain(other.keys())
}

/// Writes a project to disk as it is now; what is as it was is left alone.
fn put(snapshot: &Snapshot, root: &Path) {
    let there = if root.exists() { project::files(root) } else { Vec::new() };
    for path in there {
        if snapshot.get(&SourcePath::new(inside(root, &path))).is_none() {
            fs::remove_file(&path).unwrap();
        }
    }
    for (path, bytes) in snapshot.iter() {
        if fs::read(root.join(path.as_str())).ok().as_deref() != Some(&**bytes) {
            write(root, path.as_str(), bytes);
        }
    }
}

/// Builds as people do; whether there was anything to write.
fn is_written(root: &Path, output: &Path) -> bool {
    let told = program().args(["build", "--root", name(root), "--output", name(output)]).told();
    match told.code {
        0 => true,
        1 => false,
        _ => panic!("{}", told.err),
    }
}
