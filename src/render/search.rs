//! The index of what can be found, as scripts: a page opened from a folder may load nothing else.
//!
//! `index.js` holds every pair of folded letters that stand next to each other, and in which entries
//! they do; it gives the entries a query may be found in. The entries stand in a script for each
//! kind, loaded only where one of them may match, and there the query is looked for itself: so
//! nothing is found that is not there, and nothing is missed.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::view::{SearchEntry, SearchIndex};
use crate::text::searchable;

/// The scripts of one language, by path.
pub fn search(index: &SearchIndex) -> Vec<(String, Vec<u8>)> {
    let path = |name: &str| format!("search/{}/{name}.js", index.language.code());
    let kinds = kinds(&index.entries);
    let counts: Vec<_> = kinds.iter().map(|(kind, entries)| (kind, entries.len())).collect();
    let pairs = pairs(&index.entries);
    let grams: String = pairs.keys().flat_map(|(first, second)| [*first, *second]).collect();
    let lists: Vec<String> = pairs.values().map(written).collect();
    let head = serde_json::json!({ "kinds": counts, "grams": grams, "lists": lists.join(" ") });
    let mut files = vec![(path("index"), script("index", &head))];
    for (kind, entries) in kinds {
        let entries: Vec<_> = entries.iter().map(|entry| record(entry)).collect();
        files.push((path(kind), script(kind, &serde_json::json!(entries))));
    }
    files
}

