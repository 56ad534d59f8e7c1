//! What the columns of published tables hold, told to people and as tables of their own.

use super::Sources;
use super::export::{DateForm, Datum, Export, ExportColumn, Forms};
use crate::model::CodeEntry;
use crate::text::{Label, Words};

/// The table of all columns, and where its files stand.
pub const COLUMNS: &str = "dictionary";
/// The table of all codes.
pub const CODES: &str = "codes";

macro_rules! types {
    ($($name:ident $code:literal $ja:literal $en:literal;)*) => {
        $(const $name: CodeEntry = CodeEntry { code: $code, label: Label::new($ja, $en) };)*
        /// What columns may hold.
        static TYPES: &[CodeEntry] = &[$($name),*];
    };
}

types! {
    ID "id" "ID" "ID";
    TEXT "text" "文字" "text";
    PRINTED "printed" "印刷されたとおりの文字" "text exactly as printed";
    INTEGER "integer" "整数" "whole number";
    DECIMAL "decimal" "数" "number";
    DAY "date" "年月日" "date";
    MONTH "month" "年月" "month";
    YEAR "year" "年" "year";
    FISCAL_YEAR "fiscal_year" "年度" "fiscal year";
    MIXED "date_mixed" "日付（精度は隣の列）" "date, its precision in the next column";
    FLAG "flag" "yes か空" "yes or blank";
    CODE "code" "コード" "code";
    CODE_LIST "codes" "コード（空白区切り）" "codes, separated by blanks";
    REFERENCE "reference" "ほかの表のID" "ID of another table";
    REFERENCES "references" "ほかの表のID（空白区切り）" "IDs of another table, separated by blanks";
}

impl ExportColumn {
    fn kind(&self) -> CodeEntry {
        match self.datum {
            Datum::Id => ID,
            Datum::Text => TEXT,
            Datum::Printed => PRINTED,
            Datum::Integer => INTEGER,
            Datum::Decimal => DECIMAL,
            Datum::Date(DateForm::Day) => DAY,
            Datum::Date(DateForm::Month) => MONTH,
            Datum::Date(DateForm::Year) => YEAR,
            Datum::Date(DateForm::FiscalYear) => FISCAL_YEAR,
            Datum::Date(DateForm::Mixed) => MIXED,
            Datum::Flag => FLAG,
            Datum::Code(_) => CODE,
            Datum::Codes(_) => CODE_LIST,
            Datum::Ref(_) => REFERENCE,
            Datum::Refs(_) => REFERENCES,
        }
    }

    /// What it holds, in words.
    pub fn told(&self) -> Words {
        let kind = self.kind().label;
        let with = |ja: &str, en: &str| {
            Words::new(format!("{}（{ja}）", kind.ja), format!("{} ({en})", kind.en))
        };
        match (self.datum, self.unit) {
            (Datum::Ref(table), _) => Words::new(format!("{table} のID"), format!("ID of {table}")),
            (Datum::Refs(table), _) => Words::new(
                format!("{table} のID（空白区切り）"),
                format!("IDs of {table}, separated by blanks"),
            ),
            (Datum::Date(DateForm::Day), _) => with("2024-04-12", "2024-04-12"),
            (Datum::Date(DateForm::Month), _) => with("2024-04", "2024-04"),
            (Datum::Date(DateForm::FiscalYear), _) => {
                Words::new(format!("{}（2017年度）", kind.ja), kind.en)
            }
            (_, Label { ja: "", .. }) => kind.words(),
            (_, Label { ja, en: "" }) => Words::new(with(ja, "").ja, kind.en),
            (_, Label { ja, en }) => with(ja, en.trim()),
        }
    }

    /// The table its cells name rows of.
    pub fn target(&self) -> Option<&'static str> {
        match self.datum {
            Datum::Ref(table) | Datum::Refs(table) => Some(table),
            _ => None,
        }
    }

    /// The codes it may hold.
    pub fn codes(&self) -> &'static [CodeEntry] {
        match self.datum {
            Datum::Code(list) | Datum::Codes(list) => list,
            _ => &[],
        }
    }
}

