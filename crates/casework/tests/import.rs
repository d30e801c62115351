//! Importing a register: all or nothing, every bad row named, repeatable, undoable.

use std::{ops::ControlFlow, sync::Arc};

use casework::{
    Error,
    import::{ImportOrder, ImportOutcome, Tools, import_register, undo_import},
    ports::{RowReader, SourceRow},
    record::correct_record,
};
use law::{measure::Year, register::Register};
use store::{Filter, testing::engines};

use crate::world::{World, new_id};

/// A file whose rows are lines and whose cells are separated by `|`.
struct Lines;

impl RowReader for Lines {
    fn each_row(
        &self,
        _: &str,
        bytes: Vec<u8>,
        receive: &mut dyn FnMut(SourceRow) -> ControlFlow<()>,
    ) -> Result<(), String> {
        let text = String::from_utf8(bytes).map_err(|_| "文件不是文字。".to_owned())?;
        for (number, line) in (1..).zip(text.lines()) {
            let cells = line.split('|').map(str::to_owned).collect();
            if receive(SourceRow { sheet: "台账".to_owned(), number, cells }).is_break() {
                break;
            }
        }
        Ok(())
    }
}

const HEADER: &str = "来源编号|来源|诉求类别|诉求内容|派单日期|办结日期\n";

async fn import(
    world: &World,
    text: &str,
    year: i64,
    update: bool,
    dry_run: bool,
) -> casework::Result<ImportOutcome> {
    let order = ImportOrder {
        register: Register::WorkOrder,
        year: Year::new(year).unwrap(),
        file_name: "台账.csv".to_owned(),
        bytes: text.as_bytes().to_vec(),
        dry_run,
        update,
    };
    let tools = Tools { calendar: &world.calendar, new_id: &new_id, progress: Arc::new(|_| {}) };
    import_register(&world.store, &world.organ, &world.act(), order, Arc::new(Lines), tools).await
}

async fn count(world: &World) -> i64 {
    let mut read = world.store.read().await.unwrap();
    read.count_records(&world.organ, Register::WorkOrder, &Filter::default()).await.unwrap()
}

fn rows(numbers: &[&str]) -> String {
    let row = |number: &&str| format!("{number}|12345热线|投诉|（演示）路灯不亮|2020-03-02|2020年3月5日\n");
    HEADER.to_owned() + &numbers.iter().map(row).collect::<String>()
}

#[tokio::test]
async fn a_good_file_is_imported_whole_and_can_be_undone_whole() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        let outcome = import(&world, &rows(&["G-1", "G-2", "G-3"]), 2020, false, false).await.unwrap();
        assert_eq!((outcome.added, outcome.fault_count, count(&world).await), (3, 0, 3));
        let undone =
            undo_import(&world.store, &world.organ, &world.act(), &outcome.import.unwrap(), &world.calendar)
                .await
                .unwrap();
        assert_eq!((undone.removed, count(&world).await), (3, 0));
    }
}

#[tokio::test]
async fn one_bad_row_stops_all_and_every_bad_row_is_named() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        let text = HEADER.to_owned()
            + "G-1|12345热线|投诉|（演示）路灯不亮|2020-03-02|\n"
            + "G-2|12345热线|投素|（演示）路灯不亮|2020-03-02|\n"
            + "\n"
            + "G-3|12345热线|投诉|（演示）路灯不亮|2020-02-30|\n"
            + "G-1|12345热线|投诉|（演示）路灯不亮|2020-03-02|\n"
            + "G-4|12345热线|投诉|（演示）路灯不亮|2021-03-02|\n"
            + "G-5|12345热线|投诉|（演示）路灯不亮|2020-03-05|2020-03-02\n";
        let outcome = import(&world, &text, 2020, false, false).await.unwrap();
        let named: Vec<_> = outcome.faults.iter().map(|fault| (fault.row, fault.column.as_str())).collect();
        assert_eq!(
            named,
            [(3, "诉求类别"), (5, "派单日期"), (6, "来源编号"), (7, "派单日期"), (8, "办结日期")]
        );
        assert_eq!((outcome.import, count(&world).await), (None, 0));
        let told = outcome.faults[2].to_string();
        assert_eq!(told, "工作表“台账”第 6 行“来源编号”：“G-1”与第 2 行重复，请改成不同的编号。");
    }
}

