//! K-X-5: all six parts are there, the tables are whole, no part is empty.

use super::super::cell::{Cell, Unit};
use super::super::key::{CellKey, DisputeRoute, RequestRow};
use super::super::prose::{Claim, ClaimKind};
use super::super::section::Section;
use super::super::table_four::route_label;
use super::super::table_two::Block;
use super::case::{Case, Outcome, quoted};
use super::context::Origin;
use super::finding::Mark;

/// Where something stands or should stand: the part, and how far down in it.
type Position = (Section, usize);

/// Below every cell of a part.
const BODY: usize = usize::MAX;

/// Something that is not as it should be.
struct Gap {
    at: Position,
    /// What is wrong, without advice.
    what: String,
    cells: Vec<CellKey>,
    mark: Mark,
    /// A text where a number should be proves itself; an absence may be a copy's fault.
    proven: bool,
}

/// K-X-5.
pub(super) fn nothing_is_missing(case: &Case<'_>) -> Vec<Outcome> {
    let mut gaps = missing_headings(case);
    gaps.extend(parts_left_out(case));
    gaps.extend(missing_tables(case));
    gaps.extend(missing_blocks(case));
    gaps.extend(missing_business_rows(case));
    gaps.extend(missing_rows(case));
    gaps.extend(missing_routes(case));
    gaps.extend(empty_parts(case));
    gaps.extend(bad_cells(case));
    if gaps.is_empty() {
        return vec![Outcome::pass("六个部分齐全，表格完整，没有空的部分。")];
    }
    judge(case, gaps)
}

/// In an excerpt, what should stand behind the last thing found is not assessable; it is named once.
fn judge(case: &Case<'_>, gaps: Vec<Gap>) -> Vec<Outcome> {
    let end = match case.context.origin {
        Origin::Excerpt => last_found(case),
        Origin::Original | Origin::ConvertedCopy => None,
    };
    let is_cut_off = |gap: &Gap| end.is_some_and(|end| gap.at > end) && !gap.proven;
    let (cut_off, real): (Vec<Gap>, Vec<Gap>) = gaps.into_iter().partition(is_cut_off);
    let mut outcomes: Vec<Outcome> = real.into_iter().map(|gap| outcome(case, gap)).collect();
    if !cut_off.is_empty() {
        let named: Vec<&str> = cut_off.iter().map(|gap| gap.what.as_str()).collect();
        let message = format!("文本到此为止，其后的内容未评估：{}。", named.join("；"));
        outcomes.push(Outcome::not_assessable(message).marks(cut_off.iter().map(|gap| gap.mark)));
    }
    outcomes
}

fn outcome(case: &Case<'_>, gap: Gap) -> Outcome {
    let outcome = if gap.proven {
        Outcome::fail(format!("{}。请改正。", gap.what))
    } else {
        Outcome::new(case.absence(), format!("{}。{}。", gap.what, case.absence_advice()))
    };
    outcome.cells(gap.cells).marks([gap.mark])
}

fn last_found(case: &Case<'_>) -> Option<Position> {
    let headings = case.report.prose.iter();
    let parts = headings.map(|(section, text)| (*section, if text.trim().is_empty() { 0 } else { 1 }));
    let cell = case.last_cell().map(|key| position(case, key));
    parts.chain(cell).max()
}

/// The part and the place within it where a cell stands; the heading is 0, text right under it 1.
fn position(case: &Case<'_>, key: CellKey) -> Position {
    let at = case.form().cells().iter().position(|cell| *cell == key);
    (key.section(), at.map_or(BODY, |index| index + 2))
}

fn missing_headings(case: &Case<'_>) -> Vec<Gap> {
    if case.report.prose.is_empty() {
        return vec![no_heading(case.report.cells.is_empty())];
    }
    let missing = Section::ALL.iter().filter(|section| !case.report.prose.contains_key(section));
    let gap = |section: &Section| Gap {
        at: (*section, 0),
        what: format!("没有找到标题“{}”", section.heading()),
        cells: Vec::new(),
        mark: Mark::Section(*section),
        proven: false,
    };
    missing.map(gap).collect()
}

