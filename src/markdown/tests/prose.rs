use super::*;

#[test]
fn a_paragraph_is_escaped() {
    assert_eq!(html("1 < 2 & \"3\" &copy; \\*\n"), "<p>1 &lt; 2 &amp; &quot;3&quot; © *</p>\n");
}

#[test]
fn japanese_lines_run_on_and_latin_words_keep_their_blank() {
    assert_eq!(html("共通化とは、\n何か。\n"), "<p>共通化とは、何か。</p>\n");
    assert_eq!(html("shared\nsystems\n"), "<p>shared systems</p>\n");
    assert_eq!(html("共通化の\nSTEP1\n"), "<p>共通化の STEP1</p>\n");
    assert_eq!(html("共通\r\n**化**\r\n"), "<p>共通<strong>化</strong></p>\n");
    assert_eq!(html("a\n**b**\n"), "<p>a <strong>b</strong></p>\n");
    assert_eq!(html("行  \n行\\\n行\n"), "<p>行<br>\n行<br>\n行</p>\n");
}

#[test]
fn a_figure_at_a_line_end_goes_with_its_neighbour() {
    assert_eq!(html("約\n[[a.b.c]]\n円\n"), "<p>約{a.b.c}円</p>\n");
    assert_eq!(html("some\n[[a.b.c]]\nyen\n"), "<p>some {a.b.c} yen</p>\n");
}

#[test]
fn headings_have_anchors_and_make_the_outline() {
    let body = "## 費用 {#costs}\n\n### Why *so* `much`?\n\n### 理由{#why} ##\n";
    assert_eq!(
        html(body),
        "<h2 id=\"costs\">費用</h2>\n\
         <h3 id=\"why-so-much\">Why <em>so</em> <code>much</code>?</h3>\n\
         <h3 id=\"why\">理由</h3>\n"
    );
    let outline = read(body).value.outline;
    let words: Vec<_> = outline.iter().map(|heading| heading.text.as_str()).collect();
    assert_eq!(words, ["費用", "Why so much?", "理由"]);
    assert_eq!(outline[0].span.start, FRONT.len());
}

#[test]
fn braces_that_name_no_anchor_stay_in_a_heading() {
    assert_eq!(html("## 集合 {a, b}\n"), "<h2 id=\"集合-a-b\">集合 {a, b}</h2>\n");
}

#[test]
fn links_into_the_site_are_left_to_the_plan() {
    assert_eq!(html("[x](/procurement/)\n"), "<p><a href=\"{procurement}\">x</a></p>\n");
    assert_eq!(html("[x](/a/b/#c)\n"), "<p><a href=\"{a/b#c}\">x</a></p>\n");
    assert_eq!(html("[x](#c)\n"), "<p><a href=\"{costs#c}\">x</a></p>\n");
    assert_eq!(html("[x](../areas/page.md)\n"), "<p><a href=\"{areas}\">x</a></p>\n");
    assert_eq!(html("[x](/data/a.csv)\n"), "<p><a href=\"{data/a.csv}\">x</a></p>\n");
    assert_eq!(html("[x][y]\n\n[y]: /z/ \"Z\"\n"), "<p><a href=\"{z}\" title=\"Z\">x</a></p>\n");
}

#[test]
fn links_out_of_the_site_say_so() {
    assert_eq!(
        html("[x](https://example.jp/?a=1&b=2)\n"),
        "<p><a href=\"https://example.jp/?a=1&amp;b=2\" rel=\"external\">x</a></p>\n"
    );
    assert_eq!(
        html("<https://example.jp> <a@example.jp>\n"),
        "<p><a href=\"https://example.jp\" rel=\"external\">https://example.jp</a> \
         <a href=\"mailto:a@example.jp\">a@example.jp</a></p>\n"
    );
}