/// The entries by kind, in their order.
fn kinds(entries: &[SearchEntry]) -> Vec<(&'static str, Vec<&SearchEntry>)> {
    let mut kinds: Vec<(&'static str, Vec<&SearchEntry>)> = Vec::new();
    for entry in entries {
        match kinds.last_mut() {
            Some((kind, of_kind)) if *kind == entry.kind => of_kind.push(entry),
            _ => kinds.push((entry.kind, vec![entry])),
        }
    }
    kinds
}

fn record(entry: &SearchEntry) -> serde_json::Value {
    let SearchEntry { title, within, href, names, text, .. } = entry;
    serde_json::json!([title, within, href, names, text])
}

fn script(name: &str, data: &serde_json::Value) -> Vec<u8> {
    format!("kyotsuSearch(\"{name}\",{data});\n").into_bytes()
}

/// After the last letter of a piece, so that a single letter can be looked up wherever it stands.
const END: char = '\n';

/// Which entries have which pairs of letters.
fn pairs(entries: &[SearchEntry]) -> BTreeMap<(char, char), BTreeSet<usize>> {
    let mut pairs: BTreeMap<_, BTreeSet<usize>> = BTreeMap::new();
    for (number, entry) in entries.iter().enumerate() {
        for piece in [&entry.title].into_iter().chain(&entry.names).chain(&entry.text) {
            let folded = searchable(piece);
            let next = folded.chars().skip(1).chain([END]);
            for pair in folded.chars().zip(next) {
                pairs.entry(pair).or_default().insert(number);
            }
        }
    }
    pairs
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0246813579-_";

/// Numbers as the steps between them, five bits a digit, the lowest first; a digit from the second
/// half of the list is followed by another of the same number.
fn written(numbers: &BTreeSet<usize>) -> String {
    let mut text = String::new();
    let mut last = 0;
    for number in numbers {
        let mut step = number - last;
        last = *number;
        loop {
            let more = if step > 31 { 32 } else { 0 };
            let digit = DIGITS.get(step % 32 + more).copied().unwrap_or_default();
            text.push(char::from(digit));
            step /= 32;
            if more == 0 {
                break;
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::Language;

    /// The entries a query of one word may be found in, read from the scripts as they are published.
    fn candidates(files: &[(String, Vec<u8>)], query: &str) -> BTreeSet<usize> {
        let text = std::str::from_utf8(&files[0].1).unwrap();
        let json = text.strip_prefix("kyotsuSearch(\"index\",").unwrap();
        let head: serde_json::Value =
            serde_json::from_str(json.strip_suffix(");\n").unwrap()).unwrap();
        let grams: Vec<char> = head["grams"].as_str().unwrap().chars().collect();
        let lists: Vec<&str> = head["lists"].as_str().unwrap().split(' ').collect();
        let listed = |fits: &dyn Fn(&[char]) -> bool| -> BTreeSet<usize> {
            let fitting = grams.chunks(2).zip(&lists).filter(|(pair, _)| fits(pair));
            fitting.flat_map(|(_, list)| read(list)).collect()
        };
        let letters: Vec<char> = query.chars().collect();
        match letters.as_slice() {
            [letter] => listed(&|pair| pair[0] == *letter),
            letters => {
                let sets = letters.windows(2).map(|wanted| listed(&|pair| pair == wanted));
                sets.reduce(|all, one| all.intersection(&one).copied().collect()).unwrap()
            }
        }
    }

    fn read(list: &str) -> Vec<usize> {
        let (mut numbers, mut last, mut step, mut place) = (Vec::new(), 0, 0, 1);
        for digit in list.bytes().map(|byte| DIGITS.iter().position(|one| *one == byte).unwrap()) {
            step += digit % 32 * place;
            place *= 32;
            if digit < 32 {
                last += step;
                numbers.push(last);
                (step, place) = (0, 1);
            }
        }
        numbers
    }

    fn indexed(texts: &[String]) -> SearchIndex {
        let entry =
            |text: &String| SearchEntry { text: vec![text.clone()], ..SearchEntry::default() };
        SearchIndex { language: Language::Ja, entries: texts.iter().map(entry).collect() }
    }

    /// Few letters, so that many texts share them.
    fn words() -> impl Strategy<Value = String> {
        prop::collection::vec(
            prop::sample::select("共通化カｶﾞが AaＡ　・ー①㈱“-𠮷".chars().collect::<Vec<_>>()),
            0..9,
        )
        .prop_map(|letters| letters.into_iter().collect())
    }

    proptest! {
        #[test]
        fn every_entry_a_query_stands_in_is_a_candidate(
            texts in prop::collection::vec(words(), 1..40),
            query in words(),
            cut in (0usize..40, 0usize..9, 1usize..9),
        ) {
            let files = search(&indexed(&texts));
            let text: Vec<char> = texts[cut.0 % texts.len()].chars().collect();
            let piece: String = text.iter().skip(cut.1).take(cut.2).collect();
            for query in [query, piece] {
                let folded = searchable(&query);
                if folded.is_empty() {
                    continue;
                }
                let holds = |text: &String| searchable(text).contains(&folded);
                let expected = texts.iter().enumerate().filter(|(_, text)| holds(text));
                let expected: BTreeSet<usize> = expected.map(|(number, _)| number).collect();
                let found = candidates(&files, &folded);
                prop_assert!(found.is_superset(&expected), "{query}: {found:?} {expected:?}");
                // One letter or two need no second look.
                if folded.chars().count() <= 2 {
                    prop_assert_eq!(found, expected);
                }
            }
        }

        #[test]
        fn lists_are_read_as_they_were_written(numbers in prop::collection::btree_set(0usize..200_000, 0..60)) {
            prop_assert_eq!(read(&written(&numbers)).into_iter().collect::<BTreeSet<_>>(), numbers);
        }
    }

    #[test]
    fn entries_stand_in_the_script_of_their_kind() {
        let entry =
            |kind, title: &str| SearchEntry { kind, title: title.into(), ..SearchEntry::default() };
        let entries = vec![entry("area", "甲"), entry("area", "</script>"), entry("term", "丙")];
        let files = search(&SearchIndex { language: Language::En, entries });
        let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["search/en/index.js", "search/en/area.js", "search/en/term.js"]);
        let term = std::str::from_utf8(&files[2].1).unwrap();
        assert_eq!(term, "kyotsuSearch(\"term\",[[\"丙\",\"\",\"\",[],[]]]);\n");
    }
}
