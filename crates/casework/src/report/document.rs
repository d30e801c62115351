//! The report as every output needs it: HTML, spreadsheet, JSON.

use law::{
    Date,
    measure::Year,
    report::{Report, to_json},
};
use serde_json::Value as Json;
use store::{OrganId, Read, ReportId, ReportState, Store};

use super::{compiled::Compiled, frozen::is_intact, neighbours::frozen_report, view};
use crate::{Error, Result};

const ALTERED: &str = "这份年度报告与定稿时的校验码对不上，说明定稿后数据被改动过，所以不再对外提供。\
    请系统管理员用 gongkai doctor 检查，并从备份核对。";

/// A report ready to be printed.
#[derive(Debug, Clone)]
pub struct ReportDocument {
    /// Cells and words, measures resolved.
    pub report: Report,
    /// `示例县示例镇人民政府2025年政府信息公开工作年度报告`.
    pub title: String,
    /// 1, 2, 3 …; 0 where nobody has opened a report for the year.
    pub version: i64,
    /// Where it stands.
    pub state: ReportState,
    /// Whether 草稿 has to stand on every page.
    pub is_draft: bool,
    /// Day of 定稿.
    pub finalised_on: Option<Date>,
    /// Day of publication.
    pub published_on: Option<Date>,
    /// Version of the calendar behind the figures, from 定稿 on.
    pub calendar_version: Option<String>,
    /// SHA-256 over cells and words at 定稿, hexadecimal: of the JSON `{"calendar": …, "report": …}` without blanks,
    /// where `report` holds the members of [`to_json`].
    pub hash: Option<String>,
    /// Whether a later version has been published.
    pub superseded: bool,
}

/// A version ready to be printed.
///
/// # Errors
/// `NotFound`.
pub async fn document(store: &Store, organ: &OrganId, id: &ReportId) -> Result<ReportDocument> {
    document_in(&mut store.read().await?, organ, id).await
}

/// The same, out of a snapshot that is open already. What is final is read as it was frozen and not examined again:
/// its readers ask for cells and words, and every rule was answered at 定稿. What no longer has the hash of its 定稿 is
/// not given out.
///
/// # Errors
/// `NotFound`; a refusal where a final version was altered behind the program's back.
pub async fn document_in(read: &mut Read, organ: &OrganId, id: &ReportId) -> Result<ReportDocument> {
    let version = read.report(organ, id).await?;
    if !version.state.is_frozen() {
        return Ok(view::view_in(read, organ, id).await?.into());
    }
    let organ = read.organ(organ).await?;
    let report = frozen_report(read, &organ, &version).await?;
    if !is_intact(&version, &report) {
        return Err(Error::refused(ALTERED));
    }
    Ok(ReportDocument::of(report, Some(version)))
}

/// The version that stands for a year ([`super::view_year`]) ready to be printed.
///
/// # Errors
/// `NotFound` for an unknown organ.
pub async fn document_of(store: &Store, organ: &OrganId, year: Year) -> Result<ReportDocument> {
    Ok(view::view_year(store, organ, year).await?.into())
}

impl From<Compiled> for ReportDocument {
    fn from(compiled: Compiled) -> Self {
        Self::of(compiled.report, compiled.version)
    }
}

impl ReportDocument {
    /// A report as one of its versions; without a version it is a draft that nobody has opened.
    fn of(report: Report, version: Option<store::Report>) -> Self {
        let state = version.as_ref().map_or(ReportState::Draft, |version| version.state);
        Self {
            title: title(&report),
            report,
            version: version.as_ref().map_or(0, |version| version.version),
            state,
            is_draft: !state.is_frozen(),
            finalised_on: version.as_ref().and_then(|version| version.finalised_on),
            published_on: version.as_ref().and_then(|version| version.published_on),
            superseded: version.as_ref().is_some_and(|version| version.superseded),
            calendar_version: version.as_ref().and_then(|version| version.calendar_version.clone()),
            hash: version.and_then(|version| version.frozen_hash),
        }
    }

    /// The day that a copy bears: that of 定稿, and for a draft the day on which it is printed.
    #[must_use]
    pub fn day(&self, today: Date) -> Date {
        self.finalised_on.filter(|_| !self.is_draft).unwrap_or(today)
    }

    /// What a file of it is called: the title, with 草稿 for a draft.
    #[must_use]
    pub fn file_name(&self, extension: &str) -> String {
        let mark = if self.is_draft { "（草稿）" } else { "" };
        format!("{}{mark}.{extension}", self.title)
    }

    /// The JSON output: the members of [`to_json`], and beside them what the version is. It reads back
    /// with `law::report::from_json`.
    #[must_use]
    pub fn to_json(&self) -> Json {
        let mut json = to_json(&self.report);
        if let Json::Object(members) = &mut json {
            members.insert("title".to_owned(), self.title.as_str().into());
            members.insert("version".to_owned(), self.version.into());
            members.insert("state".to_owned(), self.state.key().into());
            members.insert("draft".to_owned(), self.is_draft.into());
            members.insert("superseded".to_owned(), self.superseded.into());
            members.insert("finalised_on".to_owned(), day(self.finalised_on));
            members.insert("published_on".to_owned(), day(self.published_on));
            members.insert("calendar_version".to_owned(), self.calendar_version.clone().into());
            members.insert("sha256".to_owned(), self.hash.clone().into());
        }
        json
    }
}

fn day(day: Option<Date>) -> Json {
    day.map(|day| day.to_string()).into()
}

fn title(report: &Report) -> String {
    format!("{}{}年政府信息公开工作年度报告", report.agency, report.year)
}
