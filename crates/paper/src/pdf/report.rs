//! The annual report as data for its template.

use law::Date;
use law::report::{Content, Grid, GridCell, Report, Section, Unit};
use serde_json::{Value as Json, json};

use super::text::Printable;
use crate::layout::column_widths;

/// A table's width in hundredths of a millimetre, over which its columns are shared out.
const TABLE_WIDTH: u32 = 15_600;

/// How a table is set: the columns' widths against one another, points of type and of the space in the cells.
struct Setting {
    widths: Vec<u32>,
    size: f64,
    /// Space beside the text.
    inset: f64,
    /// Space above and below the text.
    padding: f64,
}

/// Everything that the template prints.
pub(super) fn data(
    printable: &mut Printable<'_>,
    report: &Report,
    title: &str,
    (draft, on): (bool, Date),
) -> Json {
    let year = report.year;
    let parts: Vec<Json> =
        Section::ALL.iter().map(|section| part(printable, report, *section, draft)).collect();
    let (title, agency) = (printable.text(title), printable.text(&report.agency));
    json!({
        "title-lines": lines(&title, &agency),
        "title": title,
        "agency": agency,
        "draft": draft,
        "period": format!("统计期限：{year}年1月1日至{year}年12月31日"),
        "date": super::day(on),
        "contents": "目　录",
        "parts": parts,
        "signed": (!draft).then(|| format!("{}年{}月{}日", on.year(), on.month(), on.day())),
        "notes": Vec::from_iter(printable.note()),
    })
}

/// A title that begins with the agency's name is broken behind it.
fn lines<'a>(title: &'a str, agency: &'a str) -> Vec<&'a str> {
    match title.strip_prefix(agency) {
        Some(rest) if !agency.is_empty() && !rest.is_empty() => vec![agency, rest],
        _ => vec![title],
    }
}

fn part(printable: &mut Printable<'_>, report: &Report, section: Section, draft: bool) -> Json {
    let text = report.prose.get(&section).map_or("", String::as_str);
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut paragraphs: Vec<String> = lines.map(|line| printable.text(line)).collect();
    let grid = report.form.grids().into_iter().find(|grid| grid.section == section);
    if draft && paragraphs.is_empty() && grid.is_none() {
        paragraphs.push("（这一部分还没有写）".to_owned());
    }
    let table = grid.map(|grid| table(printable, report, &grid));
    json!({ "heading": section.heading(), "paragraphs": paragraphs, "table": table })
}

fn table(printable: &mut Printable<'_>, report: &Report, grid: &Grid) -> Json {
    let setting = setting(grid);
    let cell = |(y, x, cell): (usize, usize, &GridCell)| {
        let beside_figures = grid.rows.get(y).is_some_and(|row| row.iter().any(is_figure));
        let scope = match (is_figure(cell), beside_figures) {
            (true, _) => None,
            (false, true) => Some("row"),
            (false, false) => Some("column"),
        };
        let text = match &cell.content {
            Content::Label(text) => printable.text(text),
            Content::Figure(key) => {
                let unit = report.form.unit(*key).unwrap_or(Unit::Items);
                printable.text(&report.cells.get(key).map(|cell| cell.print(unit)).unwrap_or_default())
            }
        };
        json!({
            "x": x, "y": y, "rowspan": cell.rowspan, "colspan": cell.colspan, "text": text,
            "scope": scope, "list": scope == Some("row") && x > 1,
        })
    };
    let cells: Vec<Json> = grid.placed().into_iter().map(cell).collect();
    json!({
        "widths": setting.widths,
        "size": setting.size,
        "inset": setting.inset,
        "padding": setting.padding,
        "header-rows": grid.header_rows,
        "cells": cells,
    })
}

const fn is_figure(cell: &GridCell) -> bool {
    matches!(cell.content, Content::Figure(_))
}

/// Sizes found by looking: table 二 leaves room for text on its page, table 三 fills one, and the fifteen columns of
/// table 四 fit beside one another.
fn setting(grid: &Grid) -> Setting {
    let (size, inset, padding) = match grid.section {
        Section::Three => (9.0, 2.0, 4.0),
        Section::Four => (10.5, 1.5, 7.0),
        _ => (10.5, 4.0, 4.5),
    };
    Setting { widths: column_widths(grid, TABLE_WIDTH), size, inset, padding }
}
