//! Text that a spreadsheet would compute instead of showing it.

/// What begins a formula, in half width and in full.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What stands before a text so that a spreadsheet shows it.
const GUARD: char = '\'';

/// The text as a spreadsheet will show it: with an apostrophe where it would be a formula.
///
/// A text that begins with an apostrophe gets another, so that [`unguarded`] gives it back.
pub fn guarded(text: &str) -> String {
    match needs_guard(text) {
        true => format!("{GUARD}{text}"),
        false => text.to_owned(),
    }
}

/// The text before [`guarded`]; an apostrophe nobody needed is part of the text.
pub fn unguarded(text: &str) -> &str {
    text.strip_prefix(GUARD).filter(|rest| needs_guard(rest)).unwrap_or(text)
}

fn needs_guard(text: &str) -> bool {
    let body = text.trim_start();
    let blanks = text.strip_suffix(body).unwrap_or_default();
    blanks.contains(['\t', '\r', '\n']) || body.starts_with(FORMULA) || body.starts_with(GUARD)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_spreadsheet_would_compute_is_made_text() {
        for text in
            ["=1+1", "+81", "-", "@SUM", "＝1", "＋1", "－1", "＠a", " =1", "　=1", "\t1", "\r1"]
        {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["", "1", "甲＝乙", "△5", "…", "a-b"] {
            assert_eq!(guarded(text), text);
        }
    }

    #[test]
    fn an_apostrophe_of_the_text_is_kept() {
        assert_eq!(guarded("'90s"), "''90s");
        assert_eq!(unguarded("''90s"), "'90s");
        assert_eq!(unguarded("'90s"), "'90s");
        assert_eq!(unguarded("'=1"), "=1");
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in "[ '=+@\\-＝　\ta甲]{0,6}") {
            let guarded = guarded(&text);
            prop_assert_eq!(unguarded(&guarded), text);
            prop_assert!(!guarded.trim_start().starts_with(FORMULA));
        }
    }
}
