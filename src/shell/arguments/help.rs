//! The words of `--help`, Japanese and English side by side.

use clap::{Arg, ArgAction, Command};

use crate::text::{Label, Language};

const ABOUT: Label = Label::new(
    "自治体の共通化の検討資料（CSV・TOML・Markdown）から静的なサイトを作ります",
    "Makes a static site about commonising municipal systems from CSV, TOML and Markdown",
);
const USAGE: Label = Label::new("使い方", "Usage");
const COMMANDS: Label = Label::new("コマンド", "Commands");
const ARGUMENTS: Label = Label::new("引数", "Arguments");
const OPTIONS: Label = Label::new("オプション", "Options");
const EXITS: Label = Label::new(
    "終了コード: 0 完了、1 入力に誤り（何も書きません）、2 使い方の誤り、3 ディスクなどの障害",
    "Exit codes: 0 done, 1 wrong inputs (nothing written), 2 wrong usage, 3 the machine failed",
);
const LANG: Label = Label::new(
    "メッセージの言語。ja または en（省略すると、使っている環境の言語）",
    "Language of messages, ja or en (else that of the environment)",
);
const HELP: Label = Label::new("この説明を表示", "Show this help");
const VERSION: Label = Label::new("版を表示", "Show the version");
const ROOT: Label = Label::new(
    "kyotsu.toml のあるフォルダー（省略すると、今いるフォルダー）",
    "Folder that holds kyotsu.toml (else the current folder)",
);

const FORMAT: Label =
    Label::new("表示の形。text（省略時）または json", "How to show it, text (the default) or json");

/// Where flags every command has stand in the list.
const LAST: usize = 100;

/// One command in words: its name, usage, purpose, and arguments.
struct Page {
    name: &'static str,
    usage: Label,
    about: Label,
    arguments: &'static [(&'static str, Label)],
}

