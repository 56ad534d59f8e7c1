//! `kyotsu check`: every message, nothing written.

use super::arguments::{CheckArguments, Format};
use super::fault::Fault;
use super::progress::{self, Progress};
use super::summary::counts;
use super::terminal::{Stream, colour, say};
use super::{DONE, INPUTS, json, read, report};
use crate::build::{Options, check};
use crate::diag::stops;
use crate::text::Language;

/// Tells all messages on the standard output.
pub fn run(arguments: &CheckArguments, language: Language) -> Result<u8, Fault> {
    let progress = Progress::start(language);
    progress.stage(progress::READING);
    let snapshot = read::snapshot(&arguments.root)?;
    progress.stage(progress::CHECKING);
    let built = check(&snapshot, &Options { base_url: None });
    drop(progress);
    match arguments.format {
        Format::Json => say(&json::array(&built.notes, &built.sources))?,
        Format::Text => {
            say(&report::text(&built.notes, &built.sources, language, colour(Stream::Out)))?;
            say(&counts(&built.notes, language))?;
        }
    }
    Ok(if stops(&built.notes) { INPUTS } else { DONE })
}
