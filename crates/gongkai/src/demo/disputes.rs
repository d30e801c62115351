//! 复议诉讼 of 示例镇: all three blocks of table 四 in both years, each case attacking a reply that stands
//! in the requests, one reconsideration and one suit pending over the end of 2024, one over that of 2025.
//!
//! Since 2024 a refusal under Articles 14 to 16 goes to reconsideration first (行政复议法第二十三条), so
//! no direct suit here attacks one (K-T4-4).

use law::Date;
use law::register::{DisputeKind, Outcome, Values};

use self::DisputeKind::{DirectSuit, Reconsideration, SuitAfterReconsideration};
use self::Outcome::{Corrected, Other, Upheld};
use super::days::{Days, later};
use super::requests;
use super::row::Row;

/// Kind, the request attacked (year, number), days from reply to filing, and after how many days it ended how.
type Case = (DisputeKind, (i16, usize), i32, Option<(i32, Outcome)>);

#[rustfmt::skip]
const CASES: &[Case] = &[
    // 2023, the way to the suits of 2024.
    (Reconsideration, (2023, 1), 30, Some((58, Upheld))),
    (Reconsideration, (2023, 2), 41, Some((60, Upheld))),
    // Filed in 2023, decided in 2024.
    (SuitAfterReconsideration, (2023, 2), 112, Some((150, Upheld))),
    // 2024.
    (Reconsideration, (2023, 5), 35, Some((57, Other))),
    (DirectSuit, (2024, 4), 47, Some((140, Upheld))),
    (Reconsideration, (2024, 3), 25, Some((55, Upheld))),
    (Reconsideration, (2024, 14), 38, Some((59, Corrected))),
    (Reconsideration, (2024, 19), 20, Some((28, Other))),
    (Reconsideration, (2024, 15), 33, Some((60, Upheld))),
    (SuitAfterReconsideration, (2024, 15), 104, Some((166, Corrected))),
    // Filed late in 2024, decided in 2025.
    (DirectSuit, (2024, 31), 45, Some((152, Upheld))),
    (Reconsideration, (2024, 37), 9, Some((54, Upheld))),
    // 2025.
    (Reconsideration, (2024, 43), 31, Some((58, Upheld))),
    (DirectSuit, (2025, 7), 52, Some((117, Corrected))),
    (Reconsideration, (2025, 11), 24, Some((60, Corrected))),
    (Reconsideration, (2025, 16), 36, Some((35, Other))),
    (SuitAfterReconsideration, (2025, 11), 94, Some((133, Other))),
    (DirectSuit, (2025, 18), 61, Some((49, Other))),
    (Reconsideration, (2025, 24), 29, Some((59, Upheld))),
    (SuitAfterReconsideration, (2025, 24), 94, Some((178, Upheld))),
    // Filed late in 2025, decided in 2026.
    (Reconsideration, (2025, 46), 24, Some((58, Upheld))),
];

/// The register of disputes.
pub(super) fn rows(days: &Days<'_>) -> Vec<Values> {
    let mut rows: Vec<_> =
        CASES.iter().enumerate().filter_map(|(at, case)| of_case(days, at + 1, *case)).collect();
    rows.push(awaiting_reply(days, CASES.len() + 1));
    rows
}

fn of_case(days: &Days<'_>, number: usize, (kind, request, after, end): Case) -> Option<Values> {
    let replied = requests::reply_day(days, request.0, request.1)?;
    let filed = days.past(days.on_or_after(later(replied, after)))?;
    let ended = end
        .and_then(|(length, outcome)| days.past(days.on_or_after(later(filed, length))).zip(Some(outcome)));
    Some(
        head(kind, number, filed)
            .text("access_request_no", requests::source_no(request.0, request.1))
            .day_if("concluded_on", ended.map(|(day, _)| day))
            .choice_if("outcome", ended.map(|(_, outcome)| outcome))
            .done(),
    )
}

/// Accepted six working days ago: the town's reply and evidence are due after ten (行政复议法第四十八条).
fn awaiting_reply(days: &Days<'_>, number: usize) -> Values {
    head(Reconsideration, number, days.before(days.today(), 6))
        .text("note", "示例县人民政府已送达申请书副本，需在收到之日起十个工作日内提交答复书和证据。（演示）")
        .done()
}

fn head(kind: DisputeKind, number: usize, filed: Date) -> Row {
    let (mark, heard_by) = match kind {
        Reconsideration => ("复字", "示例县人民政府（演示）"),
        DirectSuit | SuitAfterReconsideration => ("行初字", "示例县人民法院（演示）"),
    };
    Row::new(format!("FS-{number:03}"))
        .choice("kind", kind)
        .text("case_no", format!("（{}）演示{mark}第{number}号", filed.year()))
        .text("heard_by", heard_by)
        .day("filed_on", filed)
}
