//! What counts on the first and the last day of a year.

use law::clock::work_order::Limits;
use law::measure::{self, Condition, Measure, Year};
use law::register::{Chosen as _, OrderCategory, Record, Register, text_to_value};

use super::year;

fn record(register: Register, texts: &[(&str, &str)]) -> Record {
    let required: &[(&str, &str)] = match register {
        Register::AccessRequest => &[("source_no", "1"), ("applicant_kind", "自然人"), ("subject", "演示")],
        Register::WorkOrder => &[
            ("source_no", "1"),
            ("source", "12345"),
            ("category", "投诉"),
            ("subject", "演示"),
            ("dispatched_on", "2024-06-03"),
        ],
        Register::NormativeDocument => {
            &[("source_no", "1"), ("kind", "规范性文件"), ("title", "演示"), ("issued_on", "2020-06-01")]
        }
        Register::Publication => &[
            ("source_no", "1"),
            ("title", "演示"),
            ("content_kind", "法定主动公开"),
            ("category", "20-07"),
            ("channels", "网站、公众号"),
        ],
        Register::Dispute => &[("source_no", "1"), ("kind", "行政复议"), ("filed_on", "2023-12-31")],
        Register::DeclaredFigure => {
            &[("source_no", "1"), ("year", "2024"), ("indicator", "t2.xuke.decisions"), ("figure", "7")]
        }
    };
    let values = required.iter().chain(texts).map(|(key, text)| {
        let field = register.field(key).unwrap();
        (field.key, text_to_value(field, text).unwrap())
    });
    Record::parse(register, &values.collect()).unwrap()
}

fn years_of(measure: &Measure, record: &Record) -> Vec<i16> {
    (2018..=2030).map(year).filter(|year| measure.includes(record, *year)).map(Year::get).collect()
}

#[test]
fn a_request_is_carried_over_every_year_end_until_it_is_replied_to() {
    let answered = record(
        Register::AccessRequest,
        &[("received_on", "2021-12-31"), ("decision", "A2"), ("replied_on", "2024-01-01")],
    );
    assert_eq!(years_of(&measure::REQUEST_NEW, &answered), [2021]);
    assert_eq!(years_of(&measure::REQUEST_CARRIED_IN, &answered), [2022, 2023, 2024]);
    assert_eq!(years_of(&measure::REQUEST_CARRIED_OUT, &answered), [2021, 2022, 2023]);
    assert_eq!(years_of(&measure::REQUEST_CONCLUDED, &answered), [2024]);
    let last_day = record(
        Register::AccessRequest,
        &[("received_on", "2021-01-01"), ("decision", "A2"), ("replied_on", "2021-12-31")],
    );
    assert_eq!(years_of(&measure::REQUEST_CARRIED_OUT, &last_day), [] as [i16; 0]);
}

#[test]
fn a_request_that_is_not_confirmed_counts_nowhere() {
    let unconfirmed = record(Register::AccessRequest, &[("arrived_on", "2021-12-31")]);
    for measure in measure::MEASURES[1] {
        assert_eq!(years_of(measure, &unconfirmed), [] as [i16; 0], "{}", measure.key);
    }
}

#[test]
fn an_item_counts_in_the_year_of_its_first_release_even_if_withdrawn() {
    let item = record(
        Register::Publication,
        &[("first_released_on", "2023-12-31"), ("withdrawn_on", "2024-01-01"), ("withdrawn_reason", "演示")],
    );
    assert_eq!(years_of(&measure::PUBLICATION_RELEASED, &item), [2023]);
    let draft = record(Register::Publication, &[("channels", "")]);
    assert_eq!(years_of(&measure::PUBLICATION_RELEASED, &draft), [] as [i16; 0]);
    let village =
        record(Register::Publication, &[("content_kind", "村务公开"), ("first_released_on", "2023-12-31")]);
    assert_eq!(years_of(&measure::PUBLICATION_RELEASED, &village), [] as [i16; 0]);
    assert_eq!(years_of(&measure::VILLAGE_AFFAIRS_RELEASED, &village), [2023]);
}

#[test]
fn an_item_on_two_channels_has_one_first_channel_and_two_channels() {
    let item = record(Register::Publication, &[("first_released_on", "2023-12-31")]);
    assert_eq!(measure::dimension::FIRST_CHANNEL.values(&item), ["portal"]);
    assert_eq!(measure::dimension::CHANNEL.values(&item), ["portal", "wechat"]);
    assert_eq!(measure::dimension::IS_ELECTRONIC.values(&item), [""]);
}

#[test]
fn a_document_is_in_force_on_its_last_day_and_lapses_the_day_after() {
    let to_year_end = record(Register::NormativeDocument, &[("valid_until", "2023-12-31")]);
    assert_eq!(years_of(&measure::NORMATIVE_VALID, &to_year_end), [2020, 2021, 2022, 2023]);
    assert_eq!(years_of(&measure::NORMATIVE_LAPSED, &to_year_end), [2024]);
    let to_eve = record(Register::NormativeDocument, &[("valid_until", "2023-12-30")]);
    assert_eq!(years_of(&measure::NORMATIVE_VALID, &to_eve), [2020, 2021, 2022]);
    assert_eq!(years_of(&measure::NORMATIVE_LAPSED, &to_eve), [2023]);
    let repealed =
        record(Register::NormativeDocument, &[("valid_until", "2023-12-31"), ("repealed_on", "2022-12-31")]);
    assert_eq!(years_of(&measure::NORMATIVE_VALID, &repealed), [2020, 2021]);
    assert_eq!(years_of(&measure::NORMATIVE_REPEALED, &repealed), [2022]);
    assert_eq!(years_of(&measure::NORMATIVE_LAPSED, &repealed), [] as [i16; 0]);
}

