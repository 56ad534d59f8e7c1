//! What can go wrong outside the sources: one constructor for each sentence.

use std::io;
use std::path::Path;

use super::{INPUTS, MACHINE, USAGE, in_use};
use crate::text::{Label, Language, Words};

/// A reason to stop that is no mistake in the sources.
#[derive(Debug)]
pub struct Fault {
    /// the exit code
    pub exit: u8,
    /// what failed, on which path, and what to do
    pub words: Words,
}

/// What was being done when the machine failed.
#[derive(Clone, Copy, Debug)]
pub enum Deed {
    /// looking at a file or folder
    Read,
    /// making, moving or filling one
    Write,
    /// removing one
    Remove,
}

impl Fault {
    /// The sentence as it is shown.
    pub fn told(&self, language: Language) -> String {
        match language {
            Language::Ja => format!("エラー: {}\n", self.words.ja),
            Language::En => format!("error: {}\n", self.words.en),
        }
    }

    /// The disk refused.
    pub fn disk(deed: Deed, path: &Path, error: &io::Error) -> Self {
        if in_use::is_held(error) || (in_use::may_be_held(error) && in_use::is_open(path)) {
            return Self::held(deed, path);
        }
        let path = path.display();
        let cause = cause(error);
        let deed = deed.label();
        let remedy = remedy(error);
        Self::machine(Words::new(
            format!("{path} {}（{}）。{}", deed.ja, cause.ja, remedy.ja),
            format!("{} {path} ({}). {}", deed.en, cause.en, remedy.en),
        ))
    }

    /// Another program holds the file.
    fn held(deed: Deed, path: &Path) -> Self {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let (path, deed) = (path.display(), deed.label());
        Self::machine(Words::new(
            format!(
                "{path} {}（Excelなど、ほかのソフトで開いています）。「{name}」を閉じて、もう一度実行してください",
                deed.ja
            ),
            format!(
                "{} {path} (it is open in Excel or another program). Close 「{name}」 and run the \
                 command again",
                deed.en
            ),
        ))
    }

    /// The standard output cannot be written.
    pub fn output(error: &io::Error) -> Self {
        let cause = cause(error);
        Self::machine(Words::new(
            format!("標準出力に書けません（{}）。出力先を確かめてください", cause.ja),
            format!("cannot write to the standard output ({}). Look at where it leads", cause.en),
        ))
    }

    /// There is no project to read.
    pub fn root_missing(root: &Path) -> Self {
        let root = root.display();
        Self::machine(Words::new(
            format!(
                "フォルダー {root} がありません。--root に kyotsu.toml のあるフォルダーを指定するか、\
                 kyotsu init {root} で作ってください"
            ),
            format!(
                "there is no folder {root}. Give --root the folder that holds kyotsu.toml, or make \
                 one with kyotsu init {root}"
            ),
        ))
    }

    /// There is no folder to compare or to look into.
    pub fn version_missing(folder: &Path) -> Self {
        let folder = folder.display();
        Self::usage(Words::new(
            format!("フォルダー {folder} がありません。あるフォルダーの名前を書いてください"),
            format!("there is no folder {folder}. Write the name of a folder that is there"),
        ))
    }

    /// A folder holds no version of the data.
    pub fn version_unknown(folder: &Path) -> Self {
        let folder = folder.display();
        Self::usage(Words::new(
            format!(
                "{folder} にデータがありません。kyotsu.toml のあるフォルダー、その data フォルダー、\
                 または書き出したサイトのフォルダーを指定してください"
            ),
            format!(
                "{folder} holds no data. Give a folder that holds kyotsu.toml, its data folder, or \
                 the folder of a published site"
            ),
        ))
    }

    /// A folder was not published by this program.
    pub fn manifest_missing(folder: &Path) -> Self {
        let folder = folder.display();
        Self::usage(Words::new(
            format!(
                "{folder} に .kyotsu-manifest.json がありません。kyotsu build が書き出したフォルダーを、\
                 名前が . で始まるファイルも含めて指定してください"
            ),
            format!(
                "{folder} holds no .kyotsu-manifest.json. Give a folder that kyotsu build wrote, with \
                 its files whose names begin with a dot"
            ),
        ))
    }

    /// A manifest is not as it was written.
    pub fn manifest_unreadable(manifest: &Path) -> Self {
        let manifest = manifest.display();
        let words = Words::new(
            format!(
                "{manifest} が読めません。kyotsu build をもう一度実行して、書き出し直してください"
            ),
            format!("{manifest} cannot be read. Run kyotsu build again to write the folder anew"),
        );
        Self { exit: INPUTS, words }
    }

