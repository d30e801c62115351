//! Which records of a register, in which order.

use jiff::civil::Date;
use law::measure::Year;
use law::register::{FieldKind, Register, Value};

use super::table;
use crate::error::Result;
use crate::ids::{ImportId, OrganId, UnitId};
use crate::sql::{Arg, Sql, contains};

/// Which records. The default is all that are not struck.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Those of this year, by [`super::date_fields`].
    pub year: Option<Year>,
    /// Those of this unit.
    pub unit: Option<UnitId>,
    /// Those with these words in one of their texts; case of Latin letters does not matter.
    pub words: Option<String>,
    /// Those of this import.
    pub import: Option<ImportId>,
    /// Whether struck ones are among them.
    pub struck: Struck,
    /// Those that meet all of these.
    pub conditions: Vec<Condition>,
}

/// What to do with struck records.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Struck {
    /// Leave them out.
    #[default]
    Hidden,
    /// Show them among the others.
    Shown,
    /// Show nothing else.
    Only,
}

/// A test on one field. Keys may come from outside: one that the register does not have is `UnknownField`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// The field has this value; `Null` means that nothing is written.
    Is(String, Value),
    /// Something is written.
    Filled(String),
    /// Nothing is written.
    Empty(String),
    /// A list of keys that has this one.
    Has(String, String),
    /// A day on this one or later.
    From(String, Date),
    /// A day on this one or earlier.
    Until(String, Date),
    /// Nothing is written, or a day after this one: it has not happened yet.
    NotBy(String, Date),
    /// The cached deadline was not computed with the calendar of this version.
    DueNotOf(String),
}

/// In which order. Ties are broken by entry, so that pages are stable.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Order {
    /// By what.
    pub by: OrderBy,
    /// Largest, latest, newest first.
    pub descending: bool,
}

/// What to order by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum OrderBy {
    /// By entry into the register.
    #[default]
    Recorded,
    /// By a field's value, records without one last.
    Field(String),
    /// By cached deadline, those without one first: they need somebody to look.
    Due,
}

/// A part of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// How many to pass over.
    pub offset: u32,
    /// How many at most.
    pub limit: u32,
}

impl Page {
    /// The first so many.
    #[must_use]
    pub const fn first(limit: u32) -> Self {
        Self { offset: 0, limit }
    }

    /// The page with that number, from 1, of pages of that size.
    #[must_use]
    pub const fn number(number: u32, size: u32) -> Self {
        Self { offset: number.saturating_sub(1).saturating_mul(size), limit: size }
    }
}

impl Filter {
    /// ` WHERE …`.
    pub(super) fn add_to(&self, sql: &mut Sql, organ: &OrganId, register: Register) -> Result<()> {
        sql.push(" WHERE organ_id = ").bind(organ);
        match self.struck {
            Struck::Hidden => sql.push(" AND struck = 0"),
            Struck::Only => sql.push(" AND struck = 1"),
            Struck::Shown => sql,
        };
        if let Some(year) = self.year {
            in_year(sql, register, year);
        }
        if let Some(unit) = &self.unit {
            // A record may have named the unit before the unit was entered.
            sql.push(" AND (unit_id = ").bind(unit);
            sql.push(" OR (unit_id IS NULL AND unit IN (SELECT name FROM unit WHERE organ_id = ").bind(organ);
            sql.push(" AND id = ").bind(unit).push(")))");
        }
        if let Some(import) = &self.import {
            sql.push(" AND import_id = ").bind(import);
        }
        if let Some(words) = self.words.as_deref().map(str::trim).filter(|words| !words.is_empty()) {
            with_words(sql, register, words);
        }
        self.conditions.iter().try_for_each(|condition| condition.add_to(sql, register))
    }
}

/// The first written of the register's days lies in the year.
fn in_year(sql: &mut Sql, register: Register, year: Year) {
    let days = table::date_fields(register);
    if days.is_empty() {
        sql.push(" AND year = ").bind(i64::from(year.get()));
        return;
    }
    // One range for each day instead of COALESCE, so that an index serves.
    sql.push(" AND (");
    for (position, day) in days.iter().enumerate() {
        sql.push(if position == 0 { "(" } else { " OR (" });
        for earlier in days.iter().take(position) {
            sql.push(earlier).push(" IS NULL AND ");
        }
        sql.push(day).push(" >= ").bind(year.start());
        sql.push(" AND ").push(day).push(" <= ").bind(year.end()).push(")");
    }
    sql.push(")");
}

