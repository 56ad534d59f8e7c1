//! What a reader must be able to rely on, whatever is drawn.

use proptest::prelude::*;
use roxmltree::{Document, Node};

use super::text::width;
use super::{ChartWords, draw};
use crate::plan::view::{ChartView, Mark, Panel, Series, Shape, TableView};

const SHAPES: [Shape; 7] = [
    Shape::Bars,
    Shape::Columns,
    Shape::Stacked,
    Shape::Grouped,
    Shape::Bands,
    Shape::Timeline,
    Shape::Process,
];

fn words() -> ChartWords {
    ChartWords { no_data: "データなし".to_owned(), unit: "単位：".to_owned() }
}

fn value(size: i64, text: &str) -> Option<Mark> {
    Some(Mark { size: size.into(), text: text.to_owned() })
}

fn series(label: &str, values: Vec<Option<Mark>>) -> Series {
    Series { label: label.to_owned(), values }
}

fn chart(shape: Shape, categories: &[&str], series: Vec<Series>) -> ChartView {
    ChartView {
        id: "kinds".to_owned(),
        title: "種類の数".to_owned(),
        description: "種類ごとの都道府県の数".to_owned(),
        shape,
        categories: categories.iter().map(|&name| name.to_owned()).collect(),
        panels: vec![Panel { title: None, unit: "団体".to_owned(), series }],
        sources: Vec::new(),
        table: TableView::default(),
        file: None,
    }
}

fn svg(chart: &ChartView) -> String {
    draw(chart, &words()).unwrap()
}

fn texts(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).unwrap();
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts.map(|node| node.text().unwrap_or_default().to_owned()).collect()
}

/// Everything written, without the spaces that a new line swallows.
fn run_together(svg: &str) -> String {
    texts(svg).concat().split_whitespace().collect()
}

fn count(svg: &str, tag: &str, class: &str) -> usize {
    let document = Document::parse(svg).unwrap();
    let named = document.descendants().filter(|node| node.has_tag_name(tag));
    named.filter(|node| node.attribute("class") == Some(class)).count()
}

#[test]
fn values_stand_as_they_are_given() {
    for shape in SHAPES {
        let drawn = svg(&chart(
            shape,
            &["人口", "団体"],
            vec![series("", vec![value(127_907_086, "127,907,086"), value(1_741, "1,741団体")])],
        ));
        let texts = texts(&drawn);
        assert!(texts.contains(&"127,907,086".to_owned()), "{shape:?}");
        assert!(texts.contains(&"1,741団体".to_owned()), "{shape:?}");
    }
}

#[test]
fn the_first_category_is_at_the_top() {
    let names = ["電子申請", "施設予約", "校務支援"];
    let values = vec![value(3, "3"), value(2, "2"), value(1, "1")];
    let drawn = svg(&chart(Shape::Bars, &names, vec![series("", values)]));
    let document = Document::parse(&drawn).unwrap();
    let named = |class: &str| {
        let nodes = document.descendants().filter(|node| node.attribute("class") == Some(class));
        let mut nodes: Vec<Node> = nodes.collect();
        nodes.sort_by(|one, other| number(*one, "y").total_cmp(&number(*other, "y")));
        nodes
    };
    let written: Vec<&str> = named("label category").iter().filter_map(Node::text).collect();
    assert_eq!(written, names);
    let lengths: Vec<f64> = named("series-1").iter().map(|bar| number(*bar, "width")).collect();
    let longest = lengths[0];
    assert!((lengths[1] - longest * 2.0 / 3.0).abs() < 0.1, "{lengths:?}");
    assert!((lengths[2] - longest / 3.0).abs() < 0.1, "{lengths:?}");
}

fn number(node: Node, name: &str) -> f64 {
    node.attribute(name).unwrap().parse().unwrap()
}

