//! Reading sources while somebody saves them.

use std::fs;
use std::thread::{scope, sleep};

use super::*;
use crate::text::SourcePath;

#[test]
fn a_file_is_never_read_half_saved() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::create_dir(root.join("data")).unwrap();
    let path = root.join("data/areas.csv");
    let moment = Duration::from_millis(10);
    fs::write(&path, "0").unwrap();
    let mut sources = Sources::default();
    sources.read(root, false).unwrap();
    scope(|scope| {
        let saves = scope.spawn(|| {
            for number in 1..30 {
                fs::write(&path, "").unwrap();
                sleep(moment);
                fs::write(&path, number.to_string()).unwrap();
                sleep(moment * 5);
            }
        });
        while !saves.is_finished() {
            sources.read(root, false).unwrap();
            let bytes = sources.snapshot.get(&SourcePath::new("data/areas.csv"));
            assert!(!bytes.unwrap().is_empty());
        }
    });
}
