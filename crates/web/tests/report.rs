//! The annual report as a page and as a file.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use casework::report::frozen_hash;
use law::measure::Year;
use law::report::{Cell, CellKey, Form, Report, Section, Unit};
use store::{CellOrigin, Freeze, NewReport, ReportCell, ReportId};

use crate::world::{World, new_id};

/// A report with a different number in every cell, one blank, and words in three parts.
pub(crate) fn sample(form: Form, year: i16) -> Report {
    let mut report = Report::blank("示例镇人民政府", year, form);
    for (number, key) in (1_i64..).zip(form.cells()) {
        let unit = form.unit(key).unwrap();
        let amount = if matches!(unit, Unit::Change) { -number } else { number * 1_000_003 };
        report.cells.insert(key, Cell::of(unit, amount));
    }
    report.cells.insert("t3.c1.nat".parse().unwrap(), Cell::Blank);
    for section in Section::PROSE {
        report.prose.insert(section, format!("{}的第一段。\n　　含有<b>与&的第二段。", section.numeral()));
    }
    report
}

/// The cells of a page, read back by the keys that they carry.
fn read_back(html: &str, form: Form) -> BTreeMap<CellKey, Cell> {
    let mut cells = BTreeMap::new();
    for piece in html.split("<td data-cell=\"").skip(1) {
        let (key, rest) = piece.split_once('"').unwrap();
        let text = rest.split_once('>').unwrap().1.split("</td>").next().unwrap();
        let key: CellKey = key.parse().unwrap();
        let before = cells.insert(key, Cell::parse(text, form.unit(key).unwrap()).cell);
        assert_eq!(before, None, "{key} stands twice");
    }
    cells
}

#[test]
fn the_file_reads_back_to_the_same_cells_in_both_forms() {
    for (form, year) in [(Form::F2019, 2020), (Form::F2021, 2025)] {
        let report = sample(form, year);
        let html = web::report_html(&report, "标题", false).unwrap();
        assert_eq!(read_back(&html, form), report.cells);
    }
}

#[test]
fn the_file_stands_alone_and_prints_every_label_and_word() {
    let report = sample(Form::F2019, 2020);
    let html = web::report_html(&report, "示例镇人民政府2020年政府信息公开工作年度报告", false).unwrap();
    for part in [
        "<!doctype html>",
        "<style>",
        "统计期限：2020年1月1日至2020年12月31日",
        "一的第一段。",
        "含有&#60;b&#62;与&#38;",
    ] {
        assert!(html.contains(part), "{part}");
    }
    for banned in ["<link", "<script", "http://", "https://", "草稿"] {
        assert!(!html.contains(banned), "{banned}");
    }
    for section in Section::ALL {
        assert!(html.contains(&section.heading()), "{section:?}");
    }
    for label in
        ["信息内容", "第二十条第（一）项", "上一年项目数量", "商业企业", "结果维持", "未经复议直接起诉"]
    {
        assert!(html.contains(label), "{label}");
    }
}

#[test]
fn the_merged_cells_cover_each_table_without_holes() {
    for form in [Form::F2019, Form::F2021] {
        let html = web::report_html(&sample(form, 2020), "标题", false).unwrap();
        for (table, grid) in html.split("<table class=\"sheet\"").skip(1).zip(form.grids()) {
            let table = table.split("</table>").next().unwrap();
            let mut covered = 0;
            for cell in table.split('<').filter(|tag| tag.starts_with("td ") || tag.starts_with("th ")) {
                let span = |name: &str| {
                    let value = cell
                        .split_once(&format!(" {name}=\""))
                        .map(|(_, rest)| rest.split('"').next().unwrap());
                    value.map_or(1, |value| value.parse::<usize>().unwrap())
                };
                covered += span("rowspan") * span("colspan");
            }
            assert_eq!(covered, grid.columns * grid.rows.len(), "{:?}", grid.section);
            assert!(!table.contains("<th>"), "a heading without a scope");
        }
    }
}

#[test]
fn an_unfinished_report_says_so_on_every_page_of_paper() {
    let mut report = sample(Form::F2021, 2025);
    report.prose.insert(Section::Six, String::new());
    let html = web::report_html(&report, "标题", true).unwrap();
    assert!(
        html.contains("<title>标题（草稿）</title>") && html.contains("<p class=\"draft-mark\">草稿</p>")
    );
    assert!(html.contains("（这一部分还没有写）"));
    let print = html.split("@media print").last().unwrap();
    assert!(print.contains(".draft-mark { position: fixed;"), "a fixed box is printed on every page");
}

/// Lays a report of 示例镇 down as far as 定稿, and publishes it if asked.
pub(crate) async fn lay_down(world: &World, report: &Report, published: bool) -> ReportId {
    lay_down_under(world, report, published, frozen_hash(report, CALENDAR)).await
}

/// The version of the calendar behind the figures of a report laid down.
const CALENDAR: &str = "c";

