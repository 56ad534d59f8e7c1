//! What a reader goes through on a finished page: stretches of words, rows of tables, drawings.
//!
//! Whatever stands between two ends of blocks is one stretch, so no theme need be known.

use super::markup::{Kind, Token, attribute, attributes, reference, tokens};
use crate::text::unescaped;

/// What differs is marked by it, and what this module adds is known by it.
pub const MARK: &str = "data-review";

/// The main part of a page.
pub struct Page<'a> {
    pub elements: Vec<Element<'a>>,
    pub items: Vec<Item>,
    /// where the inside of the main part begins and ends
    pub inside: (usize, usize),
}

/// An element, with the bytes it stands at.
#[derive(Debug)]
pub struct Element<'a> {
    pub name: &'a str,
    pub id: Option<&'a str>,
    pub parent: Option<usize>,
    pub start: usize,
    pub end: usize,
}

/// Something that is compared as one thing.
#[derive(Debug)]
pub struct Item {
    pub form: Form,
    /// the block around a stretch, the row or the drawing
    pub element: usize,
    /// what it says: equal items are equal here
    pub text: String,
    /// its words; a row has a stretch for each cell at least, a drawing none
    pub runs: Vec<Run>,
}

/// What kind of thing it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    Run,
    Row,
    Drawing,
}

/// A stretch of words within one block.
#[derive(Debug)]
pub struct Run {
    /// the block
    pub element: usize,
    /// the cell, in a row
    pub cell: Option<usize>,
    pub words: Vec<Word>,
    /// where it begins, and where one is outside of all that is inline in it
    pub start: usize,
    pub end: usize,
}

/// A word, a number, a blank or a single sign.
#[derive(Debug)]
pub struct Word {
    pub text: String,
    pub start: usize,
    pub end: usize,
}

impl Run {
    /// Its words as they are read.
    pub fn text(&self) -> String {
        self.words.iter().map(|word| word.text.as_str()).collect()
    }
}

/// Elements that are part of a line.
const INLINE: [&str; 36] = [
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img",
    "input", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong",
    "sub", "sup", "time", "u", "var", "wbr", "output", "select", "template",
];

/// Elements whose words are not read as part of the page.
const SILENT: [&str; 6] = ["script", "style", "template", "select", "textarea", "noscript"];

/// Attributes of a drawing that say where it is called, not how it looks.
const NAMES: [&str; 6] = ["id", "aria-labelledby", "aria-describedby", "href", "clip-path", "mask"];

impl<'a> Page<'a> {
    /// Reads a page; one without a main part has nothing to compare.
    pub fn new(html: &'a str) -> Self {
        let mut reader = Reader {
            page: Page { elements: Vec::new(), items: Vec::new(), inside: (0, 0) },
            open: Vec::new(),
            run: None,
            row: None,
            silent: None,
            drawing: None,
        };
        let all = tokens(html);
        let is_main = |token: &&Token<'_>| token.kind == Kind::Open("main");
        let Some(first) = all.iter().find(is_main) else { return reader.page };
        reader.page.inside = (first.end, first.end);
        for token in all.iter().filter(|token| token.start >= first.end) {
            if token.kind == Kind::Close("main") {
                reader.page.inside.1 = token.start;
                break;
            }
            reader.take(token);
        }
        reader.flush(reader.page.inside.1);
        reader.page
    }

    /// An element and those around it, from the inside out.
    pub fn around(&self, element: usize) -> impl Iterator<Item = (usize, &Element<'a>)> {
        let mut next = Some(element);
        std::iter::from_fn(move || {
            let at = next?;
            let found = self.elements.get(at)?;
            next = found.parent;
            Some((at, found))
        })
    }

    /// The nearest element of a name around another.
    pub fn nearest(&self, element: usize, name: &str) -> Option<&Element<'a>> {
        self.around(element).map(|(_, one)| one).find(|one| one.name == name)
    }
}

struct Reader<'a> {
    page: Page<'a>,
    open: Vec<usize>,
    run: Option<Run>,
    row: Option<Item>,
    /// the element whose words are passed over
    silent: Option<usize>,
    /// the drawing that is being read, and what there is of it
    drawing: Option<(usize, String)>,
}

impl<'a> Reader<'a> {
    fn take(&mut self, token: &Token<'a>) {
        match token.kind {
            Kind::Open(name) => self.begin(name, token),
            Kind::Close(name) => self.end(name, token),
            Kind::Text | Kind::Other => self.say(token),
        }
    }

