//! Lists of records: filters, order, pages.

use law::measure::Year;
use law::register::{Register, Value};
use store::testing::{Fresh, engines, fresh_store};
use store::{Condition, Engine, Error, Filter, Order, OrderBy, OrganId, Page, Read, Struck, UnitId};

use crate::support::{add, record, text, today, with_organ};

/// Five work orders: 1 … 5.
async fn orders(engine: Engine) -> (Fresh, OrganId) {
    let store = fresh_store(engine).await;
    let organ = with_organ(&store).await;
    let order = |number: &str, values: &[(&'static str, &str)]| {
        let mut all = vec![("source_no", text(number))];
        all.extend(values.iter().map(|(key, value)| (*key, text(value))));
        record(Register::WorkOrder, &all)
    };
    let ids = add(
        &store,
        &organ,
        vec![
            order("1", &[("subject", "路灯不亮 100%"), ("unit", "示例村"), ("dispatched_on", "2023-12-31")]),
            order(
                "2",
                &[("subject", "Water_main broken"), ("category", "help"), ("dispatched_on", "2024-01-01")],
            ),
            order("3", &[("place", "一组"), ("dispatched_on", "2024-12-31"), ("closed_on", "2025-01-06")]),
            order("4", &[("unit", "另一村"), ("dispatched_on", "2025-01-01"), ("category", "praise")]),
            order(
                "5",
                &[("subject", "路灯又不亮"), ("dispatched_on", "2024-06-01"), ("closed_on", "2024-06-09")],
            ),
        ],
    )
    .await;
    let mut write = store.begin(&organ).await.unwrap();
    write.strike_record(&today(), Register::WorkOrder, &ids["5"]).await.unwrap();
    let day = |day: &str| Some(day.parse().unwrap());
    let due = [
        (ids["1"].clone(), day("2024-02-01")),
        (ids["2"].clone(), day("2024-01-10")),
        (ids["3"].clone(), None),
    ];
    write.cache_due(Register::WorkOrder, "v2", &due).await.unwrap();
    write.commit().await.unwrap();
    (store, organ)
}

async fn found_in(read: &mut Read, organ: &OrganId, filter: &Filter, order: &Order) -> String {
    let rows = read.records(organ, Register::WorkOrder, filter, order, Page::first(100)).await.unwrap();
    let count = read.count_records(organ, Register::WorkOrder, filter).await.unwrap();
    assert_eq!(rows.len() as i64, count);
    rows.iter().map(|row| row.source_no().to_owned()).collect()
}

async fn found(store: &Fresh, organ: &OrganId, filter: Filter) -> String {
    found_in(&mut store.read().await.unwrap(), organ, &filter, &Order::default()).await
}

#[tokio::test]
async fn filters_let_through_what_they_say() {
    let only = |condition: Condition| Filter { conditions: vec![condition], ..Filter::default() };
    let words = |words: &str| Filter { words: Some(words.to_owned()), ..Filter::default() };
    let key = |key: &str| key.to_owned();
    for engine in engines() {
        let (store, organ) = orders(engine).await;
        let cases = [
            (Filter::default(), "1234"),
            (Filter { struck: Struck::Only, ..Filter::default() }, "5"),
            (Filter { struck: Struck::Shown, ..Filter::default() }, "12345"),
            (Filter { year: Year::new(2024), ..Filter::default() }, "23"),
            (Filter { unit: Some(UnitId::new("u-village")), ..Filter::default() }, "1"),
            (words("路灯"), "134"),
            (words("100%"), "1"),
            (words("0%%"), ""),
            (words("WATER_MAIN"), "2"),
            (words("a_e"), ""),
            (words("r_m"), "2"),
            (words("一组"), "3"),
            (words("  "), "1234"),
            (words("' OR 1=1 --"), ""),
            (only(Condition::Is(key("category"), text("help"))), "2"),
            (only(Condition::Is(key("closed_on"), Value::Null)), "124"),
            (only(Condition::Is(key("category"), Value::Int(1))), ""),
            (only(Condition::Filled(key("closed_on"))), "3"),
            (only(Condition::Empty(key("unit"))), "23"),
            (only(Condition::From(key("dispatched_on"), "2024-12-31".parse().unwrap())), "34"),
            (only(Condition::Until(key("dispatched_on"), "2024-01-01".parse().unwrap())), "12"),
            (only(Condition::NotBy(key("closed_on"), "9999-01-01".parse().unwrap())), "124"),
            (only(Condition::NotBy(key("dispatched_on"), "2024-01-01".parse().unwrap())), "34"),
            (only(Condition::DueNotOf(key("v2"))), "4"),
            (only(Condition::DueNotOf(key("v3"))), "1234"),
        ];
        for (filter, expected) in cases {
            // The default subject of the other orders is 路灯不亮 too.
            assert_eq!(found(&store, &organ, filter.clone()).await, expected, "{engine:?} {filter:?}");
        }
    }
}

#[tokio::test]
async fn a_field_that_the_register_does_not_have_is_an_error_and_not_sql() {
    for engine in engines() {
        let (store, organ) = orders(engine).await;
        for key in ["title", "id; DROP TABLE event", "", "organ_id"] {
            let filter = Filter { conditions: vec![Condition::Filled(key.to_owned())], ..Filter::default() };
            let mut read = store.read().await.unwrap();
            let error = read.count_records(&organ, Register::WorkOrder, &filter).await.unwrap_err();
            assert!(matches!(&error, Error::UnknownField(named) if named == key), "{engine:?} {error}");
            let order = Order { by: OrderBy::Field(key.to_owned()), descending: false };
            let page = Page::first(1);
            let all = Filter::default();
            let error = read.records(&organ, Register::WorkOrder, &all, &order, page).await.unwrap_err();
            assert_eq!(error.code(), "unknown_field", "{engine:?}");
        }
    }
}

#[tokio::test]
async fn order_is_by_entry_by_field_with_blanks_last_and_by_deadline_with_unknown_first() {
    let by = |by: OrderBy, descending: bool| Order { by, descending };
    let field = |key: &str| OrderBy::Field(key.to_owned());
    for engine in engines() {
        let (store, organ) = orders(engine).await;
        let cases = [
            (Order::default(), "1234"),
            (Order::newest_first(), "4321"),
            (by(field("dispatched_on"), true), "4321"),
            (by(field("closed_on"), false), "3124"),
            (by(field("closed_on"), true), "3421"),
            (by(OrderBy::Due, false), "3421"),
            (by(OrderBy::Due, true), "4312"),
        ];
        for (order, expected) in cases {
            let mut read = store.read().await.unwrap();
            let numbers = found_in(&mut read, &organ, &Filter::default(), &order).await;
            assert_eq!(numbers, expected, "{engine:?} {order:?}");
        }
    }
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_repetition() {
    for engine in engines() {
        let (store, organ) = orders(engine).await;
        let mut read = store.read().await.unwrap();
        let mut seen = String::new();
        for number in 1..=3 {
            let rows = read
                .records(
                    &organ,
                    Register::WorkOrder,
                    &Filter::default(),
                    &Order::default(),
                    Page::number(number, 2),
                )
                .await
                .unwrap();
            seen.extend(rows.iter().map(|row| row.source_no().to_owned()));
        }
        assert_eq!(seen, "1234", "{engine:?}");
    }
}

#[tokio::test]
async fn known_numbers_are_found_in_bulk() {
    for engine in engines() {
        let (store, organ) = orders(engine).await;
        let asked: Vec<String> = (0..1_000).map(|number| number.to_string()).collect();
        let mut read = store.read().await.unwrap();
        let known = read.records_by_source_no(&organ, Register::WorkOrder, &asked).await.unwrap();
        let numbers: Vec<&str> = known.keys().map(String::as_str).collect();
        assert_eq!(numbers, ["1", "2", "3", "4", "5"], "{engine:?}");
        assert!(known["5"].struck);
    }
}

#[tokio::test]
async fn years_with_records_are_listed_with_their_numbers() {
    for engine in engines() {
        let (store, organ) = orders(engine).await;
        let undated =
            record(Register::Publication, &[("first_released_on", Value::Null), ("channels", Value::Null)]);
        add(&store, &organ, vec![undated]).await;
        let mut read = store.read().await.unwrap();
        let years = read.years_of(&organ, Register::WorkOrder).await.unwrap();
        assert_eq!(years, [(2025, 1), (2024, 2), (2023, 1)], "{engine:?}");
        assert!(read.years_of(&organ, Register::Publication).await.unwrap().is_empty());
        assert!(read.years_of(&organ, Register::DeclaredFigure).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn records_are_counted_by_year_and_key_at_once() {
    for engine in engines() {
        let (store, organ) = orders(engine).await;
        let mut read = store.read().await.unwrap();
        let all = Filter { struck: Struck::Shown, ..Filter::default() };
        for filter in [Filter::default(), all, Filter { year: Year::new(2024), ..Filter::default() }] {
            let counts = read.count_by_year(&organ, Register::WorkOrder, &filter, "category").await.unwrap();
            assert!(
                counts.iter().any(|count| (count.year, count.key.as_str()) == (2024, "help")),
                "{engine:?}"
            );
            let sum: i64 = counts.iter().map(|count| count.count).sum();
            let total = read.count_records(&organ, Register::WorkOrder, &filter).await.unwrap();
            assert_eq!(sum, total, "{engine:?}");
        }
        let unknown = read.count_by_year(&organ, Register::WorkOrder, &Filter::default(), "n; DROP").await;
        assert!(matches!(unknown, Err(Error::UnknownField(_))), "{unknown:?}");
    }
}

#[tokio::test]
async fn the_number_of_writes_tells_whether_anything_may_have_changed() {
    for engine in engines() {
        let (store, organ) = orders(engine).await;
        let before = store.read().await.unwrap().writes_of(&organ).await.unwrap();
        assert_eq!(store.read().await.unwrap().writes_of(&organ).await.unwrap(), before, "{engine:?}");
        add(&store, &organ, vec![record(Register::WorkOrder, &[])]).await;
        assert!(store.read().await.unwrap().writes_of(&organ).await.unwrap() > before, "{engine:?}");
    }
}

#[tokio::test]
async fn every_write_for_an_organ_changes_the_number_of_all_and_those_of_the_system_do_not() {
    for engine in engines() {
        let (store, organ) = orders(engine).await;
        let number = async || store.read().await.unwrap().writes().await.unwrap();
        let (before, commits) = (number().await, store.commits());
        store.begin(&OrganId::system()).await.unwrap().commit().await.unwrap();
        assert_eq!(number().await, before, "{engine:?}");
        store.begin(&organ).await.unwrap().rollback().await.unwrap();
        assert_eq!((number().await, store.commits()), (before, commits + 1), "{engine:?}");
        add(&store, &organ, vec![record(Register::WorkOrder, &[])]).await;
        assert_ne!(number().await, before, "{engine:?}");
        assert_eq!(store.commits(), commits + 2, "{engine:?}");
    }
}

#[tokio::test]
async fn a_unit_entered_later_still_finds_the_records_that_named_it() {
    use crate::support::unit;
    for engine in engines() {
        let store = fresh_store(engine).await;
        let organ = with_organ(&store).await;
        add(&store, &organ, vec![record(Register::WorkOrder, &[("unit", text("财政所"))])]).await;
        let mut write = store.begin(&organ).await.unwrap();
        write.add_unit(&today(), &unit("u-late", "财政所")).await.unwrap();
        write.commit().await.unwrap();
        let filter = Filter { unit: Some(UnitId::new("u-late")), ..Filter::default() };
        assert_eq!(found(&store, &organ, filter).await, "N-1", "{engine:?}");
    }
}

#[tokio::test]
async fn a_list_with_empty_days_reads_its_page_alone_however_many_records_there_are() {
    let store = fresh_store(Engine::Sqlite).await;
    let mut read = store.read().await.unwrap();
    let organ = OrganId::new("1");
    for (register, day) in
        [(Register::Publication, "first_released_on"), (Register::WorkOrder, "dispatched_on")]
    {
        for year in [None, Year::new(2024)] {
            let filter = Filter { year, ..Filter::default() };
            let order = Order { by: OrderBy::Field(day.to_owned()), descending: true };
            let plan =
                read.plan_of_records(&organ, register, &filter, &order, Page::first(50)).await.unwrap();
            let index = format!("SEARCH {0} USING INDEX {0}_by_struck ", register.key());
            assert!(plan.starts_with(&index) && !plan.contains("TEMP B-TREE"), "{plan}");
        }
    }
}
