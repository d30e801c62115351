//! 第二十条第（十二）、（十三）项: emergencies, inspections.

use law::register::Category::{Emergencies, Inspections};
use law::register::ReleaseChannel::{Board, Broadcast, Portal, Wechat};

use super::super::county::{ENFORCEMENT, FARMING, OFFICE};
use super::template::{EVERY_MONTH, Template, statutory};

#[rustfmt::skip]
pub(super) const LIST: &[Template] = &[
    statutory(Emergencies, "示例镇突发事件总体应急预案（{year}年修订）",
        "预案规定了突发事件的分级、信息报告、先期处置和善后恢复，明确了各村、各单位的职责。\n镇里设立应急物资储备点，每季度检查一次。\n发生突发事件时，请按照村广播和短信提示行动。")
        .when(&[5], 9).from(OFFICE).on(&[Portal]).document().in_2020(1),
    statutory(Emergencies, "示例镇防汛抗旱应急预案（{year}年修订）",
        "预案明确了山洪易发沟道、危险住户和转移路线，逐户落实了联系人。\n预警信息通过广播、铜锣和上门通知发布，夜间实行专人值守。\n转移群众的安置点设在学校和村部。")
        .when(&[5], 26).from(FARMING).on(&[Portal, Board]).document().in_2020(1),
    statutory(Emergencies, "示例镇森林草原防火应急预案（{year}年修订）",
        "防火期内禁止一切野外用火，护林员每日巡护并记录。\n发现火情应当立即报告，不得组织老人和未成年人扑火。\n各村配备的扑火工具实行登记管理。")
        .when(&[10], 11).on(&[Portal, Broadcast]).document(),
    statutory(Emergencies, "天气预警提示（{year}年{month}月）",
        "据气象部门预报，近日本地将有明显的天气过程，请注意防范大风、降温和强降水带来的影响。\n设施农业户请加固棚膜，车辆行人请减速慢行，临近沟道的住户请留意水情。\n遇有险情，请及时向村委会报告。")
        .when(&[1, 3, 4, 5, 6, 7, 8, 9, 11, 12], 8).on(&[Broadcast, Wechat]).same_day().in_2020(4),
    statutory(Emergencies, "示例镇应急演练情况（{year}年第{quarter}季度）",
        "本季度组织防火、防汛和消防疏散演练{a}次，参加{b}人次，检验了信息传递和人员转移流程。\n演练发现个别村通讯录更新不及时，已当场改正。\n演练资料由党政综合办公室归档。")
        .when(&[3, 6, 9, 11], 27).from(OFFICE).on(&[Wechat, Portal]).numbers(&[(2, 3), (120, 200)]).in_2020(2),

    statutory(Inspections, "示例镇{year}年{month}月安全生产检查情况",
        "{month}月检查生产经营单位和人员密集场所{a}家，发现一般隐患{b}处，已经全部下达整改通知。\n隐患主要为灭火器过期、电线私拉乱接和疏散通道堆物。\n整改情况由综合执法队逐家复查。")
        .when(EVERY_MONTH, 26).from(ENFORCEMENT).on(&[Portal, Wechat]).numbers(&[(14, 20), (6, 22)]).in_2020(6),
    statutory(Inspections, "示例镇食品安全检查情况（{year}年{month}月）",
        "本次检查餐饮店、小作坊和学校食堂{a}家，重点查看进货凭证、留样和从业人员健康证明。\n对{b}家存在的问题当场提出了改进意见。\n消费者发现食品安全问题，可以拨打投诉热线反映。")
        .when(&[2, 4, 6, 8, 9, 12], 17).from(ENFORCEMENT).on(&[Wechat, Board]).numbers(&[(16, 18), (2, 6)]).in_2020(3),
    statutory(Inspections, "示例镇生态环境巡查情况（{year}年{month}月）",
        "本次巡查河道、沟渠和养殖场周边{a}处，清理垃圾{b}立方米，督促整改粪污堆放点。\n秸秆禁烧期间实行分片包干，未发生大面积焚烧。\n巡查结果按月汇总。")
        .when(&[3, 5, 7, 9, 10, 11], 22).from(ENFORCEMENT).on(&[Portal, Board]).numbers(&[(22, 20), (8, 30)]).in_2020(3),
    statutory(Inspections, "示例镇饮用水水质检测结果（{year}年第{quarter}季度）",
        "本季度对{a}个供水点取样检测，感官性状、微生物和毒理指标均符合标准。\n检测由县级机构承担，报告可以到农业综合服务中心查阅。\n发现水质异常，请停止饮用并立即报告。")
        .when(&[1, 4, 7, 10], 24).from(FARMING).on(&[Board, Portal]).numbers(&[(8, 5)]).in_2020(2),
    statutory(Inspections, "{village}自建房安全检查结果（{year}年）",
        "对{village}用作经营的自建房逐栋检查，共检查{a}栋，发现需要整改的{b}栋，没有发现严重隐患。\n整改事项已经书面告知房屋使用人，逾期不改的依法处理。\n检查结果在村公示栏公示。")
        .when(&[4], 28).per_village().on(&[Board, Portal]).numbers(&[(9, 18), (1, 4)]),
];
