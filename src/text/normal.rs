use unicode_normalization::UnicodeNormalization;

/// Digits, signs and Latin letters in half width, white space trimmed: `１，２３４` becomes `1,234`.
pub fn half_width(text: &str) -> String {
    text.nfkc().collect::<String>().trim().to_owned()
}

/// Letters with their marks as one character (NFC), as macOS does not always write file names.
pub fn composed(text: &str) -> String {
    text.nfc().collect()
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

/// Levenshtein distance in characters.
fn edits(left: &[char], right: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (above, a) in left.iter().enumerate() {
        let mut diagonal = above;
        let mut beside = above + 1;
        if let Some(first) = row.first_mut() {
            *first = beside;
        }
        for (cell, b) in row.iter_mut().skip(1).zip(right) {
            let replaced = diagonal + usize::from(a != b);
            diagonal = *cell;
            beside = replaced.min(*cell + 1).min(beside + 1);
            *cell = beside;
        }
    }
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
    }
}
