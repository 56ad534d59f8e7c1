//! Marks that stayed text because something is wrong with them.

use super::diags;
use super::emphasis::{is_escaped, is_verbatim};
use super::events::Part;
use crate::diag::Diagnostic;
use crate::text::{Place, SourcePath};

/// Tells what in a text was meant to be a figure, a link or a footnote and is none.
pub fn leftovers(path: &SourcePath, source: &str, part: &Part) -> Vec<Diagnostic> {
    if !is_verbatim(source, part) {
        return Vec::new();
    }
    let text = source.get(part.span.start..part.span.end).unwrap_or("");
    let found = |mark: &'static str| {
        text.match_indices(mark)
            .map(|(at, _)| part.span.start + at)
            .filter(|at| !is_escaped(source, *at))
    };
    let place = |at: usize, length: usize| Place::bytes(path, at, at + length);
    let mut notes = Vec::new();
    notes.extend(found("[[").map(|at| diags::figure_open(place(at, 2))));
    notes.extend(found("](").map(|at| diags::link_broken(place(at, 2))));
    for at in found("[^") {
        let name = source.get(at + 2..part.span.end).and_then(|rest| rest.split_once(']'));
        if let Some((name, _)) = name {
            notes.push(diags::footnote_missing(place(at, name.len() + 3), name));
        }
    }
    notes
}
