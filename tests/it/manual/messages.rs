//! Messages with their answers: each is shown as it really appears, and every code is listed.

use kyotsu::diag::{CODES, Severity};
use kyotsu::text::Language::{self, En, Ja};

use super::{none, page, read, root, settled};
use crate::folder::{Place, put, write};
use crate::program::{Run, kyotsu};
use crate::site::project;

#[test]
fn each_round_gives_the_message_it_shows_and_every_code_is_listed() {
    let wrong = Language::ALL.into_iter().filter_map(|language| {
        let path = page("messages", language);
        let mut case = read(&path);
        let files = case.fences().filter_map(|one| Some((one.path()?, &one.body)));
        let told = told(files.filter(|(name, _)| name.contains('/')), language);
        let mut file = String::new();
        for fence in case.fences_mut() {
            let name = fence.path().unwrap().to_owned();
            if fence.kind() == "text" {
                let is_it = |one: &&str| {
                    one.contains(&format!("[{name}]: ")) && one.contains(&format!("--> {file}:"))
                };
                let found = told.split("\n\n").find(is_it);
                let found = found.unwrap_or_else(|| panic!("no {name} of {file} in {told}"));
                fence.body = format!("{}\n", found.trim_end());
            } else {
                file = name;
            }
        }
        settled(&path, &with_codes(&case.written(), language))
    });
    none(wrong.collect());
}

/// What `check` tells of the manual's own project with the files of all rounds laid over it.
fn told<'a>(files: impl Iterator<Item = (&'a str, &'a String)>, language: Language) -> String {
    let place = Place::new();
    put(place.path(), &project::below(&root()));
    for (name, body) in files {
        write(place.path(), name, body);
    }
    kyotsu(language.code(), ["check"]).current_dir(place.path()).told().out
}

/// The page with the list of all codes as the program has them.
fn with_codes(text: &str, language: Language) -> String {
    let heading = text.find("{#codes}").unwrap();
    let start = heading + text[heading..].find("\n| ").unwrap() + 1;
    let end = start + text[start..].find("\n\n").unwrap() + 1;
    format!("{}{}{}", &text[..start], listed(language), &text[end..])
}

fn listed(language: Language) -> String {
    let head = match language {
        Ja => "| 番号 | 意味 | 種類 |\n| --- | --- | --- |\n",
        En => "| Code | Meaning | Kind |\n| --- | --- | --- |\n",
    };
    let rows = CODES.iter().map(|code| {
        let severity = match (code.severity, language) {
            (Severity::Error, Ja) => "エラー",
            (Severity::Error, En) => "error",
            (Severity::Warning, Ja) => "警告",
            (Severity::Warning, En) => "warning",
        };
        format!("| {} | {} | {severity} |\n", code.id, code.title.get(language))
    });
    format!("{head}{}", rows.collect::<String>())
}
