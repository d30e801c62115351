//! PDF: words at their places, ruled tables, fonts of every kind, pages that are pictures, hostile files.

use inspect::{Document, FileKind};
use lopdf::{Document as Pdf, Object, Stream, dictionary};
use reading::{Aids, Fault, document};

use super::support::{lines, rows};

/// A font whose codes are UTF-16 and mean what they say.
pub(crate) fn wide_font() -> Object {
    dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "SimSun", "Encoding" => "UniGB-UCS2-H",
        "DescendantFonts" => vec![dictionary! {
            "Type" => "Font", "Subtype" => "CIDFontType2", "BaseFont" => "SimSun", "DW" => 1000,
        }.into()],
    }
    .into()
}

/// A file of these pages, each with this font as `F` and these drawing operations.
pub(crate) fn file(font: Object, pages: &[String]) -> Pdf {
    let mut pdf = Pdf::with_version("1.5");
    let font = pdf.add_object(font);
    let picture = Stream::new(dictionary! { "Subtype" => "Image", "Width" => 1, "Height" => 1 }, vec![0]);
    let picture = pdf.add_object(picture);
    let tree = pdf.new_object_id();
    let kids: Vec<Object> = pages
        .iter()
        .map(|content| {
            let content = pdf.add_object(Stream::new(dictionary! {}, content.as_bytes().to_vec()));
            let page = dictionary! {
                "Type" => "Page", "Parent" => tree, "Contents" => content,
                "Resources" => dictionary! {
                    "Font" => dictionary! { "F" => font }, "XObject" => dictionary! { "P" => picture },
                },
            };
            pdf.add_object(page).into()
        })
        .collect();
    let count = i64::try_from(kids.len()).unwrap();
    let sides: Vec<Object> = vec![0.into(), 0.into(), 600.into(), 800.into()];
    pdf.objects.insert(
        tree,
        dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count, "MediaBox" => sides }.into(),
    );
    let catalog = pdf.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    pdf.trailer.set("Root", catalog);
    pdf
}

pub(crate) fn saved(mut pdf: Pdf) -> Vec<u8> {
    let mut bytes = Vec::new();
    pdf.save_to(&mut bytes).unwrap();
    bytes
}

/// Words at a place, in UTF-16.
pub(crate) fn at(x: u32, y: u32, text: &str) -> String {
    let hex: String = text.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    format!("BT /F 10 Tf 1 0 0 1 {x} {y} Tm <{hex}> Tj ET\n")
}

fn read(font: Object, pages: &[String]) -> Document {
    document(&saved(file(font, pages)), &Aids::default()).unwrap()
}

#[test]
fn words_become_lines_from_top_to_bottom_whatever_the_order_of_drawing() {
    let page = [at(50, 700, "全年公开"), at(50, 760, "示例镇报告"), at(91, 700, "12"), at(110, 700, "条。")]
        .concat();
    let document = read(wide_font(), &[page, at(50, 700, "第二页")]);
    assert_eq!(document.kind, FileKind::Pages);
    assert_eq!(lines(&document), ["示例镇报告", "全年公开12 条。", "第二页"]);
    assert_eq!((document.lines[1].page, document.lines[2].page), (Some(1), Some(2)));
}

#[test]
fn columns_without_drawn_lines_stand_under_one_another() {
    let row = |y, first: &str, second: &str| [at(50, y, first), at(250, y, second)].concat();
    let document =
        read(wide_font(), &[[row(700, "信息内容", "件数"), row(680, "行政规范性文件", "12")].concat()]);
    let texts = lines(&document);
    let column = |text: &str, word: &str| -> usize {
        text[..text.find(word).unwrap()].chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
    };
    assert_eq!(column(texts[0], "件数"), column(texts[1], "12"));
}