const PAGES: [Page; 12] = [
    Page {
        name: "build",
        usage: Label::new("kyotsu build [オプション]", "kyotsu build [OPTIONS]"),
        about: Label::new("サイトを作る", "Make the site"),
        arguments: &[
            ("root", ROOT),
            (
                "output",
                Label::new(
                    "サイトを書き出すフォルダー（省略すると、--root の中の output）",
                    "Folder the site is written to (else output below --root)",
                ),
            ),
            (
                "base_url",
                Label::new(
                    "公開するときのアドレス。例：https://example.lg.jp/report/",
                    "Address the site will have, such as https://example.lg.jp/report/",
                ),
            ),
            (
                "strict",
                Label::new(
                    "警告があるときも書き出さず、終了コード1で終わる",
                    "Write nothing and exit with 1 on warnings too",
                ),
            ),
            (
                "zip",
                Label::new(
                    "手渡し用に、サイトと「はじめに.html」をまとめて書くzipファイル",
                    "Zip file to hand over, with the site and a page that opens it",
                ),
            ),
            (
                "edition",
                Label::new(
                    "データとサイトを、この日付の版として editions に残す。例：2026-11-22",
                    "Also keep data and site in editions, as the edition of this day, such as 2026-11-22",
                ),
            ),
            (
                "drafts",
                Label::new(
                    "未公表案も入れ、全ページに印を付けて、確認のために作る（--output が必要）",
                    "Build drafts too, every page marked, for review only (needs --output)",
                ),
            ),
        ],
    },
    Page {
        name: "check",
        usage: Label::new("kyotsu check [オプション]", "kyotsu check [OPTIONS]"),
        about: Label::new(
            "誤りをすべて表示する（何も書き出さない）",
            "Show every mistake, write nothing",
        ),
        arguments: &[
            ("root", ROOT),
            (
                "format",
                Label::new(
                    "表示の形。text（省略時）、json または html（開いて読める1ページ）",
                    "How to show them: text (the default), json or html (one page to open)",
                ),
            ),
            (
                "output",
                Label::new(
                    "--format html のページを書くファイル。例：check.html",
                    "File the page of --format html is written to, such as check.html",
                ),
            ),
            (
                "today",
                Label::new(
                    "見直しの時期を数える日（省略すると今日）。例：2026-11-22",
                    "Day to count overdue reviews from (else today), such as 2026-11-22",
                ),
            ),
        ],
    },
    Page {
        name: "explain",
        usage: Label::new("kyotsu explain [オプション] <ID>", "kyotsu explain [OPTIONS] <ID>"),
        about: Label::new(
            "業務領域の状態と、その理由・根拠・手がかりを表示する",
            "Show where an area stands, with reasons, evidence and leads",
        ),
        arguments: &[
            (
                "id",
                Label::new(
                    "業務領域のID（areas.csv の id）か名前",
                    "ID of the area (id in areas.csv) or its name",
                ),
            ),
            ("root", ROOT),
            ("format", FORMAT),
        ],
    },
    Page {
        name: "diff",
        usage: Label::new(
            "kyotsu diff [オプション] <OLD> <NEW>",
            "kyotsu diff [OPTIONS] <OLD> <NEW>",
        ),
        about: Label::new(
            "2つの版のデータの違いと、状態を変えた行を表示する",
            "Show what differs between two versions of the data, and which rows turned a state",
        ),
        arguments: &[
            (
                "old",
                Label::new(
                    "前の版のフォルダー。プロジェクト、data フォルダー、または書き出したサイト",
                    "Folder of the older version: a project, a data folder or a published site",
                ),
            ),
            (
                "new",
                Label::new("後の版のフォルダー（同じく）", "Folder of the newer one, likewise"),
            ),
            ("format", FORMAT),
        ],
    },
    Page {
        name: "verify",
        usage: Label::new("kyotsu verify [オプション] <DIR>", "kyotsu verify [OPTIONS] <DIR>"),
        about: Label::new(
            "公開したフォルダーが書き出したままかを確かめる",
            "Check whether a published folder is as it was written",
        ),
        arguments: &[
            (
                "folder",
                Label::new(
                    "書き出したサイトのフォルダー（またはその写し）",
                    "Folder of the published site, or a copy of it",
                ),
            ),
            (
                "strict",
                Label::new(
                    "kyotsu が書いたものでないファイルがあるときも、終了コード1で終わる",
                    "Exit with 1 also where there are files kyotsu did not write",
                ),
            ),
        ],
    },
    Page {
        name: "export",
        usage: Label::new("kyotsu export [オプション]", "kyotsu export [OPTIONS]"),
        about: Label::new("表をExcelブックに書き出す", "Write tables to a workbook"),
        arguments: &[
            (
                "table",
                Label::new(
                    "書き出す表の名前。何度でも書ける（省略すると、すべての表）",
                    "Table to write; may be given several times (else all tables)",
                ),
            ),
            (
                "output",
                Label::new(
                    "書き出すExcelブック（省略すると、今いるフォルダーの 表の名前.xlsx か tables.xlsx）",
                    "The workbook (else NAME.xlsx or tables.xlsx in the current folder)",
                ),
            ),
            ("root", ROOT),
        ],
    },
    Page {
        name: "import",
        usage: Label::new(
            "kyotsu import [オプション] --table <表> <ファイル>",
            "kyotsu import [OPTIONS] --table <NAME> <FILE>",
        ),
        about: Label::new(
            "ExcelブックかCSVを表に取り込む（違いを見せてから書く）",
            "Take a workbook or CSV into a table (shows the difference first)",
        ),
        arguments: &[
            (
                "file",
                Label::new("取り込むExcelブック（.xlsx）かCSV", "The workbook (.xlsx) or CSV"),
            ),
            (
                "table",
                Label::new("取り込む先の表の名前。例：areas", "Table it goes into, such as areas"),
            ),
            ("yes", Label::new("尋ねずに書き込む", "Write without asking")),
            ("root", ROOT),
        ],
    },
    Page {
        name: "init",
        usage: Label::new("kyotsu init [オプション] <DIR>", "kyotsu init [OPTIONS] <DIR>"),
        about: Label::new("新しいフォルダーに一式を作る", "Make a project in a new folder"),
        arguments: &[
            ("folder", Label::new("新しいフォルダーの名前", "Name of the new folder")),
            ("empty", Label::new("見出しと設定だけにする", "Headers and settings only")),
            (
                "theme",
                Label::new("テーマ（画面のひな型）も入れる", "With the theme (page templates)"),
            ),
            (
                "manual",
                Label::new(
                    "手引きのサイトを作る一式にする（例のデータも入っています）",
                    "The manual as a project of its own, with the data of its examples",
                ),
            ),
        ],
    },
    Page {
        name: "help",
        usage: Label::new(
            "kyotsu help [コマンドかメッセージの番号か manual]",
            "kyotsu help [COMMAND, CODE OR manual]",
        ),
        about: Label::new(
            "コマンドの使い方、メッセージの番号（例：D204）の意味と直し方、手引き（manual）の読み方を表示する",
            "Show how a command is used, what a message such as D204 means, or where the manual is",
        ),
        arguments: &[(
            "topic",
            Label::new(
                "コマンドの名前、メッセージの番号、または manual（例：build、D204）",
                "A command, the code of a message, or manual, such as build or D204",
            ),
        )],
    },
    Page {
        name: "completions",
        usage: Label::new("kyotsu completions <シェル>", "kyotsu completions <SHELL>"),
        about: Label::new(
            "コマンドの補完の設定を書き出す",
            "Write what completes commands in a shell",
        ),
        arguments: &[(
            "shell",
            Label::new(
                "シェルの名前。bash、zsh、fish または powershell",
                "The shell: bash, zsh, fish or powershell",
            ),
        )],
    },
    Page {
        name: "man",
        usage: Label::new("kyotsu man [コマンド]", "kyotsu man [COMMAND]"),
        about: Label::new("man の形の説明を書き出す", "Write a page for man"),
        arguments: &[(
            "command",
            Label::new("コマンドの名前（省略すると全体）", "A command (else the whole program)"),
        )],
    },
    Page {
        name: "preview",
        usage: Label::new("kyotsu preview [オプション]", "kyotsu preview [OPTIONS]"),
        about: Label::new(
            "作りながらブラウザーで見る（保存すると画面が変わる。何も書き出さない）",
            "Show the site in the browser while working on it; write nothing",
        ),
        arguments: &[
            ("root", ROOT),
            (
                "port",
                Label::new(
                    "ポート番号（省略すると8787。使われていれば次の番号）",
                    "Port number (else 8787; the next one where it is taken)",
                ),
            ),
            (
                "poll",
                Label::new(
                    "変更の知らせを待たず、ファイルを0.5秒ごとに見る（共有フォルダー向け）",
                    "Look at the files every 0.5 s, for shared folders that tell no changes",
                ),
            ),
            (
                "review",
                Label::new(
                    "この版との違いに印を付ける。版の日付（editions の中）、サイトのフォルダー、kyotsu.toml のあるフォルダーのどれか",
                    "Mark what differs from this edition: its date in editions, a site's folder, or a folder that holds kyotsu.toml",
                ),
            ),
        ],
    },
];

