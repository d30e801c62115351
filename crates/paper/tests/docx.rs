//! Word documents: merged cells, named styles, repeated headers, the same bytes again.

use std::collections::BTreeSet;

use law::Date;
use law::register::{Register, Value, Values};
use law::report::{Form, Report, Section};
use paper::{LEDGER_ROWS_MAX, LedgerHead, register_docx, report_docx};

use super::reader::{Node, body, parts, word_cells, word_rows};
use super::sample::{report, title};

const ON: Date = Date::constant(2021, 1, 12);

fn printed(report: &Report, draft: bool) -> Vec<u8> {
    report_docx(report, &title(report), draft, ON).unwrap()
}

#[test]
fn the_document_reads_back_to_the_same_cells_and_labels_in_cells_truly_merged() {
    for form in [Form::F2019, Form::F2021] {
        let report = report(form);
        assert_eq!(word_cells(&printed(&report, false), form), report.cells);
    }
}

#[test]
fn headers_are_repeated_and_no_row_is_torn() {
    let body = body(&printed(&report(Form::F2021), false));
    for (table, grid) in body.all("w:tbl").into_iter().zip(Form::F2021.grids()) {
        let rows = table.all("w:tr");
        let repeated: Vec<bool> = rows.iter().map(|row| row.first("w:tblHeader").is_some()).collect();
        let expected: Vec<bool> = (0..rows.len()).map(|row| row < grid.header_rows).collect();
        assert_eq!(repeated, expected);
        assert!(rows.iter().all(|row| row.first("w:cantSplit").is_some()));
        assert_eq!(table.val("w:tblCaption"), Some(grid.section.title()));
    }
}

#[test]
fn a_table_is_as_wide_as_the_text_and_each_cell_as_wide_as_its_columns() {
    let body = body(&printed(&report(Form::F2019), false));
    let number = |node: &Node, name: &str| node.attributes[name].parse::<usize>().unwrap();
    let (size, margins) = (body.first("w:pgSz").unwrap(), body.first("w:pgMar").unwrap());
    let text = number(size, "w:w") - number(margins, "w:left") - number(margins, "w:right");
    for table in body.all("w:tbl") {
        let columns: Vec<usize> = table.all("w:gridCol").iter().map(|column| number(column, "w:w")).collect();
        assert_eq!(columns.iter().sum::<usize>(), text);
        for (row, cells) in table.all("w:tr").iter().zip(word_rows(table)) {
            for (width, cell) in row.all("w:tcW").iter().zip(cells) {
                let expected: usize = columns.iter().skip(cell.column).take(cell.colspan).sum();
                assert_eq!(number(width, "w:w"), expected);
            }
        }
    }
}

#[test]
fn the_page_is_that_of_official_documents() {
    let body = body(&printed(&report(Form::F2019), false));
    let margins = body.first("w:pgMar").unwrap();
    let millimetres = |name: &str| (margins.attributes[name].parse::<f64>().unwrap() / 56.693).round();
    let found = ["w:top", "w:right", "w:bottom", "w:left"].map(millimetres);
    assert_eq!(found.map(|length| format!("{length}")), ["37", "26", "35", "28"]);
    assert_eq!(body.first("w:pgSz").unwrap().attributes["w:w"], "11906");
}

#[test]
fn every_paragraph_has_a_style_that_exists_and_every_face_a_substitute() {
    let docx = printed(&report(Form::F2019), true);
    let parts = parts(&docx);
    let styles = Node::parse(&parts["word/styles.xml"]);
    let ids: BTreeSet<&str> =
        styles.all("w:style").iter().map(|style| style.attributes["w:styleId"].as_str()).collect();
    for part in [
        "word/document.xml",
        "word/header.xml",
        "word/header-even.xml",
        "word/footer.xml",
        "word/footer-even.xml",
    ] {
        let part = Node::parse(&parts[part]);
        for paragraph in part.all("w:p") {
            assert!(ids.contains(paragraph.val("w:pStyle").unwrap()));
        }
        for style in part.all("w:rStyle").iter().chain(&part.all("w:tblStyle")) {
            assert!(ids.contains(style.attributes["w:val"].as_str()));
        }
    }
    let fonts = Node::parse(&parts["word/fontTable.xml"]);
    let declared: BTreeSet<&str> =
        fonts.all("w:font").iter().map(|font| font.attributes["w:name"].as_str()).collect();
    for faces in styles.all("w:rFonts") {
        for name in ["w:ascii", "w:eastAsia", "w:hAnsi", "w:cs"] {
            assert!(declared.contains(faces.attributes[name].as_str()), "{faces:?}");
        }
    }
    assert!(fonts.all("w:font").iter().all(|font| !font.val("w:altName").unwrap().is_empty()));
    let named = |alias: &str| {
        styles.all("w:style").into_iter().find(|style| style.val("w:aliases") == Some(alias)).unwrap()
    };
    let looks = [
        ("标题", "方正小标宋简体", "44"),
        ("正文段落", "仿宋_GB2312", "32"),
        ("一级标题", "黑体", "32"),
        ("二级标题", "楷体_GB2312", "32"),
    ];
    for (alias, face, half_points) in looks {
        let style = named(alias);
        assert_eq!(style.first("w:rFonts").unwrap().attributes["w:eastAsia"], face);
        assert_eq!(style.val("w:sz"), Some(half_points));
    }
    let text = named("正文段落");
    assert_eq!(text.first("w:spacing").unwrap().attributes["w:line"], "560");
    assert_eq!(text.first("w:ind").unwrap().attributes["w:firstLineChars"], "200");
    assert_eq!(styles.first("w:lang").unwrap().attributes["w:eastAsia"], "zh-CN");
}

