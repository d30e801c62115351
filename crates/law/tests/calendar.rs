//! The built-in calendar: every day against other sources, layers, gaps, versions.

use jiff::civil::{Date, date};
use law::calendar::{Arrangement, CalendarGap, DayKind, Notice, NoticeDay, Region, WorkCalendar};

use crate::calendar_oracle::{Table, day, days, package_works};

pub(crate) fn notice(region: Region, year: i16, off: &[&str], work: &[&str]) -> Notice {
    let named = |d: &&str, arrangement| NoticeDay { date: day(d), arrangement, name: "测试节".into() };
    let off = off.iter().map(|d| named(d, Arrangement::Off));
    let work = work.iter().map(|d| named(d, Arrangement::Work));
    Notice {
        region,
        year,
        name: format!("关于{year}年放假的通知"),
        source: None,
        issued_on: None,
        days: off.chain(work).collect(),
    }
}

fn kind(calendar: &WorkCalendar, region: &Region, date: &str) -> DayKind {
    calendar.day(region, day(date)).unwrap().kind
}

fn worked_days(region: &Region, year: i16) -> usize {
    let calendar = WorkCalendar::built_in();
    days(date(year, 1, 1), date(year, 12, 31)).filter(|d| calendar.day(region, *d).unwrap().works()).count()
}

#[test]
fn every_day_of_2007_to_2026_is_worked_or_not_as_the_package_says() {
    let calendar = WorkCalendar::built_in();
    for d in days(date(2007, 1, 1), date(2026, 12, 31)) {
        assert_eq!(calendar.day(&Region::CN, d).unwrap().works(), package_works(d), "{d}");
    }
}

#[test]
fn every_day_of_2019_to_2026_is_worked_or_not_as_the_second_table_says() {
    let calendar = WorkCalendar::built_in();
    let (nation, ningxia) = (Table::nation(), Table::ningxia());
    for d in days(date(2019, 1, 1), date(2026, 12, 31)) {
        assert_eq!(calendar.day(&Region::CN, d).unwrap().works(), nation.works(d), "{d}");
        assert_eq!(calendar.day(&Region::NX, d).unwrap().works(), ningxia.works(d), "NX {d}");
    }
}

#[test]
fn a_year_has_its_number_of_working_days() {
    let nation = [
        (2007, 249),
        (2008, 251),
        (2012, 249),
        (2015, 249),
        (2018, 250),
        (2019, 250),
        (2020, 249),
        (2021, 250),
        (2022, 249),
        (2023, 249),
        (2024, 251),
        (2025, 248),
        (2026, 248),
    ];
    for (year, n) in nation {
        assert_eq!(worked_days(&Region::CN, year), n, "{year}");
    }
    for (year, n) in [(2019, 246), (2020, 245), (2021, 246), (2022, 247), (2023, 249)] {
        assert_eq!(worked_days(&Region::NX, year), n, "NX {year}");
    }
}

#[test]
fn every_named_day_carries_a_holiday_and_a_notice() {
    let calendar = WorkCalendar::built_in();
    for d in days(date(2007, 1, 1), date(2026, 12, 31)) {
        let day = calendar.day(&Region::CN, d).unwrap();
        let named = matches!(day.kind, DayKind::Holiday | DayKind::Makeup);
        assert_eq!(day.name.is_some(), named, "{d}");
        assert_eq!(day.source.is_some(), named, "{d}");
        assert!(day.name.is_none_or(|n| n.ends_with('节') || n == "元旦" || n.ends_with("纪念日")), "{d}");
    }
}

#[test]
fn a_day_says_what_it_is_and_who_says_so() {
    let calendar = WorkCalendar::built_in();
    let makeup = calendar.day(&Region::CN, date(2020, 4, 26)).unwrap();
    assert_eq!((makeup.kind, makeup.name), (DayKind::Makeup, Some("劳动节")));
    assert_eq!(
        makeup.source.unwrap().citation(),
        "国务院办公厅关于2020年部分节假日安排的通知（国办发明电〔2019〕16号）"
    );
    let eid = calendar.day(&Region::NX, date(2020, 5, 25)).unwrap();
    assert_eq!((eid.kind, eid.name, eid.provisional), (DayKind::Holiday, Some("开斋节"), false));
    let plain = calendar.day(&Region::CN, date(2020, 5, 25)).unwrap();
    assert_eq!((plain.kind, plain.name, plain.source), (DayKind::Working, None, None));
}

