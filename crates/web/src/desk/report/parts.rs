//! The six parts of a report with their status in words.

use casework::report::{Compiled, Part};
use law::report::{Cell, CellKey, Section};
use store::Read;

use super::people::People;
use super::subject::Subject;
use crate::fault::Fault;

/// One part in the list of tasks.
#[derive(Debug)]
pub(super) struct PartLine {
    pub(super) heading: String,
    pub(super) href: String,
    pub(super) word: String,
    /// Colour of the status.
    pub(super) class: &'static str,
    /// Who wrote it last, or where its figures come from.
    pub(super) said: String,
}

/// The six parts.
pub(super) async fn parts(
    read: &mut Read,
    people: &mut People,
    subject: &Subject,
    compiled: &Compiled,
) -> Result<Vec<PartLine>, Fault> {
    let mut lines = Vec::new();
    for section in Section::ALL.iter().copied() {
        let part = compiled.part(section);
        let (word, class) = part.map_or_else(|| of_table(compiled, section), |part| of_words(compiled, part));
        let said = match part {
            Some(part) => match part.written_at {
                Some(at) => format!("最后修改：{}", people.say(read, part.written_by.as_ref(), at).await?),
                None => String::new(),
            },
            None => said_of_table(compiled, section),
        };
        let href = match subject.below {
            Some(_) => format!("{}#{}", subject.at.below_it("whole"), section.code()),
            None => subject.at.part(section),
        };
        lines.push(PartLine { heading: section.heading(), href, word, class, said });
    }
    Ok(lines)
}

/// How far the words of a part are.
pub(super) fn of_words(compiled: &Compiled, part: &Part) -> (String, &'static str) {
    if !compiled.is_draft() {
        return ("已定稿".to_owned(), "ok");
    }
    if part.words.trim().is_empty() {
        return ("还没有写".to_owned(), "bad");
    }
    let unconfirmed = part.numbers.iter().filter(|number| number.confirmed.is_none()).count();
    let findings = compiled
        .findings
        .iter()
        .filter(|checked| checked.finding.blocks() && checked.words_of == Some(part.section));
    let open = part.faults.len() + part.open_points.len() + unconfirmed + findings.count();
    match open {
        0 => ("写好了".to_owned(), "ok"),
        open => (format!("还有 {open} 处要处理"), "warn"),
    }
}

/// How far a table is.
pub(super) fn of_table(compiled: &Compiled, section: Section) -> (String, &'static str) {
    if !compiled.is_draft() {
        return ("已定稿".to_owned(), "ok");
    }
    let blank = blanks(compiled, section).len();
    let wrong = faulty(compiled).filter(|key| key.section() == section).count();
    match (blank, wrong) {
        (0, 0) => ("已填好".to_owned(), "ok"),
        (0, wrong) => (format!("有 {wrong} 格核对不符"), "bad"),
        (blank, _) => (format!("空白 {blank} 格"), "bad"),
    }
}

fn said_of_table(compiled: &Compiled, section: Section) -> String {
    let by_hand = compiled.by_hand.iter().filter(|key| key.section() == section).count();
    let from = match section {
        Section::Two => "由台账和业务数据报送填列",
        _ => "由台账自动统计",
    };
    match by_hand {
        0 => from.to_owned(),
        cells => format!("{from}，其中手工填报 {cells} 格"),
    }
}

/// The blank cells of a table, in the order of the form.
pub(super) fn blanks(compiled: &Compiled, section: Section) -> Vec<CellKey> {
    let cells = compiled.report.form.cells().into_iter().filter(|key| key.section() == section);
    cells.filter(|key| matches!(compiled.report.cells.get(key), None | Some(Cell::Blank))).collect()
}

/// The cells that some rule says are wrong, blank ones left out; each once.
pub(super) fn faulty(compiled: &Compiled) -> impl Iterator<Item = CellKey> {
    let broken = compiled.findings.iter().filter(|checked| checked.finding.blocks());
    let cells: std::collections::BTreeSet<CellKey> =
        broken.flat_map(|checked| checked.finding.cells.iter().copied()).collect();
    let filled = |key: &CellKey| !matches!(compiled.report.cells.get(key), None | Some(Cell::Blank));
    cells.into_iter().filter(filled).collect::<Vec<_>>().into_iter()
}
