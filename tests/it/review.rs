//! What only reviewers see: drafts, differences from an edition, comments. The public sees nothing
//! of it, whatever was built before.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use kyotsu::build::{Audience, Built, Options, build};
use kyotsu::review::{compared, unmarked};
use kyotsu::text::{Language, Snapshot, SourcePath};

use crate::assessment::three_tests;
use crate::folder::{self, Files, write};
use crate::program::{Run, kyotsu};
use crate::site::page::{Page, texts};
use crate::site::{none, project};

/// Words that stand nowhere but in drafts, in what is beside them, and in comments.
const SECRETS: [&str; 7] = [
    "hisetsu",
    "秘説",
    "夜半の計画",
    "Midnight plan",
    "himitsu-cell",
    "内緒の一言",
    "only-in-english",
];

const DRAFTS: [(&str, &str); 6] = [
    (
        "content/hisetsu/page.md",
        "+++\ntitle = \"夜半の計画\"\ndescription = \"秘説\"\ndraft = true\n+++\n\n## 秘説 {#secret}\n\n秘説の文。\n\n\
         ```table\nfile = \"own.csv\"\ncolumns = [\"name\"]\ntitle = \"秘説の表\"\n```\n",
    ),
    (
        "content/hisetsu/page.en.md",
        "+++\ntitle = \"Midnight plan\"\n+++\n\n## Secret {#secret}\n\nMidnight plan.\n",
    ),
    ("content/hisetsu/own.csv", "id,name\na,himitsu-cell\n"),
    ("content/open/page.md", "+++\ntitle = \"公の計画\"\n+++\n\n公の文。\n"),
    (
        "content/open/page.en.md",
        "+++\ntitle = \"Open plan\"\ndraft = true\n+++\n\nonly-in-english\n",
    ),
    (
        "review/2026-11-22-open-a1.toml",
        "page = \"open/index.html\"\nanchor = \"\"\nwords = \"公の文。\"\nwho = \"山田花子\"\n\
         on = \"2026-11-22\"\ntext = \"内緒の一言\"\nsettled = \"\"\n",
    ),
];

fn with(files: &[(&str, &str)]) -> Snapshot {
    let mut snapshot = three_tests::snapshot();
    for (path, text) in files {
        snapshot.insert(SourcePath::new(path), text.as_bytes().to_vec());
    }
    snapshot
}

fn built(snapshot: &Snapshot, audience: Audience, base_url: Option<&str>) -> Built {
    build(snapshot, &Options { base_url: base_url.map(str::to_owned), audience })
}

fn told(files: &Files) -> Vec<String> {
    let holds = |bytes: &[u8], word: &str| String::from_utf8_lossy(bytes).contains(word);
    let told = files.iter().flat_map(|(path, bytes)| {
        let here = SECRETS.iter().filter(move |word| path.contains(**word) || holds(bytes, word));
        here.map(move |word| format!("{path}: {word}"))
    });
    told.collect()
}

fn page(built: &Built, path: &str) -> Page {
    Page::read(path, &built.output.files[path])
}

#[test]
fn nothing_of_a_draft_or_a_comment_is_published() {
    let built = built(&with(&DRAFTS), Audience::Public, Some("https://example.jp/"));
    none("drafts that are published", told(&built.output.files));
    let marks = built.output.files.iter().filter(|(path, bytes)| {
        let text = String::from_utf8_lossy(bytes);
        path.contains("review") || text.contains("data-review") || text.contains("kyotsu-review")
    });
    none("pages that are marked", marks.map(|(path, _)| path.clone()).collect());
    assert_eq!(built.withheld, 1);
}

#[test]
fn a_site_is_the_same_with_and_without_drafts_and_comments() {
    let open = &DRAFTS[3..4];
    let (with_all, without) = (with(&DRAFTS), with(open));
    let [one, other] = [&with_all, &without].map(|one| built(one, Audience::Public, None));
    // The page of which only the English is a draft is there in Japanese.
    assert_eq!(one.output.files, other.output.files);
}

