//! 依申请公开: one row is one matter (件); the matters of one form share `form_no`. No personal
//! particulars of the applicant stand here, only the category that the annual report counts by.

use jiff::civil::Date;

use super::choice::{Chosen, choices};
use super::fault::Faults;
use super::field::FieldKind::{Choice, Count, Date as Day, LongText, Money, Text};
use super::table::register;
use super::template::{EXAMPLE_NO, Example};
use crate::decision::DecisionKind;

choices! {
    /// 申请人类别: the columns of table 三. Joint applicants are classified by the first, a lawyer by the client.
    pub enum ApplicantKind {
        /// 自然人.
        NaturalPerson = "nat", "自然人", ["公民", "个人"];
        /// 商业企业.
        Commercial = "com", "商业企业", ["企业", "公司"];
        /// 科研机构.
        Research = "res", "科研机构", ["科研"];
        /// 社会公益组织.
        PublicInterest = "soc", "社会公益组织", ["公益组织", "社会组织"];
        /// 法律服务机构.
        LegalService = "leg", "法律服务机构", ["律师事务所", "律所"];
        /// 其他 legal persons and organisations.
        Other = "oth", "其他", ["其他组织", "其他法人"];
    }
}

choices! {
    /// 提交方式: it decides which day is the day of receipt (条例第三十一条, R-31).
    pub enum RequestChannel {
        /// 当面提交: the day it is handed in.
        Counter = "counter", "当面提交", ["当面", "现场", "窗口"];
        /// Post that must be signed for: the day the organ signed.
        PostSigned = "post_signed", "邮寄(签收)", ["挂号信", "特快专递", "EMS", "快递"];
        /// Ordinary post: the day the organ confirmed with the applicant.
        PostOrdinary = "post_ordinary", "平常信函", ["平信"];
        /// Internet channel: the day both sides confirmed.
        Online = "online", "互联网", ["网上", "网络", "在线", "网站"];
        /// E-mail, an internet channel too: the day both sides confirmed.
        Email = "email", "电子邮件", ["邮件", "邮箱"];
        /// The unit's fax: the day both sides confirmed.
        Fax = "fax", "传真", [];
    }
}

impl RequestChannel {
    /// Whether arrival itself is receipt (第三十一条第（一）项, 第（二）项前段); otherwise a confirmation is.
    #[must_use]
    pub const fn arrival_is_receipt(self) -> bool {
        matches!(self, Self::Counter | Self::PostSigned)
    }
}

register! {
    /// 政府信息公开申请 (条例第二十七条至第四十五条).
    pub struct AccessRequest {
        source_no: String = "来源编号", Text { max: 64 }, "登记编号，一件一号，同一机关内不能重复";
        unit: Option<String> = "单位", Text { max: 100 }, "具体承办的村或部门，可不填";
        form_no: Option<String> = "申请表编号", Text { max: 64 }, "一张申请表含几件申请的，各件填同一个申请表编号";
        applicant_kind: ApplicantKind = "申请人类别", Choice(ApplicantKind::CHOICES), "按年度报告的分类填写；不要填写申请人姓名等个人信息";
        channel: Option<RequestChannel> = "提交方式", Choice(RequestChannel::CHOICES), "决定收到申请之日如何认定";
        arrived_on: Option<Date> = "到达日期", Day, "申请送到或提交的日期";
        received_on: Option<Date> = "收到申请之日", Day, "按条例第三十一条认定：当面为提交之日，邮寄为签收之日，其余为双方确认之日";
        subject: String = "申请内容", LongText { max: 2_000 }, "申请公开的信息名称、文号或特征；不要写申请人个人信息";
        supplement_notified_on: Option<Date> = "补正通知日期", Day, "只能通知一次，应当在收到申请之日起七个工作日内";
        supplemented_on: Option<Date> = "收到补正之日", Day, "收到补正后申请的日期，答复期限自此重新计算";
        consultation_sent_on: Option<Date> = "征求意见发出日期", Day, "征求第三方或其他机关意见的发出日期";
        consultation_ended_on: Option<Date> = "征求意见结束日期", Day, "收到意见或期限届满的日期";
        extended_on: Option<Date> = "延期告知日期", Day, "经批准并告知申请人延期的日期";
        extension_working_days: Option<i64> = "延期工作日数", Count, "一至二十个工作日";
        fee_noticed_on: Option<Date> = "收费通知日期", Day, "发出收费通知书的日期";
        fee_paid_on: Option<Date> = "缴费日期", Day, "申请人缴清信息处理费的日期";
        fee_fen: Option<i64> = "信息处理费", Money, "实际收取的金额，单位元";
        decision: Option<DecisionKind> = "办理结果", Choice(DecisionKind::CHOICES), "区分处理的一律选“部分公开”；未答复的不填";
        replied_on: Option<Date> = "答复日期", Day, "作出答复（办结）的日期；未答复的不填";
        reply_no: Option<String> = "答复文号", Text { max: 64 }, "告知书文号";
        note: Option<String> = "备注", LongText { max: 2_000 }, "办理结果为“其他”时，写明情形，如申请人撤回";
    }
}

