//! The requests that arrived in 2024, and those of late 2023 that 2024 took over.

use law::decision::DecisionKind::{
    A1, A2, B, C2, C4, C5, C6, C7, C8, D1a, D1b, D2, D3, E1, E2, E3, E5, F1, F2, F3,
};
use law::register::ApplicantKind::{
    Commercial as Com, LegalService as Leg, NaturalPerson as Nat, Other as Oth, PublicInterest as Soc,
    Research as Res,
};
use law::register::RequestChannel::{Counter, Email, Fax, Online, PostOrdinary, PostSigned};

use super::ask::{Ask, ask};

/// 2023: two that ended in the year, and those carried over (two persons, a company, a law firm).
#[rustfmt::skip]
pub(super) const BEFORE: &[Ask] = &[
    ask((3, 6), (Nat, PostSigned), (D1a, 15), "申请公开示北村2008年排水沟改造的工程预算书"),
    ask((5, 22), (Com, Online), (B, 18), "申请公开镇农贸市场摊位招租的评审记录和结果"),
    ask((12, 6), (Nat, Counter), (A2, 19), "申请公开示中村通组道路硬化工程的验收单"),
    ask((12, 13), (Com, Online), (A2, 16), "申请公开镇区路灯改造项目的采购合同"),
    ask((12, 19), (Leg, PostSigned), (D1b, 12), "申请公开过境公路拓宽工程的用地批复"),
    ask((12, 25), (Nat, Online), (A1, 9), "申请公开2023年城乡居民医疗保险缴费标准"),
];