/// A report without any of the headings is divided in its own way, which is one thing to say and not six.
fn no_heading(without_tables: bool) -> Gap {
    let headings: Vec<String> = Section::ALL.iter().map(|section| section.heading()).collect();
    Gap {
        at: (Section::One, 0),
        what: format!(
            "没有找到六个部分的标题（{}）{}",
            headings.join("；"),
            if without_tables { "，也没有找到各表" } else { "" }
        ),
        cells: Vec::new(),
        mark: Mark::Section(Section::One),
        proven: false,
    }
}

/// What the report says of its own make-up proves itself, whatever a copy has lost.
fn parts_left_out(case: &Case<'_>) -> Vec<Gap> {
    let claims = case.context.told.into_iter().flat_map(|told| told.claims.iter().enumerate());
    let gap = |(index, claim): (usize, &Claim)| {
        let ClaimKind::PartsLeftOut(sections) = &claim.kind else { return None };
        let headings: Vec<String> = sections.iter().map(|section| section.heading()).collect();
        Some(Gap {
            at: (Section::One, 0),
            what: format!(
                "“{}”说明的组成缺少{}，式样规定六个部分",
                claim.text,
                quoted(headings.iter().map(String::as_str))
            ),
            cells: Vec::new(),
            mark: Mark::Claim(index),
            proven: true,
        })
    };
    claims.filter_map(gap).collect()
}

fn cells_of(case: &Case<'_>, section: Section) -> Vec<CellKey> {
    case.form().cells().into_iter().filter(|key| key.section() == section).collect()
}

fn is_found(case: &Case<'_>, cells: &[CellKey]) -> bool {
    cells.iter().any(|key| case.report.has(*key))
}

fn missing_tables(case: &Case<'_>) -> Vec<Gap> {
    if case.report.prose.is_empty() && case.report.cells.is_empty() {
        return Vec::new();
    }
    let tables = [Section::Two, Section::Three, Section::Four];
    let gap = |section: Section| {
        let is_missing = !is_found(case, &cells_of(case, section));
        is_missing.then(|| Gap {
            at: (section, 2),
            what: format!("没有找到第{}部分的表格", section.numeral()),
            cells: Vec::new(),
            mark: Mark::Section(section),
            proven: false,
        })
    };
    tables.into_iter().filter_map(gap).collect()
}

fn missing_blocks(case: &Case<'_>) -> Option<Gap> {
    let blocks = case.form().blocks();
    let missing: Vec<_> = blocks.iter().filter(|block| !is_found(case, &block.cells())).collect();
    if missing.len() == blocks.len() {
        return None;
    }
    let first = missing.first()?;
    let cells: Vec<CellKey> = missing.iter().flat_map(|block| block.cells()).collect();
    Some(Gap {
        at: cells.first().map_or((Section::Two, BODY), |key| position(case, *key)),
        what: format!("表二没有找到{}", quoted(missing.iter().map(|block| block.title))),
        mark: Mark::Block(first.item),
        cells,
        proven: false,
    })
}

/// Rows that lack in blocks of table 二 that are there.
fn missing_business_rows(case: &Case<'_>) -> Option<Gap> {
    let found = case.form().blocks().iter().filter(|block| is_found(case, &block.cells()));
    let of_row = |block: &Block, row| {
        let is_of = |key: &CellKey| matches!(key, CellKey::Business(each, _) if *each == row);
        block.cells().into_iter().filter(is_of).collect::<Vec<_>>()
    };
    let rows = found.flat_map(|block| block.rows.iter().map(move |row| (row.label, of_row(block, row.row))));
    let missing: Vec<(&str, Vec<CellKey>)> = rows.filter(|(_, cells)| !is_found(case, cells)).collect();
    let names: Vec<&str> = missing.iter().map(|(label, _)| *label).collect();
    let cells: Vec<CellKey> = missing.iter().flat_map(|(_, cells)| cells.iter().copied()).collect();
    Some(Gap {
        at: position(case, *cells.first()?),
        what: format!("表二没有找到{}行", quoted(names)),
        cells,
        mark: Mark::Section(Section::Two),
        proven: false,
    })
}