/// The invented row of the import template.
pub(super) const EXAMPLE: Example = &[
    ("source_no", EXAMPLE_NO),
    ("form_no", "演示-2025-表01"),
    ("applicant_kind", "自然人"),
    ("channel", "当面提交"),
    ("arrived_on", "2025-03-03"),
    ("received_on", "2025-03-03"),
    ("subject", "（演示）某村道路硬化工程的验收材料"),
    ("decision", "予以公开，提供信息"),
    ("replied_on", "2025-03-20"),
    ("reply_no", "演示〔2025〕第1号"),
];

impl AccessRequest {
    /// Cross-field checks, fees, and one reply to one decision.
    pub(super) fn check_law(&self, faults: &mut Faults) {
        self.check_receipt(faults);
        self.check_acts(faults);
        self.check_extension(faults);
        self.check_decision(faults);
    }

    fn check_receipt(&self, faults: &mut Faults) {
        let arrived = ("arrived_on", self.arrived_on);
        let received = ("received_on", self.received_on);
        faults.expect(
            arrived.1.is_some() || received.1.is_some(),
            "received_on",
            "请填写收到申请之日；尚未与申请人确认的，至少填写到达日期",
        );
        faults.in_order(arrived, received);
        if let (Some(channel), Some(came), Some(counted)) = (self.channel, self.arrived_on, self.received_on)
            && channel.arrival_is_receipt()
            && counted > came
        {
            let way = channel.label();
            faults.add("received_on", format!("提交方式为“{way}”，依条例第三十一条，收到申请之日就是到达（签收）之日 {came}，请改正其中一个日期"));
        }
    }

    /// Each act happens after receipt and before the reply, and an answer to an act after the act.
    fn check_acts(&self, faults: &mut Faults) {
        let received = ("received_on", self.received_on);
        let replied = ("replied_on", self.replied_on);
        for act in [
            ("supplement_notified_on", self.supplement_notified_on),
            ("consultation_sent_on", self.consultation_sent_on),
            ("extended_on", self.extended_on),
            ("fee_noticed_on", self.fee_noticed_on),
            replied,
        ] {
            faults.needs((act.0, act.1.is_some()), ("received_on", received.1.is_some()));
            faults.in_order(received, act);
        }
        for (act, answer) in [
            (
                ("supplement_notified_on", self.supplement_notified_on),
                ("supplemented_on", self.supplemented_on),
            ),
            (
                ("consultation_sent_on", self.consultation_sent_on),
                ("consultation_ended_on", self.consultation_ended_on),
            ),
            (("fee_noticed_on", self.fee_noticed_on), ("fee_paid_on", self.fee_paid_on)),
        ] {
            faults.needs((answer.0, answer.1.is_some()), (act.0, act.1.is_some()));
            faults.in_order(act, answer);
            faults.in_order((act.0, act.1), replied);
            faults.in_order((answer.0, answer.1), replied);
        }
        faults.in_order(("extended_on", self.extended_on), replied);
        faults.needs(
            ("fee_fen", self.fee_fen.is_some_and(|fen| fen > 0)),
            ("fee_paid_on", self.fee_paid_on.is_some()),
        );
    }

    /// one extension of at most twenty working days, notified to the applicant.
    fn check_extension(&self, faults: &mut Faults) {
        let days = ("extension_working_days", self.extension_working_days.is_some());
        let notified = ("extended_on", self.extended_on.is_some());
        faults.needs(days, notified);
        faults.needs(notified, days);
        if let Some(count) = self.extension_working_days {
            faults.expect(
                (1..=20).contains(&count),
                "extension_working_days",
                "依条例第三十三条，延长答复期限为一至二十个工作日，请改正",
            );
        }
    }

    fn check_decision(&self, faults: &mut Faults) {
        let decision = ("decision", self.decision.is_some());
        let replied = ("replied_on", self.replied_on.is_some());
        faults.needs(replied, decision);
        faults.needs(decision, replied);
        faults.needs(("reply_no", self.reply_no.is_some()), replied);
        let Some(decision) = self.decision else { return };
        let is_supplement_asked = self.supplement_notified_on.is_some();
        match decision {
            DecisionKind::D3 => {
                faults.expect(
                    is_supplement_asked,
                    "supplement_notified_on",
                    "办理结果为“补正后申请内容仍不明确”，请填写补正通知日期",
                );
                faults.expect(self.supplemented_on.is_some(), "supplemented_on", "办理结果为“补正后申请内容仍不明确”，请填写收到补正之日；没有收到补正的，应选“逾期不补正”");
            }
            DecisionKind::F1 => {
                faults.expect(
                    is_supplement_asked,
                    "supplement_notified_on",
                    "办理结果为“逾期不补正”，请填写补正通知日期",
                );
                faults.expect(
                    self.supplemented_on.is_none(),
                    "supplemented_on",
                    "已收到补正的申请不能按“逾期不补正”办结，请改正办理结果",
                );
            }
            DecisionKind::F2 => {
                faults.expect(
                    self.fee_noticed_on.is_some(),
                    "fee_noticed_on",
                    "办理结果为“逾期未缴费”，请填写收费通知日期",
                );
                faults.expect(
                    self.fee_paid_on.is_none(),
                    "fee_paid_on",
                    "已缴费的申请不能按“逾期未缴费”办结，请改正办理结果",
                );
            }
            DecisionKind::F3 => faults.expect(
                self.note.is_some(),
                "note",
                "办理结果为“其他”，请在备注中写明情形，如申请人撤回、并案处理",
            ),
            _ => {}
        }
    }
}
