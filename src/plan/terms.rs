//! Terms of the glossary in running text: the first use of each on a page leads to its meaning.

use std::collections::{BTreeMap, BTreeSet};

use super::scribe::Scribe;
use crate::model::tables::glossary;
use crate::model::{Dataset, Row};
use crate::text::{Language, escaped, is_japanese};

/// The route of the page the terms stand on.
const GLOSSARY: &str = "glossary";

/// The class of a link from a term.
pub const CLASS: &str = "term-link";

/// Shorter English words are everyday words too: need, lead, source. They are left alone.
const SHORTEST_WORD: usize = 7;

/// Finds terms in the text of one page.
pub struct Terms<'a> {
    scribe: Scribe<'a>,
    /// by their first letter, in small; the longest first
    forms: BTreeMap<char, Vec<Form<'a>>>,
    /// the terms that have been linked
    linked: BTreeSet<&'a str>,
}

/// One way a term is written.
struct Form<'a> {
    words: String,
    id: &'a str,
    /// whether the glossary says what it means: a link must tell something
    is_told: bool,
}

impl<'a> Terms<'a> {
    /// The terms as a text in a language writes them; none on their own page.
    pub fn new(scribe: Scribe<'a>, language: Language) -> Self {
        let mut all = match scribe.route {
            GLOSSARY => Vec::new(),
            _ => forms(scribe.dataset, language),
        };
        all.sort_by(|a, b| b.words.len().cmp(&a.words.len()).then(a.words.cmp(&b.words)));
        let mut forms: BTreeMap<char, Vec<Form<'a>>> = BTreeMap::new();
        for form in all {
            if let Some(first) = form.words.chars().next() {
                forms.entry(first.to_ascii_lowercase()).or_default().push(form);
            }
        }
        Self { scribe, forms, linked: BTreeSet::new() }
    }

    /// Words as markup, with terms that come up for the first time linked.
    pub fn marked(&mut self, text: &str) -> String {
        let mut markup = String::new();
        let mut plain = 0;
        let mut at = 0;
        while let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let begun = self.forms.get(&letter.to_ascii_lowercase());
            let Some(form) = begun.into_iter().flatten().find(|form| form.is_at(text, at)) else {
                at += letter.len_utf8();
                continue;
            };
            let end = at + form.words.len();
            if form.is_told && self.linked.insert(form.id) {
                let href = self.scribe.to_anchor(GLOSSARY, &format!("t-{}", form.id));
                let slice = |from, to| escaped(text.get(from..to).unwrap_or(""));
                markup.push_str(&slice(plain, at));
                markup.push_str(&format!(
                    "<a class=\"{CLASS}\" href=\"{}\">{}</a>",
                    escaped(&href),
                    slice(at, end)
                ));
                plain = end;
            }
            at = end;
        }
        markup.push_str(&escaped(text.get(plain..).unwrap_or("")));
        markup
    }
}

fn forms(dataset: &Dataset, language: Language) -> Vec<Form<'_>> {
    let rows = dataset.rows(&glossary::SPEC).iter();
    rows.flat_map(|row| of_term(row, language)).collect()
}

fn of_term(row: &Row, language: Language) -> Vec<Form<'_>> {
    let term = row.words(glossary::term);
    let is_told = row.get(glossary::meaning).is_some_and(|words| !words.is_empty());
    let words = match language {
        Language::Ja => written(&term.ja),
        Language::En => {
            let written = written(&term.en).into_iter().filter(|words| is_telling(words));
            written.flat_map(|words| [plural(&words), words]).collect()
        }
    };
    words.into_iter().map(|words| Form { words, id: &row.id, is_told }).collect()
}

/// A term as a whole, without what stands in brackets, and an abbreviation that stands there.
fn written(term: &str) -> Vec<String> {
    let mut forms = vec![term.trim().to_owned()];
    if let Some((name, rest)) = term.split_once(['（', '(']) {
        let aside = rest.trim_end().trim_end_matches(['）', ')']);
        forms.push(name.trim().to_owned());
        forms.extend(is_abbreviation(aside).then(|| aside.to_owned()));
    }
    forms.retain(|form| !form.is_empty());
    forms
}

/// `BPR`, `LGWAN`.
fn is_abbreviation(words: &str) -> bool {
    let fits =
        |letter: char| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '-';
    words.len() > 1 && words.chars().all(fits)
}

/// Whether an English term is more than an everyday word.
fn is_telling(words: &str) -> bool {
    is_name(words) || words.contains([' ', '-']) || words.len() >= SHORTEST_WORD
}

/// Whether a form is written in capitals somewhere: then it is written so everywhere.
fn is_name(words: &str) -> bool {
    words.contains(|letter: char| letter.is_uppercase())
}

fn plural(words: &str) -> String {
    match words.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if words.ends_with(['s', 'x']) => format!("{words}es"),
        _ => format!("{words}s"),
    }
}

impl Form<'_> {
    /// Whether the form stands at a place of a text, and is no part of a longer word there.
    fn is_at(&self, text: &str, at: usize) -> bool {
        let (Some(before), Some(found)) =
            (text.get(..at), text.get(at..).and_then(|rest| rest.get(..self.words.len())))
        else {
            return false;
        };
        let after = text.get(at + self.words.len()..).and_then(|rest| rest.chars().next());
        self.reads(found)
            && !joins(before.chars().next_back(), self.words.chars().next())
            && !joins(self.words.chars().next_back(), after)
    }

    /// Ordinary words may begin a sentence; names are written as they are.
    fn reads(&self, found: &str) -> bool {
        let same = found == self.words;
        let may_begin = !is_name(&self.words) && !self.words.contains(is_japanese);
        same || (may_begin && begins_large(found) && found.eq_ignore_ascii_case(&self.words))
    }
}

/// Whether a capital stands at the beginning, and nowhere else.
fn begins_large(found: &str) -> bool {
    let mut letters = found.chars();
    letters.next().is_some_and(char::is_uppercase) && !letters.any(char::is_uppercase)
}

/// Whether two letters stand in one word: Latin letters and digits do, and so do katakana.
fn joins(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    let is_latin =
        |letter: char| !is_japanese(letter) && (letter.is_alphanumeric() || letter == '-');
    (is_latin(before) && is_latin(after)) || (is_katakana(before) && is_katakana(after))
}

fn is_katakana(letter: char) -> bool {
    matches!(letter, 'ァ'..='ヺ' | 'ー')
}