    /// There is no such area.
    pub fn area_unknown(named: &str, near: Option<&str>) -> Self {
        let (ja, en) = match near {
            Some(near) => {
                (format!("「{near}」ではありませんか"), format!("did you mean 「{near}」?"))
            }
            None => (
                "areas.csv の id か名前を書いてください".to_owned(),
                "write an id or a name of areas.csv".to_owned(),
            ),
        };
        let words = Words::new(
            format!("業務領域「{named}」はありません。{ja}"),
            format!("there is no area 「{named}」; {en}"),
        );
        Self { exit: USAGE, words }
    }

    /// There is nothing to assess areas by.
    pub fn criteria_missing(named: &str) -> Self {
        Self::usage(Words::new(
            format!(
                "「{named}」の状態は示せません。基準の組がまだありません。\
                 data/criteria フォルダーに基準の組（TOML）を置いてください（見本：kyotsu init tebiki --manual）"
            ),
            format!(
                "the states of 「{named}」 cannot be told: there is no criteria set yet. \
                 Put one (TOML) in data/criteria (an example comes with kyotsu init tebiki --manual)"
            ),
        ))
    }

    /// There is neither a command nor a message of that name.
    pub fn topic_unknown(named: &str, near: Option<&str>) -> Self {
        let (ja, en) = match near {
            Some(near) => {
                (format!("「{near}」ではありませんか"), format!("did you mean 「{near}」?"))
            }
            None => (
                "kyotsu help で、コマンドの一覧を表示します".to_owned(),
                "kyotsu help lists the commands".to_owned(),
            ),
        };
        Self::usage(Words::new(
            format!("「{named}」の説明はありません。{ja}"),
            format!("there is no help on 「{named}」; {en}"),
        ))
    }

    /// Only a page is written to a file of its own.
    pub fn output_without_page() -> Self {
        Self::usage(Words::new(
            "--output は --format html とともに使います。--format html を足してください",
            "--output goes with --format html. Add --format html",
        ))
    }

    /// A source's name cannot be told in any language.
    pub fn name_unreadable(path: &Path) -> Self {
        let path = path.display();
        Self::machine(Words::new(
            format!("ファイル名 {path} がUnicodeとして読めません。名前を付け直してください"),
            format!("the file name {path} is not Unicode. Give the file another name"),
        ))
    }

    /// The output folder holds things of others.
    pub fn output_foreign(output: &Path, found: &str) -> Self {
        let output = output.display();
        Self::usage(Words::new(
            format!(
                "{output} には kyotsu が作ったものでないファイルがあるため、書き出しません（{found} など）。\
                 空のフォルダーか新しい名前を --output で指定してください"
            ),
            format!(
                "{output} holds files kyotsu did not make ({found} for one), so nothing is written. \
                 Give --output an empty folder or a new name"
            ),
        ))
    }

    /// A file of others stands where one of ours belongs.
    pub fn output_taken(path: &Path) -> Self {
        let path = path.display();
        Self::usage(Words::new(
            format!(
                "{path} は kyotsu が作ったものでないため、上書きしません。\
                 ほかの場所へ移してから、もう一度実行してください"
            ),
            format!(
                "{path} was not made by kyotsu and is not overwritten. Move it elsewhere and run \
                 the command again"
            ),
        ))
    }

    /// The output would be read as a source.
    pub fn output_in_sources(output: &Path, folder: &str) -> Self {
        let output = output.display();
        Self::usage(Words::new(
            format!(
                "{output} は {folder} の中にあり、次の実行で原稿として読まれてしまいます。\
                 --output に {folder} の外のフォルダーを指定してください"
            ),
            format!(
                "{output} lies inside {folder} and would be read as a source next time. Give \
                 --output a folder outside {folder}"
            ),
        ))
    }

    /// An edition needs a day.
    pub fn edition_date(written: &str) -> Self {
        Self::usage(Words::new(
            format!(
                "「{written}」という日はありません。--edition 2026-11-22 のように書いてください"
            ),
            format!("there is no day 「{written}」. Write it as --edition 2026-11-22"),
        ))
    }

    /// An edition is there and stays as it is.
    pub fn edition_taken(place: &Path, day: &str) -> Self {
        let place = place.display();
        Self::usage(Words::new(
            format!(
                "{day} の版は {place} に残っています。残した版は作り直せません。\
                 --edition に新しい日付を書いてください"
            ),
            format!(
                "the edition of {day} is kept in {place}. A kept edition is never made anew. Give \
                 --edition a later day"
            ),
        ))
    }