#[test]
fn a_link_knows_where_its_target_is_written() {
    let body = "詳しくは[費用](/costs/)へ\n";
    let text = format!("{FRONT}{body}");
    let pieces = read(body).value.pieces;
    let link = pieces.iter().find(|piece| matches!(piece, Piece::Href(_)));
    let Some(Piece::Href(link)) = link else { panic!("{pieces:?}") };
    let span = link.place.span.unwrap();
    assert_eq!(&text[span.start..span.end], "/costs/");
}

#[test]
fn figures_stand_in_running_text() {
    assert_eq!(
        html("計[[costs.city-5.annual_yen|億円]](推計)、[[a.b.c]][[d.e.f]]\n"),
        "<p>計{costs.city-5.annual_yen|億円}(推計)、{a.b.c}{d.e.f}</p>\n"
    );
    assert_eq!(html("- **[[a.b.c]]**件\n"), "<ul>\n<li><strong>{a.b.c}</strong>件</li>\n</ul>\n");
}

#[test]
fn code_holds_no_figures() {
    assert_eq!(html("`[[a.b.c]]`\n"), "<p><code>[[a.b.c]]</code></p>\n");
    assert_eq!(
        html("```\n[[a.b.c]] <b>\n```\n"),
        "<pre tabindex=\"0\"><code>[[a.b.c]] &lt;b&gt;\n</code></pre>\n"
    );
    assert_eq!(html("\\[[a.b.c]]\n"), "<p>[[a.b.c]]</p>\n");
}

#[test]
fn tables_scroll_in_a_named_region() {
    let body = "## 内訳\n\n|  | 額 |\n|--|--:|\n| 計 | [[a.b.c\\|億円]] |\n";
    assert_eq!(
        html(body),
        "<h2 id=\"内訳\">内訳</h2>\n\
         <div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"表1：内訳\">\n\
         <table>\n<thead>\n<tr><td></td><th scope=\"col\" class=\"numeric\">額</th></tr>\n</thead>\n\
         <tbody>\n<tr><td>計</td><td class=\"numeric\">{a.b.c|億円}</td></tr>\n</tbody>\n\
         </table>\n</div>\n"
    );
}