    fn begin(&mut self, name: &'a str, token: &Token<'a>) {
        if let Some((_, look)) = &mut self.drawing {
            look.push_str(&looks(name, token.source));
        }
        let is_heard = self.silent.is_none();
        if is_heard && !INLINE.contains(&name) {
            let is_sign = name == "svg" && attribute(token.source, "aria-hidden").is_some();
            if !is_sign {
                self.flush(token.start);
            }
        }
        if !token.opens() {
            return;
        }
        let at = self.page.elements.len();
        self.page.elements.push(Element {
            name,
            id: attribute(token.source, "id"),
            parent: self.open.last().copied(),
            start: token.start,
            end: token.end,
        });
        self.open.push(at);
        if !is_heard {
            return;
        }
        match name {
            "tr" => {
                self.row =
                    Some(Item { form: Form::Row, element: at, text: String::new(), runs: vec![] });
            }
            "svg" => {
                self.silent = Some(at);
                if attribute(token.source, "aria-hidden").is_none() {
                    self.drawing = Some((at, looks(name, token.source)));
                }
            }
            _ if SILENT.contains(&name) || attribute(token.source, MARK).is_some() => {
                self.silent = Some(at);
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str, token: &Token<'a>) {
        let named = |at: &usize| self.page.elements.get(*at).is_some_and(|one| one.name == name);
        let Some(from) = self.open.iter().rposition(named) else { return };
        for at in self.open.split_off(from).into_iter().rev() {
            self.close(at, token);
        }
    }

    fn close(&mut self, at: usize, token: &Token<'a>) {
        let Some(element) = self.page.elements.get_mut(at) else { return };
        element.end = token.end;
        let name = element.name;
        if self.silent.is_some() {
            if self.silent == Some(at) {
                self.silent = None;
            }
            if let Some((drawing, look)) = self.drawing.take_if(|(drawing, _)| *drawing == at) {
                let item =
                    Item { form: Form::Drawing, element: drawing, text: look, runs: Vec::new() };
                self.page.items.push(item);
            }
            return;
        }
        if INLINE.contains(&name) {
            return;
        }
        self.flush_in(at, token.start);
        match name {
            "td" | "th" => self.fill(at, token.start),
            "tr" => {
                if let Some(mut row) = self.row.take() {
                    row.text = row.runs.iter().map(|run| run.text() + "\u{1f}").collect();
                    self.page.items.push(row);
                }
            }
            _ => {}
        }
    }

    /// An empty cell is a stretch without words.
    fn fill(&mut self, cell: usize, at: usize) {
        if let Some(row) = &mut self.row
            && row.runs.iter().all(|run| run.cell != Some(cell))
        {
            let words = Vec::new();
            row.runs.push(Run { element: cell, cell: Some(cell), words, start: at, end: at });
        }
    }

    fn say(&mut self, token: &Token<'a>) {
        if let Some((_, look)) = &mut self.drawing {
            look.push_str(&unescaped(token.source));
        }
        if self.silent.is_some() || token.kind == Kind::Other {
            return;
        }
        for word in words(token.source, token.start) {
            let is_blank = word.text == " ";
            match &mut self.run {
                None if is_blank => {}
                None => {
                    let element = self.block();
                    let (start, end) = (word.start, word.end);
                    self.run = Some(Run { element, cell: None, words: vec![word], start, end });
                }
                Some(run) => {
                    if !(is_blank && run.words.last().is_some_and(|last| last.text == " ")) {
                        run.words.push(word);
                    }
                }
            }
        }
    }

    /// The block that is open.
    fn block(&self) -> usize {
        let is_block = |at: &&usize| {
            self.page.elements.get(**at).is_some_and(|one| !INLINE.contains(&one.name))
        };
        self.open.iter().rev().find(is_block).copied().unwrap_or(usize::MAX)
    }

    /// Ends the stretch at the end of an element.
    fn flush_in(&mut self, element: usize, at: usize) {
        self.open.push(element);
        self.flush(at);
        self.open.pop();
    }

    fn flush(&mut self, at: usize) {
        let Some(mut run) = self.run.take() else { return };
        run.words.pop_if(|last| last.text == " ");
        run.end = at;
        let is_cell = |at: &&usize| {
            self.page.elements.get(**at).is_some_and(|one| matches!(one.name, "td" | "th"))
        };
        match &mut self.row {
            Some(row) => {
                run.cell = self.open.iter().rev().find(is_cell).copied();
                row.runs.push(run);
            }
            None => {
                let (element, text) = (run.element, run.text());
                self.page.items.push(Item { form: Form::Run, element, text, runs: vec![run] });
            }
        }
    }
}

/// A tag as it looks: without what only names it.
fn looks(name: &str, tag: &str) -> String {
    let kept = attributes(tag).into_iter().filter(|(name, value)| {
        !NAMES.contains(name) && !value.starts_with("url(") && !name.starts_with("data-")
    });
    let kept: Vec<String> = kept.map(|(name, value)| format!("{name}={value}")).collect();
    format!("<{name} {}>", kept.join(" "))
}

/// A text in words, each with the bytes it stands at; blanks are one blank.
fn words(source: &str, offset: usize) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut last = Class::Sign;
    let mut at = 0;
    while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
        let plain = || rest.chars().next().map(|letter| (letter, letter.len_utf8()));
        let found = if rest.starts_with('&') { reference(rest).or_else(plain) } else { plain() };
        let Some((letter, length)) = found else { break };
        let follows = source.get(at + length..).and_then(|rest| rest.chars().next());
        let class = Class::of(letter, last, follows);
        let (start, end) = (offset + at, offset + at + length);
        at += length;
        match words.last_mut().filter(|_| class == last && class != Class::Sign) {
            Some(word) => {
                word.end = end;
                if class != Class::Blank {
                    word.text.push(letter);
                }
            }
            None => {
                let text = if class == Class::Blank { ' ' } else { letter };
                words.push(Word { text: text.to_string(), start, end });
            }
        }
        last = class;
    }
    words
}

