use unicode_normalization::UnicodeNormalization;

/// Digits, signs and Latin letters in half width, white space trimmed: `１，２３４` becomes `1,234`.
pub fn half_width(text: &str) -> String {
    text.nfkc().collect::<String>().trim().to_owned()
}

/// Letters with their marks as one character (NFC), as macOS does not always write file names.
pub fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// A kana without the marks of voicing: が and か come to the same.
pub fn unvoiced(letter: char) -> char {
    letter.nfd().next().unwrap_or(letter)
}

/// A form for comparing names: NFKC, lower case, no spaces or separators.
pub fn folded(text: &str) -> String {
    text.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '_' | '-' | '・' | '·'))
        .collect()
}

/// The known name nearest to what was written, if one is near enough to be worth suggesting.
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let target: Vec<char> = folded(written).chars().collect();
    let allowed = (target.len() / 3).max(1);
    known
        .into_iter()
        .map(|name| (edits(&target, &folded(name).chars().collect::<Vec<_>>()), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, name)| name)
}

/// Levenshtein distance in characters; two neighbours that changed places are one edit.
fn edits(left: &[char], right: &[char]) -> usize {
    let mut rows: [Vec<usize>; 2] = [Vec::new(), (0..=right.len()).collect()];
    let mut last = None;
    for (above, a) in left.iter().enumerate() {
        let [before, row] = rows;
        let mut next = vec![above + 1];
        let at = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
        for (index, b) in right.iter().enumerate() {
            let replaced = at(&row, index) + usize::from(a != b);
            let swapped = match index.checked_sub(1) {
                Some(left) if last == Some(b) && right.get(left) == Some(a) => {
                    at(&before, left) + 1
                }
                _ => usize::MAX,
            };
            next.push(replaced.min(at(&row, index + 1) + 1).min(at(&next, index) + 1).min(swapped));
        }
        last = Some(a);
        rows = [row, next];
    }
    let [_, row] = rows;
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let known = ["prefectures", "number", "source"];
        assert_eq!(nearest("prefecture", known), Some("prefectures"));
        assert_eq!(nearest("都道府県数", known), None);
        assert_eq!(nearest("", known), None);
    }

    #[test]
    fn distance_counts_single_edits() {
        let distance = |a: &str, b: &str| {
            edits(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>())
        };
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("部門", "部門"), 0);
        assert_eq!(distance("titel", "title"), 1);
    }
}
