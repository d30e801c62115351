//! 主动公开信息: one row is one item, counted once in the year of its first release whatever the channels.

use jiff::civil::Date;

use super::category::Category;
use super::choice::{Chosen, YesNo, choices};
use super::fault::Faults;
use super::field::FieldKind::{Choice, Choices, Date as Day, LongText, Text};
use super::table::register;
use super::template::{EXAMPLE_NO, Example};

choices! {
    /// 内容性质. Only statutory content is 主动公开; news and village affairs are kept apart (国办公开办函〔2019〕61号).
    pub enum ContentKind {
        /// Content that Articles 20 and 21 require (`StatutoryContent` of the glossary).
        Statutory = "statutory", "法定主动公开", ["法定主动公开内容", "主动公开", "法定"];
        /// News of the organ's work: counted apart.
        News = "news", "工作动态", ["动态", "政务动态", "新闻"];
        /// Village affairs follow the villagers' committee law and are never counted as 主动公开.
        VillageAffairs = "village", "村务公开", ["村务"];
    }
}

choices! {
    /// 发布渠道 (条例第二十三条, 第二十五条).
    pub enum ReleaseChannel {
        /// The column on the superior government's portal (R-P1).
        Portal = "portal", "政府网站", ["网站", "门户网站", "政府门户网站", "政务网"];
        /// 信息公告栏 (第二十五条).
        Board = "board", "公告栏", ["信息公告栏", "公示栏", "宣传栏", "村公示栏"];
        /// WeChat account.
        Wechat = "wechat", "微信公众号", ["微信", "公众号", "政务微信"];
        /// 政府公报.
        Gazette = "gazette", "政府公报", ["公报"];
        /// 电子信息屏 (第二十五条).
        Screen = "screen", "电子屏", ["电子信息屏", "电子显示屏", "LED屏"];
        /// Press conference, newspapers and magazines.
        Press = "press", "新闻发布会和报刊", ["新闻发布会", "报刊", "报纸"];
        /// Radio and television, village loudspeakers.
        Broadcast = "broadcast", "广播电视", ["广播", "电视", "大喇叭"];
        /// Any other way.
        Other = "other", "其他渠道", ["其他", "其他方式"];
    }
}

choices! {
    /// 有效性 of a published document.
    pub enum Validity {
        /// 有效.
        InForce = "in_force", "有效", ["现行有效"];
        /// 废止: ended by a decision.
        Repealed = "repealed", "废止", ["已废止"];
        /// 失效: ended by itself, at the end of its period.
        Lapsed = "lapsed", "失效", ["已失效"];
    }
}

register! {
    /// 主动公开信息 (条例第十九条至第二十六条).
    pub struct Publication {
        source_no: String = "来源编号", Text { max: 64 }, "在原系统或台账中的编号，同一机关内不能重复";
        unit: Option<String> = "单位", Text { max: 100 }, "提供信息的村或部门，镇本级可不填";
        title: String = "标题", Text { max: 300 }, "信息的主标题";
        index_no: Option<String> = "索引号", Text { max: 64 }, "县级网站已编索引号的，照原样填写";
        document_no: Option<String> = "文号", Text { max: 64 }, "发文字号，没有可不填";
        content_kind: ContentKind = "内容性质", Choice(ContentKind::CHOICES), "法定主动公开、工作动态或村务公开；只有法定主动公开计入主动公开总数";
        category: Option<Category> = "公开类别", Choice(Category::CHOICES), "条例第二十条、第二十一条的类别，法定主动公开必填";
        basis: Option<String> = "公开依据", Text { max: 300 }, "类别为“其他规定应当主动公开的信息”时，写明所依据的规定";
        topic: Option<String> = "主题分类", Text { max: 100 }, "目录的主题分类，可不填";
        formed_on: Option<Date> = "生成日期", Day, "公文为签发日期";
        first_released_on: Option<Date> = "首次发布日期", Day, "在任一渠道第一次发布的日期；未发布的不填。法定主动公开的，填了就公开：到这一天标题即在公开栏目显示，渠道有政府网站或微信公众号的连同概述和正文";
        channels: Vec<ReleaseChannel> = "发布渠道", Choices(ReleaseChannel::CHOICES), "按发布先后填写，第一个为首发渠道；几个渠道用顿号隔开";
        is_electronic: Option<YesNo> = "全文电子化", Choice(YesNo::CHOICES), "是否全文电子化公开";
        validity: Option<Validity> = "有效性", Choice(Validity::CHOICES), "有效、废止或失效";
        ceased_on: Option<Date> = "废止或失效日期", Day, "废止或失效的日期，有效的不填";
        withdrawn_on: Option<Date> = "撤下日期", Day, "从各渠道撤下的日期；撤下不影响原年度的统计";
        withdrawn_reason: Option<String> = "撤下原因", Text { max: 300 }, "撤下的，写明原因";
        summary: Option<String> = "内容概述", LongText { max: 300 }, "三百字以内";
        body: Option<String> = "正文", LongText { max: 200_000 }, "全文，可不填";
        note: Option<String> = "备注", LongText { max: 2_000 }, "需要说明的情况，可不填";
    }
}