#[tokio::test]
async fn the_same_file_again_is_skipped_and_other_content_is_a_conflict_unless_it_is_an_update() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        import(&world, &rows(&["G-1", "G-2"]), 2020, false, false).await.unwrap();
        let again = import(&world, &rows(&["G-1", "G-2", "G-3"]), 2020, false, false).await.unwrap();
        assert_eq!((again.added, again.skipped, again.fault_count), (1, 2, 0));
        let other = rows(&["G-1"]).replace("投诉", "求助");
        let refused = import(&world, &other, 2020, false, false).await.unwrap();
        assert_eq!(refused.fault_count, 1);
        assert!(refused.faults[0].message.contains("“诉求类别”不同"), "{}", refused.faults[0]);
        let updated = import(&world, &other, 2020, true, false).await.unwrap();
        assert_eq!((updated.corrected, updated.added, count(&world).await), (1, 0, 3));
    }
}

#[tokio::test]
async fn a_dry_run_tells_and_writes_nothing() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        let outcome = import(&world, &rows(&["G-1", "G-2"]), 2020, false, true).await.unwrap();
        assert_eq!((outcome.added, outcome.import, count(&world).await), (2, None, 0));
    }
}

#[tokio::test]
async fn an_import_whose_record_was_changed_later_is_not_undone() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        let outcome = import(&world, &rows(&["G-1"]), 2020, false, false).await.unwrap();
        let mut read = world.store.read().await.unwrap();
        let known =
            read.records_by_source_no(&world.organ, Register::WorkOrder, &["G-1".to_owned()]).await.unwrap();
        drop(read);
        let row = &known["G-1"];
        let mut values = row.values.clone();
        values.extend(crate::world::values([("note", "补记")]));
        let act = world.act().because("补记");
        let (of, seen) = ((Register::WorkOrder, &values), (&row.id, row.changed_seq));
        correct_record(&world.store, &world.organ, &act, of, seen, &world.calendar).await.unwrap();
        let undone =
            undo_import(&world.store, &world.organ, &world.act(), &outcome.import.unwrap(), &world.calendar)
                .await;
        assert!(
            matches!(undone, Err(Error::Store(store::Error::ChangedSince(records))) if records.len() == 1)
        );
        assert_eq!(count(&world).await, 1);
    }
}

#[tokio::test]
async fn unusable_files_are_refused_with_a_sentence() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        for (text, part) in [("", "没有表头"), (HEADER, "没有可导入的行")] {
            let refused = import(&world, text, 2020, false, false).await.unwrap_err();
            assert!(refused.to_string().contains(part), "{refused}");
        }
        let unknown = import(&world, "来源编号|诉求类列\nG-1|投诉\n", 2020, false, false).await.unwrap();
        let named: Vec<_> = unknown.faults.iter().map(|fault| fault.column.as_str()).collect();
        assert_eq!(named, ["诉求类列", "来源", "诉求类别", "诉求内容", "派单日期"]);
        assert!(unknown.faults[0].message.contains("最接近的是“诉求类别”"), "{}", unknown.faults[0]);
    }
}

#[tokio::test]
async fn deadlines_follow_an_import_and_its_undoing() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        let due = async || {
            let mut read = world.store.read().await.unwrap();
            let numbers = ["G-1".to_owned()];
            let known = read.records_by_source_no(&world.organ, Register::WorkOrder, &numbers).await.unwrap();
            known["G-1"].due.clone().unwrap().due.map(|day| day.to_string())
        };
        import(&world, &rows(&["G-1"]), 2020, false, false).await.unwrap();
        assert_eq!(due().await.as_deref(), Some("2020-03-16"), "a complaint has ten working days");
        let help = rows(&["G-1"]).replace("投诉", "求助");
        let updated = import(&world, &help, 2020, true, false).await.unwrap();
        assert_eq!(due().await.as_deref(), Some("2020-03-09"), "a call for help has five");
        let import = updated.import.unwrap();
        undo_import(&world.store, &world.organ, &world.act(), &import, &world.calendar).await.unwrap();
        assert_eq!(due().await.as_deref(), Some("2020-03-16"));
    }
}
