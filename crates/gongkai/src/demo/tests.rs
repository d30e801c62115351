//! The demonstration proved by the measures of `law`: the counts of the seed in 2020, busy years with
//! every cell, what one year carries out the next carries in.

use std::collections::{BTreeMap, BTreeSet};

use law::Date;
use law::calendar::{Region, WorkCalendar};
use law::clock::access_request::{Facts, PausePolicy, reply_due};
use law::clock::work_order::Limits;
use law::decision::DecisionKind;
use law::measure::{self, Measure, Year};
use law::register::{
    Category, Chosen, DisputeKind, OrderCategory, OrderSource, Record, Register, ReleaseChannel,
};
use law::report::{
    BusinessRow, Cell, CellKey, Context, Counts, DisputeOutcome, DisputeRoute, Form, Level, Report,
    RequestColumn, RequestRow, fill, needs,
};

use super::days::date;
use super::*;

/// Days on which the demonstration may be made: the first possible one, weekends, Spring Festival, a
/// year whose calendar is published, years without.
const TODAYS: [(i16, i8, i8); 8] = [
    (2026, 1, 1),
    (2026, 2, 18),
    (2026, 6, 13),
    (2026, 11, 23),
    (2027, 1, 1),
    (2027, 10, 8),
    (2028, 2, 29),
    (2033, 7, 31),
];

fn records(today: Date) -> Vec<Record> {
    let calendar = WorkCalendar::built_in();
    parsed(town_records(&Days::new(&calendar, today)))
}

fn parsed(registers: Vec<(Register, Vec<Values>)>) -> Vec<Record> {
    let mut records = Vec::new();
    for (register, rows) in registers {
        for row in rows {
            let record = Record::parse(register, &row);
            records.push(record.unwrap_or_else(|faults| panic!("{register:?} {row:?}: {faults:?}")));
        }
    }
    records
}

fn on_an_ordinary_day() -> Vec<Record> {
    records(date(2026, 11, 23))
}

fn year(number: i16) -> Year {
    Year::new(number.into()).unwrap()
}

fn total(records: &[Record], measure: &Measure, of: i16) -> i64 {
    measure.total(records, year(of))
}

/// A measure split by the named dimensions.
fn split(records: &[Record], measure: &Measure, of: i16, keys: &[&str]) -> BTreeMap<Vec<String>, i64> {
    let mut groups = BTreeMap::new();
    for record in records.iter().filter(|record| measure.includes(record, year(of))) {
        let mut values = vec![vec![]];
        for key in keys {
            let parts = measure.dimension(key).unwrap().values(record);
            values = values
                .iter()
                .flat_map(|begun: &Vec<String>| {
                    parts.iter().map(|part| [begun.clone(), vec![part.clone()]].concat())
                })
                .collect();
        }
        for value in values {
            *groups.entry(value).or_insert(0) += measure.amount(record);
        }
    }
    groups
}

fn report(records: &[Record], of: i16) -> Report {
    let form = Form::for_year(of);
    let mut counts = Counts::default();
    for (measure, dimensions) in needs(form) {
        let keys: Vec<_> = dimensions.iter().map(|dimension| dimension.key).collect();
        counts.put(measure, split(records, measure, of, &keys));
    }
    fill(TOWN.name, of, form, &counts).report
}

fn carried(report: &Report, row: RequestRow) -> Vec<i64> {
    RequestColumn::ALL.iter().map(|column| report.amount(CellKey::Request(row, *column)).unwrap()).collect()
}

/// The day on which a request or an order was due, as the clocks of `law` reckon it.
fn due(record: &Record, calendar: &WorkCalendar) -> Option<Date> {
    match record {
        Record::AccessRequest(request) => {
            let standing =
                reply_due(&Facts::of(request)?, PausePolicy::default(), calendar, &Region::CN).unwrap();
            standing.running().map(|reply| reply.due.due)
        }
        Record::WorkOrder(order) => {
            let extension = u32::try_from(order.extension_working_days.unwrap_or(0)).unwrap();
            let limits = Limits::default();
            let due = limits
                .reply_due(order.category, order.dispatched_on, extension, calendar, &Region::CN)
                .unwrap();
            due.map(|due| due.due)
        }
        _ => None,
    }
}

