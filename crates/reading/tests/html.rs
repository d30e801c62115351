//! Web pages as they are met: encodings, spans, layout tables, menus, hidden words.

use inspect::{Document, FileKind};
use reading::{Aids, document};

use super::support::{lines, rows};

fn page(html: &str) -> Document {
    document(html.as_bytes(), &Aids::default()).unwrap()
}

#[test]
fn blocks_become_lines_and_what_is_hidden_is_left_out() {
    let document = page(
        "<!DOCTYPE html><html><head><title>标题栏</title><style>p{}</style></head><body>
        <nav><a href='/'>首页</a></nav><h1>示例镇2023年政府信息
        公开工作年度报告</h1><div>一、总体情况<p>全年&nbsp;公开<b>12</b>条。<br>另有 3 件。</p></div>
        <p style='DISPLAY: none'>看不见</p><p hidden>也看不见</p><script>var x = '<p>不是</p>';</script></body></html>",
    );
    assert_eq!(document.kind, FileKind::Html);
    assert_eq!(
        lines(&document),
        ["示例镇2023年政府信息公开工作年度报告", "一、总体情况", "全年 公开12条。", "另有 3 件。"]
    );
    assert_eq!(document.lines[3].no, 4);
}

#[test]
fn the_encoding_is_the_stated_one_or_the_one_the_bytes_are_in() {
    let text =
        |charset: &str| format!("<html><head><meta charset={charset}></head><body>公开 12 条</body></html>");
    let gbk = encoding_rs::GB18030.encode(&text("gb2312")).0.into_owned();
    let mislabelled = encoding_rs::GB18030.encode(&text("utf-8")).0.into_owned();
    let big5 =
        encoding_rs::BIG5.encode("<html><meta charset='big5'><p>政府資訊公開</p></html>").0.into_owned();
    let wide: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text("utf-16").encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [gbk, mislabelled, wide] {
        assert_eq!(lines(&document(&bytes, &Aids::default()).unwrap()), ["公开 12 条"]);
    }
    assert_eq!(lines(&document(&big5, &Aids::default()).unwrap()), ["政府資訊公開"]);
}

#[test]
fn a_table_keeps_its_spans_and_each_row_is_a_line() {
    let document = page(
        "<html><body><table><caption>表</caption><thead><tr><th rowspan=2>本年</th><th colspan='2'>申请人</th></tr>
        <tr><th><p>自然</p><p>人</p></th><th>总计</th></tr></thead><tr><td>新收<td>1<td>1</table><p>后文</p></body></html>",
    );
    assert_eq!(lines(&document), ["表", "本年\t申请人", "自然 人\t总计", "新收\t1\t1", "后文"]);
    let table = &document.tables[0];
    assert_eq!(rows(table), ["本年|申请人", "自然 人|总计", "新收|1|1"]);
    assert_eq!((table.rows[0][0].row_span, table.rows[0][1].col_span), (2, 2));
    assert_eq!((table.rows[2][1].place.line, table.rows[2][1].place.cell), (4, Some(2)));
}

#[test]
fn a_table_that_arranges_the_page_is_taken_apart() {
    let prose = "全年工作平稳有序。".repeat(60);
    let document = page(&format!(
        "<html><body><table><tr><td>左栏</td><td><h2>报告</h2><p>{prose}</p>
        <table><tr><td>项目</td><td>数</td></tr><tr><td>规章</td><td>3</td></tr></table></td></tr></table></body></html>"
    ));
    assert_eq!(lines(&document), ["左栏", "报告", prose.as_str(), "项目\t数", "规章\t3"]);
    assert_eq!(document.tables.len(), 1);
}

#[test]
fn menus_are_left_out_and_a_report_with_links_is_not() {
    let menu: String = (0..8).map(|n| format!("<li><a href='/{n}'>栏目第{n}项</a></li>")).collect();
    let document = page(&format!(
        "<html><body><ul>{menu}</ul><p>见<a href='a'>附件一</a>、<a href='b'>附件二</a>，全年公开 12 条。</p></body></html>"
    ));
    assert_eq!(lines(&document), ["见附件一、附件二，全年公开 12 条。"]);
}

#[test]
fn a_list_that_counts_by_itself_is_counted() {
    let document = page(
        "<html><ol style='list-style-type: cjk-ideographic' start=2><li>总体情况<li>主动公开</ol><ol><li>数字</ol></html>",
    );
    assert_eq!(lines(&document), ["二、总体情况", "三、主动公开", "1. 数字"]);
}

#[test]
fn a_picture_that_may_be_a_table_is_reported_and_an_icon_is_not() {
    let document =
        page("<html><p>表如下</p><img src=t.png><img src=i.gif width=16 height=16><p>后文</p></html>");
    assert_eq!(document.pictures.iter().map(|place| place.line).collect::<Vec<_>>(), [1]);
}

#[test]
fn tags_that_never_end_are_refused_and_torn_pages_are_read() {
    for tag in ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<font><p>"] {
        let html = format!("<html>{}", tag.repeat(200_000));
        let read = document(html.as_bytes(), &Aids::default());
        assert!(read.is_err(), "{tag}");
    }
    assert_eq!(lines(&page("<html><body><p>公开 <b>12 条<p>又 3 件</bod")), ["公开 12 条", "又 3 件"]);
}
