//! The county in a store, on both engines: what SQL counts is what the predicates count.

use std::sync::atomic::{AtomicU32, Ordering};

use law::Date;
use law::calendar::WorkCalendar;
use law::measure::{self, Year};
use law::register::Record;
use law::report::{CellKey, RequestColumn, RequestRow, Section};
use store::ReportState;
use store::testing::{engines, fresh_store};

use super::build::{Tools, build};
use super::county::{ORGANS, PEOPLE, accounts};
use super::days::date;
use super::*;

static DRAWN: AtomicU32 = AtomicU32::new(0);

fn new_id() -> String {
    format!("demo-{:08}", DRAWN.fetch_add(1, Ordering::Relaxed))
}

fn today() -> Date {
    date(2026, 11, 23)
}

pub(super) fn tools(calendar: &WorkCalendar) -> Tools<'_> {
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
        let column = web::PortalSettings::of(&town);
        assert_eq!((column.short_name.as_str(), column.hidden), ("示例镇", false));
        assert!(web::PortalSettings::is_slug(&column.slug));
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
async fn the_county_can_be_built_on_any_day() {
    let calendar = WorkCalendar::built_in();
    for (y, m, d) in [(2026, 1, 1), (2026, 2, 18), (2027, 10, 8), (2033, 7, 31)] {
        let store = fresh_store(store::Engine::Sqlite).await;
        let tools = Tools { today: date(y, m, d), ..tools(&calendar) };
        build(&store, &tools).await.unwrap_or_else(|error| panic!("{y}-{m}-{d}: {error:#}"));
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

#[test]
fn the_accounts_are_told_with_name_post_and_password() {
    let told = accounts();
    assert_eq!(told.lines().count(), PEOPLE.len() + 1);
    for words in ["jingban", "演示经办", "经办岗", "示例镇人民政府", "示东村", super::build::PASSWORD]
    {
        assert!(told.contains(words), "{words} is missing in {told}");
    }
}

#[tokio::test]
async fn the_reports_stand_in_different_states_each_ready_for_the_next_step() {
    let calendar = WorkCalendar::built_in();
    for engine in engines() {
        let store = fresh_store(engine).await;
        build(&store, &tools(&calendar)).await.unwrap();
        let town = casework::organ::find_organ(&mut store.read().await.unwrap(), "示例镇").await.unwrap().id;
        let of = async |year| {
            let year = Year::new(year).unwrap();
            casework::report::view_year(&store, &town, year).await.unwrap()
        };
        let states = [
            (2020, ReportState::Draft),
            (2023, ReportState::Published),
            (2024, ReportState::Published),
            (2025, ReportState::Returned),
        ];
        for (year, state) in states {
            assert_eq!(of(year).await.version.unwrap().state, state, "{year}");
        }
        assert!(of(2024).await.intact);
        let checked =
            store.read().await.unwrap().checked_reports(&town, store::Page::first(9)).await.unwrap();
        assert_eq!(checked.len(), 1);
        assert_eq!((checked[0].year, checked[0].form.as_deref()), (Some(2020), Some("F2019")));

        // Nothing but the words stops the draft of 2020, and they say what the seed says.
        let draft = of(2020).await;
        for blocker in &draft.blockers {
            assert!(matches!(blocker.mend, casework::report::Mend::Prose(_)), "{blocker:?}");
        }
        let one = draft.parts.iter().find(|part| part.section == Section::One).unwrap();
        assert!(one.faults.is_empty(), "{:?}", one.faults);
        for words in
            ["主动公开政府信息125条", "预算、决算信息2条", "建设项目信息2条", "政府网站11条", "投诉280件"]
        {
            assert!(one.printed.contains(words), "{words}: {}", one.printed);
        }
        for words in ["未收到政府信息公开申请", "没有超期"] {
            assert!(one.printed.contains(words), "{words}: {}", one.printed);
        }
        assert!(!one.printed.contains("132"));

        // The county's comment and the lapsed document wait for the clerk.
        let returned = of(2025).await;
        assert_eq!(returned.remarks.len(), 1);
        let asked: Vec<_> = returned.needs_reason.iter().map(|asked| asked.rule).collect();
        assert!(asked.contains(&"K-T2-1"), "{asked:?}");
        assert!(returned.parts.iter().all(|part| part.faults.is_empty()));
        let carried = |report: &law::report::Report, row| {
            RequestColumn::ALL
                .iter()
                .map(|column| report.amount(CellKey::Request(row, *column)))
                .collect::<Vec<_>>()
        };
        let last_year = of(2024).await.report;
        assert_eq!(
            carried(&returned.report, RequestRow::CarriedIn),
            carried(&last_year, RequestRow::CarriedOut)
        );
    }
}
