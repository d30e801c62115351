//! I-NUM-8: licences, penalties and documents that the prose counts in other words than table 二 does. The same words
//! are K-X-9's; other words may count something else, so a difference is a hint.

use law::report::{BusinessColumn, BusinessRow, CellKey, Severity};

use super::case::{Case, Match, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::evidence::of_cell;
use crate::prose::is_whole_scope;
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-NUM-8",
        name: "正文的许可、处罚、强制、规范性文件数与表二相协调",
        basis: "年度报告审核的通行做法",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: true,
    test,
};

/// What the words count.
struct Counted {
    words: Pattern,
    row: BusinessRow,
    column: BusinessColumn,
}

static COUNTED: [Counted; 4] = [
    Counted {
        words: Pattern::new(
            r"(?:办理|办结|审批|核发|发放)(?:各类)?行政许可(?:事项|业务|证|件)?(?:共|共计)?(\d+)(余|多)?(?:件|项|宗|个)",
        ),
        row: BusinessRow::License,
        column: BusinessColumn::Decisions,
    },
    Counted {
        words: Pattern::new(
            r"(?:办理|办结|查处|立案|开展)(?:各类)?行政处罚(?:案件|案)?(?:共|共计)?(\d+)(余|多)?(?:件|起|宗|个)",
        ),
        row: BusinessRow::Penalty,
        column: BusinessColumn::Decisions,
    },
    Counted {
        words: Pattern::new(
            r"(?:办理|采取|执行|开展)行政强制(?:措施|案件|执行)?(?:共|共计)?(\d+)(余|多)?(?:件|起|宗|次|个)",
        ),
        row: BusinessRow::Coercion,
        column: BusinessColumn::Decisions,
    },
    Counted {
        words: Pattern::new(
            r"(?:制定|制发|印发|出台)(?:了)?规范性文件(?:共|共计)?(\d+)(余|多)?(?:件|份|部|个|项)",
        ),
        row: BusinessRow::NormativeDocument,
        column: BusinessColumn::Issued,
    },
];
/// Words that speak of another body.
static ANOTHER: Pattern = Pattern::new(r"[县市区州旗省](?:人民)?政府|[^我本]局|全[县市区州旗省]|各|累计");

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let mut assessed = 0;
    let mut faults = Vec::new();
    for counted in &COUNTED {
        let key = CellKey::Business(counted.row, counted.column);
        let printed = case.understood.tables.cells.get(&key).and_then(|found| found.cell.amount());
        let Some(printed) = printed else { continue };
        for found in case.matches(&counted.words).iter().filter(|found| is_own(case, found)) {
            let Ok(told) = found.group(1).parse::<i64>() else { continue };
            assessed += 1;
            if told == printed || !found.group(2).is_empty() {
                continue;
            }
            let message = format!(
                "正文说“{}”，而{}是{printed}。请核对两处的口径。",
                found.written(),
                case.understood.form().cell_name(key)
            );
            let mut evidence = case.quote_match(found);
            evidence.extend(of_cell(case.understood, key));
            faults.push(Outcome::uncertain(message, evidence));
        }
    }
    (assessed > 0).then_some(faults)
}

/// Whether the sentence speaks of the whole body, of this year.
fn is_own(case: &Case<'_>, found: &Match<'_>) -> bool {
    let before = found.before();
    let own = case.year().map(|year| format!("{year}年")).unwrap_or_default();
    let other_year = before.replace(&own, "");
    is_whole_scope(&before) && !ANOTHER.is_match(&before) && !other_year.contains("20")
}
