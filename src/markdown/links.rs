//! Where a link leads: out of the site, or to a place in it that `plan` has yet to find.

/// A link's destination.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    /// another site
    External(String),
    /// somebody's letter box
    Mail(String),
    /// a route or a file of this site, and a heading there
    Internal(String, Option<String>),
    /// nothing is written
    Nowhere,
    /// more `../` than there are folders
    Outside,
    /// `javascript:`, `//host`, …
    Scheme,
}

/// Reads a destination as the page at `route` writes it.
pub fn target(route: &str, written: &str, email: bool) -> Target {
    if email {
        return Target::Mail(format!("mailto:{written}"));
    }
    // Windows writes the way from folder to folder like that.
    let path = written.replace('\\', "/");
    match scheme(written).as_deref() {
        Some("http" | "https") => Target::External(written.to_owned()),
        Some("mailto") => Target::Mail(written.to_owned()),
        Some(_) => Target::Scheme,
        None if path.starts_with("//") => Target::Scheme,
        None if written.trim().is_empty() => Target::Nowhere,
        None => internal(route, &path),
    }
}

fn internal(route: &str, written: &str) -> Target {
    let (path, fragment) = match written.split_once('#') {
        Some((path, fragment)) => (path, Some(decoded(fragment)).filter(|text| !text.is_empty())),
        None => (written, None),
    };
    match resolved(route, path) {
        Some(target) => Target::Internal(target, fragment),
        None => Target::Outside,
    }
}

/// `https` of `HTTPS://…`; none for paths.
fn scheme(written: &str) -> Option<String> {
    let (scheme, _) = written.split_once(':')?;
    let fits = |letter: char| letter.is_ascii_alphanumeric() || "+-.".contains(letter);
    let is_scheme =
        scheme.starts_with(|letter: char| letter.is_ascii_alphabetic()) && scheme.chars().all(fits);
    is_scheme.then(|| scheme.to_ascii_lowercase())
}

/// The route a path means, seen from a page; the files of a page mean the page.
fn resolved(route: &str, path: &str) -> Option<String> {
    let base = if path.starts_with('/') { "" } else { route };
    let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." | "page.md" | "page.en.md" | "index.html" => {}
            ".." => {
                parts.pop()?;
            }
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// `%E8%A6%8B` as browsers copy it is `見`; anything else stays as written.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let code = rest.get(1..3).filter(|_| letter == '%');
        if let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            bytes.push(byte);
            rest = rest.get(3..).unwrap_or("");
        } else {
            let length = letter.len_utf8();
            bytes.extend(rest.bytes().take(length));
            rest = rest.get(length..).unwrap_or("");
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> Target {
        target("areas/library", written, false)
    }

    fn to(target: &str, fragment: Option<&str>) -> Target {
        Target::Internal(target.to_owned(), fragment.map(str::to_owned))
    }

    #[test]
    fn routes_are_without_slashes_and_the_first_page_is_empty() {
        assert_eq!(read("/procurement/"), to("procurement", None));
        assert_eq!(read("/procurement"), to("procurement", None));
        assert_eq!(read("/"), to("", None));
        assert_eq!(read("/data/kinds/kinds.csv"), to("data/kinds/kinds.csv", None));
    }

    #[test]
    fn a_fragment_alone_means_the_page_itself() {
        assert_eq!(read("#why"), to("areas/library", Some("why")));
        assert_eq!(read("#"), to("areas/library", None));
        assert_eq!(read("/costs/#%E8%B2%BB用"), to("costs", Some("費用")));
        assert_eq!(read("#100%"), to("areas/library", Some("100%")));
    }

    #[test]
    fn paths_are_seen_from_the_page() {
        assert_eq!(read("../../costs/page.md#why"), to("costs", Some("why")));
        assert_eq!(read("../school/"), to("areas/school", None));
        assert_eq!(read(r"..\school\page.md#why"), to("areas/school", Some("why")));
        assert_eq!(read("kinds.csv"), to("areas/library/kinds.csv", None));
        assert_eq!(read("../../../costs/"), Target::Outside);
    }

    #[test]
    fn only_the_web_and_letters_lead_out() {
        assert_eq!(read("HTTPS://example.jp/"), Target::External("HTTPS://example.jp/".to_owned()));
        assert_eq!(read("mailto:a@example.jp"), Target::Mail("mailto:a@example.jp".to_owned()));
        assert_eq!(target("", "a@b.jp", true), Target::Mail("mailto:a@b.jp".to_owned()));
        for wrong in [
            "javascript:alert(1)",
            "JavaScript:x",
            "data:text/html,x",
            "//example.jp/x",
            r"\\server\x",
            r"C:\x",
        ] {
            assert_eq!(read(wrong), Target::Scheme, "{wrong}");
        }
        assert_eq!(read(""), Target::Nowhere);
    }
}
