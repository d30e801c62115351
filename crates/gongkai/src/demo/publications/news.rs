//! 工作动态 and 村务公开: neither counts as 主动公开.

use law::register::ReleaseChannel::{Board, Portal, Wechat};

use super::template::{EVERY_MONTH, QUARTERLY, Template, news, village_affairs};

#[rustfmt::skip]
pub(super) const LIST: &[Template] = &[
    news("示例镇召开{month}月工作例会",
        "会议听取了各单位上月工作情况，研究了本月安全生产、农业生产和民生保障的安排。\n会议要求把群众反映的问题列成清单，逐件回应。")
        .when(EVERY_MONTH, 4).on(&[Wechat, Portal]),
    news("镇机关干部进村入户讲解惠民政策",
        "工作人员分组到村，用方言讲解医疗保险、养老认证和补贴发放政策，现场解答{a}个问题。\n活动还收集了群众对公开栏内容的意见。")
        .when(&[3, 6, 9, 11], 18).on(&[Wechat]).numbers(&[(12, 30)]),
    news("示例镇组织政府信息公开业务培训",
        "培训讲解了公开审查、申请办理和报表填报的要求，各村报送人员参加并做了练习。\n新接手的同志还与前任办理了资料交接。")
        .when(&[4, 10], 15).on(&[Wechat, Portal]),
    news("示例镇开展义务植树活动",
        "干部群众在渠道两侧和村道旁栽植树苗{a}株，并约定了浇水管护的责任。")
        .when(&[4], 2).on(&[Wechat]).numbers(&[(600, 900)]),
    news("{village}开展环境卫生集中整治",
        "村民和志愿者一起清理房前屋后的杂物，疏通排水沟，村容有了明显改善。\n村里将每月确定一天为清洁日。")
        .when(&[5], 14).per_village().on(&[Wechat]),
    news("示例镇便民服务中心开展上门服务",
        "工作人员带着设备到村，为行动不便的老人办理认证和证件业务，一天办理{a}件。")
        .when(&[2, 7, 8, 12], 11).on(&[Wechat, Portal]).numbers(&[(10, 25)]),
    news("示例镇秋粮收获进入尾声",
        "农机分片作业，各村互相调剂用工，收获进度快于去年同期。\n农业综合服务中心提醒注意晾晒和防火。")
        .when(&[10], 22).on(&[Wechat]),
    news("示例镇举办乡村文化活动",
        "活动以村民自编自演的节目为主，设有书画展示和政策问答，现场气氛热烈。")
        .when(&[1, 9], 26).on(&[Wechat]),

    village_affairs("{village}{year}年第{quarter}季度财务收支公开",
        "本季度村集体收入{a}元，支出{b}元，收支凭证经村务监督委员会审核。\n村民可以到村部查看明细，有疑问的当面答复。")
        .when(QUARTERLY, 23).on(&[Board]).numbers(&[(9_000, 30_000), (6_000, 20_000)]),
    village_affairs("{village}村民代表会议决议公开（{year}年）",
        "会议讨论通过了公益设施管护和集体土地出租两项决议，应到代表过三分之二。\n决议自公布之日起执行。")
        .when(&[3], 19).on(&[Board]),
];
