//! Text documents: numbering, merged cells, tracked changes, boxes.

use inspect::{Document, FileKind};
use reading::{Aids, Fault, document};

use super::support::{lines, rows, zipped};

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

fn packed(body: &str, beside: &[(&str, &str)]) -> Vec<u8> {
    let main = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document {W}><w:body>{body}</w:body></w:document>"
    );
    let mut members = vec![("word/document.xml", main.as_bytes())];
    members.extend(beside.iter().map(|(name, content)| (*name, content.as_bytes())));
    zipped(&members)
}

fn read(body: &str) -> Document {
    document(&packed(body, &[]), &Aids::default()).unwrap()
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn paragraphs_breaks_and_pages() {
    let document = read(
        "<w:p><w:r><w:t>一、总</w:t></w:r><w:r><w:t xml:space=\"preserve\">体 &amp; 情况</w:t><w:tab/><w:t>1</w:t></w:r></w:p>
        <w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type=\"page\"/></w:r></w:p>
        <w:p><w:r><w:lastRenderedPageBreak/><w:t>丙</w:t></w:r></w:p><w:p><w:r><w:t>丁</w:t></w:r></w:p>",
    );
    assert_eq!(document.kind, FileKind::TextDocument);
    assert_eq!(lines(&document), ["一、总体 & 情况\t1", "甲", "乙", "丙", "丁"]);
    assert_eq!((document.lines[2].page, document.lines[4].page), (Some(1), Some(2)));
}

#[test]
fn cells_over_columns_and_rows() {
    let tc = |properties: &str, text: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text));
    let tr = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let table = [
        tr(&[tc("<w:vMerge w:val=\"restart\"/>", "本年"), tc("<w:gridSpan w:val=\"2\"/>", "申请人")]),
        tr(&[tc("<w:vMerge/>", ""), tc("", "自然人"), tc("", "总计")]),
        tr(&[tc("", "新收"), tc("", "1"), tc("", "</w:t></w:r></w:p><w:p><w:r><w:t>1")]),
    ];
    let document = read(&format!("{}<w:tbl>{}</w:tbl>{}", p("前"), table.concat(), p("后")));
    assert_eq!(lines(&document), ["前", "本年\t申请人", "自然人\t总计", "新收\t1\t1", "后"]);
    let table = &document.tables[0];
    assert_eq!(rows(table), ["本年|申请人", "自然人|总计", "新收|1|1"]);
    assert_eq!((table.rows[0][0].row_span, table.rows[0][1].col_span), (2, 2));
}

#[test]
fn what_was_deleted_or_hidden_is_left_out() {
    let document = read(
        "<w:p><w:r><w:t>公开</w:t></w:r><w:del><w:r><w:delText>11</w:delText></w:r></w:del><w:ins><w:r><w:t>12</w:t></w:r></w:ins>
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>条</w:t></w:r></w:p>",
    );
    assert_eq!(lines(&document), ["公开12条"]);
}

#[test]
fn headings_are_counted_as_word_counts_them() {
    let level = |n: u32, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{n}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:numbering {W}><w:abstractNum w:abstractNumId=\"7\">{}{}</w:abstractNum>
        <w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>",
        level(0, "chineseCountingThousand", "%1、"),
        level(1, "decimal", "%2.")
    );
    let styles = format!(
        "<w:styles {W}><w:style w:styleId=\"H1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>
        <w:style w:styleId=\"T\"><w:basedOn w:val=\"H1\"/></w:style></w:styles>"
    );
    let styled = |style: &str, text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let own = |level: u32, text: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = [
        styled("H1", "总体情况"),
        own(1, "甲"),
        own(1, "乙"),
        styled("T", "主动公开"),
        own(1, "丙"),
        p("无"),
    ]
    .concat();
    let bytes = packed(&body, &[("word/numbering.xml", &numbering), ("word/styles.xml", &styles)]);
    let document = document(&bytes, &Aids::default()).unwrap();
    assert_eq!(lines(&document), ["一、总体情况", "1. 甲", "2. 乙", "二、主动公开", "1. 丙", "无"]);
}

#[test]
fn boxes_are_read_once_and_large_pictures_are_reported() {
    let drawing = "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>
        <mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent><w:t>文</w:t></w:r></w:p>";
    let picture = |side: u32| {
        format!(
            "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"{side}\" cy=\"{side}\"/><a:blip r:embed=\"r1\"/></wp:inline></w:drawing></w:r></w:p>"
        )
    };
    let document = read(&format!("{drawing}{}{}", picture(5_000_000), picture(90_000)));
    assert_eq!(lines(&document)[..2], ["文", "框"]);
    assert_eq!(document.pictures.len(), 1);
}

#[test]
fn a_table_that_arranges_the_page_is_taken_apart() {
    let inner = format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", p("规章"), p("3"));
    let document = read(&format!("<w:tbl><w:tr><w:tc>{}{inner}</w:tc></w:tr></w:tbl>", p("外")));
    assert_eq!(lines(&document), ["外", "规章\t3"]);
}

#[test]
fn hostile_parts_get_a_sentence() {
    let deep = "<w:sdt>".repeat(5000);
    let cases = [
        packed(&deep, &[]),
        packed(
            &p("甲"),
            &[("word/styles.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>")],
        ),
        packed("<w:p><w:r><w:t>甲", &[]),
        zipped(&[("word/document.xml", b"")]),
        zipped(&[("word/document.xml", &vec![b' '; 40 * 1024 * 1024])]),
    ];
    for bytes in cases {
        let fault = document(&bytes, &Aids::default()).unwrap_err();
        assert!(matches!(fault, Fault::TooDeep | Fault::Damaged(_) | Fault::TooLarge { .. }), "{fault}");
    }
}
