//! The columns a table may have in its file: its own, what stands beside a value, what all have.

use super::table::{Column, Kind, Need, Sourcing, TableSpec, Unit};
use super::tables::{added, codes};
use crate::text::{Label, Words, folded};

/// A column of a file, with what it is called there.
#[derive(Debug)]
pub struct FileColumn {
    /// ASCII header
    pub name: String,
    /// the header in people's words
    pub label: Words,
    /// what its cells hold; of text in two languages one half
    pub kind: Kind,
    /// whether a cell may be empty
    pub need: Need,
    /// which part of a row it is
    pub part: Part,
}

/// Which part of a row a column holds; columns of the table by their index.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// the id
    Id,
    /// a value in Japanese, or in no language
    Own(usize),
    /// the English of a value
    English(usize),
    /// why there is no value
    Status(usize),
    /// how exact a date is
    Precision(usize),
    /// the citation of one cell, where it differs from the row's
    CellSource(usize),
    /// the citation of the row
    Source,
    /// the line of the document's text
    Line,
    /// how surely it could be read
    Confidence,
    /// the printed form
    AsPrinted,
    /// a remark in Japanese
    Note,
    /// the same in English
    NoteEnglish,
    /// added for readers
    Added,
}

impl Part {
    /// Whether a person entering data is asked for it.
    pub fn is_entered(self) -> bool {
        !matches!(self, Self::Status(_) | Self::Precision(_) | Self::CellSource(_) | Self::Added)
    }
}

impl FileColumn {
    fn new(name: &str, label: Words, kind: Kind, need: Need, part: Part) -> Self {
        Self { name: name.to_owned(), label, kind, need, part }
    }

    /// What is counted; money in files is whole yen.
    pub fn unit(&self) -> Label {
        match self.kind {
            Kind::Integer(Unit(unit)) | Kind::Decimal(Unit(unit)) => unit,
            Kind::Yen(_) => super::MoneyUnit::Yen.label(),
            _ => Label::new("", ""),
        }
    }

    /// The header in people's words with its unit: `経費（円）`.
    pub fn titled(&self) -> Words {
        let Label { ja, en } = self.unit();
        match ja.is_empty() || ja == self.label.ja {
            true => self.label.clone(),
            false => Words::new(
                format!("{}（{ja}）", self.label.ja),
                format!("{} ({})", self.label.en, en.trim()).replace(" ()", ""),
            ),
        }
    }

    /// Whether a header in a file means this column.
    pub fn is(&self, written: &str) -> bool {
        let same = |label: &Words| folded(written) == folded(&label.ja);
        written == self.name || same(&self.label) || same(&self.titled())
    }

    /// Whether a row without it is an error.
    pub fn is_required(&self) -> bool {
        self.need != Need::Optional
    }
}

impl TableSpec {
    /// Every column its file may have, in the order they are published.
    pub fn file_columns(&self) -> Vec<FileColumn> {
        let id = Words::same("ID");
        let mut all = vec![FileColumn::new("id", id, Kind::Id, Need::Required, Part::Id)];
        for (index, column) in self.columns.iter().enumerate() {
            all.extend(column.own(index));
            all.extend(column.beside(index));
        }
        if self.sourcing == Sourcing::Cited {
            all.extend(cited());
        }
        all.extend([
            optional("note_ja", "備考（日本語）", "Remark (Japanese)", Kind::Words, Part::Note),
            optional("note_en", "備考（英語）", "Remark (English)", Kind::Words, Part::NoteEnglish),
        ]);
        all.extend(added(self).into_iter().map(|one| {
            FileColumn::new(one.name, one.label.words(), Kind::Text, Need::Optional, Part::Added)
        }));
        all
    }
}

impl Column {
    fn own(&self, index: usize) -> Vec<FileColumn> {
        let column = |(at, (name, label)): (usize, (String, Words))| match at {
            0 => {
                FileColumn { name, label, kind: self.kind, need: self.need, part: Part::Own(index) }
            }
            _ => FileColumn {
                name,
                label,
                kind: self.kind,
                need: Need::Optional,
                part: Part::English(index),
            },
        };
        self.headers().into_iter().enumerate().map(column).collect()
    }

    /// What may stand beside its values.
    fn beside(&self, index: usize) -> Vec<FileColumn> {
        let Label { ja, en } = self.label;
        let column = |ending: &str, ja_ending: &str, en_ending: &str, kind, part| {
            let label = Words::new(format!("{ja}の{ja_ending}"), format!("{en}: {en_ending}"));
            FileColumn::new(&format!("{}_{ending}", self.name), label, kind, Need::Optional, part)
        };
        let mut all = Vec::new();
        if self.may_be_marked() {
            let kind = Kind::Code(codes::VALUE_STATUS);
            all.push(column(
                "status",
                "値の状態",
                "status of the value",
                kind,
                Part::Status(index),
            ));
        }
        if matches!(self.kind, Kind::Date) {
            let kind = Kind::Code(codes::DATE_PRECISION);
            all.push(column("precision", "精度", "precision", kind, Part::Precision(index)));
        }
        let kind = Kind::Ref("citations");
        all.push(column("source", "出典", "source", kind, Part::CellSource(index)));
        all
    }

    /// Whether a cell can hold a mark for why there is no value; in text, `-` may be a word.
    pub fn may_be_marked(&self) -> bool {
        !matches!(self.kind, Kind::Text | Kind::Printed | Kind::Words)
    }
}

fn optional(name: &str, ja: &str, en: &str, kind: Kind, part: Part) -> FileColumn {
    FileColumn::new(name, Words::new(ja, en), kind, Need::Optional, part)
}

/// What rows have that come from a document.
fn cited() -> [FileColumn; 4] {
    let (source, line) = (Kind::Ref("citations"), Kind::Integer(Unit(Label::new("", ""))));
    let confidence = Kind::Code(codes::CONFIDENCE);
    [
        FileColumn::new(
            "source",
            Words::new("出典", "Source"),
            source,
            Need::Required,
            Part::Source,
        ),
        optional("line", "行", "Line", line, Part::Line),
        optional("confidence", "読み取りの確かさ", "Confidence", confidence, Part::Confidence),
        optional("as_printed", "印刷された形", "As printed", Kind::Printed, Part::AsPrinted),
    ]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::model::tables::TABLES;

    #[test]
    fn no_header_of_a_table_means_two_columns() {
        for spec in TABLES {
            let columns = spec.file_columns();
            for column in &columns {
                for written in [&column.name, &column.label.ja, &column.titled().ja] {
                    let meant: BTreeSet<&str> = columns
                        .iter()
                        .filter(|one| one.is(written))
                        .map(|one| &*one.name)
                        .collect();
                    assert_eq!(meant.len(), 1, "{}: {written} means {meant:?}", spec.name);
                }
            }
        }
    }
}