async fn lay_down_under(world: &World, report: &Report, published: bool, hash: String) -> ReportId {
    let id = ReportId::new(new_id());
    let act = world.act();
    let year = Year::new(report.year.into()).unwrap();
    let mut write = world.store.begin(&world.organ).await.unwrap();
    write.open_report(&act, &NewReport { id: id.clone(), year, form: report.form }).await.unwrap();
    let cell = |(key, cell): (&CellKey, &Cell)| ReportCell {
        key: *key,
        cell: cell.clone(),
        origin: CellOrigin::Typed,
    };
    let cells: Vec<ReportCell> = report.cells.iter().map(cell).collect();
    write.store_cells(&act, &id, &cells).await.unwrap();
    for section in Section::PROSE {
        write.write_prose(&act, &id, section, &report.prose[&section]).await.unwrap();
    }
    let printed =
        Section::PROSE.into_iter().map(|section| (section, report.prose[&section].clone())).collect();
    let (agency, calendar_version) = (report.agency.clone(), CALENDAR.to_owned());
    let freeze = Freeze { agency, calendar_version, hash, printed };
    write.finalise_report(&act, &id, &freeze).await.unwrap();
    if published {
        write.publish_report(&act, &id).await.unwrap();
    }
    write.commit().await.unwrap();
    id
}

#[tokio::test]
async fn a_final_report_that_was_altered_behind_the_program_is_not_given_out() {
    let world = World::new().await;
    let mut other = sample(Form::F2019, 2019);
    other.prose.insert(Section::One, "别的文字。".to_owned());
    let hash = frozen_hash(&other, CALENDAR);
    lay_down_under(&world, &sample(Form::F2019, 2019), true, hash).await;
    let mut visitor = world.visitor();
    for file in ["", "/report.json", "/report.xlsx"] {
        let page = visitor.get(&format!("/shilizhen/annual/2019{file}")).await;
        page.says_with(StatusCode::CONFLICT, &["校验码对不上"]);
    }
}

#[tokio::test]
async fn a_final_report_bears_the_name_that_the_body_had_then() {
    let world = World::new().await;
    let mut report = sample(Form::F2019, 2019);
    report.agency = "示例乡人民政府".to_owned();
    lay_down(&world, &report, true).await;
    let page = world.visitor().get("/shilizhen/annual/2019").await;
    page.says(&["示例乡人民政府2019年政府信息公开工作年度报告", "示例镇人民政府"]);
}

#[tokio::test]
async fn a_report_is_public_from_its_publication_on_and_not_before() {
    let world = World::new().await;
    let mut visitor = world.visitor();
    lay_down(&world, &sample(Form::F2019, 2019), false).await;
    for address in
        ["/shilizhen/annual/2019", "/shilizhen/annual/2019/report.json", "/shilizhen/annual/2019/report.xlsx"]
    {
        assert_eq!(visitor.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    visitor.get("/shilizhen/annual/").await.hides(&["/annual/2019"]);
    let report = sample(Form::F2019, 2018);
    lay_down(&world, &report, true).await;
    visitor.get("/shilizhen/annual/").await.says(&[
        "共 1 份",
        "2018年政府信息公开工作年度报告",
        "2021-01-05",
    ]);
    let page = visitor.get("/shilizhen/annual/2018").await;
    page.says(&[
        "示例镇人民政府2018年政府信息公开工作年度报告",
        "一、总体情况",
        "六、其他需要报告的事项",
        "2021年1月5日",
    ]);
    page.hides(&["草稿"]);
    assert_eq!(read_back(&page.text(), report.form), report.cells);
    let json = visitor.get("/shilizhen/annual/2018/report.json").await;
    assert_eq!(law::report::from_json(&json.text()).unwrap().cells, report.cells);
    let sheet = visitor.get("/shilizhen/annual/2018/report.xlsx").await;
    sheet.says(&["xlsx 示例镇人民政府2018年政府信息公开工作年度报告 false 2018"]);
    assert!(sheet.header("content-disposition").contains("filename*=UTF-8''%E7%A4%BA"));
    let pdf = visitor.get("/shilizhen/annual/2018/report.pdf").await;
    pdf.says(&["pdf 示例镇人民政府2018年政府信息公开工作年度报告 false 2018"]);
    assert_eq!(visitor.get("/shilizhen/annual/2018/report.pdf").await.text(), pdf.text());
    page.says(&["/shilizhen/annual/2018/report.pdf?version=1", "下载PDF"]);
    page.hides(&["report.docx", "请安装"]);
    for none in [
        "/shilizhen/annual/2018/report.exe",
        "/shilizhen/annual/2018/other.pdf",
        "/shilizhen/annual/2017/report.pdf",
        "/shilizhen/annual/2017",
        "/shilizhen/annual/x",
        "/shilizhen/annual/2018?version=2",
        "/shifanxiang/annual/2018",
    ] {
        assert_eq!(visitor.get(none).await.status, StatusCode::NOT_FOUND, "{none}");
    }
}

#[tokio::test]
async fn a_corrected_report_stands_beside_the_one_it_corrects() {
    let world = World::new().await;
    let first = sample(Form::F2019, 2020);
    lay_down(&world, &first, true).await;
    world.go_to("2021-03-01");
    let mut second = first.clone();
    second.prose.insert(Section::Six, "更正后的文字。".to_owned());
    lay_down(&world, &second, true).await;
    let mut visitor = world.visitor();
    visitor.get("/shilizhen/annual/").await.says(&["共 1 份", "已更正，现为最新版本", "2021-03-01"]);
    let now = visitor.get("/shilizhen/annual/2020").await;
    now.says(&["更正后的文字", "第1版（2021-01-05 发布）", "第2版（2021-03-01 发布）"]);
    now.hides(&["更正前的版本"]);
    let old = visitor.get("/shilizhen/annual/2020?version=1").await;
    old.says(&["这是更正前的版本", "href=\"/shilizhen/annual/2020\""]);
    old.hides(&["更正后的文字"]);
}
