//! The command line, and the language everything is said in.

mod help;
mod wrong;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::text::Language;

/// What was asked for.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// the site
    Build(BuildArguments),
    /// the messages
    Check(CheckArguments),
    /// the site while it is worked on
    Preview(PreviewArguments),
    /// what differs
    Diff(DiffArguments),
    /// whether a published folder is as it was written
    Verify(VerifyArguments),
    /// where an area stands
    Explain(ExplainArguments),
    /// tables as a workbook
    Export(ExportArguments),
    /// a workbook into a table
    Import(ImportArguments),
    /// a new project
    Init(InitArguments),
    /// what a command or a message is about
    Help(HelpArguments),
    /// completions for a shell
    Completions(CompletionsArguments),
    /// a page for `man`
    Man(ManArguments),
}

/// Arguments of `build`.
#[derive(Args, Debug)]
pub struct BuildArguments {
    /// folder that holds `kyotsu.toml`
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// folder the site is written to
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// address of the site; ends in `/`
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub base_url: Option<String>,
    /// whether warnings stop the build
    #[arg(long)]
    pub strict: bool,
    /// file the site is packed into
    #[arg(long, value_name = "FILE")]
    pub zip: Option<PathBuf>,
    /// the day it is kept under
    #[arg(long, value_name = "DATE")]
    pub edition: Option<String>,
    /// whether drafts are built too, for reviewers only
    #[arg(long, conflicts_with = "edition")]
    pub drafts: bool,
}

/// Arguments of `check`.
#[derive(Args, Debug)]
pub struct CheckArguments {
    /// folder that holds `kyotsu.toml`
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// how messages are told
    #[arg(long, value_name = "text|json|html", value_enum, default_value_t = Telling::Text)]
    pub format: Telling,
    /// file the page is written to
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// the day reminders go by
    #[arg(long, value_name = "DATE", value_parser = super::clock::day)]
    pub today: Option<super::clock::Day>,
}

/// Arguments of `explain`.
#[derive(Args, Debug)]
pub struct ExplainArguments {
    /// the area's id or name
    #[arg(value_name = "ID")]
    pub id: String,
    /// folder that holds `kyotsu.toml`
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// how it is told
    #[arg(long, value_name = "text|json", value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `diff`.
#[derive(Args, Debug)]
pub struct DiffArguments {
    /// folder of the older version
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// folder of the newer one
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    /// how it is told
    #[arg(long, value_name = "text|json", value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `verify`.
#[derive(Args, Debug)]
pub struct VerifyArguments {
    /// the published folder
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// whether files of others are a fault
    #[arg(long)]
    pub strict: bool,
}

/// Arguments of `export`.
#[derive(Args, Debug)]
pub struct ExportArguments {
    /// tables to write; all where none is named
    #[arg(long, value_name = "NAME")]
    pub table: Vec<String>,
    /// the workbook
    #[arg(long, value_name = "FILE.xlsx")]
    pub output: Option<PathBuf>,
    /// folder that holds `kyotsu.toml`
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
}

/// Arguments of `import`.
#[derive(Args, Debug)]
pub struct ImportArguments {
    /// the workbook or CSV
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// the table it goes into
    #[arg(long, value_name = "NAME")]
    pub table: String,
    /// written without asking
    #[arg(long)]
    pub yes: bool,
    /// folder that holds `kyotsu.toml`
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
}

/// Arguments of `init`.
#[derive(Args, Debug)]
pub struct InitArguments {
    /// the new folder
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    /// headers and settings only
    #[arg(long)]
    pub empty: bool,
    /// with the theme
    #[arg(long)]
    pub theme: bool,
    /// the manual as a project of its own
    #[arg(long, conflicts_with = "empty")]
    pub manual: bool,
}

/// Arguments of `help`.
#[derive(Args, Debug)]
pub struct HelpArguments {
    /// a command, the code of a message, or `manual`
    #[arg(value_name = "TOPIC")]
    pub topic: Option<String>,
}

/// Arguments of `completions`.
#[derive(Args, Debug)]
pub struct CompletionsArguments {
    /// the shell they are for
    #[arg(value_name = "bash|zsh|fish|powershell", value_enum)]
    pub shell: Shell,
}

/// Arguments of `man`.
#[derive(Args, Debug)]
pub struct ManArguments {
    /// one command; else the program
    #[arg(value_name = "COMMAND")]
    pub command: Option<String>,
}

/// A shell that completes.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shell {
    /// on Linux
    Bash,
    /// on macOS
    Zsh,
    /// wherever it is chosen
    Fish,
    /// on Windows
    Powershell,
}

/// Arguments of `preview`.
#[derive(Args, Debug)]
pub struct PreviewArguments {
    /// folder that holds `kyotsu.toml`
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// where it is served; the next one where that is taken
    #[arg(long, value_name = "N", default_value_t = 8787)]
    pub port: u16,
    /// whether files are looked at again and again, not waited for
    #[arg(long)]
    pub poll: bool,
    /// the edition pages are compared with
    #[arg(long, value_name = "BASE")]
    pub review: Option<PathBuf>,
}

/// How messages are told.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Telling {
    /// on the terminal
    Text,
    /// for programs
    Json,
    /// as a page to open
    Html,
}

/// How an explanation is told.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// for people
    Text,
    /// for programs
    Json,
}

/// Why there is no command to run.
#[derive(Debug)]
pub enum Stop {
    /// help or the version, as asked for
    Help(String),
    /// what is wrong with the command line
    Wrong(String),
}

