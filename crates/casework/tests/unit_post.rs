//! A post that stands for a village or department: what it may declare, and what it sees.

use casework::{
    Capability, Error, PostKind,
    account::{NewAccount, SignedIn, add_account, sign_in, signed_in},
    declare::declare_figures,
    today::due_items_for,
};
use law::register::{Register, Value, Values};
use store::{Unit, UnitId, UnitKind, testing::engines};

use crate::world::{World, new_id, values};

async fn village(world: &World, name: &str) -> UnitId {
    let id = UnitId::new(new_id());
    let kind = UnitKind::Village;
    let new = Unit { id: id.clone(), kind, name: name.to_owned(), code: None, closed: false };
    let mut write = world.store.begin(&world.organ).await.unwrap();
    write.add_unit(&world.act(), &new).await.unwrap();
    write.commit().await.unwrap();
    id
}

async fn seated(world: &World, kind: PostKind, unit_id: Option<UnitId>) -> casework::Result<SignedIn> {
    let (login, password) = (new_id(), "Correct-horse-1".to_owned());
    let account = NewAccount {
        login: login.clone(),
        name: "演示".to_owned(),
        password: password.clone(),
        kind,
        unit_id,
    };
    add_account(&world.store, &world.organ, &world.act(), account, &new_id).await?;
    let opened = sign_in(&world.store, world.now, (&login, password), (new_id(), new_id())).await?;
    Ok(signed_in(&world.store, world.now, &opened.token).await?.unwrap())
}

fn figure(unit: &str, indicator: &str) -> Values {
    let mut figure =
        values([("indicator", indicator), ("source_document", "（演示）登记本"), ("reason", "（演示）补报")]);
    figure.insert("unit", Value::Text(unit.to_owned()));
    figure.insert("year", Value::Int(2025));
    figure.insert("figure", Value::Int(0));
    figure
}

#[tokio::test]
async fn a_unit_declares_no_cell_that_the_registers_count() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        let id = village(&world, "河西村").await;
        let submitter = seated(&world, PostKind::Submitter, Some(id)).await.unwrap();
        let declare = async |person: &SignedIn, unit, indicator| {
            let figures = vec![figure(unit, indicator)];
            declare_figures(&world.store, person, world.now, figures, &new_id).await
        };
        for cell in ["t3.new.nat", "t4.fy.pending"] {
            let refused = declare(&submitter, "河西村", cell).await.unwrap_err();
            assert!(refused.to_string().contains("由台账统计"), "{refused}");
        }
        declare(&submitter, "河西村", "t2.xuke.decisions").await.unwrap();
        let clerk = seated(&world, PostKind::Clerk, None).await.unwrap();
        declare(&clerk, "", "t3.new.nat").await.unwrap_err();
        let mut whole = figure("", "t3.new.nat");
        whole.remove("unit");
        declare_figures(&world.store, &clerk, world.now, vec![whole], &new_id).await.unwrap();
    }
}

#[tokio::test]
async fn a_submitter_without_a_unit_gets_no_account() {
    for engine in engines() {
        let world = World::on(engine, "2026-11-23").await;
        let refused = seated(&world, PostKind::Submitter, None).await.unwrap_err();
        let Error::Invalid(faults) = refused else { panic!("{refused:?}") };
        assert_eq!(faults[0].field, "unit");
    }
}

#[tokio::test]
async fn a_post_sees_what_is_due_of_its_own_unit_or_nothing() {
    for engine in engines() {
        let world = World::on(engine, "2026-01-12").await;
        let id = village(&world, "河西村").await;
        village(&world, "河东村").await;
        for unit in ["河西村", "河东村"] {
            let mut order = values([
                ("source", "hotline_12345"),
                ("category", "complaint"),
                ("subject", "（演示）路灯不亮"),
                ("dispatched_on", "2026-01-08"),
            ]);
            order.insert("source_no", Value::Text(new_id()));
            order.insert("unit", Value::Text(unit.to_owned()));
            world.add(Register::WorkOrder, &order).await.unwrap();
        }
        let due = async |person: &SignedIn| {
            due_items_for(&world.store, &person.seat, &world.calendar, world.today()).await.unwrap().len()
        };
        let submitter = seated(&world, PostKind::Submitter, Some(id.clone())).await.unwrap();
        assert_eq!(submitter.seat.unit_seen().unwrap(), Some(&id));
        let administrator = seated(&world, PostKind::Administrator, None).await.unwrap();
        assert!(matches!(administrator.seat.unit_seen(), Err(Error::NotAllowed(Capability::SeeRecords))));
        let clerk = seated(&world, PostKind::Clerk, None).await.unwrap();
        assert_eq!((due(&submitter).await, due(&administrator).await, due(&clerk).await), (1, 0, 3));
    }
}
