//! Tables and fields that a script may bring up to date: each part says where its value stands.

use serde::Serialize;

/// A table whose rows a script may change.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct LiveTable {
    /// unique on the page, but for a star
    pub id: String,
    /// what it shows
    pub caption: String,
    /// the list its rows stand for; none where the rows are fixed
    pub list: Option<String>,
    /// its columns
    pub columns: Vec<LiveColumn>,
    /// a row above the others, which they are compared with; empty where there is none
    pub base: Vec<LiveCell>,
    /// a row before it has an index
    pub template: Vec<LiveCell>,
    /// its rows
    pub rows: Vec<Vec<LiveCell>>,
    /// something to know about all of it
    pub note: Option<LiveNote>,
}

/// A column.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct LiveColumn {
    /// its head
    pub label: LiveText,
    /// whether it holds numbers
    pub numeric: bool,
}

/// Words, some of which may stand for values.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct LiveText {
    /// as they read now
    pub text: String,
    /// the words with the paths of their values in braces; none for words that stay
    pub pattern: Option<String>,
}

/// A cell whose value a script may change.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct LiveCell {
    /// `head`, `number`, `state` or `text`
    pub kind: &'static str,
    /// where its value stands; none for words that stay
    pub path: Option<String>,
    /// its words
    pub text: String,
    /// a state's code
    pub code: Option<&'static str>,
    /// where the state stands that it is compared with
    pub base: Option<String>,
    /// whether it is another state than that
    pub turned: bool,
}

/// A remark that holds for some results only.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct LiveNote {
    /// when it holds
    pub when: String,
    /// whether it holds now
    pub holds: bool,
    /// what it says
    pub text: String,
}

/// A band's results.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct LiveBand {
    /// where its name stands
    pub path: String,
    /// its name
    pub name: String,
    /// said where one body could be told from it
    pub suppressed: LiveNote,
    /// said where the whole gains and this band does not
    pub burden: LiveNote,
    /// what one body gains over the deciding horizon
    pub digest: Outcome,
    /// over each horizon
    pub totals: LiveTable,
    /// year by year
    pub years: LiveTable,
}

/// A main result: a state and the values it rests on.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Outcome {
    /// what it is about
    pub label: LiveText,
    /// a cell of kind `state`; none where there is none
    pub state: Option<LiveCell>,
    /// each with what it is called
    pub values: Vec<(String, LiveCell)>,
}

/// A field.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct FieldView {
    /// its name, which is where its value stands
    pub name: String,
    /// its label
    pub label: String,
    /// as a person would type it
    pub value: String,
}

/// Two fields for the ends of a range.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PairView {
    /// their name, without the end
    pub name: String,
    /// their label
    pub label: String,
    /// empty for no limit
    pub low: String,
    /// empty for no limit
    pub high: String,
    /// whether there is nothing to enter
    pub hidden: bool,
}

/// The fields of the STEP2 calculator.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct FormView {
    /// years and rate
    pub fields: Vec<FieldView>,
    /// amounts that do not depend on bodies
    pub pairs: Vec<PairView>,
    /// by size of body
    pub bands: Vec<FormBand>,
    /// a band before it has an index
    pub template: FormBand,
}

/// The fields of a band.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct FormBand {
    /// where its name and its spans stand
    pub path: String,
    /// its name
    pub name: String,
    /// how many bodies
    pub bodies: FieldView,
    /// yen once a body
    pub migration: PairView,
    /// years with the same amounts
    pub spans: Vec<FormSpan>,
    /// a span before it has an index
    pub template: FormSpan,
}

/// The fields of a span.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct FormSpan {
    /// where its first year stands
    pub path: String,
    /// its first year
    pub from: String,
    /// its amounts
    pub pairs: Vec<PairView>,
}
