//! Edits as people make them, and mistakes among them: each says on its own what it does, so that a
//! failing run can be read.

use kyotsu::text::{Snapshot, SourcePath};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// One edit of a project. Which row, letter or page is meant stands in an [`Index`], so that an edit
/// fits whatever those before it have left.
#[derive(Clone, Debug)]
pub enum Edit {
    /// another value in a cell
    Cell {
        table: &'static str,
        row: Index,
        column: Index,
        value: &'static str,
    },
    /// the value of a cell in the cell of another row
    Copied {
        table: &'static str,
        from: Index,
        to: Index,
        column: Index,
    },
    /// a row once more, with an id of its own
    RowAdded {
        table: &'static str,
        row: Index,
        id: &'static str,
    },
    RowRemoved {
        table: &'static str,
        row: Index,
    },
    RowsSwapped {
        table: &'static str,
        one: Index,
        other: Index,
    },
    /// a sentence at the end of a page, which is made if it is not there
    Written {
        page: &'static str,
        language: &'static str,
        text: &'static str,
    },
    PageRemoved {
        page: Index,
    },
    /// a page at another place, with a line in the settings that leads there or without
    PageMoved {
        page: Index,
        to: &'static str,
        led: bool,
    },
    /// one letter of a file for others: a mistake more often than not
    Letter {
        file: &'static str,
        at: Index,
        put: &'static str,
    },
    /// a line of settings
    Setting {
        line: &'static str,
    },
    /// markup at the end of what every page is set with, or the pages of a kind
    Template {
        name: &'static str,
        at: &'static str,
        markup: &'static str,
    },
    /// a word of the interface
    Word {
        language: &'static str,
        word: Index,
        text: &'static str,
    },
    /// a file published as it is
    Asset {
        name: &'static str,
        text: Option<&'static str>,
    },
    /// everything as it was at first
    Mended,
}

const TABLES: [&str; 8] = [
    "areas",
    "judgements",
    "evidence",
    "citations",
    "progress",
    "updates",
    "departments",
    "documents",
];
const VALUES: [&str; 9] =
    ["星図の貸与", "A, \"quoted\" value", "", "met", "not_met", "1", "2030-05-06", "wind", "😀"];
const IDS: [&str; 3] = ["added", "star-charts-added", "no id"];
const PAGES: [&str; 6] =
    ["", "costs", "costs/more", "areas", "areas/star-charts", "areas/moon-terrace"];
const TEXTS: [&str; 7] = [
    "書き足した文です。",
    "## 見出し {#added}",
    "[星図](/areas/star-charts/)",
    "[どこか](/nowhere/)",
    "[[areas.star-charts.name]]の[[areas.nobody.name]]",
    "```table\ntable = \"areas\"\ncolumns = [\"name\"]\n```",
    "<b>x</b>",
];
const FILES: [&str; 7] = [
    "data/areas.csv",
    "data/judgements.csv",
    "data/criteria/three-tests.toml",
    "content/page.md",
    "kyotsu.toml",
    "themes/default/templates/area.html",
    "themes/default/strings.ja.toml",
];
const PUT_IN: [&str; 8] = ["星", "met", "1", ",", "\n", "\"", "{{ page.kind }}", ""];
const SETTINGS: [&str; 5] = [
    "base_url = \"https://example.jp/a/\"",
    "theme = \"default\"",
    "as_of = \"2030-04-02\"",
    "navigation = [\"areas\", \"data\"]",
    "contact_ja = \"試験室\"",
];
const TEMPLATES: [&str; 4] = ["base.html", "area.html", "components.html", "report.html"];
const MARKUP: [&str; 4] = ["<hr>", "{# nothing #}", "{{ page.nothing }}", "{% if %}"];
const ASSETS: [&str; 3] = ["style.css", "area.js", "new.txt"];

