use encoding_rs::SHIFT_JIS;

/// How a file's characters were written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark
    Utf8,
    /// CP932, the Shift_JIS of Windows and Excel
    Cp932,
}

/// A file as text: no byte order mark, line ends as they were.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded {
    /// The characters.
    pub text: String,
    /// What they were read as.
    pub encoding: Encoding,
    /// 1-based line of the first byte that fits neither encoding; the text then holds a replacement mark.
    pub broken_line: Option<usize>,
}

impl Decoded {
    /// The characters with line ends as everywhere but on Windows.
    pub fn lines(self) -> String {
        self.text.replace("\r\n", "\n")
    }
}

/// Reads bytes as UTF-8 and, only where that fails, as CP932.
///
/// UTF-8 goes first because almost any bytes can pass for CP932 and almost none by accident for UTF-8.
pub fn decode(bytes: &[u8]) -> Decoded {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: text.to_owned(), encoding: Encoding::Utf8, broken_line: None };
    }
    // Nothing is guessed from a byte order mark: UTF-16 is refused, not read as something else.
    if let Some(text) = SHIFT_JIS.decode_without_bom_handling_and_without_replacement(bytes) {
        return Decoded { text: text.into_owned(), encoding: Encoding::Cp932, broken_line: None };
    }
    let text = String::from_utf8_lossy(bytes).into_owned();
    let broken_line = text
        .find('\u{FFFD}')
        .map(|at| text.get(..at).map_or(1, |before| before.matches('\n').count() + 1));
    Decoded { text, encoding: Encoding::Utf8, broken_line }
}
