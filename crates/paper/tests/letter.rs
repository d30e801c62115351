//! Letters: the same words in the same order in PDF and Word document, set as official letters are.

use law::Date;
use paper::{Letter, LetterLine, LetterLineKind as Kind, Press, letters_docx};

use super::pdf::{pages, poppler, squeeze};
use super::reader::{Node, body, parts};

const ON: Date = Date::constant(2026, 2, 3);
const TITLE: &str = "关于示例镇人民政府2025年政府信息公开工作年度报告的核对意见";

fn letter() -> Letter {
    let lines = [
        (Kind::Address, "示例镇人民政府："),
        (Kind::Text, "你单位报送的报告收悉。#意见*如下_，请<b>研究</b>办理。"),
        (Kind::Heading, "一、需要改正的问题（1项）"),
        (Kind::Text, "1．总数不等于各项之和。"),
        (Kind::Quotation, "（第3行）主动公开 |  | 12"),
        (Kind::Text, "请逐项改正。"),
        (Kind::Signature, "示例县人民政府办公室"),
        (Kind::Signature, "2026年2月3日"),
    ];
    let line = |(kind, text): (Kind, &str)| LetterLine { kind, text: text.to_owned() };
    Letter { title: TITLE.to_owned(), lines: lines.into_iter().map(line).collect() }
}

/// The words of a letter, without blanks.
fn words(letter: &Letter) -> String {
    squeeze(&letter.lines.iter().fold(letter.title.clone(), |text, line| text + &line.text))
}

fn text(node: &Node) -> String {
    node.all("w:t").iter().map(|text| text.text.as_str()).collect()
}

#[test]
fn a_letter_says_the_same_on_both_papers() {
    let letter = letter();
    let pdf = Press::new(None).letters(std::slice::from_ref(&letter), ON).unwrap();
    let text_layer = pages(&pdf).concat();
    assert_eq!(text_layer, words(&letter) + "—1—");
    let docx = letters_docx(std::slice::from_ref(&letter), ON).unwrap();
    assert_eq!(squeeze(&text(&body(&docx))), words(&letter));
    assert_eq!(docx, letters_docx(&[letter], ON).unwrap(), "the same bytes");
}

#[test]
fn each_letter_begins_on_a_page_of_its_own_and_all_are_tagged() {
    let pdf = Press::new(None).letters(&[letter(), letter(), letter()], ON).unwrap();
    let pages = pages(&pdf);
    assert_eq!(pages.len(), 3);
    assert!(pages.iter().all(|page| page.starts_with("关于示例镇人民政府2025年")));
    let told = squeeze(&poppler("pdfinfo", &[], &pdf, &[]));
    assert!(told.contains("Tagged:yes") && told.contains("示例县人民政府办公室"), "{told}");
    let docx = body(&letters_docx(&[letter(), letter(), letter()], ON).unwrap());
    assert_eq!(docx.all("w:pageBreakBefore").len(), 2);
}

#[test]
fn paragraphs_have_the_looks_of_official_letters() {
    let docx = letters_docx(&[letter()], ON).unwrap();
    let found: Vec<(String, String)> = body(&docx)
        .all("w:p")
        .iter()
        .map(|paragraph| (paragraph.val("w:pStyle").unwrap().to_owned(), text(paragraph)))
        .collect();
    let styles: Vec<&str> = found.iter().map(|(style, _)| style.as_str()).collect();
    let expected =
        ["Title", "Salutation", "BodyText", "Heading1", "BodyText", "Quote", "BodyText", "Signature", "Date"];
    assert_eq!(styles, expected);
    let named = Node::parse(&parts(&docx)["word/styles.xml"]);
    for style in expected {
        let exists = |node: &&Node| node.attributes["w:styleId"] == style;
        assert!(named.all("w:style").iter().any(exists), "{style}");
    }
}

#[test]
fn letters_of_several_signers_or_of_none_name_no_author() {
    let mut other = letter();
    for line in other.lines.iter_mut().filter(|line| line.kind == Kind::Signature) {
        line.text = "别的单位".to_owned();
    }
    let unsigned = Letter { title: "意见".to_owned(), lines: Vec::new() };
    let press = Press::new(None);
    for letters in [vec![letter(), other], vec![unsigned]] {
        press.letters(&letters, ON).unwrap();
        letters_docx(&letters, ON).unwrap();
    }
}