#[test]
fn parts_stand_in_order_with_headings_and_paragraphs() {
    let body = body(&printed(&report(Form::F2019), false));
    let paragraphs: Vec<(&str, String)> = body.children[0]
        .children
        .iter()
        .filter(|node| node.name == "w:p")
        .map(|paragraph| (paragraph.val("w:pStyle").unwrap(), paragraph.words()))
        .collect();
    let of = |style: &str| {
        paragraphs.iter().filter(|(of, _)| *of == style).map(|(_, text)| text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(of("Title"), ["示例镇人民政府2020年政府信息公开工作年度报告"]);
    assert_eq!(of("Subtitle"), ["统计期限：2020年1月1日至2020年12月31日"]);
    assert_eq!(of("Heading1"), Section::ALL.iter().map(|section| section.heading()).collect::<Vec<_>>());
    assert_eq!(of("BodyText"), ["第一段。", "（一）主动公开。全年公开信息12条。"]);
    assert_eq!(of("Signature"), ["示例镇人民政府"]);
    assert_eq!(of("Date"), ["2021年1月12日"]);
    let run_in = body.all("w:r").into_iter().find(|run| run.val("w:rStyle") == Some("RunInHeading")).unwrap();
    assert_eq!(run_in.words(), "（一）主动公开。");
}

#[test]
fn a_draft_says_so_on_every_page_and_what_is_not_written_yet() {
    let report = report(Form::F2019);
    for (draft, mark) in [(true, "草稿　2021年1月12日"), (false, "")] {
        let docx = printed(&report, draft);
        let parts = parts(&docx);
        for header in ["word/header.xml", "word/header-even.xml"] {
            assert_eq!(Node::parse(&parts[header]).words(), mark);
        }
        assert_eq!(body(&docx).words().contains("还没有写"), draft);
        let signed = body(&docx).all("w:p").iter().any(|line| line.val("w:pStyle") == Some("Signature"));
        assert_eq!(signed, !draft);
    }
}

#[test]
fn pages_are_numbered_on_the_outer_side() {
    let docx = printed(&report(Form::F2019), false);
    let parts = parts(&docx);
    for (footer, style) in [("word/footer.xml", "PageNumber"), ("word/footer-even.xml", "PageNumberEven")] {
        let footer = Node::parse(&parts[footer]);
        assert_eq!((footer.words().as_str(), footer.val("w:pStyle")), ("— 1 —", Some(style)));
        assert_eq!(footer.first("w:instrText").unwrap().text, " PAGE ");
    }
    assert!(Node::parse(&parts["word/settings.xml"]).first("w:evenAndOddHeaders").is_some());
}

#[test]
fn the_file_says_who_wrote_what_and_when_and_all_its_parts_are_known() {
    let parts = parts(&printed(&report(Form::F2019), false));
    let core = Node::parse(&parts["docProps/core.xml"]);
    let property = |name: &str| core.first(name).unwrap().text.clone();
    assert_eq!(property("dc:title"), "示例镇人民政府2020年政府信息公开工作年度报告");
    assert_eq!(property("dc:creator"), "示例镇人民政府");
    assert_eq!(property("dcterms:created"), "2021-01-12T00:00:00Z");
    assert_eq!(property("dc:language"), "zh-CN");
    let types = Node::parse(&parts["[Content_Types].xml"]);
    let typed: BTreeSet<String> =
        types.all("Override").iter().map(|part| part.attributes["PartName"][1..].to_owned()).collect();
    let written: BTreeSet<String> =
        parts.keys().filter(|name| name.ends_with(".xml") && !name.starts_with('[')).cloned().collect();
    assert_eq!(typed, written);
    let relations = Node::parse(&parts["word/_rels/document.xml.rels"]);
    for relation in relations.all("Relationship") {
        assert!(parts.contains_key(&format!("word/{}", relation.attributes["Target"])));
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = report(Form::F2021);
    assert_eq!(printed(&report, true), printed(&report, true));
}

#[test]
fn words_cannot_break_out_of_the_document() {
    let mut report = report(Form::F2019);
    report.agency = "<甲>&\"乙\"".to_owned();
    report.prose.insert(Section::Five, "]]> </w:t> &amp; \u{0}\u{b}\u{ffff}完".to_owned());
    let docx = printed(&report, false);
    assert!(body(&docx).words().contains("]]> </w:t> &amp; 完"));
    let core = Node::parse(&parts(&docx)["docProps/core.xml"]);
    assert_eq!(core.first("dc:creator").unwrap().text, report.agency);
}

fn head(register: Register) -> LedgerHead<'static> {
    LedgerHead { register, organ: "示例镇人民政府", filter: "2020年", on: ON }
}

fn records(count: usize) -> impl Iterator<Item = Values> {
    (0..count).map(|number| Values::from([("source_no", Value::Text(format!("A-{number}")))]))
}

#[test]
fn a_ledger_lies_across_repeats_its_header_and_names_the_columns_it_leaves_out() {
    for register in Register::ALL {
        let body = body(&register_docx(&head(*register), records(3)).unwrap());
        assert_eq!(body.first("w:pgSz").unwrap().attributes["w:orient"], "landscape");
        let rows = body.all("w:tr");
        assert_eq!(rows.len(), 4);
        assert!(rows[0].first("w:tblHeader").is_some() && rows[1].first("w:tblHeader").is_none());
        assert_eq!(rows[3].words(), "A-2");
        let words = body.words();
        assert!(
            words.contains("共 3 条") && words.contains("2020年") && words.contains("未列出没有内容的栏目")
        );
    }
}

#[test]
fn a_ledger_of_too_many_records_is_refused_in_words() {
    let refused = register_docx(&head(Register::Publication), records(LEDGER_ROWS_MAX + 1)).unwrap_err();
    assert!(refused.to_string().contains("改用电子表格"), "{refused}");
}