    /// An edition would stand before another that was compared without it.
    pub fn edition_older(day: &str, newest: &str) -> Self {
        Self::usage(Words::new(
            format!(
                "{day} は、最も新しい版 {newest} より前です。変更点は前の版と比べるため、\
                 間に版を加えられません。--edition に {newest} より後の日付を書いてください"
            ),
            format!(
                "{day} is before the newest edition, {newest}. Changes are told from edition to \
                 edition, so none can be put between. Give --edition a day after {newest}"
            ),
        ))
    }

    /// A zip would be taken for a page or a source.
    pub fn zip_misplaced(zip: &Path, folder: &Path) -> Self {
        let (zip, folder) = (zip.display(), folder.display());
        Self::usage(Words::new(
            format!(
                "{zip} は {folder} の中にあります。--zip に {folder} の外の名前を指定してください"
            ),
            format!("{zip} lies inside {folder}. Give --zip a name outside {folder}"),
        ))
    }

    /// A zip would be written over something else.
    pub fn zip_taken(zip: &Path) -> Self {
        let zip = zip.display();
        Self::usage(Words::new(
            format!(
                "{zip} はzipファイルではないため、上書きしません。--zip に新しい名前を指定してください"
            ),
            format!("{zip} is no zip file and is not overwritten. Give --zip a new name"),
        ))
    }

    /// The zip cannot be put together.
    pub fn zip(zip: &Path, error: &io::Error) -> Self {
        Self::disk(Deed::Write, zip, error)
    }

    /// A folder is needed and something else is there.
    pub fn not_a_folder(path: &Path) -> Self {
        let path = path.display();
        Self::usage(Words::new(
            format!("{path} はフォルダーではありません。フォルダーを指定してください"),
            format!("{path} is not a folder. Give a folder"),
        ))
    }

    /// A project would be written over something else.
    pub fn init_not_empty(folder: &Path) -> Self {
        let folder = folder.display();
        Self::usage(Words::new(
            format!("{folder} は空ではありません。空のフォルダーか新しい名前を指定してください"),
            format!("{folder} is not empty. Give an empty folder or a new name"),
        ))
    }

    /// There is no such table.
    pub fn table_unknown(named: &str, near: Option<&str>) -> Self {
        let (ja, en) = match near {
            Some(near) => {
                (format!("「{near}」ではありませんか"), format!("did you mean 「{near}」?"))
            }
            None => (
                "data のCSVの名前から .csv を除いたものを書いてください。例：areas".to_owned(),
                "write the name of a CSV in data without .csv, such as areas".to_owned(),
            ),
        };
        Self::usage(Words::new(
            format!("表「{named}」はありません。{ja}"),
            format!("there is no table 「{named}」; {en}"),
        ))
    }

    /// A workbook would be read as a source.
    pub fn workbook_misplaced(output: &Path, folder: &str) -> Self {
        let output = output.display();
        Self::usage(Words::new(
            format!(
                "{output} は {folder} の中にあります。--output に {folder} の外の名前を指定してください"
            ),
            format!("{output} lies inside {folder}. Give --output a name outside {folder}"),
        ))
    }

    /// A workbook would be written over somebody's work.
    pub fn workbook_taken(output: &Path) -> Self {
        let output = output.display();
        Self::usage(Words::new(
            format!(
                "{output} はすでにあり、中身が違うため、上書きしません（入力した内容が消えるかもしれません）。\
                 --output に新しい名前を指定するか、{output} を取り込んでから削除してください"
            ),
            format!(
                "{output} is there and differs, so it is not overwritten (somebody may have worked \
                 in it). Give --output a new name, or import {output} and delete it"
            ),
        ))
    }

    /// A workbook has no room for a table.
    pub fn workbook_too_large() -> Self {
        Self::usage(Words::new(
            "表がExcelブックに入りません（行は1,048,576まで、セルは32,767文字まで）。--table で表を分けるか、長すぎるセルを短くしてください",
            "a table does not fit into a workbook (1,048,576 rows, 32,767 letters a cell). Choose \
             tables with --table, or shorten the cell that is too long",
        ))
    }

    /// Drafts would be written where the published site is.
    pub fn drafts_in_output(output: &Path) -> Self {
        let output = output.display();
        Self::usage(Words::new(
            format!(
                "未公表案は {output} には書き出しません（公表するサイトのフォルダーです）。\
                 --output drafts のように、別のフォルダーを指定してください"
            ),
            format!(
                "drafts are not written to {output}, the folder of the published site. Give another \
                 folder, such as --output drafts"
            ),
        ))
    }

