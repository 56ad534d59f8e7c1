//! The sentences of building.

use crate::diag::{Diagnostic, code};
use crate::text::{Place, SourcePath, Words};

pub fn page_failed(page: &str) -> Diagnostic {
    Diagnostic {
        place: Place::file(&SourcePath::new(page)),
        code: &code::PAGE_FAILED,
        message: Words::new("ページを作れませんでした", "the page could not be made"),
        expected: None,
        fix: Words::new(
            "プログラムの誤りです。このページの元のファイルとともに知らせてください",
            "this is a fault of the program; report it with the sources of this page",
        ),
    }
}
