//! Random valid records, for the property tests of this crate and of those that store and count
//! records. Compiled with the feature `testing` only.

mod publications;
mod requests;
mod rest;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::sample::select;

use super::{Chosen, Record, Register};

pub use publications::publication;
pub use requests::access_request;
pub use rest::{declared_figure, dispute, normative_document, work_order};

/// Any valid record of the register.
pub fn record(register: Register) -> BoxedStrategy<Record> {
    match register {
        Register::Publication => publication().prop_map(Record::Publication).boxed(),
        Register::AccessRequest => access_request().prop_map(Record::AccessRequest).boxed(),
        Register::WorkOrder => work_order().prop_map(Record::WorkOrder).boxed(),
        Register::Dispute => dispute().prop_map(Record::Dispute).boxed(),
        Register::NormativeDocument => normative_document().prop_map(Record::NormativeDocument).boxed(),
        Register::DeclaredFigure => declared_figure().prop_map(Record::DeclaredFigure).boxed(),
    }
}

/// Up to `most` valid records of the register, numbered so that no two share a 来源编号.
pub fn records(register: Register, most: usize) -> BoxedStrategy<Vec<Record>> {
    prop::collection::vec(record(register), 0..=most)
        .prop_map(|records| {
            records.into_iter().enumerate().map(|(index, record)| numbered(record, index + 1)).collect()
        })
        .boxed()
}

/// The record with another 来源编号.
#[must_use]
pub fn numbered(mut record: Record, number: usize) -> Record {
    let source_no = match &mut record {
        Record::Publication(record) => &mut record.source_no,
        Record::AccessRequest(record) => &mut record.source_no,
        Record::WorkOrder(record) => &mut record.source_no,
        Record::Dispute(record) => &mut record.source_no,
        Record::NormativeDocument(record) => &mut record.source_no,
        Record::DeclaredFigure(record) => &mut record.source_no,
    };
    *source_no = format!("演示-{number:06}");
    record
}

/// A day of 2018 to 2026, the ends of years more often than chance would have it.
fn day() -> impl Strategy<Value = Date> {
    let ends = (2018_i16..=2026).prop_flat_map(|year| {
        select(vec![date(year, 1, 1), date(year, 1, 2), date(year, 12, 30), date(year, 12, 31)])
    });
    let any = (0_i64..9 * 365).prop_map(|days| after(date(2018, 1, 1), days));
    prop_oneof![1 => ends, 3 => any]
}

/// Days until the next thing happens: mostly soon, at times over the end of the year.
fn gap() -> impl Strategy<Value = i64> {
    prop_oneof![3 => 0_i64..30, 1 => 0_i64..800]
}

fn after(day: Date, days: i64) -> Date {
    day.saturating_add(days.days())
}

fn member<T: Chosen + std::fmt::Debug>() -> impl Strategy<Value = T> {
    select(T::ALL)
}

fn unit() -> impl Strategy<Value = Option<String>> {
    select(vec![None, Some("示例村"), Some("财政所")]).prop_map(|unit| unit.map(str::to_owned))
}

/// One visible line, with the characters that make trouble in tables.
fn line() -> impl Strategy<Value = String> {
    "[一-龥〔〕（）“”、，a-z0-9\"',;=<&%_/-]{1,12}"
}

/// Several lines, or nothing.
fn note() -> impl Strategy<Value = Option<String>> {
    prop::option::of((line(), line()).prop_map(|(first, second)| format!("{first}\n{second}")))
}
