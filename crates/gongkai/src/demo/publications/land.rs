//! 第二十一条 other than 社会救助: farming policy, irrigation, land, homesteads, expropriation, levies.

use law::register::Category::{
    AgriculturalPolicy, Homesteads, HouseExpropriation, Irrigation, LandExpropriation, LandTransfer,
    VillageLevies,
};
use law::register::ReleaseChannel::{Board, Broadcast, Portal, Wechat};

use super::super::county::{FARMING, SERVICE};
use super::template::{EVERY_MONTH, Template, statutory};

#[rustfmt::skip]
pub(super) const LIST: &[Template] = &[
    statutory(AgriculturalPolicy, "{village}耕地地力保护补贴面积公示（{year}年）",
        "经农户申报、村组核实和镇级复核，{village}本年度补贴面积{a}亩，涉及{b}户。\n公示期至{until}止，公示无异议后按核定面积发放。\n改变用途、撂荒两年以上的耕地不在补贴范围。")
        .when(&[4], 11).from(FARMING).per_village().on(&[Board, Portal]).numbers(&[(2_600, 1_400), (310, 160)]).in_2020(6),
    statutory(AgriculturalPolicy, "示例镇农机购置与应用补贴受理情况（{year}年{month}月）",
        "本批受理补贴申请{a}台（套），经核验机具和发票，符合条件的予以公示。\n补贴实行先购后补、县级结算、直补到卡。\n公示期至{until}止，对公示内容有异议的，请向农业综合服务中心反映。")
        .when(&[3, 5, 8, 10], 25).from(FARMING).on(&[Portal, Board]).numbers(&[(6, 18)]).in_2020(2),
    statutory(AgriculturalPolicy, "{village}农业保险承保公示（{year}年）",
        "{village}本年度种植业保险承保面积{a}亩，养殖业承保{b}头（只），保费由各级财政和农户共同承担。\n公示期至{until}止，农户可以核对自己的投保数量。\n发生灾害的，请在四十八小时内报案。")
        .when(&[6], 6).per_village().on(&[Board, Wechat]).numbers(&[(1_200, 900), (160, 320)]),
    statutory(AgriculturalPolicy, "示例镇春耕备耕技术指导意见（{year}年）",
        "今年春季墒情总体适宜，建议根据土壤解冻情况适时整地，选用抗旱抗病品种。\n施肥以基肥为主，氮磷钾配合，避免一次性过量。\n农业综合服务中心安排农技人员分片指导。")
        .when(&[3], 3).from(FARMING).on(&[Broadcast, Wechat, Portal]).in_2020(1),
    statutory(AgriculturalPolicy, "示例镇高素质农民培训安排（{year}年{half}）",
        "{half}举办种植、养殖和农产品营销培训{a}期，采用课堂讲授与田间实习相结合的方式。\n学员由个人报名、村里推荐，培训不收费。\n培训结束后建立学员档案，开展后续服务。")
        .when(&[5, 11], 19).from(FARMING).on(&[Wechat, Board]).numbers(&[(2, 3)]).in_2020(1),

    statutory(Irrigation, "示例镇{year}年{month}月灌溉供水安排",
        "本月实行轮灌供水，先远后近、先下游后上游，各村用水时间见附表。\n用水量按实际计量，超计划部分执行累进水价。\n请各户提前清理田间毛渠，避免跑水漏水。")
        .when(&[4, 5, 6, 7, 8, 11], 5).from(FARMING).on(&[Board, Broadcast]).in_2020(3),
    statutory(Irrigation, "{village}小型水利设施管护情况（{year}年）",
        "{village}现有机井{a}眼、塘坝{b}座，逐处落实了管护人并签订协议。\n本年度管护经费用于清淤、启闭设备维修和安全警示。\n设施损坏的，请向村委会报修。")
        .when(&[10], 16).from(FARMING).per_village().on(&[Board, Portal]).numbers(&[(4, 9), (1, 3)]),
    statutory(Irrigation, "示例镇农田水利工程建设进展（{year}年第{quarter}季度）",
        "本季度完成渠道衬砌{a}米，更换闸门{b}座，受益农田有所增加。\n工程质量由监理单位旁站检查，隐蔽部位留存影像。\n下季度安排田间配套设施建设。")
        .when(&[3, 6, 9, 12], 26).from(FARMING).on(&[Portal]).numbers(&[(600, 1_200), (2, 7)]).in_2020(1),

    statutory(LandTransfer, "{village}农村土地经营权流转情况（{year}年{half}）",
        "{half}{village}新增流转面积{a}亩，流转合同均在镇里备案，流转期限一般不超过五年。\n流转价格由双方协商，租金按年支付。\n工商企业流转土地的，须先经资格审查和项目审核。")
        .when(&[1, 8], 21).from(FARMING).per_village().on(&[Board, Portal]).numbers(&[(40, 260)]).in_2020(2),

    statutory(Homesteads, "示例镇{past}宅基地审批结果",
        "{past}批准宅基地申请{a}宗，其中新建{b}宗，其余为原址翻建，均不占用永久基本农田。\n申请人应当在批准之日起两年内建设，完工后申请核查。\n审批结果在所在村公示栏同步公示。")
        .when(EVERY_MONTH, 16).from(SERVICE).on(&[Portal, Board]).numbers(&[(3, 9), (1, 3)]).in_2020(3),
    statutory(Homesteads, "{village}宅基地使用情况核查结果（{year}年）",
        "对{village}宅基地逐宗核查，共核查{a}宗，一户一宅执行情况良好，另有闲置{b}宗。\n闲置宅基地经户主同意后，可以由村集体统一盘活。\n对核查结果有异议的，请在公示期内提出，公示期至{until}止。")
        .when(&[9], 23).per_village().on(&[Board, Portal]).numbers(&[(210, 160), (3, 12)]),

    statutory(LandExpropriation, "征收土地预公告（示例镇，{year}年第1号）",
        "因公共设施建设需要，拟征收示中村集体土地约{a}亩，现予预公告，公告时间不少于十个工作日。\n自公告之日起，在拟征收范围内抢栽抢建的，不予补偿。\n土地现状调查由县、镇、村三级共同进行。")
        .when(&[3], 20).on(&[Board, Portal]).numbers(&[(12, 20)]).document(),
    statutory(LandExpropriation, "征地补偿安置方案公告（示例镇，{year}年第1号）",
        "拟征收土地的补偿标准按照省级公布的区片综合地价执行，青苗和附着物据实补偿。\n方案公告三十日，多数村民认为不符合规定的，应当组织听证。\n社会保障费用单独列支，不从补偿款中扣除。")
        .when(&[5], 27).on(&[Board, Portal]).document().in_2020(1),
    statutory(LandExpropriation, "征地补偿费用发放情况公示（示例镇，{year}年）",
        "本次征收涉及{a}户，补偿费用已经通过银行代发，分户清单由村里逐户签收。\n集体所得部分纳入村级财务管理，使用方案须经村民会议讨论。\n公示期至{until}止。")
        .when(&[10], 21).on(&[Board]).numbers(&[(9, 20)]).in_2020(1),

    statutory(HouseExpropriation, "房屋征收补偿方案征求意见（示例镇，{year}年）",
        "因道路改造，拟征收沿线房屋{a}处，补偿方式可以选择货币补偿或者房屋产权调换。\n方案征求意见期限不少于三十日，意见可以书面或者当面提出。\n评估机构由被征收人协商选定。")
        .when(&[4], 9).on(&[Board, Portal]).numbers(&[(5, 9)]).document(),
    statutory(HouseExpropriation, "房屋征收补偿结果公示（示例镇，{year}年）",
        "沿线房屋的补偿协议已经全部签订，补偿结果在征收范围内公示，接受监督。\n公示内容包括房屋面积、补偿方式和金额，不公布个人身份信息。\n公示期至{until}止。")
        .when(&[9], 29).on(&[Board, Portal]).in_2020(1),

    statutory(VillageLevies, "{village}一事一议筹资筹劳方案公示（{year}年）",
        "{village}经村民会议讨论，决定以一事一议方式维修村内道路和排水沟，每人筹资{a}元，其余申请财政奖补。\n五保户、现役军人和丧失劳动能力的村民按规定减免。\n方案报镇审核，公示期至{until}止。")
        .when(&[3], 31).per_village().on(&[Board]).numbers(&[(10, 11)]).in_2020(3),
    statutory(VillageLevies, "示例镇一事一议财政奖补项目完成情况（{year}年）",
        "本年度{a}个奖补项目全部完工，经验收后拨付奖补资金{b}万元。\n筹资筹劳没有超过规定限额，未发现强行以资代劳的情况。\n项目由所在村负责后续管护。")
        .when(&[12], 17).on(&[Portal, Board]).numbers(&[(4, 3), (36, 40)]).in_2020(1),
];
