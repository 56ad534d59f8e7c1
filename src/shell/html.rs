//! Messages as one page to open in a browser: nothing beside it, no script, no address elsewhere.

use std::collections::BTreeSet;

use super::manual::{self, Part};
use super::report::{self, Sources};
use crate::diag::{Diagnostic, Severity, TOLD_PER_FILE_AND_CODE};
use crate::text::{Label, Language, SourcePath, Words, escaped};

/// What a page of ours holds near its top, so that it may be written over.
pub const MARK: &str = "<meta name=\"generator\" content=\"kyotsu check\">";

/// Styles stand in the page, so they are allowed; all else is not.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const STYLE: &str = include_str!("html.css");

const TITLE: Label = Label::new("確認の結果", "Result of the check");
const NONE: Label = Label::new("誤りはありません。", "There is nothing to mend.");
const STOPS: Label = Label::new(
    "エラーがあるあいだ、サイトは書き出されません。直したら保存し、もう一度 kyotsu check を実行してください。",
    "As long as there are errors no site is written. Mend, save, and run kyotsu check again.",
);
const PASSES: Label = Label::new(
    "警告だけなので、サイトは書き出せます。",
    "There are warnings only: the site can be written.",
);
const FILES: Label = Label::new("ファイル", "Files");
const ERROR: Label = Label::new("エラー", "Error");
const WARNING: Label = Label::new("警告", "Warning");
const PLACE: Label = Label::new("場所", "Place");
const CELL: Label = Label::new("Excelのセル", "Cell in Excel");
const HEADER: Label = Label::new("見出し", "Header");
const VALUE: Label = Label::new("書かれている値", "What stands there");
const EXPECTED: Label = Label::new("期待", "Expected");
const FIX: Label = Label::new("直し方", "How to mend it");
const MORE: Label = Label::new("くわしく：", "More on ");

/// All messages, by file; of one file and code only so many, the rest counted.
pub fn page(notes: &[Diagnostic], sources: &Sources, language: Language) -> String {
    let paths: BTreeSet<&SourcePath> = notes.iter().map(|note| &note.place.path).collect();
    let files: Vec<File<'_>> = paths
        .into_iter()
        .zip(1..)
        .map(|(path, number)| File {
            path,
            number,
            notes: notes.iter().filter(|note| &note.place.path == path).collect(),
        })
        .collect();
    let sheet = Sheet { sources, language };
    let title = format!("{}{}{}", TITLE.get(language), colon(language), counted(notes, language));
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n{MARK}\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <h1>{}</h1>\n{}{}</main>\n</body>\n</html>\n",
        language.code(),
        safe(&title),
        TITLE.get(language),
        sheet.opening(notes, &files),
        files.iter().map(|file| sheet.file(file)).collect::<String>(),
    )
}

/// The messages on one file.
struct File<'a> {
    path: &'a SourcePath,
    number: usize,
    notes: Vec<&'a Diagnostic>,
}

struct Sheet<'a> {
    sources: &'a Sources,
    language: Language,
}

