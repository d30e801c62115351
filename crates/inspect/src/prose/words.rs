//! Words that say what a part of a list is.

use law::report::prose::Dimension;

use crate::text::Pattern;

/// Words for channels of publication.
const CHANNELS: [&str; 27] = [
    "网站",
    "门户",
    "公众号",
    "微信",
    "微博",
    "公告栏",
    "公示栏",
    "宣传栏",
    "橱窗",
    "电子屏",
    "显示屏",
    "媒体",
    "抖音",
    "客户端",
    "报纸",
    "广播",
    "电视",
    "短信",
    "头条",
    "大喇叭",
    "线上",
    "线下",
    "查阅",
    "APP",
    "网络平台",
    "平台发布",
    "平台公开",
];
/// Words for the outcomes of requests and disputes.
const OUTCOMES: [&str; 15] = [
    "予以公开",
    "部分公开",
    "不予公开",
    "无法提供",
    "不予处理",
    "其他处理",
    "结转下",
    "转下年",
    "维持",
    "纠正",
    "其他结果",
    "尚未审结",
    "未审结",
    "办结",
    "答复",
];

/// Whether a label is called by what is left over: `其他`, but also `其他重点信息`.
fn is_leftover(label: &str) -> bool {
    ["其他", "其它", "其余"].iter().any(|word| label.starts_with(word))
}

/// Whether a label names the rest of the whole, which makes the list complete. The rest of something smaller
/// (`其他重点信息`) does not.
pub(super) fn is_rest(label: &str) -> bool {
    static REST: Pattern = Pattern::new(
        r"^其[他它余](?:各?类|方面|政府|政务|有关|相关|公开|的|内容|情况|事项|信息|数量|文件|动态|共|共计|约)*$",
    );
    REST.is_match(label)
}

pub(super) fn is_channel(label: &str) -> bool {
    CHANNELS.iter().any(|word| label.contains(word))
}

pub(super) fn is_outcome(label: &str) -> bool {
    OUTCOMES.iter().any(|word| label.contains(word))
}

/// The dimensions of the parts of one list. What is only called 其他 goes with the others.
pub(super) fn dimensions(labels: &[String]) -> Vec<Dimension> {
    let of = |label: &String| {
        if is_outcome(label) {
            Some(Dimension::Outcome)
        } else if is_channel(label) {
            Some(Dimension::Channel)
        } else if is_leftover(label) {
            None
        } else {
            Some(Dimension::Topic)
        }
    };
    let known: Vec<Option<Dimension>> = labels.iter().map(of).collect();
    if known.contains(&Some(Dimension::Outcome)) {
        return vec![Dimension::Outcome; labels.len()];
    }
    let fallback = known.iter().flatten().next().copied().unwrap_or(Dimension::Untold);
    known.into_iter().map(|dimension| dimension.unwrap_or(fallback)).collect()
}
