//! Messages for people, each with its place, an excerpt and what to type.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use annotate_snippets::{
    AnnotationKind, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};

use crate::diag::{Diagnostic, Severity, TOLD_PER_FILE_AND_CODE};
use crate::text::{
    Cell, Label, Language, Location, Place, SourcePath, Words, locate, spreadsheet_column,
};

/// The decoded texts places are looked up in.
pub type Sources = BTreeMap<SourcePath, Arc<str>>;

const WIDTH: usize = 100;
const VALUE_SHOWN: usize = 24;

const ERROR: Label = Label::new("エラー", "error");
const WARNING: Label = Label::new("警告", "warning");
/// What stands before what was expected.
pub const EXPECTED: Label = Label::new("期待", "expected");
/// What stands before what to type.
pub const FIX: Label = Label::new("直し方", "fix");

/// All messages; of one file and code only so many, the rest counted.
pub fn text(notes: &[Diagnostic], sources: &Sources, language: Language, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(WIDTH);
    let mut counted: BTreeMap<(&SourcePath, &str), usize> = BTreeMap::new();
    let mut text = String::new();
    for note in notes {
        let count = counted.entry((&note.place.path, note.code.id)).or_default();
        *count += 1;
        if *count <= TOLD_PER_FILE_AND_CODE {
            text.push_str(&drawn(&renderer, note, sources, language));
            text.push_str("\n\n");
        }
    }
    for ((path, code), count) in counted {
        if let Some(more) = count.checked_sub(TOLD_PER_FILE_AND_CODE).filter(|more| *more > 0) {
            text.push_str(&untold(path, code, more, language));
        }
    }
    text
}

/// Where a place is, as an editor counts; unknown for a file as a whole.
pub fn location(place: &Place, sources: &Sources) -> Option<Location> {
    let text = sources.get(&place.path)?;
    place.span.map(|span| locate(text, span.start))
}

/// A place in one line: `data/kinds.csv:12:23 (D12) 「都道府県数」 = 「三」`.
pub fn told_place(place: &Place, sources: &Sources) -> String {
    format!("{}{}", position(place, sources), cell_and_names(place))
}

/// A cell as a spreadsheet names it: `D12`.
pub fn cell(cell: Cell) -> String {
    format!("{}{}", spreadsheet_column(cell.column), cell.row)
}

/// The line a place begins in: what stands before it, itself, and what stands after it.
pub fn excerpt<'a>(place: &Place, sources: &'a Sources) -> Option<[&'a str; 3]> {
    let Excerpt { line, span, .. } = Excerpt::of(place, sources)?;
    Some([line.get(..span.start)?, line.get(span.clone())?, line.get(span.end..)?])
}

/// Error or warning in words.
pub fn name_of(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Error => ERROR.get(language),
        Severity::Warning => WARNING.get(language),
    }
}

fn drawn(renderer: &Renderer, note: &Diagnostic, sources: &Sources, language: Language) -> String {
    let (level, name) = match note.severity() {
        Severity::Error => (Level::ERROR, ERROR),
        Severity::Warning => (Level::WARNING, WARNING),
    };
    let title = level.with_name(name.get(language)).primary_title(note.message.get(language));
    let position = position(&note.place, sources);
    let group = title.id(note.code.id);
    let mut group = match Excerpt::of(&note.place, sources) {
        Some(excerpt) => group.element(excerpt.snippet(plain(note.place.path.as_str()))),
        None => group.element(Origin::path(position.clone())),
    };
    if let Some(expected) = &note.expected {
        group = group.element(remark(Level::NOTE, EXPECTED, expected, language));
    }
    let group = group.element(remark(Level::HELP, FIX, &note.fix, language));
    // The crate knows files, lines and columns; cells and headers are put behind them here.
    let whole = told_place(&note.place, sources);
    renderer.render(&[group]).replacen(&position, &whole, 1)
}

fn remark<'a>(
    level: Level<'a>,
    name: Label,
    words: &Words,
    language: Language,
) -> annotate_snippets::Message<'a> {
    level.with_name(name.get(language)).message(plain(words.get(language)))
}

/// Without the control characters a quoted cell may hold; the crate trusts some of its texts.
fn plain(text: &str) -> String {
    normalize_untrusted_str(text)
}

/// `data/kinds.csv:12:23`
fn position(place: &Place, sources: &Sources) -> String {
    let path = plain(place.path.as_str());
    match location(place, sources) {
        Some(Location { line, column }) => format!("{path}:{line}:{column}"),
        None => path,
    }
}

/// ` (D12) 「都道府県数」 = 「三」`
fn cell_and_names(place: &Place) -> String {
    let cell = place.cell.map(|found| format!(" ({})", cell(found))).unwrap_or_default();
    let quoted = |text: &String| format!("「{}」", plain(&shortened(text)));
    let named: Vec<_> = [&place.header, &place.value].into_iter().flatten().map(quoted).collect();
    match named.is_empty() {
        true => cell,
        false => format!("{cell} {}", named.join(" = ")),
    }
}

/// A value in one line that leaves room for the rest.
fn shortened(value: &str) -> String {
    let line = value.trim_end().replace(['\r', '\n'], " ");
    match line.char_indices().nth(VALUE_SHOWN) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or(&line)),
        None => line,
    }
}

/// The line a place begins in; a span that goes on is shown to the line's end.
struct Excerpt<'a> {
    number: usize,
    line: &'a str,
    span: Range<usize>,
}