/// A ruled table of two columns and three rows, the first row one cell over both.
fn ruled(rows: [[&str; 2]; 3], top: u32) -> String {
    let mut page = String::new();
    for step in 0..4 {
        page += &format!("50 {y} m 250 {y} l S\n", y = top - step * 20);
    }
    // Sides as thin filled areas, as word processors draw them.
    for x in [50, 250] {
        page += &format!("{x} {} 0.5 60 re f\n", top - 60);
    }
    page += &format!("150 {} m 150 {} l S\n", top - 60, top - 20);
    for (row, y) in rows.iter().zip([top - 15, top - 35, top - 55]) {
        page += &at(55, y, row[0]);
        page += &at(155, y, row[1]);
    }
    page
}

#[test]
fn a_ruled_table_is_a_table_with_its_spans() {
    let page =
        [at(50, 760, "前"), ruled([["总计", ""], ["规章", "3"], ["文件", ""]], 700), at(50, 600, "后")]
            .concat();
    let document = read(wide_font(), &[page]);
    assert_eq!(lines(&document), ["前", "总计", "规章\t3", "文件\t", "后"]);
    let table = &document.tables[0];
    assert_eq!(rows(table), ["总计", "规章|3", "文件|"]);
    assert_eq!((table.rows[0][0].col_span, table.rows[1][1].place.line), (2, 3));
}

#[test]
fn a_table_goes_on_over_the_page_and_its_head_is_not_read_twice() {
    let pages = [
        ruled([["信息内容", ""], ["规章", "3"], ["文件", "4"]], 200) + &at(290, 20, "- 1 -"),
        ruled([["信息内容", ""], ["许可", "5"], ["处罚", "6"]], 780),
    ];
    let document = read(wide_font(), &pages);
    assert_eq!(document.tables.len(), 1);
    assert_eq!(rows(&document.tables[0]), ["信息内容", "规章|3", "文件|4", "许可|5", "处罚|6"]);
    let cell = &document.tables[0].rows[4][1];
    assert_eq!(
        (cell.place.page, document.lines[cell.place.line as usize - 1].text.as_str()),
        (Some(2), "处罚\t6")
    );
}

#[test]
fn a_page_set_sideways_is_turned_and_a_watermark_is_left_out() {
    let up = |x: u32, y: u32, text: &str| {
        at(0, 0, text).replace("1 0 0 1 0 0 Tm", &format!("0 1 -1 0 {x} {y} Tm"))
    };
    let aslant = at(0, 0, "水印").replace("1 0 0 1 0 0 Tm", "0.7 0.7 -0.7 0.7 300 400 Tm");
    let document =
        read(wide_font(), &[[up(100, 50, "第一行文字"), up(120, 50, "第二行文字"), aslant].concat()]);
    assert_eq!(lines(&document), ["第一行文字", "第二行文字"]);
}

#[test]
fn fonts_of_every_kind_are_read() {
    let gbk = dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "Encoding" => "GBK-EUC-H",
        "DescendantFonts" => vec![dictionary! { "DW" => 1000 }.into()],
    };
    let hex: String =
        encoding_rs::GB18030.encode("公开12条").0.iter().map(|byte| format!("{byte:02X}")).collect();
    let page = format!("BT /F 10 Tf 50 700 Td <{hex}> Tj ET");
    assert_eq!(lines(&read(gbk.into(), &[page])), ["公开12条"]);

    let simple = dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "FirstChar" => 48, "Widths" => vec![500.into(); 10],
        "Encoding" => dictionary! { "Differences" => vec![65.into(), "uni516C".into(), "uni5F00".into()] },
    };
    let page = "BT /F 10 Tf 14 TL 50 700 Td [(AB) -20 (12)] TJ (34) ' ET".to_owned();
    assert_eq!(lines(&read(simple.into(), &[page])), ["公开12", "34"]);
}

