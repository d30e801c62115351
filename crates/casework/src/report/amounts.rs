//! Numbers for the prose that agree with the tables: where a cell was declared by hand, or stands in a
//! frozen report, the names that count the same things follow the cell and not the records, so that the
//! report cannot disagree with itself.

use std::collections::BTreeMap;

use law::{
    measure::{self, Condition, Measure},
    report::{
        Cell, CellKey, Filter, Report, Source,
        prose::{Amounts, Name},
        source,
    },
};

/// Moves every amount by the difference between the report's cells and what the records give for them.
/// Amounts of the other year (`last_year` of the name) are left alone.
pub(super) fn follow_cells(
    amounts: &mut Amounts,
    last_year: bool,
    report: &Report,
    recorded: &BTreeMap<CellKey, Cell>,
) {
    let moved: Vec<(Source, i64)> = report
        .cells
        .iter()
        .filter_map(|(key, cell)| {
            let difference = cell.amount()? - recorded.get(key).and_then(Cell::amount).unwrap_or(0);
            Some((source(report.form, *key)?, difference)).filter(|_| difference != 0)
        })
        .collect();
    if moved.is_empty() {
        return;
    }
    for (name, amount) in amounts.iter_mut().filter(|(name, _)| name.last_year == last_year) {
        let Some(measure) = name.measure() else { continue };
        let wholes = wholes(measure);
        let differences = moved
            .iter()
            .filter(|(source, _)| wholes.iter().any(|measure| counts_same(name, measure, source)));
        *amount += differences.map(|(_, difference)| difference).sum::<i64>();
    }
}

/// The measures that a name's measure is the sum of; itself as a rule.
fn wholes(measure: &'static Measure) -> Vec<&'static Measure> {
    if measure.key == measure::DISPUTE_TOTAL.key {
        return vec![&measure::DISPUTE_CONCLUDED, &measure::DISPUTE_PENDING];
    }
    vec![measure]
}

/// Whether everything in the cell with this source is counted under the name too.
fn counts_same(name: &Name, measure: &Measure, source: &Source) -> bool {
    match source {
        Source::Sum(_) => false,
        Source::Declared { measure: of_cell } => of_cell.key == measure.key && name.part.is_none(),
        Source::Measured { measure: of_cell, filters } => {
            let shared = |condition: &Condition| measure.conditions.contains(condition);
            of_cell.register == measure.register
                && of_cell.conditions.iter().all(shared)
                && measure
                    .conditions
                    .iter()
                    .filter(|condition| !of_cell.conditions.contains(condition))
                    .all(|condition| is_kept_by(condition, filters))
                && name.part.is_none_or(|(dimension, value)| {
                    filters.iter().any(|filter| filter.dimension.key == dimension && filter.values == [value])
                })
        }
    }
}

/// Whether a further condition holds for everything that passes the cell's filters.
fn is_kept_by(condition: &Condition, filters: &[Filter]) -> bool {
    let Condition::Is(column, keys) = condition else { return false };
    filters.iter().any(|filter| {
        filter.dimension.field == *column && filter.values.iter().all(|value| keys.contains(value))
    })
}