fn missing_rows(case: &Case<'_>) -> Option<Gap> {
    let row_cells = |row| {
        let of_row = move |key: &CellKey| matches!(key, CellKey::Request(each, _) if *each == row);
        cells_of(case, Section::Three).into_iter().filter(of_row).collect::<Vec<_>>()
    };
    let rows: Vec<RequestRow> = case.form().request_rows().iter().map(|label| label.row).collect();
    let missing: Vec<RequestRow> =
        rows.iter().copied().filter(|row| !is_found(case, &row_cells(*row))).collect();
    if missing.is_empty() || missing.len() == rows.len() {
        return None;
    }
    let names: Vec<String> = missing.iter().map(|row| case.form().row_name(*row)).collect();
    let cells: Vec<CellKey> = missing.iter().flat_map(|row| row_cells(*row)).collect();
    Some(Gap {
        at: cells.first().map_or((Section::Three, BODY), |key| position(case, *key)),
        what: format!("表三没有找到{}行", quoted(names.iter().map(String::as_str))),
        cells,
        mark: Mark::Section(Section::Three),
        proven: false,
    })
}

fn missing_routes(case: &Case<'_>) -> Option<Gap> {
    let route_cells = |route| {
        let of_route = move |key: &CellKey| matches!(key, CellKey::Dispute(each, _) if *each == route);
        cells_of(case, Section::Four).into_iter().filter(of_route).collect::<Vec<_>>()
    };
    let missing: Vec<DisputeRoute> =
        DisputeRoute::ALL.iter().copied().filter(|route| !is_found(case, &route_cells(*route))).collect();
    if missing.is_empty() || missing.len() == DisputeRoute::ALL.len() {
        return None;
    }
    let cells: Vec<CellKey> = missing.iter().flat_map(|route| route_cells(*route)).collect();
    Some(Gap {
        at: cells.first().map_or((Section::Four, BODY), |key| position(case, *key)),
        what: format!("表四没有找到{}", quoted(missing.iter().map(|route| route_label(*route)))),
        cells,
        mark: Mark::Section(Section::Four),
        proven: false,
    })
}

/// Written parts whose heading was found with nothing under it.
fn empty_parts(case: &Case<'_>) -> Vec<Gap> {
    let is_empty =
        |section: &Section| case.report.prose.get(section).is_some_and(|text| text.trim().is_empty());
    let gap = |section: Section| Gap {
        at: (section, BODY),
        what: format!("“{}”下面没有内容", section.heading()),
        cells: Vec::new(),
        mark: Mark::Section(section),
        proven: false,
    };
    Section::PROSE.into_iter().filter(is_empty).map(gap).collect()
}

/// Cells of tables 二 and 四 that hold no proper number (table 三 is K-T3-4's).
fn bad_cells(case: &Case<'_>) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for section in [Section::Two, Section::Four] {
        for line in lines(case, section).iter().filter(|line| is_found(case, line)) {
            gaps.extend(blanks(case, section, line));
            gaps.extend(line.iter().filter_map(|key| wrong_number(case, section, *key)));
        }
    }
    gaps
}

/// The cells of a part, row by row (table 四: block by block).
fn lines(case: &Case<'_>, section: Section) -> Vec<Vec<CellKey>> {
    let same = |a: &CellKey, b: &CellKey| match (a, b) {
        (CellKey::Business(a, _), CellKey::Business(b, _)) => a == b,
        (CellKey::Dispute(a, _), CellKey::Dispute(b, _)) => a == b,
        _ => false,
    };
    cells_of(case, section).chunk_by(same).map(<[CellKey]>::to_vec).collect()
}

fn blanks(case: &Case<'_>, section: Section, line: &[CellKey]) -> Option<Gap> {
    let blank: Vec<CellKey> = line.iter().copied().filter(|key| case.is_blank(*key)).collect();
    let first = *blank.first()?;
    let names: Vec<String> = blank.iter().map(|key| case.name(*key)).collect();
    Some(Gap {
        at: position(case, first),
        what: format!("{}空白，空白不等于0", names.join("、")),
        cells: blank,
        mark: Mark::Section(section),
        proven: false,
    })
}

fn wrong_number(case: &Case<'_>, section: Section, key: CellKey) -> Option<Gap> {
    let what = match case.report.cells.get(&key)? {
        Cell::NotANumber(text) => format!("{}写的是“{text}”，不是数字", case.name(key)),
        cell => {
            let negative = cell.amount().filter(|n| *n < 0)?;
            if case.form().unit(key) == Some(Unit::Change) {
                return None;
            }
            let shown = case.form().unit(key).map_or_else(|| negative.to_string(), |unit| cell.print(unit));
            format!("{}是负数{shown}", case.name(key))
        }
    };
    Some(Gap { at: position(case, key), what, cells: vec![key], mark: Mark::Section(section), proven: true })
}
