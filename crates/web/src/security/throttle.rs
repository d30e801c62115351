//! Slows down whoever guesses passwords: after a few failures each further try at the same login from the same address
//! has to wait, longer each time. Kept in memory; a restart forgives. Nobody can lock a colleague out from elsewhere.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use jiff::{SignedDuration, Timestamp};

/// So many tries are free.
const FREE_TRIES: u32 = 5;
/// The wait after the last of them, in seconds; it doubles with each further one.
const FIRST_WAIT: i64 = 30;
/// No wait is longer, in seconds.
const LONGEST_WAIT: i64 = 15 * 60;
/// Tries are forgotten so long after the last, in seconds.
const FORGET_AFTER: i64 = 60 * 60;
/// At most so many pairs of login and address are remembered: some hundred kilobytes.
const KEPT: usize = 4_096;
/// A login longer than this is none; its beginning stands for it.
const LOGIN_CHARS: usize = 64;

/// Tries at one login from one address.
#[derive(Debug, Clone, Copy)]
struct Tries {
    count: u32,
    last: Timestamp,
}

impl Tries {
    /// Until when the next one has to wait.
    fn until(self) -> Timestamp {
        let Some(extra) = self.count.checked_sub(FREE_TRIES) else { return self.last };
        let wait = FIRST_WAIT.saturating_mul(1_i64.checked_shl(extra.min(32)).unwrap_or(i64::MAX));
        later(self.last, wait.min(LONGEST_WAIT))
    }
}

/// The tries that have not succeeded.
#[derive(Debug, Default)]
pub(crate) struct Throttle(Mutex<BTreeMap<(String, String), Tries>>);

impl Throttle {
    /// Counts a try, or says how many seconds it has to wait. A try that waits is not counted.
    ///
    /// # Errors
    /// The seconds, at least 1.
    pub(crate) fn admit(&self, login: &str, address: &str, now: Timestamp) -> Result<(), i64> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|_, tries| later(tries.last, FORGET_AFTER) > now);
        let key = key(login, address);
        let tries = known.get(&key).copied().unwrap_or(Tries { count: 0, last: now });
        let wait = tries.until().duration_since(now).as_secs();
        if wait > 0 {
            return Err(wait);
        }
        if known.len() >= KEPT && !known.contains_key(&key) {
            let oldest = known.iter().min_by_key(|(_, tries)| tries.last).map(|(key, _)| key.clone());
            oldest.and_then(|oldest| known.remove(&oldest));
        }
        known.insert(key, Tries { count: tries.count.saturating_add(1), last: now });
        Ok(())
    }

    /// Forgets the tries: the password was right.
    pub(crate) fn succeeded(&self, login: &str, address: &str) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.remove(&key(login, address));
    }
}

fn key(login: &str, address: &str) -> (String, String) {
    (login.trim().chars().take(LOGIN_CHARS).collect(), address.to_owned())
}

fn later(from: Timestamp, seconds: i64) -> Timestamp {
    from.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(Timestamp::MAX)
}

/// The network address that asks: the peer's, or what a web server on this machine says of its own peer. Empty if the
/// server was not told.
#[derive(Debug, Clone, Default)]
pub(crate) struct Caller(pub(crate) String);

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let Some(ConnectInfo(peer)) = parts.extensions.get::<ConnectInfo<SocketAddr>>() else {
            return Ok(Self::default());
        };
        // Only a server in front of us writes this header truly, and it writes the last entry.
        let told = parts.headers.get_all("x-forwarded-for").iter().next_back();
        let told = told.and_then(|value| value.to_str().ok()).and_then(|list| list.rsplit(',').next());
        let told = told.and_then(|last| last.trim().parse::<std::net::IpAddr>().ok());
        let address = told.filter(|_| peer.ip().is_loopback()).unwrap_or_else(|| peer.ip());
        Ok(Self(address.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_600_000_000 + seconds).unwrap()
    }

    #[test]
    fn after_five_tries_each_further_one_waits_longer() {
        let throttle = Throttle::default();
        for _ in 0..5 {
            assert_eq!(throttle.admit("li", "a", at(0)), Ok(()));
        }
        assert_eq!(throttle.admit("li", "a", at(0)), Err(30));
        assert_eq!(throttle.admit("li", "a", at(29)), Err(1));
        assert_eq!(throttle.admit("li", "a", at(30)), Ok(()));
        assert_eq!(throttle.admit("li", "a", at(31)), Err(59));
        let mut now = 30;
        for _ in 0..20 {
            now += LONGEST_WAIT;
            assert_eq!(throttle.admit("li", "a", at(now)), Ok(()));
        }
        assert_eq!(throttle.admit("li", "a", at(now)), Err(LONGEST_WAIT));
    }

    #[test]
    fn neither_another_login_nor_another_address_waits_for_it() {
        let throttle = Throttle::default();
        for _ in 0..5 {
            throttle.admit("li", "a", at(0)).unwrap();
        }
        throttle.admit("li", "a", at(1)).unwrap_err();
        throttle.admit("li", "b", at(1)).unwrap();
        throttle.admit("wang", "a", at(1)).unwrap();
    }

    #[test]
    fn the_right_password_and_an_hour_forgive() {
        let throttle = Throttle::default();
        for _ in 0..5 {
            throttle.admit("li", "a", at(0)).unwrap();
        }
        throttle.succeeded("li", "a");
        throttle.admit("li", "a", at(1)).unwrap();
        for _ in 0..4 {
            throttle.admit("li", "a", at(1)).unwrap();
        }
        throttle.admit("li", "a", at(2)).unwrap_err();
        for _ in 0..5 {
            throttle.admit("li", "a", at(1 + FORGET_AFTER)).unwrap();
        }
    }

    #[test]
    fn it_never_remembers_more_than_it_should() {
        let throttle = Throttle::default();
        for number in 0..(KEPT + 10) {
            let second = i64::try_from(number % 7).unwrap();
            throttle.admit(&format!("{number}{}", "长".repeat(500)), "a", at(second)).unwrap();
        }
        assert_eq!(throttle.0.lock().unwrap().len(), KEPT);
    }
}
