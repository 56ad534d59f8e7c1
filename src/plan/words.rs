//! The words pages are put together with, where no table and no page of the project has them.

use crate::text::{Label, Language};

macro_rules! words {
    ($($name:ident $ja:literal $en:literal;)*) => {
        $(pub const $name: Label = Label::new($ja, $en);)*
    };
}

words! {
    HOME "ホーム" "Home";
    AREAS "業務領域" "Business areas";
    DEPARTMENTS "部門" "Departments";
    FUNDING "国の補助金・交付金等" "National funding schemes";
    CRITERIA "基準" "Criteria";
    PROCESS "選定プロセス" "Selection process";
    DISCREPANCIES "資料の食い違い" "Discrepancies";
    DATA "データ" "Data";
    SOURCES "出典" "Sources";
    GLOSSARY "用語集" "Glossary";
    SEARCH "検索" "Search";
    REVIEW "コメントと確認" "Comments and sign-offs";
    NOT_FOUND "ページが見つかりません" "Page not found";
    NOT_FOUND_ABOUT "お探しのページは、移動したか、なくなりました。"
        "The page you are looking for has moved or is gone.";

    LICENCE "公共データ利用規約（第1.0版）" "Public Data License (Version 1.0)";
    SOURCE "出典" "source";
    ROWS "行" " rows";
    NO_DATA "データなし" "no data";
    ABSENT_BLANK "記載なし" "not stated";
    ABSENT_NONE "該当なし" "none";
    ABSENT_UNKNOWN "不明" "unknown";
    ABSENT_SUPPRESSED "秘匿" "suppressed";
    YES "あり" "yes";
    LIST_SEPARATOR "、" ", ";
    AS_PRINTED "印刷された形" "As printed";
    ID "ID" "ID";
    CSV "CSV" "CSV";
    JSON "JSON" "JSON";
    EXCEL_CSV "CSV（Excel用）" "CSV for Excel";
    XLSX "Excelブック" "Excel workbook";
    CSV_ABOUT "（UTF-8、BOMなし、列の名前は英語）" " (UTF-8 without BOM, names of columns in English)";
    EXCEL_ABOUT "（UTF-8、BOMあり、列の名前は日本語）" " (UTF-8 with BOM, names of columns in Japanese)";
    DICTIONARY_CSV "データ辞書（CSV）" "Data dictionary (CSV)";
    DICTIONARY_EXCEL "データ辞書（Excel用CSV）" "Data dictionary (CSV for Excel)";
    CODES_CSV "コード表（CSV）" "Code lists (CSV)";
    CODES_EXCEL "コード表（Excel用CSV）" "Code lists (CSV for Excel)";
    PACKAGE "表の定義（Data Package）" "Definitions of the tables (Data Package)";
    CATALOGUE "カタログ（DCAT、JSON-LD）" "Catalogue (DCAT, JSON-LD)";
    GAPS_EXCEL "照会用のCSV（Excel用、列の名前は日本語）" "CSV to send out (for Excel, names of columns in Japanese)";

    COMPARED "比べたもの" "Compared";
    LEFT "前者" "The former";
    RIGHT "後者" "The latter";
    DIFFERENCE "差" "Difference";
    WHOLE "全体" "whole";
    CANNOT_TELL "値がなく比べられない" "cannot be compared: no value";
    DEPARTMENT "部門" "Department";
    AREA_COUNT "業務領域" "Areas";
    SYSTEM_COUNT "一覧のシステム" "Systems in the inventory";
    MAP_COUNT "図の枠" "Boxes on the map";
    READER_COUNCIL "議会・首長" "Council members and mayors";
    READER_STAFF "自治体職員" "Municipal staff";
    READER_VENDOR "事業者" "Vendors";
    READER_RESIDENT "住民・研究者" "Residents and researchers";
    UNATTACHED "種類が読み取れない行" "Rows whose kind cannot be read";
    STATUS_UNVERIFIED "制度の現況は未確認。" "Present state of the scheme unverified.";
    GRID "情報システムの種類と制度" "Kinds of system and schemes";
    OTHER_MINISTRY "所管の記載が一つでないもの" "Ministry not printed, or more than one";
    GAPS "判断材料の不足" "Evidence gaps";
    GAPS_FILE "照会用のCSV（判断の表と同じ列）" "CSV to send out (the columns of the table of judgements)";
    STUDY "実現可能性調査" "Feasibility study";
    WHAT_IF "試算例" "Worked example";
    NO_LEADS "手がかりなし" "no leads";
    QUALITATIVE "定性的な根拠あり" "with a qualitative ground";
    JUDGEMENT_ROW "判断の行" "row of the judgement";
    ASSESSED_BY "基準の組：" "Criteria set: ";
    AS_OF "データの時点：" "data as of ";
    REASON_UNJUDGED "まだ判断が記入されていません。" "Nobody has entered a judgement yet.";
    REASON_LOOKED "資料を確かめた結果、判断材料不足とされています。"
        "Looked into and found insufficient.";
    REASON_NOT_ASKED "この業務領域では問わないとされています。" "Not asked of this area.";
    REASON_NOTHING_ASKED "すべての問いが「問わない」のため、何も言えません。"
        "No question is asked of this area, so nothing can be said.";
    REASON_NO_INPUTS "団体数、参加の割合、費用、便益の入力がないため、計算していません。"
        "Not computed: numbers of bodies, adoption, costs and benefits have not been entered.";
    REASON_COMPUTED "入力された値の幅から計算しています。"
        "Computed from the ranges that were entered.";
    REASON_DOUBTED "入力された年間の費用が、全市区町村の経費の合計（市区町村のみ、2017年度当初予算、基幹系と内部管理系）を超えています。入力を確かめてください。"
        "A yearly cost that was entered exceeds the total of all municipalities (municipalities only, initial budgets of fiscal year 2017, core and internal systems). Please check the inputs.";
    REASON_FALLS_BACK "一度回収したあとに再び下回ることがあり、回収の年数は、数える期間によって変わります。"
        "The cost may be recovered and lost again, so the payback depends on the years counted.";
    REASON_CONTRARY "反対の向きの根拠もあります。" "There is evidence pointing the other way, too.";
    GAP_COMPUTED "値が入れば、効果とコストを計算できます。"
        "Once entered, effect and cost can be computed.";
    GAP_PROMPTS "実現可能性調査の方法を考える手がかりになります。"
        "Helps to choose a method for the feasibility study.";
    COVERED "既に国の取組あり：標準化対象の20業務に同じ名の業務があります。"
        "The state is already at work here: a business of this name is among the 20 standardised ones.";
    STEP_CRITERIA "基準" "Criteria";
    BASIS_EDITOR "編集者の設定" "set by the editors";
    NO_LOW "下限なし" "no lower end";
    NO_HIGH "上限なし" "no upper end";
    RANGE "{low}から{high}" "{low} to {high}";
    NOT_WITHIN "期間内に回収できない" "not within the period";
    NOT_ATTAINABLE "全団体でも届かない" "not even with all bodies";
    NOBODY "参加を仮定していない" "no body assumed to take part";
    SIGN_POSITIVE "正" "positive";
    SIGN_NEGATIVE "負" "negative";
    SIGN_ZERO "0" "zero";
    SIGN_OPEN "値による" "depends on the values";
    FLIP_EFFECT "効果" "effect";
    FLIP_PAYBACK "回収" "payback";
    FLIP_VALUE "正味現在価値（割引率{rate}％）" "net present value (at {rate}%)";
    FLIP_NONE "なし" "nothing";
    INPUTS "入力の行" "row of the inputs";
    PART "内訳" "Part";
    YEN "円" "Yen";
    STATE "状態" "State";
    HORIZON "期間（年）" "Period (years)";
    RATE "割引率（％）" "Discount rate (%)";
    YEAR "年目" "Year";
    BAND "団体の規模" "Size of body";
    LEVEL "主体" "Level";
    BODIES "団体数" "Bodies";
    FROM_YEAR "始まりの年" "From year";
    HOURS "減る時間（1団体・1年）" "Hours saved (per body and year)";
    COMMON_YEN "共通化後の運用経費（円）" "Operating cost with commonisation (yen)";
    PRESENT_YEN "共通化しない場合の運用経費（円）" "Operating cost without it (yen)";
    BENEFIT_YEN "便益の変化（円）" "Change in benefit (yen)";
    GAIN_YEN "効果の差（円）" "Gain (yen)";
    EACH_YEN "1団体あたりの効果の差（円）" "Gain of one body (yen)";
    VALUE_YEN "正味現在価値（円）" "Net present value (yen)";
    SIGN "符号" "Sign";
    EARLIEST "最も早い場合（年）" "At the earliest (years)";
    LATEST "最も遅い場合（年）" "At the latest (years)";
    SCENARIO "変える前提" "What is changed";
    SCENARIO_NONE "なし（入力のまま）" "Nothing (inputs as they are)";
    EFFECT "効果" "Effect";
    COST "コスト" "Cost";
    PAYBACK "回収" "Payback";
    BREAK_EVEN "回収に要る団体数" "Bodies needed for recovery";
    NPV_AT "正味現在価値（割引率{rate}％）" "Net present value (at {rate}%)";
    FLIPS "変わる結果" "What changes";
    OUTCOME "結果のまとめ（{horizon}年間）" "Main results ({horizon} years)";
    COST_YEN "合計（円）" "Total (yen)";
    UNDISCOUNTED "割り引かない場合" "Undiscounted";
    COST_COORDINATION "調整" "Coordination";
    COST_SYSTEMS "共通システム" "Common systems";
    COST_MIGRATION "移行" "Migration";
    COST_TOTAL "合計" "Total";
    COST_AVOIDED "作らずに済む開発費（合計に入れない）" "Development avoided (not counted)";
    COST_CAPTION "共通化を進めるためのコスト" "Cost of proceeding with commonisation";
    TOTALS_CAPTION "効果の差（共通化後から、共通化しない場合を引いたもの）"
        "Gain: the effect with commonisation minus that without";
    YEARS_CAPTION "年ごとの効果の差" "Gain year by year";
    BANDS_CAPTION "団体の規模別の、1団体あたりの効果の差（固定費を等しく負担）"
        "Gain of one body by size (fixed cost borne equally)";
    HOURS_CAPTION "職員の時間（金額とは別）" "Staff hours (apart from money)";
    PAYBACK_CAPTION "回収にかかる年数" "Payback";
    NPV_CAPTION "正味現在価値" "Net present value";
    BREAK_EVEN_CAPTION "期間内の回収に要る最少の団体数" "Fewest bodies needed for recovery within the period";
    SCENARIOS_CAPTION "前提を1つだけ変えたときの結果" "Results when a single assumption is changed";
    BURDEN "全体では効果があっても、負担が増える規模があります。"
        "There is an effect overall, but bodies of some sizes bear more.";
    ABSENT "記載なし" "none";
    BASELINE_EXISTING "現行の運用と比べる" "compared with present operation";
    BASELINE_NEW "共通化せずに導入したと仮定した場合と比べる"
        "compared with introducing a system without commonisation";
    WHAT_IF_UPDATED "結果を更新しました。効果：{effect.deciding.state}。コスト：{payback.deciding.state}。"
        "Results updated. Effect: {effect.deciding.state}. Cost: {payback.deciding.state}.";
    CALCULATOR_STALE "直す必要のある入力が{count}か所あります。結果は、最後に計算できたときの値です。"
        "Inputs to correct: {count}. The results are those last computed.";
    SHARING_UPDATED "結果を更新しました。{bodies}団体で{total}円を分けます。"
        "Results updated. {bodies} bodies share {total} yen.";
    WRONG_MONEY "円の整数（1,000兆円まで）を入力してください。"
        "Enter whole yen, at most 1,000 trillion.";
    WRONG_MIGRATION "0以上の円の整数（1,000兆円まで）を入力してください。"
        "Enter whole yen from 0 to 1,000 trillion.";
    WRONG_BENEFIT "円の整数（1,000兆円まで）を入力するか、空欄にしてください。"
        "Enter whole yen, at most 1,000 trillion, or leave blank.";
    WRONG_BODIES "0から100,000までの整数を入力してください。" "Enter a whole number from 0 to 100,000.";
    WRONG_HORIZON "1から60までの整数を入力してください。" "Enter a whole number from 1 to 60.";
    WRONG_RATE "0から100までの数を、小数2桁までで入力してください。"
        "Enter a number from 0 to 100 with at most two decimals.";
    WRONG_ADOPTION "0から100までの数を、小数1桁までで入力してください。"
        "Enter a number from 0 to 100 with at most one decimal.";
    WRONG_ORDER "上限は下限以上にしてください。" "The upper end must not be below the lower end.";
    WRONG_TOTAL "0以上の円の整数（1,000兆円まで）を入力してください。"
        "Enter whole yen from 0 to 1,000 trillion.";
    WRONG_WEIGHT "0から1までの小数を入力してください。" "Enter a decimal from 0 to 1.";
    WRONG_WEIGHTS "3つの割合の和を1にしてください。" "The three weights must add up to 1.";
    WRONG_ZERO_TOTAL "この割合を使うには、合計が0より大きくなければなりません。"
        "This weight needs a total above 0.";
    WRONG_CODE "コードを入力してください。" "Enter a code.";
    WRONG_REPEATED "同じコードの団体がほかにあります。" "Another body has this code.";
    WRONG_COUNT "0以上の整数を入力してください。" "Enter a whole number from 0.";
    BAND_SUPPRESSED "団体が特定されうるため、結果を伏せています。"
        "Withheld, since a single body could be identified.";
    BURDEN_HERE "全体では効果あり・この規模では負担増"
        "An effect overall; more of a burden for bodies of this size";
    BURDEN_MARK "（全体では効果あり・この規模では負担増）"
        "(an effect overall; more of a burden for bodies of this size)";
    BAND_TOTALS_CAPTION "期間ごとの効果の差" "Gain over each period";
    BAND_GAIN_YEN "この規模全体の効果の差（円、固定費を引く前）"
        "Gain of all bodies of this size (yen, before the fixed cost)";
    IN_PERCENT "（％）" " (%)";
    IN_YEN "（円）" " (yen)";
    STATES_TABLE "状態（計算した表）" "States (computed)";
    STATES_ABOUT "業務領域ごとの、ニーズ・配慮・効果・コストと問いの状態。どの行にも、公表資料に基づく整理であることを記す。"
        "How need, consideration, effect and cost and each question stand, by area. Every row says that it is an arrangement of published documents.";
    RESULTS_TABLE "STEP2の計算結果（計算した表）" "Results of STEP2 (computed)";
    RESULTS_ABOUT "費用と便益の入力がある業務領域の計算結果。入力のある業務領域がなければ、行はない。"
        "What STEP2 comes to for areas whose costs and benefits were entered; without any, no rows.";
    REMARK "備考" "Remark";
    HANDOUT "配付資料" "handout";
    REPORT "全文" "Full report";
    ACCESSIBILITY "アクセシビリティ方針" "Accessibility policy";
    ACCESSIBILITY_RESULTS "アクセシビリティ試験結果" "Accessibility test results";
    CRITERIA_CLAIMED "JIS X 8341-3:2016 の達成基準（レベルA・AA）"
        "Success criteria of JIS X 8341-3:2016 (levels A and AA)";
    CRITERIA_AIMED "JIS の対象外で、目標に加えた WCAG 2.2 の達成基準（レベルA・AA）"
        "Success criteria of WCAG 2.2 beyond the JIS, aimed at as well (levels A and AA)";
    CRITERIA_UNIT "件" "";
    CRITERION_NAME "達成基準" "Success criterion";
    CRITERION_LEVEL "レベル" "Level";
    CRITERION_RESULT "結果" "Result";
    CRITERION_METHOD "調べ方" "Looked at by";
    CRITERION_NOTE "備考" "Note";
    CLAIM_CONFORMS "適合レベルAAに準拠" "conforms to level AA";
    CLAIM_PARTLY "適合レベルAAに一部準拠" "conforms partly to level AA";
    CLAIM_CONSIDERED "適合レベルAAに配慮し試験" "tested with regard to level AA";
    OUTCOME_PASS "適合" "passed";
    OUTCOME_FAIL "不適合" "failed";
    OUTCOME_NOT_APPLICABLE "適用なし" "not applicable";
    OUTCOME_UNTESTED "未試験" "untested";
    METHOD_PERSON "人" "a person";
    METHOD_PROGRAM "自動検査のみ" "programs only";
    METHOD_BOTH "人と自動検査" "a person and programs";
    CELL "表「{table}」の行{row}の「{column}」" "table “{table}”, row {row}, column “{column}”";
    CELL_TABLE "表「{table}」" "table “{table}”";
    ROWS_COUNTED "この表の行を数えたもの。" "The rows of this table, counted.";
    EVIDENCE_COUNTED "この表の、この業務領域についての行のうち、調査、制度、事実の記述を数えたもの。"
        "The rows of this table on this area that are a survey, a law or decision, or a statement of fact, counted.";
    LEADS_COUNTED "この表の、この業務領域についての行のうち、例示、声、イメージを数えたもの。"
        "The rows of this table on this area that are an example, a voice or an image, counted.";
    BY_QUESTION "問いごとの一覧" "list by question";
    CONVERTED "{yen}円を{unit}に直したもの（端数なし）。" "{yen} yen, given in {unit}; exact.";
    ROUNDED "{yen}円を{unit}に直し、小数第1位までに四捨五入したもの。"
        "{yen} yen, given in {unit} and rounded half up to one decimal place.";
    OTHER_LETTERS "英数字" "Figures and signs";
    BACK "↩本文{place}" "↩ text {place}";
    VOICE_NOTE "個人の意見であり、団体や国の見解ではない。"
        "A personal opinion; not the view of a body or of the state.";

    MOVED "ページは移りました" "The page has moved";
    MOVED_ABOUT "このページは別の場所へ移りました。" "This page now stands in another place.";
    CHANGES "変更点" "Changes";
    CHANGES_ABOUT "最も新しい版から変わったこと：状態、表の行、設定と基準。"
        "What changed since the newest edition: states, rows of tables, settings and criteria.";
    CHANGES_NO_EDITION "残した版がまだないため、比べるものがありません。版を残すと、それから変わったことがここに出ます。"
        "No edition has been kept yet, so there is nothing to compare with. Once one is kept, what changes after it is shown here.";
    CHANGES_UNREADABLE "最も新しい版のデータを読めないため、変わったことを示せません。版そのものは、版の一覧から読めます。"
        "The data of the newest edition cannot be read, so what changed cannot be shown. The edition itself can be read from the list of editions.";
    CHANGES_NONE "この版から変わったことはありません。" "Nothing has changed since this edition.";
    CHANGES_STATES "変わった状態 {count}" "states turned: {count}";
    CHANGES_ADDED "加わった行 {count}" "rows added: {count}";
    CHANGES_REMOVED "なくなった行 {count}" "rows removed: {count}";
    CHANGES_CHANGED "変わった行 {count}" "rows changed: {count}";
    CHANGES_KEYS "設定・基準の項目 {count}" "keys of settings and criteria: {count}";
    CHANGES_ROWS "表の行の変更 {count}" "rows of tables: {count}";
    CHANGES_OTHER_ROWS "ほかの行 {count}" "other rows: {count}";
    CHANGES_MORE_AREAS "ほかに{count}の業務領域で状態が変わりました。すべては下のJSONファイルと、各業務領域のページにあります。"
        "Areas with states that turned, not shown here: {count}. All are in the JSON file below, and on the pages of the areas.";
    CHANGES_MORE_ROWS "ほかに{count}行あります。すべては下のJSONファイルにあります。"
        "Rows not shown here: {count}. All are in the JSON file below.";
    CHANGES_MORE_KEYS "ほかに{count}項目あります。すべては下のJSONファイルにあります。"
        "Keys not shown here: {count}. All are in the JSON file below.";
    CHANGES_SEE_ROWS "変わった行を見る" "See the rows";
    CHANGES_SINCE_NEWEST "最も新しい版からの変更点" "Changes since the newest edition";
    CHANGES_FROM "{edition}からの変更点" "Changes since the {edition}";
    CAUSE_SOLE "変えたもの（この行だけを元に戻すと、状態も元に戻ることを確かめた）："
        "Turned by (changed back alone, it was found to restore the state):";
    CAUSE_EACH "変えたもの（どれか1つを元に戻すだけで、状態も元に戻ることを確かめた）："
        "Turned by (any one of these, changed back alone, was found to restore the state):";
    CAUSE_JOINT "合わせて変えたもの（1つだけ元に戻しても状態は戻らず、すべてを戻すと戻ることを確かめた）："
        "Turned jointly by (no single one restores the state; all of these together were found to):";
    CRITERIA_SET "基準の組" "the criteria set";
    ROW_ADDED "加わった行" "row added";
    ROW_REMOVED "なくなった行" "row removed";
    ROW_CHANGED "変わった行" "row changed";
    EDITIONS "版の一覧" "Editions";
    EDITIONS_ABOUT "日付を付けて残した版。作り直さないので、引用に使える。"
        "Editions kept under their dates. They are never made anew, so they can be cited.";
    EDITION_OF "{day}の版" "edition of {day}";
    FEED_TURNED "{area}の「{test}」：{from}から{to}へ" "{area}, {test}: from {from} to {to}";
    FEED_EDITION "{edition}を残しました" "The {edition} was kept";
    FEED "整理の更新" "updates of this arrangement";
    OPENING "はじめに" "Start here";
    OPENING_READ "インターネットにつながずに、すべてのページを読めます。"
        "Every page can be read without the internet.";
    OPENING_WAY "日本語のサイトを開く" "Open the site in English";
    OPENING_EXTRACT "開かないときは、先にzipを展開してください。Windowsでは、zipファイルを右クリックして「すべて展開」を選び、できたフォルダーの中のこのページを開きます。"
        "If it does not open, extract the zip file first. In Windows, right-click the zip file, choose Extract All, and open this page in the new folder.";
    OPENING_TOGETHER "このページと site フォルダーは、同じ場所に置いてください。"
        "Keep this page and the folder 'site' in the same place.";
}

/// Unit and label of a figure on the first page.
pub const KINDS_COUNTED: (Label, Label) = (
    Label::new("種類", " kinds"),
    Label::new(
        "都道府県が共同調達した情報システムの種類（実態調査）",
        "of system procured jointly by prefectures (survey)",
    ),
);

/// Unit and label of a figure on the first page.
pub const PREFECTURES_COUNTED: (Label, Label) = (
    Label::new("都道府県", " prefectures"),
    Label::new("実態調査に匿名で載る都道府県", "shown anonymously in the survey"),
);

/// A sentence with parts in it, put together in both languages.
pub fn sentence(language: Language, ja: String, en: String) -> String {
    match language {
        Language::Ja => ja,
        Language::En => en,
    }
}
