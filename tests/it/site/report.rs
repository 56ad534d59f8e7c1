//! The whole report holds every section and every area, and the sources last.

use super::page::{below, has_class, selected, words};
use super::{none, project, site};

#[test]
fn the_report_holds_every_section_and_every_area() {
    let settings = project::snapshot();
    let settings = settings.iter().find(|(path, _)| path.as_str() == "kyotsu.toml").unwrap().1;
    let settings: toml::Table = toml::from_str(std::str::from_utf8(settings).unwrap()).unwrap();
    let groups = settings["navigation"].as_array().unwrap().iter();
    let sections = groups.flat_map(|group| group["sections"].as_array().unwrap());
    let mut sections: Vec<&str> = sections.map(|one| one.as_str().unwrap()).collect();
    sections.retain(|one| !["sources", "search", "report"].contains(one));
    sections.push("sources");
    for path in ["report/index.html", "en/report/index.html"] {
        let page = site().page(path);
        let chapters = page.all(".chapter");
        let ids: Vec<&str> = chapters.iter().filter_map(|one| one.attr("id")).collect();
        assert_eq!(ids, sections, "{path}");
        let empty = chapters.iter().filter(|chapter| below(**chapter, "h2").len() != 1);
        none("chapters without their heading", empty.map(|one| one.html()).collect());
        let areas = site().files.keys().filter(|file| {
            let folders: Vec<&str> = file.split('/').collect();
            matches!(folders.as_slice(), ["areas", _, "index.html"])
        });
        let missing = areas.filter(|file| {
            let id = file.split('/').nth(1).unwrap();
            let sheet = page.html.select(&selected(&format!("article.sheet#areas-{id}"))).next();
            !sheet.is_some_and(|sheet| has_class(sheet, "sheet") && words(sheet).len() > 200)
        });
        none("areas the report lacks", missing.cloned().collect());
    }
}

/// What only a screen can use is no part of it, and nothing in it is folded.
#[test]
fn the_report_is_made_for_paper() {
    for path in ["report/index.html", "en/report/index.html"] {
        let page = site().page(path);
        let left = page.all(
            ".chapter :is(nav, form, button, script, .downloads), .chapter details:not([open])",
        );
        none("left in the report", left.iter().map(|element| element.html()).collect());
    }
}
