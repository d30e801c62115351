//! Backups: one format for both engines, so that a backup of a SQLite file restores into PostgreSQL.
//!
//! Lines of JSON. First `{"gongkai_backup": 1, "schema": N}`; for each table `{"table": …, "columns": […]}`
//! and one array per row; last `{"counts": {table: n}, "sha256": …}`, the digest of all lines before it.

mod dump;
mod load;

use std::collections::BTreeMap;

use crate::error::{Error, Source};

/// Rows of each table.
pub type Counts = BTreeMap<String, u64>;

/// Version of the format.
const FORMAT: i64 = 1;
/// Rows read or written at a time.
const CHUNK: usize = 500;

fn storage(error: std::io::Error) -> Error {
    Error::Storage(Source::from(error))
}
