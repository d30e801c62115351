//! Acts of an operator: calendars, organs, exports, checks.

use std::sync::{Arc, Mutex};

use casework::calendar::{calendar_in_force, import_calendar};
use casework::check::{CheckOrder, Checker, check_report};
use casework::export::export_register;
use casework::organ::{NewOrgan, add_organ, find_organ};
use casework::ports::{Paper, RegisterCopy, TableCopy, Typesetter, Unprinted};
use casework::report::ReportDocument;
use inspect::{Document, Reader, Unreadable};
use law::calendar::Region;
use law::register::{Register, Values};
use store::{EventKind, Filter, OrganKind, Page, ReportId, testing::engines};

use crate::world::{World, new_id, values};

const YEAR: &str = "CN,2027-01-01,off,元旦,示例通知\nCN,2027-05-01,off,劳动节,示例通知\n\
                    CN,2027-10-01,off,国庆节,示例通知\nCN,2027-10-02,off,国庆节,示例通知\n\
                    CN,2027-10-03,off,国庆节,示例通知\n";

#[tokio::test]
async fn a_calendar_moves_cases_once_and_the_ledger_says_which() {
    for engine in engines() {
        let world = World::on(engine, "2026-12-30").await;
        let order = |no, day| {
            values([
                ("source_no", no),
                ("source", "hotline_12345"),
                ("category", "complaint"),
                ("subject", "（演示）路灯不亮"),
                ("dispatched_on", day),
            ])
        };
        world.add(Register::WorkOrder, &order("W1", "2026-12-29")).await.unwrap();
        world.add(Register::WorkOrder, &order("W2", "2026-03-02")).await.unwrap();
        let imported = import_calendar(&world.store, &world.act(), YEAR, &new_id).await.unwrap();
        assert_eq!((imported.kept.len(), imported.known.len()), (1, 0));
        assert!(imported.warnings.is_empty() && imported.faults.is_empty(), "{imported:?}");
        assert_eq!(imported.moved.len(), 1);
        let cases = &imported.moved[0].cases;
        assert_eq!((cases.len(), cases[0].source_no.as_str(), cases[0].before), (1, "W1", None), "{cases:?}");
        assert!(cases[0].after.is_some());

        let latest = world.store.read().await.unwrap().latest_events(&world.organ, 1).await.unwrap();
        assert_eq!(latest[0].kind, EventKind::DeadlinesRecomputed);
        assert_eq!(latest[0].content["moved"][0]["source_no"], "W1");
        let in_force = calendar_in_force(&world.store).await.unwrap();
        assert_eq!(in_force.version(), imported.calendar.version());

        let again = import_calendar(&world.store, &world.act(), YEAR, &new_id).await.unwrap();
        assert_eq!((again.kept.len(), again.known.len(), again.moved.len()), (0, 1, 0));
        assert_eq!(world.store.read().await.unwrap().notices().await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn a_faulty_calendar_is_refused_whole_and_a_partial_one_warned_of() {
    let world = World::on(store::Engine::Sqlite, "2026-12-30").await;
    let faulty = format!("{YEAR}CN,2027-02-30,off,春节,示例通知\n");
    let refused = import_calendar(&world.store, &world.act(), &faulty, &new_id).await.unwrap();
    assert_eq!((refused.faults.len(), refused.kept.len()), (1, 0), "{refused:?}");
    assert!(refused.faults[0].starts_with("第6行"), "{refused:?}");
    assert!(world.store.read().await.unwrap().notices().await.unwrap().is_empty());

    let partial = "CN,2027-05-01,off,劳动节,示例通知\n";
    let taken = import_calendar(&world.store, &world.act(), partial, &new_id).await.unwrap();
    assert!(taken.warnings[0].contains("1月1日（元旦）"), "{:?}", taken.warnings);
    assert_eq!(taken.kept.len(), 1);
}

async fn organ(world: &World, name: &str) {
    let new = NewOrgan {
        name: name.to_owned(),
        kind: OrganKind::Township,
        region: Region::CN,
        parent_id: None,
        code: None,
    };
    add_organ(&world.store, &world.act(), new, (new_id(), "1".repeat(64))).await.unwrap();
}

#[tokio::test]
async fn an_organ_is_found_by_what_people_call_it_and_never_guessed() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-02").await;
        organ(&world, "示例镇中心小学").await;
        organ(&world, "示范乡人民政府").await;
        let mut read = world.store.read().await.unwrap();
        for (words, found) in [
            ("示例镇人民政府", "示例镇人民政府"),
            (" 示例镇 ", "示例镇人民政府"),
            ("example-town", "示例镇人民政府"),
            ("小学", "示例镇中心小学"),
            ("示范乡", "示范乡人民政府"),
        ] {
            assert_eq!(find_organ(&mut read, words).await.unwrap().name, found, "{words}");
        }
        for (words, part) in [
            ("示", "可以是好几个机关"),
            ("人民政府", "示例镇人民政府、示范乡人民政府"),
            ("示列镇", "没有“示列镇”这个机关。现有的机关：示例镇人民政府"),
            ("", "没有“”这个机关"),
            ("%", "没有“%”这个机关"),
        ] {
            let error = find_organ(&mut read, words).await.unwrap_err().to_string();
            assert!(error.contains(part), "{words}: {error}");
        }
    }
}

#[tokio::test]
async fn an_organ_is_made_once_and_has_a_name() {
    let world = World::on(store::Engine::Sqlite, "2026-11-02").await;
    for (name, part) in [("示例镇人民政府", "已经有"), ("  ", "填写"), ("示\n例", "填写")] {
        let new = NewOrgan {
            name: name.to_owned(),
            kind: OrganKind::Township,
            region: Region::CN,
            parent_id: None,
            code: None,
        };
        let error = add_organ(&world.store, &world.act(), new, (new_id(), "1".repeat(64))).await.unwrap_err();
        assert!(error.to_string().contains(part), "{name}: {error}");
    }
}

/// Keeps what it is given instead of making a file.
#[derive(Default)]
struct Kept(Mutex<Vec<Values>>);

/// Gives up after the first row.
struct Full;

/// A typesetter that knows nothing but registers.
macro_rules! prints_registers {
    ($name:ident, $register:expr) => {
        impl Typesetter for $name {
            fn ready(&self, _paper: Paper) -> Result<(), String> {
                Ok(())
            }

            fn report(&self, _: Paper, _: &ReportDocument, _: law::Date) -> Result<Vec<u8>, Unprinted> {
                Err(Unprinted::Broken("not asked for".to_owned()))
            }

            fn register(
                &self,
                _copy: &RegisterCopy,
                rows: &mut dyn Iterator<Item = Values>,
            ) -> Result<Vec<u8>, Unprinted> {
                let register: fn(&Self, &mut dyn Iterator<Item = Values>) -> Result<Vec<u8>, Unprinted> =
                    $register;
                register(self, rows)
            }

            fn tables(&self, _: &[TableCopy]) -> Result<Vec<u8>, Unprinted> {
                Err(Unprinted::Broken("not asked for".to_owned()))
            }

            fn letters(&self, _: Paper, _: &[inspect::Letter], _: law::Date) -> Result<Vec<u8>, Unprinted> {
                Err(Unprinted::Broken("not asked for".to_owned()))
            }

            fn template(&self, _register: Register) -> Result<Vec<u8>, Unprinted> {
                Err(Unprinted::Broken("not asked for".to_owned()))
            }
        }
    };
}

prints_registers!(Kept, |kept, rows| {
    kept.0.lock().unwrap().extend(rows);
    Ok(vec![1, 2, 3])
});

prints_registers!(Full, |_, rows| {
    assert!(rows.next().is_some());
    Err(Unprinted::Refused("一张表放不下".to_owned()))
});

#[tokio::test]
async fn an_export_hands_over_every_record_and_the_ledger_remembers_it() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-02").await;
        for number in 0..1_234 {
            let no = format!("甲{number}");
            let record = values([("source_no", no.as_str()), ("title", "一"), ("content_kind", "news")]);
            let record = law::register::Record::parse(Register::Publication, &record).unwrap();
            let mut write = world.store.begin(&world.organ).await.unwrap();
            let new = store::NewRecord { id: store::RecordId::new(new_id()), record };
            write.add_record(&world.act(), new).await.unwrap();
            write.commit().await.unwrap();
        }
        let sheets = Arc::new(Kept::default());
        let all = Filter::default();
        let copy = RegisterCopy {
            paper: Paper::Xlsx,
            register: Register::Publication,
            organ: "示例镇人民政府".to_owned(),
            filter: String::new(),
            on: law::Date::constant(2026, 11, 2),
        };
        let to: (_, Arc<dyn Typesetter>) = (copy.clone(), sheets.clone());
        let exported = export_register(&world.store, &world.organ, &world.act(), &all, to).await.unwrap();
        assert_eq!((exported.rows, exported.bytes.len()), (1_234, 3));
        assert_eq!(sheets.0.lock().unwrap().len(), 1_234);
        let latest = world.store.read().await.unwrap().latest_events(&world.organ, 1).await.unwrap();
        assert_eq!(latest[0].kind, EventKind::RegisterExported);

        let to: (_, Arc<dyn Typesetter>) = (copy, Arc::new(Full));
        let refused = export_register(&world.store, &world.organ, &world.act(), &all, to).await;
        assert_eq!(refused.unwrap_err().to_string(), "一张表放不下");
    }
}

