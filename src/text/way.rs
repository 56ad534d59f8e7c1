//! Ways between the files of a site. A file is named by its path below the top, parted by `/`.

use percent_encoding::percent_decode_str;

/// The way from a file to the top of the site: `../` for every folder it lies in.
pub fn up(from: &str) -> String {
    "../".repeat(from.matches('/').count())
}

/// The way from one file to another.
pub fn relative(from: &str, to: &str) -> String {
    let folders = from.split_inclusive('/').zip(to.split_inclusive('/'));
    let shared: usize = folders
        .take_while(|(one, other)| one == other && one.ends_with('/'))
        .map(|(folder, _)| folder.len())
        .sum();
    up(from.get(shared..).unwrap_or("")) + to.get(shared..).unwrap_or("")
}

/// The file or folder a way leads to from a file; none where it leads out of the site.
pub fn joined(from: &str, way: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in way.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// `%E8%B2%BB` as the letters it stands for; none where those are no UTF-8.
pub fn decoded(way: &str) -> Option<String> {
    percent_decode_str(way).decode_utf8().ok().map(|text| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_leads_where_it_was_asked_to() {
        for (from, to, way) in [
            ("index.html", "index.html", "index.html"),
            ("index.html", "areas/library/index.html", "areas/library/index.html"),
            ("areas/library/index.html", "areas/forest/index.html", "../forest/index.html"),
            ("areas/library/index.html", "index.html", "../../index.html"),
            ("area/index.html", "areas/index.html", "../areas/index.html"),
            ("a/b", "a/b/c", "b/c"),
            ("en/a/index.html", "a/index.html", "../../a/index.html"),
        ] {
            assert_eq!(relative(from, to), way);
            assert_eq!(joined(from, way).as_deref(), Some(to));
        }
    }

    #[test]
    fn a_way_out_of_the_site_leads_nowhere() {
        assert_eq!(joined("a/index.html", "../../index.html"), None);
        assert_eq!(joined("a/index.html", "./b//c/.."), Some("a/b".to_owned()));
    }

    #[test]
    fn letters_are_read_from_their_bytes() {
        assert_eq!(decoded("a/%E8%B2%BB.html").as_deref(), Some("a/費.html"));
        assert_eq!(decoded("5%"), Some("5%".to_owned()));
        assert_eq!(decoded("%FF"), None);
    }
}
