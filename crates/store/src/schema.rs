//! The tables as they stand in the database.

use crate::engine::Engine;
use crate::error::Result;
use crate::read::Read;
use crate::sql::Sql;

/// A table whose rows are data, with the columns that order its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its primary key.
    pub key: &'static [&'static str],
}

const fn table(name: &'static str, key: &'static [&'static str]) -> Table {
    Table { name, key }
}

const OWN: &[&str] = &["organ_id", "id"];

/// Every table that holds data, each after those it refers to: what a backup holds.
pub const TABLES: &[Table] = &[
    table("organ", &["id"]),
    table("organ_head", &["organ_id"]),
    table("unit", OWN),
    table("person", &["id"]),
    table("post", OWN),
    table("tenure", OWN),
    table("calendar_notice", &["id"]),
    table("calendar_notice_day", &["notice_id", "day"]),
    table("event", &["organ_id", "seq"]),
    table("import", OWN),
    table("publication", OWN),
    table("access_request", OWN),
    table("work_order", OWN),
    table("dispute", OWN),
    table("normative_document", OWN),
    table("declared_figure", OWN),
    table("report", OWN),
    table("report_cell", &["organ_id", "report_id", "cell"]),
    table("report_prose", &["organ_id", "report_id", "section"]),
    table("report_number", &["organ_id", "report_id", "section", "mark"]),
    table("report_explanation", &["organ_id", "report_id", "rule", "place"]),
    table("report_remark", OWN),
    table("checked_report", OWN),
    table("check_batch", OWN),
    table("check_file", &["organ_id", "batch_id", "number"]),
    table("check_content", &["organ_id", "digest"]),
    table("check_finding", &["organ_id", "report_id", "number"]),
    table("check_decision", &["organ_id", "mark"]),
    table("check_letter", &["organ_id", "report_id"]),
];

/// Tables that a backup leaves out: lookups and the history of migrations come with the program, and
/// sessions that have ended must not come back to life.
pub const LEFT_OUT: &[&str] = &["event_kind", "schema_migration", "session"];

/// A column of the live schema.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Column {
    /// Its table.
    pub table: String,
    /// Its name.
    pub name: String,
    /// `TEXT` or `BIGINT`; anything else breaks a rule of the house.
    pub kind: String,
}

impl Column {
    /// Whether it holds numbers.
    #[must_use]
    pub fn is_number(&self) -> bool {
        self.kind == "BIGINT"
    }
}

/// Both say table, column and type of everything in the schema, in the order of definition.
const SQLITE: &str = "SELECT t.name AS tab, c.name AS col, upper(c.type) AS kind \
    FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c \
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.cid";
const POSTGRES: &str = "SELECT CAST(table_name AS TEXT) AS tab, CAST(column_name AS TEXT) AS col, \
    upper(CAST(data_type AS TEXT)) AS kind FROM information_schema.columns \
    WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position";

impl Read {
    /// Every column of the live schema, table by table, in the order of definition.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn columns(&mut self) -> Result<Vec<Column>> {
        let sql = match self.engine {
            Engine::Sqlite => SQLITE,
            Engine::Postgres => POSTGRES,
        };
        let of = |row: &crate::row::Row| {
            Ok(Column { table: row.text("tab")?, name: row.text("col")?, kind: row.text("kind")? })
        };
        self.all(Sql::new(sql), of).await
    }
}