/// The invented row of the import template.
pub(super) const EXAMPLE: Example = &[
    ("source_no", EXAMPLE_NO),
    ("unit", "财政所"),
    ("title", "（演示）示例镇2025年财政预算公开"),
    ("index_no", "000000000/2025-00001"),
    ("document_no", "示镇发〔2025〕1号"),
    ("content_kind", "法定主动公开"),
    ("category", "财政预算、决算"),
    ("formed_on", "2025-02-10"),
    ("first_released_on", "2025-02-18"),
    ("channels", "政府网站、公告栏"),
    ("is_electronic", "是"),
    ("validity", "有效"),
    ("summary", "（演示）本年度预算收支情况说明。"),
];

impl ReleaseChannel {
    /// Whether it is one of Article 23's 政府网站 and 互联网政务媒体: what was released there is for the whole world.
    #[must_use]
    pub const fn is_internet(self) -> bool {
        matches!(self, Self::Portal | Self::Wechat)
    }
}

impl Publication {
    /// Whether summary and text were released on the internet.
    #[must_use]
    pub fn is_online(&self) -> bool {
        self.channels.iter().copied().any(ReleaseChannel::is_internet)
    }

    /// The texts that anybody may read from the day of the release on, each with the key of its field: none of what
    /// is no statutory content or has no such day; what was withdrawn by `today` leaves title, number and reason.
    #[must_use]
    pub fn public_texts(&self, today: Date) -> Vec<(&'static str, &str)> {
        if self.content_kind != ContentKind::Statutory || self.first_released_on.is_none() {
            return Vec::new();
        }
        let is_left = self.withdrawn_on.is_some_and(|day| day <= today);
        let texts = [
            ("title", Some(&self.title), true),
            ("index_no", self.index_no.as_ref(), true),
            ("withdrawn_reason", self.withdrawn_reason.as_ref(), true),
            ("document_no", self.document_no.as_ref(), !is_left),
            ("topic", self.topic.as_ref(), !is_left),
            ("summary", self.summary.as_ref(), !is_left && self.is_online()),
            ("body", self.body.as_ref(), !is_left && self.is_online()),
        ];
        let shown = texts.into_iter().filter(|(.., is_shown)| *is_shown);
        shown.filter_map(|(key, text, _)| Some((key, text?.as_str()))).collect()
    }

    /// Cross-field checks: Articles 20, 26 and what a release and a withdrawal need.
    pub(super) fn check_law(&self, faults: &mut Faults) {
        if self.content_kind == ContentKind::Statutory {
            faults.expect(
                self.category.is_some(),
                "category",
                "内容性质为法定主动公开，请选择条例第二十条或第二十一条的类别",
            );
        }
        if self.category == Some(Category::OtherRequired) {
            faults.expect(
                self.basis.is_some(),
                "basis",
                "类别为“其他规定应当主动公开的信息”，请写明要求公开的法律、法规、规章或国家规定",
            );
        }
        let formed = ("formed_on", self.formed_on);
        let released = ("first_released_on", self.first_released_on);
        faults.in_order(formed, released);
        faults.in_order(formed, ("ceased_on", self.ceased_on));
        faults.in_order(released, ("withdrawn_on", self.withdrawn_on));
        faults.needs(
            ("withdrawn_on", self.withdrawn_on.is_some()),
            ("first_released_on", released.1.is_some()),
        );
        faults.needs(
            ("withdrawn_on", self.withdrawn_on.is_some()),
            ("withdrawn_reason", self.withdrawn_reason.is_some()),
        );
        faults.needs(
            ("withdrawn_reason", self.withdrawn_reason.is_some()),
            ("withdrawn_on", self.withdrawn_on.is_some()),
        );
        faults.needs(("first_released_on", released.1.is_some()), ("channels", !self.channels.is_empty()));
        if self.ceased_on.is_some() {
            let has_ceased = matches!(self.validity, Some(Validity::Repealed | Validity::Lapsed));
            faults.expect(has_ceased, "validity", "已填废止或失效日期，请把有效性改为“废止”或“失效”");
        }
    }
}
