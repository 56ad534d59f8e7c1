use super::*;

#[test]
fn html_and_images_are_told_where_they_stand() {
    assert_eq!(
        told("甲<b>乙</b>\n\n<div>\n丙\n</div>\n\n![図](x.png)\n"),
        ["D302 1:2 <b>", "D302 1:6 </b>", "D302 3:1 <div>\n丙\n</div>", "D318 7:1 ![図](x.png)"]
    );
    assert!(!shown(&read("甲<script>\n").value).contains("<script"));
}

#[test]
fn links_that_lead_nowhere_good() {
    assert_eq!(
        told("[x](javascript:alert(1)) [y]() [z](../../a/)\n\n<tel:1>\n"),
        ["D303 1:5 javascript:alert(1)", "D303 1:26 [y]()", "D303 1:36 ../../a/", "D303 3:2 tel:1"]
    );
    assert!(!shown(&read("[x](javascript:a)\n").value).contains("javascript"));
    assert_eq!(told("[x](/a b/)\n"), ["D303 1:3 ]("]);
    assert_eq!(told("[計 [[a.b.c]] 円](/z/)\n"), ["D303 1:15 ]("]);
}

#[test]
fn figures_of_the_wrong_form() {
    assert_eq!(
        told("値は[[費用]]と[[a.b.c|]]と[[a.b\n"),
        ["D304 1:3 [[費用]]", "D304 1:10 [[a.b.c|]]", "D304 1:21 [["]
    );
    assert_eq!(told("## 計[[a.b.c]]\n"), ["D304 1:5 [[a.b.c]]"]);
    assert_eq!(told("`[[a` \\[[b\n"), Vec::<String>::new());
}

#[test]
fn footnotes_must_be_there_once_and_be_used() {
    assert_eq!(
        told("甲[^x]乙[^y] \\[^z]\n\n[^y]: 一\n\n[^y]: 二\n\n[^w]: 三\n"),
        ["D319 1:2 [^x]", "D319 5:1 [^y]:", "D319 7:1 [^w]:"]
    );
}

#[test]
fn headings_keep_their_order() {
    assert_eq!(
        told("### 深い\n\n# 題\n\n#### さらに\n\n##### 次\n"),
        ["D314 1:1 ### 深い", "D314 3:1 # 題", "D314 5:1 #### さらに"]
    );
    assert!(shown(&read("# 題\n").value).starts_with("<h2 "));
}

#[test]
fn a_row_of_a_table_loses_no_cell_in_silence() {
    let table = |row: &str| told(&format!("| 甲 | 乙 |\n|--|--|\n{row}\n\n文\n"));
    assert_eq!(table("| `x|y` | 2 |"), ["D104 3:11 2 |"]);
    assert_eq!(table("| 一 | 二 |"), Vec::<String>::new());
    assert_eq!(table("一 | 二"), Vec::<String>::new());
    assert_eq!(table("| 一 |"), Vec::<String>::new());
    assert_eq!(table("| 一 | 二 | |"), Vec::<String>::new());
    assert_eq!(table("| 計 [[a.b.c|億円]] |"), ["D304 3:5 [["]);
}

#[test]
fn an_anchor_stands_once_on_a_page() {
    assert_eq!(told("## 甲\n\n## 乙 {#甲}\n"), ["D313 3:1 ## 乙 {#甲}"]);
    assert_eq!(told("## 甲 {#a}\n\n```table\ntable = \"t\"\nid = \"a\"\n```\n").len(), 1);
    assert_eq!(told("## Note 1\n\n甲[^1]\n\n[^1]: 乙\n"), ["D313 1:1 ## Note 1"]);
    assert_eq!(told("## Note 1\n"), Vec::<String>::new());
}

#[test]
fn a_block_tells_every_mistake_at_its_key() {
    let body = "```chart\ntabel = \"kinds\"\nwhere = [\"year >= 2020\", \"a == b\", \"= c\", \"!\"]\n\
                limit = 0\nid = \"A b\"\n```\n";
    assert_eq!(
        told(body),
        [
            "D309 1:1 ```chart",
            "D112 2:1 tabel",
            "D309 3:11 year >= 2020",
            "D309 3:27 a == b",
            "D309 3:37 = c",
            "D309 3:44 !",
            "D309 4:9 0",
            "D309 5:7 A b",
        ]
    );
    assert_eq!(told("```table\ntable = \"a\"\nfile = \"b.csv\"\n```\n"), ["D309 1:1 ```table"]);
    assert_eq!(told("```table\ntable = \"a\"\ntype = \"bars\"\n```\n"), ["D112 3:1 type"]);
    assert_eq!(told("```chart\ntable = \"a\n```\n").len(), 1);
}

#[test]
fn a_block_stands_on_its_own_and_is_closed() {
    assert_eq!(told("- 甲\n\n  ```chart\n  table = \"a\"\n  ```\n").len(), 1);
    assert_eq!(told("> ```table\n> table = \"a\"\n> ```\n").len(), 1);
    assert_eq!(told("```chart\ntable = \"a\"\n"), ["D309 1:1 ```chart"]);
    assert_eq!(told("   ~~~table\r\n   table = \"a\"\r\n   ~~~\r\n"), Vec::<String>::new());
}

#[test]
fn front_matter_must_have_a_title_and_no_strange_keys() {
    let ids = |text: &str| {
        let notes = read_file("content/page.md", text).notes;
        notes.iter().map(|note| (note.code.id, note.fix.en.clone())).collect::<Vec<_>>()
    };
    assert_eq!(ids("+++\n+++\n"), [("D113", "add a line title = \"…\"".to_owned())]);
    assert_eq!(ids("+++\ntitle = \" \"\n+++\n")[0].0, "D301");
    assert_eq!(
        ids("+++\ntitle = \"x\"\ndescripton = \"y\"\n+++\n"),
        [("D112", "write 「description」".to_owned())]
    );
}

#[test]
fn headings_that_differ_are_told_at_the_english_page() {
    let ja = read("## 甲 {#a}\n\n## 乙 {#b}\n").value;
    let en = read_file("content/costs/page.en.md", &format!("{FRONT}## B {{#b}}\n\n## C {{#c}}\n"));
    let notes = headings_differ(&ja, &en.value);
    let messages: Vec<_> = notes.iter().map(|note| note.message.en.as_str()).collect();
    assert_eq!(
        messages,
        [
            "heading IDs of the Japanese page are missing in English: a",
            "heading IDs of the English page are missing in Japanese: c",
        ]
    );
    assert!(notes.iter().all(|note| note.place.path == en.value.path && note.code.id == "D315"));
    assert!(headings_differ(&ja, &ja).is_empty());
}
