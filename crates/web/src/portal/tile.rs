//! The five jobs that people come for, on the home page and wherever somebody is lost.

use super::organ::PublicOrgan;

/// 财政预算、决算 among the categories.
const BUDGET: &str = "20-07";

/// One of the jobs. Without an address it is done by telephone or at the counter, and says so.
#[derive(Debug, Clone)]
pub(crate) struct Tile {
    pub(crate) title: &'static str,
    pub(crate) words: String,
    pub(crate) href: Option<String>,
}

/// The five jobs at that organ.
pub(crate) fn tiles(organ: &PublicOrgan) -> Vec<Tile> {
    let phone = &organ.settings.phone;
    let call = |what: &str| match phone.is_empty() {
        true => format!("请到{}办公地点{what}", organ.short_name()),
        false => format!("请打电话 {phone} {what}"),
    };
    let link = |title, words: &str, href: String| Tile { title, words: words.to_owned(), href: Some(href) };
    vec![
        link("找文件", "按类别、年份找", organ.links.column()),
        link("财政预决算", "预算、决算", organ.links.category(BUDGET)),
        link("申请公开", "没找到？依法申请", organ.links.apply()),
        Tile { title: "反映问题", words: call("反映，也可以打 12345"), href: None },
        Tile {
            title: "申请进度查询", words: call("查询，报申请人姓名和提交日期"), href: None
        },
    ]
}
