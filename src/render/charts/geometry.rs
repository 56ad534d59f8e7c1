//! The only door to charts-rs: it lays the bars out, and nothing of it but their places is kept.

use std::collections::BTreeMap;

use charts_rs::{BarChart, Box as Margin, ChartBase, HorizontalBarChart, Series, YAxisConfig};
use roxmltree::{Document, Node};

use super::scale::Scale;
use super::sheet::Area;
use crate::plan::view::Panel;

/// The bars by series and category; lying ones count their height from the top of their band.
pub type Bars = BTreeMap<(usize, usize), Area>;

/// What is to be laid out.
#[derive(Clone, Copy)]
pub struct Plot<'a> {
    /// the values
    pub panel: &'a Panel,
    /// how many categories
    pub categories: usize,
    /// what the length means
    pub scale: &'a Scale,
    /// how long the longest bar is
    pub length: f64,
    /// how much a category has across
    pub band: f64,
    /// whether the series stand one behind the other
    pub stacked: bool,
}

/// Horizontal bars.
pub fn lying(plot: Plot) -> Option<Bars> {
    let mut chart = HorizontalBarChart::new_with_theme(plot.series(), plot.names(), THEME);
    plot.bare(&mut chart.base);
    chart.width = plot.length as f32;
    chart.height = plot.across() as f32;
    chart.y_axis_configs = vec![plot.axis()];
    let mut bars = plot.read(&chart.svg().ok()?)?;
    for (&(_, category), area) in &mut bars {
        // charts-rs counts its rows from below.
        area.y -= plot.band * (plot.categories - 1 - category) as f64;
    }
    Some(bars)
}

/// Upright bars.
pub fn standing(plot: Plot) -> Option<Bars> {
    let mut chart = BarChart::new_with_theme(plot.series(), plot.names(), THEME);
    plot.bare(&mut chart.base);
    chart.width = plot.across() as f32;
    chart.height = plot.length as f32;
    chart.y_axis_configs = vec![plot.axis()];
    plot.read(&chart.svg().ok()?)
}

const THEME: &str = "light";

/// Values go in as parts of this, whatever their unit, so that f32 is never short of digits.
const WHOLE: f64 = 1_000.0;

impl Plot<'_> {
    fn across(&self) -> f64 {
        self.band * self.categories as f64
    }

    fn names(&self) -> Vec<String> {
        (0..self.categories).map(|category| category.to_string()).collect()
    }

    fn series(&self) -> Vec<Series> {
        let series = self.panel.series.iter().enumerate();
        series
            .map(|(index, series)| {
                let drawn = (0..self.categories).map(|category| {
                    let mark = series.values.get(category)?.as_ref()?;
                    Some(self.part(mark.size.drawn()))
                });
                let mut drawn = Series::new_nullable(index.to_string(), drawn.collect());
                drawn.stack = self.stacked.then(|| "all".to_owned());
                drawn
            })
            .collect()
    }

    fn part(&self, value: f64) -> f32 {
        (value / (self.scale.high - self.scale.low) * WHOLE) as f32
    }

    fn axis(&self) -> YAxisConfig {
        YAxisConfig {
            min: Some(self.part(self.scale.low)),
            max: Some(self.part(self.scale.high)),
            split_number: 1,
            ..Default::default()
        }
    }

    /// Everything off that is not a bar.
    fn bare(&self, base: &mut ChartBase) {
        base.margin = Margin::default();
        base.title.text.clear();
        base.sub_title.text.clear();
        base.legend.show = Some(false);
        base.x_axis.hidden = true;
        base.y_axis_hidden = true;
        base.tooltip.show = false;
        base.animation = None;
    }

    /// None if a bar is not where it should be.
    fn read(&self, svg: &str) -> Option<Bars> {
        let document = Document::parse(svg).ok()?;
        let bars: Bars = document.descendants().filter_map(bar).collect();
        let given = self.series().iter().flat_map(|series| series.data.clone()).flatten().count();
        (bars.len() == given).then_some(bars)
    }
}

fn bar(node: Node) -> Option<((usize, usize), Area)> {
    let index = |name| node.attribute(name)?.parse::<usize>().ok();
    let place = (index("data-series")?, index("data-category")?);
    let size = |name| node.attribute(name)?.parse::<f64>().ok();
    let area =
        Area { x: size("x")?, y: size("y")?, width: size("width")?, height: size("height")? };
    Some((place, area))
}
