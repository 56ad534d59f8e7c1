//! `kyotsu diff` and `kyotsu verify`, run as people run them, and what they say word for word.

use std::fs;
use std::path::{Path, PathBuf};

use kyotsu::build::{Form, Options, Side, build, diff};
use kyotsu::model::tables::TABLES;
use kyotsu::text::{Language, Snapshot, SourcePath};

use crate::assessment::three_tests;
use crate::folder::{self, Place, edit, name, small, write};
use crate::program::{Run, kyotsu};
use crate::site::project;

/// Two copies of the small project, to be edited.
fn pair(place: &Place) -> (PathBuf, PathBuf) {
    (small(place.at("old")), small(place.at("new")))
}

/// The small site, published.
fn published(root: PathBuf) -> PathBuf {
    for (path, bytes) in build(&three_tests::snapshot(), &Options::default()).output.files {
        write(&root, &path, bytes);
    }
    root
}

/// One judgement taken back, one update gone, one added, one setting changed.
fn edit_all(root: &Path) {
    let judged = "star-charts-works,star-charts,three-tests,works,";
    edit(root, "data/judgements.csv", &format!("{judged}met,"), &format!("{judged}insufficient,"));
    edit(
        root,
        "data/updates.csv",
        "first,2030-03-01,架空の業務領域を整理しました。,Invented areas were arranged.,\n",
        "",
    );
    let row = "later,2030-04-01,「星図」の判断を改めました。,The judgement on star charts was changed.,areas/star-charts\n";
    edit(
        root,
        "data/updates.csv",
        row,
        &format!("{row}last,2030-05-01,改めました。,It was changed.,\n"),
    );
    edit(root, "kyotsu.toml", "2030-04-01", "2030-05-01");
}

#[test]
fn what_differs_is_told_in_japanese() {
    let place = Place::new();
    let (old, new) = pair(&place);
    edit_all(&new);
    let told = kyotsu("ja", ["diff", name(&old), name(&new)]).told();
    let expected = "\
判断（data/judgements.csv）
  変わった行：star-charts-works「星図の貸出し」
    「状態」 met → insufficient

更新の記録（data/updates.csv）
  加わった行：last「改めました。」
    「日付」 2030-05-01
    「内容（日本語）」 改めました。
    「内容（英語）」 It was changed.
  なくなった行：first「架空の業務領域を整理しました。」
    「日付」 2030-03-01
    「内容（日本語）」 架空の業務領域を整理しました。
    「内容（英語）」 Invented areas were arranged.

kyotsu.toml
  as_of 2030-04-01 → 2030-05-01

状態が変わった業務領域
  star-charts「星図の貸出し」 実現可能性：ある → まだ分からない
    理由：判断 star-charts-works（変わった行）
      「状態」 met → insufficient
すべて架空です

行：追加 1、削除 1、変更 1。設定・基準のキー：1。変わった状態：1
";
    assert_eq!((told.code, told.out.as_str(), told.err.as_str()), (0, expected, ""));
}

#[test]
fn what_differs_is_told_in_english() {
    let place = Place::new();
    let (old, new) = pair(&place);
    edit_all(&new);
    let told = kyotsu("en", ["diff", name(&old), name(&new)]).told();
    for line in [
        "Judgements (data/judgements.csv)\n  changed: star-charts-works「Lending star charts」\n",
        "    「State」 met → insufficient\n",
        "  removed: first「Invented areas were arranged.」\n",
        "    because of Judgements star-charts-works (changed)\n",
        "rows added: 1, removed: 1, changed: 1; keys of settings and criteria: 1; states turned: 1\n",
    ] {
        assert!(told.out.contains(line), "{line}: {}", told.out);
    }
    assert_eq!(told.code, 0);
}

#[test]
fn json_has_the_keys_its_page_promises() {
    let place = Place::new();
    let (old, new) = pair(&place);
    edit_all(&new);
    let told = kyotsu("en", ["diff", name(&old), name(&new), "--format", "json"]).told();
    let read: serde_json::Value = serde_json::from_str(&told.out).unwrap();
    let table = &read["tables"][0];
    assert_eq!(table["table"]["id"], "judgements");
    assert_eq!(table["table"]["name"]["ja"], "判断");
    assert_eq!(table["reordered"], false);
    let row = &table["rows"][0];
    assert_eq!(
        (&row["row"]["id"], &row["change"]),
        (&"star-charts-works".into(), &"changed".into())
    );
    let cell = serde_json::json!({
        "column": "state",
        "label": { "ja": "状態", "en": "State" },
        "old": "met",
        "new": "insufficient",
        "withheld": false,
    });
    assert_eq!(row["cells"], serde_json::json!([cell]));
    assert_eq!(read["files"][0]["keys"][0]["key"], "as_of");
    let state = &read["states"][0];
    assert_eq!((&state["from"]["id"], &state["to"]["id"]), (&"met".into(), &"insufficient".into()));
    assert_eq!((&state["test"]["id"], &state["joint"]), (&"feasible".into(), &false.into()));
    assert_eq!(state["causes"][0]["kind"], "row");
    assert_eq!(state["causes"][0]["row"]["id"], "star-charts-works");
    assert_eq!(state["causes"][0]["cells"], serde_json::json!([cell]));
    assert_eq!(read["assessed"], true);
    assert_eq!(read["criteria_borrowed_by"], serde_json::Value::Null);
    let manual = fs::read_to_string(project::root().join("docs/diff.md")).unwrap();
    for key in keys(&read) {
        assert!(manual.contains(&format!("`{key}`")), "docs/diff.md does not tell {key}");
    }
}

