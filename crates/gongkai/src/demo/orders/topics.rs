//! What people call about, and what was done. All sentences are ours; nobody is named.

use law::register::OrderCategory::{self, Allegation, Complaint, Help, Praise, Question, Suggestion};

use super::super::county::{ENFORCEMENT, FARMING, FINANCE, OFFICE, SERVICE};

/// A subject of work orders.
pub(super) struct Topic {
    pub(super) category: OrderCategory,
    /// With `{place}` for where it is.
    pub(super) subject: &'static str,
    /// The handling unit; `None` for the village where it is.
    pub(super) unit: Option<&'static str>,
    /// A place of its own, where a village group would make no sense.
    pub(super) place: Option<&'static str>,
    /// Two ways in which it ended.
    pub(super) results: [&'static str; 2],
}

const fn topic(
    category: OrderCategory,
    unit: Option<&'static str>,
    subject: &'static str,
    results: [&'static str; 2],
) -> Topic {
    Topic { category, subject, unit, place: None, results }
}

impl Topic {
    const fn at(mut self, place: &'static str) -> Self {
        self.place = Some(place);
        self
    }
}

#[rustfmt::skip]
pub(super) const TOPICS: &[Topic] = &[
    topic(Complaint, None, "来电反映{place}主路上有两盏路灯不亮，晚上出行不便，希望尽快修复。", [
        "村里派电工更换灯头和线路，当晚恢复照明，已告知反映人。",
        "查明为控制箱进水，更换部件后恢复正常，并对同一线路作了检查。",
    ]),
    topic(Question, Some(SERVICE), "咨询{place}居民城乡居民医疗保险跨年缴费怎样办理。", [
        "已说明缴费时间、标准和办理渠道，反映人表示清楚。",
        "已电话解答，并告知可在村代办点办理。",
    ]),
    topic(Complaint, None, "来电反映{place}垃圾箱清运不及时，有异味，要求处理。", [
        "已联系清运人员当天清理，并将该点清运次数由每周两次增加到三次。",
        "清运车辆检修造成延误，已安排备用车辆补清，现场已冲洗。",
    ]),
    topic(Help, Some(SERVICE), "{place}一户老人行动不便，希望上门办理养老待遇资格认证。", [
        "便民服务中心工作人员上门拍照核验，认证已经完成。",
        "由村代办员上门协助办理，结果已告知家属。",
    ]),
    topic(Complaint, None, "来电反映{place}自来水水压低，早晚用水困难。", [
        "排查发现支管渗漏，已开挖修复，水压恢复正常。",
        "与供水单位调整了供水时段，并计划更换老旧管段，已向反映人说明。",
    ]),
    topic(Suggestion, Some(OFFICE), "建议在{place}的公示栏旁加装照明，方便晚间查看公示内容。", [
        "建议已采纳，列入当月公益设施维修计划。",
        "已到现场查看，先加装太阳能灯一盏，效果好再推广。",
    ]),
    topic(Complaint, None, "来电反映{place}通组路面坑洼，雨后积水，车辆通行不便。", [
        "村里用砂石先行填补，已列入道路小修计划，向反映人说明了时间。",
        "组织人员修补路面并疏通边沟，积水已经排除。",
    ]),
    topic(Complaint, Some(ENFORCEMENT), "来电反映{place}有人在路边堆放建筑材料，影响通行。", [
        "现场责令清理，当事人两日内清运完毕，道路已畅通。",
        "已劝导当事人移至自家院内，并告知占道堆放的规定。",
    ]),
    topic(Question, Some(FARMING), "咨询{place}的农机购置补贴怎样申请、需要哪些材料。", [
        "已说明补贴范围、申请时间和材料清单，并发送办事指南的获取方式。",
        "已电话答复，并告知可到农业综合服务中心现场咨询。",
    ]),
    topic(Complaint, Some(ENFORCEMENT), "来电反映{place}附近夜间施工噪声大，影响休息。", [
        "与施工单位约谈，夜间停止高噪声作业，回访反映已经改善。",
        "现场核实后要求调整施工时间，并在工地出入口张贴告示。",
    ]),
    topic(Praise, Some(OFFICE), "来电感谢{place}的网格员帮助清扫道路、送药上门。", [
        "已向村里转达，并在镇例会上提出表扬。",
        "已转告本人，作为年度评先的参考。",
    ]),
    topic(Complaint, Some(FARMING), "来电反映{place}灌溉渠道淤堵，轮到用水时水流很小。", [
        "组织清淤二百余米，水流恢复，按轮灌顺序补足了用水时间。",
        "农业综合服务中心调整了闸口开度，并安排人员巡渠。",
    ]),
    topic(Complaint, None, "来电反映{place}有散养犬只，老人和孩子经过时害怕。", [
        "村里上门劝导养犬户拴养，并在公示栏张贴文明养犬的提示。",
        "对无主犬只联系专业人员收容，已告知反映人。",
    ]),
    topic(Help, None, "{place}一户院墙在雨后倾斜，请求帮助排除危险。", [
        "当天设置警戒，组织拆除危险墙体，并协助申请维修补助。",
        "已安排人员加固，并列入住房安全回头看名单。",
    ]),
    topic(Complaint, Some(SERVICE), "来电反映在便民大厅办理业务时等候时间较长。", [
        "便民服务中心在集市日增开一个窗口，并设引导人员，已致歉说明。",
        "调整了午间值班安排，实行预约叫号，等候时间明显缩短。",
    ]).at("镇便民服务大厅"),
    topic(Allegation, Some(ENFORCEMENT), "举报{place}附近有人夜间倾倒建筑垃圾。", [
        "经查找到倾倒人，责令清运并依法处理，现场已恢复。",
        "清理了现场，增设监控和提示牌，暂未查到倾倒人，将继续巡查。",
    ]),
    topic(Complaint, Some(FARMING), "来电反映{place}养殖户粪污外流，气味较大。", [
        "要求养殖户清理并修建堆粪场，经复查已经整改。",
        "现场指导覆盖堆肥，限期完善防渗设施，已按期完成。",
    ]),
    topic(Suggestion, None, "建议在{place}设置快递代收点，方便留守老人取件。", [
        "已与邮政网点商定在村便民店设点，下月起试行。",
        "建议已记录，将结合村级物流服务站建设统筹考虑。",
    ]),
    topic(Complaint, None, "来电反映{place}公共厕所无人打扫，冲水设备损坏。", [
        "已更换冲水阀，明确保洁员每日清扫，并上墙公示。",
        "维修完毕，村里与保洁员重新约定了考核办法。",
    ]),
    topic(Question, Some(SERVICE), "咨询{place}老人申领高龄津贴的条件和时间。", [
        "已说明年龄条件、所需材料和发放时间。",
        "已解答，并告知可由家属代为申请。",
    ]),
    topic(Complaint, Some(ENFORCEMENT), "来电反映集市日车辆乱停，{place}出入口堵塞。", [
        "划定临时停车区，集市日安排人员疏导，通行情况好转。",
        "设置禁停标志，对占道车辆逐一劝离。",
    ]),
    topic(Help, Some(FARMING), "{place}农户反映玉米叶片发黄，请求技术指导。", [
        "农技人员到田查看，判断为缺肥，给出了追肥方案。",
        "现场取样并指导用药，一周后回访长势恢复。",
    ]),
    topic(Complaint, None, "来电反映{place}文化广场的健身器材松动，存在安全隐患。", [
        "已停用并更换螺栓，经检查可以安全使用。",
        "损坏严重的两件器材先行拆除，列入更新计划。",
    ]),
    topic(Allegation, Some(ENFORCEMENT), "举报{place}有人露天焚烧秸秆。", [
        "巡查人员到场制止并扑灭余火，对当事人进行了教育。",
        "现场已熄灭，村里加密了收获季节的巡查。",
    ]),
    topic(Complaint, Some(FINANCE), "来电反映{place}的耕地地力保护补贴迟迟没有到账。", [
        "查明为银行账户状态异常，协助更新后补发到位。",
        "补贴按批次发放，已说明发放时间，到账后再次告知。",
    ]),
    topic(Question, Some(OFFICE), "咨询怎样申请公开{place}道路工程的资料。", [
        "已告知申请渠道、需要写明的内容和答复期限。",
        "该资料已经主动公开，告知了查看的栏目。",
    ]),
    topic(Complaint, None, "来电反映{place}排水沟堵塞，污水溢到路面。", [
        "组织人工疏通并冲洗路面，加装了拦污栅。",
        "已清理淤积，列入雨季前重点排查点位。",
    ]),
    topic(Praise, Some(SERVICE), "来电感谢便民服务中心为{place}的残疾居民上门办证。", [
        "已转告经办窗口，继续做好上门服务。",
        "已在服务大厅通报，鼓励更多代办服务。",
    ]),
    topic(Complaint, None, "来电反映{place}村级公示栏内容长期没有更新。", [
        "村里补齐了上季度收支和补贴公示，并明确每季度更新。",
        "督促完成更新并拍照留存，列入镇里季度检查内容。",
    ]),
    topic(Suggestion, Some(SERVICE), "建议{place}的村代办点延长周末服务时间。", [
        "经商议，周六上午安排代办员值班。",
        "建议已采纳，先在人口较多的村试行。",
    ]),
    topic(Complaint, Some(ENFORCEMENT), "来电反映{place}有住户搭建棚屋占用公共通道。", [
        "现场勘查后责令自行拆除，通道已经恢复。",
        "经调解由当事人缩减棚屋，留足通行宽度。",
    ]),
    topic(Help, Some(SERVICE), "{place}一户家庭突遇意外，请求临时救助。", [
        "已入户核实并启动小额先行救助，后续材料由代办员协助补齐。",
        "经审核给予临时救助，款项已发放到账。",
    ]),
    topic(Complaint, None, "来电反映{place}通信线路垂落，高大车辆经过容易挂断。", [
        "联系运营单位重新固定线路，净空符合要求。",
        "已设置限高提示，运营单位三日内完成整改。",
    ]),
    topic(Question, Some(FARMING), "咨询{place}农业保险的投保时间和保费标准。", [
        "已说明承保险种、保费和财政补贴比例。",
        "已答复，并告知可在村里统一登记投保。",
    ]),
    topic(Complaint, None, "来电反映{place}绿化带杂草丛生，遮挡转弯视线。", [
        "组织公益岗人员割除杂草，视线已经恢复。",
        "修剪后补种低矮草种，纳入日常养护。",
    ]),
    topic(Suggestion, Some(OFFICE), "建议把{place}的班车时刻表公布在微信公众号上。", [
        "已整理时刻表，在公众号和公告栏同时发布。",
        "建议已采纳，并在站点张贴纸质版。",
    ]),
    topic(Complaint, Some(FARMING), "来电反映{place}机井水泵损坏，麦田无法灌溉。", [
        "维修人员当天更换电机，恢复抽水。",
        "先调用移动水泵应急，三日后机井修复。",
    ]),
];
