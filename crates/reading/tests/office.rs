//! What LibreOffice makes of a report: PDF, DOCX and ODT printed from a page say what the page says. Slow: it is a
//! large program.

use std::path::Path;
use std::process::Command;

use inspect::Document;
use reading::{Aids, Converter, Old, document};

use super::support::rows;

/// A report in small: prose, a table with cells over rows and columns, a list that counts.
const REPORT: &str = "<html><head><meta charset='utf-8'></head><body><p>示例镇2023年政府信息公开工作年度报告</p>
<p>统计期限自2023年1月1日至12月31日。全年主动公开信息125条，收到申请12件，同比增长20.5%，已全部答复，没有收取任何费用，也没有发生行政复议和行政诉讼。</p>
<table border='1' style='border-collapse:collapse'><tr><td colspan='3' rowspan='3'>（勾稽关系：第一项加第二项之和，等于第三项加第四项之和）</td><td colspan='7'>申请人情况</td></tr>
<tr><td rowspan='2'>自然人</td><td colspan='5'>法人或其他组织</td><td rowspan='2'>总计</td></tr>
<tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>
<tr><td colspan='3'>一、本年新收政府信息公开申请数量</td><td>10</td><td>1</td><td>0</td><td>0</td><td>1</td><td>0</td><td>12</td></tr>
<tr><td rowspan='2'>三、本年度办理结果</td><td colspan='2'>（一）予以公开</td><td>5</td><td>1</td><td>0</td><td>0</td><td>1</td><td>0</td><td>7</td></tr>
<tr><td>（三）不予公开</td><td>1.属于国家秘密</td><td>5</td><td>0</td><td>0</td><td>0</td><td>0</td><td>0</td><td>5</td></tr></table>
<p>无其他需要报告的事项。</p></body></html>";

/// The table as every format must give it, with the spans of its cells.
const TABLE: [&str; 6] = [
    "（勾稽关系：第一项加第二项之和，等于第三项加第四项之和）3x3|申请人情况1x7",
    "自然人2x1|法人或其他组织1x5|总计2x1",
    "商业企业1x1|科研机构1x1|社会公益组织1x1|法律服务机构1x1|其他1x1",
    "一、本年新收政府信息公开申请数量1x3|101x1|11x1|01x1|01x1|11x1|01x1|121x1",
    "三、本年度办理结果2x1|（一）予以公开1x2|51x1|11x1|01x1|01x1|11x1|01x1|71x1",
    "（三）不予公开1x1|1.属于国家秘密1x1|51x1|01x1|01x1|01x1|01x1|01x1|51x1",
];

/// The installed program.
struct Office<'a> {
    folder: &'a Path,
}

impl Office<'_> {
    /// Converts a file of the folder; `to` is an ending with LibreOffice's filter.
    fn print(&self, name: &str, to: &str) -> Vec<u8> {
        let ended = Command::new("soffice")
            .arg(format!("-env:UserInstallation=file://{}", self.folder.join("profile").display()))
            // A page is otherwise opened by a part of the program that prints less.
            .args(name.ends_with(".html").then_some("--infilter=HTML (StarWriter)"))
            .args(["--headless", "--convert-to", to, "--outdir"])
            .args([self.folder, &self.folder.join(name)])
            .output()
            .unwrap();
        assert!(ended.status.success(), "{ended:?}");
        let ending = to.split(':').next().unwrap();
        std::fs::read(self.folder.join(name).with_extension(ending)).unwrap()
    }
}

impl Converter for Office<'_> {
    fn convert(&self, bytes: &[u8], from: Old) -> Result<Vec<u8>, String> {
        let name = format!("old.{}", from.ending());
        std::fs::write(self.folder.join(&name), bytes).unwrap();
        Ok(self.print(&name, from.becomes()))
    }
}

fn spans(document: &Document) -> Vec<String> {
    let table = document.tables.first().unwrap();
    let row = |row: &Vec<inspect::DocumentCell>| {
        let cells = row.iter().map(|cell| format!("{}{}x{}", cell.text, cell.row_span, cell.col_span));
        cells.collect::<Vec<_>>().join("|").replace(' ', "")
    };
    assert_eq!(rows(table).len(), table.rows.len());
    table.rows.iter().map(row).collect()
}

/// The signs of a text, in any order.
fn signs(text: &str) -> Vec<char> {
    let mut signs: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    signs.sort_unstable();
    signs
}

#[test]
fn what_libreoffice_prints_is_read_as_the_page_itself() {
    let folder = tempfile::tempdir().unwrap();
    let office = Office { folder: folder.path() };
    std::fs::write(folder.path().join("report.html"), REPORT).unwrap();
    let page = document(REPORT.as_bytes(), &Aids::default()).unwrap();
    assert_eq!(spans(&page), TABLE);
    let said =
        |document: &Document| -> String { document.lines.iter().map(|line| line.text.as_str()).collect() };

    let odt = office.print("report.html", "odt");
    std::fs::write(folder.path().join("report.odt"), &odt).unwrap();
    let pdf = office.print("report.odt", "pdf");
    let docx = office.print("report.odt", "docx");
    let doc = office.print("report.odt", "doc:MS Word 97");
    let rtf = office.print("report.odt", "rtf");
    for (name, bytes) in [("PDF", pdf), ("DOCX", docx), ("DOC", doc), ("RTF", rtf), ("ODT", odt)] {
        let read = document(&bytes, &Aids { converter: Some(&office) }).unwrap();
        assert_eq!(spans(&read), TABLE, "{name}");
        assert_eq!(signs(&said(&read)), signs(&said(&page)), "{name}");
    }
}

#[test]
fn a_pdf_says_what_pdftotext_finds_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let office = Office { folder: folder.path() };
    std::fs::write(folder.path().join("report.html"), REPORT).unwrap();
    let pdf = office.print("report.html", "pdf");
    let found = Command::new("pdftotext")
        .args(["-layout", "report.pdf", "-"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let read = document(&pdf, &Aids::default()).unwrap();
    let said: String = read.lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(signs(&said), signs(&String::from_utf8(found.stdout).unwrap()));
}
