//! Measures over 复议诉讼: table 四. Its row of a year holds the cases concluded in the year and those
//! pending on 31 December, so that pending(Y−1) + new(Y) = concluded(Y) + pending(Y) (K-T4-2).

use super::measures;
use crate::measure::Condition::{self, ByYearEnd, InYear, Is, OpenAtYearEnd, OpenAtYearStart};
use crate::measure::dimension::{DISPUTE_KIND, OUTCOME, UNIT};

const RECONSIDERATION: Condition = Is("kind", &["reconsideration"]);
const LITIGATION: Condition = Is("kind", &["direct_suit", "suit_after_reconsideration"]);

measures! { Dispute;
    /// Not printed in table 四, but said in prose.
    DISPUTE_NEW = "dispute_new", "复议诉讼新收数", "件" {
        definition: "受理日期在本年度内的行政复议、行政诉讼案件",
        basis: "年度报告表四",
        when: [InYear("filed_on")],
        by: [DISPUTE_KIND, UNIT],
        zero: "本年度未发生因政府信息公开引起的行政复议和行政诉讼",
    }
    /// Table 四: 结果维持, 结果纠正, 其他结果.
    DISPUTE_CONCLUDED = "dispute_concluded", "复议诉讼审结数", "件" {
        definition: "审结日期在本年度内的行政复议、行政诉讼案件",
        basis: "年度报告表四",
        when: [InYear("concluded_on")],
        by: [DISPUTE_KIND, OUTCOME, UNIT],
        zero: "本年度没有审结的行政复议和行政诉讼案件",
    }
    /// Table 四: 尚未审结.
    DISPUTE_PENDING = "dispute_pending", "复议诉讼未审结数", "件" {
        definition: "到本年末已经受理、尚未审结的行政复议、行政诉讼案件",
        basis: "年度报告表四",
        when: [ByYearEnd("filed_on"), OpenAtYearEnd("concluded_on")],
        by: [DISPUTE_KIND, UNIT],
        zero: "本年末没有尚未审结的行政复议和行政诉讼案件",
    }
    /// Table 四: 总计.
    DISPUTE_TOTAL = "dispute_total", "复议诉讼总数", "件" {
        definition: "本年度审结和到本年末尚未审结的行政复议、行政诉讼案件",
        basis: "年度报告表四",
        when: [ByYearEnd("filed_on"), OpenAtYearStart("concluded_on")],
        by: [DISPUTE_KIND, UNIT],
        zero: "本年度没有因政府信息公开引起的行政复议和行政诉讼案件",
    }
    /// For prose.
    RECONSIDERATION_NEW = "reconsideration_new", "行政复议新收数", "件" {
        definition: "受理日期在本年度内的行政复议案件",
        basis: "年度报告表四",
        when: [RECONSIDERATION, InYear("filed_on")],
        by: [UNIT],
        zero: "本年度未发生因政府信息公开引起的行政复议",
    }
    /// For prose.
    RECONSIDERATION_CONCLUDED = "reconsideration_concluded", "行政复议审结数", "件" {
        definition: "审结日期在本年度内的行政复议案件",
        basis: "年度报告表四",
        when: [RECONSIDERATION, InYear("concluded_on")],
        by: [OUTCOME, UNIT],
        zero: "本年度没有审结的行政复议案件",
    }
    /// For prose.
    RECONSIDERATION_CORRECTED = "reconsideration_corrected", "行政复议纠正数", "件" {
        definition: "本年度审结、结果纠正的行政复议案件",
        basis: "年度报告表四",
        when: [RECONSIDERATION, InYear("concluded_on"), Is("outcome", &["corrected"])],
        by: [UNIT],
        zero: "本年度没有被行政复议纠正的案件",
    }
    /// For prose.
    RECONSIDERATION_PENDING = "reconsideration_pending", "行政复议未审结数", "件" {
        definition: "到本年末尚未审结的行政复议案件",
        basis: "年度报告表四",
        when: [RECONSIDERATION, ByYearEnd("filed_on"), OpenAtYearEnd("concluded_on")],
        by: [UNIT],
        zero: "本年末没有尚未审结的行政复议案件",
    }
    /// For prose.
    LITIGATION_NEW = "litigation_new", "行政诉讼新收数", "件" {
        definition: "受理日期在本年度内的行政诉讼案件",
        basis: "年度报告表四",
        when: [LITIGATION, InYear("filed_on")],
        by: [DISPUTE_KIND, UNIT],
        zero: "本年度未发生因政府信息公开引起的行政诉讼",
    }
    /// For prose.
    LITIGATION_CONCLUDED = "litigation_concluded", "行政诉讼审结数", "件" {
        definition: "审结日期在本年度内的行政诉讼案件",
        basis: "年度报告表四",
        when: [LITIGATION, InYear("concluded_on")],
        by: [DISPUTE_KIND, OUTCOME, UNIT],
        zero: "本年度没有审结的行政诉讼案件",
    }
    /// For prose.
    LITIGATION_CORRECTED = "litigation_corrected", "行政诉讼纠正数", "件" {
        definition: "本年度审结、结果纠正的行政诉讼案件",
        basis: "年度报告表四",
        when: [LITIGATION, InYear("concluded_on"), Is("outcome", &["corrected"])],
        by: [DISPUTE_KIND, UNIT],
        zero: "本年度没有被行政诉讼纠正的案件",
    }
    /// For prose.
    LITIGATION_PENDING = "litigation_pending", "行政诉讼未审结数", "件" {
        definition: "到本年末尚未审结的行政诉讼案件",
        basis: "年度报告表四",
        when: [LITIGATION, ByYearEnd("filed_on"), OpenAtYearEnd("concluded_on")],
        by: [DISPUTE_KIND, UNIT],
        zero: "本年末没有尚未审结的行政诉讼案件",
    }
}
