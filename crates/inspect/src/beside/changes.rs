//! Bodies that changed their name or merged since last year: hints from names and from what was carried over.

use law::report::{CellKey, RequestColumn, RequestRow};
use serde::Serialize;

use super::examined::Examined;
use super::member::Member;
use super::names::{AgencyName, ByAgency};
use super::shelf::Shelf;

/// Of more bodies that ceased than this no pairs are tried.
const TRIED: usize = 40;

/// A body that seems to continue one or two bodies of last year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The bodies of last year without a report this year.
    pub before: Vec<String>,
    /// The body of this year without a report last year; none if nothing continues the other.
    pub now: Option<String>,
    /// Why they seem to belong together, or what is to be looked at.
    pub note: String,
}

/// Compares the bodies of both years.
pub(super) fn find(members: &[&Member], last: &Shelf) -> Vec<Change> {
    let mut now: ByAgency<()> = ByAgency::default();
    for member in members {
        now.add(member.name.clone(), ());
    }
    let has_name = |report: &&Examined| !report.report().agency.is_empty();
    let gone: Vec<&Examined> =
        last.all().filter(has_name).filter(|report| now.find(&report.name()).is_empty()).collect();
    let is_new =
        |member: &&&Member| !member.agency.is_empty() && last.of_body(&member.agency, None).is_none();
    let mut changes = Vec::new();
    let mut explained: Vec<AgencyName> = Vec::new();
    for member in members.iter().filter(is_new) {
        let free: Vec<&Examined> =
            gone.iter().filter(|report| !explained.contains(&report.name())).copied().collect();
        if let Some(change) = continued(member, &free) {
            explained.extend(change.before.iter().map(|name| AgencyName::of(name)));
            changes.push(change);
        }
    }
    let left = gone.iter().filter(|report| !explained.contains(&report.name()));
    changes.extend(left.map(|report| Change {
        before: vec![report.report().agency.clone()],
        now: None,
        note: "上年有报告，本年没有。请核对是否撤销、合并、更名或漏报。".to_owned(),
    }));
    changes
}

fn continued(member: &Member, gone: &[&Examined]) -> Option<Change> {
    let change = |before: &[&Examined], note: &str| Change {
        before: before.iter().map(|report| report.report().agency.clone()).collect(),
        now: Some(member.agency.clone()),
        note: note.to_owned(),
    };
    if let Some(report) = gone.iter().find(|report| report.name().resembles(&member.name)) {
        return Some(change(&[report], "名称相近，可能是更名。"));
    }
    let carried_in = carried(|key| member.amount(key), RequestRow::CarriedIn)?;
    let out = |report: &Examined| carried(|key| report.report().amount(key), RequestRow::CarriedOut);
    if let Some(report) = gone.iter().find(|report| out(report).as_ref() == Some(&carried_in)) {
        return Some(change(&[report], "上年结转与其上年报告的结转下年度逐列相同，可能是更名。"));
    }
    let few = gone.iter().take(TRIED).enumerate();
    for (place, one) in few {
        for other in gone.iter().take(TRIED).skip(place + 1) {
            let (Some(a), Some(b)) = (out(one), out(other)) else { continue };
            if a.iter().zip(&b).map(|(a, b)| a.saturating_add(*b)).eq(carried_in.iter().copied()) {
                let note = "上年结转等于两个机关上年的结转下年度之和，可能是合并。";
                return Some(change(&[one, other], note));
            }
        }
    }
    None
}

/// What was carried over, column by column; none unless every column is there and something was carried.
fn carried(amount: impl Fn(CellKey) -> Option<i64>, row: RequestRow) -> Option<Vec<i64>> {
    let columns = RequestColumn::ALL.iter().map(|column| amount(CellKey::Request(row, *column)));
    let carried: Vec<i64> = columns.collect::<Option<_>>()?;
    carried.iter().any(|n| *n != 0).then_some(carried)
}
