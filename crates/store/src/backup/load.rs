//! Restoring a backup into an empty database.

use std::collections::BTreeMap;
use std::io::BufRead;

use serde_json::Value as Json;
use sha2::{Digest as _, Sha256};

use super::{CHUNK, Counts, FORMAT};
use crate::error::{Error, Result};
use crate::ids::OrganId;
use crate::ledger::hex;
use crate::migrate;
use crate::read::Read;
use crate::schema::{TABLES, Table};
use crate::sql::{Arg, Sql};
use crate::store::Store;

/// Longest line that a backup of ours can have: a row with its longest text, escaped, with room to spare.
const LONGEST_LINE: usize = 64 * 1024 * 1024;

/// Lines coming in, counted into the digest.
struct Lines<R> {
    input: R,
    digest: Sha256,
    number: u64,
}

impl<R: BufRead> Lines<R> {
    /// The next line; `before` is the digest of all lines before it.
    fn next(&mut self) -> Result<(Json, String)> {
        let before = hex(&self.digest.clone().finalize());
        let mut line = Vec::new();
        let mut limited = std::io::Read::take(&mut self.input, LONGEST_LINE as u64);
        limited.read_until(b'\n', &mut line).map_err(|error| damaged(self.number, &error.to_string()))?;
        self.number += 1;
        if line.pop() != Some(b'\n') {
            return Err(damaged(self.number, "the file ends here, before the backup does"));
        }
        self.digest.update(&line);
        self.digest.update(b"\n");
        let json = serde_json::from_slice(&line).map_err(|error| damaged(self.number, &error.to_string()))?;
        Ok((json, before))
    }
}

fn damaged(line: u64, what: &str) -> Error {
    Error::DamagedBackup(format!("line {line}: {what}"))
}

impl Store {
    /// Restores a backup into this database, which must be up to date and empty; verifies the backup's
    /// digest and counts and every organ's ledger; the rows of each table. All or nothing.
    ///
    /// # Errors
    /// `NotEmpty`; `DamagedBackup`; `NewerSchema`, `OlderSchema` if it was made by a program with another
    /// schema; `BrokenLedger`.
    pub async fn load(&self, input: impl BufRead + Send) -> Result<Counts> {
        let mut tx = self.begin_restore().await?;
        tx.must_be_empty().await?;
        let mut lines = Lines { input, digest: Sha256::new(), number: 0 };
        check_head(&lines.next()?.0)?;
        let numbers = tx.number_columns().await?;
        let mut counts = Counts::new();
        let (mut line, mut before) = lines.next()?;
        for table in TABLES {
            if line.get("table").and_then(Json::as_str) != Some(table.name) {
                return Err(damaged(lines.number, &format!("table {} should begin here", table.name)));
            }
            let shape =
                shape(table, &line, &numbers).ok_or_else(|| damaged(lines.number, "unknown columns"))?;
            let loaded = tx.load_table(table, &shape, &mut lines).await?;
            counts.insert(table.name.to_owned(), loaded.count);
            (line, before) = loaded.next;
        }
        let told: Option<Counts> =
            line.get("counts").and_then(|counts| serde_json::from_value(counts.clone()).ok());
        if told.as_ref() != Some(&counts) {
            return Err(damaged(lines.number, "the rows do not add up"));
        }
        if line.get("sha256").and_then(Json::as_str) != Some(before.as_str()) {
            return Err(damaged(lines.number, "the digest does not fit"));
        }
        tx.verify_restored(&counts).await?;
        tx.commit().await?;
        Ok(counts)
    }
}

fn check_head(head: &Json) -> Result<()> {
    if head.get("gongkai_backup").and_then(Json::as_i64) != Some(FORMAT) {
        return Err(damaged(1, "this is no backup of gongkai, or one of a later format"));
    }
    let (found, known) = (head.get("schema").and_then(Json::as_i64).unwrap_or(0), migrate::known());
    match found.cmp(&known) {
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Greater => Err(Error::NewerSchema { found, known }),
        std::cmp::Ordering::Less => Err(Error::OlderSchema { found, known }),
    }
}

/// Columns of a table in the order of the file, each with whether it holds numbers.
type Shape = Vec<(String, bool)>;

/// Which columns of each table hold numbers.
type Numbers = BTreeMap<String, BTreeMap<String, bool>>;

/// The columns that the file names, which must be those of the table.
fn shape(table: &Table, line: &Json, numbers: &Numbers) -> Option<Shape> {
    let known = numbers.get(table.name)?;
    let named = line.get("columns")?.as_array()?;
    let shape: Shape = named
        .iter()
        .map(|name| known.get_key_value(name.as_str()?).map(|(name, number)| (name.clone(), *number)))
        .collect::<Option<_>>()?;
    let distinct: std::collections::BTreeSet<&String> = shape.iter().map(|(name, _)| name).collect();
    (distinct.len() == known.len() && shape.len() == known.len()).then_some(shape)
}