#[test]
fn a_build_of_drafts_says_so_on_every_page() {
    let built = built(&with(&DRAFTS), Audience::Drafts, Some("https://example.jp/"));
    let pages = built.output.files.iter().filter(|(path, _)| path.ends_with(".html"));
    let opening = (&"はじめに.html".to_owned(), &built.output.opening);
    let wrong = pages.chain([opening]).filter(|(path, bytes)| {
        let page = Page::read(path, bytes);
        let marked = texts(&page, "section.review-draft").len() == 1;
        let hidden = !page.all("meta[name=robots][content=noindex]").is_empty();
        let placed = page.all("link[rel=canonical]").len() + page.all("link[hreflang]").len();
        !marked || !hidden || placed > 0
    });
    none("pages without their mark", wrong.map(|(path, _)| path.clone()).collect());
    for path in ["sitemap.xml", "feed.xml", "en/feed.xml"] {
        assert!(!built.output.files.contains_key(path), "{path}");
    }
}

#[test]
fn a_draft_is_marked_where_it_is_shown_and_in_the_report() {
    for audience in [Audience::Preview, Audience::Drafts] {
        let built = built(&with(&DRAFTS), audience, None);
        let mark = "main p.review-draft";
        assert!(texts(&page(&built, "hisetsu/index.html"), mark)[0].starts_with("未公表案"));
        let english = texts(&page(&built, "en/hisetsu/index.html"), mark);
        assert!(english[0].starts_with("Unpublished draft"), "{english:?}");
        assert_eq!(texts(&page(&built, "en/open/index.html"), mark).len(), 1);
        assert!(texts(&page(&built, "open/index.html"), mark).is_empty());
        assert!(told(&built.output.files).iter().any(|told| told.starts_with("search/")));
    }
}

#[test]
fn comments_stand_beside_their_places_and_on_a_page_of_their_own() {
    let comment = |page: &str, anchor: &str, words: &str, text: &str, settled: &str| {
        format!(
            "page = \"{page}\"\nanchor = \"{anchor}\"\nwords = \"{words}\"\nwho = \"山田<花子>\"\n\
             on = \"2026-11-22\"\ntext = \"\"\"\n{text}\"\"\"\nsettled = \"{settled}\"\n"
        )
    };
    let area = "areas/star-charts/index.html";
    let row = comment("data/areas/index.html", "star-charts", "星図の貸出し", "行へ", "");
    let text = comment("open/index.html", "", "公の文。", "文へ\n二行目", "2026-11-25 直した");
    let gone = comment(area, "nowhere", "もうない文です。", "消えた所へ", "");
    let moved = comment("nosuch/index.html", "", "", "ページなし", "");
    let sign_off = "[[sign_off]]\nedition = \"2026-11-22\"\nwho = \"佐藤\"\non = 2026-11-25\n";
    let snapshot = with(&[
        DRAFTS[3],
        ("review/a.toml", &row),
        ("review/b.toml", &text),
        ("review/c.toml", &gone),
        ("review/d.toml", &moved),
        ("review/sign-off.toml", sign_off),
    ]);
    let built = built(&snapshot, Audience::Preview, None);
    let codes: Vec<&str> = built.notes.iter().map(|note| note.code.id).collect();
    assert_eq!(codes, ["D316", "D653"]);

    let table = page(&built, "data/areas/index.html");
    let beside = texts(&table, "tr#star-charts > th details.review-open[open] > p");
    assert_eq!(beside[0], "行へ", "{beside:?}");
    let open = page(&built, "open/index.html");
    let beside = texts(&open, "main .prose > p + details.review-settled:not([open]) > p");
    assert_eq!(&beside[..2], ["文へ 二行目", "対応：2026-11-25 直した"]);
    let astray = texts(&page(&built, area), "main > .review-astray:last-child details p");
    assert!(astray[0].contains("なくなりました") && astray[0].contains("もうない文です。"));

    let list = page(&built, "review/index.html");
    assert_eq!(texts(&list, ".review-list > p")[0], "未対応 3件、対応済み 1件");
    let pages = texts(&list, ".review-list h3");
    assert_eq!(pages.last().map(String::as_str), Some("公の計画"), "open ones first: {pages:?}");
    assert!(pages.iter().any(|page| page.contains("nosuch/index.html")), "{pages:?}");
    assert_eq!(texts(&list, ".review-signed tbody tr"), ["2026-11-22 佐藤 2026年11月25日"]);
    assert!(
        String::from_utf8_lossy(&built.output.files["open/index.html"])
            .contains("山田&lt;花子&gt;")
    );
}

