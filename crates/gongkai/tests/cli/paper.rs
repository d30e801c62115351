//! Reports and registers on paper, from the command line: PDF, Word documents, and what is said without fonts.

use std::path::Path;
use std::process::Command;

use super::{Desk, Said, publications};

/// The text layer of a PDF as poppler reads it, without blanks.
pub(super) fn text_of(pdf: &Path) -> String {
    let read = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(pdf).arg("-").output();
    assert!(read.is_ok(), "poppler-utils is not installed: `cargo xtask setup`");
    let read = read.unwrap();
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    String::from_utf8(read.stdout).unwrap().split_whitespace().collect()
}

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("p.csv", publications(5));
    desk.good("import publication p.csv --organ 示例镇 --year 2020");
    desk
}

#[test]
fn the_report_goes_on_paper_and_says_that_it_is_a_draft() {
    let desk = desk();
    desk.good("report --organ 示例镇 --year 2020 --format pdf -o r.pdf");
    let text = text_of(&desk.path("r.pdf"));
    for words in ["示例镇人民政府2020年政府信息公开工作年度报告", "四、结转下年度继续办理", "草稿"]
    {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    desk.good("report --organ 示例镇 --year 2020 --format docx -o r.docx");
    assert!(std::fs::read(desk.path("r.docx")).unwrap().starts_with(b"PK\x03\x04"));
}

#[test]
fn a_register_goes_on_paper_with_the_year_it_was_chosen_by() {
    let desk = desk();
    let said = desk.run("export publication --organ 示例镇 --year 2020 --format pdf -o p.pdf");
    assert!(said.code == 0 && said.err.contains("5 条"), "{said:?}");
    let text = text_of(&desk.path("p.pdf"));
    for words in ["示例镇人民政府主动公开信息台账", "年度：2020年", "共5条", "第1页，共1页"]
    {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    desk.good("export publication --organ 示例镇 --format docx -o p.docx");
    assert!(std::fs::read(desk.path("p.docx")).unwrap().starts_with(b"PK\x03\x04"));
}

#[test]
fn without_fonts_all_but_pdf_works_and_a_sentence_says_what_to_install() {
    let desk = desk();
    std::fs::create_dir(desk.path("no-fonts")).unwrap();
    let run = |line: &str| {
        let output = desk.command(line).env("GONGKAI_FONT_DIR", desk.path("no-fonts")).output().unwrap();
        Said::of(&output)
    };
    for line in [
        "report --organ 示例镇 --year 2020 --format pdf -o x.pdf",
        "export publication --organ 示例镇 --format pdf -o x.pdf",
    ] {
        let said = run(line);
        assert_eq!(
            (said.code, said.err.contains("请安装 Debian 软件包 fonts-noto-cjk")),
            (1, true),
            "{said:?}"
        );
        assert!(!desk.path("x.pdf").exists());
    }
    for format in ["html", "docx", "xlsx", "json"] {
        assert_eq!(run(&format!("report --organ 示例镇 --year 2020 --format {format} -o x.out")).code, 0);
    }
    let doctor = run("doctor");
    assert!(doctor.out.contains("注意  中文字体：没有找到中文字体"), "{doctor:?}");
    assert!(desk.run("doctor").out.contains("正常  中文字体：可以生成 PDF"));
}
