//! The tables described for programs: a data package, data sets for search engines, a catalogue.

use std::collections::BTreeMap;

use super::export::{DateForm, Datum, Export, ExportColumn, Forms};
use super::scribe::Scribe;
use super::view::{
    Agent, Catalogue, CatalogueDataset, Constraint, Contributor, Dialect, Distribution, Download,
    ForeignKey, Node, Package, PackageLicence, PackageSource, PartOf, Publisher, Reference,
    Resource, Said, Schema, SchemaDataset, SchemaField, Typed,
};
use super::{Sources, dictionary, routes, words};
use crate::model::tables::documents;
use crate::model::{Date, Row, Settings};
use crate::text::{Label, Language, Words};

/// Where the licence of data and text is told by those who wrote it.
const LICENCE: &str = "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0";

/// A file of a table: its words, its ending and its media type.
type File = (Label, &'static str, &'static str);

const CSV: &str = "text/csv";

/// The files of a table, as they are offered.
pub const FILES: [File; 4] = [
    (words::CSV, ".csv", CSV),
    (words::EXCEL_CSV, "-excel.csv", CSV),
    (words::XLSX, ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (words::JSON, ".json", "application/json"),
];

/// The files a table has.
pub fn files(forms: Forms) -> impl Iterator<Item = File> {
    FILES.into_iter().filter(move |(_, _, media)| forms == Forms::All || *media == CSV)
}

/// `data/datapackage.json`.
pub fn package(sources: &Sources<'_>, tables: &[Export]) -> Package {
    let settings = &sources.dataset.settings;
    let listings = dictionary::listings(sources, tables);
    let resources = tables.iter().chain(&listings).flat_map(|table| [plain(table), excel(table)]);
    let documents = sources.dataset.rows(&documents::SPEC).iter();
    Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: "kyotsu",
        title: settings.title.ja.clone(),
        title_en: settings.title.en.clone(),
        description: settings.description.ja.clone(),
        description_en: settings.description.en.clone(),
        homepage: sources.base_url.map(str::to_owned),
        version: settings.as_of.map(|date| date.to_string()),
        created: settings.as_of.and_then(created),
        contributors: vec![Contributor {
            title: settings.publisher.ja.clone(),
            title_en: settings.publisher.en.clone(),
            roles: vec!["publisher"],
        }],
        licenses: vec![licence(settings)],
        sources: documents.map(source).collect(),
        resources: resources.collect(),
    }
}

/// The moment a date begins; a month or a year has no such moment.
fn created(date: Date) -> Option<String> {
    matches!(date, Date::Day(..)).then(|| format!("{date}T00:00:00+09:00"))
}

fn licence(settings: &Settings) -> PackageLicence {
    PackageLicence {
        name: "PDL-1.0",
        path: LICENCE,
        title: words::LICENCE.ja,
        title_en: words::LICENCE.en,
        annex: settings.licence_annex.ja.clone(),
        annex_en: settings.licence_annex.en.clone(),
    }
}

fn source(document: &Row) -> PackageSource {
    let title = document.words(documents::title);
    PackageSource {
        title: title.ja,
        title_en: title.en,
        path: document.get(documents::url).map(str::to_owned),
        version: document.get(documents::date).map(|date| date.to_string()),
    }
}

/// The CSV with ASCII headers.
fn plain(table: &Export) -> Resource {
    resource(table, "", words::CSV_ABOUT, |column| column.name.clone())
}

/// Its twin for spreadsheets.
fn excel(table: &Export) -> Resource {
    resource(table, "-excel", words::EXCEL_ABOUT, |column| column.header.ja.clone())
}

fn resource(
    table: &Export,
    twin: &str,
    about: Label,
    name: fn(&ExportColumn) -> String,
) -> Resource {
    let path = format!("{}{twin}.csv", table.stem);
    let sentence =
        |half: fn(&Words) -> &String, about: &str| format!("{}{about}", half(&table.about));
    Resource {
        name: format!("{}{twin}", table.name),
        kind: "table",
        path: path.strip_prefix("data/").unwrap_or(&path).to_owned(),
        title: table.label.ja.clone(),
        title_en: table.label.en.clone(),
        description: sentence(|words| &words.ja, about.ja),
        description_en: sentence(|words| &words.en, about.en),
        format: "csv",
        mediatype: CSV,
        encoding: "utf-8",
        dialect: Dialect {
            header: true,
            delimiter: ",",
            quote_char: "\"",
            double_quote: true,
            line_terminator: "\n",
        },
        schema: schema(table, twin, name),
    }
}

