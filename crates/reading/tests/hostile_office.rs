//! Text documents, workbooks and OFD files made to break a reader.

use reading::{Aids, document};
use rust_xlsxwriter::Workbook;

use super::hostile::{SHEET, altered, sheet};
use super::support::{lines, refused, zipped};

fn docx(body: &str) -> Vec<u8> {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    zipped(&[("word/document.xml", document.as_bytes())])
}

fn ofd(document: &str, page: &str) -> Vec<u8> {
    let entrance = b"<ofd:OFD><ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>";
    let page = format!("<ofd:Page><ofd:Content><ofd:Layer>{page}</ofd:Layer></ofd:Content></ofd:Page>");
    zipped(&[("OFD.xml", entrance), ("D.xml", document.as_bytes()), ("P.xml", page.as_bytes())])
}

const PAGES: &str =
    "<ofd:Document><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"P.xml\"/></ofd:Pages></ofd:Document>";

const CELL: &str = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>";

#[test]
fn laughs_and_foreign_files_in_a_document_type_are_refused() {
    let laughs: String = (1..10)
        .map(|level| format!("<!ENTITY l{level} \"{}\">", format!("&l{};", level - 1).repeat(10)))
        .collect();
    for declared in [
        format!("<!DOCTYPE w [<!ENTITY l0 \"哈\">{laughs}]>"),
        "<!DOCTYPE w [<!ENTITY l9 SYSTEM \"file:///etc/passwd\">]>".to_owned(),
        "<!DOCTYPE w SYSTEM \"http://localhost/x.dtd\">".to_owned(),
    ] {
        let text = format!(
            "{declared}<w:document><w:body><w:p><w:r><w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
        );
        assert!(refused(&zipped(&[("word/document.xml", text.as_bytes())])).contains("DOCTYPE"));
        let text = format!("{declared}<ofd:OFD><ofd:DocRoot>&l9;</ofd:DocRoot></ofd:OFD>");
        assert!(refused(&zipped(&[("OFD.xml", text.as_bytes())])).contains("DOCTYPE"));
    }
    // A reference to nothing says nothing.
    let unknown = docx("<w:p><w:r><w:t>公开&l9;</w:t></w:r></w:p>");
    assert_eq!(lines(&document(&unknown, &Aids::default()).unwrap()), ["公开"]);
}

#[test]
fn tables_in_tables_without_an_end_are_refused() {
    let deep = ["<w:tbl><w:tr><w:tc>".repeat(200), "</w:tc></w:tr></w:tbl>".repeat(200)].concat();
    assert!(refused(&docx(&deep)).contains("嵌套过深"));
    let boxes = [
        "<w:p><w:r><w:pict><w:txbxContent>".repeat(100),
        "</w:txbxContent></w:pict></w:r></w:p>".repeat(100),
    ];
    assert!(refused(&docx(&boxes.concat())).contains("嵌套过深"));
}

#[test]
fn rows_of_endless_cells_are_read_in_time_or_refused() {
    let cell = "<w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc>";
    let row = format!("<w:tr>{CELL}{}</w:tr>", cell.repeat(40_000));
    let read = document(&docx(&format!("<w:tbl>{row}{row}</w:tbl>")), &Aids::default()).unwrap();
    assert_eq!(read.tables.len(), 1);
    let elements = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", CELL.repeat(70_000));
    assert!(refused(&docx(&elements)).contains("个元素"));
}

#[test]
fn a_giant_span_is_no_giant_table() {
    let wide = |value: &str| {
        format!(
            "<w:tc><w:tcPr><w:gridSpan w:val=\"{value}\"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
        )
    };
    for value in ["4294967295", "99999999999999999999", "-1", "1e300", "NaN"] {
        let table = format!("<w:tbl><w:tr>{}{CELL}</w:tr></w:tbl>", wide(value));
        let read = document(&docx(&table), &Aids::default()).unwrap();
        assert!(read.tables[0].rows[0][0].col_span <= 1000, "{value}");
    }
}

