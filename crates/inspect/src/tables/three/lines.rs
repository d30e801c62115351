//! A row of the table is a line: tabs, pipes, or figures behind a label with blanks between.

use law::report::{Form, RequestRow};

use super::super::grid::{Layout, Row, Token};
use super::super::labels::request_row;
use super::align::align;
use super::{COLUMNS, Figures, Place7};

/// Signs that stand in a cell instead of a number.
const MARKERS: [&str; 5] = ["/", "-", "--", "无", "空"];

/// Whether the rows stand on lines: at least two lines hold a row of figures.
pub(super) fn prevail(rows: &[Row]) -> bool {
    let is_row = |row: &&Row| match row.layout {
        Layout::Tabs | Layout::Pipes => {
            trailing_numbers(row) >= COLUMNS - 1 || (row.tokens.len() > COLUMNS && has_figures(row))
        }
        Layout::Blanks | Layout::Whole => trailing_numbers(row) >= COLUMNS - 1,
    };
    without_fillers(rows).iter().filter(is_row).count() >= 2
}

/// The rows of the form with their figures.
pub(super) fn read(rows: &[Row], form: Form) -> Vec<(RequestRow, Figures)> {
    let rows = without_fillers(rows);
    let widths = Widths::of(&rows, form);
    let mut lines = Vec::new();
    let mut above = Vec::new();
    for row in &rows {
        let Some(mut figures) = figures(row, form, widths) else {
            above.extend(torn_label(row, form));
            continue;
        };
        if let ([only], None) = (above.as_slice(), figures.label) {
            figures.label = Some(*only);
        }
        above.clear();
        let is_last = figures.label == Some(RequestRow::CarriedOut);
        lines.push(figures);
        if is_last {
            break;
        }
    }
    let labels: Vec<Option<RequestRow>> = lines.iter().map(|figures| figures.label).collect();
    let aligned = align(&labels, form);
    lines.into_iter().zip(aligned).filter_map(|(figures, row)| Some((row?, figures))).collect()
}

/// The label on a line without figures: pages set in columns put the figures beside the middle of a label that
/// takes several lines.
fn torn_label(row: &Row, form: Form) -> Option<RequestRow> {
    matches!(row.layout, Layout::Blanks | Layout::Whole).then(|| label_of(row, form)).flatten()
}

/// Merged cells of the heading leave empty cells behind the last column of every row. As many as stand
/// behind every whole row are taken off.
fn without_fillers(rows: &[Row]) -> Vec<Row> {
    let blanks = |row: &Row| row.tokens.iter().rev().take_while(|token| token.is_blank()).count();
    let is_whole = |row: &&Row| row.tokens.iter().filter(|token| token.is_number()).count() >= COLUMNS;
    let fillers = rows.iter().filter(is_whole).map(blanks).min().unwrap_or(0);
    let strip = |row: &Row| {
        let kept = row.tokens.len() - blanks(row).min(fillers);
        Row { layout: row.layout, tokens: row.tokens.iter().take(kept).cloned().collect() }
    };
    rows.iter().map(strip).collect()
}

fn has_figures(row: &Row) -> bool {
    last_cells(row).is_some_and(|cells| cells.iter().any(Token::is_number))
}

/// How many cells a whole row has where marks keep empty cells, to know a row whose last cells were lost.
#[derive(Debug, Clone, Copy, Default)]
struct Widths {
    /// Rows of the first rank: 一, 二, 四.
    first_rank: usize,
    /// Rows of results.
    results: usize,
}

impl Widths {
    fn of(rows: &[Row], form: Form) -> Self {
        let mut widths = Self::default();
        for row in rows.iter().filter(|row| trailing_numbers(row) >= COLUMNS) {
            let width =
                if is_first_rank(label_of(row, form)) { &mut widths.first_rank } else { &mut widths.results };
            *width = row.tokens.len().max(*width);
        }
        widths
    }
}

const fn is_first_rank(row: Option<RequestRow>) -> bool {
    matches!(row, Some(RequestRow::New | RequestRow::CarriedIn | RequestRow::CarriedOut))
}

fn trailing_numbers(row: &Row) -> usize {
    row.tokens.iter().rev().take_while(|token| token.is_number()).count()
}

fn label_of(row: &Row, form: Form) -> Option<RequestRow> {
    row.tokens.iter().filter(|token| !token.is_number()).find_map(|token| request_row(form, &token.label))
}

