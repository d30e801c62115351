//! K-T4-1 to K-T4-4: reconsideration and litigation.

use super::super::key::{CellKey, DisputeOutcome, DisputeRoute};
use super::super::table_four::{OUTCOMES, route_label};
use super::case::{Case, Outcome, some_of};

const NO_REGISTERS: &str = "没有复议诉讼台账可供核对，未评估。";

/// K-T4-1 — in each block the total is the sum of the four outcomes.
pub(super) fn totals_add_up(case: &Case<'_>) -> Vec<Outcome> {
    let (mut faults, mut good, mut open) = (Vec::new(), Vec::new(), Vec::new());
    for route in DisputeRoute::ALL {
        let cell = |outcome| CellKey::Dispute(*route, outcome);
        let name = route_label(*route);
        let total = cell(DisputeOutcome::Total);
        match (case.sum(OUTCOMES.map(cell)), case.amount(total)) {
            (Some(sum), Some(total)) if sum == total => good.push(name),
            (Some(sum), Some(printed)) => {
                let message = format!(
                    "表四“{name}”：维持、纠正、其他、尚未审结之和是{sum}，“总计”是{printed}，应当相等。请核对。"
                );
                faults.push(Outcome::fail(message).cells(OUTCOMES.map(cell)).cells([total]));
            }
            _ => open.push(name),
        }
    }
    if !faults.is_empty() {
        return faults;
    }
    if good.is_empty() {
        return vec![Outcome::not_assessable("表四没有一组数字是完整的，未评估。")];
    }
    let mut message = format!("表四{}的总计都等于各项结果之和", good.join("、"));
    if !open.is_empty() {
        message.push_str(&format!("；{}不完整，未评估", open.join("、")));
    }
    message.push('。');
    vec![Outcome::pass(message)]
}

/// K-T4-2 — pending before + opened = closed + pending, in the register.
pub(super) fn disputes_do_not_vanish(case: &Case<'_>) -> Vec<Outcome> {
    let Some(flows) = case.context.registers.and_then(|registers| registers.disputes.as_ref()) else {
        return vec![Outcome::not_assessable(NO_REGISTERS)];
    };
    let mut outcomes = Vec::new();
    for (route, flow) in flows {
        let came = i128::from(flow.pending_before) + i128::from(flow.opened);
        let went = i128::from(flow.closed) + i128::from(flow.pending);
        if came != went {
            let message = format!(
                "“{}”台账：上年未结{}加本年新发生{}，不等于本年审结{}加年末未结{}。请核对案件的日期。",
                route_label(*route),
                flow.pending_before,
                flow.opened,
                flow.closed,
                flow.pending
            );
            outcomes.push(Outcome::fail(message).cells([CellKey::Dispute(*route, DisputeOutcome::Pending)]));
        }
    }
    if outcomes.is_empty() {
        outcomes.push(Outcome::pass("台账中上年未结加本年新发生，等于本年审结加年末未结。"));
    }
    outcomes
}

/// K-T4-3 — no more suits after reconsideration than reconsiderations that ended.
pub(super) fn suits_follow_reconsiderations(case: &Case<'_>) -> Vec<Outcome> {
    let total = CellKey::Dispute(DisputeRoute::SuitAfterReconsideration, DisputeOutcome::Total);
    let ended = case.context.registers.and_then(|registers| registers.reconsiderations_ended);
    let outcome = match (case.report.amount(total), ended) {
        (Some(0), _) => Outcome::pass("没有复议后起诉的案件。"),
        (Some(suits), Some(ended)) if suits <= ended => {
            Outcome::pass(format!("复议后起诉{suits}件，不多于历年已结束的行政复议{ended}件。"))
        }
        (Some(suits), Some(ended)) => Outcome::fail(format!(
            "复议后起诉有{suits}件，而到本年末已决定或期满的行政复议只有{ended}件。请核对是否应计入“未经复议直接起诉”，或补录复议案件。"
        ))
        .cells([total]),
        _ => Outcome::not_assessable(NO_REGISTERS),
    };
    vec![outcome]
}

/// K-T4-4 — from 2024 on, refusals on grounds C1–C7 go to reconsideration first (行政复议法第二十三条).
pub(super) fn refusals_go_to_reconsideration_first(case: &Case<'_>) -> Vec<Outcome> {
    if case.report.year < 2024 {
        return vec![Outcome::not_assessable("2024年起不予公开的决定才实行复议前置，本年不适用。")];
    }
    let listed =
        case.context.registers.and_then(|registers| registers.direct_suits_against_refusals.as_ref());
    let outcome = match listed {
        None => Outcome::not_assessable(NO_REGISTERS),
        Some(cases) if cases.is_empty() => Outcome::pass("没有对不予公开决定未经复议直接起诉的案件。"),
        Some(cases) => Outcome::fail(format!(
            "这些案件针对2024年起作出的不予公开决定，应当先申请行政复议，却计入“未经复议直接起诉”：{}。请核对。",
            some_of(cases, 10)
        ))
        .cells([CellKey::Dispute(DisputeRoute::DirectSuit, DisputeOutcome::Total)]),
    };
    vec![outcome]
}
