//! Editions, run as people run them: kept once, published byte for byte, compared with from then on;
//! and the page of changes, read by what it means.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use kyotsu::build::{Built, Memory, Options, build, rebuild};
use kyotsu::text::{Snapshot, SourcePath};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::assessment::three_tests;
use crate::compare::with_a_single_body;
use crate::folder::{self, Files, Place, name};
use crate::program::{Run, Told, kyotsu};
use crate::site::page::{Page, below, texts, words};
use crate::site::project;

const DAY: &str = "2030-05-01";
const NEXT: &str = "2030-06-01";

/// A project a test may edit.
struct Project(Place);

impl Project {
    fn small() -> Self {
        let place = Place::new();
        folder::small(place.path());
        Self(place)
    }

    fn at(&self, path: &str) -> PathBuf {
        self.0.at(path)
    }

    fn edit(&self, path: &str, old: &str, new: &str) {
        folder::edit(self.0.path(), path, old, new);
    }

    fn run(&self, arguments: &[&str]) -> Told {
        kyotsu("en", arguments).current_dir(self.0.path()).told()
    }

    /// A command that must succeed, and what it said.
    fn done(&self, arguments: &[&str]) -> String {
        self.run(arguments).ended(0)
    }

    /// Every file below a folder of it, with its bytes.
    fn folder(&self, path: &str) -> Files {
        folder::read(&self.at(path))
    }

    fn page(&self, path: &str) -> Page {
        Page::read(path, &fs::read(self.at(path)).unwrap())
    }
}

#[test]
fn an_edition_is_the_data_and_the_site_of_its_day_and_never_changes() {
    let project = Project::small();
    let data = project.folder("data");
    let told = project.done(&["build", "--edition", DAY]);
    assert!(told.contains(&format!("kept edition: editions/{DAY}")), "{told}");
    let place = project.at(&format!("editions/{DAY}"));
    assert_eq!(folder::read(&place.join("data")), data);
    assert_eq!(
        fs::read(place.join("kyotsu.toml")).unwrap(),
        fs::read(project.at("kyotsu.toml")).unwrap()
    );

    let kept = folder::read(&place.join("site"));
    let published = project.at(&format!("output/editions/{DAY}"));
    assert_eq!(folder::read(&published), kept);
    assert!(project.done(&["build"]).contains("files written: 0"), "the same site a second time");
    project.edit("data/areas.csv", "星図の貸出し", "星図の貸し出し");
    project.done(&["build"]);
    assert_eq!(folder::read(&published), kept);
    assert_eq!(folder::read(&place.join("site")), kept);
    // Where it stands in the project it can be verified too.
    project.done(&["verify", "output"]);
    project.done(&["verify", name(&place.join("site"))]);
    let same = project.done(&["diff", name(&place), name(&place.join("data"))]);
    assert_eq!(same, "nothing differs\n");
}

#[test]
fn a_page_of_an_edition_says_which_and_leads_to_the_site_as_it_is() {
    let project = Project::small();
    let at = ["--base-url", "https://example.jp/r/"];
    project.done(&["build", "--edition", DAY, at[0], at[1]]);
    let page = project.page(&format!("output/editions/{DAY}/areas/star-charts/index.html"));
    let mark = texts(&page, ".site-header > p");
    assert_eq!(mark.len(), 1, "{mark:?}");
    assert!(mark[0].starts_with("これは2030年5月1日の版です。"), "{mark:?}");
    let href = |selector: &str| page.all(selector)[0].attr("href").unwrap().to_owned();
    assert_eq!(href(".site-header > p a"), "../../../../index.html");
    let own = format!("https://example.jp/r/editions/{DAY}/areas/star-charts/");
    assert_eq!(href("link[rel=canonical]"), own);
    let files = project.folder(&format!("editions/{DAY}/site"));
    for absent in ["robots.txt", "sitemap.xml", "feed.xml"] {
        assert!(!files.contains_key(absent), "{absent}");
    }
    assert!(texts(&project.page("output/index.html"), ".site-header > p").is_empty());
}

