//! The closing lines of a build.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use super::write::Written;
use crate::diag::{Diagnostic, Severity};
use crate::text::Language;

/// What a build came to.
pub struct Summary<'a> {
    /// pages of the site
    pub pages: usize,
    /// what became of its files
    pub written: Written,
    /// how many bytes a search may load, by language
    pub search: &'a BTreeMap<Language, usize>,
    /// messages that did not stop it
    pub warnings: usize,
    /// from start to end
    pub time: Duration,
    /// the output folder
    pub output: &'a Path,
    /// the file it was packed into
    pub zip: Option<&'a Path>,
    /// the day of the edition that was kept
    pub edition: Option<&'a str>,
}

impl Summary<'_> {
    /// The lines in a language.
    pub fn told(&self, language: Language) -> String {
        let Written { written, unchanged, removed } = self.written;
        let Self { pages, warnings, time, .. } = self;
        let seconds = time.as_secs_f64();
        let first = self.output.join("index.html");
        let open = first.display();
        let kilobytes = |of| self.search.get(&of).copied().unwrap_or_default().div_ceil(1000);
        let [ja, en] = Language::ALL.map(kilobytes);
        let zip = self.zip.map(|zip| match language {
            Language::Ja => format!("zip：{}\n", zip.display()),
            Language::En => format!("zip: {}\n", zip.display()),
        });
        let edition = self.edition.map(|day| match language {
            Language::Ja => format!("残した版：editions/{day}\n"),
            Language::En => format!("kept edition: editions/{day}\n"),
        });
        let zip = zip.unwrap_or_default() + &edition.unwrap_or_default();
        match language {
            Language::Ja => format!(
                "できました：{pages}ページ（書いたファイル {written}、変わらず {unchanged}、\
                 削除 {removed}、警告 {warnings}、{seconds:.1}秒）\n\
                 検索の索引：日本語 {ja} kB、英語 {en} kB\n開く：{open}\n{zip}"
            ),
            Language::En => format!(
                "done: {pages} pages (files written: {written}, unchanged: {unchanged}, \
                 removed: {removed}, warnings: {warnings}, {seconds:.1} s)\n\
                 search index: Japanese {ja} kB, English {en} kB\nopen: {open}\n{zip}"
            ),
        }
    }
}

/// How many messages are of a severity.
pub fn count(notes: &[Diagnostic], severity: Severity) -> usize {
    notes.iter().filter(|note| note.severity() == severity).count()
}

/// The closing line of messages.
pub fn counts(notes: &[Diagnostic], language: Language) -> String {
    let errors = count(notes, Severity::Error);
    let warnings = count(notes, Severity::Warning);
    match language {
        Language::Ja => format!("エラー {errors}件、警告 {warnings}件\n"),
        Language::En => format!("errors: {errors}, warnings: {warnings}\n"),
    }
}

/// Why there is no new site.
pub fn nothing_written(language: Language) -> &'static str {
    match language {
        Language::Ja => "何も書いていません。前のファイルはそのままです\n",
        Language::En => "nothing was written; the former files are as they were\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_says_what_changed_and_where_to_look() {
        let summary = Summary {
            pages: 12,
            written: Written { written: 3, unchanged: 20, removed: 1 },
            search: &BTreeMap::from([(Language::Ja, 412_001), (Language::En, 398_000)]),
            warnings: 2,
            time: Duration::from_millis(450),
            output: Path::new("output"),
            zip: Some(Path::new("a.zip")),
            edition: None,
        };
        let expected =
            "できました：12ページ（書いたファイル 3、変わらず 20、削除 1、警告 2、0.5秒）\n";
        let told = summary.told(Language::Ja);
        assert!(told.starts_with(expected), "{told}");
        assert!(told.ends_with("\nzip：a.zip\n"), "{told}");
        assert!(told.contains("検索の索引：日本語 413 kB、英語 398 kB\n"), "{told}");
        assert!(summary.told(Language::En).contains("files written: 3, unchanged: 20, removed: 1"));
    }
}
