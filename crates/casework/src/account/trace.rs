//! What signing in leaves behind in the ledger of the installation: who came, who left, and who was turned away.

use jiff::Timestamp;
use law::legal_day;
use serde_json::json;
use store::{Act, EventKind, NewEvent, OrganId, PersonId, Read, Store, Subject, Write};

use crate::Result;

/// How somebody last came in.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Trace {
    /// When they last signed in.
    pub signed_in: Option<Timestamp>,
    /// How often the account was refused since then, or ever.
    pub refused_since: i64,
}

/// Writes down that a sign-in was refused. Nothing is written of a login that does not exist: it may be a password in
/// the wrong field, and strangers could fill the disk. To be called after the answer, which must take as long either way.
///
/// # Errors
/// Failures of the store.
pub async fn note_refusal(store: &Store, now: Timestamp, login: &str) -> Result<()> {
    let Some(person) = store.read().await?.person_by_login(login.trim()).await? else { return Ok(()) };
    let mut write = store.begin(&OrganId::system()).await?;
    let act = Act::of_the_system(now, legal_day(now));
    note(&mut write, &act, EventKind::SignInRefused, &person.id).await?;
    Ok(write.commit().await?)
}

/// How a person last came in.
///
/// # Errors
/// Failures of the store.
pub async fn trace_of(read: &mut Read, person: &PersonId) -> Result<Trace> {
    let (system, subject) = (OrganId::system(), Subject::person(person));
    let last = read.last_event_of(&system, &subject, EventKind::SignedIn).await?;
    let after = last.as_ref().map_or(0, |event| event.seq);
    let refused_since = read.count_events_of(&system, &subject, EventKind::SignInRefused, after).await?;
    Ok(Trace { signed_in: last.map(|event| event.recorded_at), refused_since })
}

/// An event of an account, without content.
pub(super) async fn note(write: &mut Write, act: &Act, kind: EventKind, person: &PersonId) -> Result<()> {
    let event = NewEvent { kind, subject: Some(Subject::person(person)), content: json!({}) };
    write.append(act, event).await?;
    Ok(())
}
