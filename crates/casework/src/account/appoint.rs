//! Posts of people who are here already: one more, one less, or the first one after a time away.

use store::{Act, OrganId, PersonId, Store, TenureId, UnitId};

use super::govern::{fits_unit, manageable};
use super::hash;
use super::manage::{take_post, vacant};
use super::staff::{colleague, staff};
use crate::{Error, PostKind, Result};

/// A post to be taken.
#[derive(Clone, Debug)]
pub struct Appointment {
    /// The kind of post.
    pub kind: PostKind,
    /// For a submitter: the unit it speaks for.
    pub unit_id: Option<UnitId>,
}

/// Lets a colleague hold one more post from today. A free one of the kind is taken over with its cases.
///
/// # Errors
/// `NotFound`; a fault of `unit`; a fault of `kind` when they hold such a post already; a refusal for oneself and for a
/// disabled account.
pub async fn appoint_colleague(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    (id, new): (&PersonId, Appointment),
    new_id: &(dyn Fn() -> String + Send + Sync),
) -> Result<()> {
    let mut write = store.begin(organ).await?;
    let of = colleague(&mut write, organ, id, act.on).await?;
    if of.person.disabled {
        return Err(Error::refused(format!("账号“{}”已经停用。请先恢复账号。", of.person.login)));
    }
    if act.person.as_ref() == Some(id) {
        return Err(Error::refused("自己的岗位不能自己加，请由本机关的另一位系统管理员办理。"));
    }
    let units = write.units(organ).await?;
    fits_unit(new.kind, new.unit_id.as_ref(), &units)?;
    let mut posts = of.posts_beyond(act.on);
    let holds = posts.any(|(post, _)| post.kind == new.kind.key() && post.unit_id == new.unit_id);
    if holds {
        return Err(Error::field("kind", format!("{}已经在这个岗位上了。", of.person.name)));
    }
    let free = vacant(&mut write, organ, act, new.kind, new.unit_id.as_ref()).await?;
    take_post(&mut write, act, (id, free), (new.kind, new.unit_id), new_id).await?;
    Ok(write.commit().await?)
}

/// Ends one of a colleague's posts: they hold it to the end of today, a successor inherits its cases.
///
/// # Errors
/// `NotFound` for a term that is not theirs or has ended; a refusal for the last administrator's post.
pub async fn relieve_colleague(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    (id, term): (&PersonId, &TenureId),
) -> Result<()> {
    let mut write = store.begin(organ).await?;
    let of = colleague(&mut write, organ, id, act.on).await?;
    let found = of.posts_beyond(act.on).find(|(_, tenure)| tenure.id == *term);
    let Some((post, _)) = found else { return Err(store::Error::NotFound("tenure").into()) };
    let is_administrator = post.kind == PostKind::Administrator.key();
    if is_administrator && act.person.as_ref() == Some(id) {
        return Err(Error::refused("不能免去自己的系统管理岗，请由本机关的另一位系统管理员办理。"));
    }
    if is_administrator {
        let others = staff(&mut write, organ, act.on).await?;
        if !others.iter().any(|other| other.person.id != *id && other.administers_on(act.on)) {
            return Err(Error::refused(format!(
                "{}是本机关最后一位系统管理员，免去后就没有人能管理账号了。请先让接手的人任系统管理岗。",
                of.person.name
            )));
        }
    }
    write.end_tenure(act, term, act.on).await?;
    Ok(write.commit().await?)
}

/// Lets a disabled colleague sign in again, in a post from today and with a new password: whoever knew the old one may
/// have been the reason for disabling.
///
/// # Errors
/// `NotFound` for a person of other organs only; a refusal for an account that is not disabled and for somebody who
/// has a post elsewhere; faults of `unit` and `password`.
pub async fn enable_colleague(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    (id, new, (password, salt)): (&PersonId, Appointment, (String, String)),
    new_id: &(dyn Fn() -> String + Send + Sync),
) -> Result<()> {
    let password_hash = hash(password, salt).await.map_err(|error| match error {
        Error::Password(fault) => Error::field("password", fault.to_string()),
        other => other,
    })?;
    let mut write = store.begin(organ).await?;
    let of = manageable(&mut write, organ, act, id).await?;
    if !of.person.disabled {
        return Err(Error::refused(format!("账号“{}”没有停用，不用恢复。", of.person.login)));
    }
    let units = write.units(organ).await?;
    fits_unit(new.kind, new.unit_id.as_ref(), &units)?;
    // A term that the command line's disabling left open would come back unasked with the account.
    for (_, tenure) in
        of.tenures.iter().filter(|(_, tenure)| tenure.until_on.is_none_or(|until| until > act.on))
    {
        write.end_tenure(act, &tenure.id, act.on.max(tenure.from_on)).await?;
    }
    let free = vacant(&mut write, organ, act, new.kind, new.unit_id.as_ref()).await?;
    write.enable_person(act, id).await?;
    write.set_password(act, id, &password_hash).await?;
    take_post(&mut write, act, (id, free), (new.kind, new.unit_id), new_id).await?;
    Ok(write.commit().await?)
}
