//! What is wrong with a command line, told in a language.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Stop;
use crate::text::Language;

/// The answer to a line that gives no command.
pub fn told(error: &Error, language: Language) -> Stop {
    let text = || error.render().to_string();
    match (error.kind(), language) {
        (ErrorKind::DisplayHelp | ErrorKind::DisplayVersion, _) => Stop::Help(text()),
        (ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand, _) | (_, Language::En) => {
            Stop::Wrong(text())
        }
        (_, Language::Ja) => Stop::Wrong(japanese(error)),
    }
}

fn japanese(error: &Error) -> String {
    let usage = match context(error, ContextKind::Usage).trim_start_matches("Usage:").trim() {
        "" => String::new(),
        usage => format!("使い方: {usage}\n\n"),
    };
    format!("エラー: {}\n\n{usage}詳しくは --help を付けて実行してください\n", sentence(error))
}

fn sentence(error: &Error) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let near = suggestion(error, ContextKind::SuggestedArg);
            format!("「{argument}」は使えません{near}")
        }
        ErrorKind::InvalidSubcommand => {
            let name = context(error, ContextKind::InvalidSubcommand);
            let near = suggestion(error, ContextKind::SuggestedSubcommand);
            format!("「{name}」というコマンドはありません{near}")
        }
        ErrorKind::MissingSubcommand => "コマンドが足りません".to_owned(),
        ErrorKind::MissingRequiredArgument => format!("「{argument}」が足りません"),
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("「{argument}」のあとに値を書いてください")
        }
        ErrorKind::InvalidValue => {
            let valid = context(error, ContextKind::ValidValue);
            format!("「{argument}」に「{value}」は使えません。{valid} のどれかを書いてください")
        }
        ErrorKind::ValueValidation if argument.contains("--port") => {
            format!("「{argument}」に「{value}」は使えません。0から65535までの数を書いてください")
        }
        // The only other values looked into are a day and an address.
        ErrorKind::ValueValidation => {
            let is_day = argument.starts_with("--today");
            let form = if is_day { "2026-11-22" } else { "https://example.lg.jp/report/" };
            format!("「{argument}」に「{value}」は使えません。{form} の形で書いてください")
        }
        ErrorKind::ArgumentConflict => format!("「{argument}」が2回書かれています"),
        ErrorKind::TooManyValues => format!("「{argument}」に値は要りません"),
        ErrorKind::InvalidUtf8 => "Unicodeとして読めない引数があります".to_owned(),
        _ => "コマンドの書き方が違います".to_owned(),
    }
}

fn suggestion(error: &Error, kind: ContextKind) -> String {
    match context(error, kind) {
        near if near.is_empty() => String::new(),
        near => format!("。「{near}」ではありませんか"),
    }
}

/// A part of an error as plain text; nothing where it has no such part.
fn context(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
