//! Writing a backup while the program serves.

use std::io::Write as Out;

use serde_json::{Value as Json, json};
use sha2::{Digest as _, Sha256};

use super::{CHUNK, Counts, FORMAT, storage};
use crate::error::{Error, Result};
use crate::ledger::hex;
use crate::migrate;
use crate::read::Read;
use crate::schema::{Column, TABLES, Table};
use crate::sql::{Arg, Sql};
use crate::store::Store;

/// Lines on their way out, counted into the digest.
struct Lines<W> {
    out: W,
    digest: Sha256,
}

impl<W: Out> Lines<W> {
    fn write(&mut self, line: &Json) -> Result<()> {
        let mut text = line.to_string();
        text.push('\n');
        self.digest.update(&text);
        self.out.write_all(text.as_bytes()).map_err(storage)
    }
}

impl Store {
    /// Writes a backup of everything as it is now, in one snapshot; reading and writing go on meanwhile.
    /// The rows of each table. The caller makes the file durable.
    ///
    /// # Errors
    /// `Storage` if `out` cannot be written.
    pub async fn dump(&self, out: impl Out + Send) -> Result<Counts> {
        let mut read = self.read().await?;
        let columns = read.columns().await?;
        let mut lines = Lines { out, digest: Sha256::new() };
        lines.write(&json!({ "gongkai_backup": FORMAT, "schema": migrate::known() }))?;
        let mut counts = Counts::new();
        for table in TABLES {
            let columns: Vec<&Column> = columns.iter().filter(|column| column.table == table.name).collect();
            let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
            lines.write(&json!({ "table": table.name, "columns": names }))?;
            counts.insert(table.name.to_owned(), read.dump_table(table, &columns, &mut lines).await?);
        }
        let digest = hex(&lines.digest.clone().finalize());
        lines.write(&json!({ "counts": counts, "sha256": digest }))?;
        lines.out.flush().map_err(storage)?;
        Ok(counts)
    }
}

impl Read {
    async fn dump_table<W: Out + Send>(
        &mut self,
        table: &Table,
        columns: &[&Column],
        lines: &mut Lines<W>,
    ) -> Result<u64> {
        let mut after: Option<Vec<Arg>> = None;
        let mut count = 0;
        loop {
            let rows = self.rows(page(table, columns, after.take())).await?;
            for row in &rows {
                let args: Vec<Arg> = columns
                    .iter()
                    .enumerate()
                    .map(|(position, column)| row.at(position, column.is_number()))
                    .collect::<Result<_>>()?;
                lines.write(&Json::Array(args.iter().map(to_json).collect()))?;
                count += 1;
                after = Some(key_of(table, columns, &args)?);
            }
            if rows.len() < CHUNK {
                return Ok(count);
            }
        }
    }
}

/// The next rows after a key, in the order of the key.
fn page(table: &Table, columns: &[&Column], after: Option<Vec<Arg>>) -> Sql {
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let key = table.key.join(", ");
    let mut sql = Sql::new(format!("SELECT {} FROM {}", names.join(", "), table.name));
    if let Some(after) = after {
        sql.push(&format!(" WHERE ({key}) > ")).bind_list(after);
    }
    sql.push(&format!(" ORDER BY {key} LIMIT {CHUNK}"));
    sql
}

fn key_of(table: &Table, columns: &[&Column], args: &[Arg]) -> Result<Vec<Arg>> {
    let part = |key: &&str| {
        let position = columns.iter().position(|column| column.name == **key)?;
        args.get(position).cloned()
    };
    let key: Option<Vec<Arg>> = table.key.iter().map(part).collect();
    key.ok_or_else(|| Error::damaged(format!("table {} lacks its key", table.name)))
}

fn to_json(arg: &Arg) -> Json {
    match arg {
        Arg::Text(text) => text.as_deref().into(),
        Arg::Int(number) => (*number).into(),
    }
}
