//! Measures over 依申请公开: table 三 and the prose about it. One matter (件) counts once, in one row.

use super::measures;
use crate::measure::Condition;
use crate::measure::Condition::{
    After, BeforeYear, ByYearEnd, Given, InYear, Is, Missing, NotAwaited, OpenAtYearEnd, OpenAtYearStart,
};
use crate::measure::DUE_CACHE;
use crate::measure::dimension::{APPLICANT_KIND, DECISION, UNIT};

/// The reply period is not waiting for a supplement.
const SUPPLEMENTED: Condition = NotAwaited("supplement_notified_on", "supplemented_on");
/// The reply period is not waiting for payment (FEE-7).
const PAID: Condition = NotAwaited("fee_noticed_on", "fee_paid_on");

measures! { AccessRequest;
    /// Table 三, row 一.
    REQUEST_NEW = "request_new", "依申请新收数", "件" {
        definition: "收到申请之日在本年度内的政府信息公开申请",
        basis: "条例第三十一条；年度报告表三第一项",
        when: [InYear("received_on")],
        by: [APPLICANT_KIND, UNIT],
        zero: "本年度未收到政府信息公开申请",
    }
    /// Table 三, row 二.
    REQUEST_CARRIED_IN = "request_carried_in", "依申请上年结转数", "件" {
        definition: "以前年度收到、到上年末尚未答复的政府信息公开申请",
        basis: "年度报告表三第二项",
        when: [BeforeYear("received_on"), OpenAtYearStart("replied_on")],
        by: [APPLICANT_KIND, UNIT],
        zero: "本年度没有上年结转的政府信息公开申请",
    }
    /// Table 三, row 三 and all below it.
    REQUEST_CONCLUDED = "request_concluded", "依申请办结数", "件" {
        definition: "答复日期在本年度内的政府信息公开申请，每件只按一种结果统计，区分处理的只计部分公开",
        basis: "年度报告表三第三项",
        when: [InYear("replied_on")],
        by: [APPLICANT_KIND, DECISION, UNIT],
        zero: "本年度没有办结的政府信息公开申请",
    }
    /// Table 三, row 四 (K-T3-8): those in supplement, consultation or extension included.
    REQUEST_CARRIED_OUT = "request_carried_out", "依申请结转下年数", "件" {
        definition: "到本年末已经收到、尚未答复的政府信息公开申请，包括正在补正、征求意见和延期的",
        basis: "年度报告表三第四项",
        when: [ByYearEnd("received_on"), OpenAtYearEnd("replied_on")],
        by: [APPLICANT_KIND, UNIT],
        zero: "本年度没有结转下年度继续办理的政府信息公开申请",
    }
    /// Matters counted by how they were disposed of; prose uses the four that people ask for.
    REQUEST_GRANTED = "request_granted", "依申请予以公开数", "件" {
        definition: "本年度内答复予以公开的申请，包括已主动公开、告知获取方式的",
        basis: "条例第三十六条第（一）项、第（二）项",
        when: [InYear("replied_on"), Is("decision", &["A1", "A2"])],
        by: [APPLICANT_KIND, DECISION, UNIT],
        zero: "本年度没有予以公开的申请",
    }
    /// Table 三, row （二）.
    REQUEST_GRANTED_IN_PART = "request_granted_in_part", "依申请部分公开数", "件" {
        definition: "本年度内区分处理、部分公开的申请",
        basis: "条例第三十七条",
        when: [InYear("replied_on"), Is("decision", &["B"])],
        by: [APPLICANT_KIND, UNIT],
        zero: "本年度没有部分公开的申请",
    }
    /// Table 三, rows under （三）.
    REQUEST_WITHHELD = "request_withheld", "依申请不予公开数", "件" {
        definition: "本年度内答复不予公开的申请，含行政查询事项",
        basis: "条例第十四条至第十六条、第三十六条第（三）项、第（七）项",
        when: [InYear("replied_on"), Is("decision", &["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"])],
        by: [APPLICANT_KIND, DECISION, UNIT],
        zero: "本年度没有不予公开的申请",
    }
    /// Table 三, rows under （四）.
    REQUEST_UNAVAILABLE = "request_unavailable", "依申请无法提供数", "件" {
        definition: "本年度内答复无法提供的申请",
        basis: "条例第三十条、第三十六条第（四）项、第（五）项、第三十八条",
        when: [InYear("replied_on"), Is("decision", &["D1a", "D1b", "D2", "D3"])],
        by: [APPLICANT_KIND, DECISION, UNIT],
        zero: "本年度没有无法提供的申请",
    }
    /// Table 三, rows under （五）.
    REQUEST_NOT_PROCESSED = "request_not_processed", "依申请不予处理数", "件" {
        definition: "本年度内答复不予处理的申请",
        basis: "条例第三十五条、第三十六条第（六）项、第三十九条",
        when: [InYear("replied_on"), Is("decision", &["E1", "E2", "E3", "E4", "E5"])],
        by: [APPLICANT_KIND, DECISION, UNIT],
        zero: "本年度没有不予处理的申请",
    }
    /// Table 三, row or rows （六）.
    REQUEST_OTHER_DISPOSAL = "request_other_disposal", "依申请其他处理数", "件" {
        definition: "本年度内因逾期不补正、逾期未缴费、申请人撤回等办结的申请",
        basis: "条例第三十条、第四十二条",
        when: [InYear("replied_on"), Is("decision", &["F1", "F2", "F3"])],
        by: [APPLICANT_KIND, DECISION, UNIT],
        zero: "本年度没有作其他处理的申请",
    }
    /// Lateness: needs the deadline.
    REQUEST_REPLIED_LATE = "request_replied_late", "依申请逾期答复数", "件" {
        definition: "本年度内答复、答复日期晚于法定期限（含补正、延期和征求意见的扣除）的申请",
        basis: "条例第三十三条",
        when: [InYear("replied_on"), After("replied_on", DUE_CACHE)],
        by: [APPLICANT_KIND, UNIT],
        unknown: REQUEST_DUE_UNKNOWN,
        zero: "本年度没有逾期答复的申请",
    }
    /// The working days of some year are not published: neither late nor in time. A request that ended because the
    /// applicant did not supplement or pay had no period to keep.
    REQUEST_DUE_UNKNOWN = "request_due_unknown", "依申请期限不明数", "件" {
        definition: "本年度内答复、因缺少放假安排而无法判断是否逾期的申请，不含申请人没有补正或没有缴费的",
        basis: "条例第三十三条",
        when: [InYear("replied_on"), Missing(DUE_CACHE), SUPPLEMENTED, PAID],
        by: [APPLICANT_KIND, UNIT],
        zero: "本年度答复的申请都能判断是否逾期",
    }
    /// K-T3-9.
    REQUEST_OPEN_LATE = "request_open_late", "依申请年末逾期未答复数", "件" {
        definition: "到本年末法定期限已经届满而尚未答复的申请",
        basis: "条例第三十三条",
        when: [ByYearEnd("received_on"), OpenAtYearEnd("replied_on"), ByYearEnd(DUE_CACHE)],
        by: [APPLICANT_KIND, UNIT],
        unknown: REQUEST_OPEN_DUE_UNKNOWN,
        zero: "本年末没有逾期未答复的申请",
    }
    /// Neither late nor in time.
    REQUEST_OPEN_DUE_UNKNOWN = "request_open_due_unknown", "依申请年末期限不明数", "件" {
        definition: "到本年末尚未答复、因缺少放假安排而无法判断是否逾期的申请，不含等申请人补正或缴费的",
        basis: "条例第三十三条",
        when: [ByYearEnd("received_on"), OpenAtYearEnd("replied_on"), Missing(DUE_CACHE), SUPPLEMENTED, PAID],
        by: [APPLICANT_KIND, UNIT],
        zero: "本年末未答复的申请都能判断是否逾期",
    }
    ///
    REQUEST_EXTENDED = "request_extended", "依申请延期数", "件" {
        definition: "本年度内告知延期答复的申请",
        basis: "条例第三十三条",
        when: [InYear("extended_on")],
        by: [APPLICANT_KIND, UNIT],
        zero: "本年度没有延期答复的申请",
    }
    ///
    REQUEST_SUPPLEMENT_NOTIFIED = "request_supplement_notified", "依申请补正通知数", "件" {
        definition: "本年度内通知补正的申请",
        basis: "条例第三十条",
        when: [InYear("supplement_notified_on")],
        by: [APPLICANT_KIND, UNIT],
        zero: "本年度没有通知补正的申请",
    }
    /// The fee statement of part 六.
    FEE_CHARGED_CASES = "fee_charged_cases", "信息处理费收取件数", "件" {
        definition: "本年度内收取了信息处理费的申请",
        basis: "条例第四十二条",
        when: [InYear("fee_paid_on"), Given("fee_fen")],
        by: [UNIT],
        zero: "本年度未收取信息处理费",
    }
    /// The fee statement of part 六.
    FEE_CHARGED = "fee_charged", "信息处理费收取金额", "元" {
        definition: "本年度内实际收取的信息处理费",
        basis: "条例第四十二条",
        when: [InYear("fee_paid_on")],
        by: [UNIT],
        sum: "fee_fen",
        zero: "本年度未收取信息处理费",
    }
}
