//! A criteria set of another kind: three tests, three ways to study, four outcomes, no computation.
//! The format holds it without a line of the program knowing it.

use std::sync::OnceLock;

use kyotsu::build::{Built, Options, build};
use kyotsu::model::State;
use kyotsu::text::Snapshot;

use super::{Standing, settled};
use crate::site::page::{Page, texts};
use crate::site::{none, project};

/// The project, with the default theme.
pub fn snapshot() -> Snapshot {
    let mut snapshot = project::below(&project::small());
    for (path, bytes) in project::below(project::root()).below("themes") {
        snapshot.insert(path.clone(), bytes.clone());
    }
    snapshot
}

fn built() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| build(&snapshot(), &Options::default()))
}

fn page(path: &str) -> Page {
    Page::read(path, &built().output.files[path])
}

#[test]
fn a_set_with_three_tests_builds_without_a_message() {
    none("messages", built().notes.iter().map(|note| format!("{note:?}")).collect());
}

#[test]
fn its_areas_can_be_found() {
    for language in ["ja", "en"] {
        let file = &built().output.files[&format!("search/{language}/area.js")];
        let text = std::str::from_utf8(file).unwrap();
        let ids = ["star-charts", "moon-terrace", "cloud-register", "weathercocks"];
        let lost = ids.iter().filter(|id| !text.contains(&format!("../areas/{id}/index.html")));
        none("areas nobody finds", lost.map(|id| (*id).to_owned()).collect());
    }
}

#[test]
fn its_areas_stand_as_their_judgements_make_them() {
    use State::{Met, NotMet};
    let standing = Standing::of(settled());
    for (area, needs, prospect, feasible) in [
        ("star-charts", Met, Met, Met),
        ("moon-terrace", Met, Met, NotMet),
        ("cloud-register", Met, NotMet, Met),
        ("weathercocks", NotMet, NotMet, NotMet),
    ] {
        for (test, state) in [("needs", needs), ("prospect", prospect), ("feasible", feasible)] {
            assert_eq!(standing.tests[&(area.into(), test.into())], state, "{area} {test}");
        }
    }
}

#[test]
fn its_pages_show_three_tests_three_ways_to_study_and_the_outcome() {
    for (area, outcome, en) in [
        ("star-charts", "進める", "Go ahead"),
        ("moon-terrace", "条件を整備して進める", "Go ahead once conditions are in place"),
        ("cloud-register", "他の方法を検討する", "Look at another way"),
        ("weathercocks", "見送り", "Not for now"),
    ] {
        let ja = page(&format!("areas/{area}/index.html"));
        for test in ["needs", "prospect", "feasible"] {
            assert_eq!(ja.all(&format!("#test-{test}")).len(), 1, "{area} {test}");
        }
        for study in ["all", "trial", "market"] {
            assert_eq!(ja.all(&format!("#study-{study}")).len(), 1, "{area} {study}");
        }
        let main = texts(&ja, "main").concat();
        for words in ["利用者起点のニーズ", "効果の見込み", "実現可能性", "架空の会議で決まった。"]
        {
            assert!(main.contains(words), "{area}: {words}");
        }
        assert!(main.contains(&format!("DECISION {outcome} 2030年3月1日")), "{area}: {outcome}");
        let main = texts(&page(&format!("en/areas/{area}/index.html")), "main").concat();
        assert!(main.contains(&format!("DECISION {en} 1 March 2030")), "{area}: {en}");
    }
}

#[test]
fn what_nobody_counted_is_no_figure() {
    assert_eq!(texts(&page("index.html"), ".key-figures"), Vec::<String>::new());
}

#[test]
fn its_sentences_name_its_own_tests() {
    let said = |area: &str| texts(&page(&format!("areas/{area}/index.html")), ".summary-sentence");
    assert_eq!(
        said("star-charts"),
        ["ニーズ、効果の見込み、実現可能性のいずれにも根拠があります。"]
    );
    assert_eq!(said("moon-terrace"), ["ニーズはある、効果の見込みはある、実現可能性はないです。"]);
}

#[test]
fn nothing_is_open_where_every_question_is_settled() {
    let gaps = page("evidence-gaps/index.html");
    assert_eq!(texts(&gaps, ".gap-entry"), Vec::<String>::new());
}
