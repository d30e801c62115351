//! Which tables are tables, and their cells.

use super::tree::{Id, Tree};
use super::walk::is_shown;

/// More characters than this in one cell are prose; the notes below a statutory table have some two hundred.
const PROSE: usize = 400;
/// The largest span a cell is believed to have.
const MAX_SPAN: u32 = 1000;

/// A cell's element and what it covers.
#[derive(Debug, Clone, Copy)]
pub(super) struct GridCell {
    pub(super) id: Id,
    pub(super) row_span: u32,
    pub(super) col_span: u32,
}

/// The rows of a table, in order; those of tables inside it are not among them.
pub(super) fn rows(tree: &Tree, table: Id) -> Vec<Vec<GridCell>> {
    let mut rows = Vec::new();
    for part in tree.children(table).iter().copied().filter(|id| is_shown(tree, *id)) {
        match tree.name(part) {
            "tr" => rows.push(cells(tree, part)),
            "thead" | "tbody" | "tfoot" => {
                let of_part =
                    tree.children(part).iter().filter(|id| tree.name(**id) == "tr" && is_shown(tree, **id));
                rows.extend(of_part.map(|row| cells(tree, *row)));
            }
            _ => {}
        }
    }
    let left = rows.len();
    for (index, row) in rows.iter_mut().enumerate() {
        let below = u32::try_from(left - index).unwrap_or(MAX_SPAN);
        for cell in row {
            // Zero means: down to the end.
            cell.row_span = if cell.row_span == 0 { below } else { cell.row_span.min(below) };
        }
    }
    rows
}

fn cells(tree: &Tree, row: Id) -> Vec<GridCell> {
    let is_cell = |id: &Id| matches!(tree.name(*id), "td" | "th") && is_shown(tree, *id);
    let span = |id: Id, name: &str, least: u32| {
        let stated = tree.attribute(id, name).and_then(|value| value.trim().parse::<u32>().ok());
        stated.unwrap_or(1).clamp(least, MAX_SPAN)
    };
    tree.children(row)
        .iter()
        .copied()
        .filter(is_cell)
        .map(|id| GridCell { id, row_span: span(id, "rowspan", 0), col_span: span(id, "colspan", 1) })
        .collect()
}

/// Whether the table only arranges the page: it has one column, or a table inside, or a cell of prose or of
/// blocks that outweighs the others, as pages of old systems are built.
pub(super) fn is_layout(tree: &Tree, rows: &[Vec<GridCell>]) -> bool {
    let columns = rows.iter().map(|row| row.iter().map(|cell| cell.col_span).sum::<u32>()).max().unwrap_or(0);
    if columns <= 1 || rows.iter().all(|row| row.len() <= 1) {
        return true;
    }
    let sizes: Vec<Size> = rows.iter().flatten().map(|cell| Size::of(tree, cell.id)).collect();
    let whole: usize = sizes.iter().map(|size| size.chars).sum();
    sizes
        .iter()
        .any(|size| size.tables > 0 || size.headings > 0 || (size.chars > PROSE && size.chars * 2 > whole))
}

/// What stands in a cell.
#[derive(Debug, Default)]
struct Size {
    chars: usize,
    tables: usize,
    headings: usize,
}

impl Size {
    fn of(tree: &Tree, cell: Id) -> Self {
        let mut size = Self::default();
        let mut open = vec![cell];
        while let Some(id) = open.pop() {
            let Some(node) = tree.get(id) else { continue };
            match node.name.as_str() {
                "" => size.chars += node.text.chars().filter(|c| !c.is_whitespace()).count(),
                "script" | "style" => continue,
                "table" => size.tables += 1,
                "h1" | "h2" | "h3" | "h4" => size.headings += 1,
                _ => {}
            }
            open.extend(node.children.iter().copied());
        }
        size
    }
}
