//! From a figure to its note, its cell in `data` and its passage, and all the way back.

use std::collections::{BTreeMap, BTreeSet};

use kyotsu::model::tables::named;
use kyotsu::model::{Kind, TableSpec};
use kyotsu::text::Language;
use scraper::ElementRef;

use super::page::{Page, around, below, has_class, target, words};
use super::{none, project, site};

/// Figures in running text: those of tables and drawings have their rows.
fn in_text(page: &Page) -> Vec<ElementRef<'_>> {
    let figures = page.all(".prose a.figure, .figures a.figure, .kinds a.figure").into_iter();
    let is_cell = |figure: &ElementRef<'_>| {
        around(*figure).any(|one| {
            (one.value().name() == "figure" && has_class(one, "table")) || has_class(one, "matrix")
        })
    };
    figures.filter(|figure| !is_cell(figure)).collect()
}

/// In the report places have other names; a handout is one sheet, and its figures lead to their rows.
fn is_for_paper(page: &Page) -> bool {
    page.path.ends_with("report/index.html") || page.path.ends_with("handout/index.html")
}

#[test]
fn every_figure_in_text_has_a_note_that_leads_back_to_it() {
    let faults = site().faults(|page| {
        if is_for_paper(page) {
            return Vec::new();
        }
        let notes = page.all(".notes li[id]");
        let figures = in_text(page);
        let uses = |note: &str| -> BTreeSet<String> {
            let leads = |one: &&ElementRef<'_>| {
                one.attr("href").and_then(|href| href.strip_prefix('#')) == Some(note)
            };
            let uses = page.all("a.figure[id]");
            let uses = uses.iter().filter(leads).filter_map(|one| one.attr("id"));
            uses.map(|id| format!("#{id}")).collect()
        };
        let mut faults = Vec::new();
        for figure in &figures {
            let href = figure.attr("href").unwrap_or_default();
            let note = notes.iter().find(|one| one.attr("id") == href.strip_prefix('#'));
            match note {
                None => faults.push(format!("{} leads to {href}", words(*figure))),
                Some(note) if !letters(*note).contains(&letters(*figure)) => {
                    faults.push(format!("{} is told as {}", words(*figure), words(*note)));
                }
                Some(_) => {}
            }
        }
        for note in &notes {
            let id = note.attr("id").unwrap_or_default();
            let back: BTreeSet<String> =
                hrefs(*note).filter(|href| href.starts_with("#f-")).map(str::to_owned).collect();
            if back.is_empty() || back != uses(id) {
                faults.push(format!("{id} leads back to {back:?}, not to {:?}", uses(id)));
            }
        }
        faults
    });
    none("figures without their note", faults);
    let noted = site().each_page(|page| vec![in_text(page).len()]);
    assert!(noted.iter().sum::<usize>() > 400, "figures were looked at");
}

#[test]
fn every_note_names_its_cell_and_says_what_it_says() {
    let tables = tables();
    none(
        "notes that say something else than their cell",
        site().faults(|page| if is_for_paper(page) { Vec::new() } else { notes(page, &tables) }),
    );
}

fn notes(page: &Page, tables: &BTreeMap<String, Rows>) -> Vec<String> {
    let mut faults = Vec::new();
    for note in page.all(".notes li[id]") {
        let told = words(note);
        let cell = hrefs(note).find_map(|href| row_link(page, href));
        let Some((table, Some(id))) = cell else {
            let counts = ["counted.", "数えたもの。"].iter().any(|word| told.contains(word));
            if cell.is_none() || !counts {
                faults.push(format!("no cell: {told}"));
            }
            continue;
        };
        let spec = named(&table).expect("a table");
        let Some(row) = tables[&table].get(&id) else {
            faults.push(format!("no row {id} in {table}: {told}"));
            continue;
        };
        let shown = words(below(note, "b")[0]);
        faults.extend(cell_fault(page, spec, row, &shown, &told));
        let doubtful =
            row.get("confidence").is_some_and(|one| !["", "clear"].contains(&one.as_str()));
        if doubtful == below(note, ".chip-doubt").is_empty() {
            faults.push(format!("how sure it is: {told}"));
        }
        let group = around(note).find(|one| has_class(*one, "note-group")).expect("a group");
        let passage = below(group, ".note-passage a")[0].attr("href").unwrap_or_default();
        let cited = cited(spec, row, &told, page.language());
        if !passage.ends_with(&format!("sources/index.html#c-{cited}")) {
            faults.push(format!("{cited} is not {passage}: {told}"));
        }
    }
    faults
}

