//! No figure without its source: a numeral on a page leads to its citation, its calculation or the
//! parameter of the method, or is on the short list of numerals that are no figures.

use std::collections::BTreeSet;

use kyotsu::text::Language;
use scraper::{ElementRef, Node, Selector};

use super::allowed::{Allowed, is_digit};
use super::page::{Page, around, below, selected, target};
use super::{none, site};

/// Where a figure may lead.
const GROUNDS: [&str; 5] = ["sources", "data", "discrepancies", "process", "criteria"];

/// Where an area's page lists the pieces that its counts count: all, of a question, of a test.
const OF_AN_AREA: [&str; 3] = ["questions", "question-", "test-"];

/// Where the page of gaps lists the areas it counts.
const OF_A_GAP: &str = "gap-";

/// Where a parameter of the method stands, with its basis.
const PARAMETER: &str = "#parameter-";

/// Where the note on a figure stands on the figure's own page.
const NOTE: &str = "f-";

/// What may be cited as one: a link in it speaks for all its figures. A table is not among them;
/// what it cites as a whole is true of its heading, and each row cites for itself.
/// A note says for itself where its figure comes from.
const CITED: &str = "figure[data-source], tr:has(> .cited a), .notes .note-passage, .notes li";

/// Words that make a figure of a kanji numeral before them.
const COUNTED: [&str; 17] = [
    "億",
    "万",
    "兆",
    "件",
    "団体",
    "％",
    "%",
    "割",
    "種類",
    "都道府県",
    "市町村",
    "自治体",
    "業務",
    "システム",
    "事業",
    "分野",
    "円",
];

#[test]
fn every_figure_leads_to_where_it_comes_from() {
    let allowed = Allowed::read();
    none("figures without a source", site().faults(|page| bare(page, &allowed)));
}

#[test]
fn the_list_of_exceptions_has_only_what_is_needed() {
    let allowed = Allowed::read();
    let used: BTreeSet<String> =
        site().each_page(|page| exceptions(page, &allowed)).into_iter().collect();
    let patterns = allowed.words.iter().flat_map(|words| &words.patterns);
    let all = patterns.chain(allowed.part.iter().map(|part| &part.selector));
    none("exceptions nobody needs", all.filter(|one| !used.contains(*one)).cloned().collect());
}

/// The exceptions a page makes use of.
fn exceptions(page: &Page, allowed: &Allowed) -> Vec<String> {
    let mut used = Vec::new();
    for run in runs(page, allowed) {
        let patterns = run.numerals().into_iter();
        let patterns = patterns.filter_map(|at| allowed.pattern(&run.text, at, page.language()));
        used.extend(patterns.map(str::to_owned));
    }
    let parts = allowed.part.iter().map(|part| &part.selector);
    used.extend(parts.filter(|selector| !page.all(selector).is_empty()).cloned());
    used
}

#[test]
fn what_says_that_it_has_a_source_shows_it() {
    none(
        "parts with a source that cannot be followed",
        site().faults(|page| {
            let parts = page.all("[data-source]").into_iter();
            let wrong = parts.filter(|part| {
                let named = part.attr("data-source").unwrap_or_default();
                !is_ground(page, named) || !(has_ground(page, *part) || is_in(*part, named))
            });
            wrong.map(|part| part.html().chars().take(160).collect()).collect()
        }),
    );
}

/// Whether an element stands in the place it names, as a quotation does in its passage.
fn is_in(element: ElementRef<'_>, named: &str) -> bool {
    let id = named.strip_prefix('#');
    around(element).any(|element| id.is_some() && element.attr("id") == id)
}

/// The figures of a page that lead nowhere, each with the words around it.
fn bare(page: &Page, allowed: &Allowed) -> Vec<String> {
    let mut bare = Vec::new();
    for run in runs(page, allowed) {
        for (start, end) in run.numerals() {
            let excused = run.cited[start..end].iter().all(|cited| *cited)
                || allowed.pattern(&run.text, (start, end), page.language()).is_some();
            if !excused {
                bare.push(run.around(start, end));
            }
        }
    }
    bare
}