/// The source numbers of what a measure of lateness counts.
fn late(records: &[Record], measure: &Measure, of: i16) -> Vec<String> {
    let calendar = WorkCalendar::built_in();
    let counted = records
        .iter()
        .filter(|record| record.register() == measure.register)
        .filter(|record| measure.includes_with_due(record, due(record, &calendar), year(of)));
    counted.map(|record| record.source_no().to_owned()).collect()
}

#[test]
fn every_record_is_without_fault_on_any_day() {
    for (y, m, d) in TODAYS {
        let all = records(date(y, m, d));
        let numbers: BTreeSet<_> = all.iter().map(|record| (record.register(), record.source_no())).collect();
        assert_eq!(numbers.len(), all.len(), "source numbers repeat on {y}-{m}-{d}");
        for record in &all {
            assert!(record.unit().is_none_or(|unit| TOWN.units.contains(&unit)), "{record:?}");
        }
    }
}

#[test]
fn nothing_is_dated_in_the_future_but_deadlines() {
    for (y, m, d) in TODAYS {
        let today = date(y, m, d);
        for record in records(today) {
            for (key, value) in record.values() {
                let is_deadline = matches!(key, "due_on" | "valid_until" | "repealed_on");
                let day = value.as_text().and_then(|text| text.parse::<Date>().ok());
                assert!(is_deadline || day.is_none_or(|day| day <= today), "{key} of {record:?}");
            }
        }
    }
}

#[test]
fn the_year_2020_has_the_counts_of_the_seed() {
    for (y, m, d) in TODAYS {
        let all = records(date(y, m, d));
        assert_eq!(total(&all, &measure::PUBLICATION_RELEASED, 2020), 125);
        let categories = split(&all, &measure::PUBLICATION_RELEASED, 2020, &["category"]);
        assert_eq!(categories[&vec![Category::Budget.key().to_owned()]], 2);
        assert_eq!(categories[&vec![Category::Projects.key().to_owned()]], 2);
        let channels = split(&all, &measure::PUBLICATION_RELEASED, 2020, &["first_channel"]);
        let portal = channels[&vec![ReleaseChannel::Portal.key().to_owned()]];
        assert_eq!((portal, channels.values().sum::<i64>() - portal), (11, 114));
        assert_eq!(total(&all, &measure::PUBLICATION_ELECTRONIC, 2020), 125);
        assert_eq!(total(&all, &measure::NEWS_RELEASED, 2020), 0);

        assert_eq!(total(&all, &measure::HOTLINE_COMPLAINTS_RECEIVED, 2020), 280);
        assert_eq!(total(&all, &measure::HOTLINE_COMPLAINTS_CLOSED, 2020), 280);
        assert_eq!(total(&all, &measure::ORDER_RECEIVED, 2020), 280);
        assert_eq!(total(&all, &measure::HOTLINE_CLOSED_AFTER_ORDERED, 2020), 0);
        assert_eq!(total(&all, &measure::HOTLINE_OPEN, 2020), 0);
    }
}

#[test]
fn the_report_of_2020_has_no_blank_and_no_request_no_dispute_no_document() {
    let report = report(&on_an_ordinary_day(), 2020);
    assert_eq!(report.form, Form::F2019);
    for (key, cell) in &report.cells {
        assert_ne!(*cell, Cell::Blank, "{key}");
        let is_zero = match key {
            CellKey::Business(row, _) => matches!(row, BusinessRow::Rule | BusinessRow::NormativeDocument),
            CellKey::Request(..) | CellKey::Dispute(..) => true,
        };
        assert!(!is_zero || cell.amount() == Some(0), "{key}: {cell:?}");
    }
}

