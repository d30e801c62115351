//! Draft of part 六: the fee statement (国办函〔2020〕109号), and the rest for a person to confirm.

use super::draft::{number, or_zero};
use crate::measure::{FEE_CHARGED, FEE_CHARGED_CASES};

pub(super) fn text() -> String {
    format!(
        "依照《政府信息公开信息处理费管理办法》，本年度向{}件申请收取信息处理费{}元。\n\
         【请确认：除上述事项外，无其他需要报告的事项；如有，请在此写明】",
        number(&FEE_CHARGED_CASES),
        or_zero(&FEE_CHARGED)
    )
}
