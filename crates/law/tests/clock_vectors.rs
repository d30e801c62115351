//! Deadlines known from the outside, and the ends of what can be computed.

use jiff::civil::{Date, date};
use law::calendar::{Region, WorkCalendar};
use law::clock::{Answer, Clock, ClockError, CountedKind, Period, answer, article, deadline};

use crate::calendar::notice;
use crate::calendar_oracle::day;

fn ask(from: &str, period: Period, region: &Region) -> Answer {
    answer(day(from), period, &WorkCalendar::built_in(), region).unwrap()
}

fn due(from: &str, period: Period, region: &Region) -> Option<String> {
    ask(from, period, region).due.map(|d| d.to_string())
}

#[test]
fn working_days_of_the_nation_and_of_ningxia() {
    let vectors = [
        ("2020-01-17", 7, "2020-02-04", Some("2020-02-04")),
        ("2020-01-17", 20, "2020-02-21", Some("2020-02-21")),
        ("2020-01-20", 20, "2020-02-25", Some("2020-02-25")),
        ("2020-04-24", 20, "2020-05-25", Some("2020-05-27")),
        ("2020-05-22", 7, "2020-06-02", Some("2020-06-04")),
        ("2020-07-20", 15, "2020-08-10", Some("2020-08-12")),
        ("2020-09-25", 7, "2020-10-12", Some("2020-10-12")),
        ("2020-09-30", 20, "2020-11-04", Some("2020-11-04")),
        ("2020-12-31", 20, "2021-01-29", Some("2021-01-29")),
        ("2021-02-05", 20, "2021-03-10", Some("2021-03-10")),
        ("2021-05-06", 20, "2021-06-02", Some("2021-06-04")),
        ("2022-07-04", 20, "2022-08-01", Some("2022-08-03")),
        ("2024-02-08", 7, "2024-02-23", None),
        ("2025-01-24", 20, "2025-02-27", None),
        ("2025-09-26", 7, "2025-10-13", None),
        ("2026-02-13", 20, "2026-03-19", None),
        ("2026-09-18", 15, "2026-10-15", None),
    ];
    for (from, n, nation, ningxia) in vectors {
        let period = Period::WorkingDays(n);
        assert_eq!(due(from, period, &Region::CN).as_deref(), Some(nation), "{from} + {n}");
        let regional = ask(from, period, &Region::NX);
        assert_eq!(regional.provisional, ningxia.is_none(), "NX {from} + {n}");
        let expected = ningxia.unwrap_or(nation);
        assert_eq!(regional.due, Some(day(expected)), "NX {from} + {n}");
    }
}

#[test]
fn natural_days_roll_off_a_day_off() {
    for (from, n, expected) in [
        ("2025-08-04", 60, "2025-10-09"),
        ("2026-01-16", 30, "2026-02-24"),
        ("2025-12-04", 60, "2026-02-02"),
        // Ends on a make-up Sunday, which is worked.
        ("2026-01-01", 3, "2026-01-04"),
        // Ends on a plain Saturday.
        ("2026-03-01", 6, "2026-03-09"),
    ] {
        let found = ask(from, Period::NaturalDays(n), &Region::CN);
        assert_eq!(found.due, Some(day(expected)), "{from} + {n} d");
        let counted = found.days.iter().filter(|d| d.counted).count();
        assert_eq!(counted, n as usize, "the days of the roll are not counted");
    }
}

#[test]
fn a_natural_period_rolls_off_a_regional_day_off_too() {
    // 2020-05-25 is 开斋节 in 宁夏 and a Monday elsewhere.
    assert_eq!(due("2020-05-10", Period::NaturalDays(15), &Region::CN).unwrap(), "2020-05-25");
    assert_eq!(due("2020-05-10", Period::NaturalDays(15), &Region::NX).unwrap(), "2020-05-27");
}

#[test]
fn months_end_on_the_same_day_or_the_last_of_the_month() {
    for (from, n, expected) in [
        ("2020-02-20", 6, "2020-08-20"),
        ("2020-08-31", 6, "2021-03-01"), // 2021-02-28 is a Sunday
        ("2019-12-31", 2, "2020-03-02"), // 2020-02-29 is a Saturday
        ("2025-04-01", 6, "2025-10-09"), // the National Day holiday
    ] {
        assert_eq!(due(from, Period::Months(n), &Region::CN).as_deref(), Some(expected), "{from} + {n} m");
    }
}

#[test]
fn the_strip_explains_each_day() {
    let found = ask("2020-04-24", Period::WorkingDays(20), &Region::NX);
    assert_eq!(found.days.first().unwrap().date, day("2020-04-25"));
    assert_eq!(found.days.last().unwrap().date, day("2020-05-27"));
    assert_eq!(found.days.len(), 33);
    assert_eq!(found.days.iter().filter(|d| d.counted).count(), 20);
    let on = |d: &str| found.days.iter().find(|found| found.date == day(d)).unwrap();
    let told = |d: &str| (on(d).kind, on(d).name.as_deref(), on(d).counted, on(d).article);
    assert_eq!(told("2020-04-25"), (CountedKind::Weekend, None, false, article::WEEKEND));
    assert_eq!(told("2020-04-26"), (CountedKind::Makeup, Some("劳动节"), true, article::START_NOT_COUNTED));
    assert_eq!(told("2020-05-02"), (CountedKind::Holiday, Some("劳动节"), false, article::HOLIDAY));
    assert_eq!(told("2020-05-25"), (CountedKind::Holiday, Some("开斋节"), false, article::HOLIDAY));
    assert_eq!(told("2020-05-27"), (CountedKind::Working, None, true, article::START_NOT_COUNTED));
    assert_eq!(
        on("2020-05-25").source.as_deref(),
        Some("宁夏回族自治区人民政府办公厅关于2020年部分节假日安排的通知")
    );
}

