//! What an administrator sets for the organ: its units, what it says about itself, the day of its annual report.

#![expect(clippy::panic, reason = "an answer of another kind fails the test")]

use casework::account::{
    Appointment, NewAccount, add_colleague, appoint_colleague, relieve_colleague, staff,
};
use casework::portal::{PortalSettings, change_portal, set_report_day};
use casework::report::{report_day, report_due};
use casework::unit::{UnitDraft, add_unit, change_unit, close_unit, reopen_unit};
use casework::{Error, PostKind, Result};
use law::register::{Record, Register, Value, Values};
use store::testing::engines;
use store::{EventKind, NewRecord, Organ, OrganId, OrganKind, RecordId, Unit, UnitId, UnitKind};

use crate::world::{World, new_id};

fn village(name: &str, code: &str) -> UnitDraft {
    UnitDraft { kind: UnitKind::Village, name: name.to_owned(), code: code.to_owned() }
}

async fn enter(world: &World, name: &str, code: &str) -> Result<UnitId> {
    let id = UnitId::new(new_id());
    add_unit(&world.store, &world.organ, &world.act(), village(name, code), id.clone()).await?;
    Ok(id)
}

async fn rename(world: &World, id: &UnitId, name: &str) -> Result<()> {
    change_unit(&world.store, &world.organ, &world.act(), village(name, ""), id).await
}

async fn units(world: &World) -> Vec<Unit> {
    world.store.read().await.unwrap().units(&world.organ).await.unwrap()
}

async fn organ(world: &World, id: &OrganId) -> Organ {
    world.store.read().await.unwrap().organ(id).await.unwrap()
}

/// Field and words of each fault.
fn faults<T: std::fmt::Debug>(result: Result<T>) -> Vec<(&'static str, String)> {
    let Err(Error::Invalid(faults)) = result else { panic!("{result:?}") };
    faults.into_iter().map(|fault| (fault.field, fault.message)).collect()
}

fn refusal<T: std::fmt::Debug>(result: Result<T>) -> String {
    let Err(Error::Refused(words)) = result else { panic!("{result:?}") };
    words
}

async fn declare(world: &World, unit: &str) {
    let text = |text: &str| Value::Text(text.to_owned());
    let values = Values::from([
        ("source_no", text("报2025-0001")),
        ("declared_by", text("报送岗")),
        ("unit", text(unit)),
        ("year", Value::Int(2025)),
        ("indicator", text("licence.processed")),
        ("figure", Value::Int(3)),
    ]);
    let indicator = law::register::INDICATORS.first().unwrap().key();
    let values: Values = values
        .into_iter()
        .map(|(key, value)| if key == "indicator" { (key, text(indicator)) } else { (key, value) })
        .collect();
    let record = Record::parse(Register::DeclaredFigure, &values).unwrap();
    let mut write = world.store.begin(&world.organ).await.unwrap();
    let new = vec![NewRecord { id: RecordId::new(new_id()), record }];
    write.add_records(&world.act(), Register::DeclaredFigure, new).await.unwrap();
    write.commit().await.unwrap();
}

#[tokio::test]
async fn a_unit_is_entered_renamed_closed_and_opened_again() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        let id = enter(&world, " 河西村 ", "640402").await.unwrap();
        rename(&world, &id, "河西社区").await.unwrap();
        close_unit(&world.store, &world.organ, &world.act().because("合并"), &id).await.unwrap();
        let known = units(&world).await;
        assert_eq!((known[0].name.as_str(), &known[0].code, known[0].closed), ("河西社区", &None, true));
        refusal(close_unit(&world.store, &world.organ, &world.act(), &id).await);
        reopen_unit(&world.store, &world.organ, &world.act(), &id).await.unwrap();
        refusal(reopen_unit(&world.store, &world.organ, &world.act(), &id).await);
        assert!(!units(&world).await[0].closed);
        let mut read = world.store.read().await.unwrap();
        let kinds: Vec<EventKind> =
            read.latest_events(&world.organ, 10).await.unwrap().into_iter().map(|event| event.kind).collect();
        assert_eq!(kinds.iter().filter(|kind| **kind == EventKind::UnitChanged).count(), 3);
        assert_eq!(kinds.iter().filter(|kind| **kind == EventKind::UnitAdded).count(), 1);
    }
}

#[tokio::test]
async fn no_two_units_answer_to_the_same_word() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        enter(&world, "河西村", "A1").await.unwrap();
        assert_eq!(faults(enter(&world, "河西村", "").await)[0].0, "name");
        assert_eq!(faults(enter(&world, "A1", "").await)[0].0, "name");
        assert_eq!(faults(enter(&world, "河东村", "河西村").await)[0].0, "code");
        assert_eq!(faults(enter(&world, " ", "").await)[0], ("name", "请填写单位名称。".to_owned()));
        assert_eq!(faults(enter(&world, &"长".repeat(61), "").await)[0].0, "name");
        assert_eq!(units(&world).await.len(), 1);
        let nobody = rename(&world, &UnitId::new("nobody"), "河东村").await;
        assert!(nobody.unwrap_err().is_not_found());
    }
}

#[tokio::test]
async fn a_unit_that_declared_figures_keeps_its_name_so_that_none_counts_twice() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        let id = enter(&world, "河西村", "").await.unwrap();
        declare(&world, "河西村").await;
        let found = faults(rename(&world, &id, "河西社区").await);
        assert!(found[0].1.contains("重复计算"), "{found:?}");
        // Its code may change.
        let coded = change_unit(&world.store, &world.organ, &world.act(), village("河西村", "A1"), &id).await;
        coded.unwrap();
    }
}

