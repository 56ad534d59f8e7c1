//! What other tables refer to: departments, areas, documents, citations, terms.

table! {
    /// The rows of the map.
    departments Editorial "部門" "Departments"
    "市町村の情報システムの図にある部門。" "The departments on the map of municipal systems.";
    name: Words Required "名称" "Name";
}

table! {
    /// The unit of assessment.
    areas Editorial "業務領域" "Business areas"
    "共通化を検討する業務のまとまり。本サイトの整理による区分で、国の区分ではない。"
    "Groups of work that may be looked at for commonisation. The grouping is this site's own, not the state's.";
    name: Words Required "名称" "Name";
    department: Ref("departments") Required "部門" "Department";
    former_ids: Text Optional "以前のID" "Former IDs";
    why_listed: Codes(codes::WHY_LISTED) Required "掲げる理由" "Why listed";
}

table! {
    /// Ministries in charge.
    ministries Editorial "府省庁" "Ministries"
    "制度や業務を所管する府省庁。" "Ministries in charge of schemes and businesses.";
    name: Words Required "名称" "Name";
}

table! {
    /// Single figures in running text and titles.
    facts Cited "単独の数値" "Single figures"
    "資料の本文や表題にある数値。" "Figures in the running text and titles of the documents.";
    label: Words Required "内容" "What it is";
    value: Decimal(units::NONE) Required "値" "Value";
    unit: Code(codes::FACT_UNIT) Required "単位" "Unit";
}

table! {
    /// What cannot be read.
    lost Cited "テキストから失われたもの" "Lost in the text"
    "図・数値・印・見出しなど、資料のテキストから読み取れないもの。"
    "Diagrams, figures, marks and headings that cannot be read from the text of the documents.";
    document: Ref("documents") Required "資料" "Document";
    what: Code(codes::LOSS) Required "種別" "Kind";
    text: Words Required "内容" "What is lost";
}

table! {
    /// Names that mean one thing.
    aliases Cited "表記のゆれ" "Variant names"
    "同じものを指す別の表記。印刷された形は残す。"
    "Other printed names of one thing; the printed forms are kept.";
    printed: Printed Required "印刷された表記" "Printed name";
    table: Text Required "表" "Table";
    target: Text Required "指すもの" "Target";
    reason: Words Required "理由" "Reason";
}

table! {
    /// Terms with readings and English.
    glossary Editorial "用語集" "Glossary"
    "用語の読みと英訳。" "Terms with their readings and English.";
    term: Words Required "用語" "Term";
    reading: Text Required "読み" "Reading";
    in_documents: Flag Optional "資料で使われる" "Used in the documents";
    meaning: Words Optional "説明" "Meaning";
}

table! {
    /// The two sources.
    documents Editorial "資料" "Documents"
    "数値と記述の出典とした資料。" "The documents that all figures and statements come from.";
    title: Words Required "題名" "Title";
    meeting: Words Required "会議" "Meeting";
    publisher: Words Required "作成者" "Publisher";
    date: Date Required "日付" "Date";
    lines: Integer(units::NONE) Required "テキストの行数" "Lines of text";
    url: Text Optional "URL" "URL";
}

table! {
    /// Passages of the documents.
    citations Editorial "出典" "Citations"
    "資料のどこに書かれているか。行はPDFから読み取ったテキストの行。"
    "Where in a document something stands. Lines are those of the text read from the PDF.";
    document: Ref("documents") Required "資料" "Document";
    heading: Words Required "見出し" "Heading";
    line_from: Integer(units::NONE) Required "行（から）" "From line";
    line_to: Integer(units::NONE) Required "行（まで）" "To line";
    quote: Printed Optional "引用" "Quotation";
    rights: Code(codes::RIGHTS) Required "権利" "Rights";
    url: Text Optional "URL" "URL";
}

table! {
    /// What was changed on this site, and when.
    updates Editorial "更新の記録" "Updates"
    "このサイトの整理を、いつ、どう改めたか。国の決定や公表の記録ではない。"
    "When and how the arrangement on this site was changed; no record of decisions or publications of the state.";
    date: Date Required "日付" "Date";
    text: Words Required "内容" "What changed";
    page: Text Optional "ページ" "Page";
}

table! {
    /// Why rows changed since an edition, told once.
    change_reasons Editorial "変更の理由" "Reasons for changes"
    "版に残したデータから行を変えた理由。変更点のページ、差の表示、フィードに、その変更とともに出る。"
    "Why rows were changed since an edition was kept; told beside each change on the page of changes, by kyotsu diff and in the feed.";
    since: Date Required "元の版" "Since edition";
    table: Text Required "表" "Table";
    row: Text Required "行のID" "ID of the row";
    reason: Words Required "理由" "Reason";
}
