//! For random events the report's identities hold, and each year carries in what the last carried out.

use casework::report;
use law::{
    measure::Year,
    register::{Record, Register, testing::records},
    report::{CellKey, Report, RequestColumn, RequestRow, Section, Verdict},
};
use proptest::{prelude::*, test_runner::TestRunner};
use store::{NewRecord, RecordId, testing::engines};

use super::desk::town;
use crate::world::{World, new_id};

/// Cases per engine: each fills a database of its own.
const CASES: u32 = 6;
/// Rules of arithmetic inside a report, and of its agreement with the records and the year before.
const IDENTITIES: [&str; 10] =
    ["K-T3-1", "K-T3-2", "K-T3-3", "K-T3-5", "K-T3-6", "K-T3-7", "K-T3-8", "K-T4-1", "K-T4-2", "K-X-1"];
const REGISTERS: [Register; 5] = [
    Register::Publication,
    Register::AccessRequest,
    Register::WorkOrder,
    Register::Dispute,
    Register::NormativeDocument,
];

fn events() -> impl Strategy<Value = (Vec<Record>, i64)> {
    let all = REGISTERS.map(|register| records(register, 25));
    let all = all.prop_map(|registers| registers.into_iter().flatten().collect());
    (all, 2019_i64..=2025)
}

async fn put(world: &World, records: &[Record]) {
    let mut write = world.store.begin(&world.organ).await.unwrap();
    for record in records {
        let new = NewRecord { id: RecordId::new(new_id()), record: record.clone() };
        write.add_record(&world.act(), new).await.unwrap();
    }
    write.commit().await.unwrap();
}

async fn of_year(world: &World, year: i64) -> casework::report::Compiled {
    casework::report::view_year(&world.store, &world.organ, Year::new(year).unwrap()).await.unwrap()
}

/// Opens the year's report and writes into it what the facts suggest.
async fn drafted(world: &World, year: i64) -> casework::report::Compiled {
    let id = world.open(year).await;
    for section in Section::PROSE {
        let words = report::offer_draft(&world.store, &world.organ, &id, section).await.unwrap();
        world.write(&id, section, &words).await;
    }
    world.view(&id).await
}

fn row(report: &Report, row: RequestRow) -> Vec<Option<i64>> {
    RequestColumn::ALL.iter().map(|column| report.amount(CellKey::Request(row, *column))).collect()
}

#[test]
fn identities_hold_for_random_years_of_random_events() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    for engine in engines() {
        let mut runner = TestRunner::new(ProptestConfig {
            cases: CASES,
            failure_persistence: None,
            ..ProptestConfig::default()
        });
        let holds = |(records, year): (Vec<Record>, i64)| {
            runtime.block_on(async {
                let world = town(engine).await;
                put(&world, &records).await;
                let (this, next) = (of_year(&world, year).await, of_year(&world, year + 1).await);
                for compiled in [&this, &next] {
                    for checked in &compiled.findings {
                        let finding = &checked.finding;
                        if IDENTITIES.contains(&finding.rule) {
                            let holds = matches!(finding.verdict, Verdict::Pass | Verdict::NotAssessable);
                            prop_assert!(holds, "{} {}", finding.rule, finding.message);
                        }
                    }
                }
                let arithmetic =
                    ["K-T3-1", "K-T3-2", "K-T3-3", "K-T3-4", "K-T3-5", "K-T3-6", "K-T4-1", "K-T4-2"];
                for rule in arithmetic {
                    let passes = this.findings.iter().any(|checked| {
                        (checked.finding.rule, checked.finding.verdict) == (rule, Verdict::Pass)
                    });
                    prop_assert!(passes, "{rule}");
                }
                prop_assert_eq!(
                    row(&this.report, RequestRow::CarriedOut),
                    row(&next.report, RequestRow::CarriedIn)
                );
                // What we offer ourselves, no rule may find wrong.
                let drafted = drafted(&world, year).await;
                for checked in &drafted.findings {
                    let finding = &checked.finding;
                    let is_wrong = finding.verdict == Verdict::Fail
                        && finding.rule.starts_with("K-X-")
                        && finding.rule != "K-X-5";
                    prop_assert!(
                        !is_wrong,
                        "{} {} {:#?}",
                        finding.rule,
                        finding.message,
                        drafted.report.prose
                    );
                }
                Ok(())
            })
        };
        runner.run(&events(), holds).unwrap();
    }
}