fn workbook(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

#[test]
fn a_text_shared_by_a_hundred_thousand_cells_is_refused_before_it_is_copied() {
    let texts = format!("<sst uniqueCount=\"1\"><si><t>{}</t></si></sst>", "公".repeat(30_000));
    let row = |row: u32| {
        let cells =
            (b'A'..=b'Z').map(|column| format!("<c r=\"{}{row}\" t=\"s\"><v>0</v></c>", char::from(column)));
        format!("<row r=\"{row}\">{}</row>", cells.collect::<String>())
    };
    let rows: String = (1..4000).map(row).collect();
    let bytes = altered(&[(SHEET, &sheet("", &rows)), ("xl/sharedStrings.xml", &texts)]);
    assert!(refused(&bytes).contains("个字"));
}

#[test]
fn merged_cells_over_the_whole_sheet_and_thousands_of_them_are_read_in_time() {
    let cell = |name: &str| format!("<c r=\"{name}\" t=\"inlineStr\"><is><t>公开</t></is></c>");
    let merged = |rows: &str, merges: &str| {
        let sheet = sheet("<dimension ref=\"A1:XFD1048576\"/>", rows);
        altered(&[(
            SHEET,
            &sheet.replace("</worksheet>", &format!("<mergeCells>{merges}</mergeCells></worksheet>")),
        )])
    };
    let one = format!("<row r=\"1\">{}</row>", cell("A1"));
    let bytes = merged(&one, "<mergeCell ref=\"A1:XFD1048576\"/>");
    assert_eq!(lines(&document(&bytes, &Aids::default()).unwrap()), ["公开"]);
    let numbers = 1..=3000;
    let row =
        |row: u32| format!("<row r=\"{row}\">{}{}</row>", cell(&format!("A{row}")), cell(&format!("C{row}")));
    let rows: String = numbers.clone().map(row).collect();
    let merges: String = numbers.map(|row| format!("<mergeCell ref=\"A{row}:B{row}\"/>")).collect();
    let read = document(&merged(&rows, &merges.repeat(10)), &Aids::default()).unwrap();
    assert_eq!((read.tables[0].rows.len(), read.tables[0].rows[2999][0].col_span), (3000, 2));
}

#[test]
fn fields_at_the_far_end_of_a_sheet_are_refused_or_read() {
    let bytes = workbook(|sheet| {
        sheet.write(0, 0, "公开").unwrap();
        sheet.write(1_048_575, 0, "末行").unwrap();
    });
    assert_eq!(lines(&document(&bytes, &Aids::default()).unwrap()), ["公开", "末行"]);
    let far = workbook(|sheet| {
        sheet.write(1_048_575, 16_383, "末格").unwrap();
    });
    refused(&far);
}

#[test]
fn more_sheets_than_anybody_makes_are_refused() {
    let mut book = Workbook::new();
    for _ in 0..257 {
        book.add_worksheet();
    }
    assert!(refused(&book.save_to_buffer().unwrap()).contains("张工作表"));
}

#[test]
fn endless_words_lines_and_pages_of_an_ofd_file_are_refused_or_survived() {
    let text = |said: &str, steps: &str| {
        format!(
            "<ofd:TextObject Boundary=\"0 0 100 6\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"{steps}\">{said}</ofd:TextCode></ofd:TextObject>"
        )
    };
    assert!(refused(&ofd(PAGES, &text(&"公".repeat(3_000_000), ""))).contains("个字"));
    assert!(refused(&ofd(PAGES, &text(&"公".repeat(200_000), ""))).contains("个字"));
    let steps = text("公开", "g 99999999999 4");
    let drawing = format!(
        "<ofd:PathObject Boundary=\"0 0 210 297\"><ofd:AbbreviatedData>M 0 0{}</ofd:AbbreviatedData></ofd:PathObject>",
        " L 9 0 L 9 9".repeat(100_000)
    );
    let read = document(&ofd(PAGES, &(steps + &drawing)), &Aids::default()).unwrap();
    assert_eq!(lines(&read), ["公开"]);
    let many = format!(
        "<ofd:Document>{}{}</ofd:Document>",
        "<ofd:Pages>".repeat(200) + &"<ofd:Page BaseLoc=\"P.xml\"/>".repeat(3000),
        "</ofd:Pages>".repeat(200)
    );
    assert!(refused(&ofd(&many, "")).contains("2000 页"));
    // Pages that are one another's and their own grounds.
    let ground = "<ofd:Document><ofd:CommonData><ofd:TemplatePage ID=\"1\" BaseLoc=\"P.xml\"/></ofd:CommonData><ofd:Pages><ofd:Page BaseLoc=\"P.xml\"/></ofd:Pages></ofd:Document>";
    let own = text("公开", "4") + &"<ofd:Template TemplateID=\"1\"/>".repeat(1000);
    assert!(document(&ofd(ground, &own), &Aids::default()).is_ok());
}