/// 2024; carried over at its end: two persons, a company, a public-interest body, another body.
#[rustfmt::skip]
pub(super) const ASKS: &[Ask] = &[
    ask((1, 8), (Nat, Counter), (A2, 11), "申请公开示东村2023年耕地地力保护补贴面积核定表"),
    ask((1, 15), (Nat, Online), (A1, 6), "申请公开镇便民服务中心可办事项清单"),
    ask((1, 22), (Com, PostSigned), (B, 31), "申请公开示新村冷库建设项目的备案和补助申报材料").consulted(13),
    ask((2, 5), (Leg, Online), (D1a, 17), "申请公开1996年示西村集体土地划拨的会议记录"),
    ask((2, 20), (Nat, PostSigned), (E1, 8), "要求查处示南村某砂石堆放点扬尘问题并公开查处结果"),
    ask((2, 26), (Soc, Email), (A2, 14), "申请公开全镇留守老人日间照料点的运行补助发放情况"),
    ask((3, 4), (Nat, Online), (A2, 10), "申请公开示北村机井配套工程的招标公告和中标通知书").on_form(1),
    ask((3, 4), (Nat, Online), (A2, 10), "申请公开示北村机井配套工程的竣工验收报告").on_form(1),
    ask((3, 12), (Res, Online), (A2, 16), "申请公开近三年全镇主要农作物播种面积和产量").supplemented(),
    ask((3, 19), (Nat, Counter), (D1b, 5), "申请公开县城供热管网改造的实施计划"),
    ask((3, 26), (Com, Fax), (C4, 33), "申请公开示中村养殖场租赁合同的附件和付款明细").consulted(15),
    ask((4, 2), (Nat, Online), (F1, 22), "申请公开有关我家的全部材料").unsupplemented(),
    ask((4, 10), (Oth, PostSigned), (A2, 15), "申请公开示西村灌溉渠道维修的资金来源和使用情况"),
    ask((4, 17), (Nat, PostOrdinary), (C6, 17), "申请公开镇里研究集市搬迁方案时的会议讨论记录"),
    ask((4, 24), (Leg, PostSigned), (C7, 18), "申请公开一起违法建设处罚案件的调查笔录"),
    ask((5, 7), (Nat, Online), (B, 28), "申请公开示东村厕所改造项目的花名册和验收情况").extended(10),
    ask((5, 14), (Nat, Counter), (A1, 4), "申请公开农村低保的申请条件和办理程序"),
    ask((5, 21), (Com, Online), (D2, 15), "要求按企业逐户统计并提供近五年全镇用工变化表"),
    ask((5, 28), (Nat, PostSigned), (C8, 7), "申请查询相邻一户宅基地的不动产登记信息"),
    ask((6, 4), (Soc, Online), (A2, 12), "申请公开镇文化站免费开放经费的使用情况"),
    ask((6, 12), (Nat, Online), (E2, 9), "再次申请公开示北村机井配套工程的竣工验收报告"),
    ask((6, 18), (Nat, PostSigned), (A2, 19), "申请公开示南村排水管网工程的设计变更批复"),
    ask((6, 25), (Res, Email), (C2, 17), "申请公开农业普查中单个农户的原始调查表"),
    ask((7, 2), (Nat, Online), (F2, 30), "申请公开2015年以来全部村级财务凭证的复印件").unpaid(),
    ask((7, 9), (Oth, Online), (D1b, 6), "申请公开县级学校布局调整方案"),
    ask((7, 16), (Nat, Counter), (A2, 9), "申请公开示新村一事一议项目的筹资方案"),
    ask((7, 23), (Com, PostSigned), (A2, 14), "申请公开镇区垃圾清运服务的考核办法和45页结算资料").paid(15_000),
    ask((7, 30), (Nat, Online), (D3, 12), "申请公开去年那个项目的有关文件").supplemented(),
    ask((8, 6), (Leg, PostSigned), (C4, 34), "申请公开某合作社申报示范社时提交的经营数据").consulted(15),
    ask((8, 13), (Nat, Online), (E3, 7), "要求邮寄近两年的县级年鉴"),
    ask((8, 20), (Nat, Counter), (D1a, 16), "申请公开1985年生产队分配台账"),
    ask((8, 27), (Nat, Online), (E1, 10), "反映邻里排水纠纷并要求公开调解意见"),
    ask((9, 3), (Com, Online), (A1, 8), "申请公开涉企检查事项清单和检查频次"),
    ask((9, 11), (Nat, PostSigned), (C5, 15), "申请公开镇机关公务用车的内部派车记录"),
    ask((9, 19), (Soc, PostSigned), (B, 35), "申请公开残疾人两项补贴的发放情况").consulted(15),
    ask((9, 25), (Nat, Online), (F3, 6), "申请公开示中村集体林地承包合同").noted("申请人在村里查到合同后，书面撤回申请。"),
    ask((10, 9), (Nat, Online), (C4, 35), "申请公开同组一户领取危房改造补助的家庭情况").consulted(15),
    ask((10, 15), (Nat, Counter), (E5, 8), "要求重新出具2019年已经取得的土地承包证明"),
    ask((10, 22), (Oth, Online), (C8, 8), "申请查询一家公司的登记档案"),
    ask((10, 29), (Nat, Online), (A2, 25), "申请公开示西村道路养护经费的收支情况"),
    ask((11, 5), (Res, Online), (A2, 18), "申请公开秸秆综合利用试点的作业面积和补助标准"),
    ask((11, 12), (Leg, PostSigned), (D1b, 10), "申请公开征收土地的上级批复文件"),
    ask((11, 19), (Nat, Online), (C6, 19), "申请公开镇里向上级报送的道路改线请示"),
    ask((11, 26), (Nat, Counter), (F1, 23), "申请公开村里的账").unsupplemented(),
    ask((12, 3), (Com, PostSigned), (F3, 12), "申请公开农贸市场改造的进度安排").noted("与同一申请人此前的申请内容相同，经其同意并案处理。"),
    ask((12, 10), (Nat, Online), (A2, 18), "申请公开示南村安全饮水工程的水质检测报告"),
    ask((12, 16), (Com, Online), (C4, 35), "申请公开镇区保洁服务投标文件中的报价组成").consulted(15),
    ask((12, 18), (Soc, Email), (B, 19), "申请公开困境儿童帮扶物资的接收和发放登记"),
    ask((12, 23), (Nat, PostSigned), (D1a, 15), "申请公开2001年示东村学校撤并的会议纪要"),
    ask((12, 26), (Oth, Online), (A2, 9), "申请公开示北村老年活动场所的建设资金安排"),
];
