use super::SourcePath;

/// Bytes of a decoded file, from start up to end.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Span {
    /// first byte
    pub start: usize,
    /// the byte after the last
    pub end: usize,
}

/// A cell as a spreadsheet shows it: both numbers count from 1, the header is row 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Cell {
    /// spreadsheet row
    pub row: usize,
    /// spreadsheet column, 1 for A
    pub column: usize,
}

/// Where something stands in the sources. Lines are looked up only when it is told.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Place {
    /// the file
    pub path: SourcePath,
    /// the bytes in its decoded text; none for the file as a whole
    pub span: Option<Span>,
    /// the cell, for tables
    pub cell: Option<Cell>,
    /// the header over the cell, as the file writes it
    pub header: Option<String>,
    /// what the cell or key holds, as the file writes it
    pub value: Option<String>,
}

impl Place {
    /// A file as a whole.
    pub fn file(path: &SourcePath) -> Self {
        Self { path: path.clone(), span: None, cell: None, header: None, value: None }
    }

    /// Bytes of a file.
    pub fn bytes(path: &SourcePath, start: usize, end: usize) -> Self {
        Self { span: Some(Span { start, end }), ..Self::file(path) }
    }
}

/// A place as people and editors count it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Location {
    /// 1-based line
    pub line: usize,
    /// 1-based character in the line
    pub column: usize,
}

/// Line and character of a byte in a text; a byte inside a character counts as that character.
pub fn locate(text: &str, byte: usize) -> Location {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = text.get(..at).unwrap_or("");
    let line = before.matches('\n').count() + 1;
    let in_line = before.rsplit('\n').next().unwrap_or("");
    Location { line, column: in_line.chars().count() + 1 }
}

/// The letters of a spreadsheet column: 1 is A, 27 is AA.
pub fn spreadsheet_column(column: usize) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "名称\n都道府県,43";
        let at = text.find("43").unwrap();
        assert_eq!(locate(text, at), Location { line: 2, column: 6 });
    }

    #[test]
    fn spreadsheet_letters() {
        let letters: Vec<_> = [1, 26, 27, 52, 703].map(spreadsheet_column).into();
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "AAA"]);
    }
}