/// Text that is read in one go, and for each letter whether it is spoken for.
#[derive(Default)]
struct Run {
    text: Vec<char>,
    cited: Vec<bool>,
}

impl Run {
    fn push(&mut self, text: &str, cited: bool) {
        for letter in text.chars() {
            self.text.push(if letter.is_whitespace() { ' ' } else { letter });
            self.cited.push(cited);
        }
    }

    /// Where numerals stand: digits with what joins them, and kanji before what they count.
    fn numerals(&self) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.text.len() {
            let end = self.digits(at).or_else(|| self.kanji(at));
            found.extend(end.map(|end| (at, end)));
            at = end.unwrap_or(at + 1);
        }
        found
    }

    fn digits(&self, start: usize) -> Option<usize> {
        let digit = |at: usize| self.text.get(at).is_some_and(|letter| is_digit(*letter));
        let joins = |at: usize| matches!(self.text.get(at), Some(',' | '.' | '，' | '．'));
        let mut end = start;
        while digit(end) || (end > start && joins(end) && digit(end + 1)) {
            end += 1;
        }
        (end > start).then_some(end)
    }

    fn kanji(&self, start: usize) -> Option<usize> {
        let rest = &self.text[start..];
        let count =
            rest.iter().take_while(|letter| "〇一二三四五六七八九十百千".contains(**letter));
        let count = count.count();
        let behind: String = rest[count..].iter().take(4).collect();
        let counts = COUNTED.iter().any(|word| behind.starts_with(word));
        (count > 0 && counts).then_some(start + count)
    }

    fn around(&self, start: usize, end: usize) -> String {
        let part = |from: usize, to: usize| self.text[from..to].iter().collect::<String>();
        let (from, to) = (start.saturating_sub(24), (end + 24).min(self.text.len()));
        format!("{}[{}]{}", part(from, start), part(start, end), part(end, to))
    }
}

/// What is read in `main` and in every drawing.
fn runs(page: &Page, allowed: &Allowed) -> Vec<Run> {
    let parts: Vec<Selector> = allowed.part.iter().map(|part| selected(&part.selector)).collect();
    let mut reader = Reader { page, cited: selected(CITED), parts, runs: vec![Run::default()] };
    for start in page.all("main, svg") {
        let inside = start.ancestors().filter_map(ElementRef::wrap);
        if !inside.into_iter().any(|around| around.value().name() == "main") {
            reader.element(start, false);
        }
    }
    reader.runs
}

/// Elements that do not end what is read in one go.
const WITHIN_A_LINE: [&str; 19] = [
    "a", "span", "b", "strong", "em", "i", "u", "s", "code", "sub", "sup", "q", "cite", "abbr",
    "small", "tspan", "time", "mark", "data",
];

struct Reader<'a> {
    page: &'a Page,
    cited: Selector,
    parts: Vec<Selector>,
    runs: Vec<Run>,
}

impl Reader<'_> {
    fn element(&mut self, element: ElementRef<'_>, spoken_for: bool) {
        let name = element.value().name();
        let breaks = !WITHIN_A_LINE.contains(&name);
        let cited = self.speaks(element, spoken_for);
        if breaks {
            self.runs.push(Run::default());
        }
        for child in element.children() {
            match (child.value(), ElementRef::wrap(child)) {
                (_, Some(inner)) if !matches!(inner.value().name(), "script" | "style") => {
                    self.element(inner, cited);
                }
                (Node::Text(text), _) => self.runs.last_mut().unwrap().push(text, cited),
                _ => {}
            }
        }
        if breaks {
            self.runs.push(Run::default());
        }
    }

    /// Whether the numerals of an element are spoken for.
    fn speaks(&self, element: ElementRef<'_>, already: bool) -> bool {
        let around = already && (element.value().name() != "tbody" || is_example(element));
        let leads = element.attr("href").is_some_and(|href| is_ground(self.page, href));
        let cited = self.cited.matches(&element) && has_ground(self.page, element);
        let cited = cited || is_parameter(element);
        around || leads || cited || self.parts.iter().any(|part| part.matches(&element))
    }
}

fn has_ground(page: &Page, element: ElementRef<'_>) -> bool {
    let links = below(element, "a[href]").into_iter().filter_map(|link| link.attr("href"));
    links.into_iter().any(|href| is_ground(page, href))
}

