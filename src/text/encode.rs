use encoding_rs::SHIFT_JIS;

use super::Encoding;

/// The bytes of a text in an encoding; else the first letter the encoding lacks.
pub fn encode(text: &str, encoding: Encoding) -> Result<Vec<u8>, char> {
    match encoding {
        Encoding::Utf8 => Ok(text.as_bytes().to_vec()),
        Encoding::Cp932 => {
            let (bytes, _, lacks) = SHIFT_JIS.encode(text);
            // A letter that is lacking would be written as a character reference.
            match text.chars().find(|letter| lacks && is_lacking(*letter)) {
                Some(letter) => Err(letter),
                None => Ok(bytes.into_owned()),
            }
        }
    }
}

/// How many bytes a decoded text took in its file, without a byte order mark.
pub fn width(text: &str, encoding: Encoding) -> usize {
    let single = |letter: &char| matches!(letter, '\0'..='\u{80}' | '\u{FF61}'..='\u{FF9F}');
    match encoding {
        Encoding::Utf8 => text.len(),
        Encoding::Cp932 => text.chars().map(|letter| if single(&letter) { 1 } else { 2 }).sum(),
    }
}

fn is_lacking(letter: char) -> bool {
    SHIFT_JIS.encode(letter.encode_utf8(&mut [0; 4])).2
}

#[cfg(test)]
mod tests {
    use super::super::decode;
    use super::*;

    #[test]
    fn a_file_of_windows_is_written_as_it_was() {
        let text = "id,名称,ｶﾅ\r\na,高㈱①,~\r\n";
        let bytes = encode(text, Encoding::Cp932).unwrap();
        let decoded = decode(&bytes);
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, Encoding::Cp932));
        assert_eq!(width(text, Encoding::Cp932), bytes.len());
    }

    #[test]
    fn a_letter_the_encoding_lacks_is_named() {
        assert_eq!(encode("甲〜乙", Encoding::Cp932), Err('〜'));
        assert!(encode("甲〜乙", Encoding::Utf8).is_ok());
    }
}