/// Reads UTF-8.
struct Utf8;

impl Reader for Utf8 {
    fn read(&self, bytes: &[u8]) -> Result<Document, Unreadable> {
        let text = std::str::from_utf8(bytes).map_err(|_| Unreadable("认不出文字。".to_owned()))?;
        Ok(Document::from_text(text))
    }
}

#[tokio::test]
async fn a_checked_report_is_kept_with_text_and_findings() {
    let world = World::on(store::Engine::Sqlite, "2026-11-02").await;
    let text = "示范乡人民政府2020年政府信息公开工作年度报告\n一、总体情况\n全年主动公开政府信息12条，其中公告栏公开15条。\n";
    let order = |bytes: &[u8]| CheckOrder {
        file_name: "示范乡.txt".to_owned(),
        bytes: bytes.to_vec(),
        excerpt: false,
    };
    let id = ReportId::new(new_id());
    let (store, organ, act) = (&world.store, &world.organ, world.act());
    let checker = Checker { reader: Arc::new(Utf8), typesetter: None };
    let checked =
        check_report(store, organ, &act, order(text.as_bytes()), &checker, id.clone()).await.unwrap();
    assert_eq!((checked.agency.as_deref(), checked.year), (Some("示范乡人民政府"), Some(2020)));
    let kept = store.read().await.unwrap().checked_report(organ, &id).await.unwrap();
    assert_eq!(kept.words.lines().count(), 3);
    assert_eq!(kept.findings.as_array().unwrap().len(), checked.findings.len());

    let refused =
        check_report(store, organ, &act, order(b"\xFF\xFE"), &checker, ReportId::new(new_id())).await;
    assert_eq!(refused.unwrap_err().to_string(), "认不出文字。");
    assert_eq!(store.read().await.unwrap().checked_reports(organ, Page::first(9)).await.unwrap().len(), 1);
}
