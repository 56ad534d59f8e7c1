//! The code lists and units the tables use.

use crate::model::table::CodeEntry;
use crate::text::Label;

macro_rules! codes {
    ($($(#[$doc:meta])* $list:ident { $($code:literal $ja:literal $en:literal;)* })*) => {
        $(
            $(#[$doc])*
            pub static $list: &[CodeEntry] = &[
                $(CodeEntry { code: $code, label: Label::new($ja, $en) }),*
            ];
        )*
        /// Every code list by name, for the dictionary.
        pub static LISTS: &[(&str, &[CodeEntry])] = &[$((stringify!($list), $list)),*];
    };
}

/// What is counted.
#[allow(missing_docs, reason = "each says its words")]
pub mod units {
    use crate::model::table::Unit;
    use crate::text::Label;

    pub const NONE: Unit = Unit(Label::new("", ""));
    pub const PREFECTURES: Unit = Unit(Label::new("都道府県", " prefectures"));
    pub const KINDS: Unit = Unit(Label::new("種類", " kinds"));
    pub const BODIES: Unit = Unit(Label::new("団体", " bodies"));
    pub const PERCENT: Unit = Unit(Label::new("%", "%"));
    pub const YEAR: Unit = Unit(Label::new("年目", ""));
    pub const HOURS: Unit = Unit(Label::new("時間", " hours"));
}

codes! {
    /// How surely the text could be read.
    CONFIDENCE {
        "clear" "明瞭" "clear";
        "inferred" "推定" "inferred";
        "garbled" "判読困難" "hard to read";
    }
    /// Why a cell holds no value.
    VALUE_STATUS {
        "observed" "値あり" "value";
        "missing" "不明" "unknown";
        "not_applicable" "該当なし" "none";
        "suppressed" "秘匿" "suppressed";
    }
    /// How exact a date is.
    DATE_PRECISION {
        "day" "日" "day";
        "month" "月" "month";
        "year" "年" "year";
        "fiscal_year" "年度" "fiscal year";
    }
    /// Why an area is listed.
    WHY_LISTED {
        "survey" "共同調達の実態調査の種類" "a kind in the joint procurement survey";
        "criterion" "基準の例示" "named as an example of a criterion";
        "map" "市町村の情報システムの図" "on the map of municipal systems";
        "inventory" "ある自治体の情報システム" "in one municipality's inventory";
        "effects" "システム導入の前と後のイメージ" "in the before-and-after image";
    }
    /// Parts of the survey's findings.
    FINDING {
        "cost_basis" "費用負担額の算定基準" "basis of cost sharing";
        "effect" "導入による効果" "effect of introduction";
        "problem" "生じた課題" "problem that arose";
    }
    /// What a box of the map stands for.
    MAP_RELATION {
        "kind" "共同調達の種類" "kind of joint procurement";
        "system" "市町村のシステム" "municipal system";
    }
    /// The legal form of a funding scheme.
    SCHEME_FORM {
        "subsidy" "補助金" "subsidy";
        "grant" "交付金" "grant";
        "bond" "地方債" "local bond";
        "tax" "譲与税" "transfer tax";
        "local_finance" "地方財政措置" "local finance measure";
        "project" "事業" "project";
    }
    /// Why a criterion is applied to an area.
    APPLICATION {
        "named_example" "例示" "named as an example";
        "voice" "自治体職員からの声" "voice of municipal staff";
    }
    /// The strength of evidence; only the first three can settle a question.
    STRENGTH {
        "survey" "調査" "survey";
        "law" "制度" "law or decision";
        "statement" "記述" "statement of fact";
        "example" "例示" "example";
        "voice" "声" "staff voice";
        "image" "イメージ" "before-and-after image";
    }
    /// Which way evidence points.
    DIRECTION {
        "for" "肯定" "for";
        "against" "否定" "against";
        "neutral" "中立" "neutral";
    }
    /// How a question was judged.
    JUDGED {
        "met" "根拠あり" "basis shown";
        "not_met" "根拠により否定" "basis shows otherwise";
        "insufficient" "判断材料不足" "insufficient evidence";
        "not_applicable" "問わない" "not asked";
    }
    /// What operation after commonisation is compared with.
    BASELINE {
        "existing" "現行の運用" "present operation";
        "new" "共通化せずに導入した場合" "introduced without commonising";
    }
    /// Parts of the call for proposals.
    PROPOSAL_PART {
        "schedule" "日程" "schedule";
        "target" "提案の対象" "what may be proposed";
        "focus" "重点募集テーマ" "priority theme";
        "viewpoint" "提案の視点" "viewpoint";
        "example" "視点の例" "example of a viewpoint";
        "remark" "注記" "remark";
    }
    /// Parts of the national role.
    ROLE_PART {
        "role" "国の役割" "role of the state";
        "case" "事例" "case";
        "law" "制度" "rules in force";
        "link" "他のシステムとの連携" "links with other systems";
        "conclusion" "まとめ" "conclusion";
        "base" "共通基盤" "common base";
    }
    /// Levels of government in the attendance-book case.
    LEVEL {
        "state" "国" "state";
        "prefecture" "都道府県" "prefecture";
        "municipality" "市町村" "municipality";
    }
    /// What a practice rests on.
    GROUND {
        "law" "法律" "law";
        "form" "様式の提示" "prescribed form";
        "rule" "例規" "ordinance or rule";
        "practice" "慣習" "practice";
    }
    /// What the text lost.
    LOSS {
        "diagram" "図" "diagram";
        "figure" "数値" "figure";
        "mark" "印" "mark";
        "row" "行" "row";
        "heading" "見出し" "heading";
        "name" "名称" "name";
    }
    /// Parts of the smart-municipality report.
    REPORT_PART {
        "title" "報告書" "report";
        "background" "背景" "background";
        "problem" "問題意識" "problem";
        "principle" "原則" "principle";
        "measure" "方策" "measure";
        "goal" "目指すべき姿" "goal";
        "caution" "留意点" "point to note";
        "remark" "注" "remark";
    }
    /// How far systems are customised.
    CUSTOMISATION {
        "custom" "独自開発・カスタマイズ" "own development or customised";
        "no_custom" "ノンカスタマイズ" "not customised";
        "shared" "共同利用（ASPサービス）" "joint use (ASP service)";
    }
    /// The studies the 2020 paper reports.
    STUDY {
        "core_cities" "中核市" "core cities";
        "designated_cities" "指定都市" "designated cities";
        "general" "全般" "general";
    }
    /// Parts of a study.
    STUDY_PART {
        "background" "経緯" "background";
        "finding" "調査結果" "finding";
        "opinion" "意見" "opinion";
        "schedule" "日程" "schedule";
        "output" "成果" "output";
    }
    /// Population bands of the cloud table.
    CLOUD_BAND {
        "under-50k" "5万人未満" "under 50,000";
        "50k-200k" "5万人以上20万人未満" "50,000 to under 200,000";
        "200k-up" "20万人以上" "200,000 and over";
        "all" "合計" "total";
    }
    /// Rows of the cloud table as printed, two of them without a label.
    CLOUD_ROW {
        "joint" "自治体クラウド導入済み" "municipal cloud in use";
        "joint_unlabelled" "（自治体クラウドの下の見出しのない行）" "(row without a label below municipal cloud)";
        "single" "単独クラウド導入済み" "single-body cloud in use";
        "single_unlabelled" "（単独クラウドの下の見出しのない行）" "(row without a label below single-body cloud)";
        "none" "未導入" "no cloud";
        "total" "合計" "total";
    }
    /// Forms of cloud.
    CLOUD_FORM {
        "joint" "自治体クラウド" "municipal cloud";
        "single" "単独クラウド" "single-body cloud";
    }
    /// Classes of city.
    CITY_CLASS {
        "designated" "指定都市" "designated city";
        "core" "中核市" "core city";
        "special_ward" "特別区" "special ward";
        "other" "それ以外" "other";
    }
    /// Legal categories of linked systems.
    LEGAL_CATEGORY {
        "base" "基礎" "base";
        "statutory_self" "法定の自治事務" "statutory self-government function";
        "entrusted" "法定受託事務" "statutory entrusted function";
        "non_statutory" "法定外事務" "function not prescribed by law";
    }
    /// Parts of what is said of the platform.
    PLATFORM_PART {
        "definition" "定義" "definition";
        "scope" "対象" "scope";
        "case" "例" "example";
        "merit" "メリット" "merit";
        "operator" "運営" "operator";
    }
    /// Parts of what is said of the layouts.
    LAYOUT_PART {
        "definition" "定義" "definition";
        "custodian" "維持管理" "custodian";
        "remark" "注" "remark";
        "merit" "メリット" "merit";
        "scope" "対象" "scope";
    }
    /// Parts of the action plan.
    PLAN_PART {
        "general" "総論" "general";
        "ministry" "各省の取組" "work of a ministry";
        "later" "翌年度以降" "later years";
        "coordination" "調整" "coordination";
        "kpi" "KPI" "KPI";
    }
    /// The four lists of businesses.
    BUSINESS_LIST {
        "roadmap-16" "改革工程表の対象（2019年）" "reform roadmap (2019)";
        "standard-20" "20業務標準化対象（2024年）" "20 standardised businesses (2024)";
        "layout-23" "中間標準レイアウト仕様（23業務）" "intermediate standard layouts (23 businesses)";
        "platform-26" "地域情報プラットフォーム（26業務）" "Regional Information Platform (26 businesses)";
    }
    /// What a fact counts.
    FACT_UNIT {
        "systems" "システム" " systems";
        "bodies" "団体" " bodies";
        "prefectures" "都道府県" " prefectures";
        "businesses" "業務" " businesses";
        "yen" "円" " yen";
        "persons" "人" " persons";
        "percent" "%" "%";
        "items" "件" " items";
        "years" "年" " years";
        "months" "か月" " months";
        "times" "回" " times";
        "companies" "社" " companies";
        "cities" "市" " cities";
        "versions" "版" " versions";
        "kinds" "種類" " kinds";
        "tenths" "割" " tenths";
    }
    /// The rights in a cited passage.
    RIGHTS {
        "quotation" "引用（著作権法32条）。ライセンスの対象外" "quotation (Copyright Act, art. 32); outside the licence";
    }
}