/// Letters that stand together in a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Blank,
    Digit,
    Letter,
    Hiragana,
    Katakana,
    Kanji,
    Sign,
}

impl Class {
    fn of(letter: char, last: Self, follows: Option<char>) -> Self {
        let is_digit = |letter: char| letter.is_ascii_digit() || ('０'..='９').contains(&letter);
        match letter {
            '\u{a0}' => Self::Sign,
            _ if letter.is_whitespace() => Self::Blank,
            _ if is_digit(letter) => Self::Digit,
            '.' | ',' if last == Self::Digit && follows.is_some_and(is_digit) => Self::Digit,
            'ぁ'..='ゟ' => Self::Hiragana,
            'ァ'..='ヿ' => Self::Katakana,
            '々' | '〆' | '㐀'..='鿿' => Self::Kanji,
            _ if letter.is_alphanumeric() => Self::Letter,
            _ => Self::Sign,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(html: &str) -> Vec<String> {
        let html = format!("<main>{html}</main>");
        Page::new(&html).items.iter().map(|item| item.text.replace('\u{1f}', "|")).collect()
    }

    #[test]
    fn a_page_is_stretches_rows_and_drawings() {
        let html = "<h1>費用</h1><p>経費は<a href='#'>56.5<span>兆円</span></a>。</p><ul><li>a\n b</li></ul>\
                    <table><tr><th>市</th><td></td><td><p>1</p><p>2</p></td></tr></table>";
        assert_eq!(said(html), ["費用", "経費は56.5兆円。", "a b", "市||1|2|"]);
    }

    #[test]
    fn what_is_not_read_is_not_compared() {
        let html = "<p>a<select><option>x</select><svg aria-hidden='true'><path/></svg>b</p>\
                    <p data-review='said'>c</p><script>d</script>";
        assert_eq!(said(html), ["ab"]);
    }

    #[test]
    fn a_drawing_is_how_it_looks_and_not_how_it_is_called() {
        let one = said("<svg id='a' role='img'><title>t</title><path d='M1'/></svg>");
        let same = said("<svg id='b' role='img'><title>t</title><path d='M1'/></svg>");
        let other = said("<svg id='a' role='img'><title>t</title><path d='M2'/></svg>");
        assert_eq!(one, same);
        assert_ne!(one, other);
    }

    #[test]
    fn a_number_is_one_word() {
        let all = words("約1,234.5億円、第2. ABC&amp;", 10);
        let texts: Vec<&str> = all.iter().map(|word| word.text.as_str()).collect();
        let expected = ["約", "1,234.5", "億円", "、", "第", "2", ".", " ", "ABC", "&"];
        assert_eq!(texts, expected);
        assert_eq!(all.last().map(|word| word.end - word.start), Some(5));
    }
}
