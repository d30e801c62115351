//! The form a report is written on, and what kind of body writes it.

use law::report::{Form, Level};

use super::Parts;
use crate::checked::Format;
use crate::text::{Passage, Pattern};

/// Headings of the time before the forms, when only contents were prescribed.
static OLD_HEADING: Pattern =
    Pattern::new(r"收费及减免|收费情况|咨询|主要做法|组织领导|依申请公开(?:政府信息)?(?:办理)?情况$");

/// The form. The tables show it; without tables, the year decides, unless the text is plainly no report on
/// a form (a work summary, headings of its own).
pub(crate) fn format(
    tables: Option<Form>,
    year: Option<i16>,
    parts: &Parts,
    preamble: &Passage,
    headings: &[String],
) -> Option<Format> {
    match tables {
        Some(Form::F2019) => return Some(Format::F2019),
        Some(Form::F2021) => return Some(Format::F2021),
        None => {}
    }
    let has_own_headings = parts.is_empty() && !headings.is_empty();
    let is_summary = has_own_headings && !preamble.text().contains("年度报告");
    match year {
        Some(..2019) => Some(Format::F2008),
        Some(_) if is_summary => Some(Format::F2008),
        Some(year) if year > 2020 => Some(Format::F2021),
        Some(_) => Some(Format::F2019),
        None if headings.iter().any(|heading| OLD_HEADING.is_match(heading)) => Some(Format::F2008),
        None => None,
    }
}

static TOWNSHIP: Pattern = Pattern::new(r"(?:镇|乡|街道)(?:人民政府|政府|办事处|党政[\p{Han}]*|)$");
static WE_TOWNSHIP: Pattern = Pattern::new(r"我(?:镇|乡|街道)");
static WE_OTHER: Pattern = Pattern::new(r"我(?:县|市|区|局|委|厅|省|中心)");

/// The kind of body: by its name, else by how it calls itself.
pub(crate) fn level(agency: Option<&str>, all: &Passage) -> Level {
    if agency.is_some_and(|name| TOWNSHIP.is_match(name)) {
        return Level::Township;
    }
    match agency.map(Level::of_name) {
        None | Some(Level::Unknown) => {}
        Some(known) => return known,
    }
    let (township, other) = (WE_TOWNSHIP.all(all.text()).len(), WE_OTHER.all(all.text()).len());
    match (township, other) {
        (1.., 0) => Level::Township,
        (0, 1..) => Level::Other,
        _ => Level::Unknown,
    }
}
