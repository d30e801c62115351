//! Villages and departments of an organ.

use serde_json::json;

use crate::error::Result;
use crate::ids::{OrganId, UnitId};
use crate::ledger::{Act, EventKind, NewEvent, Subject};
use crate::read::Read;
use crate::row::Row;
use crate::sql::Sql;
use crate::write::Write;

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// 村、社区.
    Village,
    /// 内设机构、站所.
    Department,
}

impl UnitKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[Self::Village, Self::Department];

    /// The stored key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Village => "village",
            Self::Department => "department",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Village => "村（社区）",
            Self::Department => "部门",
        }
    }

    /// The kind with that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.key() == key)
    }
}

/// A village or department below an organ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its identifier.
    pub id: UnitId,
    /// What it is.
    pub kind: UnitKind,
    /// Its name, unique within the organ.
    pub name: String,
    /// Its code, unique within the organ.
    pub code: Option<String>,
    /// Whether it is no longer in use.
    pub closed: bool,
}

impl Unit {
    fn of(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            kind: row.key("kind", UnitKind::from_key)?,
            name: row.text("name")?,
            code: row.opt_text("code")?,
            closed: row.yes("closed")?,
        })
    }
}

impl Read {
    /// The units of an organ, villages after departments, each by name; closed ones included.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn units(&mut self, organ: &OrganId) -> Result<Vec<Unit>> {
        let sql = "SELECT id, kind, name, code, closed FROM unit WHERE organ_id = $1 ORDER BY kind, name";
        self.all(Sql::new(sql).arg(organ), Unit::of).await
    }
}

impl Write {
    /// Adds a unit.
    ///
    /// # Errors
    /// `Conflict("unit.name")`, `Conflict("unit.code")`.
    pub async fn add_unit(&mut self, act: &Act, unit: &Unit) -> Result<()> {
        let sql = "INSERT INTO unit (organ_id, id, kind, name, code, closed) VALUES ($1, $2, $3, $4, $5, $6)";
        let sql = Sql::new(sql)
            .arg(self.organ_id())
            .arg(&unit.id)
            .arg(unit.kind.key())
            .arg(&unit.name)
            .arg(unit.code.clone())
            .arg(unit.closed);
        self.execute(sql).await?;
        self.unit_event(act, EventKind::UnitAdded, unit).await
    }

    /// Changes a unit. Records keep what was written in them; they follow the unit, not its name.
    ///
    /// # Errors
    /// `NotFound`; `Conflict` as [`Write::add_unit`].
    pub async fn change_unit(&mut self, act: &Act, unit: &Unit) -> Result<()> {
        let sql =
            "UPDATE unit SET kind = $1, name = $2, code = $3, closed = $4 WHERE organ_id = $5 AND id = $6";
        let sql = Sql::new(sql)
            .arg(unit.kind.key())
            .arg(&unit.name)
            .arg(unit.code.clone())
            .arg(unit.closed)
            .arg(self.organ_id())
            .arg(&unit.id);
        self.change("unit", sql).await?;
        self.unit_event(act, EventKind::UnitChanged, unit).await
    }

    async fn unit_event(&mut self, act: &Act, kind: EventKind, unit: &Unit) -> Result<()> {
        self.units = None;
        let content =
            json!({ "kind": unit.kind.key(), "name": unit.name, "code": unit.code, "closed": unit.closed });
        let event = NewEvent { kind, subject: Some(Subject::unit(&unit.id)), content };
        self.append(act, event).await.map(drop)
    }
}
