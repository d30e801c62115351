//! Every cell is read as it was printed, in layouts harder than any that we print ourselves.

use inspect::{Beside, ConfidenceLevel, Document, Examined, Options, examine};
use law::report::{Cell, CellKey, Content, Form, Grid, Section};
use proptest::prelude::*;

use super::printed::{LAYOUTS, Printed};
use super::seed::shared;

/// How a converter may leave the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hard {
    /// Columns set with blanks, long labels over several lines with the figures beside their middle, page
    /// numbers between rows, the merged label one character a line.
    PagesOfBlanks,
    /// The whole report in one line.
    OneLine,
    /// `| a | b |` with a rule under the first row.
    Markdown,
    /// One cell a line, a bar behind each, bars alone for merged cells.
    BarALine,
    /// Merged labels written again in each row they cover.
    Repeated,
    /// Figures with a unit behind.
    Units,
    /// Figures and blanks in full width.
    FullWidth,
    /// One cell a line, merged labels behind the rows they cover.
    LabelsBehind,
}

pub(super) const HARD: [Hard; 8] = [
    Hard::PagesOfBlanks,
    Hard::OneLine,
    Hard::Markdown,
    Hard::BarALine,
    Hard::Repeated,
    Hard::Units,
    Hard::FullWidth,
    Hard::LabelsBehind,
];

/// A place of the table: its text, and whether it is merged from above or from the left.
type Row = Vec<Option<String>>;

fn rows(report: &Printed, grid: &Grid, repeat: bool) -> Vec<Row> {
    let mut rows = vec![vec![None; grid.columns]; grid.rows.len()];
    for (row, column, cell) in grid.placed() {
        let text = match &cell.content {
            Content::Figure(key) => report.cells[key].clone(),
            Content::Label(label) => (*label).to_owned(),
        };
        for down in 0..if repeat { cell.rowspan } else { 1 } {
            rows[row + down][column] = Some(text.clone());
        }
    }
    rows
}

pub(super) fn text(report: &Printed, hard: Hard) -> String {
    let mut text = report.introduction();
    let grids = report.form.grids();
    for section in Section::ALL {
        text.push_str(&section.heading());
        text.push('\n');
        match grids.iter().find(|grid| grid.section == *section) {
            Some(grid) => text.push_str(&table(report, grid, hard)),
            None => text.push_str(&report.words(*section)),
        }
        text.push('\n');
    }
    if hard == Hard::OneLine {
        text.split('\n').filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    } else {
        text
    }
}

fn table(report: &Printed, grid: &Grid, hard: Hard) -> String {
    let rows = rows(report, grid, hard == Hard::Repeated);
    let stated = |row: &Row| row.iter().flatten().cloned().collect::<Vec<String>>();
    let is_figure = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let wide = |text: &str| text.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect();
    match hard {
        Hard::PagesOfBlanks => pages(&rows, grid),
        Hard::OneLine => rows.iter().map(|row| stated(row).join(" ") + " ").collect(),
        Hard::Markdown => {
            let line = |row: &Row| format!("| {} |\n", stated(row).join(" | "));
            let rule = format!("| {} |\n", vec!["---"; grid.columns].join(" | "));
            rows.iter().enumerate().map(|(at, row)| line(row) + if at == 0 { &rule } else { "" }).collect()
        }
        Hard::BarALine => rows.iter().map(|row| stated(row).join(" |\n") + " |\n|||\n").collect(),
        Hard::Repeated => rows
            .iter()
            .map(|row| {
                row.iter().map(|cell| cell.clone().unwrap_or_default()).collect::<Vec<_>>().join("\t") + "\n"
            })
            .collect(),
        Hard::Units => {
            let unit = |text: String| if is_figure(&text) { text + "件" } else { text };
            rows.iter()
                .map(|row| stated(row).into_iter().map(unit).collect::<Vec<_>>().join("\t") + "\n")
                .collect()
        }
        Hard::FullWidth => {
            let unit = |text: String| if is_figure(&text) { wide(&text) } else { text };
            rows.iter()
                .map(|row| {
                    stated(row).into_iter().map(unit).collect::<Vec<_>>().join("\u{3000}\u{3000}") + "\n"
                })
                .collect()
        }
        Hard::LabelsBehind => labels_behind(&rows, grid),
    }
}

/// Merged labels of table 三 stand behind the rows that they cover.
fn labels_behind(rows: &[Row], grid: &Grid) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut merged: Vec<(usize, String)> = Vec::new();
    let spans: Vec<(usize, usize, usize)> =
        grid.placed().iter().map(|(row, column, cell)| (*row, *column, cell.rowspan)).collect();
    for (at, row) in rows.iter().enumerate() {
        for (column, text) in row.iter().enumerate() {
            let Some(text) = text else { continue };
            let span = spans.iter().find(|(r, c, _)| *r == at && *c == column).unwrap().2;
            if span > 3 { merged.push((at + span, text.clone())) } else { lines.push(text.clone()) }
        }
        lines.extend(merged.extract_if(.., |(end, _)| *end == at + 1).map(|(_, text)| text));
    }
    lines.iter().map(|line| format!("{line}\n\n")).collect()
}

/// How many characters of a label fit into a line.
const FIT: usize = 12;