#[tokio::test]
async fn nobody_speaks_for_a_unit_that_is_closed() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        let id = enter(&world, "河西村", "").await.unwrap();
        let account = NewAccount {
            login: "cun".to_owned(),
            name: "李村".to_owned(),
            password: "Correct-horse-1".to_owned(),
            kind: PostKind::Submitter,
            unit_id: Some(id.clone()),
        };
        let person = add_colleague(&world.store, &world.organ, &world.act(), account, &new_id).await.unwrap();
        let refused = refusal(close_unit(&world.store, &world.organ, &world.act(), &id).await);
        assert!(refused.contains("李村"), "{refused}");
        let people =
            staff(&mut world.store.read().await.unwrap(), &world.organ, world.today()).await.unwrap();
        let term = people[0].tenures[0].1.id.clone();
        relieve_colleague(&world.store, &world.organ, &world.act(), (&person, &term)).await.unwrap();
        close_unit(&world.store, &world.organ, &world.act(), &id).await.unwrap();
        let again = Appointment { kind: PostKind::Submitter, unit_id: Some(id) };
        let appointed =
            appoint_colleague(&world.store, &world.organ, &world.act(), (&person, again), &new_id).await;
        assert_eq!(faults(appointed)[0].0, "unit");
    }
}

fn settings(slug: &str) -> PortalSettings {
    PortalSettings { slug: slug.to_owned(), phone: " 0954-2061234 ".to_owned(), ..PortalSettings::default() }
}

async fn change(world: &World, organ: &OrganId, new: PortalSettings) -> Result<()> {
    change_portal(&world.store, organ, &world.act(), new).await
}

#[tokio::test]
async fn an_address_that_is_given_up_is_remembered_and_nobody_else_gets_it() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        world.county_act().await;
        let county = OrganId::new("example-county");
        change(&world, &world.organ, settings("shilizhen")).await.unwrap();
        change(&world, &world.organ, settings("shili")).await.unwrap();
        let known = PortalSettings::of(&organ(&world, &world.organ).await);
        assert_eq!(known.phone, "0954-2061234");
        assert_eq!(known.former_slugs, ["example-town", "shilizhen"]);
        for taken in ["shili", "shilizhen", "example-town"] {
            assert_eq!(faults(change(&world, &county, settings(taken)).await)[0].0, "slug", "{taken}");
        }
        change(&world, &world.organ, settings("shilizhen")).await.unwrap();
        let known = PortalSettings::of(&organ(&world, &world.organ).await);
        assert_eq!(known.former_slugs, ["example-town", "shili"]);
    }
}

#[tokio::test]
async fn the_same_settings_again_write_nothing() {
    let world = World::on(store::Engine::Sqlite, "2026-11-23").await;
    change(&world, &world.organ, settings("shili")).await.unwrap();
    let writes =
        async || world.store.read().await.unwrap().latest_events(&world.organ, 100).await.unwrap().len();
    let before = writes().await;
    change(&world, &world.organ, settings("shili")).await.unwrap();
    assert_eq!(writes().await, before);
}

#[tokio::test]
async fn a_township_reports_by_the_day_of_its_county_else_its_own_else_the_end_of_january() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        let due = async || {
            let mut read = world.store.read().await.unwrap();
            let town = read.organ(&world.organ).await.unwrap();
            let by = report_day(&mut read, &town).await.unwrap().set_by;
            (report_due(&mut read, &town, 2026).await.unwrap().to_string(), by)
        };
        let set = async |organ: &OrganId, day| set_report_day(&world.store, organ, &world.act(), day).await;
        assert_eq!(due().await, ("2027-01-31".to_owned(), None));
        set(&world.organ, Some((1, 25))).await.unwrap();
        assert_eq!(due().await, ("2027-01-25".to_owned(), Some("示例镇人民政府".to_owned())));
        world.county_act().await;
        let county = OrganId::new("example-county");
        assert_eq!(due().await.0, "2027-01-25", "a county that has set nothing changes nothing");
        set(&county, Some((1, 28))).await.unwrap();
        assert_eq!(due().await, ("2027-01-28".to_owned(), Some("示例县".to_owned())));
        assert!(refusal(set(&world.organ, Some((1, 20))).await).contains("上级机关"));
        set(&county, None).await.unwrap();
        assert_eq!(due().await.0, "2027-01-25");
        for bad in [(4, 1), (2, 29), (1, 0), (13, 1)] {
            assert_eq!(faults(set(&county, Some(bad)).await)[0].0, "report_day", "{bad:?}");
        }
        let mut read = world.store.read().await.unwrap();
        let own = report_due(&mut read, &organ(&world, &county).await, 2026).await.unwrap();
        assert_eq!(own.to_string(), "2027-03-31", "its own day is the law's");
    }
}

#[tokio::test]
async fn the_day_of_a_department_is_the_laws() {
    let world = World::on(store::Engine::Sqlite, "2026-11-23").await;
    let mut write = world.store.begin(&world.organ).await.unwrap();
    let town = organ(&world, &world.organ).await;
    write.change_organ(&world.act(), &Organ { kind: OrganKind::Department, ..town }).await.unwrap();
    write.commit().await.unwrap();
    refusal(set_report_day(&world.store, &world.organ, &world.act(), Some((1, 20))).await);
}
