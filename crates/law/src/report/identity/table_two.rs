//! K-T2-1 to K-T2-5: rules, normative documents and lists of business items.

use super::super::form::Form;
use super::super::key::{BusinessColumn, BusinessRow, CellKey};
use super::case::{Case, Outcome, no_year_before, some_of};
use super::context::Level;

const DOCUMENT_ROWS: [BusinessRow; 2] = [BusinessRow::Rule, BusinessRow::NormativeDocument];

/// K-T2-1 — F2021: in force = in force last year + issued − repealed. Fewer may have lapsed.
pub(super) fn in_force_follows_from_last_year(case: &Case<'_>) -> Vec<Outcome> {
    let Some(last) = case.year_before() else { return vec![no_year_before(case)] };
    if case.form() != Form::F2021 || last.form != Form::F2021 {
        return vec![Outcome::not_assessable(
            "两年的报告不都是2021年式样，没有可比的“现行有效件数”，未评估。",
        )];
    }
    let mut outcomes = Vec::new();
    let mut assessed = false;
    for row in DOCUMENT_ROWS {
        let key = |column| CellKey::Business(row, column);
        let valid = key(BusinessColumn::Valid);
        let figures = (
            last.amount(valid).map(i128::from),
            case.amount(key(BusinessColumn::Issued)),
            case.amount(key(BusinessColumn::Repealed)),
            case.amount(valid),
        );
        let (Some(before), Some(issued), Some(repealed), Some(now)) = figures else { continue };
        assessed = true;
        let expected = before + issued - repealed;
        let sum =
            format!("上年现行有效{before}件，加本年制发{issued}件，减本年废止{repealed}件，得{expected}件");
        let outcome = match now.cmp(&expected) {
            std::cmp::Ordering::Equal => continue,
            std::cmp::Ordering::Less => Outcome::uncertain(format!(
                "{}是{now}；{sum}。少的{}件可能是有效期满自行失效，请说明。",
                case.name(valid),
                expected - now
            )),
            std::cmp::Ordering::Greater => Outcome::fail(format!(
                "{}是{now}；{sum}，多出{}件。请核对，或说明原因。",
                case.name(valid),
                now - expected
            )),
        };
        outcomes.push(outcome.cells([valid, key(BusinessColumn::Issued), key(BusinessColumn::Repealed)]));
    }
    match (outcomes.is_empty(), assessed) {
        (false, _) => outcomes,
        (true, true) => vec![Outcome::pass("现行有效件数与上年现行有效加本年制发减本年废止相符。")],
        (true, false) => vec![Outcome::not_assessable("制发、废止、现行有效件数不完整，未评估。")],
    }
}

/// K-T2-2 — a township has no power to make 规章.
pub(super) fn a_township_makes_no_rules(case: &Case<'_>) -> Vec<Outcome> {
    match case.level() {
        Level::Township => {}
        Level::Other => return vec![Outcome::not_assessable("不是乡镇（街道），本条不适用。")],
        Level::Unknown => return vec![Outcome::not_assessable("看不出是不是乡镇（街道），未评估。")],
    }
    let row =
        case.form().cells().into_iter().filter(|key| matches!(key, CellKey::Business(BusinessRow::Rule, _)));
    let (mut faults, mut assessed) = (Vec::new(), false);
    for key in row {
        let Some(printed) = case.report.amount(key) else { continue };
        assessed = true;
        if printed != 0 {
            let message = format!(
                "{}是{printed}。乡镇没有规章制定权，“规章”一行应当都是0；镇里制发的文件如符合条件，计入规范性文件。",
                case.name(key)
            );
            faults.push(Outcome::fail(message).cells([key]));
        }
    }
    match (faults.is_empty(), assessed) {
        (false, _) => faults,
        (true, true) => vec![Outcome::pass("“规章”一行都是0，乡镇没有规章制定权。")],
        (true, false) => vec![Outcome::not_assessable("“规章”一行没有数字，未评估。")],
    }
}

