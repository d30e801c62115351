//! OFD and web pages saved as one file.

use reading::{Aids, Fault, document};

use super::support::{lines, rows, zipped};

const ENTRANCE: &str = "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>";
const DOCUMENT: &str = "<ofd:Document><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>
<ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>";

fn packed(content: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><ofd:Page><ofd:Content><ofd:Layer>{content}</ofd:Layer></ofd:Content></ofd:Page>"
    );
    zipped(&[
        ("OFD.xml", ENTRANCE.as_bytes()),
        ("Doc_0/Document.xml", DOCUMENT.as_bytes()),
        ("Doc_0/Pages/Page_0/Content.xml", content.as_bytes()),
    ])
}

fn text(x: u32, y: u32, said: &str) -> String {
    let steps = said.chars().count().saturating_sub(1);
    format!(
        "<ofd:TextObject Boundary=\"{x} {y} 100 6\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"g {steps} 4\">{said}</ofd:TextCode></ofd:TextObject>"
    )
}

#[test]
fn text_codes_are_placed_and_drawn_lines_rule_tables() {
    let line = |x1: u32, y1: u32, x2: u32, y2: u32| {
        format!(
            "<ofd:PathObject Boundary=\"0 0 210 297\"><ofd:AbbreviatedData>M {x1} {y1} L {x2} {y2}</ofd:AbbreviatedData></ofd:PathObject>"
        )
    };
    let grid = [
        line(20, 50, 80, 50),
        line(20, 60, 80, 60),
        line(20, 70, 80, 70),
        line(20, 50, 20, 70),
        line(50, 50, 50, 70),
        line(80, 50, 80, 70),
    ];
    let cells = [text(22, 52, "项目"), text(52, 52, "件数"), text(22, 62, "规章"), text(52, 62, "3")];
    let page = [text(20, 20, "示例镇报告"), grid.concat(), cells.concat(), text(20, 80, "后文")].concat();
    let document = document(&packed(&page), &Aids::default()).unwrap();
    assert_eq!(lines(&document), ["示例镇报告", "项目\t件数", "规章\t3", "后文"]);
    assert_eq!(rows(&document.tables[0]), ["项目|件数", "规章|3"]);
    assert_eq!(document.lines[0].page, Some(1));
}

#[test]
fn a_damaged_file_gets_a_sentence() {
    let without_page =
        zipped(&[("OFD.xml", ENTRANCE.as_bytes()), ("Doc_0/Document.xml", DOCUMENT.as_bytes())]);
    let bomb = zipped(&[("OFD.xml", &vec![b' '; 50 * 1024 * 1024])]);
    for bytes in [without_page, bomb, zipped(&[("OFD.xml", b"<a>")]), packed(&"<ofd:Layer>".repeat(400))] {
        let fault = document(&bytes, &Aids::default()).unwrap_err();
        assert!(matches!(fault, Fault::Damaged(_) | Fault::TooDeep | Fault::TooLarge { .. }), "{fault}");
    }
}

#[test]
fn a_page_saved_as_one_file_is_read() {
    let mht = "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"----=_B\"\r\n\r\n------=_B\r\n\
        Content-Type: text/html;\r\n\tcharset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        <html><meta charset=3Dgb2312><p>=E5=85=AC=E5=BC=80 12 =\r\n=E6=9D=A1</p></html>\r\n------=_B\r\n\
        Content-Type: image/png\r\n\r\nxx\r\n------=_B--\r\n";
    assert_eq!(lines(&document(mht.as_bytes(), &Aids::default()).unwrap()), ["公开 12 条"]);
}

#[test]
fn what_needs_libreoffice_says_so() {
    let mut doc = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    doc.extend("WordDocument".encode_utf16().flat_map(u16::to_le_bytes));
    for bytes in [doc.as_slice(), b"{\\rtf1 x}"] {
        let sentence = document(bytes, &Aids::default()).unwrap_err().to_string();
        assert!(sentence.contains("LibreOffice") && sentence.contains("apt install"), "{sentence}");
    }
}
