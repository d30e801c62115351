//! 12345 工单与留言: received, handled, closed. Callers are not named here.

use jiff::civil::Date;

use crate::clock::work_order::MAX_EXTENSION;

use super::choice::{Chosen, choices};
use super::fault::Faults;
use super::field::FieldKind::{Choice, Count, Date as Day, LongText, Text};
use super::table::register;
use super::template::{EXAMPLE_NO, Example};

choices! {
    /// 工单来源. Counted apart: the hotline is one thing, the organ's own mailbox another.
    pub enum OrderSource {
        /// Dispatched by the 12345 platform, by whatever way the caller reached it.
        Hotline = "hotline_12345", "12345热线", ["12345", "12345电话", "12345工单", "便民服务热线", "热线"];
        /// Message left on the web.
        Message = "message", "网上留言", ["留言", "领导信箱", "网络留言"];
        /// Telephone call to the organ itself.
        Phone = "phone", "电话", ["来电", "电话举报", "电话投诉"];
        /// Visit in person.
        Visit = "visit", "来访", ["上门"];
        /// Handed down by a higher organ.
        Superior = "superior", "上级转办", ["转办", "上级交办"];
        /// Any other way.
        Other = "other", "其他来源", ["其他"];
    }
}

choices! {
    /// 诉求类别 (the six of the 12345 rules).
    pub enum OrderCategory {
        /// 咨询.
        Question = "question", "咨询", ["咨询类"];
        /// 求助.
        Help = "help", "求助", ["求助类"];
        /// 投诉.
        Complaint = "complaint", "投诉", ["投诉类"];
        /// 举报.
        Allegation = "allegation", "举报", ["举报类"];
        /// 建议.
        Suggestion = "suggestion", "建议", ["意见建议", "建议类"];
        /// 表扬.
        Praise = "praise", "表扬", ["表扬类", "感谢"];
    }
}

choices! {
    /// 回访结果.
    pub enum Satisfaction {
        /// 满意.
        Satisfied = "satisfied", "满意", ["非常满意"];
        /// 基本满意.
        Fair = "fair", "基本满意", ["一般"];
        /// 不满意.
        Dissatisfied = "dissatisfied", "不满意", [];
        /// 未接通: nobody could be reached.
        Unreached = "unreached", "未接通", ["无人接听", "未联系上"];
    }
}

register! {
    /// 工单.
    pub struct WorkOrder {
        source_no: String = "来源编号", Text { max: 64 }, "热线工单号或留言编号，同一机关内不能重复";
        unit: Option<String> = "单位", Text { max: 100 }, "承办的村或部门";
        source: OrderSource = "来源", Choice(OrderSource::CHOICES), "12345热线、网上留言、电话、来访、上级转办等";
        category: OrderCategory = "诉求类别", Choice(OrderCategory::CHOICES), "咨询、求助、投诉、举报、建议或表扬";
        subject: String = "诉求内容", LongText { max: 2_000 }, "诉求的主要内容；不要写来电人姓名、电话";
        place: Option<String> = "诉求地点", Text { max: 200 }, "村、组或地点";
        dispatched_on: Date = "派单日期", Day, "工单派到本机关的日期；留言为收到之日";
        signed_on: Option<Date> = "签收日期", Day, "本机关签收的日期";
        due_on: Option<Date> = "要求办结日期", Day, "派单平台给出的办结日期；没有给出的不填，由系统计算";
        extension_working_days: Option<i64> = "延期工作日数", Count, "经批准延长的工作日数，最多 10 个";
        returned_on: Option<Date> = "退单日期", Day, "不属于本机关、经同意退回的日期";
        replied_on: Option<Date> = "答复日期", Day, "答复来电人或留言人的日期";
        closed_on: Option<Date> = "办结日期", Day, "办结的日期；未办结的不填";
        result: Option<String> = "办理结果", LongText { max: 2_000 }, "怎样处理、结果如何";
        satisfaction: Option<Satisfaction> = "回访结果", Choice(Satisfaction::CHOICES), "满意、基本满意、不满意或未接通";
        note: Option<String> = "备注", LongText { max: 2_000 }, "需要说明的情况，可不填";
    }
}

/// The invented row of the import template.
pub(super) const EXAMPLE: Example = &[
    ("source_no", EXAMPLE_NO),
    ("unit", "示例村"),
    ("source", "12345热线"),
    ("category", "投诉"),
    ("subject", "（演示）路灯不亮，请求维修"),
    ("place", "示例村一组"),
    ("dispatched_on", "2025-04-07"),
    ("signed_on", "2025-04-07"),
    ("due_on", "2025-04-21"),
    ("replied_on", "2025-04-10"),
    ("closed_on", "2025-04-11"),
    ("result", "（演示）已更换灯具，恢复照明。"),
    ("satisfaction", "满意"),
];

impl WorkOrder {
    /// Cross-field checks: an order moves forward in time and ends once, closed or returned.
    pub(super) fn check_law(&self, faults: &mut Faults) {
        let dispatched = ("dispatched_on", Some(self.dispatched_on));
        let signed = ("signed_on", self.signed_on);
        let replied = ("replied_on", self.replied_on);
        let closed = ("closed_on", self.closed_on);
        for later in [signed, ("due_on", self.due_on), ("returned_on", self.returned_on), replied, closed] {
            faults.in_order(dispatched, later);
        }
        faults.in_order(signed, replied);
        faults.in_order(signed, closed);
        faults.in_order(replied, closed);
        if self.returned_on.is_some() {
            faults.expect(
                self.closed_on.is_none(),
                "closed_on",
                "已退单的工单不由本机关办结，退单日期和办结日期只能填一个",
            );
        }
        faults.needs(
            ("satisfaction", self.satisfaction.is_some()),
            ("closed_on", self.closed_on.is_some() || self.replied_on.is_some()),
        );
        if let Some(days) = self.extension_working_days {
            faults.expect(
                (1..=i64::from(MAX_EXTENSION)).contains(&days),
                "extension_working_days",
                format!("请填写 1 至 {MAX_EXTENSION} 之间的工作日数；没有延期的不填"),
            );
        }
    }
}
