//! Draft of part 五: what the registers show as a problem is named; the rest only people know.

use super::draft::{Occasion, number};
use crate::measure::{
    HOTLINE_CLOSED_LATE, Measure, NORMATIVE_LAPSED, RECONSIDERATION_CORRECTED, REQUEST_OPEN_LATE,
    REQUEST_REPLIED_LATE,
};

/// A problem that a measure shows: words before and after the number.
const PROBLEMS: [(&Measure, &str, &str); 5] = [
    (&REQUEST_REPLIED_LATE, "有", "件政府信息公开申请未能在法定期限内答复"),
    (&REQUEST_OPEN_LATE, "到年末有", "件政府信息公开申请超过答复期限仍未答复"),
    (&RECONSIDERATION_CORRECTED, "有", "件答复经行政复议被纠正，答复质量有待提高"),
    (&HOTLINE_CLOSED_LATE, "有", "件12345热线工单超期办结"),
    (&NORMATIVE_LAPSED, "有", "件规范性文件期满失效，清理不够及时"),
];

pub(super) fn text(occasion: &Occasion<'_>) -> String {
    let shown: Vec<String> = PROBLEMS
        .iter()
        .filter(|(measure, ..)| occasion.has(measure))
        .map(|(measure, before, after)| format!("{before}{}{after}", number(measure)))
        .collect();
    let problems = if shown.is_empty() {
        "【请填写：本年度存在的主要问题，要具体】".to_owned()
    } else {
        format!("{}。【请补充：台账反映不出的问题】", shown.join("；"))
    };
    format!(
        "（一）存在的主要问题。{problems}\n\
         （二）上年度问题的改进情况。【请填写：上年度报告列出的每个问题，采取了什么措施，有什么结果】\n\
         （三）下一步改进措施。【请填写：针对上述问题，由谁、在什么时间、做什么】"
    )
}
