//! PDF files made to break a reader.

use lopdf::{Document as Pdf, Object, ObjectId, Stream, dictionary};
use reading::{Aids, document};

use super::pdf::{at, file, saved, wide_font};
use super::support::{lines, refused};

/// The first object with this entry.
fn with_entry(pdf: &Pdf, key: &[u8]) -> ObjectId {
    let has = |object: &Object| object.as_dict().is_ok_and(|dictionary| dictionary.has(key));
    pdf.objects.iter().find(|(_, object)| has(object)).map(|(id, _)| *id).unwrap()
}

/// A file of these objects, numbered from 1, as they are written; the first is its root.
fn written(objects: &[String]) -> Vec<u8> {
    let mut bytes = "%PDF-1.5\n".to_owned();
    let mut places = String::new();
    for (number, object) in (1..).zip(objects) {
        places += &format!("{:010} 00000 n \n", bytes.len());
        bytes += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let (count, start) = (objects.len() + 1, bytes.len());
    bytes += &format!(
        "xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<</Size {count}/Root 1 0 R/Prev {start}>>\nstartxref\n{start}\n%%EOF"
    );
    bytes.into_bytes()
}

/// Reads a file that may say something or be refused, but in a sentence.
fn survived(bytes: &[u8]) {
    if document(bytes, &Aids::default()).is_err() {
        refused(bytes);
    }
}

#[test]
fn many_pages_that_share_a_large_drawing_are_refused_before_it_is_drawn_for_all() {
    // One word in a grid of a hundred and forty rows and columns, two thousand times.
    let mut drawing = at(12, 790, "字");
    for step in 0..141 {
        let along = 10 + step * 4;
        drawing += &format!("10 {along} m 570 {along} l S {along} 10 m {along} 570 l S\n");
    }
    let mut pdf = file(wide_font(), &[drawing + &at(12, 12, "字")]);
    let page = with_entry(&pdf, b"Contents");
    let tree = with_entry(&pdf, b"Kids");
    let copy = pdf.objects[&page].clone();
    let kids: Vec<Object> = (0..2000).map(|_| pdf.add_object(copy.clone()).into()).collect();
    pdf.get_dictionary_mut(tree).unwrap().set("Kids", kids);
    assert!(refused(&saved(pdf)).contains("个单元格"));
}

#[test]
fn a_page_of_thousands_of_lines_is_a_drawing() {
    let mut page = at(50, 700, "正文");
    for step in 0..9000 {
        let (x, y) = (step * 37 % 600, step * 53 % 800);
        page += &format!("{x} {y} m {} {y} l S {x} {y} m {x} {} l S\n", x + 300, y + 200);
    }
    let document = document(&saved(file(wide_font(), &[page])), &Aids::default()).unwrap();
    assert_eq!((lines(&document), document.tables.len()), (vec!["正文"], 0));
}

#[test]
fn more_pages_than_any_report_has_are_refused() {
    let mut pdf = file(wide_font(), &[at(50, 700, "字")]);
    let (page, tree) = (with_entry(&pdf, b"Contents"), with_entry(&pdf, b"Kids"));
    let copy = pdf.objects[&page].clone();
    let kids: Vec<Object> = (0..2100).map(|_| pdf.add_object(copy.clone()).into()).collect();
    pdf.get_dictionary_mut(tree).unwrap().set("Kids", kids);
    assert!(refused(&saved(pdf)).contains("2000 页"));
}

#[test]
fn a_tree_of_pages_without_an_end_is_refused() {
    let mut objects = vec!["<</Type/Catalog/Pages 2 0 R>>".to_owned()];
    objects.extend((3..1000).map(|next| format!("<</Type/Pages/Kids[{next} 0 R]/Count 1>>")));
    assert!(refused(&written(&objects)).contains("嵌套过深"));
}

#[test]
fn maps_of_signs_with_endless_ranges_shared_by_many_fonts_are_read_once() {
    let ranges = "<0000> <FFFFFFFF> <0030>\n".repeat(20_000);
    let map =
        format!("begincmap 9 beginbfrange {ranges} endbfrange 1 beginbfchar <0001> <516C> endbfchar endcmap");
    let page: String = (0..1000).map(|font| format!("BT /F{font} 10 Tf 50 700 Td <0001> Tj ET\n")).collect();
    let mut pdf = file(Object::Null, &[page]);
    let map = pdf.add_object(Stream::new(dictionary! {}, map.into_bytes()));
    let wide: Vec<Object> = vec![0.into(), 65_535.into(), 500.into()];
    let mut fonts = dictionary! {};
    for font in 0..1000 {
        let own = dictionary! {
            "Type" => "Font", "Subtype" => "Type0", "Encoding" => "Identity-H", "ToUnicode" => map,
            "DescendantFonts" => vec![dictionary! { "W" => wide.clone() }.into()],
        };
        fonts.set(format!("F{font}"), pdf.add_object(own));
    }
    let page = with_entry(&pdf, b"Contents");
    let resources = dictionary! { "Font" => fonts };
    pdf.get_dictionary_mut(page).unwrap().set("Resources", resources);
    let document = document(&saved(pdf), &Aids::default()).unwrap();
    assert!(lines(&document)[0].starts_with('公'), "{:?}", document.lines[0]);
}

#[test]
fn more_fonts_than_any_file_has_are_refused() {
    let page: String = (0..5001).map(|font| format!("/F{font} 10 Tf\n")).collect();
    let mut pdf = file(wide_font(), &[page]);
    let mut fonts = dictionary! {};
    for font in 0..5001 {
        fonts.set(format!("F{font}"), dictionary! { "Type" => "Font", "Subtype" => "Type1" });
    }
    let page = with_entry(&pdf, b"Contents");
    pdf.get_dictionary_mut(page).unwrap().set("Resources", dictionary! { "Font" => fonts });
    assert!(refused(&saved(pdf)).contains("种字体"));
}

#[test]
fn objects_that_lead_to_themselves_are_survived() {
    let root = "<</Type/Catalog/Pages 2 0 R>>".to_owned();
    let tree = "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned();
    let page = |contents: &str| {
        format!("<</Type/Page/Parent 3 0 R/Contents {contents}/Resources 5 0 R/MediaBox 5 0 R>>")
    };
    let bodies = [
        "4 0 R".to_owned(),
        "[4 0 R 4 0 R]".to_owned(),
        "<</Length 4 0 R>>stream\n/X Do\nendstream".to_owned(),
        "<</Type/ObjStm/N 1/First 4/Length 9/Extends 4 0 R>>stream\n4 0 <<>>\nendstream".to_owned(),
        "<</Type/ObjStm/N 99999999999/First 0/Length 5>>stream\n4 0 4\nendstream".to_owned(),
        "<</Type/XRef/W[8 8 8]/Index[0 99999999999]/Size 99999999999/Prev 9/Length 4>>stream\nabcd\nendstream".to_owned(),
    ];
    for body in bodies {
        survived(&written(&[root.clone(), tree.clone(), page("4 0 R"), body, "5 0 R".to_owned()]));
    }
    // The root, and the list of pages, are themselves.
    survived(&written(&["1 0 R".to_owned()]));
    survived(&written(&[root, "<</Type/Pages/Kids 2 0 R>>".to_owned()]));
}

#[test]
fn a_form_that_draws_itself_is_drawn_once() {
    let mut pdf = file(wide_font(), &[at(50, 700, "公") + "/X Do"]);
    let (page, form) = (with_entry(&pdf, b"Contents"), pdf.new_object_id());
    let resources = pdf.get_dictionary(page).unwrap().get(b"Resources").unwrap().as_dict().unwrap();
    let mut resources = resources.clone();
    resources.set("XObject", dictionary! { "X" => form });
    let drawn = at(60, 700, "开") + &"/X Do ".repeat(100);
    let own = dictionary! { "Subtype" => "Form", "Resources" => resources.clone() };
    pdf.objects.insert(form, Stream::new(own, drawn.into_bytes()).into());
    pdf.get_dictionary_mut(page).unwrap().set("Resources", resources);
    assert_eq!(lines(&document(&saved(pdf), &Aids::default()).unwrap()), ["公开"]);
}

#[test]
fn arrays_in_arrays_without_an_end_are_survived() {
    let root = "<</Type/Catalog/Pages 2 0 R>>".to_owned();
    for (open, close) in [("[", "]"), ("<</A", ">>"), ("(", ")")] {
        let deep = [open.repeat(100_000), close.repeat(100_000)].concat();
        survived(&written(&[root.clone(), format!("<</Type/Pages/Kids {deep}>>")]));
        // The same in what a page draws.
        survived(&saved(file(wide_font(), &[at(50, 700, "字") + &deep + " TJ"])));
    }
}

#[test]
fn one_operation_with_endless_operands_is_survived() {
    let page = at(50, 700, "字") + &"1 ".repeat(200_000) + "re S";
    let document = document(&saved(file(wide_font(), &[page])), &Aids::default()).unwrap();
    assert_eq!(lines(&document), ["字"]);
}
