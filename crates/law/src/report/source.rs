//! Where each cell comes from: a measure over a register, a figure that units declare, or other cells.

use super::form::Form;
use super::key::{
    BusinessColumn, BusinessRow, CellKey, DisputeOutcome, DisputeRoute, RequestColumn, RequestRow,
};
use super::table_four::OUTCOMES;
use super::table_three::APPLICANTS;
use crate::decision::TABLE as DECISIONS;
use crate::measure::dimension::{APPLICANT_KIND, DECISION, DISPUTE_KIND, OUTCOME};
use crate::measure::{self, Dimension, Measure};
use crate::register::{Chosen, DisputeKind, Outcome};

/// The origin of a cell. Every cell of a form has exactly one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Counted over a register. Where no record falls into the group, the cell is 0.
    Measured {
        /// What is counted.
        measure: &'static Measure,
        /// Which part of it; the whole measure if empty.
        filters: Vec<Filter>,
    },
    /// A business figure that units report. Where nobody has reported, the cell is blank.
    Declared {
        /// The measure that adds up what the units reported.
        measure: &'static Measure,
    },
    /// The sum of these cells.
    Sum(Vec<CellKey>),
}

/// A restriction to some values of a dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// The dimension.
    pub dimension: &'static Dimension,
    /// The values that count, one or more.
    pub values: Vec<&'static str>,
}

/// Where a cell comes from; none if the form has no such cell.
#[must_use]
pub fn source(form: Form, key: CellKey) -> Option<Source> {
    if !form.has(key) {
        return None;
    }
    match key {
        CellKey::Business(row, column) => business(row, column),
        CellKey::Request(row, column) => Some(request(form, row, column)),
        CellKey::Dispute(route, outcome) => Some(dispute(route, outcome)),
    }
}

/// Which measures a form is filled from, each with the dimensions it must be grouped by, in this order.
#[must_use]
pub fn needs(form: Form) -> Vec<(&'static Measure, Vec<&'static Dimension>)> {
    let mut needs: Vec<(&'static Measure, Vec<&'static Dimension>)> =
        vec![(&measure::DECLARED_FIGURE, vec![&measure::dimension::INDICATOR])];
    for key in form.cells() {
        let need = match source(form, key) {
            Some(Source::Measured { measure, filters }) => {
                (measure, filters.iter().map(|filter| filter.dimension).collect())
            }
            Some(Source::Declared { measure }) => (measure, Vec::new()),
            Some(Source::Sum(_)) | None => continue,
        };
        if !needs.iter().any(|(known, _)| known.key == need.0.key) {
            needs.push(need);
        }
    }
    needs
}

fn business(row: BusinessRow, column: BusinessColumn) -> Option<Source> {
    if matches!(row, BusinessRow::Rule | BusinessRow::NormativeDocument) {
        let measure = document_measure(row == BusinessRow::Rule, column)?;
        return Some(Source::Measured { measure, filters: Vec::new() });
    }
    business_measure(row, column).map(|measure| Source::Declared { measure })
}

/// 规章 and 规范性文件 have a register of their own.
fn document_measure(is_rule: bool, column: BusinessColumn) -> Option<&'static Measure> {
    let (rule, document): (&'static Measure, &'static Measure) = match column {
        BusinessColumn::Made | BusinessColumn::Issued => (&measure::RULE_ISSUED, &measure::NORMATIVE_ISSUED),
        BusinessColumn::Published => (&measure::RULE_PUBLISHED, &measure::NORMATIVE_PUBLISHED),
        BusinessColumn::Total => (&measure::RULE_PUBLIC, &measure::NORMATIVE_PUBLIC),
        BusinessColumn::Repealed => (&measure::RULE_REPEALED, &measure::NORMATIVE_REPEALED),
        BusinessColumn::Valid => (&measure::RULE_VALID, &measure::NORMATIVE_VALID),
        _ => return None,
    };
    Some(if is_rule { rule } else { document })
}

