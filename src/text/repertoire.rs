//! Which characters may be published.

/// What a character may not be in a text, if anything.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stray {
    /// not Japanese, Latin or common punctuation: often a look-alike letter
    Foreign,
    /// fine in print, not safe in data: circled numbers, `㈱`, `〜`
    PlatformDependent,
    /// cannot be seen
    Invisible,
}

/// The first character that may not stand in data, and why.
pub fn stray_in_data(text: &str) -> Option<(char, Stray)> {
    text.chars().find_map(|letter| Some((letter, fault(letter)?)))
}

/// The first character that may not stand even where words are kept as printed.
pub fn stray_in_print(text: &str) -> Option<(char, Stray)> {
    text.chars().find_map(|letter| {
        let fault = fault(letter).filter(|fault| *fault != Stray::PlatformDependent)?;
        Some((letter, fault))
    })
}

/// Whether a character is written in Japanese only: kana, kanji, full-width signs.
pub fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

fn fault(letter: char) -> Option<Stray> {
    match letter {
        ' '..='~' => None,
        '\u{a0}'
        | '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'
        | '\u{feff}' => Some(Stray::Invisible),
        letter if letter.is_control() => Some(Stray::Invisible),
        '〜' | '～' | '①'..='⓿' | 'Ⅰ'..='ↈ' | '㈠'..='㏿' | '｡'..='ﾟ' => {
            Some(Stray::PlatformDependent)
        }
        // Latin with marks, Japanese in full, and the punctuation of both.
        '¡'..='ɏ' | '‐'..='‧' | '※' | '‰' | '′' | '″' | '⁄' => None,
        '←'..='⇿' | '−' | '≒' | '≠' | '≤' | '≥' | '∞' => None,
        '■'..='◿' | '☆' | '★' | '✓' => None,
        '　'..='〿' | 'ぁ'..='ヿ' | 'ㇰ'..='ㇿ' | '㐀'..='鿿' | '\u{f900}'..='\u{faff}' => {
            None
        }
        '！'..='｠' | '￠'..='￦' => None,
        _ => Some(Stray::Foreign),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn look_alike_letters_are_found() {
        // Cyrillic А, Greek Υ, a zero-width space, a circled number.
        assert_eq!(stray_in_data("\u{410}市"), Some(('\u{410}', Stray::Foreign)));
        assert_eq!(stray_in_data("\u{3a5}"), Some(('\u{3a5}', Stray::Foreign)));
        assert_eq!(stray_in_data("a\u{200b}b"), Some(('\u{200b}', Stray::Invisible)));
        assert_eq!(stray_in_data("①"), Some(('①', Stray::PlatformDependent)));
        assert_eq!(stray_in_print("①住民記録～"), None);
        assert_eq!(stray_in_data("AI-OCR・RPA（2018年）、「重要」〆切 髙"), None);
    }
}
