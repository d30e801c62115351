//! Versions of a report and their way from draft to published.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use law::measure::Year;
use law::report::{Form, Section};
use serde_json::{Value as Json, json};

use super::state::ReportState;
use crate::error::{Error, Result};
use crate::ids::{OrganId, ReportId};
use crate::ledger::{Act, EventKind, NewEvent, Subject};
use crate::read::Read;
use crate::row::Row;
use crate::sql::Sql;
use crate::write::Write;

/// A version about to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReport {
    /// Made by the caller.
    pub id: ReportId,
    /// The year reported on.
    pub year: Year,
    /// On which form.
    pub form: Form,
}

/// One version of an organ's report for one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Its identifier.
    pub id: ReportId,
    /// The year reported on.
    pub year: i16,
    /// 1, 2, 3 …; a correction is a new version beside the old.
    pub version: i64,
    /// On which form.
    pub form: Form,
    /// How far it has come.
    pub state: ReportState,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When anything in it last changed.
    pub changed_at: Timestamp,
    /// The body's name as it stands on the final version; the body may have been renamed since.
    pub agency: Option<String>,
    /// Version of the calendar behind its frozen figures.
    pub calendar_version: Option<String>,
    /// SHA-256 over cells and prose at 定稿, hexadecimal.
    pub frozen_hash: Option<String>,
    /// Day of 定稿.
    pub finalised_on: Option<Date>,
    /// Day of publication.
    pub published_on: Option<Date>,
    /// Whether a later version has been published.
    pub superseded: bool,
}

/// What is fixed at 定稿 beside the cells and the prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Freeze {
    /// The body's name as printed.
    pub agency: String,
    /// Version of the calendar behind the figures.
    pub calendar_version: String,
    /// SHA-256 over cells and prose, hexadecimal.
    pub hash: String,
    /// The written parts as printed, measures resolved; a part that was never written is left out.
    pub printed: BTreeMap<Section, String>,
}

const REPORT: &str = "SELECT id, year, version, form, state, opened_at, changed_at, agency, calendar_version, \
    frozen_hash, finalised_on, published_on, superseded FROM report";

impl Report {
    fn of(row: &Row) -> Result<Self> {
        Ok(Self {
            id: row.id("id")?,
            year: row.year("year")?,
            version: row.int("version")?,
            form: row.key("form", Form::from_code)?,
            state: row.key("state", ReportState::from_key)?,
            opened_at: row.instant("opened_at")?,
            changed_at: row.instant("changed_at")?,
            agency: row.opt_text("agency")?,
            calendar_version: row.opt_text("calendar_version")?,
            frozen_hash: row.opt_text("frozen_hash")?,
            finalised_on: row.opt_day("finalised_on")?,
            published_on: row.opt_day("published_on")?,
            superseded: row.yes("superseded")?,
        })
    }
}

impl Read {
    /// A version.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn report(&mut self, organ: &OrganId, id: &ReportId) -> Result<Report> {
        let sql = Sql::new(format!("{REPORT} WHERE organ_id = $1 AND id = $2")).arg(organ).arg(id);
        self.one("report", sql, Report::of).await
    }

    /// Every version of every year, latest year and version first.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn reports(&mut self, organ: &OrganId) -> Result<Vec<Report>> {
        let sql = format!("{REPORT} WHERE organ_id = $1 ORDER BY year DESC, version DESC");
        self.all(Sql::new(sql).arg(organ), Report::of).await
    }

    /// The latest version for a year, whatever its state.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn latest_report(&mut self, organ: &OrganId, year: Year) -> Result<Option<Report>> {
        let sql = format!("{REPORT} WHERE organ_id = $1 AND year = $2 ORDER BY version DESC LIMIT 1");
        let row = self.row(Sql::new(sql).arg(organ).arg(i64::from(year.get()))).await?;
        row.as_ref().map(Report::of).transpose()
    }

    /// The version that stands for a year: the latest that is finalised or published. Next year's
    /// report is compared with it.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn standing_report(&mut self, organ: &OrganId, year: Year) -> Result<Option<Report>> {
        let sql = format!(
            "{REPORT} WHERE organ_id = $1 AND year = $2 AND state IN ('finalised', 'published') \
             ORDER BY version DESC LIMIT 1"
        );
        let row = self.row(Sql::new(sql).arg(organ).arg(i64::from(year.get()))).await?;
        row.as_ref().map(Report::of).transpose()
    }

    /// What the public sees: for each year the latest published version, latest year first.
    ///
    /// # Errors
    /// `Unreachable`.
    pub async fn published_reports(&mut self, organ: &OrganId) -> Result<Vec<Report>> {
        let sql = format!(
            "{REPORT} WHERE organ_id = $1 AND state = 'published' AND superseded = 0 ORDER BY year DESC, version DESC"
        );
        self.all(Sql::new(sql).arg(organ), Report::of).await
    }
}

