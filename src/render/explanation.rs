//! Where one area stands, as text for a terminal.

use crate::plan::Explanation;
use crate::plan::view::{EvidenceView, GapView, QuestionView, StateView, TableView, TestView};
use crate::text::{Label, Language};

/// For people: indented lines.
pub fn text(explanation: &Explanation, language: Language) -> String {
    Sheet { language, text: String::new() }.told(explanation)
}

const HOW_READ: Label = Label::new("読み方：", "How it is read: ");
const EXAMPLE: Label = Label::new("資料の例：", "The paper's example: ");
const SOURCE: Label = Label::new("出典：", "Source: ");
const JUDGEMENT: Label = Label::new("判断：", "Judgement: ");
const EVIDENCE: Label = Label::new("根拠", "Evidence");
const LEADS: Label = Label::new("手がかり", "Leads");
const SILENT: Label = Label::new("資料に記載はありません。", "The documents say nothing.");
const SETTLES: Label = Label::new("何があれば変わるか", "What would change it");
const FORM: Label = Label::new("答えの形：", "Form of an answer: ");
const ASK: Label = Label::new(
    "照会先の例（責任の所在を示すものではない）：",
    "Whom one could ask (says nothing about who is responsible): ",
);
const STUDIES: Label = Label::new("実現可能性調査の方法", "Ways to study feasibility");
const PROMPTS: Label =
    Label::new("着眼点（本サイトによる）", "Points to consider (this site\u{2019}s own)");
const MISSING: Label = Label::new("足りない入力：", "Missing inputs: ");
const SET: Label = Label::new("基準の組：", "Criteria set: ");
const AS_OF: Label = Label::new("データの時点：", "data as of ");

/// A text being written, line by line.
struct Sheet {
    language: Language,
    text: String,
}

impl Sheet {
    fn told(mut self, explanation: &Explanation) -> String {
        self.line(0, &format!("{} ({})", explanation.name, explanation.area));
        self.line(0, &explanation.summary);
        self.line(0, &explanation.disclaimer);
        let date = explanation.as_of.as_deref().unwrap_or_default();
        let (set, as_of) = (SET.get(self.language), AS_OF.get(self.language));
        self.line(0, &format!("{set}{}  {as_of}{date}", explanation.criteria_set));
        for test in &explanation.tests {
            self.test(test);
        }
        if !explanation.studies.is_empty() || !explanation.traits.is_empty() {
            self.blank();
            self.line(0, STUDIES.get(self.language));
        }
        for study in &explanation.studies {
            self.line(1, &study.label);
            self.prompts(2, &study.prompts);
        }
        for question in &explanation.traits {
            self.question(question);
        }
        self.text
    }

    fn test(&mut self, test: &TestView) {
        self.blank();
        self.line(0, &format!("{} {}{}", test.step.label, test.label, self.state(&test.state)));
        if let Some(rule) = &test.rule {
            self.line(1, &rule.text);
            self.labelled(1, SOURCE, &rule.source.label);
        }
        for example in &test.examples {
            self.labelled(2, EXAMPLE, example);
        }
        self.labelled(1, HOW_READ, &test.combined);
        for reason in &test.reasons {
            self.line(1, reason);
        }
        if !test.missing.is_empty() {
            let labels = test.missing.iter().map(|link| link.label.as_str());
            let labels = labels.collect::<Vec<_>>().join(", ");
            self.labelled(1, MISSING, &labels);
        }
        for table in &test.computed {
            self.table(table);
        }
        for question in &test.questions {
            self.question(question);
        }
        self.prompts(1, &test.prompts);
    }

    fn question(&mut self, question: &QuestionView) {
        let state = question.state.as_ref().map(|state| self.state(state)).unwrap_or_default();
        self.line(1, &format!("{} {}{state}", question.id, question.label));
        if let Some(judgement) = &question.judgement {
            self.labelled(2, JUDGEMENT, &format!("{} ({})", judgement.reason, judgement.by));
        }
        for reason in &question.reasons {
            self.line(2, reason);
        }
        if question.evidence.is_empty() && question.leads.is_empty() {
            self.line(2, SILENT.get(self.language));
        }
        self.pieces(EVIDENCE, &question.evidence);
        self.pieces(LEADS, &question.leads);
        if let Some(gap) = &question.gap {
            self.gap(gap);
        }
    }

    fn pieces(&mut self, heading: Label, pieces: &[EvidenceView]) {
        if pieces.is_empty() {
            return;
        }
        self.line(2, heading.get(self.language));
        for piece in pieces {
            let (strength, direction) = (&piece.strength, &piece.direction);
            let source = &piece.source.label;
            self.line(3, &format!("[{strength} / {direction}] {} ({source})", piece.text));
        }
    }

    fn gap(&mut self, gap: &GapView) {
        self.line(2, SETTLES.get(self.language));
        self.line(3, &gap.question);
        self.labelled(3, FORM, &gap.form);
        self.labelled(3, ASK, &gap.ask);
        for outcome in &gap.outcomes {
            self.line(3, outcome);
        }
    }

    fn prompts(&mut self, depth: usize, prompts: &[String]) {
        if prompts.is_empty() {
            return;
        }
        self.line(depth, PROMPTS.get(self.language));
        for prompt in prompts {
            self.line(depth + 1, prompt);
        }
    }

    fn table(&mut self, table: &TableView) {
        self.line(1, &table.caption);
        let heads = table.columns.iter().map(|column| column.label.as_str());
        self.line(2, &heads.collect::<Vec<_>>().join(" | "));
        for row in &table.rows {
            let cells = row.cells.iter().map(|cell| cell.text.as_str());
            self.line(2, &cells.collect::<Vec<_>>().join(" | "));
        }
    }

    fn state(&self, state: &StateView) -> String {
        match self.language {
            Language::Ja => format!("：{}", state.label),
            Language::En => format!(": {}", state.label),
        }
    }

    fn labelled(&mut self, depth: usize, label: Label, text: &str) {
        self.line(depth, &format!("{}{text}", label.get(self.language)));
    }

    fn line(&mut self, depth: usize, text: &str) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(text);
        self.text.push('\n');
    }

    fn blank(&mut self) {
        self.text.push('\n');
    }
}
