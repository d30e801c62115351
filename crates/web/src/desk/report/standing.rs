//! Where a report stands: the way to publication, facts, versions, and what is wrong with it as a whole.

use std::cmp::Ordering;

use casework::report::{Compiled, Part};
use law::Date;
use store::{Report, ReportState};

use super::address::Address;
use super::subject::Subject;
use super::todo::Comment;
use crate::day;
use crate::fault::Fault;
use crate::picture::{FlowStep, Picture, Progress, flow};

/// A version in the list of versions.
pub(super) struct VersionLine {
    pub(super) label: String,
    pub(super) href: String,
    pub(super) current: bool,
}

/// Where 报县 stands among the steps; an approver may go past it.
const COUNTY: usize = 3;

/// 台账 → 草稿 → 对账 → 报县 → 审定 → 公布: the picture, with days and who must act now.
/// `submitted` is the day on which the version was last handed in to the county.
pub(super) fn way(
    compiled: &Compiled,
    version: &Report,
    comments: &[Comment],
    submitted: Option<Date>,
) -> Result<Picture, Fault> {
    let open = comments.iter().filter(|comment| comment.settled.is_none()).count();
    // The step that the report is at: everything before it is done.
    let now = match version.state {
        ReportState::Draft | ReportState::Returned if compiled.parts.iter().any(is_unwritten) => 1,
        ReportState::Draft | ReportState::Returned if !compiled.blockers.is_empty() => 2,
        ReportState::Draft | ReportState::Returned => 3,
        ReportState::Submitted if open > 0 => 3,
        ReportState::Submitted => 4,
        ReportState::Finalised => 5,
        ReportState::Published => 6,
    };
    let said = [
        format!("{}年的记录", version.year),
        format!("{} 新建", day::of(version.opened_at)),
        match compiled.blockers.len() {
            0 => "没有要处理的".to_owned(),
            count => format!("{count} 处要处理"),
        },
        match (version.state, open) {
            (ReportState::Returned, _) => "县级已退回".to_owned(),
            (ReportState::Submitted, 0) => "已报送县级".to_owned(),
            (ReportState::Submitted, open) => format!("已报送，{open} 条意见"),
            _ => submitted.map(|day| day.to_string()).unwrap_or_default(),
        },
        version.finalised_on.map(|day| day.to_string()).unwrap_or_default(),
        version.published_on.map(|day| day.to_string()).unwrap_or_default(),
    ];
    let steps = ["台账", "草稿", "对账", "报县", "审定", "公布"].into_iter().zip(said).enumerate();
    let step = |(index, (label, said)): (usize, (&'static str, String))| {
        let progress = match index.cmp(&now) {
            Ordering::Less if index == COUNTY && submitted.is_none() => Progress::Skipped,
            Ordering::Less => Progress::Done,
            Ordering::Equal => Progress::Now,
            Ordering::Greater => Progress::Ahead,
        };
        FlowStep { label, progress, said }
    };
    let steps: Vec<FlowStep> = steps.map(step).collect();
    let holder = match version.state {
        ReportState::Draft | ReportState::Returned => Some("经办岗"),
        ReportState::Submitted if open > 0 => Some("经办岗"),
        ReportState::Submitted | ReportState::Finalised => Some("审定岗"),
        ReportState::Published => None,
    };
    Ok(flow(&steps, holder)?)
}

fn is_unwritten(part: &Part) -> bool {
    part.words.trim().is_empty()
}

/// What is known about the version, as label and text; `due` is the last day for publishing it.
pub(super) fn standing(
    subject: &Subject,
    compiled: &Compiled,
    (due, today): (Date, Date),
) -> Vec<(&'static str, String)> {
    let Some(version) = &compiled.version else { return Vec::new() };
    let mut facts = vec![
        ("版本", format!("第{}版，{}", version.version, version.state.label())),
        ("格式", version.form.notice().to_owned()),
    ];
    // A correction has no day of its own: the report was published with its first version.
    let first = subject.versions.iter().filter_map(|version| version.published_on).min();
    if let Some(day) = first.filter(|_| version.published_on.is_none()) {
        facts.push(("首次公布", day::in_words(day)));
    } else if version.published_on.is_none() {
        let left = left(today, due);
        facts.push(("公布期限", format!("{}（{left}）", day::in_words(due))));
    }
    if let Some(day) = version.finalised_on {
        facts.push(("定稿", day::in_words(day)));
    }
    if let Some(day) = version.published_on {
        facts.push(("公布", day::in_words(day)));
    }
    if let Some(hash) = &version.frozen_hash {
        facts.push(("校验码", hash.clone()));
    }
    facts
}

/// `还有 3 天`.
pub(super) fn left(today: Date, due: Date) -> String {
    match today.until(due).map_or(0, |span| span.get_days()) {
        0 => "就是今天".to_owned(),
        days if days < 0 => format!("已过 {} 天", days.unsigned_abs()),
        days => format!("还有 {days} 天"),
    }
}

/// What every reader must know before anything else.
pub(super) fn warnings(compiled: &Compiled) -> Vec<&'static str> {
    let mut warnings = Vec::new();
    if compiled.version.as_ref().is_some_and(|version| version.superseded) {
        warnings.push("这是更正前的版本，已经被后来公布的版本代替，留存备查。");
    }
    if !compiled.intact {
        warnings.push("这一版本的内容与定稿时的校验码不符，数据库里的内容可能被改动过。请立即与系统管理员联系，不要再引用这一版本。");
    }
    warnings
}

/// Every version of the year that the reader may see, the latest first; empty when there is only one.
pub(super) fn versions(subject: &Subject) -> Vec<VersionLine> {
    if subject.versions.len() < 2 {
        return Vec::new();
    }
    let line = |(index, version): (usize, &Report)| {
        let latest = match subject.below {
            Some(_) => Address::below(&subject.organ, subject.year),
            None => Address::own(subject.year),
        };
        let at = if index == 0 { latest } else { latest.version(version.version) };
        VersionLine {
            label: format!("第{}版（{}）", version.version, version.state.label()),
            href: at.page(),
            current: version.id == subject.version.id,
        }
    };
    subject.versions.iter().enumerate().map(line).collect()
}
