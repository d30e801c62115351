//! The five jobs that people come for, on the home page and wherever somebody is lost.

use super::organ::PublicOrgan;

/// 财政预算、决算 among the categories.
const BUDGET: &str = "20-07";

/// One of the jobs. What is done by telephone dials; without one it is done at the counter, and has no address.
#[derive(Debug, Clone)]
pub(crate) struct Tile {
    pub(crate) title: &'static str,
    pub(crate) words: String,
    pub(crate) href: Option<String>,
}

/// The five jobs at that organ.
pub(crate) fn tiles(organ: &PublicOrgan) -> Vec<Tile> {
    let phone = &organ.settings.phone;
    let call = |title, at_the_counter: &str, words: &str| match phone.is_empty() {
        true => Tile { title, words: format!("请到{}{at_the_counter}", organ.short_name()), href: None },
        false => Tile { title, words: words.to_owned(), href: Some(organ.dial()) },
    };
    let link = |title, words: &str, href: String| Tile { title, words: words.to_owned(), href: Some(href) };
    vec![
        link("找文件", "按类别、年份找", organ.links.column()),
        link("财政预决算", "预算、决算", organ.links.category(BUDGET)),
        link("申请公开", "没找到？依法申请", organ.links.apply()),
        call("反映问题", "办公地点反映，或打 12345", &format!("打电话 {phone}，或打 12345")),
        call("申请进度查询", "办公地点查询", &format!("打电话 {phone}，报姓名和提交日期")),
    ]
}