/// K-T2-3 — F2021: issued is what the register dates in the year, and what is in force is published.
pub(super) fn issued_documents_are_on_record(case: &Case<'_>) -> Vec<Outcome> {
    if case.form() != Form::F2021 {
        return vec![Outcome::not_assessable("2019年式样没有“本年制发件数”，本条不适用。")];
    }
    let issued = CellKey::Business(BusinessRow::NormativeDocument, BusinessColumn::Issued);
    let Some(registers) = case.context.registers else {
        return vec![Outcome::not_assessable("没有规范性文件台账可供核对，未评估。")];
    };
    let mut outcomes = Vec::new();
    if let (Some(recorded), Some(printed)) = (registers.normative_issued, case.report.amount(issued))
        && recorded != printed
        && !registers.declared.contains(&issued)
    {
        let message = format!("{}是{printed}，台账中本年制发的是{recorded}件。请核对。", case.name(issued));
        outcomes.push(Outcome::fail(message).cells([issued]));
    }
    if let Some(unpublished) = registers.normative_unpublished.as_ref().filter(|list| !list.is_empty()) {
        let message =
            format!("这些现行有效的规范性文件还没有公开：{}。请公开后再报。", some_of(unpublished, 10));
        outcomes.push(Outcome::fail(message));
    }
    if outcomes.is_empty() {
        outcomes.push(match registers.normative_issued {
            Some(_) => Outcome::pass("本年制发件数与台账一致。"),
            None => Outcome::not_assessable("没有规范性文件台账可供核对，未评估。"),
        });
    }
    outcomes
}

/// K-T2-4 — F2019: last year's list plus its change is the list this year starts from.
pub(super) fn item_lists_follow_from_last_year(case: &Case<'_>) -> Vec<Outcome> {
    if case.form() != Form::F2019 {
        return vec![Outcome::not_assessable("2021年式样没有“上一年项目数量”，本条不适用。")];
    }
    let Some(last) = case.year_before() else { return vec![no_year_before(case)] };
    let (mut faults, mut assessed) = (Vec::new(), false);
    for row in BusinessRow::ALL {
        let (previous, delta) = (
            CellKey::Business(*row, BusinessColumn::Previous),
            CellKey::Business(*row, BusinessColumn::Delta),
        );
        let figures = (last.amount(previous), last.amount(delta), case.amount(previous));
        let (Some(before), Some(change), Some(now)) = figures else { continue };
        assessed = true;
        let expected = i128::from(before) + i128::from(change);
        if now != expected {
            let message = format!(
                "{}是{now}；{}年报告是{before}，增减{change}，应为{expected}。请核对，或说明原因。",
                case.name(previous),
                last.year
            );
            faults.push(Outcome::fail(message).cells([previous]));
        }
    }
    match (faults.is_empty(), assessed) {
        (false, _) => faults,
        (true, true) => vec![Outcome::pass("上一年项目数量与上年报告的项目数量加增减相符。")],
        (true, false) => vec![Outcome::not_assessable("两年的项目数量不完整，未评估。")],
    }
}

/// K-T2-5 — F2019: the stock holds what was published; publishing more than was made needs a backlog.
pub(super) fn stock_holds_what_was_published(case: &Case<'_>) -> Vec<Outcome> {
    if case.form() != Form::F2019 {
        return vec![Outcome::not_assessable("2021年式样没有“本年新公开数量”，本条不适用。")];
    }
    let (mut outcomes, mut assessed) = (Vec::new(), false);
    for row in DOCUMENT_ROWS {
        let key = |column| CellKey::Business(row, column);
        let (made, published, total) =
            (key(BusinessColumn::Made), key(BusinessColumn::Published), key(BusinessColumn::Total));
        if let (Some(new), Some(stock)) = (case.report.amount(published), case.report.amount(total)) {
            assessed = true;
            if stock < new {
                let message = format!(
                    "{}是{stock}，少于本年新公开的{new}件。对外公开总数量应当包括本年新公开的，请核对。",
                    case.name(total)
                );
                outcomes.push(Outcome::fail(message).cells([total, published]));
            }
        }
        if let (Some(made_count), Some(new)) = (case.report.amount(made), case.report.amount(published))
            && new > made_count
        {
            let message = format!(
                "{}是{new}，多于本年新制作的{made_count}件。如果补公开了往年的文件，请说明。",
                case.name(published)
            );
            outcomes.push(Outcome::uncertain(message).cells([published, made]));
        }
    }
    match (outcomes.is_empty(), assessed) {
        (false, _) => outcomes,
        (true, true) => vec![Outcome::pass("对外公开总数量不少于本年新公开数量。")],
        (true, false) => vec![Outcome::not_assessable("规范性文件的数字不完整，未评估。")],
    }
}
