//! The prefectures' joint procurement, its effects, and the money behind it.

table! {
    /// The 44 kinds of the survey.
    kinds Cited "共同調達された情報システムの種類" "Kinds of jointly procured systems"
    "都道府県の共同調達に関する実態調査にある情報システムの種類と、共同調達した都道府県の数。"
    "The kinds of system in the survey of prefectures' joint procurement, and how many prefectures procured each jointly.";
    number: Integer(units::NONE) Unique "番号" "No.";
    name: Words Required "情報システムの種類" "Kind of system";
    prefectures: Integer(units::PREFECTURES) Optional "都道府県数" "Prefectures";
    area: Ref("areas") Required "業務領域（本サイトの対応付け）" "Business area (this site's mapping)";
}

table! {
    /// The 47 anonymised prefectures.
    prefecture_counts Cited "都道府県ごとの共同調達の実施数" "Joint procurements by prefecture"
    "匿名化された都道府県ごとに、共同調達した情報システムの種類の数。"
    "For each anonymised prefecture, how many kinds of system it procured jointly.";
    letter: Text Unique "都道府県（匿名）" "Prefecture (anonymised)";
    kinds: Integer(units::KINDS) Required "実施数" "Kinds procured";
}

table! {
    /// What the survey found beside numbers.
    survey_findings Cited "実態調査の記述" "Findings of the survey"
    "費用負担の算定基準、導入の効果、生じた課題。" "Bases of cost sharing, effects of introduction, problems that arose.";
    part: Code(codes::FINDING) Required "区分" "Part";
    text: Words Required "内容" "Content";
}

table! {
    /// Before and after.
    effects Cited "システム導入の前と後" "Before and after"
    "「システム導入効果」の言語化イメージにある、導入前と導入後の対。効果の測定ではない。"
    "Pairs of before and after from the paper's image of effects put into words; not measurements.";
    department: Ref("departments") Required "部門" "Department";
    area: Ref("areas") Optional "業務領域（本サイトの対応付け）" "Business area (this site's mapping)";
    before: Words Required "導入前" "Before";
    after: Words Required "導入後" "After";
    system: Words Optional "システム" "System";
    kind: Ref("kinds") Optional "共同調達の種類" "Kind of joint procurement";
    printed_count: Integer(units::PREFECTURES) Optional "印刷された数" "Number printed";
}

table! {
    /// Subsidies, grants and the like.
    schemes Cited "国の補助金・交付金等" "National funding schemes"
    "情報システムの調達に使われた国の制度。現況は未確認。"
    "National schemes used for procuring systems. Their present state is unverified.";
    name: Words Required "名称" "Name";
    form: Code(codes::SCHEME_FORM) Required "形" "Form";
    ministry: Ref("ministries") Optional "所管府省庁" "Ministry";
}

table! {
    /// Which scheme was used for which kind.
    funding Cited "制度の活用状況" "Use of the schemes"
    "情報システムの種類ごとに活用された国の制度。" "The national schemes used for each kind of system.";
    kind: Ref("kinds") Optional "情報システムの種類" "Kind of system";
    kind_alternatives: Refs("kinds") Optional "考えられる種類" "Possible kinds";
    kind_printed: Printed Optional "印刷された種類" "Kind as printed";
    scheme: Ref("schemes") Required "制度" "Scheme";
    ministry: Ref("ministries") Optional "所管府省庁" "Ministry";
}
