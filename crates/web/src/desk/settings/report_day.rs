//! 年度报告的公布日期: the day of the county's notice.

use casework::portal::set_report_day;
use casework::report::day_set;
use law::register::FieldFault;
use store::{Organ, OrganKind};

use super::ask::{Ask, Refused, answer, draw};
use super::organ::in_words;
use super::{ORGAN, fault_of};
use crate::desk::visit::Visit;
use crate::fault::Answer;
use crate::form::{FormField, Input};
use crate::frame::Crumb;

/// `GET /desk/organ/report-day`.
pub(in crate::desk) async fn show_report_day(visit: Visit) -> Answer {
    let organ = visit.state.store().read().await?.organ(visit.organ()).await?;
    let (known, refused) = (day_set(&organ).map(in_words).unwrap_or_default(), Refused::default());
    draw(&visit, form(&organ, &known, &refused), &refused)
}

/// `POST /desk/organ/report-day`.
pub(in crate::desk) async fn submit_report_day(visit: Visit) -> Answer {
    let typed = visit.sent.text("report_day");
    let organ = visit.state.store().read().await?.organ(visit.organ()).await?;
    let outcome = match read_day(typed) {
        Ok(day) => set_report_day(visit.state.store(), &organ.id, &visit.act(), day).await,
        Err(()) => Err(casework::Error::Invalid(vec![FieldFault {
            field: "report_day",
            message: "请写成“1 月 28 日”或“1-28”。".to_owned(),
        }])),
    };
    answer(&visit, outcome, &format!("{ORGAN}?done=day"), |refused| form(&organ, typed, refused))
}

/// `1月28日`, `1-28`, `01.28`, nothing.
fn read_day(text: &str) -> Result<Option<(i8, i8)>, ()> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if text.is_empty() {
        return Ok(None);
    }
    let text = text.trim_end_matches(['日', '号']);
    let (month, day) = text.split_once(['月', '-', '.', '/']).ok_or(())?;
    Ok(Some((month.parse().map_err(drop)?, day.parse().map_err(drop)?)))
}

fn form(organ: &Organ, typed: &str, refused: &Refused) -> Ask {
    let (title, words) = match organ.kind {
        OrganKind::Township => (
            "年度报告的公布日期",
            "条例第四十九条没有写明乡镇的日期，请按县级的通知填写。以后各年都按这一天计算，县级改了再来改。",
        ),
        _ => (
            "乡镇年度报告的公布日期",
            "下级各乡镇都按这一天计算，以后各年相同；当年的通知改了日期，再来改。已经公布的报告不受影响。",
        ),
    };
    let field = FormField::line(
        "report_day",
        "次年哪一天以前公布",
        "1 月 1 日到 3 月 31 日之间，如“1 月 28 日”。清空就是没有确定，按 1 月 31 日计算",
    );
    let field = FormField { required: false, input: Input::Line { short: true, mode: "text" }, ..field };
    Ask {
        title: title.to_owned(),
        crumbs: vec![Crumb::to("本机关", ORGAN), Crumb::here("公布日期")],
        facts: Vec::new(),
        words: vec![words.to_owned()],
        fields: vec![field.holding(typed).wrong(fault_of(&refused.faults, "report_day"))],
        button: "保存",
        danger: false,
        action: format!("{ORGAN}/report-day"),
        back: ("不改了", ORGAN.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for text in ["1月28日", " 1 月 28 日 ", "1-28", "01-28", "1.28", "1/28", "1月28号"] {
            assert_eq!(read_day(text), Ok(Some((1, 28))), "{text}");
        }
        assert_eq!(read_day("  "), Ok(None));
        for text in ["一月", "1月", "28", "1月底", "2026-1-28x"] {
            assert!(read_day(text).is_err(), "{text}");
        }
    }
}
