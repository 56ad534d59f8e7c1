//! Tables to download, and what stands in them.

use super::Desk;
use crate::model::tables::updates;
use crate::model::{Row, TableSpec};
use crate::plan::export::{Datum, Export, ExportColumn};
use crate::plan::view::{
    CellView, Citation, ColumnView, DataEntry, DataIndexView, DataTableView, DictionaryEntry, Link,
    RowView, TableView,
};
use crate::plan::{computed, metadata, words};
use crate::text::{Label, Language, Words};

pub fn index(desk: &mut Desk<'_>) -> DataIndexView {
    let prose = desk.prose();
    let is_computed = |table: &&Export| computed::NAMES.contains(&table.name);
    let (computed, entered): (Vec<_>, Vec<_>) = desk.tables.iter().partition(is_computed);
    let entries =
        |tables: Vec<&Export>| tables.into_iter().map(|table| entry(desk, table)).collect();
    DataIndexView {
        prose,
        tables: entries(entered),
        computed: entries(computed),
        about: about(desk),
        updates: changes(desk),
        citation: citation(desk),
        metadata: Box::new(metadata::data_catalogue(desk.sources, &desk.scribe, desk.tables)),
    }
}

fn entry(desk: &Desk<'_>, table: &Export) -> DataEntry {
    let scribe = &desk.scribe;
    let page = scribe.link(scribe.word(&table.label), &format!("data/{}", table.name));
    DataEntry {
        about: scribe.word(&table.about),
        rows: scribe.count(table.rows.len(), words::ROWS, page.href.clone()),
        files: files(desk, table),
        page,
    }
}

/// The files of a table.
fn files(desk: &Desk<'_>, table: &Export) -> Vec<Link> {
    let file = |(label, ending, _): (Label, &str, &str)| Link {
        label: desk.scribe.say(label),
        href: desk.scribe.to_file(&format!("{}{ending}", table.stem)),
    };
    metadata::files(table.forms).map(file).collect()
}

/// The tables about the tables, and the descriptions for programs.
fn about(desk: &Desk<'_>) -> Vec<Link> {
    let files = [
        (words::DICTIONARY_CSV, "dictionary.csv"),
        (words::DICTIONARY_EXCEL, "dictionary-excel.csv"),
        (words::CODES_CSV, "codes.csv"),
        (words::CODES_EXCEL, "codes-excel.csv"),
        (words::PACKAGE, "datapackage.json"),
        (words::CATALOGUE, "catalog.jsonld"),
    ];
    let link = |(label, file): (Label, &str)| Link {
        label: desk.scribe.say(label),
        href: desk.scribe.to_file(&format!("data/{file}")),
    };
    files.into_iter().map(link).collect()
}

/// What was changed on the site, the newest first.
fn changes(desk: &Desk<'_>) -> Option<TableView> {
    let mut rows: Vec<&Row> = desk.scribe.dataset.rows(&updates::SPEC).iter().collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.get(updates::date)));
    let columns = [updates::date.index, updates::text.index];
    desk.scribe.table_if_any("updates", &updates::SPEC, &columns, rows)
}

/// What to write when using the data.
fn citation(desk: &Desk<'_>) -> Citation {
    let settings = &desk.scribe.dataset.settings;
    let site = match desk.sources.base_url {
        Some(base) => Words::new(format!("（{base}）"), format!(" ({base})")),
        None => Words::default(),
    };
    let (title, publisher) = (&settings.title, &settings.publisher);
    let say = |ja, en| words::sentence(desk.scribe.language, ja, en);
    let by = |language| (title.get(language), publisher.get(language), site.get(language));
    let ((title_ja, by_ja, at_ja), (title_en, by_en, at_en)) = (by(Language::Ja), by(Language::En));
    Citation {
        plain: say(
            format!("出典：「{title_ja}」（{by_ja}）{at_ja}"),
            format!("Source: \u{201c}{title_en}\u{201d} ({by_en}){at_en}"),
        ),
        adapted: say(
            format!("「{title_ja}」（{by_ja}）{at_ja}を加工して作成"),
            format!("Made by adapting \u{201c}{title_en}\u{201d} ({by_en}){at_en}"),
        ),
    }
}

pub fn view(desk: &mut Desk<'_>, spec: &'static TableSpec) -> DataTableView {
    shown(desk, spec.name, desk.scribe.whole_table(spec))
}

