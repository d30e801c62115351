//! The reply clock of an access request, by its facts.

use jiff::civil::Date;
use law::calendar::{Region, WorkCalendar};
use law::clock::access_request::{
    Consultation, ConsultationKind, Extension, Facts, PausePolicy, ReplyDue, Standing, reply_due,
};
use law::clock::{ClockError, CountedKind};
use law::register::{Record, Register};

use crate::calendar_oracle::day;

fn stand(facts: &Facts) -> Result<Standing, ClockError> {
    reply_due(facts, PausePolicy::default(), &WorkCalendar::built_in(), &Region::CN)
}

fn running(facts: &Facts) -> ReplyDue {
    stand(facts).unwrap().running().unwrap().clone()
}

fn due(facts: &Facts) -> String {
    running(facts).due.due.to_string()
}

fn received(on: &str) -> Facts {
    Facts::received(day(on))
}

fn asked(kind: ConsultationKind, sent: &str, replied: Option<&str>) -> Consultation {
    Consultation { kind, sent_on: day(sent), received_on: None, replied_on: replied.map(day) }
}

fn extension(on: &str, working_days: u32) -> Extension {
    Extension { approved_on: day(on), notified_on: day(on), working_days }
}

fn extend(facts: &Facts, extension: Extension) -> Result<Facts, ClockError> {
    facts.extend(extension, PausePolicy::default(), &WorkCalendar::built_in(), &Region::CN)
}

fn rules(reply: &ReplyDue) -> Vec<&'static str> {
    reply.basis.iter().map(|b| b.rule).collect()
}

#[test]
fn a_plain_request_is_due_in_twenty_working_days() {
    let reply = running(&received("2020-04-24"));
    assert_eq!(reply.due.due, day("2020-05-25"));
    assert_eq!(reply.due, reply.without_pauses);
    assert_eq!(rules(&reply), ["R-31", "R-33"]);
}

#[test]
fn a_supplement_stops_the_clock_and_starts_it_anew() {
    let facts = received("2020-04-24").ask_supplement(day("2020-04-29")).unwrap();
    assert_eq!(stand(&facts).unwrap(), Standing::AwaitingSupplement { asked_on: day("2020-04-29") });
    let facts = Facts { supplemented_on: Some(day("2020-05-22")), ..facts };
    let reply = running(&facts);
    assert_eq!(reply.due.due, day("2020-06-19"));
    assert_eq!(reply.due.counted_from, day("2020-05-22"));
    assert_eq!(rules(&reply), ["R-31", "R-33", "R-30"]);
    let before = reply.due.days.iter().find(|d| d.date == day("2020-05-06")).unwrap();
    assert_eq!((before.kind, before.name.as_deref()), (CountedKind::Excluded, Some("补正前")));
}

#[test]
fn a_supplement_is_asked_for_once() {
    let facts = received("2020-04-24").ask_supplement(day("2020-04-29")).unwrap();
    let again = facts.ask_supplement(day("2020-04-30")).unwrap_err();
    assert_eq!(again, ClockError::SupplementAlreadyAsked { asked_on: day("2020-04-29") });
    assert!(again.to_string().contains("一次性"));
    let early = received("2020-04-24").ask_supplement(day("2020-04-23"));
    assert!(matches!(early, Err(ClockError::OutOfOrder { .. })));
}

#[test]
fn a_fee_stops_the_clock_until_it_is_paid() {
    let facts = Facts { fee_noticed_on: Some(day("2021-03-01")), ..received("2021-02-22") };
    let Standing::AwaitingFee { asked_on, pay_by } = stand(&facts).unwrap() else { panic!() };
    assert_eq!((asked_on, pay_by.due), (day("2021-03-01"), day("2021-03-29")));
    let paid = Facts { fee_paid_on: Some(day("2021-03-10")), ..facts };
    let reply = running(&paid);
    assert_eq!(reply.due.due, day("2021-04-08"));
    assert_eq!(rules(&reply), ["R-31", "R-33", "FEE-8"]);
}

#[test]
fn the_later_of_supplement_and_payment_is_day_zero() {
    let facts = Facts {
        supplement_notified_on: Some(day("2021-02-24")),
        supplemented_on: Some(day("2021-03-01")),
        fee_noticed_on: Some(day("2021-03-02")),
        fee_paid_on: Some(day("2021-03-10")),
        ..received("2021-02-22")
    };
    assert_eq!(running(&facts).due.counted_from, day("2021-03-10"));
}

#[test]
fn time_for_consulting_is_taken_out_up_to_the_reply() {
    let mut facts = received("2020-06-01");
    assert_eq!(due(&facts), "2020-06-30");
    facts.consultations = vec![asked(ConsultationKind::ThirdParty, "2020-06-03", Some("2020-06-10"))];
    let reply = running(&facts);
    // (06-03, 06-10]: 4, 5, 8, 9 and 10 June.
    assert_eq!(reply.due.due, day("2020-07-07"));
    assert_eq!(reply.without_pauses.due, day("2020-06-30"));
    let excluded: Vec<String> = reply
        .due
        .days
        .iter()
        .filter(|d| d.kind == CountedKind::Excluded)
        .map(|d| format!("{} {}", d.date, d.name.as_deref().unwrap_or_default()))
        .collect();
    assert_eq!(excluded.first().unwrap(), "2020-06-04 征求第三方意见");
    assert_eq!(excluded.last().unwrap(), "2020-06-10 征求第三方意见");
    assert_eq!(excluded.len(), 5);
    assert_eq!(reply.basis.last().unwrap().reason, "2020-06-04至2020-06-10征求第三方意见，不计算在期限内");
}

