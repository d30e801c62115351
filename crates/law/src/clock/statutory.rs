//! The statutory periods as one table, and a function for each that names its event.
//!
//! T8 (a reply put off under 条例第三十五条) has no row: the law fixes no number, the organ sets the day.

use jiff::civil::Date;

use crate::calendar::{Region, WorkCalendar};

use super::article;
use super::due::Due;
use super::error::ClockError;
use super::period::{Clock, Period};
use super::walk::deadline;

/// A period fixed by law. Rules of the annual report (K-) are [`crate::report::identity::Rule`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatutoryPeriod {
    /// The stable handle: `T1`, `S-3`.
    pub id: &'static str,
    /// From what to what, in words.
    pub label: &'static str,
    /// How long it is, from the day after the event.
    pub period: Period,
    /// The provision that fixes it, as it is cited.
    pub article: &'static str,
}

impl StatutoryPeriod {
    /// The clock of this period from the day of its event.
    pub fn clock(&self, event: Date) -> Clock {
        Clock::under(self.article, event, self.period)
    }

    /// The last day from the day of its event.
    ///
    /// # Errors
    /// As [`deadline`].
    pub fn due(&self, event: Date, calendar: &WorkCalendar, region: &Region) -> Result<Due, ClockError> {
        deadline(&self.clock(event), calendar, region)
    }
}

const fn period(
    id: &'static str,
    label: &'static str,
    period: Period,
    article: &'static str,
) -> StatutoryPeriod {
    StatutoryPeriod { id, label, period, article }
}

use Period::{Months, NaturalDays, WorkingDays};

/// T1: information to be published on the organ's own initiative, 20 working days (Article 26).
pub const PUBLICATION: StatutoryPeriod =
    period("T1", "信息形成或者变更 → 公开", WorkingDays(20), article::PUBLICATION);
/// T3: telling the applicant what to supplement, 7 working days (Article 30, R-30).
pub const SUPPLEMENT_NOTICE: StatutoryPeriod =
    period("T3", "收到申请 → 告知补正", WorkingDays(7), article::SUPPLEMENT);
/// T4: replying to a request, 20 working days (Article 33, R-33).
pub const REPLY: StatutoryPeriod = period("T4", "收到申请 → 答复", WorkingDays(20), article::REPLY);
/// T6: a third party's opinion, 15 working days; silence is not consent (Article 32, R-32).
pub const THIRD_PARTY_OPINION: StatutoryPeriod =
    period("T6", "第三方收到征求意见书 → 提出意见", WorkingDays(15), article::THIRD_PARTY);
/// T7: a co-author organ's opinion, 15 working days; silence is consent (Article 34, R-34).
pub const CO_AUTHOR_OPINION: StatutoryPeriod =
    period("T7", "共同制作机关收到征求意见书 → 提出意见", WorkingDays(15), article::CO_AUTHOR);
/// T9: paying the processing fee, 20 working days (国办函〔2020〕109号, FEE-7).
pub const FEE_PAYMENT: StatutoryPeriod = period("T9", "收到收费通知 → 缴费", WorkingDays(20), article::FEE);
/// T10: applying for reconsideration, 60 natural days (行政复议法 Article 20).
pub const RECONSIDERATION: StatutoryPeriod =
    period("T10", "知道答复 → 申请行政复议", NaturalDays(60), article::RECONSIDERATION);
/// T11: suing without reconsideration, where that is open, 6 months (行政诉讼法 Article 46).
pub const DIRECT_SUIT: StatutoryPeriod =
    period("T11", "知道答复 → 直接起诉", Months(6), article::DIRECT_SUIT);
/// T12: suing after reconsideration, 15 natural days (行政诉讼法 Article 45).
pub const SUIT_AFTER_RECONSIDERATION: StatutoryPeriod =
    period("T12", "收到复议决定或者复议期满 → 起诉", NaturalDays(15), article::SUIT_AFTER_RECONSIDERATION);

/// T5: the most working days by which a reply may be extended.
pub const MAX_REPLY_EXTENSION: u32 = 20;