/// Whether an element stands in a fictitious example, which is marked as such as a whole.
fn is_example(element: ElementRef<'_>) -> bool {
    let marked = selected("figure.example[data-source]");
    around(element).any(|around| marked.matches(&around))
}

/// Whether an element is what a parameter says of itself, in its place on the page of the method.
fn is_parameter(element: ElementRef<'_>) -> bool {
    // In the report the chapter's name stands before it.
    let is_one = |named: &&str| named.starts_with(PARAMETER) || named.contains("--parameter-");
    let named = element.attr("data-source").filter(is_one);
    named.is_some_and(|named| is_in(element, named))
}

/// Whether a link leads to a citation, a table, a calculation or a place on the same page.
fn is_ground(page: &Page, href: &str) -> bool {
    let from = &page.path;
    let Ok((path, place)) = target(from, href) else {
        return false;
    };
    if path == *from && place.as_deref().is_some_and(|place| place.starts_with(NOTE)) {
        return is_note(page, href);
    }
    let route = path.strip_prefix("en/").unwrap_or(&path);
    let section = route.split('/').next().unwrap_or_default();
    let is_listed = |starts: &[&str]| {
        place.as_deref().is_some_and(|place| starts.iter().any(|start| place.starts_with(start)))
    };
    let calculated = match section {
        "areas" => is_listed(&OF_AN_AREA),
        "evidence-gaps" => is_listed(&[OF_A_GAP]),
        _ => false,
    };
    let on_page = path == *from && place.is_some_and(|place| place != "main" && place != "top");
    calculated || on_page || (GROUNDS.contains(&section) && path != *from)
}

