//! Words in which results are told, the same in every output.

use inspect::{Checked, Evidence, Finding, Format, Verdict};
use law::report::Severity;

/// The verdicts from the gravest.
pub(super) const VERDICTS: [Verdict; 4] =
    [Verdict::Fail, Verdict::Uncertain, Verdict::NotAssessable, Verdict::Pass];

pub(super) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Fail => "不符",
        Verdict::Uncertain => "存疑",
        Verdict::NotAssessable => "无法评估",
        Verdict::Pass => "通过",
    }
}

pub(super) const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "应当改正",
        Severity::Warning => "请说明",
    }
}

const fn format(format: Option<Format>) -> &'static str {
    match format {
        Some(Format::F2008) => "2019 年以前的格式",
        Some(Format::F2019) => "2019 年格式",
        Some(Format::F2021) => "2021 年格式",
        None => "认不出格式",
    }
}

/// The body, or that it was not recognised.
pub(super) fn agency(checked: &Checked) -> &str {
    checked.agency.as_deref().unwrap_or("认不出机关")
}

/// `示例镇人民政府　2020 年度　2019 年格式`.
pub(super) fn who(checked: &Checked) -> String {
    let year = checked.year.map_or_else(|| "认不出年度".to_owned(), |year| format!("{year} 年度"));
    format!("{}　{year}　{}", agency(checked), format(checked.format))
}

/// Where a quotation stands: `第 3 页第 12 行第 2 格`, a workbook's cell by its address, another file by its name.
pub(super) fn place(evidence: &Evidence) -> String {
    let file = evidence.file.as_ref().map_or_else(String::new, |file| format!("{file} "));
    if let Some(address) = &evidence.address {
        return format!("{file}{address}");
    }
    let page = evidence.place.page.map_or_else(String::new, |page| format!("第 {page} 页"));
    let cell = evidence.place.cell.map_or_else(String::new, |cell| format!("第 {cell} 格"));
    format!("{file}{page}第 {} 行{cell}", evidence.place.line)
}

/// The findings of a verdict, errors before warnings.
pub(super) fn of_verdict(checked: &Checked, verdict: Verdict) -> Vec<&Finding> {
    let mut found: Vec<&Finding> =
        checked.findings.iter().filter(|finding| finding.verdict == verdict).collect();
    found.sort_by_key(|finding| finding.gravity());
    found
}

/// How many findings have a verdict.
pub(super) fn count(checked: &Checked, verdict: Verdict) -> usize {
    checked.findings.iter().filter(|finding| finding.verdict == verdict).count()
}

/// A quotation in one line; the cells of a row stand between bars, so that an empty one is seen.
pub(super) fn quotation(evidence: &Evidence) -> String {
    evidence.text.trim().replace('\t', " | ")
}
