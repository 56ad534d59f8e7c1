//! What a finished page leads to, and the places in it that can be led to.

use std::cell::RefCell;
use std::collections::BTreeSet;

use lol_html::html_content::Element;
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::text::unescaped;

/// The ways in and out of a page.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Links {
    /// the names of its places
    pub places: BTreeSet<String>,
    /// where it leads, as it is written
    pub leading: BTreeSet<String>,
}

/// Attributes that hold an address.
const ADDRESSES: [&str; 5] = ["href", "src", "action", "data", "poster"];

/// Reads a page. What is no HTML has neither.
pub fn links(html: &[u8]) -> Links {
    let found = RefCell::new(Links::default());
    let read = |element: &mut Element<'_, '_>| {
        let mut found = found.borrow_mut();
        let is_anchor = element.tag_name() == "a";
        for attribute in element.attributes() {
            let (name, value) = (attribute.name(), unescaped(&attribute.value()));
            match name.as_str() {
                "id" => found.places.insert(value),
                "name" if is_anchor => found.places.insert(value),
                name if ADDRESSES.contains(&name) => found.leading.insert(value),
                _ => false,
            };
        }
        Ok(())
    };
    let settings = RewriteStrSettings::new().append_element_content_handler(element!("*", read));
    // What cannot be read to its end is read as far as it goes.
    let _ = rewrite_str(&String::from_utf8_lossy(html), settings);
    found.into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_in_and_out_are_read_wherever_they_stand() {
        let html = "<p id=\"a&amp;b\"><a href='x/index.html?q=1&amp;p=2#y' name=old>x</a>\
                    <img src=i.png><script>'<a href=\"no\">'</script><!-- <a href=\"no\"> -->";
        let found = links(html.as_bytes());
        let texts = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>();
        assert_eq!(texts(&found.places), ["a&b", "old"]);
        assert_eq!(texts(&found.leading), ["i.png", "x/index.html?q=1&p=2#y"]);
    }
}
