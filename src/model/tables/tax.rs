//! The 2020 paper: costs, cloud, customisation, links between systems.

table! {
    /// Two size classes.
    customisation_bands Cited "カスタマイズ状況の人口区分" "Size classes of the customisation table"
    "人口10万を境とする区分、団体数と情報システム経費。" "Two classes divided at a population of 100,000, with bodies and cost.";
    name: Words Required "区分" "Class";
    bodies: Integer(units::BODIES) Required "団体数" "Bodies";
    cost_yen: Yen(crate::model::MoneyUnit::HundredMillion) Required "経費" "Cost";
}

table! {
    /// How far systems are customised.
    customisation Cited "カスタマイズの状況" "Customisation"
    "地方税システムのカスタマイズの状況別の団体数。" "Bodies by how far their local tax systems are customised.";
    band: Ref("customisation_bands") Required "人口区分" "Size class";
    status: Code(codes::CUSTOMISATION) Required "状況" "Status";
    bodies: Integer(units::BODIES) Required "団体数" "Bodies";
    share_percent: Decimal(units::PERCENT) Required "割合" "Share";
}

table! {
    /// Cost by population.
    costs Cited "人口規模別の情報システム経費" "System cost by population"
    "平成29年度当初予算における市区町村の基幹系・内部管理系システムの経費。"
    "Municipalities' cost of core and internal systems in the initial budgets of fiscal year 2017.";
    name: Words Required "人口規模" "Population";
    total_yen: Yen(crate::model::MoneyUnit::HundredMillion) Required "総経費" "Total cost";
    per_resident_yen: Yen(crate::model::MoneyUnit::Yen) Required "住民一人当たり" "Per resident";
    per_body_yen: Yen(crate::model::MoneyUnit::HundredMillion) Required "一団体当たり" "Per body";
}

table! {
    /// Cloud adoption.
    cloud Cited "基幹業務システムのクラウド導入状況" "Cloud adoption of core systems"
    "団体規模別のクラウド導入状況。見出しのない行はそのまま載せる。"
    "Cloud adoption by size. Rows without a label are given as they are.";
    band: Code(codes::CLOUD_BAND) Required "人口規模" "Population";
    row: Code(codes::CLOUD_ROW) Required "区分" "Row";
    bodies: Integer(units::BODIES) Required "団体数" "Bodies";
    share_percent: Decimal(units::PERCENT) Optional "割合" "Share";
}

table! {
    /// Named adopters.
    cloud_adopters Cited "人口20万以上のクラウド導入団体" "Cloud adopters of 200,000 and over"
    "資料に名前が載る団体。印刷のまま。" "The municipalities named, as printed.";
    name: Words Required "団体名" "Name";
    form: Code(codes::CLOUD_FORM) Required "形" "Form";
    class: Code(codes::CITY_CLASS) Required "区分" "Class";
}

table! {
    /// Linked systems.
    linked_systems Cited "連携するシステム" "Linked systems"
    "住民記録を基礎に連携するシステムの例。" "Examples of systems linked with the resident register as their base.";
    name: Words Required "名称" "Name";
    category: Code(codes::LEGAL_CATEGORY) Required "事務の区分" "Legal category";
}

table! {
    /// The Regional Information Platform.
    platform Cited "地域情報プラットフォーム" "Regional Information Platform"
    "標準仕様の定義、対象、例、メリット。" "The standard's definition, scope, example and merits.";
    part: Code(codes::PLATFORM_PART) Required "区分" "Part";
    parent: Ref("platform") Optional "上位" "Parent";
    text: Words Required "内容" "Content";
}

table! {
    /// Businesses with a layout.
    layout_businesses Cited "中間標準レイアウトの対象業務" "Businesses with an intermediate layout"
    "中間標準レイアウト仕様の対象業務。" "The businesses the intermediate standard layouts cover.";
    number: Integer(units::NONE) Unique "番号" "No.";
    name: Words Required "業務" "Business";
}

table! {
    /// Versions of the layouts.
    layout_versions Cited "中間標準レイアウトの版" "Versions of the layouts"
    "公開された版と時期。" "The versions published, and when.";
    version: Text Unique "版" "Version";
    date: Date Required "公開" "Published";
}

table! {
    /// Remarks about the layouts.
    layout_notes Cited "中間標準レイアウトについて" "About the layouts"
    "定義、維持管理、注記、メリット。" "Definition, custodian, remarks and merits.";
    part: Code(codes::LAYOUT_PART) Required "区分" "Part";
    text: Words Required "内容" "Content";
}
