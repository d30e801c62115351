//! What a calendar covers, and what an import changes.

use jiff::civil::date;
use law::calendar::{Change, DayKind, DayState, Region, WorkCalendar, changes};

use crate::calendar::notice;

#[test]
fn coverage_lists_the_nation_first_with_its_years() {
    let coverage = WorkCalendar::built_in().coverage();
    let listed: Vec<_> = coverage.iter().map(|c| (c.region.code(), c.years.as_slice())).collect();
    let nation: Vec<i16> = (2007..=2026).collect();
    assert_eq!(listed, [("CN", nation.as_slice()), ("NX", &[2019, 2020, 2021, 2022])]);
}

#[test]
fn missing_years_are_those_where_a_region_has_only_the_nation() {
    let calendar = WorkCalendar::built_in();
    let missing = calendar.missing_years(&Region::NX);
    assert_eq!(missing, (2007..=2018).chain(2023..=2026).collect::<Vec<i16>>());
    assert!(calendar.missing_years(&Region::CN).is_empty());
    assert_eq!(calendar.missing_years(&Region::parse("XJ").unwrap()).len(), 20);
}

#[test]
fn an_imported_year_is_one_change_with_the_days_of_december_beside_it() {
    let before = WorkCalendar::built_in();
    let imported = notice(Region::CN, 2027, &["2026-12-31", "2027-01-01"], &[]);
    let after = before.clone().with_notices(&[imported]);
    let december = Change::DayChanged {
        region: Region::CN,
        date: date(2026, 12, 31),
        before: DayState { kind: DayKind::Working, name: None },
        after: DayState { kind: DayKind::Holiday, name: Some("测试节".into()) },
    };
    let added = Change::YearAdded { region: Region::CN, year: 2027 };
    assert_eq!(changes(&before, &after), [added, december]);
    let back = changes(&after, &before);
    assert_eq!(back.first(), Some(&Change::YearRemoved { region: Region::CN, year: 2027 }));
    assert_eq!(back.len(), 2);
}

#[test]
fn a_replaced_regional_year_lists_each_day_that_moved() {
    let before = WorkCalendar::built_in();
    let after = before.clone().with_notices(&[notice(Region::NX, 2020, &["2020-05-25", "2020-05-27"], &[])]);
    let moved: Vec<String> = changes(&before, &after)
        .into_iter()
        .map(|change| match change {
            Change::DayChanged { region, date, before, after } => {
                format!("{region} {date} {}→{}", before.kind.key(), after.kind.key())
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        moved,
        [
            "NX 2020-05-25 holiday→holiday", // another name
            "NX 2020-05-26 holiday→working",
            "NX 2020-05-27 working→holiday",
            "NX 2020-07-30 holiday→working",
            "NX 2020-07-31 holiday→working",
        ]
    );
}

#[test]
fn nothing_changes_between_a_calendar_and_itself() {
    let calendar = WorkCalendar::built_in();
    assert_eq!(changes(&calendar, &calendar), []);
}
