//! K-X-1 and K-X-9: figures in the prose against the tables and the registers.

use super::super::cell::{Cell, Unit};
use super::super::key::{CellKey, DisputeOutcome, RequestColumn};
use super::super::prose::{Amount, Figure, Growth, Scope, Told, What};
use super::case::{Case, Outcome, sum_of};
use super::finding::{Mark, Severity};
use super::percent::Percent;

const NO_PROSE: &str = "没有读到正文中的数字，未评估。";

/// K-X-1 — figures equal the cells of tables 三 and 四 and the counts of the registers.
pub(super) fn figures_equal_tables(case: &Case<'_>) -> Vec<Outcome> {
    let Some(told) = case.context.told else { return vec![Outcome::not_assessable(NO_PROSE)] };
    let mut tally = Tally::default();
    for (index, figure) in told.figures.iter().enumerate() {
        match &figure.what {
            What::Cells(keys) if !is_business(keys) => compare(case, index, figure, keys, &mut tally),
            What::Measure(name) => compare_measure(case, index, figure, name, &mut tally),
            _ => {}
        }
    }
    for growth in &told.growths {
        compare_growth(case, told, growth, &mut tally);
    }
    tally.conclude("正文中的数字与表格、台账一致", "正文没有可以与表三、表四或台账核对的数字，未评估。")
}

/// K-X-9 — figures equal table 二, and the handling fee agrees with the charges.
pub(super) fn figures_equal_table_two(case: &Case<'_>) -> Vec<Outcome> {
    let Some(told) = case.context.told else { return vec![Outcome::not_assessable(NO_PROSE)] };
    let mut tally = Tally::default();
    for (index, figure) in told.figures.iter().enumerate() {
        match &figure.what {
            What::Cells(keys) if is_business(keys) => compare(case, index, figure, keys, &mut tally),
            What::HandlingFee => compare_fee(case, index, figure, &mut tally),
            _ => {}
        }
    }
    tally.conclude("正文中的数字与表二一致", "正文没有可以与表二核对的数字，未评估。")
}

/// Faults found and how many figures were held against something.
#[derive(Default)]
struct Tally {
    faults: Vec<Outcome>,
    compared: usize,
}

impl Tally {
    fn conclude(self, holds: &str, nothing: &str) -> Vec<Outcome> {
        match (self.faults.is_empty(), self.compared) {
            (false, _) => self.faults,
            (true, 0) => vec![Outcome::not_assessable(nothing)],
            (true, n) => vec![Outcome::pass(format!("{holds}（核对了{n}处）。"))],
        }
    }
}

fn is_business(keys: &[CellKey]) -> bool {
    keys.iter().all(|key| matches!(key, CellKey::Business(..)))
}

/// The figure in the unit of cells: things or fen; none for a percentage.
fn plain(amount: Amount) -> Option<i128> {
    match amount {
        Amount::Count(n) | Amount::Money(n) => Some(i128::from(n)),
        Amount::Percent { .. } => None,
    }
}

fn compare(case: &Case<'_>, index: usize, figure: &Figure, keys: &[CellKey], tally: &mut Tally) {
    let (Scope::ReportYear, Some(told)) = (figure.scope, plain(figure.amount)) else { return };
    let Some(printed) = case.sum(keys.iter().copied()).filter(|_| !keys.is_empty()) else { return };
    tally.compared += 1;
    let names: Vec<String> = keys.iter().map(|key| case.name(*key)).collect();
    let place = names.join("加");
    if let Some(mut outcome) = differ(figure, told, printed, &place) {
        if let Some(single) = quoted_for_the_whole(case, keys, told) {
            outcome
                .message
                .push_str(&format!("{}正好是{told}，可能把其中一项当成了总数。", case.name(single)));
        }
        tally.faults.push(outcome.cells(keys.iter().copied()).marks([Mark::Figure(index)]));
    }
}

/// The single cell of the same row or block that holds what the prose gives for its total.
fn quoted_for_the_whole(case: &Case<'_>, keys: &[CellKey], told: i128) -> Option<CellKey> {
    let belongs = |cell: &CellKey| {
        keys.iter().any(|key| match (key, cell) {
            (CellKey::Request(row, RequestColumn::Total), CellKey::Request(other, _)) => row == other,
            (CellKey::Dispute(route, DisputeOutcome::Total), CellKey::Dispute(other, _)) => route == other,
            _ => false,
        })
    };
    let is_it = |cell: &&CellKey| {
        told > 1 && case.amount(**cell) == Some(told) && belongs(cell) && !keys.contains(cell)
    };
    case.report.cells.keys().find(is_it).copied()
}

