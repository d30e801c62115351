//! Making, resetting and disabling accounts.

use store::{
    Act, Held, NewPerson, NewTenure, OrganId, PersonId, Post, PostId, Store, TenureId, UnitId, Write,
};

use super::{SignedIn, hash, matches, staff::holds_on};
use crate::{Error, PostKind, Result, password::PasswordFault};

/// An account to be made: a person and the post they take up today.
#[derive(Debug)]
pub struct NewAccount {
    /// What they type to sign in: letters, digits, `.`, `-`, `_`.
    pub login: String,
    /// Their name.
    pub name: String,
    /// The password, as typed.
    pub password: String,
    /// The kind of post.
    pub kind: PostKind,
    /// For a submitter: the unit it speaks for.
    pub unit_id: Option<UnitId>,
}

/// Makes an account: the person, and an organ's post of that kind held from today.
///
/// A post of the kind that nobody holds is taken over, with its cases; otherwise one is made.
///
/// # Errors
/// An unacceptable password or login; a submitter without a unit; `Conflict` when the login is taken.
pub async fn add_account(
    store: &Store,
    organ: &OrganId,
    act: &Act,
    account: NewAccount,
    new_id: &(dyn Fn() -> String + Send + Sync),
) -> Result<PersonId> {
    let login = account.login.trim().to_owned();
    if login.is_empty() || !login.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')) {
        return Err(Error::field("login", "登录名只能用英文字母、数字和 . - _。"));
    }
    if account.name.trim().is_empty() {
        return Err(Error::field("name", "请填写姓名。"));
    }
    // Without a unit the post would declare, and see, for every one.
    if account.kind.sees_own_unit_only() && account.unit_id.is_none() {
        return Err(Error::field("unit", "报送岗要写明代表哪个单位。"));
    }
    let id = PersonId::new(new_id());
    let password_hash = hash(account.password, new_id()).await?;
    let person = NewPerson { id: id.clone(), login, name: account.name.trim().to_owned(), password_hash };
    // One transaction, in the organ's ledger: an account without a post could not sign in and would keep its login.
    let mut write = store.begin(organ).await?;
    write.add_person(act, &person).await?;
    let free = vacant(&mut write, organ, act, account.kind, account.unit_id.as_ref()).await?;
    take_post(&mut write, act, (&id, free), (account.kind, account.unit_id), new_id).await?;
    write.commit().await?;
    Ok(id)
}

/// Lets somebody hold a post from today: the free one, or a new one of that kind (and unit).
pub(super) async fn take_post(
    write: &mut Write,
    act: &Act,
    (person, free): (&PersonId, Option<PostId>),
    (kind, unit_id): (PostKind, Option<UnitId>),
    new_id: &(dyn Fn() -> String + Send + Sync),
) -> Result<()> {
    let post_id = match free {
        Some(post) => post,
        None => {
            let post_id = PostId::new(new_id());
            let (key, name) = (kind.key().to_owned(), kind.label().to_owned());
            let post = Post { id: post_id.clone(), unit_id, kind: key, name, closed: false };
            write.add_post(act, &post).await?;
            post_id
        }
    };
    let id = TenureId::new(new_id());
    let tenure = NewTenure { id, post_id, person_id: person.clone(), from_on: act.on, until_on: None };
    Ok(write.begin_tenure(act, &tenure).await?)
}

/// A post of that kind (and unit) that nobody with a working account holds today.
pub(super) async fn vacant(
    read: &mut store::Read,
    organ: &OrganId,
    act: &Act,
    kind: PostKind,
    unit: Option<&UnitId>,
) -> Result<Option<PostId>> {
    let tenures = read.tenures(organ).await?;
    let fits = |post: &Post| !post.closed && post.kind == kind.key() && post.unit_id.as_ref() == unit;
    for post in read.posts(organ).await?.into_iter().filter(fits) {
        let mut is_held = false;
        for tenure in tenures.iter().filter(|tenure| tenure.post_id == post.id && holds_on(tenure, act.on)) {
            is_held |= !read.person(&tenure.person_id).await?.disabled;
        }
        if !is_held {
            return Ok(Some(post.id));
        }
    }
    Ok(None)
}

/// Sets a new password for somebody who forgot theirs; all their sessions end.
///
/// # Errors
/// `NotFound`; an unacceptable password.
pub async fn reset_password(
    store: &Store,
    act: &Act,
    login: &str,
    password: String,
    salt: String,
) -> Result<()> {
    let person = store.read().await?.person_by_login(login).await?;
    let Some(person) = person else {
        return Err(Error::refused(format!("没有登录名为“{login}”的账号。")));
    };
    let password_hash = hash(password, salt).await?;
    let mut write = store.begin(&OrganId::system()).await?;
    write.set_password(act, &person.id, &password_hash).await?;
    Ok(write.commit().await?)
}

/// Changes one's own password; all sessions end, this one too.
///
/// # Errors
/// A refusal when the old password is wrong; an unacceptable new one.
pub async fn change_password(
    store: &Store,
    person: &SignedIn,
    act: &Act,
    (old, new): (String, String),
    salt: String,
) -> Result<()> {
    let known = store.read().await?.person(&person.session.person_id).await?;
    if !matches(old.clone(), known.password_hash).await? {
        return Err(Error::field("old", "现在的密码不对。"));
    }
    if old == new {
        return Err(Error::field("new", "新密码不能和现在的一样。"));
    }
    let password_hash = hash(new, salt).await.map_err(|error| match error {
        Error::Password(fault) => new_password_fault(fault),
        other => other,
    })?;
    let mut write = store.begin(&OrganId::system()).await?;
    write.set_password(act, &known.id, &password_hash).await?;
    Ok(write.commit().await?)
}

fn new_password_fault(fault: PasswordFault) -> Error {
    Error::field("new", fault.to_string())
}

/// Disables an account: its sessions end at once and it cannot sign in.
///
/// # Errors
/// A refusal for an unknown login or an account that is disabled already.
pub async fn disable_account(store: &Store, act: &Act, login: &str) -> Result<()> {
    let person = store.read().await?.person_by_login(login).await?;
    let Some(person) = person else {
        return Err(Error::refused(format!("没有登录名为“{login}”的账号。")));
    };
    if person.disabled {
        return Err(Error::refused(format!("账号“{login}”已经停用。")));
    }
    let mut write = store.begin(&OrganId::system()).await?;
    write.disable_person(act, &person.id).await?;
    Ok(write.commit().await?)
}

/// Lets a disabled account sign in again, with its old password; the posts that it still holds. Disabling at the desk
/// ended them, disabling at the command line did not.
///
/// # Errors
/// A refusal for an unknown login or an account that is not disabled.
pub async fn enable_account(store: &Store, act: &Act, login: &str) -> Result<Vec<Held>> {
    let person = store.read().await?.person_by_login(login).await?;
    let Some(person) = person else {
        return Err(Error::refused(format!("没有登录名为“{login}”的账号。")));
    };
    if !person.disabled {
        return Err(Error::refused(format!("账号“{login}”没有停用，不用恢复。")));
    }
    let mut write = store.begin(&OrganId::system()).await?;
    write.enable_person(act, &person.id).await?;
    let held = write.posts_held(&person.id, act.on).await?;
    write.commit().await?;
    Ok(held)
}
