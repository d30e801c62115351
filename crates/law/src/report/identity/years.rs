//! K-X-7: every year, form, notice and name belongs to this report.

use super::super::form::Form;
use super::super::prose::{ClaimKind, Told, YearNamed, YearRole};
use super::case::{Case, Outcome};
use super::finding::Mark;

/// K-X-7.
pub(super) fn years_and_names_belong(case: &Case<'_>) -> Vec<Outcome> {
    let mut outcomes: Vec<Outcome> = wrong_form(case).into_iter().collect();
    if let Some(told) = case.context.told {
        outcomes.extend(stray_years(case, told));
        outcomes.extend(foreign_names(told));
    }
    if !outcomes.is_empty() {
        return outcomes;
    }
    vec![match case.context.told {
        Some(_) => Outcome::pass("文中的年份、式样和名称都属于本报告。"),
        None => Outcome::not_assessable("没有读到正文，未评估其中的年份和名称。"),
    }]
}

fn wrong_form(case: &Case<'_>) -> Option<Outcome> {
    let right = Form::for_year(case.report.year);
    // Without a single cell the form is a guess from the year, not a fact about the report.
    if case.form() == right || case.report.cells.is_empty() {
        return None;
    }
    Some(Outcome::fail(format!(
        "{}年度报告应当用{}规定的式样，表格却是{}的。请换用正确的式样。",
        case.report.year,
        right.notice(),
        case.form().notice()
    )))
}

fn stray_years(case: &Case<'_>, told: &Told) -> Vec<Outcome> {
    let own = case.report.year;
    let strays = told.years.iter().enumerate().filter(|(_, named)| named.year != own);
    strays.filter_map(|(index, named)| Some(stray(own, named)?.marks([Mark::Year(index)]))).collect()
}

fn stray(own: i16, named: &YearNamed) -> Option<Outcome> {
    let (year, text) = (named.year, &named.text);
    match named.role {
        YearRole::Title => {
            Some(Outcome::fail(format!("标题“{text}”写的是{year}年，报告年度是{own}年。请改正。")))
        }
        YearRole::Period => Some(Outcome::fail(format!(
            "统计期限“{text}”写到{year}年，应当是{own}年1月1日至12月31日。请改正。"
        ))),
        YearRole::Statement => Some(Outcome::uncertain(format!(
            "“{text}”说的是{year}年的情况，报告年度是{own}年。请核对是否沿用了往年的文字。"
        ))),
        YearRole::Mention => None,
    }
}

fn foreign_names(told: &Told) -> Vec<Outcome> {
    let outcome = |(index, claim): (usize, &super::super::prose::Claim)| {
        let message = match &claim.kind {
            ClaimKind::BrokenYear(digits) => {
                let message = format!("“{}”里的“{digits}年”不是年份。请改正。", claim.text);
                return Some(Outcome::fail(message).marks([Mark::Claim(index)]));
            }
            ClaimKind::OtherBody(name) => {
                format!("“{}”里出现了别的机关“{name}”。请核对是否抄自别处。", claim.text)
            }
            ClaimKind::SupersededNotice(number) => {
                format!("“{}”仍以{number}为依据，该通知规定的式样本年度已不再使用。请核对。", claim.text)
            }
            _ => return None,
        };
        Some(Outcome::uncertain(message).marks([Mark::Claim(index)]))
    };
    told.claims.iter().enumerate().filter_map(outcome).collect()
}
