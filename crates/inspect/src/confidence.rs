//! How well a file was understood, and what that allows to be proven.

use law::report::Section;
use law::report::identity::Origin;
use serde::Serialize;

use crate::checked::{Format, Options};
use crate::document::FileKind;
use crate::understood::Understood;

/// How well a file was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ConfidenceLevel {
    /// Hardly: no report, no text, or no parts.
    Low,
    /// In part; the reasons say what was not.
    Medium,
    /// Entirely: whatever stands in the file is accounted for. It says nothing about what is absent.
    High,
}

/// How well a file was understood, and why no better.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Confidence {
    /// How well.
    pub level: ConfidenceLevel,
    /// In plain Chinese, one sentence each; empty where nothing is amiss.
    pub reasons: Vec<String>,
}

/// Of so many lines of the report one may remain unexplained without lowering the confidence.
const LINES_TO_ONE_LEFT: usize = 50;

impl Confidence {
    pub(crate) fn of(understood: &Understood<'_>) -> Self {
        let missing = hardly(understood);
        if !missing.is_empty() {
            return Self { level: ConfidenceLevel::Low, reasons: missing };
        }
        let reasons = in_part(understood);
        let level = if reasons.is_empty() { ConfidenceLevel::High } else { ConfidenceLevel::Medium };
        Self { level, reasons }
    }
}

/// Why a file was hardly understood at all.
fn hardly(understood: &Understood<'_>) -> Vec<String> {
    if !understood.is_report() {
        return vec![understood.why_no_report().to_owned()];
    }
    let mut reasons = Vec::new();
    if understood.year.is_none() {
        reasons.push("没有认出报告年度。".to_owned());
    }
    if understood.parts.is_empty() && understood.format != Some(Format::F2008) {
        reasons.push("没有认出任何一个部分的标题。".to_owned());
    }
    reasons
}

/// What of a report was not understood.
fn in_part(understood: &Understood<'_>) -> Vec<String> {
    let mut reasons = Vec::new();
    if understood.agency.is_none() {
        reasons.push("没有认出编制报告的机关。".to_owned());
    }
    if understood.format.is_none() {
        reasons.push("没有认出报告的式样。".to_owned());
    }
    if let Some(count) = Some(understood.tables.unaligned.len()).filter(|count| *count > 0) {
        reasons.push(format!("表格中有{count}行数字未能对应到列。"));
    }
    if has_form(understood) {
        reasons.extend(tables(understood));
    }
    let pictures = understood.pictures.len();
    if pictures > 0 {
        reasons.push(format!("文件里有{pictures}处图片，图片里的内容没有读。"));
    }
    let left = understood.remainder.count;
    if left > understood.source.lines.len() / LINES_TO_ONE_LEFT {
        reasons.push(format!("有{left}行内容没有认出是什么。"));
    }
    reasons
}

const fn has_form(understood: &Understood<'_>) -> bool {
    matches!(understood.format, Some(Format::F2019 | Format::F2021))
}

/// Tables of which nothing was found, and parts that may stand under an unknown heading.
fn tables(understood: &Understood<'_>) -> Vec<String> {
    let mut reasons = Vec::new();
    for section in [Section::Two, Section::Three, Section::Four] {
        if !understood.tables.cells.keys().any(|key| key.section() == section) {
            reasons.push(format!("没有读到第{}部分的表格。", section.numeral()));
        }
    }
    for section in Section::ALL {
        let stranger = understood.parts.stranger(&understood.source, *section);
        if let Some(heading) = stranger.filter(|_| understood.parts.heading(*section).is_none()) {
            reasons.push(format!("标题“{heading}”不知道是哪一部分。"));
        }
    }
    reasons
}

impl Understood<'_> {
    /// What an absence proves. Web pages and plain texts are copies of something. A file of the agency's own
    /// kind proves an absence only if everything that does stand in it was understood.
    pub(crate) fn origin(&self, options: &Options) -> Origin {
        let is_own_kind = matches!(self.kind, FileKind::TextDocument | FileKind::Pages | FileKind::Workbook);
        if options.excerpt {
            Origin::Excerpt
        } else if is_own_kind && self.confidence.level == ConfidenceLevel::High && self.pictures.is_empty() {
            Origin::Original
        } else {
            Origin::ConvertedCopy
        }
    }

    /// Why a file is not taken for a report.
    pub(crate) fn why_no_report(&self) -> &'static str {
        let has_text = (0..self.source.lines.len()).any(|index| self.source.has_content(index));
        match (has_text, self.pictures.is_empty()) {
            (true, _) => "没有认出年度报告的标题、年份或表格，未评估。请确认这是政府信息公开工作年度报告。",
            (false, true) => "文件里没有文字，未评估。",
            (false, false) => {
                "文件里只有图片，没有文字（例如扫描件），未评估。请提供能选中文字的文件，或先做文字识别并人工核对。"
            }
        }
    }
}