/// As a converter of pages sets columns with blanks.
fn pages(rows: &[Row], grid: &Grid) -> String {
    let mut lines: Vec<String> = Vec::new();
    let merged: Vec<char> = "三、本年度办理结果".chars().collect();
    for (at, row) in rows.iter().enumerate() {
        let figures = row
            .iter()
            .rev()
            .take_while(|cell| cell.as_ref().is_some_and(|text| text.bytes().all(|b| b.is_ascii_digit())))
            .count();
        let (labels, figures) = row.split_at(row.len() - figures);
        let label = labels
            .iter()
            .flatten()
            .rfind(|label| !label.starts_with("三、本年"))
            .cloned()
            .unwrap_or_default();
        let label: Vec<char> = label.chars().collect();
        let pieces: Vec<String> = label.chunks(FIT).map(|piece| piece.iter().collect()).collect();
        let middle = pieces.len() / 2;
        let heads: String = if figures.is_empty() && labels.iter().flatten().count() > 1 {
            labels.iter().flatten().map(|head| format!("{head}    ")).collect()
        } else {
            String::new()
        };
        if !heads.is_empty() {
            lines.push(heads);
            continue;
        }
        for (number, piece) in
            pieces.iter().enumerate().chain(pieces.is_empty().then_some((0, &String::new())))
        {
            let side = merged
                .get((at + number).saturating_sub(4))
                .filter(|_| grid.section == Section::Three && at > 4)
                .map_or(' ', |c| *c);
            let mut line = format!("{side}   {piece}");
            let width: usize = line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
            if number == middle {
                line.push_str(&" ".repeat(36 - width));
                line.extend(figures.iter().flatten().map(|figure| format!("   {figure:>6}")));
            }
            lines.push(line);
        }
        if at % 9 == 8 {
            lines.extend(["".to_owned(), format!("{:>60}", "-3-"), "".to_owned()]);
        }
    }
    lines.join("\n") + "\n"
}

fn read(text: &str) -> Examined {
    let options = Options { file: "报告.txt".to_owned(), excerpt: false };
    examine(&Document::from_text(text), &options, Beside::default())
}

/// Cells that were read with another number than was printed.
fn wrong(report: &Printed, examined: &Examined) -> Vec<String> {
    let is_wrong = |(key, cell): (&CellKey, &Cell)| {
        let read = report.form.unit(*key).map(|unit| cell.print(unit));
        let printed = report.cells.get(key).cloned();
        (cell.amount().is_some() && read != printed).then(|| format!("{key} {read:?} {printed:?}"))
    };
    examined.report().cells.iter().filter_map(is_wrong).collect()
}

fn hard() -> impl Strategy<Value = Hard> {
    prop::sample::select(HARD.to_vec())
}

fn numbers() -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(0_u16..3000, 40..200)
}

fn form(is_old: bool) -> (Form, i16) {
    if is_old { (Form::F2019, 2020) } else { (Form::F2021, 2024) }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_cell_is_read_in_the_hard_layouts_too(numbers in numbers(), is_old in any::<bool>(), hard in hard()) {
        let (form, year) = form(is_old);
        let report = Printed::of(form, year, &numbers);
        let examined = read(&text(&report, hard));
        prop_assert_eq!(wrong(&report, &examined), Vec::<String>::new());
        prop_assert_eq!(examined.report().cells.len(), form.cells().len(), "{:?}", hard);
        prop_assert_eq!(examined.checked.confidence.level, ConfidenceLevel::High, "{:?}", examined.checked.confidence);
    }

    #[test]
    fn an_empty_cell_puts_no_number_into_a_wrong_place(
        numbers in numbers(),
        is_old in any::<bool>(),
        hard in hard(),
        layout in prop::sample::select(LAYOUTS.to_vec()),
        empty in prop::collection::vec(any::<prop::sample::Index>(), 1..4),
    ) {
        let (form, year) = form(is_old);
        let mut report = Printed::of(form, year, &numbers);
        for index in empty {
            report.cells.insert(*index.get(&form.cells()), String::new());
        }
        prop_assert_eq!(wrong(&report, &read(&text(&report, hard))), Vec::<String>::new(), "{:?}", hard);
        prop_assert_eq!(wrong(&report, &read(&report.text(layout))), Vec::<String>::new(), "{:?}", layout);
    }

    #[test]
    fn a_lost_line_puts_no_number_into_a_wrong_place(
        numbers in numbers(),
        is_old in any::<bool>(),
        hard in hard(),
        layout in prop::sample::select(LAYOUTS.to_vec()),
        lost in any::<prop::sample::Index>(),
    ) {
        let (form, year) = form(is_old);
        let report = Printed::of(form, year, &numbers);
        for text in [text(&report, hard), report.text(layout)] {
            let mut lines: Vec<&str> = text.lines().collect();
            lines.remove(lost.index(lines.len()));
            prop_assert_eq!(wrong(&report, &read(&lines.join("\n"))), Vec::<String>::new(), "{:?} {:?}", hard, layout);
        }
    }
}

#[test]
fn two_conversions_of_one_published_report_are_read_alike() {
    let Some(folder) = shared() else { return };
    let cells = |file: &str| {
        let text = std::fs::read_to_string(folder.join("reports").join(file)).unwrap();
        let body: Vec<&str> = text.lines().skip(5).collect();
        read(&body.join("\n")).report().cells.clone()
    };
    let spaces = cells("002.txt");
    assert_eq!(spaces.len(), Form::F2021.cells().len());
    assert_eq!(spaces, cells("003.txt"));
}
