//! K-X-4, K-X-8, K-X-10, K-X-11: sentences that claim something without a figure.

use super::super::form::Form;
use super::super::key::{CellKey, DisputeOutcome, DisputeRoute, RequestColumn, RequestRow};
use super::super::prose::{Claim, ClaimKind, Told, What};
use super::super::section::Section;
use super::super::table_four::route_label;
use super::case::{Case, Outcome};
use super::context::Origin;
use super::finding::{Mark, Verdict};

const NO_PROSE: &str = "没有读到正文，未评估。";

fn claims<'a>(told: &'a Told, kind: &ClaimKind) -> impl Iterator<Item = (usize, &'a Claim)> {
    told.claims.iter().enumerate().filter(move |(_, claim)| claim.kind == *kind)
}

/// K-X-4 — who says that nothing came has zeros in the tables.
pub(super) fn nothing_came_means_zeros(case: &Case<'_>) -> Vec<Outcome> {
    let Some(told) = case.context.told else { return vec![Outcome::not_assessable(NO_PROSE)] };
    let mut outcomes: Vec<Outcome> = Vec::new();
    for (index, claim) in told.claims.iter().enumerate() {
        let outcome = match claim.kind {
            ClaimKind::NoRequests => no_requests(case, claim),
            ClaimKind::NoReconsideration => no_disputes(case, claim, &[DisputeRoute::Reconsideration]),
            ClaimKind::NoLitigation => {
                no_disputes(case, claim, &[DisputeRoute::DirectSuit, DisputeRoute::SuitAfterReconsideration])
            }
            _ => continue,
        };
        outcomes.push(outcome.marks([Mark::Claim(index)]));
    }
    conclude(
        outcomes,
        "正文没有“未收到申请”“未发生复议诉讼”之类的说法，未评估。",
        "正文所说的没有申请、没有复议诉讼与表格相符。",
    )
}

/// Faults if there are any; else one outcome for all: the not assessable ones only if nothing passed.
fn conclude(outcomes: Vec<Outcome>, nothing: &str, holds: &str) -> Vec<Outcome> {
    let is_fault = |outcome: &Outcome| matches!(outcome.verdict, Verdict::Fail | Verdict::Uncertain);
    if outcomes.iter().any(is_fault) {
        return outcomes.into_iter().filter(is_fault).collect();
    }
    if outcomes.is_empty() {
        return vec![Outcome::not_assessable(nothing)];
    }
    if outcomes.iter().all(|outcome| outcome.verdict == Verdict::NotAssessable) {
        return outcomes.into_iter().take(1).collect();
    }
    let passed = outcomes.into_iter().filter(|outcome| outcome.verdict == Verdict::Pass);
    vec![passed.fold(Outcome::pass(holds), |all, each| all.cells(each.cells).marks(each.marks))]
}

fn no_requests(case: &Case<'_>, claim: &Claim) -> Outcome {
    let row: Vec<CellKey> =
        RequestColumn::ALL.iter().map(|column| CellKey::Request(RequestRow::New, *column)).collect();
    let known: Vec<i64> = row.iter().filter_map(|key| case.report.amount(*key)).collect();
    if known.iter().any(|n| *n != 0) {
        let shown: Vec<String> = known.iter().map(ToString::to_string).collect();
        let message = format!(
            "正文说“{}”，表三“本年新收政府信息公开申请数量”却不全是0（{}）。请改正其中一处。",
            claim.text,
            shown.join("、")
        );
        return Outcome::fail(message).cells(row);
    }
    if known.len() < row.len() {
        return Outcome::not_assessable("表三“本年新收”一行不完整，无法与“未收到申请”的说法核对。")
            .cells(row);
    }
    Outcome::pass("").cells(row)
}

/// A case still pending from last year is compatible with “none this year”.
fn no_disputes(case: &Case<'_>, claim: &Claim, routes: &[DisputeRoute]) -> Outcome {
    let total = |route: &DisputeRoute| CellKey::Dispute(*route, DisputeOutcome::Total);
    let keys: Vec<CellKey> = routes.iter().map(total).collect();
    let Some(now) = case.sum(keys.iter().copied()) else {
        return Outcome::not_assessable("表四的总计不完整，无法与“未发生复议诉讼”的说法核对。").cells(keys);
    };
    if now == 0 {
        return Outcome::pass("").cells(keys);
    }
    let pending = routes.iter().map(|route| CellKey::Dispute(*route, DisputeOutcome::Pending));
    let before = case.year_before().and_then(|last| super::case::sum_of(last, pending));
    let text = &claim.text;
    let outcome = match before {
        Some(before) if now <= before => Outcome::pass(""),
        Some(before) => Outcome::fail(format!(
            "正文说“{text}”，表四却有{now}件，上年未审结的只有{before}件，所以本年有新发生的。请改正其中一处。"
        )),
        None => Outcome::uncertain(format!(
            "正文说“{text}”，表四却有{now}件。如果都是上年未审结的案件，可以并存；请对照上年报告核对。"
        )),
    };
    outcome.cells(keys)
}

/// K-X-8 — a sentence that announces a number gives one.
pub(super) fn announced_numbers_are_given(case: &Case<'_>) -> Vec<Outcome> {
    let Some(told) = case.context.told else { return vec![Outcome::not_assessable(NO_PROSE)] };
    let missing = claims(told, &ClaimKind::NumberMissing).map(|(index, claim)| {
        Outcome::fail(format!("“{}”应当有数字而没有。请补上数字。", claim.text)).marks([Mark::Claim(index)])
    });
    let faults: Vec<Outcome> = missing.collect();
    if faults.is_empty() {
        vec![Outcome::pass("没有发现该写数字而没有写的句子。")]
    } else {
        faults
    }
}

