//! The manual, part of the program: a project of its own, and a page for each code of a message.
//!
//! The pages of codes stand in `docs/diagnostics`, Japanese first, and are written in few forms: paragraphs,
//! numbered steps, and an example of files with the messages they give. A test runs each example.

use include_dir::{Dir, include_dir};

use super::init::below;
use crate::diag::{CODES, Code};
use crate::text::{Label, Language, half_width};

static PAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/docs/diagnostics");
static CONTENT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/docs/manual/content");
static DATA: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/docs/manual/data");
static SETTINGS: &[u8] =
    include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/manual/kyotsu.toml"));

/// What `kyotsu help` calls the whole manual.
pub const TOPIC: &str = "manual";

const READING: Label = Label::new(
    "手引き\n\n最初の1時間、表の一つ一つ、文章と図の書き方、メッセージの読み方、毎月の進め方を、順に説明します。\n\n\
     ブラウザーで読むには、次の2行を順に実行します。tebiki は新しく作るフォルダーの名前です。\n\n  \
     kyotsu init tebiki --manual\n  kyotsu preview --root tebiki\n\n\
     手引きはkyotsuで作ったサイトです。例のデータも、このフォルダーに入っています。\n\
     メッセージの番号の意味は、kyotsu help D204 のように番号を付けて表示します。\n",
    "The manual\n\nThe first hour, each of the tables, writing text and charts, reading messages, and the monthly \
     round, one after another.\n\nTo read it in the browser, run these two lines; tebiki is the name of a new folder.\n\n  \
     kyotsu init tebiki --manual\n  kyotsu preview --root tebiki\n\n\
     The manual is a site made with kyotsu; the data of its examples is in the same folder.\n\
     What the code of a message means is told by kyotsu help D204, with the code you have.\n",
);

const ENGLISH: &str = "## English";
const EXAMPLE: &str = "## 例 · Example";
const MESSAGES: &str = "diagnostics";

pub const STEPS: Label = Label::new("直し方", "How to mend it");
pub const FILE: Label = Label::new("例", "Example");
pub const GIVES: Label = Label::new("この例のメッセージ", "What is told of it");
const MISSING: Label = Label::new("（このファイルがない）", " (this file is missing)");

/// A part of a page.
#[derive(PartialEq, Eq, Debug)]
pub enum Part {
    Paragraph(String),
    Steps(Vec<String>),
    /// a file of the example: its name and its lines
    File(String, String),
    /// what the example gives
    Messages(String),
}

/// How the manual is read.
pub fn contents(language: Language) -> String {
    READING.get(language).to_owned()
}

/// The project the manual is made from.
pub fn project() -> Vec<(String, &'static [u8])> {
    let mut files = vec![("kyotsu.toml".to_owned(), SETTINGS)];
    files.extend(below("content", &CONTENT));
    files.extend(below("data", &DATA));
    files
}

/// The code a person means who writes `d204` or `Ｄ２０４`.
pub fn code(written: &str) -> Option<&'static Code> {
    let id = half_width(written.trim()).to_uppercase();
    CODES.iter().copied().find(|code| code.id == id)
}

/// The page of a code in a language; nothing where the program comes without it.
pub fn page(code: &Code, language: Language) -> Vec<Part> {
    let file = PAGES.get_file(format!("{}.md", code.id));
    let text = file.and_then(|file| file.contents_utf8()).unwrap_or_default();
    let (japanese, rest) = text.split_once(ENGLISH).unwrap_or((text, ""));
    let (english, example) = rest.split_once(EXAMPLE).unwrap_or((rest, ""));
    let own = match language {
        // The first line is the title, which the code has too.
        Language::Ja => japanese.split_once('\n').map_or("", |(_, rest)| rest),
        Language::En => english,
    };
    let mut parts = said(own);
    parts.extend(shown(example, language));
    parts
}

/// A page for the terminal.
pub fn text(code: &Code, language: Language) -> String {
    let mut text = format!("{} {}\n", code.id, code.title.get(language));
    for part in page(code, language) {
        text.push('\n');
        text.push_str(&match part {
            Part::Paragraph(words) => format!("{words}\n"),
            Part::Steps(steps) => {
                let steps = steps.iter().zip(1..).map(|(step, at)| format!("  {at}. {step}\n"));
                format!("{}\n{}", headed(STEPS, "", language), steps.collect::<String>())
            }
            Part::File(name, lines) => {
                format!("{}\n{}", headed(FILE, &name, language), indented(&lines))
            }
            Part::Messages(lines) => {
                format!("{}\n{}", headed(GIVES, "", language), indented(&lines))
            }
        });
    }
    text
}

