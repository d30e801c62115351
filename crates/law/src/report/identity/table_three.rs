//! K-T3-1, K-T3-2, K-T3-3: the sums inside table 三.

use super::super::key::{CellKey, RequestColumn, RequestRow};
use super::super::table_three::{APPLICANTS, column_label};
use super::case::{Case, Outcome, quoted};

/// K-T3-1 — in every column new + carried in = total + carried out.
pub(super) fn arrivals_equal_outcomes(case: &Case<'_>) -> Vec<Outcome> {
    let lines = RequestColumn::ALL.iter().map(|column| {
        let cell = |row| CellKey::Request(row, *column);
        Line {
            name: column_label(*column).to_owned(),
            left: vec![cell(RequestRow::New), cell(RequestRow::CarriedIn)],
            right: vec![cell(RequestRow::Total), cell(RequestRow::CarriedOut)],
        }
    });
    let words = Words {
        line: "列",
        left: "第一项（本年新收）加第二项（上年结转）之和",
        right: "第三项（办理结果总计）加第四项（结转下年度）之和",
    };
    compare(case, &lines.collect::<Vec<_>>(), &words)
}

/// K-T3-2 — in every column the total is the sum of all results.
pub(super) fn total_is_sum_of_results(case: &Case<'_>) -> Vec<Outcome> {
    let form = case.form();
    let lines = RequestColumn::ALL.iter().map(|column| Line {
        name: column_label(*column).to_owned(),
        left: form.result_rows().map(|row| CellKey::Request(row, *column)).collect(),
        right: vec![CellKey::Request(RequestRow::Total, *column)],
    });
    let words = Words { line: "列", left: "各项办理结果之和", right: "“（七）总计”" };
    compare(case, &lines.collect::<Vec<_>>(), &words)
}

/// K-T3-3 — in every row the last column is the sum of the six before it.
pub(super) fn total_is_sum_of_applicants(case: &Case<'_>) -> Vec<Outcome> {
    let form = case.form();
    let lines = form.request_rows().iter().map(|label| Line {
        name: form.row_name(label.row),
        left: APPLICANTS.iter().map(|column| CellKey::Request(label.row, *column)).collect(),
        right: vec![CellKey::Request(label.row, RequestColumn::Total)],
    });
    let words = Words {
        line: "行", left: "自然人与各类法人或其他组织之和", right: "“总计”列"
    };
    compare(case, &lines.collect::<Vec<_>>(), &words)
}

/// A column or row on which two sums must agree.
struct Line {
    name: String,
    left: Vec<CellKey>,
    right: Vec<CellKey>,
}

/// How messages call the line and the two sums.
struct Words {
    line: &'static str,
    left: &'static str,
    right: &'static str,
}

/// One failure a line that does not agree; otherwise one outcome that names what was and was not assessed.
fn compare(case: &Case<'_>, lines: &[Line], words: &Words) -> Vec<Outcome> {
    let (mut faults, mut good, mut open) = (Vec::new(), Vec::new(), Vec::new());
    for line in lines {
        let cells = || line.left.iter().chain(&line.right).copied();
        let sums = (case.sum(line.left.iter().copied()), case.sum(line.right.iter().copied()));
        match sums {
            (Some(left), Some(right)) if left == right => good.push(line),
            (Some(left), Some(right)) => {
                let message = format!(
                    "表三“{}”{}：{}是{left}，{}是{right}，两者应当相等。请核对这一{}的数字。",
                    line.name, words.line, words.left, words.right, words.line
                );
                faults.push(Outcome::fail(message).cells(cells()));
            }
            _ => open.push(line),
        }
    }
    if !faults.is_empty() {
        return faults;
    }
    vec![summary(&good, &open, words)]
}

fn summary(good: &[&Line], open: &[&Line], words: &Words) -> Outcome {
    let names = |lines: &[&Line]| quoted(lines.iter().map(|line| line.name.as_str()));
    let kind = words.line;
    if good.is_empty() {
        return Outcome::not_assessable(format!("表三没有一{kind}数字是完整的，未评估。"));
    }
    let mut message = format!("表三{}个完整的{kind}成立：{}等于{}", good.len(), words.left, words.right);
    if open.is_empty() {
        message.push('。');
    } else {
        message.push_str(&format!("；{}{kind}有空白或非数字的单元格，未评估。", names(open)));
    }
    let cells = good.iter().flat_map(|line| line.left.iter().chain(&line.right).copied());
    Outcome::pass(message).cells(cells)
}
