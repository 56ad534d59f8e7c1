//! Only letters a reader knows and every machine shows.

use kyotsu::text::stray_in_print;

use super::{none, site};

/// Published files that are read as text.
const TEXTS: [&str; 9] = ["html", "csv", "json", "jsonld", "svg", "css", "js", "xml", "txt"];

#[test]
fn every_published_letter_is_in_the_repertoire() {
    let mut faults = Vec::new();
    for (path, bytes) in &site().files {
        if !TEXTS.iter().any(|ending| path.ends_with(&format!(".{ending}"))) {
            continue;
        }
        match std::str::from_utf8(bytes) {
            Err(_) => faults.push(format!("{path}: not UTF-8")),
            Ok(text) => faults
                .extend(strays(without_mark(path, text)).map(|stray| format!("{path}: {stray}"))),
        }
        if bytes.contains(&b'\r') {
            faults.push(format!("{path}: a carriage return"));
        }
    }
    none("letters that may not be published", faults);
}

/// A file for spreadsheets begins with a byte order mark, and has it nowhere else.
fn without_mark<'a>(path: &str, text: &'a str) -> &'a str {
    let marked = text.strip_prefix('\u{feff}').filter(|_| path.ends_with(".csv"));
    marked.unwrap_or(text)
}

/// What is written as a character reference or an escape is no letter of the file itself.
#[test]
fn no_letter_is_hidden_in_an_escape() {
    let mut faults = site().faults(|page| {
        let texts = page.html.root_element().text();
        texts.flat_map(|text| strays(text).collect::<Vec<_>>()).collect()
    });
    for (path, bytes) in site().files.iter().filter(|(path, _)| path.ends_with(".json")) {
        let json: serde_json::Value = serde_json::from_slice(bytes).unwrap();
        let mut texts = Vec::new();
        collect(&json, &mut texts);
        let found = texts.iter().flat_map(|text| strays(text));
        faults.extend(found.map(|stray| format!("{path}: {stray}")));
    }
    none("letters that may not be published", faults);
}

fn collect<'a>(json: &'a serde_json::Value, texts: &mut Vec<&'a str>) {
    match json {
        serde_json::Value::String(text) => texts.push(text),
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
        serde_json::Value::Object(fields) => {
            for (name, field) in fields {
                texts.push(name);
                collect(field, texts);
            }
        }
        _ => {}
    }
}

fn strays(text: &str) -> impl Iterator<Item = String> {
    text.split(['\n', '\t']).filter_map(|line| {
        let by_list = stray_in_print(line).map(|(letter, _)| letter);
        let letter = by_list.or_else(|| line.chars().find(|letter| is_never_right(*letter)))?;
        let around: String = line.chars().skip_while(|one| *one != letter).take(20).collect();
        Some(format!("U+{:04X} in 「{around}」", u32::from(letter)))
    })
}

/// Said a second time, so that a slip in the program's own list is seen: Greek, Cyrillic, letters
/// of no width, and marks that stand on other letters.
fn is_never_right(letter: char) -> bool {
    matches!(letter,
        '\u{300}'..='\u{52f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3099}'..='\u{309a}' | '\u{e000}'..='\u{f8ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}')
}

#[test]
fn look_alikes_and_what_cannot_be_seen_are_found() {
    for letter in ['\u{410}', '\u{3a5}', '\u{200b}', '\u{301}', '\u{3099}', '\u{feff}', '\u{fffd}']
    {
        assert_eq!(strays(&format!("甲{letter}乙")).count(), 1, "{letter:?}");
    }
    assert_eq!(strays("共通化①～ AI-OCR\n\t（2018年）").count(), 0);
}
