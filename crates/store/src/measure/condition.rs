//! The WHERE of a measure.

use law::measure::{Condition, Measure, Year};
use law::register::{DeclaredFigure, Register};

use crate::ids::OrganId;
use crate::sql::Sql;

/// ` WHERE …`: the records of the organ that stand and count in that year. The register's table goes by
/// the name `r`.
pub(super) fn add_to(sql: &mut Sql, measure: &Measure, organ: &OrganId, year: Year) {
    sql.push(" WHERE r.organ_id = ").bind(organ).push(" AND r.struck = 0");
    for condition in measure.conditions {
        add(sql, condition, year);
    }
    if measure.register == Register::DeclaredFigure {
        add_latest(sql);
    }
}

fn add(sql: &mut Sql, condition: &Condition, year: Year) {
    let (start, end) = (year.start(), year.end());
    sql.push(" AND ");
    match *condition {
        Condition::InYear(column) => {
            compare(sql, column, " >= ").bind(start).push(" AND ");
            compare(sql, column, " <= ").bind(end)
        }
        Condition::BeforeYear(column) => compare(sql, column, " < ").bind(start),
        Condition::ByYearEnd(column) => compare(sql, column, " <= ").bind(end),
        Condition::OpenAtYearStart(column) => {
            or_missing(sql, column);
            compare(sql, column, " >= ").bind(start).push(")")
        }
        Condition::OpenAtYearEnd(column) => {
            or_missing(sql, column);
            compare(sql, column, " > ").bind(end).push(")")
        }
        Condition::LastsToYearEnd(column) => {
            or_missing(sql, column);
            compare(sql, column, " >= ").bind(end).push(")")
        }
        Condition::LapsesInYear(column) => {
            compare(sql, column, " >= ").bind(year.eve()).push(" AND ");
            compare(sql, column, " < ").bind(end)
        }
        Condition::IsYear(column) => compare(sql, column, " = ").bind(i64::from(year.get())),
        Condition::Is(column, keys) => {
            compare(sql, column, " IN ").bind_list(keys.iter().map(|key| (*key).into()))
        }
        Condition::Given(column) => compare(sql, column, " IS NOT NULL"),
        Condition::Missing(column) => compare(sql, column, " IS NULL"),
        Condition::After(later, earlier) => compare(sql, later, " > r.").push(earlier),
        Condition::NotAwaited(asked, came) => {
            or_missing(sql, asked);
            compare(sql, came, " IS NOT NULL)")
        }
    };
}

fn compare<'a>(sql: &'a mut Sql, column: &str, operator: &str) -> &'a mut Sql {
    sql.push("r.").push(column).push(operator)
}

fn or_missing(sql: &mut Sql, column: &str) {
    sql.push("(r.").push(column).push(" IS NULL OR ");
}

/// Declared figures are append-only: the row entered last is valid.
fn add_latest(sql: &mut Sql) {
    sql.push(" AND NOT EXISTS (SELECT 1 FROM declared_figure AS newer WHERE newer.organ_id = r.organ_id");
    for column in DeclaredFigure::REPLACED_BY {
        // An empty unit is a value too. IS NOT DISTINCT FROM is young in SQLite, so spelt out.
        let same =
            format!(" AND (newer.{column} = r.{column} OR (newer.{column} IS NULL AND r.{column} IS NULL))");
        sql.push(&same);
    }
    sql.push(" AND newer.struck = 0 AND newer.recorded_seq > r.recorded_seq)");
}
