//! 第二十条第（一）至（四）、（十四）、（十五）项: organisation, plans, statistics, recruitment, other duties.

use law::register::Category::{Normative, Organisation, OtherRequired, Planning, Recruitment, Statistics};
use law::register::ReleaseChannel::{Board, Broadcast, Gazette, Portal, Press, Screen, Wechat};

use super::super::county::{FARMING, OFFICE};
use super::template::{QUARTERLY, Template, statutory};

#[rustfmt::skip]
pub(super) const LIST: &[Template] = &[
    statutory(Normative, "示例镇{year}年行政规范性文件清理结果公告",
        "根据年度清理安排，本镇对现行行政规范性文件逐件进行了审查，审查内容包括制定依据、适用情况和有效期。\n清理中继续有效、废止和失效的文件目录附后。列入废止和失效目录的文件，不再作为行政管理的依据。\n对清理结果有意见的，可以向党政综合办公室书面提出。")
        .when(&[12], 9).from(OFFICE).on(&[Portal, Gazette]).document(),

    statutory(Organisation, "示例镇人民政府机构职能",
        "示例镇人民政府负责本行政区域内的经济发展、公共服务、公共安全和基层治理工作。\n镇机关设党政综合办公室、财政所、综合执法队，下设便民服务中心和农业综合服务中心，各单位职责见附件。\n政府信息公开的日常工作由党政综合办公室承担，受理公开申请、咨询和意见。")
        .when(&[1], 10).from(OFFICE).on(&[Portal]).portal_2020(1),
    statutory(Organisation, "示例镇办公地址、办公时间和联系方式（{year}年{half}）",
        "镇政府机关在工作日办公，上午八时三十分至十二时，下午二时三十分至六时。便民服务大厅集市日中午不休息。\n办事群众可以当面、来信或者通过县政府网站留言的方式提出诉求。\n值班安排如有调整，另行公布。")
        .when(&[1, 7], 6).from(OFFICE).on(&[Portal, Board, Screen]).in_2020(1),
    statutory(Organisation, "示例镇{year}年领导班子工作分工",
        "经镇政府会议研究，现将{year}年领导班子成员按岗位的工作分工予以公布。\n分管负责同志负责分管领域的政策落实、安全生产和政府信息公开审定工作。\n分工调整的，自调整之日起二十个工作日内更新。")
        .when(&[3], 4).from(OFFICE).on(&[Portal, Board]).document().in_2020(1),
    statutory(Organisation, "示例镇{year}年第{quarter}季度窗口服务安排",
        "本季度便民服务大厅设综合受理窗口{a}个，实行一窗受理、分类办理。\n需要上门代办的，可以联系所在村代办员登记。\n法定节假日的值班安排在大厅电子屏滚动公布。")
        .when(&[1, 4, 7, 10], 3).on(&[Screen, Wechat]).numbers(&[(3, 3)]).in_2020(2),

    statutory(Planning, "示例镇{year}年政府工作要点",
        "{year}年工作的总体要求是：稳住农业生产，办好民生实事，守住安全底线，提高服务水平。\n全年安排重点事项{a}项，包括农田设施维护、村道养护、饮水保障、人居环境整治和便民服务提升。\n各单位按季度报送进度，完成情况年底公布。")
        .when(&[2], 20).from(OFFICE).on(&[Portal, Wechat]).numbers(&[(18, 9)]).document().lapsing().portal_2020(1),
    statutory(Planning, "示例镇{year}年重点任务分解表",
        "为落实年度工作要点，现将重点任务分解到责任单位，明确完成时限和工作标准。\n责任单位应当每月核对进度，遇到困难及时提出。\n任务完成后，由党政综合办公室组织核查并公布结果。")
        .when(&[3], 12).from(OFFICE).on(&[Portal]).document().lapsing().in_2020(1),
    statutory(Planning, "示例镇村庄规划编制实施方案（{year}年）",
        "本年度为{a}个村编制或者修编村庄规划，内容包括居民点布局、道路、给排水和公共空间。\n编制过程中召开村民代表会议听取意见，规划草案在村内公示不少于三十日。\n规划经批准后在村公示栏和政府网站同时公布。")
        .when(&[4], 17).on(&[Portal, Board]).numbers(&[(1, 3)]).document().in_2020(1),
    statutory(Planning, "示例镇{year}年上半年重点工作完成情况",
        "上半年，全镇{a}项重点任务中，已完成{b}项，其余按计划推进。\n农田设施维修和饮水管网改造进度较快，村道养护受雨季影响略有推迟。\n下半年将集中力量推进跨村项目，确保年底前完成。")
        .when(&[7], 18).from(OFFICE).on(&[Portal, Press]).numbers(&[(22, 5), (9, 6)]).in_2020(1),
    statutory(Planning, "示例镇民生实事项目征集和确定情况（{year}年）",
        "镇里通过座谈、问卷和留言征集民生实事建议{a}条，梳理后提交会议票决，确定{b}件。\n确定的项目明确了责任单位、资金来源和完成时间。\n进展情况每半年公布一次。")
        .when(&[3], 25).from(OFFICE).on(&[Wechat, Portal]).numbers(&[(60, 40), (6, 4)]),

    statutory(Statistics, "示例镇{year}年第{quarter}季度主要统计指标",
        "本季度全镇粮食和蔬菜生产平稳，规模养殖存栏量与上季度基本持平。\n固定资产投资完成{a}万元，新登记经营主体{b}户。\n以上数字为快报数，年度数字以统计部门公布的为准。")
        .when(QUARTERLY, 28).on(&[Portal]).numbers(&[(820, 700), (9, 20)]).portal_2020(2),
    statutory(Statistics, "示例镇{year}年{half}主要农作物播种面积统计",
        "经各村上报和抽样核实，{year}年全镇农作物播种面积{a}亩，其中粮食作物{b}亩。\n播种面积与上年相比变化不大，饲草种植略有增加。\n分村数据见附表。")
        .when(&[6, 11], 14).from(FARMING).on(&[Portal, Wechat]).numbers(&[(31_000, 3_000), (19_000, 2_000)]).in_2020(1),
    statutory(Statistics, "示例镇{last}年末户数和人口情况",
        "{last}年末，全镇共有{a}户，户籍人口{b}人，常住人口较上年略有减少。\n数据来自户籍登记和村级核实，仅作工作参考。\n分村情况可以到便民服务中心查阅。")
        .when(&[1], 24).on(&[Portal]).numbers(&[(4_310, 80), (13_200, 300)]).in_2020(1),

    statutory(Recruitment, "转发县级公务员招录公告的说明（示例镇职位）",
        "{year}年县级公务员招录计划中，本镇职位共{a}名，报考条件和报名方式以县里发布的公告为准。\n本镇不单独组织报名，也不收取任何费用。\n有关咨询可以到党政综合办公室查看公告原文。")
        .when(&[3], 6).from(OFFICE).on(&[Portal, Board]).numbers(&[(1, 3)]).in_2020(1),
    statutory(Recruitment, "示例镇{year}年招录人员录用结果公示",
        "按照招录程序，本镇职位的考试、体检和考察工作已经结束，拟录用人员情况由县里统一公示。\n公示期内对录用结果有异议的，可以书面反映。\n公示期满后办理录用手续。")
        .when(&[8], 20).from(OFFICE).on(&[Board, Portal]),

    statutory(OtherRequired, "示例镇{last}年政府信息公开工作年度报告",
        "本报告按照国家统一的格式编制，统计期限为{last}年1月1日至12月31日。\n报告包括总体情况、主动公开、依申请公开、复议诉讼、主要问题和其他事项六个部分。\n需要纸质版的，可以到党政综合办公室领取。")
        .when(&[1], 28).from(OFFICE).on(&[Portal]).based_on("条例第四十九条、第五十条").portal_2020(1),
    statutory(OtherRequired, "示例镇政府信息公开指南（{year}年修订）",
        "指南说明本机关政府信息的分类、编排体系和获取方式，以及公开工作机构的名称、地址和办公时间。\n本次修订更新了申请表样式，补充了当面申请的便利措施。\n公众可以在公开栏目下载，也可以在便民服务大厅取阅。")
        .when(&[5], 15).from(OFFICE).on(&[Portal]).based_on("条例第十二条").portal_2020(1),
    statutory(OtherRequired, "示例镇主动公开基本目录（{year}年版）",
        "目录共列公开事项{a}项，逐项写明公开内容、依据、时限、主体和渠道。\n新增的事项主要涉及农业补贴和村级设施管护。\n目录实行动态调整，欢迎提出意见。")
        .when(&[4], 24).from(OFFICE).on(&[Portal, Gazette]).numbers(&[(96, 30)]).based_on("条例第十二条、第二十二条").portal_2020(1),
    statutory(OtherRequired, "示例镇惠民惠农财政补贴政策清单（{year}年第{quarter}季度）",
        "本季度清单列出通过一卡通发放的补贴{a}项，每项写明对象、标准、申请方式和发放时间。\n清单在各村公示栏张贴，代办员可以协助查询。\n发现补贴未到账的，请及时与便民服务中心联系核对。")
        .when(QUARTERLY, 12).on(&[Board, Wechat, Portal]).numbers(&[(14, 6)]).based_on("国家关于惠民惠农财政补贴信息公开的规定").in_2020(2),
    statutory(OtherRequired, "示例镇人大代表建议办理情况（{year}年）",
        "本年度镇政府收到代表建议{a}件，均已答复，其中{b}件已经办结，其余列入计划。\n建议主要集中在道路养护、饮水保障和公共照明等方面。\n办理结果经征得代表同意后公开。")
        .when(&[11], 20).from(OFFICE).on(&[Portal, Broadcast]).numbers(&[(12, 10), (7, 5)]).based_on("国家关于建议提案办理结果公开的规定").in_2020(1),
];
