//! I-LAW-1: since 2019-05-15 there are no charges for searching, copying and mailing; since 2021-01-01 there is the
//! information processing fee (信息处理费), and before there was none.

use law::report::Severity;
use law::report::prose::{Amount, What};

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-LAW-1",
        name: "收费按现行规定表述",
        basis: "《条例》第四十二条；国办函〔2020〕109号",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: true,
    test,
};

static OLD: Pattern = Pattern::new(
    r"(?:检索|复制|邮寄|复印)(?:费?(?:、|和|及|或|与)(?:检索|复制|邮寄|复印|递送))+(?:费用?|等[^。,;\n]{0,6}?费用?|的费用)",
);
static COLLECTED: Pattern =
    Pattern::new(r"收取[^。;,\n未免]{0,16}(?:检索|复制|邮寄|复印)[^。;,\n]{0,16}?(\d[\d.]*)(万)?元");
/// The first years that lay wholly under the new rules.
const NO_OLD_FEES: i16 = 2020;
const PROCESSING_FEE: i16 = 2021;

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let year = case.year().filter(|year| *year >= NO_OLD_FEES)?;
    let mut faults: Vec<Outcome> =
        case.matches(&COLLECTED).iter().filter_map(|found| collected(case, found)).collect();
    if faults.is_empty() && year >= PROCESSING_FEE {
        faults.extend(case.matches(&OLD).first().map(|found| {
            let message = format!(
                "“{}”是已经取消的收费项目，现在只有信息处理费。请改写为信息处理费的收取情况。",
                found.written()
            );
            Outcome::uncertain(message, case.quote_clause(found))
        }));
    }
    if year < PROCESSING_FEE {
        faults.extend(too_early(case));
    }
    Some(faults)
}

fn collected(case: &Case<'_>, found: &Match<'_>) -> Option<Outcome> {
    let amount: f64 = found.group(1).parse().ok()?;
    let is_denied = ["未", "没有", "不", "免"].iter().any(|word| found.written().contains(word));
    (amount > 0.0 && !is_denied).then(|| {
        let message = format!(
            "“{}”：2019年5月15日起提供政府信息不收取检索、复制、邮寄费用。请核对收费依据。",
            found.written()
        );
        Outcome::fail(message, case.quote_match(found))
    })
}

/// A processing fee before there was one.
fn too_early(case: &Case<'_>) -> Option<Outcome> {
    let is_fee = |amount: Amount| matches!(amount, Amount::Money(fen) if fen > 0);
    let fee =
        case.figures().iter().find(|figure| figure.what == What::HandlingFee && is_fee(figure.amount))?;
    let message = format!("“{}”：信息处理费自2021年起才有规定。请核对年度和收费依据。", fee.text);
    Some(Outcome::uncertain(message, case.quote_place(fee.place)))
}
