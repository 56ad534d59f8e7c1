//! Words of a document, marked as such.

use super::Desk;
use crate::model::Row;
use crate::plan::view::{EffectView, QuoteView};
use crate::plan::words;
use crate::text::Words;

/// A quotation; in English it is our translation, and says so.
pub fn quote(
    desk: &Desk<'_>,
    about: Option<&Words>,
    text: &Words,
    note: &Words,
    source: &str,
) -> QuoteView {
    let about = about.map(|about| desk.scribe.word(about));
    QuoteView { about, ..desk.scribe.quote(text, note, source) }
}

/// A pair of before and after.
pub fn effect(desk: &Desk<'_>, row: &Row) -> EffectView {
    use crate::model::tables::effects;
    let scribe = &desk.scribe;
    EffectView {
        before: scribe.word(&row.words(effects::before)),
        after: scribe.word(&row.words(effects::after)),
        system: row.get(effects::system).map(|system| scribe.word(system)),
        note: scribe.note(&row.note),
        doubt: scribe.doubt(row.confidence),
        source: scribe.source(&effects::SPEC, row).unwrap_or_default(),
    }
}

/// What every voice is: one person's.
pub fn voice_note() -> Words {
    words::VOICE_NOTE.words()
}
