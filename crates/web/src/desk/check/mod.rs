//! 报告核对: anybody's published annual report under the rules of the form, with the evidence beside the text.

mod finding;
mod list;
mod new;
mod one;

pub(super) use list::show_checks;
pub(super) use new::{show_new_check, submit_check};
pub(super) use one::show_check;

use store::ReportId;

/// All checked reports.
const CHECKS: &str = "/desk/checks";

/// One of them.
fn address(id: &ReportId) -> String {
    format!("{CHECKS}/{id}")
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
