//! The county in a store, on both engines: what SQL counts is what the predicates count.

use std::sync::atomic::{AtomicU32, Ordering};

use law::Date;
use law::calendar::WorkCalendar;
use law::measure::{self, Year};
use law::register::Record;
use store::testing::{engines, fresh_store};

use super::build::{Tools, build};
use super::days::date;
use super::*;

static DRAWN: AtomicU32 = AtomicU32::new(0);

fn new_id() -> String {
    format!("demo-{:08}", DRAWN.fetch_add(1, Ordering::Relaxed))
}

fn today() -> Date {
    date(2026, 11, 23)
}

fn tools(calendar: &WorkCalendar) -> Tools<'_> {
    Tools {
        now: "2026-11-23T02:00:00Z".parse().unwrap(),
        today: today(),
        calendar,
        new_id: &new_id,
        new_secret: &|| Ok("5".repeat(64)),
    }
}

#[tokio::test]
async fn the_county_is_built_once_and_counts_what_the_predicates_count() {
    let calendar = WorkCalendar::built_in();
    let rows = town_records(&Days::new(&calendar, today()));
    let records: Vec<Record> = rows
        .iter()
        .flat_map(|(register, rows)| rows.iter().map(|row| Record::parse(*register, row).unwrap()))
        .collect();
    for engine in engines() {
        let store = fresh_store(engine).await;
        build(&store, &tools(&calendar)).await.unwrap();

        let mut read = store.read().await.unwrap();
        let town = casework::organ::find_organ(&mut read, "示例镇").await.unwrap();
        assert_eq!(town.name, TOWN.name);
        let ambiguous = casework::organ::find_organ(&mut read, "示").await.unwrap_err().to_string();
        assert!(ORGANS.iter().all(|organ| ambiguous.contains(organ.name)), "{ambiguous}");

        for measure in measure::all().filter(|measure| !measure.needs_due()) {
            for of in 2020..=2026 {
                let year = Year::new(of).unwrap();
                let counted = read.total(&town.id, measure, year).await.unwrap();
                assert_eq!(counted, measure.total(&records, year), "{} of {of}", measure.key);
            }
        }
        let of_2020 = Year::new(2020).unwrap();
        let late = &measure::HOTLINE_COMPLAINTS_CLOSED_LATE;
        assert_eq!(read.total(&town.id, late, of_2020).await.unwrap(), 0);
        let unknown = &measure::HOTLINE_COMPLAINTS_DUE_UNKNOWN;
        assert_eq!(read.total(&town.id, unknown, of_2020).await.unwrap(), 0);

        let refused = build(&store, &tools(&calendar)).await.unwrap_err().to_string();
        assert!(refused.contains("已经有机关"), "{refused}");
    }
}

#[tokio::test]
async fn everybody_can_sign_in_with_the_printed_password() {
    let calendar = WorkCalendar::built_in();
    for engine in engines() {
        let store = fresh_store(engine).await;
        build(&store, &tools(&calendar)).await.unwrap();
        let mut read = store.read().await.unwrap();
        for person in PEOPLE {
            let known = read.person_by_login(person.sign_in).await.unwrap().unwrap();
            assert!(casework::password::matches(super::build::PASSWORD, &known.password_hash));
            let held = read.posts_held(&known.id, today()).await.unwrap();
            assert_eq!(held.len(), 1);
            assert_eq!(held[0].post.kind, person.post.key());
            assert_eq!(held[0].post.unit_id.is_some(), person.unit.is_some());
        }
    }
}