fn headed(label: Label, name: &str, language: Language) -> String {
    let label = label.get(language);
    match language {
        Language::Ja => format!("{label}：{name}"),
        Language::En => format!("{label}: {name}").trim_end().to_owned(),
    }
}

fn indented(lines: &str) -> String {
    lines.lines().map(|line| format!("  {line}").trim_end().to_owned() + "\n").collect()
}

/// Paragraphs and steps.
fn said(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match (step(line), parts.last_mut()) {
            (Some(step), Some(Part::Steps(steps))) => steps.push(step),
            (Some(step), _) => parts.push(Part::Steps(vec![step])),
            (None, _) => parts.push(Part::Paragraph(line.to_owned())),
        }
    }
    parts
}

/// `2. Press Ctrl+G.`
fn step(line: &str) -> Option<String> {
    let (number, words) = line.split_once(". ")?;
    number.bytes().all(|letter| letter.is_ascii_digit()).then(|| words.to_owned())
}

/// The files of an example, and its messages in a language.
fn shown(text: &str, language: Language) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let mark: String = line.chars().take_while(|letter| *letter == '`').collect();
        if mark.is_empty() {
            continue;
        }
        let body = lines.by_ref().take_while(|line| *line != mark);
        let body: Vec<&str> = body.collect();
        let mut words = line.trim_start_matches('`').split_whitespace();
        parts.push(match (words.next(), words.next()) {
            (Some(MESSAGES), _) => Part::Messages(in_language(&body, language)),
            (_, name) => {
                let is_missing = words.next() == Some("removed");
                let missing = if is_missing { MISSING.get(language) } else { "" };
                Part::File(format!("{}{missing}", name.unwrap_or_default()), joined(&body))
            }
        });
    }
    parts
}

fn joined(lines: &[&str]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// Messages as the tests write them, in both languages: those of one of them.
fn in_language(lines: &[&str], language: Language) -> String {
    let (own, other) = match language {
        Language::Ja => (["ja", "期待", "直し方"], ["en", "expected", "fix"]),
        Language::En => (["en", "expected", "fix"], ["ja", "期待", "直し方"]),
    };
    let is_other = |line: &str| other.iter().any(|name| labelled(line, name).is_some());
    let kept = lines.iter().filter(|line| !is_other(line));
    let kept = kept.map(|line| match labelled(line, own.first().copied().unwrap_or_default()) {
        Some(message) => format!("  {message}\n"),
        None => format!("{}\n", severity(line, language)),
    });
    kept.collect()
}

/// The first line of a message, which the tests begin in English.
fn severity(line: &str, language: Language) -> String {
    let names = [("error ", "エラー "), ("warning ", "警告 ")];
    let named = names.iter().find_map(|(en, ja)| Some(format!("{ja}{}", line.strip_prefix(en)?)));
    named.filter(|_| language == Language::Ja).unwrap_or_else(|| line.to_owned())
}

/// What stands behind `  name: `.
fn labelled<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    line.strip_prefix("  ")?.strip_prefix(name)?.strip_prefix(": ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_found_however_it_is_typed() {
        for written in ["D204", "d204", " Ｄ２０４ "] {
            assert_eq!(code(written).map(|code| code.id), Some("D204"), "{written}");
        }
        assert!(code("204").is_none());
    }

    #[test]
    fn every_page_is_read_whole_in_both_languages() {
        for code in CODES {
            for language in Language::ALL {
                let page = page(code, language);
                let is = |wanted: fn(&Part) -> bool| page.iter().any(wanted);
                assert!(is(|part| matches!(part, Part::Paragraph(_))), "{} {language:?}", code.id);
                assert!(is(|part| matches!(part, Part::Steps(_))), "{} {language:?}", code.id);
            }
        }
    }

    #[test]
    fn a_page_is_told_in_one_language() {
        let code = code("D204").unwrap();
        let japanese = text(code, Language::Ja);
        assert!(japanese.starts_with("D204 数として読めない\n\n数の列に"), "{japanese}");
        assert!(japanese.contains("\n直し方：\n  1. メッセージのセル"), "{japanese}");
        assert!(japanese.contains("\n例：data/kinds.csv\n  id,number,"), "{japanese}");
        assert!(japanese.contains("    「三」は数として読めません\n    期待: 数"), "{japanese}");
        assert!(japanese.contains("  エラー D204 data/kinds.csv"), "{japanese}");
        assert!(!japanese.contains("English") && !japanese.contains("fix:"), "{japanese}");
        let english = text(code, Language::En);
        assert!(english.contains("\nHow to mend it:\n  1. Go to the cell"), "{english}");
        assert!(
            english.contains("    「三」 is not a number\n    expected: a number"),
            "{english}"
        );
        assert!(!english.contains("直し方"), "{english}");
    }
}
