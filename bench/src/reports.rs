//! Reports made up for measuring: every one another body's, with other figures and other words, in which every identity
//! of the law holds; as values, and as the plain text in which a county gets them.

use law::report::table_four::OUTCOMES;
use law::report::table_three::APPLICANTS;
use law::report::{
    Cell, CellKey, Content, DisputeOutcome, DisputeRoute, Form, Grid, Report, RequestColumn, RequestRow,
    Section, Unit,
};

const FORM: Form = Form::F2021;
const YEAR: i16 = 2025;

const FIRST: [&str; 10] = ["东", "西", "南", "北", "青", "白", "红", "新", "古", "长"];
const SECOND: [&str; 10] = ["山", "河", "湖", "林", "桥", "塘", "岭", "井", "坪", "湾"];
const WORKS: [&str; 6] = [
    "梳理了主动公开基本目录，逐项写明责任单位和时限",
    "在便民服务中心设置了政府信息查阅点，配备专人引导",
    "对村务公开栏逐村查看，内容过期的当场更换",
    "组织各村报送人员学习条例，并以案例讲解答复的写法",
    "修订了公开指南，更新了受理机构的地址和电话",
    "对涉及群众切身利益的文件同步发布解读材料",
];

/// The report with that number.
pub(crate) fn report(number: usize) -> Report {
    let mut report = Report::blank(&agency(number), YEAR, FORM);
    let mut figures = Figures(number);
    business(&mut report, &mut figures);
    requests(&mut report, &mut figures);
    disputes(&mut report, &mut figures);
    words(&mut report, number);
    report
}

/// The title that stands above it.
pub(crate) fn title(report: &Report) -> String {
    format!("{}{}年政府信息公开工作年度报告", report.agency, report.year)
}

/// The report as text, tables with tabs as a spreadsheet gives them when they are copied.
pub(crate) fn text(report: &Report) -> String {
    let grids = report.form.grids();
    let mut text = format!("{}\n\n", title(report));
    for section in Section::ALL {
        text.push_str(&format!("{}\n", section.heading()));
        if let Some(grid) = grids.iter().find(|grid| grid.section == *section) {
            text.push_str(&table(report, grid));
        }
        text.push_str(report.prose.get(section).map_or("", String::as_str));
        text.push_str("\n\n");
    }
    text
}

fn table(report: &Report, grid: &Grid) -> String {
    let mut rows = vec![vec![String::new(); grid.columns]; grid.rows.len()];
    for (row, column, cell) in grid.placed() {
        let printed = match &cell.content {
            Content::Label(label) => (*label).to_owned(),
            Content::Figure(key) => {
                let unit = report.form.unit(*key).unwrap_or(Unit::Items);
                report.cells.get(key).map(|cell| cell.print(unit)).unwrap_or_default()
            }
        };
        if let Some(place) = rows.get_mut(row).and_then(|row| row.get_mut(column)) {
            *place = printed;
        }
    }
    rows.iter().map(|row| row.join("\t") + "\n").collect()
}

/// Numbers that look like chance and are not.
struct Figures(usize);

impl Figures {
    fn below(&mut self, limit: usize) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.0 >> 33) % limit).unwrap_or_default()
    }
}

fn agency(number: usize) -> String {
    let part = |names: &[&'static str; 10], at: usize| names.get(at % 10).copied().unwrap_or_default();
    let county = format!("示{}县", part(&SECOND, number / 100));
    let middle = if number < 1_000 { "" } else { part(&FIRST, number / 1_000) };
    format!("{county}{}{middle}{}镇人民政府", part(&FIRST, number / 10), part(&SECOND, number))
}

fn business(report: &mut Report, figures: &mut Figures) {
    for key in FORM.cells().into_iter().filter(|key| matches!(key, CellKey::Business(..))) {
        // A township makes no rules and, mostly, charges nothing.
        let is_rule = key.to_string().starts_with("t2.guizhang");
        let amount = match FORM.unit(key) {
            Some(Unit::Items) if !is_rule => figures.below(40),
            _ => 0,
        };
        report.cells.insert(key, Cell::of(FORM.unit(key).unwrap_or(Unit::Items), amount));
    }
}

fn requests(report: &mut Report, figures: &mut Figures) {
    let mut put =
        |row, column, number| report.cells.insert(CellKey::Request(row, column), Cell::Count(number));
    let mut sums = vec![0; FORM.request_rows().len()];
    for column in APPLICANTS {
        let most = if column == RequestColumn::NaturalPerson { 4 } else { 2 };
        let results: Vec<(RequestRow, i64)> =
            FORM.result_rows().map(|row| (row, figures.below(most))).collect();
        let total: i64 = results.iter().map(|result| result.1).sum();
        let (carried_in, carried_out) = (figures.below(2).min(total), figures.below(2));
        for (label, sum) in FORM.request_rows().iter().zip(&mut sums) {
            let number = match label.row {
                RequestRow::New => total + carried_out - carried_in,
                RequestRow::CarriedIn => carried_in,
                RequestRow::CarriedOut => carried_out,
                RequestRow::Total => total,
                row => results.iter().find(|result| result.0 == row).map_or(0, |result| result.1),
            };
            put(label.row, column, number);
            *sum += number;
        }
    }
    for (label, sum) in FORM.request_rows().iter().zip(sums) {
        put(label.row, RequestColumn::Total, sum);
    }
}

fn disputes(report: &mut Report, figures: &mut Figures) {
    for route in DisputeRoute::ALL {
        let mut total = 0;
        for outcome in OUTCOMES {
            let number = figures.below(3);
            total += number;
            report.cells.insert(CellKey::Dispute(*route, outcome), Cell::Count(number));
        }
        report.cells.insert(CellKey::Dispute(*route, DisputeOutcome::Total), Cell::Count(total));
    }
}

/// As many words as a township writes, the figures those of the tables.
fn words(report: &mut Report, number: usize) {
    let amount = |row| report.amount(CellKey::Request(row, RequestColumn::Total)).unwrap_or_default();
    let (new, total, left) =
        (amount(RequestRow::New), amount(RequestRow::Total), amount(RequestRow::CarriedOut));
    let agency = report.agency.clone();
    let published = 100 + number % 900;
    let works: Vec<String> = (0..5).map(|at| format!("{agency}{}。", work(number + at))).collect();
    let one = format!(
        "{YEAR}年，{agency}依照《中华人民共和国政府信息公开条例》开展政府信息公开工作。\n\
         （一）主动公开。全年主动公开政府信息{published}条。{}\n\
         （二）依申请公开。全年新收政府信息公开申请{new}件，办结{total}件，结转下年度继续办理{left}件。\n\
         （三）政府信息管理。{}\n（四）平台建设。{}\n（五）监督保障。{}{}",
        works.first().map_or("", String::as_str),
        works.get(1).map_or("", String::as_str),
        works.get(2).map_or("", String::as_str),
        works.get(3).map_or("", String::as_str),
        works.get(4).map_or("", String::as_str),
    );
    let five = format!(
        "存在的主要问题：一是{agency}部分信息更新不够及时，二是个别答复说理不够充分。\n\
         改进情况：针对上述问题，{}；下一步继续完善提醒和讲评的办法。",
        work(number + 3)
    );
    let six = format!("{agency}{YEAR}年未收取信息处理费。没有其他需要报告的事项。");
    report.prose.extend([(Section::One, one), (Section::Five, five), (Section::Six, six)]);
}

fn work(number: usize) -> &'static str {
    WORKS.get(number % WORKS.len()).copied().unwrap_or_default()
}
