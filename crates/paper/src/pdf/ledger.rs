//! A ledger as data for its template.

use serde_json::{Value as Json, json};

use super::text::Printable;
use crate::ledger::PIECE;
use crate::{Ledger, LedgerColumn};

/// A paper to print on: its name, points of type, points across between the margins (15 mm).
type Size = (&'static str, f64, f64);

/// From the handiest to the one that holds most, landscape.
const SIZES: [Size; 4] = [("a4", 8.5, 756.0), ("a3", 8.5, 1105.0), ("a3", 7.5, 1105.0), ("a3", 6.5, 1105.0)];
/// Width of a half-width character against the size of type: the widest digits there are.
const HALF_WIDTH: f64 = 0.57;
/// Points beside the text of a cell, both sides and a line together.
const INSET: f64 = 5.5;
/// How much columns must get of what they ask for beyond the least, or a larger paper is taken.
const COMFORT: f64 = 0.4;

/// The paper, and the columns' widths on it in points.
fn fit(columns: &[LedgerColumn]) -> (Size, Vec<f64>) {
    let mut fitted = (SIZES[0], Vec::new());
    for size in SIZES {
        let (_, type_size, across) = size;
        #[expect(clippy::cast_precision_loss, reason = "a column has a few dozen characters")]
        let points = |half_widths: usize| half_widths as f64 * HALF_WIDTH * type_size + INSET;
        let least: f64 = columns.iter().map(|column| points(column.least)).sum();
        let wanted: f64 = columns.iter().map(|column| points(column.width)).sum();
        // Beyond the least, every column gets the same part of what it asks for; more, if there is more.
        let share = (across - least) / (wanted - least).max(1.0);
        let width = |column: &LedgerColumn| {
            let (least, wanted) = (points(column.least), points(column.width));
            if share >= 1.0 { wanted } else { least + (wanted - least) * share.max(0.0) }
        };
        fitted = (size, columns.iter().map(width).collect());
        if share >= COMFORT {
            break;
        }
    }
    fitted
}

/// A text in which foreign words and addresses may be broken too, so that none reaches over its column.
fn breakable(text: &str) -> String {
    let mut broken = String::with_capacity(text.len());
    let mut piece = 0;
    for character in text.chars() {
        piece = if character.is_ascii_graphic() { piece + 1 } else { 0 };
        if piece > PIECE {
            broken.push('\u{200b}');
            piece = 1;
        }
        broken.push(character);
    }
    broken
}

/// Everything that the template prints.
pub(super) fn data(printable: &mut Printable<'_>, ledger: &Ledger) -> Json {
    let ((paper, size, _), widths) = fit(&ledger.columns);
    let columns: Vec<Json> = ledger
        .columns
        .iter()
        .zip(widths)
        .map(|(column, width)| json!({ "heading": column.heading, "width": width, "number": column.is_number }))
        .collect();
    let rows: Vec<Vec<String>> = ledger
        .rows
        .iter()
        .map(|row| row.iter().map(|text| breakable(&printable.text(text))).collect())
        .collect();
    let (title, organ) = (printable.text(&ledger.title), printable.text(&ledger.organ));
    let filter =
        if ledger.filter.is_empty() { "全部记录".to_owned() } else { printable.text(&ledger.filter) };
    let mut notes = ledger.notes();
    notes.extend(printable.note());
    json!({
        "title": title,
        "organ": organ,
        "filter": filter,
        "count": format!("共 {} 条", ledger.rows.len()),
        "printed": format!("打印日期：{}年{}月{}日", ledger.on.year(), ledger.on.month(), ledger.on.day()),
        "date": super::day(ledger.on),
        "paper": paper,
        "size": size,
        "columns": columns,
        "rows": rows,
        "notes": notes,
    })
}