pub fn edit() -> impl Strategy<Value = Edit> {
    let index = any::<Index>;
    let table = || select(&TABLES[..]);
    let cells =
        prop_oneof![
            (table(), index(), index(), select(&VALUES[..]))
                .prop_map(|(table, row, column, value)| Edit::Cell { table, row, column, value }),
            (table(), index(), index(), index())
                .prop_map(|(table, from, to, column)| Edit::Copied { table, from, to, column }),
            (table(), index(), select(&IDS[..])).prop_map(|(table, row, id)| Edit::RowAdded {
                table,
                row,
                id
            }),
            (table(), index()).prop_map(|(table, row)| Edit::RowRemoved { table, row }),
            (table(), index(), index()).prop_map(|(table, one, other)| Edit::RowsSwapped {
                table,
                one,
                other
            }),
        ];
    let pages =
        prop_oneof![
            (select(&PAGES[..]), select(&["page.md", "page.en.md"][..]), select(&TEXTS[..]))
                .prop_map(|(page, language, text)| Edit::Written { page, language, text }),
            index().prop_map(|page| Edit::PageRemoved { page }),
            (index(), select(&PAGES[1..]), any::<bool>())
                .prop_map(|(page, to, led)| Edit::PageMoved { page, to, led }),
        ];
    let theme = prop_oneof![
        (select(&TEMPLATES[..]), select(&["<footer", "{% endblock", "<main"][..]))
            .prop_flat_map(|(name, at)| (Just(name), Just(at), select(&MARKUP[..])))
            .prop_map(|(name, at, markup)| Edit::Template { name, at, markup }),
        (select(&["ja", "en"][..]), index(), select(&["言葉", "{count}"][..]))
            .prop_map(|(language, word, text)| Edit::Word { language, word, text }),
        (select(&ASSETS[..]), select(&[Some("body { color: navy }"), Some(""), None][..]))
            .prop_map(|(name, text)| Edit::Asset { name, text }),
    ];
    let letter = (select(&FILES[..]), index(), select(&PUT_IN[..]))
        .prop_map(|(file, at, put)| Edit::Letter { file, at, put });
    let setting = select(&SETTINGS[..]).prop_map(|line| Edit::Setting { line });
    prop_oneof![
        6 => cells, 4 => pages, 3 => theme, 3 => letter, 1 => setting, 1 => Just(Edit::Mended)
    ]
}

impl Edit {
    /// A project after the edit; `first` is how it was before all edits.
    pub fn applied(&self, project: &Snapshot, first: &Snapshot) -> Snapshot {
        let mut project = Project(project.clone());
        match self {
            Self::Cell { table, row, column, value } => project.rows(table, |rows| {
                if let Some(row) = one(rows, row) {
                    let column = column.index(row.len());
                    row[column] = (*value).to_owned();
                }
            }),
            Self::Copied { table, from, to, column } => project.rows(table, |rows| {
                let Some(from) = one(rows, from).cloned() else { return };
                let column = column.index(from.len());
                one(rows, to).unwrap()[column] = from[column].clone();
            }),
            Self::RowAdded { table, row, id } => project.rows(table, |rows| {
                let Some(mut row) = one(rows, row).cloned() else { return };
                row[0] = (*id).to_owned();
                rows.push(row);
            }),
            Self::RowRemoved { table, row } => project.rows(table, |rows| {
                if rows.len() > 1 {
                    rows.remove(1 + row.index(rows.len() - 1));
                }
            }),
            Self::RowsSwapped { table, one, other } => project.rows(table, |rows| {
                if let Some(last) = rows.len().checked_sub(1).filter(|last| *last > 0) {
                    rows.swap(1 + one.index(last), 1 + other.index(last));
                }
            }),
            Self::Written { page, language, text } => project.write_on(page, language, text),
            Self::PageRemoved { page } => {
                let pages = project.pages();
                if !pages.is_empty() {
                    let page: &String = page.get(&pages);
                    project.move_folder(page, None);
                }
            }
            Self::PageMoved { page, to, led } => {
                let mut pages = project.pages();
                pages.retain(|page| !page.is_empty());
                if !pages.is_empty() {
                    let page = page.get(&pages[..]);
                    project.move_folder(page, Some(to));
                    if *led {
                        project
                            .edit("kyotsu.toml", |text| text + &format!("\"{page}\" = \"{to}\"\n"));
                    }
                }
            }
            Self::Letter { file, at, put } => project.edit(file, |mut text| {
                let places: Vec<_> = text.char_indices().collect();
                if !places.is_empty() {
                    let (at, letter) = *at.get(&places[..]);
                    text.replace_range(at..at + letter.len_utf8(), put);
                }
                text
            }),
            Self::Setting { line } => project.edit("kyotsu.toml", |text| {
                let key = line.split_once(" =").unwrap().0;
                let others = text.lines().filter(|line| !line.starts_with(key));
                format!("{line}\n{}\n", others.collect::<Vec<_>>().join("\n"))
            }),
            Self::Template { name, at, markup } => {
                let put = format!("{markup}{at}");
                let file = format!("themes/default/templates/{name}");
                project.edit(&file, |text| text.replacen(at, &put, 1));
            }
            Self::Word { language, word, text } => {
                project.edit(&format!("themes/default/strings.{language}.toml"), |before| {
                    let mut lines: Vec<_> = before.lines().map(str::to_owned).collect();
                    let line = &mut lines[word.index(before.lines().count())];
                    if let Some((key, _)) = line.clone().split_once(" = \"") {
                        *line = format!("{key} = \"{text}\"");
                    }
                    lines.join("\n") + "\n"
                });
            }
            Self::Asset { name, text } => {
                let file = format!("themes/default/assets/{name}");
                match text {
                    Some(text) => project.put(&file, text),
                    None => project.drop(&file),
                }
            }
            Self::Mended => project.0 = first.clone(),
        }
        project.0
    }
}

