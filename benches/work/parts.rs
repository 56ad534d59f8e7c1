//! Builds in this process: from nothing, part by part, and from what the last one left.

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::Instant;

use kyotsu::assess::{assess, withheld};
use kyotsu::build::{Memory, Options, build, rebuild};
use kyotsu::diag::Severity;
use kyotsu::load::load;
use kyotsu::markdown::markdown;
use kyotsu::plan::view::Body;
use kyotsu::plan::{Editions, Page, Sources, plan};
use kyotsu::text::Snapshot;
use kyotsu::validate::validate;
use kyotsu::{render, threads};

use crate::edits::Edit;

/// A build from nothing.
pub struct Cold {
    pub whole: f64,
    pub parts: Vec<(&'static str, f64)>,
    pub pages: usize,
    pub files: usize,
    pub bytes: usize,
}

pub fn cold(snapshot: &Snapshot, times: usize) -> Cold {
    let mut whole = Vec::new();
    let mut parts: Vec<Vec<(&str, f64)>> = Vec::new();
    let mut size = (0, 0, 0);
    for _ in 0..times {
        let (built, seconds) = timed(|| build(snapshot, &Options::default()));
        whole.push(seconds);
        // Of a project with mistakes nothing would be shown, and nothing could be measured.
        let mistake = built.notes.iter().find(|note| note.severity() == Severity::Error);
        if let Some(mistake) = mistake {
            panic!("{}: {}", mistake.place.path, mistake.message.en);
        }
        let files = &built.output.files;
        size = (built.output.pages, files.len(), files.values().map(|bytes| bytes.len()).sum());
        drop(built);
        parts.push(in_parts(snapshot));
    }
    let names: Vec<_> = parts[0].iter().map(|(name, _)| *name).collect();
    let of = |at: usize| median(parts.iter().map(|parts| parts[at].1).collect());
    Cold {
        whole: median(whole),
        parts: names.into_iter().enumerate().map(|(at, name)| (name, of(at))).collect(),
        pages: size.0,
        files: size.1,
        bytes: size.2,
    }
}

/// The stages one by one.
fn in_parts(snapshot: &Snapshot) -> Vec<(&'static str, f64)> {
    let mut parts = Vec::new();
    let (raw, seconds) = timed(|| load(snapshot).value);
    parts.push(("load", seconds));
    let (documents, seconds) = timed(|| markdown(&raw.pages).value);
    parts.push(("markdown", seconds));
    let (dataset, seconds) = timed(|| validate(&raw).value);
    parts.push(("validate", seconds));
    let (assessments, seconds) = timed(|| assess(&dataset));
    parts.push(("assess", seconds));
    let (site, seconds) = timed(|| {
        let published = withheld(&dataset, &assessments);
        let dataset = published.as_ref().unwrap_or(&dataset);
        let sources = Sources {
            dataset,
            assessments: &assessments,
            documents: &documents,
            base_url: None,
            editions: &Editions::default(),
            withheld: &BTreeSet::new(),
            reviewed: false,
        };
        plan(&sources).value
    });
    parts.push(("plan", seconds));
    let (theme, seconds) = timed(|| render::theme(snapshot, "default").value);
    parts.push(("render: the theme", seconds));
    let is_report = |page: &&Page| matches!(page.body, Body::Report(_));
    let pages: Vec<_> = site.pages.iter().filter(|page| !is_report(page)).collect();
    let (_, seconds) = timed(|| threads::each(&pages, |page| render::page(&theme, page).value));
    parts.push(("render: pages", seconds));
    let (_, seconds) = timed(|| threads::each(&site.exports, render::downloads));
    parts.push(("render: tables to download", seconds));
    let (_, seconds) = timed(|| threads::each(&site.search, render::search));
    parts.push(("render: the search", seconds));
    parts
}

/// An edit, built with a memory.
pub struct Warm {
    pub seconds: f64,
    pub pages: usize,
    pub others: usize,
}

pub fn warm(snapshot: &Snapshot, edit: &Edit, times: usize) -> Warm {
    let mut memory = Memory::default();
    drop(rebuild(snapshot, &Options::default(), &mut memory));
    let mut made = (0, 0);
    let seconds = (0..times).map(|number| {
        let edited = edit.snapshot(snapshot, number);
        let (built, seconds) = timed(|| rebuild(&edited, &Options::default(), &mut memory));
        let (pages, others): (Vec<_>, Vec<_>) =
            built.rendered.iter().partition(|name| name.ends_with(".html"));
        made = (pages.len(), others.len());
        seconds
    });
    let seconds = median(seconds.collect());
    Warm { seconds, pages: made.0, others: made.1 }
}

/// What something came to, and how long it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let value = black_box(work());
    (value, start.elapsed().as_secs_f64())
}

pub fn median(mut seconds: Vec<f64>) -> f64 {
    seconds.sort_by(f64::total_cmp);
    seconds[seconds.len() / 2]
}
