//! What a project is on Windows: lines that end in CR LF, byte order marks, `\` in places.

use kyotsu::build::{Built, Options, build};
use kyotsu::diag::stops;
use kyotsu::text::{Snapshot, SourcePath};

use crate::assessment::three_tests;
use crate::folder::differing;
use crate::site::{none, project};

/// What is read as text. What a theme publishes as it is stays as it is.
fn is_text(path: &SourcePath) -> bool {
    matches!(path.extension().as_str(), "csv" | "toml" | "md" | "html")
}

/// A project as an editor on Windows saves it.
fn saved_on_windows(snapshot: &Snapshot) -> Snapshot {
    let mut saved = snapshot.clone();
    for (path, bytes) in snapshot.iter().filter(|(path, _)| is_text(path)) {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let text = format!("\u{FEFF}{}", text.replace("\r\n", "\n").replace('\n', "\r\n"));
        saved.insert(path.clone(), text.as_bytes());
    }
    saved
}

fn built(snapshot: &Snapshot) -> Built {
    build(snapshot, &Options::default())
}

#[test]
fn line_ends_and_byte_order_marks_change_no_byte_of_the_site() {
    for snapshot in [three_tests::snapshot(), project::snapshot()] {
        let (here, there) = (built(&snapshot), built(&saved_on_windows(&snapshot)));
        let messages = |built: &Built| {
            built.notes.iter().map(|note| (note.code.id, note.message.clone())).collect::<Vec<_>>()
        };
        assert_eq!(messages(&there), messages(&here));
        let (here, there) = (here.output, there.output);
        let differ = differing(&here.files, &there.files);
        none("files that differ", differ.into_iter().collect());
        assert_eq!(here.opening, there.opening);
    }
}

#[test]
fn places_may_be_written_as_windows_writes_them() {
    let mut snapshot = three_tests::snapshot();
    let mut put = |path: &str, text: &str| snapshot.insert(SourcePath::new(path), text.as_bytes());
    let front = "+++\ntitle = \"題\"\n+++\n\n";
    // A path made of what Windows gives is the same path.
    put(r"content\costs\page.md", &format!("{front}[星図](..\\areas\\star-charts\\page.md)\n"));
    put(r"content\costs\page.en.md", &format!("{front}Text.\n"));
    let moved = r"'old\costs' = 'costs\'";
    let settings = project::text(&snapshot, "kyotsu.toml");
    snapshot.insert(SourcePath::new("kyotsu.toml"), format!("{settings}{moved}\n").as_bytes());
    let built = built(&snapshot);
    assert!(!stops(&built.notes), "{:?}", built.notes);
    let page = |path: &str| String::from_utf8(built.output.files[path].to_vec()).unwrap();
    assert!(page("costs/index.html").contains("href=\"../areas/star-charts/index.html\""));
    assert!(page("old/costs/index.html").contains("../../costs/index.html"));
}