#[test]
fn silence_ends_a_consultation_on_its_last_day() {
    let mut facts = received("2020-06-01");
    for replied in [None, Some("2020-09-01")] {
        facts.consultations = vec![asked(ConsultationKind::OtherOrgan, "2020-06-03", replied)];
        let opinion_due = facts.consultations[0].opinion_due(&WorkCalendar::built_in(), &Region::CN).unwrap();
        assert_eq!(opinion_due, day("2020-06-24"));
        // Fifteen working days are taken out.
        assert_eq!(due(&facts), "2020-07-21");
    }
    // The clock of the opinion runs from the letter's receipt.
    facts.consultations[0].received_on = Some(day("2020-06-05"));
    facts.consultations[0].replied_on = None;
    assert_eq!(due(&facts), "2020-07-23");
}

#[test]
fn the_end_points_of_a_consultation_are_a_policy() {
    let mut facts = received("2020-06-01");
    facts.consultations = vec![asked(ConsultationKind::ThirdParty, "2020-06-03", Some("2020-06-10"))];
    let due = |sent, replied| {
        let policy = PausePolicy { excludes_day_sent: sent, excludes_day_replied: replied };
        let standing = reply_due(&facts, policy, &WorkCalendar::built_in(), &Region::CN).unwrap();
        standing.running().unwrap().due.due.to_string()
    };
    assert_eq!(due(false, true), "2020-07-07");
    assert_eq!(due(true, true), "2020-07-08");
    assert_eq!(due(false, false), "2020-07-06");
    assert_eq!(due(true, false), "2020-07-07");
}

#[test]
fn a_consultation_answered_on_the_day_takes_nothing_out() {
    let mut facts = received("2020-06-01");
    facts.consultations = vec![asked(ConsultationKind::ThirdParty, "2020-06-03", Some("2020-06-03"))];
    let reply = running(&facts);
    assert_eq!(reply.due, reply.without_pauses);
    assert_eq!(rules(&reply), ["R-31", "R-33"]);
}

#[test]
fn an_opinion_that_came_needs_no_calendar_of_the_next_year() {
    let mut facts = received("2026-12-03");
    facts.consultations = vec![asked(ConsultationKind::ThirdParty, "2026-12-14", Some("2026-12-16"))];
    // The reply itself falls into 2027, the consultation does not matter.
    assert!(stand(&facts).unwrap_err().gap().is_some());
    facts.received_on = day("2026-11-23");
    assert_eq!(due(&facts), "2026-12-23");
    facts.consultations[0].replied_on = None;
    assert_eq!(stand(&facts).unwrap_err().gap().unwrap().year, 2027);
}

#[test]
fn an_extension_adds_at_most_twenty_working_days_once() {
    let facts = received("2020-04-24");
    let extended = extend(&facts, extension("2020-05-20", 20)).unwrap();
    let reply = running(&extended);
    assert_eq!(reply.due.due, day("2020-06-22"));
    assert_eq!(reply.basis.last().unwrap().reason, "2020-05-20批准延长20个工作日");

    assert_eq!(extend(&extended, extension("2020-05-21", 1)), Err(ClockError::AlreadyExtended));
    assert_eq!(
        extend(&facts, extension("2020-05-20", 21)),
        Err(ClockError::ExtensionTooLong { working_days: 21, limit: 20 })
    );
    assert_eq!(extend(&facts, extension("2020-05-20", 0)), Err(ClockError::ExtensionEmpty));
    let recorded = Facts { extension: Some(extension("2020-05-20", 30)), ..facts };
    assert!(matches!(stand(&recorded), Err(ClockError::ExtensionTooLong { .. })));
}

#[test]
fn an_extension_is_notified_before_the_reply_is_due() {
    let facts = received("2020-04-24");
    assert!(extend(&facts, extension("2020-05-25", 5)).is_ok());
    let late = ClockError::PastReplyDue { due: day("2020-05-25") };
    assert_eq!(extend(&facts, extension("2020-05-26", 5)), Err(late.clone()));
    let told_late = Extension { notified_on: day("2020-05-26"), ..extension("2020-05-25", 5) };
    assert_eq!(extend(&facts, told_late), Err(late));
    let told_first = Extension { notified_on: day("2020-05-19"), ..extension("2020-05-20", 5) };
    assert!(matches!(extend(&facts, told_first), Err(ClockError::OutOfOrder { .. })));
}

