//! Faults of known kinds put into sound reports, and what each must lead to.

use std::collections::BTreeSet;

use inspect::{Examined, Verdict};
use law::report::{
    BusinessColumn, BusinessRow, Cell, CellKey, Content, DisputeRoute, Form, Report, RequestColumn,
    RequestRow, Section, Unit,
};

use super::printed::{Kind, Paper, title};
use super::sound::{self, Dice, Sound};
use super::{blamed, misread, read, short};

/// A kind of fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fault {
    /// One number of a table is another.
    CellChanged,
    /// A column of a table is empty.
    ColumnBlanked,
    /// A number in the words is another.
    WordsChanged,
    /// The title or the period names another year.
    YearChanged,
    /// A row of a table is gone.
    RowDropped,
    /// A label of a table is cut short.
    LabelCut,
    /// The heading of a part is gone.
    HeadingDropped,
}

impl Fault {
    pub(super) const ALL: [Self; 7] = [
        Self::CellChanged,
        Self::ColumnBlanked,
        Self::WordsChanged,
        Self::YearChanged,
        Self::RowDropped,
        Self::LabelCut,
        Self::HeadingDropped,
    ];

    /// Whether the fault is made on the printed paper, not in the data.
    const fn is_on_paper(self) -> bool {
        matches!(self, Self::RowDropped | Self::LabelCut | Self::HeadingDropped)
    }

    /// Whether this paper can have the fault.
    pub(super) fn fits(self, kind: Kind) -> bool {
        !self.is_on_paper() || kind != Kind::Pdf
    }
}

/// What a fault must lead to.
#[derive(Debug, Default)]
struct Expected {
    /// Each of these rules must fail.
    fails: BTreeSet<&'static str>,
    /// One of these must fail or be in doubt; empty if nothing is broken.
    told_by: Vec<&'static str>,
    /// Besides, these may fail.
    may_fail: Vec<&'static str>,
}

/// How one fault was dealt with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Outcome {
    /// It broke something that can be proven or at least be seen.
    pub(super) is_breaking: bool,
    pub(super) is_found: bool,
    /// Something else failed, or a number was read into a wrong place.
    pub(super) is_false: bool,
}

/// Puts a fault into the report of a seed, prints it, reads it. What went wrong is added to `wrong`.
pub(super) fn try_one(fault: Fault, kind: Kind, seed: u64, wrong: &mut Vec<String>) -> Outcome {
    let form = if seed.is_multiple_of(3) { Form::F2019 } else { Form::F2021 };
    let mut dice = Dice::new(seed.rotate_left(32) ^ 0x5EED);
    let sound = sound::report(form, seed);
    let (what, report, paper, expected) = if fault.is_on_paper() {
        on_paper(fault, kind, sound, &mut dice)
    } else {
        in_data(fault, kind, sound, &mut dice)
    };
    let examined = read(&format!("{fault:?} {kind:?} {seed}"), &paper.bytes());
    let outcome = judge(&expected, &report, &examined);
    if outcome.is_false || outcome.is_breaking != outcome.is_found {
        let misread = misread(&report, &examined);
        wrong.push(format!(
            "{fault:?} {kind:?} seed {seed}: {what}\n  expected {expected:?}\n  got {:?}\n  misread {misread:?} {:?}",
            short(&blamed(&examined)),
            examined.checked.confidence
        ));
    }
    outcome
}

fn judge(expected: &Expected, report: &Report, examined: &Examined) -> Outcome {
    let rules = |verdict| -> BTreeSet<&str> {
        blamed(examined).iter().filter(|each| each.verdict == verdict).map(|each| each.rule).collect()
    };
    let (failed, doubted) = (rules(Verdict::Fail), rules(Verdict::Uncertain));
    let is_told = expected.told_by.is_empty()
        || expected.told_by.iter().any(|rule| failed.contains(rule) || doubted.contains(rule));
    let is_breaking = !expected.fails.is_empty() || !expected.told_by.is_empty();
    let is_foreseen = |rule: &&str| {
        expected.fails.contains(rule) || expected.told_by.contains(rule) || expected.may_fail.contains(rule)
    };
    Outcome {
        is_breaking,
        is_found: is_breaking && is_told && expected.fails.iter().all(|rule| failed.contains(rule)),
        is_false: !failed.iter().all(is_foreseen) || !misread(report, examined).is_empty(),
    }
}

