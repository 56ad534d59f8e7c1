//! The sentences of planning: one function for each, Japanese and English side by side.

mod blocks;
mod editions;

pub use blocks::*;
pub use editions::*;

use crate::diag::{Code, Diagnostic, code};
use crate::text::{Place, SourcePath, Words, nearest};

fn told(
    code: &'static Code,
    place: Place,
    message: Words,
    expected: Words,
    fix: Words,
) -> Diagnostic {
    let expected = (!expected.is_empty()).then_some(expected);
    Diagnostic { place, code, message, expected, fix }
}

/// A name that is not there: the nearest one that is, or some of them.
fn missing<'a>(
    code: &'static Code,
    place: Place,
    message: Words,
    written: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let names: Vec<&str> = known.clone().take(LISTED + 1).collect();
    let list = names.iter().take(LISTED).copied().collect::<Vec<_>>().join(", ");
    let (more_ja, more_en) =
        if names.len() > LISTED { (" など", " and others") } else { ("", "") };
    let fix = match nearest(written, known) {
        Some(near) => {
            Words::new(format!("「{near}」と書いてください"), format!("write 「{near}」"))
        }
        None if names.is_empty() => Words::new(
            "その名前のものを足すか、ここから消してください",
            "add it, or delete the name here",
        ),
        None => Words::new("示した名前のどれかに直してください", "write one of these names"),
    };
    let expected = match names.is_empty() {
        true => Words::default(),
        false => {
            Words::new(format!("次のどれか：{list}{more_ja}"), format!("one of: {list}{more_en}"))
        }
    };
    told(code, place, message, expected, fix)
}

/// How many names a message lists.
const LISTED: usize = 12;

pub fn route_clash(path: &SourcePath, route: &str, other: &str) -> Diagnostic {
    told(
        &code::ROUTE_CLASH,
        Place::file(path),
        Words::new(
            format!("ページの場所「{route}」は「{other}」とぶつかります"),
            format!("the page's place 「{route}」 clashes with 「{other}」"),
        ),
        Words::default(),
        Words::new(
            "フォルダーの名前を変えてください（大文字と小文字は区別されません。en は英語のページです）",
            "rename the folder (case does not count; en is the English site)",
        ),
    )
}

pub fn section_unknown<'a>(
    section: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let settings = Place::file(&SourcePath::new("kyotsu.toml"));
    let place = Place { value: Some(section.to_owned()), ..settings };
    let message = Words::new(
        format!("navigation の「{section}」というページはありません"),
        format!("there is no page 「{section}」 for navigation"),
    );
    missing(&code::SETTINGS, place, message, section, known)
}

pub fn page_unshown(path: &SourcePath) -> Diagnostic {
    told(
        &code::FILE_UNKNOWN,
        Place::file(path),
        Words::new(
            "このページに本文は出ません。読まれません",
            "no text is shown on this page; not read",
        ),
        Words::default(),
        Words::new(
            "一つ上のフォルダーの page.md か、新しいフォルダーに移してください",
            "move it to page.md of the folder above, or to a folder of its own",
        ),
    )
}

pub fn page_japanese_missing(path: &SourcePath) -> Diagnostic {
    told(
        &code::FILE_MISSING,
        Place::file(&path.beside("page.md")),
        Words::new(
            "英語のページだけがあり、日本語のページがありません",
            "the page is there in English only",
        ),
        Words::default(),
        Words::new("同じフォルダーに page.md を書いてください", "write page.md in the same folder"),
    )
}

pub fn page_english_missing(path: &SourcePath) -> Diagnostic {
    told(
        &code::PAGE_ENGLISH_MISSING,
        Place::file(path),
        Words::new("英語のページがありません", "the page has no English"),
        Words::new("同じフォルダーの page.en.md", "page.en.md in the same folder"),
        Words::new(
            "page.en.md を書いてください。それまでは英語のページに日本語が出ます",
            "write page.en.md; until then the English page shows the Japanese",
        ),
    )
}

pub fn link_dead<'a>(
    place: Place,
    target: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let is_file = |path: &str| path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    let slashed = |path: &str| match is_file(path) {
        true => format!("/{path}"),
        false => format!("/{path}/").replace("//", "/"),
    };
    let target = slashed(target);
    let message = Words::new(
        format!("リンク先「{target}」がありません"),
        format!("there is no page or file 「{target}」"),
    );
    let known: Vec<String> = known.map(slashed).collect();
    let known = known.iter().map(String::as_str);
    let mut note = missing(&code::LINK_DEAD, place, message, &target, known.clone());
    if !is_file(&target) && nearest(&target, known).is_none() {
        note.fix = Words::new(
            format!("content{target}page.md を作るか、示した名前のどれかに直してください"),
            format!("make content{target}page.md, or write one of these names"),
        );
    }
    note
}

