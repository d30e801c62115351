//! 报告核对: anybody's published annual report under the rules of the form, with the evidence beside the text; one at
//! once or many in the background; what people decide about the findings, the letters, a year's reports side by side.

mod batch;
mod decide;
mod files;
mod finding;
mod findings;
mod letter;
mod list;
mod many;
mod new;
mod one;
mod year;

pub(super) use batch::{show_batch, show_sheet};
pub(super) use decide::submit_decision;
pub(super) use files::{show_annotated, show_letter_file};
pub(super) use findings::show_findings;
pub(super) use letter::{show_letter, submit_letter, submit_sent};
pub(super) use list::show_checks;
pub(super) use many::{submit_all_of_report, submit_all_of_rule};
pub(super) use new::{UPLOAD_MAX_BYTES, show_new_check, submit_check};
pub(super) use one::show_check;
pub(super) use year::show_year;

use store::{CheckBatchId, CheckedSummary, ReportId};

/// All checked reports.
const CHECKS: &str = "/desk/checks";

/// One of them.
fn address(id: &ReportId) -> String {
    format!("{CHECKS}/{id}")
}

/// A batch.
fn batch_address(id: &CheckBatchId) -> String {
    format!("{CHECKS}/batches/{id}")
}

/// The form of a report in words.
fn form_words(form: Option<&str>) -> &'static str {
    match form {
        Some("F2008") => "2019 年以前的格式",
        Some("F2019") => "2019 年格式",
        Some("F2021") => "2021 年格式",
        _ => "认不出格式",
    }
}

/// Whose report it is, in words.
fn agency_words(agency: Option<&str>) -> String {
    agency.unwrap_or("认不出机关").to_owned()
}

/// Of which year it is, in words.
fn year_words(year: Option<i16>) -> String {
    year.map_or_else(|| "认不出年度".to_owned(), |year| format!("{year} 年度"))
}

/// A checked report in a list.
struct Line {
    href: String,
    agency: String,
    file: String,
    year: String,
    form: &'static str,
    when: String,
    failed: i64,
    uncertain: i64,
}

impl Line {
    fn of(summary: CheckedSummary) -> Self {
        Self {
            href: address(&summary.id),
            agency: agency_words(summary.agency.as_deref()),
            year: year_words(summary.year),
            form: form_words(summary.form.as_deref()),
            when: crate::day::minute(summary.checked_at),
            file: summary.file_name,
            failed: summary.failed,
            uncertain: summary.uncertain,
        }
    }
}
