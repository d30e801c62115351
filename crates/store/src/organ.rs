//! Organs and their tree.

use law::calendar::Region;
use serde_json::{Value as Json, json};

use crate::error::{Error, Result};
use crate::ids::OrganId;
use crate::ledger::{Act, EventKind, NewEvent, Subject};
use crate::read::Read;
use crate::row::Row;
use crate::sql::Sql;
use crate::write::Write;

/// The level or nature of an organ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrganKind {
    /// 省、自治区、直辖市.
    Province,
    /// 设区的市、自治州.
    City,
    /// 县、市辖区、县级市.
    County,
    /// 乡、镇、街道.
    Township,
    /// A department that reports by itself.
    Department,
}

impl OrganKind {
    /// Every kind, from the top down.
    pub const ALL: &'static [Self] =
        &[Self::Province, Self::City, Self::County, Self::Township, Self::Department];

    /// The stored key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::City => "city",
            Self::County => "county",
            Self::Township => "township",
            Self::Department => "department",
        }
    }

    /// The Chinese name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Province => "省级",
            Self::City => "市级",
            Self::County => "县级",
            Self::Township => "乡镇街道",
            Self::Department => "部门",
        }
    }

    /// The kind with that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.key() == key)
    }
}

/// A body bound by the Regulation (行政机关).
#[derive(Debug, Clone, PartialEq)]
pub struct Organ {
    /// Its identifier.
    pub id: OrganId,
    /// The organ above it.
    pub parent_id: Option<OrganId>,
    /// Its level.
    pub kind: OrganKind,
    /// Its full name, as the report prints it.
    pub name: String,
    /// The nine characters before the stroke of its index numbers, if it has them.
    pub code: Option<String>,
    /// The region whose working days count here.
    pub region: Region,
    /// Settings of its public column, a JSON object.
    pub portal: Json,
}

const ORGAN: &str = "SELECT id, parent_id, kind, name, code, region, portal FROM organ";
const NOT_SYSTEM: &str = "kind <> 'system'";

impl Organ {
    fn of(row: &Row) -> Result<Self> {
        let region = row.text("region")?;
        Ok(Self {
            id: row.id("id")?,
            parent_id: row.opt_id("parent_id")?,
            kind: row.key("kind", OrganKind::from_key)?,
            name: row.text("name")?,
            code: row.opt_text("code")?,
            region: region.parse().map_err(|_| Error::damaged(format!("region {region:?}")))?,
            portal: row.json("portal")?,
        })
    }

    fn content(&self) -> Json {
        json!({
            "parent_id": self.parent_id.as_ref().map(OrganId::as_str), "kind": self.kind.key(), "name": self.name,
            "code": self.code, "region": self.region.to_string(), "portal": self.portal,
        })
    }
}

impl Read {
    /// An organ.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn organ(&mut self, id: &OrganId) -> Result<Organ> {
        let sql = Sql::new(format!("{ORGAN} WHERE id = $1 AND {NOT_SYSTEM}")).arg(id);
        self.one("organ", sql, Organ::of).await
    }

    /// How often somebody began to write for an organ: as long as the number stays, nothing of the organ has
    /// changed, and what was computed from its records still holds.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn writes_of(&mut self, id: &OrganId) -> Result<i64> {
        let sql = Sql::new("SELECT writes FROM organ_head WHERE organ_id = $1").arg(id);
        self.one("organ", sql, |row| row.int("writes")).await
    }

    /// A number that changes whenever something is written for any organ, or an organ comes. Signing in and out is
    /// written for the system and leaves it as it is.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn writes(&mut self) -> Result<i64> {
        let sql = "SELECT CAST(COALESCE(SUM(writes + 1), 0) AS BIGINT) AS writes FROM organ_head \
                   WHERE organ_id <> $1";
        self.number(Sql::new(sql).arg(&OrganId::system()), "writes").await
    }

    /// Every organ, by name.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn organs(&mut self) -> Result<Vec<Organ>> {
        self.all(Sql::new(format!("{ORGAN} WHERE {NOT_SYSTEM} ORDER BY name, id")), Organ::of).await
    }

    /// The organs directly below one, by name.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn organs_below(&mut self, parent: &OrganId) -> Result<Vec<Organ>> {
        let sql = Sql::new(format!("{ORGAN} WHERE parent_id = $1 ORDER BY name, id")).arg(parent);
        self.all(sql, Organ::of).await
    }

    /// The organs that somebody may mean who writes this at a command line: identifier, code or whole name;
    /// if there is none, names that contain it.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn organs_named(&mut self, words: &str) -> Result<Vec<Organ>> {
        let sql =
            format!("{ORGAN} WHERE (id = $1 OR code = $1 OR name = $1) AND {NOT_SYSTEM} ORDER BY name, id");
        let exact = self.all(Sql::new(sql).arg(words), Organ::of).await?;
        if !exact.is_empty() || words.is_empty() {
            return Ok(exact);
        }
        let sql = format!(r"{ORGAN} WHERE name LIKE $1 ESCAPE '\' AND {NOT_SYSTEM} ORDER BY name, id");
        self.all(Sql::new(sql).arg(crate::sql::contains(words)), Organ::of).await
    }
}

impl Write {
    /// Makes an organ; `ledger_key` is a fresh secret of 64 hexadecimal digits. Written for the system:
    /// `store.begin(&OrganId::system())`.
    ///
    /// # Errors
    /// `Conflict("organ.id")`.
    pub async fn add_organ(&mut self, act: &Act, organ: &Organ, ledger_key: &str) -> Result<()> {
        let sql = "INSERT INTO organ (id, parent_id, kind, name, code, region, portal, ledger_key) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        let sql = Sql::new(sql)
            .arg(&organ.id)
            .arg(organ.parent_id.as_ref())
            .arg(organ.kind.key())
            .arg(&organ.name)
            .arg(organ.code.clone())
            .arg(organ.region.to_string())
            .arg(organ.portal.to_string())
            .arg(ledger_key);
        self.execute(sql).await?;
        let head = "INSERT INTO organ_head (organ_id, writes, seq, chain) VALUES ($1, 0, 0, '')";
        self.execute(Sql::new(head).arg(&organ.id)).await?;
        self.organ_event(act, EventKind::OrganAdded, organ).await
    }

    /// Changes an organ's particulars and settings.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn change_organ(&mut self, act: &Act, organ: &Organ) -> Result<()> {
        let sql = "UPDATE organ SET parent_id = $1, kind = $2, name = $3, code = $4, region = $5, portal = $6 \
                   WHERE id = $7 AND kind <> 'system'";
        let sql = Sql::new(sql)
            .arg(organ.parent_id.as_ref())
            .arg(organ.kind.key())
            .arg(&organ.name)
            .arg(organ.code.clone())
            .arg(organ.region.to_string())
            .arg(organ.portal.to_string())
            .arg(&organ.id);
        self.change("organ", sql).await?;
        self.organ_event(act, EventKind::OrganChanged, organ).await
    }

    async fn organ_event(&mut self, act: &Act, kind: EventKind, organ: &Organ) -> Result<()> {
        let event = NewEvent { kind, subject: Some(Subject::organ(&organ.id)), content: organ.content() };
        self.append(act, event).await.map(drop)
    }
}