impl Sheet<'_> {
    /// How many there are, what that means, and the way to each file.
    fn opening(&self, notes: &[Diagnostic], files: &[File<'_>]) -> String {
        if notes.is_empty() {
            return format!("<p>{}</p>\n", self.say(NONE));
        }
        let meaning = if crate::diag::stops(notes) { STOPS } else { PASSES };
        let items = files.iter().map(|file| {
            let (number, path) = (file.number, safe(file.path.as_str()));
            let counted = counted(file.notes.iter().copied(), self.language);
            format!("<li><a href=\"#file-{number}\">{path}</a> {counted}</li>\n")
        });
        format!(
            "<p class=\"counts\">{}</p>\n<p>{}</p>\n<nav aria-label=\"{}\">\n<ul>\n{}</ul>\n</nav>\n",
            counted(notes, self.language),
            self.say(meaning),
            self.say(FILES),
            items.collect::<String>()
        )
    }

    fn file(&self, file: &File<'_>) -> String {
        let (number, path) = (file.number, safe(file.path.as_str()));
        let mut codes = Vec::new();
        let mut inside = String::new();
        for note in &file.notes {
            codes.push(note.code.id);
            let told = codes.iter().filter(|id| **id == note.code.id).count();
            if told <= TOLD_PER_FILE_AND_CODE {
                inside.push_str(&self.note(note, told == 1));
            }
        }
        codes.sort_unstable();
        codes.dedup();
        for id in codes {
            let all = file.notes.iter().filter(|note| note.code.id == id).count();
            if let Some(more) = all.checked_sub(TOLD_PER_FILE_AND_CODE).filter(|more| *more > 0) {
                let untold = report::untold(file.path, id, more, self.language);
                inside.push_str(&format!("<p>{}</p>\n", safe(untold.trim_end())));
            }
        }
        format!(
            "<section aria-labelledby=\"file-{number}\">\n<h2 id=\"file-{number}\">{path}</h2>\n\
             {inside}</section>\n"
        )
    }

    /// One message; the first of its code in a file has the manual folded below it.
    fn note(&self, note: &Diagnostic, is_first: bool) -> String {
        let (class, severity) = match note.severity() {
            Severity::Error => ("error", ERROR),
            Severity::Warning => ("warning", WARNING),
        };
        format!(
            "<article class=\"{class}\">\n<h3><span class=\"severity\">{} {}</span> {}</h3>\n\
             {}<dl>\n{}</dl>\n{}</article>\n",
            self.say(severity),
            note.code.id,
            self.words(&note.message),
            self.excerpt(note),
            self.facts(note),
            if is_first { self.manual(note) } else { String::new() },
        )
    }

    /// The line it stands in, the wrong part marked; a cell says it better.
    fn excerpt(&self, note: &Diagnostic) -> String {
        if note.place.cell.is_some() {
            return String::new();
        }
        let Some([before, marked, after]) = report::excerpt(&note.place, self.sources) else {
            return String::new();
        };
        format!(
            "<pre><code>{}<mark>{}</mark>{}</code></pre>\n",
            safe(before),
            safe(marked),
            safe(after)
        )
    }

    fn facts(&self, note: &Diagnostic) -> String {
        let place = &note.place;
        let at = report::location(place, self.sources);
        let at = at.map(|at| match self.language {
            Language::Ja => format!("{}行目 {}文字目", at.line, at.column),
            Language::En => format!("line {}, character {}", at.line, at.column),
        });
        let shown = |words: &Words| words.get(self.language).to_owned();
        let facts = [
            (PLACE, at),
            (CELL, place.cell.map(report::cell)),
            (HEADER, place.header.clone()),
            (VALUE, place.value.clone().filter(|value| !value.is_empty())),
            (EXPECTED, note.expected.as_ref().map(shown)),
            (FIX, Some(shown(&note.fix))),
        ];
        let facts = facts.into_iter().filter_map(|(label, fact)| Some((label, fact?)));
        let fact = |(label, fact): (Label, String)| {
            format!("<dt>{}</dt><dd>{}</dd>\n", self.say(label), safe(&fact))
        };
        facts.map(fact).collect()
    }

    fn manual(&self, note: &Diagnostic) -> String {
        let parts = manual::page(note.code, self.language);
        let title = safe(note.code.title.get(self.language));
        format!(
            "<details>\n<summary>{}{} {title}</summary>\n{}</details>\n",
            self.say(MORE),
            note.code.id,
            parts.iter().map(|part| self.part(part)).collect::<String>()
        )
    }

    fn part(&self, part: &Part) -> String {
        let lines = |lines: &str| match lines {
            "" => String::new(),
            lines => format!("<pre><code>{}</code></pre>\n", safe(lines)),
        };
        match part {
            Part::Paragraph(words) => format!("<p>{}</p>\n", safe(words)),
            Part::Steps(steps) => {
                let steps = steps.iter().map(|step| format!("<li>{}</li>\n", safe(step)));
                format!("<ol>\n{}</ol>\n", steps.collect::<String>())
            }
            Part::File(name, text) => {
                let (label, colon) = (self.say(manual::FILE), colon(self.language));
                format!("<p>{label}{colon}{}</p>\n{}", safe(name), lines(text))
            }
            Part::Messages(text) => format!("<p>{}</p>\n{}", self.say(manual::GIVES), lines(text)),
        }
    }

    fn words(&self, words: &Words) -> String {
        safe(words.get(self.language))
    }

    fn say(&self, label: Label) -> &'static str {
        label.get(self.language)
    }
}

