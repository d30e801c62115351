//! A measure in SQL is the measure in the law: counts, and the records behind them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use law::measure::{Dimension, Measure, Year, all};
use law::register::{DeclaredFigure, Record, Register};
use store::testing::{engines, fresh_store};
use store::{Count, OrganId, Page, RecordId, Store};

use crate::support::{add, random_records, today, with_organ};

/// A record as the oracle sees it.
#[derive(Debug, Clone)]
struct Seen {
    record: Record,
    due: Option<Date>,
    struck: bool,
}

/// The records that stand: not struck, and for declared figures the newest of their kind.
fn standing(seen: &[Seen]) -> Vec<&Seen> {
    let same =
        |a: &Record, b: &Record| DeclaredFigure::REPLACED_BY.iter().all(|key| a.value(key) == b.value(key));
    let is_replaced = |position: usize, one: &Seen| {
        one.record.register() == Register::DeclaredFigure
            && seen.iter().skip(position + 1).any(|newer| !newer.struck && same(&newer.record, &one.record))
    };
    seen.iter()
        .enumerate()
        .filter(|(position, one)| !one.struck && !is_replaced(*position, one))
        .map(|(_, one)| one)
        .collect()
}

fn expected(seen: &[Seen], measure: &Measure, year: Year, dimensions: &[Dimension]) -> Vec<Count> {
    let mut counts: BTreeMap<Vec<String>, i64> = BTreeMap::new();
    if dimensions.is_empty() {
        counts.insert(Vec::new(), 0);
    }
    for one in standing(seen) {
        if !measure.includes_with_due(&one.record, one.due, year) {
            continue;
        }
        let mut keys = vec![Vec::new()];
        for dimension in dimensions {
            let values = dimension.values(&one.record);
            keys = keys
                .iter()
                .flat_map(|key: &Vec<String>| {
                    values.iter().map(move |value| [key.clone(), vec![value.clone()]].concat())
                })
                .collect();
        }
        for key in keys {
            *counts.entry(key).or_default() += measure.amount(&one.record);
        }
    }
    counts.into_iter().map(|(values, amount)| Count { values, amount }).collect()
}

/// Every dimension alone, all of them together, and none.
fn splits(measure: &Measure) -> Vec<Vec<Dimension>> {
    let mut splits: Vec<Vec<Dimension>> =
        measure.dimensions.iter().map(|dimension| vec![*dimension]).collect();
    splits.push(measure.dimensions.to_vec());
    splits.push(Vec::new());
    splits
}

/// Stores random records, strikes some, caches some deadlines.
async fn fill(store: &Store, organ: &OrganId, register: Register, seed: u8) -> Vec<Seen> {
    let records: Vec<Record> = (0..3)
        .flat_map(|round| random_records(register, 120, seed.wrapping_mul(3) + round))
        .enumerate()
        .map(|(position, record)| law::register::testing::numbered(record, position + 1))
        .collect();
    let ids = add(store, organ, records.clone()).await;
    let mut write = store.begin(organ).await.unwrap();
    let mut due: Vec<(RecordId, Option<Date>)> = Vec::new();
    let mut seen = Vec::new();
    for (position, record) in records.into_iter().enumerate() {
        let id = &ids[record.source_no()];
        let struck = position % 7 == 3;
        if struck {
            write.strike_record(&today(), register, id).await.unwrap();
        }
        let cached = (position % 3 != 0).then(|| jiff::civil::date(2018 + (position % 9) as i16, 12, 31));
        let has_due = matches!(register, Register::AccessRequest | Register::WorkOrder);
        due.push((id.clone(), cached));
        seen.push(Seen { record, due: cached.filter(|_| has_due), struck });
    }
    write.cache_due(register, "v1", &due).await.unwrap();
    write.commit().await.unwrap();
    seen
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_measure_counts_in_sql_what_its_predicate_counts() {
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        let mut met = 0;
        for (seed, register) in Register::ALL.iter().copied().enumerate() {
            let seen = fill(&store, &organ, register, seed as u8 + 11).await;
            let mut read = store.read().await.unwrap();
            for measure in all().filter(|measure| measure.register == register) {
                for year in (2018..=2027).filter_map(Year::new) {
                    for dimensions in splits(measure) {
                        let found = read.count(&organ, measure, year, &dimensions).await.unwrap();
                        let expected = expected(&seen, measure, year, &dimensions);
                        assert_eq!(found, expected, "{engine:?} {} {year} {dimensions:?}", measure.key);
                        met += found.len();
                    }
                }
            }
        }
        assert!(met > 1_000, "the random records hardly met a measure: {met}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_list_behind_a_number_adds_up_to_it() {
    let year = Year::new(2024).unwrap();
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        for (seed, register) in Register::ALL.iter().copied().enumerate() {
            fill(&store, &organ, register, seed as u8 + 31).await;
            let mut read = store.read().await.unwrap();
            for measure in all().filter(|measure| measure.register == register) {
                for dimensions in splits(measure) {
                    for count in read.count(&organ, measure, year, &dimensions).await.unwrap() {
                        let values: Vec<(Dimension, String)> =
                            dimensions.iter().copied().zip(count.values.clone()).collect();
                        let members =
                            read.members(&organ, measure, year, &values, Page::first(1_000)).await.unwrap();
                        let told = format!("{engine:?} {} {values:?}", measure.key);
                        assert_eq!(members.amount, count.amount, "{told}");
                        assert_eq!(members.rows.len() as i64, members.records, "{told}");
                        let sum: i64 =
                            members.rows.iter().map(|row| measure.amount(&row.record().unwrap())).sum();
                        assert_eq!(sum, count.amount, "{told}");
                        let in_all = |row: &store::RecordRow| {
                            let record = row.record().unwrap();
                            values.iter().all(|(dimension, value)| dimension.values(&record).contains(value))
                        };
                        assert!(members.rows.iter().all(in_all), "{told}");
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn an_organ_without_records_has_zero_and_not_nothing() {
    let year = Year::new(2024).unwrap();
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        let mut read = store.read().await.unwrap();
        for measure in all() {
            assert_eq!(read.total(&organ, measure, year).await.unwrap(), 0, "{engine:?} {}", measure.key);
            assert!(
                read.count(&organ, measure, year, measure.dimensions).await.unwrap().is_empty()
                    || measure.dimensions.is_empty()
            );
        }
    }
}

#[tokio::test]
async fn sums_of_large_amounts_stay_exact() {
    use crate::support::{record, text};
    use law::register::Value;
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        let charge = |number: &str, unit: &str, fen: i64| {
            record(
                Register::DeclaredFigure,
                &[
                    ("source_no", text(number)),
                    ("unit", text(unit)),
                    ("indicator", text("t2.shoufei.amount_wan")),
                    ("figure", Value::Null),
                    ("amount_fen", Value::Int(fen)),
                ],
            )
        };
        let large = 9_999_999_999_999;
        add(&store, &organ, vec![charge("1", "甲", large), charge("2", "乙", large), charge("3", "丙", 1)])
            .await;
        let measure = all()
            .find(|measure| {
                measure.is_money()
                    && measure.register == Register::DeclaredFigure
                    && measure.key.contains("charge")
            })
            .unwrap();
        let mut read = store.read().await.unwrap();
        let total = read.total(&organ, measure, Year::new(2024).unwrap()).await.unwrap();
        assert_eq!(total, 2 * large + 1, "{engine:?} {}", measure.key);
    }
}
