//! A table that reads well in a terminal and in Markdown.

use std::fmt;

pub struct Table {
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
}

pub struct Row(Vec<String>);

impl Row {
    pub fn of(name: &str) -> Self {
        Self(vec![name.to_owned()])
    }

    pub fn seconds(self, seconds: f64) -> Self {
        self.with(format!("{seconds:.3} s"))
    }

    pub fn share(self, share: f64) -> Self {
        self.with(format!("{:.0} %", share * 100.0))
    }

    pub fn count(self, count: usize) -> Self {
        self.with(count.to_string())
    }

    fn with(mut self, cell: String) -> Self {
        self.0.push(cell);
        self
    }
}

impl Table {
    pub fn new(heads: &[&str]) -> Self {
        Self { heads: heads.iter().map(|head| (*head).to_owned()).collect(), rows: Vec::new() }
    }

    pub fn row(&mut self, row: Row) {
        self.rows.push(row.0);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = || [&self.heads].into_iter().chain(&self.rows);
        let width = |at: usize| all().map(|row| row[at].chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..self.heads.len()).map(width).collect();
        for (number, row) in all().enumerate() {
            for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
                match at {
                    0 => write!(out, "| {cell:<width$} ")?,
                    _ => write!(out, "| {cell:>width$} ")?,
                }
            }
            writeln!(out, "|")?;
            if number == 0 {
                let rule = |at: usize, width: &usize| match at {
                    0 => "-".repeat(width + 2),
                    _ => format!("{}:", "-".repeat(width + 1)),
                };
                let rules = widths.iter().enumerate().map(|(at, width)| rule(at, width));
                writeln!(out, "|{}|", rules.collect::<Vec<_>>().join("|"))?;
            }
        }
        Ok(())
    }
}
