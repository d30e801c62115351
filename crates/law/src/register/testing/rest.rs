//! Random work orders, disputes, normative documents and declared figures.

use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::clock::work_order::MAX_EXTENSION;

use super::{after, day, gap, line, member, note, unit};
use crate::register::{
    DeclaredFigure, Dispute, DisputeKind, INDICATORS, Indicator, IndicatorKind, NormativeDocument,
    NormativeKind, OrderCategory, OrderSource, Outcome, WorkOrder,
};

/// Any valid work order: open, returned or closed, in time or late.
pub fn work_order() -> impl Strategy<Value = WorkOrder> {
    let texts = (line(), unit(), line(), option::of(line()), note());
    let kinds = (member::<OrderSource>(), member::<OrderCategory>(), option::of(member()));
    let days = (day(), option::of(gap()), option::of(gap()), option::of(1_i64..=i64::from(MAX_EXTENSION)));
    (texts, kinds, days, gap()).prop_map(|(texts, kinds, days, to_reply)| {
        let (source_no, unit, subject, place, result) = texts;
        let (source, category, satisfaction) = kinds;
        let (dispatched_on, to_due, to_end, extension_working_days) = days;
        let is_returned = to_end.is_some_and(|days| days % 7 == 3);
        let signed_on = to_end.map(|_| after(dispatched_on, 1));
        let replied_on = signed_on.filter(|_| !is_returned).map(|day| after(day, to_reply));
        let closed_on = replied_on.zip(to_end).map(|(day, days)| after(day, days));
        WorkOrder {
            source_no,
            unit,
            source,
            category,
            subject,
            place,
            dispatched_on,
            signed_on,
            due_on: to_due.map(|days| after(dispatched_on, days)),
            extension_working_days,
            returned_on: signed_on.filter(|_| is_returned).map(|day| after(day, to_reply)),
            replied_on,
            closed_on,
            result,
            satisfaction: satisfaction.filter(|_| closed_on.is_some()),
            note: None,
        }
    })
}

/// Any valid dispute, concluded or pending.
pub fn dispute() -> impl Strategy<Value = Dispute> {
    let kinds = (member::<DisputeKind>(), member::<Outcome>());
    (line(), unit(), kinds, day(), option::of(gap()), note()).prop_map(
        |(source_no, unit, (kind, outcome), filed_on, to_end, note)| Dispute {
            source_no,
            unit,
            kind,
            access_request_no: None,
            case_no: None,
            heard_by: Some("示例县人民政府".to_owned()),
            filed_on,
            concluded_on: to_end.map(|days| after(filed_on, days)),
            outcome: to_end.map(|_| outcome),
            note,
        },
    )
}

/// Any valid normative document: in force, repealed before its end, or lapsed.
pub fn normative_document() -> impl Strategy<Value = NormativeDocument> {
    let texts = (line(), line(), unit(), note());
    let days = (day(), option::of(gap()), option::of(0_i64..2_000), option::of(gap()));
    (texts, member::<NormativeKind>(), days).prop_map(|((source_no, title, unit, note), kind, days)| {
        let (issued_on, to_publication, lasts, to_repeal) = days;
        let valid_until = lasts.map(|days| after(issued_on, days));
        let repealed_on = to_repeal.map(|days| after(issued_on, days));
        NormativeDocument {
            source_no,
            unit,
            kind,
            title,
            document_no: None,
            filing_no: None,
            issued_on,
            published_on: to_publication.map(|days| after(issued_on, days)),
            valid_until,
            repealed_on: repealed_on.filter(|day| valid_until.is_none_or(|end| *day <= end)),
            note,
        }
    })
}

/// Any valid declared figure, of every indicator.
pub fn declared_figure() -> impl Strategy<Value = DeclaredFigure> {
    let indicators: Vec<&'static Indicator> = INDICATORS.iter().collect();
    let texts = (line(), unit(), line(), note());
    (texts, 2018_i64..=2026, select(indicators), -500_i64..500_000).prop_map(
        |((source_no, unit, source_document, note), year, indicator, number)| {
            let is_money = indicator.kind == IndicatorKind::Money;
            let figure = if indicator.kind == IndicatorKind::Signed { number } else { number.abs() };
            DeclaredFigure {
                source_no,
                unit,
                year,
                indicator,
                figure: (!is_money).then_some(figure),
                amount_fen: is_money.then_some(figure),
                source_document: Some(source_document),
                declared_by: None,
                reason: indicator.replaces_records().then(|| "演示：年中启用".to_owned()),
                note,
            }
        },
    )
}
