//! Writes the files that the fuzz targets begin with: sound reports of our own printing, in every format.
//!
//! ```text
//! cargo run --manifest-path fuzz/Cargo.toml --example seeds -- fuzz/corpus
//! ```

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use gongkai_fuzz::{DOCX, OFD, SEPARATOR, XLSX, framed, packed, spelled, zipped};
use law::report::{Content, Form, Grid, GridCell};
use printed::{LAYOUTS, Printed};

#[expect(dead_code, reason = "the tests of the inspector use more of it")]
#[path = "../../crates/inspect/tests/printed.rs"]
mod printed;

/// Signs between the parts of an input.
const SEPARATED: &[u8] = &[SEPARATOR];

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).map_or_else(|| PathBuf::from("fuzz/corpus"), PathBuf::from);
    let reports = [Printed::of(Form::F2019, 2020, &[0]), Printed::of(Form::F2021, 2024, &[3, 1, 12, 0, 7])];
    let mut seeds: Vec<(&str, Vec<u8>)> = Vec::new();
    for report in &reports {
        seeds.extend(texts(report));
        seeds.extend(files(report));
    }
    for (number, (target, content)) in seeds.iter().enumerate() {
        write(&folder.join(target), number, content)?;
    }
    println!("{} seeds in {}", seeds.len(), folder.display());
    Ok(())
}

fn write(folder: &Path, number: usize, content: &[u8]) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join(format!("seed-{number:03}")), content)
}

/// Reports as text, in every layout, and in the alphabet of pieces.
fn texts(report: &Printed) -> Vec<(&'static str, Vec<u8>)> {
    let mut seeds = Vec::new();
    let words = "全年主动公开政府信息125条，其中网站公开12条，占比9.6%，同比增长100%，全文电子化率100%。";
    for layout in LAYOUTS {
        let text = report.text(layout);
        let pieces = spelled(&text);
        seeds.push(("pieces", [b"0", pieces.as_slice()].concat()));
        seeds.push(("beside", [pieces.as_slice(), SEPARATED, &pieces, SEPARATED, &pieces].concat()));
        seeds.push(("decode", text.clone().into_bytes()));
        seeds.push(("rows", text.replace('\t', ",").into_bytes()));
        seeds.push(("text", text.into_bytes()));
    }
    for how in 0..8 {
        let said = if how & 2 == 0 { spelled(words) } else { words.as_bytes().to_vec() };
        seeds.push(("words", [&[how, 7, 228, how], said.as_slice()].concat()));
    }
    let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    seeds.push(("decode", [b"\xFF\xFE", wide.as_slice()].concat()));
    // 规章 in GB18030.
    seeds.push(("decode", b"\xB9\xE6\xD5\xC2,3\r\n".to_vec()));
    seeds.push(("rows", "\u{FEFF}来源编号,标题\r\n1,\"甲,\n乙\"\r\n".as_bytes().to_vec()));
    seeds
}

/// The same report in every format of a file.
fn files(report: &Printed) -> Vec<(&'static str, Vec<u8>)> {
    let html = html(report);
    let mht = format!(
        "boundary=\"B\"\r\n\r\n--B\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<html>{html}\r\n--B--"
    );
    let (docx, xlsx, ofd, pdf) = (docx(report), xlsx(report), ofd(report), drawing(report));
    let archives = [packed(&DOCX, &docx), packed(&XLSX, &xlsx), packed(&OFD, &ofd)];
    let inner = zipped([("乙镇.html", html.as_bytes())].into_iter());
    let bundle = zipped([("甲镇.docx", archives[0].as_slice()), ("乙.zip", inner.as_slice())].into_iter());
    let whole = framed(&pdf);
    // The targets write the first bytes themselves.
    let behind = |bytes: &[u8], first: usize| bytes.get(first..).unwrap_or_default().to_vec();
    let mut seeds = vec![
        ("html", html.into_bytes()),
        ("mht", mht.into_bytes()),
        ("docx", docx),
        ("xlsx", xlsx),
        ("ofd", ofd),
        ("drawing", pdf),
        ("pdf", behind(&whole, b"%PDF-1.5\n".len())),
        ("bundle", behind(&bundle, 4)),
    ];
    seeds.extend(archives.iter().map(|archive| ("archive", behind(archive, 4))));
    seeds
}

fn says<'a>(report: &'a Printed, cell: &'a GridCell) -> &'a str {
    match &cell.content {
        Content::Label(label) => label,
        Content::Figure(key) => report.cells.get(key).map_or("", String::as_str),
    }
}

/// What stands in a report: words, and tables.
fn body(report: &Printed, paragraph: impl Fn(&str) -> String, table: impl Fn(&Grid) -> String) -> String {
    let mut body: String = report.introduction().lines().map(&paragraph).collect();
    let grids = report.form.grids();
    for section in law::report::Section::ALL {
        body += &paragraph(&section.heading());
        match grids.iter().find(|grid| grid.section == *section) {
            Some(grid) => body += &table(grid),
            None => body.extend(report.words(*section).lines().map(&paragraph)),
        }
    }
    body
}

fn html(report: &Printed) -> String {
    let cell = |cell: &GridCell| {
        format!("<td rowspan={} colspan=\"{}\">{}</td>", cell.rowspan, cell.colspan, says(report, cell))
    };
    let row = |row: &Vec<GridCell>| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
    let table = |grid: &Grid| format!("<table>{}</table>", grid.rows.iter().map(row).collect::<String>());
    let body = body(report, |text| format!("<p>{text}</p>"), table);
    format!(
        "<meta charset=utf-8><title>报告</title><body><ul><li><a href=\"/\">首页</a></ul>{body}<ol start=2><li>甲<li>乙</ol><img width=600 height=400>"
    )
}

