//! The way from a cell to what stands behind it.

use law::{
    measure::{DECLARED_FIGURE, Dimension, Measure, Year, dimension::INDICATOR},
    report::{CellKey, Filter, Form, Source, source},
};
use store::{OrganId, Page, Read, RecordRow, Store};

use crate::{Error, Result};

/// What stands behind a cell.
#[derive(Debug, Clone)]
pub struct CellMembers {
    /// The cell's name in the form's words.
    pub name: String,
    /// Where its figure comes from.
    pub source: CellSource,
    /// Declarations of the cell by hand (手工填报) that stand for the year, which take the place of what is
    /// counted; empty as a rule.
    pub by_hand: Vec<RecordRow>,
}

/// Where a cell's figure comes from.
#[derive(Debug, Clone)]
pub enum CellSource {
    /// Records counted by a measure.
    Records {
        /// The measure: label, definition, basis.
        measure: &'static Measure,
        /// How many records there are altogether.
        records: i64,
        /// What they add up to (things, or fen).
        amount: i64,
        /// The page asked for.
        rows: Vec<RecordRow>,
    },
    /// A figure that units declare.
    Declared {
        /// The measure: label, definition, basis.
        measure: &'static Measure,
        /// How many declarations stand.
        records: i64,
        /// What they add up to (things, or fen); none if nobody declared.
        amount: Option<i64>,
        /// The page asked for.
        rows: Vec<RecordRow>,
    },
    /// The sum of these cells.
    Sum(Vec<CellKey>),
}

/// The records, declarations or cells behind a cell of the year's report, as the registers stand today.
///
/// # Errors
/// A refusal for a cell that the form does not have.
pub async fn cell_members(
    store: &Store,
    organ: &OrganId,
    (form, year): (Form, Year),
    key: CellKey,
    page: Page,
) -> Result<CellMembers> {
    let Some(of_cell) = source(form, key) else {
        return Err(Error::refused(format!("这一年度的报告没有单元格“{key}”。")));
    };
    let mut read = store.read().await?;
    let mut by_hand = Vec::new();
    let source = match of_cell {
        Source::Sum(parts) => CellSource::Sum(parts),
        Source::Declared { measure } => {
            let members = read.members(organ, measure, year, &[], page).await?;
            let amount = (members.records > 0).then_some(members.amount);
            CellSource::Declared { measure, records: members.records, amount, rows: members.rows }
        }
        Source::Measured { measure, filters } => {
            let indicator = [(INDICATOR, key.to_string())];
            by_hand = read.members(organ, &DECLARED_FIGURE, year, &indicator, Page::first(100)).await?.rows;
            records(&mut read, organ, (measure, year), &filters, page).await?
        }
    };
    Ok(CellMembers { name: form.cell_name(key), source, by_hand })
}

/// The records under each combination of the filters' values, one after the other.
async fn records(
    read: &mut Read,
    organ: &OrganId,
    (measure, year): (&'static Measure, Year),
    filters: &[Filter],
    page: Page,
) -> Result<CellSource> {
    let (mut records, mut amount, mut rows) = (0, 0, Vec::new());
    let (mut skip, mut room) = (page.offset, page.limit);
    for values in combinations(filters) {
        let part = Page { offset: skip, limit: room };
        let members = read.members(organ, measure, year, &values, part).await?;
        let known = u32::try_from(members.records).unwrap_or(u32::MAX);
        skip = skip.saturating_sub(known);
        room = room.saturating_sub(u32::try_from(members.rows.len()).unwrap_or(u32::MAX));
        records += members.records;
        amount += members.amount;
        rows.extend(members.rows);
    }
    Ok(CellSource::Records { measure, records, amount, rows })
}

/// Every way of choosing one value for each filter; one empty way without filters.
fn combinations(filters: &[Filter]) -> Vec<Vec<(Dimension, String)>> {
    filters.iter().fold(vec![Vec::new()], |ways, filter| {
        let longer = |way: &Vec<(Dimension, String)>| {
            let way = way.clone();
            filter.values.iter().map(move |value| {
                let mut longer = way.clone();
                longer.push((*filter.dimension, (*value).to_owned()));
                longer
            })
        };
        ways.iter().flat_map(longer).collect()
    })
}
