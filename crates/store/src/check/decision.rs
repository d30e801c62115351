//! What people decided about findings. A decision holds for every check that finds the same in the report of the same
//! body and year.

use jiff::Timestamp;
use serde_json::json;

use crate::error::{Error, Result};
use crate::ids::{OrganId, PersonId, ReportId};
use crate::ledger::{Act, EventKind, NewEvent, Subject};
use crate::read::Read;
use crate::row::Row;
use crate::sql::{Arg, Sql};
use crate::write::Write;

/// What a person decided about a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckStanding {
    /// It goes into the letter.
    Confirmed,
    /// It does not.
    Dismissed,
}

impl CheckStanding {
    /// The stored key.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Dismissed => "dismissed",
        }
    }

    /// The one with that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Confirmed, Self::Dismissed].into_iter().find(|standing| standing.key() == key)
    }

    pub(super) fn of(row: &Row) -> Result<Option<Self>> {
        let key = row.opt_text("standing")?;
        let known = |key: String| Self::from_key(&key).ok_or_else(|| Error::damaged("a strange standing"));
        key.map(known).transpose()
    }
}

/// A decision as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckDecision {
    /// The finding's mark.
    pub mark: String,
    /// What was decided.
    pub standing: CheckStanding,
    /// Why.
    pub reason: Option<String>,
    /// By whom.
    pub decided_by: Option<PersonId>,
    /// When.
    pub decided_at: Timestamp,
}

/// Marks asked for at a time.
const CHUNK: usize = 200;

impl Read {
    /// The decisions on findings with these marks.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn check_decisions(&mut self, organ: &OrganId, marks: &[String]) -> Result<Vec<CheckDecision>> {
        let mut found = Vec::new();
        for marks in marks.chunks(CHUNK) {
            let mut sql = Sql::new(
                "SELECT mark, standing, reason, decided_by, decided_at FROM check_decision WHERE organ_id = ",
            );
            sql.bind(organ).push(" AND mark IN ").bind_list(marks.iter().map(Arg::from));
            let of = |row: &Row| {
                Ok(CheckDecision {
                    mark: row.text("mark")?,
                    standing: row.key("standing", CheckStanding::from_key)?,
                    reason: row.opt_text("reason")?,
                    decided_by: row.opt_id("decided_by")?,
                    decided_at: row.instant("decided_at")?,
                })
            };
            found.extend(self.all(sql, of).await?);
        }
        Ok(found)
    }
}

impl Write {
    /// Keeps a decision on a finding of a report, or takes it back (`None`). The reason is the act's.
    ///
    /// # Errors
    /// `AlreadyDone` when there is nothing to take back.
    pub async fn decide_check(
        &mut self,
        act: &Act,
        (report, rule, mark): (&ReportId, &str, &str),
        standing: Option<CheckStanding>,
    ) -> Result<()> {
        let organ = self.organ_id().clone();
        let before = self.check_decisions(&organ, &[mark.to_owned()]).await?.pop();
        if before.is_none() && standing.is_none() {
            return Err(Error::AlreadyDone("decision"));
        }
        let gone = Sql::new("DELETE FROM check_decision WHERE organ_id = $1 AND mark = $2");
        self.execute(gone.arg(&organ).arg(mark)).await?;
        if let Some(standing) = standing {
            let sql = "INSERT INTO check_decision (organ_id, mark, standing, reason, decided_by, decided_at) \
                       VALUES ($1, $2, $3, $4, $5, $6)";
            let sql = Sql::new(sql).arg(&organ).arg(mark).arg(standing.key()).arg(act.reason.clone());
            self.execute(sql.arg(act.person.as_ref()).arg(act.at)).await?;
        }
        let kind = match standing {
            Some(_) => EventKind::CheckDecided,
            None => EventKind::CheckDecisionUndone,
        };
        let before = before.map(|before| before.standing.key());
        let content = json!({ "rule": rule, "mark": mark, "before": before, "after": standing.map(CheckStanding::key) });
        let subject = Some(Subject::checked_report(report));
        self.append(act, NewEvent { kind, subject, content }).await.map(drop)
    }
}
