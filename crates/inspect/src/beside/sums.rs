//! Every cell of the form added up over the bodies. A sum over a blank would be too small, so it is withheld.

use law::report::{Cell, CellKey, Form, Section};
use serde::Serialize;

use super::member::Member;

/// At most so many bodies are named whose cell is blank.
const NAMED: usize = 20;

/// A cell added up over the bodies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellSum {
    /// Which cell.
    pub cell: CellKey,
    /// Its name in the form's words.
    pub name: String,
    /// The sum as the form prints it (things, or 万元); none if a body's cell has no number.
    pub sum: Option<String>,
    /// How many bodies the sum is over, or would be.
    pub bodies: usize,
    /// How many bodies have no number there.
    pub without_count: usize,
    /// The first of them by name.
    pub without: Vec<String>,
}

/// The sums over the bodies whose tables are on the form of the year. Bodies without any table are counted as
/// lacking every number.
pub(super) fn sums(members: &[&Member], year: i16) -> Vec<CellSum> {
    let form = Form::for_year(year);
    let on_form: Vec<&&Member> =
        members.iter().filter(|member| member.form == form || !member.has_cells()).collect();
    let sum = |key: CellKey| {
        let lacking: Vec<String> = on_form
            .iter()
            .filter(|member| member.amount(key).is_none())
            .map(|member| member.label())
            .collect();
        let total = on_form.iter().filter_map(|member| member.amount(key)).try_fold(0_i64, i64::checked_add);
        let unit = form.unit(key)?;
        let total = total.filter(|_| lacking.is_empty()).map(|total| Cell::of(unit, total).print(unit));
        Some(CellSum {
            cell: key,
            name: form.cell_name(key),
            sum: total,
            bodies: on_form.len(),
            without_count: lacking.len(),
            without: lacking.into_iter().take(NAMED).collect(),
        })
    };
    form.cells().into_iter().filter(|key| key.section() != Section::One).filter_map(sum).collect()
}
