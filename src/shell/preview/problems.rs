//! What is to be mended, as the page tells it.

use serde::Serialize;
use serde_json::{Value, json};

use super::words;
use super::workshop::News;
use crate::diag::{Diagnostic, Severity};
use crate::shell::report::{EXPECTED, FIX, Sources, name_of, told_place};
use crate::text::{Language, Words};

/// How many are told on a page.
const SHOWN: usize = 50;

/// Everything to be mended, errors first.
#[derive(PartialEq, Default)]
pub struct Problems {
    list: Vec<Problem>,
    errors: usize,
    warnings: usize,
    is_fault: bool,
}

#[derive(PartialEq)]
struct Problem {
    severity: Severity,
    code: &'static str,
    place: String,
    message: Words,
    expected: Option<Words>,
    fix: Option<Words>,
}

impl Problems {
    /// The messages of a build.
    pub fn of(notes: &[Diagnostic], sources: &Sources) -> Self {
        let of = |severity| notes.iter().filter(move |note| note.severity() == severity);
        let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
        let told = errors.clone().chain(warnings.clone()).take(SHOWN).map(|note| Problem {
            severity: note.severity(),
            code: note.code.id,
            place: told_place(&note.place, sources),
            message: note.message.clone(),
            expected: note.expected.clone(),
            fix: Some(note.fix.clone()),
        });
        let list = told.collect();
        Self { list, errors: errors.count(), warnings: warnings.count(), is_fault: false }
    }

    /// The sources cannot be read at all.
    pub fn fault(words: &Words) -> Self {
        let problem = Problem {
            severity: Severity::Error,
            code: "",
            place: String::new(),
            message: words.clone(),
            expected: None,
            fix: None,
        };
        Self { list: vec![problem], errors: 1, warnings: 0, is_fault: true }
    }

    /// Whether the sources could not be read.
    pub fn is_fault(&self) -> bool {
        self.is_fault
    }

    fn told(&self, has_site: bool, language: Language) -> Value {
        let hidden = (self.errors + self.warnings).saturating_sub(self.list.len());
        let line = |name: &str, words: &Option<Words>| {
            words.as_ref().map(|words| format!("{name}: {}", words.get(language)))
        };
        let told = self.list.iter().map(|problem| Told {
            severity: name_of(problem.severity, language),
            code: problem.code,
            place: &problem.place,
            message: problem.message.get(language),
            expected: line(EXPECTED.get(language), &problem.expected),
            fix: line(FIX.get(language), &problem.fix),
        });
        json!({
            "title": words::title(self.errors, self.warnings, language),
            "meanwhile": (self.errors > 0).then(|| words::meanwhile(has_site).get(language)),
            "list": told.collect::<Vec<_>>(),
            "more": (hidden > 0).then(|| words::more(hidden, language)),
        })
    }
}

#[derive(Serialize)]
struct Told<'a> {
    severity: &'static str,
    code: &'static str,
    place: &'a str,
    message: &'a str,
    expected: Option<String>,
    fix: Option<String>,
}

/// News as the script of the page reads them.
pub fn told(news: &News, session: u128, language: Language) -> String {
    let problems =
        (!news.problems.list.is_empty()).then(|| news.problems.told(news.has_site, language));
    let told = json!({
        "session": session.to_string(),
        "number": news.number,
        "changed": news.changed,
        "differs": news.differs,
        "problems": problems,
    });
    told.to_string()
}
