//! What an administrator does with the accounts of the own organ. The command line, which the operator uses, is not
//! bound by these limits.

use store::{Act, OrganId, PersonId, Store, Unit, UnitId, Write};

use super::staff::{Colleague, colleague, holds_on, staff};
use super::{NewAccount, add_account, hash};
use crate::{Error, PostKind, Result};

/// Makes an account in the own organ; every fault is told beside its field.
///
/// # Errors
/// Faults of `login`, `name`, `password`, `unit`: a submitter speaks for one unit of the organ, nobody else for any.
pub async fn add_colleague(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    account: NewAccount,
    new_id: &(dyn Fn() -> String + Send + Sync),
) -> Result<PersonId> {
    let units = store.read().await?.units(organ).await?;
    fits_unit(account.kind, account.unit_id.as_ref(), &units)?;
    add_account(store, organ, act, account, new_id).await.map_err(|error| match error {
        Error::Password(fault) => Error::field("password", fault.to_string()),
        Error::Store(store::Error::Conflict(_)) => {
            Error::field("login", "这个登录名已经有人用了，请换一个。")
        }
        other => other,
    })
}

/// Sets a new password for a colleague who forgot theirs; all their sessions end.
///
/// # Errors
/// `NotFound` for a person of other organs only; a refusal for oneself, for a disabled account and for somebody who
/// has a post elsewhere too; a fault of `password`.
pub async fn reset_colleague_password(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    id: &PersonId,
    (password, salt): (String, String),
) -> Result<()> {
    let password_hash = hash(password, salt).await.map_err(|error| match error {
        Error::Password(fault) => Error::field("password", fault.to_string()),
        other => other,
    })?;
    let mut write = store.begin(organ).await?;
    let of = manageable(&mut write, organ, act, id).await?;
    if act.person.as_ref() == Some(id) {
        return Err(Error::refused("自己的密码请在“我的账号”里修改。"));
    }
    if of.person.disabled {
        return Err(Error::refused(format!("账号“{}”已经停用，不用重置密码。", of.person.login)));
    }
    write.set_password(act, id, &password_hash).await?;
    Ok(write.commit().await?)
}

/// Disables the account of a colleague: their sessions end at once, their posts of this organ are free for a
/// successor, who inherits the cases.
///
/// # Errors
/// `NotFound` for a person of other organs only; a refusal for oneself, for the last administrator, for an account
/// that is disabled already and for somebody who has a post elsewhere too.
pub async fn disable_colleague(store: &Store, organ: &OrganId, act: &Act, id: &PersonId) -> Result<()> {
    let mut write = store.begin(organ).await?;
    let of = manageable(&mut write, organ, act, id).await?;
    if act.person.as_ref() == Some(id) {
        return Err(Error::refused("不能停用自己的账号，请由本机关的另一位系统管理员办理。"));
    }
    if of.person.disabled {
        return Err(Error::refused(format!("账号“{}”已经停用。", of.person.login)));
    }
    if of.administers_on(act.on) {
        let others = staff(&mut write, organ, act.on).await?;
        if !others.iter().any(|other| other.person.id != *id && other.administers_on(act.on)) {
            return Err(Error::refused(format!(
                "{}是本机关最后一位系统管理员，停用后就没有人能管理账号了。请先给接手的人新建系统管理岗的账号。",
                of.person.name
            )));
        }
    }
    write.disable_person(act, id).await?;
    for (_, tenure) in of.tenures.iter().filter(|(_, tenure)| holds_on(tenure, act.on)) {
        if tenure.until_on.is_none_or(|until| until > act.on) {
            write.end_tenure(act, &tenure.id, act.on).await?;
        }
    }
    Ok(write.commit().await?)
}

/// A colleague whose account belongs to this organ alone today. Whoever could reset the password of somebody who has
/// a post elsewhere could act there.
pub(super) async fn manageable(
    write: &mut Write,
    organ: &OrganId,
    act: &Act,
    id: &PersonId,
) -> Result<Colleague> {
    let found = colleague(write, organ, id, act.on).await?;
    if found.elsewhere.is_empty() {
        return Ok(found);
    }
    Err(Error::refused(format!(
        "{}现在还在{}任职，一个机关不能单独处理这个账号，请系统运维人员办理。",
        found.person.name,
        found.elsewhere.join("、")
    )))
}

/// Whether a post of that kind speaks for that unit: a submitter for one of the organ in use, nobody else for any.
pub(super) fn fits_unit(kind: PostKind, unit: Option<&UnitId>, units: &[Unit]) -> Result<()> {
    match (kind, unit) {
        (PostKind::Submitter, None) => Err(Error::field("unit", "请选择这个报送岗代表哪个单位。")),
        (PostKind::Submitter, Some(unit)) => {
            match units.iter().any(|known| known.id == *unit && !known.closed) {
                true => Ok(()),
                false => Err(Error::field("unit", "本机关没有这个单位，请重新选择。")),
            }
        }
        (_, Some(_)) => Err(Error::field("unit", "只有报送岗才代表一个单位，其他岗位请不要选。")),
        (_, None) => Ok(()),
    }
}