fn with_words(sql: &mut Sql, register: Register, words: &str) {
    let pattern = contains(words);
    let is_text = |kind: &FieldKind| matches!(kind, FieldKind::Text { .. } | FieldKind::LongText { .. });
    sql.push(" AND (");
    for (position, field) in register.fields().iter().filter(|field| is_text(&field.kind)).enumerate() {
        sql.push(if position == 0 { "lower(" } else { " OR lower(" });
        sql.push(field.key).push(") LIKE lower(").bind(pattern.as_str()).push(r") ESCAPE '\'");
    }
    sql.push(")");
}

impl Condition {
    /// Whether nothing passes that has this field empty.
    fn fills(&self, wanted: &str) -> bool {
        match self {
            Self::Filled(key) | Self::From(key, _) | Self::Until(key, _) => key == wanted,
            _ => false,
        }
    }

    fn add_to(&self, sql: &mut Sql, register: Register) -> Result<()> {
        match self {
            Self::Is(key, Value::Null) | Self::Empty(key) => {
                sql.push(" AND ").push(table::field(register, key)?.key).push(" IS NULL");
            }
            Self::Is(key, value) => {
                let field = table::field(register, key)?;
                let is_number = field.kind.is_number();
                match (value, is_number) {
                    (Value::Text(_), true) | (Value::Int(_), false) => sql.push(" AND 1 = 0"),
                    _ => sql.push(" AND ").push(field.key).push(" = ").bind(Arg::of(value, is_number)),
                };
            }
            Self::Filled(key) => {
                sql.push(" AND ").push(table::field(register, key)?.key).push(" IS NOT NULL");
            }
            Self::Has(key, member) => {
                let key = table::field(register, key)?.key;
                sql.push(" AND ',' || ").push(key).push(" || ',' LIKE ");
                sql.bind(contains(&format!(",{member},"))).push(r" ESCAPE '\'");
            }
            Self::From(key, day) => {
                sql.push(" AND ").push(table::field(register, key)?.key).push(" >= ").bind(*day);
            }
            Self::Until(key, day) => {
                sql.push(" AND ").push(table::field(register, key)?.key).push(" <= ").bind(*day);
            }
            Self::NotBy(key, day) => {
                let key = table::field(register, key)?.key;
                sql.push(" AND (").push(key).push(" IS NULL OR ").push(key).push(" > ").bind(*day).push(")");
            }
            Self::DueNotOf(version) if table::has_due(register) => {
                sql.push(" AND (calendar_version IS NULL OR calendar_version <> ").bind(version).push(")");
            }
            Self::DueNotOf(_) => {
                sql.push(" AND 1 = 0");
            }
        }
        Ok(())
    }
}

impl Order {
    /// The newest entry first.
    #[must_use]
    pub const fn newest_first() -> Self {
        Self { by: OrderBy::Recorded, descending: true }
    }

    /// ` ORDER BY …`, empty fields last, records without a deadline first: as an index of SQLite has them, descending
    /// and ascending, so that a page costs the same however many records there are. Where the filter lets only filled
    /// fields through, nothing is said of empty ones, so that an index of PostgreSQL serves too.
    pub(super) fn add_to(&self, sql: &mut Sql, register: Register, filter: &Filter) -> Result<()> {
        let direction = if self.descending { " DESC" } else { "" };
        sql.push(" ORDER BY ");
        match &self.by {
            OrderBy::Field(key) => {
                let is_filled = filter.conditions.iter().any(|condition| condition.fills(key));
                sql.push(table::field(register, key)?.key).push(direction);
                sql.push(if is_filled { ", " } else { " NULLS LAST, " });
            }
            OrderBy::Due if table::has_due(register) => {
                sql.push("due_cache").push(direction).push(" NULLS FIRST, ");
            }
            OrderBy::Due | OrderBy::Recorded => {}
        }
        sql.push("recorded_seq").push(direction);
        Ok(())
    }
}

impl Page {
    /// ` LIMIT … OFFSET …`.
    pub(crate) fn add_to(self, sql: &mut Sql) {
        sql.push(" LIMIT ").bind(i64::from(self.limit));
        sql.push(" OFFSET ").bind(i64::from(self.offset));
    }
}
