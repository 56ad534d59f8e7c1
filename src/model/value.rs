use super::{Dataset, Value};

impl Value {
    /// As it stands in a file; words in Japanese.
    pub fn plain(&self) -> String {
        match self {
            Self::Absent(absence) => absence.mark().to_owned(),
            Self::Text(text) => text.clone(),
            Self::Words(words) => words.ja.clone(),
            Self::Number(number) => number.to_string(),
            Self::Yen(yen) => yen.to_string(),
            Self::Date(date) => date.to_string(),
            Self::Flag => "yes".to_owned(),
            Self::Code(entry) => entry.code.to_owned(),
            Self::Codes(entries) => {
                entries.iter().map(|entry| entry.code).collect::<Vec<_>>().join(" ")
            }
            Self::Refs(ids) => ids.join(" "),
        }
    }

    /// Everything the cell may be called in a condition; nothing if there is no value.
    pub fn names(&self) -> Vec<String> {
        match self {
            Self::Absent(_) => Vec::new(),
            Self::Words(words) => vec![words.ja.clone(), words.en.clone()],
            Self::Code(entry) => vec![entry.code.to_owned(), entry.label.ja.to_owned()],
            Self::Codes(entries) => entries.iter().map(|entry| entry.code.to_owned()).collect(),
            Self::Refs(ids) => ids.clone(),
            _ => vec![self.plain()],
        }
    }
}

impl super::Absence {
    /// The mark in files and tables; nothing for a blank.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Blank => "",
            Self::None => "-",
            Self::Unknown => "…",
            Self::Suppressed => "X",
        }
    }
}

impl Dataset {
    /// The names of a cell by the column's name, `id` included; none if there is no such column.
    pub fn names(&self, table: &str, row: &super::Row, column: &str) -> Option<Vec<String>> {
        if column == "id" {
            return Some(vec![row.id.clone()]);
        }
        let (index, _) = self.table(table)?.spec.column(column)?;
        row.values.get(index).map(Value::names)
    }
}