/// The row of an index; the first is the header.
fn one<'a>(rows: &'a mut [Vec<String>], index: &Index) -> Option<&'a mut Vec<String>> {
    match rows.len() {
        0 | 1 => None,
        count => rows.get_mut(1 + index.index(count - 1)),
    }
}

struct Project(Snapshot);

impl Project {
    fn text(&self, file: &str) -> Option<String> {
        let bytes = self.0.get(&SourcePath::new(file))?;
        Some(String::from_utf8(bytes.to_vec()).unwrap())
    }

    fn put(&mut self, file: &str, text: &str) {
        self.0.insert(SourcePath::new(file), text.as_bytes());
    }

    fn drop(&mut self, file: &str) {
        let kept = self.0.iter().filter(|(path, _)| path.as_str() != file);
        self.0 = kept.map(|(path, bytes)| (path.as_str(), bytes.to_vec())).collect();
    }

    fn edit(&mut self, file: &str, edit: impl FnOnce(String) -> String) {
        if let Some(text) = self.text(file) {
            self.put(file, &edit(text));
        }
    }

    /// A table's rows, its header first, as far as it can still be read.
    fn rows(&mut self, table: &str, edit: impl FnOnce(&mut Vec<Vec<String>>)) {
        self.edit(&format!("data/{table}.csv"), |text| {
            let mut reader = csv::ReaderBuilder::new();
            let mut reader = reader.has_headers(false).flexible(true).from_reader(text.as_bytes());
            let cells = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
            let mut rows: Vec<Vec<String>> = reader.records().flatten().map(cells).collect();
            let width = rows.first().map_or(0, Vec::len);
            rows.iter_mut().for_each(|row| row.resize(width, String::new()));
            edit(&mut rows);
            let mut writer = csv::Writer::from_writer(Vec::new());
            rows.iter().for_each(|row| writer.write_record(row).unwrap());
            String::from_utf8(writer.into_inner().unwrap()).unwrap()
        });
    }

    /// The folders below `content` that hold a page.
    fn pages(&self) -> Vec<String> {
        let pages = self.0.below("content").filter(|(path, _)| path.file_name() == "page.md");
        let route = |path: &SourcePath| {
            path.folder().strip_prefix("content").unwrap().trim_start_matches('/').to_owned()
        };
        pages.map(|(path, _)| route(path)).collect()
    }

    fn write_on(&mut self, page: &str, language: &str, text: &str) {
        let file = format!("content/{page}/{language}").replace("//", "/");
        let title = format!("+++\ntitle = \"題 {page}\"\n+++\n");
        let before = self.text(&file).unwrap_or(title);
        self.put(&file, &format!("{before}\n{text}\n"));
    }

    /// Moves both languages of a page, or takes them away.
    fn move_folder(&mut self, from: &str, to: Option<&str>) {
        for language in ["page.md", "page.en.md"] {
            let file = |page: &str| format!("content/{page}/{language}").replace("//", "/");
            let Some(text) = self.text(&file(from)) else { continue };
            self.drop(&file(from));
            if let Some(to) = to {
                self.put(&file(to), &text);
            }
        }
    }
}