impl<'a> Excerpt<'a> {
    fn of(place: &Place, sources: &'a Sources) -> Option<Self> {
        let text = sources.get(&place.path)?;
        let span = place.span?;
        let before = text.get(..span.start)?;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = text.get(start..)?.split('\n').next()?;
        let line = line.strip_suffix('\r').unwrap_or(line);
        let within = |byte: usize| byte.saturating_sub(start).min(line.len());
        Some(Self {
            number: before.matches('\n').count() + 1,
            line,
            span: within(span.start)..within(span.end),
        })
    }

    fn snippet(self, path: String) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
        Snippet::source(self.line)
            .path(path)
            .line_start(self.number)
            .annotation(AnnotationKind::Primary.span(self.span))
    }
}

/// How many more of a code a file has than are told.
pub fn untold(path: &SourcePath, code: &str, more: usize, language: Language) -> String {
    match language {
        Language::Ja => format!("{path} の {code} は、ほかに{more}件あります\n"),
        Language::En => format!("{path} has {more} more of {code}\n"),
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::diag::code;
    use crate::text::Span;

    const TABLE: &str = "id,name_ja,都道府県数\r\nk01,電子申請,四三,c001\r\n";

    /// A number that is none, in a table with wide letters before it.
    pub fn example() -> (Diagnostic, Sources) {
        let path = SourcePath::new("data/kinds.csv");
        let start = TABLE.find("四三").unwrap();
        let note = Diagnostic {
            place: Place {
                path: path.clone(),
                span: Some(Span { start, end: start + "四三".len() }),
                cell: Some(Cell { row: 2, column: 3 }),
                header: Some("都道府県数".to_owned()),
                value: Some("四三".to_owned()),
            },
            code: &code::NUMBER,
            message: Words::new("「四三」は数として読めません", "「四三」 is not a number"),
            expected: Some(Words::new("0以上の整数", "a whole number from 0")),
            fix: Words::new("43 と書いてください", "write 43"),
        };
        (note, [(path, Arc::from(TABLE))].into())
    }

    fn told(language: Language) -> String {
        let (note, sources) = example();
        text(&[note], &sources, language, false)
    }

    #[test]
    fn a_cell_is_told_in_japanese() {
        let expected = "\
エラー[D204]: 「四三」は数として読めません
 --> data/kinds.csv:2:10 (C2) 「都道府県数」 = 「四三」
  |
2 | k01,電子申請,四三,c001
  |              ^^^^
  |
  = 期待: 0以上の整数
  = 直し方: 43 と書いてください

";
        assert_eq!(told(Language::Ja), expected);
    }

    #[test]
    fn a_cell_is_told_in_english() {
        let expected = "\
error[D204]: 「四三」 is not a number
 --> data/kinds.csv:2:10 (C2) 「都道府県数」 = 「四三」
  |
2 | k01,電子申請,四三,c001
  |              ^^^^
  |
  = expected: a whole number from 0
  = fix: write 43

";
        assert_eq!(told(Language::En), expected);
    }

    #[test]
    fn a_file_as_a_whole_has_no_excerpt() {
        let (mut note, sources) = example();
        note.place = Place::file(&SourcePath::new("data/none.csv"));
        note.expected = None;
        let expected = "\
error[D204]: 「四三」 is not a number
--> data/none.csv
 = fix: write 43

";
        assert_eq!(text(&[note], &sources, Language::En, false), expected);
    }

    #[test]
    fn too_many_of_a_kind_are_counted() {
        let (note, sources) = example();
        let notes = vec![note; TOLD_PER_FILE_AND_CODE + 3];
        let told = text(&notes, &sources, Language::Ja, false);
        assert_eq!(told.matches("エラー[D204]").count(), TOLD_PER_FILE_AND_CODE);
        assert!(told.ends_with("data/kinds.csv の D204 は、ほかに3件あります\n"));
    }

    #[test]
    fn a_span_over_lines_and_one_at_the_end_are_shown() {
        let (mut note, sources) = example();
        note.place.span = Some(Span { start: 3, end: TABLE.len() });
        let told_long = text(std::slice::from_ref(&note), &sources, Language::En, false);
        assert!(
            told_long.contains("1 | id,name_ja,都道府県数\n  |    ^^^^^^^^^^^^^^^^^^\n"),
            "{told_long}"
        );
        note.place.span = Some(Span { start: TABLE.len(), end: TABLE.len() });
        let told_end = text(&[note], &sources, Language::En, false);
        assert!(told_end.contains("data/kinds.csv:3:1 "), "{told_end}");
    }

    #[test]
    fn a_long_line_is_cut_and_the_caret_stays_under_its_text() {
        let (mut note, mut sources) = example();
        let line = format!("{},四三,{}", "共通化".repeat(60), "調達".repeat(60));
        let start = line.find("四三").unwrap();
        note.place.span = Some(Span { start, end: start + "四三".len() });
        sources.insert(note.place.path.clone(), Arc::from(line));
        let told = text(&[note], &sources, Language::Ja, false);
        let lines: Vec<_> = told.lines().collect();
        let excerpt = lines.iter().position(|line| line.starts_with("1 | ")).unwrap();
        let width = |text: &str| text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
        let before: usize = width(lines[excerpt].split("四三").next().unwrap());
        assert_eq!(lines[excerpt + 1].find('^'), Some(before), "{told}");
        assert!(width(lines[excerpt]) <= WIDTH + 10, "{told}");
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        let (mut note, sources) = example();
        note.message = Words::same("\u{1b}[2J");
        note.fix = Words::same("\u{1b}[2J");
        note.place.value = Some("\u{1b}[2J".to_owned());
        assert!(!text(&[note], &sources, Language::Ja, false).contains('\u{1b}'));
    }
}
