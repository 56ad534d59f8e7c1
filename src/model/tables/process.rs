//! What the April 2024 paper asks and proposes.

table! {
    /// Criteria applied to areas.
    criteria_applications Cited "基準の当てはめ" "Applications of the criteria"
    "基準の例示や職員の声が名指しする業務領域。" "The areas that an example of a criterion or a voice of staff names.";
    area: Ref("areas") Required "業務領域" "Business area";
    criterion: Text Required "基準" "Criterion";
    words: Words Required "印刷された語" "Words";
    basis: Code(codes::APPLICATION) Required "根拠" "Basis";
}

table! {
    /// Leads and evidence.
    evidence Cited "根拠と手がかり" "Evidence and leads"
    "業務領域ごとに、資料が述べること。調査・制度・記述だけが根拠となり、ほかは手がかりである。"
    "What the documents say of an area. Only surveys, law and statements of fact can be evidence; the rest are leads.";
    area: Ref("areas") Required "業務領域" "Business area";
    atom: Text Required "問い" "Question";
    strength: Code(codes::STRENGTH) Required "強さ" "Strength";
    direction: Code(codes::DIRECTION) Required "向き" "Direction";
    text: Words Required "内容" "Content";
}

table! {
    /// The paper's agenda.
    agenda Cited "検討項目" "Agenda"
    "2024年の資料が掲げる検討すべき項目。" "The items the 2024 paper lists for discussion.";
    number: Text Unique "番号" "Number";
    title: Words Required "項目" "Item";
    parent: Ref("agenda") Optional "上位の項目" "Parent item";
    treated_at: Text Optional "扱うページ" "Treated on";
}

table! {
    /// The call for proposals.
    proposals Cited "地方からの提案募集" "Call for proposals"
    "令和6年の地方分権改革に関する提案募集。" "The 2024 call for proposals on decentralisation reform.";
    part: Code(codes::PROPOSAL_PART) Required "区分" "Part";
    parent: Ref("proposals") Optional "上位" "Parent";
    text: Words Required "内容" "Content";
    date_from: Date Optional "日付（から）" "From";
    date_to: Date Optional "日付（まで）" "To";
}

table! {
    /// The role of the state.
    national_role Cited "国が果たすべき役割" "The role of the state"
    "国が果たすべき役割のイメージと、出勤簿への押印の事例。"
    "The paper's image of the role of the state, and the case of stamping the attendance book.";
    part: Code(codes::ROLE_PART) Required "区分" "Part";
    parent: Ref("national_role") Optional "上位" "Parent";
    text: Words Required "内容" "Content";
    level: Code(codes::LEVEL) Optional "主体" "Level";
    ground: Code(codes::GROUND) Optional "根拠の形" "Ground";
}
