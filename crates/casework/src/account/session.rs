//! Signing in and out.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp, civil::Date};
use law::legal_day;
use sha2::{Digest as _, Sha256};
use store::{Act, EventKind, Held, NewSession, OrganId, Post, Session, Store, UnitId};

use super::matches;
use super::trace::note;
use crate::{Capability, Error, PostKind, Result};

/// A session that is not used for so long ends.
pub const IDLE_MINUTES: i64 = 30;
/// A session ends after so long in any case.
pub const LIFETIME_HOURS: i64 = 12;

/// How long a page waits for its session to be kept alive.
const PATIENCE: Duration = Duration::from_secs(1);

/// A hash that no password matches, compared when there is no such account, so that the answer takes as long.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A session just opened.
#[derive(Debug)]
pub struct Opened {
    /// What the browser keeps. It is stored nowhere.
    pub token: String,
    /// Who signed in.
    pub name: String,
}

/// A post that somebody holds today, with what it may do.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Seat {
    /// The organ.
    pub organ_id: OrganId,
    /// Its name.
    pub organ_name: String,
    /// The post.
    pub post: Post,
    /// Its kind, from which its capabilities come.
    pub kind: PostKind,
}

/// Somebody at the desk.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The session.
    pub session: Session,
    /// The post in which the person acts now.
    pub seat: Seat,
    /// Every post the person holds today.
    pub seats: Vec<Seat>,
}

impl SignedIn {
    /// The act of this person at this instant, for the store to record.
    pub fn act(&self, now: Timestamp) -> Act {
        Act {
            at: now,
            on: legal_day(now),
            person: Some(self.session.person_id.clone()),
            post: Some(self.seat.post.id.clone()),
            reason: None,
        }
    }
}

impl Seat {
    /// The unit to which everything this post sees in the registers is limited; none for posts that see all.
    ///
    /// # Errors
    /// `NotAllowed` for a post that may see no records, or only a unit's and names none.
    pub fn unit_seen(&self) -> Result<Option<&UnitId>> {
        match (self.kind.may(Capability::SeeRecords), self.kind.sees_own_unit_only()) {
            (true, false) => Ok(None),
            (true, true) if self.post.unit_id.is_some() => Ok(self.post.unit_id.as_ref()),
            _ => Err(Error::NotAllowed(Capability::SeeRecords)),
        }
    }
}

/// The hash under which a session's token is stored.
pub fn token_hash(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}

/// Opens a session for login and password. `token` and `csrf` are fresh secrets.
///
/// # Errors
/// One and the same refusal for an unknown login, a wrong password, a disabled account and a person without a post:
/// the answer must not tell which accounts exist.
pub async fn sign_in(
    store: &Store,
    now: Timestamp,
    (login, password): (&str, String),
    (token, csrf): (String, String),
) -> Result<Opened> {
    let refused = || Error::refused("登录名或密码不对。忘记密码请找本机关的管理员重置。");
    let today = legal_day(now);
    let mut read = store.read().await?;
    let person = read.person_by_login(login.trim()).await?;
    let hash = person.as_ref().map_or_else(|| NOBODY.to_owned(), |person| person.password_hash.clone());
    let matched = matches(password, hash).await?;
    let Some(person) = person.filter(|person| matched && !person.disabled) else { return Err(refused()) };
    let held = read.posts_held(&person.id, today).await?;
    drop(read);
    let Some(seat) = seats(held).into_iter().next() else { return Err(refused()) };
    let act = Act { at: now, on: today, person: Some(person.id.clone()), post: None, reason: None };
    let session = NewSession {
        token_hash: token_hash(&token),
        person_id: person.id,
        post: Some((seat.organ_id, seat.post.id)),
        csrf,
        expires_at: idle_end(now, now),
    };
    let mut write = store.begin(&OrganId::system()).await?;
    write.open_session(&act, &session).await?;
    note(&mut write, &act, EventKind::SignedIn, &session.person_id).await?;
    write.commit().await?;
    Ok(Opened { token, name: person.name })
}

