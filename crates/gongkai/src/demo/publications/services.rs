//! 第二十条第（五）、（六）、（八）、（九）项: licences and services, enforcement, charges, procurement.

use law::register::Category::{Charges, Enforcement, Licensing, Procurement};
use law::register::ReleaseChannel::{Board, Other, Portal, Screen, Wechat};

use super::super::county::{ENFORCEMENT, FINANCE, SERVICE};
use super::template::{EVERY_MONTH, QUARTERLY, Template, statutory};

#[rustfmt::skip]
pub(super) const LIST: &[Template] = &[
    statutory(Licensing, "示例镇{past}行政许可办理结果",
        "{past}，本镇依法作出行政许可决定{a}件，主要为乡村建设规划许可和林木采伐许可，均在法定期限内办结。\n许可结果按月汇总公布，申请人可以凭受理单到窗口领取证件。\n对结果有疑问的，可以向便民服务中心查询。")
        .when(EVERY_MONTH, 9).from(SERVICE).on(&[Portal, Screen]).numbers(&[(6, 14)]).in_2020(4),
    statutory(Licensing, "示例镇便民服务事项目录（{year}年调整）",
        "经梳理，本镇便民服务事项共{a}项，其中{b}项可以由村代办员受理。\n每个事项公布办理条件、所需材料、办理时限和办理地点。\n目录之外不得要求提供其他材料。")
        .when(&[2], 26).from(SERVICE).on(&[Portal, Board]).numbers(&[(72, 14), (30, 12)]).document().in_2020(1),
    statutory(Licensing, "办事指南：农村宅基地和建房（{year}年版）",
        "申请人向所在村民小组提出书面申请，村民会议讨论后在小组内公示，公示无异议的报镇审批。\n镇里在二十个工作日内组织现场审查并作出决定，建房完工后进行核查。\n办理过程不收取费用。")
        .when(&[3], 18).from(SERVICE).on(&[Portal, Wechat]).in_2020(1),
    statutory(Licensing, "办事指南：医疗保险和养老保险业务（{year}年版）",
        "参保登记、信息变更、待遇资格认证等业务可以在镇便民服务中心或者村代办点办理。\n行动不便的居民可以预约上门服务，一般在三个工作日内安排。\n缴费时间和标准以当年通知为准。")
        .when(&[9], 11).from(SERVICE).on(&[Wechat, Portal, Other]).in_2020(1),
    statutory(Licensing, "办事指南：残疾人证和两项补贴申请（{year}年版）",
        "申请人可以本人或者委托他人提出申请，窗口即时审查材料，材料齐全的当场受理。\n评定由指定医疗机构进行，评定结果公示后发证。\n补贴自审核通过的当月起计算，按月发放。")
        .when(&[5], 21).from(SERVICE).on(&[Portal, Board]).in_2020(1),
    statutory(Licensing, "示例镇{year}年第{quarter}季度便民服务办件情况",
        "本季度共受理群众办事事项{a}件，当场办结{b}件，其余在承诺期限内办结。\n村级代办点受理量有所上升，社会保险类业务占比较大。\n对窗口服务不满意的，可以在大厅评价器上评价。")
        .when(QUARTERLY, 29).from(SERVICE).on(&[Screen, Portal]).numbers(&[(380, 160), (210, 90)]).in_2020(2),
    statutory(Licensing, "林木采伐许可办理结果公示（{village}，{year}年）",
        "{village}上报的农田防护林更新采伐申请，经现场核查符合条件，依法予以许可。\n采伐后应当在次年造林季节完成补植，补植情况由农业综合服务中心核查。\n公示期自发布之日起至{until}止。")
        .when(&[11], 5).per_village().on(&[Board, Portal]),

    statutory(Enforcement, "示例镇行政执法事项目录（{year}年版）",
        "本目录列出由本镇实施的行政执法事项{a}项，逐项写明执法依据、程序和监督方式。\n执法人员上岗应当出示证件，全程记录。\n目录随权限调整及时更新，历史版本保留备查。")
        .when(&[2], 12).from(ENFORCEMENT).on(&[Portal]).numbers(&[(38, 9)]).document().lapsing(),
    statutory(Enforcement, "示例镇{year}年第{quarter}季度行政处罚情况",
        "本季度依法作出行政处罚决定{a}件，主要涉及占道堆放、露天焚烧和违规建设。\n具有一定社会影响的处罚决定按规定另行公布，公布时隐去个人信息。\n当事人不服处罚的，可以依法申请行政复议或者提起行政诉讼。")
        .when(QUARTERLY, 27).from(ENFORCEMENT).on(&[Portal, Board]).numbers(&[(1, 4)]),
    statutory(Enforcement, "示例镇行政检查和执法公示（{year}年{half}）",
        "{half}计划开展联合检查{a}次，涉企检查实行扫码登记，避免重复检查。\n检查结果分为符合要求、限期改正和依法处理三类，处理情况及时公布。\n企业对检查有意见的，可以向党政综合办公室反映。")
        .when(&[1, 7], 21).from(ENFORCEMENT).on(&[Portal]).numbers(&[(6, 6)]),
    statutory(Enforcement, "示例镇行政强制依据和程序",
        "本镇实施行政强制应当经负责人批准，由两名以上执法人员实施，并当场告知当事人依据和救济途径。\n情况紧急需要当场实施的，在二十四小时内报告并补办手续。\n不得在夜间或者法定节假日对居民生活停止供水、供电。")
        .when(&[6], 11).from(ENFORCEMENT).on(&[Portal]).in_2020(1),

    statutory(Charges, "示例镇行政事业性收费目录（{year}年）",
        "本镇行政事业性收费项目以省级公布的目录为准，逐项列明收费依据、标准和对象。\n目录之外的收费，群众有权拒绝。\n收费全部缴入国库，开具财政票据。")
        .when(&[1], 17).from(FINANCE).on(&[Portal, Board]).in_2020(1),
    statutory(Charges, "示例镇城镇垃圾处理费收支情况（{year}年{half}）",
        "{half}收取的垃圾处理费全部缴入国库，支出用于清运、转运和设备维护，收支两条线管理。\n收费标准没有变化，困难家庭按规定减免。\n收支明细可以到财政所查阅。")
        .when(&[6, 12], 26).from(FINANCE).on(&[Board, Portal]),

    statutory(Procurement, "示例镇{year}年{month}月政府采购意向",
        "计划采购内容为办公设备和公共设施维修服务，预算金额{a}万元，采购时间以采购公告为准。\n意向公开的目的是便于供应商提前了解需求，不作为采购的实际要约。\n有关建议可以书面反馈财政所。")
        .when(&[2, 5, 8, 11], 14).from(FINANCE).on(&[Portal]).numbers(&[(12, 40)]),
    statutory(Procurement, "示例镇政府采购结果公告（{year}年第{quarter}批）",
        "本批采购采用公开方式，评审工作已经结束，成交金额共计{a}万元。\n公告期限为一个工作日，供应商对结果有异议的，可以在规定期限内提出质疑。\n合同自签订之日起两个工作日内公开。")
        .when(&[3, 6, 9, 12], 24).from(FINANCE).on(&[Portal]).numbers(&[(9, 34)]).in_2020(1),
    statutory(Procurement, "示例镇政府集中采购目录执行说明（{year}年）",
        "本镇采购执行省级发布的集中采购目录和限额标准。\n达到限额的项目一律委托集中采购机构办理，限额以下的项目按内部控制制度办理。\n各单位应当在预算批准后编报采购计划。")
        .when(&[1], 14).from(FINANCE).on(&[Portal]).document().in_2020(1),
];
