//! `kyotsu export`: tables as a workbook to fill in.

use std::path::{Path, PathBuf};

use super::arguments::ExportArguments;
use super::disk::Disk;
use super::fault::Fault;
use super::replace::replace;
use super::summary::nothing_written;
use super::terminal::{Stream, colour, say, tell};
use super::{DONE, INPUTS, read, report};
use crate::build::{export, table_named, table_names};
use crate::text::{Language, nearest};

/// Writes the workbook; one that is there and says something else is never written over.
pub fn run(arguments: &ExportArguments, language: Language) -> Result<u8, Fault> {
    let names = arguments.table.iter().map(|named| table(named));
    let names: Vec<&str> = names.collect::<Result<_, _>>()?;
    let output = output(arguments, &names);
    refuse(&output, &arguments.root)?;
    let snapshot = read::snapshot(&arguments.root)?;
    let exported = export(&snapshot, &names);
    tell(&report::text(&exported.notes, &exported.sources, language, colour(Stream::Err)));
    if crate::diag::stops(&exported.notes) {
        tell(nothing_written(language));
        return Ok(INPUTS);
    }
    let bytes = exported.workbook.ok_or_else(Fault::workbook_too_large)?;
    match std::fs::read(&output) {
        Ok(found) if found == bytes => {}
        Ok(_) => return Err(Fault::workbook_taken(&output)),
        Err(_) => replace(&Disk::default(), &output, &bytes)?,
    }
    let next = import_line(arguments, &names, &output, language);
    say(&told(exported.tables, &output, &next, language)).map(|()| DONE)
}

/// The line that takes the workbook back, to be typed as it stands.
fn import_line(
    arguments: &ExportArguments,
    names: &[&str],
    output: &Path,
    language: Language,
) -> String {
    let table = match (names, language) {
        ([only], _) => only,
        (_, Language::Ja) => "表の名前",
        (_, Language::En) => "NAME",
    };
    let root = match arguments.root == Path::new(".") {
        true => String::new(),
        false => format!(" --root {}", arguments.root.display()),
    };
    format!("kyotsu import {} --table {table}{root}", output.display())
}

/// The table somebody means, by its name or label.
pub fn table(named: &str) -> Result<&'static str, Fault> {
    table_named(named).ok_or_else(|| Fault::table_unknown(named, nearest(named, table_names())))
}

/// Where the workbook goes; one table gives it its name.
fn output(arguments: &ExportArguments, names: &[&str]) -> PathBuf {
    let name = match names {
        [only] => format!("{only}.xlsx"),
        _ => "tables.xlsx".to_owned(),
    };
    arguments.output.clone().unwrap_or_else(|| name.into())
}

/// A workbook among the sources would be read as one of them.
fn refuse(output: &Path, root: &Path) -> Result<(), Fault> {
    match read::source_folder(root, output) {
        Some(folder) => Err(Fault::workbook_misplaced(output, folder)),
        None => Ok(()),
    }
}

fn told(tables: usize, output: &Path, next: &str, language: Language) -> String {
    let output = output.display();
    match language {
        Language::Ja => format!("書きました：{output}（表 {tables}）\n直して保存したら：{next}\n"),
        Language::En => {
            format!("written: {output} (tables: {tables})\nonce it is edited and saved: {next}\n")
        }
    }
}
