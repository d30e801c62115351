//! Measures over 工单与留言. Lateness is judged against the deadline at closing, with
//! approved extensions; where it is unknown it is counted as unknown, never as in time.

use super::measures;
use crate::measure::Condition::{After, ByYearEnd, InYear, Is, Missing, OpenAtYearEnd};
use crate::measure::DUE_CACHE;
use crate::measure::dimension::{ORDER_CATEGORY, SATISFACTION, SOURCE, UNIT};

const HOTLINE: crate::measure::Condition = Is("source", &["hotline_12345"]);
const COMPLAINT: crate::measure::Condition = Is("category", &["complaint"]);
/// Praise asks for nothing: without a day from the platform it has no deadline, and none is missing.
const HAS_DEADLINE: crate::measure::Condition =
    Is("category", &["question", "help", "complaint", "allegation", "suggestion"]);

measures! { WorkOrder;
    /// All sources together.
    ORDER_RECEIVED = "order_received", "工单受理总数", "件" {
        definition: "派单日期在本年度内的工单和留言，不含本年度内退回的",
        basis: "12345热线管理规定",
        when: [InYear("dispatched_on"), OpenAtYearEnd("returned_on")],
        by: [SOURCE, ORDER_CATEGORY, UNIT],
        zero: "本年度未受理工单和留言",
    }
    /// All sources together.
    ORDER_CLOSED = "order_closed", "工单办结总数", "件" {
        definition: "办结日期在本年度内的工单和留言",
        basis: "12345热线管理规定",
        when: [InYear("closed_on")],
        by: [SOURCE, ORDER_CATEGORY, SATISFACTION, UNIT],
        zero: "本年度没有办结的工单和留言",
    }
    /// The hotline alone.
    HOTLINE_RECEIVED = "hotline_received", "12345受理数", "件" {
        definition: "派单日期在本年度内的12345热线工单，不含本年度内退回的",
        basis: "国办发〔2020〕53号",
        when: [HOTLINE, InYear("dispatched_on"), OpenAtYearEnd("returned_on")],
        by: [ORDER_CATEGORY, UNIT],
        zero: "本年度未受理12345热线工单",
    }
    /// The hotline alone.
    HOTLINE_CLOSED = "hotline_closed", "12345办结数", "件" {
        definition: "办结日期在本年度内的12345热线工单",
        basis: "国办发〔2020〕53号",
        when: [HOTLINE, InYear("closed_on")],
        by: [ORDER_CATEGORY, SATISFACTION, UNIT],
        zero: "本年度没有办结的12345热线工单",
    }
    /// Complaints only.
    HOTLINE_COMPLAINTS_RECEIVED = "hotline_complaints_received", "12345投诉受理数", "件" {
        definition: "派单日期在本年度内的12345热线投诉工单，不含本年度内退回的",
        basis: "国办发〔2020〕53号",
        when: [HOTLINE, COMPLAINT, InYear("dispatched_on"), OpenAtYearEnd("returned_on")],
        by: [UNIT],
        zero: "本年度未受理12345热线投诉",
    }
    /// Complaints only.
    HOTLINE_COMPLAINTS_CLOSED = "hotline_complaints_closed", "12345投诉办结数", "件" {
        definition: "办结日期在本年度内的12345热线投诉工单",
        basis: "国办发〔2020〕53号",
        when: [HOTLINE, COMPLAINT, InYear("closed_on")],
        by: [SATISFACTION, UNIT],
        zero: "本年度没有办结的12345热线投诉",
    }
    /// 超期办结数.
    HOTLINE_CLOSED_LATE = "hotline_closed_late", "12345超期办结数", "件" {
        definition: "本年度内办结、办结日期晚于办结期限（含经批准的延期）的12345热线工单",
        basis: "12345热线管理规定",
        when: [HOTLINE, InYear("closed_on"), After("closed_on", DUE_CACHE)],
        by: [ORDER_CATEGORY, UNIT],
        unknown: HOTLINE_DUE_UNKNOWN,
        zero: "本年度12345热线工单没有超期办结的",
    }
    /// 超期办结数 of complaints.
    HOTLINE_COMPLAINTS_CLOSED_LATE = "hotline_complaints_closed_late", "12345投诉超期办结数", "件" {
        definition: "本年度内办结、办结日期晚于办结期限（含经批准的延期）的12345热线投诉工单",
        basis: "12345热线管理规定",
        when: [HOTLINE, COMPLAINT, InYear("closed_on"), After("closed_on", DUE_CACHE)],
        by: [UNIT],
        unknown: HOTLINE_COMPLAINTS_DUE_UNKNOWN,
        zero: "本年度12345热线投诉没有超期办结的",
    }
    /// Raw lateness, before extensions.
    HOTLINE_CLOSED_AFTER_ORDERED = "hotline_closed_after_ordered", "12345晚于派单要求办结数", "件" {
        definition: "本年度内办结、办结日期晚于派单平台要求办结日期（不考虑延期）的12345热线工单",
        basis: "12345热线管理规定",
        when: [HOTLINE, InYear("closed_on"), After("closed_on", "due_on")],
        by: [ORDER_CATEGORY, UNIT],
        zero: "本年度12345热线工单都在派单要求的日期前办结",
    }
    /// Neither late nor in time.
    HOTLINE_DUE_UNKNOWN = "hotline_due_unknown", "12345办结期限不明数", "件" {
        definition: "本年度内办结、因缺少放假安排而无法判断是否超期的12345热线工单，不含没有办结期限的表扬",
        basis: "12345热线管理规定",
        when: [HOTLINE, HAS_DEADLINE, InYear("closed_on"), Missing(DUE_CACHE)],
        by: [ORDER_CATEGORY, UNIT],
        zero: "本年度办结的12345热线工单都能判断是否超期",
    }
    /// Neither late nor in time.
    HOTLINE_COMPLAINTS_DUE_UNKNOWN = "hotline_complaints_due_unknown", "12345投诉办结期限不明数", "件" {
        definition: "本年度内办结、因缺少放假安排而无法判断是否超期的12345热线投诉工单",
        basis: "12345热线管理规定",
        when: [HOTLINE, COMPLAINT, InYear("closed_on"), Missing(DUE_CACHE)],
        by: [UNIT],
        zero: "本年度办结的12345热线投诉都能判断是否超期",
    }
    /// Open on 31 December.
    HOTLINE_OPEN = "hotline_open", "12345年末未办结数", "件" {
        definition: "到本年末尚未办结、也未退回的12345热线工单",
        basis: "12345热线管理规定",
        when: [HOTLINE, ByYearEnd("dispatched_on"), OpenAtYearEnd("closed_on"), OpenAtYearEnd("returned_on")],
        by: [ORDER_CATEGORY, UNIT],
        zero: "本年末没有未办结的12345热线工单",
    }
    /// 超期未办结数.
    HOTLINE_OPEN_LATE = "hotline_open_late", "12345年末超期未办结数", "件" {
        definition: "到本年末办结期限已经届满而尚未办结的12345热线工单",
        basis: "12345热线管理规定",
        when: [HOTLINE, ByYearEnd("dispatched_on"), OpenAtYearEnd("closed_on"), OpenAtYearEnd("returned_on"), ByYearEnd(DUE_CACHE)],
        by: [ORDER_CATEGORY, UNIT],
        unknown: HOTLINE_OPEN_DUE_UNKNOWN,
        zero: "本年末没有超期未办结的12345热线工单",
    }
    /// Neither late nor in time.
    HOTLINE_OPEN_DUE_UNKNOWN = "hotline_open_due_unknown", "12345年末期限不明数", "件" {
        definition: "到本年末尚未办结、因缺少放假安排而无法判断是否超期的12345热线工单，不含没有办结期限的表扬",
        basis: "12345热线管理规定",
        when: [HOTLINE, HAS_DEADLINE, ByYearEnd("dispatched_on"), OpenAtYearEnd("closed_on"), OpenAtYearEnd("returned_on"), Missing(DUE_CACHE)],
        by: [ORDER_CATEGORY, UNIT],
        zero: "本年末未办结的12345热线工单都能判断是否超期",
    }
    /// Orders that were another body's.
    HOTLINE_RETURNED = "hotline_returned", "12345退单数", "件" {
        definition: "本年度内退回的12345热线工单",
        basis: "国办函〔2025〕66号",
        when: [HOTLINE, InYear("returned_on")],
        by: [ORDER_CATEGORY, UNIT],
        zero: "本年度没有退回的12345热线工单",
    }
    /// Denominator of 满意率.
    HOTLINE_REACHED = "hotline_reached", "12345回访接通数", "件" {
        definition: "本年度内办结、回访接通并作出评价的12345热线工单",
        basis: "国办发〔2020〕53号",
        when: [HOTLINE, InYear("closed_on"), Is("satisfaction", &["satisfied", "fair", "dissatisfied"])],
        by: [ORDER_CATEGORY, UNIT],
        zero: "本年度12345热线工单没有回访评价",
    }
    /// Numerator of 满意率.
    HOTLINE_SATISFIED = "hotline_satisfied", "12345回访满意数", "件" {
        definition: "本年度内办结、回访评价为满意或基本满意的12345热线工单",
        basis: "国办发〔2020〕53号",
        when: [HOTLINE, InYear("closed_on"), Is("satisfaction", &["satisfied", "fair"])],
        by: [ORDER_CATEGORY, UNIT],
        zero: "本年度12345热线工单没有满意或基本满意的回访评价",
    }
    /// Counted apart from the hotline.
    MESSAGE_RECEIVED = "message_received", "网上留言收到数", "件" {
        definition: "本年度内收到的网上留言，不含退回的",
        basis: "国办秘函〔2019〕19号",
        when: [Is("source", &["message"]), InYear("dispatched_on"), OpenAtYearEnd("returned_on")],
        by: [ORDER_CATEGORY, UNIT],
        zero: "本年度未收到网上留言",
    }
    /// Counted apart from the hotline.
    MESSAGE_CLOSED = "message_closed", "网上留言办结数", "件" {
        definition: "本年度内办结的网上留言",
        basis: "国办秘函〔2019〕19号",
        when: [Is("source", &["message"]), InYear("closed_on")],
        by: [ORDER_CATEGORY, UNIT],
        zero: "本年度没有办结的网上留言",
    }
    /// Counted apart from the hotline.
    PHONE_COMPLAINTS_RECEIVED = "phone_complaints_received", "电话举报投诉数", "件" {
        definition: "本年度内本机关电话接到的投诉、举报，不含12345热线",
        basis: "信访工作条例",
        when: [Is("source", &["phone"]), Is("category", &["complaint", "allegation"]), InYear("dispatched_on"), OpenAtYearEnd("returned_on")],
        by: [ORDER_CATEGORY, UNIT],
        zero: "本年度未接到电话举报投诉",
    }
    /// Counted apart from the hotline.
    VISIT_RECEIVED = "visit_received", "来访受理数", "件" {
        definition: "本年度内受理的来访诉求，不含退回的",
        basis: "信访工作条例",
        when: [Is("source", &["visit"]), InYear("dispatched_on"), OpenAtYearEnd("returned_on")],
        by: [ORDER_CATEGORY, UNIT],
        zero: "本年度未受理来访诉求",
    }
}
