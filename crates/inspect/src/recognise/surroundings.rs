//! What a page prints below a report: links, printing buttons, the owner of the site.

use law::report::Section;

use super::Parts;
use crate::text::{Pattern, Source};

/// Lines that only the page around a report has.
static FOOT: Pattern = Pattern::new(
    r"^(?:[〔(]?(?:打印|打印本页|打印此页|关闭|关闭窗口|关闭本页|返回|返回顶部|返回首页|收藏|分享|分享到|纠错|我要纠错|页面纠错|网站地图|联系我们|关于我们|友情链接|相关链接|相关文档|相关文件|相关附件|相关信息|相关阅读|相关稿件|相关解读)[〕)]?[:|]?)$|^(?:分享到|扫一扫|扫码|上一篇|下一篇|上一条|下一条|版权所有|主办单位|主办:|承办单位|承办:|网站标识码|政府网站标识码|友情链接|网站地图|责任编辑|技术支持|Copyright|copyright|COPYRIGHT)|(?:ICP备|公网安备|网站标识码|网站地图\|)",
);
/// A line that goes on with the report: a sentence of this length, in characters.
const SENTENCE: usize = 40;

/// The line at which the report has ended and the page around it goes on. It stands behind the last heading,
/// and no sentence follows it.
pub(super) fn foot(source: &Source<'_>, parts: &Parts) -> Option<usize> {
    let last = Section::ALL.iter().filter_map(|section| parts.heading(*section)).max()?;
    let text = |index: &usize| source.get(*index).map(|line| line.squeezed.clone()).unwrap_or_default();
    let mut foot = None;
    for index in (last + 1..source.lines.len()).rev().filter(|index| source.has_content(*index)) {
        let line = text(&index);
        let is_foot = FOOT.is_match(&line);
        if is_foot {
            foot = Some(index);
        } else if line.chars().count() >= SENTENCE && line.contains('。') {
            break;
        }
    }
    foot
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn last_line(text: &str) -> Option<usize> {
        let document = Document::from_text(text);
        let source = Source::of(&document);
        foot(&source, &Parts::find(&source))
    }

    #[test]
    fn the_page_around_the_report_ends_it() {
        for foot in
            ["【打印本页】", "主办：示例县人民政府办公室", "上一篇：没有了", "甲ICP备05000000号", "分享到："]
        {
            let text =
                format!("一、总体情况\n正文。\n六、其他需要报告的事项\n无。\n{foot}\n2026年网站地图\n");
            assert_eq!(last_line(&text), Some(4), "{foot}");
        }
    }

    #[test]
    fn words_of_the_report_do_not_end_it() {
        let sentence =
            "我镇将进一步加强学习、规范流程、充实栏目、压实责任，不断提升政府信息公开工作的质量和水平。";
        for words in ["打印", "收藏 12 件", "下一步，我镇将继续努力。", "相关解读材料5件。"]
        {
            let text = format!("一、总体情况\n{words}\n{sentence}\n");
            assert_eq!(last_line(&text), None, "{words}");
        }
    }
}