#[test]
fn editions_are_listed_newest_first_and_none_lies_in_another() {
    let project = Project::small();
    project.done(&["build", "--edition", DAY]);
    project.edit("data/areas.csv", "星図の貸出し", "星図の貸し出し");
    project.done(&["build", "--edition", NEXT]);
    let lists = |path: &str| {
        let page = project.page(path);
        let links = page.all(".editions a").into_iter();
        links.map(|link| link.attr("href").unwrap().to_owned()).collect::<Vec<_>>()
    };
    let expected = [
        format!("../editions/{NEXT}/index.html"),
        format!("../editions/{NEXT}/data/index.html"),
        format!("../editions/{NEXT}/changes/index.html"),
        format!("../editions/{DAY}/index.html"),
        format!("../editions/{DAY}/data/index.html"),
    ];
    assert_eq!(lists("output/editions/index.html"), expected);
    let inner = lists(&format!("output/editions/{NEXT}/editions/index.html"));
    assert_eq!(inner[0], "../index.html");
    assert_eq!(inner[3], format!("../../{DAY}/index.html"));
    let kept = project.folder(&format!("editions/{NEXT}/site"));
    let nested = kept.keys().filter(|path| path.starts_with("editions/2"));
    assert_eq!(nested.collect::<Vec<_>>(), Vec::<&String>::new());
    // What the second changed is told in it, and nothing has changed since.
    let changed =
        texts(&project.page(&format!("output/editions/{NEXT}/changes/index.html")), "del");
    assert_eq!(changed, ["前： 星図の貸出し"]);
    assert!(texts(&project.page("output/changes/index.html"), "del").is_empty());
    project.done(&["verify", "output"]);
}

#[test]
fn an_edition_that_cannot_be_kept_is_refused_before_anything_is_written() {
    let project = Project::small();
    project.done(&["build", "--edition", DAY]);
    let before = project.folder(".");
    for (day, sentence) in [
        (DAY, "never made anew"),
        ("2030-04-30", "before the newest edition, 2030-05-01"),
        ("2030-02-30", "there is no day"),
        ("2030-5-2", "there is no day"),
        ("../2030-06-01", "there is no day"),
    ] {
        let (code, said) = project.run(&["build", "--edition", day]).said();
        assert_eq!(code, 2, "{day}: {said}");
        assert!(said.contains(sentence), "{day}: {said}");
        assert!(project.folder(".") == before, "{day}");
    }
    project.run(&["build", "--output", "editions/site"]).ended(2);
    project.edit("data/areas.csv", "star-charts,", "Star Charts,");
    project.run(&["build", "--edition", NEXT]).ended(1);
    assert!(!project.at(&format!("editions/{NEXT}")).exists());
    assert_eq!(folder::names(&project.at("editions")), [DAY]);
}

/// One row that differs, as a reader sees it: its place, what became of it, its cells, why.
fn rows(page: &Page) -> Vec<String> {
    let told = |row| {
        let part = |selector: &str| {
            let parts = below(row, selector).into_iter().map(words);
            parts.collect::<Vec<_>>().join("; ")
        };
        let id = scraper::ElementRef::attr(&row, "id").unwrap().to_owned();
        let cells = part(".change-cells > div");
        format!("{id} | {} | {cells} | {}", part("h4 > .chip"), part(".change-reason"))
    };
    page.all(".change").into_iter().map(told).collect()
}

