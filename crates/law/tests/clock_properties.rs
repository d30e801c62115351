//! What holds for every start, and for clocks with restarts, pauses and extensions.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use law::calendar::Region;
use law::clock::{
    Clock, ClockError, CountedKind, Due, Pause, PauseCause, Period, Restart, RestartCause, deadline,
};
use proptest::prelude::*;

use crate::calendar_oracle::{BUILT_IN, Table, days, nth_worked_after, package_works};

fn due(clock: &Clock, region: &Region) -> Result<Due, ClockError> {
    deadline(clock, &BUILT_IN, region)
}

/// Every start of these years, to the last one whose deadline stays inside 2026.
fn assert_agrees(first: i16, region: &Region, works: impl Fn(Date) -> bool) {
    for n in [7, 20] {
        let mut met_gap = false;
        for start in days(date(first, 1, 1).yesterday().unwrap(), date(2026, 12, 31)) {
            let clock = Clock::new(start, Period::WorkingDays(n));
            match deadline(&clock, &BUILT_IN, region) {
                Ok(found) => {
                    assert!(!met_gap, "{start}: a gap is followed by nothing but gaps");
                    assert_eq!(found.due, nth_worked_after(start, n as usize, &works), "{start} + {n}");
                    assert_explains(&clock, &found);
                }
                Err(ClockError::Gap(gap)) => {
                    assert_eq!(gap.year, 2027);
                    assert!(nth_worked_after(start, n as usize, &works).year() == 2027, "{start} + {n}");
                    met_gap = true;
                }
                Err(other) => panic!("{start}: {other}"),
            }
        }
        assert!(met_gap);
    }
}

/// The strip is one entry a day from the day after the start to the due day, and adds up.
fn assert_explains(clock: &Clock, due: &Due) {
    let expected: Vec<Date> = days(clock.start.tomorrow().unwrap(), due.due).collect();
    assert_eq!(due.days.iter().map(|d| d.date).collect::<Vec<_>>(), expected);
    for day in &due.days {
        let worked = matches!(day.kind, CountedKind::Working | CountedKind::Makeup);
        if let Period::WorkingDays(_) = clock.period {
            assert_eq!(day.counted, worked, "{}", day.date);
        }
        assert!(!day.article.is_empty());
    }
    if let Period::WorkingDays(n) = clock.period {
        let counted = due.days.iter().filter(|d| d.counted).count();
        assert_eq!(counted as u32, n + clock.extension_working_days);
    }
}

#[test]
fn seven_and_twenty_working_days_agree_with_the_package_on_every_start_since_2007() {
    assert_agrees(2007, &Region::CN, package_works);
}

#[test]
fn seven_and_twenty_working_days_agree_with_the_second_table_on_every_start_since_2019() {
    let (nation, ningxia) = (Table::nation(), Table::ningxia());
    assert_agrees(2019, &Region::CN, |d| nation.works(d) || d.year() > 2026);
    assert_agrees(2019, &Region::NX, |d| ningxia.works(d) || d.year() > 2026);
}

#[test]
fn ningxia_is_provisional_exactly_where_a_day_of_the_strip_lies_in_a_year_without_its_notice() {
    for start in days(date(2018, 11, 1), date(2023, 3, 1)) {
        let found = deadline(&Clock::new(start, Period::WorkingDays(20)), &BUILT_IN, &Region::NX).unwrap();
        let outside = |d: Date| !(2019..=2022).contains(&d.year());
        assert_eq!(found.provisional, found.days.iter().any(|d| outside(d.date)), "{start}");
    }
}

fn start() -> impl Strategy<Value = Date> {
    (0..6_000i32).prop_map(|n| date(2007, 1, 1).checked_add(n.days()).unwrap())
}

fn region() -> impl Strategy<Value = Region> {
    prop_oneof![Just(Region::CN), Just(Region::NX)]
}

fn period() -> impl Strategy<Value = Period> {
    prop_oneof![
        (1..60u32).prop_map(Period::WorkingDays),
        (1..90u32).prop_map(Period::NaturalDays),
        (1..7u32).prop_map(Period::Months),
    ]
}

fn pauses(start: Date) -> impl Strategy<Value = Vec<Pause>> {
    prop::collection::vec((-10..60i32, 0..30i32), 0..4).prop_map(move |runs| {
        let day = |n: i32| start.checked_add(n.days()).unwrap();
        let pause =
            |(at, length)| Pause { from: day(at), to: day(at + length), cause: PauseCause::ThirdParty };
        runs.into_iter().map(pause).collect()
    })
}

fn start_and_pauses() -> impl Strategy<Value = (Date, Vec<Pause>)> {
    start().prop_flat_map(|start| (Just(start), pauses(start)))
}