type Made = (String, Report, Paper, Expected);

fn in_data(fault: Fault, kind: Kind, mut sound: Sound, dice: &mut Dice) -> Made {
    let (what, expected) = match fault {
        Fault::CellChanged => change_cell(&mut sound, dice),
        Fault::ColumnBlanked => blank_column(&mut sound.report, dice),
        Fault::WordsChanged => change_words(&mut sound, dice),
        _ => return change_year(kind, sound, dice),
    };
    let paper = Paper::print(kind, &sound.report);
    (what, sound.report, paper, expected)
}

fn change_cell(sound: &mut Sound, dice: &mut Dice) -> (String, Expected) {
    let report = &mut sound.report;
    let key = dice.pick(&report.form.cells());
    let unit = report.form.unit(key).unwrap();
    let (before, by) = (report.amount(key).unwrap(), 1 + dice.up_to(49));
    let scale = if matches!(unit, Unit::MoneyWan | Unit::MoneyNamed) { 10_000 } else { 1 };
    // Less is as wrong as more, but nothing is less than nothing.
    let down = before >= by * scale && dice.below(2) == 0;
    let after = if down { before - by * scale } else { before + by * scale };
    report.cells.insert(key, Cell::of(unit, after));
    let is_quoted = sound.told.iter().any(|told| told.cells.contains(&key));
    let mut expected = Expected { fails: broken(report, key), ..Expected::default() };
    if is_quoted {
        expected.may_fail.extend(["K-X-1", "K-X-9", "I-NUM-1", "I-NUM-8"]);
        if matches!(key, CellKey::Business(..)) {
            expected.told_by.extend(["K-X-9", "I-NUM-8"]);
        }
    }
    (format!("{key} {before} → {after}"), expected)
}

/// The identities that a wrong cell breaks, by the arithmetic of the form.
fn broken(report: &Report, key: CellKey) -> BTreeSet<&'static str> {
    match key {
        CellKey::Request(RequestRow::New | RequestRow::CarriedIn | RequestRow::CarriedOut, _) => {
            BTreeSet::from(["K-T3-1", "K-T3-3"])
        }
        CellKey::Request(RequestRow::Total, _) => BTreeSet::from(["K-T3-1", "K-T3-2", "K-T3-3"]),
        CellKey::Request(..) => BTreeSet::from(["K-T3-2", "K-T3-3"]),
        CellKey::Dispute(..) => BTreeSet::from(["K-T4-1"]),
        CellKey::Business(BusinessRow::Rule, _) => BTreeSet::from(["K-T2-2"]),
        CellKey::Business(BusinessRow::NormativeDocument, _) => {
            let of = |column| report.amount(CellKey::Business(BusinessRow::NormativeDocument, column));
            let (published, total) = (of(BusinessColumn::Published), of(BusinessColumn::Total));
            if total < published { BTreeSet::from(["K-T2-5"]) } else { BTreeSet::new() }
        }
        CellKey::Business(..) => BTreeSet::new(),
    }
}

fn blank_column(report: &mut Report, dice: &mut Dice) -> (String, Expected) {
    let column = dice.below(11);
    let is_in = |key: &CellKey| match key {
        CellKey::Request(_, each) => RequestColumn::ALL.get(column) == Some(each),
        CellKey::Dispute(route, _) => {
            column.checked_sub(7).and_then(|at| DisputeRoute::ALL.get(at)) == Some(route)
        }
        CellKey::Business(row, _) => column == 10 && *row == BusinessRow::NormativeDocument,
    };
    let blanked: Vec<CellKey> = report.form.cells().into_iter().filter(is_in).collect();
    for key in &blanked {
        report.cells.insert(*key, Cell::Blank);
    }
    let rule = if column < 7 { vec!["K-T3-4"] } else { vec!["K-X-5", "K-T4-1"] };
    (format!("blank {}", blanked[0]), Expected { told_by: rule, ..Expected::default() })
}

