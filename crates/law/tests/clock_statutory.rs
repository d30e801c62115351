//! The statutory periods, disputes, reports and work orders.

use jiff::civil::Date;
use law::calendar::{Region, WorkCalendar};
use law::clock::dispute::{self, Procedure};
use law::clock::report::{Reporter, TOWNSHIP_DEFAULT, annual_report_due};
use law::clock::statutory::{self, StatutoryPeriod};
use law::clock::work_order::{Limits, Urgency};
use law::clock::{ClockError, Due, Period};
use law::register::OrderCategory;

use crate::calendar_oracle::day;

type Statutory = fn(Date, &WorkCalendar, &Region) -> Result<Due, ClockError>;

fn on(from: &str, statutory: Statutory) -> String {
    statutory(day(from), &WorkCalendar::built_in(), &Region::CN).unwrap().due.to_string()
}

#[test]
fn each_statutory_clock_has_its_period() {
    let rows: [(&str, Statutory, &str); 8] = [
        ("2020-04-24", statutory::publication_due, "2020-05-25"),
        ("2020-01-17", statutory::supplement_notice_due, "2020-02-04"),
        ("2020-07-20", statutory::third_party_opinion_due, "2020-08-10"),
        ("2026-09-18", statutory::co_author_opinion_due, "2026-10-15"),
        ("2025-01-24", statutory::fee_payment_due, "2025-02-27"),
        ("2025-08-04", statutory::reconsideration_due, "2025-10-09"),
        ("2025-04-01", statutory::direct_suit_due, "2025-10-09"),
        ("2026-02-01", statutory::suit_after_reconsideration_due, "2026-02-24"),
    ];
    for (from, statutory, expected) in rows {
        assert_eq!(on(from, statutory), expected, "{from}");
    }
    assert_eq!(statutory::post_confirmation_due(day("2020-05-02")), day("2020-05-02"));
}

#[test]
fn each_rule_cites_its_article_on_the_days_it_counts() {
    let rules: [StatutoryPeriod; 9] = [
        statutory::PUBLICATION,
        statutory::SUPPLEMENT_NOTICE,
        statutory::REPLY,
        statutory::THIRD_PARTY_OPINION,
        statutory::CO_AUTHOR_OPINION,
        statutory::FEE_PAYMENT,
        statutory::RECONSIDERATION,
        statutory::DIRECT_SUIT,
        statutory::SUIT_AFTER_RECONSIDERATION,
    ];
    for rule in rules.into_iter().chain(statutory::OTHER_PUBLICATION) {
        let due = rule.due(day("2024-03-04"), &WorkCalendar::built_in(), &Region::CN).unwrap();
        assert!(due.days.iter().filter(|d| d.counted).all(|d| d.article == rule.article), "{}", rule.id);
        assert!(!rule.label.is_empty());
    }
    assert_eq!(statutory::REPLY.period, Period::WorkingDays(20));
}

#[test]
fn disputes_count_short_periods_in_working_days_and_long_ones_in_days() {
    let calendar = WorkCalendar::built_in();
    let nation = Region::CN;
    let from = day("2026-02-09"); // a Monday before the Spring Festival
    let due = |d: Result<Due, ClockError>| d.unwrap().due.to_string();
    let reply = |p| due(dispute::reconsideration_reply_due(from, p, &calendar, &nation));
    assert_eq!(reply(Procedure::Ordinary), "2026-02-28");
    assert_eq!(reply(Procedure::Simplified), "2026-02-14");
    let copy = |p| due(dispute::copy_due(from, p, &calendar, &nation));
    assert_eq!(copy(Procedure::Ordinary), "2026-02-25");
    assert_eq!(copy(Procedure::Simplified), "2026-02-12");
    assert_eq!(due(dispute::court_answer_due(from, &calendar, &nation)), "2026-02-24");
    let decision =
        |p, extended| due(dispute::reconsideration_decision_due(from, p, extended, &calendar, &nation));
    assert_eq!(decision(Procedure::Ordinary, false), "2026-04-10");
    assert_eq!(decision(Procedure::Ordinary, true), "2026-05-11");
    assert_eq!(decision(Procedure::Simplified, false), "2026-03-11");
}

#[test]
fn reports_are_due_on_fixed_days_of_the_next_year() {
    let due = |reporter, township| annual_report_due(2020, reporter, township).map(|d| d.to_string());
    assert_eq!(due(Reporter::Department, TOWNSHIP_DEFAULT).unwrap(), "2021-01-31");
    assert_eq!(due(Reporter::SupervisingOffice, TOWNSHIP_DEFAULT).unwrap(), "2021-03-31");
    assert_eq!(due(Reporter::Township, TOWNSHIP_DEFAULT).unwrap(), "2021-01-31");
    assert_eq!(due(Reporter::Township, (1, 20)).unwrap(), "2021-01-20");
    assert_eq!(due(Reporter::Township, (2, 30)), Err(ClockError::DateOutOfRange));
    assert_eq!(
        annual_report_due(i16::MAX, Reporter::Department, TOWNSHIP_DEFAULT),
        Err(ClockError::DateOutOfRange)
    );
}

#[test]
fn work_orders_follow_the_limits_of_the_county() {
    let calendar = WorkCalendar::built_in();
    let limits = Limits::default();
    let from = day("2020-04-24");
    let due = |limits: &Limits, category, extension| {
        limits
            .reply_due(category, from, extension, &calendar, &Region::CN)
            .map(|due| due.map(|d| d.due.to_string()))
    };
    assert_eq!(due(&limits, OrderCategory::Question, 0).unwrap().unwrap(), "2020-04-27");
    assert_eq!(due(&limits, OrderCategory::Help, 0).unwrap().unwrap(), "2020-04-30");
    for category in [OrderCategory::Complaint, OrderCategory::Allegation, OrderCategory::Suggestion] {
        assert_eq!(due(&limits, category, 0).unwrap().unwrap(), "2020-05-11");
    }
    assert_eq!(due(&limits, OrderCategory::Praise, 0).unwrap(), None);
    assert_eq!(due(&limits, OrderCategory::Complaint, 10).unwrap().unwrap(), "2020-05-25");
    assert_eq!(
        due(&limits, OrderCategory::Complaint, 11),
        Err(ClockError::ExtensionTooLong { working_days: 11, limit: 10 })
    );
    let slower = Limits { complaint: 15, ..limits.clone() };
    assert_eq!(due(&slower, OrderCategory::Complaint, 0).unwrap().unwrap(), "2020-05-18");

    let date = |due: Result<Due, ClockError>| due.unwrap().due.to_string();
    assert_eq!(date(limits.sign_for_due(from, &calendar, &Region::CN)), "2020-04-26");
    assert_eq!(date(limits.give_back_due(from, &calendar, &Region::CN)), "2020-04-27");
    assert_eq!(date(limits.return_visit_due(from, &calendar, &Region::CN)), "2020-04-28");

    let at = "2020-05-01T22:00:00Z".parse().unwrap();
    assert_eq!(limits.urgent_due(Urgency::Urgent, at).unwrap().to_string(), "2020-05-02T22:00:00Z");
    assert_eq!(limits.urgent_due(Urgency::Emergency, at).unwrap().to_string(), "2020-05-02T00:00:00Z");
    assert!(limits.urgent_due(Urgency::Urgent, jiff::Timestamp::MAX).is_err());
}
