//! `kyotsu check`: every message, nothing written but the page of them, if a file is named for it.

use std::path::Path;

use super::arguments::{CheckArguments, Telling};
use super::disk::Disk;
use super::fault::Fault;
use super::progress::{self, Progress};
use super::summary::counts;
use super::terminal::{Stream, colour, say};
use super::{DONE, INPUTS, clock, html, json, read, report};
use crate::build::{Built, Options, check, overdue};
use crate::diag::{Diagnostic, sort, stops};
use crate::text::Language;

/// Tells all messages on the standard output, or in a file.
pub fn run(arguments: &CheckArguments, language: Language) -> Result<u8, Fault> {
    if let Some(file) = &arguments.output {
        refuse(file, arguments.format)?;
    }
    let progress = Progress::start(language);
    progress.stage(progress::READING);
    let snapshot = read::snapshot(&arguments.root)?;
    progress.stage(progress::CHECKING);
    let mut built = check(&snapshot, &Options::default());
    let today = arguments.today.unwrap_or_else(clock::today);
    built.notes.extend(overdue(&built.reviews, today));
    sort(&mut built.notes);
    drop(progress);
    match arguments.format {
        Telling::Json => say(&json::array(&built.notes, &built.sources))?,
        Telling::Html => page(&built, arguments.output.as_deref(), language)?,
        Telling::Text => {
            say(&report::text(&built.notes, &built.sources, language, colour(Stream::Out)))?;
            say(&counts(&built.notes, language))?;
            say(&more(&built.notes, language))?;
        }
    }
    Ok(if stops(&built.notes) { INPUTS } else { DONE })
}

/// Only a page has a file, and none but an earlier page is written over.
fn refuse(file: &Path, format: Telling) -> Result<(), Fault> {
    if format != Telling::Html {
        return Err(Fault::output_without_page());
    }
    let is_ours = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(html::MARK);
    match std::fs::read(file) {
        Ok(found) if !found.is_empty() && !is_ours(&found) => Err(Fault::output_taken(file)),
        _ if file.is_dir() => Err(Fault::output_taken(file)),
        _ => Ok(()),
    }
}

/// The page of messages: to the file, with a word on where it is, or to the standard output.
fn page(built: &Built, file: Option<&Path>, language: Language) -> Result<(), Fault> {
    let page = html::page(&built.notes, &built.sources, language);
    let Some(file) = file else { return say(&page) };
    Disk::default().write(file, page.as_bytes())?;
    let open = match language {
        Language::Ja => format!("開く：{}\n", file.display()),
        Language::En => format!("open: {}\n", file.display()),
    };
    say(&format!("{}{open}", counts(&built.notes, language)))
}

/// Where one can read on, by the first code told.
fn more(notes: &[Diagnostic], language: Language) -> String {
    let Some(code) = notes.first().map(|note| note.code.id) else { return String::new() };
    match language {
        Language::Ja => {
            format!("番号ごとの意味と直し方：kyotsu help 番号（例：kyotsu help {code}）\n")
        }
        Language::En => {
            format!("what a code means: kyotsu help CODE, such as kyotsu help {code}\n")
        }
    }
}