#[test]
fn a_pending_dispute_stands_in_the_table_of_every_year_until_it_is_concluded() {
    let dispute = record(Register::Dispute, &[("concluded_on", "2025-01-01"), ("outcome", "维持")]);
    assert_eq!(years_of(&measure::DISPUTE_TOTAL, &dispute), [2023, 2024, 2025]);
    assert_eq!(years_of(&measure::DISPUTE_PENDING, &dispute), [2023, 2024]);
    assert_eq!(years_of(&measure::RECONSIDERATION_CONCLUDED, &dispute), [2025]);
    assert_eq!(years_of(&measure::LITIGATION_PENDING, &dispute), [] as [i16; 0]);
}

#[test]
fn an_order_is_late_in_time_or_unknown_and_never_two_of_them() {
    let order = record(Register::WorkOrder, &[("closed_on", "2024-06-20")]);
    let (y, closed) = (year(2024), "2024-06-20");
    assert!(measure::HOTLINE_CLOSED.includes(&order, y));
    for (due, is_late, is_unknown) in
        [(Some("2024-06-19"), true, false), (Some(closed), false, false), (None, false, true)]
    {
        let due = due.map(|day| day.parse().unwrap());
        assert_eq!(measure::HOTLINE_CLOSED_LATE.includes_with_due(&order, due, y), is_late);
        assert_eq!(measure::HOTLINE_COMPLAINTS_CLOSED_LATE.includes_with_due(&order, due, y), is_late);
        assert_eq!(measure::HOTLINE_DUE_UNKNOWN.includes_with_due(&order, due, y), is_unknown);
    }
    for measure in measure::all() {
        let asks =
            measure.conditions.iter().any(|condition| matches!(condition, Condition::After(_, "due_cache")));
        assert!(!asks || measure.needs_due(), "{}", measure.key);
    }
}

#[test]
fn only_an_order_that_has_a_deadline_can_lack_one() {
    let (y, limits) = (year(2024), Limits::default());
    for category in OrderCategory::ALL {
        let has_deadline = limits.reply(*category).is_some();
        let closed = [("category", category.label()), ("closed_on", "2024-06-20")];
        for (order, measure) in [
            (record(Register::WorkOrder, &closed), &measure::HOTLINE_DUE_UNKNOWN),
            (record(Register::WorkOrder, &closed[..1]), &measure::HOTLINE_OPEN_DUE_UNKNOWN),
        ] {
            assert_eq!(measure.includes_with_due(&order, None, y), has_deadline, "{category:?}");
        }
    }
    let praise = record(Register::WorkOrder, &[("category", "表扬"), ("closed_on", "2024-06-20")]);
    let due = Some("2024-06-19".parse().unwrap());
    assert!(measure::HOTLINE_CLOSED_LATE.includes_with_due(&praise, due, y), "a day that was given holds");
}

#[test]
fn an_open_order_is_late_at_the_year_end_when_its_deadline_has_passed() {
    let order = record(Register::WorkOrder, &[("closed_on", "2025-03-01")]);
    let y = year(2024);
    assert!(measure::HOTLINE_OPEN.includes(&order, y));
    for (due, is_late) in [(Some("2024-12-31"), true), (Some("2025-01-02"), false), (None, false)] {
        let due = due.map(|day| day.parse().unwrap());
        assert_eq!(measure::HOTLINE_OPEN_LATE.includes_with_due(&order, due, y), is_late, "{due:?}");
    }
}

#[test]
fn an_order_returned_within_the_year_was_not_received() {
    let order = record(Register::WorkOrder, &[("returned_on", "2024-06-05")]);
    assert_eq!(years_of(&measure::HOTLINE_RECEIVED, &order), [] as [i16; 0]);
    assert_eq!(years_of(&measure::HOTLINE_RETURNED, &order), [2024]);
    let later = record(Register::WorkOrder, &[("returned_on", "2025-01-05")]);
    assert_eq!(years_of(&measure::HOTLINE_RECEIVED, &later), [2024], "last year's figure does not move");
    assert_eq!(years_of(&measure::HOTLINE_OPEN, &later), [2024]);
}

#[test]
fn declared_figures_are_summed_and_not_counted() {
    let rows = [
        record(Register::DeclaredFigure, &[("unit", "甲村")]),
        record(Register::DeclaredFigure, &[("unit", "乙村"), ("figure", "5")]),
    ];
    assert_eq!(measure::LICENSE_DECISIONS.total(&rows, year(2024)), 12);
    assert_eq!(measure::LICENSE_DECISIONS.total(&rows, year(2023)), 0);
    assert_eq!(measure::PENALTY_DECISIONS.total(&rows, year(2024)), 0);
}

#[test]
fn a_request_that_waits_for_the_applicant_is_neither_late_nor_unknown() {
    let year = Year::new(2024).unwrap();
    let unknown = |texts: &[(&str, &str)]| {
        let received = [("received_on", "2024-03-01")];
        let record = record(Register::AccessRequest, &[&received, texts].concat());
        let counts = [&measure::REQUEST_DUE_UNKNOWN, &measure::REQUEST_OPEN_DUE_UNKNOWN];
        counts.map(|measure| measure.includes_with_due(&record, None, year))
    };
    let asked = ("supplement_notified_on", "2024-03-05");
    assert_eq!(unknown(&[]), [false, true]);
    assert_eq!(unknown(&[asked]), [false, false]);
    assert_eq!(unknown(&[asked, ("supplemented_on", "2024-03-08")]), [false, true]);
    assert_eq!(unknown(&[asked, ("decision", "F1"), ("replied_on", "2024-04-02")]), [false, false]);
    assert_eq!(unknown(&[("decision", "A2"), ("replied_on", "2024-04-02")]), [true, false]);
}