#[test]
fn a_missing_value_is_hatched_and_named_and_never_a_bar() {
    for shape in [Shape::Bars, Shape::Columns, Shape::Grouped, Shape::Bands] {
        let values = vec![value(3, "3"), None, value(0, "0")];
        let drawn = svg(&chart(shape, &["甲", "乙", "丙"], vec![series("", values)]));
        assert_eq!(count(&drawn, "g", "no-data"), 1, "{shape:?}");
        assert_eq!(count(&drawn, "path", "hatch"), 1, "{shape:?}");
        assert!(texts(&drawn).contains(&"データなし".to_owned()), "{shape:?}");
        assert_eq!(count(&drawn, "rect", "series-1"), 2, "{shape:?}");
    }
}

#[test]
fn a_missing_part_of_a_stack_is_said_with_its_name() {
    let parts =
        vec![series("カスタマイズあり", vec![value(810, "810")]), series("共同利用", vec![None])];
    let texts = texts(&svg(&chart(Shape::Stacked, &["10万未満"], parts)));
    let missing = texts.iter().position(|text| text == "データなし").unwrap();
    assert_eq!(texts[missing - 1], "共同利用");
}

#[test]
fn a_part_too_small_for_its_value_has_it_below() {
    let parts = vec![series("大", vec![value(990, "990")]), series("小", vec![value(1, "1")])];
    let drawn = svg(&chart(Shape::Stacked, &["計"], parts));
    assert_eq!(count(&drawn, "text", "value on-1"), 1);
    assert_eq!(count(&drawn, "text", "value"), 1);
}

#[test]
fn long_names_are_wrapped_and_never_cut() {
    let name = "都市基盤施設維持管理データベースシステム";
    let texts = texts(&svg(&chart(Shape::Bars, &[name], vec![series("", vec![value(1, "1")])])));
    assert!(texts.contains(&"都市基盤施設維持管理".to_owned()));
    assert!(texts.contains(&"データベースシステム".to_owned()));
}

#[test]
fn columns_with_long_names_lie_down() {
    let names = ["入札参加資格審査電子申請システム"; 17];
    let marks = names.iter().map(|_| value(1, "1")).collect::<Vec<_>>();
    let drawn = svg(&chart(Shape::Columns, &names, vec![series("", marks)]));
    assert_clear(&drawn);
}

#[test]
fn what_colours_and_fonts_are_is_said_elsewhere() {
    let parts = (0..5).map(|part| series(&part.to_string(), vec![value(part + 1, "x"), None]));
    for shape in SHAPES {
        let drawn = svg(&chart(shape, &["甲", "乙"], parts.clone().collect()));
        let document = Document::parse(&drawn).unwrap();
        for attribute in document.descendants().flat_map(|node| node.attributes()) {
            let name = attribute.name();
            assert!(!["fill", "stroke", "style", "font-family"].contains(&name), "{name}");
            // Of these two ours say which value is drawn; the library's own stay behind.
            let is_ours = ["data-at", "data-unit"].contains(&name);
            assert!(is_ours || !name.starts_with("data-"), "{name}");
        }
        let root = document.root_element();
        assert_eq!((root.attribute("width"), root.attribute("height")), (None, None));
        assert_eq!(root.attribute("role"), Some("img"));
        assert_eq!(root.attribute("aria-labelledby"), Some("kinds-title kinds-desc"));
    }
}

#[test]
fn nothing_to_draw_is_said() {
    for shape in SHAPES {
        assert_eq!(texts(&svg(&chart(shape, &[], Vec::new()))), ["データなし"]);
    }
}

#[test]
fn the_44_kinds_stand_clear_of_each_other_in_both_languages() {
    let kinds = include_str!("kinds.txt").lines().map(|line| line.split_once('\t').unwrap());
    let (japanese, english): (Vec<&str>, Vec<&str>) = kinds.unzip();
    assert_eq!(japanese.len(), 44);
    for names in [japanese, english] {
        let values =
            || (0..44).map(|kind| (kind != 3).then(|| value(kind, &format!("{kind}団体")))?);
        let one = || vec![series("", values().collect())];
        let two = || vec![series("甲", values().collect()), series("乙", values().collect())];
        for shape in SHAPES {
            assert_clear(&svg(&chart(shape, &names, one())));
            assert_clear(&svg(&chart(shape, &names, two())));
        }
    }
}