/// What readers may not yet see cannot be led to.
pub fn link_to_draft(place: Place, target: &str) -> Diagnostic {
    told(
        &code::DRAFT_LINK,
        place,
        Words::new(
            format!("「/{target}」は未公表案で、公表するサイトにはありません"),
            format!("「/{target}」 is a draft and not on the published site"),
        ),
        Words::new("公表するページへのリンク", "a link to a page that is published"),
        Words::new(
            "リンクを外すか、リンクのあるこのページにも +++ の間に draft = true と書くか、\
             リンク先を公表してよければ、その page.md の draft = true の行を消してください",
            "take the link out, or write draft = true between the +++ of this page too, or, if \
             that page may be published, delete the line draft = true of its page.md",
        ),
    )
}

pub fn fragment_dead<'a>(
    place: Place,
    id: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let message = Words::new(
        format!("リンク先のページに「#{id}」がありません"),
        format!("the page has no place 「#{id}」"),
    );
    let known: Vec<String> = known.map(|id| format!("#{id}")).collect();
    let known = known.iter().map(String::as_str);
    let note = missing(&code::FRAGMENT_DEAD, place, message, &format!("#{id}"), known.clone());
    if nearest(&format!("#{id}"), known).is_some() {
        return note;
    }
    let fix = Words::new(
        format!("リンク先の見出しの終わりに {{#{id}}} を付けるか、# から後ろを消してください"),
        format!("end a heading there with {{#{id}}}, or delete the link from #"),
    );
    Diagnostic { fix, ..note }
}

/// The page of a change that is not there.
pub fn update_page<'a>(
    place: Place,
    route: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let message = Words::new(
        format!("更新の記録の page「{route}」というページはありません"),
        format!("there is no page 「{route}」 for this update"),
    );
    let note = missing(&code::LINK_DEAD, place, message, route, known.clone());
    if nearest(route, known).is_some() {
        return note;
    }
    let fix = Words::new(
        "サイトの先頭より後のアドレス（例：areas/library）を書くか、空にしてください",
        "write what stands in the address behind the top of the site, such as areas/library, or leave it empty",
    );
    Diagnostic { fix, ..note }
}

/// A page stands where another one is said to have stood.
pub fn moved_taken(place: Place, page: &str) -> Diagnostic {
    told(
        &code::ROUTE_CLASH,
        place,
        Words::new(
            format!("「{page}」には今もページがあり、移ったページの元の場所にできません"),
            format!("there still is a page 「{page}」, so no other page can have moved from there"),
        ),
        Words::new("今はページのない場所", "a place without a page"),
        Words::new(
            "この行を消すか、今のページを別の場所へ移してください",
            "delete this line, or move the page that is there",
        ),
    )
}

pub fn moved_twice(place: Place, from: &str, first: &str) -> Diagnostic {
    told(
        &code::ROUTE_CLASH,
        place,
        Words::new(
            format!("「{from}」は「{first}」へ移ったことになっています"),
            format!("「{from}」 has moved to 「{first}」 already"),
        ),
        Words::new("元の場所ごとに一つの移り先", "one new place for each former one"),
        Words::new("どちらかを消してください", "delete one of the two"),
    )
}

pub fn moved_unknown<'a>(
    place: Place,
    to: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let message = Words::new(
        format!("移り先「{to}」というページはありません"),
        format!("there is no page 「{to}」 to move to"),
    );
    missing(&code::SETTINGS, place, message, to, known)
}

/// A move that ends where another begins: browsers would have to go twice.
pub fn moved_on(place: Place, to: &str, end: &str) -> Diagnostic {
    told(
        &code::SETTINGS,
        place,
        Words::new(
            format!("移り先「{to}」のページも移っています"),
            format!("the page at 「{to}」 has moved as well"),
        ),
        Words::new("今のページの場所", "where the page stands now"),
        Words::new(format!("「{end}」と書いてください"), format!("write 「{end}」")),
    )
}

pub fn moved_nowhere(place: Place, to: &str) -> Diagnostic {
    told(
        &code::SETTINGS,
        place,
        Words::new(
            format!("「{to}」から先をたどっても、ページに着きません"),
            format!("from 「{to}」 the moves never come to a page"),
        ),
        Words::new("今あるページの場所", "where a page stands now"),
        Words::new(
            "移り先に、今あるページの場所を書いてください",
            "write where the page stands now",
        ),
    )
}