/// Who holds this token, if the session lives and the post is still held. Using a session keeps it alive.
///
/// # Errors
/// Failures of the store.
pub async fn signed_in(store: &Store, now: Timestamp, token: &str) -> Result<Option<SignedIn>> {
    let hash = token_hash(token);
    let mut read = store.read().await?;
    let Some(session) = read.session(&hash, now).await? else { return Ok(None) };
    let seats = seats_of(&mut read, &session, legal_day(now)).await?;
    drop(read);
    // A post that has ended takes its session along: a click meant for one body must not be done for another.
    let Some((organ, post)) = &session.post else { return Ok(None) };
    let chosen = seats.iter().find(|seat| seat.organ_id == *organ && seat.post.id == *post);
    let Some(seat) = chosen.cloned() else { return Ok(None) };
    let until = idle_end(session.created_at, now);
    // Writing at every page would queue readers behind writers; a minute's precision is enough.
    if until.duration_since(session.expires_at) > SignedDuration::from_mins(1) {
        extend(store, &hash, until).await;
    }
    Ok(Some(SignedIn { session, seat, seats }))
}

/// Keeps a session alive, if that can be written soon. Reading does not depend on it: behind a long import, or on a
/// full disk, the page comes all the same, and the next one tries again.
async fn extend(store: &Store, hash: &str, until: Timestamp) {
    let extended = async {
        let mut write = store.begin(&OrganId::system()).await?;
        write.extend_session(hash, until).await?;
        write.commit().await
    };
    match tokio::time::timeout(PATIENCE, extended).await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::warn!(%error, "a session was not extended"),
        Err(_) => tracing::warn!("a session was not extended: somebody else is writing"),
    }
}

/// Lets the person act in another of their posts. `csrf` is a fresh secret: a form that was opened in the post before is
/// not done in the new one.
///
/// # Errors
/// A refusal when the person does not hold it.
pub async fn choose_seat(
    store: &Store,
    person: &SignedIn,
    (organ, post): (&OrganId, &str),
    csrf: &str,
) -> Result<()> {
    let held = person.seats.iter().find(|seat| seat.organ_id == *organ && seat.post.id.as_str() == post);
    let Some(seat) = held else { return Err(Error::refused("您现在不在这个岗位上。")) };
    let mut write = store.begin(&OrganId::system()).await?;
    write.choose_post(&person.session.token_hash, (&seat.organ_id, &seat.post.id), csrf).await?;
    Ok(write.commit().await?)
}

/// Ends the session.
///
/// # Errors
/// Failures of the store.
pub async fn sign_out(store: &Store, now: Timestamp, person: &SignedIn) -> Result<()> {
    let mut write = store.begin(&OrganId::system()).await?;
    let act = person.act(now);
    write.end_session(&act, &person.session.token_hash).await?;
    note(&mut write, &act, EventKind::SignedOut, &person.session.person_id).await?;
    Ok(write.commit().await?)
}

async fn seats_of(read: &mut store::Read, session: &Session, today: Date) -> Result<Vec<Seat>> {
    Ok(seats(read.posts_held(&session.person_id, today).await?))
}

/// Posts of a kind that this program does not know give no rights.
fn seats(held: Vec<Held>) -> Vec<Seat> {
    let seat = |held: Held| {
        let kind = PostKind::from_key(&held.post.kind)?;
        Some(Seat { organ_id: held.organ_id, organ_name: held.organ_name, post: held.post, kind })
    };
    held.into_iter().filter_map(seat).collect()
}

fn idle_end(created_at: Timestamp, now: Timestamp) -> Timestamp {
    let plus = |from: Timestamp, duration| from.checked_add(duration).unwrap_or(from);
    let idle = plus(now, SignedDuration::from_mins(IDLE_MINUTES));
    idle.min(plus(created_at, SignedDuration::from_hours(LIFETIME_HOURS)))
}
