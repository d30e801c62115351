//! The provisions that deadlines cite, worded once.

/// The day of the event is not counted.
pub const START_NOT_COUNTED: &str = "《民法典》第二百零一条第一款";
/// Months end on the same-numbered day, or on the last of the month.
pub const MONTHS: &str = "《民法典》第二百零二条";
/// A period ending on a day off ends on the day after it.
pub const ROLL: &str = "《民法典》第二百零三条第一款";
/// Saturday and Sunday are the weekly days of rest of organs.
pub const WEEKEND: &str = "《国务院关于职工工作时间的规定》第七条";
/// Statutory days off and their arrangement.
pub const HOLIDAY: &str = "《全国年节及纪念日放假办法》";

/// T1: publication within 20 working days.
pub const PUBLICATION: &str = "《政府信息公开条例》第二十六条";
/// supplement notice within 7 working days, once; the clock restarts with the supplement.
pub const SUPPLEMENT: &str = "《政府信息公开条例》第三十条";
/// which day an application counts as received.
pub const RECEIPT: &str = "《政府信息公开条例》第三十一条";
/// the third party answers within 15 working days.
pub const THIRD_PARTY: &str = "《政府信息公开条例》第三十二条";
/// reply within 20 working days, one extension of at most 20.
pub const REPLY: &str = "《政府信息公开条例》第三十三条第二款";
/// time for asking third parties and other organs is not counted.
pub const PAUSE: &str = "《政府信息公开条例》第三十三条第三款";
/// the organ consulted answers within 15 working days; silence is consent.
pub const CO_AUTHOR: &str = "《政府信息公开条例》第三十四条";
/// T13, T14: annual reports.
pub const ANNUAL_REPORT: &str = "《政府信息公开条例》第四十九条";
/// FEE-7, FEE-8: payment within 20 working days; the clock restarts with it.
pub const FEE: &str = "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）";

/// T10: reconsideration is applied for within 60 days.
pub const RECONSIDERATION: &str = "《行政复议法》第二十条第一款";
/// T11: direct suit within six months.
pub const DIRECT_SUIT: &str = "《行政诉讼法》第四十六条第一款";
/// T12: suit within 15 days of the reconsideration decision.
pub const SUIT_AFTER_RECONSIDERATION: &str = "《行政诉讼法》第四十五条";
/// Copy to the respondent within 7 working days, reply within 10.
pub const RECONSIDERATION_ORDINARY: &str = "《行政复议法》第四十八条";
/// Copy within 3 working days, reply within 5.
pub const RECONSIDERATION_SIMPLIFIED: &str = "《行政复议法》第五十四条";
/// Decision within 60 days, 30 in the simplified procedure, 30 more if extended.
pub const RECONSIDERATION_DECISION: &str = "《行政复议法》第六十二条";
/// The respondent answers the court within 15 days.
pub const COURT_ANSWER: &str = "《行政诉讼法》第六十七条第一款";

/// Limits that no law fixes and the county sets.
pub const CONFIGURED: &str = "本地工单办理时限规定";
