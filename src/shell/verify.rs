//! `kyotsu verify`: whether a published folder is what was written.

use std::path::Path;

use super::arguments::VerifyArguments;
use super::fault::Fault;
use super::manifest::{self, JOURNAL, MANIFEST, PARTIAL};
use super::terminal::say;
use super::write::Listing;
use super::{DONE, INPUTS, read};
use crate::build::{DeadLink, dead_links};
use crate::text::{Label, Language};

const MISSING: Label = Label::new("ありません", "missing");
const CHANGED: Label = Label::new("変わっています", "changed");
const FOREIGN: Label = Label::new("kyotsu が書いたものではありません", "not written by kyotsu");
const UNFINISHED: Label = Label::new(
    "前の書き出しが途中で終わっています。kyotsu build をもう一度実行してください\n",
    "the last build did not finish writing. Run kyotsu build again\n",
);
const MEND: Label = Label::new(
    "公開したファイルと違います。kyotsu build をもう一度実行し、フォルダー全体を置き直してください\n",
    "this is not what was published. Run kyotsu build again and put the whole folder in place anew\n",
);

const MEND_LINKS: Label = Label::new(
    "リンクの先がありません。先のファイルを元の場所に戻すか、原稿のリンクを直して、kyotsu build をもう一度実行してください\n",
    "links lead nowhere. Put the files back where they were, or mend the links in the sources and run kyotsu build again\n",
);

/// What is wrong with a folder, path by path.
#[derive(Default)]
struct Verified {
    all: usize,
    missing: Vec<String>,
    changed: Vec<String>,
    foreign: Vec<String>,
    dead: Vec<DeadLink>,
    unfinished: bool,
}

/// Tells files that are missing, changed or of others; those of others are no fault unless `strict`.
pub fn run(arguments: &VerifyArguments, language: Language) -> Result<u8, Fault> {
    let verified = Verified::of(&arguments.folder)?;
    say(&verified.told(language))?;
    let is_foreign = arguments.strict && !verified.foreign.is_empty();
    let is_whole = verified.is_whole() && !is_foreign;
    Ok(if is_whole { DONE } else { INPUTS })
}

impl Verified {
    fn of(folder: &Path) -> Result<Self, Fault> {
        if !folder.is_dir() {
            return Err(Fault::version_missing(folder));
        }
        let manifest = folder.join(MANIFEST);
        if !manifest.exists() {
            return Err(Fault::manifest_missing(folder));
        }
        let bytes = read::bytes(&manifest)?;
        let written =
            manifest::entries(&bytes).ok_or_else(|| Fault::manifest_unreadable(&manifest))?;
        let mut found = Listing::of(folder)?.files;
        let unfinished = [JOURNAL, PARTIAL].iter().any(|name| found.remove(*name).is_some());
        found.remove(MANIFEST);
        let all = found.keys().cloned().collect();
        let mut pages = Vec::new();
        let mut verified = Self { all: written.len(), unfinished, ..Self::default() };
        for entry in written {
            let Some(path) = found.remove(&entry.path) else {
                verified.missing.push(entry.path);
                continue;
            };
            let bytes = read::bytes(&folder.join(path))?;
            if !entry.is(&bytes) {
                verified.changed.push(entry.path.clone());
            }
            if entry.path.ends_with(".html") {
                pages.push((entry.path, bytes));
            }
        }
        verified.dead = dead_links(&pages, &all);
        verified.foreign = found.into_keys().collect();
        Ok(verified)
    }

    fn is_whole(&self) -> bool {
        self.is_as_written() && self.dead.is_empty()
    }

    /// Whether every file is there and as it was written; links may lead nowhere all the same.
    fn is_as_written(&self) -> bool {
        self.missing.is_empty() && self.changed.is_empty() && !self.unfinished
    }

    fn told(&self, language: Language) -> String {
        let kinds = [(MISSING, &self.missing), (CHANGED, &self.changed), (FOREIGN, &self.foreign)];
        let lines = kinds.into_iter().flat_map(|(label, paths)| {
            paths.iter().map(move |path| match language {
                Language::Ja => format!("{}：{path}\n", label.get(language)),
                Language::En => format!("{}: {path}\n", label.get(language)),
            })
        });
        let mut told: String = lines.collect();
        told.extend(self.dead.iter().map(|link| dead(link, language)));
        let [missing, changed, foreign] = kinds.map(|(_, paths)| paths.len());
        let (all, dead) = (self.all, self.dead.len());
        told.push_str(&match language {
            Language::Ja => format!(
                "書き出したファイル {all}：不足 {missing}、変更 {changed}、切れたリンク {dead}。ほかのファイル {foreign}\n"
            ),
            Language::En => format!(
                "files written: {all}, missing: {missing}, changed: {changed}, dead links: {dead}; \
                 files of others: {foreign}\n"
            ),
        });
        if self.unfinished {
            told.push_str(UNFINISHED.get(language));
        } else if !self.is_as_written() {
            told.push_str(MEND.get(language));
        } else if !self.is_whole() {
            told.push_str(MEND_LINKS.get(language));
        }
        told
    }
}

/// `areas/index.html：「../data/x.csv」の先の data/x.csv がありません`
fn dead(link: &DeadLink, language: Language) -> String {
    let DeadLink { page, href, file, place } = link;
    match (language, place) {
        (Language::Ja, None) => {
            format!("{page}：リンク「{href}」の先のファイル {file} がありません\n")
        }
        (Language::Ja, Some(place)) => {
            format!("{page}：リンク「{href}」の先の {file} に「{place}」という場所がありません\n")
        }
        (Language::En, None) => {
            format!("{page}: the link 「{href}」 leads to {file}, which is not there\n")
        }
        (Language::En, Some(place)) => {
            format!("{page}: the link 「{href}」 leads to {file}, which has no place 「{place}」\n")
        }
    }
}