/// Other publication and posting periods that a township meets; they go before T1 (rules S-1 to S-8).
///
/// Postings (S-6, S-7) last *at least* so long; the rest are last days.
pub const OTHER_PUBLICATION: [StatutoryPeriod; 7] = [
    period("S-1", "预算、决算经人大批准 → 公开", NaturalDays(20), "《预算法》第十四条第一款"),
    period("S-2", "部门预算、决算批复 → 公开", NaturalDays(20), "《预算法》第十四条第二款"),
    period(
        "S-3",
        "公开的处罚决定被变更、撤销、确认违法或者无效 → 撤回并说明",
        WorkingDays(3),
        "《行政处罚法》第四十八条第二款",
    ),
    period("S-4", "作出行政许可、行政处罚决定 → 公开", WorkingDays(7), "基层政务公开标准目录"),
    period("S-6", "征收土地预公告张贴", WorkingDays(10), "《土地管理法实施条例》第二十六条"),
    period("S-7", "征地补偿安置方案公告", NaturalDays(30), "《土地管理法实施条例》第二十八条"),
    period("S-8", "收到征地批准文件 → 公告", WorkingDays(15), "《土地管理法实施条例》第三十一条"),
];

/// T1 — 条例第二十六条: publish within 20 working days of the information being made or changed.
pub fn publication_due(formed_on: Date, calendar: &WorkCalendar, region: &Region) -> Result<Due, ClockError> {
    PUBLICATION.due(formed_on, calendar, region)
}

/// T2 — 条例第三十一条第二项: ordinary post is confirmed with the applicant on the day it arrives.
pub fn post_confirmation_due(arrived_on: Date) -> Date {
    arrived_on
}

/// T3 — 条例第三十条: the supplement notice goes out within 7 working days of receipt.
pub fn supplement_notice_due(
    received_on: Date,
    calendar: &WorkCalendar,
    region: &Region,
) -> Result<Due, ClockError> {
    SUPPLEMENT_NOTICE.due(received_on, calendar, region)
}

/// T6 — 条例第三十二条: the third party answers within 15 working days of getting the letter;
/// silence is not consent.
pub fn third_party_opinion_due(
    letter_received_on: Date,
    calendar: &WorkCalendar,
    region: &Region,
) -> Result<Due, ClockError> {
    THIRD_PARTY_OPINION.due(letter_received_on, calendar, region)
}

/// T7 — 条例第三十四条: a co-author organ answers within 15 working days of getting the letter;
/// silence is consent.
pub fn co_author_opinion_due(
    letter_received_on: Date,
    calendar: &WorkCalendar,
    region: &Region,
) -> Result<Due, ClockError> {
    CO_AUTHOR_OPINION.due(letter_received_on, calendar, region)
}

/// T9 — FEE-7: the applicant pays within 20 working days of getting the fee notice.
pub fn fee_payment_due(
    notice_received_on: Date,
    calendar: &WorkCalendar,
    region: &Region,
) -> Result<Due, ClockError> {
    FEE_PAYMENT.due(notice_received_on, calendar, region)
}

/// T10 — 行政复议法第二十条: 60 natural days from knowing of the act.
pub fn reconsideration_due(
    known_on: Date,
    calendar: &WorkCalendar,
    region: &Region,
) -> Result<Due, ClockError> {
    RECONSIDERATION.due(known_on, calendar, region)
}

/// T11 — 行政诉讼法第四十六条: six months from knowing of the act, where a direct suit is open.
pub fn direct_suit_due(known_on: Date, calendar: &WorkCalendar, region: &Region) -> Result<Due, ClockError> {
    DIRECT_SUIT.due(known_on, calendar, region)
}

/// T12 — 行政诉讼法第四十五条: 15 natural days from the reconsideration decision, or from the end of the
/// period in which it should have been made.
pub fn suit_after_reconsideration_due(
    decision_received_on: Date,
    calendar: &WorkCalendar,
    region: &Region,
) -> Result<Due, ClockError> {
    SUIT_AFTER_RECONSIDERATION.due(decision_received_on, calendar, region)
}
