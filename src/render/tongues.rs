//! Japanese inside English pages, marked so that it is read aloud and set as Japanese.

use crate::text::{Language, escaped, is_japanese};

/// Text as markup: escaped, and on English pages each Japanese stretch inside `lang="ja"`.
pub fn marked(text: &str, language: Language) -> String {
    if language == Language::Ja || !text.contains(is_japanese) {
        return escaped(text);
    }
    let mut markup = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_japanese) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|letter| !is_part(letter)).unwrap_or(from.len());
        let stretch = from.get(..end).unwrap_or("").trim_end();
        markup.push_str(&escaped(before));
        markup.push_str(&format!("<span lang=\"ja\">{}</span>", escaped(stretch)));
        rest = from.get(stretch.len()..).unwrap_or("");
    }
    markup.push_str(&escaped(rest));
    markup
}

/// What may stand inside a Japanese stretch once it has begun: `AI-OCR・RPA` after a kanji.
fn is_part(letter: char) -> bool {
    is_japanese(letter) || matches!(letter, '·' | '※' | '●')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_is_marked_on_english_pages_only() {
        let text = "Printed as 人事・財務等 (<personnel>).";
        assert_eq!(
            marked(text, Language::En),
            "Printed as <span lang=\"ja\">人事・財務等</span> (&lt;personnel&gt;)."
        );
        assert_eq!(marked("人事 & 財務", Language::Ja), "人事 &amp; 財務");
        assert_eq!(marked("plain", Language::En), "plain");
    }
}
