//! What the preview says, on the terminal and on the page.

use std::time::Duration;

use crate::text::{Label, Language, Words};

/// Files are looked at again and again.
pub const POLLING: Label = Label::new(
    "変更の知らせを使わず、ファイルを0.5秒ごとに見ます\n",
    "changes are not waited for; the files are looked at every 0.5 s\n",
);

/// The project stands where changes are often not told.
pub const SHARED: Label = Label::new(
    "共有フォルダーでは変更の知らせが届かないことがあるため、ファイルを0.5秒ごとに見ます\n",
    "a shared folder may tell no changes; the files are looked at every 0.5 s\n",
);

/// The system does not let us listen.
pub const REFUSED_EVENTS: Label = Label::new(
    "変更の知らせを受け取れないため、ファイルを0.5秒ごとに見ます\n",
    "changes cannot be listened to; the files are looked at every 0.5 s\n",
);

/// Events turned out not to come.
pub const DEAF: Label = Label::new(
    "このフォルダーでは変更の知らせが届かないため、これからはファイルを0.5秒ごとに見ます\n",
    "this folder tells no changes; from now on the files are looked at every 0.5 s\n",
);

/// Why an answer is refused.
pub const REFUSED: &str = "この画面は、このコンピューターのブラウザーで http://localhost または \
     http://127.0.0.1 から開いてください\nOpen the preview in a browser of this machine, at \
     http://localhost or http://127.0.0.1\n";

/// Where to look, in both languages.
pub fn address(port: u16) -> String {
    let address = format!("http://127.0.0.1:{port}/");
    format!(
        "プレビュー：{address} をブラウザーで開いてください（止めるには Ctrl+C）\n\
         preview: open {address} in a browser (Ctrl+C stops it)\n"
    )
}

/// Another port than the one asked for.
pub fn taken(asked: u16, port: u16) -> Words {
    Words::new(
        format!("ポート{asked}は使われているため、{port}を使います\n"),
        format!("port {asked} is taken; {port} is used\n"),
    )
}

/// The line after a build.
pub fn built(made: usize, pages: usize, time: Duration, language: Language) -> String {
    let seconds = time.as_secs_f64();
    match language {
        Language::Ja => format!("{pages}ページを用意（作り直し {made}件、{seconds:.2}秒）\n"),
        Language::En => format!("{pages} pages ready (made anew: {made}, {seconds:.2} s)\n"),
    }
}

/// The head of the panel.
pub fn title(errors: usize, warnings: usize, language: Language) -> String {
    match (language, errors) {
        (Language::Ja, 0) => format!("警告が{warnings}件あります"),
        (Language::Ja, _) => format!("直すところが{errors}件あります"),
        (Language::En, 0) => format!("Warnings: {warnings}"),
        (Language::En, _) => format!("To be mended: {errors}"),
    }
}

/// What is shown meanwhile.
pub fn meanwhile(has_site: bool) -> Label {
    match has_site {
        true => Label::new(
            "直すまで、直前の正しいページを表示しています。",
            "Until this is mended the last good page is shown.",
        ),
        false => Label::new(
            "直して保存すると、ここにサイトが表示されます。",
            "The site appears here once this is mended and saved.",
        ),
    }
}

/// How many more there are than are shown.
pub fn more(count: usize, language: Language) -> String {
    match language {
        Language::Ja => format!("ほかに{count}件あります。kyotsu check ですべて表示します。"),
        Language::En => format!("{count} more; kyotsu check shows them all."),
    }
}
