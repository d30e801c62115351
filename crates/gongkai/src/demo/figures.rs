//! 业务数据报送 of 示例镇: the business cells of table 二, declared by the offices that do the business.
//! Every cell of the year's form is declared by somebody, zero where there was nothing, so that none stays blank.

use law::register::{Indicator, IndicatorKind, Value, Values};

use super::county::{ENFORCEMENT, FINANCE, OFFICE, SERVICE};
use super::row::Row;

/// Year, unit, indicator, number (fen for money), what it was taken from.
type Figure = (i16, &'static str, &'static str, i64, &'static str);

const LICENSE_BOOK: &str = "行政许可办理台账（演示）";
const SERVICE_BOOK: &str = "便民服务事项办件统计表（演示）";
const CASE_BOOK: &str = "行政执法案件登记簿（演示）";
const LEDGER: &str = "非税收入明细账（演示）";
const PURCHASES: &str = "政府采购项目汇总表（演示）";

#[rustfmt::skip]
const FIGURES: &[Figure] = &[
    (2020, SERVICE, "t2.xuke.prev", 6, LICENSE_BOOK),
    (2020, SERVICE, "t2.xuke.delta", -1, LICENSE_BOOK),
    (2020, SERVICE, "t2.xuke.decisions", 37, LICENSE_BOOK),
    (2020, SERVICE, "t2.qita.prev", 42, SERVICE_BOOK),
    (2020, SERVICE, "t2.qita.delta", 3, SERVICE_BOOK),
    (2020, SERVICE, "t2.qita.decisions", 516, SERVICE_BOOK),
    (2020, OFFICE, "t2.chufa.prev", 0, CASE_BOOK),
    (2020, OFFICE, "t2.chufa.delta", 0, CASE_BOOK),
    (2020, OFFICE, "t2.chufa.decisions", 0, CASE_BOOK),
    (2020, OFFICE, "t2.qiangzhi.prev", 0, CASE_BOOK),
    (2020, OFFICE, "t2.qiangzhi.delta", 0, CASE_BOOK),
    (2020, OFFICE, "t2.qiangzhi.decisions", 0, CASE_BOOK),
    (2020, FINANCE, "t2.shoufei.prev", 0, LEDGER),
    (2020, FINANCE, "t2.shoufei.delta", 0, LEDGER),
    (2020, FINANCE, "t2.caigou.count", 4, PURCHASES),
    (2020, FINANCE, "t2.caigou.amount", 48_650_000, PURCHASES),

    (2023, SERVICE, "t2.xuke.decisions", 131, LICENSE_BOOK),
    (2023, ENFORCEMENT, "t2.xuke.decisions", 17, LICENSE_BOOK),
    (2023, ENFORCEMENT, "t2.chufa.decisions", 9, CASE_BOOK),
    (2023, ENFORCEMENT, "t2.qiangzhi.decisions", 2, CASE_BOOK),
    (2023, FINANCE, "t2.shoufei.amount_wan", 3_415_000, LEDGER),

    (2024, SERVICE, "t2.xuke.decisions", 146, LICENSE_BOOK),
    (2024, ENFORCEMENT, "t2.xuke.decisions", 23, LICENSE_BOOK),
    (2024, ENFORCEMENT, "t2.chufa.decisions", 11, CASE_BOOK),
    (2024, ENFORCEMENT, "t2.qiangzhi.decisions", 2, CASE_BOOK),
    (2024, FINANCE, "t2.shoufei.amount_wan", 3_640_000, LEDGER),
    (2024, OFFICE, "t2.shoufei.amount_wan", 15_000, "信息处理费缴款凭证（演示）"),

    (2025, SERVICE, "t2.xuke.decisions", 163, LICENSE_BOOK),
    (2025, ENFORCEMENT, "t2.xuke.decisions", 31, LICENSE_BOOK),
    (2025, ENFORCEMENT, "t2.chufa.decisions", 14, CASE_BOOK),
    (2025, ENFORCEMENT, "t2.qiangzhi.decisions", 3, CASE_BOOK),
    (2025, FINANCE, "t2.shoufei.amount_wan", 3_885_000, LEDGER),
    (2025, OFFICE, "t2.shoufei.amount_wan", 112_000, "信息处理费缴款凭证（演示）"),
];

/// What was collected as 信息处理费 in a year, in fen; the requests must add up to it.
#[cfg(test)]
pub(super) fn handling_fees(year: i16) -> i64 {
    FIGURES
        .iter()
        .filter(|(in_year, unit, key, ..)| (*in_year, *unit, *key) == (year, OFFICE, "t2.shoufei.amount_wan"))
        .map(|(.., amount, _)| amount)
        .sum()
}

/// The register of declared figures.
pub(super) fn rows() -> Vec<Values> {
    FIGURES.iter().enumerate().map(|(at, figure)| values(at, figure)).collect()
}

fn values(at: usize, (year, unit, indicator, number, source): &Figure) -> Values {
    let is_money = Indicator::from_key(indicator).is_some_and(|known| known.kind == IndicatorKind::Money);
    let mut values = Row::new(format!("BS-{year}-{:02}", at + 1))
        .text("unit", *unit)
        .int("year", i64::from(*year))
        .text("indicator", *indicator)
        .text("source_document", *source)
        .text("declared_by", format!("{unit}报送岗"))
        .done();
    values.insert(if is_money { "amount_fen" } else { "figure" }, Value::Int(*number));
    values
}
