//! Accounts and sessions: who may come in, in which post, and when that ends.

mod appoint;
mod govern;
mod manage;
mod session;
mod staff;
mod trace;

pub use appoint::{Appointment, appoint_colleague, enable_colleague, relieve_colleague};
pub use govern::{add_colleague, disable_colleague, reset_colleague_password};
pub use manage::{NewAccount, add_account, change_password, disable_account, enable_account, reset_password};
pub use session::{
    IDLE_MINUTES, LIFETIME_HOURS, Opened, Seat, SignedIn, choose_seat, sign_in, sign_out, signed_in,
    token_hash,
};
pub use staff::{Colleague, colleague, staff};
pub use trace::{Trace, note_refusal, trace_of};

use tokio::sync::Semaphore;

use crate::{Error, Result, password};

/// How many passwords are hashed at once. Each takes 19 MiB for its while, and anybody may ask for one.
const AT_ONCE: usize = 2;
static HASHING: Semaphore = Semaphore::const_new(AT_ONCE);

async fn hash(password: String, salt: String) -> Result<String> {
    Ok(aside(move || password::hash(&password, salt.as_bytes())).await??)
}

async fn matches(password: String, hash: String) -> Result<bool> {
    aside(move || password::matches(&password, &hash)).await
}

/// Hashing takes tens of milliseconds on purpose; it is done off the threads that serve pages, a few at a time.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let broken = || Error::refused("密码没有处理完，请再试一次。");
    let turn = HASHING.acquire().await.map_err(|_| broken())?;
    let done = tokio::task::spawn_blocking(work).await.map_err(|_| broken());
    drop(turn);
    done
}
