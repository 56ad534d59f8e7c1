//! `kyotsu verify`: whether a published folder is what was written.

use std::path::Path;

use super::arguments::VerifyArguments;
use super::fault::Fault;
use super::manifest::{self, JOURNAL, MANIFEST, PARTIAL};
use super::terminal::say;
use super::write::Listing;
use super::{DONE, INPUTS, read};
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

/// What is wrong with a folder, path by path.
#[derive(Default)]
struct Verified {
    all: usize,
    missing: Vec<String>,
    changed: Vec<String>,
    foreign: Vec<String>,
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
        let mut verified = Self { all: written.len(), unfinished, ..Self::default() };
        for entry in written {
            let Some(path) = found.remove(&entry.path) else {
                verified.missing.push(entry.path);
                continue;
            };
            if !entry.is(&read::bytes(&folder.join(path))?) {
                verified.changed.push(entry.path);
            }
        }
        verified.foreign = found.into_keys().collect();
        Ok(verified)
    }

    fn is_whole(&self) -> bool {
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
        let [missing, changed, foreign] = kinds.map(|(_, paths)| paths.len());
        let all = self.all;
        told.push_str(&match language {
            Language::Ja => format!(
                "書き出したファイル {all}：不足 {missing}、変更 {changed}。ほかのファイル {foreign}\n"
            ),
            Language::En => format!(
                "files written: {all}, missing: {missing}, changed: {changed}; files of others: \
                 {foreign}\n"
            ),
        });
        if self.unfinished {
            told.push_str(UNFINISHED.get(language));
        } else if !self.is_whole() {
            told.push_str(MEND.get(language));
        }
        told
    }
}
