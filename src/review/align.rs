//! Two lists of things, side by side: what is the same, what was changed, added, taken out.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::page::{Form, Item, Run};

/// One step through both lists, in the order of both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// equal, by their places in the older and the newer list
    Same(usize, usize),
    /// two that belong together and differ
    Changed(usize, usize),
    /// only in the newer list
    Added(usize),
    /// only in the older list
    Removed(usize),
}

/// What can stand side by side.
pub trait Alike {
    /// Equal things say the same here.
    fn said(&self) -> String;
    /// Its words.
    fn words(&self) -> Vec<&str>;
    /// Whether two can belong together at all.
    fn fits(&self, other: &Self) -> bool;
    /// What it is known by, however else it changes.
    fn key(&self) -> Option<String>;
}

impl Alike for Item {
    fn said(&self) -> String {
        format!("{:?}{}", self.form, self.text)
    }

    fn words(&self) -> Vec<&str> {
        self.runs.iter().flat_map(Alike::words).collect()
    }

    fn fits(&self, other: &Self) -> bool {
        self.form == other.form
    }

    fn key(&self) -> Option<String> {
        match self.form {
            Form::Run => None,
            Form::Row => self.runs.first().map(Run::text).filter(|text| !text.is_empty()),
            Form::Drawing => None,
        }
    }
}

impl Alike for Run {
    fn said(&self) -> String {
        self.text()
    }

    fn words(&self) -> Vec<&str> {
        self.words.iter().map(|word| word.text.as_str()).filter(|word| *word != " ").collect()
    }

    fn fits(&self, _: &Self) -> bool {
        true
    }

    fn key(&self) -> Option<String> {
        None
    }
}

/// More pairs than this are not weighed one by one.
const WEIGHED: usize = 60_000;

/// How much two must have in common to belong together, of a thousand.
const ENOUGH: usize = 350;

/// What two known by the same key count more than the likest others.
const KEYED: usize = 2_000;

/// Puts two lists side by side.
pub fn align<T: Alike>(old: &[T], new: &[T]) -> Vec<Step> {
    let said = |list: &[T]| list.iter().map(Alike::said).collect::<Vec<_>>();
    let mut steps = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &said(old), &said(new)) {
        match op {
            DiffOp::Equal { old_index, new_index, len } => {
                steps.extend((0..len).map(|at| Step::Same(old_index + at, new_index + at)));
            }
            op => paired(old, new, op.old_range(), op.new_range(), &mut steps),
        }
    }
    steps
}

/// Finds what belongs together where the lists differ: the pairs, in order, that have most in
/// common altogether.
fn paired<T: Alike>(
    old: &[T],
    new: &[T],
    olds: Range<usize>,
    news: Range<usize>,
    steps: &mut Vec<Step>,
) {
    let (height, width) = (olds.len(), news.len());
    let is_even = height == width;
    let (before, after) = (matters(old, &olds), matters(new, &news));
    let weighed = height * width <= WEIGHED;
    let common = |row: usize, column: usize| -> usize {
        let (Some(one), Some(other)) = (before.get(row), after.get(column)) else { return 0 };
        if !one.thing.fits(other.thing) {
            return 0;
        }
        let in_place = if is_even && row == column { 1 } else { 0 };
        if one.key.is_some() && one.key == other.key {
            return KEYED + in_place;
        }
        let shared = if weighed { shared(&one.words, &other.words) } else { 0 };
        if shared >= ENOUGH { shared } else { in_place }
    };
    if !weighed {
        unweighed(olds, news, common, steps);
        return;
    }
    // The most there is to gain from each place on, from the end back.
    let place = |row: usize, column: usize| row * (width + 1) + column;
    let mut best = vec![0; (height + 1) * (width + 1)];
    let gained = |best: &[usize], row, column| best.get(place(row, column)).copied().unwrap_or(0);
    for row in (0..height).rev() {
        for column in (0..width).rev() {
            let both = match common(row, column) {
                0 => 0,
                gain => gain + gained(&best, row + 1, column + 1),
            };
            let most = both.max(gained(&best, row + 1, column)).max(gained(&best, row, column + 1));
            if let Some(here) = best.get_mut(place(row, column)) {
                *here = most;
            }
        }
    }
    let (mut row, mut column) = (0, 0);
    while row < height || column < width {
        let here = gained(&best, row, column);
        let gain = if row < height && column < width { common(row, column) } else { 0 };
        if gain > 0 && here == gain + gained(&best, row + 1, column + 1) {
            steps.push(Step::Changed(olds.start + row, news.start + column));
            row += 1;
            column += 1;
        } else if row < height && (column == width || here == gained(&best, row + 1, column)) {
            steps.push(Step::Removed(olds.start + row));
            row += 1;
        } else {
            steps.push(Step::Added(news.start + column));
            column += 1;
        }
    }
}

