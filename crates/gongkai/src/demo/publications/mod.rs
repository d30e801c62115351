//! 主动公开信息 of 示例镇: the year of the seed with its exact counts, a quiet year, two busy years, the current year so
//! far with drafts that wait, and the normative documents.

mod draft;
mod governance;
mod item;
mod land;
mod money;
mod news;
mod people;
mod regulations;
mod safety;
mod services;
mod template;
mod year;

use law::register::Values;

use self::item::Item;
use super::county::{NEIGHBOUR, TOWN};
use super::days::Days;

/// The year before the busy ones: fewer publications, and a published report to compare that of 2024 with.
const QUIET: i16 = 2023;

/// The register of publications, numbered by year in the order of first release.
pub(super) fn rows(days: &Days<'_>) -> Vec<Values> {
    let mut items = regulations::items(days);
    items.extend(year::items(days, QUIET).into_iter().step_by(4));
    for year in busy_years(days) {
        items.extend(year::items(days, year));
    }
    items.extend(year::seed_items(days));
    let mut rows = item::numbered(days, TOWN, items);
    rows.extend(draft::rows(days));
    rows
}

/// A small register for the neighbour: every seventh item of the town itself in the last two busy years, renamed.
pub(super) fn neighbour_rows(days: &Days<'_>) -> Vec<Values> {
    let items: Vec<Item> = busy_years(days)
        .into_iter()
        .skip(1)
        .flat_map(|year| year::items(days, year))
        .filter(Item::is_of_the_town_itself)
        .step_by(7)
        .map(Item::renamed_for_the_neighbour)
        .collect();
    item::numbered(days, NEIGHBOUR, items)
}

/// 2024, 2025 and the current year.
fn busy_years(days: &Days<'_>) -> Vec<i16> {
    let mut years = vec![2024, 2025];
    if days.today().year() > 2025 {
        years.push(days.today().year());
    }
    years
}
