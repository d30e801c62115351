//! Migrations and queries mean the same on SQLite and on PostgreSQL, keep tenants apart, and hold no
//! column that nobody classified.

use std::sync::LazyLock;

use regex::Regex;
use toml::Table as Toml;

use crate::ddl::{self, Table};
use crate::faults::{Fault, assert_none, assert_places};
use crate::tree::{self, File};

const VISIBILITY: &str = "visibility.toml";

/// Words that one of the two engines does not know, or takes otherwise than the other.
static DIALECT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?ix) \b( (small|big)?serial | autoincrement | bytea | boolean | timestamp(tz)? | datetime | jsonb?
        | numeric | decimal | real | varchar | current_(date|time|timestamp) | strftime | julianday | unixepoch
        | date_trunc | to_char | interval | ilike | glob | regexp | rowid | ifnull | string_agg | group_concat
        | insert \s+ or | replace \s+ into | trigger | pragma | for \s+ update )\b
        | \b(now|extract|random) \s* \( | ::",
    )
    .unwrap()
});

/// Tables whose keys do not start with `organ_id`, because they are above or beside the organs.
const ABOVE_ORGANS: &[&str] =
    &["organ", "person", "session", "calendar_notice", "calendar_notice_day", "blob", "migration"];

/// A string of the store's that is a statement or a piece of one.
static STATEMENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(SELECT|INSERT|UPDATE|DELETE|WHERE|ORDER BY|GROUP BY|CREATE)\b").unwrap()
});

/// Lines of the store that speak one engine's dialect. The seam itself, where the engine is named,
/// is listed here with its reason.
const SEAM: &[(&str, &str)] = &[];

fn dialect(files: &[File]) -> Vec<Fault> {
    let remedy = "say it in the subset of both engines: TEXT and BIGINT, $1, dates as text; reckon in `law`";
    let mut faults = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.under("crates/store") && !SEAM.iter().any(|(path, _)| *path == file.path))
    {
        if file.ends(".sql") {
            let text = ddl::without_comments(&file.text);
            for (index, line) in text.lines().enumerate() {
                faults.extend(
                    DIALECT.find(line).map(|hit| Fault::new(&file.path, index + 1, hit.as_str(), remedy)),
                );
            }
        } else if file.is_shipped_source() {
            for token in file.tokens() {
                let Some(text) = token.text().filter(|text| STATEMENT.is_match(text)) else { continue };
                let text = ddl::without_comments(text);
                faults.extend(
                    DIALECT.find(&text).map(|hit| Fault::new(&file.path, token.line, hit.as_str(), remedy)),
                );
            }
        }
    }
    faults
}

/// Each migration's tables, with the file's path.
fn defined(files: &[File]) -> Vec<(&File, Table)> {
    let migrations = files.iter().filter(|file| file.under("crates/store/migrations") && file.ends(".sql"));
    migrations.flat_map(|file| ddl::tables(&file.text).into_iter().map(move |table| (file, table))).collect()
}

fn odd_types(tables: &[(&File, Table)]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (file, table) in tables {
        for column in
            table.columns.iter().filter(|column| !["TEXT", "BIGINT"].contains(&column.kind.as_str()))
        {
            let what = format!("{}.{} is {:?}", table.name, column.name, column.kind);
            let remedy = "TEXT or BIGINT: dates and instants as text, booleans as 0 and 1, money in fen";
            faults.push(Fault::new(&file.path, table.line, what, remedy));
        }
    }
    faults
}

fn keys_across_organs(tables: &[(&File, Table)]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (file, table) in tables {
        let above = ABOVE_ORGANS.contains(&table.name.as_str()) || table.name.ends_with("_kind");
        for key in table
            .unique_keys
            .iter()
            .filter(|key| !above && key.first().is_none_or(|first| first != "organ_id"))
        {
            let what = format!("a key of {} is ({})", table.name, key.join(", "));
            let remedy =
                "start the key with organ_id, or name the table in ABOVE_ORGANS with the design's leave";
            faults.push(Fault::new(&file.path, table.line, what, remedy));
        }
    }
    faults
}

