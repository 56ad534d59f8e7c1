use super::*;

fn paragraph(text: &str) -> String {
    let html = html(text);
    html.trim().trim_start_matches("<p>").trim_end_matches("</p>").to_owned()
}

#[test]
fn japanese_needs_no_blanks_around_emphasis() {
    let cases = [
        ("**「重要」**です", "<strong>「重要」</strong>です"),
        ("**テスト。**テスト", "<strong>テスト。</strong>テスト"),
        ("これは**「強調」**の例", "これは<strong>「強調」</strong>の例"),
        ("これは*「強調」*の例", "これは<em>「強調」</em>の例"),
        ("**重要(注)**です", "<strong>重要(注)</strong>です"),
        ("約**`code`**です", "約<strong><code>code</code></strong>です"),
        ("**太***細*", "<strong>太</strong><em>細</em>"),
        ("***両方。***です", "<em><strong>両方。</strong></em>です"),
        ("これは~~「旧」~~です", "これは<del>「旧」</del>です"),
    ];
    for (written, expected) in cases {
        assert_eq!(paragraph(written), expected, "{written}");
    }
}

#[test]
fn a_pair_is_not_broken_by_the_next() {
    assert_eq!(
        paragraph("**テスト。**次の**言葉**です"),
        "<strong>テスト。</strong>次の<strong>言葉</strong>です"
    );
    assert_eq!(
        paragraph("**「甲」[乙](/z/)**と*丙*"),
        "<strong>「甲」<a href=\"{z}\">乙</a></strong>と<em>丙</em>"
    );
}

#[test]
fn marks_without_a_partner_stay() {
    let cases = [
        ("これは**「強調」の例", "これは**「強調」の例"),
        ("甲** 乙**丙", "甲** 乙**丙"),
        ("2 * 3 ** 4", "2 * 3 ** 4"),
        ("\\*\\*「甲」\\*\\*乙", "**「甲」**乙"),
        ("`**`「甲」**乙", "<code>**</code>「甲」**乙"),
        ("[甲**](/z/)乙**", "<a href=\"{z}\">甲**</a>乙**"),
        ("10~20万、30~40万", "10~20万、30~40万"),
    ];
    for (written, expected) in cases {
        assert_eq!(paragraph(written), expected, "{written}");
    }
}

#[test]
fn emphasis_ends_with_its_paragraph() {
    assert_eq!(html("**甲\n\n乙**\n"), "<p>**甲</p>\n<p>乙**</p>\n");
    assert_eq!(html("- **甲\n- 乙**\n"), "<ul>\n<li>**甲</li>\n<li>乙**</li>\n</ul>\n");
}

#[test]
fn underscores_leave_names_alone() {
    assert_eq!(paragraph("area_id_x と _斜体_ "), "area_id_x と <em>斜体</em>");
}
