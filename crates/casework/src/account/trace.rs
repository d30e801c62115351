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
    pub refused_since: usize,
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
    let events = read.events_of(&OrganId::system(), &Subject::person(person)).await?;
    let mut trace = Trace::default();
    for event in events {
        match event.kind {
            EventKind::SignedIn => trace = Trace { signed_in: Some(event.recorded_at), refused_since: 0 },
            EventKind::SignInRefused => trace.refused_since += 1,
            _ => {}
        }
    }
    Ok(trace)
}

/// An event of an account, without content.
pub(super) async fn note(write: &mut Write, act: &Act, kind: EventKind, person: &PersonId) -> Result<()> {
    let event = NewEvent { kind, subject: Some(Subject::person(person)), content: json!({}) };
    write.append(act, event).await?;
    Ok(())
}
