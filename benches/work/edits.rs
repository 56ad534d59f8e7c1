//! The edits that are measured: each is made again and again, with another number each time.

use kyotsu::text::{Snapshot, SourcePath};

pub struct Edit {
    pub name: &'static str,
    /// the file that is saved
    pub file: &'static str,
    /// what the words are put behind; it stands in the file once at least
    behind: &'static str,
    /// how the words are written there
    form: (&'static str, &'static str),
    /// what shows them
    pub page: &'static str,
}

pub const ALL: &[Edit] = &[
    Edit {
        name: "the text of a page",
        file: "content/costs/page.md",
        behind: "\n+++\n",
        form: ("\n", "\n"),
        page: "costs/index.html",
    },
    Edit {
        name: "a cell: a reason",
        file: "data/judgements.csv",
        behind: "security-cloud-n1,security-cloud,2024-04-wt,N1,insufficient,",
        form: ("", ""),
        page: "areas/security-cloud/index.html",
    },
    Edit {
        name: "a cell: the name of an area",
        file: "data/areas.csv",
        behind: "\nsecurity-cloud,",
        form: ("", ""),
        page: "areas/security-cloud/index.html",
    },
    Edit {
        name: "a template",
        file: "themes/default/templates/base.html",
        behind: "class=\"site-footer\">",
        form: ("<p>", "</p>"),
        page: "areas/security-cloud/index.html",
    },
    Edit {
        name: "a stylesheet",
        file: "themes/default/assets/style.css",
        behind: "",
        form: ("/* ", " */\n"),
        page: "assets/style.css",
    },
];

impl Edit {
    /// The words that are new in an edit.
    pub fn words(number: usize) -> String {
        format!("書き換え{number}")
    }

    /// The file after an edit.
    pub fn applied(&self, text: &str, number: usize) -> String {
        let at = text.find(self.behind).unwrap_or_else(|| panic!("not in {}", self.file));
        let (before, after) = text.split_at(at + self.behind.len());
        let (open, close) = self.form;
        format!("{before}{open}{}{close}{after}", Self::words(number))
    }

    /// A project after an edit.
    pub fn snapshot(&self, snapshot: &Snapshot, number: usize) -> Snapshot {
        let path = SourcePath::new(self.file);
        let text = String::from_utf8(snapshot.get(&path).unwrap().to_vec()).unwrap();
        let mut snapshot = snapshot.clone();
        snapshot.insert(path, self.applied(&text, number).as_bytes());
        snapshot
    }
}
