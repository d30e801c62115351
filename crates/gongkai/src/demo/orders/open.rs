//! The orders that are open on the day of the demonstration: unsigned, due today, late, extended, replied.

use law::register::OrderCategory::{Allegation, Complaint, Help, Question, Suggestion};
use law::register::OrderSource::{Hotline, Message, Phone, Superior, Visit};
use law::register::{OrderCategory, OrderSource, Values};

use super::super::county::{ENFORCEMENT, FARMING, SERVICE};
use super::super::days::Days;
use super::super::row::Row;
use super::plan::limit;

/// An order by its age in working days.
struct Open {
    source: OrderSource,
    category: OrderCategory,
    unit: &'static str,
    subject: &'static str,
    dispatched: u32,
    signed: Option<u32>,
    replied: Option<u32>,
    extended_by: Option<i64>,
}

const fn open(
    (source, category): (OrderSource, OrderCategory),
    unit: &'static str,
    subject: &'static str,
    dispatched: u32,
    signed: Option<u32>,
) -> Open {
    Open { source, category, unit, subject, dispatched, signed, replied: None, extended_by: None }
}

#[rustfmt::skip]
const OPEN: &[Open] = &[
    open((Hotline, Complaint), "示北村", "来电反映示北村二组桥头护栏松动，希望尽快加固。", 0, None),
    open((Hotline, Help), SERVICE, "来电请求帮助示西村一户独居老人维修取暖设备。", 5, Some(4)),
    open((Hotline, Question), SERVICE, "来电咨询灵活就业人员参加养老保险的缴费档次。", 3, Some(3)),
    open((Hotline, Complaint), ENFORCEMENT, "来电反映示新村路口摊位占用人行道，早高峰通行困难。", 8, Some(8)),
    Open { extended_by: Some(5), ..open((Superior, Complaint), FARMING, "上级转来反映示南村支渠年久失修、跑水漏水的事项。", 12, Some(11)) },
    open((Message, Suggestion), "示中村", "网上留言建议在示中村广场增设休息座椅和遮阳棚。", 6, Some(6)),
    Open { replied: Some(1), ..open((Phone, Allegation), ENFORCEMENT, "电话举报示东村附近有车辆遗撒渣土。", 7, Some(6)) },
    open((Visit, Question), SERVICE, "来访咨询孩子随迁入学需要准备的材料。", 1, Some(1)),
    open((Hotline, Complaint), "示西村", "来电反映示西村四组垃圾收集点距离水渠太近。", 13, Some(12)),
];

/// The orders around today.
pub(super) fn rows(days: &Days<'_>) -> Vec<Values> {
    OPEN.iter().enumerate().map(|(at, order)| order.values(days, at + 1)).collect()
}

impl Open {
    fn values(&self, days: &Days<'_>, number: usize) -> Values {
        let ago = |count: u32| days.before(days.today(), count);
        let dispatched = ago(self.dispatched);
        let is_given = matches!(self.source, Hotline | Superior);
        Row::new(format!("RX-{}-9{number:03}", dispatched.year()))
            .text("unit", self.unit)
            .choice("source", self.source)
            .choice("category", self.category)
            .text("subject", format!("{}（演示）", self.subject))
            .day("dispatched_on", dispatched)
            .day_if("signed_on", self.signed.map(ago))
            .day_if("due_on", is_given.then(|| days.after(dispatched, limit(self.category))))
            .int_if("extension_working_days", self.extended_by)
            .day_if("replied_on", self.replied.map(ago))
            .done()
    }
}
