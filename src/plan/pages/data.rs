//! Tables to download, and what stands in them.

use super::Desk;
use crate::model::tables::TABLES;
use crate::model::{Column, Kind, Need, TableSpec};
use crate::plan::computed;
use crate::plan::export::Export;
use crate::plan::figures::code_list;
use crate::plan::view::{DataEntry, DataIndexView, DataTableView, DictionaryEntry, Link};
use crate::plan::words;
use crate::text::{Label, Language};

pub fn index(desk: &mut Desk<'_>) -> DataIndexView {
    let prose = desk.prose();
    DataIndexView {
        prose,
        tables: TABLES.iter().map(|spec| entry(desk, spec)).collect(),
        computed: desk.computed.iter().map(|export| computed_entry(desk, export)).collect(),
    }
}

/// A table that was computed: it has files, and no page of its own.
fn computed_entry(desk: &Desk<'_>, export: &Export) -> DataEntry {
    let scribe = &desk.scribe;
    let (label, about) = match export.name {
        computed::STATES => (words::STATES_TABLE, words::STATES_ABOUT),
        _ => (words::RESULTS_TABLE, words::RESULTS_ABOUT),
    };
    let files = files(desk, export.name);
    let href = files.first().map(|file| file.href.clone()).unwrap_or_default();
    DataEntry {
        page: Link { label: scribe.say(label), href: href.clone() },
        about: scribe.say(about),
        rows: scribe.count(export.rows.len(), words::ROWS, href),
        files,
    }
}

fn entry(desk: &Desk<'_>, spec: &'static TableSpec) -> DataEntry {
    let scribe = &desk.scribe;
    let page = scribe.link(scribe.say(spec.label), &format!("data/{}", spec.name));
    DataEntry {
        about: scribe.say(spec.about),
        rows: scribe.count(scribe.dataset.rows(spec).len(), words::ROWS, page.href.clone()),
        files: files(desk, spec.name),
        page,
    }
}

pub fn view(desk: &mut Desk<'_>, spec: &'static TableSpec) -> DataTableView {
    DataTableView {
        about: desk.scribe.say(spec.about),
        table: desk.scribe.whole_table(spec),
        dictionary: spec.columns.iter().flat_map(|column| dictionary(desk, column)).collect(),
        files: files(desk, spec.name),
    }
}

fn files(desk: &Desk<'_>, table: &str) -> Vec<Link> {
    let file = |label: Label, ending: &str| Link {
        label: desk.scribe.say(label),
        href: desk.scribe.to_file(&format!("data/{table}/{table}.{ending}")),
    };
    vec![file(words::CSV, "csv"), file(words::JSON, "json")]
}

fn dictionary(desk: &Desk<'_>, column: &Column) -> Vec<DictionaryEntry> {
    let scribe = &desk.scribe;
    let entry = |(name, label): (String, crate::text::Words)| DictionaryEntry {
        label: scribe.word(&label),
        kind: kind(scribe.language, column.kind),
        required: column.need != Need::Optional && !name.ends_with("_en"),
        codes: code_list(column)
            .iter()
            .map(|code| (code.code.to_owned(), scribe.say(code.label)))
            .collect(),
        name,
    };
    column.headers().into_iter().map(entry).collect()
}

/// What a column holds, in words.
fn kind(language: Language, kind: Kind) -> String {
    let say = |ja: &str, en: &str| words::sentence(language, ja.to_owned(), en.to_owned());
    match kind {
        Kind::Id => say("ID", "ID"),
        Kind::Text => say("文字", "text"),
        Kind::Words => say("文字（日英）", "text in both languages"),
        Kind::Printed => say("印刷されたとおりの文字", "text exactly as printed"),
        Kind::Integer(_) => say("整数", "whole number"),
        Kind::Decimal(_) => say("数", "number"),
        Kind::Yen(_) => say("円を単位とする整数", "whole yen"),
        Kind::Date => say("日付", "date"),
        Kind::Flag => say("yes か空", "yes or empty"),
        Kind::Code(_) => say("コード", "code"),
        Kind::Codes(_) => say("コード（空白区切り）", "codes, separated by blanks"),
        Kind::Ref(table) => say(&format!("{table} のID"), &format!("ID of {table}")),
        Kind::Refs(table) => say(
            &format!("{table} のID（空白区切り）"),
            &format!("IDs of {table}, separated by blanks"),
        ),
    }
}
