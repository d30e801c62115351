//! 第二十条第（十一）项 and 第二十一条社会救助: livelihood. Lists of names are never part of a text here.

use law::register::Category::{Livelihood, SocialAssistance};
use law::register::ReleaseChannel::{Board, Broadcast, Other, Portal, Screen, Wechat};

use super::super::county::{FINANCE, SERVICE};
use super::template::{EVERY_MONTH, QUARTERLY, Template, statutory};

#[rustfmt::skip]
pub(super) const LIST: &[Template] = &[
    statutory(Livelihood, "示例镇{year}年{month}月就业岗位信息",
        "本月汇总用工岗位{a}个，涉及农产品加工、家政服务和物流分拣，工资和用工时间以招聘单位公布的为准。\n有意应聘的居民可以到便民服务中心登记，中心免费提供职业介绍。\n请不要相信以介绍工作为名的收费信息。")
        .when(EVERY_MONTH, 13).from(SERVICE).on(&[Wechat, Board]).numbers(&[(45, 120)]).in_2020(6),
    statutory(Livelihood, "城乡居民医疗保险缴费通知（{next}年度，{year}年{month}月）",
        "{next}年度城乡居民医疗保险集中缴费期已经开始，请在规定时间内缴费，以免影响待遇。\n低保、特困等困难群众按规定享受参保资助。\n缴费可以通过手机办理，也可以请村代办员协助。")
        .when(&[9, 10, 12], 19).from(SERVICE).on(&[Wechat, Broadcast, Board]).in_2020(2),
    statutory(Livelihood, "示例镇{year}年教育资助政策一览",
        "一览表列出学前、义务教育、高中和职业教育阶段的资助项目，写明对象、标准和申请时间。\n家庭经济困难的学生由所在学校受理申请，镇里协助核实。\n资助款直接发放到学生资助账户。")
        .when(&[8], 26).on(&[Portal, Wechat]).in_2020(1),
    statutory(Livelihood, "示例镇基本公共卫生服务进村安排（{year}年第{quarter}季度）",
        "本季度安排老年人健康检查、慢性病随访和儿童预防接种，服务全部免费。\n体检按村分批进行，每批约{a}人，请根据通知时间携带证件到村卫生室。\n因故不能参加的，可以到卫生院补检。")
        .when(&[3, 6, 9, 11], 5).on(&[Wechat, Board]).numbers(&[(60, 60)]).in_2020(3),
    statutory(Livelihood, "示例镇养老服务设施开放情况（{year}年{half}）",
        "全镇日间照料点{a}处，提供助餐、理发和文体活动服务，开放时间为工作日白天。\n收费项目和标准在场所公示，特困老人按规定免费。\n运行补助使用情况每半年公布一次。")
        .when(&[2, 8], 19).from(SERVICE).on(&[Board, Portal]).numbers(&[(4, 3)]).in_2020(1),
    statutory(Livelihood, "{village}防止返贫监测帮扶情况公示（{year}年）",
        "经农户申请、入户核实和民主评议，{village}本批拟纳入监测{a}户，拟消除风险{b}户。\n帮扶措施包括产业奖补、公益岗位和医疗救助。\n公示期至{until}止，名单张贴在村公示栏，已按规定隐去个人信息。")
        .when(&[5], 23).per_village().on(&[Board, Portal]).numbers(&[(1, 4), (0, 3)]).in_2020(2),
    statutory(Livelihood, "{village}雨露计划补助申报结果公示（{year}年{half}）",
        "{village}本学期申报职业教育补助{a}人，经核对学籍信息，符合条件的予以公示。\n补助通过一卡通发放，不收取任何手续费。\n公示期至{until}止，有异议的请向村委会或者便民服务中心反映。")
        .when(&[4, 11], 15).per_village().on(&[Board]).numbers(&[(2, 7)]).in_2020(3),
    statutory(Livelihood, "示例镇公益性岗位设置和聘用结果（{year}年{half}）",
        "{half}设置保洁、护林、护路等公益性岗位{a}个，经个人申请、村级评议和镇级审核确定人选。\n岗位补贴按月发放到个人账户，考勤由村里负责。\n聘用结果在各村公示栏公示。")
        .when(&[3, 9], 17).from(SERVICE).on(&[Board, Portal]).numbers(&[(36, 30)]).in_2020(2),
    statutory(Livelihood, "示例镇免费技能培训班开班通知（{year}年{month}月）",
        "本期开设{a}个班次，内容包括中式烹饪、设施蔬菜种植和电工基础，培训期满考核合格的发给证书。\n年满十六周岁、有就业意愿的居民均可报名，培训期间免费提供教材。\n报名地点为便民服务中心。")
        .when(&[4, 6, 10], 21).from(SERVICE).on(&[Wechat, Screen, Board]).numbers(&[(1, 3)]).in_2020(2),
    statutory(Livelihood, "示例镇农村厕所改造政策和实施情况（{year}年）",
        "本年度计划改造户用厕所{a}座，农户自愿申请，先建后补，验收合格后发放补助。\n施工和产品质量由农业综合服务中心抽查，保修期内免费维修。\n分村完成情况见附表。")
        .when(&[10], 30).on(&[Portal, Board]).numbers(&[(80, 90)]).in_2020(1),

    statutory(SocialAssistance, "示例镇{year}年{month}月农村低保审核确认结果",
        "本月经审核确认，新增低保{a}户，停发{b}户，并对家庭收入变化的在保户调整了补助水平。\n名单在户籍所在村公示栏长期公示，身份信息已作隐去处理。\n对结果有异议的，可以向便民服务中心提出，中心应当组织复核并答复。")
        .when(EVERY_MONTH, 20).from(SERVICE).on(&[Board, Portal]).numbers(&[(1, 7), (0, 6)]).in_2020(7),
    statutory(SocialAssistance, "示例镇{year}年{month}月临时救助情况",
        "本月发放临时救助{a}人次，救助原因主要为突发疾病和意外事故。\n小额救助由镇里直接审批，一般在三个工作日内完成。\n遇有急难情形的家庭可以直接向便民服务中心求助，也可以由村委会代为申请。")
        .when(EVERY_MONTH, 24).from(SERVICE).on(&[Portal, Board]).numbers(&[(3, 14)]).in_2020(5),
    statutory(SocialAssistance, "特困人员救助供养情况（示例镇，{year}年第{quarter}季度）",
        "本季度全镇特困供养对象{a}人，其中集中供养{b}人，供养资金按月拨付。\n照料护理协议逐人签订，由村里和便民服务中心共同巡访。\n供养标准以县级公布的为准。")
        .when(QUARTERLY, 19).from(SERVICE).on(&[Board, Portal]).numbers(&[(52, 9), (14, 6)]).in_2020(1),
    statutory(SocialAssistance, "残疾人两项补贴发放情况（示例镇，{year}年第{quarter}季度）",
        "本季度发放困难残疾人生活补贴{a}人、重度残疾人护理补贴{b}人，资金已经到账。\n新申请的对象从审核通过当月起计发。\n信息变更请及时告知村代办员，以免影响发放。")
        .when(QUARTERLY, 21).from(SERVICE).on(&[Board, Other]).numbers(&[(170, 20), (130, 20)]).in_2020(2),
    statutory(SocialAssistance, "示例镇困难群众冬季取暖补助发放情况（{year}年）",
        "本年度取暖补助覆盖低保、特困和监测对象家庭，共{a}户，标准按县里文件执行。\n补助在供暖期开始前一次性发放。\n发放过程接受财政和群众监督。")
        .when(&[11], 12).from(FINANCE).on(&[Board, Portal]).numbers(&[(420, 80)]).in_2020(1),
];