#[test]
fn marks_come_off_every_page_of_a_site_and_only_what_changed_has_them() {
    let before = built(&three_tests::snapshot(), Audience::Public, None).output.files;
    let mut snapshot = three_tests::snapshot();
    for (path, from, to) in [
        ("data/areas.csv", "星図の貸出し", "星図の貸与"),
        ("content/page.md", "架空の業務領域です。", "架空の領域です。"),
    ] {
        snapshot = project::edited(&snapshot, path, from, to);
    }
    let after = built(&snapshot, Audience::Public, None).output.files;
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let mut places = BTreeMap::new();
    for (path, now) in after.iter().filter(|(path, _)| path.ends_with(".html")) {
        let (was, now) = (text(&before[path]), text(now));
        let marked = compared(&was, &now, Language::Ja);
        assert_eq!(unmarked(&marked.html), now, "{path}");
        assert_eq!(compared(&now, &now, Language::Ja).places, 0, "{path}");
        if marked.places > 0 {
            places.insert(path.as_str(), marked.places);
        }
    }
    for path in ["index.html", "areas/index.html", "areas/star-charts/index.html"] {
        assert!(places.contains_key(path), "{path}: {places:?}");
    }
    for path in ["en/index.html", "areas/moon-terrace/index.html", "sources/index.html"] {
        assert!(!places.contains_key(path), "{path}: {places:?}");
    }
}

/// A project of its own on the disk.
struct Place(folder::Place);

impl Place {
    fn new(files: &[(&str, &str)]) -> Self {
        let place = folder::Place::new();
        let root = folder::small(place.at("p"));
        for (path, text) in files {
            write(&root, path, text);
        }
        Self(place)
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.at(name)
    }

    fn run(&self, arguments: &[&str]) -> (i32, String) {
        kyotsu("en", arguments).current_dir(self.0.path()).told().said()
    }
}

#[test]
fn drafts_never_go_where_the_published_site_is() {
    let place = Place::new(&DRAFTS);
    for output in [&[][..], &["--output", "p/output"], &["--output", "p/../p/output/"]] {
        let (code, said) = place.run(&[&["build", "--drafts", "--root", "p"], output].concat());
        assert_eq!(code, 2, "{said}");
        assert!(said.contains("--output drafts"), "{said}");
    }
    assert!(!place.at("p/output").exists());
    assert_eq!(place.run(&["build", "--root", "p", "--output", "site"]).0, 0);
    let published = folder::read(&place.at("site"));
    let (code, said) = place.run(&["build", "--drafts", "--root", "p", "--output", "site"]);
    assert!(code == 2 && said.contains("holds a published site"), "{said}");
    assert_eq!(folder::read(&place.at("site")), published);
}

#[test]
fn a_published_site_leaves_nothing_of_the_drafts_that_were_in_its_folder() {
    let place = Place::new(&DRAFTS);
    let (code, said) = place.run(&["build", "--drafts", "--root", "p", "--output", "both"]);
    assert_eq!(code, 0, "{said}");
    assert!(!told(&folder::read(&place.at("both/hisetsu"))).is_empty());
    // Once more into the same folder: it holds drafts.
    assert_eq!(place.run(&["build", "--drafts", "--root", "p", "--output", "both"]).0, 0);
    let (code, said) = place.run(&["build", "--root", "p", "--output", "both"]);
    assert!(code == 0 && said.contains("left out as drafts: 1"), "{said}");
    assert_eq!(place.run(&["build", "--root", "p", "--output", "alone"]).0, 0);
    let both = folder::read(&place.at("both"));
    none("drafts that are left", told(&both));
    assert_eq!(both, folder::read(&place.at("alone")));
}

#[test]
fn what_cannot_be_compared_with_is_told_before_anything_is_served() {
    let place = Place::new(&[]);
    fs::create_dir(place.at("empty")).unwrap();
    for base in ["nowhere", "empty", "2026-04-01"] {
        let (code, said) = place.run(&["preview", "--root", "p", "--port", "0", "--review", base]);
        assert!(code == 2 && said.contains(&format!("{base} holds no pages")), "{said}");
    }
    let wrong = Place::new(&[("content/a/page.md", "+++\ntitle = \"a\"\n+++\n\n[x](/no/)\n")]);
    let (code, said) = wrong.run(&["preview", "--root", "p", "--port", "0", "--review", "p"]);
    assert!(code == 1 && said.contains("D307") && said.contains("has mistakes"), "{said}");
}
