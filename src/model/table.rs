//! What a table is: its columns, and the cells that may stand in them.

use super::{Date, Decimal, MoneyUnit};
use crate::text::{Label, Language, Words};

/// A table the program knows: its file is `data/NAME.csv`.
#[derive(Debug)]
pub struct TableSpec {
    /// file name without its ending, and the table's name everywhere
    pub name: &'static str,
    /// what people call it
    pub label: Label,
    /// what one row is, and where the rows come from
    pub about: Label,
    /// whether its rows cite a document
    pub sourcing: Sourcing,
    /// its own columns, without the common ones
    pub columns: &'static [Column],
}

/// Whether a table's rows cite a document.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sourcing {
    /// every row has `source` and its fellows
    Cited,
    /// the editor's own arrangement: no citation
    Editorial,
}

/// A column of a table.
#[derive(Debug)]
pub struct Column {
    /// ASCII header; [`Kind::Words`] columns stand as `NAME_ja` and `NAME_en`
    pub name: &'static str,
    /// the header in people's words, accepted in files too
    pub label: Label,
    /// what its cells hold
    pub kind: Kind,
    /// whether a cell may be empty
    pub need: Need,
}

/// Whether a cell may be empty.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need {
    /// an empty cell is an error
    Required,
    /// an empty cell is an error, and so is a value that stands twice
    Unique,
    /// an empty cell says that nothing is known
    Optional,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// `[a-z0-9][a-z0-9-]*`, unique in the table
    Id,
    /// one line of text in no particular language
    Text,
    /// text in Japanese and English, in two columns
    Words,
    /// Japanese exactly as printed: any character the document has
    Printed,
    /// a whole number, not negative
    Integer(Unit),
    /// an exact decimal
    Decimal(Unit),
    /// whole yen, shown in one unit
    Yen(MoneyUnit),
    /// a date as exact as its source
    Date,
    /// `yes` or nothing
    Flag,
    /// one of a list
    Code(&'static [CodeEntry]),
    /// several of a list, separated by blanks
    Codes(&'static [CodeEntry]),
    /// the id of a row of another table
    Ref(&'static str),
    /// ids of rows of another table, separated by blanks
    Refs(&'static str),
}

/// What is counted. The word stands behind the number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unit(pub Label);

/// A value a code column may hold.
#[derive(PartialEq, Eq, Debug)]
pub struct CodeEntry {
    /// as it stands in the file
    pub code: &'static str,
    /// as people read it
    pub label: Label,
}

/// Why a cell has no value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Absence {
    /// the cell is empty: nothing is said
    Blank,
    /// `-`: there is none
    None,
    /// `…`: there is one, nobody knows it
    Unknown,
    /// `X`: known and withheld
    Suppressed,
}

/// The content of one checked cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// no value, and why
    Absent(Absence),
    /// text, an id or a printed form
    Text(String),
    /// text in both languages
    Words(Words),
    /// a count or a decimal
    Number(Decimal),
    /// whole yen
    Yen(i64),
    /// a date
    Date(Date),
    /// `yes`
    Flag,
    /// one of a list
    Code(&'static CodeEntry),
    /// several of a list
    Codes(Vec<&'static CodeEntry>),
    /// rows of other tables
    Refs(Vec<String>),
}

/// How surely the text could be read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Confidence {
    /// it reads plainly
    #[default]
    Clear,
    /// a letter, a join or a place was inferred
    Inferred,
    /// it cannot be read reliably
    Garbled,
}

impl Confidence {
    /// The word used in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Inferred => "inferred",
            Self::Garbled => "garbled",
        }
    }

    /// The word shown to readers.
    pub fn label(self) -> Label {
        match self {
            Self::Clear => Label::new("明瞭", "clear"),
            Self::Inferred => Label::new("推定", "inferred"),
            Self::Garbled => Label::new("判読困難", "hard to read"),
        }
    }
}

