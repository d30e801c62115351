//! I-TEXT-4: no blank of a model text is left open: `XX镇`, `（具体网址）`, `____`, `（宋体小四号字）`.

use law::report::Severity;

use super::case::{Case, Outcome, Rule};
use super::entry::{Needs, RuleEntry};
use crate::evidence::whole_line;
use crate::text::Pattern;

pub(super) static RULE: Rule = Rule {
    entry: RuleEntry {
        id: "I-TEXT-4",
        name: "范本中留空待填的地方都已填写",
        basis: "年度报告审核的通行做法",
        severity: Severity::Warning,
        needs: Needs::Report,
    },
    on_forms: false,
    test,
};

/// Names of persons are masked in the same way (`张××`), so the signs count only before what a body or a number is.
static OPEN: Pattern = Pattern::new(
    r"[XxＸ×╳]{2,}(?:人民政府|办事处|街道|[县市区镇乡局](?:[,。;、的政人2高认严坚积按全共深未收]|$)|年|月|日|条|件|次|个|项|篇|万元|元|%)|20[Xx×]{2}年|\((?:具体|填写|请填写|此处填写)?(?:网址|单位名称|机关名称|部门名称|具体地址|具体数字|年份)\)|_{3,}|\([^()]{0,8}(?:宋体|仿宋|黑体|楷体)[^()]{0,12}\)",
);

fn test(case: &Case<'_>) -> Option<Vec<Outcome>> {
    let found = case.matches(&OPEN);
    let headings = &case.understood.parts.first_rank;
    let is_open =
        |line: &&usize| case.understood.source.get(**line).is_some_and(|line| OPEN.is_match(&line.squeezed));
    if let Some(line) = headings.iter().find(is_open).filter(|_| found.is_empty()) {
        let message = "标题里留着范本的格式说明。请核对原件并删去。";
        return Some(vec![Outcome::uncertain(
            message,
            whole_line(case.understood, *line).into_iter().collect(),
        )]);
    }
    let fault = found.first().map(|first| {
        let places = if found.len() > 1 { format!("等{}处", found.len()) } else { String::new() };
        let message =
            format!("“{}”{places}像是范本中留空待填的地方，没有填写。请核对原件并补全。", first.written());
        let evidence = found.iter().take(QUOTED).flat_map(|found| case.quote_clause(found)).collect();
        Outcome::uncertain(message, evidence)
    });
    case.has_words().then(|| fault.into_iter().collect())
}

const QUOTED: usize = 5;
