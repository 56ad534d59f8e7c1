//! What the documents do not say: four readers, fifteen questions each, every one answered.

use super::site;

const READERS: [&str; 4] = ["council", "staff", "vendor", "resident"];

/// How an answer begins, in each language.
const ANSWERS: [(&str, [&str; 3]); 2] = [
    ("unknowns/index.html", ["2資料に記載なし", "2資料に一部記載あり", "2資料に記載あり"]),
    (
        "en/unknowns/index.html",
        ["Not stated in the two documents", "Stated in part in the two", "Stated in the two"],
    ),
];

#[test]
fn four_readers_find_fifteen_answers_each() {
    for (path, begins) in ANSWERS {
        let page = String::from_utf8_lossy(&site().files[path]).into_owned();
        for reader in READERS {
            let start = page.find(&format!("<h2 id=\"{reader}\"")).expect(reader);
            let part = page[start + 1..].split("<h2").next().unwrap();
            let answers: Vec<&str> = part.split("<h3").skip(1).collect();
            assert_eq!(answers.len(), 15, "{path} {reader}");
            for answer in answers {
                let said = answer.split("<p>").nth(1).unwrap_or_default();
                assert!(begins.iter().any(|one| said.starts_with(one)), "{path}: {answer}");
            }
        }
    }
}