/// What is wrong with a note about a cell: its column is not named, or its value is another one.
fn cell_fault(
    page: &Page,
    spec: &TableSpec,
    row: &BTreeMap<String, String>,
    shown: &str,
    told: &str,
) -> Option<String> {
    let language = page.language();
    if !told.contains(spec.label.get(language)) || !told.contains(&row["id"]) {
        return Some(format!("names neither table nor row: {told}"));
    }
    let named = column(spec, told, language);
    let Some(declared) = spec.columns.iter().find(|one| Some(one.name) == named) else {
        return Some(format!("names no column: {told}"));
    };
    let column = declared.name;
    let own = |name: &str| row.get(name).cloned().unwrap_or_default();
    let fits = match declared.kind {
        Kind::Words => shown == own(&format!("{column}_{}", language.code())),
        Kind::Code(list) => {
            let codes = list.iter().filter(|entry| entry.code == own(column));
            codes.into_iter().any(|entry| entry.label.get(language) == shown)
        }
        Kind::Yen(_) => is_amount(shown, &own(column)),
        Kind::Integer(_) | Kind::Decimal(_) => {
            digits(shown) == digits(&own(column)) || is_amount(shown, &own(column))
        }
        _ => shown.contains(&own(column)) || shown.contains(&own(column)[..4]),
    };
    (!fits).then(|| format!("{shown} is not {}: {told}", own(column)))
}

/// The column a note names.
fn column(spec: &TableSpec, told: &str, language: Language) -> Option<&'static str> {
    let quoted = |label: &str| match language {
        Language::Ja => format!("の「{label}」"),
        Language::En => format!("column “{label}”"),
    };
    let mut columns = spec.columns.iter();
    columns.find(|one| told.contains(&quoted(one.label.get(language)))).map(|one| one.name)
}

/// The citation of a cell, as the file has it.
fn cited(
    spec: &TableSpec,
    row: &BTreeMap<String, String>,
    told: &str,
    language: Language,
) -> String {
    let own = column(spec, told, language).map(|column| format!("{column}_source"));
    let own = own.and_then(|name| row.get(&name)).filter(|id| !id.is_empty());
    own.or(row.get("source")).cloned().unwrap_or_default()
}

fn digits(text: &str) -> String {
    let text: String =
        text.chars().filter(|letter| letter.is_ascii_digit() || *letter == '.').collect();
    text.trim_end_matches('.').to_owned()
}

/// Whether an amount in a unit is so many yen, rounded to the last place that is shown.
fn is_amount(shown: &str, yen: &str) -> bool {
    const UNITS: [(&str, i128); 9] = [
        ("百万円", 1_000_000),
        ("千円", 1_000),
        ("億円", 100_000_000),
        ("兆円", 1_000_000_000_000),
        ("円", 1),
        (" thousand yen", 1_000),
        (" million yen", 1_000_000),
        (" billion yen", 1_000_000_000),
        (" trillion yen", 1_000_000_000_000),
    ];
    let one = UNITS.iter().find(|(unit, _)| shown.ends_with(unit)).map_or(1, |(_, one)| *one);
    let number = digits(shown);
    let places = number.split_once('.').map_or(0, |(_, behind)| behind.len() as u32);
    let scaled: i128 = number.replace('.', "").parse().expect("a number");
    let Ok(yen) = digits(yen).parse::<i128>() else { return false };
    let step = one / 10_i128.pow(places);
    (scaled * step - yen).abs() * 2 <= if places == 1 { step } else { 0 }
}

#[test]
fn every_row_of_a_table_leads_to_its_row_in_data_and_from_there_to_its_passage() {
    let passages: BTreeMap<(String, String), bool> = site()
        .each_page(|page| {
            let Some(table) = data_table(page) else { return Vec::new() };
            let rows = page.all("main tr[id]").into_iter();
            let cites = |row: ElementRef<'_>| {
                let links = below(row, ".cited a");
                let mut hrefs = links.iter().filter_map(|link| link.attr("href"));
                hrefs.any(|href| href.contains("sources/index.html#c-"))
            };
            let id = |row: ElementRef<'_>| row.attr("id").unwrap_or_default().to_owned();
            rows.map(|row| ((table.clone(), id(row)), cites(row))).collect()
        })
        .into_iter()
        .collect();
    let count = std::sync::atomic::AtomicUsize::new(0);
    // A comparison is no row of a table; it cites for itself.
    let is_compared =
        |link: &ElementRef<'_>| around(*link).any(|one| has_class(one, "reconciliation"));
    let faults = site().faults(|page| {
        let links = page.all("main td.cited a[href]").into_iter();
        let links = links.filter(|link| data_table(page).is_none() && !is_compared(link));
        let hrefs = links.filter_map(|link| link.attr("href"));
        // A table beside a page has no rows in `data`; its file is what it cites.
        let hrefs = hrefs.filter(|href| !href.ends_with(".csv"));
        let wrong = hrefs.filter(|href| {
            count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            match row_link(page, href) {
                Some((table, Some(row))) => passages.get(&(table, row)) != Some(&true),
                // A bar that adds up several rows leads to their table.
                Some((_, None)) => false,
                None => true,
            }
        });
        wrong.map(str::to_owned).collect()
    });
    none("rows that do not lead to their row in data", faults);
    assert!(count.into_inner() > 1000, "rows were looked at");
}

