//! The 2020 paper: how standardisation came to be discussed.

table! {
    /// Events.
    timeline Cited "標準化の取組経緯" "History of standardisation"
    "2020年の資料が掲げる経緯。" "The events listed in the 2020 paper.";
    date: Date Required "日付" "Date";
    event: Words Required "できごと" "Event";
    remark: Words Optional "注記" "Remark";
}

table! {
    /// The reform roadmap.
    roadmap Cited "改革工程表" "Reform roadmap"
    "新経済・財政再生計画 改革工程表2019の抜粋にある取組。" "The work in the extract of the 2019 reform roadmap.";
    fiscal_year_from: Date Optional "年度" "Fiscal year";
    fiscal_year_to: Date Optional "年度（まで）" "To fiscal year";
    parent: Ref("roadmap") Optional "上位" "Parent";
    ministries: Refs("ministries") Optional "府省庁" "Ministries";
    text: Words Required "内容" "Content";
}

table! {
    /// Both layers of indicators.
    kpis Cited "改革工程表のKPI" "KPIs of the roadmap"
    "第一階層と第二階層のKPIと目標。" "The first and second layer of indicators, and their targets.";
    layer: Integer(units::NONE) Required "階層" "Layer";
    text: Words Required "内容" "Content";
    target_percent: Decimal(units::PERCENT) Optional "目標" "Target";
    target_by: Date Optional "期限" "By";
}

table! {
    /// The smart-municipality report.
    smart_report Cited "スマート自治体研究会報告書" "Smart-municipality report"
    "2019年5月の報告書の概要にある背景・原則・方策・留意点。"
    "Background, principles, measures and cautions in the outline of the report of May 2019.";
    part: Code(codes::REPORT_PART) Required "区分" "Part";
    parent: Ref("smart_report") Optional "上位" "Parent";
    text: Words Required "内容" "Content";
}

table! {
    /// Its figures.
    smart_figures Cited "スマート自治体研究会報告書の数値" "Figures of the smart-municipality report"
    "報告書の概要にある数値。" "The figures in the outline of the report.";
    label: Words Required "内容" "What it is";
    value: Decimal(units::NONE) Required "値" "Value";
    unit: Code(codes::FACT_UNIT) Required "単位" "Unit";
    year: Date Optional "年" "Year";
}

table! {
    /// Studies by cities.
    studies Cited "中核市・指定都市の研究" "Studies by core and designated cities"
    "中核市市長会と指定都市市長会の研究会。" "The study groups of the associations of core and designated cities.";
    study: Code(codes::STUDY) Required "研究" "Study";
    part: Code(codes::STUDY_PART) Required "区分" "Part";
    parent: Ref("studies") Optional "上位" "Parent";
    text: Words Required "内容" "Content";
    date_from: Date Optional "日付（から）" "From";
    date_to: Date Optional "日付（まで）" "To";
}

table! {
    /// Basic Policy 2019.
    basic_policy Cited "骨太の方針2019" "Basic Policy 2019"
    "経済財政運営と改革の基本方針2019の抜粋の要点。" "The points of the extract of the Basic Policy on Economic and Fiscal Management and Reform 2019.";
    parent: Ref("basic_policy") Optional "上位" "Parent";
    text: Words Required "内容" "Content";
}

table! {
    /// The action plan by ministry.
    action_plan Cited "デジタル・ガバメント実行計画" "Digital Government Action Plan"
    "2019年12月20日閣議決定の抜粋の要点。" "The points of the extract of the plan decided by the Cabinet on 20 December 2019.";
    part: Code(codes::PLAN_PART) Required "区分" "Part";
    parent: Ref("action_plan") Optional "上位" "Parent";
    ministries: Refs("ministries") Optional "府省庁" "Ministries";
    text: Words Required "内容" "Content";
}

table! {
    /// Four lists side by side.
    business_lists Cited "業務の一覧" "Lists of businesses"
    "改革工程表、標準化20業務、中間標準レイアウト、地域情報プラットフォームが挙げる業務。"
    "The businesses named by the reform roadmap, the 20 standardised businesses, the layouts and the platform.";
    list: Code(codes::BUSINESS_LIST) Required "一覧" "List";
    order: Integer(units::NONE) Required "順" "Order";
    business: Text Required "業務" "Business";
    name: Words Required "名称" "Name";
    ministries: Refs("ministries") Optional "府省庁" "Ministries";
}
