//! Table 四: fifteen figures in one row.

mod torn;

use law::report::table_four::{LITIGATION_LABEL, RECONSIDERATION_LABEL, outcome_label, route_label};
use law::report::{CellKey, DisputeOutcome, DisputeRoute, Form};

use super::found::{Tables, Unaligned};
use super::grid::{Layout, Row, Token, row};
use crate::text::{Source, squeezed};

/// Finds table 四 between two lines. Its figures stand together in one piece, or there is one way only to
/// put them together; otherwise nobody can say which figure belongs to which.
///
/// Without the heading of part 四 the table must show one of its own.
pub(super) fn find(source: &Source<'_>, from: usize, end: usize, is_headed: bool, tables: &mut Tables) {
    let rows: Vec<Row> = (from..end).filter_map(|index| row(source, index)).collect();
    let heading = rows.iter().position(|row| row.tokens.iter().any(|token| is_heading(&token.label)));
    let Some(rows) = heading.or(is_headed.then_some(0)).and_then(|first| rows.get(first..)) else { return };
    let keys = keys();
    let Some(first) = rows.first().and_then(|row| row.tokens.first()) else { return };
    let on_one_line = rows.iter().find_map(|row| whole_row(row, keys.len()));
    let (cells, figures) = match on_one_line {
        Some(cells) => (Some(cells), keys.len()),
        None => together(rows, keys.len()),
    };
    if let Some(cells) = cells {
        let last = cells.iter().map(|token| token.line).max().unwrap_or(first.line);
        tables.four = Some((first.line, last));
        tables.lines.extend(
            rows.iter().flat_map(|row| &row.tokens).map(|token| token.line).filter(|line| *line <= last),
        );
        let form = tables.form.unwrap_or(Form::F2021);
        for (key, token) in keys.iter().zip(cells) {
            tables.put(form, *key, token);
        }
    } else if figures > 0 {
        tables.unaligned.push(Unaligned { cells: keys, line: first.line, figures });
    }
}

/// The fifteen cells, in the form's order.
pub(super) fn keys() -> Vec<CellKey> {
    let of_route = |route: DisputeRoute| {
        DisputeOutcome::ALL.iter().map(move |outcome| CellKey::Dispute(route, *outcome))
    };
    DisputeRoute::ALL.iter().copied().flat_map(of_route).collect()
}

pub(super) fn is_heading(label: &str) -> bool {
    let routes = DisputeRoute::ALL.iter().map(|route| route_label(*route));
    let outcomes = DisputeOutcome::ALL.iter().map(|outcome| outcome_label(*outcome));
    routes
        .chain(outcomes)
        .chain([RECONSIDERATION_LABEL, LITIGATION_LABEL])
        .any(|text| squeezed(text) == label)
}

pub(super) fn is_value(token: &Token) -> bool {
    token.is_number() || matches!(token.label.as_str(), "/" | "-" | "--" | "无" | "空")
}

/// A line that is the row of figures. Where marks keep empty cells, some may be empty.
fn whole_row(row: &Row, columns: usize) -> Option<Vec<&Token>> {
    let is_marked = matches!(row.layout, Layout::Tabs | Layout::Pipes);
    let fits = row.tokens.len() == columns
        && row.tokens.iter().all(|token| is_value(token) || (is_marked && token.is_blank()))
        && row.tokens.iter().any(Token::is_number);
    fits.then(|| row.tokens.iter().collect())
}

/// Figures on several lines: exactly fifteen without a word between them. Also how many there are.
fn together(rows: &[Row], columns: usize) -> (Option<Vec<&Token>>, usize) {
    let tokens: Vec<&Token> =
        rows.iter().flat_map(|row| &row.tokens).filter(|token| !token.is_blank()).collect();
    let figures = tokens.iter().filter(|token| is_value(token)).count();
    let in_one_piece = tokens
        .chunk_by(|a, b| is_value(a) == is_value(b))
        .find(|piece| piece.len() == columns && piece.iter().all(|token| is_value(token)));
    let in_one_piece = in_one_piece.filter(|_| figures == columns).map(<[&Token]>::to_vec);
    (in_one_piece.or_else(|| torn::put_together(&tokens)), figures)
}