#[test]
fn one_judgement_and_two_cells_are_told_and_nothing_else() {
    let project = Project::small();
    project.done(&["build", "--edition", DAY]);
    let judged = "star-charts-works,star-charts,three-tests,works,";
    project.edit(
        "data/judgements.csv",
        &format!("{judged}met,"),
        &format!("{judged}insufficient,"),
    );
    project.edit(
        "data/areas.csv",
        "雲の登録,Register of clouds,wind",
        "雲の登録,Cloud register,sky",
    );
    let reasons = "id,since,table,row,reason_ja,reason_en\n\
                   one,2030-05-01,judgements,star-charts-works,試した結果の資料に誤りがあったため。,The material was wrong.\n";
    fs::write(project.at("data/change_reasons.csv"), reasons).unwrap();
    project.done(&["build", "--strict", "--base-url", "https://example.jp/r/"]);
    let page = project.page("output/changes/index.html");
    assert_eq!(
        rows(&page),
        [
            "row-areas-cloud-register | 変わった行 | \
             名称（英語） 前： Register of clouds → 今： Cloud register; 部門 前： 風の課 → 今： 空の課 | ",
            "row-judgements-star-charts-works | 変わった行 | 状態 前： 根拠あり → 今： 判断材料不足 | \
             変更の理由： 試した結果の資料に誤りがあったため。",
        ]
    );
    assert_eq!(texts(&page, ".turned > h3"), ["星図の貸出し"]);
    assert_eq!(texts(&page, ".turned-test"), ["実現可能性 ある → から まだ分からない"]);
    assert_eq!(
        texts(&page, ".causes > li"),
        ["判断 star-charts-works 変わった行 変更の理由： 試した結果の資料に誤りがあったため。"]
    );
    let cause = page.all(".causes a")[0].attr("href").unwrap().to_owned();
    assert_eq!(cause, "#row-judgements-star-charts-works");
    assert!(page.all("#keys-title").is_empty());

    let area = project.page("output/areas/star-charts/index.html");
    let links = area.all(".facts a").into_iter().filter_map(|link| link.attr("href"));
    let to_changes: Vec<_> = links.filter(|href| href.contains("changes/")).collect();
    assert_eq!(
        to_changes,
        [
            "../../changes/index.html#area-star-charts",
            "../../changes/index.html#row-judgements-star-charts-works",
            "../../changes/index.html",
        ]
    );
    let told = project.done(&["diff", &format!("editions/{DAY}"), "."]);
    assert_eq!(told.matches("why it changed: The material was wrong.").count(), 2, "{told}");
    let json: serde_json::Value =
        serde_json::from_slice(&fs::read(project.at("output/changes/changes.json")).unwrap())
            .unwrap();
    assert_eq!(json["states"][0]["causes"][0]["reasons"][0]["en"], "The material was wrong.");
    let feed = folder::text(project.0.path(), "output/feed.xml");
    let id =
        "<id>https://example.jp/r/changes/#2030-05-01/star-charts/feasible/met/insufficient</id>";
    assert_eq!(feed.matches(id).count(), 1, "{feed}");
    assert!(feed.contains("<summary>試した結果の資料に誤りがあったため。</summary>"), "{feed}");
    project.done(&["verify", "output"]);
}

/// A project with an edition of the same data, or of another's.
fn with_edition(now: &Snapshot, then: &Snapshot) -> Snapshot {
    let mut all = now.clone();
    let settings = SourcePath::new("kyotsu.toml");
    let settings = (&settings, then.get(&settings).unwrap());
    for (path, bytes) in then.below("data").chain([settings]) {
        all.insert(SourcePath::new(format!("editions/{DAY}/{path}")), bytes.clone());
    }
    let site = SourcePath::new(format!("editions/{DAY}/site/index.html"));
    all.insert(site, b"<p>".as_slice());
    all
}

fn changes(built: &Built) -> Page {
    let path = "changes/index.html";
    Page::read(path, &built.output.files[path])
}

fn with_states(states: &[&str]) -> Snapshot {
    let mut snapshot = three_tests::snapshot();
    let path = "data/judgements.csv";
    let text = project::text(&snapshot, path);
    let mut lines = text.lines();
    let mut edited = format!("{}\n", lines.next().unwrap());
    for (line, state) in lines.zip(states) {
        let mut cells: Vec<&str> = line.split(',').collect();
        cells[4] = state;
        edited.push_str(&format!("{}\n", cells.join(",")));
    }
    snapshot.insert(SourcePath::new(path), edited.as_bytes());
    snapshot
}

#[test]
fn a_version_against_its_own_edition_has_changed_in_nothing() {
    let config = Config { cases: 6, failure_persistence: None, ..Config::default() };
    let states =
        proptest::collection::vec(proptest::sample::select(vec!["insufficient", "met"]), 20);
    TestRunner::new(config)
        .run(&states, |states| {
            let snapshot = with_states(&states);
            let page = changes(&build(&with_edition(&snapshot, &snapshot), &Options::default()));
            prop_assert_eq!(texts(&page, ".notice"), ["この版から変わったことはありません。"]);
            prop_assert!(page.all(".turned, .change, .change-cells, .changes-counts").is_empty());
            Ok(())
        })
        .unwrap();
}

#[test]
fn what_is_kept_in_memory_tells_the_same_changes() {
    let (one, other) = (with_states(&["met"; 20]), with_states(&["insufficient"; 20]));
    let mut memory = Memory::default();
    let plain = three_tests::snapshot();
    let steps =
        [with_edition(&one, &one), with_edition(&other, &one), with_edition(&other, &other), plain];
    for snapshot in &steps {
        let warm = rebuild(snapshot, &Options::default(), &mut memory);
        let cold = build(snapshot, &Options::default());
        assert!(warm.output.files == cold.output.files);
        assert_eq!(warm.notes, cold.notes);
    }
}