impl Write {
    /// Opens the next version for a year, as a draft.
    ///
    /// # Errors
    /// `Conflict("report.id")`.
    pub async fn open_report(&mut self, act: &Act, new: &NewReport) -> Result<Report> {
        let organ = self.organ_id().clone();
        let year = i64::from(new.year.get());
        let sql =
            "SELECT COALESCE(MAX(version), 0) + 1 AS next FROM report WHERE organ_id = $1 AND year = $2";
        let version = self.number(Sql::new(sql).arg(&organ).arg(year), "next").await?;
        let sql = "INSERT INTO report (organ_id, id, year, version, form, state, opened_at, changed_at, superseded) \
                   VALUES ($1, $2, $3, $4, $5, 'draft', $6, $6, 0)";
        let sql =
            Sql::new(sql).arg(&organ).arg(&new.id).arg(year).arg(version).arg(new.form.code()).arg(act.at);
        self.execute(sql).await?;
        let content = json!({ "year": year, "version": version, "form": new.form.code() });
        self.report_event(act, EventKind::ReportOpened, &new.id, content).await?;
        self.report(&organ, &new.id).await
    }

    /// Draft or returned → submitted.
    ///
    /// # Errors
    /// `NotFound`; `WrongState`.
    pub async fn submit_report(&mut self, act: &Act, id: &ReportId) -> Result<()> {
        let from = [ReportState::Draft, ReportState::Returned];
        self.move_report(act, id, &from, ReportState::Submitted).await?;
        self.report_event(act, EventKind::ReportSubmitted, id, json!({})).await
    }

    /// Submitted → returned.
    ///
    /// # Errors
    /// `NotFound`; `WrongState`.
    pub async fn return_report(&mut self, act: &Act, id: &ReportId) -> Result<()> {
        self.move_report(act, id, &[ReportState::Submitted], ReportState::Returned).await?;
        self.report_event(act, EventKind::ReportReturned, id, json!({})).await
    }

    /// Any open state → finalised. The cells must have been stored before.
    ///
    /// # Errors
    /// `NotFound`; `WrongState`.
    pub async fn finalise_report(&mut self, act: &Act, id: &ReportId, freeze: &Freeze) -> Result<()> {
        let from = [ReportState::Draft, ReportState::Submitted, ReportState::Returned];
        self.move_report(act, id, &from, ReportState::Finalised).await?;
        let organ = self.organ_id().clone();
        let sql = "UPDATE report SET agency = $1, calendar_version = $2, frozen_hash = $3, finalised_on = $4 \
                   WHERE organ_id = $5 AND id = $6";
        let sql = Sql::new(sql)
            .arg(&freeze.agency)
            .arg(&freeze.calendar_version)
            .arg(&freeze.hash)
            .arg(act.on)
            .arg(&organ)
            .arg(id);
        self.change("report", sql).await?;
        for (section, printed) in &freeze.printed {
            let sql = "UPDATE report_prose SET printed = $1 WHERE organ_id = $2 AND report_id = $3 AND section = $4";
            self.execute(Sql::new(sql).arg(printed).arg(&organ).arg(id).arg(section.code())).await?;
        }
        let content = json!({ "calendar_version": freeze.calendar_version, "hash": freeze.hash });
        self.report_event(act, EventKind::ReportFinalised, id, content).await
    }