/// Rows that the schema refuses cannot have come from a database of ours.
fn misfit(error: Error) -> Error {
    match error {
        Error::Conflict(what) => Error::DamagedBackup(format!("{what} occurs twice")),
        Error::Other(source) => Error::DamagedBackup(source.to_string()),
        other => other,
    }
}

/// A table loaded, and the line after it.
struct Loaded {
    count: u64,
    next: (Json, String),
}

impl Read {
    async fn must_be_empty(&mut self) -> Result<()> {
        for table in TABLES {
            let own = match table.name {
                "organ" => " WHERE kind <> 'system'",
                "organ_head" => " WHERE seq > 0",
                _ => "",
            };
            let sql = format!("SELECT COUNT(*) AS n FROM {}{own}", table.name);
            if self.number(Sql::new(sql), "n").await? > 0 {
                return Err(Error::NotEmpty);
            }
        }
        // The backup brings the installation's own row.
        self.execute(Sql::new("DELETE FROM organ_head")).await?;
        self.execute(Sql::new("DELETE FROM organ")).await?;
        Ok(())
    }

    async fn number_columns(&mut self) -> Result<Numbers> {
        let mut numbers = Numbers::new();
        for column in self.columns().await? {
            let is_number = column.is_number();
            numbers.entry(column.table).or_default().insert(column.name, is_number);
        }
        Ok(numbers)
    }

    async fn load_table<R: BufRead + Send>(
        &mut self,
        table: &Table,
        shape: &Shape,
        lines: &mut Lines<R>,
    ) -> Result<Loaded> {
        let names: Vec<&str> = shape.iter().map(|(name, _)| name.as_str()).collect();
        let mut count = 0;
        let mut waiting = Vec::new();
        loop {
            let (line, before) = lines.next()?;
            if let Json::Array(values) = line {
                waiting.push(
                    row_of(shape, values).ok_or_else(|| damaged(lines.number, "a row of another shape"))?,
                );
                count += 1;
                // Organs refer to each other: they go in together, parents first.
                if waiting.len() < CHUNK || table.name == "organ" {
                    continue;
                }
                self.insert(table.name, &names, std::mem::take(&mut waiting)).await.map_err(misfit)?;
                continue;
            }
            if table.name == "organ" {
                waiting = parents_first(&names, waiting);
            }
            self.insert(table.name, &names, waiting).await.map_err(misfit)?;
            return Ok(Loaded { count, next: (line, before) });
        }
    }

    async fn verify_restored(&mut self, counts: &Counts) -> Result<()> {
        for (table, count) in counts {
            let sql = Sql::new(format!("SELECT COUNT(*) AS n FROM {table}"));
            if self.number(sql, "n").await? != *count as i64 {
                return Err(Error::DamagedBackup(format!("table {table} did not arrive whole")));
            }
        }
        let organs = self.all(Sql::new("SELECT id FROM organ"), |row| row.id::<OrganId>("id")).await?;
        for organ in organs {
            self.verify_chain(&organ).await?;
        }
        Ok(())
    }
}

fn row_of(shape: &Shape, values: Vec<Json>) -> Option<Vec<Arg>> {
    if values.len() != shape.len() {
        return None;
    }
    let arg = |(value, (_, is_number)): (Json, &(String, bool))| match (value, is_number) {
        (Json::Null, false) => Some(Arg::Text(None)),
        (Json::Null, true) => Some(Arg::Int(None)),
        (Json::String(text), false) => Some(Arg::Text(Some(text))),
        (Json::Number(number), true) => number.as_i64().map(|number| Arg::Int(Some(number))),
        _ => None,
    };
    values.into_iter().zip(shape).map(arg).collect()
}

/// Rows of `organ` in an order in which every parent comes before its children. Rows that name no row of
/// the file as their parent come last, and the database refuses them.
fn parents_first(names: &[&str], rows: Vec<Vec<Arg>>) -> Vec<Vec<Arg>> {
    let at = |name: &str| names.iter().position(|known| *known == name).unwrap_or_default();
    let (id, parent) = (at("id"), at("parent_id"));
    let mut placed: Vec<Vec<Arg>> = Vec::new();
    let mut waiting = rows;
    let mut known = std::collections::BTreeSet::new();
    loop {
        let is_ready = |row: &Vec<Arg>| match row.get(parent) {
            Some(Arg::Text(Some(parent))) => known.contains(parent),
            _ => true,
        };
        let (ready, rest): (Vec<_>, Vec<_>) = waiting.into_iter().partition(is_ready);
        if ready.is_empty() {
            placed.extend(rest);
            return placed;
        }
        for row in &ready {
            if let Some(Arg::Text(Some(id))) = row.get(id) {
                known.insert(id.clone());
            }
        }
        placed.extend(ready);
        waiting = rest;
    }
}