proptest! {
    #[test]
    fn a_later_start_is_never_due_earlier(start in start(), days in 0..40i32, p in period(), r in region()) {
        let later = start.checked_add(days.days()).unwrap();
        let (a, b) = (due(&Clock::new(start, p), &r).unwrap(), due(&Clock::new(later, p), &r).unwrap());
        prop_assert!(a.due <= b.due);
    }

    #[test]
    fn one_more_working_day_is_due_later(start in start(), n in 1..60u32, r in region()) {
        let at = |n| due(&Clock::new(start, Period::WorkingDays(n)), &r).unwrap().due;
        prop_assert!(at(n) < at(n + 1));
    }

    #[test]
    fn every_deadline_is_a_working_day_after_its_start(start in start(), p in period(), r in region()) {
        let clock = Clock::new(start, p);
        let found = due(&clock, &r).unwrap();
        prop_assert!(found.due > start);
        prop_assert!(BUILT_IN.day(&r, found.due).unwrap().works());
        assert_explains(&clock, &found);
    }

    #[test]
    fn a_restart_counts_as_a_start_on_that_day(start in start(), wait in 0..60i32, p in period(), r in region()) {
        let on = start.checked_add(wait.days()).unwrap();
        let mut clock = Clock::new(start, p);
        clock.restart = Some(Restart { on, cause: RestartCause::Supplement });
        let restarted = due(&clock, &r).unwrap();
        prop_assert_eq!(restarted.due, due(&Clock::new(on, p), &r).unwrap().due);
        prop_assert_eq!(restarted.counted_from, on);
        prop_assert!(restarted.days.iter().filter(|d| d.date <= on).all(|d| !d.counted));
    }

    #[test]
    fn a_restart_before_the_start_is_refused(start in start(), back in 1..60i32, p in period()) {
        let on = start.checked_sub(back.days()).unwrap();
        let mut clock = Clock::new(start, p);
        clock.restart = Some(Restart { on, cause: RestartCause::FeePaid });
        let refused = matches!(due(&clock, &Region::CN), Err(ClockError::OutOfOrder { .. }));
        prop_assert!(refused);
    }

    #[test]
    fn an_extension_is_the_same_number_of_working_days_more(start in start(), n in 1..40u32, e in 0..21u32, r in region()) {
        let mut clock = Clock::new(start, Period::WorkingDays(n));
        clock.extension_working_days = e;
        let longer = Clock::new(start, Period::WorkingDays(n + e));
        prop_assert_eq!(due(&clock, &r).unwrap().due, due(&longer, &r).unwrap().due);
    }

    #[test]
    fn pauses_never_bring_a_deadline_forward_and_take_out_what_they_cover(
        (start, pauses) in start_and_pauses(), n in 1..40u32, r in region(),
    ) {
        let mut clock = Clock::new(start, Period::WorkingDays(n));
        let plain = due(&clock, &r).unwrap();
        clock.pauses = pauses.clone();
        let paused = due(&clock, &r).unwrap();
        prop_assert!(paused.due >= plain.due);
        let covered = |d: Date| pauses.iter().any(|p| p.from <= d && d <= p.to);
        prop_assert!(paused.days.iter().filter(|d| d.counted).all(|d| !covered(d.date)));
        prop_assert_eq!(paused.days.iter().filter(|d| d.counted).count() as u32, n);
        // As many working days later as there were working days taken out.
        let excluded = paused.days.iter().filter(|d| d.kind == CountedKind::Excluded).count() as u32;
        let longer = Clock::new(start, Period::WorkingDays(n + excluded));
        prop_assert_eq!(paused.due, due(&longer, &r).unwrap().due);
    }

    #[test]
    fn the_order_and_the_overlap_of_pauses_do_not_matter((start, pauses) in start_and_pauses(), n in 1..40u32) {
        let mut clock = Clock::new(start, Period::WorkingDays(n));
        clock.pauses = pauses.clone();
        let found = due(&clock, &Region::CN).unwrap().due;
        clock.pauses.reverse();
        clock.pauses.extend(pauses);
        prop_assert_eq!(due(&clock, &Region::CN).unwrap().due, found);
    }

    #[test]
    fn a_pause_that_touches_no_counted_day_changes_nothing(start in start(), n in 1..40u32) {
        let mut clock = Clock::new(start, Period::WorkingDays(n));
        let plain = due(&clock, &Region::CN).unwrap();
        let after = plain.due.tomorrow().unwrap();
        clock.pauses = vec![
            Pause { from: start, to: start, cause: PauseCause::OtherOrgan },
            Pause { from: after, to: after.checked_add(30.days()).unwrap(), cause: PauseCause::OtherOrgan },
        ];
        prop_assert_eq!(due(&clock, &Region::CN).unwrap(), plain);
    }

    #[test]
    fn what_remains_goes_down_to_nothing(start in start(), n in 1..40u32, on in 0..80i32) {
        let found = due(&Clock::new(start, Period::WorkingDays(n)), &Region::CN).unwrap();
        let today = start.checked_add(on.days()).unwrap();
        let left = found.remaining(today);
        prop_assert_eq!(left == 0, today >= found.due);
        prop_assert!(found.remaining(today.tomorrow().unwrap()) <= left);
        prop_assert_eq!(found.is_overdue(today), today > found.due);
        prop_assert_eq!(found.remaining(start), n as usize);
    }
}