/// A computed table: of each row what it is about and how it stands.
pub fn computed(desk: &mut Desk<'_>, name: &'static str) -> DataTableView {
    let table = desk.table(name);
    let shown_columns: &[&str] = match name {
        computed::STATES => &["area", "level", "label", "state", "evidence", "leads"],
        _ => &[
            "area",
            "quantity",
            "band",
            "horizon",
            "year",
            "low",
            "high",
            "unit",
            "value_status",
            "state",
        ],
    };
    let rows = computed_table(desk, table, shown_columns);
    DataTableView { computed: true, ..shown(desk, name, rows) }
}

fn shown(desk: &Desk<'_>, name: &str, table: TableView) -> DataTableView {
    let found = desk.table(name);
    DataTableView {
        about: desk.scribe.word(&found.about),
        table,
        dictionary: found.columns.iter().map(|column| described(desk, column)).collect(),
        files: files(desk, found),
        computed: false,
        metadata: Box::new(metadata::dataset(desk.sources, &desk.scribe, found)),
    }
}

fn described(desk: &Desk<'_>, column: &ExportColumn) -> DictionaryEntry {
    let scribe = &desk.scribe;
    DictionaryEntry {
        name: column.name.clone(),
        label: scribe.word(&column.label),
        header: column.header.ja.clone(),
        kind: scribe.word(&column.told()),
        required: column.required,
        printed: column.datum == Datum::Printed,
        added: column.added,
        codes: column
            .codes()
            .iter()
            .map(|code| (code.code.to_owned(), scribe.say(code.label).trim().to_owned()))
            .collect(),
    }
}

/// The rows of a computed table; its figures lead to where they are told.
fn computed_table(desk: &Desk<'_>, table: &Export, shown: &[&str]) -> TableView {
    let scribe = &desk.scribe;
    let columns: Vec<(usize, &ExportColumn)> = shown
        .iter()
        .filter_map(|name| {
            let name = match (*name, scribe.language) {
                ("label", Language::Ja) => "label_ja",
                ("label", Language::En) => "label_en",
                (name, _) => name,
            };
            table.columns.iter().enumerate().find(|(_, column)| column.name == name)
        })
        .collect();
    TableView {
        id: table.name.to_owned(),
        caption: scribe.word(&table.label),
        columns: columns
            .iter()
            .map(|(_, column)| ColumnView {
                label: scribe.word(&column.label),
                numeric: column.datum.is_numeric(),
            })
            .collect(),
        rows: table.rows.iter().map(|row| computed_row(desk, table, &columns, row)).collect(),
        ..TableView::default()
    }
}

fn computed_row(
    desk: &Desk<'_>,
    table: &Export,
    columns: &[(usize, &ExportColumn)],
    row: &[String],
) -> RowView {
    let at = |name: &str| {
        let index = table.columns.iter().position(|column| column.name == name);
        index.and_then(|index| row.get(index)).map_or("", String::as_str)
    };
    let place = match (at("level"), at("id")) {
        ("", _) => "questions".to_owned(),
        (level, id) => format!("{level}-{id}"),
    };
    let told_at = desk.scribe.to_anchor(&format!("areas/{}", at("area")), &place);
    let cells = columns.iter().map(|(index, column)| {
        let text = row.get(*index).map_or("", String::as_str);
        computed_cell(desk, column, text, &told_at)
    });
    RowView { cells: cells.collect(), ..RowView::default() }
}

fn computed_cell(desk: &Desk<'_>, column: &ExportColumn, text: &str, told_at: &str) -> CellView {
    let scribe = &desk.scribe;
    let plain = |text: String| CellView { text, ..CellView::default() };
    let named = column.codes().iter().find(|entry| entry.code == text);
    match (column.target(), named) {
        _ if text.is_empty() => plain(String::new()),
        (Some(target), _) => {
            let (text, href) = scribe.named(target, text);
            CellView { href, ..plain(text) }
        }
        (_, Some(entry)) => plain(scribe.say(entry.label).trim().to_owned()),
        _ if column.datum.is_numeric() => {
            CellView { href: Some(told_at.to_owned()), figure: true, ..plain(text.to_owned()) }
        }
        _ => plain(text.to_owned()),
    }
}
