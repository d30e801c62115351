//! A final version: read as it was frozen, never computed again; and the hash it was frozen under.

use law::report::{Context, Origin, Report, Section, to_json};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use store::{CellOrigin, Organ, Read};

use super::{
    compile::{Written, checked, level, with_reasons},
    compiled::Compiled,
    neighbours,
    part::Part,
};
use crate::Result;

/// Reads a final version. The rules are applied to the frozen figures alone; the registers have gone on.
pub(super) async fn read_frozen(read: &mut Read, organ: Organ, version: store::Report) -> Result<Compiled> {
    let mut written = Written::of(read, &organ, &version).await?;
    let report = neighbours::frozen_report(read, &organ, &version).await?;
    let cells = read.report_cells(&organ.id, &version.id).await?;
    let by_hand = cells.iter().filter(|cell| cell.origin == CellOrigin::Declared).map(|cell| cell.key);
    let by_hand = by_hand.filter(|key| !matches!(key, law::report::CellKey::Business(..))).collect();
    let last_year = match law::measure::Year::new(i64::from(version.year)) {
        Some(year) => neighbours::last_year(read, &organ, year).await?,
        None => None,
    };
    let parts = Section::PROSE
        .map(|section| Part::frozen(section, written.take(section), &written.confirmed))
        .to_vec();
    let context = Context {
        origin: Origin::Original,
        level: level(&organ),
        last_year: last_year.as_ref().map(|last| &last.report),
        ..Context::default()
    };
    let findings = with_reasons(checked(&report, &context), &written.explanations);
    let intact = is_intact(&version, &report);
    Ok(Compiled {
        organ,
        version: Some(version),
        report,
        recorded: std::collections::BTreeMap::new(),
        by_hand,
        last_year,
        parts,
        figures: Vec::new(),
        findings,
        remarks: written.remarks,
        explanations: written.explanations,
        blockers: Vec::new(),
        needs_reason: Vec::new(),
        intact,
    })
}

/// Whether cells and words still have the hash under which they were frozen.
pub(super) fn is_intact(version: &store::Report, report: &Report) -> bool {
    let calendar = version.calendar_version.as_deref().unwrap_or_default();
    version.frozen_hash.as_deref() == Some(frozen_hash(report, calendar).as_str())
}

/// SHA-256 over cells, printed words and the calendar's version, hexadecimal: what 定稿 freezes a report under.
#[must_use]
pub fn frozen_hash(report: &Report, calendar_version: &str) -> String {
    let frozen = json!({ "calendar": calendar_version, "report": to_json(report) });
    hex::encode(Sha256::digest(frozen.to_string().as_bytes()))
}
