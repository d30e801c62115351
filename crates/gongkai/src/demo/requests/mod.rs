//! 依申请公开 of 示例镇: the years 2023 to 2025 by table, the current year from today.

mod ask;
mod current;
mod of_2024;
mod of_2025;

use law::Date;
use law::register::Values;

use self::ask::Ask;
use super::days::Days;

/// The asks of a year in the order of arrival; none for a year without a table.
fn asks(year: i16) -> &'static [Ask] {
    match year {
        2023 => of_2024::BEFORE,
        2024 => of_2024::ASKS,
        2025 => of_2025::ASKS,
        _ => &[],
    }
}

/// The register number of the `number`-th request of a year.
pub(super) fn source_no(year: i16, number: usize) -> String {
    format!("YSQ-{year}-{number:03}")
}

/// The day of reply to the `number`-th request of a year, if there is such a request.
pub(super) fn reply_day(days: &Days<'_>, year: i16, number: usize) -> Option<Date> {
    asks(year).get(number.checked_sub(1)?).map(|ask| ask.reply_day(days, year))
}

/// The register of requests.
pub(super) fn rows(days: &Days<'_>) -> Vec<Values> {
    let mut rows: Vec<_> = [2023, 2024, 2025]
        .into_iter()
        .flat_map(|year| asks(year).iter().enumerate().map(move |(at, ask)| ask.values(days, year, at + 1)))
        .collect();
    rows.extend(current::rows(days));
    rows
}