#[test]
fn the_complaints_of_2020_are_all_closed_within_their_ten_working_days() {
    let all = on_an_ordinary_day();
    assert_eq!(late(&all, &measure::HOTLINE_COMPLAINTS_CLOSED_LATE, 2020), [""; 0]);
    let calendar = WorkCalendar::built_in();
    let days = Days::new(&calendar, date(2026, 11, 23));
    for record in all {
        let Record::WorkOrder(order) = record else { continue };
        if order.dispatched_on.year() == 2020 {
            assert_eq!((order.source, order.category), (OrderSource::Hotline, OrderCategory::Complaint));
            let due = order.due_on.unwrap();
            assert_eq!(due, days.after(order.dispatched_on, 10));
            let closed = order.closed_on.unwrap();
            assert!(closed <= due && closed.year() == 2020, "{order:?}");
            assert!(order.replied_on.is_some() && order.result.is_some());
        }
    }
}

#[test]
fn the_busy_years_have_every_table_with_figures_in_every_column() {
    let all = on_an_ordinary_day();
    for of in [2024, 2025] {
        let report = report(&all, of);
        let amount = |key| report.amount(key).unwrap_or_else(|| panic!("{key} of {of} is blank"));
        for key in report.form.cells() {
            let wanted = match key {
                // A township has no power to make rules (K-T2-2).
                CellKey::Business(BusinessRow::Rule, _) => Some(false),
                CellKey::Business(..) => Some(true),
                CellKey::Request(RequestRow::New | RequestRow::Total, _) => Some(true),
                CellKey::Dispute(_, DisputeOutcome::Total) => Some(true),
                _ => None,
            };
            let is_found = amount(key) > 0;
            assert!(wanted.is_none_or(|wanted| wanted == is_found), "{key} of {of}: {}", amount(key));
        }
        assert!(carried(&report, RequestRow::CarriedIn).iter().filter(|count| **count > 0).count() >= 4);
        assert!(carried(&report, RequestRow::CarriedOut).iter().filter(|count| **count > 0).count() >= 5);
    }
}

#[test]
fn the_two_years_together_fill_every_row_of_decisions_and_every_cell_of_table_four() {
    let all = on_an_ordinary_day();
    let reports = [report(&all, 2024), report(&all, 2025)];
    for key in Form::F2021.cells() {
        let wanted = match key {
            CellKey::Request(_, column) => column == RequestColumn::Total,
            CellKey::Dispute(route, outcome) => {
                route == DisputeRoute::Reconsideration || outcome != DisputeOutcome::Pending
            }
            CellKey::Business(..) => false,
        };
        let sum: i64 = reports.iter().map(|report| report.amount(key).unwrap()).sum();
        assert!(!wanted || sum > 0, "{key}");
    }
    let used: BTreeSet<_> = all
        .iter()
        .filter_map(|record| match record {
            Record::AccessRequest(request) => request.decision,
            _ => None,
        })
        .collect();
    assert_eq!(used.len(), DecisionKind::ALL.len());
}

#[test]
fn each_year_carries_in_what_the_year_before_carried_out_whatever_the_day() {
    for (y, m, d) in TODAYS {
        let all = records(date(y, m, d));
        for of in [2024, 2025, 2026] {
            let out = report(&all, of - 1);
            let taken = report(&all, of);
            assert_eq!(
                carried(&out, RequestRow::CarriedOut),
                carried(&taken, RequestRow::CarriedIn),
                "{of} made on {y}-{m}-{d}"
            );
        }
    }
}

#[test]
fn the_identities_hold_and_only_the_lapsed_document_asks_for_a_reason() {
    let all = on_an_ordinary_day();
    let [before, last, this] = [2023, 2024, 2025].map(|of| report(&all, of));
    for (report, last_year, asks) in [(&last, &before, 0), (&this, &last, 1)] {
        let context = Context { level: Level::Township, last_year: Some(last_year), ..Context::default() };
        let found = law::report::identity::check(report, &context);
        let standing: Vec<_> = found
            .iter()
            .filter(|finding| (finding.blocks() || finding.needs_reason()) && finding.rule.starts_with("K-T"))
            .collect();
        assert_eq!(standing.len(), asks, "{standing:#?}");
        assert!(standing.iter().all(|finding| finding.rule == "K-T2-1" && finding.needs_reason()));
    }
}