#[test]
fn an_amendment_takes_back_a_make_up_day() {
    let calendar = WorkCalendar::built_in();
    let day = calendar.day(&Region::CN, date(2020, 2, 1)).unwrap();
    assert_eq!((day.kind, day.name), (DayKind::Holiday, Some("春节")));
    assert_eq!(day.source.unwrap().name, "国务院办公厅关于延长2020年春节假期的通知");
    assert_eq!(kind(&calendar, &Region::CN, "2015-09-04"), DayKind::Holiday);
    assert_eq!(kind(&calendar, &Region::CN, "2019-05-03"), DayKind::Holiday);
}

#[test]
fn a_notice_reaches_back_into_december() {
    let calendar = WorkCalendar::built_in();
    for (d, expected) in [
        ("2018-12-29", DayKind::Makeup),
        ("2018-12-31", DayKind::Holiday),
        ("2022-12-31", DayKind::Holiday),
        ("2011-12-31", DayKind::Makeup),
    ] {
        assert_eq!(kind(&calendar, &Region::CN, d), expected, "{d}");
    }
    let source = calendar.day(&Region::CN, date(2022, 12, 31)).unwrap().source.unwrap();
    assert_eq!(source.year, 2023);
}

#[test]
fn a_year_nobody_arranged_is_a_gap_and_never_a_guess() {
    let calendar = WorkCalendar::built_in();
    for (region, d, year) in [
        (&Region::CN, date(2027, 1, 1), 2027),
        (&Region::NX, date(2027, 6, 1), 2027),
        // Named by the notice for 2007, which does not make 2006 known.
        (&Region::CN, date(2006, 12, 30), 2006),
        (&Region::CN, Date::MAX, 9999),
        (&Region::CN, Date::MIN, -9999),
    ] {
        let gap = calendar.day(region, d).unwrap_err();
        assert_eq!(gap, CalendarGap { region: Region::CN, year });
        assert!(gap.to_string().contains(&year.to_string()));
    }
}

#[test]
fn a_regional_year_that_is_missing_is_the_national_day_marked_provisional() {
    let calendar = WorkCalendar::built_in();
    let day = |region: &Region, d| {
        let day = calendar.day(region, d).unwrap();
        (day.kind, day.provisional)
    };
    assert_eq!(day(&Region::NX, date(2023, 4, 21)), (DayKind::Working, true));
    assert_eq!(day(&Region::NX, date(2018, 12, 31)), (DayKind::Holiday, true));
    assert_eq!(day(&Region::NX, date(2022, 4, 21)), (DayKind::Working, false));
    assert_eq!(day(&Region::parse("XJ").unwrap(), date(2020, 5, 25)), (DayKind::Working, true));
    assert_eq!(day(&Region::CN, date(2023, 4, 21)), (DayKind::Working, false));
}

#[test]
fn an_imported_notice_closes_a_gap() {
    let imported = notice(Region::CN, 2027, &["2026-12-31", "2027-01-01"], &["2027-01-03"]);
    let calendar = WorkCalendar::built_in().with_notices(&[imported]);
    assert_eq!(kind(&calendar, &Region::CN, "2027-01-01"), DayKind::Holiday);
    assert_eq!(kind(&calendar, &Region::CN, "2027-01-03"), DayKind::Makeup);
    assert_eq!(kind(&calendar, &Region::CN, "2027-01-04"), DayKind::Working);
    assert_eq!(kind(&calendar, &Region::CN, "2026-12-31"), DayKind::Holiday);
    assert!(calendar.day(&Region::NX, date(2027, 1, 4)).unwrap().provisional);
}

#[test]
fn an_imported_notice_replaces_its_year_and_region_and_nothing_else() {
    let nation = notice(Region::CN, 2020, &["2020-01-01"], &[]);
    let calendar = WorkCalendar::built_in().with_notices(&[nation]);
    // The notice of the year is gone, its amendment too.
    assert_eq!(kind(&calendar, &Region::CN, "2020-05-04"), DayKind::Working);
    assert_eq!(kind(&calendar, &Region::CN, "2020-01-31"), DayKind::Working);
    assert_eq!(kind(&calendar, &Region::NX, "2020-05-25"), DayKind::Holiday);
    assert_eq!(kind(&calendar, &Region::CN, "2021-05-04"), DayKind::Holiday);

    let region = notice(Region::NX, 2020, &["2020-05-28"], &[]);
    let calendar = WorkCalendar::built_in().with_notices(&[region]);
    assert_eq!(kind(&calendar, &Region::NX, "2020-05-25"), DayKind::Working);
    assert_eq!(kind(&calendar, &Region::NX, "2020-05-28"), DayKind::Holiday);
    assert_eq!(kind(&calendar, &Region::CN, "2020-05-28"), DayKind::Working);
}