fn docx(report: &Printed) -> Vec<u8> {
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    let table = |grid: &Grid| {
        let mut rows = vec![String::new(); grid.rows.len()];
        for (row, _, cell) in grid.placed() {
            let text = paragraph(says(report, cell));
            let below = if cell.rowspan > 1 { "<w:vMerge w:val=\"restart\"/>" } else { "" };
            if let Some(cells) = rows.get_mut(row) {
                *cells += &format!(
                    "<w:tc><w:tcPr><w:gridSpan w:val=\"{}\"/>{below}</w:tcPr>{text}</w:tc>",
                    cell.colspan
                );
            }
        }
        let rows: String = rows.iter().map(|cells| format!("<w:tr>{cells}</w:tr>")).collect();
        format!("<w:tbl>{rows}</w:tbl>")
    };
    let counted = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>甲</w:t><w:tab/></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>";
    let parts = [
        format!("<w:document><w:body>{}{counted}</w:body></w:document>", body(report, paragraph, table)),
        "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>".to_owned(),
        "<w:styles><w:style w:styleId=\"1\"><w:basedOn w:val=\"1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style></w:styles>".to_owned(),
        "<w:footnotes><w:footnote><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:footnotes>".to_owned(),
    ];
    joined(&parts)
}

fn xlsx(report: &Printed) -> Vec<u8> {
    let (mut rows, mut merges, mut line) = (String::new(), String::new(), 1);
    for grid in report.form.grids() {
        let mut cells = vec![String::new(); grid.rows.len()];
        for (row, column, cell) in grid.placed() {
            let name = |row: usize, column: usize| {
                format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap_or(25)), line + row)
            };
            let (at, text) = (name(row, column), says(report, cell));
            let last = name(row + cell.rowspan - 1, column + cell.colspan - 1);
            if let Some(cells) = cells.get_mut(row) {
                *cells += &format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
            }
            if last != at {
                merges += &format!("<mergeCell ref=\"{at}:{last}\"/>");
            }
        }
        for (row, cells) in cells.iter().enumerate() {
            rows += &format!("<row r=\"{}\">{cells}</row>", line + row);
        }
        line += cells.len() + 2;
    }
    let odd = format!(
        "<row r=\"{line}\"><c r=\"A{line}\" t=\"s\"><v>0</v></c><c r=\"B{line}\" s=\"1\"><v>43831.5</v></c><c r=\"C{line}\" t=\"b\"><v>1</v></c></row>"
    );
    let parts = [
        format!("<worksheet><dimension ref=\"A1:J{line}\"/><sheetData>{rows}{odd}</sheetData><mergeCells>{merges}</mergeCells></worksheet>"),
        "<sst uniqueCount=\"1\"><si><t>示例镇人民政府2020年政府信息公开工作年度报告</t></si></sst>".to_owned(),
        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>".to_owned(),
        "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>".to_owned(),
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>".to_owned(),
    ];
    joined(&parts)
}

fn ofd(report: &Printed) -> Vec<u8> {
    let mut page = String::new();
    for (index, line) in report.text(LAYOUTS[4]).lines().take(40).enumerate() {
        let y = 20 + index * 6;
        let steps = line.chars().count();
        let text = line.trim();
        // Writing to a string succeeds.
        let _ = write!(
            page,
            "<ofd:TextObject Boundary=\"20 {y} 170 6\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"g {steps} 4\">{text}</ofd:TextCode></ofd:TextObject><ofd:PathObject Boundary=\"0 0 210 297\"><ofd:AbbreviatedData>M 20 {y} L 80 {y}</ofd:AbbreviatedData></ofd:PathObject>"
        );
    }
    let parts = [
        format!("<ofd:Page><ofd:Template TemplateID=\"2\"/><ofd:Content><ofd:Layer>{page}</ofd:Layer></ofd:Content></ofd:Page>"),
        "<ofd:Document><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID=\"2\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/></ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>".to_owned(),
        "<ofd:OFD><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>".to_owned(),
        "<ofd:Page><ofd:Content><ofd:Layer><ofd:ImageObject Boundary=\"0 0 100 100\" CTM=\"1 0 0 1 0 0\"/></ofd:Layer></ofd:Content></ofd:Page>".to_owned(),
    ];
    joined(&parts)
}

/// Drawing operations, a map of signs, the entries of a font and of the one below it.
fn drawing(report: &Printed) -> Vec<u8> {
    let mut page = "q 1 0 0 1 0 0 cm /X Do /P Do\n".to_owned();
    // Few lines: the form draws them again, a dozen times.
    for (index, line) in report.text(LAYOUTS[4]).lines().take(5).enumerate() {
        let hex: String = line.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
        let y = 780_usize.saturating_sub(index * 20);
        // Writing to a string succeeds.
        let _ = write!(
            page,
            "BT /F 10 Tf 1 0 0 1 50 {y} Tm <{hex}> Tj [(a) -200 <{hex}>] TJ T* ET 50 {y} m 250 {y} l S 50 {y} 200 20 re f\n"
        );
    }
    let map = "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0003> <4E00> endbfchar 2 beginbfrange <0000> <FFFF> <0000> <0005> <0007> [<4E01> <4E02>] endbfrange endcmap";
    let font = "/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H";
    let below =
        "/Subtype/CIDFontType2/BaseFont/SimSun/DW 1000/W[1[500 600]3 9 250]/CIDSystemInfo<</Ordering(GB1)>>";
    joined(&[page, map.to_owned(), font.to_owned(), below.to_owned()])
}

fn joined(parts: &[String]) -> Vec<u8> {
    parts.iter().map(String::as_bytes).collect::<Vec<_>>().join(SEPARATED)
}
