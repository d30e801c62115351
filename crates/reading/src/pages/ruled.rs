//! Ruled tables: drawn lines that touch form grids, and the signs within a grid are its cells.

use super::grid::Grid;
use super::lines;
use super::{Area, Piece, Table};
use crate::draft::DraftCell;

/// Lines at most so thick, in points; thicker areas are coloured grounds.
pub(crate) const THIN: f64 = 3.5;
/// Ends that miss one another by less still touch, in points.
const TOUCH: f64 = 3.0;
/// The shortest line that can be the side of a cell, in points.
const SHORT: f64 = 4.0;
/// More lines on one page than this are a drawing.
const MAX_RULES: usize = 20_000;
/// More lines one way than this, when pieces of one line are put together, are a drawing too.
const MAX_LINES: usize = 1000;

/// A straight line along one axis: `at` across it, from `from` to `to` along it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(super) at: f64,
    pub(super) from: f64,
    pub(super) to: f64,
}

/// The tables of a page with their upper edges, and the signs outside them.
pub(super) fn tables(pieces: Vec<Piece>, rules: &[Area]) -> (Vec<(f64, Table)>, Vec<Piece>) {
    if rules.len() > MAX_RULES {
        return (Vec::new(), pieces);
    }
    let (across, down): (Vec<&Area>, Vec<&Area>) =
        rules.iter().partition(|rule| rule.right - rule.left >= rule.bottom - rule.top);
    let across = joined(
        across.iter().map(|r| Line { at: middle(r.top, r.bottom), from: r.left, to: r.right }).collect(),
    );
    let down = joined(
        down.iter().map(|r| Line { at: middle(r.left, r.right), from: r.top, to: r.bottom }).collect(),
    );
    if across.len().max(down.len()) > MAX_LINES {
        return (Vec::new(), pieces);
    }
    let mut tables = Vec::new();
    let mut rest = pieces;
    for (across, down) in groups(&across, &down) {
        let Some(grid) = Grid::of(across, down) else { continue };
        let mut cells: Vec<Vec<Piece>> = vec![Vec::new(); grid.len()];
        let mut outside = Vec::new();
        for piece in rest {
            // The middle of a sign stands above its base line.
            let at = (piece.x + piece.width / 2.0, piece.y - piece.size * 0.35);
            match grid.cell_at(at).and_then(|cell| cells.get_mut(cell)) {
                Some(cell) => cell.push(piece),
                None => outside.push(piece),
            }
        }
        rest = outside;
        let said: Vec<String> = cells.into_iter().map(lines::cell).collect();
        if said.iter().filter(|text| !text.is_empty()).count() == 0 {
            continue;
        }
        tables.push((grid.top(), table(&grid, &said)));
    }
    (tables, rest)
}

fn middle(one: f64, other: f64) -> f64 {
    f64::midpoint(one, other)
}

fn table(grid: &Grid, said: &[String]) -> Table {
    let mut rows: Vec<Vec<DraftCell>> = vec![Vec::new(); grid.row_count()];
    let mut columns: Vec<Vec<usize>> = vec![Vec::new(); grid.row_count()];
    for (cell, text) in grid.cells().iter().zip(said) {
        if let (Some(row), Some(columns)) = (rows.get_mut(cell.row), columns.get_mut(cell.row)) {
            columns.push(cell.column);
            row.push(DraftCell {
                text: text.clone(),
                row_span: u32::try_from(cell.rows).unwrap_or(1),
                col_span: u32::try_from(cell.columns).unwrap_or(1),
                ..DraftCell::default()
            });
        }
    }
    Table { edges: grid.columns().to_vec(), rows, columns }
}

/// Pieces of one line put together: borders are drawn cell by cell, often twice.
fn joined(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|one, other| one.at.total_cmp(&other.at).then(one.from.total_cmp(&other.from)));
    let mut whole: Vec<Line> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        // All that lie on one straight line, within a hair.
        let first = lines.get(at).map_or(0.0, |line| line.at);
        let mut same: Vec<Line> =
            lines.iter().skip(at).take_while(|line| line.at - first < 1.5).copied().collect();
        at += same.len().max(1);
        same.sort_by(|one, other| one.from.total_cmp(&other.from));
        let begin = whole.len();
        for line in same {
            match whole.get_mut(begin..).and_then(<[Line]>::last_mut) {
                Some(last) if line.from <= last.to + TOUCH => last.to = last.to.max(line.to),
                _ => whole.push(line),
            }
        }
    }
    whole.retain(|line| line.to - line.from >= SHORT);
    whole
}

/// Lines that touch one another, each group apart.
fn groups(across: &[Line], down: &[Line]) -> Vec<(Vec<Line>, Vec<Line>)> {
    let count = across.len();
    let mut leaders: Vec<usize> = (0..count + down.len()).collect();
    for (upright, vertical) in down.iter().enumerate() {
        for (flat, horizontal) in across.iter().enumerate() {
            let crosses = horizontal.at >= vertical.from - TOUCH
                && horizontal.at <= vertical.to + TOUCH
                && vertical.at >= horizontal.from - TOUCH
                && vertical.at <= horizontal.to + TOUCH;
            if crosses {
                let (one, other) = (leader(&leaders, flat), leader(&leaders, count + upright));
                if let Some(place) = leaders.get_mut(one.max(other)) {
                    *place = one.min(other);
                }
            }
        }
    }
    let mut groups: std::collections::BTreeMap<usize, (Vec<Line>, Vec<Line>)> =
        std::collections::BTreeMap::new();
    for (index, line) in across.iter().chain(down).enumerate() {
        let group = groups.entry(leader(&leaders, index)).or_default();
        if index < count { group.0.push(*line) } else { group.1.push(*line) }
    }
    groups.into_values().filter(|(across, down)| across.len() >= 2 && down.len() >= 2).collect()
}

fn leader(leaders: &[usize], mut at: usize) -> usize {
    while let Some(next) = leaders.get(at).copied().filter(|next| *next != at) {
        at = next;
    }
    at
}
