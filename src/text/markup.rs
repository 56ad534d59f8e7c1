use html_escape::{decode_html_entities, encode_double_quoted_attribute};

/// Words made safe for text and for attributes in double quotation marks.
pub fn escaped(text: &str) -> String {
    encode_double_quoted_attribute(text).into_owned()
}

/// Letters as they are read: `&amp;` is `&`. What stands for no letter stays as it is.
pub fn unescaped(markup: &str) -> String {
    decode_html_entities(markup).into_owned()
}
