use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Text as it is searched: what looks the same to a reader who types is the same here.
///
/// NFKC, lower case, katakana as hiragana, dashes as `-`; no blanks beside Japanese, no double
/// quotation marks (they hold the words of a phrase together), nothing of no width. Long vowel
/// marks and middle dots stay: コート is not コト. `themes/default/assets/search.js` does the same,
/// letter for letter: a piece of a text folds to a piece of the folded text.
pub fn searchable(text: &str) -> String {
    let letters: Vec<char> = segments(text).flat_map(folded_segment).collect();
    without_blanks(&letters)
}

/// A letter with the marks that stand on it; NFKC joins nothing else.
fn segments(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut letters = rest.char_indices().skip(1);
        let end = letters.find(|(_, letter)| !is_mark(*letter)).map_or(rest.len(), |(at, _)| at);
        let (segment, after) = rest.split_at_checked(end)?;
        rest = after;
        (!segment.is_empty()).then_some(segment)
    })
}

/// Marks of voice stand alone in half width, and where a keyboard has them so.
fn is_mark(letter: char) -> bool {
    is_combining_mark(letter) || matches!(letter, '゛' | '゜' | 'ﾞ' | 'ﾟ')
}

fn folded_segment(segment: &str) -> Vec<char> {
    let joined = segment.chars().map(|letter| match letter {
        '゛' => '\u{3099}',
        '゜' => '\u{309a}',
        other => other,
    });
    joined.nfkc().flat_map(char::to_lowercase).filter_map(folded_letter).collect()
}

/// One letter after NFKC, in lower case; none for what is passed over.
fn folded_letter(letter: char) -> Option<char> {
    Some(match letter {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => return None,
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => return None,
        '"' | '“' | '”' | '„' | '‟' => return None,
        '‘' | '’' | '‛' => '\'',
        '‐'..='―' | '−' => '-',
        '〜' => '~',
        '·' => '・',
        '\t'..='\r' | '\u{85}' | '\u{1680}' | '\u{2028}' | '\u{2029}' => ' ',
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(u32::from(letter) - 0x60)?,
        other => other,
    })
}

/// Blanks as one, and none at the ends or beside Japanese.
fn without_blanks(letters: &[char]) -> String {
    let mut text = String::new();
    let mut last = None;
    let mut blank = false;
    for letter in letters.iter().copied() {
        if letter == ' ' {
            blank = true;
            continue;
        }
        if blank && last.is_some_and(|last| !is_japanese(last)) && !is_japanese(letter) {
            text.push(' ');
        }
        text.push(letter);
        (last, blank) = (Some(letter), false);
    }
    text
}

fn is_japanese(letter: char) -> bool {
    super::is_japanese(letter) || matches!(letter, '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::searchable;

    /// Each line of `tests/folding.txt`: a text, an arrow, the text folded. The browser tests read
    /// the same lines.
    #[test]
    fn texts_fold_as_the_file_says() {
        let lines = include_str!("../../tests/folding.txt").lines();
        let cases: Vec<_> = lines.filter_map(|line| line.split_once(" → ")).collect();
        assert!(cases.len() > 40);
        for (text, folded) in cases {
            let text = unescaped(text);
            assert_eq!(searchable(&text), unescaped(folded), "{text}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing_and_a_piece_stays_a_piece() {
        let text = "ｶﾞバメント クラウド（Ａ Ｂ）㈱①　“quoted” İ ﬁ か゛ – 〜 葛\u{e0100} AI 化";
        let whole = searchable(text);
        assert_eq!(searchable(&whole), whole);
        let letters: Vec<char> = text.chars().collect();
        for (from, letter) in letters.iter().enumerate() {
            if super::is_mark(*letter) {
                continue;
            }
            for to in from..=letters.len() {
                let ends_in_mark = letters.get(to).is_some_and(|next| super::is_mark(*next));
                let piece: String = letters[from..to].iter().collect();
                assert!(ends_in_mark || whole.contains(&searchable(&piece)), "{piece}");
            }
        }
    }

    /// `\u{3099}` for what an editor would join or not show.
    fn unescaped(text: &str) -> String {
        let mut parts = text.split("\\u{");
        let mut whole = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (code, rest) = part.split_once('}').unwrap();
            whole.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
            whole.push_str(rest);
        }
        whole
    }
}