#[test]
fn a_dispute_is_pending_over_the_end_of_each_busy_year() {
    let all = on_an_ordinary_day();
    for of in [2023, 2024, 2025] {
        assert!(total(&all, &measure::DISPUTE_PENDING, of) > 0, "{of}");
    }
    let pending = split(&all, &measure::DISPUTE_PENDING, 2024, &["kind"]);
    assert!(pending.len() >= 2, "{pending:?}");
}

#[test]
fn disputes_attack_replies_that_exist_and_go_the_way_the_law_prescribes() {
    let all = on_an_ordinary_day();
    let requests: BTreeMap<_, _> = all
        .iter()
        .filter_map(|record| match record {
            Record::AccessRequest(request) => Some((request.source_no.as_str(), request)),
            _ => None,
        })
        .collect();
    let mut reconsidered = BTreeMap::new();
    for record in &all {
        let Record::Dispute(dispute) = record else { continue };
        let Some(attacked) = dispute.access_request_no.as_deref() else { continue };
        let request = requests.get(attacked).unwrap_or_else(|| panic!("{attacked} does not exist"));
        let replied = request.replied_on.unwrap();
        let waited = (dispute.filed_on - replied).get_days();
        match dispute.kind {
            DisputeKind::Reconsideration => {
                assert!((1..=62).contains(&waited), "{dispute:?} {replied}");
                reconsidered.insert(attacked, dispute.concluded_on.unwrap());
            }
            DisputeKind::DirectSuit => {
                assert!((1..=180).contains(&waited), "{dispute:?} {replied}");
                let row = request.decision.unwrap().decision().row_2021.code();
                assert!(!row.starts_with('c') && row != "b", "{dispute:?} attacks {row}");
            }
            DisputeKind::SuitAfterReconsideration => {
                let waited = (dispute.filed_on - reconsidered[attacked]).get_days();
                assert!((1..=15).contains(&waited), "{dispute:?}");
            }
        }
    }
}

#[test]
fn one_document_lapses_unrepealed_in_2025_so_that_the_stock_needs_an_explanation() {
    let all = on_an_ordinary_day();
    let of = |measure, of| total(&all, measure, of);
    let valid = &measure::NORMATIVE_VALID;
    assert_eq!((of(valid, 2020), of(valid, 2023), of(valid, 2024), of(valid, 2025)), (0, 6, 8, 8));
    for (in_year, issued, repealed) in [(2024, 3, 1), (2025, 2, 1)] {
        assert_eq!(of(&measure::NORMATIVE_ISSUED, in_year), issued);
        assert_eq!(of(&measure::NORMATIVE_REPEALED, in_year), repealed);
    }
    assert_ne!(of(valid, 2025), of(valid, 2024) + 2 - 1);
}

#[test]
fn every_normative_document_is_published_under_its_number() {
    let all = on_an_ordinary_day();
    let published: BTreeSet<_> = all
        .iter()
        .filter_map(|record| match record {
            Record::Publication(publication) => publication.document_no.as_deref(),
            _ => None,
        })
        .collect();
    for record in &all {
        let Record::NormativeDocument(document) = record else { continue };
        assert!(published.contains(document.document_no.as_deref().unwrap()), "{}", document.title);
    }
}

#[test]
fn publications_of_the_busy_years_are_many_in_every_category_and_channel() {
    let all = on_an_ordinary_day();
    for of in [2024, 2025] {
        let count = total(&all, &measure::PUBLICATION_RELEASED, of);
        assert!((280..600).contains(&count), "{count} in {of}");
        let categories = split(&all, &measure::PUBLICATION_RELEASED, of, &["category"]);
        assert_eq!(categories.len(), Category::ALL.len());
        let channels = split(&all, &measure::PUBLICATION_RELEASED, of, &["channel"]);
        assert_eq!(channels.len(), ReleaseChannel::ALL.len(), "{channels:?}");
        assert!(total(&all, &measure::NEWS_RELEASED, of) > 20);
        assert!(total(&all, &measure::VILLAGE_AFFAIRS_RELEASED, of) > 20);
    }
    let withdrawn = all.iter().filter(|record| !record.value("withdrawn_on").is_null()).count();
    let ceased = all.iter().filter(|record| !record.value("ceased_on").is_null()).count();
    assert!(withdrawn >= 6 && ceased >= 6, "{withdrawn} withdrawn, {ceased} ceased");
}