/// No text lies over another or outside the drawing.
fn assert_clear(svg: &str) {
    let document = Document::parse(svg).unwrap();
    let size: Vec<f64> = numbers(document.root_element().attribute("viewBox").unwrap());
    let nodes = document.descendants().filter(|node| node.has_tag_name("text"));
    let boxes: Vec<(&str, [f64; 4])> =
        nodes.map(|node| (node.text().unwrap_or_default(), extent(node))).collect();
    for (index, (text, one)) in boxes.iter().enumerate() {
        assert!(one[0] >= -0.1 && one[1] >= -0.1, "{text} begins outside: {one:?}");
        assert!(one[2] <= size[2] + 0.1 && one[3] <= size[3] + 0.1, "{text} ends outside: {one:?}");
        for (other_text, other) in &boxes[index + 1..] {
            let across = one[0] < other[2] && other[0] < one[2];
            let down = one[1] < other[3] && other[1] < one[3];
            assert!(!(across && down), "{text} lies over {other_text}: {one:?} {other:?}");
        }
    }
}

fn numbers(text: &str) -> Vec<f64> {
    text.split(' ').map(|number| number.parse().unwrap()).collect()
}

/// Left, top, right, bottom.
fn extent(node: Node) -> [f64; 4] {
    let (x, y) = (number(node, "x"), number(node, "y"));
    let wide = width(node.text().unwrap_or_default());
    let (above, below) = (12.5, 3.5);
    if node.attribute("transform").is_some() {
        return [x - above, y - wide, x + below, y];
    }
    let left = match node.attribute("text-anchor") {
        Some("middle") => x - wide / 2.0,
        Some("end") => x - wide,
        _ => x,
    };
    [left, y - above, left + wide, y + below]
}

fn any_mark() -> impl Strategy<Value = Option<Mark>> {
    let size =
        prop_oneof![Just(0), -50..50i64, 0..200_000_000_000i64, Just(i64::MAX), Just(i64::MIN),];
    proptest::option::weighted(
        0.8,
        (size, "\\PC{1,16}").prop_map(|(size, text)| Mark { size: size.into(), text }),
    )
}

fn any_chart() -> impl Strategy<Value = ChartView> {
    let shape = (0..SHAPES.len()).prop_map(|index| SHAPES[index]);
    let names = proptest::collection::vec("\\PC{0,40}", 0..12);
    let series = ("\\PC{0,20}", proptest::collection::vec(any_mark(), 0..12))
        .prop_map(|(label, values)| Series { label, values });
    let panel = (proptest::option::of("\\PC{0,30}"), "\\PC{0,8}");
    let panel = (panel, proptest::collection::vec(series, 0..7))
        .prop_map(|((title, unit), series)| Panel { title, unit, series });
    (shape, names, proptest::collection::vec(panel, 0..3), "\\PC{1,10}").prop_map(
        |(shape, categories, panels, title)| ChartView {
            id: title.clone(),
            title,
            categories,
            panels,
            ..chart(shape, &[], Vec::new())
        },
    )
}

proptest! {
    #[test]
    fn whatever_comes_is_drawn_whole(chart in any_chart()) {
        let drawn = draw(&chart, &words()).unwrap();
        prop_assert_eq!(&drawn, &draw(&chart, &words()).unwrap());
        let document = Document::parse(&drawn).unwrap();
        let ids: Vec<_> = document.descendants().filter_map(|node| node.attribute("id")).collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        prop_assert_eq!(ids.len(), once.len());
        let written = run_together(&drawn);
        let series = chart.panels.iter().flat_map(|panel| &panel.series);
        for mark in series.flat_map(|series| series.values.iter().take(chart.categories.len())) {
            let Some(mark) = mark else { continue };
            let said: String = mark.text.split_whitespace().collect();
            prop_assert!(written.contains(&said), "{} is missing in {}", said, written);
        }
    }

    #[test]
    fn no_text_lies_over_another(chart in any_chart()) {
        assert_clear(&draw(&chart, &words()).unwrap());
    }
}