/// The command with all its words in a language.
pub fn worded(command: Command, language: Language) -> Command {
    let usage = Label::new("kyotsu <コマンド>", "kyotsu <COMMAND>");
    let command =
        common(command, usage, &[(COMMANDS, "subcommands"), (OPTIONS, "options")], language)
            .about(ABOUT.get(language))
            .after_help(EXITS.get(language))
            .disable_help_subcommand(true)
            .disable_version_flag(true)
            .arg(flag("version", 'V', ArgAction::Version, VERSION, language))
            .mut_arg("lang", |arg| plain(arg, LANG, language).display_order(LAST - 1));
    PAGES.iter().fold(command, |command, page| {
        command.mut_subcommand(page.name, |command| on_page(command, page, language))
    })
}

fn on_page(command: Command, page: &Page, language: Language) -> Command {
    let sections: &[_] = match command.get_positionals().next() {
        Some(_) => &[(ARGUMENTS, "positionals"), (OPTIONS, "options")],
        None => &[(OPTIONS, "options")],
    };
    let command = common(command, page.usage, sections, language).about(page.about.get(language));
    page.arguments.iter().fold(command, |command, (id, words)| {
        command.mut_arg(id, |arg| plain(arg, *words, language))
    })
}

/// What all commands share. The sections are headed here, as clap heads them in English only.
fn common(
    command: Command,
    usage: Label,
    sections: &[(Label, &str)],
    language: Language,
) -> Command {
    let mut template = format!("{{about}}\n\n{}: {{usage}}", USAGE.get(language));
    for (heading, part) in sections {
        template.push_str(&format!("\n\n{}:\n{{{part}}}", heading.get(language)));
    }
    template.push_str("{after-help}\n");
    command
        .override_usage(usage.get(language))
        .help_template(template)
        .disable_help_flag(true)
        .arg(flag("help", 'h', ArgAction::Help, HELP, language))
}

fn flag(
    name: &'static str,
    short: char,
    action: ArgAction,
    words: Label,
    language: Language,
) -> Arg {
    let arg = Arg::new(name).long(name).short(short).action(action);
    arg.help(words.get(language)).display_order(LAST)
}

/// Values and defaults stand in the words themselves: clap would name them in English only.
fn plain(arg: Arg, words: Label, language: Language) -> Arg {
    let takes_value = arg.get_action().takes_values();
    let arg = arg.help(words.get(language));
    match takes_value {
        true => arg.hide_possible_values(true).hide_default_value(true),
        false => arg,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Line;
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn every_argument_is_worded_in_both_languages() {
        for language in Language::ALL {
            let command = worded(Line::command(), language);
            command.clone().debug_assert();
            for part in command.get_subcommands().chain([&command]) {
                for arg in part.get_arguments() {
                    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                    let japanese = !help.is_ascii();
                    assert_eq!(japanese, language == Language::Ja, "{} {help}", arg.get_id());
                }
            }
        }
    }

    #[test]
    fn japanese_help_has_its_own_headings() {
        let mut command = worded(Line::command(), Language::Ja);
        let init = command.find_subcommand_mut("init").unwrap().render_help().to_string();
        for heading in ["使い方: kyotsu init [オプション] <DIR>", "引数:", "オプション:"]
        {
            assert!(init.contains(heading), "{init}");
        }
        let all = command.render_help().to_string();
        assert!(all.contains("コマンド:\n  build ") && all.contains(" サイトを作る\n"), "{all}");
        assert!(!all.contains("Usage") && !all.contains("Options"), "{all}");
    }
}
