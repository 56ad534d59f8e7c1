//! Terms in running text: the first use on a page is linked, and no other. What should be linked is
//! found here again, from the words of the finished page and the file of terms.

use std::collections::BTreeSet;

use kyotsu::text::{Language, is_japanese};
use scraper::{ElementRef, Node};

use super::page::{Page, has_class, target, texts, words};
use super::{none, project, site};

/// What running text is not.
const APART: [&str; 13] = [
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "a",
    "code",
    "pre",
    "blockquote",
    "table",
    "figure",
    "form",
    "svg",
];

struct Term {
    id: String,
    forms: Vec<String>,
    is_told: bool,
}

/// The terms as a language writes them.
fn terms(language: Language) -> Vec<Term> {
    let bytes = std::fs::read(project::root().join("data/glossary.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(&bytes[..]);
    let headers = reader.headers().unwrap().clone();
    let rows = reader.records().map(|row| {
        let row = row.unwrap();
        let cell = |name: &str| row[headers.iter().position(|one| one == name).unwrap()].to_owned();
        let written = cell(&format!("term_{}", language.code()));
        Term {
            id: cell("id"),
            forms: forms(&written, language),
            is_told: !cell("meaning_ja").is_empty(),
        }
    });
    rows.collect()
}

fn forms(written: &str, language: Language) -> Vec<String> {
    let written = written.replace('（', "(").replace('）', ")");
    let mut parts = written.split(['(', ')']).map(str::trim);
    let mut forms = vec![parts.next().unwrap_or_default().to_owned()];
    let short = parts.next().filter(|short| {
        short.len() > 1 && short.chars().all(|one| "-".contains(one) || one.is_ascii_uppercase())
    });
    forms.extend(short.map(str::to_owned));
    if language == Language::En {
        forms.retain(|form| form.len() > 6 || form.contains(' ') || *form != form.to_lowercase());
        let plural = |form: &String| match form.strip_suffix('y') {
            Some(stem) => format!("{stem}ies"),
            None => format!("{form}s"),
        };
        let plurals: Vec<String> = forms.iter().map(plural).collect();
        forms.extend(plurals);
    }
    forms
}

/// A stretch of running text, with the links that stand in it: where, and to which term.
#[derive(Default)]
struct Run {
    text: String,
    links: Vec<(usize, String)>,
}

fn runs(page: &Page) -> Vec<Run> {
    let mut runs = vec![Run::default()];
    for prose in page.all(".prose") {
        read(page, prose, &mut runs);
    }
    runs
}

fn read(page: &Page, element: ElementRef<'_>, runs: &mut Vec<Run>) {
    for child in element.children() {
        let Some(inner) = ElementRef::wrap(child) else {
            if let Node::Text(text) = child.value() {
                runs.last_mut().unwrap().text.push_str(text);
            }
            continue;
        };
        if has_class(inner, "term-link") {
            let run = runs.last_mut().unwrap();
            let (_, place) = target(&page.path, inner.attr("href").unwrap()).unwrap();
            let id = place.unwrap().strip_prefix("t-").unwrap().to_owned();
            run.links.push((run.text.len(), id));
            run.text.push_str(&inner.text().collect::<String>());
            continue;
        }
        runs.push(Run::default());
        let apart = APART.contains(&inner.value().name()) || has_class(inner, "notice-title");
        if !apart {
            read(page, inner, runs);
        }
        runs.push(Run::default());
    }
}

/// What should be linked: each term at its first use, where no longer term stands.
fn expected(runs: &[Run], terms: &[Term], language: Language) -> Vec<(usize, usize, String)> {
    let mut linked = BTreeSet::new();
    let mut expected = Vec::new();
    for (number, run) in runs.iter().enumerate() {
        let mut at = 0;
        while at < run.text.len() {
            let here = terms.iter().flat_map(|term| {
                term.forms
                    .iter()
                    .filter(|form| stands(&run.text, at, form, language))
                    .map(move |form| (form.len(), term))
            });
            match here.max_by_key(|(length, _)| *length) {
                Some((length, term)) => {
                    if term.is_told && linked.insert(term.id.clone()) {
                        expected.push((number, at, term.id.clone()));
                    }
                    at += length;
                }
                None => at += run.text[at..].chars().next().unwrap().len_utf8(),
            }
        }
    }
    expected
}

fn stands(text: &str, at: usize, form: &str, language: Language) -> bool {
    let Some(found) = text[at..].get(..form.len()) else { return false };
    let large = || {
        let mut letters = form.chars();
        let first = letters.next().unwrap().to_uppercase().collect::<String>();
        format!("{first}{}", letters.as_str())
    };
    let same = found == form
        || language == Language::En && form == form.to_lowercase() && found == large();
    let kind = |letter: Option<char>| match letter {
        Some(letter @ ('ァ'..='ヺ' | 'ー')) => Some(('k', letter)),
        Some(letter) if !is_japanese(letter) && (letter.is_alphanumeric() || letter == '-') => {
            Some(('l', letter))
        }
        _ => None,
    };
    let joined = |a: Option<char>, b: Option<char>| {
        kind(a).zip(kind(b)).is_some_and(|((a, _), (b, _))| a == b)
    };
    same && !joined(text[..at].chars().next_back(), form.chars().next())
        && !joined(form.chars().next_back(), text[at + form.len()..].chars().next())
}

#[test]
fn the_first_use_of_a_term_is_linked_and_no_other() {
    let known = [terms(Language::Ja), terms(Language::En)];
    let faults = site().faults(|page| {
        // The report holds many pages, each with its own first use.
        if page.path.ends_with("report/index.html") {
            return Vec::new();
        }
        let runs = runs(page);
        let actual: Vec<(usize, usize, String)> = runs
            .iter()
            .enumerate()
            .flat_map(|(number, run)| {
                run.links.iter().map(move |(at, id)| (number, *at, id.clone()))
            })
            .collect();
        let language = page.language();
        let known = &known[usize::from(language == Language::En)];
        let expected = match page.route() {
            "glossary/index.html" => Vec::new(),
            _ => expected(&runs, known, language),
        };
        match actual == expected {
            true => Vec::new(),
            false => vec![format!("{actual:?} is not {expected:?}")],
        }
    });
    none("terms that are not linked once", faults);
    let linked =
        site().each_page(|page| page.all("a.term-link").iter().map(|one| words(*one)).collect());
    assert!(linked.len() > 100, "{} terms are linked", linked.len());
}

#[test]
fn the_glossary_is_in_order_and_says_all_of_every_term() {
    let all = terms(Language::Ja);
    for (path, headings) in
        [("glossary/index.html", "あかさたなはまやらわ"), ("en/glossary/index.html", "")]
    {
        let page = site().page(path);
        let found = page.all(".term[id]");
        assert_eq!(found.len(), all.len());
        let silent = found.iter().filter(|term| {
            let below = |selector| super::page::below(**term, selector);
            below("dfn").len() != 1
                || below(".reading").len() != 1
                || below(".chip").len() != 1
                || below(".term-other").len() != 1
        });
        none("terms that say too little", silent.map(|term| words(*term)).collect());
        let titles = texts(&page, "h2[id^='terms-']");
        let jumps = texts(&page, ".jumps a");
        assert_eq!(titles, jumps);
        match headings {
            "" => {
                let names: Vec<String> =
                    page.all("dfn").into_iter().map(|name| words(name).to_lowercase()).collect();
                assert!(names.is_sorted(), "{names:?}");
            }
            rows => {
                let rows: Vec<String> = rows.chars().map(|row| format!("{row}行")).collect();
                let mut left = rows.iter();
                assert!(titles.iter().all(|title| left.any(|row| row == title)), "{titles:?}");
            }
        }
    }
}
