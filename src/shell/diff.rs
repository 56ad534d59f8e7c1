//! `kyotsu diff`: what differs between two versions of the data, and which rows turned a state.

use super::arguments::{DiffArguments, Format};
use super::fault::Fault;
use super::sides::Found;
use super::summary::counts;
use super::terminal::{Stream, colour, say, tell};
use super::{DONE, INPUTS, report};
use crate::build::{Diffed, Form, diff};
use crate::text::{Label, Language};

const WRONG: Label = Label::new(
    "データに誤りがあるため、比べていません。直してから、もう一度実行してください\n",
    "the data has mistakes, so nothing was compared. Mend them and run the command again\n",
);

/// Tells what differs on the standard output; differences are no mistake.
pub fn run(arguments: &DiffArguments, language: Language) -> Result<u8, Fault> {
    let old = Found::read(&arguments.old)?;
    let new = Found::read(&arguments.new)?;
    let form = match arguments.format {
        Format::Text => Form::Text,
        Format::Json => Form::Json,
    };
    let diffed = diff(&old.side(), &new.side(), language, form);
    let Diffed { told: Some(told), .. } = diffed else {
        let (mut notes, mut sources) = old.told(diffed.old);
        let (more, texts) = new.told(diffed.new);
        notes.extend(more);
        sources.extend(texts);
        tell(&report::text(&notes, &sources, language, colour(Stream::Err)));
        tell(&counts(&notes, language));
        tell(WRONG.get(language));
        return Ok(INPUTS);
    };
    say(&told).map(|()| DONE)
}