    /// Drafts would be written over a published site.
    pub fn drafts_over_published(output: &Path) -> Self {
        let output = output.display();
        Self::usage(Words::new(
            format!(
                "{output} には公表するサイトがあるため、未公表案は書き出しません。\
                 --output に空のフォルダーか新しい名前を指定してください"
            ),
            format!(
                "{output} holds a published site, so drafts are not written there. Give --output an \
                 empty folder or a new name"
            ),
        ))
    }

    /// There is nothing to compare pages with.
    pub fn base_unknown(base: &Path) -> Self {
        let base = base.display();
        Self::usage(Words::new(
            format!(
                "{base} に比べられるページがありません。--review に、editions の中の版の日付（例：2026-04-01）、\
                 書き出したサイトのフォルダー、または kyotsu.toml のあるフォルダーを指定してください"
            ),
            format!(
                "{base} holds no pages to compare with. Give --review the date of an edition in \
                 editions (such as 2026-04-01), the folder of a published site, or a folder that \
                 holds kyotsu.toml"
            ),
        ))
    }

    /// The project to compare with has mistakes of its own.
    pub fn base_wrong(base: &Path) -> Self {
        let base = base.display();
        let words = Words::new(
            format!(
                "比べる {base} に誤りがあり、ページを作れません。kyotsu check --root {base} で確かめるか、\
                 書き出したサイトのフォルダーを --review に指定してください"
            ),
            format!(
                "{base} has mistakes, so its pages cannot be made. Look with kyotsu check --root \
                 {base}, or give --review the folder of a published site"
            ),
        );
        Self { exit: INPUTS, words }
    }

    /// Nobody is there to say yes.
    pub fn not_asked() -> Self {
        Self::usage(Words::new(
            "何も書きませんでした。尋ねる相手（端末）がありません。書き込むには --yes を付けて実行してください",
            "nothing was written: there is no terminal to ask at. Add --yes to write",
        ))
    }

    /// Somebody else wrote the table meanwhile.
    pub fn changed_meanwhile(path: &Path) -> Self {
        let path = path.display();
        Self::machine(Words::new(
            format!(
                "{path} が、読んだあとに変わりました。何も書きませんでした。もう一度実行してください"
            ),
            format!("{path} changed after it was read; nothing was written. Run the command again"),
        ))
    }

    /// The preview cannot be served where it was asked for, nor near there.
    pub fn port(port: u16, error: &io::Error) -> Self {
        let cause = cause(error);
        Self::machine(Words::new(
            format!(
                "ポート{port}を使えません（{}）。--port 0 と書くと、空いているポートを使います",
                cause.ja
            ),
            format!("cannot use port {port} ({}). Write --port 0 to use any free one", cause.en),
        ))
    }

    fn usage(words: Words) -> Self {
        Self { exit: USAGE, words }
    }

    fn machine(words: Words) -> Self {
        Self { exit: MACHINE, words }
    }
}

impl Deed {
    /// Japanese follows the path, English goes before it.
    fn label(self) -> Label {
        match self {
            Self::Read => Label::new("を読めません", "cannot read"),
            Self::Write => Label::new("を書けません", "cannot write"),
            Self::Remove => Label::new("を削除できません", "cannot remove"),
        }
    }
}

fn cause(error: &io::Error) -> Words {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::PermissionDenied => Words::new("権限がありません", "permission denied"),
        Kind::StorageFull => Words::new("ディスクに空きがありません", "the disk is full"),
        Kind::ReadOnlyFilesystem => {
            Words::new("読み取り専用のディスクです", "the disk is read-only")
        }
        Kind::NotFound => Words::new("見つかりません", "not found"),
        Kind::AlreadyExists => Words::new("すでにあります", "it is already there"),
        _ => Words::same(error.to_string()),
    }
}

fn remedy(error: &io::Error) -> Label {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::PermissionDenied => Label::new(
            "Excelなどほかのソフトで開いていれば閉じ、フォルダーの権限を確かめて、もう一度実行してください",
            "Close it in Excel and other programs, check the folder's permissions, and run the command again",
        ),
        Kind::StorageFull => Label::new(
            "空きを作って、もう一度実行してください",
            "Make room and run the command again",
        ),
        Kind::ReadOnlyFilesystem => {
            Label::new("書き込める場所を指定してください", "Give a place that can be written to")
        }
        Kind::NotFound => Label::new(
            "名前と場所を確かめて、もう一度実行してください",
            "Check its name and place, and run the command again",
        ),
        _ => Label::new(
            "ほかのソフトが使っていないか確かめて、もう一度実行してください",
            "Check that no other program is using it, and run the command again",
        ),
    }
}
