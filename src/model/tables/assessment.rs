//! What people enter about an area: judgements, estimates, opinions, how far it has come.

table! {
    /// Judgements of single questions.
    judgements Editorial "判断" "Judgements"
    "業務領域の問いごとの状態と、その理由。調査・制度・記述の根拠がない状態は、判断材料不足として扱う。"
    "How each question about an area stands, and why. A state without evidence from surveys, law or statements of fact counts as insufficient evidence.";
    area: Ref("areas") Required "業務領域" "Business area";
    criteria_set: Text Required "基準の組" "Criteria set";
    atom: Text Required "問い" "Question";
    state: Code(codes::JUDGED) Optional "状態" "State";
    reason: Words Optional "理由" "Reason";
    evidence: Refs("evidence") Optional "根拠" "Evidence";
    decided_by: Words Optional "判断した役割" "Judged by (role)";
    decided_on: Date Optional "判断した日" "Judged on";
}

table! {
    /// What STEP2 is computed from, an area each.
    estimates Cited "効果と費用の入力" "Inputs on effect and cost"
    "業務領域ごとの、団体の規模によらない費用。空欄は分からないことを示す。上限が空欄なら、その額ちょうど。上限が「…」なら、上限は分からない。"
    "Costs of an area that do not depend on the size of bodies. Blank means unknown. A blank upper end means exactly the amount; … means that the upper end is unknown.";
    area: Ref("areas") Unique "業務領域" "Business area";
    name: Words Required "名称" "Name";
    coordination: Yen(crate::model::MoneyUnit::Yen) Optional "調整の費用" "Cost of coordination";
    coordination_to: Yen(crate::model::MoneyUnit::Yen) Optional "調整の費用の上限" "Cost of coordination, upper end";
    systems: Yen(crate::model::MoneyUnit::Yen) Optional "共通システムの費用" "Cost of the common systems";
    systems_to: Yen(crate::model::MoneyUnit::Yen) Optional "共通システムの費用の上限" "Cost of the common systems, upper end";
    fixed: Yen(crate::model::MoneyUnit::Yen) Optional "毎年の固定費" "Fixed cost a year";
    fixed_to: Yen(crate::model::MoneyUnit::Yen) Optional "毎年の固定費の上限" "Fixed cost a year, upper end";
    avoided: Yen(crate::model::MoneyUnit::Yen) Optional "作らずに済む開発費（計算に入れない）" "Development avoided (not counted)";
    avoided_to: Yen(crate::model::MoneyUnit::Yen) Optional "作らずに済む開発費の上限" "Development avoided, upper end";
    hour_value: Yen(crate::model::MoneyUnit::Yen) Optional "職員の1時間の額" "Yen for an hour of staff time";
}

table! {
    /// Bodies of one size.
    estimate_bands Cited "試算の団体規模" "Size bands of the inputs"
    "効果と費用の入力の、団体の規模の区分。" "The size bands of the inputs on effect and cost.";
    estimate: Ref("estimates") Required "入力" "Inputs";
    name: Words Required "区分" "Band";
    bodies: Integer(units::BODIES) Required "団体数" "Bodies";
    level: Code(codes::LEVEL) Optional "主体" "Level";
    baseline: Code(codes::BASELINE) Required "比べる運用" "Compared with";
    migration: Yen(crate::model::MoneyUnit::Yen) Optional "移行の費用（1団体）" "Migration of a body";
    migration_to: Yen(crate::model::MoneyUnit::Yen) Optional "移行の費用の上限（1団体）" "Migration of a body, upper end";
}

table! {
    /// Years in which the same amounts hold.
    estimate_spans Cited "試算の年ごとの額" "Yearly amounts of the inputs"
    "団体の規模の区分ごとの、1団体・1年あたりの額。次の行の年の前の年まで続く。更新費は、運用経費に加える。"
    "Amounts a body and year by size band. They hold until the year before the next row's. Renewal is added to the operating cost.";
    band: Ref("estimate_bands") Required "区分" "Band";
    from_year: Integer(units::YEAR) Required "始まりの年" "From year";
    adoption: Decimal(units::PERCENT) Optional "参加率" "Adoption";
    adoption_to: Decimal(units::PERCENT) Optional "参加率の上限" "Adoption, upper end";
    same_adoption: Flag Optional "参加率は前の行と同じ" "Adoption as in the row before";
    common: Yen(crate::model::MoneyUnit::Yen) Optional "共通化後の運用経費" "Operating cost after";
    common_to: Yen(crate::model::MoneyUnit::Yen) Optional "共通化後の運用経費の上限" "Operating cost after, upper end";
    common_renewal: Yen(crate::model::MoneyUnit::Yen) Optional "共通化後の更新費（年あたり）" "Renewal after, averaged over years";
    present: Yen(crate::model::MoneyUnit::Yen) Optional "比べる運用の経費" "Operating cost compared with";
    present_to: Yen(crate::model::MoneyUnit::Yen) Optional "比べる運用の経費の上限" "Operating cost compared with, upper end";
    present_renewal: Yen(crate::model::MoneyUnit::Yen) Optional "比べる運用の更新費（年あたり）" "Renewal compared with, averaged over years";
    benefit: Yen(crate::model::MoneyUnit::Yen) Optional "便益の変化" "Change of benefits";
    benefit_to: Yen(crate::model::MoneyUnit::Yen) Optional "便益の変化の上限" "Change of benefits, upper end";
    hours: Decimal(units::HOURS) Optional "減る職員の時間" "Staff hours saved";
    hours_to: Decimal(units::HOURS) Optional "減る職員の時間の上限" "Staff hours saved, upper end";
}

table! {
    /// What local governments said of an area.
    local_opinions Cited "地方の意見" "Views of local governments"
    "業務領域について地方自治体から出された意見。行のない業務領域は、まだ聞いていない。"
    "Views of local governments on an area. An area without a row has not been asked about yet.";
    area: Ref("areas") Required "業務領域" "Business area";
    from: Words Required "意見を出した主体" "From";
    said_on: Date Required "日付" "Date";
    text: Words Required "内容" "Content";
}

table! {
    /// How far an area has come, as people entered it.
    progress Cited "段階と結果" "Stage and outcome"
    "業務領域の選定プロセスの段階と結果。公表された決定を人が入力したもので、計算したものではない。"
    "The stage and outcome of an area in the process: entered by people from published decisions, never computed.";
    area: Ref("areas") Required "業務領域" "Business area";
    criteria_set: Text Required "基準の組" "Criteria set";
    stage: Text Required "段階" "Stage";
    outcome: Text Optional "結果" "Outcome";
    decided_on: Date Required "決まった日" "Decided on";
    text: Words Optional "内容" "Content";
}
