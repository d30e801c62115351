//! Dimensions of a measure as SQL expressions.

use law::measure::{Dimension, Reading};
use law::register::Register;

use crate::sql::{Sql, contains};

/// The expression whose value splits; for [`Reading::Each`] the key of the joined list.
pub(super) fn expression(register: Register, dimension: &Dimension, position: usize) -> String {
    let column = format!("r.{}", dimension.field);
    match dimension.reading {
        Reading::Whole if is_number(register, dimension) => format!("COALESCE(CAST({column} AS TEXT), '')"),
        Reading::Whole => format!("COALESCE({column}, '')"),
        Reading::First => {
            let cases = keys(register, dimension)
                .map(|key| format!(" WHEN {column} || ',' LIKE '{key},%' THEN '{key}'"))
                .collect::<String>();
            format!("CASE WHEN {column} IS NULL THEN ''{cases} ELSE {column} END")
        }
        Reading::Each => format!("COALESCE(d{position}.k, '')"),
    }
}

/// For [`Reading::Each`]: the join that makes one row for each key in the list.
pub(super) fn join(register: Register, dimension: &Dimension, position: usize) -> String {
    if dimension.reading != Reading::Each {
        return String::new();
    }
    let list: Vec<String> = keys(register, dimension).map(|key| format!("SELECT '{key}' AS k")).collect();
    format!(
        " LEFT JOIN ({}) AS d{position} ON ',' || r.{} || ',' LIKE '%,' || d{position}.k || ',%'",
        list.join(" UNION ALL "),
        dimension.field
    )
}

/// ` AND …`: the records under one value of the dimension.
pub(super) fn add_member(sql: &mut Sql, register: Register, dimension: &Dimension, value: &str) {
    sql.push(" AND ");
    match dimension.reading {
        Reading::Each if value.is_empty() => sql.push("r.").push(dimension.field).push(" IS NULL"),
        Reading::Each => {
            sql.push("',' || r.").push(dimension.field).push(" || ',' LIKE ");
            sql.bind(contains(&format!(",{value},"))).push(r" ESCAPE '\'")
        }
        Reading::Whole | Reading::First => {
            sql.push(&expression(register, dimension, 0)).push(" = ").bind(value)
        }
    };
}

fn is_number(register: Register, dimension: &Dimension) -> bool {
    register.field(dimension.field).is_some_and(|field| field.kind.is_number())
}

fn keys(register: Register, dimension: &Dimension) -> impl Iterator<Item = &'static str> {
    let choices = register.field(dimension.field).map(|field| field.kind.choices()).unwrap_or_default();
    choices.iter().map(|choice| choice.key)
}