fn change_words(sound: &mut Sound, dice: &mut Dice) -> (String, Expected) {
    let at = dice.below(sound.told.len());
    let mut by = 1 + dice.up_to(8);
    // What came may be told with or without what was carried in.
    let carried = sound.report.amount(CellKey::Request(RequestRow::CarriedIn, RequestColumn::Total));
    if carried == Some(by) {
        by += 10;
    }
    let told = &mut sound.told[at];
    told.number += by;
    let what = format!("{}{}{} (+{by})", told.before, told.number, told.behind);
    let told_by = match at {
        0..4 => vec!["K-X-2"],
        4..8 => vec!["K-X-1", "I-NUM-1"],
        8..10 => vec!["K-X-1"],
        _ => vec!["K-X-9", "I-NUM-8"],
    };
    sound.write(sound.report.year);
    (what, Expected { told_by, ..Expected::default() })
}

fn change_year(kind: Kind, mut sound: Sound, dice: &mut Dice) -> Made {
    let year = sound.report.year;
    let other = if dice.below(2) == 0 { year - 1 } else { year + 1 };
    let right = title(&sound.report);
    let expected = Expected {
        told_by: vec!["K-X-7", "I-TIME-2"],
        may_fail: vec!["K-X-7", "I-TIME-2", "I-TIME-3", "I-TIME-5"],
        ..Expected::default()
    };
    let (what, title) = if dice.below(2) == 0 {
        sound.write(other);
        (format!("the period begins in {other}"), right)
    } else {
        (format!("the title says {other}"), right.replace(&year.to_string(), &other.to_string()))
    };
    let paper = Paper::titled(kind, &sound.report, &title);
    (what, sound.report, paper, expected)
}

fn on_paper(fault: Fault, kind: Kind, sound: Sound, dice: &mut Dice) -> Made {
    let report = sound.report;
    let mut paper = Paper::print(kind, &report);
    let grids = report.form.grids();
    let grid = &grids[dice.below(3)];
    let row = dice.below(grid.rows.len());
    let mut expected = Expected::default();
    let what = match fault {
        Fault::RowDropped => {
            paper.drop_row(grid.section, row);
            let lost = grid.rows[row].iter().any(|cell| matches!(cell.content, Content::Figure(_)));
            if lost {
                expected.told_by = vec!["K-X-5", "K-T3-4", "K-T4-1"];
            }
            format!("row {row} of part {:?}", grid.section)
        }
        Fault::LabelCut => {
            let label = |cell: &law::report::GridCell| match cell.content {
                Content::Label(label) => Some(label),
                Content::Figure(_) => None,
            };
            let labels: Vec<&str> = grid.rows[row].iter().filter_map(label).collect();
            let Some(label) = (!labels.is_empty()).then(|| dice.pick(&labels)) else {
                return ("no label".to_owned(), report, paper, expected);
            };
            let length = label.chars().count();
            let cut: String = label.chars().take(dice.below(length)).collect();
            let is_cut = paper.cut_label(grid.section, row, label, &cut);
            assert!(is_cut, "{kind:?}: {label} does not stand in row {row} of {:?}", grid.section);
            // A row of table 二 whose name is gone is a row that the form asks for and nobody finds.
            expected.may_fail = vec!["K-X-5"];
            format!("{label} → {cut} in row {row}")
        }
        _ => {
            let section = dice.pick(Section::ALL);
            paper.drop_heading(section);
            expected.told_by = vec!["K-X-5"];
            format!("heading of {section:?}")
        }
    };
    (what, report, paper, expected)
}