#[test]
fn an_extension_told_after_the_period_extends_nothing() {
    let recorded = |on| Facts { extension: Some(extension(on, 20)), ..received("2020-04-24") };
    assert_eq!(due(&recorded("2020-05-25")), "2020-06-22");
    let late = running(&recorded("2020-05-26"));
    assert_eq!(late.due.due, day("2020-05-25"));
    assert_eq!(late.without_pauses.due, day("2020-05-25"));
    assert_eq!(late.basis.last().unwrap().reason, "2020-05-26告知延期时，答复期限2020-05-25已过，不予延长");
    // A consultation moves the day by which the applicant must be told.
    let consulted = asked(ConsultationKind::ThirdParty, "2020-05-06", Some("2020-05-13"));
    let paused = Facts { consultations: vec![consulted], ..recorded("2020-05-26") };
    assert_eq!(running(&paused).due.days.iter().filter(|day| day.counted).count(), 40);
}

#[test]
fn what_is_asked_for_after_the_period_starts_nothing_anew() {
    // Twenty working days after 24 April 2020 are over on 25 May.
    let late = Facts { supplement_notified_on: Some(day("2020-05-26")), ..received("2020-04-24") };
    assert_eq!(due(&late), "2020-05-25", "it does not wait either");
    let late = Facts { supplemented_on: Some(day("2020-06-01")), ..late };
    assert_eq!(due(&late), "2020-05-25");
    assert_eq!(rules(&running(&late)), ["R-31", "R-33", "R-30"]);
    let late = Facts {
        fee_noticed_on: Some(day("2020-05-26")),
        fee_paid_on: Some(day("2020-06-01")),
        ..received("2020-04-24")
    };
    assert_eq!(due(&late), "2020-05-25");
    let in_time = Facts { supplement_notified_on: Some(day("2020-05-25")), ..received("2020-04-24") };
    assert_eq!(stand(&in_time).unwrap(), Standing::AwaitingSupplement { asked_on: day("2020-05-25") });
    let extended = Facts { extension: Some(extension("2020-05-20", 20)), ..late };
    assert_eq!(
        running(&extended).due.counted_from,
        day("2020-06-01"),
        "the fee was asked for in the extended period"
    );
}

#[test]
fn nothing_is_extended_while_the_applicant_is_to_act() {
    let facts = received("2020-04-24").ask_supplement(day("2020-04-29")).unwrap();
    let refused = extend(&facts, extension("2020-05-06", 5)).unwrap_err();
    assert_eq!(refused, ClockError::NotRunning { awaited: "补正" });
    let facts = Facts { fee_noticed_on: Some(day("2020-04-29")), ..received("2020-04-24") };
    let refused = extend(&facts, extension("2020-05-06", 5)).unwrap_err();
    assert_eq!(refused, ClockError::NotRunning { awaited: "缴纳信息处理费" });
}

#[test]
fn facts_that_cannot_be_are_refused() {
    let base = received("2020-04-24");
    let before: Option<Date> = Some(day("2020-04-23"));
    let mut consulted = base.clone();
    consulted.consultations = vec![asked(ConsultationKind::ThirdParty, "2020-05-06", Some("2020-05-05"))];
    for facts in [
        Facts { supplemented_on: before, ..base.clone() },
        Facts { fee_paid_on: before, ..base.clone() },
        Facts {
            supplement_notified_on: Some(day("2020-04-28")),
            supplemented_on: Some(day("2020-04-27")),
            ..base.clone()
        },
        consulted,
    ] {
        let error = stand(&facts).unwrap_err();
        assert!(matches!(error, ClockError::OutOfOrder { .. }), "{error}");
        assert!(error.to_string().contains("不能早于"));
    }
}

#[test]
fn the_region_moves_a_reply() {
    let facts = received("2020-04-24");
    let standing = reply_due(&facts, PausePolicy::default(), &WorkCalendar::built_in(), &Region::NX).unwrap();
    assert_eq!(standing.running().unwrap().due.due, day("2020-05-27"));
}

#[test]
fn the_facts_are_read_from_the_register() {
    let text = |t: &str| law::register::Value::Text(t.to_owned());
    let mut values = law::register::Values::from([
        ("source_no", text("2020-1")),
        ("applicant_kind", text("nat")),
        ("subject", text("演示")),
        ("arrived_on", text("2020-06-01")),
    ]);
    let facts = |values: &law::register::Values| {
        let Ok(Record::AccessRequest(record)) = Record::parse(Register::AccessRequest, values) else {
            panic!()
        };
        Facts::of(&record)
    };
    assert_eq!(facts(&values), None, "not received yet");
    values.insert("received_on", text("2020-06-01"));
    assert_eq!(facts(&values), Some(received("2020-06-01")));
    values.insert("consultation_sent_on", text("2020-06-03"));
    values.insert("consultation_ended_on", text("2020-06-10"));
    values.insert("extended_on", text("2020-07-01"));
    values.insert("extension_working_days", law::register::Value::Int(5));
    let reply = running(&facts(&values).unwrap());
    assert_eq!(reply.due.due, day("2020-07-14"));
    assert_eq!(reply.without_pauses.due, day("2020-07-07"));
}
