//! Measuring, wrapping and escaping text without a font at hand.

use super::sheet::FONT;

/// How wide a text is at most, in units of the drawing.
pub fn width(text: &str) -> f64 {
    text.chars().map(em).sum::<f64>() * FONT
}

/// How much wider letters are in bold.
pub const BOLD: f64 = 1.06;

/// A full-width character is one em; letters are as wide as in Arial, which is wider than the
/// Latin of Japanese fonts, so that what is drawn is not wider than what is measured.
fn em(character: char) -> f64 {
    match character {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' => 0.0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 0.3,
        'f' | 't' | 'r' | '-' | '(' | ')' | '/' | '[' | ']' => 0.37,
        'M' | 'W' | 'm' | '%' | '@' => 0.95,
        'w' | 'A'..='Z' | '&' | '+' | '=' | '<' | '>' | '~' => 0.74,
        '\0'..='\u{7f}' | '\u{ff61}'..='\u{ff9f}' | '\u{2013}' => 0.57,
        '\u{80}'..='\u{10ff}' => 0.75,
        _ => 1.0,
    }
}

/// The lines of a text in a room: broken where a reader would, and anywhere only if it must be.
pub fn wrap(text: &str, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if width(line.trim_end()) > 0.0 && width(&format!("{line}{}", piece.trim_end())) > room {
            lines.push(std::mem::take(&mut line));
        }
        line.push_str(piece);
        while let Some(at) = overflow(&line, room) {
            let rest = line.split_off(at);
            lines.push(std::mem::replace(&mut line, rest));
        }
    }
    lines.push(line);
    lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// The same number of lines, but none much longer than the others.
pub fn wrap_evenly(text: &str, room: f64) -> Vec<String> {
    let lines = wrap(text, room);
    let narrowest = widest_piece(text).min(room);
    let rooms = (0..).map(|step| narrowest + f64::from(step) * FONT / 2.0);
    let narrower = rooms.take_while(|&narrower| narrower < room);
    narrower.map(|room| wrap(text, room)).find(|even| even.len() == lines.len()).unwrap_or(lines)
}

/// The widest piece that [`wrap`] would rather not break.
pub fn widest_piece(text: &str) -> f64 {
    pieces(text).map(|piece| width(piece.trim_end())).fold(0.0, f64::max)
}

/// Text as it may stand in XML; what XML cannot hold is left out.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars().filter(|&character| is_xml(character)) {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}

fn is_xml(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// Where a line is too long for its room: before the last character that does not fit, or one
/// earlier where a line may not begin or end so.
fn overflow(line: &str, room: f64) -> Option<usize> {
    if width(line.trim_end()) <= room {
        return None;
    }
    let mut before: Option<(usize, char)> = None;
    for (at, character) in line.char_indices() {
        let Some((former_at, former)) = before else {
            before = Some((at, character));
            continue;
        };
        if width(line.get(..at + character.len_utf8())?) > room {
            let forbidden = closes(character) || opens(former);
            return Some(if forbidden && former_at > 0 { former_at } else { at });
        }
        before = Some((at, character));
    }
    None
}

/// The pieces of a text between places where a line may end.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let ends = rest.char_indices().zip(rest.chars().skip(1));
        let end = ends
            .filter(|&((_, before), after)| may_break(before, after))
            .map(|((at, before), _)| at + before.len_utf8())
            .next()
            .unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

fn may_break(before: char, after: char) -> bool {
    if after.is_whitespace() || opens(before) || closes(after) {
        return false;
    }
    if before.is_whitespace() || STOPS.contains(before) || "（「『【〔［｛〈《".contains(after)
    {
        return true;
    }
    match (script(before), script(after)) {
        (Script::Digit, _) | (_, Script::Digit | Script::Hiragana) => false,
        (former, latter) => former != latter,
    }
}

#[derive(PartialEq)]
enum Script {
    Digit,
    Latin,
    Hiragana,
    Katakana,
    Kanji,
}

fn script(character: char) -> Script {
    match character {
        '0'..='9' | '０'..='９' | '.' | ',' | '%' => Script::Digit,
        '\u{3041}'..='\u{309f}' => Script::Hiragana,
        '\u{30a0}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => Script::Katakana,
        '\0'..='\u{10ff}' => Script::Latin,
        _ => Script::Kanji,
    }
}

fn opens(character: char) -> bool {
    "（「『【〔［｛〈《([{".contains(character)
}

fn closes(character: char) -> bool {
    STOPS.contains(character)
        || ")]},.:;!?%ー々…ぁぃぅぇぉっゃゅょァィゥェォッャュョ".contains(character)
}

/// Full-width marks that end a phrase.
const STOPS: &str = "）」』】〕］｝〉》、。，．・：；！？／～";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japanese_breaks_where_the_script_changes() {
        assert_eq!(
            wrap("都市基盤施設維持管理データベースシステム", 180.0),
            ["都市基盤施設維持管理", "データベースシステム"]
        );
        assert_eq!(wrap("電子申請・納付システム", 100.0), ["電子申請・", "納付システム"]);
    }

    #[test]
    fn english_breaks_between_words() {
        let lines = wrap("Management system for designated long-term care providers", 190.0);
        let shown = ["Management system for", "designated long-term care", "providers"];
        assert_eq!(lines, shown);
    }

    #[test]
    fn lines_are_of_one_length_where_they_can_be() {
        let lines = wrap_evenly("Disaster response support system", 212.0);
        assert_eq!(lines, ["Disaster response", "support system"]);
    }

    #[test]
    fn a_word_without_a_place_to_break_is_broken_all_the_same() {
        let lines = wrap("AAAAAAAAAAAAAAAAAAAA", 60.0);
        assert_eq!(lines.concat(), "AAAAAAAAAAAAAAAAAAAA");
        assert!(lines.iter().all(|line| width(line) <= 60.0));
    }

    #[test]
    fn no_line_begins_with_what_closes() {
        assert_eq!(wrap("管理台帳整備。", 90.0), ["管理台帳整", "備。"]);
    }

    #[test]
    fn numbers_stay_with_their_words() {
        assert_eq!(wrap("第2次報告", 45.0).first().map(String::as_str), Some("第2次"));
    }

    #[test]
    fn xml_holds_nothing_it_may_not() {
        assert_eq!(escape("a<b>&\"'\u{1}\n"), "a&lt;b&gt;&amp;&quot;&#39; ");
    }
}
