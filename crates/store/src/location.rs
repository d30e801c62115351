//! Where the data are.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::engine::Engine;

/// A database: a file of our own, or a PostgreSQL server.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// SQLite in this file.
    Sqlite(PathBuf),
    /// PostgreSQL at this address, `postgres://user:password@host/database`.
    Postgres(String),
}

impl Location {
    /// Which engine serves it.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        match self {
            Self::Sqlite(_) => Engine::Sqlite,
            Self::Postgres(_) => Engine::Postgres,
        }
    }

    /// The address in the driver's form.
    pub(crate) fn url(&self, create: bool) -> String {
        match self {
            Self::Sqlite(path) => {
                format!("sqlite://{}?mode={}", escaped(path), if create { "rwc" } else { "rw" })
            }
            Self::Postgres(url) => url.clone(),
        }
    }
}

/// The path with everything that an address would read otherwise as `%XX`.
fn escaped(path: &Path) -> String {
    let keep = |byte: &u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(byte);
    path.as_os_str()
        .as_encoded_bytes()
        .iter()
        .map(|byte| if keep(byte) { char::from(*byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// Says where, but never a password.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => path.display().fmt(f),
            Self::Postgres(url) => match (url.split_once("://"), url.rsplit_once('@')) {
                (Some((scheme, _)), Some((_, rest))) => write!(f, "{scheme}://{}", without_query(rest)),
                _ => f.write_str(without_query(url)),
            },
        }
    }
}

fn without_query(url: &str) -> &str {
    url.split('?').next().unwrap_or_default()
}

impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Location({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        let location = Location::Postgres("postgres://desk:geheim@db.example/gongkai?password=x".to_owned());
        assert_eq!(location.to_string(), "postgres://db.example/gongkai");
        assert_eq!(format!("{location:?}"), "Location(postgres://db.example/gongkai)");
    }

    #[test]
    fn any_path_becomes_an_address() {
        let location = Location::Sqlite("/数据/a b?#%.db".into());
        assert_eq!(location.url(true), "sqlite:///%E6%95%B0%E6%8D%AE/a%20b%3F%23%25.db?mode=rwc");
    }
}