/// Whether a link leads to a note that leads on: into `data`, and if it is no count to a passage.
fn is_note(page: &Page, href: &str) -> bool {
    let leads = |element: ElementRef<'_>, section: &str| {
        let links = below(element, "a[href]").into_iter().filter_map(|link| link.attr("href"));
        let targets = links.filter_map(|href| target(&page.path, href).ok()).collect::<Vec<_>>();
        targets.into_iter().any(|(path, place)| {
            let route = path.strip_prefix("en/").unwrap_or(&path);
            let is_there = route.starts_with(&format!("{section}/")) && path != page.path;
            is_there && (place.is_some() || section == "data")
        })
    };
    let notes = page.all(".notes li[id]").into_iter();
    let mut notes = notes.filter(|note| note.attr("id") == href.strip_prefix('#'));
    notes.any(|note| {
        let group = around(note).find(|around| around.value().name() == "div");
        let counted = below(note, "a[href*='#']")
            .iter()
            .all(|link| link.attr("href").is_some_and(|href| href.starts_with('#')));
        leads(note, "data") && (counted || group.is_some_and(|group| leads(group, "sources")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(path: &str, main: &str) -> Vec<String> {
        let html = format!("<html><body><main id=main>{main}</main></body></html>");
        bare(&Page::read(path, html.as_bytes()), &Allowed::read())
    }

    #[test]
    fn a_bare_numeral_is_found_wherever_it_stands() {
        for text in ["43", "４３", "四十三団体", "約三割", "1,741", "0.5", "百億円", "千件"]
        {
            for (start, end) in [
                ("<p>全国で", "です</p>"),
                ("<table><tbody><tr><td>", "</td></tr></tbody></table>"),
                ("<figure><svg><text>", "</text></svg></figure>"),
                ("<svg><title>", "</title></svg>"),
                ("<p><a href='../areas/index.html'>", "</a></p>"),
                ("<p><a href='../areas/library/index.html#kinds-title'>", "</a></p>"),
                ("<figure data-source='#parameter-rates'>", "</figure>"),
                ("<div id=rates><figure data-source='#rates'>", "</figure></div>"),
                ("<p><a href='https://a.jp/sources/index.html'>", "</a></p>"),
                ("<figure data-source='../sources/index.html#c'>", "</figure>"),
            ] {
                for path in ["costs/index.html", "en/costs/index.html"] {
                    let found = told(path, &format!("{start}{text}{end}"));
                    assert_eq!(found.len(), 1, "{path} {start}{text}{end}: {found:?}");
                }
            }
        }
    }

    #[test]
    fn a_numeral_is_found_across_elements() {
        assert_eq!(told("a/index.html", "<p><b>四十</b><span>三団体</span>").len(), 1);
        assert_eq!(told("a/index.html", "<p>4<a href='#c'>3</a>").len(), 1);
    }

    #[test]
    fn a_drawing_outside_the_text_is_read_too() {
        let html = "<body><header><svg><text>43</text></svg></header><main></main>";
        let page = Page::read("index.html", html.as_bytes());
        assert_eq!(bare(&page, &Allowed::read()), ["[43]"]);
    }

    #[test]
    fn a_cited_numeral_is_no_fault() {
        for main in [
            "<p><a href='../sources/index.html#c-x'>43</a>団体</p>",
            "<p><a href='../data/kinds/index.html#x'><span>43</span>団体</a></p>",
            "<p><a href='#r-sum'>四十三団体</a></p>",
            "<p><a href='../areas/library/index.html#question-N1'>43件</a></p>",
            "<p><a href='../areas/library/index.html#test-need'>43件</a></p>",
            "<p><a href='../evidence-gaps/index.html#gap-N1'>43領域</a></p>",
            "<div id=parameter-rates><figure data-source='#parameter-rates'>1万分の43</figure></div>",
            "<table><tbody><tr><td>43</td><td class=cited><a href='../sources/index.html#c'>行",
            "<figure data-source='../sources/index.html#c'><svg><text>43</text></svg><a href='../process/index.html#p'>式",
        ] {
            assert_eq!(told("costs/index.html", main), Vec::<String>::new(), "{main}");
        }
    }

    #[test]
    fn a_note_speaks_for_its_figure_if_it_leads_on() {
        let page = |group: &str, note: &str| {
            format!(
                "<p><a href='#f-1'>43</a></p><section class=notes><div>{group}\
                 <li id=f-1>{note}<a href='#f-1-1'>本文</a></li></div></section>"
            )
        };
        let passage = "<p class=note-passage><a href='../sources/index.html#c'>151行</a></p>";
        let cell = "<b>43</b><a href='../data/kinds/index.html#a'>行</a>";
        let table = "<b>43</b><a href='../data/kinds/index.html'>表</a>";
        let none: Vec<String> = Vec::new();
        assert_eq!(told("costs/index.html", &page(passage, cell)), none);
        assert_eq!(told("costs/index.html", &page("", table)), none);
        assert_eq!(told("costs/index.html", &page("", cell)), ["[43]"], "no passage");
        assert_eq!(told("costs/index.html", &page(passage, "<b>43</b>")).len(), 2, "no cell");
        assert_eq!(told("costs/index.html", "<p id=f-1><a href='#f-1'>43</a>"), ["[43]"]);
    }

    #[test]
    fn a_table_s_citation_does_not_speak_for_its_rows() {
        let table = "<table><caption>n=47</caption><tbody><tr><td>43</td></tr></tbody></table>";
        let source = "<a href='../sources/index.html#c'>出典</a>";
        let main =
            format!("<figure data-source='../sources/index.html#c'>{table}{source}</figure>");
        assert_eq!(told("costs/index.html", &main), ["[43]"]);
    }

    #[test]
    fn numerals_that_are_no_figures_pass() {
        for main in ["2024年4月12日の第2回", "2019年度", "基準3のSTEP2", "Society 5.0"] {
            assert_eq!(told("costs/index.html", main), Vec::<String>::new(), "{main}");
        }
        for main in ["12 April 2024", "fiscal year 2019", "criterion 3 and STEP2"] {
            assert_eq!(told("en/costs/index.html", main), Vec::<String>::new(), "{main}");
        }
    }

    #[test]
    fn words_with_a_kanji_numeral_are_no_figures() {
        for main in ["一部の団体", "統一的な業務", "十分な検討", "第三者", "一元化された分野"]
        {
            assert_eq!(told("costs/index.html", main), Vec::<String>::new(), "{main}");
        }
        assert_eq!(Allowed::read().pattern(&['4', '3'], (0, 2), Language::Ja), None);
    }
}