    /// Finalised → draft: what 定稿 fixed is let go. The event keeps the hash.
    ///
    /// # Errors
    /// `NotFound`; `WrongState`.
    pub async fn reopen_report(&mut self, act: &Act, id: &ReportId) -> Result<()> {
        let organ = self.organ_id().clone();
        let hash = self.report(&organ, id).await?.frozen_hash;
        self.move_report(act, id, &[ReportState::Finalised], ReportState::Draft).await?;
        let sql = "UPDATE report SET agency = NULL, calendar_version = NULL, frozen_hash = NULL, finalised_on = NULL \
                   WHERE organ_id = $1 AND id = $2";
        self.change("report", Sql::new(sql).arg(&organ).arg(id)).await?;
        let sql = "UPDATE report_prose SET printed = NULL WHERE organ_id = $1 AND report_id = $2";
        self.execute(Sql::new(sql).arg(&organ).arg(id)).await?;
        self.report_event(act, EventKind::ReportReopened, id, json!({ "hash": hash })).await
    }

    /// Finalised → published. An earlier published version of the year is superseded.
    ///
    /// # Errors
    /// `NotFound`; `WrongState`.
    pub async fn publish_report(&mut self, act: &Act, id: &ReportId) -> Result<()> {
        self.move_report(act, id, &[ReportState::Finalised], ReportState::Published).await?;
        let organ = self.organ_id().clone();
        let sql = "UPDATE report SET published_on = $1 WHERE organ_id = $2 AND id = $3";
        self.change("report", Sql::new(sql).arg(act.on).arg(&organ).arg(id)).await?;
        self.report_event(act, EventKind::ReportPublished, id, json!({})).await?;
        let report = self.report(&organ, id).await?;
        let sql = "UPDATE report SET superseded = 1 WHERE organ_id = $1 AND year = $2 AND version < $3 \
                   AND superseded = 0 RETURNING id";
        let sql = Sql::new(sql).arg(&organ).arg(i64::from(report.year)).arg(report.version);
        for older in self.all(sql, |row| row.id::<ReportId>("id")).await? {
            let content = json!({ "by": id.as_str() });
            self.report_event(act, EventKind::ReportSuperseded, &older, content).await?;
        }
        Ok(())
    }

    async fn move_report(
        &mut self,
        act: &Act,
        id: &ReportId,
        from: &[ReportState],
        to: ReportState,
    ) -> Result<()> {
        let organ = self.organ_id().clone();
        let state = self.report(&organ, id).await?.state;
        if !from.contains(&state) {
            return Err(Error::WrongState(state));
        }
        let sql = "UPDATE report SET state = $1, changed_at = $2 WHERE organ_id = $3 AND id = $4";
        self.change("report", Sql::new(sql).arg(to.key()).arg(act.at).arg(&organ).arg(id)).await
    }

    /// Before anything in a version changes: it must not be frozen; then says when it changed.
    pub(super) async fn touch_report(&mut self, act: &Act, id: &ReportId) -> Result<()> {
        let organ = self.organ_id().clone();
        let state = self.report(&organ, id).await?.state;
        if state.is_frozen() {
            return Err(Error::WrongState(state));
        }
        let sql = "UPDATE report SET changed_at = $1 WHERE organ_id = $2 AND id = $3";
        self.change("report", Sql::new(sql).arg(act.at).arg(&organ).arg(id)).await
    }

    pub(super) async fn report_event(
        &mut self,
        act: &Act,
        kind: EventKind,
        id: &ReportId,
        content: Json,
    ) -> Result<()> {
        self.append(act, NewEvent { kind, subject: Some(Subject::report(id)), content }).await.map(drop)
    }
}
