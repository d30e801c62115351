//! Table 三 in stated tables.

use law::report::table_three::column_label;
use law::report::{Form, RequestColumn, RequestRow};

use super::super::found::Tables;
use super::super::grid::Token;
use super::super::labels::request_row;
use super::super::three::{COLUMNS, Figures, Place7, Reading, align, choose};
use super::expand::Expanded;

/// Finds the rows of table 三 in any of the tables; a table that goes on behind a page break is several.
pub(super) fn find(grids: &[Expanded], tables: &mut Tables) {
    let forms: Vec<Form> = tables.form.map_or_else(|| Form::ALL.to_vec(), |form| vec![form]);
    let readings = forms.into_iter().filter_map(|form| Some((form, read(grids, form)?))).collect();
    choose(readings, tables);
}

/// Fewer rows with a label are some other table.
const ENOUGH: usize = 3;

fn read(grids: &[Expanded], form: Form) -> Option<Reading> {
    let mut lines: Vec<Figures> = Vec::new();
    let mut heads: Option<Heads> = None;
    for grid in grids {
        let own = Heads::of(grid, form);
        // A part behind a page break may come without heads; it has those of the part before.
        heads = own.or(heads).filter(|heads| heads.width == grid.columns());
        for row in 0..grid.rows.len() {
            let Some(figures) = figures(grid, row, form, heads.as_ref()) else { continue };
            let is_first = figures.label == Some(RequestRow::New);
            if is_first && lines.iter().any(|line| line.label == Some(RequestRow::New)) {
                break;
            }
            if !lines.is_empty() || figures.label.is_some() {
                lines.push(figures);
            }
        }
        if lines.last().is_some_and(|line| line.label == Some(RequestRow::CarriedOut)) {
            break;
        }
    }
    let end = lines.iter().position(|line| line.label == Some(RequestRow::CarriedOut));
    lines.truncate(end.map_or(lines.len(), |end| end + 1));
    let labels: Vec<Option<RequestRow>> = lines.iter().map(|figures| figures.label).collect();
    if labels.iter().flatten().count() < ENOUGH {
        return None;
    }
    let (first, last) = (lines.first()?.line, lines.iter().map(|line| line.line).max()?);
    let aligned = align(&labels, form);
    let rows = lines.into_iter().zip(aligned).filter_map(|(figures, row)| Some((row?, figures))).collect();
    Some(Reading { rows, first, last })
}

/// The columns of the seven kinds of applicants.
#[derive(Debug, Clone)]
struct Heads {
    columns: Vec<usize>,
    /// How wide the table is: heads of another table hold only for one of the same width.
    width: usize,
}

impl Heads {
    /// All seven, from left to right, above the first row of figures.
    fn of(grid: &Expanded, form: Form) -> Option<Self> {
        let is_data = |row: &usize| grid.own(*row).any(|(_, cell)| request_row(form, &cell.label).is_some());
        let first = (0..grid.rows.len()).find(is_data)?;
        let width = grid.columns();
        let column_of = |head: &RequestColumn| {
            let has_head =
                |column: &usize| grid.above(first, *column).any(|text| text == column_label(*head));
            let mut columns = (0..width).filter(has_head);
            let column = columns.next()?;
            columns.next().is_none().then_some(column)
        };
        let columns: Vec<usize> = RequestColumn::ALL.iter().map(column_of).collect::<Option<_>>()?;
        columns.is_sorted().then_some(Self { columns, width })
    }
}

/// The figures of a row; none if it is a head or holds nothing.
fn figures(grid: &Expanded, row: usize, form: Form, heads: Option<&Heads>) -> Option<Figures> {
    let own: Vec<(usize, &Token)> = grid.own(row).collect();
    let label = label(grid, row, form, &own);
    let count = own.iter().filter(|(_, cell)| cell.is_number()).count();
    let line = own.first()?.1.line;
    let cells = heads.and_then(|heads| under(grid, row, form, &own, heads)).or_else(|| behind(form, &own));
    if label.is_none() && (count == 0 || cells.is_none()) {
        return None;
    }
    if count == 0 && cells.is_none() {
        return None;
    }
    let columns = cells.map(|cells| cells.into_iter().cloned().map(Place7::Cell).collect());
    Some(Figures { label, line, count, columns })
}

/// The row that the cells name; of a sub-row whose own words are too few, together with those of its group.
fn label(grid: &Expanded, row: usize, form: Form, own: &[(usize, &Token)]) -> Option<RequestRow> {
    let named: Vec<RequestRow> = own.iter().filter_map(|(_, cell)| request_row(form, &cell.label)).collect();
    if let [only] = named.as_slice() {
        return Some(*only);
    }
    let is_words = |cell: &&Token| !cell.is_number() && !cell.is_blank();
    let first = own.iter().find(|(_, cell)| is_words(cell))?;
    let group = first.0.checked_sub(1).and_then(|column| grid.at(row, column))?;
    named.is_empty().then(|| request_row(form, &format!("{}{}", group.label, first.1.label))).flatten()
}

/// The cells under the heads, if nothing says that the heads are shifted against the row.
fn under<'g>(
    grid: &'g Expanded,
    row: usize,
    form: Form,
    own: &[(usize, &'g Token)],
    heads: &Heads,
) -> Option<Vec<&'g Token>> {
    let cells: Vec<&Token> =
        heads.columns.iter().map(|column| grid.own_at(row, *column)).collect::<Option<_>>()?;
    let is_label = |cell: &&Token| request_row(form, &cell.label).is_some();
    let outside = own.iter().any(|(column, cell)| cell.is_number() && !heads.columns.contains(column));
    (!outside && !cells.iter().any(is_label)).then_some(cells)
}

/// The cells behind the label, or all if the label is lost: seven; empty ones behind them are fillers.
fn behind<'g>(form: Form, own: &[(usize, &'g Token)]) -> Option<Vec<&'g Token>> {
    let is_words =
        |(_, cell): &(usize, &Token)| request_row(form, &cell.label).is_some() && !cell.is_number();
    let from = own.iter().rposition(is_words).map_or_else(|| lost_label(own), |at| at + 1);
    let behind: Vec<&Token> = own.get(from..)?.iter().map(|(_, cell)| *cell).collect();
    let are_fillers = behind.get(COLUMNS..)?.iter().all(|cell| cell.is_blank());
    are_fillers.then(|| behind.into_iter().take(COLUMNS).collect())
}

/// Where the figures begin in a row without a label that is known.
fn lost_label(own: &[(usize, &Token)]) -> usize {
    let is_words = |(_, cell): &(usize, &Token)| !cell.is_number() && !cell.is_blank();
    let words = own.iter().rposition(is_words).map_or(0, |at| at + 1);
    if words > 0 { words } else { own.len().saturating_sub(COLUMNS) }
}
