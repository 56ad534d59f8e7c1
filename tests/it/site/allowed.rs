//! Numerals that are no figures: the committed list, and how it is read.

use kyotsu::text::Language;
use serde::Deserialize;

/// What stands in `allowed_numerals.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allowed {
    /// words that hold a numeral
    pub words: Vec<Words>,
    /// parts of a page
    pub part: Vec<Part>,
}

/// Words that hold a numeral: `#` stands for any number, `##` for one of two digits.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// the words
    pub patterns: Vec<String>,
    /// the one language they are allowed in
    language: Option<String>,
    /// why the numeral is no figure
    reason: String,
}

/// A part of a page where numerals need no citation.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// how it is found
    pub selector: String,
    /// why its numerals are no figures
    reason: String,
}

impl Allowed {
    /// The committed list.
    pub fn read() -> Self {
        let allowed: Self =
            toml::from_str(include_str!("../allowed_numerals.toml")).expect("a list");
        let reasons = allowed.words.iter().map(|one| &one.reason);
        let mut reasons = reasons.chain(allowed.part.iter().map(|one| &one.reason));
        assert!(reasons.all(|reason| reason.len() > 10), "a reason for each");
        allowed
    }

    /// The pattern, if any, that a numeral at `start..end` of a text is part of.
    pub fn pattern(
        &self,
        text: &[char],
        (start, end): (usize, usize),
        language: Language,
    ) -> Option<&str> {
        let spoken = self.words.iter().filter(|words| match &words.language {
            Some(only) => only == language.code(),
            None => true,
        });
        let mut patterns = spoken.flat_map(|words| &words.patterns);
        let found = patterns.find(|pattern| {
            let pattern: Vec<char> = pattern.chars().collect();
            let first = start.saturating_sub(pattern.len() * 2);
            (first..=start).any(|from| {
                ending(&pattern, text, from).is_some_and(|to| from <= start && end <= to)
            })
        });
        found.map(String::as_str)
    }
}

/// Where a pattern that begins at `from` ends.
fn ending(pattern: &[char], text: &[char], from: usize) -> Option<usize> {
    let mut at = from;
    let mut rest = pattern;
    while let Some((&letter, behind)) = rest.split_first() {
        if letter != '#' {
            (text.get(at) == Some(&letter)).then_some(())?;
            at += 1;
            rest = behind;
            continue;
        }
        let wanted = rest.iter().take_while(|letter| **letter == '#').count();
        let found = text[at.min(text.len())..].iter().take_while(|one| is_digit(**one)).count();
        let fits = if wanted == 1 { found > 0 } else { found == wanted };
        fits.then_some(())?;
        at += found;
        rest = &rest[wanted..];
    }
    Some(at)
}

/// A digit, half or full width.
pub fn is_digit(letter: char) -> bool {
    matches!(letter, '0'..='9' | '０'..='９')
}

#[test]
fn a_pattern_covers_a_whole_numeral_or_nothing() {
    let allowed = Allowed {
        words: vec![Words {
            patterns: vec!["20##年度".into(), "第#回".into(), "基準1".into()],
            language: None,
            reason: "for this test".into(),
        }],
        part: Vec::new(),
    };
    let covered = |text: &str| {
        let text: Vec<char> = text.chars().collect();
        let start = text.iter().position(|letter| is_digit(*letter)).unwrap();
        let end = start + text[start..].iter().take_while(|letter| is_digit(**letter)).count();
        allowed.pattern(&text, (start, end), Language::Ja).is_some()
    };
    for text in ["令和の2019年度に", "第3回", "第１２回", "基準1"] {
        assert!(covered(text), "{text}");
    }
    for text in ["2019年", "12019年度", "20年度", "3回", "第3", "基準12", "基準43"] {
        assert!(!covered(text), "{text}");
    }
}