#[derive(Parser)]
#[command(name = "kyotsu", version)]
struct Line {
    #[arg(long, global = true, value_name = "ja|en", value_enum)]
    lang: Option<Tongue>,
    #[command(subcommand)]
    command: Command,
}

#[derive(ValueEnum, Clone, Copy)]
enum Tongue {
    Ja,
    En,
}

/// The command, and the language to answer in, also where there is no command.
pub fn parse(arguments: impl Iterator<Item = OsString>) -> (Language, Result<Command, Stop>) {
    let arguments: Vec<OsString> = arguments.collect();
    let language = asked_language(&arguments)
        .unwrap_or_else(|| locale_language(sys_locale::get_locale().as_deref()));
    let mut command = help::worded(Line::command(), language);
    let line = command
        .try_get_matches_from_mut(&arguments)
        .and_then(|mut matches| Line::from_arg_matches_mut(&mut matches));
    match line {
        Ok(line) => (line.lang.map_or(language, Tongue::language), Ok(line.command)),
        Err(error) => (language, Err(wrong::told(&error, language))),
    }
}

/// The command line with its words in a language.
pub fn command(language: Language) -> clap::Command {
    help::worded(Line::command(), language)
}

/// The help on a command, or on all of them.
pub fn help(named: Option<&str>, language: Language) -> Option<String> {
    let mut command = command(language);
    command.build();
    let asked = match named {
        Some(name) => command.find_subcommand_mut(name)?,
        None => &mut command,
    };
    Some(asked.render_help().to_string())
}

impl Tongue {
    fn language(self) -> Language {
        match self {
            Self::Ja => Language::Ja,
            Self::En => Language::En,
        }
    }
}

/// What `--lang` says: it is needed before the rest is understood.
fn asked_language(arguments: &[OsString]) -> Option<Language> {
    let texts: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let after = texts.windows(2).find_map(|pair| match pair {
        [name, value] if name == "--lang" => Some(value.as_ref()),
        _ => None,
    });
    let value = after.or_else(|| texts.iter().find_map(|text| text.strip_prefix("--lang=")));
    Some(Tongue::from_str(value?, false).ok()?.language())
}

fn locale_language(locale: Option<&str>) -> Language {
    match locale {
        Some(locale) if locale.starts_with("ja") => Language::Ja,
        _ => Language::En,
    }
}

fn base_url(written: &str) -> Result<String, String> {
    let after = ["https://", "http://"].iter().find_map(|scheme| written.strip_prefix(scheme));
    match after {
        Some(host) if !host.is_empty() && !host.contains([' ', '?', '#']) => {
            Ok(format!("{}/", written.trim_end_matches('/')))
        }
        _ => Err("write it as https://example.lg.jp/report/".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> (Language, Result<Command, Stop>) {
        parse(line.split(' ').map(OsString::from))
    }

    fn wrong(line: &str) -> String {
        match parsed(line).1.unwrap_err() {
            Stop::Wrong(text) => text,
            Stop::Help(text) => panic!("help: {text}"),
        }
    }

    #[test]
    fn every_flag_is_understood() {
        let line = "kyotsu build --root r --output o --base-url https://a.jp --strict --zip z --edition 2026-11-22 --lang en";
        let (language, command) = parsed(line);
        let Command::Build(build) = command.unwrap() else { panic!("not a build") };
        assert_eq!(language, Language::En);
        assert_eq!((build.root, build.output), ("r".into(), Some("o".into())));
        assert_eq!(build.base_url.as_deref(), Some("https://a.jp/"));
        assert!(build.strict);
        assert_eq!(build.zip, Some("z".into()));
        assert_eq!(build.edition.as_deref(), Some("2026-11-22"));
    }

    #[test]
    fn the_locale_decides_where_nothing_is_asked() {
        assert_eq!(locale_language(Some("ja-JP")), Language::Ja);
        assert_eq!(locale_language(Some("en-GB")), Language::En);
        assert_eq!(locale_language(None), Language::En);
    }

    #[test]
    fn an_unknown_option_is_told_with_the_nearest_one() {
        let told = wrong("kyotsu --lang=ja build --outptu x");
        assert!(
            told.starts_with("エラー: 「--outptu」は使えません。「--output」ではありませんか\n"),
            "{told}"
        );
        assert!(told.contains("使い方: kyotsu build"), "{told}");
        assert!(wrong("kyotsu --lang en build --outptu x").contains("--output"));
    }

    #[test]
    fn other_slips_are_told_in_japanese() {
        for (line, sentence) in [
            (
                "kyotsu --lang ja bild",
                "「bild」というコマンドはありません。「build」ではありませんか",
            ),
            ("kyotsu --lang ja init", "「<DIR>」が足りません"),
            ("kyotsu --lang ja check --format xml", "--format"),
            ("kyotsu --lang ja build --root", "--root"),
            ("kyotsu --lang ja build --base-url a.jp", "https://example.lg.jp/report/"),
            ("kyotsu --lang ja check --root a --root b", "2回書かれています"),
            ("kyotsu --lang ja build extra", "「extra」は使えません"),
        ] {
            let told = wrong(line);
            let first = told.lines().next().unwrap();
            assert!(first.contains(sentence), "{line}: {told}");
            assert!(!told.contains("Usage") && !told.contains("error:"), "{told}");
        }
    }

    #[test]
    fn no_command_at_all_shows_the_help() {
        assert!(wrong("kyotsu").contains("kyotsu"));
        assert!(matches!(parsed("kyotsu --help").1, Err(Stop::Help(_))));
        assert!(matches!(parsed("kyotsu --version").1, Err(Stop::Help(_))));
    }
}
