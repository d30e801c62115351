//! 第二十条第（七）、（十）项: budgets and accounts, major projects.

use law::register::Category::{Budget, Projects};
use law::register::ReleaseChannel::{Board, Gazette, Portal, Press, Wechat};

use super::super::county::FINANCE;
use super::template::{Template, statutory};

#[rustfmt::skip]
pub(super) const LIST: &[Template] = &[
    statutory(Budget, "示例镇{year}年部门预算",
        "{year}年部门预算收入和支出均为{a}万元，收支平衡。支出主要安排基本支出、农业农村和公共设施维护。\n机关运行经费按定员定额核定，比上年略有压减。\n预算经批准后二十日内公开，同时公开三公经费预算和绩效目标。")
        .when(&[2], 24).from(FINANCE).on(&[Portal, Gazette]).numbers(&[(2_180, 300)]).document().portal_2020(1),
    statutory(Budget, "示例镇{last}年部门决算",
        "{last}年部门决算总收入{a}万元，总支出{b}万元，年末结转资金按规定用途继续使用。\n决算与预算的差异主要由上级专项资金在年度执行中下达形成，差异说明见附表。\n三公经费支出低于预算。")
        .when(&[9], 16).from(FINANCE).on(&[Portal, Gazette]).numbers(&[(2_320, 260), (2_240, 80)]).document().portal_2020(1),
    statutory(Budget, "示例镇{year}年上半年预算执行情况",
        "截至六月底，预算支出完成年初预算的百分之{a}，执行进度符合要求。\n农业农村支出进度较快，部分工程类项目因招标时间推后，支出集中在下半年。\n下一步将加快项目结算，减少资金沉淀。")
        .when(&[8], 14).from(FINANCE).on(&[Portal]).numbers(&[(46, 9)]),
    statutory(Budget, "示例镇{year}年三公经费预算说明",
        "{year}年三公经费预算{a}万元，全部为公务用车运行维护费和公务接待费，没有安排因公出国（境）经费。\n公务用车实行定点加油、定点维修。\n接待费按批次登记，附公函和清单。")
        .when(&[2], 26).from(FINANCE).on(&[Portal]).numbers(&[(6, 5)]),
    statutory(Budget, "示例镇{year}年衔接资金分配和使用计划（{half}）",
        "本批资金共{a}万元，安排到产业路、饮水改造和农产品冷藏设施等项目。\n项目经村级申报、镇级审核后确定，分配结果在项目所在村公告。\n资金使用接受群众监督，发现问题可以向财政所反映。")
        .when(&[4, 8], 20).from(FINANCE).on(&[Portal, Board]).numbers(&[(120, 180)]),
    statutory(Budget, "示例镇预算绩效自评结果（{last}年）",
        "对{last}年实施的{a}个项目开展绩效自评，其中评为优秀的{b}个，其余为良好。\n自评发现部分项目前期准备不足、验收偏晚，已要求整改。\n自评结果作为下一年度安排预算的参考。")
        .when(&[5], 28).from(FINANCE).on(&[Portal]).numbers(&[(12, 6), (7, 4)]),

    statutory(Projects, "示例镇{year}年重大项目实施情况（{half}）",
        "{half}，列入计划的重大项目共{a}个，包括镇区排水改造、村道提升和水源保护。\n其中{b}个已经开工，其余正在办理用地和招标手续。\n各项目的建设内容、投资和进度见附表。")
        .when(&[6, 12], 25).on(&[Portal, Press]).numbers(&[(6, 4), (3, 3)]).portal_2020(2),
    statutory(Projects, "镇区排水管网改造工程批准和招标信息（{year}年）",
        "工程经县级主管部门批准，建设内容为新建雨水和污水管道{a}米，计划工期六个月。\n招标采用公开方式，招标公告在公共资源交易平台同步发布。\n施工期间的交通组织方案另行公布。")
        .when(&[3], 27).on(&[Portal]).numbers(&[(2_400, 900)]),
    statutory(Projects, "{village}通村道路提升工程进展（{year}年）",
        "工程起于{village}村委会，路面宽度{a}米，同步建设边沟和安全防护设施。\n目前路基和排水部分已经完成，正在进行路面施工，预计{month}月底前具备通车条件。\n施工给群众出行带来不便，请按现场指示绕行。")
        .when(&[9], 10).per_village().on(&[Board, Portal]).numbers(&[(4, 3)]),
    statutory(Projects, "示例镇饮水水源保护工程竣工验收结果（{year}年）",
        "工程包括水源地围网、标志标牌和在线监测设备，经验收达到设计要求。\n验收发现的{a}处细节问题已经整改完毕。\n工程移交农业综合服务中心管护。")
        .when(&[11], 26).on(&[Portal, Wechat]).numbers(&[(2, 4)]),
    statutory(Projects, "示例镇农产品冷藏设施建设项目公示（{year}年）",
        "项目由农民合作社申报，经镇级初审和现场核查，拟给予补助，总库容{a}立方米。\n补助资金在验收合格后拨付，未按期建成的取消补助。\n公示期至{until}止，对公示内容有异议的，可以书面提出。")
        .when(&[6], 19).on(&[Portal, Board]).numbers(&[(600, 500)]),
];
