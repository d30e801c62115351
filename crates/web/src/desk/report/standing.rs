//! Where a report stands: stage, facts, versions, and what is wrong with it as a whole.

use casework::report::Compiled;
use law::clock::report::{Reporter, TOWNSHIP_DEFAULT, annual_report_due};
use store::{Organ, OrganKind, Report, ReportState};

use super::address::Address;
use super::subject::Subject;
use super::todo::Comment;
use crate::day;

/// A stage of the strip.
pub(super) struct Stage {
    pub(super) label: &'static str,
    pub(super) passed: bool,
    pub(super) current: bool,
}

/// A version in the list of versions.
pub(super) struct VersionLine {
    pub(super) label: String,
    pub(super) href: String,
    pub(super) current: bool,
}

/// 草稿 → 报送县级 → 县级意见 → 定稿 → 公布.
pub(super) fn stages(version: &Report, comments: &[Comment]) -> Vec<Stage> {
    let open = comments.iter().any(|comment| comment.settled.is_none());
    let now = match version.state {
        ReportState::Draft => 0,
        ReportState::Submitted if open => 2,
        ReportState::Submitted => 1,
        ReportState::Returned => 2,
        ReportState::Finalised => 3,
        ReportState::Published => 4,
    };
    let labels = ["草稿", "报送县级", "县级意见", "定稿", "公布"].into_iter().enumerate();
    labels.map(|(index, label)| Stage { label, passed: index < now, current: index == now }).collect()
}

/// What is known about the version, as label and text.
pub(super) fn standing(compiled: &Compiled, today: law::Date) -> Vec<(&'static str, String)> {
    let Some(version) = &compiled.version else { return Vec::new() };
    let mut facts = vec![
        ("版本", format!("第{}版，{}", version.version, version.state.label())),
        ("格式", version.form.notice().to_owned()),
    ];
    if let Some(due) = due(&compiled.organ, version.year).filter(|_| version.published_on.is_none()) {
        let left = match today.until(due).map_or(0, |span| span.get_days()) {
            0 => "就是今天".to_owned(),
            days if days < 0 => format!("已过 {} 天", days.unsigned_abs()),
            days => format!("还有 {days} 天"),
        };
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

fn due(organ: &Organ, year: i16) -> Option<law::Date> {
    let reporter = match organ.kind {
        OrganKind::Township => Reporter::Township,
        _ => Reporter::Department,
    };
    annual_report_due(year, reporter, TOWNSHIP_DEFAULT).ok()
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
