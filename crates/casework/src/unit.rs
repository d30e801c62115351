//! Villages and departments (单位): entered, renamed, closed, opened again. None is ever deleted, because records name it.

use law::register::{FieldFault, Register};
use store::{Act, Filter, OrganId, Store, Struck, Unit, UnitId, UnitKind, Write};

use crate::account::{Colleague, staff};
use crate::{Error, Result};

/// The longest name and the longest code, in characters.
const NAME_MAX: usize = 60;

/// What somebody writes about a unit.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct UnitDraft {
    /// Village or department.
    pub kind: UnitKind,
    /// Its name, as registers write it.
    pub name: String,
    /// Its code, by which imported files may name it; empty for none.
    pub code: String,
}

/// Enters a unit.
///
/// # Errors
/// Faults of `name` and `code`: empty, too long, or in use as the name or code of another unit.
pub async fn add_unit(store: &Store, organ: &OrganId, act: &Act, draft: UnitDraft, id: UnitId) -> Result<()> {
    let mut write = store.begin(organ).await?;
    let unit = of_draft(&mut write, organ, draft, (id, false)).await?;
    write.add_unit(act, &unit).await?;
    Ok(write.commit().await?)
}

/// Changes name, kind or code. Records keep the name that was written in them.
///
/// # Errors
/// `NotFound`; faults as [`add_unit`]; a fault of `name` when figures were declared under the old one, because the same
/// figure declared again under the new one would count twice.
pub async fn change_unit(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    draft: UnitDraft,
    id: &UnitId,
) -> Result<()> {
    let mut write = store.begin(organ).await?;
    let known = unit_of(&mut write, organ, id).await?;
    let unit = of_draft(&mut write, organ, draft, (id.clone(), known.closed)).await?;
    if unit == known {
        return Ok(());
    }
    if unit.name != known.name {
        let declared = Filter { unit: Some(id.clone()), struck: Struck::Hidden, ..Filter::default() };
        let count = write.count_records(organ, Register::DeclaredFigure, &declared).await?;
        if count > 0 {
            return Err(Error::field(
                "name",
                format!(
                    "“{}”已经报送过 {count} 项业务数据，改名后同一项数据会重复计算。\
                     单位真的改了名的，请停用它，再用新名称新建一个。",
                    known.name
                ),
            ));
        }
    }
    write.change_unit(act, &unit).await?;
    Ok(write.commit().await?)
}

/// Takes a unit out of use: it can no longer be chosen. What was recorded for it stays and can be looked for.
///
/// # Errors
/// `NotFound`; a refusal when it is closed already or somebody still speaks for it.
pub async fn close_unit(store: &Store, organ: &OrganId, act: &Act, id: &UnitId) -> Result<()> {
    let mut write = store.begin(organ).await?;
    let unit = unit_of(&mut write, organ, id).await?;
    if unit.closed {
        return Err(Error::refused(format!("“{}”已经停用。", unit.name)));
    }
    let people = staff(&mut write, organ, act.on).await?;
    let speakers: Vec<&str> = people
        .iter()
        .filter(|known| speaks_for(known, id, act.on))
        .map(|known| known.person.name.as_str())
        .collect();
    if !speakers.is_empty() {
        return Err(Error::refused(format!(
            "{}还在替“{}”报送数据。请先在“人员”里免去这个报送岗，再停用单位。",
            speakers.join("、"),
            unit.name
        )));
    }
    write.change_unit(act, &Unit { closed: true, ..unit }).await?;
    Ok(write.commit().await?)
}

/// Takes a closed unit into use again.
///
/// # Errors
/// `NotFound`; a refusal when it is in use.
pub async fn reopen_unit(store: &Store, organ: &OrganId, act: &Act, id: &UnitId) -> Result<()> {
    let mut write = store.begin(organ).await?;
    let unit = unit_of(&mut write, organ, id).await?;
    if !unit.closed {
        return Err(Error::refused(format!("“{}”没有停用，不用恢复。", unit.name)));
    }
    write.change_unit(act, &Unit { closed: false, ..unit }).await?;
    Ok(write.commit().await?)
}

/// Whether somebody with a working account hands in figures for the unit beyond that day.
#[must_use]
pub fn speaks_for(known: &Colleague, unit: &UnitId, day: law::Date) -> bool {
    !known.person.disabled && known.posts_beyond(day).any(|(post, _)| post.unit_id.as_ref() == Some(unit))
}

async fn unit_of(write: &mut Write, organ: &OrganId, id: &UnitId) -> Result<Unit> {
    let found = write.units(organ).await?.into_iter().find(|unit| unit.id == *id);
    Ok(found.ok_or(store::Error::NotFound("unit"))?)
}

/// The unit of a draft, with its identifier and whether it is closed; every fault beside its field.
async fn of_draft(
    write: &mut Write,
    organ: &OrganId,
    draft: UnitDraft,
    (id, closed): (UnitId, bool),
) -> Result<Unit> {
    let (name, code) = (draft.name.trim().to_owned(), draft.code.trim().to_owned());
    let others: Vec<Unit> = write.units(organ).await?.into_iter().filter(|other| other.id != id).collect();
    // A file may name a unit by either, so that no name may be another's code.
    let owner =
        |text: &str| others.iter().find(|other| other.name == text || other.code.as_deref() == Some(text));
    let is_bad = |text: &str| text.chars().count() > NAME_MAX || text.chars().any(char::is_control);
    let mut faults = Vec::new();
    let mut fault = |field, message| faults.push(FieldFault { field, message });
    for (field, what, text) in [("name", "名称", &name), ("code", "编码", &code)] {
        if is_bad(text) {
            fault(field, format!("{what}最多 {NAME_MAX} 个字，写成一行。"));
        } else if let Some(other) = owner(text).filter(|_| !text.is_empty()) {
            let closed = if other.closed { "已停用的" } else { "" };
            fault(field, format!("{closed}单位“{}”已经用了“{text}”，请换一个。", other.name));
        }
    }
    if name.is_empty() {
        fault("name", "请填写单位名称。".to_owned());
    }
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    Ok(Unit { id, kind: draft.kind, name, code: Some(code).filter(|code| !code.is_empty()), closed })
}
