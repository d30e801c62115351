//! What the tests share: an act, organs, records, random ones among them.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use law::register::{Record, Register, Value, Values};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use store::{
    Act, Filter, NewRecord, Order, Organ, OrganId, OrganKind, Page, RecordId, RecordRow, Store, Unit, UnitId,
    UnitKind,
};

pub(crate) fn organ_id() -> OrganId {
    OrganId::new("o-shili")
}

/// An identifier that no other call gave.
pub(crate) fn new_id() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    format!("id-{:012}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// An act on that day, at two in the morning UTC.
pub(crate) fn act(day: &str) -> Act {
    let at = format!("{day}T02:00:00Z").parse().unwrap();
    Act::of_the_system(at, day.parse().unwrap())
}

pub(crate) fn today() -> Act {
    act("2025-03-03")
}

pub(crate) fn organ(id: &OrganId, name: &str) -> Organ {
    Organ {
        id: id.clone(),
        parent_id: None,
        kind: OrganKind::Township,
        name: name.to_owned(),
        code: None,
        region: "NX".parse().unwrap(),
        portal: serde_json::json!({}),
    }
}

pub(crate) fn unit(id: &str, name: &str) -> Unit {
    Unit { id: UnitId::new(id), kind: UnitKind::Village, name: name.to_owned(), code: None, closed: false }
}

/// An organ with two units, one of which the random records name.
pub(crate) async fn with_organ(store: &Store) -> OrganId {
    let id = organ_id();
    let mut write = store.begin(&OrganId::system()).await.unwrap();
    write.add_organ(&today(), &organ(&id, "示例镇人民政府"), &"5a".repeat(32)).await.unwrap();
    write.commit().await.unwrap();
    let mut write = store.begin(&id).await.unwrap();
    write.add_unit(&today(), &unit("u-village", "示例村")).await.unwrap();
    write.add_unit(&today(), &unit("u-other", "另一村")).await.unwrap();
    write.commit().await.unwrap();
    id
}

/// A record from a few values; the rest is what the law demands at least.
pub(crate) fn record(register: Register, values: &[(&'static str, Value)]) -> Record {
    let mut all = least(register);
    all.extend(values.iter().cloned());
    Record::parse(register, &all).unwrap_or_else(|faults| panic!("{faults:?}"))
}

fn least(register: Register) -> Values {
    let pairs: &[(&'static str, &str)] = match register {
        Register::Publication => &[
            ("title", "关于防汛的通知"),
            ("content_kind", "statutory"),
            ("category", "20-12"),
            ("channels", "portal"),
            ("first_released_on", "2024-05-06"),
        ],
        Register::AccessRequest => {
            &[("applicant_kind", "nat"), ("subject", "低保名单"), ("received_on", "2024-05-06")]
        }
        Register::WorkOrder => &[
            ("source", "hotline_12345"),
            ("category", "complaint"),
            ("subject", "路灯不亮"),
            ("dispatched_on", "2024-05-06"),
        ],
        Register::Dispute => &[("kind", "reconsideration"), ("filed_on", "2024-05-06")],
        Register::NormativeDocument => {
            &[("kind", "normative_document"), ("title", "示例镇防汛办法"), ("issued_on", "2024-05-06")]
        }
        Register::DeclaredFigure => &[("indicator", "t2.xuke.decisions")],
    };
    let mut values: Values = pairs.iter().map(|(key, value)| (*key, text(value))).collect();
    if register == Register::DeclaredFigure {
        values.insert("year", Value::Int(2024));
        values.insert("figure", Value::Int(1));
    }
    values.insert("source_no", text("N-1"));
    values
}

pub(crate) fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

pub(crate) fn new_record(record: Record) -> NewRecord {
    NewRecord { id: RecordId::new(new_id()), record }
}

/// A publication with that number and title.
pub(crate) fn publication(source_no: &str, title: &str) -> Record {
    record(Register::Publication, &[("source_no", text(source_no)), ("title", text(title))])
}

/// The same random records for the same seed.
pub(crate) fn random_records(register: Register, most: usize, seed: u8) -> Vec<Record> {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    law::register::testing::records(register, most).new_tree(&mut runner).unwrap().current()
}

/// Adds records and commits; their identifiers by 来源编号.
pub(crate) async fn add(store: &Store, organ: &OrganId, records: Vec<Record>) -> BTreeMap<String, RecordId> {
    let mut ids = BTreeMap::new();
    let mut write = store.begin(organ).await.unwrap();
    for record in records {
        let new = new_record(record);
        ids.insert(new.record.source_no().to_owned(), new.id.clone());
        write.add_record(&today(), new).await.unwrap();
    }
    write.commit().await.unwrap();
    ids
}

/// Every record of the register, struck ones included, in the order of entry.
pub(crate) async fn everything(store: &Store, organ: &OrganId, register: Register) -> Vec<RecordRow> {
    let filter = Filter { struck: store::Struck::Shown, ..Filter::default() };
    let mut read = store.read().await.unwrap();
    read.records(organ, register, &filter, &Order::default(), Page::first(100_000)).await.unwrap()
}