fn business_measure(row: BusinessRow, column: BusinessColumn) -> Option<&'static Measure> {
    use BusinessColumn::{Amount, AmountWan, Count, Decisions, Delta, Previous};
    Some(match (row, column) {
        (BusinessRow::License, Previous) => &measure::LICENSE_PREVIOUS,
        (BusinessRow::License, Delta) => &measure::LICENSE_DELTA,
        (BusinessRow::License, Decisions) => &measure::LICENSE_DECISIONS,
        (BusinessRow::OtherService, Previous) => &measure::OTHER_SERVICE_PREVIOUS,
        (BusinessRow::OtherService, Delta) => &measure::OTHER_SERVICE_DELTA,
        (BusinessRow::OtherService, Decisions) => &measure::OTHER_SERVICE_DECISIONS,
        (BusinessRow::Penalty, Previous) => &measure::PENALTY_PREVIOUS,
        (BusinessRow::Penalty, Delta) => &measure::PENALTY_DELTA,
        (BusinessRow::Penalty, Decisions) => &measure::PENALTY_DECISIONS,
        (BusinessRow::Coercion, Previous) => &measure::COERCION_PREVIOUS,
        (BusinessRow::Coercion, Delta) => &measure::COERCION_DELTA,
        (BusinessRow::Coercion, Decisions) => &measure::COERCION_DECISIONS,
        (BusinessRow::Charge, Previous) => &measure::CHARGE_PREVIOUS,
        (BusinessRow::Charge, Delta) => &measure::CHARGE_DELTA,
        (BusinessRow::Charge, AmountWan) => &measure::CHARGE_AMOUNT,
        (BusinessRow::Procurement, Count) => &measure::PROCUREMENT_COUNT,
        (BusinessRow::Procurement, Amount) => &measure::PROCUREMENT_AMOUNT,
        _ => return None,
    })
}

fn request(form: Form, row: RequestRow, column: RequestColumn) -> Source {
    if column == RequestColumn::Total {
        return Source::Sum(APPLICANTS.map(|applicant| CellKey::Request(row, applicant)).to_vec());
    }
    // The kinds of applicants in the register have the codes of the columns.
    let applicant = Filter { dimension: &APPLICANT_KIND, values: vec![column.code()] };
    let whole = |measure| Source::Measured { measure, filters: vec![applicant.clone()] };
    match row {
        RequestRow::New => whole(&measure::REQUEST_NEW),
        RequestRow::CarriedIn => whole(&measure::REQUEST_CARRIED_IN),
        RequestRow::CarriedOut => whole(&measure::REQUEST_CARRIED_OUT),
        RequestRow::Total => {
            Source::Sum(form.result_rows().map(|result| CellKey::Request(result, column)).collect())
        }
        result => {
            let decision = Filter { dimension: &DECISION, values: decisions(form, result) };
            Source::Measured { measure: &measure::REQUEST_CONCLUDED, filters: vec![applicant, decision] }
        }
    }
}

/// The decisions that count in a result row.
fn decisions(form: Form, row: RequestRow) -> Vec<&'static str> {
    let in_row = DECISIONS.iter().filter(|decision| match form {
        Form::F2019 => decision.row_2019 == row,
        Form::F2021 => decision.row_2021 == row,
    });
    in_row.map(|decision| decision.choice.key).collect()
}

fn dispute(route: DisputeRoute, outcome: DisputeOutcome) -> Source {
    let kind = match route {
        DisputeRoute::Reconsideration => DisputeKind::Reconsideration,
        DisputeRoute::DirectSuit => DisputeKind::DirectSuit,
        DisputeRoute::SuitAfterReconsideration => DisputeKind::SuitAfterReconsideration,
    };
    let kind = Filter { dimension: &DISPUTE_KIND, values: vec![kind.key()] };
    let ruling = match outcome {
        DisputeOutcome::Upheld => Outcome::Upheld,
        DisputeOutcome::Corrected => Outcome::Corrected,
        DisputeOutcome::Other => Outcome::Other,
        DisputeOutcome::Pending => {
            return Source::Measured { measure: &measure::DISPUTE_PENDING, filters: vec![kind] };
        }
        DisputeOutcome::Total => {
            return Source::Sum(OUTCOMES.map(|each| CellKey::Dispute(route, each)).to_vec());
        }
    };
    let ruling = Filter { dimension: &OUTCOME, values: vec![ruling.key()] };
    Source::Measured { measure: &measure::DISPUTE_CONCLUDED, filters: vec![kind, ruling] }
}
