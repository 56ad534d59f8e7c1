//! What is told of expressions.

use super::told;
use crate::diag::{Diagnostic, code};
use crate::model::Dataset;
use crate::model::tables::{TABLES, named};
use crate::text::{Place, nearest};
use crate::validate::expression::{Cause, Fault};

pub fn expression(place: Place, text: &str) -> Diagnostic {
    told(
        &code::EXPRESSION,
        place,
        say!("「{text}」は式として読めません", "「{text}」 cannot be read"),
        say!(
            "count(表 where 列 = 値)、sum(表.列)、表.ID.列、数、+ - * /、round(式, 桁)",
            "count(table where column = value), sum(table.column), table.id.column, numbers, + - * /, round(expression, places)"
        ),
        say!("示した場所の前後を直してください", "mend what stands at the place shown"),
    )
}

/// A name in an expression that is not there, with the names that are.
pub fn expression_name<'a>(
    place: Place,
    name: &str,
    among: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let list = known.clone().take(40).collect::<Vec<_>>().join(", ");
    let fix = match nearest(name, known) {
        Some(near) => say!("「{near}」と書いてください", "write 「{near}」"),
        None => say!("次のどれかを書いてください：{list}", "write one of: {list}"),
    };
    told(
        &code::EXPRESSION_NAME,
        place,
        say!("「{name}」は {among} にありません", "「{name}」 is not in {among}"),
        say!("{among} にある名前", "a name that {among} has"),
        fix,
    )
}

/// What an expression got wrong.
pub fn expression_fault(place: Place, text: &str, fault: &Fault, dataset: &Dataset) -> Diagnostic {
    match &fault.cause {
        Cause::Form => expression(place, text),
        Cause::Table(name) => {
            expression_name(place, name, "data", TABLES.iter().map(|spec| spec.name))
        }
        Cause::Row(row, table) => {
            let ids = dataset.table(table).map(|table| table.ids()).unwrap_or_default();
            expression_name(place, row, table, ids.iter().map(String::as_str))
        }
        Cause::Column(column, table) => {
            let columns = named(table).map_or(&[][..], |spec| spec.columns);
            let numeric = columns.iter().filter(|column| column.is_numeric());
            expression_name(place, column, table, numeric.map(|column| column.name))
        }
    }
}
