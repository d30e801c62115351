//! What the rules may look at beside the report itself.

use std::collections::{BTreeMap, BTreeSet};

use super::super::annual::Report;
use super::super::key::{CellKey, DisputeRoute, RequestColumn};
use super::super::prose::Told;

/// How the report came to us, which decides what an absence proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Origin {
    /// Our own report, or the agency's own file: what is absent is missing.
    #[default]
    Original,
    /// A converted copy or plain text: absence may be the copy's fault.
    ConvertedCopy,
    /// A converted copy whose end is known to be missing: what should follow cannot be assessed.
    Excerpt,
}

/// What kind of body reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Level {
    /// A township, town or street office: has no power to make 规章.
    Township,
    /// Any other body.
    Other,
    /// Not known.
    #[default]
    Unknown,
}

impl Level {
    /// Told from a body's name; `Unknown` where the name does not say.
    #[must_use]
    pub fn of_name(agency: &str) -> Self {
        const TOWNSHIP: [&str; 6] = ["镇人民政府", "乡人民政府", "街道办事处", "镇政府", "乡政府", "街道办"];
        const OTHER: [&str; 11] = [
            "县人民政府",
            "市人民政府",
            "区人民政府",
            "省人民政府",
            "旗人民政府",
            "自治区人民政府",
            "局",
            "委员会",
            "办公室",
            "厅",
            "中心",
        ];
        let name = agency.trim();
        // A report often calls its body by the place alone; of the places named so one is a city.
        let is_place =
            ["镇", "乡", "街道"].iter().any(|end| name.ends_with(end)) && !name.ends_with("景德镇");
        if is_place || TOWNSHIP.iter().any(|end| name.ends_with(end)) {
            Self::Township
        } else if OTHER.iter().any(|end| name.ends_with(end)) {
            Self::Other
        } else {
            Self::Unknown
        }
    }
}

/// Figures from the registers, against which our own report is held. What a caller does not know stays
/// `None`, and the rule says that it was not assessed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Registers {
    /// K-T3-6: what the registers count today for each measured cell (things, or fen).
    pub cells: Option<BTreeMap<CellKey, i64>>,
    /// Cells reported by hand (手工填报): they have a reason of their own and are not held against the records.
    pub declared: BTreeSet<CellKey>,
    /// K-X-1: what the registers count today for each placeholder name.
    pub measures: Option<BTreeMap<String, i64>>,
    /// K-T3-7: source numbers of requests that count in more than one result row.
    pub in_several_rows: Option<Vec<String>>,
    /// K-T3-8: requests received by 31 December and not answered by then, per applicant column without 总计.
    pub unanswered: Option<BTreeMap<RequestColumn, i64>>,
    /// K-T3-9: source numbers of requests carried out of the year after their due date.
    pub overdue_carried_out: Option<Vec<String>>,
    /// K-T4-2: how disputes of each road came and went.
    pub disputes: Option<BTreeMap<DisputeRoute, DisputeFlow>>,
    /// K-T4-3: reconsiderations decided or expired up to the end of the year, all years.
    pub reconsiderations_ended: Option<i64>,
    /// K-T4-4: source numbers of direct suits against refusals on grounds C1–C7 decided from 2024 on.
    pub direct_suits_against_refusals: Option<Vec<String>>,
    /// K-T2-3: normative documents dated in the year.
    pub normative_issued: Option<i64>,
    /// K-T2-3: document numbers of normative documents in force that are not published.
    pub normative_unpublished: Option<Vec<String>>,
    /// K-X-10: requests received in the year before the report year.
    pub requests_last_year: Option<i64>,
}

/// The movement of disputes in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DisputeFlow {
    /// Open on 31 December of the year before.
    pub pending_before: i64,
    /// Opened in the year.
    pub opened: i64,
    /// Ended in the year.
    pub closed: i64,
    /// Open on 31 December.
    pub pending: i64,
}

/// Everything beside the report.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context<'a> {
    /// How the report came to us.
    pub origin: Origin,
    /// What kind of body reports.
    pub level: Level,
    /// The same body's report of the year before.
    pub last_year: Option<&'a Report>,
    /// What the prose says.
    pub told: Option<&'a Told>,
    /// What the registers say; only for our own report.
    pub registers: Option<&'a Registers>,
    /// Reports of other bodies to compare the wording with (K-X-6).
    pub siblings: &'a [Report],
}