fn keys(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::Object(entries) => entries
            .iter()
            .flat_map(|(key, value)| [vec![key.clone()], keys(value)].concat())
            .collect(),
        serde_json::Value::Array(items) => items.iter().flat_map(keys).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn a_published_site_s_own_downloads_are_data() {
    let place = Place::new();
    let (root, site) = (small(place.at("project")), published(place.at("site")));
    let downloads = site.join("data");
    let borrowed = "前のデータには基準の組がないため、後の基準の組で状態を求めました\n";
    for old in [&site, &downloads] {
        let told = kyotsu("ja", ["diff", name(old), name(&root)]).told();
        assert_eq!(told.out, format!("{borrowed}違いはありません\n"), "{}", told.err);
    }
    edit(
        &root,
        "data/evidence.csv",
        "star-charts-works,star-charts,works,law,for",
        "star-charts-works,star-charts,works,law,against",
    );
    let told = kyotsu("ja", ["diff", name(&site), name(&root)]).told();
    for line in [
        "    理由：根拠と手がかり star-charts-works（変わった行）\n",
        "      「向き」 for → against\n",
    ] {
        assert!(told.out.contains(line), "{}", told.all());
    }

    let told = kyotsu("ja", ["diff", name(&site), name(&downloads)]).told();
    let unassessed = "基準の組のない版があるため、状態は比べていません\n";
    assert_eq!(told.out, format!("{unassessed}違いはありません\n"), "{}", told.err);
}

#[test]
fn a_data_folder_alone_is_a_version() {
    let place = Place::new();
    let (old, new) = pair(&place);
    fs::remove_file(old.join("kyotsu.toml")).unwrap();
    edit(&new, "kyotsu.toml", "2030-04-01", "2030-05-01");
    for folder in [old.clone(), old.join("data")] {
        let told = kyotsu("en", ["diff", name(&folder), name(&new)]).told();
        assert_eq!(told.out, "nothing differs\n", "{}", told.err);
    }
}

#[test]
fn a_project_without_rows_can_be_compared() {
    let place = Place::new();
    let root = place.at("empty");
    kyotsu("en", ["init", "--empty", name(&root)]).told().ended(0);
    let told = kyotsu("en", ["diff", name(&root), name(&root)]).told();
    let expected = "a version has no criteria set, so states were not compared\nnothing differs\n";
    assert_eq!((told.code, told.out.as_str()), (0, expected), "{}", told.err);
}

#[test]
fn mistakes_are_told_with_the_side_they_stand_on() {
    let place = Place::new();
    let (old, new) = pair(&place);
    edit(&old, "data/updates.csv", "2030-03-01", "春");
    edit(&new, "data/updates.csv", "2030-04-01", "夏");
    let told = kyotsu("ja", ["diff", name(&old), name(&new)]).told();
    assert_eq!((told.code, told.out.as_str()), (1, ""));
    for (side, wrong) in [(&old, "春"), (&new, "夏")] {
        let file = side.join("data/updates.csv");
        let place = format!("{}:{}", name(&file), if wrong == "春" { 2 } else { 3 });
        assert!(told.err.contains(&place), "{place}: {}", told.err);
        assert!(told.err.contains(wrong), "{wrong}: {}", told.err);
    }
    assert!(told.err.ends_with(
        "データに誤りがあるため、比べていません。直してから、もう一度実行してください\n"
    ));
}

#[test]
fn folders_that_hold_no_data_are_refused() {
    let place = Place::new();
    let root = small(place.at("project"));
    write(&place.at("letters"), "letter.txt", b"mine");
    for other in ["nowhere", "letters"] {
        let told = kyotsu("en", ["diff", name(&place.at(other)), name(&root)]).told();
        assert_eq!((told.code, told.out.as_str()), (2, ""));
        assert!(told.err.contains(name(&place.at(other))), "{}", told.err);
    }
}

/// The project with an estimate in which the amounts of a single body, and of one other band, are withheld.
pub fn with_a_single_body(present: &str) -> Snapshot {
    let mut snapshot: Snapshot = project::snapshot();
    let mut put = |table: &str, text: &str| {
        snapshot.insert(SourcePath::new(format!("data/{table}.csv")), text.as_bytes());
    };
    put(
        "estimates",
        "id,area,name_ja,name_en,coordination,systems,fixed,source\n\
         library,library,入力,Inputs,1000,2000,3000,wt-title\n",
    );
    put(
        "estimate_bands",
        "id,estimate,name_ja,name_en,bodies,level,baseline,migration,source\n\
         alone,library,県立,Prefectural,1,prefecture,existing,1000,wt-title\n\
         others,library,ほか,Others,2,municipality,existing,1000,wt-title\n",
    );
    let span = format!(
        "id,band,from_year,adoption,common,present,benefit,source\n\
         alone-1,alone,1,100,2000000,{present},0,wt-title\n\
         others-1,others,1,100,300111,300222,0,wt-title\n"
    );
    put("estimate_spans", &span);
    snapshot
}

#[test]
fn an_amount_that_is_withheld_turns_a_state_and_is_not_told() {
    let (old, new) = (with_a_single_body("7654321"), with_a_single_body("1234567"));
    let downloads = downloads(&old);
    let site = Side { snapshot: &downloads, published: true };
    let project = Side { snapshot: &old, published: false };
    let same = diff(&site, &project, Language::En, Form::Text);
    assert!(
        same.told.unwrap().ends_with("\nnothing differs\n"),
        "what is withheld is no difference"
    );

    let side = |snapshot| Side { snapshot, published: false };
    let told = |form| diff(&side(&old), &side(&new), Language::En, form).told.unwrap();
    let text = told(Form::Text);
    assert!(text.contains("because of Yearly amounts of the inputs alone-1 (changed)"), "{text}");
    assert!(text.contains("a value that is not published changed"), "{text}");
    for text in [text, told(Form::Json)] {
        assert!(!text.contains("7654321") && !text.contains("1234567"), "{text}");
    }
}

/// The tables of a project as its site has them.
fn downloads(snapshot: &Snapshot) -> Snapshot {
    let files = build(snapshot, &Options::default()).output.files;
    let tables = TABLES.iter().map(|spec| {
        let path = format!("data/{0}/{0}.csv", spec.name);
        (spec.path(), files[&path].to_vec())
    });
    tables.collect()
}

#[test]
fn a_folder_as_it_was_written_is_verified() {
    let place = Place::new();
    let site = place.at("site");
    let root = project::small();
    kyotsu("en", ["build", "--root", name(&root), "--output", name(&site)]).told().ended(0);
    let told = kyotsu("ja", ["verify", name(&site)]).told();
    let files = folder::files(&site).len() - 1;
    let whole =
        format!("書き出したファイル {files}：不足 0、変更 0、切れたリンク 0。ほかのファイル 0\n");
    assert_eq!((told.code, told.out.as_str()), (0, whole.as_str()));

    write(&site, "CNAME", b"example.lg.jp");
    let told = kyotsu("en", ["verify", name(&site)]).told();
    assert_eq!(told.code, 0);
    assert!(told.out.starts_with("not written by kyotsu: CNAME\n"), "{}", told.out);
    kyotsu("en", ["verify", "--strict", name(&site)]).told().ended(1);

    fs::remove_file(site.join("robots.txt")).unwrap();
    let index = fs::read_to_string(site.join("index.html")).unwrap();
    fs::write(site.join("index.html"), index.replacen("架空", "実在", 1)).unwrap();
    let told = kyotsu("ja", ["verify", name(&site)]).told();
    let expected = format!(
        "ありません：robots.txt\n変わっています：index.html\n\
         kyotsu が書いたものではありません：CNAME\n\
         書き出したファイル {files}：不足 1、変更 1、切れたリンク 0。ほかのファイル 1\n\
         公開したファイルと違います。kyotsu build をもう一度実行し、フォルダー全体を置き直してください\n"
    );
    assert_eq!((told.code, told.out.as_str()), (1, expected.as_str()));
}

#[test]
fn a_folder_without_its_manifest_cannot_be_verified() {
    let place = Place::new();
    let site = published(place.at("site"));
    let told = kyotsu("en", ["verify", name(&site)]).told();
    assert_eq!((told.code, told.out.as_str()), (2, ""));
    assert!(told.err.contains(".kyotsu-manifest.json"), "{}", told.err);
    write(&site, ".kyotsu-manifest.json", b"{}");
    kyotsu("en", ["verify", name(&site)]).told().ended(1);
    kyotsu("en", ["verify", name(&place.at("nowhere"))]).told().ended(2);
}
