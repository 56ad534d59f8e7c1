//! The project a case is laid over, and files in the encodings people save them in.

use std::fs;
use std::path::Path;

use kyotsu::text::{Snapshot, SourcePath};

use super::file::Fence;
use crate::folder::{files, inside};

/// `tests/cases/base` and `themes/default`, read once.
pub struct Project {
    files: Vec<(String, Vec<u8>)>,
}

impl Project {
    pub fn read(root: &Path) -> Self {
        let base = root.join("tests/cases/base");
        let mut all = Vec::new();
        for (folder, below) in [(base.clone(), base.as_path()), (root.join("themes/default"), root)]
        {
            for path in files(&folder) {
                all.push((inside(below, &path), fs::read(&path).unwrap()));
            }
        }
        Self { files: all }
    }

    /// The project with a case's files over it. Where no page is looked at its templates are empty:
    /// filling them takes most of a case's time.
    pub fn with(&self, files: &[(&str, &Fence)], has_pages: bool) -> Result<Snapshot, String> {
        let removed = |name: &str| {
            files.iter().any(|(path, fence)| *path == name && fence.attribute("removed").is_some())
        };
        let kept = self.files.iter().filter(|(name, _)| !removed(name));
        let is_empty = |name: &str| !has_pages && name.ends_with(".html");
        let kept = kept.map(|(name, bytes)| match is_empty(name) {
            true => (name, Vec::new()),
            false => (name, bytes.clone()),
        });
        let mut snapshot: Snapshot = kept.collect();
        for (path, fence) in files.iter().filter(|(path, _)| !removed(path)) {
            snapshot.insert(SourcePath::new(path), bytes(fence)?);
        }
        Ok(snapshot)
    }
}

/// A fence's lines as a program would save them: `crlf`, `bom`, `encoding=cp932`, `encoding=utf-16`;
/// with `escapes` every `\u{200b}` is the character it names.
fn bytes(fence: &Fence) -> Result<Vec<u8>, String> {
    let mut text = fence.body.clone();
    if fence.attribute("escapes").is_some() {
        text = unescaped(&text)?;
    }
    if fence.attribute("crlf").is_some() {
        text = text.replace('\n', "\r\n");
    }
    if fence.attribute("bom").is_some() {
        text.insert(0, '\u{feff}');
    }
    match fence.attribute("encoding") {
        None => Ok(text.into_bytes()),
        Some("utf-16") => {
            Ok(format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect())
        }
        Some("cp932") => {
            let (bytes, _, replaced) = encoding_rs::SHIFT_JIS.encode(&text);
            if replaced {
                Err("not all of it can be written in CP932".into())
            } else {
                Ok(bytes.into_owned())
            }
        }
        Some(other) => Err(format!("encoding={other} is not known")),
    }
}

fn unescaped(text: &str) -> Result<String, String> {
    let mut parts = text.split("\\u{");
    let mut plain = parts.next().unwrap_or("").to_owned();
    for part in parts {
        let (number, rest) = part.split_once('}').ok_or("\\u{ without }")?;
        let letter = u32::from_str_radix(number, 16).ok().and_then(char::from_u32);
        plain.push(letter.ok_or(format!("\\u{{{number}}} is no character"))?);
        plain.push_str(rest);
    }
    Ok(plain)
}