fn colon(language: Language) -> &'static str {
    match language {
        Language::Ja => "：",
        Language::En => ": ",
    }
}

fn counted<'a>(notes: impl IntoIterator<Item = &'a Diagnostic>, language: Language) -> String {
    let notes: Vec<&Diagnostic> = notes.into_iter().collect();
    let of = |severity| notes.iter().filter(|note| note.severity() == severity).count();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    match language {
        Language::Ja => format!("エラー {errors}件、警告 {warnings}件"),
        Language::En => format!("errors: {errors}, warnings: {warnings}"),
    }
}

/// Words as text of the page; control characters, which no page may hold, are shown as unknown.
fn safe(text: &str) -> String {
    let shown = |letter: char| match letter {
        '\n' | '\t' => letter,
        letter if letter.is_control() => '\u{fffd}',
        letter => letter,
    };
    escaped(&text.chars().map(shown).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::report::tests::example;

    #[test]
    fn a_problem_says_where_what_and_how() {
        let (note, sources) = example();
        let japanese = page(std::slice::from_ref(&note), &sources, Language::Ja);
        for part in [
            "<html lang=\"ja\">",
            "<title>確認の結果：エラー 1件、警告 0件</title>",
            "<a href=\"#file-1\">data/kinds.csv</a> エラー 1件、警告 0件",
            "<span class=\"severity\">エラー D204</span> 「四三」は数として読めません",
            "<dt>場所</dt><dd>2行目 10文字目</dd>",
            "<dt>Excelのセル</dt><dd>C2</dd>",
            "<dt>見出し</dt><dd>都道府県数</dd>",
            "<dt>書かれている値</dt><dd>四三</dd>",
            "<dt>期待</dt><dd>0以上の整数</dd>",
            "<dt>直し方</dt><dd>43 と書いてください</dd>",
            "<summary>くわしく：D204 数として読めない</summary>\n<p>数の列に",
        ] {
            assert!(japanese.contains(part), "{part}\n{japanese}");
        }
        let english = page(&[note], &sources, Language::En);
        assert!(english.contains("<dt>Place</dt><dd>line 2, character 10</dd>"), "{english}");
        assert!(english.contains("<summary>More on D204 not a number</summary>"), "{english}");
    }

    #[test]
    fn nothing_in_a_source_becomes_markup() {
        let (mut note, sources) = example();
        let bad = "<script>alert(\"1\")</script>&\u{1b}[2J\u{0}";
        note.place.value = Some(bad.to_owned());
        note.place.header = Some(bad.to_owned());
        note.place.path = SourcePath::new(format!("data/{bad}.csv"));
        note.message = Words::same(bad);
        note.expected = Some(Words::same(bad));
        note.fix = Words::same(bad);
        let page = page(&[note], &sources, Language::Ja);
        assert!(!page.contains("<script") && !page.contains("alert(\""), "{page}");
        assert!(!page.contains(|letter: char| letter.is_control() && letter != '\n'), "{page}");
        assert!(
            page.contains("<dd>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;"),
            "{page}"
        );
    }

    #[test]
    fn a_line_of_a_page_is_shown_with_its_wrong_part_marked() {
        let (mut note, sources) = example();
        note.place.cell = None;
        let page = page(&[note], &sources, Language::Ja);
        let line = "<pre><code>k01,電子申請,<mark>四三</mark>,c001</code></pre>";
        assert!(page.contains(line), "{page}");
    }

    #[test]
    fn the_manual_is_folded_once_a_file_and_too_many_are_counted() {
        let (note, sources) = example();
        let mut notes = vec![note.clone(); TOLD_PER_FILE_AND_CODE + 3];
        notes.push(Diagnostic {
            place: crate::text::Place::file(&SourcePath::new("z.csv")),
            ..note
        });
        let page = page(&notes, &sources, Language::Ja);
        assert_eq!(page.matches("<details>").count(), 2);
        assert_eq!(page.matches("<article").count(), TOLD_PER_FILE_AND_CODE + 1);
        assert!(page.contains("<p>data/kinds.csv の D204 は、ほかに3件あります</p>"));
    }

    #[test]
    fn without_problems_it_says_so() {
        let page = page(&[], &Sources::new(), Language::En);
        assert!(page.contains("<p>There is nothing to mend.</p>"), "{page}");
        assert!(!page.contains("<nav"), "{page}");
    }
}
