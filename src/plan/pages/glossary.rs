//! The terms: by their readings in Japanese, by their letters in English.

use super::Desk;
use crate::model::Row;
use crate::model::tables::glossary;
use crate::plan::view::{GlossaryView, TermGroup, TermView};
use crate::plan::words;
use crate::text::{Language, unvoiced};

pub fn view(desk: &mut Desk<'_>) -> GlossaryView {
    let prose = desk.prose();
    let mut rows: Vec<&Row> = desk.scribe.dataset.rows(&glossary::SPEC).iter().collect();
    rows.sort_by_cached_key(|row| key(desk.scribe.language, row));
    let mut groups: Vec<TermGroup> = Vec::new();
    for row in rows {
        let (label, name) = heading(desk, row);
        let id = format!("terms-{name}");
        match groups.last_mut().filter(|group| group.id == id) {
            Some(group) => group.terms.push(term(desk, row)),
            None => groups.push(TermGroup { id, label, terms: vec![term(desk, row)] }),
        }
    }
    GlossaryView { prose, groups }
}

fn term(desk: &Desk<'_>, row: &Row) -> TermView {
    let words = row.words(glossary::term);
    TermView {
        id: format!("t-{}", row.id),
        ja: words.ja,
        en: words.en,
        reading: reading(row).to_owned(),
        in_documents: row.is(glossary::in_documents),
        meaning: row
            .get(glossary::meaning)
            .map(|words| desk.scribe.word(words))
            .unwrap_or_default(),
        note: desk.scribe.note(&row.note),
    }
}

fn reading(row: &Row) -> &str {
    row.get(glossary::reading).unwrap_or_default()
}

/// What terms are put in order by; what is no kana, or no letter, comes last.
fn key(language: Language, row: &Row) -> (bool, String, String) {
    match language {
        Language::Ja => {
            let plain = plain(reading(row));
            (row_of(&plain).is_none(), plain, reading(row).to_owned())
        }
        Language::En => {
            let term = row.words(glossary::term).get(Language::En).to_lowercase();
            (!term.starts_with(|first: char| first.is_ascii_alphabetic()), term, String::new())
        }
    }
}

/// The heading a term stands under, and its name in the anchor.
fn heading(desk: &Desk<'_>, row: &Row) -> (String, String) {
    let other = || (desk.scribe.say(words::OTHER_LETTERS), "other".to_owned());
    match desk.scribe.language {
        Language::Ja => match row_of(&plain(reading(row))) {
            Some((letters, name)) => {
                (letters.chars().take(1).chain("行".chars()).collect(), name.to_owned())
            }
            None => other(),
        },
        Language::En => {
            let term = row.words(glossary::term);
            let first = term.get(Language::En).chars().next();
            match first.filter(char::is_ascii_alphabetic) {
                Some(first) => {
                    (first.to_ascii_uppercase().into(), first.to_ascii_lowercase().into())
                }
                None => other(),
            }
        }
    }
}

/// The rows of kana, each with its name in anchors.
const ROWS: [(&str, &str); 10] = [
    ("あいうえお", "a"),
    ("かきくけこ", "ka"),
    ("さしすせそ", "sa"),
    ("たちつてと", "ta"),
    ("なにぬねの", "na"),
    ("はひふへほ", "ha"),
    ("まみむめも", "ma"),
    ("や　ゆ　よ", "ya"),
    ("らりるれろ", "ra"),
    ("わ　ん　を", "wa"),
];

/// The row a reading begins in.
fn row_of(plain: &str) -> Option<(&'static str, &'static str)> {
    let first = plain.chars().next()?;
    ROWS.into_iter().find(|(letters, _)| letters.contains(first))
}

/// A reading as dictionaries order it: hiragana without marks, small letters as large ones, long
/// vowels written out.
fn plain(reading: &str) -> String {
    let mut plain = String::new();
    for letter in reading.chars() {
        let letter = match letter {
            'ー' => plain.chars().next_back().and_then(vowel).unwrap_or(letter),
            letter => large(unvoiced(hiragana(letter))),
        };
        plain.extend(letter.is_alphanumeric().then_some(letter));
    }
    plain
}

fn hiragana(letter: char) -> char {
    match letter {
        'ァ'..='ヶ' => char::from_u32(u32::from(letter) - 0x60).unwrap_or(letter),
        other => other,
    }
}

fn large(letter: char) -> char {
    let pairs = [
        ('ぁ', 'あ'),
        ('ぃ', 'い'),
        ('ぅ', 'う'),
        ('ぇ', 'え'),
        ('ぉ', 'お'),
        ('っ', 'つ'),
        ('ゃ', 'や'),
        ('ゅ', 'ゆ'),
        ('ょ', 'よ'),
        ('ゎ', 'わ'),
    ];
    pairs.into_iter().find(|(small, _)| *small == letter).map_or(letter, |(_, large)| large)
}

/// The vowel a kana ends in.
fn vowel(letter: char) -> Option<char> {
    let at = ROWS.iter().find_map(|(letters, _)| letters.chars().position(|one| one == letter))?;
    "あいうえお".chars().nth(at)
}

#[cfg(test)]
mod tests {
    use super::{plain, row_of};

    #[test]
    fn readings_stand_as_in_a_dictionary() {
        assert_eq!(plain("ガバメントクラウド"), "かはめんとくらうと");
        assert_eq!(plain("ニーズ"), "にいす");
        assert_eq!(plain("ワーキングチーム"), "わあきんくちいむ");
        assert_eq!(plain("ぎょうむ（ビーピーアール）"), "きようむひいひいあある");
        let row = |reading: &str| row_of(&plain(reading)).map(|(_, name)| name);
        assert_eq!(row("パーセント"), Some("ha"));
        assert_eq!(row("ヴェルデ"), Some("a"));
        assert_eq!((row("BPR"), row("")), (None, None));
        assert!(plain("かんど") > plain("がばめんと"));
    }
}
