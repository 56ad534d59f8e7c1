//! What inputs of STEP2 do to the site: one changed, and one that is a single body's.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use kyotsu::build::{Options, build};
use kyotsu::text::{Snapshot, SourcePath};

use crate::site::{none, project};

type Files = BTreeMap<String, Arc<[u8]>>;

/// Libraries, by two sizes of body and one that stands alone.
const BANDS: &str = "\
id,estimate,name_ja,name_en,bodies,level,baseline,migration,migration_to,source
small,library,小規模,Small,60,municipality,existing,100000,200000,wt-title
large,library,大規模,Large,10,municipality,existing,500000,,wt-title
";

const SPANS: &str = "\
id,band,from_year,adoption,adoption_to,common,present,present_to,benefit,benefit_to,source
small-1,small,1,50,80,300000,200000,250000,0,50000,wt-title
large-1,large,1,100,,2000000,4000000,4500000,0,300000,wt-title
";

fn built(fixed: &str, more_bands: &str, more_spans: &str) -> Files {
    let mut snapshot: Snapshot = project::snapshot();
    let mut put = |table: &str, text: String| {
        snapshot.insert(SourcePath::new(format!("data/{table}.csv")), text.as_bytes());
    };
    let head = "id,area,name_ja,name_en,coordination,systems,fixed,source";
    let row = format!(
        "library,library,図書館の入力,Inputs on libraries,1000000,2000000,{fixed},wt-title"
    );
    put("estimates", format!("{head}\n{row}\n"));
    put("estimate_bands", format!("{BANDS}{more_bands}"));
    put("estimate_spans", format!("{SPANS}{more_spans}"));
    let built = build(&snapshot, &Options::default());
    none("messages", built.notes.iter().map(|note| format!("{note:?}")).collect());
    built.output.files
}

/// The site with the inputs as they stand above.
fn usual() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| built("3000000", "", ""))
}

fn text<'a>(files: &'a Files, path: &str) -> &'a str {
    std::str::from_utf8(&files[path]).unwrap()
}

/// The states stay as they are, so no list of areas changes.
#[test]
fn one_cost_changes_the_files_that_show_it_and_no_other() {
    let before = usual();
    let after = built("3100000", "", "");
    let paths = before.keys().chain(after.keys());
    let changed: BTreeSet<&str> =
        paths.filter(|path| before.get(*path) != after.get(*path)).map(String::as_str).collect();
    let shown = [
        // the area: what was computed
        "areas/library/index.html",
        "en/areas/library/index.html",
        // a starting point of the calculator
        "what-if/index.html",
        "en/what-if/index.html",
        // the table itself
        "data/estimates/index.html",
        "en/data/estimates/index.html",
        "data/estimates/estimates.csv",
        "data/estimates/estimates.json",
        "data/estimates/estimates-excel.csv",
        "data/estimates/estimates.xlsx",
        // what is computed from it
        "data/results/results.csv",
        "data/results/results.json",
        "data/results/results-excel.csv",
        "data/results/results.xlsx",
        "data/results/index.html",
        "en/data/results/index.html",
    ];
    assert_eq!(changed, BTreeSet::from(shown));
}

#[test]
fn a_burden_for_one_size_is_said_beside_the_effect_of_the_whole() {
    let files = usual();
    let page = text(files, "areas/library/index.html");
    assert!(page.contains("全体では効果あり・この規模では負担増"));
    let english = text(files, "en/areas/library/index.html");
    assert!(english.contains("a burden for bodies of this size"));
}

#[test]
fn the_amounts_of_a_single_body_are_published_nowhere() {
    let bands = "alone,library,県立,Prefectural,1,prefecture,existing,7654321,,wt-title\n";
    let spans = "alone-1,alone,1,100,,2345678,4567891,,0,,wt-title\n";
    let files = built("3000000", bands, spans);
    let told = ["7654321", "7,654,321", "2345678", "2,345,678", "4567891", "4,567,891"];
    let leaks = files.iter().filter_map(|(path, bytes)| {
        let text = String::from_utf8_lossy(bytes);
        let found = told.iter().find(|amount| text.contains(**amount))?;
        Some(format!("{path}: {found}"))
    });
    none("amounts of a single body", leaks.collect());
    // Of two withheld bands neither can be had by subtraction; the other's are withheld too.
    let inputs = text(&files, "data/estimate_bands/estimate_bands.csv");
    let withheld = inputs.lines().filter(|line| line.contains(",suppressed,")).count();
    assert_eq!(withheld, 2, "{inputs}");
    let results = text(&files, "data/results/results.csv");
    assert_eq!(results.matches("suppressed").count(), 2, "{results}");
    // Nor may anybody start to calculate from them.
    assert!(!text(&files, "what-if/index.html").contains("what-if-library"));
}