fn schema(table: &Export, twin: &str, name: fn(&ExportColumn) -> String) -> Schema {
    let keys = table.columns.iter().filter(|column| table.key.contains(&&*column.name));
    let foreign = table.columns.iter().filter_map(|column| {
        let Datum::Ref(target) = column.datum else { return None };
        let id = if twin.is_empty() { "id" } else { "ID" };
        let resource = (target != table.name).then(|| format!("{target}{twin}"));
        let reference = Reference { resource, fields: vec![id.to_owned()] };
        Some(ForeignKey { fields: vec![name(column)], reference })
    });
    Schema {
        fields: table.columns.iter().map(|column| field(column, name(column))).collect(),
        primary_key: keys.map(name).collect(),
        foreign_keys: foreign.collect(),
        missing_values: [""],
    }
}

fn field(column: &ExportColumn, name: String) -> SchemaField {
    let told = column.told();
    SchemaField {
        name,
        kind: kind(column.datum),
        title: column.label.ja.clone(),
        title_en: column.label.en.clone(),
        description: told.ja,
        description_en: told.en,
        unit: column.unit.ja.to_owned(),
        constraints: constraints(column),
    }
}

fn kind(datum: Datum) -> &'static str {
    match datum {
        Datum::Integer => "integer",
        Datum::Decimal => "number",
        Datum::Date(DateForm::Day) => "date",
        Datum::Date(DateForm::Month) => "yearmonth",
        Datum::Date(DateForm::Year) => "year",
        _ => "string",
    }
}

fn constraints(column: &ExportColumn) -> BTreeMap<&'static str, Constraint> {
    let codes = || column.codes().iter().map(|entry| entry.code.to_owned()).collect::<Vec<_>>();
    let pattern = |pattern: &str| Some(("pattern", Constraint::Pattern(pattern.to_owned())));
    let form = match column.datum {
        Datum::Id => pattern("[a-z0-9][a-z0-9-]*"),
        Datum::Flag => Some(("enum", Constraint::OneOf(vec!["yes".to_owned()]))),
        Datum::Code(_) => Some(("enum", Constraint::OneOf(codes()))),
        Datum::Codes(_) => {
            let one = codes().join("|");
            pattern(&format!("({one})( ({one}))*"))
        }
        Datum::Date(DateForm::FiscalYear) => pattern("[0-9]{4}年度"),
        Datum::Date(DateForm::Mixed) => pattern("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"),
        _ => None,
    };
    let required = column.required.then_some(("required", Constraint::Is(true)));
    let unique = column.unique.then_some(("unique", Constraint::Is(true)));
    required.into_iter().chain(unique).chain(form).collect()
}

/// A table for search engines, in the language of its page.
pub fn dataset(sources: &Sources<'_>, scribe: &Scribe<'_>, table: &Export) -> SchemaDataset {
    let place = Place { sources, scribe };
    let download = |(label, ending, media): File| Download {
        kind: "DataDownload",
        name: scribe.say(label),
        encoding_format: media,
        content_url: place.file(&format!("{}{ending}", table.stem)),
    };
    let catalogue = PartOf {
        kind: "DataCatalog",
        name: scribe.word(&sources.dataset.settings.title),
        description: String::new(),
        url: place.page("data"),
    };
    SchemaDataset {
        variable_measured: table.columns.iter().map(|one| scribe.word(&one.label)).collect(),
        included_in_data_catalog: Some(catalogue),
        distribution: files(table.forms).map(download).collect(),
        ..place.thing("Dataset", &table.label, &table.about)
    }
}

/// All tables for search engines.
pub fn data_catalogue(
    sources: &Sources<'_>,
    scribe: &Scribe<'_>,
    tables: &[Export],
) -> SchemaDataset {
    let place = Place { sources, scribe };
    let settings = &sources.dataset.settings;
    let part = |table: &Export| PartOf {
        kind: "Dataset",
        name: scribe.word(&table.label),
        description: scribe.word(&table.about),
        url: place.page(&format!("data/{}", table.name)),
    };
    SchemaDataset {
        dataset: tables.iter().map(part).collect(),
        ..place.thing("DataCatalog", &settings.title, &settings.description)
    }
}