/// A column by its place in the table, with the type its cells have been checked for.
///
/// `row.get(areas::department)` cannot ask for a column that is not there.
pub struct Field<K> {
    /// which of the table's columns
    pub index: usize,
    kind: std::marker::PhantomData<K>,
}

impl<K> Field<K> {
    /// The column at an index.
    pub const fn new(index: usize) -> Self {
        Self { index, kind: std::marker::PhantomData }
    }
}

/// A kind of cell and what reading it gives.
pub trait FieldKind {
    /// What a present cell is read as.
    type Read<'a>;
    /// The cell's content, or nothing if it is absent.
    fn read(value: &Value) -> Option<Self::Read<'_>>;
}

/// Names for the kinds of columns, as they stand in the declarations under [`super::tables`].
#[allow(missing_docs, reason = "each is the kind of the same name")]
pub mod kind {
    use super::{CodeEntry, FieldKind, Kind, MoneyUnit, Unit, Value};

    macro_rules! kinds {
        ($($name:ident ($($arg:ident: $type:ty)?) reads $read:ty, $pattern:pat => $result:expr;)*) => {
            $(
                pub struct $name;
                impl $name {
                    pub const fn kind($($arg: $type)?) -> Kind { Kind::$name $(($arg))? }
                }
                impl FieldKind for $name {
                    type Read<'a> = $read;
                    fn read(value: &Value) -> Option<Self::Read<'_>> {
                        match value { $pattern => Some($result), _ => None }
                    }
                }
            )*
        };
    }

    kinds! {
        Text() reads &'a str, Value::Text(text) => text;
        Words() reads &'a crate::text::Words, Value::Words(words) => words;
        Printed() reads &'a str, Value::Text(text) => text;
        Integer(unit: Unit) reads i64, Value::Number(number) => number.digits();
        Decimal(unit: Unit) reads crate::model::Decimal, Value::Number(number) => *number;
        Yen(unit: MoneyUnit) reads i64, Value::Yen(yen) => *yen;
        Date() reads crate::model::Date, Value::Date(date) => *date;
        Flag() reads (), Value::Flag => ();
        Code(codes: &'static [CodeEntry]) reads &'static CodeEntry, Value::Code(entry) => entry;
        Codes(codes: &'static [CodeEntry]) reads &'a [&'static CodeEntry], Value::Codes(all) => all;
        Ref(table: &'static str) reads &'a str, Value::Refs(ids) => ids.first()?;
        Refs(table: &'static str) reads &'a [String], Value::Refs(ids) => ids;
    }
}

impl TableSpec {
    /// Where the table's file stands.
    pub fn path(&self) -> String {
        format!("data/{}.csv", self.name)
    }

    /// A column by its ASCII name.
    pub fn column(&self, name: &str) -> Option<(usize, &'static Column)> {
        self.columns.iter().enumerate().find(|(_, column)| column.name == name)
    }
}

impl Column {
    /// The headers of its cells in a file, each with the label that may stand instead.
    pub fn headers(&self) -> Vec<(String, Words)> {
        match self.kind {
            Kind::Words => vec![
                (format!("{}_ja", self.name), self.label_in(Language::Ja)),
                (format!("{}_en", self.name), self.label_in(Language::En)),
            ],
            _ => vec![(self.name.to_owned(), self.label.words())],
        }
    }

    fn label_in(&self, language: Language) -> Words {
        let Label { ja, en } = self.label;
        match language {
            Language::Ja => Words::new(format!("{ja}（日本語）"), format!("{en} (Japanese)")),
            Language::En => Words::new(format!("{ja}（英語）"), format!("{en} (English)")),
        }
    }

    /// Whether its cells are numbers, set to the right and added up.
    pub fn is_numeric(&self) -> bool {
        matches!(self.kind, Kind::Integer(_) | Kind::Decimal(_) | Kind::Yen(_))
    }
}
