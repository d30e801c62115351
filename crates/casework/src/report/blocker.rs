//! What stops 定稿, and where to mend it.

use law::{
    register::Register,
    report::{CellKey, Form, Mark, Section, Source, source},
};
use store::{Explanation, Remark, RemarkId};

use super::{compiled::CheckedFinding, part::Part};

/// One thing that stops 定稿.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocker {
    /// What is wrong and what to do, a Chinese sentence that names the place.
    pub message: String,
    /// The rule that says so; none where the flow itself does.
    pub rule: Option<&'static str>,
    /// The cells concerned.
    pub cells: Vec<CellKey>,
    /// Where to mend it.
    pub mend: Mend,
}

/// The place at the desk where something is mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mend {
    /// 业务数据报送: declare this cell, or correct what was declared.
    Declare(CellKey),
    /// The records behind this cell.
    Records(Register, CellKey),
    /// The text of a part.
    Prose(Section),
    /// A number typed by hand: replace it by a measure or confirm it, by its mark.
    Number(Section, String),
    /// Write the reason for a finding: rule and place.
    Explain(&'static str, String),
    /// Settle a comment of the county.
    Remark(RemarkId),
}

impl Mend {
    /// The place in words: `业务数据报送：表二“行政许可”的“本年处理决定数量”`.
    #[must_use]
    pub fn label(&self, form: Form) -> String {
        match self {
            Self::Declare(key) => format!("业务数据报送：{}", form.cell_name(*key)),
            Self::Records(register, key) => format!("{}登记簿：{}", register.label(), form.cell_name(*key)),
            Self::Prose(section) => format!("“{}”的文字", section.heading()),
            Self::Number(section, _) => format!("“{}”中手工填写的数字", section.heading()),
            Self::Explain(rule, _) => format!("数据核对：{rule}的原因说明"),
            Self::Remark(_) => "县级意见".to_owned(),
        }
    }
}

/// A mismatch that may stand with a written reason.
#[derive(Debug, Clone)]
pub struct NeedsReason {
    /// The rule.
    pub rule: &'static str,
    /// Under which the reason is kept.
    pub place: String,
    /// What does not match.
    pub message: String,
    /// The reason, if one was given.
    pub explanation: Option<Explanation>,
}

/// Mismatches that may stand with a reason, given or not.
pub(super) fn reasons(findings: &[CheckedFinding]) -> Vec<NeedsReason> {
    let asking = findings.iter().filter(|checked| checked.finding.needs_reason());
    asking
        .map(|checked| NeedsReason {
            rule: checked.finding.rule,
            place: checked.place.clone(),
            message: checked.finding.message.clone(),
            explanation: checked.explanation.clone(),
        })
        .collect()
}

/// Everything that stops 定稿: faults by rule, then the words, then comments and missing reasons.
pub(super) fn blockers(
    form: Form,
    by_hand: &std::collections::BTreeSet<CellKey>,
    findings: &[CheckedFinding],
    parts: &[Part],
    remarks: &[Remark],
) -> Vec<Blocker> {
    let mut blockers: Vec<Blocker> = findings
        .iter()
        .filter(|checked| checked.finding.blocks())
        .map(|checked| Blocker {
            message: checked.finding.message.clone(),
            rule: Some(checked.finding.rule),
            cells: checked.finding.cells.clone(),
            mend: mend(form, by_hand, checked),
        })
        .collect();
    blockers.extend(parts.iter().flat_map(of_part));
    blockers.extend(remarks.iter().filter(|remark| remark.settled_at.is_none()).map(of_remark));
    let unexplained = reasons(findings).into_iter().filter(|reason| reason.explanation.is_none());
    blockers.extend(unexplained.map(|reason| Blocker {
        message: asking(&reason.message),
        rule: Some(reason.rule),
        cells: Vec::new(),
        mend: Mend::Explain(reason.rule, reason.place),
    }));
    blockers
}

/// The finding, and that a written reason lets it stand, unless it says so itself.
fn asking(message: &str) -> String {
    if ["写明", "说明"].iter().any(|words| message.contains(words)) {
        return message.to_owned();
    }
    format!("{message}确需如此的，请写明原因。")
}

/// Where a finding is mended: the words if it is about words, else what was declared before what was counted.
fn mend(form: Form, by_hand: &std::collections::BTreeSet<CellKey>, checked: &CheckedFinding) -> Mend {
    if let Some(section) = checked.words_of {
        return Mend::Prose(section);
    }
    let cells: Vec<CellKey> = checked.finding.cells.iter().flat_map(|key| parts_of(form, *key, 0)).collect();
    let declared = cells
        .iter()
        .find(|key| by_hand.contains(*key) || matches!(source(form, **key), Some(Source::Declared { .. })));
    if let Some(key) = declared {
        return Mend::Declare(*key);
    }
    let counted = cells.iter().find_map(|key| match source(form, *key)? {
        Source::Measured { measure, .. } => Some(Mend::Records(measure.register, *key)),
        _ => None,
    });
    if let Some(counted) = counted {
        return counted;
    }
    let section = checked.finding.marks.iter().find_map(|mark| match mark {
        Mark::Section(section) => Some(*section),
        _ => None,
    });
    Mend::Prose(section.filter(|section| Section::PROSE.contains(section)).unwrap_or(Section::One))
}

/// The cells that a cell is the sum of, itself if it is no sum. A total of totals is two deep.
fn parts_of(form: Form, key: CellKey, depth: u8) -> Vec<CellKey> {
    match source(form, key) {
        Some(Source::Sum(parts)) if depth < 3 => {
            parts.into_iter().flat_map(|part| parts_of(form, part, depth + 1)).collect()
        }
        _ => vec![key],
    }
}

fn of_part(part: &Part) -> Vec<Blocker> {
    let (section, heading) = (part.section, part.section.heading());
    let blocker = |message: String, mend: Mend| Blocker { message, rule: None, cells: Vec::new(), mend };
    let faults = part.faults.iter().map(|fault| {
        blocker(format!("“{heading}”第{}字起：{}。", fault.start + 1, fault.message), Mend::Prose(section))
    });
    let open = part.open_points.iter().map(|point| {
        blocker(
            format!("“{heading}”还有没写完的地方：【{}】。请写好并去掉方括号。", point.text),
            Mend::Prose(section),
        )
    });
    let numbers = part.numbers.iter().filter(|number| number.confirmed.is_none()).map(|number| {
        blocker(
            format!(
                "“{heading}”中“{}”的“{}”是手工填写的数字。请换成统计指标，或确认它不是统计数字。",
                number.number.sentence, number.number.text
            ),
            Mend::Number(section, number.mark.clone()),
        )
    });
    faults.chain(open).chain(numbers).collect()
}

fn of_remark(remark: &Remark) -> Blocker {
    let part = remark.section.map_or("全文".to_owned(), |section| format!("“{}”", section.heading()));
    Blocker {
        message: format!(
            "县级对{part}的意见还没有处理：{}。请修改后标为已处理。",
            remark.words.trim_end_matches('。')
        ),
        rule: None,
        cells: Vec::new(),
        mend: Mend::Remark(remark.id.clone()),
    }
}