fn compare_measure(case: &Case<'_>, index: usize, figure: &Figure, name: &str, tally: &mut Tally) {
    let (Scope::ReportYear, Some(told)) = (figure.scope, plain(figure.amount)) else { return };
    let counted = case.context.registers.and_then(|registers| registers.measures.as_ref()?.get(name));
    let Some(counted) = counted else { return };
    tally.compared += 1;
    if let Some(outcome) = differ(figure, told, i128::from(*counted), &format!("台账中的“{name}”")) {
        tally.faults.push(outcome.marks([Mark::Figure(index)]));
    }
}

/// The fault of a figure that is not what is printed elsewhere; none if they agree.
fn differ(figure: &Figure, told: i128, printed: i128, place: &str) -> Option<Outcome> {
    if told == printed || is_rounded(figure.amount, printed) {
        return None;
    }
    let shown = (show(figure.amount, told), show(figure.amount, printed));
    if figure.approximate {
        let near = (told - printed).abs() * 10 <= printed.abs().max(told.abs());
        return (!near).then(|| {
            Outcome::uncertain(format!("正文约数“{}”与{place}的{}相差较大。请核对。", figure.text, shown.1))
        });
    }
    let slip = if told == printed * 10_000 || told * 10_000 == printed {
        "两者正好相差一万倍，可能是元与万元写错。"
    } else {
        ""
    };
    Some(Outcome::fail(format!(
        "正文写“{}”（{}），而{place}是{}。{slip}请改正其中一处。",
        figure.text, shown.0, shown.1
    )))
}

/// Money in prose is often rounded to the digits that are written: 75.93万元 for 75.9260.
fn is_rounded(written: Amount, printed: i128) -> bool {
    let Amount::Money(fen) = written else { return false };
    let mut unit = 1_i128;
    while fen != 0 && i128::from(fen) % (unit * 10) == 0 {
        unit *= 10;
    }
    // A round number says nothing of how it was rounded: one digit in ten is as far as it may be off.
    let difference = (i128::from(fen) - printed).abs();
    difference < unit && difference * 10 <= printed.abs()
}

fn show(like: Amount, amount: i128) -> String {
    match (like, i64::try_from(amount)) {
        (Amount::Money(_), Ok(fen)) => format!("{}万元", Cell::Money(fen).print(Unit::MoneyWan)),
        _ => amount.to_string(),
    }
}

/// The handling fee is one of the charges of table 二: more fee than charges is a hint (F2021).
fn compare_fee(case: &Case<'_>, index: usize, figure: &Figure, tally: &mut Tally) {
    use super::super::key::{BusinessColumn, BusinessRow};
    let charges = CellKey::Business(BusinessRow::Charge, BusinessColumn::AmountWan);
    let (Scope::ReportYear, Amount::Money(fee)) = (figure.scope, figure.amount) else { return };
    let Some(collected) = case.report.amount(charges) else { return };
    tally.compared += 1;
    if fee > collected {
        let message = format!(
            "第六部分写信息处理费{}元，而{}是{}万元。信息处理费也属于行政事业性收费，请核对口径和单位（元、万元）。",
            super::super::cell_text::yuan(fee),
            case.name(charges),
            Cell::Money(collected).print(Unit::MoneyWan)
        );
        let outcome = Outcome::uncertain(message).cells([charges]).marks([Mark::Figure(index)]);
        tally.faults.push(outcome.weighs(Severity::Warning));
    }
}

/// A percentage of growth over last year's report.
fn compare_growth(case: &Case<'_>, told: &Told, growth: &Growth, tally: &mut Tally) {
    let (Some(now), Some(percent)) = (told.figures.get(growth.now), told.figures.get(growth.percent)) else {
        return;
    };
    let (What::Cells(keys), Some(last)) = (&now.what, case.year_before()) else { return };
    let (Some(amount), Some(before)) = (plain(now.amount), sum_of(last, keys.iter().copied())) else {
        return;
    };
    let (Some(written), true) = (Percent::of(percent.amount), before > 0) else { return };
    tally.compared += 1;
    let rise = if growth.rises { amount - before } else { before - amount };
    if !written.is_ratio(rise, before) {
        let message = format!(
            "正文写“{}”，按{}年报告的{before}计算应为{}。请核对。",
            percent.text,
            last.year,
            written.ratio_in_words(rise, before)
        );
        tally
            .faults
            .push(Outcome::fail(message).marks([Mark::Figure(growth.now), Mark::Figure(growth.percent)]));
    }
}
