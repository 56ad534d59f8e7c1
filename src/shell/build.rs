//! `kyotsu build`: the site.

use std::path::PathBuf;
use std::time::Instant;

use super::arguments::BuildArguments;
use super::fault::Fault;
use super::progress::{self, Progress};
use super::summary::{Summary, count, counts, nothing_written};
use super::terminal::{Stream, colour, say, tell};
use super::{DONE, INPUTS, read, report, write, zip};
use crate::build::{Options, build};
use crate::diag::{Severity, stops};
use crate::text::Language;

/// Builds and publishes; with errors nothing is written.
pub fn run(arguments: &BuildArguments, language: Language) -> Result<u8, Fault> {
    let start = Instant::now();
    let output = output(arguments)?;
    if let Some(zip) = &arguments.zip {
        zip::refuse(zip, &arguments.root, &output)?;
    }
    let progress = Progress::start(language);
    progress.stage(progress::READING);
    let snapshot = read::snapshot(&arguments.root)?;
    progress.stage(progress::BUILDING);
    let built = build(&snapshot, &Options { base_url: arguments.base_url.clone() });
    let warnings = count(&built.notes, Severity::Warning);
    if stops(&built.notes) || (arguments.strict && warnings > 0) {
        drop(progress);
        tell(&report::text(&built.notes, &built.sources, language, colour(Stream::Err)));
        tell(&counts(&built.notes, language));
        tell(nothing_written(language));
        return Ok(INPUTS);
    }
    progress.stage(progress::WRITING);
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
    };
    say(&summary.told(language)).map(|()| DONE)
}

/// The output folder; one inside the sources would be read as a source next time.
fn output(arguments: &BuildArguments) -> Result<PathBuf, Fault> {
    let output = arguments.output.clone().unwrap_or_else(|| arguments.root.join("output"));
    match read::source_folder(&arguments.root, &output) {
        Some(folder) => Err(Fault::output_in_sources(&output, folder)),
        None => Ok(output),
    }
}