/// Too many to weigh: what stands in the same place belongs together if it can.
fn unweighed(
    olds: Range<usize>,
    news: Range<usize>,
    common: impl Fn(usize, usize) -> usize,
    steps: &mut Vec<Step>,
) {
    let both = olds.len().min(news.len());
    for at in 0..both {
        match common(at, at) {
            0 => steps.extend([Step::Removed(olds.start + at), Step::Added(news.start + at)]),
            _ => steps.push(Step::Changed(olds.start + at, news.start + at)),
        }
    }
    steps.extend((olds.start + both..olds.end).map(Step::Removed));
    steps.extend((news.start + both..news.end).map(Step::Added));
}

struct Matter<'a, T> {
    thing: &'a T,
    key: Option<String>,
    /// in the order of letters
    words: Vec<&'a str>,
}

fn matters<'a, T: Alike>(list: &'a [T], range: &Range<usize>) -> Vec<Matter<'a, T>> {
    let things = list.get(range.clone()).unwrap_or(&[]).iter();
    let matter = |thing: &'a T| {
        let mut words = thing.words();
        words.sort_unstable();
        Matter { thing, key: thing.key(), words }
    };
    things.map(matter).collect()
}

/// How many words two sorted lists share, of a thousand.
fn shared(one: &[&str], other: &[&str]) -> usize {
    let all = one.len() + other.len();
    if all == 0 {
        return 0;
    }
    let (mut left, mut right, mut both) = (one.iter().peekable(), other.iter().peekable(), 0);
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => drop(left.next()),
            std::cmp::Ordering::Greater => drop(right.next()),
            std::cmp::Ordering::Equal => {
                both += 2;
                left.next();
                right.next();
            }
        }
    }
    both * 1000 / all
}

/// A stretch of words, or of none, in place of another.
pub struct Exchange {
    /// the words that stood there
    pub old: Range<usize>,
    /// the words that stand there
    pub new: Range<usize>,
}

/// What differs between the words of two stretches; little that is the same between two
/// differences belongs to them.
pub fn exchanged(old: &Run, new: &Run) -> Vec<Exchange> {
    let said = |run: &Run| run.words.iter().map(|word| word.text.clone()).collect::<Vec<_>>();
    let (before, after) = (said(old), said(new));
    let mut sorted = (old.words(), new.words());
    sorted.0.sort_unstable();
    sorted.1.sort_unstable();
    let is_other = shared(&sorted.0, &sorted.1) < ENOUGH;
    if is_other && before != after {
        return vec![Exchange { old: 0..before.len(), new: 0..after.len() }];
    }
    let mut exchanges: Vec<Exchange> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &before, &after) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (olds, news) = (op.old_range(), op.new_range());
        let is_near = |last: &&mut Exchange| {
            let between = after.get(last.new.end..news.start).unwrap_or(&[]);
            between.iter().all(|word| word == " ")
        };
        match exchanges.last_mut().filter(is_near) {
            Some(last) => {
                last.old.end = olds.end;
                last.new.end = news.end;
            }
            None => exchanges.push(Exchange { old: olds, new: news }),
        }
    }
    exchanges
}