#[test]
fn glyphs_are_read_by_the_files_own_map() {
    let map = "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange
        2 beginbfrange <0001> <0002> [<516C> <2F42>] <0010> <0019> <0030> endbfrange endcmap";
    let mut pdf = file(Object::Null, &["BT /F 10 Tf 50 700 Td <0001000200110012> Tj ET".to_owned()]);
    let map = pdf.add_object(Stream::new(dictionary! {}, map.as_bytes().to_vec()));
    let font = dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "Encoding" => "Identity-H", "ToUnicode" => map,
        "DescendantFonts" => vec![dictionary! {
            "DW" => 1000, "W" => vec![16.into(), 25.into(), 500.into()],
        }.into()],
    };
    let place =
        pdf.objects.iter().find(|(_, object)| matches!(object, Object::Null)).map(|(id, _)| *id).unwrap();
    pdf.objects.insert(place, font.into());
    // The second sign is stated as a radical and read as the character.
    assert_eq!(lines(&document(&saved(pdf), &Aids::default()).unwrap()), ["公文12"]);
}

#[test]
fn a_page_that_is_a_picture_is_reported_and_a_small_one_is_not() {
    let scanned = "q 600 0 0 800 0 0 cm /P Do Q".to_owned();
    let seal = at(50, 700, "正文") + "q 80 0 0 80 300 300 cm /P Do Q";
    let document = read(wide_font(), &[scanned, seal]);
    assert_eq!(document.pictures.iter().map(|place| place.page).collect::<Vec<_>>(), [Some(1)]);
    assert_eq!(lines(&document), ["正文"]);
}

#[test]
fn signs_without_a_meaning_make_the_page_as_good_as_a_picture() {
    let glyphs = dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "Encoding" => "Identity-H",
        "DescendantFonts" => vec![dictionary! { "DW" => 1000 }.into()],
    };
    let document = read(glyphs.into(), &[at(50, 700, &"字".repeat(50))]);
    assert_eq!((document.pictures.len(), document.lines.len()), (1, 0));
}

#[test]
fn loops_bombs_and_locked_files_get_a_sentence() {
    // A page tree that contains itself.
    let mut looped = file(wide_font(), &[at(50, 700, "字")]);
    let (tree, _) =
        looped.objects.iter().find(|(_, object)| object.as_dict().is_ok_and(|d| d.has(b"Kids"))).unwrap();
    let tree = *tree;
    looped.get_dictionary_mut(tree).unwrap().set("Kids", vec![tree.into()]);
    assert!(matches!(document(&saved(looped), &Aids::default()), Err(Fault::Damaged(_))));

    // A form that draws itself twice, again and again.
    let mut forms = file(wide_font(), &["/X Do".to_owned()]);
    let form = forms.new_object_id();
    let resources = dictionary! { "XObject" => dictionary! { "X" => form } };
    let own = dictionary! { "Subtype" => "Form", "Resources" => resources.clone() };
    forms.objects.insert(form, Stream::new(own, b"/X Do /X Do /X Do /X Do".to_vec()).into());
    let page = forms
        .objects
        .iter()
        .find(|(_, o)| o.as_dict().is_ok_and(|d| d.has(b"Contents")))
        .map(|(id, _)| *id)
        .unwrap();
    forms.get_dictionary_mut(page).unwrap().set("Resources", resources);
    assert!(document(&saved(forms), &Aids::default()).is_err());

    // A stream that unpacks to a thousand times its size.
    let mut bomb = file(wide_font(), &[" ".repeat(20 * 1024 * 1024)]);
    bomb.compress();
    let bytes = saved(bomb);
    assert!(bytes.len() < 100 * 1024);
    assert!(document(&bytes, &Aids::default()).is_err());
}

#[test]
fn every_cut_and_every_flipped_byte_is_survived() {
    let sound = saved(file(wide_font(), &[ruled([["总计", ""], ["规章", "3"], ["文件", ""]], 700)]));
    for length in (8..sound.len()).step_by(61) {
        drop(document(&sound[..length], &Aids::default()));
    }
    for place in (8..sound.len()).step_by(19) {
        let mut bytes = sound.clone();
        bytes[place] ^= 0x15;
        if let Err(fault) = document(&bytes, &Aids::default()) {
            assert!(fault.to_string().chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c)));
        }
    }
}
