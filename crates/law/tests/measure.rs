//! Measures: the table agrees with the registers, and the numbers keep the identities of the report
//! for random years of random records.

mod boundaries;
mod identities;
mod table;

use law::measure::{Measure, Year};
use law::register::Record;

fn year(number: i64) -> Year {
    Year::new(number).unwrap()
}

/// The number over the records that stand under one value of a dimension.
fn part(measure: &Measure, records: &[Record], year: Year, dimension: &str, value: &str) -> i64 {
    let dimension = measure.dimension(dimension).unwrap();
    let matching =
        records.iter().filter(|record| dimension.values(record).iter().any(|found| found == value));
    measure.total(matching, year)
}