#[test]
fn work_orders_of_the_busy_years_are_of_every_category_and_source_and_meet_every_fate() {
    let all = on_an_ordinary_day();
    for of in [2024, 2025] {
        assert_eq!(split(&all, &measure::ORDER_RECEIVED, of, &["category"]).len(), OrderCategory::ALL.len());
        assert_eq!(split(&all, &measure::ORDER_RECEIVED, of, &["source"]).len(), OrderSource::ALL.len());
        assert!((1..6).contains(&late(&all, &measure::HOTLINE_CLOSED_LATE, of).len()));
        assert!(total(&all, &measure::HOTLINE_RETURNED, of) > 0);
        assert!(total(&all, &measure::HOTLINE_OPEN, of) > 0, "some are open over the end of {of}");
    }
}

#[test]
fn one_request_of_each_busy_year_was_answered_late_and_the_others_in_time() {
    let all = on_an_ordinary_day();
    assert_eq!(late(&all, &measure::REQUEST_REPLIED_LATE, 2024), ["YSQ-2024-040"]);
    assert_eq!(late(&all, &measure::REQUEST_REPLIED_LATE, 2025), ["YSQ-2025-049"]);
}

#[test]
fn fees_paid_are_the_fees_declared() {
    let all = on_an_ordinary_day();
    for of in [2024, 2025] {
        let paid = total(&all, &measure::FEE_CHARGED, of);
        assert!(paid > 0);
        assert_eq!(paid, figures::handling_fees(of), "{of}");
    }
}

#[test]
fn today_something_of_each_kind_is_open() {
    for (y, m, d) in TODAYS {
        let today = date(y, m, d);
        let all = records(today);
        let is_open = |record: &&Record| match record {
            Record::AccessRequest(request) => request.replied_on.is_none(),
            Record::WorkOrder(order) => order.closed_on.is_none() && order.returned_on.is_none(),
            Record::Dispute(dispute) => dispute.concluded_on.is_none(),
            Record::Publication(publication) => publication.first_released_on.is_none(),
            _ => false,
        };
        let open: Vec<_> = all.iter().filter(is_open).collect();
        let of = |register| open.iter().filter(|record| record.register() == register).count();
        assert!(of(Register::AccessRequest) >= 7);
        assert!(of(Register::WorkOrder) >= 8);
        assert!(of(Register::Dispute) >= 1);
        assert!(of(Register::Publication) >= 5);
    }
}

#[test]
fn every_text_that_a_citizen_may_read_says_that_it_is_a_demonstration() {
    for record in on_an_ordinary_day() {
        for key in ["title", "subject"] {
            let text = record.value(key);
            assert!(text.as_text().is_none_or(|text| text.contains("演示")), "{record:?}");
        }
        let body = record.value("body");
        assert!(body.as_text().is_none_or(|body| body.contains("演示内容")), "{record:?}");
        for value in record.values().values() {
            let text = value.as_text().unwrap_or_default();
            assert!(!text.contains(['{', '}']), "a placeholder is left in {text}");
        }
    }
}

#[test]
fn publications_of_a_year_are_not_one_text_over_and_over() {
    let all = on_an_ordinary_day();
    for of in [2020, 2024, 2025] {
        let titles: Vec<_> = all
            .iter()
            .filter(|record| measure::PUBLICATION_RELEASED.includes(record, year(of)))
            .map(|record| record.value("title"))
            .collect();
        let distinct: BTreeSet<_> = titles.iter().collect();
        assert_eq!(distinct.len(), titles.len(), "titles repeat in {of}");
    }
}

#[test]
fn the_neighbour_has_a_small_register_of_its_own_name() {
    let calendar = WorkCalendar::built_in();
    let records = parsed(neighbour_records(&Days::new(&calendar, date(2026, 11, 23))));
    assert!((5..100).contains(&records.len()), "{}", records.len());
    for record in records {
        let title = record.value("title");
        let title = title.as_text().unwrap();
        assert!(!title.contains("示例镇") && !TOWN.units.iter().any(|unit| title.contains(unit)), "{title}");
    }
}
