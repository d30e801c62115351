//! Drafts on the day of the demonstration: formed, not yet released, the twenty working days of Article 26 running.

use law::register::Category::{self, Budget, Inspections, Planning, Projects, SocialAssistance};
use law::register::{ContentKind, ReleaseChannel, Values};

use super::super::county::{ENFORCEMENT, FINANCE, OFFICE, SERVICE};
use super::super::days::Days;
use super::super::row::Row;
use super::item::INVENTED;

/// Age in working days since it was formed, unit, category, title, body.
type Draft = (u32, &'static str, Category, &'static str, &'static str);

#[rustfmt::skip]
const DRAFTS: &[Draft] = &[
    (22, FINANCE, Budget, "示例镇专项资金使用情况说明", "本说明列出专项资金的来源、安排项目和支出进度，附分项目明细表。\n支出与计划存在差异的，逐项写明了原因。"),
    (18, SERVICE, SocialAssistance, "示例镇救助对象动态调整结果公示", "经入户核查和民主评议，本批对象的待遇调整意见已经形成，现按规定公示。\n公示期内可以向便民服务中心提出异议。"),
    (12, ENFORCEMENT, Inspections, "示例镇燃气安全专项检查情况", "本次检查餐饮场所和集中供气点，发现的隐患已经逐项登记并通知整改。\n复查结果将在整改期满后公布。"),
    (6, OFFICE, Planning, "示例镇民生实事项目进展通报", "各项目责任单位报送了进度，农田设施和道路养护两类项目进展较快。\n下一步将对滞后的项目逐个分析。"),
    (2, OFFICE, Projects, "镇区公共照明提升工程开工信息", "工程更换镇区主要道路的照明设施，施工期间将分段进行，尽量减少对出行的影响。\n开工前在沿线张贴告示。"),
];

/// The drafts; none has a day of release, so none is counted.
pub(super) fn rows(days: &Days<'_>) -> Vec<Values> {
    DRAFTS
        .iter()
        .enumerate()
        .map(|(at, (age, unit, category, title, body))| {
            let formed = days.before(days.today(), *age);
            Row::new(format!("CG-{}-{:02}", formed.year(), at + 1))
                .text("unit", *unit)
                .text("title", format!("{title}（演示，待发布）"))
                .choice("content_kind", ContentKind::Statutory)
                .choice("category", *category)
                .day("formed_on", formed)
                .text("channels", super::item::joined(&[ReleaseChannel::Portal]))
                .text("body", format!("{body}\n{INVENTED}"))
                .text("note", "正在审查，尚未发布。")
                .done()
        })
        .collect()
}
