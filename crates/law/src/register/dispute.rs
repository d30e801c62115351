//! 行政复议、行政诉讼 over the organ's disclosure work: table 四.

use jiff::civil::Date;

use super::choice::{Chosen, choices};
use super::fault::Faults;
use super::field::FieldKind::{Choice, Date as Day, LongText, Text};
use super::table::register;
use super::template::{EXAMPLE_NO, Example};

choices! {
    /// 案件类型: the three blocks of table 四.
    pub enum DisputeKind {
        /// 行政复议.
        Reconsideration = "reconsideration", "行政复议", ["复议"];
        /// 行政诉讼 · 未经复议直接起诉.
        DirectSuit = "direct_suit", "未经复议直接起诉", ["直接起诉"];
        /// 行政诉讼 · 复议后起诉.
        SuitAfterReconsideration = "suit_after_reconsideration", "复议后起诉", [];
    }
}

choices! {
    /// 结果: the outcome classes of table 四. Which ruling belongs to which class is no text of law
    /// but practice; the aliases are the default, and a county that maps otherwise
    /// writes the class itself. 尚未审结 is no outcome: it is the absence of one on 31 December.
    pub enum Outcome {
        /// 结果维持: upheld, or the claim dismissed on its merits.
        Upheld = "upheld", "结果维持", ["维持", "维持决定", "驳回诉讼请求", "驳回复议请求", "驳回行政复议请求"];
        /// 结果纠正: revoked, changed, declared unlawful or void, ordered to perform.
        Corrected = "corrected", "结果纠正", ["纠正", "撤销", "变更", "确认违法", "确认无效", "责令履行", "责令限期履行", "责令重新答复"];
        /// 其他结果: inadmissible, withdrawn, mediated, terminated.
        Other = "other", "其他结果", ["其他", "不予受理", "驳回申请", "驳回起诉", "撤回", "撤回申请", "撤诉", "调解", "终止"];
    }
}

register! {
    /// 复议诉讼案件.
    pub struct Dispute {
        source_no: String = "来源编号", Text { max: 64 }, "台账编号，同一机关内不能重复";
        unit: Option<String> = "单位", Text { max: 100 }, "具体承办的村或部门，可不填";
        kind: DisputeKind = "案件类型", Choice(DisputeKind::CHOICES), "行政复议、未经复议直接起诉或复议后起诉";
        access_request_no: Option<String> = "所涉申请编号", Text { max: 64 }, "所争议的依申请公开的来源编号，没有可不填";
        case_no: Option<String> = "案号", Text { max: 100 }, "复议机关或法院的案号";
        heard_by: Option<String> = "审理机关", Text { max: 100 }, "复议机关或法院的名称";
        filed_on: Date = "受理日期", Day, "复议机关受理或法院立案的日期";
        concluded_on: Option<Date> = "审结日期", Day, "作出复议决定或生效裁判的日期；尚未审结的不填";
        outcome: Option<Outcome> = "结果", Choice(Outcome::CHOICES), "结果维持、结果纠正或其他结果；尚未审结的不填";
        note: Option<String> = "备注", LongText { max: 2_000 }, "需要说明的情况，可不填";
    }
}

/// The invented row of the import template.
pub(super) const EXAMPLE: Example = &[
    ("source_no", EXAMPLE_NO),
    ("kind", "行政复议"),
    ("access_request_no", "演示-2025-01"),
    ("case_no", "演示复〔2025〕1号"),
    ("heard_by", "示例县人民政府"),
    ("filed_on", "2025-05-06"),
    ("concluded_on", "2025-06-27"),
    ("outcome", "结果维持"),
];

impl Dispute {
    /// Cross-field checks: an outcome exactly when concluded, and not before the case was filed.
    pub(super) fn check_law(&self, faults: &mut Faults) {
        let concluded = ("concluded_on", self.concluded_on.is_some());
        let outcome = ("outcome", self.outcome.is_some());
        faults.needs(concluded, outcome);
        faults.needs(outcome, concluded);
        faults.in_order(("filed_on", Some(self.filed_on)), ("concluded_on", self.concluded_on));
    }
}
