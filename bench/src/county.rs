//! Databases to be measured: the demonstration county, and a town with as many records as wanted.

use law::Date;
use law::register::Register;
use store::{Act, NewRecord, Organ, OrganId, OrganKind, Store};

use crate::Bench;
use crate::place::{Engine, Place};
use crate::records;

/// The town's name, and its part of the portal's addresses.
pub(crate) const TOWN: &str = "示例镇人民政府";
pub(crate) const TOWN_ID: &str = "shilizhen";

/// Records written in one transaction.
const AT_ONCE: usize = 20_000;

/// The demonstration county, with texts as they are and a published report.
pub(crate) fn demonstration(bench: &Bench) -> anyhow::Result<Place> {
    let place = bench.places.database(Engine::Sqlite, "demo")?;
    bench.program.run(&mut bench.program.command(&["demo", "--no-serve"], Some(&place)))?;
    Ok(place)
}

/// A town without a record.
pub(crate) fn empty_town(bench: &Bench, engine: Engine, name: &str) -> anyhow::Result<Place> {
    town(bench, engine, name, (0, records::register_of))
}

/// A town with so many publications.
pub(crate) fn town_of_publications(
    bench: &Bench,
    engine: Engine,
    name: &str,
    number: usize,
) -> anyhow::Result<Place> {
    town(bench, engine, name, (number, |_| Register::Publication))
}

/// A town with so many records of all kinds.
pub(crate) fn town_of_records(
    bench: &Bench,
    engine: Engine,
    name: &str,
    number: usize,
) -> anyhow::Result<Place> {
    town(bench, engine, name, (number, records::register_of))
}

/// How many records, and of which register each is.
type Wanted = (usize, fn(usize) -> Register);

fn town(bench: &Bench, engine: Engine, name: &str, wanted: Wanted) -> anyhow::Result<Place> {
    eprintln!("   making a town of {} records on {}", wanted.0, engine.name());
    let place = bench.places.database(engine, name)?;
    bench.runtime.block_on(write(&place, wanted))?;
    Ok(place)
}

async fn write(place: &Place, (number, register_of): Wanted) -> anyhow::Result<()> {
    let store = Store::open(&place.location()).await?;
    let act = act()?;
    let organ = Organ {
        id: OrganId::new(TOWN_ID),
        parent_id: None,
        kind: OrganKind::Township,
        name: TOWN.to_owned(),
        code: None,
        region: law::calendar::Region::CN,
        portal: Default::default(),
    };
    let mut write = store.begin(&OrganId::system()).await?;
    write.add_organ(&act, &organ, &"5a".repeat(32)).await?;
    write.commit().await?;
    for first in (0..number).step_by(AT_ONCE) {
        let mut write = store.begin(&organ.id).await?;
        for register in [Register::Publication, Register::AccessRequest, Register::WorkOrder] {
            let numbers =
                (first..number.min(first + AT_ONCE)).filter(|number| register_of(*number) == register);
            let new: anyhow::Result<Vec<NewRecord>> =
                numbers.map(|number| records::record(register, number)).collect();
            write.add_records(&act, register, new?).await?;
        }
        write.commit().await?;
    }
    store.close().await;
    Ok(())
}

fn act() -> anyhow::Result<Act> {
    let on: Date = "2026-01-05".parse()?;
    Ok(Act::of_the_system("2026-01-05T02:00:00Z".parse()?, on))
}