/// The tables about the tables: all columns and all codes.
pub fn listings(sources: &Sources<'_>, tables: &[Export]) -> Vec<Export> {
    let listing = |name, label: Label, about: Label, columns, key| Export {
        name,
        stem: format!("data/{name}"),
        forms: Forms::Csv,
        label: label.words(),
        about: about.words(),
        columns,
        rows: Vec::new(),
        key,
        as_of: sources.dataset.settings.as_of,
    };
    let mut listings = vec![
        listing(
            COLUMNS,
            Label::new("データ辞書", "Data dictionary"),
            Label::new("すべての表の列。", "The columns of all tables."),
            column_columns(),
            vec!["table", "column"],
        ),
        listing(
            CODES,
            Label::new("コード表", "Code lists"),
            Label::new("すべての表のコード。", "The codes of all tables."),
            code_columns(),
            vec!["table", "column", "code"],
        ),
    ];
    let all = || tables.iter().chain(&listings);
    let of_columns = all().flat_map(|table| table.columns.iter().map(|one| described(table, one)));
    let of_codes = all().flat_map(|table| table.columns.iter().flat_map(|one| coded(table, one)));
    let (columns, codes) = (of_columns.collect(), of_codes.collect());
    for (listing, rows) in listings.iter_mut().zip([columns, codes]) {
        listing.rows = rows;
    }
    listings
}

fn column_columns() -> Vec<ExportColumn> {
    let column = |name: &str, ja, en, datum| ExportColumn::new(name, Label::new(ja, en), datum);
    let mut columns = vec![
        column("table", "表", "Table", Datum::Text).always(),
        column("column", "列名", "Column", Datum::Text).always(),
        column("header_ja", "Excel用の見出し", "Header for Excel", Datum::Text).always(),
    ];
    columns.extend(ExportColumn::words("label", Label::new("項目", "Label")));
    columns.extend([
        column("type", "型", "Type", Datum::Code(TYPES)).always(),
        column("unit_ja", "単位（日本語）", "Unit (Japanese)", Datum::Text),
        column("unit_en", "単位（英語）", "Unit (English)", Datum::Text),
        column("required", "必須", "Required", Datum::Flag),
        column("unique", "重複なし", "Unique", Datum::Flag),
        column("refers_to", "参照する表", "Refers to", Datum::Text),
        column(
            "printed",
            "印刷のまま（機種依存文字あり）",
            "As printed (any character)",
            Datum::Flag,
        ),
        column("added", "公開時に加えた列", "Added on publication", Datum::Flag),
    ]);
    columns
}

fn code_columns() -> Vec<ExportColumn> {
    let column = |name: &str, ja, en| ExportColumn::new(name, Label::new(ja, en), Datum::Text);
    let mut columns = vec![
        column("table", "表", "Table").always(),
        column("column", "列名", "Column").always(),
        column("code", "コード", "Code").always(),
    ];
    columns.extend(ExportColumn::words("label", Label::new("意味", "Meaning")));
    columns
}

fn yes(is: bool) -> String {
    if is { "yes".to_owned() } else { String::new() }
}

/// A column as a row of the dictionary.
fn described(table: &Export, column: &ExportColumn) -> Vec<String> {
    vec![
        table.name.to_owned(),
        column.name.clone(),
        column.header.ja.clone(),
        column.label.ja.clone(),
        column.label.en.clone(),
        column.kind().code.to_owned(),
        column.unit.ja.to_owned(),
        column.unit.en.trim().to_owned(),
        yes(column.required),
        yes(column.unique),
        column.target().unwrap_or_default().to_owned(),
        yes(column.datum == Datum::Printed),
        yes(column.added),
    ]
}

/// The codes of a column as rows.
fn coded(table: &Export, column: &ExportColumn) -> Vec<Vec<String>> {
    let row = |entry: &CodeEntry| {
        let Label { ja, en } = entry.label;
        [table.name, &column.name, entry.code, ja, en.trim()].map(str::to_owned).to_vec()
    };
    column.codes().iter().map(row).collect()
}

/// The second sheet of a table's workbook: its columns, each with the codes it may hold.
pub fn sheet(table: &Export) -> Vec<Vec<String>> {
    let columns = [column_columns().split_off(1), code_columns().split_off(2)].concat();
    let mut rows = vec![columns.iter().map(|column| column.header.ja.clone()).collect()];
    for column in &table.columns {
        let own = described(table, column).split_off(1);
        let codes = coded(table, column).into_iter().map(|mut code| code.split_off(2));
        let none = vec![String::new(); 3];
        rows.push([own.clone(), none].concat());
        rows.extend(codes.map(|code| [own.clone(), code].concat()));
    }
    rows
}