/// How heavy a page may be with what it loads.
const MOST: usize = 150_000;

#[test]
fn however_much_changed_no_page_grows_heavy() {
    let then = three_tests::snapshot();
    let mut now = then.clone();
    let long = "この文はとても長く、行の一つ一つを重くするためにだけ書かれています。".repeat(4);
    let rows = (0..600).map(|at| format!("more-{at},2030-04-01,{long},{long},\n"));
    let updates = format!("id,date,text_ja,text_en,page\n{}", rows.collect::<String>());
    now.insert(SourcePath::new("data/updates.csv"), updates.as_bytes());
    let areas = (0..300).map(|at| format!("area-{at},領域{at},Area {at},sky,survey\n"));
    let areas = project::text(&then, "data/areas.csv") + &areas.collect::<String>();
    now.insert(SourcePath::new("data/areas.csv"), areas.as_bytes());
    let built = build(&with_edition(&now, &then), &Options::default());
    let files = &built.output.files;
    let told = changes(&built);
    assert!(texts(&told, "section a").iter().any(|text| text == "変わった行を見る"));
    let pages: BTreeSet<&String> =
        files.keys().filter(|path| path.contains("changes/") && path.ends_with(".html")).collect();
    assert!(pages.contains(&"changes/updates/index.html".to_owned()), "{pages:?}");
    for path in pages {
        let page = Page::read(path, &files[path]);
        let loaded = page.all("link[rel=stylesheet], script[src]").into_iter().map(|one| {
            let href = one.attr("href").or(one.attr("src")).unwrap();
            files[href.trim_start_matches("../")].len()
        });
        let weight = files[path].len() + loaded.sum::<usize>();
        assert!(weight < MOST, "{path}: {weight}");
    }
    // What there is no room for is counted, and whole in the file for programs.
    let table = Page::read("changes/updates/index.html", &files["changes/updates/index.html"]);
    let shown = table.all(".change").len();
    // Two rows of the former version are gone.
    let left = 602 - shown;
    assert_eq!(
        texts(&table, ".notice"),
        [format!("ほかに{left}行あります。すべては下のJSONファイルにあります。")]
    );
    let json: serde_json::Value = serde_json::from_slice(&files["changes/changes.json"]).unwrap();
    let tables = json["tables"].as_array().unwrap();
    let updates = tables.iter().find(|table| table["table"]["id"] == "updates").unwrap();
    assert_eq!(updates["rows"].as_array().unwrap().len(), 602);
}

#[test]
fn an_amount_that_is_withheld_is_not_told_on_the_page() {
    let snapshot = with_edition(&with_a_single_body("1234567"), &with_a_single_body("7654321"));
    let built = build(&snapshot, &Options::default());
    let told = texts(&changes(&built), ".change-cells dd");
    assert_eq!(told, ["公表しない値が変わりました。"]);
    for (path, bytes) in &built.output.files {
        let text = String::from_utf8_lossy(bytes);
        for amount in ["7654321", "1234567", "7,654,321", "1,234,567"] {
            assert!(!text.contains(amount), "{path} tells {amount}");
        }
    }
}

#[test]
fn links_that_lead_nowhere_are_told_by_file() {
    let project = Project::small();
    project.done(&["build"]);
    project.done(&["verify", "output"]);
    // As a person would hand-edit a page, and leave its manifest right.
    let page = "output/areas/star-charts/index.html";
    fs::remove_file(project.at("output/data/areas/areas.json")).unwrap();
    project.edit(
        page,
        "href=\"../../process/index.html\"",
        "href=\"../../process/index.html#none\"",
    );
    let told = project.run(&["verify", "output"]).ended(1);
    let dead: Vec<&str> = told.lines().filter(|line| line.contains("the link")).collect();
    assert_eq!(dead.len(), 5, "{told}");
    assert!(dead[0].starts_with("areas/star-charts/index.html: the link 「../../process/index.html#none」 leads to process/index.html, which has no place 「none」"), "{told}");
    assert!(dead[1].contains("leads to data/areas/areas.json, which is not there"), "{told}");
    assert!(told.contains("dead links: 5"), "{told}");
}