#[test]
fn the_answer_is_written_as_the_command_promises() {
    let json = serde_json::to_value(ask("2020-04-30", Period::WorkingDays(1), &Region::CN)).unwrap();
    let off =
        |date: &str| serde_json::json!({"date": date, "kind": "holiday", "name": "劳动节", "counted": false});
    let expected = serde_json::json!({
        "from": "2020-04-30",
        "due": "2020-05-06",
        "region": "CN",
        "provisional": false,
        "gap": null,
        "days": [
            off("2020-05-01"), off("2020-05-02"), off("2020-05-03"), off("2020-05-04"), off("2020-05-05"),
            {"date": "2020-05-06", "kind": "working", "name": null, "counted": true},
        ],
    });
    assert_eq!(json, expected);

    let json = serde_json::to_value(ask("2026-12-10", Period::WorkingDays(20), &Region::NX)).unwrap();
    let expected = serde_json::json!({
        "from": "2026-12-10", "due": null, "region": "NX", "provisional": false, "gap": "2027", "days": [],
    });
    assert_eq!(json, expected);
}

#[test]
fn every_start_near_the_end_of_2026_meets_the_gap() {
    for d in 1..=31 {
        let from = date(2026, 12, d);
        let found = answer(from, Period::WorkingDays(20), &WorkCalendar::built_in(), &Region::CN).unwrap();
        // 2026-12-03 is the last day with twenty working days behind it in the year.
        let in_time = d <= 3;
        assert_eq!(found.due.is_some(), in_time, "{from}");
        assert_eq!(found.gap.as_deref(), (!in_time).then_some("2027"), "{from}");
    }
}

#[test]
fn a_gap_names_the_first_missing_year_and_an_import_closes_it() {
    let built_in = WorkCalendar::built_in();
    let clock = Clock::new(date(2026, 12, 10), Period::NaturalDays(1000));
    let error = deadline(&clock, &built_in, &Region::CN).unwrap_err();
    assert_eq!(error.gap().unwrap().year, 2027);
    let year = |y: i16| notice(Region::CN, y, &[&format!("{y}-01-01")], &[]);
    let calendar = built_in.clone().with_notices(&[year(2027)]);
    let error = deadline(&clock, &calendar, &Region::CN).unwrap_err();
    assert_eq!(error.gap().unwrap().year, 2028);
    let calendar = built_in.with_notices(&[year(2027), year(2028), year(2029)]);
    assert_eq!(deadline(&clock, &calendar, &Region::CN).unwrap().due, day("2029-09-05"));
    // A start before all calendars is a gap of that year.
    let early = Clock::new(date(2006, 12, 20), Period::WorkingDays(20));
    assert_eq!(deadline(&early, &calendar, &Region::CN).unwrap_err().gap().unwrap().year, 2006);
    // The start itself is not counted and needs no calendar.
    assert_eq!(due("2006-12-31", Period::WorkingDays(1), &Region::CN).unwrap(), "2007-01-04");
}

#[test]
fn no_number_however_large_hangs_or_panics() {
    for n in [1_000, 1_000_000, u32::MAX] {
        for period in [Period::WorkingDays(n), Period::NaturalDays(n), Period::Months(n)] {
            assert_eq!(ask("2026-01-05", period, &Region::NX).gap.as_deref(), Some("2027"), "{period:?}");
        }
    }
}

#[test]
fn the_end_of_all_dates_is_an_error() {
    let calendar = WorkCalendar::built_in();
    for period in [Period::WorkingDays(1), Period::NaturalDays(1), Period::Months(1)] {
        let error = answer(Date::MAX, period, &calendar, &Region::CN).unwrap_err();
        assert_eq!(error, ClockError::DateOutOfRange);
        let last = Date::MAX.yesterday().unwrap();
        assert_eq!(answer(last, period, &calendar, &Region::CN).unwrap().gap.as_deref(), Some("9999"));
        assert_eq!(answer(Date::MIN, period, &calendar, &Region::CN).unwrap().gap.as_deref(), Some("-9999"));
    }
    // With a calendar to the very end, the roll runs off it: 9999-12-31 is a Friday, made a day off.
    let last = notice(Region::CN, 9999, &["9999-01-01", "9999-12-31"], &[]);
    let calendar = calendar.with_notices(&[last]);
    let error = answer(date(9999, 12, 30), Period::NaturalDays(1), &calendar, &Region::CN).unwrap_err();
    assert_eq!(error, ClockError::DateOutOfRange);
}

#[test]
fn a_period_of_no_day_ends_on_the_day_itself() {
    for period in [Period::WorkingDays(0), Period::NaturalDays(0), Period::Months(0)] {
        let found = ask("2020-05-02", period, &Region::CN);
        assert_eq!((found.due, found.days.len()), (Some(day("2020-05-02")), 0));
    }
}