#[test]
fn what_is_unsure_is_marked_where_its_row_stands() {
    let tables = tables();
    let faults = site().faults(|page| {
        let Some(table) = data_table(page) else { return Vec::new() };
        let rows = page.all("main tr[id]").into_iter();
        let wrong = rows.filter(|row| {
            let id = row.attr("id").unwrap_or_default();
            let confidence = tables[&table][id].get("confidence").map(String::as_str);
            let doubtful = confidence.is_some_and(|one| !["", "clear"].contains(&one));
            doubtful == below(*row, ".chip-doubt").is_empty()
        });
        wrong.map(words).collect()
    });
    none("rows whose reading is not marked", faults);
}

#[test]
fn every_passage_leads_back_to_what_cites_it() {
    let mut citing: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for (table, rows) in tables() {
        for (id, row) in rows {
            let sources =
                row.iter().filter(|(name, _)| *name == "source" || name.ends_with("_source"));
            for (_, cited) in sources.filter(|(_, cited)| !cited.is_empty()) {
                citing.entry((cited.clone(), table.clone())).or_default().insert(id.clone());
            }
        }
    }
    assert!(citing.len() > 200);
    for path in ["sources/index.html", "en/sources/index.html"] {
        let page = site().page(path);
        let passages = page.all(".passages > li");
        let mut faults = Vec::new();
        for ((cited, table), rows) in &citing {
            let id = format!("c-{cited}");
            let passage =
                passages.iter().find(|one| one.attr("id") == Some(id.as_str())).expect("a passage");
            let linked: BTreeSet<String> = hrefs(*passage)
                .filter_map(|href| row_link(&page, href))
                .filter(|(one, _)| one == table)
                .map(|(_, row)| row.unwrap_or_default())
                .collect();
            let whole = BTreeSet::from([String::new()]);
            if linked != *rows && (linked != whole || rows.len() <= 3) {
                faults.push(format!("{cited}: {table} {rows:?}, not {linked:?}"));
            }
        }
        none(path, faults);
    }
}

#[test]
fn the_list_of_sources_is_not_heavier_than_it_must_be() {
    for path in ["sources/index.html", "en/sources/index.html"] {
        let size = site().files[path].len();
        assert!(size < 95_000, "{path}: {size} bytes");
    }
}

/// An element's text without white space.
fn letters(element: ElementRef<'_>) -> String {
    element.text().flat_map(str::split_whitespace).collect()
}

fn hrefs<'a>(element: ElementRef<'a>) -> impl Iterator<Item = &'a str> {
    below(element, "a[href]").into_iter().filter_map(|link| link.value().attr("href"))
}

/// The table of a page of `data`.
fn data_table(page: &Page) -> Option<String> {
    let table = page.route().strip_prefix("data/")?.strip_suffix("/index.html")?;
    named(table).map(|spec| spec.name.to_owned())
}

/// The table and row of `data` a link leads to.
fn row_link(page: &Page, href: &str) -> Option<(String, Option<String>)> {
    let (path, row) = target(&page.path, href).ok()?;
    let route = path.strip_prefix("en/").unwrap_or(&path);
    let table = route.strip_prefix("data/")?.strip_suffix("/index.html")?;
    Some((table.to_owned(), row))
}

/// The rows of a table by id, each by its headers.
type Rows = BTreeMap<String, BTreeMap<String, String>>;

fn tables() -> BTreeMap<String, Rows> {
    let snapshot = project::snapshot();
    let files = snapshot.below("data").filter(|(path, _)| path.extension() == "csv");
    let tables = files.map(|(path, bytes)| {
        let mut reader = csv::Reader::from_reader(&bytes[..]);
        let headers = reader.headers().unwrap().clone();
        let rows = reader.records().map(|row| {
            let row = row.unwrap();
            let cells = headers.iter().zip(&row);
            let cells = cells.map(|(name, text)| (name.to_owned(), text.to_owned()));
            (row[0].to_owned(), cells.collect())
        });
        (path.file_name().trim_end_matches(".csv").to_owned(), rows.collect())
    });
    tables.collect()
}
