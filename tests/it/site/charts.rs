//! A drawing says what the table under it says: not a number more, less or other.

use scraper::ElementRef;

use super::page::{Page, around, below, has_class, texts, words};
use super::{none, site};

#[test]
fn a_drawing_and_its_table_say_the_same() {
    let titles = |page: &Page| texts(page, "svg.chart > title");
    let drawings: Vec<String> = site().each_page(titles);
    assert!(drawings.len() > 10, "{drawings:?}");
    none("drawings that differ from their tables", site().faults(chart_faults));
}

fn chart_faults(page: &Page) -> Vec<String> {
    let mut faults = Vec::new();
    for drawing in page.all("svg.chart") {
        let figure = around(drawing).skip(1).find(|element| has_class(*element, "chart"));
        let tables = figure.map(|figure| below(figure, "table")).unwrap_or_default();
        let told = match tables.as_slice() {
            _ if has_class(drawing, "chart-process") => steps_missing(page, drawing),
            [table] => differences(drawing, *table),
            tables => vec![format!("{} tables", tables.len())],
        };
        let title = below(drawing, "title").first().map(|title| words(*title)).unwrap_or_default();
        faults.extend(told.into_iter().map(|fault| format!("「{title}」 {fault}")));
    }
    faults
}

/// The steps of the process are no table: they stand under it in full.
fn steps_missing(page: &Page, drawing: ElementRef<'_>) -> Vec<String> {
    let drawn = below(drawing, "text").into_iter().map(pressed).collect::<String>();
    let steps =
        page.all(".step > h2, .chapter .step > h3").into_iter().map(pressed).collect::<String>();
    if drawn == steps { Vec::new() } else { vec![format!("{drawn:?} is not {steps:?}")] }
}

fn differences(drawing: ElementRef<'_>, table: ElementRef<'_>) -> Vec<String> {
    let mut told = Vec::new();
    let drawn = Drawn::of(drawing);
    let heads = cells(table, "thead th:not(.cited)");
    let names = cells(table, "tbody th");
    let values = cells(table, "tbody td:not(.cited)");
    let is_words = drawn.values.is_empty() && !values.iter().any(|value| is_number(value));
    if !is_words {
        let (mut in_drawing, mut in_table) = (drawn.values, values.clone());
        in_drawing.sort();
        in_table.sort();
        if in_drawing != in_table {
            told.push(format!("draws {in_drawing:?}, lists {in_table:?}"));
        }
    }
    let series = heads.iter().map(|head| without_unit(head).to_owned());
    let mut known: Vec<String> = series.chain(heads.clone()).chain(names.clone()).collect();
    known.extend(values);
    let joined = drawn.words.concat();
    let missing = names.iter().filter(|name| !joined.contains(*name));
    told.extend(missing.map(|name| format!("does not draw {name:?}")));
    known.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let rest = known.iter().fold(joined, |rest, word| rest.replace(word, "\n"));
    let left = rest.split('\n').filter(|left| !left.is_empty());
    told.extend(left.map(|left| format!("draws {left:?}, which the table does not say")));
    told
}

/// A head as a legend has it: 「割合（％）」 is 「割合」.
fn without_unit(head: &str) -> &str {
    head.trim_end_matches([')', '）']).rsplit_once(['(', '（']).map_or(head, |(name, _)| name)
}

/// What is written in a drawing, without the scale.
struct Drawn {
    values: Vec<String>,
    words: Vec<String>,
}

impl Drawn {
    fn of(drawing: ElementRef<'_>) -> Self {
        let mut drawn = Self { values: Vec::new(), words: Vec::new() };
        for text in below(drawing, "text") {
            let mut around = text.ancestors().filter_map(ElementRef::wrap);
            let in_class = |class: &str| around.clone().any(|one| has_class(one, class));
            let (ticks, missing) = (in_class("ticks"), in_class("no-data"));
            if ticks || has_class(text, "unit") || around.next().is_none() {
                continue;
            }
            match has_class(text, "value") || missing {
                true => drawn.values.push(pressed(text)),
                false => drawn.words.push(pressed(text)),
            }
        }
        drawn
    }
}

/// The cells of a table as they are, without the remarks of the page.
fn cells(table: ElementRef<'_>, selector: &str) -> Vec<String> {
    let cells = below(table, selector).into_iter().map(|cell| {
        let remarks = below(cell, ".cell-note, .chip").into_iter().map(pressed);
        remarks.fold(pressed(cell), |text, remark| text.replacen(&remark, "", 1))
    });
    cells.collect()
}

/// A text without white space, which a new line swallows.
fn pressed(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect()
}

fn is_number(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit())
}

#[test]
fn a_number_more_less_or_other_is_seen() {
    let told = |values: &[&str], cells: &[&str]| {
        let drawn = |value: &&str| format!("<text class='value'>{value}</text>");
        let row = |value: &&str| format!("<tr><th scope=row>校務</th><td>{value}</td></tr>");
        let html = format!(
            "<main><figure class=chart><svg class=chart><title>図</title>\
             <g class=ticks><text>50</text></g><text>校</text><text>務</text>{}</svg>\
             <table><thead><tr><th>種類</th><th>数</th></tr></thead><tbody>{}</tbody></table>",
            values.iter().map(drawn).collect::<String>(),
            cells.iter().map(row).collect::<String>(),
        );
        chart_faults(&Page::read("index.html", html.as_bytes()))
    };
    assert_eq!(told(&["43"], &["43"]), Vec::<String>::new());
    for (values, cells) in
        [(["43"].as_slice(), ["42"].as_slice()), (&["43", "43"], &["43"]), (&["43"], &["43", "1"])]
    {
        assert_eq!(told(values, cells).len(), 1, "{values:?} {cells:?}");
    }
}
