//! `kyotsu explain`: where one area stands and why, as its page says it.

use super::arguments::{ExplainArguments, Format};
use super::fault::Fault;
use super::terminal::{Stream, colour, say, tell};
use super::{DONE, INPUTS, read, report};
use crate::build::{Explained, Form, explain};
use crate::diag::stops;
use crate::text::{Language, nearest};

/// Tells one area's states on the standard output.
pub fn run(arguments: &ExplainArguments, language: Language) -> Result<u8, Fault> {
    let snapshot = read::snapshot(&arguments.root)?;
    let form = match arguments.format {
        Format::Text => Form::Text,
        Format::Json => Form::Json,
    };
    let Explained { told, known, lacks_criteria, sources, notes } =
        explain(&snapshot, &arguments.id, language, form);
    if stops(&notes) {
        tell(&report::text(&notes, &sources, language, colour(Stream::Err)));
        return Ok(INPUTS);
    }
    if lacks_criteria {
        return Err(Fault::criteria_missing(&arguments.id));
    }
    let near = || nearest(&arguments.id, known.iter().map(String::as_str));
    let told = told.ok_or_else(|| Fault::area_unknown(&arguments.id, near()))?;
    say(&told)?;
    Ok(DONE)
}