/// The figures of a line; none if it is no row of the table.
fn figures(row: &Row, form: Form, widths: Widths) -> Option<Figures> {
    let label = label_of(row, form);
    let line = row.tokens.first()?.line;
    let count = row.tokens.iter().filter(|token| token.is_number()).count();
    let is_row = trailing_numbers(row) >= COLUMNS - 1
        || (label.is_some() && (count > 0 || row.tokens.len() >= COLUMNS))
        || (matches!(row.layout, Layout::Tabs | Layout::Pipes) && last_cells(row).is_some() && count > 0);
    if !is_row {
        return None;
    }
    let columns = match row.layout {
        Layout::Tabs | Layout::Pipes => marked(row, form, widths),
        Layout::Blanks | Layout::Whole => {
            (trailing_numbers(row) == COLUMNS).then(|| tail(row).iter().cloned().map(Place7::Cell).collect())
        }
    };
    Some(Figures { label, line, count, columns })
}

fn tail(row: &Row) -> &[Token] {
    row.tokens.get(row.tokens.len().saturating_sub(COLUMNS)..).unwrap_or_default()
}

/// The last seven cells, if nothing but figures, markers and empty cells stands in them.
fn last_cells(row: &Row) -> Option<&[Token]> {
    let is_value =
        |token: &Token| token.is_blank() || token.is_number() || MARKERS.contains(&token.label.as_str());
    let tail = tail(row);
    (tail.len() == COLUMNS && tail.iter().all(is_value)).then_some(tail)
}

/// Between marks the cells behind the label are the columns, the last seven if there are more. Whatever
/// stands in them is kept, words too.
fn marked(row: &Row, form: Form, widths: Widths) -> Option<Vec<Place7>> {
    let is_label = |token: &Token| !token.is_number() && request_row(form, &token.label).is_some();
    let label = row.tokens.iter().position(is_label);
    let name = label_of(row, form);
    let behind = row.tokens.get(label.map_or(0, |at| at + 1)..).unwrap_or_default();
    if label.is_some() && behind.len() == COLUMNS {
        return Some(placed(behind));
    }
    if let Some(cells) = before_fillers(behind).filter(|_| label.is_some()) {
        return Some(placed(cells));
    }
    if let Some(cells) = behind_merged_label(row, name) {
        return Some(cells);
    }
    // Only tabs lose empty cells at the end of a line: bars close the last cell.
    let width = if is_first_rank(name) { widths.first_rank } else { widths.results };
    let lost = if row.layout == Layout::Tabs { width.saturating_sub(row.tokens.len()) } else { 0 };
    if lost == 0 || trailing_numbers(row) >= COLUMNS {
        let cells = if label.is_some() && behind.len() > COLUMNS { Some(tail(row)) } else { last_cells(row) };
        return cells.map(placed);
    }
    // Only in rows of the first rank do all labels have the same width, so that the places can be counted.
    let kept = behind.get(behind.len().checked_sub(COLUMNS.checked_sub(lost)?)?..)?;
    let last = row.tokens.last().filter(|_| is_first_rank(name))?;
    let mut cells = placed(kept);
    cells.resize(COLUMNS, Place7::Missing(last.clone()));
    Some(cells)
}

/// Seven figures right behind the label with nothing but empty cells behind them: the fillers of wider headings.
fn before_fillers(behind: &[Token]) -> Option<&[Token]> {
    let (figures, fillers) = behind.split_at_checked(COLUMNS)?;
    (figures.iter().all(Token::is_number) && fillers.iter().all(Token::is_blank)).then_some(figures)
}

fn placed(cells: &[Token]) -> Vec<Place7> {
    cells.iter().cloned().map(Place7::Cell).collect()
}

/// A merged label whose words were lost leaves an empty cell behind the first figure: `0`, nothing, six
/// figures. Seven figures are then the seven columns.
fn behind_merged_label(row: &Row, label: Option<RequestRow>) -> Option<Vec<Place7>> {
    let numbers: Vec<&Token> = row.tokens.iter().filter(|token| token.is_number()).collect();
    let gap = row.tokens.len().checked_sub(COLUMNS).and_then(|at| row.tokens.get(at))?;
    let fits =
        label.is_none() && numbers.len() == COLUMNS && trailing_numbers(row) == COLUMNS - 1 && gap.is_blank();
    fits.then(|| numbers.into_iter().cloned().map(Place7::Cell).collect())
}
