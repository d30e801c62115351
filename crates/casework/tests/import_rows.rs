//! Rows of an import one by one: what is passed over, what is refused beside its column, what is only counted.

use std::ops::ControlFlow;
use std::sync::{Arc, Mutex};

use casework::import::{
    FAULTS_SHOWN, ImportOrder, ImportOutcome, OnProgress, Progress, Tools, import_register,
};
use casework::ports::{RowReader, SourceRow};
use law::calendar::WorkCalendar;
use law::measure::Year;
use law::register::{EXAMPLE_NO, Register};

use crate::world::{World, new_id};

/// A file that is rows already: cells are separated by `|`.
struct Rows(Vec<String>);

impl RowReader for Rows {
    fn each_row(
        &self,
        file_name: &str,
        _bytes: Vec<u8>,
        receive: &mut dyn FnMut(SourceRow) -> ControlFlow<()>,
    ) -> Result<(), String> {
        for (number, row) in (1..).zip(&self.0) {
            let cells = row.split('|').map(str::to_owned).collect();
            if receive(SourceRow { sheet: file_name.to_owned(), number, cells }).is_break() {
                break;
            }
        }
        Ok(())
    }
}

const HEADER: &str = "来源编号|标题|内容性质|首次发布日期|发布渠道";

fn file<const N: usize>(rows: [&str; N]) -> Vec<String> {
    std::iter::once(HEADER).chain(rows).map(str::to_owned).collect()
}

async fn world() -> World {
    World::on(store::Engine::Sqlite, "2020-11-02").await
}

/// Brings publications of 2020 in.
async fn bring_in(world: &World, rows: Vec<String>, update: bool, progress: OnProgress) -> ImportOutcome {
    let order = ImportOrder {
        register: Register::Publication,
        year: Year::new(2020).unwrap(),
        file_name: "台账".to_owned(),
        bytes: Vec::new(),
        dry_run: false,
        update,
    };
    let tools = Tools { calendar: &WorkCalendar::built_in(), new_id: &new_id, progress };
    let (store, organ, act) = (&world.store, &world.organ, world.act());
    import_register(store, organ, &act, order, Arc::new(Rows(rows)), tools).await.unwrap()
}

async fn outcome(world: &World, rows: Vec<String>) -> ImportOutcome {
    bring_in(world, rows, false, Arc::new(|_| {})).await
}

fn lines(outcome: &ImportOutcome) -> Vec<String> {
    outcome.faults.iter().map(ToString::to_string).collect()
}

#[tokio::test]
async fn a_number_twice_and_another_year_are_faults_beside_their_column() {
    let rows = file([
        "甲1|一|工作动态|2020-01-05|公告栏",
        "甲1|二|工作动态|2020-02-05|公告栏",
        "甲3|三|工作动态|2019-12-31|公告栏",
        "甲4|四|工作动态||",
    ]);
    let said = lines(&outcome(&world().await, rows).await);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].contains("第 3 行“来源编号”：“甲1”与第 2 行重复"), "{said:?}");
    assert!(said[1].contains("第 4 行“首次发布日期”：是 2019 年的，这次导入的是 2020 年台账"), "{said:?}");
}

#[tokio::test]
async fn a_struck_record_is_not_brought_back_by_a_file() {
    let world = world().await;
    let rows = file(["甲1|一|工作动态|2020-01-05|公告栏"]);
    outcome(&world, rows.clone()).await;
    let numbers = ["甲1".to_owned()];
    let mut write = world.store.begin(&world.organ).await.unwrap();
    let known = write.records_by_source_no(&world.organ, Register::Publication, &numbers).await.unwrap();
    write.strike_record(&world.act(), Register::Publication, &known["甲1"].id).await.unwrap();
    write.commit().await.unwrap();
    for update in [false, true] {
        let refused = bring_in(&world, rows.clone(), update, Arc::new(|_| {})).await;
        assert!(lines(&refused)[0].contains("已经作废"), "{refused:?}");
    }
}

#[tokio::test]
async fn blank_rows_and_the_example_of_the_template_are_passed_over() {
    let example = format!("{EXAMPLE_NO}|（演示）|工作动态|2025-01-05|公告栏");
    let rows = file([&example, " | |", "", "甲1|一|工作动态|2020-01-05|公告栏", "|||"]);
    let outcome = outcome(&world().await, rows).await;
    assert_eq!((outcome.added, outcome.fault_count), (1, 0), "{outcome:?}");
}

#[tokio::test]
async fn columns_that_are_unknown_repeated_or_missing_are_all_named_at_once() {
    let rows = vec!["来源编号|标提|标题|标题".to_owned(), "甲1|一|一|一".to_owned()];
    let said = lines(&outcome(&world().await, rows).await).join("\n");
    assert!(said.contains("“标提”") && said.contains("最接近的是“标题”"), "{said}");
    assert!(said.contains("这一列出现了两次") && said.contains("“内容性质”：缺少这一列"), "{said}");
}

#[tokio::test]
async fn many_faults_are_counted_and_the_first_of_them_shown() {
    let mut rows = file([]);
    rows.extend((0..FAULTS_SHOWN + 40).map(|n| format!("甲{n}|一|工作动态|not a day|公告栏")));
    let outcome = outcome(&world().await, rows).await;
    assert_eq!((outcome.faults.len(), outcome.fault_count), (FAULTS_SHOWN, FAULTS_SHOWN + 40));
}

#[tokio::test]
async fn progress_tells_every_row_read_and_ends_with_all_written() {
    let mut rows = file([]);
    rows.extend((0..1_200).map(|n| format!("甲{n}|一|工作动态|2020-01-05|公告栏")));
    let heard = Arc::new(Mutex::new(Vec::new()));
    let hearing = Arc::clone(&heard);
    let progress: OnProgress = Arc::new(move |progress| hearing.lock().unwrap().push(progress));
    assert_eq!(bring_in(&world().await, rows, false, progress).await.added, 1_200);
    let heard = heard.lock().unwrap();
    assert_eq!(heard.iter().filter(|progress| matches!(progress, Progress::Read(_))).count(), 1_200);
    assert_eq!(heard.last(), Some(&Progress::Written(1_200, 1_200)));
}
