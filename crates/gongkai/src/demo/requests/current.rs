//! The requests that are open on the day of the demonstration, one for each thing that the desk must
//! show: nearly due, overdue, waiting for a supplement, extended, consulting, unpaid, unconfirmed.

use law::decision::DecisionKind::{self, A1, A2, B, D1b, E1};
use law::register::ApplicantKind::{Commercial, LegalService, NaturalPerson, PublicInterest};
use law::register::RequestChannel::{Counter, Online, PostSigned};
use law::register::{ApplicantKind, RequestChannel, Values};

use super::super::days::Days;
use super::super::row::Row;

/// A request by its age: working days ago for each act.
struct Open {
    kind: ApplicantKind,
    channel: RequestChannel,
    subject: &'static str,
    arrived: u32,
    received: Option<u32>,
    act: Act,
}

/// What has happened since receipt.
enum Act {
    Nothing,
    SupplementAsked(u32),
    Consulting(u32),
    /// Notified so long ago, by so many working days.
    Extended(u32, u32),
    FeeAsked(u32),
    Replied(u32, DecisionKind),
}

const OPEN: &[Open] = &[
    // The 20 working days end in two days.
    Open {
        kind: NaturalPerson,
        channel: Counter,
        subject: "申请公开示东村通组道路维修的施工合同和结算单",
        arrived: 18,
        received: Some(18),
        act: Act::Nothing,
    },
    // They ended some days ago.
    Open {
        kind: Commercial,
        channel: PostSigned,
        subject: "申请公开镇区垃圾转运服务采购的中标结果和合同",
        arrived: 25,
        received: Some(25),
        act: Act::Nothing,
    },
    Open {
        kind: NaturalPerson,
        channel: Online,
        subject: "申请公开示南村的相关账目",
        arrived: 7,
        received: Some(6),
        act: Act::SupplementAsked(3),
    },
    Open {
        kind: LegalService,
        channel: PostSigned,
        subject: "申请公开示西村集体场地出租的招租公告和合同文本",
        arrived: 24,
        received: Some(24),
        act: Act::Extended(6, 15),
    },
    Open {
        kind: Commercial,
        channel: Online,
        subject: "申请公开一家合作社申报冷链补助的验收材料",
        arrived: 12,
        received: Some(11),
        act: Act::Consulting(7),
    },
    Open {
        kind: PublicInterest,
        channel: Online,
        subject: "申请公开近年来全部惠民补贴发放表的复印件",
        arrived: 14,
        received: Some(13),
        act: Act::FeeAsked(5),
    },
    // Both sides have not confirmed yet, so no clock runs.
    Open {
        kind: NaturalPerson,
        channel: Online,
        subject: "申请公开示新村日间照料点的开放时间和收费办法",
        arrived: 1,
        received: None,
        act: Act::Nothing,
    },
    Open {
        kind: NaturalPerson,
        channel: Counter,
        subject: "申请公开农村厕所改造的补助标准",
        arrived: 21,
        received: Some(21),
        act: Act::Replied(14, A1),
    },
    Open {
        kind: NaturalPerson,
        channel: PostSigned,
        subject: "申请公开示中村蓄水池维修的资金安排",
        arrived: 29,
        received: Some(29),
        act: Act::Replied(13, A2),
    },
    Open {
        kind: Commercial,
        channel: Online,
        subject: "申请公开县级产业扶持资金的分配计划",
        arrived: 16,
        received: Some(15),
        act: Act::Replied(9, D1b),
    },
    Open {
        kind: NaturalPerson,
        channel: Online,
        subject: "反映邻里采光纠纷并要求公开处理意见",
        arrived: 13,
        received: Some(12),
        act: Act::Replied(4, E1),
    },
    Open {
        kind: PublicInterest,
        channel: PostSigned,
        subject: "申请公开困难群众冬季取暖补助的发放情况",
        arrived: 33,
        received: Some(33),
        act: Act::Replied(15, B),
    },
];

/// First number of the series, above those of the tables.
const FIRST: usize = 101;

/// The requests around today.
pub(super) fn rows(days: &Days<'_>) -> Vec<Values> {
    OPEN.iter().enumerate().map(|(at, open)| open.values(days, FIRST + at)).collect()
}

impl Open {
    fn values(&self, days: &Days<'_>, number: usize) -> Values {
        let ago = |count: u32| days.before(days.today(), count);
        let arrived = ago(self.arrived);
        let year = arrived.year();
        let row = Row::new(super::source_no(year, number))
            .choice("applicant_kind", self.kind)
            .choice("channel", self.channel)
            .day("arrived_on", arrived)
            .day_if("received_on", self.received.map(ago))
            .text("subject", format!("{}（演示）", self.subject));
        match self.act {
            Act::Nothing => row,
            Act::SupplementAsked(count) => row.day("supplement_notified_on", ago(count)),
            Act::Consulting(count) => row.day("consultation_sent_on", ago(count)),
            Act::Extended(count, by) => {
                row.day("extended_on", ago(count)).int("extension_working_days", i64::from(by))
            }
            Act::FeeAsked(count) => row.day("fee_noticed_on", ago(count)),
            Act::Replied(count, decision) => row
                .choice("decision", decision)
                .day("replied_on", ago(count))
                .text("reply_no", format!("示政公开〔{year}〕{number}号")),
        }
        .done()
    }
}
