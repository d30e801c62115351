//! Measures over 主动公开信息. An item counts once, in the year of its first release, whatever the
//! channels and even if it was withdrawn later.

use super::measures;
use crate::measure::Condition::{InYear, Is};
use crate::measure::dimension::{CATEGORY, CHANNEL, FIRST_CHANNEL, IS_ELECTRONIC, UNIT};

measures! { Publication;
    /// The head figure of part 一.
    PUBLICATION_RELEASED = "publication_released", "主动公开总数", "条" {
        definition: "首次发布日期在本年度内的法定主动公开信息；同一信息在几个渠道发布只计一次，不含工作动态和村务公开",
        basis: "条例第十九条至第二十三条",
        when: [Is("content_kind", &["statutory"]), InYear("first_released_on")],
        by: [CATEGORY, FIRST_CHANNEL, CHANNEL, IS_ELECTRONIC, UNIT],
        zero: "本年度未主动公开政府信息",
    }
    /// A subset of [`PUBLICATION_RELEASED`] (K-X-3).
    PUBLICATION_ELECTRONIC = "publication_electronic", "全文电子化数", "条" {
        definition: "主动公开总数中全文电子化公开的信息",
        basis: "主动公开统计口径",
        when: [Is("content_kind", &["statutory"]), InYear("first_released_on"), Is("is_electronic", &["yes"])],
        by: [CATEGORY, FIRST_CHANNEL, CHANNEL, UNIT],
        zero: "本年度没有全文电子化公开的信息",
    }
    /// A subset of [`PUBLICATION_RELEASED`].
    PUBLICATION_BUDGET = "publication_budget", "财政预决算公开数", "条" {
        definition: "主动公开总数中财政预算、决算类信息",
        basis: "条例第二十条第（七）项",
        when: [Is("content_kind", &["statutory"]), InYear("first_released_on"), Is("category", &["20-07"])],
        by: [FIRST_CHANNEL, CHANNEL, UNIT],
        zero: "本年度未公开财政预算、决算信息",
    }
    /// A subset of [`PUBLICATION_RELEASED`].
    PUBLICATION_PROJECTS = "publication_projects", "重大建设项目公开数", "条" {
        definition: "主动公开总数中重大建设项目类信息",
        basis: "条例第二十条第（十）项",
        when: [Is("content_kind", &["statutory"]), InYear("first_released_on"), Is("category", &["20-10"])],
        by: [FIRST_CHANNEL, CHANNEL, UNIT],
        zero: "本年度未公开重大建设项目信息",
    }
    /// Counted apart (P-61-1).
    NEWS_RELEASED = "news_released", "工作动态数", "条" {
        definition: "首次发布日期在本年度内的工作动态，不计入主动公开总数",
        basis: "国办公开办函〔2019〕61号",
        when: [Is("content_kind", &["news"]), InYear("first_released_on")],
        by: [FIRST_CHANNEL, CHANNEL, UNIT],
        zero: "本年度未发布工作动态",
    }
    /// Counted apart: village affairs are no government information (条例第二条).
    VILLAGE_AFFAIRS_RELEASED = "village_affairs_released", "村务公开数", "条" {
        definition: "首次发布日期在本年度内的村务公开信息，不计入主动公开总数",
        basis: "村民委员会组织法",
        when: [Is("content_kind", &["village"]), InYear("first_released_on")],
        by: [FIRST_CHANNEL, CHANNEL, UNIT],
        zero: "本年度未发布村务公开信息",
    }
}