/// K-X-10 — claims and figures that do not go together.
pub(super) fn claims_go_with_the_tables(case: &Case<'_>) -> Vec<Outcome> {
    let mut outcomes = all_concluded(case);
    outcomes.extend(disputes_without_requests(case));
    outcomes.extend(pending_cases_return(case));
    conclude(outcomes, "没有可以核对的说法，未评估。", "“全部办结”、复议诉讼与申请的数字相互协调。")
}

fn all_concluded(case: &Case<'_>) -> Vec<Outcome> {
    let carried_out = CellKey::Request(RequestRow::CarriedOut, RequestColumn::Total);
    let carried_in = CellKey::Request(RequestRow::CarriedIn, RequestColumn::Total);
    let Some(told) = case.context.told else { return Vec::new() };
    let outcome = |(index, claim): (usize, &Claim)| {
        let outcome = match case.report.amount(carried_out) {
            None => Outcome::not_assessable("“结转下年度”没有数字，无法与“全部办结”核对。"),
            Some(0) => Outcome::pass(""),
            // All that came this year may be concluded and an older case still be open.
            Some(open) if case.report.amount(carried_in).is_some_and(|before| before >= open) => {
                Outcome::uncertain(format!(
                    "正文说“{}”，表三却有{open}件结转下年度。如果都是上年结转来的，可以并存；请核对说法。",
                    claim.text
                ))
            }
            Some(open) => {
                Outcome::fail(format!("正文说“{}”，表三却有{open}件结转下年度。请核对说法。", claim.text))
            }
        };
        outcome.cells([carried_out]).marks([Mark::Claim(index)])
    };
    claims(told, &ClaimKind::AllConcluded).map(outcome).collect()
}

/// Disputes attack replies; with no request in two years there is hardly anything to attack.
fn disputes_without_requests(case: &Case<'_>) -> Option<Outcome> {
    let new = CellKey::Request(RequestRow::New, RequestColumn::Total);
    let totals = DisputeRoute::ALL.iter().map(|route| CellKey::Dispute(*route, DisputeOutcome::Total));
    let disputes = case.sum(totals.clone())?;
    let this_year = case.report.amount(new)?;
    let from_register = case.context.registers.and_then(|registers| registers.requests_last_year);
    let last_year = case.year_before().and_then(|last| last.amount(new)).or(from_register)?;
    if disputes > 0 && this_year == 0 && last_year == 0 {
        let message =
            format!("表四有{disputes}件复议诉讼，而本年和上年都没有收到申请。请核对这些案件针对什么。");
        return Some(Outcome::uncertain(message).cells(totals).cells([new]));
    }
    Some(Outcome::pass(""))
}

/// What was pending last year shows again this year, ended or still pending.
fn pending_cases_return(case: &Case<'_>) -> Vec<Outcome> {
    let Some(last) = case.year_before() else { return Vec::new() };
    let outcome = |route: &DisputeRoute| {
        let total = CellKey::Dispute(*route, DisputeOutcome::Total);
        let now = case.report.amount(total)?;
        let before = last.amount(CellKey::Dispute(*route, DisputeOutcome::Pending))?;
        let outcome = if now < before {
            Outcome::fail(format!(
                "表四“{}”本年总计{now}件，少于{}年末尚未审结的{before}件；未审结的案件应当在本年再次出现。请核对。",
                route_label(*route),
                last.year
            ))
        } else {
            Outcome::pass("")
        };
        Some(outcome.cells([total]))
    };
    DisputeRoute::ALL.iter().filter_map(outcome).collect()
}

/// K-X-11 — part 六 states the fee, and part 五 says what became of last year's problems (F2021).
pub(super) fn fee_and_follow_up_are_stated(case: &Case<'_>) -> Vec<Outcome> {
    if case.form() != Form::F2021 {
        return vec![Outcome::not_assessable("2019年式样没有这项要求，本条不适用。")];
    }
    let Some(told) = case.context.told else { return vec![Outcome::not_assessable(NO_PROSE)] };
    // What an excerpt cuts off may have said it.
    let is_cut = |section| {
        case.context.origin == Origin::Excerpt && case.report.prose.keys().next_back() == Some(&section)
    };
    let has_text = |section| {
        !is_cut(section) && case.report.prose.get(&section).is_some_and(|text| !text.trim().is_empty())
    };
    let mut outcomes = Vec::new();
    let fee_told = told.figures.iter().any(|figure| figure.what == What::HandlingFee)
        || claims(told, &ClaimKind::NoFee).next().is_some();
    if fee_told {
        outcomes.push(Outcome::pass(""));
    } else if has_text(Section::Six) {
        let message = "第六部分没有写明本年度收取信息处理费的情况。请写明收取金额；没有收取的，写明未收取。";
        outcomes.push(Outcome::uncertain(message).marks([Mark::Section(Section::Six)]));
    }
    if claims(told, &ClaimKind::FollowUp).next().is_some() {
        outcomes.push(Outcome::pass(""));
    } else if has_text(Section::Five) {
        let message = "第五部分没有看到上年问题的改进情况。请对照上年报告列出的问题，写明改进了什么。";
        outcomes.push(Outcome::uncertain(message).marks([Mark::Section(Section::Five)]));
    }
    conclude(outcomes, "第五、六部分没有文字，未评估。", "写明了信息处理费和上年问题的改进情况。")
}
