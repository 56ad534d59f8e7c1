//! What must be true of the finished site: the repository's own project, built once in memory.
//!
//! Each test looks at every page and tells all faults at once.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test reads the project from the disk, and stops at what it cannot use"
)]

mod accuracy;
mod allowed;
mod charts;
mod citations;
mod command;
mod frame;
mod languages;
mod links;
mod manners;
mod numerals;
mod open_data;
mod package;
pub mod page;
mod parcel;
pub mod project;
mod repertoire;
mod report;
mod search;
mod telling;
mod terms;
mod unknowns;
mod workbooks;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use kyotsu::build::{Built, Options, build};
use kyotsu::diag::Severity;
use page::Page;

/// The finished site. Pages are read by each test for itself: their elements cannot be shared.
pub struct Site {
    /// by their paths below the output folder
    pub files: BTreeMap<String, Arc<[u8]>>,
}

/// The site without an address, as it goes out in a zip.
pub fn site() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    SITE.get_or_init(|| Site::of(built(None)))
}

/// Where the site stands in tests that give it an address.
const ADDRESS: &str = "https://example.lg.jp/report/";

/// The site at [`ADDRESS`].
fn site_with_address() -> &'static Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    SITE.get_or_init(|| Site::of(built(Some(ADDRESS))))
}

fn built(address: Option<&str>) -> Built {
    build(
        &project::snapshot(),
        &Options { base_url: address.map(str::to_owned), ..Options::default() },
    )
}

impl Site {
    fn of(built: Built) -> Self {
        let errors = built.notes.iter().filter(|note| note.severity() == Severity::Error);
        none("mistakes in the project", errors.map(|note| format!("{note:?}")).collect());
        Self { files: built.output.files }
    }

    /// The paths of all pages.
    fn pages(&self) -> Vec<&str> {
        let paths = self.files.keys().map(String::as_str);
        paths.filter(|path| path.ends_with(".html")).collect()
    }

    fn page(&self, path: &str) -> Page {
        Page::read(path, &self.files[path])
    }

    /// What a question to every page brings up, in the order of the pages.
    fn each_page<T: Send>(&self, ask: impl Fn(&Page) -> Vec<T> + Sync + Send) -> Vec<T> {
        let answers = kyotsu::threads::each(&self.pages(), |path| ask(&self.page(path)));
        answers.into_iter().flatten().collect()
    }

    /// What is wrong with each page, and on which.
    fn faults(&self, find: impl Fn(&Page) -> Vec<String> + Sync + Send) -> Vec<String> {
        self.each_page(|page| {
            find(page).into_iter().map(|fault| format!("{}: {fault}", page.path)).collect()
        })
    }
}

/// Stops the test if there are any faults, and tells as many as one can read.
pub fn none(what: &str, faults: Vec<String>) {
    const TOLD: usize = 60;
    let told: Vec<&str> = faults.iter().take(TOLD).map(String::as_str).collect();
    assert!(faults.is_empty(), "{}: {}\n{}\n", what, faults.len(), told.join("\n"));
}
