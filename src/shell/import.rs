//! `kyotsu import`: a workbook or CSV into a table, after a look at what would change.

use std::io::{self, BufRead, IsTerminal};
use std::path::Path;

use super::arguments::ImportArguments;
use super::disk::Disk;
use super::export::table;
use super::fault::Fault;
use super::progress::{self, Progress};
use super::replace::replace;
use super::summary::{counts, nothing_written};
use super::terminal::{Stream, colour, say, tell};
use super::{DONE, INPUTS, read, report};
use crate::build::{Asked, import};
use crate::diag::stops;
use crate::text::{Language, Snapshot, SourcePath};

/// Shows the difference, and writes it where somebody says yes.
pub fn run(arguments: &ImportArguments, language: Language) -> Result<u8, Fault> {
    let progress = Progress::start(language);
    progress.stage(progress::READING);
    let table = table(&arguments.table)?;
    let file = &arguments.file;
    let bytes = read::bytes(file)?;
    let snapshot = read::snapshot(&arguments.root)?;
    progress.stage(progress::CHECKING);
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let asked = Asked { name: &name, bytes: &bytes, table };
    let imported = import(&snapshot, &asked, language);
    drop(progress);
    say(&imported.told)?;
    tell(&report::text(&imported.notes, &imported.sources, language, colour(Stream::Err)));
    if stops(&imported.notes) {
        tell(&counts(&imported.notes, language));
        tell(nothing_written(language));
        return Ok(INPUTS);
    }
    let Some((path, bytes)) = imported.file else {
        return say(nothing_changed(language)).map(|()| DONE);
    };
    if !arguments.yes {
        if !io::stdin().is_terminal() {
            return Err(Fault::not_asked());
        }
        if !is_wanted(language) {
            tell(nothing_written(language));
            return Ok(DONE);
        }
    }
    write(&arguments.root, &snapshot, &path, &bytes, language)
}

/// Whether somebody at the terminal says yes.
fn is_wanted(language: Language) -> bool {
    tell(match language {
        Language::Ja => "書き込みますか [y/N] ",
        Language::En => "write this? [y/N] ",
    });
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer).is_ok();
    read && is_yes(&answer)
}

/// Whether an answer is yes, also in the full width a Japanese keyboard gives.
fn is_yes(answer: &str) -> bool {
    let answer = answer.trim().to_lowercase();
    matches!(answer.as_str(), "y" | "yes" | "ｙ" | "ｙｅｓ" | "はい")
}

/// Writes the table, unless somebody else did since it was read.
fn write(
    root: &Path,
    snapshot: &Snapshot,
    path: &SourcePath,
    bytes: &[u8],
    language: Language,
) -> Result<u8, Fault> {
    let place = root.join(path.as_str());
    let there = std::fs::read(&place).ok();
    if there.as_deref() != snapshot.get(path).map(|bytes| &**bytes) {
        return Err(Fault::changed_meanwhile(&place));
    }
    replace(&Disk::default(), &place, bytes)?;
    let place = place.display();
    let told = match language {
        Language::Ja => format!("書きました：{place}\n"),
        Language::En => format!("written: {place}\n"),
    };
    say(&told).map(|()| DONE)
}

fn nothing_changed(language: Language) -> &'static str {
    match language {
        Language::Ja => "変わるところはありません。何も書きませんでした\n",
        Language::En => "nothing differs; nothing was written\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_yes_is_one() {
        for yes in ["y\n", "Y", "yes\r\n", "はい", "ｙ", "Ｙ"] {
            assert!(is_yes(yes), "{yes}");
        }
        for no in ["", "\n", "n", "いいえ", "yy", "はいはい"] {
            assert!(!is_yes(no), "{no}");
        }
    }
}
