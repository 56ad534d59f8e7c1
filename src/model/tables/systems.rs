//! One municipality's systems and the map of departments.

table! {
    /// Headings of the inventory.
    inventory_groups Cited "システム一覧の見出し" "Headings of the inventory"
    "ある中規模基礎自治体のシステム一覧の見出し。" "The headings in one medium-sized municipality's list of systems.";
    name: Words Required "名称" "Name";
    department: Ref("departments") Optional "部門（本サイトの対応付け）" "Department (this site's mapping)";
    sheet: Integer(units::NONE) Required "枚目" "Sheet";
}

table! {
    /// One municipality's systems.
    inventory Cited "ある自治体の情報システム" "One municipality's systems"
    "ある中規模基礎自治体で導入・運用されている情報システム。"
    "The systems one medium-sized municipality has and runs.";
    name: Words Required "名称" "Name";
    group: Ref("inventory_groups") Optional "見出し" "Heading";
    standardised: Flag Optional "※標準化対象事務の印" "Marked as subject to standardisation";
    area: Ref("areas") Optional "業務領域（本サイトの対応付け）" "Business area (this site's mapping)";
}

table! {
    /// The map.
    map_systems Cited "市町村の情報システムの図" "Map of municipal systems"
    "部門ごとの情報システムと、都道府県が支援した共同調達の例を並べた図の各枠。"
    "The boxes of the map that sets municipal systems beside examples of joint procurement supported by prefectures.";
    name: Words Required "名称" "Name";
    department: Ref("departments") Required "部門" "Department";
    relation: Code(codes::MAP_RELATION) Required "種別" "Kind of box";
    kind: Ref("kinds") Optional "共同調達の種類" "Kind of joint procurement";
    inventory: Ref("inventory") Optional "一覧のシステム" "System of the inventory";
    printed_count: Integer(units::PREFECTURES) Optional "図に印刷された数" "Number printed on the map";
}

table! {
    /// The 20 standardised businesses.
    standard_businesses Cited "標準化対象の20業務" "The 20 standardised businesses"
    "図の右列にある標準化対象の業務。参考であり、業務領域ではない。"
    "The standardised businesses in the right column of the map: for reference, not areas.";
    name: Words Required "名称" "Name";
    department: Ref("departments") Optional "部門" "Department";
    area: Ref("areas") Optional "同じ名の業務領域" "Area of the same name";
}
