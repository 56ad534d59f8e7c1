//! Conditions on the rows of a table, as people write them: `part = effect`, `!note`.

/// One condition on a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Filter {
    /// the column asked
    pub column: String,
    /// what is asked of its cell
    pub test: Test,
}

/// What is asked of a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Test {
    /// `column = value`
    Is(String),
    /// `column != value`
    IsNot(String),
    /// `column`: something stands in it
    Filled,
    /// `!column`: nothing stands in it
    Empty,
}

/// Reads a condition; none if it has no column.
pub fn filter(text: &str) -> Option<Filter> {
    let value = |text: &str| text.trim().trim_matches('"').to_owned();
    let (column, test) = if let Some((column, behind)) = text.split_once("!=") {
        (column, Test::IsNot(value(behind)))
    } else if let Some((column, behind)) = text.split_once('=') {
        (column, Test::Is(value(behind)))
    } else if let Some(column) = text.trim().strip_prefix('!') {
        (column, Test::Empty)
    } else {
        (text, Test::Filled)
    };
    let column = column.trim().to_owned();
    (!column.is_empty()).then_some(Filter { column, test })
}

impl Test {
    /// Whether a cell passes; its texts are all it may be called.
    pub fn passes(&self, texts: &[String]) -> bool {
        match self {
            Self::Is(value) => texts.iter().any(|text| text == value),
            Self::IsNot(value) => texts.iter().all(|text| text != value),
            Self::Filled => !texts.is_empty(),
            Self::Empty => texts.is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions() {
        let read = |text| filter(text).map(|filter| (filter.column, filter.test));
        assert_eq!(read("part = effect"), Some(("part".into(), Test::Is("effect".into()))));
        assert_eq!(read("band != \"all\""), Some(("band".into(), Test::IsNot("all".into()))));
        assert_eq!(read("kind"), Some(("kind".into(), Test::Filled)));
        assert_eq!(read("!kind"), Some(("kind".into(), Test::Empty)));
        assert_eq!(read(" = x"), None);
    }
}
