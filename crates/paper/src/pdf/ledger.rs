//! A ledger as data for its template.

use serde_json::{Value as Json, json};

use super::text::Printable;
use crate::Ledger;

/// Half-width characters of the ledger's type that fit on landscape A4; wider ledgers go on A3, as long as their
/// columns would have to be pressed by more than [`PRESSED`].
const A4_WIDTH: usize = 178;
/// How much of their width columns can give up without harm: texts take another line.
const PRESSED: f64 = 0.75;

/// Everything that the template prints.
pub(super) fn data(printable: &mut Printable<'_>, ledger: &Ledger) -> Json {
    let wide: usize = ledger.columns.iter().map(|column| column.width + 1).sum();
    let columns: Vec<Json> = ledger
        .columns
        .iter()
        .map(|column| json!({ "heading": column.heading, "width": column.width + 1, "number": column.is_number }))
        .collect();
    let rows: Vec<Vec<String>> =
        ledger.rows.iter().map(|row| row.iter().map(|text| printable.text(text)).collect()).collect();
    let (title, organ) = (printable.text(&ledger.title), printable.text(&ledger.organ));
    let filter =
        if ledger.filter.is_empty() { "全部记录".to_owned() } else { printable.text(&ledger.filter) };
    let mut notes = ledger.notes();
    notes.extend(printable.note());
    #[expect(clippy::cast_precision_loss, reason = "a page has a few hundred characters to a line")]
    let is_wide = A4_WIDTH as f64 / (wide as f64) < PRESSED;
    json!({
        "title": title,
        "organ": organ,
        "filter": filter,
        "count": format!("共 {} 条", ledger.rows.len()),
        "printed": format!("打印日期：{}年{}月{}日", ledger.on.year(), ledger.on.month(), ledger.on.day()),
        "date": super::day(ledger.on),
        "paper": if is_wide { "a3" } else { "a4" },
        "columns": columns,
        "rows": rows,
        "notes": notes,
    })
}