#[test]
fn an_imported_national_amendment_leaves_the_rest_of_the_year() {
    let amendment = notice(Region::CN, 2026, &["2026-12-30"], &["2026-10-06"]);
    assert!(!amendment.replaces_its_year());
    let calendar = WorkCalendar::built_in().with_notices(&[amendment]);
    assert_eq!(kind(&calendar, &Region::CN, "2026-12-30"), DayKind::Holiday);
    assert_eq!(kind(&calendar, &Region::CN, "2026-10-06"), DayKind::Working);
    assert_eq!(kind(&calendar, &Region::CN, "2026-10-07"), DayKind::Holiday);
}

#[test]
fn the_uppermost_layer_wins() {
    let liangshan = Region::parse("SC-LS").unwrap();
    let sichuan = Region::parse("SC").unwrap();
    let calendar = WorkCalendar::built_in().with_notices(&[
        notice(sichuan.clone(), 2020, &["2020-08-11", "2020-08-12"], &[]),
        notice(liangshan.clone(), 2020, &["2020-08-13"], &["2020-08-12", "2020-10-01"]),
    ]);
    let works = |region: &Region, d: &str| calendar.day(region, day(d)).unwrap().works();
    assert!(!works(&liangshan, "2020-08-11"), "the province's day");
    assert!(works(&liangshan, "2020-08-12"), "taken back by the prefecture");
    assert!(!works(&liangshan, "2020-08-13"));
    assert!(works(&sichuan, "2020-08-13"));
    assert!(works(&liangshan, "2020-10-01"), "above the nation too");
    assert!(works(&Region::CN, "2020-08-11"));
}

#[test]
fn a_whole_year_without_a_fixed_holiday_is_noticed() {
    for built_in in WorkCalendar::built_in().notices().filter(|n| n.replaces_its_year()) {
        assert_eq!(built_in.missing_fixed_holidays(), [], "{}", built_in.name);
    }
    let partial = notice(Region::CN, 2027, &["2027-01-01", "2027-10-01", "2027-10-02"], &[]);
    assert_eq!(partial.missing_fixed_holidays(), [(5, 1, "劳动节"), (10, 3, "国庆节")]);
}

#[test]
fn the_version_names_the_answers_and_not_the_way_to_them() {
    let built_in = WorkCalendar::built_in();
    let version = built_in.version();
    assert_eq!(version.len(), 64);
    assert!(version.bytes().all(|b| b.is_ascii_hexdigit()));
    assert_eq!(version, WorkCalendar::built_in().version());

    let a = notice(Region::CN, 2027, &["2027-01-01"], &[]);
    let b = notice(Region::NX, 2027, &["2027-03-10"], &[]);
    let later = notice(Region::NX, 2027, &["2027-03-11"], &[]);
    let with = |notices: &[Notice]| built_in.clone().with_notices(notices).version();
    assert_ne!(with(std::slice::from_ref(&a)), version);
    assert_eq!(with(&[a.clone(), b.clone()]), with(&[b.clone(), a.clone()]), "years and regions commute");
    assert_ne!(with(&[b.clone(), later.clone()]), with(&[later.clone(), b.clone()]), "the later one wins");
    assert_eq!(with(&[b.clone(), later.clone()]), with(&[later]), "what was replaced leaves no trace");
    assert_eq!(with(&[b.clone(), b.clone()]), with(&[b]), "the same notice twice is once");

    let amendment = notice(Region::CN, 2026, &["2026-12-30"], &[]);
    assert_eq!(with(&[amendment.clone(), amendment.clone()]), with(&[amendment]));
}

#[test]
fn the_version_of_the_built_in_calendar_is_pinned() {
    // Changes whenever a built-in notice changes, and then every cached deadline must be recomputed.
    assert_eq!(
        WorkCalendar::built_in().version(),
        "89f3a2c99d0d7df4f29435faa923d9451c2358c4e2667252529b049e97e68b0d"
    );
}

#[test]
fn a_region_is_read_from_code_or_name_and_a_slip_is_refused() {
    for (text, code) in [
        ("CN", "CN"),
        (" cn ", "CN"),
        ("全国", "CN"),
        ("nx", "NX"),
        ("ＮＸ", "NX"),
        ("宁夏", "NX"),
        ("宁夏回族自治区", "NX"),
        ("四川省", "SC"),
        ("sc-ls", "SC-LS"),
    ] {
        assert_eq!(Region::parse(text).unwrap().code(), code, "{text}");
    }
    for text in ["", "XX", "NZ", "宁夏固原", "NX-", "NX-凉山", "ZZ-1", "CN-1"] {
        let error = Region::parse(text).unwrap_err();
        assert!(error.to_string().contains("NX"), "{text}");
    }
    assert_eq!(Region::NX.label(), "宁夏");
    assert_eq!(Region::CN.label(), "全国");
    assert_eq!(Region::parse("SC-LS").unwrap().label(), "四川（LS）");
}
