//! `kyotsu build`: the site.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::arguments::BuildArguments;
use super::disk::Disk;
use super::fault::Fault;
use super::progress::{self, Progress};
use super::summary::{Summary, count, counts, nothing_written};
use super::terminal::{Stream, colour, say, tell};
use super::{DONE, INPUTS, editions, manifest, read, report, write, zip};
use crate::build::{Audience, Built, Options, build, edition, edition_day};
use crate::diag::{Severity, stops};
use crate::text::{Language, Snapshot};

/// Builds and publishes; with errors nothing is written.
pub fn run(arguments: &BuildArguments, language: Language) -> Result<u8, Fault> {
    let start = Instant::now();
    let output = output(arguments)?;
    if arguments.drafts {
        refuse_published(arguments, &output)?;
    }
    if let Some(zip) = &arguments.zip {
        zip::refuse(zip, &arguments.root, &output)?;
    }
    if let Some(day) = &arguments.edition {
        editions::refuse(&arguments.root, day)?;
    }
    let progress = Progress::start(language);
    progress.stage(progress::READING);
    let snapshot = read::snapshot(&arguments.root)?;
    progress.stage(progress::BUILDING);
    let Made { mut built, kept } = Made::new(&snapshot, arguments);
    let warnings = count(&built.notes, Severity::Warning);
    if stops(&built.notes) || (arguments.strict && warnings > 0) {
        drop(progress);
        tell(&report::text(&built.notes, &built.sources, language, colour(Stream::Err)));
        tell(&counts(&built.notes, language));
        tell(nothing_written(language));
        return Ok(INPUTS);
    }
    progress.stage(progress::WRITING);
    if let Some((day, files)) = &kept {
        editions::keep(&Disk::default(), &arguments.root, day, files)?;
    }
    editions::publish(&arguments.root, &mut built.output)?;
    let written = write::publish(&output, &built.output.files)?;
    if let Some(zip) = &arguments.zip {
        zip::write(zip, &built.output)?;
    }
    drop(progress);
    tell(&report::text(&built.notes, &built.sources, language, colour(Stream::Err)));
    let zip = arguments.zip.as_deref();
    let pages = built.output.pages;
    let summary = Summary {
        pages,
        written,
        search: &built.output.search,
        warnings,
        time: start.elapsed(),
        output: &output,
        zip,
        edition: arguments.edition.as_deref(),
    };
    say(&summary.told(language))?;
    if built.withheld > 0 {
        say(&kept_out(built.withheld, language))?;
    }
    Ok(DONE)
}

/// Drafts never come near what is published: not into the folder the site is in, nor one like it.
fn refuse_published(arguments: &BuildArguments, output: &Path) -> Result<(), Fault> {
    let usual = arguments.root.join("output");
    if arguments.output.is_none() || read::real(output) == read::real(&usual) {
        return Err(Fault::drafts_in_output(&usual));
    }
    let found = std::fs::read(output.join(manifest::MANIFEST)).ok();
    match found.and_then(|bytes| manifest::of_drafts(&bytes)) {
        Some(false) => Err(Fault::drafts_over_published(output)),
        _ => Ok(()),
    }
}

fn kept_out(count: usize, language: Language) -> String {
    match language {
        Language::Ja => format!("未公表案 {count}ページは入れていません\n"),
        Language::En => format!("left out as drafts: {count}\n"),
    }
}

/// A site, and the edition that is kept with it.
struct Made {
    built: Built,
    kept: Option<(String, editions::Files)>,
}

impl Made {
    /// The site as it is; with an edition, the site as it is once that is kept. What is told is told
    /// of the edition, where there is no mistake in the site that comes of it.
    fn new(snapshot: &Snapshot, arguments: &BuildArguments) -> Self {
        let audience = if arguments.drafts { Audience::Drafts } else { Audience::Public };
        let options = Options { base_url: arguments.base_url.clone(), audience };
        let named = arguments.edition.as_ref().and_then(|day| Some((day, edition_day(day)?)));
        let Some((day, date)) = named else {
            return Self { built: build(snapshot, &options), kept: None };
        };
        let own = edition(snapshot, &options, date);
        if stops(&own.notes) {
            return Self { built: own, kept: None };
        }
        let files = editions::files(snapshot, &own.output);
        let built = build(&editions::with(snapshot, day, &files), &options);
        let notes = if stops(&built.notes) { built.notes } else { own.notes };
        Self { built: Built { notes, ..built }, kept: Some((day.clone(), files)) }
    }
}

/// The output folder; one inside the sources would be read as a source next time.
fn output(arguments: &BuildArguments) -> Result<PathBuf, Fault> {
    let output = arguments.output.clone().unwrap_or_else(|| arguments.root.join("output"));
    match read::source_folder(&arguments.root, &output) {
        Some(folder) => Err(Fault::output_in_sources(&output, folder)),
        None => Ok(output),
    }
}
