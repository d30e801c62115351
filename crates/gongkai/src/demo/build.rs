//! Writing the demonstration county into an empty store, through the same acts as the desk.

use anyhow::bail;
use casework::account::{NewAccount, add_account};
use casework::organ::{NewOrgan, add_organ};
use law::Date;
use law::calendar::{Region, WorkCalendar};
use law::register::{Record, Register, Values};
use store::{Act, NewRecord, OrganId, RecordId, Store, Unit, UnitId, UnitKind};

use super::county::{ORGANS, Organ, PEOPLE, Person, VILLAGES};
use super::days::date;
use super::{COUNTY, Days, NEIGHBOUR, TOWN, checks, neighbour_records, portal, reports, town_records};

/// The password of every account: the county is served on loopback only, and nothing in it is real.
pub(super) const PASSWORD: &str = "Yanshi-2020";

/// What the building needs from outside.
#[derive(Clone, Copy)]
pub(super) struct Tools<'a> {
    /// The instant of recording.
    pub(super) now: jiff::Timestamp,
    /// The day on which the demonstration stands.
    pub(super) today: Date,
    /// The calendar that the deadlines are reckoned by.
    pub(super) calendar: &'a WorkCalendar,
    /// Makes an identifier.
    pub(super) new_id: &'a (dyn Fn() -> String + Send + Sync),
    /// Makes a secret of 64 hexadecimal digits.
    pub(super) new_secret: &'a (dyn Fn() -> anyhow::Result<String> + Send + Sync),
}

impl Tools<'_> {
    pub(super) fn act(&self) -> Act {
        Act::of_the_system(self.now, self.today)
    }
}

/// The identifiers of the organs, in the order of [`ORGANS`].
type Organs = Vec<(&'static str, OrganId)>;

/// Builds the county. The store must have no organ.
///
/// # Errors
/// When it has one, or when it cannot be written.
pub(super) async fn build(store: &Store, tools: &Tools<'_>) -> anyhow::Result<()> {
    if !store.read().await?.organs().await?.is_empty() {
        bail!("这里已经有机关了，演示县只能建在空的地方。");
    }
    let organs = add_organs(store, tools).await?;
    for person in PEOPLE {
        add_person(store, tools, &organs, person).await?;
    }
    let days = Days::new(tools.calendar, tools.today);
    let town = id_of(&organs, TOWN.key)?;
    write_records(store, tools, town, town_records(&days)).await?;
    write_records(store, tools, id_of(&organs, NEIGHBOUR.key)?, neighbour_records(&days)).await?;
    reports::write(store, tools, town).await?;
    checks::write(store, tools, id_of(&organs, COUNTY.key)?).await
}

async fn add_organs(store: &Store, tools: &Tools<'_>) -> anyhow::Result<Organs> {
    let mut organs = Organs::new();
    for organ in ORGANS {
        let parent_id = match organ.above {
            Some(above) => Some(id_of(&organs, above)?.clone()),
            None => None,
        };
        let new = NewOrgan {
            name: organ.name.to_owned(),
            kind: organ.kind,
            region: Region::CN,
            parent_id,
            code: organ.code.map(str::to_owned),
        };
        let fresh = ((tools.new_id)(), (tools.new_secret)()?);
        let id = add_organ(store, &tools.act(), new, fresh).await?;
        describe(store, tools, &id, organ).await?;
        add_units(store, tools, &id, organ).await?;
        organs.push((organ.key, id));
    }
    Ok(organs)
}

/// Writes down what the organ says about itself in public.
async fn describe(store: &Store, tools: &Tools<'_>, id: &OrganId, organ: &Organ) -> anyhow::Result<()> {
    let mut write = store.begin(&OrganId::system()).await?;
    let mut known = write.organ(id).await?;
    known.portal = serde_json::to_value(portal::settings(organ))?;
    write.change_organ(&tools.act(), &known).await?;
    Ok(write.commit().await?)
}

async fn add_units(store: &Store, tools: &Tools<'_>, id: &OrganId, organ: &Organ) -> anyhow::Result<()> {
    let mut write = store.begin(id).await?;
    for (at, name) in organ.units.iter().enumerate() {
        let is_village = VILLAGES.contains(name) || organ.key == NEIGHBOUR.key;
        let unit = Unit {
            id: UnitId::new((tools.new_id)()),
            kind: if is_village { UnitKind::Village } else { UnitKind::Department },
            name: (*name).to_owned(),
            code: Some(format!("YS{:02}", at + 1)),
            closed: false,
        };
        write.add_unit(&tools.act(), &unit).await?;
    }
    Ok(write.commit().await?)
}

async fn add_person(
    store: &Store,
    tools: &Tools<'_>,
    organs: &Organs,
    person: &Person,
) -> anyhow::Result<()> {
    let organ = id_of(organs, person.organ)?;
    let units = store.read().await?.units(organ).await?;
    let unit = units.into_iter().find(|unit| Some(unit.name.as_str()) == person.unit);
    let account = NewAccount {
        login: person.sign_in.to_owned(),
        name: person.name.to_owned(),
        password: PASSWORD.to_owned(),
        kind: person.post,
        unit_id: unit.map(|unit| unit.id),
    };
    let since = Act { on: date(2023, 1, 1), ..tools.act() };
    add_account(store, organ, &since, account, tools.new_id).await?;
    Ok(())
}

async fn write_records(
    store: &Store,
    tools: &Tools<'_>,
    organ: &OrganId,
    registers: Vec<(Register, Vec<Values>)>,
) -> anyhow::Result<()> {
    let act = tools.act().because("演示数据，内容均为虚构");
    let mut write = store.begin(organ).await?;
    for (register, rows) in registers {
        let mut records = Vec::new();
        for row in rows {
            let Ok(record) = Record::parse(register, &row) else {
                bail!("演示数据有误：{}。", register.label());
            };
            records.push(NewRecord { id: RecordId::new((tools.new_id)()), record });
        }
        write.add_records(&act, register, records).await?;
    }
    write.commit().await?;
    casework::deadlines::refresh(store, organ, tools.calendar).await?;
    Ok(())
}

fn id_of<'a>(organs: &'a Organs, key: &str) -> anyhow::Result<&'a OrganId> {
    match organs.iter().find(|(known, _)| *known == key) {
        Some((_, id)) => Ok(id),
        None => bail!("演示县没有代号为“{key}”的机关。"),
    }
}