#[test]
fn lists_quotes_and_rules() {
    assert_eq!(html("3. a\n4. b\n"), "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
    assert_eq!(html("> 引用\n"), "<blockquote>\n<p>引用</p>\n</blockquote>\n");
    assert_eq!(html("---\n\n文\n\n---\n"), "<hr>\n<p>文</p>\n<hr>\n");
    assert_eq!(html("- [ ] a\n"), "<ul>\n<li>[ ] a</li>\n</ul>\n");
}

#[test]
fn notices_carry_their_kind_in_words() {
    assert_eq!(
        html("> [!WARNING]\n> 文\n"),
        "<div class=\"notice\">\n<p class=\"notice-title\">警告</p>\n<p>文</p>\n</div>\n"
    );
}

#[test]
fn footnotes_are_numbered_by_first_use_and_lead_back() {
    let body = "い[^b]ろ[^a]は[^b]\n\n[^a]: 先\n\n[^b]: 後[^a]\n";
    let reference = |number, id, label| {
        format!(
            "<sup class=\"note\"><a id=\"note-{id}\" href=\"#note-{number}\" \
             aria-label=\"{label}\">{number}</a></sup>"
        )
    };
    let back = |number| {
        format!(
            " <a class=\"note-back\" href=\"#note-{number}-ref\" \
             aria-label=\"本文へ戻る：注{number}\">↩</a>"
        )
    };
    let (first, second) = (reference(1, "1-ref", "注1"), reference(2, "2-ref", "注2"));
    let (again, inner) = (reference(1, "1-ref-2", "注1"), reference(2, "2-ref-2", "注2"));
    assert_eq!(
        html(body),
        format!(
            "<p>い{first}ろ{second}は{again}</p>\n\
             <section class=\"footnotes\" aria-label=\"注\">\n<ol>\n\
             <li id=\"note-1\"><p>後{inner}{}</p>\n</li>\n\
             <li id=\"note-2\"><p>先{}</p>\n</li>\n</ol>\n</section>\n",
            back(1),
            back(2)
        )
    );
}

#[test]
fn english_pages_speak_english_to_screen_readers() {
    let text = "+++\ntitle = \"Costs\"\n+++\nx[^a]\n\n> [!NOTE]\n> y\n\n[^a]: z\n";
    let html = shown(&read_file("content/costs/page.en.md", text).value);
    for words in
        ["aria-label=\"Note 1\"", "aria-label=\"Notes\"", "Back to the text: note 1", ">Note<"]
    {
        assert!(html.contains(words), "{words} in {html}");
    }
}

#[test]
fn a_chart_is_a_piece_between_paragraphs() {
    let body = "前\n\n```chart\ntype = \"bars\"\ntable = \"kinds\"\nlabel = \"name_ja\"\n\
                values = [\"count\"]\nwhere = [\"area = library\", \"year != 2020\", \"note\", \"! count \"]\n\
                sort = \"-count\"\nlimit = 5\nid = \"by-kind\"\n```\n\n後\n";
    assert_eq!(html(body), "<p>前</p>\n{Chart}\n<p>後</p>\n");
    let text = format!("{FRONT}{body}");
    let pieces = read(body).value.pieces;
    let block = pieces.iter().find(|piece| matches!(piece, Piece::Block(_)));
    let Some(Piece::Block(block)) = block else { panic!("{pieces:?}") };
    let slice = |span: Span| &text[span.start..span.end];
    assert_eq!(slice(block.table.as_ref().unwrap().span), "kinds");
    assert_eq!(slice(block.values[0].span), "count");
    assert_eq!((block.limit, block.id.as_deref()), (Some(5), Some("by-kind")));
    let sort = block.sort.as_ref().unwrap();
    assert_eq!((sort.value.descending, slice(sort.span)), (true, "count"));
    let columns: Vec<_> = block.filters.iter().map(|filter| slice(filter.span)).collect();
    assert_eq!(columns, ["area", "year", "note", "count"]);
    let tests: Vec<_> = block.filters.iter().map(|filter| filter.value.test.clone()).collect();
    let (is, is_not) = (Test::Is("library".to_owned()), Test::IsNot("2020".to_owned()));
    assert_eq!(tests, [is, is_not, Test::Filled, Test::Empty]);
}

#[test]
fn the_front_matter_names_the_page() {
    let text = "+++\ntitle = \"Costs\"\ndescription = \"What it costs\"\norder = 3\n+++\n";
    let checked = read_file("content/costs/page.md", text);
    assert!(checked.notes.is_empty(), "{:?}", checked.notes);
    let front = checked.value.front;
    assert_eq!((front.title.as_str(), front.order), ("Costs", Some(3)));
    assert_eq!(front.description, "What it costs");
}

#[test]
fn running_text_is_told_from_what_stands_apart() {
    let running = |body: &str| {
        let pieces = read(body).value.pieces.into_iter();
        let texts = pieces.filter_map(|piece| match piece {
            Piece::Text(text) => Some(text),
            _ => None,
        });
        texts.collect::<Vec<_>>()
    };
    assert_eq!(running("共通\n化と**標準化**、`共通化`\n"), ["共通化と", "標準化", "、"]);
    assert_eq!(running("- 共通化\n- [共通化](/costs/)\n"), ["共通化"]);
    assert_eq!(running("> [!NOTE]\n> 共通化\n\n後\n"), ["共通化", "後"]);
    for apart in [
        "## 共通化\n",
        "> 共通化\n",
        "> - 共通化\n",
        "|共通化|\n|-|\n|共通化|\n",
        "```\n共通化\n```\n",
    ] {
        assert_eq!(running(apart), Vec::<String>::new(), "{apart}");
        assert_eq!(running(&format!("{apart}\n後\n")).last().map(String::as_str), Some("後"));
    }
}
