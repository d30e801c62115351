//! Accounts and sessions: who may come in, in which post, and when that ends.

mod govern;
mod manage;
mod session;
mod staff;

pub use govern::{add_colleague, disable_colleague, reset_colleague_password};
pub use manage::{NewAccount, add_account, change_password, disable_account, reset_password};
pub use session::{
    IDLE_MINUTES, LIFETIME_HOURS, Opened, Seat, SignedIn, choose_seat, sign_in, sign_out, signed_in,
    token_hash,
};
pub use staff::{Colleague, colleague, staff};

use crate::{Error, Result, password};

/// Hashing takes tens of milliseconds on purpose; it is done off the threads that serve pages.
async fn hash(password: String, salt: String) -> Result<String> {
    let hashed = tokio::task::spawn_blocking(move || password::hash(&password, salt.as_bytes())).await;
    Ok(hashed.map_err(|_| Error::refused("密码没有处理完，请再试一次。"))??)
}

async fn matches(password: String, hash: String) -> Result<bool> {
    let matched = tokio::task::spawn_blocking(move || password::matches(&password, &hash)).await;
    matched.map_err(|_| Error::refused("密码没有处理完，请再试一次。"))
}
