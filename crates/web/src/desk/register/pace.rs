//! How evenly an organ publishes, for the register of publications.

use std::collections::BTreeMap;

use jiff::civil::Date;
use law::measure::Year;
use law::register::Register;
use store::{Condition, Filter, OrganId, Read, Struck};

use crate::fault::Fault;
use crate::picture::{Picture, rhythm};

/// The picture of the last 52 weeks. This year and the one before are counted, each by one statement.
pub(super) async fn pace(read: &mut Read, organ: &OrganId, today: Date) -> Result<Picture, Fault> {
    let mut released: BTreeMap<Date, i64> = BTreeMap::new();
    for year in [today.year() - 1, today.year()] {
        let filter = Filter {
            year: Year::new(year.into()),
            struck: Struck::Shown,
            conditions: vec![Condition::Filled("first_released_on".to_owned())],
            ..Filter::default()
        };
        for day in read.count_by_year(organ, Register::Publication, &filter, "first_released_on").await? {
            if let Ok(date) = day.key.parse::<Date>() {
                *released.entry(date).or_default() += day.count;
            }
        }
    }
    Ok(rhythm(&released, today)?)
}