/// Where addresses are told from: a page, and the site's own address if it has one.
struct Place<'a> {
    sources: &'a Sources<'a>,
    scribe: &'a Scribe<'a>,
}

impl Place<'_> {
    fn page(&self, route: &str) -> String {
        match self.sources.base_url {
            Some(base) => format!("{base}{}", routes::folder(route, self.scribe.language)),
            None => self.scribe.to(route),
        }
    }

    fn file(&self, path: &str) -> String {
        match self.sources.base_url {
            Some(base) => format!("{base}{path}"),
            None => self.scribe.to_file(path),
        }
    }

    fn thing(&self, kind: &'static str, name: &Words, about: &Words) -> SchemaDataset {
        let settings = &self.sources.dataset.settings;
        SchemaDataset {
            context: Some("https://schema.org/"),
            kind,
            name: self.scribe.word(name),
            description: self.scribe.word(about),
            in_language: self.scribe.language.code(),
            url: self.page(self.scribe.route),
            license: LICENCE,
            creator: Agent { kind: "Organization", name: self.scribe.word(&settings.publisher) },
            date_modified: settings.as_of.map(|date| date.to_string()),
            is_accessible_for_free: true,
            variable_measured: Vec::new(),
            included_in_data_catalog: None,
            distribution: Vec::new(),
            dataset: Vec::new(),
        }
    }
}

/// `data/catalog.jsonld`.
pub fn catalogue(sources: &Sources<'_>, tables: &[Export]) -> Catalogue {
    let settings = &sources.dataset.settings;
    let listings = dictionary::listings(sources, tables);
    let datasets = tables.iter().chain(&listings);
    Catalogue {
        context: BTreeMap::from([
            ("dcat", "http://www.w3.org/ns/dcat#"),
            ("dct", "http://purl.org/dc/terms/"),
            ("foaf", "http://xmlns.com/foaf/0.1/"),
            ("xsd", "http://www.w3.org/2001/XMLSchema#"),
        ]),
        id: address(sources, "catalog.jsonld"),
        kind: "dcat:Catalog",
        title: said(&settings.title),
        description: said(&settings.description),
        publisher: Publisher { kind: "foaf:Organization", name: said(&settings.publisher) },
        license: node(LICENCE),
        rights: said(&settings.licence_annex),
        modified: modified(settings),
        datasets: datasets.map(|table| catalogued(sources, table)).collect(),
    }
}

fn catalogued(sources: &Sources<'_>, table: &Export) -> CatalogueDataset {
    let own = |ending: &str| format!("{}{ending}", table.stem.trim_start_matches("data/"));
    let distribution = |(label, ending, media): File| Distribution {
        kind: "dcat:Distribution",
        title: said(&label.words()),
        url: node(&address(sources, &own(ending))),
        media_type: node(&format!("https://www.iana.org/assignments/media-types/{media}")),
        license: node(LICENCE),
    };
    let page = || node(&address(sources, &format!("{}/index.html", table.name)));
    CatalogueDataset {
        id: address(sources, &format!("catalog.jsonld#{}", table.name)),
        kind: "dcat:Dataset",
        identifier: table.name,
        title: said(&table.label),
        description: said(&table.about),
        license: node(LICENCE),
        modified: modified(&sources.dataset.settings),
        page: (table.forms == Forms::All).then(page),
        distributions: files(table.forms).map(distribution).collect(),
    }
}

/// The address of something in `data`, as well as it is known.
fn address(sources: &Sources<'_>, inside: &str) -> String {
    sources.base_url.map_or_else(|| inside.to_owned(), |base| format!("{base}data/{inside}"))
}

fn modified(settings: &Settings) -> Option<Typed> {
    let day = settings.as_of.filter(|date| matches!(date, Date::Day(..)))?;
    Some(Typed { kind: "xsd:date", value: day.to_string() })
}

fn said(words: &Words) -> [Said; 2] {
    let said = |language: Language| Said {
        language: words.language(language).code(),
        value: words.get(language).to_owned(),
    };
    [said(Language::Ja), said(Language::En)]
}

fn node(id: &str) -> Node {
    Node { id: id.to_owned() }
}
