//! The manual of the messages: a page for each code, its example run like a case.
//!
//! `UPDATE=1 cargo test --test it manual` writes the messages of the examples.

use kyotsu::threads;

use super::*;

fn pages() -> PathBuf {
    root().join("docs/diagnostics")
}

#[test]
fn every_code_has_its_page_and_every_page_its_code() {
    let codes = CODES.iter().map(|code| format!("{}.md", code.id));
    let found = paths(&pages());
    let found = found.iter().map(|path| path.file_name().unwrap().to_str().unwrap().to_owned());
    assert_eq!(codes.collect::<Vec<_>>(), found.collect::<Vec<_>>());
}

#[test]
fn a_page_is_titled_as_its_code_and_tells_both_languages_what_to_do() {
    let wrong = CODES.iter().filter_map(|code| {
        let text = read(&pages().join(format!("{}.md", code.id)));
        let title = format!("# {} {} · {}", code.id, code.title.ja, code.title.en);
        let (japanese, rest) = text.split_once("\n## English\n")?;
        let english = rest.split("\n## ").next().unwrap();
        let fits = japanese.lines().next() == Some(&title)
            && japanese.contains("\n1. ")
            && english.contains("\n1. ")
            && japanese.contains("Excel")
            && (english.contains("Excel") || english.contains("text editor"))
            && !english.contains(['。', 'を', 'の']);
        (!fits).then_some(code.id)
    });
    assert_eq!(wrong.collect::<Vec<_>>(), Vec::<&str>::new());
    let whole = |id: &str| read(&pages().join(format!("{id}.md"))).contains("\n## English\n");
    assert!(CODES.iter().all(|code| whole(code.id)));
}

#[test]
fn the_example_of_every_page_gives_its_code() {
    let project = Project::read(&root());
    let update = std::env::var_os("UPDATE").is_some();
    let codes: Vec<_> = CODES.iter().filter(|code| is_provoked(code.id)).collect();
    let wrong = threads::each(&codes, |code| {
        let path = pages().join(format!("{}.md", code.id));
        let told = differences(&path, &project, update);
        let text = read(&path);
        let gives =
            ["error", "warning"].iter().any(|one| text.contains(&format!("\n{one} {} ", code.id)));
        told.or((!gives).then(|| format!("{}: its example does not give it", code.id)))
    });
    let wrong: Vec<String> = wrong.into_iter().flatten().collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
