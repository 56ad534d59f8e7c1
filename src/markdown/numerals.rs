//! Numbers typed in running text: where they stand, and what they count.

use super::emphasis::is_verbatim;
use super::events::Part;
use crate::text::{Place, SourcePath, half_width};

/// A number as a person typed it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Numeral {
    /// its digits, half-width and without separators: `4786`, `29.1`
    pub digits: String,
    /// what stands behind it in the same words: `億円です。`
    pub after: String,
    /// where it is typed
    pub place: Place,
}

/// The marks between which words are somebody else's.
const QUOTES: [(char, char); 3] = [('「', '」'), ('『', '』'), ('“', '”')];

/// The numbers in a text; those in quotation marks are left to whoever said them.
pub fn numerals(path: &SourcePath, source: &str, part: &Part) -> Vec<Numeral> {
    if !is_verbatim(source, part) {
        return Vec::new();
    }
    let text = source.get(part.span.start..part.span.end).unwrap_or("");
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let typed = typed(rest);
        let start = part.span.start + at;
        at += typed.map_or_else(|| rest.chars().next().map_or(1, char::len_utf8), str::len);
        let Some(typed) = typed else { continue };
        if !is_in_name(source, start) && !is_quoted(source, start) {
            let digits = half_width(typed).replace(',', "");
            let after = text.get(at..).unwrap_or("").to_owned();
            let place = Place::bytes(path, start, start + typed.len());
            found.push(Numeral {
                digits,
                after,
                place: Place { value: Some(typed.to_owned()), ..place },
            });
        }
    }
    found
}

/// Digits at the beginning, with what joins them.
fn typed(text: &str) -> Option<&str> {
    let mut end = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let joins = matches!(letter, ',' | '.' | '，' | '．') && at > 0;
        let joins = joins && letters.peek().is_some_and(|(_, next)| is_digit(*next));
        if !is_digit(letter) && !joins {
            break;
        }
        end = at + letter.len_utf8();
    }
    text.get(..end).filter(|typed| !typed.is_empty())
}

fn is_digit(letter: char) -> bool {
    letter.is_ascii_digit() || ('０'..='９').contains(&letter)
}

/// Whether the number is the end of a name: `D204`, `R6`, `4-1-1`.
fn is_in_name(source: &str, start: usize) -> bool {
    let before = source.get(..start).and_then(|before| before.chars().next_back());
    before.is_some_and(|letter| {
        letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '/' | '.')
    })
}

/// Whether a quotation mark is open in the paragraph.
fn is_quoted(source: &str, start: usize) -> bool {
    let before = source.get(..start).unwrap_or("");
    let paragraph = before.rsplit("\n\n").next().unwrap_or(before);
    QUOTES
        .iter()
        .any(|(open, close)| paragraph.matches(*open).count() > paragraph.matches(*close).count())
}

#[cfg(test)]
mod tests {
    use super::super::document;
    use crate::load::page;
    use crate::text::SourcePath;

    /// The numbers of a page with what stands behind them.
    fn found(body: &str) -> Vec<String> {
        let text = format!("+++\ntitle = \"題\"\n+++\n\n{body}\n");
        let raw = page(&SourcePath::new("content/costs/page.md"), &text.into()).value;
        let numerals = document(&raw).value.numerals.into_iter();
        numerals.map(|one| format!("{}|{}", one.digits, one.after)).collect()
    }

    #[test]
    fn numbers_are_found_with_what_they_count() {
        assert_eq!(found("経費は4,786億円です。"), ["4786|億円です。"]);
        assert_eq!(found("２９．１％と、1,741団体"), ["29.1|％と、1,741団体", "1741|団体"]);
        assert_eq!(found("| 甲 | 乙 |\n| --- | --- |\n| 費用 | 3,742円 |"), ["3742|円"]);
        assert_eq!(found("> [!NOTE]\n> 経費は4,786億円です。"), ["4786|億円です。"]);
    }

    #[test]
    fn quotes_code_headings_links_and_names_are_left_alone() {
        for body in [
            "「経費は4,786億円」とあります。",
            "“4,786億円”とあります。",
            "> 経費は4,786億円です。",
            "`4,786億円`",
            "```text\n4,786億円\n```",
            "## 4,786億円",
            "[4,786億円](/costs/)",
            "D204件",
        ] {
            assert!(found(body).is_empty(), "{body}: {:?}", found(body));
        }
        assert_eq!(found("「甲」は4,786億円です。"), ["4786|億円です。"]);
    }
}
