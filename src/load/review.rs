//! What reviewers wrote: the TOML files of the folder `review`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{RawToml, diags, parse_toml};
use crate::diag::Checked;
use crate::text::{Snapshot, SourcePath, decode};

/// The folder reviewers' files are put into.
pub const REVIEW: &str = "review";

/// Reads them; their texts are added to `texts`, for telling places.
pub fn comments(
    snapshot: &Snapshot,
    texts: &mut BTreeMap<SourcePath, Arc<str>>,
) -> Checked<Vec<RawToml>> {
    let mut notes = Vec::new();
    let mut files = Vec::new();
    for (path, bytes) in snapshot.below(REVIEW) {
        if path.extension() != "toml" {
            notes.push(diags::comment_unknown(path));
            continue;
        }
        let decoded = decode(bytes);
        let text: Arc<str> = decoded.text.into();
        texts.insert(path.clone(), Arc::clone(&text));
        match decoded.broken_line {
            Some(line) => notes.push(diags::encoding(path, &text, line)),
            None => {
                let read = parse_toml(path, &text, 0);
                // What is half read says less than its mistake.
                let is_whole = read.notes.is_empty();
                let root = read.note(&mut notes);
                files.extend(is_whole.then(|| RawToml { path: path.clone(), root }));
            }
        }
    }
    Checked { value: files, notes }
}