/// Columns without a class, classes without a column, and classes that are none of the three.
fn unclassified(tables: &[(&File, Table)], visibility: &File) -> Vec<Fault> {
    let classes: Toml = visibility.text.parse().unwrap_or_else(|error| panic!("{VISIBILITY}: {error}"));
    let class = |table: &str, column: &str| classes.get(table)?.get(column)?.as_str();
    let mut faults = Vec::new();
    for (file, table) in tables {
        for column in &table.columns {
            if !matches!(class(&table.name, &column.name), Some("public" | "internal" | "personal")) {
                let what = format!("{}.{} is not classified", table.name, column.name);
                let remedy = "say public, internal or personal in visibility.toml";
                faults.push(Fault::new(&file.path, table.line, what, remedy));
            }
        }
    }
    for (name, columns) in &classes {
        for column in columns.as_table().into_iter().flat_map(|columns| columns.keys()) {
            let known = tables
                .iter()
                .any(|(_, table)| table.name == *name && table.columns.iter().any(|c| c.name == *column));
            if !known {
                let what = format!("{name}.{column} is in no migration");
                faults.push(Fault::new(&visibility.path, 0, what, "take the line out"));
            }
        }
    }
    faults
}

#[test]
fn sql_is_written_once_for_both_engines() {
    assert_none(&dialect(tree::files()));
}

#[test]
fn columns_are_text_and_bigint() {
    let files = tree::files();
    let tables = defined(files);
    assert!(tables.len() >= 10, "only {} tables found in crates/store/migrations", tables.len());
    assert_none(&odd_types(&tables));
}

#[test]
fn keys_start_with_the_organ() {
    assert_none(&keys_across_organs(&defined(tree::files())));
}

#[test]
fn every_column_is_classified() {
    assert_none(&unclassified(&defined(tree::files()), tree::file(VISIBILITY)));
}

#[test]
fn samples_of_one_dialect_are_caught() {
    let sql = "-- NOW() in a comment\nCREATE TABLE a (id SERIAL);\nINSERT INTO a VALUES ('now()');\n\
               CREATE TABLE b (at TEXT DEFAULT CURRENT_TIMESTAMP);\n";
    let rust = "const A: &str = \"SELECT x::text FROM a\";\nconst B: &str = \"SELECT realm FROM a\";\n\
                const C: &str = \"no pragma here\";\n";
    let files = [File::new("crates/store/migrations/1.sql", sql), File::new("crates/store/src/a.rs", rust)];
    let expected =
        ["crates/store/migrations/1.sql:2", "crates/store/migrations/1.sql:4", "crates/store/src/a.rs:1"];
    assert_places(&dialect(&files), &expected);
}

#[test]
fn samples_of_odd_types_and_keys_across_organs_are_caught() {
    let sql = "CREATE TABLE organ (id TEXT PRIMARY KEY);\nCREATE TABLE a (organ_id TEXT, id TEXT, n INTEGER,\n\
               PRIMARY KEY (organ_id, id));\nCREATE UNIQUE INDEX a_id ON a (id);\n";
    let files = [File::new("crates/store/migrations/1.sql", sql)];
    let tables = defined(&files);
    assert_places(&odd_types(&tables), &["crates/store/migrations/1.sql:2"]);
    assert_places(&keys_across_organs(&tables), &["crates/store/migrations/1.sql:4"]);
}

#[test]
fn samples_of_unclassified_columns_are_caught() {
    let files = [File::new("crates/store/migrations/1.sql", "CREATE TABLE a (x TEXT, y TEXT, z TEXT);")];
    let visibility = File::new(VISIBILITY, "[a]\nx = \"public\"\ny = \"secret\"\nghost = \"internal\"\n");
    let faults = unclassified(&defined(&files), &visibility);
    let told: Vec<&str> = faults.iter().map(|fault| fault.what.as_str()).collect();
    assert_eq!(told, ["a.y is not classified", "a.z is not classified", "a.ghost is in no migration"]);
}
