//! Declaring figures (业务数据报送): append-only, the last declaration of the same unit, year and indicator holds.

use law::register::{Indicator, Record, Register, Value, Values};
use store::{NewRecord, RecordId, Store};

use crate::{Capability, Error, Result, account::SignedIn};

/// How many free numbers are looked for before the act gives up.
const NUMBERS_TRIED: i64 = 10_000;

/// One declaration: values of the register, without 来源编号 and 报送人岗位, which the act fills in.
pub type Declaration = Values;

/// Records declarations, all of them or none; their identifiers in the same order.
///
/// Whoever holds a post of a village or department declares for that unit only, and only figures that no register
/// counts: a cell of tables 三 and 四 that is declared replaces what the records say, which is for those who keep them.
///
/// # Errors
/// `NotAllowed`; `Invalid` with the faults of the first declaration that is not valid by itself; a refusal for another
/// unit's figures, or when nothing is declared.
pub async fn declare_figures(
    store: &Store,
    person: &SignedIn,
    now: law::Timestamp,
    declarations: Vec<Declaration>,
    new_id: &(dyn Fn() -> String + Send + Sync),
) -> Result<Vec<RecordId>> {
    if !person.seat.kind.may(Capability::DeclareFigures) {
        return Err(Error::NotAllowed(Capability::DeclareFigures));
    }
    if declarations.is_empty() {
        return Err(Error::refused("没有填写任何数据。请至少填写一项；没有发生的填 0。"));
    }
    if !person.seat.kind.may(Capability::EditRecords) && declarations.iter().any(replaces_records) {
        return Err(Error::refused("表三、表四由台账统计，您的岗位不能手工填报；有出入的，请与经办岗联系。"));
    }
    let organ = &person.seat.organ_id;
    let act = person.act(now);
    let mut write = store.begin(organ).await?;
    let own = match &person.seat.post.unit_id {
        Some(id) => write.units(organ).await?.into_iter().find(|unit| unit.id == *id),
        // A post that stands for a unit and names none stands for nobody.
        None if person.seat.kind.sees_own_unit_only() => {
            return Err(Error::refused("您的岗位没有写明代表哪个单位，不能报送。请与本机关的管理员联系。"));
        }
        None => None,
    };
    let mut ids = Vec::new();
    let mut new = Vec::new();
    let mut number = 0;
    for mut values in declarations {
        if let Some(unit) = &own
            && values.get("unit").and_then(Value::as_text) != Some(unit.name.as_str())
        {
            return Err(Error::refused(format!("您的岗位只能报送“{}”的数据。", unit.name)));
        }
        let source_no = free_number(&mut write, organ, &values, &mut number).await?;
        values.insert("source_no", Value::Text(source_no));
        values.insert("declared_by", Value::Text(person.seat.post.name.clone()));
        let record = Record::parse(Register::DeclaredFigure, &values).map_err(Error::Invalid)?;
        let id = RecordId::new(new_id());
        ids.push(id.clone());
        new.push(NewRecord { id, record });
    }
    write.add_records(&act, Register::DeclaredFigure, new).await?;
    write.commit().await?;
    Ok(ids)
}

fn replaces_records(values: &Declaration) -> bool {
    let indicator = values.get("indicator").and_then(Value::as_text).and_then(Indicator::from_key);
    indicator.is_some_and(Indicator::replaces_records)
}

/// The next free number of the year, `报2025-0012`: the transaction keeps others from taking it.
async fn free_number(
    read: &mut store::Read,
    organ: &store::OrganId,
    values: &Values,
    last: &mut i64,
) -> Result<String> {
    let year = values.get("year").and_then(Value::as_int).unwrap_or_default();
    if *last == 0 {
        let filter = store::Filter {
            struck: store::Struck::Shown,
            conditions: vec![store::Condition::Is("year".to_owned(), Value::Int(year))],
            ..store::Filter::default()
        };
        *last = read.count_records(organ, Register::DeclaredFigure, &filter).await?;
    }
    for _ in 0..NUMBERS_TRIED {
        *last += 1;
        let number = format!("报{year}-{last:04}");
        let taken = [number.clone()];
        if read.records_by_source_no(organ, Register::DeclaredFigure, &taken).await?.is_empty() {
            return Ok(number);
        }
    }
    Err(Error::refused("报送编号用完了，请与管理员联系。"))
}
